/** What every store must do; run on the embedded engine and on Neo4j. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "../../graph/model.js";
import { type Store, StoreError } from "../../graph/stores/store.js";
import { HOSTILE_NAMES, SAMPLE_GRAPH, SMALLER_GRAPH } from "./sample-graph.js";

/** A server that has just started plans every statement for the first time. */
const COLD_WRITE_MS = 60_000;

const COUNTS = `
  MATCH (n) WHERE n:Entity OR n:Claim OR n:Sentence OR n:Article
  WITH count(n) AS nodes
  MATCH (a)-[r]->(b)
  RETURN nodes, count(r) AS relationships`;

export function describeStore(name: string, openStore: () => Store): void {
  describe(name, () => {
    const rowsOf = async (cypher: string, parameters = {}) => (await openStore().query(cypher, parameters)).rows;

    describe("writing", () => {
      beforeAll(() => openStore().replace(SAMPLE_GRAPH), COLD_WRITE_MS);

      it("writes every record once, and twice is once", async () => {
        const [counts] = await rowsOf(COUNTS);
        expect(counts).toEqual([expectedNodes(SAMPLE_GRAPH), expectedRelationships(SAMPLE_GRAPH)]);
        await openStore().write(SAMPLE_GRAPH);
        expect(await rowsOf(COUNTS)).toEqual([counts]);
        await openStore().replace(SAMPLE_GRAPH);
        expect(await rowsOf(COUNTS)).toEqual([counts]);
      });

      it("keeps what it holds when it writes, and removes it when it replaces", async () => {
        const bases = "MATCH (n:Entity {id: 'place:base'}) RETURN n.id";
        await openStore().write(SMALLER_GRAPH);
        expect(await rowsOf(bases)).toHaveLength(1);
        await openStore().replace(SMALLER_GRAPH);
        expect(await rowsOf(bases)).toEqual([]);
        const [counts] = await rowsOf(COUNTS);
        expect(counts).toEqual([expectedNodes(SMALLER_GRAPH), expectedRelationships(SMALLER_GRAPH)]);
        await openStore().replace(SAMPLE_GRAPH);
        expect(await rowsOf(bases)).toHaveLength(1);
      });

      it("takes a value and a label away that the new graph does not have", async () => {
        const changed = SAMPLE_GRAPH.nodes.map((node) =>
          node.id === "place:portville"
            ? { ...node, type: "region" as const, country: null, lat: null, lon: null }
            : node,
        );
        await openStore().replace({ ...SAMPLE_GRAPH, nodes: changed });
        const port =
          "MATCH (n:Entity {id: 'place:portville'}) RETURN n:City AS city, n:Region AS region, n.country, n.lat";
        expect(await rowsOf(port)).toEqual([[false, true, null, null]]);
        await openStore().replace(SAMPLE_GRAPH);
        expect(await rowsOf(port)).toEqual([[true, false, "XP", 36]]);
      });

      it("tells its progress up to the end", async () => {
        const steps: [number, number][] = [];
        await openStore().write(SAMPLE_GRAPH, (done, total) => steps.push([done, total]));
        const [done, total] = steps.at(-1) ?? [0, 1];
        expect(done).toBe(total);
        expect(steps.map(([step]) => step)).toEqual(steps.map(([step]) => step).sort((a, b) => a - b));
      });

      it("refuses a graph that names what it does not hold, and one whose relation is not in the model", async () => {
        const dangling = { ...SAMPLE_GRAPH, nodes: SAMPLE_GRAPH.nodes.slice(1) };
        await expect(openStore().write(dangling)).rejects.toMatchObject({ code: "graph" });
        const edges = SAMPLE_GRAPH.edges.map((edge) => ({ ...edge, relation: "X]->() DETACH DELETE a //" }));
        await expect(openStore().write({ ...SAMPLE_GRAPH, edges } as unknown as Graph)).rejects.toThrow(StoreError);
        const [counts] = await rowsOf(COUNTS);
        expect(counts).toEqual([expectedNodes(SAMPLE_GRAPH), expectedRelationships(SAMPLE_GRAPH)]);
      });
    });

    describe("shape", () => {
      beforeAll(() => openStore().replace(SAMPLE_GRAPH), COLD_WRITE_MS);

      it("gives names back to the letter, however hostile", async () => {
        const cypher = "MATCH (n:Person) WHERE n.id STARTS WITH 'actor:hostile' RETURN n.name, n.names ORDER BY n.id";
        const names = [...HOSTILE_NAMES.entries()].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
        expect(await rowsOf(cypher)).toEqual(names.map(([, name]) => [name, [name]]));
        for (const name of HOSTILE_NAMES) {
          expect(await rowsOf("MATCH (n:Entity) WHERE n.name = $name RETURN n.name", { name })).toEqual([[name]]);
        }
      });

      it("has the kind and type of a node as labels, and its names by language", async () => {
        const cypher =
          "MATCH (n:Entity:Actor:State) RETURN n.id, n.name, n.nameFr, n.nameEn, n.names, n.sameAs, n.named, n.lat ORDER BY n.id";
        expect(await rowsOf(cypher)).toEqual([
          ["actor:north", "Nord", "Nord", "North", ["Le Nord", "Nord", "North"], ["wikidata:Q1"], true, null],
          ["actor:south", "Sud", "Sud", "South", ["South", "Sud"], [], true, null],
        ]);
      });

      it("has integers where numbers are whole, and floats for places", async () => {
        const cypher =
          "MATCH (c:Claim)-[:AT]->(p:Place) WHERE c.dead > 0 RETURN c.dead / 5 AS whole, p.lat / 5 AS broken, toString(c.dead) AS text";
        expect(await rowsOf(cypher)).toEqual([[2, 7.2, "12"]]);
      });

      it("has one relationship an edge, with its names, quotes and whether it is a fact", async () => {
        const cypher = `
          MATCH (a:Entity)-[r:SPONSORS|ATTACKED|STRUCK]->(b:Entity)
          RETURN type(r) AS type, r.status AS status, r.by AS by, r.deniedBy AS deniedBy, r.contested AS contested,
                 r.fact AS fact, r.sources AS sources, size(r.quotes) AS quotes, r.firstDay AS day
          ORDER BY type`;
        expect(await rowsOf(cypher)).toEqual([
          ["ATTACKED", "asserted", [], [], false, true, 2, 1, "2026-03-02"],
          ["SPONSORS", "alleged", ["Nord"], ["Sud"], true, false, 1, 1, null],
          ["STRUCK", "reported", ["Front"], [], false, true, 1, 1, "2026-03-03"],
        ]);
      });

      it("leads from a claim to its sentence and article", async () => {
        const cypher = `
          MATCH (c:Claim {relation: 'ATTACKED'})-[said:SAID_IN]->(s:Sentence)
          MATCH (s)-[:IN_ARTICLE]->(a:Article)
          RETURN a.file, s.text, said.trigger, s.start, s.zone ORDER BY a.file`;
        const text = "Des combattants du Front ont pris d'assaut l'ambassade du Nord à Portville.";
        expect(await rowsOf(cypher)).toEqual([
          ["north/a.txt", text, "pris d'assaut", 0, "body"],
          ["south/b.txt", text, "pris d'assaut", 0, "body"],
        ]);
      });

      it("ties claims to speakers, places and each other", async () => {
        const links = "MATCH (a:Claim)-[l:LINK]->(b:Claim) RETURN l.kind, a.relation, b.class ORDER BY l.kind";
        expect(await rowsOf(links)).toEqual([
          ["carriesOut", "STRUCK", "intended"],
          ["threatens", "THREATENED", "intended"],
        ]);
        const denied = "MATCH (c:Claim {class: 'denied'})-[:BY]->(who:Entity) RETURN c.relation, who.name";
        expect(await rowsOf(denied)).toEqual([["SPONSORS", "Sud"]]);
      });
    });

    describe("queries", () => {
      beforeAll(() => openStore().replace(SAMPLE_GRAPH), COLD_WRITE_MS);

      it("gives nodes, relationships and paths one form", async () => {
        const { columns, rows } = await openStore().query(
          "MATCH path = (a:Entity {id: 'actor:chief'})-[r:LEADS]->(b:Entity) RETURN b, r, path, {x: 1, y: [null]} AS map",
        );
        expect(columns).toEqual(["b", "r", "path", "map"]);
        const group = {
          labels: ["ArmedGroup", "Entity", "Group"],
          properties: expect.objectContaining({ name: "Front" }),
        };
        const bond = { type: "LEADS", properties: expect.objectContaining({ status: "asserted", articles: 1 }) };
        const path = {
          nodes: [expect.objectContaining({ labels: ["Actor", "Entity", "Person"] }), group],
          relationships: [bond],
        };
        expect(rows).toEqual([[group, bond, path, { x: 1, y: [null] }]]);
      });

      it("takes parameters of every kind as they are", async () => {
        const parameters = { whole: 7, broken: 7.5, list: ["a", "b"], none: null, yes: true };
        const cypher = "RETURN $whole / 2 AS whole, $broken AS broken, $list AS list, $none AS none, $yes AS yes";
        expect(await rowsOf(cypher, parameters)).toEqual([[3, 7.5, ["a", "b"], null, true]]);
      });

      it("caps the rows and says so", async () => {
        const result = await openStore().query("MATCH (n:Entity) RETURN n.id ORDER BY n.id", {}, { maxRows: 3 });
        expect(result.rows).toEqual([["actor:chief"], ["actor:hostile-0"], ["actor:hostile-1"]]);
        expect(result.truncated).toBe(true);
        expect((await openStore().query("RETURN 1", {}, { maxRows: 1 })).truncated).toBe(false);
      });

      it("stops a query at its time limit and answers the next one", async () => {
        const endless =
          "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b < 0 RETURN count(*)";
        // Short, so that a fast machine does not come to the limit of memory first.
        const limits = { timeoutMs: 250 };
        await expect(openStore().query(endless, {}, limits)).rejects.toMatchObject({ code: "timeout" });
        expect(await rowsOf("RETURN 1")).toEqual([[1]]);
      });

      it("says what is wrong with a query", async () => {
        await expect(openStore().query("MATCH (n) RETRUN n")).rejects.toMatchObject({ code: "query" });
        await expect(openStore().query("MATCH (n) SET n.x = 1")).rejects.toMatchObject({ code: "refused" });
        await expect(openStore().query("LOAD CSV FROM 'file:///etc/passwd' AS r RETURN r")).rejects.toThrow(StoreError);
      });
    });
  });
}

function expectedNodes(graph: Graph): number {
  return graph.nodes.length + graph.claims.length + graph.articles.length + sentencesOf(graph).size;
}

function expectedRelationships(graph: Graph): number {
  const ofClaims = graph.claims.map(
    (claim) => 2 + (claim.where === null ? 0 : 1) + claim.by.length + claim.links.length + claim.evidence.length,
  );
  return graph.edges.length + ofClaims.reduce((sum, count) => sum + count, 0) + sentencesOf(graph).size;
}

function sentencesOf(graph: Graph): Set<string> {
  const evidence = graph.claims.flatMap((claim) => claim.evidence);
  return new Set(evidence.map(({ article, start }) => `${article} ${start}`));
}
