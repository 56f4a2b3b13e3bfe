// How high charts should be.

import { legend } from "./legend.js";
import { isHorizontal } from "./spec.js";

const USUAL = 260;

/** Of a row of a heat map or of bars to the right: room for its label, and for every bar in it. */
const ROW = 24;
const BAR = 14;

/** What axes, or a heat map's scale, take above and below the rows. */
const AROUND = 72;

export const recommendedHeight = (spec, theme, width) => {
  if (spec.kind === "spark") return 24;
  if (spec.kind === "heat") return AROUND + ROW * Math.max(spec.series.length, 2);
  if (spec.kind === "scatter") return USUAL + 80;
  const plot = isHorizontal(spec) ? AROUND + row(spec) * Math.max(spec.categories.length, 2) : USUAL;
  return Math.ceil(plot + legend(spec, theme, { width, height: 2 * plot }).height);
};

const row = (spec) => Math.max(ROW, 10 + BAR * (spec.kind === "stacked" ? 1 : spec.series.length));
