/** Undo and redo: a line of states with the one that is shown. */

export interface Steps<T> {
  readonly list: readonly T[];
  readonly at: number;
}
/** States that are kept at most. */
const MOST = 200;

export const firstStep = <T>(state: T): Steps<T> => ({ list: [state], at: 0 });
export const shownStep = <T>({ list, at }: Steps<T>): T => list[at] as T;

/** A new state after the shown one; what was undone before is forgotten. */
export function addStep<T>({ list, at }: Steps<T>, state: T): Steps<T> {
  const next = [...list.slice(0, at + 1), state].slice(-MOST);
  return { list: next, at: next.length - 1 };
}

/** The shown state changed without a step of its own: while a thumb is dragged, while the camera moves. */
export const replaceStep = <T>({ list, at }: Steps<T>, state: T): Steps<T> => ({ list: list.with(at, state), at });

export const canUndo = ({ at }: Steps<unknown>): boolean => at > 0;
export const canRedo = ({ list, at }: Steps<unknown>): boolean => at < list.length - 1;

/** Shows another state of the line; one beyond its ends is the nearest end. */
export const goTo = <T>({ list }: Steps<T>, at: number): Steps<T> => ({
  list,
  at: Math.max(0, Math.min(list.length - 1, at)),
});
