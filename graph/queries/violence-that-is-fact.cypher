// Which acts of violence are facts: stated by the articles, or reported and denied by nobody?
// Quels actes de violence sont établis : affirmés par les articles, ou rapportés sans être démentis ?
MATCH (who:Entity)-[deed:ATTACKED|STRUCK|KILLED|WOUNDED|DAMAGED|CLASHED_WITH]->(whom:Entity)
WHERE deed.fact
RETURN deed.firstDay AS day, who.name AS agent, type(deed) AS act, whom.name AS target, deed.status AS status,
       deed.by AS saidBy, deed.sources AS sources
ORDER BY day, agent, act, target, deed.id
LIMIT 500
