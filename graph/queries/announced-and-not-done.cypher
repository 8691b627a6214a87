// What is announced, threatened or feared, and not told as done?
// Qu'est-ce qui est annoncé, menacé ou redouté, sans qu'on le dise accompli ?
MATCH (claim:Claim)-[:SOURCE]->(who:Entity)
WHERE claim.class = 'intended'
MATCH (claim)-[:TARGET]->(whom:Entity)
WHERE NOT EXISTS {
  MATCH (done:Claim)-[:SOURCE]->(who)
  MATCH (done)-[:TARGET]->(whom)
  WHERE done.class = 'happened' AND done.relation = claim.relation
}
RETURN who.name AS agent, claim.relation AS relation, whom.name AS target, claim.status AS status,
       claim.by AS saidBy, claim.firstDay AS day
ORDER BY agent, relation, target, status, day, claim.id
LIMIT 500
