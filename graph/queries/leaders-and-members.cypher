// Who leads, belongs to or speaks for a group, a body or a state, and what is part of it?
// Qui dirige un groupe, un organisme ou un État, qui en est membre, qu'est-ce qui en fait partie ?
// $group: "Front de libération du Tamesna"
MATCH (insider:Entity)-[tie:LEADS|MEMBER_OF|PART_OF]->(whole:Entity)
WHERE $group IN whole.names
RETURN whole.name AS group, type(tie) AS bond, insider.name AS member, insider.type AS type, tie.status AS status,
       tie.firstDay AS since, tie.lastDay AS until
ORDER BY group, bond, member, tie.id
LIMIT 500
