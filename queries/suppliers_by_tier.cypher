// title = "Suppliers by tier"
// question = "Who supplies a firm, and who supplies its suppliers?"
//
// [parameters.company]
// type = "text"
// help = "Name, alias or id of a firm"
// default = "NVIDIA"
// entity = "Company"
//
// [parameters.tiers]
// type = "integer"
// help = "How many tiers up"
// default = 3
// minimum = 1
// maximum = 6
//
// [returns]
// tier = "1 is a direct supplier"
// supplier = "Name of the supplier"
// type = "Its kind"
// id = "Its id"
// via = "Names along one shortest chain"

MATCH (buyer:Entity)
WHERE buyer.id = $company OR toLower(buyer.name) = toLower($company) OR any(alias IN buyer.aliases WHERE toLower(alias) = toLower($company))
MATCH path = (buyer)((a:Entity)-[step:DEPENDS_ON|USES|SUPPLIES|MANUFACTURES|DEVELOPS]-(b:Entity)
  WHERE step.modality = 'actual' AND step.standing <> 'denied' AND NOT step.alleged
  AND ((type(step) IN ['DEPENDS_ON', 'USES'] AND startNode(step) = a) OR (type(step) IN ['SUPPLIES', 'MANUFACTURES'] AND endNode(step) = a)
    OR type(step) = 'DEVELOPS')){1,6}(supplier:Entity)
WHERE length(path) <= $tiers AND supplier <> buyer
WITH supplier, min(length(path)) AS tier, collect({length: length(path), names: reduce(s = '', n IN nodes(path) | s + CASE WHEN s = '' THEN '' ELSE ' <- ' END + n.name)}) AS chains
WITH supplier, tier, [chain IN chains WHERE chain.length = tier | chain.names] AS shortest
UNWIND shortest AS chain
WITH supplier, tier, min(chain) AS chain
RETURN tier AS tier, supplier.name AS supplier, supplier.type AS type, supplier.id AS id, chain AS via
ORDER BY tier, supplier, id;
