// What is only alleged, and who alleges it?
// Qu'est-ce qui n'est qu'allégué, et par qui ?
MATCH (claim:Claim)-[:SOURCE]->(agent:Entity)
WHERE claim.class = 'alleged'
MATCH (claim)-[:TARGET]->(target:Entity)
OPTIONAL MATCH (claim)-[:BY]->(accuser:Entity)
RETURN agent.name AS accused, claim.relation AS relation, target.name AS target, accuser.name AS accuser,
       claim.firstDay AS day
ORDER BY accused, relation, target, accuser, day, claim.id, accuser.id
LIMIT 500
