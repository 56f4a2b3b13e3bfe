// A chart on the page: as large as its element, and answering the pointer.

import { answerDrags } from "./drag.js";
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
   * @param {HTMLElement} element of some height
   * @param {string} specJson
   * @param {string} themeJson empty for the page's theme, whichever it is at any time
   */
  constructor(element, specJson, themeJson) {
    this.element = element;
    this.picked = () => {};
    this.dragged = () => {};
    this.scheme = matchMedia("(prefers-color-scheme: dark)");
    this.schemeChanged = () => this.pageTheme && this.update(this.specJson, "");
    this.scheme.addEventListener("change", this.schemeChanged);
    this.observer = new ResizeObserver(() => this.draw());
    this.update(specJson, themeJson);
    this.observer.observe(element);
  }

  update(specJson, themeJson) {
    const before = this.spec;
    this.spec = readSpec(specJson);
    // What a person has switched off stays so, as long as it is the same that is switched.
    if (!before || namesOf(before) !== namesOf(this.spec)) this.selected = {};
    this.theme = readTheme(themeJson);
    this.specJson = specJson;
    this.pageTheme = !themeJson;
    // A finger that goes sideways drags, one that goes up or down scrolls.
    this.element.style.touchAction = this.spec.drag ? "pan-y" : "";
    this.drawnSize = "";
    this.draw();
  }

  /** Draws it anew where its size or what it shows is another; what fits depends on both. */
  draw() {
    if (this.picture) return;
    const [width, height] = [this.element.clientWidth, this.element.clientHeight];
    const size = `${width} ${height}`;
    // Of an element that is not shown, it is drawn when it is.
    if (width === 0 || height === 0 || size === this.drawnSize) return;
    this.drawnSize = size;
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
    const drawn = options(this.spec, this.theme, { width, height });
    drawn.legend.selected = this.selected;
    begins(this);
    this.chart.setOption(drawn, { notMerge: true });
  }

  isShown(series) {
    return this.selected[nameOf(series)] !== false;
  }

  /** The chart as SVG, as a person sees it. */
  svg() {
    return this.chart?.getZr().painter.renderToString({ cssAnimation: false, cssEmphasis: false }) ?? null;
  }

  /**
   * Puts the picture for paper beside what is on the screen, or takes it away; the page's style shows the one or the
   * other.
   */
  print(printing) {
    if (printing === Boolean(this.picture) || (printing && !this.chart)) return;
    if (printing) {
      const heightOf = (width) => recommendedHeight(this.spec, this.theme, width);
      this.picture = onPaper(this.specJson, heightOf, this.selected);
      this.element.append(this.picture);
    } else {
      this.picture.remove();
      this.picture = undefined;
      this.draw();
    }
  }

  dispose() {
    this.scheme.removeEventListener("change", this.schemeChanged);
    this.observer.disconnect();
    this.undrag?.();
    ends(this);
    this.chart?.dispose();
  }
}
