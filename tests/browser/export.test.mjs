// Calls are exported while other things happen: as many as there are, one export at a time, and none that is not said
// to have ended.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  SERVED, addToFilter, atRest, browser, button, download, drop, figureBecomes, folder, goTo, grouped, holdBytes,
  prepare, untilRead, usePage, writeSample,
} from "./open.mjs";

const CALLS = 300_000;
let sample;
prepare();

/** Opens the sample on the page of calls. */
const open = async (page) => {
  sample ??= (() => {
    const { path } = writeSample(
      folder, "exported.csv", ["--rows", String(CALLS), "--format", "csv", "--codes", "live", "--seed", "5"],
    );
    const [names, ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
    return { path, names, lines, callee: names.split(",").indexOf("calleee164") };
  })();
  await drop(page, [sample.path]);
  await untilRead(page);
  await goTo(page, "Calls");
  // Where the browser asks for a place, nobody here would answer.
  await page.evaluate(() => { window.showSaveFilePicker = undefined; });
};

const british = ({ lines, callee }) => lines.filter((line) => line.split(",")[callee].startsWith("44"));

/** Compared line by line, so that a difference is told by its line. */
const isOf = (text, lines) => {
  const rows = text.split("\r\n");
  assert.equal(rows.pop(), "");
  assert.equal(rows[0], sample.names);
  assert.equal(rows.length - 1, lines.length);
  // The sample has no cell that needs a quote, and none that a spreadsheet would run.
  assert.equal(rows.findIndex((row, at) => at > 0 && row !== lines[at - 1]), -1);
};

const exporting = (page) => page.getByRole("region", { name: "Exporting calls" });
const startExport = (page) => button(page, "Export as CSV").click();

test(`all of ${grouped(CALLS)} calls are exported`, () => usePage(browser, SERVED, async ({ page }) => {
  await open(page);
  const { name, text } = await download(page, () => startExport(page));
  assert.equal(name, "cdr-lens-calls.csv");
  isOf(text, sample.lines);
  await atRest(page);
  await exporting(page).waitFor({ state: "hidden" });
}));

test("questions are answered while calls are exported, and change nothing of the export", () =>
  usePage(browser, SERVED, async ({ page }) => {
    await open(page);
    const letGo = await holdBytes(page);
    const saved = page.waitForEvent("download");
    await startExport(page);
    await exporting(page).getByText(`0 of ${grouped(CALLS)} calls written`).waitFor();
    await exporting(page).getByRole("progressbar", { name: "Exporting calls" }).waitFor();
    assert.ok(await button(page, "Export as CSV").isDisabled(), "there is one export at a time");
    await page.getByRole("combobox", { name: "Filter by" }).selectOption("callee");
    await page.getByRole("combobox", { name: "What is wanted" }).fill("44%");
    await button(page, "Add to the filter").click();
    await page.getByRole("status").getByText(`${grouped(british(sample).length)} calls`, { exact: true }).waitFor();
    await letGo();
    isOf(readFileSync(await (await saved).path(), "utf8"), sample.lines);
    await atRest(page);
    const { text } = await download(page, () => startExport(page));
    isOf(text, british(sample));
  }));

test("an export that is cancelled saves nothing, and the next one is whole", () =>
  usePage(browser, SERVED, async ({ page }) => {
    await open(page);
    const downloads = [];
    page.on("download", (download) => downloads.push(download));
    const letGo = await holdBytes(page);
    await startExport(page);
    await button(exporting(page), "Cancel").click();
    await page.getByText("The export is cancelled. Nothing was saved.").waitFor();
    await exporting(page).waitFor({ state: "hidden" });
    await letGo();
    await addToFilter(page, "callee", "44%");
    const { text } = await download(page, () => startExport(page));
    isOf(text, british(sample));
    assert.equal(downloads.length, 1);
  }));

test("an export whose worker stops says so", async () => {
  await usePage(browser, SERVED, async ({ page, errors }) => {
    await open(page);
    const letGo = await holdBytes(page);
    await startExport(page);
    await exporting(page).waitFor();
    await page.workers()[0].evaluate(() => void setTimeout(() => { throw new Error("killed by the test"); }));
    await page.getByRole("status").getByText(/the export is not complete\. Nothing was saved/).waitFor();
    await exporting(page).waitFor({ state: "hidden" });
    await letGo();
    await untilReadAgain(page);
    const { text } = await download(page, () => startExport(page));
    isOf(text, sample.lines);
    // Not every browser tells the page's console of it.
    errors.splice(0, errors.length, ...errors.filter((error) => !error.includes("killed by the test")));
  });
});

const untilReadAgain = async (page) => {
  await atRest(page);
  await page.getByRole("status").getByText(`${grouped(CALLS)} calls`, { exact: true }).waitFor();
};

test("an export goes on when its file is removed", () => usePage(browser, SERVED, async ({ page }) => {
  await open(page);
  const letGo = await holdBytes(page);
  const saved = page.waitForEvent("download");
  await startExport(page);
  await exporting(page).waitFor();
  await letGo();
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Files", exact: true }).click();
  await button(page, "Remove all files").click();
  isOf(readFileSync(await (await saved).path(), "utf8"), sample.lines);
  await drop(page, [sample.path]);
  await untilRead(page);
  await figureBecomes(page, "Calls", grouped(CALLS));
}));
