/** Whether ids follow from content, and what a record is agrees with what it says it is. */
import { groupBy } from "../derive/group-by.js";
import {
  articleId,
  claimId,
  compareEvidenceKeys,
  type EvidenceKey,
  edgeId,
  eventId,
  evidenceKey,
  mentionedId,
  openAgentId,
} from "../ids.js";
import {
  type Article,
  CLASS_OF_STATUS,
  type Claim,
  type GraphNode,
  KIND_OF_TYPE,
  STANDING,
  SYMMETRIC,
} from "../model.js";
import { compareCodePoints, compareMentions, comparePublication } from "../order.js";
import type { Records, Report } from "./records.js";

const told = (id: string): string => `does not follow from what it names: ${JSON.stringify(id)} would`;

const datedIn = (id: string, articleOf: ReadonlyMap<string, Article>) => ({
  id,
  published: articleOf.get(id)?.published ?? null,
});

/** The first evidence of some claims: by publication, then in the order of the text. */
function firstKey(claims: readonly Claim[], articleOf: ReadonlyMap<string, Article>): EvidenceKey | null {
  const compare = (a: EvidenceKey, b: EvidenceKey) =>
    comparePublication(datedIn(a[0], articleOf), datedIn(b[0], articleOf)) || compareEvidenceKeys(a, b);
  const keys = claims.flatMap((c) => c.evidence.map((e) => evidenceKey(c.relation, e)));
  return keys.reduce<EvidenceKey | null>(
    (first, key) => (first === null || compare(key, first) < 0 ? key : first),
    null,
  );
}

function checkEvents({ claims, articleOf, nodeOf }: Records, report: Report): void {
  const happenings = groupBy(
    [...claims].filter(([, c]) => c.event !== null),
    ([, c]) => c.event,
  );
  for (const [event, members] of happenings) {
    const first = firstKey(
      members.map(([, c]) => c),
      articleOf,
    );
    const place = members[0]?.[0];
    if (first === null || event === null || place === undefined) continue;
    if (event !== eventId(first)) report(`claims[${place}].event`, told(eventId(first)));
  }
  for (const [k, claim] of claims)
    for (const end of ["source", "target"] as const) {
      if (nodeOf.get(claim[end])?.type !== "unknown") continue;
      const own = firstKey([claim], articleOf);
      const wanted =
        claim.event !== null
          ? `actor:unknown-${claim.event.slice("event:".length)}`
          : own === null
            ? claim[end]
            : openAgentId(own);
      if (claim[end] !== wanted)
        report(`claims[${k}].${end}`, `is the open agent of another happening: ${wanted} is its own`);
    }
}

/** A key that no mention gave: it does not end as ids of mentions do. */
const looksRegistered = (id: string): boolean => !/[:-][0-9a-f]{16}$/u.test(id);

function checkNode(node: GraphNode, path: string, records: Records, report: Report): void {
  const kind = KIND_OF_TYPE[node.type];
  if (node.kind !== kind) report(`${path}.kind`, `is ${node.kind}, where a ${node.type} is ${kind}`);
  if (!node.id.startsWith(`${node.kind.toLowerCase()}:`))
    report(`${path}.id`, `does not begin with its kind, ${node.kind}`);
  if (node.type === "unknown") {
    if (node.named) report(`${path}.named`, "is true of an open agent");
    if (!/^actor:unknown-[0-9a-f]{16}$/u.test(node.id)) report(`${path}.id`, "is not that of an open agent");
    return;
  }
  if (looksRegistered(node.id)) return;
  const [first] = [...node.mentions].sort(
    (a, b) =>
      comparePublication(datedIn(a.article, records.articleOf), datedIn(b.article, records.articleOf)) ||
      compareMentions(a, b),
  );
  if (first === undefined) report(`${path}.mentions`, "are none, and no register gives the id");
  else if (node.id !== mentionedId(node.kind, node.name, first))
    report(`${path}.id`, told(mentionedId(node.kind, node.name, first)));
}

function checkClaim(claim: Claim, path: string, report: Report): void {
  if (claim.id !== claimId(claim)) report(`${path}.id`, told(claimId(claim)));
  if (STANDING.has(claim.relation) !== (claim.event === null))
    report(
      `${path}.event`,
      claim.event === null ? "is null, where the relation is an event's" : "is that of a standing relation",
    );
  if (SYMMETRIC.has(claim.relation) && compareCodePoints(claim.source, claim.target) > 0)
    report(`${path}.source`, "is the greater id of a symmetric relation");
  claim.evidence.forEach(({ status }, k) => {
    if (CLASS_OF_STATUS[status] !== claim.class)
      report(`${path}.evidence[${k}].status`, `is ${status}, which is not of the class ${claim.class}`);
  });
}

export function checkIdentity(records: Records, report: Report): void {
  for (const [k, { id, publisher, published, text }] of records.articles) {
    const wanted = text === null ? id : articleId(publisher, published, text);
    if (id !== wanted) report(`articles[${k}].id`, told(wanted));
  }
  for (const [k, node] of records.nodes) checkNode(node, `nodes[${k}]`, records, report);
  for (const [k, claim] of records.claims) checkClaim(claim, `claims[${k}]`, report);
  for (const [k, edge] of records.edges) if (edge.id !== edgeId(edge)) report(`edges[${k}].id`, told(edgeId(edge)));
  checkEvents(records, report);
}
