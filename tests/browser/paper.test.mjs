// The page on paper: what is known, and of what, without what is clicked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SERVED, addToFilter, atRest, browser, button, goTo, openPage, prepare, untilRead } from "./open.mjs";

prepare();

const PAGES = [
  "Overview", "Findings", "Time", "Break-down", "Compare", "Destinations", "Billing", "Capacity", "Quality", "Security",
  "Alarms", "End reasons", "Calls",
];

const SCREEN = { width: 1280, height: 800 };
/** What lies between the margins of an upright A4 sheet. */
const PAPER = { width: 703, height: 1000 };

/** Opens the sample on a dark screen, uses it and closes it: there was no error. */
const useSample = async (use) => {
  const { page, errors, close } = await openPage(browser, SERVED, { viewport: SCREEN, colorScheme: "dark" });
  await button(page, "Try it with a sample").click();
  await untilRead(page);
  await use(page);
  assert.deepEqual(errors, []);
  await close();
};

const onPaper = async (page, look) => {
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(PAPER);
  await atRest(page);
  await look();
  await page.emulateMedia({ media: null });
  await page.setViewportSize(SCREEN);
  await atRest(page);
};

const about = (page) => page.getByRole("region", { name: "About this print" });

test("a printed page says of what it is, and has nothing to click and nothing beside the sheet", () =>
  useSample(async (page) => {
    await goTo(page, "Overview");
    await addToFilter(page, "hour", "8-20");
    for (const title of PAGES) {
      await goTo(page, title);
      await onPaper(page, async () => {
        const said = await about(page).innerText();
        for (const part of [
          /Files\s+\S+/, /Filter\s+\S.*8-20\. These figures are of/, /Period\s+First call \d{4}/, /Printed\s+\d{4}-/,
        ]) {
          assert.match(said, part, title);
        }
        await page.getByRole("navigation", { name: "Pages" }).waitFor({ state: "hidden" });
        for (const role of ["searchbox", "spinbutton", "checkbox"]) {
          assert.equal(await page.getByRole(role).count(), 0, `${title}: ${role}`);
        }
        for (const name of [
          /^Copy/, /^Print/, /^PNG|^SVG|^Save as/, /^Show these calls/, /^Add to the filter/, /^Export/,
        ]) {
          assert.equal(await page.getByRole("button", { name }).count(), 0, `${title}: ${name}`);
        }
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= PAPER.width, `${title} is ${wide} pixels wide`);
        assert.ok(await page.getByRole("heading", { level: 1, name: title }).first().isVisible(), `${title} is named`);
      });
      await page.getByRole("navigation", { name: "Pages" }).waitFor();
      assert.equal(await about(page).count(), 0, "on the screen it is not said");
    }
  }));

test("charts are printed light, though the screen is dark, and without the series that are switched off", () =>
  useSample(async (page) => {
    await goTo(page, "Overview");
    const chart = page.getByRole("img", { name: "End reasons by category over time" });
    await chart.locator("svg").first().waitFor();
    const backgrounds = () => page.locator(".chart svg.on-paper").evaluateAll((all) =>
      all.map((svg) => svg.querySelector("rect").getAttribute("fill")));
    assert.deepEqual(await backgrounds(), []);
    await onPaper(page, async () => {
      const found = new Set(await backgrounds());
      assert.ok(found.size === 1 && [...found][0].replaceAll(" ", "") === "rgb(255,255,255)", [...found].join());
      assert.ok(await page.locator(".chart svg.on-paper").first().isVisible());
      assert.equal(await page.locator(".chart .canvas > :not(.on-paper):visible").count(), 0, "and only so");
    });
    assert.deepEqual(await backgrounds(), []);

    const steps = () => chart.locator("svg.on-paper text").evaluateAll((all) =>
      all.map((text) => text.textContent.trim()).filter((text) => /^\d+$/.test(text)).map(Number));
    let all;
    await onPaper(page, async () => (all = Math.max(...(await steps()))));
    await chart.locator("text").filter({ hasText: /^Normal$/ }).click();
    await onPaper(page, async () => {
      const rest = Math.max(...(await steps()));
      assert.ok(rest < all, `the axis ends at ${rest}, and at ${all} with the normal ones`);
    });
  }));

test("a printed finding says what to do", () => useSample(async (page) => {
  await goTo(page, "Findings");
  const finding = page.getByRole("list", { name: "Findings" }).getByRole("listitem")
    .filter({ has: page.getByRole("heading") }).nth(1);
  const step = finding.getByRole("group").getByRole("listitem").first();
  await finding.waitFor();
  assert.equal(await step.isVisible(), false);
  await onPaper(page, async () => assert.equal(await step.isVisible(), true));
  assert.equal(await step.isVisible(), false);
}));

test("the button prints, once the page has what paper needs", () => useSample(async (page) => {
  await goTo(page, "Findings");
  await page.evaluate(() => {
    window.print = () => {
      globalThis.printed = document.querySelector("[aria-label='About this print']")?.textContent ?? "nothing";
      dispatchEvent(new Event("afterprint"));
    };
  });
  await button(page, "Print").click();
  await page.waitForFunction(() => globalThis.printed);
  assert.match(await page.evaluate(() => globalThis.printed), /Printed\d{4}-/);
  await about(page).waitFor({ state: "detached" });
}));
