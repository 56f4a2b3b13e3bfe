// When charts are drawn: many are put on a page at once, so all are measured first and drawn afterwards. To measure one
// after another was drawn would have the browser lay out the whole page anew for each of them.

import { begins, ends } from "./moving.js";

/** So long is drawn at a time, in milliseconds, before a person's keys and clicks are looked at. */
const AT_ONCE_MILLIS = 12;

/** Those that are to be drawn, and those of them whose elements were measured, with what was found. */
const waiting = new Set();
const measured = new Map();
let frame;

const drawSome = () => {
  frame = undefined;
  for (const chart of waiting) measured.set(chart, chart.measure());
  waiting.clear();
  const begin = performance.now();
  for (const [chart, size] of measured) {
    measured.delete(chart);
    draw(chart, size);
    if (performance.now() - begin > AT_ONCE_MILLIS) break;
  }
  if (measured.size > 0) frame = requestAnimationFrame(drawSome);
};

const draw = (chart, size) => {
  // Where there is nothing to draw, nobody else says that it has ended.
  if (!chart.draw(size)) ends(chart);
};

/** Has a chart drawn before the page is shown the next time, or soon afterwards. */
export const drawSoon = (chart) => {
  begins(chart);
  measured.delete(chart);
  waiting.add(chart);
  frame ??= requestAnimationFrame(drawSome);
};

/** Draws a chart at once if it waits for that. */
export const drawNow = (chart) => {
  if (waiting.delete(chart) || measured.delete(chart)) draw(chart, chart.measure());
};

/** It is not drawn any more. */
export const forget = (chart) => {
  waiting.delete(chart);
  measured.delete(chart);
  ends(chart);
};
