// Which articles carry most claims?
// Quels articles portent le plus d'affirmations ?
MATCH (claim:Claim)-[:SAID_IN]->(sentence:Sentence)
MATCH (sentence)-[:IN_ARTICLE]->(article:Article)
WITH article, count(DISTINCT claim.id) AS claims, count(DISTINCT sentence.id) AS sentences
RETURN article.file AS file, article.publisher AS publisher, article.published AS published, claims, sentences
ORDER BY claims DESC, file, article.id
LIMIT 50
