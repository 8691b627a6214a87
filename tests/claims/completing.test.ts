import { describe, expect, it } from "vitest";
import type { Relation, Status, When } from "../../graph/model.js";
import { dropLooseTies } from "../../src/claims/drop-loose-ties.js";
import { dropRepeats } from "../../src/claims/drop-repeats.js";
import { lendAgents } from "../../src/claims/lend-agents.js";
import type { QualifiedClaim } from "../../src/claims/qualify-claims.js";
import { dropOpenAgents } from "../../src/claims/reader/drop-open-agents.js";
import { dropRivalClaims } from "../../src/claims/reader/drop-rival-claims.js";
import { shareDates } from "../../src/claims/share-dates.js";
import type { ReadEvidence } from "../../src/model/claim.js";
import type { Referent } from "../../src/model/entity.js";

const TUESDAY: When = { from: "2026-02-24", to: "2026-02-24", precision: "day", basis: "relative" };
const MONDAY: When = { ...TUESDAY, from: "2026-02-23", to: "2026-02-23" };

function claim(
  source: number | null,
  relation: Relation,
  target: number,
  more: Partial<QualifiedClaim> = {},
): QualifiedClaim {
  return {
    sentence: 0,
    source,
    relation,
    target,
    trigger: 3,
    status: "asserted",
    probability: 0.9,
    rule: "model:x",
    by: null,
    attribution: null,
    when: null,
    where: null,
    toll: {},
    mode: null,
    ...more,
  };
}
function evidence(
  source: number | null,
  relation: Relation,
  target: number,
  trigger = 10,
  status: Status = "asserted",
): ReadEvidence {
  return {
    sentence: 0,
    source,
    relation,
    target,
    trigger: [trigger, trigger + 3],
    sourceSpan: source === null ? null : [source, source + 1],
    targetSpan: [target, target + 1],
    status,
    by: [],
    attribution: null,
    when: null,
    where: null,
    toll: {},
    mode: null,
    rule: "model:x",
    score: null,
  };
}

describe("the agent that a sentence makes plain", () => {
  it("is lent to its deaths", () => {
    const out = lendAgents([claim(1, "ATTACKED", 2), claim(null, "KILLED", 3)]);
    expect(out.map((c) => c.source)).toEqual([1, 1]);
  });
  it("is not lent where there are two, where the status differs, or over sentences", () => {
    expect(
      lendAgents([claim(1, "ATTACKED", 2), claim(4, "STRUCK", 2), claim(null, "KILLED", 3)])[2]?.source,
    ).toBeNull();
    expect(
      lendAgents([claim(1, "ATTACKED", 2, { status: "planned" }), claim(null, "KILLED", 3)])[1]?.source,
    ).toBeNull();
    expect(lendAgents([claim(1, "ATTACKED", 2, { sentence: 1 }), claim(null, "KILLED", 3)])[1]?.source).toBeNull();
  });
  it("does not kill itself", () => {
    expect(lendAgents([claim(1, "ATTACKED", 2), claim(null, "KILLED", 1)])[1]?.source).toBeNull();
  });
  it("replaces the open agent of the same act", () => {
    expect(dropOpenAgents([claim(null, "KILLED", 3), claim(1, "KILLED", 3)])).toEqual([claim(1, "KILLED", 3)]);
    expect(dropOpenAgents([claim(null, "KILLED", 3), claim(1, "KILLED", 3, { status: "denied" })])).toHaveLength(2);
  });
});

describe("the day of acts told together", () => {
  it("is shared within violence", () => {
    const out = shareDates(
      [],
      [claim(1, "ATTACKED", 2, { when: TUESDAY }), claim(null, "KILLED", 3), claim(1, "ACCUSED", 2)],
      [],
    );
    expect(out.map((c) => c.when)).toEqual([TUESDAY, TUESDAY, null]);
  });
  it("is not shared where two are told", () => {
    const out = shareDates(
      [],
      [claim(1, "ATTACKED", 2, { when: TUESDAY }), claim(1, "STRUCK", 4, { when: MONDAY }), claim(null, "KILLED", 3)],
      [],
    );
    expect(out[2]?.when).toBeNull();
  });
});

describe("claims that are left out", () => {
  it("the less probable of two readings of one word of speech", () => {
    const [warned, called] = [
      claim(1, "WARNED", 2, { probability: 0.9 }),
      claim(1, "CALLED_ON", 2, { probability: 0.6 }),
    ];
    expect(dropRivalClaims([warned, called])).toEqual([warned]);
    expect(dropRivalClaims([warned, { ...called, trigger: 7 }])).toHaveLength(2);
    expect(dropRivalClaims([warned, claim(2, "WARNED", 1, { probability: 0.5 })])).toEqual([warned]);
    expect(dropRivalClaims([claim(1, "STRUCK", 2), claim(1, "KILLED", 2, { probability: 0.5 })])).toHaveLength(2);
  });
  it("ties to what has no name, not acts on it", () => {
    const referents = [true, false].map((named) => ({ named }) as Referent);
    const kept = dropLooseTies(
      [evidence(0, "LOCATED_IN", 1), evidence(0, "ATTACKED", 1), evidence(1, "PART_OF", 0)],
      referents,
    );
    expect(kept.map((e) => e.relation)).toEqual(["ATTACKED", "PART_OF"]);
  });
  it("the same said twice in a sentence by two names: the nearer stays", () => {
    const [far, near] = [
      evidence(0, "KILLED", 5, 40),
      { ...evidence(0, "KILLED", 5, 40), sourceSpan: [38, 39] as const },
    ];
    expect(dropRepeats([far, near])).toEqual([near]);
    expect(dropRepeats([far, { ...near, status: "denied" }])).toHaveLength(2);
  });
});
