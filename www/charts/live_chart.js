// A chart on the page: as wide as its element, and answering the pointer.

import { answerDrags } from "./drag.js";
import { drawNow, drawSoon, forget } from "./drawing.js";
import { init } from "./echarts_parts.js";
import { recommendedHeight } from "./height.js";
import { options } from "./options.js";
import { begins, ends } from "./moving.js";
import { onPaper } from "./paper.js";
import { answerPicks } from "./pick.js";
import { nameOf } from "./series.js";
import { readSpec } from "./spec.js";
import { readTheme } from "./theme.js";

const namesOf = (spec) => JSON.stringify(spec.series.map((series) => series.name));

export class LiveChart {
  /**
   * @param {HTMLElement} element
   * @param {import("./spec.js").Spec} given
   * @param {import("./theme.js").Theme} [theme] without it the page's, whichever it is at any time
   * @param {boolean} setsHeight the element becomes as high as the chart should be; otherwise the chart is as high as
   *   the element
   */
  constructor(element, given, theme, setsHeight) {
    this.element = element;
    this.setsHeight = setsHeight;
    this.picked = () => {};
    this.dragged = () => {};
    this.scheme = matchMedia("(prefers-color-scheme: dark)");
    this.schemeChanged = () => this.followsPage && this.update(this.given);
    this.scheme.addEventListener("change", this.schemeChanged);
    this.pointed = () => this.answerPointer();
    element.addEventListener("pointerenter", this.pointed, { once: true });
    this.observer = new ResizeObserver(() => this.sizeOf(this.measure()) === this.drawnSize || drawSoon(this));
    this.update(given, theme);
    this.observer.observe(element);
  }

  update(given, theme) {
    const before = this.spec;
    this.spec = readSpec(given);
    // What a person has switched off stays so, as long as it is the same that is switched.
    if (!before || namesOf(before) !== namesOf(this.spec)) this.selected = {};
    this.theme = readTheme(theme);
    this.given = given;
    this.followsPage = theme === undefined;
    this.drawnSize = "";
    drawSoon(this);
  }

  /** How large the element is. To ask lays out the page: many charts are asked one after another, see drawing.js. */
  measure() {
    return { width: this.element.clientWidth, height: this.setsHeight ? undefined : this.element.clientHeight };
  }

  sizeOf({ width, height }) {
    return `${width} ${height ?? "its own"}`;
  }

  /**
   * Draws it where its size or what it shows is another; what fits depends on both.
   *
   * @returns {boolean} whether it was drawn: not an element that is not shown, which is drawn when it is
   */
  draw(size) {
    if (this.picture || size.width === 0 || size.height === 0 || this.sizeOf(size) === this.drawnSize) return false;
    this.drawnSize = this.sizeOf(size);
    const width = size.width;
    const height = size.height ?? recommendedHeight(this.spec, this.theme, width);
    if (this.setsHeight) this.element.style.height = `${height}px`;
    // A finger that goes sideways drags, one that goes up or down scrolls.
    this.element.style.touchAction = this.spec.drag ? "pan-y" : "";
    if (this.chart) {
      this.chart.resize({ width, height });
    } else {
      this.chart = init(this.element, null, { renderer: "svg", width, height });
      this.chart.on("finished", () => ends(this));
      this.chart.on("legendselectchanged", ({ selected }) => {
        this.selected = selected;
      });
      answerPicks(this);
      this.undrag = answerDrags(this);
    }
    const { tooltip, ...drawn } = options(this.spec, this.theme, { width, height });
    drawn.legend.selected = this.selected;
    this.tooltip = tooltip;
    begins(this);
    this.chart.setOption(this.answers ? { ...drawn, tooltip } : drawn, { notMerge: true });
    return true;
  }

  /** What is said beside the pointer costs a layout of the page: it is made for charts that a pointer has been over. */
  answerPointer() {
    this.answers = true;
    // One that is drawn later is drawn with it.
    if (!this.chart || !this.tooltip) return;
    begins(this);
    this.chart.setOption({ tooltip: this.tooltip });
  }

  isShown(series) {
    return this.selected[nameOf(series)] !== false;
  }

  /** The chart as SVG, as a person sees it. */
  svg() {
    drawNow(this);
    return this.chart?.getZr().painter.renderToString({ cssAnimation: false, cssEmphasis: false }) ?? null;
  }

  /**
   * Puts the picture for paper beside what is on the screen, or takes it away; the page's style shows the one or the
   * other.
   */
  print(printing) {
    if (printing) drawNow(this);
    if (printing === Boolean(this.picture) || (printing && !this.chart)) return;
    if (printing) {
      const heightOf = (width) => recommendedHeight(this.spec, this.theme, width);
      this.picture = onPaper(this.given, heightOf, this.selected);
      this.element.append(this.picture);
    } else {
      this.picture.remove();
      this.picture = undefined;
      drawSoon(this);
    }
  }

  dispose() {
    this.scheme.removeEventListener("change", this.schemeChanged);
    this.element.removeEventListener("pointerenter", this.pointed);
    this.observer.disconnect();
    this.undrag?.();
    forget(this);
    this.chart?.dispose();
  }
}
