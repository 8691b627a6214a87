/** The share of claims of this probability that are right: calibration.json's monotone line. */
import CALIBRATION from "./calibration.json" with { type: "json" };

export type Points = readonly (readonly number[])[];

const PLACES = 3;

/** @param points [probability, share] in rising order, from 0 to 1 */
export function calibrate(probability: number, points: Points = CALIBRATION.points): number {
  const next = points.findIndex(([x = 1]) => x >= probability);
  const [x1 = 1, y1 = 1] = points[next < 0 ? points.length - 1 : next] ?? [];
  const [x0 = 0, y0 = 0] = points[Math.max(0, next - 1)] ?? [];
  const share = x1 === x0 ? y1 : y0 + ((Math.min(probability, x1) - x0) / (x1 - x0)) * (y1 - y0);
  return Number(share.toFixed(PLACES));
}
