// title = "Competitors of a firm and its group"
// question = "Who competes with a firm or with what it owns?"
//
// [parameters.company]
// type = "text"
// help = "Name, alias or id of a firm"
// default = "ASML"
// entity = "Company"
//
// [returns]
// member = "The firm or what it owns"
// rival = "Who competes with it"
// rival_id = "Id of the rival"
// origins = "Independent sources"
// member_id = "Id of the member"

MATCH (parent:Entity)
WHERE parent.id = $company OR toLower(parent.name) = toLower($company) OR any(alias IN parent.aliases WHERE toLower(alias) = toLower($company))
OPTIONAL MATCH path = (child:Company)-[:SUBSIDIARY_OF*1..4]->(parent)
WHERE all(r IN relationships(path) WHERE r.modality = 'actual' AND r.standing <> 'denied')
WITH parent, collect(DISTINCT child) AS children
UNWIND children + [parent] AS member
MATCH (member)-[r:COMPETES_WITH]-(rival:Entity)
WHERE r.modality = 'actual' AND r.standing <> 'denied' AND NOT rival IN children + [parent]
WITH DISTINCT member, rival, r.origins AS origins
RETURN member.name AS member, rival.name AS rival, rival.id AS rival_id, origins AS origins, member.id AS member_id
ORDER BY member, rival, rival_id;
