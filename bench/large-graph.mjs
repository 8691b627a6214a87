/**
 * A graph of any size, made by rule: the same numbers give the same bytes. For the viewer's budgets and pictures.
 *
 *   node bench/large-graph.mjs NODES EDGES > graph.json
 */
import { createHash } from "node:crypto";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const RELATIONS = [
  "STRUCK",
  "ATTACKED",
  "ACCUSED",
  "MET_WITH",
  "SPONSORS",
  "LEADS",
  "MEMBER_OF",
  "CONDEMNED",
  "CALLED_ON",
  "SEIZED",
];
const STANDING = new Set(["SPONSORS", "LEADS", "MEMBER_OF"]);
const SYMMETRIC = new Set(["MET_WITH"]);
const TYPES = [
  ["person", "Actor"],
  ["state", "Actor"],
  ["armed_group", "Group"],
  ["military", "Group"],
  ["government_body", "Group"],
  ["city", "Place"],
  ["facility", "Place"],
];
const FIRST = [
  "Amadou",
  "Leïla",
  "Karim",
  "Nadia",
  "Paul",
  "Inès",
  "Omar",
  "Clara",
  "Yusuf",
  "Marthe",
  "Idris",
  "Sofia",
];
const LAST = [
  "Belmar",
  "Ould Sidi",
  "Kerroux",
  "Tavano",
  "Messaoud",
  "Lindqvist",
  "Adeyi",
  "Varga",
  "Rahmani",
  "Delcourt",
];
const GROUPS = ["Front", "Brigade", "Mouvement", "Ligue", "Conseil", "Garde", "Union", "Comité"];
const PLACES = ["Tessalra", "Abrouk", "Zerfan", "Moulaye", "Kordeh", "Hadjira", "Timroun", "Ouessa", "Lamtar"];
const STATUSES = ["asserted", "asserted", "asserted", "reported", "reported", "alleged"];

/** Numbers in [0, 1) from a seed (mulberry32). */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const digits = (...key) => createHash("sha256").update(JSON.stringify(key)).digest("hex").slice(0, 16);
const dayOf = (n) => new Date(Date.UTC(2024, 0, 1) + (n % 400) * 86_400_000).toISOString().slice(0, 10);

function nameOf(n, type) {
  const tail = n < 40 ? "" : ` ${Math.floor(n / 12) + 1}`;
  if (type === "person") return `${FIRST[n % FIRST.length]} ${LAST[(n * 7) % LAST.length]}${tail}`;
  if (type === "city" || type === "facility")
    return `${type === "city" ? "" : "camp de "}${PLACES[n % PLACES.length]}${tail}`;
  if (type === "state") return `${PLACES[(n * 5) % PLACES.length]}ie${tail}`;
  return `${GROUPS[n % GROUPS.length]} de ${PLACES[(n * 3) % PLACES.length]}${tail}`;
}

/** Nodes join those that have many edges already, within circles of their own: hubs, communities, leaves. */
export function largeGraph(nodeCount, edgeCount, seed = 7) {
  const next = numbers(seed);
  const articleCount = Math.max(2, Math.ceil(edgeCount / 8));
  const articles = Array.from({ length: articleCount }, (_, n) => ({
    id: `article:${digits("article", n)}`,
    file: `${String(n).padStart(6, "0")}.txt`,
    title: null,
    language: "fr",
    publisher: `Agence ${n % 9}`,
    published: dayOf(n),
    text: null,
    sentences: [],
    copyOf: null,
    corrects: [],
  }));
  const nodes = Array.from({ length: nodeCount }, (_, n) => {
    const [type, kind] = TYPES[Math.floor(next() * TYPES.length)];
    const name = nameOf(n, type);
    return {
      id: `${kind.toLowerCase()}:${digits("node", n)}`,
      kind,
      type,
      subtype: null,
      named: next() < 0.8,
      name,
      names: { fr: [name] },
      country: null,
      lat: null,
      lon: null,
      sameAs: [],
      formerIds: [],
      mentions: [],
    };
  });
  const circles = Math.max(1, Math.round(nodeCount / 60));
  const endsOf = Array.from({ length: circles }, () => []);
  const seen = new Set();
  const claims = [];
  const edges = [];
  const pick = (circle) => {
    const chance = next();
    const known = endsOf[chance < 0.06 ? Math.floor(next() * circles) : circle];
    if (chance < 0.62 && known.length > 0) return known[Math.floor(next() * known.length)];
    return (Math.floor((next() * nodeCount) / circles) * circles + circle) % nodeCount;
  };
  for (let tries = 0; edges.length < edgeCount && tries < edgeCount * 20; tries++) {
    const circle = Math.floor(next() * circles);
    // First everybody has an edge.
    let a = edges.length < nodeCount / 2 ? edges.length * 2 : pick(circle);
    let b = edges.length < nodeCount / 2 ? pick((edges.length * 2) % circles) : pick(circle);
    a %= nodeCount;
    const relation = RELATIONS[Math.floor(next() * RELATIONS.length)];
    if (SYMMETRIC.has(relation) && nodes[a].id > nodes[b].id) [a, b] = [b, a];
    const key = `${a} ${relation} ${b}`;
    if (a === b || seen.has(key)) continue;
    seen.add(key);
    endsOf[a % circles].push(a);
    endsOf[b % circles].push(b);
    const [source, target] = [nodes[a].id, nodes[b].id];
    const status = STATUSES[Math.floor(next() * STATUSES.length)];
    const by = status === "asserted" ? [] : [nodes[Math.floor(next() * nodeCount)].id];
    const article = articles[edges.length % articleCount];
    const event = STANDING.has(relation) ? null : `event:${digits("event", key)}`;
    const day = event === null || next() < 0.3 ? null : dayOf(Math.floor(next() * 400));
    const when = day === null ? null : { from: day, to: day, precision: "day", basis: "explicit" };
    const quote = `${nodes[a].name} ${relation.toLowerCase()} ${nodes[b].name}.`;
    const at = nodes[a].name.length + 1;
    const id = `claim:${digits("claim", key)}`;
    claims.push({
      id,
      source,
      relation,
      target,
      class: status === "alleged" ? "alleged" : "happened",
      event,
      status,
      by,
      when,
      where: null,
      toll: {},
      modes: [],
      contested: [],
      links: [],
      score: null,
      evidence: [
        {
          article: article.id,
          sentence: 0,
          start: 0,
          end: quote.length,
          quote,
          trigger: [at, at + relation.length],
          sourceSpan: [0, at - 1],
          targetSpan: [at + relation.length + 1, quote.length - 1],
          status,
          by,
          attribution: null,
          when,
          where: null,
          toll: {},
          mode: null,
          rule: "made:by-rule",
          score: null,
        },
      ],
    });
    edges.push({
      id: `edge:${digits("edge", key)}`,
      relation,
      source,
      target,
      status,
      by,
      contested: false,
      deniedBy: [],
      withdrawn: false,
      claims: [id],
      articles: 1,
      independentSources: 1,
      firstDay: day,
      lastDay: day,
    });
  }
  const sorted = (list) => list.sort((x, y) => (x.id < y.id ? -1 : 1));
  return {
    format: "wiregraph/1",
    generators: [{ name: "large-graph", version: "1", model: null, runtime: null }],
    articles: sorted(articles),
    nodes: sorted(nodes),
    claims: sorted(claims),
    edges: sorted(edges),
  };
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [nodeCount = 2_000, edgeCount = 6_000] = process.argv.slice(2).map(Number);
  process.stdout.write(JSON.stringify(largeGraph(nodeCount, edgeCount)));
}
