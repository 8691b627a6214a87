/** What is chosen: a node with all that is said of it, a relation or a claim with its sentences, or how two are linked. */
import { computed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { IconButton } from "../icon-button.js";
import { deselect, go, index, say, selection } from "../state.js";
import { ClaimPanel, EdgePanel } from "./edge-panel.js";
import { NodePanel } from "./node-panel.js";
import { isPathOpen, PathPanel } from "./path-panel.js";

export const isPanelOpen = computed(
  () => isPathOpen.value || (selection.value !== null && selection.value.what !== "article"),
);

export function Panel() {
  const t = say.value;
  const data = index.value;
  const chosen = selection.value;
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.scrollTo({ top: 0 });
  }, [chosen]);
  if (data === null) return null;
  const node = chosen?.what === "node" ? data.nodes.get(chosen.id) : undefined;
  const edge = chosen?.what === "edge" ? data.edges.get(chosen.id) : undefined;
  const claim = chosen?.what === "claim" ? data.claims.get(chosen.id) : undefined;
  const close = () => {
    if (chosen !== null) deselect();
    else {
      isPathOpen.value = false;
      go({ path: null });
    }
  };
  return (
    <aside
      class="panel"
      ref={box}
      tabIndex={-1}
      data-panel=""
      data-testid="panel"
      aria-label={t("evidence")}
      onKeyDown={(e) => {
        if (e.key === "Escape" && !(e.target instanceof HTMLInputElement)) close();
      }}
    >
      <div class="panel-tools">
        {chosen !== null && isPathOpen.value && <IconButton icon="back" label={t("backToPath")} onClick={deselect} />}
        <IconButton icon="close" label={t("close")} testId="close-panel" onClick={close} />
      </div>
      {node !== undefined && <NodePanel key={node.id} node={node} />}
      {edge !== undefined && <EdgePanel key={edge.id} edge={edge} />}
      {claim !== undefined && <ClaimPanel key={claim.id} claim={claim} />}
      {chosen === null && isPathOpen.value && <PathPanel />}
      {chosen !== null && node === undefined && edge === undefined && claim === undefined && (
        <p class="hint">{t("notInGraph")}</p>
      )}
    </aside>
  );
}
