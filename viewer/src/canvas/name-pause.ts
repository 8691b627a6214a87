/** When names are placed: once the picture stands, and of many nodes once it stands still. */

/** Nodes from which names wait, and how long. */
const MANY_NAMES = 600;
const PAUSE = 90;

export class NamePause {
  #timer = 0;
  #isDue = false;

  /** @param draw asks for a frame, in which the names are then placed */
  ask(nodes: number, draw: () => void): void {
    clearTimeout(this.#timer);
    const due = () => {
      this.#isDue = true;
      draw();
    };
    if (nodes < MANY_NAMES) due();
    else this.#timer = window.setTimeout(due, PAUSE);
  }
  /** Whether names are to be placed in this frame; asked once for each. */
  take(): boolean {
    const isDue = this.#isDue;
    this.#isDue = false;
    return isDue;
  }
  end(): void {
    clearTimeout(this.#timer);
  }
}
