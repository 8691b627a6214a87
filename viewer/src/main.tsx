/** Where the page begins. */
import { render } from "preact";
import { App } from "./app.js";
import { LoadError, loadGraph } from "./load-graph.js";
import { indexGraph } from "./model/graph-index.js";
import { bindPage, index, problem } from "./state.js";
import "./style.css";

const root = document.getElementById("app");
if (root !== null) render(<App />, root);
bindPage();
try {
  index.value = indexGraph(await loadGraph());
} catch (error) {
  problem.value = {
    code: error instanceof LoadError ? error.code : "broken",
    message: error instanceof Error ? error.message : String(error),
  };
}
