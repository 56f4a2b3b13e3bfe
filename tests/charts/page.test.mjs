// The charts in the built page, under its policy, answering the pointer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { atRest, prepare, browser, usePage, WAYS } from "../browser/open.mjs";
import { EXAMPLES, HOSTILE } from "./examples.mjs";

prepare();

/** Puts a chart over the page, and keeps what it tells. */
const mount = async (page, spec, height = 300) => {
  await page.waitForFunction(() => globalThis.cdrLensCharts);
  await page.evaluate(([spec, height]) => {
    document.getElementById("over")?.remove();
    const over = document.createElement("div");
    over.id = "over";
    Object.assign(over.style, { position: "fixed", left: "20px", top: "20px", zIndex: "9" });
    const element = document.createElement("div");
    element.id = "tested";
    Object.assign(element.style, { width: "700px", height: `${height}px` });
    over.append(element);
    document.body.append(over);
    const id = cdrLensCharts.mount(element, spec);
    globalThis.tested = { id, picks: [], drags: [] };
    cdrLensCharts.onPick(id, (...pick) => tested.picks.push(pick));
    cdrLensCharts.onDrag(id, (...drag) => tested.drags.push(drag));
  }, [spec, height]);
  await atRest(page);
  const box = await page.evaluate(() => document.getElementById("tested").getBoundingClientRect().toJSON());
  return { box, told: (what) => page.evaluate((what) => tested[what], what) };
};

/** Moves the pointer over a chart until something is said beside it. */
const said = async (page, box) => {
  for (let y = box.y + box.height - 60; y > box.y + 20; y -= 12) {
    for (const share of [0.5, 0.35, 0.75, 0.95]) {
      await page.mouse.move(box.x + box.width * share, y);
      const text = await page.evaluate(() => document.querySelector("#tested > div:nth-of-type(2)")?.innerText ?? "");
      if (text !== "") return text;
    }
  }
  return "";
};

const shaded = (page) => page.locator("#tested > [aria-hidden]").count();

for (const way of Object.keys(WAYS)) {
  test(`every kind is drawn, as text and as a picture: ${way}`, () => usePage(browser, way, async ({ page }) => {
    for (const [kind, spec] of Object.entries(EXAMPLES)) {
      const { box } = await mount(page, spec);
      const chart = page.getByRole("img", { name: spec.title, exact: true });
      await chart.locator("svg").waitFor();
      if (kind !== "spark") assert.notEqual(await said(page, box), "", kind);
      assert.equal(await page.locator("img").count(), 0, kind);

      const picture = await page.evaluate(async () => {
        const blob = await cdrLensCharts.png(tested.id);
        const image = await createImageBitmap(blob);
        return [blob.type, image.width, image.height];
      });
      assert.deepEqual(picture, ["image/png", 1400, 600], kind);

      const parsed = await page.evaluate((spec) => {
        const text = cdrLensCharts.svg(spec, cdrLensCharts.theme("light"), 640, 300);
        const svg = new DOMParser().parseFromString(text, "image/svg+xml");
        return [svg.documentElement.localName, svg.documentElement.getAttribute("aria-label"), text.includes("<style")];
      }, spec);
      assert.deepEqual(parsed, ["svg", spec.title, false], kind);
      await page.evaluate(() => cdrLensCharts.dispose(tested.id));
      assert.equal(await page.locator("#tested svg").count(), 0);
    }
  }));

  test(`names are text beside the pointer too: ${way}`, () => usePage(browser, way, async ({ page }) => {
    const { box } = await mount(page, EXAMPLES.lines);
    assert.ok((await said(page, box)).includes(HOSTILE));
  }));
}

const [way] = Object.keys(WAYS);

test("a click on a bar, a cell, a point or near a line tells which", () => usePage(browser, way, async ({ page }) => {
  const clicks = [
    ["bars", [0, 1]],
    ["stacked", [0, 11]],
    ["histogram", [0, 11]],
    ["heat", [1, 6]],
    ["lines", [1, 12]],
  ];
  for (const [kind, expected] of clicks) {
    const { box, told } = await mount(page, EXAMPLES[kind]);
    // Upwards in the middle, until something is hit. Of the bars to the right, the lowest is none.
    for (let y = box.y + box.height - 45; y > box.y && (await told("picks")).length === 0; y -= 6) {
      await page.mouse.click(box.x + box.width * 0.5, y);
    }
    const [[series, category]] = await told("picks");
    assert.equal(series, expected[0], kind);
    // How wide the labels are depends on the fonts.
    assert.ok(Math.abs(category - expected[1]) <= 1, `${kind}: ${category}`);
  }
}));

test("a drag chooses a part of a chart, and Escape gives it up", () => usePage(browser, way, async ({ page }) => {
  const { box, told } = await mount(page, EXAMPLES.lines);
  const at = (share) => [box.x + box.width * share, box.y + box.height * 0.6];
  await page.mouse.move(...at(0.75));
  await page.mouse.down();
  await page.mouse.move(...at(0.6), { steps: 4 });
  assert.equal(await shaded(page), 1);
  await page.keyboard.press("Escape");
  assert.equal(await shaded(page), 0);
  await page.mouse.move(...at(0.5));
  await page.mouse.up();
  assert.deepEqual(await told("drags"), []);

  // Backwards, and beyond the chart.
  await page.mouse.move(...at(0.75));
  await page.mouse.down();
  await page.mouse.move(...at(0.25), { steps: 4 });
  await page.mouse.move(...at(-0.02), { steps: 4 });
  await page.mouse.up();
  assert.equal(await shaded(page), 0);
  const [[first, last], ...more] = await told("drags");
  assert.deepEqual(more, []);
  assert.equal(first, 0);
  assert.ok(last >= 16 && last <= 18, `${last}`);
  assert.deepEqual(await told("picks"), [], "a drag is no click");

  await mount(page, { ...EXAMPLES.lines, drag: false });
  await page.mouse.move(...at(0.3));
  await page.mouse.down();
  await page.mouse.move(...at(0.6), { steps: 4 });
  await page.mouse.up();
  assert.deepEqual(await told("drags"), []);
}));

test("a chart follows its element's size and the page's colours", () => usePage(browser, way, async ({ page }) => {
  await mount(page, EXAMPLES.lines);
  const drawn = () => page.evaluate(() => {
    const svg = document.querySelector("#tested svg");
    return [svg.getAttribute("width"), svg.querySelector("rect").getAttribute("fill")];
  });
  assert.deepEqual(await drawn(), ["700", "rgb(255, 255, 255)"]);
  await page.evaluate(() => {
    document.getElementById("tested").style.width = "400px";
  });
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = "rgb(20, 25, 28)";
  await atRest(page);
  assert.deepEqual(await drawn(), ["400", dark]);
  const light = await page.evaluate(() => cdrLensCharts.theme("light"));
  assert.deepEqual([light.dark, light.background], [false, "rgb(255, 255, 255)"]);

  // What is switched off stays so, until other series are shown.
  const name = page.locator("#tested text", { hasText: "The day before" });
  const color = () => name.evaluate((text) => text.getAttribute("fill"));
  const on = await color();
  await name.click();
  await page.mouse.move(0, 0);
  const off = await color();
  assert.notEqual(off, on);
  await page.evaluate(() => {
    document.getElementById("tested").style.width = "500px";
  });
  await page.waitForFunction(() => document.querySelector("#tested svg").getAttribute("width") === "500");
  assert.equal(await color(), off);

  await page.evaluate((spec) => cdrLensCharts.update(tested.id, spec), EXAMPLES.heat);
  await page.getByRole("img", { name: EXAMPLES.heat.title, exact: true }).waitFor();
}));
