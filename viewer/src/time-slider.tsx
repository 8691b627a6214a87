/** Days: bars of how much falls on each, two thumbs, play, the clock and the undated. */
import { computed, useSignal, useSignalEffect } from "@preact/signals";
import type { Claim } from "../../graph/model.js";
import { IconButton } from "./icon-button.js";
import { type Clock, createSieve, startDays } from "./model/filters.js";
import { countDays, dayNumber, dayOfNumber, type Histogram, isDay } from "./model/histogram.js";
import { noDaysKey } from "./model/wording.js";
import { announcement, change, changeInPlace, filters, index, say } from "./state.js";

/** All filters but the days, as text: the bars do not change while a thumb moves. */
const otherFilters = computed(() =>
  JSON.stringify({ ...filters.value, from: null, to: null, undated: true }, (_, value) =>
    value instanceof Set ? [...value] : value,
  ),
);
const histogram = computed<Histogram | null>(() => {
  const data = index.value;
  if (data === null || otherFilters.value === "") return null;
  const { clock } = filters.peek();
  const sieve = createSieve(data, { ...filters.peek(), from: null, to: null, undated: true });
  const starts = startDays(data, clock);
  return countDays(starts.filter((_, k) => sieve.claim(data.graph.claims[k] as Claim)));
});

/** Steps of the play button, and how long each stands, in milliseconds. */
const PLAY_STEPS = 40;
const PLAY_PAUSE = 350;

/**
 * A day can be written as well: thumbs are too coarse for one of a year. As text, not as the browser's own field for dates:
 * that one writes 03/02 or 02/03 by the browser's language, whatever the page's.
 */
function DayField({
  part,
  day,
  isOpen,
}: {
  readonly part: "from" | "to";
  readonly day: string;
  readonly isOpen: boolean;
}) {
  const t = say.value;
  const take = (field: HTMLInputElement) => {
    const text = field.value.trim();
    if (text === "" || isDay(text)) {
      change({ [part]: text === "" ? null : text });
      if (text === "") field.value = day;
      return;
    }
    field.value = day;
    announcement.value = t("dayForm");
  };
  return (
    <input
      type="text"
      inputMode="numeric"
      spellcheck={false}
      autocomplete="off"
      class={isOpen ? "day open" : "day"}
      value={day}
      title={t("dayForm")}
      aria-label={t(part === "from" ? "fromDay" : "toDay")}
      data-testid={`${part}-day`}
      onChange={(e) => take(e.currentTarget)}
    />
  );
}

export function TimeSlider() {
  const t = say.value;
  const isPlaying = useSignal(false);
  const isDragging = useSignal(false);
  const bars = histogram.value;
  useSignalEffect(() => {
    if (!isPlaying.value) return;
    const shown = histogram.peek();
    if (shown === null) return;
    const width = Math.max(1, Math.ceil((shown.last - shown.first + 1) / PLAY_STEPS));
    const { from, to } = filters.peek();
    const isWhole = from === null && to === null;
    const span = isWhole
      ? Math.max(width, Math.round((shown.last - shown.first) / 8))
      : dayNumber(to ?? "") - dayNumber(from ?? "") || width;
    let at = isWhole ? shown.first : dayNumber(from ?? dayOfNumber(shown.first));
    let isFirst = true;
    const timer = setInterval(() => {
      if (at > shown.last) {
        isPlaying.value = false;
        return;
      }
      const until = Math.min(shown.last, at + (Number.isFinite(span) ? span : width));
      (isFirst ? change : changeInPlace)({ from: dayOfNumber(at), to: dayOfNumber(until) });
      isFirst = false;
      at += width;
    }, PLAY_PAUSE);
    return () => clearInterval(timer);
  });
  const { clock, from, to, undated } = filters.value;
  const clocks = (
    <select
      aria-label={t("clock")}
      value={clock}
      data-testid="clock"
      onChange={(e) => change({ clock: e.currentTarget.value as Clock, from: null, to: null })}
    >
      <option value="event">{t("clock_event")}</option>
      <option value="published">{t("clock_published")}</option>
    </select>
  );
  if (bars === null)
    return (
      <section class="time" aria-label={t("time")}>
        <span class="no-days">{t(index.value === null ? "noShownDays" : noDaysKey(index.value, clock))}</span>
        {clocks}
      </section>
    );
  const low = from === null ? bars.first : Math.max(bars.first, dayNumber(from));
  const high = to === null ? bars.last : Math.min(bars.last, dayNumber(to));
  const most = Math.max(1, ...bars.bars.map((b) => b.count));
  // A thumb stands at the edge of a day: the first before it, the last behind it.
  const span = bars.last + 1 - bars.first;
  const set = (part: "from" | "to", n: number, isDone: boolean) => {
    const day = part === "from" ? Math.min(n, high) : Math.max(n - 1, low);
    const isEnd = part === "from" ? day <= bars.first : day >= bars.last;
    // A drag is one step: its first move makes it, the others change it.
    (isDragging.value ? changeInPlace : change)({ [part]: isEnd ? null : dayOfNumber(day) });
    isDragging.value = !isDone;
  };
  return (
    <section class="time" aria-label={t("time")}>
      <IconButton
        icon={isPlaying.value ? "pause" : "play"}
        label={t(isPlaying.value ? "pause" : "play")}
        testId="play"
        onClick={() => {
          isPlaying.value = !isPlaying.value;
        }}
      />
      <DayField part="from" day={dayOfNumber(low)} isOpen={from === null} />
      <div class="track">
        <svg viewBox={`0 0 ${bars.bars.length} 24`} preserveAspectRatio="none" aria-hidden="true">
          {bars.bars.map((bar, k) => {
            const height = bar.count === 0 ? 0 : Math.max(2, (bar.count / most) * 24);
            const isIn = bar.to >= low && bar.from <= high;
            return (
              <rect key={bar.from} class={isIn ? "in" : ""} x={k + 0.1} y={24 - height} width={0.8} height={height} />
            );
          })}
        </svg>
        <div
          class="range"
          style={{ left: `${((low - bars.first) / span) * 100}%`, right: `${((bars.last - high) / span) * 100}%` }}
        />
        {(["from", "to"] as const).map((part) => (
          <input
            key={part}
            type="range"
            min={bars.first}
            max={bars.last + 1}
            value={part === "from" ? low : high + 1}
            aria-label={t(part === "from" ? "fromDay" : "toDay")}
            aria-valuetext={dayOfNumber(part === "from" ? low : high)}
            data-testid={`time-${part}`}
            onInput={(e) => set(part, e.currentTarget.valueAsNumber, false)}
            onChange={(e) => set(part, e.currentTarget.valueAsNumber, true)}
          />
        ))}
      </div>
      <DayField part="to" day={dayOfNumber(high)} isOpen={to === null} />
      {clocks}
      <label class="undated">
        <input
          type="checkbox"
          checked={undated}
          data-testid="undated"
          onChange={(e) => change({ undated: e.currentTarget.checked })}
        />
        <span>{t("undatedCount", { count: bars.undated })}</span>
      </label>
    </section>
  );
}
