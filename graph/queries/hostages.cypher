// Who was abducted, by whom, and is a release told?
// Qui a été enlevé, par qui, et une libération est-elle rapportée ?
MATCH (who:Entity)-[abduction:ABDUCTED]->(whom:Entity)
OPTIONAL MATCH (releaser:Entity)-[release:RELEASED]->(whom)
RETURN whom.name AS victim, who.name AS abductor, abduction.status AS status, abduction.firstDay AS abductedOn,
       release.firstDay AS releasedOn, releaser.name AS releasedBy
ORDER BY victim, abductor, abductedOn, releasedOn, releasedBy, abduction.id, release.id
LIMIT 200
