// Who met or agreed with somebody whom he also fought, accused or threatened?
// Qui a rencontré celui qu'il a aussi combattu, accusé ou menacé, ou s'est entendu avec lui ?
MATCH (x:Entity)-[meeting:MET_WITH|AGREED_WITH]-(y:Entity)
MATCH (x)-[fight:ATTACKED|STRUCK|KILLED|CLASHED_WITH|ACCUSED|THREATENED|CONDEMNED|SANCTIONED]->(y)
RETURN x.name AS one, type(fight) AS quarrel, fight.firstDay AS quarrelDay, y.name AS other,
       type(meeting) AS talk, meeting.firstDay AS talkDay
ORDER BY one, other, quarrelDay, talkDay, quarrel, talk, fight.id, meeting.id
LIMIT 200
