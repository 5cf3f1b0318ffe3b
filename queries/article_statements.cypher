// title = "Statements of an article"
// question = "What does one article say?"
//
// [parameters.article]
// type = "text"
// help = "Id, title or file name of an article"
// default = "2024-05-euv-supply-chain"
//
// [returns]
// position = "Where the sentence begins"
// subject = "Who"
// type = "Says what"
// object = "Of whom"
// polarity = "Affirmed or negated"
// modality = "Fact, plan, possibility or past"
// confidence = "Of the extraction"
// pattern = "Which pattern found it"
// sentence = "The sentence"
// judgement = "confirm or reject, where an analyst has judged it"
// statement = "Id of the statement"

MATCH (article:Article)
WHERE article.id = $article OR article.doc_id = $article OR toLower(article.title) = toLower($article)
MATCH (s:Statement)-[:FROM]->(article)
WHERE s.superseded_by IS NULL
MATCH (s)-[:SUBJECT]->(subject:Entity)
MATCH (s)-[:OBJECT]->(object:Entity)
OPTIONAL MATCH (j:Judgement)-[:JUDGES]->(s)
RETURN s.start AS position, subject.name AS subject, s.type AS type, object.name AS object, s.polarity AS polarity, s.modality AS modality, s.confidence AS confidence, s.pattern AS pattern, s.sentence AS sentence, j.verdict AS judgement, s.id AS statement
ORDER BY position, type, statement;
