// Who sponsors somebody who attacked an embassy?
// Qui parraine ceux qui ont attaqué une ambassade ?
MATCH (who:Entity)-[attack:ATTACKED|STRUCK|DAMAGED|SEIZED|BLOCKADED]->(building:Entity)
WHERE building.subtype = 'embassy' AND NOT attack.withdrawn
MATCH (backer:Entity)-[support:SPONSORS]->(who)
WHERE NOT support.withdrawn
RETURN backer.name AS sponsor, support.status AS sponsorStatus, support.by AS saidBy, who.name AS attacker,
       type(attack) AS act, building.name AS embassy, attack.fact AS attackIsFact, attack.firstDay AS day
ORDER BY sponsor, attacker, day, act, support.id, attack.id
LIMIT 200
