// Charts as pictures: SVG for paper and reports, PNG to be kept.

import { init } from "./echarts_parts.js";
import { options } from "./options.js";
import { readSpec } from "./spec.js";
import { readTheme } from "./theme.js";

/** Pixels of a PNG for each of the chart's: sharp on paper and on good screens. */
const SCALE = 2;

/**
 * The chart as the text of an SVG, drawn without a place on the page.
 *
 * @param {Record<string, boolean>} [selected] which series are shown, where a person has switched some off
 */
export const svg = (given, givenTheme, width, height, selected = {}) => {
  const spec = readSpec(given);
  const theme = readTheme(givenTheme);
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    const drawn = options(spec, theme, { width, height });
    drawn.legend.selected = selected;
    chart.setOption(drawn);
    // Asked of the painter, since the chart's own way of asking adds a style sheet, which the page's policy forbids.
    const text = chart.getZr().painter.renderToString({ cssAnimation: false, cssEmphasis: false });
    return described(text, spec.title);
  } finally {
    chart.dispose();
  }
};

/** With a text for those who cannot see it. */
const described = (text, title) => {
  if (title === "") return text.replace("<svg ", '<svg aria-hidden="true" ');
  return text.replace("<svg ", () => `<svg role="img" aria-label="${escaped(title)}" `);
};

const escaped = (text) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/**
 * An SVG as PNG.
 *
 * @param {string} text
 * @returns {Promise<Blob>}
 */
export const png = async (text) => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the browser made no PNG"))), "image/png");
  });
};
