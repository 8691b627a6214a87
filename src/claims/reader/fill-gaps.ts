/**
 * Gapping: "L'armée a arrêté deux suspects et la police trois bandits": behind a clause stand two noun groups side by side, without verb or
 * comma between them, and the clause's verb says of them what it says of its own ends. The trees hang such groups anywhere, so they are
 * found by how the words stand. What was read between an end of the clause and one of these two is dropped.
 */
import { KIND_OF_TYPE, type Relation } from "../../../graph/model.js";
import type { ReadClaim } from "../../model/claim.js";
import type { Sentence, Upos } from "../../model/text.js";
import { caseOf, isVerbal } from "../syntax.js";
import { type Candidate, mayStand } from "./candidate.js";

/** Two ends without a verb of their own; token indexes of where the first group opens and of the second one's preposition. */
interface Gap {
  readonly first: Candidate;
  readonly second: Candidate;
  readonly opens: number;
  /** The preposition before the second group, lower case; "" where there is none. */
  readonly preposition: string;
}

const BY: ReadonlySet<string> = new Set(["par", "by"]);
const WITHIN_GROUP: ReadonlySet<Upos> = new Set(["DET", "NOUN", "PROPN", "ADJ", "NUM", "ADP", "PART"]);
const BEFORE_NOUN: ReadonlySet<Upos> = new Set(["DET", "NUM", "ADJ"]);
const ENDS_CLAUSE = /^(?:qui|que|qu['’]|dont|où|who|which|that|whose|where)$/iu;

/** Where the noun group of a candidate opens, a title before a name with it ("le maréchal Haftar"). */
function openingOf({ tokens }: Sentence, { position, type }: Candidate): number {
  const head = position - 1;
  const above = tokens[head]?.head ?? -1;
  const isBehindTitle =
    type === "person" && above === head - 1 && /^(?:appos|flat)/u.test(tokens[head]?.relation ?? "");
  let at = isBehindTitle && tokens[above]?.upos === "NOUN" ? above : head;
  while (BEFORE_NOUN.has(tokens[at - 1]?.upos ?? "X")) at--;
  return at;
}

/** Whether a finite verb follows before the clause ends: then the group is its subject or object. */
function hasVerbBehind({ tokens }: Sentence, head: number): boolean {
  for (const token of tokens.slice(head + 1)) {
    if (token.upos === "PUNCT" || token.upos === "SCONJ" || ENDS_CLAUSE.test(token.text)) return false;
    if (token.upos === "AUX" || (token.upos === "VERB" && token.feats.VerbForm === "Fin")) return true;
  }
  return false;
}

function findGaps(sentence: Sentence, candidates: readonly Candidate[]): Gap[] {
  const { tokens } = sentence;
  const isSubject = (at: number) => /^[nc]subj/u.test(tokens[at]?.relation ?? "");
  return candidates.flatMap((second): Gap[] => {
    const head = second.position - 1;
    let at = openingOf(sentence, second);
    const isMarked = /^(?:DET|NUM)$/u.test(tokens[at]?.upos ?? "") || tokens[head]?.upos === "PRON";
    const isPlaceName = at === head && tokens[head]?.upos === "PROPN" && KIND_OF_TYPE[second.type] === "Place";
    const preposition = tokens[at - 1]?.upos === "ADP" ? (tokens[at - 1]?.text ?? "").toLowerCase() : "";
    // "dix soldats ont été tués par les rebelles et trois policiers par des bandits"; other complements belong to the group before.
    if (preposition !== "") at--;
    if (preposition === "" ? !(isMarked || isPlaceName) : !BY.has(preposition)) return [];
    if (isSubject(head) || hasVerbBehind(sentence, head)) return [];
    let opens = at;
    while (WITHIN_GROUP.has(tokens[opens - 1]?.upos ?? "X")) opens--;
    const isBehindClause = tokens[opens - 1]?.upos === "CCONJ" || tokens[opens - 1]?.text === ",";
    if (!isBehindClause || opens === at || tokens[opens]?.upos === "ADP") return [];
    const first = candidates.find(({ position, type }) => {
      const own = position - 1;
      const isFree = own >= opens && own < at && !tokens.slice(opens, own).some((t) => t.upos === "ADP");
      return isFree && !isSubject(own) && KIND_OF_TYPE[type] !== "Place";
    });
    return first === undefined ? [] : [{ first, second, opens, preposition }];
  });
}

/** The claims of a sentence with what its gaps say. */
export function fillGaps(
  sentence: Sentence,
  candidates: readonly Candidate[],
  claims: readonly ReadClaim[],
): ReadClaim[] {
  const positions = new Map(candidates.map((c) => [c.mention, c.position - 1]));
  const at = (mention: number | null) => (mention === null ? undefined : positions.get(mention));
  let out: readonly ReadClaim[] = claims;
  for (const { first, second, opens, preposition } of findGaps(sentence, candidates)) {
    const said = out.flatMap((claim) => {
      const [source, target] = [at(claim.source), at(claim.target)];
      if (source === undefined || target === undefined || !isVerbal(sentence.tokens[claim.trigger])) return [];
      const isActive = source < claim.trigger && claim.trigger < target;
      const isPassive = target < claim.trigger && claim.trigger < source;
      const behind = isActive ? target : source;
      if (!(isActive || isPassive) || behind >= opens || caseOf(sentence, behind) !== preposition) return [];
      if (sentence.tokens.slice(behind, opens).some(isVerbal)) return [];
      return [{ claim, ends: isActive ? ([first, second] as const) : ([second, first] as const) }];
    });
    // The verb nearest before the gap is the one left out.
    const trigger = Math.max(...said.map(({ claim }) => claim.trigger));
    const filled = said.filter(({ claim, ends: [source, target] }) => {
      const mayBe = (relation: Relation) => mayStand(relation, 0, source.type) && mayStand(relation, 1, target.type);
      return claim.trigger === trigger && mayBe(claim.relation);
    });
    if (filled.length === 0) continue;
    const crosses = (claim: ReadClaim) => {
      const [a, b] = [at(claim.source), at(claim.target)];
      return claim.trigger === trigger && a !== undefined && b !== undefined && a < opens !== b < opens;
    };
    const kept = out.filter((claim) => !crosses(claim));
    const isTold = (claim: ReadClaim) =>
      kept.some((k) => k.source === claim.source && k.relation === claim.relation && k.target === claim.target);
    const own = filled.map(({ claim, ends: [source, target] }) => ({
      ...claim,
      source: source.mention,
      target: target.mention,
      rule: `gap:${sentence.tokens[claim.trigger]?.lemma ?? ""}`,
    }));
    out = [
      ...kept,
      ...own.filter((claim, k) => !isTold(claim) && own.findIndex((o) => o.relation === claim.relation) === k),
    ];
  }
  return [...out];
}
