// What is announced, threatened or feared, and not told as done?
// Qu'est-ce qui est annoncé, menacé ou redouté, sans qu'on le dise accompli ?
MATCH (claim:Claim)-[:SOURCE]->(agent:Entity)
WHERE claim.class = 'intended'
MATCH (claim)-[:TARGET]->(target:Entity)
OPTIONAL MATCH (done:Claim {relation: claim.relation, class: 'happened'})-[:SOURCE]->(agent)
WHERE EXISTS { MATCH (done)-[:TARGET]->(target) }
WITH claim, agent, target, count(done) AS told
WHERE told = 0
RETURN agent.name AS agent, claim.relation AS relation, target.name AS target, claim.status AS status,
       claim.by AS saidBy, claim.firstDay AS day
ORDER BY agent, relation, target, status, day, claim.id
LIMIT 500
