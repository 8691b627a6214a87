// Who is accused by the same accuser?
// Qui est accusé par le même accusateur ?
MATCH (accuser:Entity)-[first:ACCUSED]->(one:Entity)
MATCH (accuser)-[second:ACCUSED]->(other:Entity)
WHERE one.id < other.id
RETURN accuser.name AS accuser, one.name AS accused, other.name AS alsoAccused, first.firstDay AS day,
       second.firstDay AS otherDay
ORDER BY accuser, accused, alsoAccused, first.id, second.id
LIMIT 200
