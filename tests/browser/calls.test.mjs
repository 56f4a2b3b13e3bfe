// The calls themselves: any of them can be looked at, put together and taken away, as it stands in its file.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import {
  SERVED, WAYS, addToFilter, atRest, button, card, cellsOf, clock, download, drop, figureBecomes, goTo, grouped, launch,
  scratch, shown, untilRead, usePage, writeSample,
} from "./open.mjs";

const CALLS = 150_000;
let browser, first, second;

/** Attempts of one call, so many seconds from its start, of an account with a name that a spreadsheet would run. */
const ATTEMPTS = [-60.5, -59.5, 0, 20, 59.5, 60.5];
const ATTEMPTED = {
  callere164: "12125550999", calleee164: "447700900555", holdtime: "75", customeraccount: '"=SUM(1,2)"',
};

before(async () => {
  browser = await launch();
  const folder = scratch();
  const sample = (name, seed) => {
    const options = ["--rows", String(CALLS), "--format", "csv", "--codes", "live", "--seed", seed];
    const { path } = writeSample(folder, name, options);
    return { path, text: readFileSync(path, "utf8") };
  };
  first = callsOf(sample("first.csv", "11"));
  // With serial numbers of its own, so that none of its calls is one of the first file's.
  const { path, text } = sample("second.csv", "12");
  // No other cells have nine digits that begin with 33.
  const [header, call, ...others] = text.replace(/,33(\d{7}),/g, ",34$1,").trimEnd().split("\n");
  const lines = [header, call, ...others, ...attemptsOf(header, call)];
  writeFileSync(path, `${lines.join("\n")}\n`);
  second = callsOf({ path, text: lines.join("\n") });
});
after(() => browser?.close());

/** Their lines, made from the line of another call. */
const attemptsOf = (header, line) => ATTEMPTS.map((seconds, number) => {
  const [names, cells] = [header.split(","), line.split(",")];
  assert.equal(cells.length, names.length);
  const starttime = Number(cells[names.indexOf("starttime")]) + 3 * 60_000 + seconds * 1000;
  const changed = { ...ATTEMPTED, starttime, flowno: 350_000_000 + number };
  for (const [name, cell] of Object.entries(changed)) cells[names.indexOf(name)] = cell;
  return cells.join();
});

/** The calls of a file, in its order. */
const callsOf = ({ path, text }) => {
  const [names, ...lines] = text.trimEnd().split("\n").map((line, at) => (at > 0 ? line : line.split(",")));
  const at = Object.fromEntries(names.map((name, place) => [name, place]));
  const calls = lines.map((line) => {
    const cells = cellsOf(line);
    const money = (name) => Math.round(Number(cells[at[name]]) * 10_000);
    const texts = ["callere164", "calleee164", "calleegatewayid", "endreason"].map((name) => cells[at[name]]);
    const [caller, callee, vendor, reason] = texts;
    const [start, talk] = [Number(cells[at.starttime]), Number(cells[at.holdtime])];
    return { line, caller, callee, vendor, reason, start, talk, fee: money("fee"), cost: money("agentfee") };
  });
  return { path, names, calls };
};
const british = ({ callee }) => callee.startsWith("44");

const read = async (page, files) => {
  await drop(page, files.map(({ path }) => path));
  await untilRead(page);
  await figureBecomes(page, "Calls", grouped(files.reduce((sum, { calls }) => sum + calls.length, 0)));
};

/** The table of calls, and what it is scrolled by. */
const table = (page) => page.getByRole("region", { name: "Calls", exact: true });
const callsFound = (page, count) =>
  page.getByRole("status").getByText(`${grouped(count)} calls`, { exact: true }).waitFor();
/** Each row in sight: its place, start, caller and callee. */
const rowsInSight = (page) => table(page).getByRole("row").evaluateAll((all) => all.slice(1).map((row) => {
  const [start, caller, callee] = [...row.cells].map((cell) => cell.innerText);
  return [Number(row.getAttribute("aria-rowindex")), start, caller, callee];
}));
/** The rows in sight are those that `order` has in their places, which fit: the first of them and the last. */
const inSight = async (page, order, fits) => {
  const row = (call) => call && [shown(call.start), call.caller, call.callee];
  await atRest(page);
  const rows = await rowsInSight(page);
  assert.deepEqual(rows, rows.map(([place]) => [place, ...(row(order[place - 2]) ?? [])]));
  assert.ok(
    rows.length > 0 && fits(rows[0][0], rows.at(-1)[0]),
    `rows ${rows[0]?.[0]} to ${rows.at(-1)?.[0]} are in sight`,
  );
};
const open = async (page, number) => {
  await table(page).getByRole("button", { name: `Open call ${grouped(number)}: ` }).click();
  return page.getByRole("dialog", { name: /^(One call|Call)$/ });
};
/** The dialog of a call has every cell of its line. */
const isCall = async (page, number, { line }) => {
  const dialog = await open(page, number);
  const rows = dialog.getByRole("table").getByRole("row");
  const texts = await rows.evaluateAll((all) => all.map(({ cells }) => [...cells].map((cell) => cell.textContent)));
  const cells = texts.slice(1).map(([, name, cell]) => [name, cell]);
  assert.equal(cells.length, 63);
  assert.deepEqual(cells, cellsOf(line).map((cell, place) => [first.names[place], cell]));
  await button(dialog, "Close").click();
  await dialog.waitFor({ state: "hidden" });
};

/** So many that the scrollbar has no room for all rows: calls that did not go to China, in the order of the files. */
const readMany = async (page) => {
  const many = [...first.calls, ...second.calls].filter(({ callee }) => !callee.startsWith("86"));
  assert.ok(many.length > 250_000);
  await read(page, [first, second]);
  await addToFilter(page, "callee", "!86%");
  await goTo(page, "Calls");
  await callsFound(page, many.length);
  return many;
};

test("any of hundreds of thousands of calls is there, in either order", () =>
  usePage(browser, SERVED, async ({ page }) => {
    const many = await readMany(page);
    // Among equals the order of the files stands.
    const [byStart, byTalk] = [many.toSorted((a, b) => a.start - b.start), many.toSorted((a, b) => b.talk - a.talk)];
    const last = many.length + 1;
    assert.equal(await table(page).getByRole("table").getAttribute("aria-rowcount"), String(last));
    await table(page).focus();
    await inSight(page, byStart, (from) => from === 2);
    await page.keyboard.press("End");
    await inSight(page, byStart, (_, to) => to === last);
    await isCall(page, many.length, byStart.at(-1));
    await table(page).focus();
    await page.keyboard.press("Home");
    await inSight(page, byStart, (from) => from === 2);
    await page.keyboard.press("ArrowDown");
    await inSight(page, byStart, (from) => from === 3);
    await page.keyboard.press("PageDown");
    await inSight(page, byStart, (from) => from > 12 && from < 25);

    await table(page).getByRole("columnheader", { name: "Talk time" }).getByRole("button").click();
    await inSight(page, byTalk, (from) => from === 2);
    await isCall(page, 1, byTalk[0]);
    await table(page).focus();
    await page.keyboard.press("End");
    await inSight(page, byTalk, (_, to) => to === last);
  }));

test("of a packed file, which all workers read, any call is there as it stands in its text", () =>
  usePage(browser, SERVED, async ({ page }) => {
    const path = `${first.path}.gz`;
    writeFileSync(path, gzipSync(readFileSync(first.path), { level: 1 }));
    await read(page, [{ path, calls: first.calls }]);
    await goTo(page, "Files");
    await card(page, "first.csv.gz")
      .getByText(`${grouped(CALLS)} rows = ${grouped(CALLS)} calls + 0 set aside`).waitFor();
    await goTo(page, "Calls");
    await callsFound(page, CALLS);
    const byStart = first.calls.toSorted((a, b) => a.start - b.start);
    await table(page).focus();
    await page.keyboard.press("End");
    await inSight(page, byStart, (_, to) => to === CALLS + 1);
    await isCall(page, CALLS, byStart.at(-1));
    await table(page).focus();
    await page.keyboard.press("Home");
    await inSight(page, byStart, (from) => from === 2);
    await isCall(page, 1, byStart[0]);
  }));

test("where the scrollbar comes to rest, the rows are those of that place", () =>
  usePage(browser, SERVED, async ({ page }) => {
    const many = (await readMany(page)).sort((a, b) => a.start - b.start);
    for (let drag = 1; drag <= 12; drag++) {
      // Every fourth part of the way, as the browser draws.
      const to = ((drag * 5) % 13) / 13;
      await table(page).evaluate(async (element, to) => {
        const [from, most] = [element.scrollTop, element.scrollHeight - element.clientHeight];
        for (const part of [0.25, 0.5, 0.75, 1]) {
          element.scrollTop = from + (most * to - from) * part;
          await new Promise(requestAnimationFrame);
        }
      }, to);
      await inSight(page, many, (from) => Math.abs(from / many.length - to) < 0.001);
    }
  }));

test("other attempts of a call are those within a minute", () => usePage(browser, SERVED, async ({ page }) => {
  await read(page, [second]);
  await addToFilter(page, "caller", ATTEMPTED.callere164);
  await goTo(page, "Calls");
  await callsFound(page, ATTEMPTS.length);
  const attempts = second.calls.slice(-ATTEMPTS.length);
  await inSight(page, attempts, (_, to) => to === ATTEMPTS.length + 1);
  const dialog = await open(page, ATTEMPTS.indexOf(0) + 1);
  await button(dialog, "Other attempts of this call").click();
  const within = attempts.filter((_, number) => Math.abs(ATTEMPTS[number]) < 60);
  await callsFound(page, within.length);
  await inSight(page, within, (_, to) => to === within.length + 1);
}));

test("the calls of an end reason are shown, with other columns", () => usePage(browser, SERVED, async ({ page }) => {
  await read(page, [first]);
  await button(page, "Busy Here").click();
  await button(page, "Show these calls").click();
  const busy = first.calls.filter(({ reason }) => reason === "486");
  await callsFound(page, busy.length);
  await inSight(page, busy, (from) => from === 2);
  await page.getByText("Columns", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Caller's address", exact: true }).check();
  await table(page).getByRole("columnheader", { name: "Caller's address", exact: true }).waitFor();
  const address = cellsOf(busy[0].line)[first.names.indexOf("callerip")];
  await table(page).getByRole("row").nth(1).getByRole("cell", { name: address, exact: true }).waitFor();
}));

for (const way of Object.keys(WAYS)) {
  test(`the calls of a filter are taken away as the rows of their file, ${way}`, () =>
    usePage(browser, way, async ({ page }) => {
      await read(page, [second]);
      await addToFilter(page, "callee", "44%");
      await addToFilter(page, "talk", "60..");
      await goTo(page, "Calls");
      const wanted = second.calls.filter((call) => british(call) && call.talk >= 60);
      await callsFound(page, wanted.length);
      await page.evaluate(() => { window.showSaveFilePicker = undefined; });
      const { name, text } = await download(page, () => button(page, "Export as CSV").click());
      assert.equal(name, "cdr-lens-calls.csv");
      const guarded = ({ line }) => cellsOf(line).map((cell) => cell.replace(/^=/, "'="));
      const [names, ...rows] = text.trimEnd().split("\r\n").map(cellsOf);
      assert.deepEqual(names, second.names);
      assert.equal(rows.length, wanted.length);
      wanted.forEach((call, at) => assert.deepEqual(rows[at], guarded(call), `row ${at + 1}`));
      assert.equal(rows.at(-1)[names.indexOf("customeraccount")], "'=SUM(1,2)");
      // The browser's dialog cannot be seen from here: what it gives back is made by hand.
      await page.evaluate((name) => {
        window.showSaveFilePicker = async (options) => {
          window.asked = options.suggestedName;
          if (name === undefined) throw new DOMException("", "AbortError");
          return (await navigator.storage.getDirectory()).getFileHandle("chosen.csv", { create: true });
        };
      }, way === SERVED ? "chosen.csv" : undefined);
      await button(page, "Export as CSV").click();
      await page.waitForFunction(() => window.asked === "cdr-lens-calls.csv");
      if (way !== SERVED) return;
      const chosen = async () => page.evaluate(async () => {
        const handle = await (await navigator.storage.getDirectory()).getFileHandle("chosen.csv");
        return (await handle.getFile()).text();
      });
      await atRest(page);
      assert.equal(await chosen(), text);
    }));
}

/** The sums of calls by vendor, the most calls first, as the page writes them. */
const byVendor = (calls) => {
  const groups = new Map();
  for (const { vendor, talk, fee, cost } of calls) {
    const sums = groups.get(vendor) ?? { calls: 0, answered: 0, talk: 0, fee: 0, cost: 0 };
    const more = { calls: 1, answered: talk > 0 ? 1 : 0, talk, fee, cost };
    groups.set(vendor, Object.fromEntries(Object.entries(more).map(([name, value]) => [name, sums[name] + value])));
  }
  return [...groups].sort(([, a], [, b]) => b.calls - a.calls).map(([vendor, { calls, answered, talk, fee, cost }]) => {
    const asr = `${((answered / calls) * 100).toFixed(1)} %`;
    return [vendor || "(none)", grouped(calls), grouped(answered), asr, clock(talk), fee / 10_000, cost / 10_000];
  });
};

test("calls are put together by gateway, and a click filters by one", () =>
  usePage(browser, SERVED, async ({ page, requests }) => {
    await read(page, [first]);
    await addToFilter(page, "callee", "44%");
    await goTo(page, "Calls");
    await page.getByRole("combobox", { name: "Break down by" }).selectOption("vendor");
    const groups = page.getByRole("table", { name: "Terminating gateway" });
    const groupsAre = async (expected) => {
      const row = groups.getByRole("row");
      await row.nth(expected.length).waitFor();
      await row.nth(expected.length + 1).waitFor({ state: "detached" });
      const texts = await row.evaluateAll((all) =>
        all.map(({ cells }) => [...cells].map((cell) => cell.innerText.trim())));
      const [names, ...rows] = texts;
      assert.deepEqual(names, ["Terminating gateway", "Calls", "Answered", "ASR", "Talk time", "Fee", "Cost"]);
      const amount = (text) => Number(text.replaceAll(",", ""));
      assert.deepEqual(rows.map((cells) => [...cells.slice(0, 5), ...cells.slice(5).map(amount)]), expected);
    };
    const wanted = first.calls.filter(british);
    const expected = byVendor(wanted);
    await groupsAre(expected);

    const [vendor] = expected[1];
    const ofVendor = wanted.filter((call) => call.vendor === vendor);
    await button(groups, vendor).click();
    await callsFound(page, ofVendor.length);
    await button(page, `Terminating gateway: ${vendor}`).waitFor();
    await groupsAre(byVendor(ofVendor));
    assert.equal(new URL(page.url()).hash, `#/calls?callee=44%25&vendor=${vendor}&by=vendor`);

    await page.reload();
    await page.getByRole("navigation", { name: "Pages" }).waitFor();
    requests.length = 0;
    await drop(page, [first.path]);
    await untilRead(page);
    await figureBecomes(page, "Calls", grouped(ofVendor.length));
    await goTo(page, "Calls");
    await callsFound(page, ofVendor.length);
    await groupsAre(byVendor(ofVendor));
  }));
