// title = "What a policy restricts"
// question = "What does a control name, and when?"
//
// [parameters.policy]
// type = "text"
// help = "Name, alias or id of a policy, a state or an agency"
// default = "Entity List"
// entity = "Policy"
//
// [returns]
// policy = "Name of the control"
// target = "What it names"
// type = "Its kind"
// modality = "Fact, plan or possibility"
// standing = "Reported, confirmed, disputed or denied"
// valid_from = "In force from, where stated"
// sentence = "A sentence that says so"
// published = "Date of the article"
// statement = "Id of the statement"

MATCH (policy:Entity)
WHERE policy.id = $policy OR toLower(policy.name) = toLower($policy) OR any(alias IN policy.aliases WHERE toLower(alias) = toLower($policy))
MATCH (policy)-[r:RESTRICTS]->(target:Entity)
UNWIND r.statements AS id
MATCH (s:Statement {id: id})-[:FROM]->(article:Article)
RETURN policy.name AS policy, target.name AS target, target.type AS type, r.modality AS modality, r.standing AS standing, r.valid_from AS valid_from, s.sentence AS sentence, article.published_at AS published, s.id AS statement
ORDER BY target, published, statement, r.id;
