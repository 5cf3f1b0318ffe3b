// title = "Facilities by country"
// question = "Which sites stand where, and who runs them?"
//
// [parameters.country]
// type = "text"
// help = "Country, or empty for all"
// default = ""
// entity = "Country"
//
// [returns]
// country = "Country, region or city as stated"
// facility = "The site"
// kind = "Fab, plant, data centre ..."
// operator = "Who runs it"
// modality = "Fact or plan"
// id = "Id of the site"

MATCH (site:Facility)-[r:LOCATED_IN]->(place:Entity)
OPTIONAL MATCH (place)-[:LOCATED_IN]->(above:Country)
WITH site, r, place, min(above.name) AS above
WITH site, r, CASE WHEN above IS NULL THEN place.name ELSE above END AS country
WHERE $country = '' OR toLower(country) = toLower($country)
OPTIONAL MATCH (firm:Company)-[:OPERATES]->(site)
WITH site, country, min(r.modality) AS modality, min(firm.name) AS operator
RETURN country AS country, site.name AS facility, site.kind AS kind, operator AS operator, modality AS modality, site.id AS id
ORDER BY country, facility, id;
