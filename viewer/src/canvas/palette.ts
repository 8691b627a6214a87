/** Colours of the canvas that are not those of families and kinds. */
import type { Theme } from "../model/families.js";

export const INK: Readonly<Record<Theme, string>> = { light: "#20262c", dark: "#eef2f5" };
export const SOFT: Readonly<Record<Theme, string>> = { light: "#56616b", dark: "#a5b0ba" };
export const GROUND: Readonly<Record<Theme, string>> = { light: "#f7f8f9", dark: "#14181c" };
export const FAINT: Readonly<Record<Theme, string>> = { light: "#dde2e6", dark: "#2a3138" };
export const ACCENT: Readonly<Record<Theme, string>> = { light: "#1d5fa8", dark: "#8dbdf5" };

const mixed = new Map<string, string>();
const channels = (hex: string): number[] => [1, 3, 5].map((k) => Number.parseInt(hex.slice(k, k + 2), 16));

/** A colour between two: 0 is the first, 1 the second. Both as `#rrggbb`. */
export function mix(from: string, to: string, share: number): string {
  const key = `${from} ${to} ${share}`;
  const known = mixed.get(key);
  if (known !== undefined) return known;
  const [a, b] = [channels(from), channels(to)];
  const hex = a.map((c, k) =>
    Math.round(c + ((b[k] ?? 0) - c) * share)
      .toString(16)
      .padStart(2, "0"),
  );
  const colour = `#${hex.join("")}`;
  mixed.set(key, colour);
  return colour;
}
