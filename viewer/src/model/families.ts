/** Families of relations and the colours of the screen. */
import type { Kind, Relation } from "../../../graph/model.js";
import DATA from "./families.json" with { type: "json" };

export type Family = keyof typeof DATA.families;
export type Theme = "light" | "dark";

export const FAMILIES = Object.keys(DATA.families) as Family[];
export const relationsOf = (family: Family): readonly Relation[] => DATA.families[family].relations as Relation[];

const FAMILY_OF = new Map<string, Family>(FAMILIES.flatMap((f) => relationsOf(f).map((r) => [r, f] as const)));
export const familyOf = (relation: Relation): Family => FAMILY_OF.get(relation) ?? "structure";

export const familyColour = (family: Family, theme: Theme): string => DATA.families[family][theme];
export const kindColour = (kind: Kind, theme: Theme): string => DATA.kinds[kind][theme];
