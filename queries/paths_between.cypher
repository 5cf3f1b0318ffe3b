// title = "Paths between two entities"
// question = "How are two entities connected by supply, and which sentence says each step?"
//
// [parameters.start]
// type = "text"
// help = "Name, alias or id of a firm"
// default = "Microsoft"
// entity = "Company"
//
// [parameters.end]
// type = "text"
// help = "Name, alias or id"
// default = "ASML"
//
// [parameters.hops]
// type = "integer"
// help = "Longest chain"
// default = 4
// minimum = 1
// maximum = 5
//
// [returns]
// chain = "Names along the chain"
// hop = "1 is next to the start"
// source = "Source of the relation"
// relation = "Its type"
// target = "Target of the relation"
// sentence = "A sentence that says so"
// article = "Title of the article"
// published = "Its date"
// statement = "Id of the statement"

MATCH (a:Entity)
WHERE a.id = $start OR toLower(a.name) = toLower($start) OR any(alias IN a.aliases WHERE toLower(alias) = toLower($start))
MATCH (b:Entity)
WHERE b.id = $end OR toLower(b.name) = toLower($end) OR any(alias IN b.aliases WHERE toLower(alias) = toLower($end))
MATCH path = (a)-[:SUPPLIES|DEPENDS_ON|USES|MANUFACTURES|DEVELOPS*1..5]-(b)
WHERE length(path) <= $hops
  AND all(r IN relationships(path) WHERE r.modality = 'actual' AND r.standing <> 'denied')
WITH DISTINCT [n IN nodes(path) | n.id] AS ids,
  reduce(s = '', n IN nodes(path) | s + CASE WHEN s = '' THEN '' ELSE ' - ' END + n.name) AS chain,
  reduce(s = '', n IN nodes(path) | s + ' ' + n.id) AS key
ORDER BY size(ids), chain, key
LIMIT 5
UNWIND range(0, size(ids) - 2) AS position
MATCH (:Entity {id: ids[position]})-[r:SUPPLIES|DEPENDS_ON|USES|MANUFACTURES|DEVELOPS]-(:Entity {id: ids[position + 1]})
WHERE r.modality = 'actual' AND r.standing <> 'denied'
UNWIND r.statements AS id
MATCH (s:Statement {id: id})-[:FROM]->(article:Article)
WITH DISTINCT key, chain, position, r, s, article
RETURN chain AS chain, position + 1 AS hop, startNode(r).name AS source, type(r) AS relation, endNode(r).name AS target, s.sentence AS sentence, article.title AS article, article.published_at AS published, s.id AS statement
ORDER BY chain, key, hop, relation, statement, r.id;
