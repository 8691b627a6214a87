// What does a state, a group or a person say, and how: as a fact, as an accusation, as a plan, as a denial?
// Que dit un État, un groupe ou une personne, et comment : comme un fait, une accusation, un projet, un démenti ?
// $speaker: "Mali"
MATCH (claim:Claim)-[:BY]->(speaker:Entity)
WHERE $speaker IN speaker.names
MATCH (claim)-[:SOURCE]->(agent:Entity)
MATCH (claim)-[:TARGET]->(target:Entity)
RETURN speaker.name AS speaker, claim.status AS status, agent.name AS agent, claim.relation AS relation,
       target.name AS target, claim.firstDay AS day
ORDER BY speaker, status, agent, relation, target, day, claim.id, speaker.id
LIMIT 500
