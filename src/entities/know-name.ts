/**
 * What the registers know of a mention: names of states, groups, bodies, persons and places; demonyms and capitals that
 * stand for a state; "le gouvernement irakien".
 */
import type { Kind, NodeType } from "../../graph/model.js";
import { KIND_OF_TYPE, KINDS } from "../../graph/model.js";
import GOVERNMENTS from "./governments.json" with { type: "json" };
import type { KnowName, KnownName } from "./known-name.js";
import { foldName } from "./name-keys.js";

export interface Gazetteer {
  /** An entry by any of its names, of this kind; null where none or several fit. */
  readonly lookup: (name: string, kind: Kind) => KnownName | null;
  /** The state that a demonym speaks of ("américaine", "Iraqi"). */
  readonly demonym: (word: string) => KnownName | null;
  /** The state whose capital or seat this is. */
  readonly capital: (name: string) => KnownName | null;
  /** The capital of the state with this key, as a place. */
  readonly capitalOf: (state: string) => KnownName | null;
}

const GOVERNMENT_HEADS = new Set(GOVERNMENTS.heads.map(foldName));
const SMALL_WORDS = new Set(["de", "du", "des", "d", "la", "le", "les", "l", "of", "the", "et", "and", "s"]);
const CAPITAL_NOUNS = new Set(["capitale", "capital"]);
const STATE_LIKE: ReadonlySet<NodeType> = new Set(["state", "government_body", "country"]);

const MOST_WORDS_OF_STATE = 4;

/** Words of a folded name; an elided "d'" or "l'" is a word of its own. */
const wordsOf = (folded: string) => folded.split(/[\s']+/u).filter((w) => w !== "");

export function createKnowName(gazetteer: Gazetteer): KnowName {
  const stateOf = (phrase: string): KnownName | null => gazetteer.demonym(phrase) ?? gazetteer.lookup(phrase, "Actor");

  /** "gouvernement irakien", "autorités de Bagdad", "US administration". */
  function government(folded: string): KnownName | null {
    const words = wordsOf(folded);
    if (words.length < 2 || !words.some((w) => GOVERNMENT_HEADS.has(w))) return null;
    const rest = words.filter((w) => !GOVERNMENT_HEADS.has(w) && !SMALL_WORDS.has(w));
    const phrase = rest.join(" ");
    if (phrase === "") return null;
    // "gouvernement espagnol de Mariano Rajoy": its state stands first.
    const state =
      stateOf(phrase) ?? gazetteer.capital(phrase) ?? (rest.length > 2 ? gazetteer.demonym(rest[0] ?? "") : null);
    return state !== null && state.type === "state" ? state : null;
  }

  /** "la capitale irakienne", "capital of Iraq". */
  function capitalCity(folded: string): KnownName | null {
    const words = wordsOf(folded);
    if (!words.some((w) => CAPITAL_NOUNS.has(w))) return null;
    const state = stateOf(words.filter((w) => !CAPITAL_NOUNS.has(w) && !SMALL_WORDS.has(w)).join(" "));
    return state === null || state.type !== "state" ? null : gazetteer.capitalOf(state.key);
  }

  /** Longest names of states first: "des Etats Unis" is one key. */
  function withStates(folded: string): string[] {
    const words = wordsOf(folded);
    const out: string[] = [];
    for (let k = 0; k < words.length; ) {
      let taken = 1;
      let key = words[k] ?? "";
      for (let n = Math.min(MOST_WORDS_OF_STATE, words.length - k); n > 0; n--) {
        const phrase = words.slice(k, k + n).join(" ");
        // Bagdad and Baghdad are one word as well.
        const state = stateOf(phrase) ?? gazetteer.lookup(phrase, "Place");
        if (state === null) continue;
        [taken, key] = [n, state.key];
        break;
      }
      out.push(key);
      k += taken;
    }
    return out;
  }

  /** A proper name that the reader took for another kind, where just one other kind knows it. */
  function otherKind(name: string, kind: Kind): KnownName | null {
    const found = KINDS.filter((k) => k !== kind).flatMap((k) => gazetteer.lookup(name, k) ?? []);
    const [only] = found.length === 1 ? found : [];
    // A state or person is not guessed from a word that was read as something else; a lone word may be a surname.
    return only !== undefined && KIND_OF_TYPE[only.type] === "Group" ? only : null;
  }

  const nameOf: KnowName["name"] = ({ name, type, form }) => {
    if (form === "pronoun" || name === "") return null;
    const folded = foldName(name);
    const kind = KIND_OF_TYPE[type];
    if (STATE_LIKE.has(type)) {
      const state =
        gazetteer.lookup(name, "Actor") ??
        gazetteer.demonym(name) ??
        (kind === "Place" ? null : (government(folded) ?? gazetteer.capital(name)));
      if (state !== null && state.type === "state") {
        return type === "country"
          ? { ...state, type: "country" }
          : type === "state" || government(folded) !== null
            ? state
            : gazetteer.lookup(name, kind);
      }
    }
    const found = gazetteer.lookup(name, kind) ?? (type === "city" ? capitalCity(folded) : null);
    if (found === null) {
      const isSurname = type === "person" && !/\s/u.test(name) && !/^\p{Lu}{2,}$/u.test(name);
      return form === "name" && !isSurname ? otherKind(name, kind) : null;
    }
    // The river Niger is not the country, nor is a building that bears a country's name.
    if (found.type === "country" && (type === "water" || type === "facility")) return null;
    // A person's name needs a person; a name of the same kind may be better typed by the register than by the reader.
    return (found.type === "person") === (type === "person") ? found : null;
  };

  return { name: nameOf, isDemonym: (word) => gazetteer.demonym(word) !== null, withStates };
}
