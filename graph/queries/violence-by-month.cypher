// How many violent events does each month count?
// Combien d'événements violents chaque mois compte-t-il ?
MATCH (claim:Claim)
WHERE claim.class = 'happened' AND claim.firstDay IS NOT NULL
  AND claim.relation IN ['ATTACKED', 'STRUCK', 'KILLED', 'WOUNDED', 'DAMAGED', 'CLASHED_WITH']
WITH substring(claim.firstDay, 0, 7) AS month, count(DISTINCT claim.event) AS events
RETURN month, events
ORDER BY month
LIMIT 500
