// title = "Owners up the chain"
// question = "Who owns a firm, and who owns its owners?"
//
// [parameters.company]
// type = "text"
// help = "Name, alias or id of a firm"
// default = "Nexperia"
// entity = "Company"
//
// [returns]
// step = "1 is a direct owner"
// owner = "Name of the owner"
// owned = "What it owns"
// relation = "Stake or parent"
// share_lo = "Least stated share"
// share_hi = "Greatest stated share"
// owner_id = "Id of the owner"
// owned_id = "Id of what is owned"

MATCH (firm:Entity)
WHERE firm.id = $company OR toLower(firm.name) = toLower($company) OR any(alias IN firm.aliases WHERE toLower(alias) = toLower($company))
MATCH path = (firm)-[:OWNS|SUBSIDIARY_OF*1..5]-(top:Entity)
WHERE all(position IN range(0, length(path) - 1) WHERE
  (type(relationships(path)[position]) = 'SUBSIDIARY_OF' AND startNode(relationships(path)[position]) = nodes(path)[position])
  OR (type(relationships(path)[position]) = 'OWNS' AND endNode(relationships(path)[position]) = nodes(path)[position]))
WITH length(path) AS step, last(nodes(path)) AS owner, nodes(path)[length(path) - 1] AS owned, last(relationships(path)) AS r
WHERE r.modality = 'actual' AND r.standing <> 'denied'
WITH DISTINCT step, owner, owned, r
RETURN step AS step, owner.name AS owner, owned.name AS owned, type(r) AS relation, r.share_lo AS share_lo, r.share_hi AS share_hi, owner.id AS owner_id, owned.id AS owned_id
ORDER BY step, owner, relation, owner_id, owned_id;
