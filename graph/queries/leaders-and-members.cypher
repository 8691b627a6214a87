// Who leads, belongs to or speaks for a group, a body or a state, and what is part of it?
// Qui dirige un groupe, un organisme ou un État, qui en est membre, qu'est-ce qui en fait partie ?
// $group: "Front de libération du Tamesna"
MATCH (member:Entity)-[bond:LEADS|MEMBER_OF|PART_OF]->(group:Entity)
WHERE $group IN group.names
RETURN group.name AS group, type(bond) AS bond, member.name AS member, member.type AS type, bond.status AS status,
       bond.firstDay AS since, bond.lastDay AS until
ORDER BY group, bond, member, bond.id
LIMIT 500
