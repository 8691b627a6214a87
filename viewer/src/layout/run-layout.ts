/** Sends a layout to the worker; one at a time, and it can be stopped. */
import type { LayoutOrder } from "./lay-out.js";
import type { LayoutNews } from "./layout-worker.js";
import LayoutWorker from "./layout-worker.js?worker&inline";

export interface RunningLayout {
  /** Ends the work; the places of the last news stay. */
  readonly stop: () => void;
}

export function runLayout(order: LayoutOrder, onNews: (news: LayoutNews) => void): RunningLayout {
  const worker: Worker = new LayoutWorker();
  worker.onmessage = ({ data }: MessageEvent<LayoutNews>) => {
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
