/** The day of a claim out of the days of its evidence. */
import { describe, expect, it } from "vitest";
import { deriveWhen } from "../../graph/derive/when.js";
import type { Evidence, When } from "../../graph/model.js";
import { onDay } from "./readings.js";

describe("deriveWhen", () => {
  const evidence = (when: When | null, status: Evidence["status"] = "asserted", id = "article:a") =>
    ({ when, status, article: id }) as Evidence;
  const march: When = { from: "2026-03-01", to: "2026-03-31", precision: "month", basis: "explicit" };
  const span = (from: string | null, to: string | null): When => ({ from, to, precision: "span", basis: "relative" });

  it.each<[string, readonly Evidence[], When | null]>([
    ["nothing without dates", [evidence(null)], null],
    ["the narrowest point inside the others", [evidence(march), evidence(onDay("2026-03-05"))], onDay("2026-03-05")],
    [
      "the hull of spans",
      [evidence(span("2026-03-01", "2026-03-05")), evidence(span("2026-03-04", "2026-03-09"))],
      span("2026-03-01", "2026-03-09"),
    ],
    [
      "an open end of a hull",
      [evidence(span(null, "2026-03-05")), evidence(span("2026-03-04", "2026-03-09"))],
      span(null, "2026-03-09"),
    ],
    [
      "a point inside a span",
      [evidence(span("2026-03-01", "2026-03-05")), evidence(onDay("2026-03-02"))],
      onDay("2026-03-02"),
    ],
    [
      "of days apart that of the strongest status",
      [evidence(onDay("2026-03-01"), "reported"), evidence(onDay("2026-03-02"))],
      onDay("2026-03-02"),
    ],
    [
      "then that of most articles",
      [
        evidence(onDay("2026-03-01")),
        evidence(onDay("2026-03-02")),
        evidence(onDay("2026-03-02"), "asserted", "article:b"),
      ],
      onDay("2026-03-02"),
    ],
    ["then the earliest", [evidence(onDay("2026-03-02")), evidence(onDay("2026-03-01"))], onDay("2026-03-01")],
    [
      "spans apart like days apart",
      [evidence(span("2026-03-08", "2026-03-09")), evidence(span("2026-03-01", "2026-03-02"))],
      span("2026-03-01", "2026-03-02"),
    ],
    [
      "the more explicit basis of one day",
      [evidence({ ...onDay("2026-03-02"), basis: "dateline" }), evidence(onDay("2026-03-02"))],
      onDay("2026-03-02"),
    ],
  ])("gives %s", (_, given, wanted) => {
    expect(deriveWhen(given)).toEqual(wanted);
    expect(deriveWhen([...given].reverse())).toEqual(wanted);
  });
});
