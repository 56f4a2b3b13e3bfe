// Where the keyboard is can be seen, wherever it goes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SERVED, addToFilter, browser, button, goTo, openPage, prepare, untilRead } from "./open.mjs";

prepare();

/** What has the focus: what it is, and how it is outlined. */
const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  // An outline that lies outside can be cut off by what scrolls around it.
  const cut = [];
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (getComputedStyle(around).overflowX === "visible") continue;
    const edge = around.getBoundingClientRect();
    const out = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth) - 0.5;
    if (box.width > 1 && (box.left - out < edge.left - 0.5 || box.top - out < edge.top - 0.5))
      cut.push(around.className);
  }
  return {
    name: element.localName, text: element.textContent.slice(0, 40), outlineStyle, outlineWidth, outlineColor, cut,
  };
});

for (const colorScheme of ["light", "dark"]) {
  test(`the focus is outlined at every stop of the keyboard, ${colorScheme}`, async () => {
    const { page, errors, close } = await openPage(
      browser, SERVED, { viewport: { width: 1280, height: 800 }, colorScheme },
    );
    await button(page, "Try it with a sample").click();
    await untilRead(page);
    await goTo(page, "Findings");
    await addToFilter(page, "hour", "8-20");
    await page.getByRole("list", { name: "Findings" }).waitFor();
    await page.getByRole("link", { name: "Skip to the content" }).focus();
    const accent = colorScheme === "light" ? "rgb(11, 92, 102)" : "rgb(87, 192, 203)";
    const seen = new Set();
    for (let stop = 0; stop < 40; stop += 1) {
      await page.keyboard.press("Tab");
      const { name, text, outlineStyle, outlineWidth, outlineColor, cut } = await focused(page);
      seen.add(name);
      // Nothing has it between the last stop and the first.
      if (name === "body") continue;
      assert.deepEqual([outlineStyle, outlineWidth, outlineColor], ["solid", "3px", accent], `${name}: ${text}`);
      assert.deepEqual(cut, [], `${name}: ${text}`);
    }
    for (const name of ["a", "button", "select", "input", "summary"]) assert.ok(seen.has(name), name);
    assert.deepEqual(errors, []);
    await close();
  });
}
