/** A ring inside the edge of each node: the ground's colour parts a node from its lines, the node's own makes it hollow. */
import type { FragmentLayer } from "sigma/rendering";

/** Reads `color` and `ring` of a node; the ring is as wide as `ringWidth` pixels. */
export function ringLayer(): FragmentLayer {
  const { UNSIGNED_BYTE, FLOAT } = WebGL2RenderingContext;
  return {
    name: "ring",
    uniforms: [],
    attributes: [
      { name: "ringFill", size: 4, type: UNSIGNED_BYTE, normalized: true, source: "color" },
      { name: "ringColor", size: 4, type: UNSIGNED_BYTE, normalized: true, source: "ring" },
      { name: "ringWidth", size: 1, type: FLOAT, source: "ringWidth" },
    ],
    // language=GLSL
    glsl: `
vec4 layer_ring(vec4 v_ringFill, vec4 v_ringColor, float v_ringWidth) {
  float edge = -v_ringWidth * context.pixelToUV;
  float share = smoothstep(edge - context.aaWidth, edge + context.aaWidth, context.sdf);
  return mix(v_ringFill, v_ringColor, share);
}
`,
  };
}
