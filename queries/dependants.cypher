// title = "Dependants"
// question = "Who relies on this firm, product or material, directly?"
//
// [parameters.entity]
// type = "text"
// help = "Name, alias or id"
// default = "TSMC"
//
// [returns]
// dependant = "Name of the dependant"
// type = "Its kind"
// id = "Its id"
// relation = "How it is stated"
// product = "For what, where stated"
// cue = "Wording that tells the size"
// share_lo = "Least stated share"
// share_hi = "Greatest stated share"
// origins = "Independent sources"
// probability = "That the relation exists"

MATCH (supplier:Entity)
WHERE supplier.id = $entity OR toLower(supplier.name) = toLower($entity) OR any(alias IN supplier.aliases WHERE toLower(alias) = toLower($entity))
MATCH (supplier)-[r:SUPPLIES|DEPENDS_ON|USES]-(buyer:Entity)
WHERE r.modality = 'actual' AND r.standing <> 'denied' AND NOT r.alleged
  AND ((type(r) = 'SUPPLIES' AND startNode(r) = supplier) OR (type(r) <> 'SUPPLIES' AND endNode(r) = supplier))
OPTIONAL MATCH (thing:Entity {id: r.product})
RETURN buyer.name AS dependant, buyer.type AS type, buyer.id AS id, type(r) AS relation, thing.name AS product, r.cue AS cue, r.share_lo AS share_lo, r.share_hi AS share_hi, r.origins AS origins, round(r.p, 4) AS probability
ORDER BY dependant, relation, id, product;
