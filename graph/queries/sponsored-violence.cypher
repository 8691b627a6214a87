// Whom does a sponsor hit through a group: sponsor, group, target?
// Qui un parrain frappe-t-il par un groupe interposé : parrain, groupe, cible ?
MATCH (backer:Entity)-[support:SPONSORS]->(who:Entity)
WHERE NOT support.withdrawn
MATCH (who)-[deed:ATTACKED|STRUCK|KILLED|WOUNDED|DAMAGED|ABDUCTED]->(whom:Entity)
WHERE NOT deed.withdrawn
RETURN backer.name AS sponsor, support.fact AS sponsorIsFact, support.deniedBy AS sponsorDeniedBy, who.name AS agent,
       type(deed) AS act, whom.name AS target, deed.fact AS actIsFact, deed.firstDay AS day
ORDER BY sponsor, agent, act, target, day, support.id, deed.id
LIMIT 500
