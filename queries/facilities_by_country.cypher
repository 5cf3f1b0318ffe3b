// title = "Facilities by country"
// question = "Which sites stand where, and who runs them?"
//
// [parameters.country]
// type = "text"
// help = "Name, alias or id of a country; empty for all"
// default = ""
// entity = "Country"
//
// [returns]
// country = "Country; the place as stated where its country is not known"
// facility = "The site"
// kind = "Fab, plant, data centre ..."
// operator = "Who runs it"
// modality = "Fact or plan"
// id = "Id of the site"

MATCH (site:Facility)-[r:LOCATED_IN]->(place:Entity)
WHERE r.standing <> 'denied'
OPTIONAL MATCH (place)-[:LOCATED_IN*1..2]->(above:Country)
OPTIONAL MATCH (home:Country {country: place.country})
WITH site, r, place, min(coalesce(above.id, home.id)) AS above
MATCH (land:Entity {id: coalesce(above, place.id)})
WHERE $country = '' OR land.id = $country OR toLower(land.name) = toLower($country) OR any(alias IN land.aliases WHERE toLower(alias) = toLower($country))
OPTIONAL MATCH (firm:Company)-[:OPERATES]->(site)
WITH site, land, min(r.modality) AS modality, min(firm.name) AS operator
RETURN land.name AS country, site.name AS facility, site.kind AS kind, operator AS operator, modality AS modality, site.id AS id
ORDER BY country, facility, id, land.id;
