// Files are removed and read again while questions about them are being answered.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  SERVED, addToFilter, atRest, browser, button, card, drop, figureBecomes, folder, goTo, grouped, prepare, untilRead,
  usePage, writeSample,
} from "./open.mjs";

const CALLS = 400_000;
let sample;
prepare();

const read = async (page) => {
  sample ??= writeSample(
    folder, "asked.tsv", ["--rows", String(CALLS), "--format", "tsv", "--codes", "live", "--seed", "3"],
  );
  await drop(page, [sample.path]);
  await untilRead(page);
};

/** Goes to a page without waiting for what it asks. */
const leaveFor = (page, name) =>
  page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name, exact: true }).click();

const stopped = (page) => page.getByText(/A part of this page stopped|Reading stopped because of an error/).count();

test("all files are removed while a page asks its questions", () => usePage(browser, SERVED, async ({ page }) => {
  await read(page);
  for (const title of ["Findings", "Overview", "Capacity"]) {
    await leaveFor(page, title);
    await page.getByRole("heading", { name: title, level: 1 }).waitFor();
    await leaveFor(page, "Files");
    await button(page, "Remove all files").click();
    await page.getByRole("heading", { name: "See why your calls ended" }).waitFor();
    await atRest(page);
    assert.equal(await stopped(page), 0, title);
    await read(page);
    await figureBecomes(page, "Calls", grouped(sample.totals.calls));
  }
}));

test("a file is read again while a page asks its questions", () => usePage(browser, SERVED, async ({ page }) => {
  await read(page);
  await addToFilter(page, "callee", "44%");
  for (const encoding of ["GB18030", "UTF-8"]) {
    await leaveFor(page, "Findings");
    await page.getByRole("heading", { name: "Findings", level: 1 }).waitFor();
    await leaveFor(page, "Files");
    await card(page, "asked.tsv").getByRole("combobox", { name: "Encoding" }).selectOption(encoding);
    await atRest(page);
    assert.equal(await stopped(page), 0, encoding);
  }
  await goTo(page, "Findings");
  await page.getByRole("list", { name: "Findings" }).waitFor();
  await goTo(page, "End reasons");
  await figureBecomes(page, "Calls", grouped(sample.totals.calls));
}));

test("what a page asks is given up when it is left", () => usePage(browser, SERVED, async ({ page }) => {
  await read(page);
  const gaveUp = () => page.evaluate(() => window.gaveUp);
  await page.evaluate(() => {
    window.gaveUp = 0;
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (Array.isArray(message) && message[0] === "GiveUp") window.gaveUp += 1;
      return post.call(this, message, ...rest);
    };
  });
  // Within one task, so that nothing can be answered between.
  await page.evaluate(async () => {
    const turn = () => new Promise((done) => setTimeout(done));
    location.hash = "#/findings";
    await turn();
    await turn();
    location.hash = "#/reference";
  });
  await atRest(page);
  assert.ok((await gaveUp()) > 0);
}));
