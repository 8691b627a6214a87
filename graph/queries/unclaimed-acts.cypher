// Which acts of violence does no article lay at anybody's door?
// Quels actes de violence aucun article n'attribue-t-il à personne ?
MATCH (claim:Claim)-[:SOURCE]->(agent:Unknown)
WHERE claim.class = 'happened'
MATCH (claim)-[:TARGET]->(target:Entity)
OPTIONAL MATCH (claim)-[:AT]->(place:Place)
RETURN claim.firstDay AS day, claim.relation AS act, target.name AS target, place.name AS place, claim.dead AS dead,
       claim.injured AS injured
ORDER BY day, act, target, place, claim.id
LIMIT 500
