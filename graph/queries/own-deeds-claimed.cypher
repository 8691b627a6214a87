// Which acts does the doer itself claim, and does anybody deny it?
// Quels actes leur auteur revendique-t-il lui-même, et quelqu'un le dément-il ?
MATCH (agent:Entity)-[act:ATTACKED|STRUCK|KILLED|WOUNDED|DAMAGED|SEIZED|ABDUCTED|BLOCKADED]->(target:Entity)
WHERE agent.name IN act.by
RETURN agent.name AS agent, type(act) AS act, target.name AS target, act.status AS status, act.contested AS contested,
       act.deniedBy AS deniedBy, act.firstDay AS day
ORDER BY agent, act, target, act.id
LIMIT 200
