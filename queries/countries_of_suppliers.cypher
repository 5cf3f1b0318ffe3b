// title = "Countries of suppliers"
// question = "Where are a firm's direct suppliers from?"
//
// [parameters.company]
// type = "text"
// help = "Name, alias or id of a firm"
// default = "NVIDIA"
// entity = "Company"
//
// [returns]
// country = "ISO code of headquarters"
// suppliers = "How many"
// names = "Their names"

MATCH (buyer:Entity)
WHERE buyer.id = $company OR toLower(buyer.name) = toLower($company) OR any(alias IN buyer.aliases WHERE toLower(alias) = toLower($company))
MATCH (buyer)-[r:SUPPLIES|DEPENDS_ON]-(supplier:Company)
WHERE r.modality = 'actual' AND r.standing <> 'denied' AND NOT r.alleged
  AND ((type(r) = 'SUPPLIES' AND endNode(r) = buyer) OR (type(r) = 'DEPENDS_ON' AND startNode(r) = buyer))
WITH DISTINCT supplier
ORDER BY supplier.name
WITH coalesce(supplier.country, 'unknown') AS country, collect(supplier.name) AS names
RETURN country AS country, size(names) AS suppliers, names AS names
ORDER BY suppliers DESC, country;
