// Charts on paper: while the page is printed, each stands there as a picture in light colours, as wide as the paper.

import { svg } from "./picture.js";
import { pageTheme } from "./theme.js";

/** What lies between the margins of an upright A4 sheet, in pixels; a picture shrinks to the place that it has. */
const WIDTH = 700;
const SPARK = { width: 150, height: 28 };

/** What the page's style shows on paper only. */
const CLASS = "on-paper";

/**
 * @param {import("./spec.js").Spec} spec
 * @param {(width: number) => number} heightOf how high it should be
 * @param {Record<string, boolean>} selected which series are shown
 * @returns {Element}
 */
export const onPaper = (spec, heightOf, selected) => {
  const isSpark = spec.kind === "spark";
  const { width, height } = isSpark ? SPARK : { width: WIDTH, height: heightOf(WIDTH) };
  const text = svg(spec, pageTheme("light"), width, height, selected);
  const picture = document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
  picture.classList.add(CLASS);
  return picture;
};

/**
 * Tells before the page is printed and after it. A browser that only looks at the page as paper says so by its media.
 *
 * @param {(printing: boolean) => void} told it may be told the same twice
 */
export const answerPrinting = (told) => {
  addEventListener("beforeprint", () => told(true));
  addEventListener("afterprint", () => told(false));
  matchMedia("print").addEventListener("change", ({ matches }) => told(matches));
};
