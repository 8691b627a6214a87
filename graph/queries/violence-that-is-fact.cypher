// Which acts of violence are facts: stated by the articles, or reported and denied by nobody?
// Quels actes de violence sont établis : affirmés par les articles, ou rapportés sans être démentis ?
MATCH (agent:Entity)-[act:ATTACKED|STRUCK|KILLED|WOUNDED|DAMAGED|CLASHED_WITH]->(target:Entity)
WHERE act.fact
RETURN act.firstDay AS day, agent.name AS agent, type(act) AS act, target.name AS target, act.status AS status,
       act.by AS saidBy, act.sources AS sources
ORDER BY day, agent, act, target, act.id
LIMIT 500
