// Who struck or attacked what, when, where and by what means?
// Qui a frappé ou attaqué quoi, quand, où et par quel moyen ?
MATCH (claim:Claim)-[:SOURCE]->(agent:Entity)
WHERE claim.class = 'happened' AND claim.relation IN ['STRUCK', 'ATTACKED']
MATCH (claim)-[:TARGET]->(target:Entity)
OPTIONAL MATCH (claim)-[:AT]->(place:Place)
RETURN claim.firstDay AS day, claim.precision AS precision, agent.name AS agent, claim.relation AS act,
       target.name AS target, place.name AS place, claim.modes AS means, claim.status AS status
ORDER BY day, agent, act, target, place, claim.id
LIMIT 500
