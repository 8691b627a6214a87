/** What the canvas tells the screen, and the clicks on it. */
import type Sigma from "sigma";
import type { Camera } from "../model/screen.js";

export interface CanvasEvents {
  readonly onNode: (id: string) => void;
  readonly onEdge: (id: string) => void;
  readonly onGround: () => void;
  readonly onOpen: (id: string) => void;
  /** A node was put somewhere by hand. */
  readonly onMoved: (id: string, x: number, y: number) => void;
  readonly onCamera: (camera: Camera) => void;
  readonly onLayout: (isRunning: boolean) => void;
  /** The browser cannot draw. */
  readonly onBroken: () => void;
}

/** Nodes, lines and the ground that were clicked, nodes that were clicked twice. */
export function tellClicks(sigma: Sigma, events: CanvasEvents): void {
  sigma.on("clickNode", ({ node }) => events.onNode(node));
  sigma.on("clickEdge", ({ edge }) => events.onEdge(edge));
  sigma.on("clickStage", () => events.onGround());
  sigma.on("doubleClickNode", (payload) => {
    payload.preventSigmaDefault();
    events.onOpen(payload.node);
  });
}
