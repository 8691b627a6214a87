/** Happenings as marks on the lanes of the busiest actors: full where established, hollow where claimed, a cross where not. */
import { familyColour, familyOf } from "../model/families.js";
import { nameIn } from "../model/graph-index.js";
import type { Happening } from "../model/happenings.js";
import { dayNumber, dayOfNumber } from "../model/histogram.js";
import { withinText } from "../model/wording.js";
import { index, language, say, select, theme } from "../state.js";
import { useWidth } from "./use-width.js";

const LANE = 30;
const HEAD = 26;
/** In pixels, as all here: the picture is as wide as its place, so that its words keep their size. */
const NARROW = 560;
const NAMES = { wide: 190, narrow: 124 };
const TICK = 92;
const WEEK = 7;

interface Props {
  readonly happenings: readonly Happening[];
  readonly actors: readonly string[];
  readonly onDay: (day: string) => void;
}

/** Days over the lanes: as many as have room beside each other. */
function ticks(first: number, last: number, room: number): number[] {
  const step = Math.max(1, Math.ceil((last - first) / Math.max(1, Math.floor(room / TICK))));
  const out: number[] = [];
  for (let day = first; day <= last; day += step) out.push(day);
  return out;
}

function Mark({ happening, x, y }: { readonly happening: Happening; readonly x: number; readonly y: number }) {
  const relation = happening.claims[0]?.relation;
  const colour = relation === undefined ? "currentColor" : familyColour(familyOf(relation), theme.value);
  if (happening.place === "notDone")
    return <path d={`M${x - 4} ${y - 4}l8 8M${x + 4} ${y - 4}l-8 8`} stroke={colour} stroke-width="1.6" fill="none" />;
  const isFact = happening.place === "fact";
  return (
    <circle
      cx={x}
      cy={y}
      r={isFact ? 5 : 4.5}
      fill={isFact ? colour : "none"}
      stroke={colour}
      stroke-width="1.6"
      stroke-dasharray={isFact ? undefined : "2 2"}
    />
  );
}

export function TimelineLanes({ happenings, actors, onDay }: Props) {
  const t = say.value;
  const [box, width] = useWidth();
  const isNarrow = width < NARROW;
  const names = isNarrow ? NAMES.narrow : NAMES.wide;
  const longest = isNarrow ? 17 : 30;
  const room = width - names - (isNarrow ? 44 : 64);
  const dated = happenings.flatMap((h) =>
    h.days === null ? [] : [{ h, day: dayNumber(h.days[0]), length: dayNumber(h.days[1]) - dayNumber(h.days[0]) }],
  );
  // A month or a year begins long before what is told in it.
  const exact = dated.filter((d) => d.length <= WEEK);
  const days = (exact.length > 0 ? exact : dated).map((d) => d.day).sort((a, b) => a - b);
  // A day far from all others would press the rest together: it stands at the margin.
  const first = days[Math.floor(days.length * 0.03)] ?? 0;
  const last = Math.max(first + 1, days[Math.min(days.length - 1, Math.floor(days.length * 0.97))] ?? 0);
  const xOf = (day: number) => {
    const share = (Math.min(last, Math.max(first, day)) - first) / (last - first);
    return names + 16 + share * room;
  };
  const height = HEAD + actors.length * LANE + 4;
  const nameOf = (id: string) => {
    const name = nameIn(index.value?.nodes.get(id), language.value);
    return name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
  };
  return (
    <div
      class="lanes"
      ref={box}
      role="img"
      aria-label={t("lanesLabel", { count: dated.length, actors: actors.length })}
    >
      <svg viewBox={`0 0 ${width} ${height}`} data-testid="lanes">
        {ticks(first, last, room).map((day) => (
          <g key={day} class="tick">
            <line x1={xOf(day)} x2={xOf(day)} y1={HEAD - 6} y2={height} />
            <text x={xOf(day)} y={14} text-anchor="middle">
              {dayOfNumber(day)}
            </text>
          </g>
        ))}
        {actors.map((id, row) => (
          <g key={id} class="lane">
            <line x1={names} x2={width} y1={HEAD + row * LANE + LANE / 2} y2={HEAD + row * LANE + LANE / 2} />
            <text
              x={names - 10}
              y={HEAD + row * LANE + LANE / 2 + 4}
              text-anchor="end"
              onClick={() => select("node", id)}
            >
              {nameOf(id)}
            </text>
            {dated
              .filter(({ h }) => h.actors.has(id))
              .map(({ h, day, length }, k, all) => {
                // Several on one day stand above each other.
                const same = all.slice(0, k).filter((o) => o.day + o.length / 2 === day + length / 2).length;
                const [from, to] = [xOf(day), xOf(day + length)];
                const y = HEAD + row * LANE + LANE / 2 + (same === 0 ? 0 : same % 2 === 0 ? 6 : -6);
                return (
                  <g key={h.id} class="mark" onClick={() => onDay(h.days?.[0] ?? "")}>
                    <title>{`${h.days === null ? "" : withinText(...h.days, t)} ${t(h.claims[0]?.relation ?? "ATTACKED")} · ${t(`place_${h.place}`)}`}</title>
                    {to > from && <line class="span" data-testid="span" x1={from} x2={to} y1={y} y2={y} />}
                    <Mark happening={h} x={(from + to) / 2 + (same % 4) * 4} y={y} />
                  </g>
                );
              })}
          </g>
        ))}
      </svg>
    </div>
  );
}
