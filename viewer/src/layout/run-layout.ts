/** Sends a layout to the worker; one at a time, and it can be stopped. */
import type { LayoutOrder } from "./lay-out.js";
import type { LayoutNews } from "./layout-worker.js";
import LayoutWorker from "./layout-worker.js?worker&inline";

export interface RunningLayout {
  /** Ends the work; the places of the last news stay. */
  readonly stop: () => void;
}

let spare: Worker | null = null;

/** Starts a worker ahead of its first order: it is awake by the time that the graph is read. */
export function wakeLayout(): void {
  spare ??= new LayoutWorker();
}

/** @param onStart called once the worker has the order: what then keeps this thread busy holds up nothing */
export function runLayout(
  order: LayoutOrder,
  onNews: (news: LayoutNews) => void,
  onStart: () => void = () => {},
): RunningLayout {
  const worker: Worker = spare ?? new LayoutWorker();
  spare = null;
  worker.onmessage = ({ data }: MessageEvent<LayoutNews | "started">) => {
    if (data === "started") {
      onStart();
      return;
    }
    if (data.isDone) worker.terminate();
    onNews(data);
  };
  worker.onerror = () => {
    worker.terminate();
    onNews({ places: order.places, isDone: true });
  };
  worker.postMessage(order);
  return { stop: () => worker.terminate() };
}
