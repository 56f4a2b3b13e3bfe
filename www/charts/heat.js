// The heat map: rows and columns of cells, the more the stronger.

import { columnLabels, rowLabels, rowLabelsWidth } from "./axes.js";
import { font, widest } from "./labels.js";
import { notation } from "./numbers.js";
import { between, luminance } from "./theme.js";
import { tooltip, tooltipContent } from "./tooltip.js";

/** What the scale below the cells takes. */
const SCALE_HEIGHT = 26;

/** @returns {object} options of ECharts */
export const heat = (spec, theme, { width, height }) => {
  const all = spec.series.flatMap((row) => row.values).filter((value) => value !== null);
  const most = all.reduce((most, value) => Math.max(most, value), 0);
  const least = all.reduce((least, value) => Math.min(least, value), most);
  const written = notation(spec, 0, most);
  const strength = spec.log ? (value) => Math.log1p(Math.max(value, 0)) : (value) => value;
  // A share is measured by what it could be: 100, and all of one number is not all of nothing.
  const [low, high] = [Math.min(0, strength(least)), strength(most) || 1];

  const names = spec.series.map((row) => row.name);
  const cell = {
    width: (width - rowLabelsWidth(names, theme, width) - 20) / spec.categories.length,
    height: (height - SCALE_HEIGHT - 30) / names.length,
  };
  const labelled = all.length > 0 && cell.height >= 14 && cell.width >= widest(all.map(written.tick), theme, 11) + 4;
  const category = (labels) => ({
    type: "category",
    data: labels.map((_, at) => at),
    axisLine: { show: false },
    axisTick: { show: false },
    splitArea: { show: false },
  });
  return {
    grid: { left: 2, right: 8, top: 6, bottom: SCALE_HEIGHT, outerBoundsMode: "same", outerBoundsContain: "all" },
    xAxis: { ...category(spec.categories), axisLabel: columnLabels(spec.categories, theme, cell.width, true) },
    yAxis: { ...category(names), inverse: true, axisLabel: rowLabels(names, theme, cell.height, width) },
    legend: { show: false },
    visualMap: {
      type: "continuous",
      min: low,
      max: high,
      calculable: false,
      // A pointer over the scale would otherwise be answered with numbers of its own notation.
      hoverLink: false,
      orient: "horizontal",
      left: "center",
      bottom: 0,
      padding: 0,
      itemWidth: 10,
      itemHeight: Math.min(160, width * 0.35),
      text: [written.whole(most), written.whole(spec.log ? 0 : low)],
      textGap: 8,
      textStyle: font(theme),
      inRange: { color: theme.heat },
      dimension: 2,
    },
    tooltip: tooltip(theme, "item", atCell(spec, written)),
    series: [
      {
        type: "heatmap",
        data: cells(spec, theme, (value) => strength(value), [low, high]),
        label: {
          show: labelled,
          fontSize: 11,
          fontFamily: theme.font,
          formatter: ({ data: { value } }) => written.tick(spec.series[value[1]].values[value[0]]),
        },
        itemStyle: { borderColor: theme.background, borderWidth: 1 },
        emphasis: { itemStyle: { color: "inherit", borderColor: theme.text, borderWidth: 2 } },
      },
    ],
  };
};

/** Of which row and column the cell at a place in the data is: empty ones are not in it. */
export const cellAt = (spec, index) => places(spec)[index];

const places = (spec) =>
  spec.series.flatMap((row, at) => row.values.flatMap((value, column) => (value === null ? [] : [[at, column]])));

const cells = (spec, theme, strength, [low, high]) =>
  places(spec).map(([row, column]) => {
    const value = strength(spec.series[row].values[column]);
    const light = luminance(between(theme.heat, (value - low) / (high - low)));
    // Black on it has more contrast from this luminance on, white below.
    return { value: [column, row, value], label: { color: light > 0.18 ? "#000000" : "#ffffff" } };
  });

const atCell = (spec, written) => (found) => {
  const [column, row] = found.data?.value ?? [];
  if (row === undefined) return "";
  const value = written.whole(spec.series[row].values[column]);
  const name = spec.words.value ?? "";
  return tooltipContent(`${spec.series[row].name} · ${spec.categories[column]}`, [{ name, value }]);
};
