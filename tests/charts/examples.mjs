// A chart of every kind, with names as files may have them.

/** A name that would do harm as markup, and change its looks where braces have a meaning. */
export const HOSTILE = "<img src=x onerror=alert(1)>{b|x}";

const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);
const wave = (count, middle, swing) =>
  Array.from({ length: count }, (_, at) => Math.round(middle + swing * Math.sin(at / 4)));
const words = { axes: ["Calls"], value: "Calls", none: "no calls", total: "All" };
const reasons = [HOSTILE, "16 Normal call clearing", "34 No circuit or channel available at the moment"];

export const EXAMPLES = {
  lines: {
    kind: "lines",
    title: `Calls an hour, ${HOSTILE}`,
    categories: hours,
    unit: "count",
    drag: true,
    series: [
      { name: HOSTILE, values: wave(24, 400, 200).map((value, at) => (at === 5 ? null : value)) },
      { name: "The day before", values: wave(24, 350, 150), dashed: true },
    ],
    marks: [{ at: 14, label: HOSTILE }],
    levels: [{ value: 500, label: HOSTILE }],
    bands: [{ from: 18, to: 20, label: HOSTILE }],
    words,
  },
  stacked: {
    kind: "stacked",
    title: "End reasons by hour",
    categories: hours,
    unit: "count",
    series: reasons.map((name, at) => ({ name, values: wave(24, 300 - 50 * at, 40) })),
    words,
  },
  bars: {
    kind: "bars",
    title: "End reasons",
    horizontal: true,
    categories: reasons,
    unit: "count",
    series: [{ name: "Calls", values: [1234, 567, null] }],
    words,
  },
  histogram: {
    kind: "histogram",
    title: "Talk time",
    categories: hours,
    unit: "count",
    series: [{ name: HOSTILE, values: wave(24, 300, 100) }],
    words,
  },
  heat: {
    kind: "heat",
    title: "Calls by weekday and hour",
    categories: hours,
    unit: "count",
    series: [HOSTILE, "Tuesday"].map((name, day) => ({
      name,
      values: wave(24, 300, 200).map((value, hour) => (day === 0 && hour < 3 ? null : value)),
    })),
    words,
  },
  scatter: {
    kind: "scatter",
    title: "Gateways",
    units: ["percent", "seconds", "count"],
    points: [
      { name: HOSTILE, x: 20, y: 60, size: 10 },
      { name: "gateway 2", x: 50, y: 110, size: 12 },
      { name: "gateway 3", x: 80, y: 160, size: 40 },
    ],
    words: { axes: ["ASR", "Mean talk time", "Calls"] },
  },
  spark: { kind: "spark", title: "Calls", series: [{ name: HOSTILE, values: wave(24, 400, 200) }] },
};
