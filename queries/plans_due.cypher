// title = "Plans due by a date"
// question = "Which plans are to be done by a day?"
//
// [parameters.by]
// type = "date"
// help = "Latest day"
// default = "2030-12-31"
//
// [returns]
// due = "Deadline, as far as it is stated"
// subject = "Who plans"
// type = "What"
// object = "Of what"
// sentence = "The sentence"
// published = "Date of the article"
// statement = "Id of the statement"

MATCH (s:Statement)
WHERE s.superseded_by IS NULL AND s.modality = 'planned' AND s.deadline_iso IS NOT NULL AND s.deadline_iso <= $by
MATCH (s)-[:SUBJECT]->(subject:Entity)
MATCH (s)-[:OBJECT]->(object:Entity)
MATCH (s)-[:FROM]->(article:Article)
RETURN s.deadline_iso AS due, subject.name AS subject, s.type AS type, object.name AS object, s.sentence AS sentence, article.published_at AS published, s.id AS statement
ORDER BY due, subject, statement;
