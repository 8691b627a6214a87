/** Two records of one node made one. Source: docs/graph-json.md, "Merge". */
import { type GraphNode, KIND_OF_TYPE, type NodeMention } from "./model.js";
import { compareCodePoints, compareMentions, compareNullable, sortedUnique } from "./order.js";

/** The one that is not null, else the smaller by code point. */
export function mergeScalar<T extends string | null>(a: T, b: T): T {
  if (a === null) return b;
  if (b === null) return a;
  return compareCodePoints(a, b) <= 0 ? a : b;
}

type Place = Pick<GraphNode, "lat" | "lon">;

/** Latitude and longitude go together: the one place that is given, else the more southern, then the more western. */
function mergePlaces(a: Place, b: Place): Place {
  const order = compareNullable(a.lat, b.lat, (x, y) => x - y) || compareNullable(a.lon, b.lon, (x, y) => x - y);
  const { lat, lon } = order <= 0 ? a : b;
  return { lat, lon };
}

function mergeNames(a: GraphNode["names"], b: GraphNode["names"]): GraphNode["names"] {
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  const languages = sortedUnique([...left.keys(), ...right.keys()]);
  return Object.fromEntries(
    languages.map((language) => [
      language,
      sortedUnique([...(left.get(language) ?? []), ...(right.get(language) ?? [])]),
    ]),
  );
}

const mergeMentions = (a: readonly NodeMention[], b: readonly NodeMention[]): NodeMention[] =>
  [...new Map([...a, ...b].map((m) => [JSON.stringify([m.article, m.start, m.end, m.form]), m])).values()].sort(
    compareMentions,
  );

/** @param a a node; @param b a node with the same id */
export function mergeNodes(a: GraphNode, b: GraphNode): GraphNode {
  const type = mergeScalar(a.type, b.type);
  return {
    id: a.id,
    kind: KIND_OF_TYPE[type],
    type,
    subtype: mergeScalar(a.subtype, b.subtype),
    named: a.named || b.named,
    name: mergeScalar(a.name, b.name),
    names: mergeNames(a.names, b.names),
    country: mergeScalar(a.country, b.country),
    ...mergePlaces(a, b),
    sameAs: sortedUnique([...a.sameAs, ...b.sameAs]),
    formerIds: sortedUnique([...a.formerIds, ...b.formerIds]),
    mentions: mergeMentions(a.mentions, b.mentions),
  };
}
