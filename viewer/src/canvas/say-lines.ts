/** What is written on lines, from the longest way to say it to the shortest that will do. */
import type { Edge } from "../../../graph/model.js";
import { type GraphIndex, isNameless, nameIn } from "../model/graph-index.js";
import { type Line, lineOfEdge } from "../model/standing.js";
import { edgeCaveat, relationText } from "../model/wording.js";
import type { Language, Say } from "../strings/strings.js";

const LONGEST_LABEL = 46;
const SHORTEST_LABEL = 22;
/** What only a party claims has its parties on both sides where the line is long enough. */
const LONGEST_CLAIMED = 76;
/** What is never said without the party that claims it. */
const IS_CLAIMED: ReadonlySet<Line> = new Set(["alleged", "disputed"]);

/** A label no longer than a line can carry. */
export const shorten = (text: string, longest: number = LONGEST_LABEL): string =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text;

const saidOf = new WeakMap<Edge, { readonly language: Language; readonly says: string }>();

/** The ways to say a line, in lines of a text; a line's words change with the language alone. */
export function saysOf(index: GraphIndex, edge: Edge, language: Language, say: Say): string {
  const known = saidOf.get(edge);
  if (known?.language === language) return known.says;
  const [caveat, brief] = [undefined, 1].map((most) => edgeCaveat(index, edge, language, say, most));
  const says = waysToSay(
    relationText(edge, say),
    [caveat ?? "", brief ?? ""],
    edge.contested ? say("disputed") : "",
    IS_CLAIMED.has(lineOfEdge(edge)),
  ).join("\n");
  saidOf.set(edge, { language, says });
  return says;
}

/**
 * From the longest to the shortest. Parties are counted, and a denial told in one word, before a text is cut.
 * @param caveats with many parties of each side, and with one
 */
function waysToSay(
  relation: string,
  [caveat, brief]: readonly [string, string],
  disputed: string,
  isOnlyClaimed: boolean,
): string[] {
  if (caveat === "") return [relation];
  if (!isOnlyClaimed) return [shorten(`${relation} · ${caveat}`), relation];
  const [first = brief] = brief.split(", ");
  const short = disputed === "" || first === disputed ? first : `${first}, ${disputed}`;
  const whole = new Set([caveat, brief, short].flatMap((text) => [`${relation} · ${text}`, text]).concat(first));
  const fit = [...whole].filter((text) => text.length <= LONGEST_CLAIMED).sort((a, b) => b.length - a.length);
  return [...(fit.length > 0 ? fit : [shorten(first)]), shorten(first, SHORTEST_LABEL + 1)];
}

/** In an exported picture, which nobody can ask: the act, and one party of each side. */
export function saysInPicture(index: GraphIndex, edge: Edge, language: Language, say: Say): string {
  const relation = relationText(edge, say);
  const brief = edgeCaveat(index, edge, language, say, 1);
  return IS_CLAIMED.has(lineOfEdge(edge))
    ? shorten(brief === "" ? relation : `${relation} · ${brief}`, LONGEST_CLAIMED)
    : "";
}

/** The same with both ends and all parties, for a note under the picture. */
export function noteOfLine(index: GraphIndex, edge: Edge, language: Language, say: Say): string {
  const [source, target] = [edge.source, edge.target].map((id) => {
    const node = index.nodes.get(id);
    return node !== undefined && isNameless(node) ? say("someone") : nameIn(node, language);
  });
  return [`${source} ${relationText(edge, say)} ${target}`, edgeCaveat(index, edge, language, say)]
    .filter((part) => part !== "")
    .join(" · ");
}
