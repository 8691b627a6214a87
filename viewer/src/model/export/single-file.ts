/** The page itself with a graph inside it: one file that opens from disk, without a network. */

async function packed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = "";
  for (let k = 0; k < bytes.length; k += 0x8000) binary += String.fromCharCode(...bytes.subarray(k, k + 0x8000));
  return btoa(binary);
}

/** @param page the document as it is; what the app drew in it is left out */
export async function writeSingleFile(page: Document, graphJson: string): Promise<string> {
  const copy = page.documentElement.cloneNode(true) as HTMLElement;
  copy.removeAttribute("data-theme");
  copy.querySelector("#app")?.replaceChildren();
  // The page's policy lets nobody write into a script, so the data goes in as text, where a mark stands in its place.
  const slot = copy.querySelector("#graph-data");
  if (slot === null) throw new Error("The page has no place for data.");
  const mark = page.createElement("wiregraph-data");
  slot.replaceWith(mark);
  const policy = copy.querySelector("meta[http-equiv='Content-Security-Policy']");
  policy?.setAttribute(
    "content",
    (policy.getAttribute("content") ?? "").replace("connect-src 'self'", "connect-src 'none'"),
  );
  const data = `<script type="application/octet-stream" id="graph-data">${await packed(graphJson)}</script>`;
  return `<!doctype html>\n${copy.outerHTML.replace(mark.outerHTML, data)}\n`;
}
