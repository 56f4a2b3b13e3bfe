// What is drawn over the plot: lines at categories and at values, shaded spans.

import { font } from "./labels.js";
import { isHorizontal } from "./spec.js";

/**
 * For each value axis a series of no values that carries what is drawn by it: as part of a series of the page, it would
 * go when that is switched off. They are the last ones, so that the numbers of the others stay.
 */
export const marks = (spec, theme) => {
  if (spec.kind === "spark") return [];
  const horizontal = isHorizontal(spec);
  const [along, across] = horizontal ? ["yAxis", "xAxis"] : ["xAxis", "yAxis"];
  const label = { ...font(theme), textBorderColor: theme.background, textBorderWidth: 3 };
  const named = (text) => ({ ...label, formatter: () => text });
  // Along a line that stands, so that it covers little of what is beside.
  const standing = horizontal
    ? { position: "insideStartBottom", rotate: 90, align: "right" }
    : { position: "insideEndBottom", rotate: 90 };
  const lying = { position: "insideStartTop" };
  const [ofMarks, ofLevels] = horizontal ? [lying, standing] : [standing, lying];

  const atCategories = spec.marks.map(({ at, label: text }) => ({
    [along]: at,
    label: { ...named(text), ...ofMarks },
  }));
  const atValues = (axis) =>
    spec.levels
      .filter((level) => (level.axis ?? 0) === axis)
      .map(({ value, label: text }) => ({ [across]: value, label: { ...named(text), ...ofLevels } }));
  const spans = spec.bands.map(({ from, to, label: text }) => [
    { [along]: from, label: { ...named(text), position: "insideTop" } },
    { [along]: to },
  ]);

  return [
    carrier(theme, { [`${across}Index`]: 0 }, [...atCategories, ...atValues(0)], spans),
    carrier(theme, { [`${across}Index`]: 1 }, atValues(1), []),
  ].filter(({ markLine, markArea }) => markLine.data.length + markArea.data.length > 0);
};

const carrier = (theme, axis, lines, areas) => ({
  type: "line",
  name: "marks",
  data: [],
  silent: true,
  symbol: "none",
  ...axis,
  markLine: {
    silent: true,
    symbol: "none",
    lineStyle: { color: theme.text, type: [4, 4], width: 1 },
    tooltip: { show: false },
    data: lines,
  },
  markArea: {
    silent: true,
    itemStyle: { color: theme.muted, opacity: 0.16 },
    tooltip: { show: false },
    data: areas,
  },
});
