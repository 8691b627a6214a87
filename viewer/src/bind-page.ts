/** Ties the record to the page: address and history, theme, language, and the keys that work everywhere. */
import { effect } from "@preact/signals";
import { readAddress, writeAddress } from "./model/address.js";
import { firstStep } from "./model/steps.js";
import { go, language, redo, say, screen, showStep, steps, theme, undo, wasReplaced } from "./state.js";

/** States of the history carry the run that wrote them: those of an earlier visit are read from their address. */
const RUN = `${performance.timeOrigin}`;
interface Mark {
  readonly run: string;
  readonly at: number;
}
const addressOf = (hash: string): string => (hash === "" ? location.pathname + location.search : hash);

export function bindPage(): void {
  let last = writeAddress(screen.peek());
  let isFirst = true;
  effect(() => {
    const hash = writeAddress(screen.value);
    const mark: Mark = { run: RUN, at: steps.value.at };
    if (isFirst || wasReplaced() || hash === last) history.replaceState(mark, "", addressOf(hash));
    else history.pushState(mark, "", addressOf(hash));
    isFirst = false;
    last = hash;
  });
  addEventListener("popstate", ({ state }) => {
    const mark = state as Mark | null;
    if (mark?.run === RUN && mark.at < steps.peek().list.length) showStep(mark.at);
    else if (mark === null) go(readAddress(location.hash));
    else steps.value = firstStep(readAddress(location.hash));
  });
  effect(() => {
    document.documentElement.dataset.theme = theme.value;
  });
  effect(() => {
    document.documentElement.lang = language.value;
    document.title = say.value("title");
  });
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const isTyping = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
    const key = event.key.toLowerCase();
    if (isTyping || (key !== "z" && key !== "y")) return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) redo();
    else undo();
  });
}
