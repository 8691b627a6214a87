/** The layout in a thread of its own: an order comes in, places go out as they take shape. */
import { type LayoutOrder, layOut } from "./lay-out.js";

export interface LayoutNews {
  readonly places: Float64Array;
  readonly isDone: boolean;
}

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<LayoutOrder>) => void) | null;
  postMessage(news: LayoutNews | "started"): void;
};

scope.onmessage = ({ data }) => {
  scope.postMessage("started");
  layOut(data, () => {
    scope.postMessage({ places: data.places, isDone: false });
    return true;
  });
  scope.postMessage({ places: data.places, isDone: true });
};
