// What does a state, a group or a person say, and how: as a fact, as an accusation, as a plan, as a denial?
// Que dit un État, un groupe ou une personne, et comment : comme un fait, une accusation, un projet, un démenti ?
// $speaker: "Mali"
MATCH (claim:Claim)-[:BY]->(voice:Entity)
WHERE $speaker IN voice.names
MATCH (claim)-[:SOURCE]->(who:Entity)
MATCH (claim)-[:TARGET]->(whom:Entity)
RETURN voice.name AS speaker, claim.status AS status, who.name AS agent, claim.relation AS relation,
       whom.name AS target, claim.firstDay AS day
ORDER BY speaker, status, agent, relation, target, day, claim.id, voice.id
LIMIT 500
