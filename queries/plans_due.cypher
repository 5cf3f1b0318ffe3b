// title = "Plans due by a date"
// question = "Which plans are to be done by a day?"
//
// [parameters.by]
// type = "date"
// help = "Latest day"
// default = "2030-12-31"
//
// [returns]
// due = "Day, month or year, as far as it is stated"
// subject = "Who plans"
// type = "What"
// object = "Of what"
// sentence = "The sentence"
// published = "Date of the article"
// statement = "Id of the statement"

MATCH (s:Statement)-[:FROM]->(article:Article)
WHERE s.superseded_by IS NULL AND s.modality = 'planned'
  AND NOT EXISTS { MATCH (:Judgement {verdict: 'reject'})-[:JUDGES]->(s) }
WITH s, article, coalesce(s.deadline_iso, s.date_iso) AS due, coalesce(article.published_at, '') AS told
WHERE due <= $by AND (due > substring(told, 0, size(due)) OR (size(due) < 10 AND due = substring(told, 0, size(due))))
MATCH (s)-[:SUBJECT]->(subject:Entity)
MATCH (s)-[:OBJECT]->(object:Entity)
RETURN due AS due, subject.name AS subject, s.type AS type, object.name AS object, s.sentence AS sentence, article.published_at AS published, s.id AS statement
ORDER BY due, subject, statement;
