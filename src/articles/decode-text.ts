/** Bytes to text: UTF-8, UTF-16 with its mark, else Latin-1 with a notice; what is no text is refused. */

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly notice: string | null }
  | { readonly ok: false; readonly code: "binary"; readonly message: string };

/** Of control characters more than this share is no text. */
const MOST_CONTROLS = 0.01;

function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function looksBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  if (sample.includes("\u0000")) return true;
  const controls = sample.match(/[\u0001-\u0008\u000e-\u001f\u007f\u0080-\u009f]/gu)?.length ?? 0;
  return controls > sample.length * MOST_CONTROLS;
}

export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  const exact = strict(bytes, marked);
  const text = exact ?? new TextDecoder("windows-1252").decode(bytes);
  if (looksBinary(text)) return { ok: false, code: "binary", message: "this is no text (binary data)" };
  return { ok: true, text, notice: exact === null ? "not UTF-8: read as Latin-1 (Windows-1252)" : null };
}
