// Which acts does the doer itself claim, and does anybody deny it?
// Quels actes leur auteur revendique-t-il lui-même, et quelqu'un le dément-il ?
MATCH (who:Entity)-[deed:ATTACKED|STRUCK|KILLED|WOUNDED|DAMAGED|SEIZED|ABDUCTED|BLOCKADED]->(whom:Entity)
WHERE who.name IN deed.by
RETURN who.name AS agent, type(deed) AS act, whom.name AS target, deed.status AS status, deed.contested AS contested,
       deed.deniedBy AS deniedBy, deed.firstDay AS day
ORDER BY agent, act, target, deed.id
LIMIT 200
