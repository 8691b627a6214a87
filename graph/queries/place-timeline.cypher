// What happened in a place, day by day?
// Que s'est-il passé dans un lieu, jour après jour ?
// $place: "Aguelhok"
MATCH (claim:Claim)-[:AT]->(place:Place)
WHERE $place IN place.names AND claim.class IN ['happened', 'alleged']
MATCH (claim)-[:SOURCE]->(agent:Entity)
MATCH (claim)-[:TARGET]->(target:Entity)
RETURN claim.firstDay AS day, agent.name AS agent, claim.relation AS act, target.name AS target,
       claim.status AS status, claim.by AS saidBy, claim.dead AS dead
ORDER BY day, agent, act, target, claim.id
LIMIT 500
