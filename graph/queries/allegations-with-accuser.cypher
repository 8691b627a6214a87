// What is only alleged, and who alleges it?
// Qu'est-ce qui n'est qu'allégué, et par qui ?
MATCH (claim:Claim)-[:SOURCE]->(who:Entity)
WHERE claim.class = 'alleged'
MATCH (claim)-[:TARGET]->(whom:Entity)
OPTIONAL MATCH (claim)-[:BY]->(voice:Entity)
RETURN who.name AS accused, claim.relation AS relation, whom.name AS target, voice.name AS accuser,
       claim.firstDay AS day
ORDER BY accused, relation, target, accuser, day, claim.id, voice.id
LIMIT 500
