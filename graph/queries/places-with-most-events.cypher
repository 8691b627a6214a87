// In which places did most violent events happen?
// Dans quels lieux y a-t-il eu le plus d'événements violents ?
MATCH (claim:Claim)-[:AT]->(spot:Place)
WHERE claim.class = 'happened'
  AND claim.relation IN ['ATTACKED', 'STRUCK', 'KILLED', 'WOUNDED', 'DAMAGED', 'CLASHED_WITH']
WITH spot, count(DISTINCT claim.event) AS events, min(claim.firstDay) AS firstDay, max(claim.lastDay) AS lastDay
RETURN spot.name AS place, spot.country AS country, events, firstDay, lastDay
ORDER BY events DESC, place, spot.id
LIMIT 50
