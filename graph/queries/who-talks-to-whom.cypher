// Who met or agreed with somebody whom he also fought, accused or threatened?
// Qui a rencontré celui qu'il a aussi combattu, accusé ou menacé, ou s'est entendu avec lui ?
MATCH (one:Entity)-[talk:MET_WITH|AGREED_WITH]-(other:Entity)
MATCH (one)-[quarrel:ATTACKED|STRUCK|KILLED|CLASHED_WITH|ACCUSED|THREATENED|CONDEMNED|SANCTIONED]->(other)
RETURN one.name AS one, type(quarrel) AS quarrel, quarrel.firstDay AS quarrelDay, other.name AS other,
       type(talk) AS talk, talk.firstDay AS talkDay
ORDER BY one, other, quarrelDay, talkDay, quarrel, talk, quarrel.id, talk.id
LIMIT 200
