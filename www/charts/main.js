// The charts: `globalThis.cdrLensCharts`. The page starts without them and is told by the event `cdr-lens-charts` that
// they are there.

import { recommendedHeight } from "./height.js";
import { LiveChart } from "./live_chart.js";
import { answerPrinting } from "./paper.js";
import { png, svg } from "./picture.js";
import { readSpec } from "./spec.js";
import { pageTheme, readTheme } from "./theme.js";

/** The charts on the page, by their numbers. */
const charts = new Map();
let last = 0;

const chart = (id) => {
  const found = charts.get(id);
  if (!found) throw new Error(`there is no chart ${id}`);
  return found;
};

globalThis.cdrLensCharts = Object.freeze({
  /**
   * Draws a chart into an element, before that is shown the next time. It follows the element's size, and, where
   * there is no `theme`, the page's colours.
   *
   * @param {HTMLElement} element
   * @param {import("./spec.js").Spec} spec
   * @param {{ theme?: import("./theme.js").Theme, setsHeight?: boolean }} [how] `setsHeight` makes the element as high
   *   as the chart should be: otherwise its style must give it a height
   * @returns {number} the chart's number, which the functions below ask for
   */
  mount(element, spec, { theme, setsHeight = false } = {}) {
    const mounted = new LiveChart(element, spec, theme, setsHeight);
    last += 1;
    charts.set(last, mounted);
    return last;
  },

  /** Shows something else in the same place. */
  update(id, spec, theme) {
    chart(id).update(spec, theme);
  },

  /** Takes a chart off its element. Of one that is gone already, nothing. */
  dispose(id) {
    charts.get(id)?.dispose();
    charts.delete(id);
  },

  /** @param {(series: number, category: number) => void} callback in a heat map: row, column; in a scatter: 0, point */
  onPick(id, callback) {
    chart(id).picked = callback;
  },

  /** @param {(first: number, last: number) => void} callback of categories; only where the spec has `drag` */
  onDrag(id, callback) {
    chart(id).dragged = callback;
  },

  /**
   * The same chart as the text of an SVG with a viewBox, for paper and reports.
   *
   * @returns {string}
   */
  svg(spec, theme, width, height) {
    return svg(spec, theme, width, height);
  },

  /**
   * A chart on the page as PNG, as it is seen.
   *
   * @returns {Promise<Blob>}
   */
  async png(id) {
    const text = chart(id).svg();
    if (text === null) throw new Error("the chart is not shown, and so has no size");
    return png(text);
  },

  /** How high a chart of that width should be for all of it to be readable, in pixels. */
  height(spec, width) {
    return recommendedHeight(readSpec(spec), readTheme(), width);
  },

  /**
   * The page's colours.
   *
   * @param {"light" | "dark"} [scheme] as they are in that scheme: paper is light
   */
  theme(scheme) {
    return pageTheme(scheme);
  },
});

// Where there is no page, nobody prints it.
if (typeof document !== "undefined") answerPrinting((printing) => charts.forEach((chart) => chart.print(printing)));

globalThis.dispatchEvent(new Event("cdr-lens-charts"));
