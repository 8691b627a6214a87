// What happened in a place, day by day?
// Que s'est-il passé dans un lieu, jour après jour ?
// $place: "Aguelhok"
MATCH (claim:Claim)-[:AT]->(spot:Place)
WHERE $place IN spot.names AND claim.class IN ['happened', 'alleged']
MATCH (claim)-[:SOURCE]->(who:Entity)
MATCH (claim)-[:TARGET]->(whom:Entity)
RETURN claim.firstDay AS day, who.name AS agent, claim.relation AS act, whom.name AS target,
       claim.status AS status, claim.by AS saidBy, claim.dead AS dead
ORDER BY day, agent, act, target, claim.id
LIMIT 500
