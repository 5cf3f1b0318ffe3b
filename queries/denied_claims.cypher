// title = "Denied claims"
// question = "What is denied, and what did others say of the same pair?"
//
// [parameters.type]
// type = "text"
// help = "Type of relation, or empty for all"
// default = ""
//
// [returns]
// subject = "Who"
// type = "Relation"
// object = "With whom"
// denial = "The denying sentence"
// published = "Date of the denial"
// affirmed = "How many statements affirm the same"
// statement = "Id of the denial"

MATCH (s:Statement {polarity: 'negated'})
WHERE s.superseded_by IS NULL AND ($type = '' OR s.type = $type)
  AND NOT EXISTS { MATCH (:Judgement {verdict: 'reject'})-[:JUDGES]->(s) }
MATCH (s)-[:SUBJECT]->(subject:Entity)
MATCH (s)-[:OBJECT]->(object:Entity)
MATCH (s)-[:FROM]->(article:Article)
OPTIONAL MATCH (other:Statement {polarity: 'affirmed', type: s.type})-[:SUBJECT]->(subject)
WHERE other.object = s.object AND other.superseded_by IS NULL
  AND NOT EXISTS { MATCH (:Judgement {verdict: 'reject'})-[:JUDGES]->(other) }
WITH s, subject, object, article, count(other) AS affirmed
RETURN subject.name AS subject, s.type AS type, object.name AS object, s.sentence AS denial, article.published_at AS published, affirmed AS affirmed, s.id AS statement
ORDER BY published, subject, statement;
