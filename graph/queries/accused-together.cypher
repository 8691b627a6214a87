// Who is accused by the same accuser?
// Qui est accusé par le même accusateur ?
MATCH (voice:Entity)-[first:ACCUSED]->(one:Entity)
MATCH (voice)-[second:ACCUSED]->(other:Entity)
WHERE one.id < other.id
RETURN voice.name AS accuser, one.name AS accused, other.name AS alsoAccused, first.firstDay AS day,
       second.firstDay AS otherDay
ORDER BY accuser, accused, alsoAccused, first.id, second.id
LIMIT 200
