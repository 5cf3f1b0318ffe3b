// title = "Single-sourced inputs"
// question = "Which products has a firm only one documented supplier for?"
//
// [parameters.company]
// type = "text"
// help = "Name, alias or id; empty for all firms"
// default = ""
// entity = "Company"
//
// [returns]
// buyer = "Name of the buyer"
// product = "The input"
// supplier = "Its one documented supplier"
// sole = "Whether the source says it is the only one"
// origins = "Independent sources"
// buyer_id = "Id of the buyer"
// product_id = "Id of the input"
// supplier_id = "Id of the supplier"

MATCH (supplier:Entity)-[r:SUPPLIES]->(buyer:Company)
WHERE r.modality = 'actual' AND r.standing <> 'denied' AND NOT r.alleged AND r.product IS NOT NULL
  AND ($company = '' OR buyer.id = $company OR toLower(buyer.name) = toLower($company) OR any(alias IN buyer.aliases WHERE toLower(alias) = toLower($company)))
WITH buyer, r.product AS product_id, collect(DISTINCT supplier) AS suppliers, max(CASE WHEN r.cue = 'sole' THEN 1 ELSE 0 END) AS sole, max(r.origins) AS origins
WHERE size(suppliers) = 1
MATCH (product:Entity {id: product_id})
WITH buyer, product, suppliers[0] AS supplier, sole, origins
RETURN buyer.name AS buyer, product.name AS product, supplier.name AS supplier, sole = 1 AS sole, origins AS origins, buyer.id AS buyer_id, product.id AS product_id, supplier.id AS supplier_id
ORDER BY buyer, product, supplier_id;
