// What is contested: said by some, denied by others?
// Qu'est-ce qui est contesté : dit par les uns, démenti par les autres ?
MATCH (agent:Entity)-[edge]->(target:Entity)
WHERE edge.contested
RETURN agent.name AS agent, type(edge) AS relation, target.name AS target, edge.status AS status, edge.by AS saidBy,
       edge.deniedBy AS deniedBy
ORDER BY agent, relation, target, edge.id
LIMIT 500
