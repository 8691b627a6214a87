/** What stands between a name and the brackets that say it again: "Front du Djebel Marra (FDM)", "l'OTL (l'Organisation …)". */
export const OPENS_BRACKET = /^\s*\((?:les? |la |l['’]|the )?$/u;
