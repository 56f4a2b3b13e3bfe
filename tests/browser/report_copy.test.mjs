// What a person takes from a report: a figure, a table, an address that says what was chosen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SERVED, browser, button, goTo, prepare, untilRead, usePage } from "./open.mjs";

prepare();

const withSample = async (page) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await button(page, "Try it with a sample").click();
  await untilRead(page);
};

const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

/** Presses it by the keyboard, waits until it says that it copied, and returns what. */
const copy = async (page, name) => {
  const copying = button(page, name);
  // Whoever uses the keyboard sees where they are.
  await page.keyboard.press("Tab");
  await copying.focus();
  assert.equal(
    await copying.evaluate((element) => getComputedStyle(element).opacity), "1",
    `${name} is seen while the keyboard is on it`,
  );
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByText("Copied", { exact: true }).waitFor();
  const text = await copied(page);
  await page.getByRole("status").getByText("Copied", { exact: true }).waitFor({ state: "detached" });
  return text;
};

test("every figure of a report is copied with its name and unit", () => usePage(browser, SERVED, async ({ page }) => {
  await withSample(page);
  assert.equal(await copy(page, "Copy Calls"), "Calls: 40,000");
  assert.match(await copy(page, "Copy ACD"), /^ACD: \d+:\d\d \([\d.]+ s\)$/);
  assert.match(await copy(page, "Copy Period"), /^Period: 2026-03-\d\d [\d:]{8} to 2026-03-\d\d [\d:]{8} \(UTC\)$/);

  await goTo(page, "Overview");
  const cards = page.getByRole("region", { name: "Figures of the selection" }).getByRole("listitem");
  await cards.first().waitFor();
  const figures = await cards.evaluateAll((all) =>
    all.map((card) => [card.querySelector("h3").innerText, card.querySelector(".value").innerText.trim()]));
  assert.ok(figures.length > 8, String(figures));
  for (const [name, value] of figures) {
    assert.equal(await button(page, `Copy ${name}`).count(), 1, name);
    if (["ASR", "Calls"].includes(name)) assert.equal(await copy(page, `Copy ${name}`), `${name}: ${value}`);
  }
  // It is in nobody's way until the mouse comes near.
  const asr = button(page, "Copy ASR");
  const opacity = () => asr.evaluate((element) => getComputedStyle(element).opacity);
  await asr.evaluate((element) => element.blur());
  await page.mouse.move(1, 1);
  assert.equal(await opacity(), "0");
  await cards.filter({ has: asr }).hover();
  assert.equal(await opacity(), "1");
  await asr.click();
  assert.match(await copied(page), /^ASR: [\d.]+ %$/);

  await goTo(page, "Billing");
  assert.match(await copy(page, "Copy Margin"), /^Margin: −?[\d,.]+$/);
}));

test("a table that is copied says so, and a browser that forbids it is not blamed on the person", () =>
  usePage(browser, SERVED, async ({ page }) => {
    await withSample(page);
    await goTo(page, "Break-down");
    await button(page, "Copy the table: Terminating gateway").click();
    await page.getByRole("status").getByText("Copied", { exact: true }).waitFor();
    const [heads, ...rows] = (await copied(page)).split("\n").map((line) => line.split("\t"));
    assert.deepEqual(heads.slice(0, 3), ["Terminating gateway", "Calls", "Answered"]);
    assert.ok(rows.some(([name]) => name === "RG_COBALT"));
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("forbidden by the test"));
    });
    await button(page, "Copy the table: Terminating gateway").click();
    await page.getByRole("status").getByText("This browser does not let the page copy.").waitFor();
  }));

test("what was chosen stays in the address, wherever a click leads", () =>
  usePage(browser, SERVED, async ({ page }) => {
    await withSample(page);
    await goTo(page, "Break-down");
    await page.getByRole("combobox", { name: "Break down by", exact: true }).selectOption({ label: "Account" });
    const parts = () => {
      const [path, query] = new URL(page.url()).hash.split("?");
      return { path, query: new URLSearchParams(query ?? "") };
    };
    const stays = async (path) => {
      await page.waitForFunction((path) => location.hash.split("?")[0] === path, path);
      assert.equal(parts().query.get("by"), "account", path);
      return parts().query;
    };
    await goTo(page, "Overview");
    await page.getByRole("link", { name: /^All \d+ findings$/ }).click();
    await stays("#/findings");
    const list = page.getByRole("list", { name: "Findings" });
    await list.getByRole("button", { name: /^Filter by it/ }).first().click();
    await page.getByRole("region", { name: "Filter" }).getByRole("listitem").first().waitFor();
    await stays("#/findings");
    await list.getByRole("button", { name: /^Show these calls/ }).first().click();
    const query = await stays("#/calls");
    assert.ok([...query.keys()].length > 1, "with the finding's filter");
    await page.keyboard.press("g");
    await page.keyboard.press("b");
    await stays("#/break-down");
    await page.getByRole("table", { name: "Account", exact: true }).waitFor();
    // A page that shows no calls has no use for it.
    await page.keyboard.press("g");
    await page.keyboard.press("r");
    await page.getByRole("searchbox").waitFor();
    assert.equal(new URL(page.url()).hash, "#/reference");
  }));

test("a finding names the entries of the reference", () => usePage(browser, SERVED, async ({ page }) => {
  await withSample(page);
  await goTo(page, "Findings");
  const list = page.getByRole("list", { name: "Findings" });
  // The first one's is unfolded already.
  const links = list.locator("details[open]").getByRole("link");
  await links.first().waitFor();
  const names = await links.allInnerTexts();
  assert.ok(names.length > 0);
  for (const name of names) assert.doesNotMatch(name, /^[a-z0-9]+\//, "no key of an address");
  const title = names[0].replace(/^\S+ -?\d+ /, "");
  await links.first().click();
  await page.getByRole("article", { name: title, exact: true }).waitFor();
}));
