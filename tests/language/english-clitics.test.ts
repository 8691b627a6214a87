/** Possessive particles of English, by the tree of the real analyser. */
import { beforeAll, expect, it } from "vitest";
import { createAnalyzer } from "../../src/language/analyze.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { articleOf } from "../article-of.js";

let analyze: ReturnType<typeof createAnalyzer>;
beforeAll(async () => {
  analyze = createAnalyzer((await loadResources()).language);
});

it.each([
  ["Chad's army left the camp of the union's guards.", ["Chad", "union"]],
  ["The guards’ commander met Chad’s minister.", ["guards", "Chad"]],
  ["He's gone, and the army is leaving.", []],
])("%s: particles of %s", async (text, owners) => {
  const [sentence] = (await analyze(articleOf(text, "en"))).sentences;
  const tokens = sentence?.tokens ?? [];
  const particles = tokens.filter((t) => t.upos === "PART" && t.lemma === "'s");
  expect(particles.map((t) => [tokens[t.head]?.text, t.relation])).toEqual(owners.map((o) => [o, "case"]));
});

it("nothing hangs on a particle", async () => {
  const [sentence] = (await analyze(articleOf("Chad's army struck the rebels' camp in Chad's north.", "en"))).sentences;
  const tokens = sentence?.tokens ?? [];
  expect(tokens.filter((t) => tokens[t.head]?.lemma === "'s")).toEqual([]);
});
