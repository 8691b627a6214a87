// Which acts of violence does no article lay at anybody's door?
// Quels actes de violence aucun article n'attribue-t-il à personne ?
MATCH (claim:Claim)-[:SOURCE]->(who:Unknown)
WHERE claim.class = 'happened'
MATCH (claim)-[:TARGET]->(whom:Entity)
OPTIONAL MATCH (claim)-[:AT]->(spot:Place)
RETURN claim.firstDay AS day, claim.relation AS act, whom.name AS target, spot.name AS place, claim.dead AS dead,
       claim.injured AS injured
ORDER BY day, act, target, place, claim.id
LIMIT 500
