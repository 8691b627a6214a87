export type Found =
  | { readonly java: string; readonly mvn: string; readonly missing: null }
  | { readonly java: string | null; readonly mvn: string | null; readonly missing: string };
export function findJava(): Found;
export function provideJava(): Found;
export function environment(java: string | null): NodeJS.ProcessEnv;
