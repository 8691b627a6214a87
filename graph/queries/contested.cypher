// What is contested: said by some, denied by others?
// Qu'est-ce qui est contesté : dit par les uns, démenti par les autres ?
MATCH (who:Entity)-[edge]->(whom:Entity)
WHERE edge.contested
RETURN who.name AS agent, type(edge) AS relation, whom.name AS target, edge.status AS status, edge.by AS saidBy,
       edge.deniedBy AS deniedBy
ORDER BY agent, relation, target, edge.id
LIMIT 500
