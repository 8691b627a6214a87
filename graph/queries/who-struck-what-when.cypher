// Who struck or attacked what, when, where and by what means?
// Qui a frappé ou attaqué quoi, quand, où et par quel moyen ?
MATCH (claim:Claim)-[:SOURCE]->(who:Entity)
WHERE claim.class = 'happened' AND claim.relation IN ['STRUCK', 'ATTACKED']
MATCH (claim)-[:TARGET]->(whom:Entity)
OPTIONAL MATCH (claim)-[:AT]->(spot:Place)
RETURN claim.firstDay AS day, claim.precision AS precision, who.name AS agent, claim.relation AS act,
       whom.name AS target, spot.name AS place, claim.modes AS means, claim.status AS status
ORDER BY day, agent, act, target, place, claim.id
LIMIT 500
