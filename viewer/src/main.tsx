/** Where the page begins. */
import { render } from "preact";
import { App } from "./app.js";
import { bindPage } from "./bind-page.js";
import { LoadError, loadGraph } from "./load-graph.js";
import { indexGraph } from "./model/graph-index.js";
import { askServer } from "./server.js";
import { index, problem } from "./state.js";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/bar.css";
import "./styles/legend.css";
import "./styles/graph.css";
import "./styles/panel.css";
import "./styles/tables.css";
import "./styles/timeline.css";
import "./styles/reading.css";
import "./styles/print.css";
import "./styles/narrow.css";

const root = document.getElementById("app");
if (root !== null) render(<App />, root);
bindPage();
void askServer();
try {
  index.value = indexGraph(await loadGraph());
} catch (error) {
  problem.value = {
    code: error instanceof LoadError ? error.code : "broken",
    message: error instanceof Error ? error.message : String(error),
  };
}
