/** First places of nodes: they follow from the id alone, so that the same graph always lies the same way. */

/** A number in [0, 1) that follows from the text (FNV-1a, its bits mixed once more as in MurmurHash3). */
export function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}

/** On a disc. */
export function placeByName(id: string): { x: number; y: number } {
  const angle = numberOf(id) * 2 * Math.PI;
  const radius = Math.sqrt(numberOf(`${id} radius`)) * 100;
  return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
}
