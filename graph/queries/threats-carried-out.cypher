// Which threats were followed by an act of the same actor against the same target?
// Quelles menaces ont été suivies d'un acte du même acteur contre la même cible ?
MATCH (actor:Entity)-[threat:THREATENED|WARNED]->(target:Entity)
MATCH (actor)-[act:ATTACKED|STRUCK|KILLED|DAMAGED|SEIZED|BLOCKADED|ABDUCTED|WITHDREW_FROM|SANCTIONED]->(target)
WHERE act.lastDay >= threat.firstDay OR act.lastDay IS NULL OR threat.firstDay IS NULL
RETURN actor.name AS actor, type(threat) AS threat, threat.firstDay AS threatDay, type(act) AS act,
       act.firstDay AS actDay, target.name AS target, act.fact AS actIsFact
ORDER BY actor, target, threatDay, actDay, threat, act, threat.id, act.id
LIMIT 200
