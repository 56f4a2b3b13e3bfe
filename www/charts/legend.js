// The names of the series above the plot, in as many lines as they need.

import { font, shortened, widthOf } from "./labels.js";
import { nameOf } from "./series.js";

/** Names are cut to as many characters; to fewer, where all together would take too much of the chart. */
const LONGEST = [32, 24, 16, 10];
const MOST_OF_HEIGHT = 0.35;

const ICON = 22;
/** What ECharts leaves between icon and text. */
const ICON_GAP = 5;
const GAP = 10;
const LINE = 15 + GAP;

/**
 * @returns {{ option: object, height: number }} what ECharts is told, and how much of the chart's height it takes:
 *   ECharts itself keeps no room for it
 */
export const legend = (spec, theme, { width, height }) => {
  const hidden = spec.kind === "spark" || spec.kind === "heat" || spec.series.length < 2;
  if (hidden) return { option: { show: false }, height: 0 };
  const attempts = LONGEST.map((most) => spec.series.map((series) => shortened(series.name, most)));
  const taken = (texts) => lines(texts, theme, width) * LINE;
  const texts = attempts.find((texts) => taken(texts) <= height * MOST_OF_HEIGHT) ?? attempts.at(-1);
  const option = {
    show: true,
    left: 0,
    top: 0,
    padding: 0,
    width,
    itemWidth: ICON,
    itemHeight: 12,
    itemGap: GAP,
    data: spec.series.map((_, at) => nameOf(at)),
    formatter: (name) => texts[Number(name)],
    textStyle: font(theme, theme.text),
    inactiveColor: theme.line,
    inactiveBorderColor: theme.line,
  };
  return { option, height: taken(texts) + 4 };
};

const lines = (texts, theme, width) => {
  let count = 1;
  let used = 0;
  for (const text of texts) {
    const needed = ICON + ICON_GAP + widthOf(text, theme);
    if (used > 0 && used + needed > width) {
      count += 1;
      used = 0;
    }
    used += needed + GAP;
  }
  return count;
};
