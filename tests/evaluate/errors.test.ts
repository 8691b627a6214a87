import { describe, expect, it } from "vitest";
import type { Claim, Graph, Status } from "../../graph/model.js";
import { describeErrors, findErrors } from "../../src/evaluate/errors.js";
import { graphFromGold } from "../../src/evaluate/graph-from-gold.js";
import { EXAMPLES, goldArticlesOf } from "./gold-articles.js";

const one = goldArticlesOf(EXAMPLES).filter(({ gold }) => gold.article.startsWith("10-"));
const golds = one.map(({ gold }) => gold);
const graph = graphFromGold(one);

const named = (name: string): string => graph.nodes.find((n) => n.name === name)?.id ?? name;
const isClaim = (relation: string, target: string, status: Status) => (c: Claim) =>
  c.relation === relation && c.target === named(target) && c.status === status;
const changing = (which: (c: Claim) => boolean, change: (c: Claim) => Claim | null): Graph => ({
  ...graph,
  claims: graph.claims.flatMap((c) => (which(c) ? (change(c) ?? []) : c)),
});
const withStatus = (status: Status) => (c: Claim) => ({
  ...c,
  status,
  evidence: c.evidence.map((e) => ({ ...e, status })),
});

describe("findErrors", () => {
  it("finds none in the gold's own graph", () => expect(findErrors(graph, golds)).toEqual([]));

  it("tells a missed claim with its cue", () => {
    const errors = findErrors(
      changing(isClaim("CALLED_ON", "Mali", "asserted"), () => null),
      golds,
    );
    expect(errors).toMatchObject([{ class: "missed claim", quote: expect.stringContaining("Il a exhorté Bamako") }]);
  });

  it("tells a wrong status with the sentence", () => {
    const errors = findErrors(changing(isClaim("CALLED_ON", "Mali", "asserted"), withStatus("planned")), golds);
    expect(errors).toMatchObject([{ class: "wrong status", article: "10-alger-dement.txt" }]);
    expect(errors[0]?.what).toBe("Nadir Benhalima CALLED_ON Mali (planned); gold: asserted");
    expect(errors[0]?.quote).toContain("Il a exhorté Bamako");
  });

  it("tells what is wrong of a claim that is right otherwise", () => {
    const claim = graph.claims.find((c) => c.by.length > 0 && c.when !== null);
    if (claim === undefined) throw new Error("the article has no claim with a speaker and a day");
    const nothing = { by: [], when: null };
    const spoilt = { ...claim, ...nothing, evidence: claim.evidence.map((e) => ({ ...e, ...nothing })) };
    const errors = findErrors(
      changing(
        (c) => c.id === claim.id,
        () => spoilt,
      ),
      golds,
    );
    expect(errors.map((e) => e.class)).toEqual(["wrong speaker", "wrong day"]);
    expect(errors[0]?.what).toContain("nobody; gold: ");
    expect(errors[1]?.what).toContain(`none; gold: ${claim.when?.from}`);
  });

  it("tells a false fact where gold knows the act as alleged and denied alone", () => {
    const which = isClaim("SPONSORS", "Front de libération du Tamesna", "denied");
    const errors = findErrors(changing(which, withStatus("asserted")), golds);
    expect(errors.map((e) => e.class)).toEqual(["false fact"]);
  });

  it("tells wrong ends where one end and the relation are right", () => {
    const errors = findErrors(
      changing(isClaim("CALLED_ON", "Mali", "asserted"), (c) => ({ ...c, target: named("Niger") })),
      golds,
    );
    expect(errors.map((e) => e.what)).toEqual([
      "Nadir Benhalima CALLED_ON Niger (asserted); gold: Nadir Benhalima CALLED_ON Mali (asserted)",
    ]);
  });

  it("tells a wrong claim where nothing like it was missed", () => {
    const errors = findErrors(
      { ...graph, claims: graph.claims.concat(graph.claims.slice(0, 1).map((c) => ({ ...c, relation: "SEIZED" }))) },
      golds,
    );
    expect(errors.map((e) => e.class)).toEqual(["wrong claim"]);
  });

  it("tells missed and wrong nodes", () => {
    const nodes = graph.nodes.map((n) =>
      n.name === "Hadiza Mounkaïla"
        ? { ...n, name: "Sahel", mentions: n.mentions.map((m) => ({ ...m, end: m.start })) }
        : n,
    );
    const classes = findErrors({ ...graph, nodes }, golds).map((e) => `${e.class}: ${e.what}`);
    expect(classes).toContain("wrong node: Sahel (Actor, person)");
    expect(classes).toContain("missed node: Hadiza Mounkaïla (Actor, person)");
  });
});

describe("describeErrors", () => {
  it("puts errors under a heading with their number", () => {
    const lines = describeErrors(
      changing(isClaim("CALLED_ON", "Mali", "asserted"), () => null),
      golds,
    );
    expect(lines).toEqual([
      "missed claim: 1",
      "  10-alger-dement.txt: Nadir Benhalima CALLED_ON Mali (asserted) | Il a exhorté Bamako à renoncer à la fermeture de la frontière",
    ]);
  });
});
