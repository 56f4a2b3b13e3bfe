// What has not changed is not drawn again: parts of the page mark their draws where somebody asks for it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SERVED, atRest, browser, card, drop, file, goTo, openPage, prepare, untilRead } from "./open.mjs";

prepare();

const CALLS = Array.from({ length: 300 }, (_, at) => `${at + 1},${1772452800000 + at * 1000},${at % 90},-7,44${at}`);
const HEADER = "flowno,starttime,holdtime,endreason,calleee164";

/** The page with 300 calls, and its draws counted. */
const withCalls = async () => {
  const opened = await openPage(browser, SERVED);
  await opened.page.addInitScript(() => performance.mark("cdr-lens:count-draws"));
  await opened.page.reload();
  await drop(opened.page, [file("calls.csv", [HEADER, ...CALLS, ""].join("\n"))]);
  await untilRead(opened.page);
  await atRest(opened.page);
  return opened;
};

/** How often parts are drawn while something happens, by their name. */
const draws = async (page, happens) => {
  await page.evaluate(() => performance.clearMarks());
  await happens();
  await atRest(page);
  const names = await page.evaluate(() => performance.getEntriesByType("mark").map(({ name }) => name));
  const drawn = {};
  for (const name of names.filter((name) => name.startsWith("cdr-lens:draw:"))) {
    const part = name.split(":").at(-1);
    drawn[part] = (drawn[part] ?? 0) + 1;
  }
  return drawn;
};

test("rows that come into sight draw the table of calls and nothing else", async () => {
  const { page, errors, close } = await withCalls();
  await goTo(page, "Calls");
  const table = page.getByRole("region", { name: "Calls", exact: true });
  await table.getByRole("row").nth(5).waitFor();
  await atRest(page);
  const drawn = await draws(page, async () => {
    await table.evaluate((element) => { element.scrollTop = 3000; });
    await table.getByRole("cell", { name: /^4495$|^44100$/ }).first().waitFor();
  });
  assert.deepEqual(Object.keys(drawn), ["calls"]);
  assert.deepEqual(errors, []);
  await close();
});

test("a file without calls draws no figure", async () => {
  const { page, errors, close } = await withCalls();
  await page.getByRole("region", { name: "Figures" }).waitFor();
  const drawn = await draws(page, async () => {
    await drop(page, [file("notes.txt", "Nothing of any calls.\n")]);
    await untilRead(page);
  });
  // What says which files there are is drawn.
  assert.ok(drawn.header > 0, JSON.stringify(drawn));
  assert.equal(drawn.figure, undefined);
  // Another filter has other figures.
  assert.ok((await draws(page, () => page.evaluate(() => { location.hash += "?answered=yes"; }))).figure > 0);
  await goTo(page, "Files");
  await card(page, "notes.txt").waitFor();
  assert.deepEqual(errors, []);
  await close();
});
