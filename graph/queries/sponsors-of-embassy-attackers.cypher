// Who sponsors somebody who attacked an embassy?
// Qui parraine ceux qui ont attaqué une ambassade ?
MATCH (attacker:Entity)-[attack:ATTACKED|STRUCK|DAMAGED|SEIZED|BLOCKADED]->(embassy:Entity)
WHERE embassy.subtype = 'embassy' AND NOT attack.withdrawn
MATCH (sponsor:Entity)-[support:SPONSORS]->(attacker)
WHERE NOT support.withdrawn
RETURN sponsor.name AS sponsor, support.status AS sponsorStatus, support.by AS saidBy, attacker.name AS attacker,
       type(attack) AS act, embassy.name AS embassy, attack.fact AS attackIsFact, attack.firstDay AS day
ORDER BY sponsor, attacker, day, act, support.id, attack.id
LIMIT 200
