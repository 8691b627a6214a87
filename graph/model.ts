/**
 * The graph as data: `wiregraph/1`. Source: docs/graph-json.md.
 *
 * Offsets are half-open UTF-16 code units into an article's `text`. Every key stands in every record: what is absent
 * is null, an empty list `[]`. Days are ISO 8601 strings. Evidence is primary; values of claims and edges are derived
 * from it (see derive.ts). Over 300 lines: the contract's types stand on one page.
 */

export const KINDS = ["Actor", "Group", "Place"] as const;
export type Kind = (typeof KINDS)[number];

export const TYPES = [
  "person",
  "state",
  "armed_group",
  "military",
  "government_body",
  "party",
  "company",
  "media",
  "igo",
  "ngo",
  "religious",
  "crowd",
  "country",
  "region",
  "city",
  "facility",
  "water",
  "unknown",
] as const;
export type NodeType = (typeof TYPES)[number];

/** The kind of each type; `unknown` is the open agent. */
export const KIND_OF_TYPE: Readonly<Record<NodeType, Kind>> = {
  person: "Actor",
  state: "Actor",
  unknown: "Actor",
  armed_group: "Group",
  military: "Group",
  government_body: "Group",
  party: "Group",
  company: "Group",
  media: "Group",
  igo: "Group",
  ngo: "Group",
  religious: "Group",
  crowd: "Group",
  country: "Place",
  region: "Place",
  city: "Place",
  facility: "Place",
  water: "Place",
};

export const RELATIONS = [
  "ATTACKED",
  "STRUCK",
  "KILLED",
  "WOUNDED",
  "CLASHED_WITH",
  "DAMAGED",
  "SEIZED",
  "BLOCKADED",
  "ABDUCTED",
  "ARRESTED",
  "RELEASED",
  "EXPELLED",
  "THREATENED",
  "WARNED",
  "DEPLOYED_TO",
  "WITHDREW_FROM",
  "PROTESTED_AGAINST",
  "SANCTIONED",
  "BROKE_TIES_WITH",
  "ACCUSED",
  "CONDEMNED",
  "CALLED_ON",
  "REJECTED",
  "MET_WITH",
  "AGREED_WITH",
  "BACKED",
  "SPONSORS",
  "AIDED",
  "ALLIED_WITH",
  "LEADS",
  "MEMBER_OF",
  "PART_OF",
  "LOCATED_IN",
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Relations without a direction: the smaller node id is the source. */
export const SYMMETRIC: ReadonlySet<Relation> = new Set(["CLASHED_WITH", "MET_WITH", "AGREED_WITH", "ALLIED_WITH"]);
/** Relations that hold rather than happen: their claims have no event. */
export const STANDING: ReadonlySet<Relation> = new Set([
  "SPONSORS",
  "ALLIED_WITH",
  "LEADS",
  "MEMBER_OF",
  "PART_OF",
  "LOCATED_IN",
]);
/** Acts of violence are one family: a strike, its dead and its damage are one happening. */
export const VIOLENCE: ReadonlySet<Relation> = new Set([
  "ATTACKED",
  "STRUCK",
  "KILLED",
  "WOUNDED",
  "DAMAGED",
  "CLASHED_WITH",
]);

/** Strongest first. */
export const STATUSES = ["asserted", "reported", "alleged", "planned", "possible", "denied"] as const;
export type Status = (typeof STATUSES)[number];

export const CLASSES = ["happened", "alleged", "intended", "denied"] as const;
export type ClaimClass = (typeof CLASSES)[number];
export const CLASS_OF_STATUS: Readonly<Record<Status, ClaimClass>> = {
  asserted: "happened",
  reported: "happened",
  alleged: "alleged",
  planned: "intended",
  possible: "intended",
  denied: "denied",
};

export const ZONES = ["title", "body", "caption", "credit", "furniture"] as const;
export type Zone = (typeof ZONES)[number];

export const FORMS = ["name", "nominal", "pronoun", "adjective"] as const;
export type Form = (typeof FORMS)[number];

export const PRECISIONS = ["day", "month", "season", "year", "span"] as const;
export const BASES = ["explicit", "relative", "dateline"] as const;
export const MODES = [
  "air",
  "drone",
  "missile",
  "rocket",
  "artillery",
  "shooting",
  "bombing",
  "suicide-bombing",
  "stabbing",
  "vehicle",
  "arson",
  "storming",
  "beating",
  "poisoning",
  "chemical",
  "mine",
  "cyber",
  "ambush",
  "siege",
  "coup",
] as const;
export type Mode = (typeof MODES)[number];

export const TOLL_KEYS = ["dead", "injured", "arrested", "displaced", "abducted", "released"] as const;
export type TollKey = (typeof TOLL_KEYS)[number];

export const CONTESTED = ["denied", "toll", "day", "agent"] as const;
export type Contested = (typeof CONTESTED)[number];

export const LINK_KINDS = [
  "accuses",
  "denies",
  "claimsResponsibility",
  "threatens",
  "carriesOut",
  "contradicts",
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** Half-open UTF-16 offsets. */
export type Span = readonly [start: number, end: number];

export interface When {
  /** ISO days, both included; null where the interval is open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: (typeof PRECISIONS)[number];
  readonly basis: (typeof BASES)[number];
}

/** A count; `min` or `max` null where open, `words` where the text gives no number. */
export interface Count {
  readonly min: number | null;
  readonly max: number | null;
  readonly words: string | null;
}
export type Toll = Readonly<Partial<Record<TollKey, Count>>>;

export interface Generator {
  readonly name: string;
  readonly version: string;
  readonly model: string | null;
  readonly runtime: string | null;
}

export interface Article {
  readonly id: string;
  readonly file: string;
  readonly title: string | null;
  readonly language: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly text: string | null;
  readonly sentences: readonly (readonly [start: number, end: number, zone: Zone])[];
  readonly copyOf: string | null;
  readonly corrects: readonly string[];
}

export interface NodeMention {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly form: Form;
}

export interface GraphNode {
  readonly id: string;
  readonly kind: Kind;
  readonly type: NodeType;
  readonly subtype: string | null;
  readonly named: boolean;
  readonly name: string;
  /** Names by language. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** ISO 3166 alpha-2. */
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly sameAs: readonly string[];
  readonly formerIds: readonly string[];
  readonly mentions: readonly NodeMention[];
}

export interface Evidence {
  readonly article: string;
  /** Index into the article's sentences. */
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly trigger: Span;
  /** The mention's; may lie in another sentence; null where the open agent stands. */
  readonly sourceSpan: Span | null;
  readonly targetSpan: Span | null;
  readonly status: Status;
  /** Node ids. */
  readonly by: readonly string[];
  readonly attribution: string | null;
  readonly when: When | null;
  readonly where: string | null;
  readonly toll: Toll;
  readonly mode: Mode | null;
  readonly rule: string;
  readonly score: number | null;
}

export interface Link {
  readonly claim: string;
  readonly kind: LinkKind;
}

export interface Claim {
  readonly id: string;
  readonly source: string;
  readonly relation: Relation;
  readonly target: string;
  readonly class: ClaimClass;
  /** Null for standing relations. */
  readonly event: string | null;
  readonly status: Status;
  readonly by: readonly string[];
  readonly when: When | null;
  readonly where: string | null;
  readonly toll: Toll;
  readonly modes: readonly Mode[];
  readonly contested: readonly Contested[];
  readonly links: readonly Link[];
  readonly score: number | null;
  readonly evidence: readonly Evidence[];
}

export interface Edge {
  readonly id: string;
  readonly relation: Relation;
  readonly source: string;
  readonly target: string;
  readonly status: Status;
  readonly by: readonly string[];
  readonly contested: boolean;
  readonly deniedBy: readonly string[];
  readonly withdrawn: boolean;
  readonly claims: readonly string[];
  readonly articles: number;
  readonly independentSources: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

export interface Graph {
  readonly format: "wiregraph/1";
  readonly generators: readonly Generator[];
  readonly articles: readonly Article[];
  readonly nodes: readonly GraphNode[];
  readonly claims: readonly Claim[];
  readonly edges: readonly Edge[];
}
