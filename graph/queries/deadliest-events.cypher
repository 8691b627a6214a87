// Which happenings cost most lives, and do the tolls agree?
// Quels événements ont fait le plus de morts, et les bilans concordent-ils ?
MATCH (claim:Claim)-[:TARGET]->(whom:Entity)
WHERE claim.relation = 'KILLED' AND claim.class = 'happened' AND claim.dead IS NOT NULL
OPTIONAL MATCH (claim)-[:AT]->(spot:Place)
RETURN claim.dead AS deadAtLeast, claim.deadMax AS deadAtMost, 'toll' IN claim.contested AS tollsDisagree,
       whom.name AS victims, spot.name AS place, claim.firstDay AS day, claim.by AS saidBy
ORDER BY deadAtLeast DESC, day, victims, place, claim.id
LIMIT 50
