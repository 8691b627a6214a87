// How many dead do the articles count, by who killed them? An event counts once, with its highest figures.
// Combien de morts les articles comptent-ils, par auteur ? Un événement compte une fois, avec ses chiffres les plus hauts.
MATCH (claim:Claim)-[:SOURCE]->(who:Entity)
WHERE claim.class = 'happened' AND claim.relation = 'KILLED' AND claim.dead IS NOT NULL
WITH who, claim.event AS event, max(claim.dead) AS atLeast, max(claim.deadMax) AS atMost
WITH who, count(*) AS events, sum(atLeast) AS deadAtLeast, sum(coalesce(atMost, atLeast)) AS deadAtMost
RETURN who.name AS agent, who.type AS type, events, deadAtLeast, deadAtMost
ORDER BY deadAtLeast DESC, agent, who.id
LIMIT 100
