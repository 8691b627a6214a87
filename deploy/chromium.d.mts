/** The path of a Chromium, or null where there is none; installs Debian's as root if it may. */
export function findChromium(mayInstall: boolean): string | null;
