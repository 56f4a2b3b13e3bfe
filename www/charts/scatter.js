// Points between two value axes, as large as a third number.

import { scale } from "./axes.js";
import { font, shortened } from "./labels.js";
import { notation } from "./numbers.js";
import { seriesColor } from "./theme.js";
import { tooltip, tooltipContent } from "./tooltip.js";

const SMALLEST = 7;
const LARGEST = 40;

/** More names than this are no help. */
const MOST_NAMES = 60;
const LONGEST_NAME = 24;

/** @returns {object} options of ECharts */
export const scatter = (spec, theme, { width, height }) => {
  const { points } = spec;
  const largest = (of) => points.reduce((most, point) => Math.max(most, of(point) ?? 0), 0);
  const numbers = [(point) => point.x, (point) => point.y, (point) => point.size];
  const written = numbers.map((of, at) => notation(spec, at, largest(of)));
  const room = [Math.floor(width / 90), Math.floor(height / 45)];
  // A logarithmic axis has no place for anything else.
  const placed = (number) => (spec.log && number <= 0 ? null : number);
  const axis = (at) => ({
    ...(spec.log ? { type: "log" } : scale(spec, at, points.map(numbers[at]), written[at], room[at])),
    name: spec.words.axes?.[at] ?? "",
    nameLocation: at === 0 ? "middle" : "end",
    nameGap: at === 0 ? 8 : 10,
    nameTextStyle: { ...font(theme), ...(at === 1 ? { align: "left" } : {}) },
    axisLabel: { ...font(theme), formatter: written[at].tick, hideOverlap: true },
    axisLine: { show: at === 0, lineStyle: { color: theme.muted }, onZero: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: theme.line } },
  });
  const most = largest(numbers[2]);
  const sides = nameSides(points, largest(numbers[0]), largest(numbers[1]));
  return {
    grid: { left: 2, right: 12, top: 12, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "all" },
    xAxis: axis(0),
    yAxis: axis(1),
    legend: { show: false },
    tooltip: tooltip(theme, "item", atPoint(spec, theme, written)),
    series: [
      {
        type: "scatter",
        data: points.map((point, at) => ({
          value: [placed(point.x), placed(point.y)],
          // The area is what the eye compares.
          symbolSize: most > 0 ? Math.max(SMALLEST, LARGEST * Math.sqrt((point.size ?? 0) / most)) : SMALLEST + 3,
          itemStyle: { color: seriesColor(theme, point.color ?? 0) },
          label: { position: sides[at] },
        })),
        itemStyle: { opacity: 0.75, borderColor: theme.background, borderWidth: 1 },
        label: {
          show: points.length <= MOST_NAMES,
          ...font(theme, theme.text),
          minMargin: 4,
          // Cut here: a width would be taken by short names too, and hide others.
          formatter: ({ dataIndex }) => shortened(points[dataIndex].name, LONGEST_NAME),
        },
        labelLayout: { hideOverlap: true },
        emphasis: { scale: false, itemStyle: { opacity: 1, borderColor: theme.text } },
      },
    ],
  };
};

/** Points closer to each other than these shares of the chart would write their names over each other. */
const CLOSE = [0.15, 0.1];

/** Names stand above their points, and by turns below where points are close to each other. */
const nameSides = (points, mostX, mostY) => {
  const sides = points.map(() => "top");
  const order = points.map((_, at) => at).sort((one, other) => points[one].x - points[other].x);
  order.forEach((at, place) => {
    const before = order[place - 1];
    if (before === undefined) return;
    const [x, y] = [Math.abs(points[at].x - points[before].x), Math.abs(points[at].y - points[before].y)];
    if (x < CLOSE[0] * mostX && y < CLOSE[1] * mostY && sides[before] === "top") sides[at] = "bottom";
  });
  return sides;
};

const atPoint = (spec, theme, written) => (found) => {
  const point = spec.points[found.dataIndex];
  if (!point || found.componentType !== "series") return "";
  const rows = [point.x, point.y, point.size].flatMap((value, at) => {
    const name = spec.words.axes?.[at] ?? "";
    return value === undefined || value === null ? [] : [{ name, value: written[at].whole(value) }];
  });
  return tooltipContent(point.name, rows);
};
