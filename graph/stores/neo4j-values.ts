/** Values and errors of the Neo4j driver, to and from those of stores. */
import neo4j from "neo4j-driver";
import type { Properties } from "./properties.js";
import { StoreError, type Value } from "./store.js";

/** Whole numbers go over as integers; the driver would make them floats. */
export function toDriver(values: Readonly<Record<string, Value>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, driverValue(value)]));
}

function driverValue(value: Value): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (typeof value !== "object" || value === null) return value;
  return isList(value) ? value.map(driverValue) : toDriver(value);
}

function isList(value: readonly Value[] | { readonly [key: string]: Value }): value is readonly Value[] {
  return Array.isArray(value);
}

/**
 * What only Neo4j holds beside the shared properties: dates beside ISO days (`firstDay` → `firstDate`), a point beside
 * latitude and longitude. Null where there is none, so that a stale one goes.
 */
export function twins(properties: Properties): Record<string, unknown> {
  const dates = Object.entries(properties)
    .filter(([key]) => key.endsWith("Day"))
    .map(([key, day]) => [key.replace(/Day$/, "Date"), typeof day === "string" ? dateOf(day) : null]);
  const { lat, lon } = properties;
  const isPlaced = typeof lat === "number" && typeof lon === "number";
  const location = isPlaced ? new neo4j.types.Point(neo4j.int(WGS_84), lon, lat) : null;
  return { ...Object.fromEntries(dates), ...("lat" in properties ? { location } : {}) };
}

const WGS_84 = 4326;

/** Null for a day that no calendar has. */
function dateOf(day: string): unknown {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  if (!isDay || new Date(day).toISOString().slice(0, 10) !== day) return null;
  const [year, month, dayOfMonth] = day.split("-").map(Number);
  return new neo4j.types.Date(neo4j.int(year ?? 0), neo4j.int(month ?? 0), neo4j.int(dayOfMonth ?? 0));
}

/** A value of a record in the form that all stores share. */
export function plainValue(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(plainValue);
  if (neo4j.isNode(value)) return { labels: [...value.labels].sort(), properties: plainMap(value.properties) };
  if (neo4j.isRelationship(value)) return { type: value.type, properties: plainMap(value.properties) };
  if (neo4j.isPath(value)) {
    const nodes = [value.start, ...value.segments.map((segment) => segment.end)];
    return {
      nodes: nodes.map(plainValue),
      relationships: value.segments.map((segment) => plainValue(segment.relationship)),
    };
  }
  const isMap = typeof value === "object" && [Object.prototype, null].includes(Object.getPrototypeOf(value));
  return isMap ? plainMap(value) : String(value);
}

function plainMap(map: object): Value {
  const entries = Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, plainValue(value)]));
}

/** The driver's error as one of ours, with a message for people. */
export function storeErrorOf(error: unknown): Error {
  if (!(error instanceof neo4j.Neo4jError)) return error instanceof Error ? error : new Error(String(error));
  const { code, message } = error;
  const options = { cause: error };
  if (/TransactionTimedOut|TransactionTerminated/.test(code) || /has been terminated|timed out/i.test(message)) {
    return new StoreError(
      "timeout",
      "The query was stopped at its time limit; narrow it down or add a LIMIT.",
      options,
    );
  }
  if (code === "Neo.ClientError.Security.CredentialsExpired") {
    return new StoreError("unauthorized", "The server wants its first password changed before it is used.", options);
  }
  if (code === "Neo.ClientError.Security.AuthenticationRateLimit") {
    return new StoreError("unauthorized", "Too many wrong passwords; the server wants a few seconds of rest.", options);
  }
  if (code.startsWith("Neo.ClientError.Security.")) {
    return new StoreError("unauthorized", "The server does not accept this user and password.", options);
  }
  if (code === "Neo.ClientError.Database.DatabaseNotFound") {
    return new StoreError("missing", "The server has no database of this name.", options);
  }
  if (code === "ServiceUnavailable" || code === "SessionExpired") {
    return new StoreError("unavailable", `The Neo4j server does not answer: ${message.split("\n")[0]}`, options);
  }
  return new StoreError("query", message.split("\n")[0] ?? message, options);
}
