/** Names and relations that open what they name. */
import type { Claim } from "../../graph/model.js";
import { isNameless, nameIn } from "./model/graph-index.js";
import { index, language, say, select } from "./state.js";

export function NodeLink({ id }: { readonly id: string }) {
  const node = index.value?.nodes.get(id);
  const isNobody = node === undefined || isNameless(node);
  return (
    <button
      type="button"
      class={`link ${node?.named === true ? "" : "unnamed"}`}
      title={isNobody ? say.value("openAgent") : undefined}
      onClick={() => select("node", id)}
    >
      {isNobody ? say.value("someone") : nameIn(node, language.value)}
    </button>
  );
}

/** Opens the edge where the claim is part of one, else the claim alone. */
export function RelationLink({ claim }: { readonly claim: Claim }) {
  const edge = index.value?.edgeOfClaim.get(claim.id);
  return (
    <button
      type="button"
      class="link relation"
      data-testid="relation-link"
      onClick={() => (edge === undefined ? select("claim", claim.id) : select("edge", edge.id))}
    >
      {say.value(claim.relation)}
    </button>
  );
}
