// The report pages, as a person goes through them: with data, with an empty selection, with files that lack what they
// need.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SERVED, WAYS, addToFilter, browser, button, drop, file, goTo, prepare, untilRead, usePage } from "./open.mjs";

prepare();

const PAGES = [
  "Overview", "Findings", "Time", "Break-down", "Compare", "Destinations", "Billing", "Capacity", "Quality", "Security",
  "Alarms",
];

const withSample = async (page) => {
  await button(page, "Try it with a sample").click();
  await untilRead(page);
};

for (const way of Object.keys(WAYS)) {
  test(`every report page opens with data, ${way}`, () => usePage(browser, way, async ({ page }) => {
    await withSample(page);
    for (const title of PAGES) {
      await goTo(page, title);
      await page.getByRole("heading", { name: title, level: 1 }).waitFor();
      const main = page.getByRole("main");
      const said = (await main.innerText()).length;
      assert.ok(said > 300, `${title} says something: ${said} letters`);
      if (title !== "Findings") await main.locator(".chart svg, table").first().waitFor();
    }
  }));
}

test("a selection without calls says so and offers the way out", () => usePage(browser, SERVED, async ({ page }) => {
  await withSample(page);
  await goTo(page, "Overview");
  await addToFilter(page, "callee", "999999999%");
  for (const title of PAGES.filter((title) => !["Compare"].includes(title))) {
    await goTo(page, title);
    await page.getByText("No call is like the filter says.").waitFor();
  }
  await button(page, "Remove the filter").first().click();
  await page.getByText("No call is like the filter says.").waitFor({ state: "hidden" });
}));

test("a file without fees, addresses and delays has pages all the same", () =>
  usePage(browser, SERVED, async ({ page }) => {
    const rows = Array.from({ length: 400 }, (_, at) =>
      `${1772452800000 + at * 1000},${at % 3 ? 0 : 30 + (at % 60)},${at % 3 ? 503 : -7}`);
    await drop(page, [file("bare.csv", `starttime,holdtime,endreason\n${rows.join("\n")}\n`)]);
    await untilRead(page);
    for (const title of PAGES) {
      await goTo(page, title);
    }
    await goTo(page, "Billing");
    await page.getByText(/These files do not say/).first().waitFor();
  }));

test("the sample's stories are found, and nothing serious without them", () =>
  usePage(browser, SERVED, async ({ page }) => {
    await withSample(page);
    await goTo(page, "Findings");
    const list = page.getByRole("list", { name: "Findings" });
    await list.waitFor();
    const text = await list.innerText();
    for (const name of ["RG_COBALT", "C10012", "203.0.113.23", "203.0.113.77", "203.0.113.141"])
      assert.ok(text.includes(name), name);
    // The calls of a finding are one click away.
    await list.getByRole("button", { name: /^Show these calls/ }).first().click();
    await page.getByRole("heading", { name: "Calls", level: 1 }).waitFor();
    await page.getByRole("region", { name: "Filter" }).getByRole("listitem").first().waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "Findings", level: 1 }).waitFor();
  }));

test("keys go to pages, and a list names them", () => usePage(browser, SERVED, async ({ page }) => {
  await withSample(page);
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await keys.waitFor();
  await keys.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("g");
  await page.keyboard.press("b");
  await page.getByRole("heading", { name: "Break-down", level: 1 }).waitFor();
}));
