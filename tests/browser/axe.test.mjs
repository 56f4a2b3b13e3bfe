// What axe-core knows of WCAG 2.2 (A and AA) and of good practice holds on every page: light and dark, wide and narrow.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import {
  SERVED, addToFilter, browser, button, card, caseFile, drop, file, goTo, openPage, prepare, untilRead,
} from "./open.mjs";

prepare();

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const OPTIONS = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
  // Those of these that axe-core leaves out unless they are asked for: one as young, the others as not yet sure enough.
  rules: Object.fromEntries(
    ["target-size", "css-orientation-lock", "focus-order-semantics", "p-as-heading", "table-fake-caption", "td-has-header"].map(
      (rule) => [rule, { enabled: true }],
    ),
  ),
  resultTypes: ["violations"],
};

/**
 * Where text stands on a gradient, axe-core does not judge its contrast. Ours are shadows at the edges of tables and bars
 * behind numbers: here the paper is as it is away from the edge, and each bar fills its cell.
 */
const FLAT = `
  .scroll { background: var(--paper) !important; }
  td[style*="--share"] { background: var(--bar-soft) !important; }
`;

const VIEWS = ["light", "dark"].flatMap((colorScheme) => [1280, 375].map((width) => ({ colorScheme, width })));

const untilAtRest = async (page) => {
  await page.getByRole("progressbar", { name: "Reading" }).waitFor({ state: "hidden" });
  await page.getByText("The calls are being asked.").first().waitFor({ state: "hidden" });
  await page.locator(".pending").first().waitFor({ state: "hidden" });
};

/** Opens the page, ready to be looked at: `look(where)` keeps what axe-core finds wrong, and so that a person finds it again. */
const openToLook = async ({ colorScheme, width }) => {
  const opened = await openPage(browser, SERVED, { colorScheme, viewport: { width, height: 800 } });
  const { page, errors, close } = opened;
  // What the page's policy forbids a script of the page, it does not forbid what is run from outside.
  await page.evaluate(AXE);
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, FLAT);
  const wrong = [];
  const look = async (where) => {
    await untilAtRest(page);
    const found = await page.evaluate(async (options) => {
      const { violations } = await globalThis.axe.run(document, options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, target, failureSummary }) => ({ id, html, target: target.join(" "), why: failureSummary })),
      );
    }, OPTIONS);
    for (const { id, html, target, why } of found) {
      wrong.push(`${where}, ${colorScheme}, ${width} pixels: ${id}\n  ${html}\n  at ${target}\n  ${why.replaceAll("\n", "\n  ")}`);
    }
  };
  const done = async () => {
    assert.deepEqual(errors, []);
    await close();
    assert.equal(wrong.length, 0, `${wrong.length} violations\n\n${wrong.join("\n\n")}`);
  };
  return { page, look, done };
};

const links = (page) => page.getByRole("navigation", { name: "Pages" }).getByRole("link");

/** Unfolds whatever can be unfolded, definitions too. */
const unfold = (page) => page.getByRole("main").evaluate((main) => {
  for (const details of main.querySelectorAll("details")) details.open = true;
  for (const defined of main.querySelectorAll('button[aria-label^="What is "][aria-expanded="false"]')) defined.click();
});

/** Every page that the navigation leads to. */
const lookAtEach = async ({ page, look }, state) => {
  const titles = await links(page).allInnerTexts();
  assert.ok(titles.includes("Files") && titles.includes("Reference"), titles.join());
  for (const title of titles) {
    await goTo(page, title);
    await untilAtRest(page);
    await unfold(page);
    await look(`${title}, ${state}`);
  }
};

const sample = async (page) => {
  await button(page, "Try it with a sample").click();
  await untilRead(page);
};

/** Goes to an address of the page itself. */
const goToAddress = (page, address) => page.evaluate((address) => void (location.hash = address), address);

for (const view of VIEWS) {
  const name = (what) => `${what}, ${view.colorScheme}, ${view.width} pixels`;

  test(name("axe-core finds nothing without a file"), async () => {
    const { page, look, done } = await openToLook(view);
    await lookAtEach({ page, look }, "without a file");
    for (const address of ["/reference/sip/503", "/reference/guide/1", "/reference/sip/999", "/overview", "/nowhere"]) {
      await goToAddress(page, address);
      await look(address);
    }
    await done();
  });

  test(name("axe-core finds nothing on any page of the sample"), async () => {
    const { page, look, done } = await openToLook(view);
    await sample(page);
    await lookAtEach({ page, look }, "with the sample");
    await done();
  });
}
