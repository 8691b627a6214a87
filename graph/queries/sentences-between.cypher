// Which sentences speak of a relation between two names, and in which articles?
// Quelles phrases parlent d'une relation entre deux noms, et dans quels articles ?
// $source: "Mali"
// $target: "Front de libération du Tamesna"
MATCH (claim:Claim)-[:SOURCE]->(who:Entity)
WHERE $source IN who.names OR $target IN who.names
MATCH (claim)-[:TARGET]->(whom:Entity)
WHERE ($target IN whom.names OR $source IN whom.names) AND who.id <> whom.id
MATCH (claim)-[said:SAID_IN]->(line:Sentence)
MATCH (line)-[:IN_ARTICLE]->(article:Article)
RETURN article.published AS published, article.file AS file, who.name AS source, claim.relation AS relation,
       whom.name AS target, said.status AS status, said.by AS saidBy, said.trigger AS trigger, line.text AS sentence
ORDER BY published, file, line.start, source, relation, target, said.id
LIMIT 500
