// title = "Stated reliance on a firm"
// question = "Who is said to rely on, buy from or use this firm, in which words?"
//
// [parameters.company]
// type = "text"
// help = "Name, alias or id of a firm"
// default = "NVIDIA"
// entity = "Company"
//
// [returns]
// dependant = "Who relies"
// type = "How it is said"
// product = "For what"
// trend = "Rising or falling, where stated"
// share = "The size, as the text states it"
// polarity = "Affirmed or negated"
// modality = "Fact, plan, possibility or past"
// sentence = "The sentence"
// published = "Date of the article"
// statement = "Id of the statement"

MATCH (supplier:Entity)
WHERE supplier.id = $company OR toLower(supplier.name) = toLower($company) OR any(alias IN supplier.aliases WHERE toLower(alias) = toLower($company))
MATCH (s:Statement)-[:SUBJECT|OBJECT]->(supplier)
WHERE s.superseded_by IS NULL
  AND NOT EXISTS { MATCH (:Judgement {verdict: 'reject'})-[:JUDGES]->(s) }
MATCH (s)-[:SUBJECT]->(subject:Entity)
MATCH (s)-[:OBJECT]->(object:Entity)
WHERE (s.type IN ['DEPENDS_ON', 'USES'] AND object = supplier) OR (s.type = 'SUPPLIES' AND subject = supplier)
MATCH (s)-[:FROM]->(article:Article)
OPTIONAL MATCH (thing:Entity {id: s.product})
WITH DISTINCT s, subject, object, article, thing
RETURN CASE WHEN s.type = 'SUPPLIES' THEN object.name ELSE subject.name END AS dependant, s.type AS type, thing.name AS product, s.trend AS trend, s.share AS share, s.polarity AS polarity, s.modality AS modality, s.sentence AS sentence, article.published_at AS published, s.id AS statement
ORDER BY dependant, published, statement;
