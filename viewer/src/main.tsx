/** Where the page begins. */
import { render } from "preact";
import { App } from "./app.js";
import { bindPage } from "./bind-page.js";
import { wakeLayout } from "./layout/run-layout.js";
import { LoadError, loadGraph } from "./load-graph.js";
import { indexGraph } from "./model/graph-index.js";
import { askServer } from "./server.js";
import { index, problem, view } from "./state.js";
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

// The one script that is loaded by address is the layout's worker, from a blob of this page.
const { trustedTypes } = window as {
  trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown };
};
trustedTypes?.createPolicy("default", {
  createScriptURL: (url) => {
    if (url.startsWith("blob:")) return url;
    throw new TypeError("Scripts from elsewhere are not loaded.");
  },
});

if (view.peek() === "graph") wakeLayout();
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
