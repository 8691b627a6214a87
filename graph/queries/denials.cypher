// What is denied, and by whom?
// Qu'est-ce qui est démenti, et par qui ?
MATCH (claim:Claim)-[:SOURCE]->(who:Entity)
WHERE claim.class = 'denied'
MATCH (claim)-[:TARGET]->(whom:Entity)
OPTIONAL MATCH (claim)-[:BY]->(denier:Entity)
RETURN who.name AS agent, claim.relation AS relation, whom.name AS target, denier.name AS deniedBy
ORDER BY agent, relation, target, deniedBy, claim.id, denier.id
LIMIT 500
