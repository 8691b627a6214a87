// Which sentences speak of a relation between two names, and in which articles?
// Quelles phrases parlent d'une relation entre deux noms, et dans quels articles ?
// $source: "Mali"
// $target: "Front de libération du Tamesna"
MATCH (claim:Claim)-[:SOURCE]->(source:Entity)
WHERE $source IN source.names OR $target IN source.names
MATCH (claim)-[:TARGET]->(target:Entity)
WHERE ($target IN target.names OR $source IN target.names) AND source.id <> target.id
MATCH (claim)-[said:SAID_IN]->(sentence:Sentence)
MATCH (sentence)-[:IN_ARTICLE]->(article:Article)
RETURN article.published AS published, article.file AS file, source.name AS source, claim.relation AS relation,
       target.name AS target, said.status AS status, said.by AS saidBy, said.trigger AS trigger, sentence.text AS sentence
ORDER BY published, file, sentence.start, source, relation, target, said.id
LIMIT 500
