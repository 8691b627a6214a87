/** What can be done with a node on the canvas: by the panel's buttons and by keys alike. */
import { canvas } from "./canvas/hold-canvas.js";
import { nameIn } from "./model/graph-index.js";
import { announcement, go, index, language, say, screen } from "./state.js";
import type { StringKey } from "./strings/strings.js";

export type Act = "expand" | "collapse" | "pin" | "hide" | "around";

const without = (set: ReadonlySet<string>, id: string): Set<string> =>
  new Set([...set].filter((other) => other !== id));

/** Expanding undoes collapsing and the other way round; pinning and the neighbourhood toggle. */
export function actOn(act: Act, id: string): void {
  const { expanded, collapsed, hidden, pinned, scope, selection } = screen.peek();
  const say1 = (key: StringKey) => {
    announcement.value = say.peek()(key, { name: nameIn(index.peek()?.nodes.get(id), language.peek()) });
  };
  if (act === "expand") {
    go({ expanded: new Set([...expanded, id]), collapsed: without(collapsed, id) });
    say1("saidExpanded");
  } else if (act === "collapse") {
    const isFolded = collapsed.has(id);
    go({
      collapsed: isFolded ? without(collapsed, id) : new Set([...collapsed, id]),
      expanded: without(expanded, id),
    });
    say1(isFolded ? "saidExpanded" : "saidCollapsed");
  } else if (act === "hide") {
    go({ hidden: new Set([...hidden, id]), selection: selection?.id === id ? null : selection });
    say1("saidHidden");
  } else if (act === "around") {
    const isAround = scope?.kind === "around" && scope.id === id;
    go({ scope: isAround ? null : { kind: "around", id, depth: 1 }, view: "graph" });
  } else {
    const next = new Map(pinned);
    const graph = canvas()?.graph;
    if (pinned.has(id)) next.delete(id);
    else if (graph?.hasNode(id)) next.set(id, [graph.getNodeAttribute(id, "x"), graph.getNodeAttribute(id, "y")]);
    go({ pinned: next });
    say1(pinned.has(id) ? "saidUnpinned" : "saidPinned");
  }
}
