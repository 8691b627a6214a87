/** The viewer's page with a graph inside it: one file that opens from disk without a network. */
import { gzipSync } from "node:zlib";
import { WiregraphError } from "../errors.js";

/** Where the page takes its data from; empty in the served page, which fetches graph.json. */
export const DATA_SLOT = '<script type="application/octet-stream" id="graph-data"></script>';

/**
 * @param page the built viewer, with DATA_SLOT in it
 * @returns the page with the graph as gzip in base64, whose letters cannot end a script
 * @throws {WiregraphError} `page` where the slot is missing
 */
export function embedGraph(page: string, graphJson: string): string {
  const at = page.indexOf(DATA_SLOT);
  if (at < 0) throw new WiregraphError("page", "The viewer's page has no place for data: run `npm run build`.");
  const data = gzipSync(graphJson, { level: 9 }).toString("base64");
  // A file with its data inside has nothing to fetch.
  const head = page.slice(0, at).replace("connect-src 'self'", "connect-src 'none'");
  return head + DATA_SLOT.replace("></script>", `>${data}</script>`) + page.slice(at + DATA_SLOT.length);
}
