// Which value a click means.

import { cellAt } from "./heat.js";
import { drawnAs, isHorizontal } from "./spec.js";

/** How far beside a line a click is still meant for it, in pixels. */
const NEAR = 30;

/** Tells `live.picked` of clicks on values: the series, or row, and the category, column or point. */
export const answerPicks = (live) => {
  let answered;
  live.chart.on("click", (found) => {
    if (found.componentType !== "series" || found.seriesType === "line") return;
    answered = found.event?.event;
    const [series, category] =
      live.spec.kind === "heat" ? cellAt(live.spec, found.dataIndex) : [found.seriesIndex, found.dataIndex];
    live.picked(series, category);
  });
  // A line is thin, and its points are nothing to click at where there are many: near it is enough.
  live.chart.getZr().on("click", (event) => {
    if (event.event === answered) return;
    const found = nearestOfLines(live, event.offsetX, event.offsetY);
    if (found) live.picked(...found);
  });
};

const nearestOfLines = (live, x, y) => {
  const { chart, spec } = live;
  if (spec.kind === "spark" || spec.kind === "heat" || spec.kind === "scatter" || isHorizontal(spec)) return null;
  if (!chart.containPixel({ gridIndex: 0 }, [x, y])) return null;
  const category = Math.round(chart.convertFromPixel({ xAxisIndex: 0 }, x));
  let nearest = null;
  let stacked = 0;
  for (const [at, series] of spec.series.entries()) {
    const value = series.values[category] ?? null;
    if (value === null || drawnAs(spec, series) !== "line" || !live.isShown(at)) continue;
    const upon = spec.kind === "stacked" && !series.as;
    if (upon) stacked += value;
    const top = chart.convertToPixel({ yAxisIndex: series.axis }, upon ? stacked : value);
    // What is stacked is meant by a click anywhere in its area, and areas come from below.
    if (upon && y >= top) return [at, category];
    const distance = Math.abs(y - top);
    if (distance <= NEAR && distance < (nearest?.distance ?? Infinity)) nearest = { at, distance };
  }
  return nearest && [nearest.at, category];
};
