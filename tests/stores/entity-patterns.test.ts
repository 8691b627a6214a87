import { describe, expect, it } from "vitest";
import { keepToEntities } from "../../graph/stores/entity-patterns.js";
import { refusalOf } from "../../graph/stores/read-only.js";

describe("queries kept to entities", () => {
  it.each([
    ["MATCH (a)-[r]->(b) RETURN a, r, b", "MATCH (a:Entity)-[r]->(b:Entity) RETURN a, r, b"],
    ["match (a {name: 'x'})<--() return a", "match (a:Entity {name: 'x'})<--(:Entity) return a"],
    ["MATCH p = (a)-[*1..2]-(b:Group) RETURN p", "MATCH p = (a:Entity)-[*1..2]-(b:Group) RETURN p"],
    [
      "MATCH (a), (b) WHERE id(a) < id(b) RETURN count(a)",
      "MATCH (a:Entity), (b:Entity) WHERE id(a) < id(b) RETURN count(a)",
    ],
    ["MATCH p = shortestPath((a)-[*]-(b)) RETURN p", "MATCH p = shortestPath((a:Entity)-[*]-(b:Entity)) RETURN p"],
    ["MATCH (`a b`)-->(c) RETURN c", "MATCH (`a b`:Entity)-->(c:Entity) RETURN c"],
    [
      "MATCH (a) WITH (a) AS x OPTIONAL MATCH (x)-->(y) RETURN y",
      "MATCH (a:Entity) WITH (a) AS x OPTIONAL MATCH (x:Entity)-->(y:Entity) RETURN y",
    ],
  ])("%s", (given, kept) => {
    expect(keepToEntities(given)).toBe(kept);
    expect(refusalOf(keepToEntities(given))).toBe(refusalOf(given));
  });
  it.each([
    "MATCH (c:Claim)-[:SOURCE]->(x) RETURN x",
    "MATCH (c)-[:BY|AT]->(x) RETURN x",
    "RETURN (1)",
    "MATCH (a:Person) WHERE a.name = '(b)' // MATCH (c)\nRETURN a",
    "",
  ])("%s stays as it is", (given) => expect(keepToEntities(given)).toBe(given));
});
