// Which threats were followed by an act of the same actor against the same target?
// Quelles menaces ont été suivies d'un acte du même acteur contre la même cible ?
MATCH (who:Entity)-[warning:THREATENED|WARNED]->(whom:Entity)
MATCH (who)-[deed:ATTACKED|STRUCK|KILLED|DAMAGED|SEIZED|BLOCKADED|ABDUCTED|WITHDREW_FROM|SANCTIONED]->(whom)
WHERE deed.lastDay >= warning.firstDay OR deed.lastDay IS NULL OR warning.firstDay IS NULL
RETURN who.name AS actor, type(warning) AS threat, warning.firstDay AS threatDay, type(deed) AS act,
       deed.firstDay AS actDay, whom.name AS target, deed.fact AS actIsFact
ORDER BY actor, target, threatDay, actDay, threat, act, warning.id, deed.id
LIMIT 200
