// Which relations rest on most independent sources?
// Quelles relations reposent sur le plus de sources indépendantes ?
MATCH (who:Entity)-[edge]->(whom:Entity)
WHERE edge.fact AND edge.sources >= 2
RETURN who.name AS source, type(edge) AS relation, whom.name AS target, edge.sources AS sources,
       edge.articles AS articles, edge.firstDay AS firstDay
ORDER BY sources DESC, articles DESC, source, relation, target, edge.id
LIMIT 100
