// Whom does a sponsor hit through a group: sponsor, group, target?
// Qui un parrain frappe-t-il par un groupe interposé : parrain, groupe, cible ?
MATCH (sponsor:Entity)-[support:SPONSORS]->(agent:Entity)
WHERE NOT support.withdrawn
MATCH (agent)-[act:ATTACKED|STRUCK|KILLED|WOUNDED|DAMAGED|ABDUCTED]->(target:Entity)
WHERE NOT act.withdrawn
RETURN sponsor.name AS sponsor, support.fact AS sponsorIsFact, support.deniedBy AS sponsorDeniedBy, agent.name AS agent,
       type(act) AS act, target.name AS target, act.fact AS actIsFact, act.firstDay AS day
ORDER BY sponsor, agent, act, target, day, support.id, act.id
LIMIT 500
