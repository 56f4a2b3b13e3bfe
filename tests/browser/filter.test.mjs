// Two million calls in two files, filtered in every way: the figures are those that this test counts by itself.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { copyFileSync, createReadStream, createWriteStream, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pipeline } from "node:stream/promises";
import {
  PNG, SERVED, addToFilter, button, card, cellsOf, clock, drop, endReasonRows, figureBecomes, goTo, grouped,
  holdReading, launch, openPage, scratch, untilRead, usePage,
} from "./open.mjs";

const HOUR = 3_600_000;
let browser, folder, millions, small;

/** A file's calls, counted row by row, cell by cell, and put together by all that these tests filter by. */
class Counted {
  groups = new Map();

  constructor(path) {
    this.path = path;
  }

  add(line) {
    const cells = cellsOf(line);
    if (!this.places) {
      this.header = line;
      this.places = ["calleee164", "calleegatewayid", "starttime", "endreason", "holdtime"]
        .map((name) => cells.indexOf(name));
      return;
    }
    const [callee, vendor, start, reason, holdtime] = this.places.map((place) => cells[place]);
    const [british, hour, talk] = [callee.startsWith("44"), Math.floor(Number(start) / HOUR), Number(holdtime)];
    const key = [british, vendor, hour, reason].join();
    const group = this.groups.get(key) ?? { british, vendor, hour, reason, calls: 0, answered: 0, talk: 0 };
    this.groups.set(key, group);
    group.calls += 1;
    group.answered += talk > 0 ? 1 : 0;
    group.talk += talk;
  }
}

/**
 * Writes a sample with serial numbers of its own, so that none of its calls is one of another sample, and counts it.
 */
const sample = async (name, calls, seed, serials) => {
  const counted = new Counted(join(folder, name));
  const options = ["--rows", calls, "--format", "csv", "--codes", "live", "--seed", seed].map(String);
  const { stdout } = spawn(
    process.env.CDR_LENS_XTASK, ["sample", ...options], { stdio: ["ignore", "pipe", "inherit"] },
  );
  const count = async function* (chunks) {
    let rest = "";
    for await (const chunk of chunks) {
      const text = rest + chunk;
      const end = text.lastIndexOf("\n") + 1;
      rest = text.slice(end);
      // On a busy machine a chunk may be a part of a line.
      if (end === 0) continue;
      // No other cells have nine digits that begin with 33.
      const lines = text.slice(0, end).replace(/,33(\d{7}),/g, `,${serials}$1,`);
      lines.trimEnd().split("\n").forEach((line) => counted.add(line));
      yield lines;
    }
  };
  // What is counted is ASCII, and bytes as they are take half the time of characters.
  await pipeline(stdout.setEncoding("latin1"), count, createWriteStream(counted.path, "latin1"));
  return counted;
};

before(async () => {
  [browser, folder] = [await launch(), scratch()];
  millions = await Promise.all([sample("first.csv", 1_000_000, 11, 33), sample("second.csv", 1_000_000, 12, 34)]);
  small = [await sample("small.csv", 100_000, 13, 35)];
});
after(() => browser?.close());

const groupsOf = (files) => files.flatMap(({ groups }) => [...groups.values()]);
/** Of the calls of some files, the wanted ones. */
const sum = (files, wanted = () => true) => {
  const total = { calls: 0, answered: 0, talk: 0 };
  for (const group of groupsOf(files).filter(wanted)) {
    for (const name of Object.keys(total)) total[name] += group[name];
  }
  return total;
};
const british = (group) => group.british;

const read = async (page, files) => {
  page.setDefaultTimeout(60_000);
  await drop(page, files.map(({ path }) => path));
  await untilRead(page);
};
/** The page as it comes once more to the same address, without its files. */
const reload = async (page, requests) => {
  await page.reload();
  await page.getByRole("navigation", { name: "Pages" }).waitFor();
  requests.length = 0;
};
const figuresAre = async (page, { calls, answered, talk }) => {
  await figureBecomes(page, "Calls", grouped(calls));
  await figureBecomes(page, "Answered", grouped(answered));
  await figureBecomes(page, "Talk minutes", grouped(Math.round(talk / 60)));
};
/** The figures are those of the wanted calls, and their share of all is said. */
const filteredTo = async (page, files, wanted) => {
  const [part, all] = [sum(files, wanted), sum(files)];
  await figuresAre(page, part);
  const share =
    `${grouped(part.calls)} calls, ${((part.calls / all.calls) * 100).toFixed(1)} % of all ${grouped(all.calls)}`;
  await page.getByRole("status").getByText(`These figures are of ${share}.`, { exact: true }).waitFor();
};

test("two million calls, filtered by text, click and drag", () =>
  usePage(browser, SERVED, async ({ page, requests }) => {
    await read(page, millions);
    await page.getByText("2,000,000 rows = 2,000,000 calls + 0 set aside").waitFor();
    await figuresAre(page, sum(millions));
    const rows = await endReasonRows(page);
    assert.deepEqual(
      rows.map(([code]) => code).sort(),
      [...new Set(groupsOf(millions).map(({ reason }) => reason))].sort(),
    );
    for (const [code, , , , , ...cells] of rows) {
      const { calls, answered, talk } = sum(millions, ({ reason }) => reason === code);
      assert.deepEqual([cells[0], cells[2], cells[3]], [grouped(calls), grouped(answered), clock(talk)], code);
    }

    await addToFilter(page, "callee", "44%");
    await filteredTo(page, millions, british);

    // The gateway that most of the British 503s came from is the first of those that can be clicked.
    const failed = (of) =>
      sum(millions, ({ british, reason, vendor }) => british && reason === "503" && vendor === of).calls;
    const [vendor] = [...new Set(groupsOf(millions).map((group) => group.vendor))]
      .sort((a, b) => failed(b) - failed(a));
    await button(page, "Service Unavailable").click();
    await button(page.getByRole("complementary", { name: "Service Unavailable" }), vendor).click();
    const ofVendor = (group) => group.british && group.vendor === vendor;
    await filteredTo(page, millions, ofVendor);

    // From the tenth bar to the thirtieth; each of them is an hour.
    const hours = groupsOf(millions).filter(ofVendor).map(({ hour }) => hour);
    const [first, last] = [Math.min(...hours), Math.max(...hours)];
    const bars = page.getByRole("img", { name: "Calls over time" });
    await bars.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await bars.boundingBox();
    const over = (bar) => page.mouse.move(x + (width * (bar - 0.5)) / (last - first + 1), y + height / 2, { steps: 5 });
    await over(10);
    await page.mouse.down();
    await over(30);
    await page.mouse.up();
    const ofPeriod = ({ hour }) => first + 9 <= hour && hour < first + 30;
    const wanted = (group) => ofVendor(group) && ofPeriod(group);
    await filteredTo(page, millions, wanted);
    const [from, to] = [first + 9, first + 30].map((hour) => new Date(hour * HOUR).toISOString().replace(".000", ""));
    assert.equal(new URL(page.url()).hash, `#/end-reasons?callee=44%25&vendor=${vendor}&period=${from}..${to}`);

    await page.goBack();
    await filteredTo(page, millions, ofVendor);
    await page.goBack();
    await filteredTo(page, millions, british);
    await page.goForward();
    await filteredTo(page, millions, ofVendor);
    await page.goForward();
    await filteredTo(page, millions, wanted);

    const chip = button(page, "Called number: 44%");
    await chip.click();
    await filteredTo(page, millions, (group) => group.vendor === vendor && ofPeriod(group));
    assert.equal(await chip.getAttribute("aria-pressed"), "false");
    assert.ok(page.url().endsWith("&off=callee"), page.url());
    await chip.click();
    await filteredTo(page, millions, wanted);
    assert.equal(await chip.getAttribute("aria-pressed"), "true");

    await reload(page, requests);
    await read(page, millions);
    await filteredTo(page, millions, wanted);
    await button(page, "Remove from the filter: Period").click();
    await filteredTo(page, millions, ofVendor);
    await button(page, "Remove the filter").click();
    await figuresAre(page, sum(millions));
  }));

test("cancel leaves what was read before, and its filter", () => usePage(browser, SERVED, async ({ page }) => {
  const both = join(folder, "both.csv");
  copyFileSync(millions[0].path, both);
  const withoutHeader = { start: millions[1].header.length + 1 };
  await pipeline(createReadStream(millions[1].path, withoutHeader), createWriteStream(both, { flags: "a" }));
  await read(page, small);
  await addToFilter(page, "callee", "44%");
  await filteredTo(page, small, british);
  const held = await holdReading(page, "Piece", ["both.csv"]);
  await drop(page, [both]);
  await page.getByText(/^[\d.]+ MB of 1\.\d+ GB · [1-9][\d,]+ calls/).waitFor();
  await button(page, "Cancel").click();
  await held.forget();
  await filteredTo(page, small, british);
  await addToFilter(page, "answered", "yes");
  await figureBecomes(page, "Calls", grouped(sum(small, british).answered));
  await button(page, "Remove the filter").click();
  await figuresAre(page, sum(small));
  await goTo(page, "Files");
  await card(page, "small.csv").waitFor();
  await card(page, "both.csv").waitFor({ state: "hidden" });
}));

test("what a stopped worker held is read again", async () => {
  const { page, errors, close } = await openPage(browser, SERVED);
  await read(page, millions);
  await addToFilter(page, "callee", "44%");
  await filteredTo(page, millions, british);
  const workers = page.workers();
  assert.ok(workers.length > 1);
  await workers[0].evaluate(() => void setTimeout(() => { throw new Error("killed by the test"); }));
  await page.getByRole("status").getByText(/^A part of this page stopped \(.*killed by the test.*\)/).waitFor();
  await untilRead(page);
  await filteredTo(page, millions, british);
  await page.getByText("2,000,000 rows = 2,000,000 calls + 0 set aside").waitFor();
  await addToFilter(page, "vendor", "RG_COBALT");
  await filteredTo(page, millions, (group) => group.british && group.vendor === "RG_COBALT");
  await button(page, "Remove the filter").click();
  await figuresAre(page, sum(millions));
  // Not every browser tells the page's console of it.
  assert.deepEqual(errors.filter((error) => !error.includes("killed by the test")), []);
  await close();
});

test("a filter is kept by name until it is forgotten", () => usePage(browser, SERVED, async ({ page, requests }) => {
  await read(page, small);
  await addToFilter(page, "callee", "44%");
  await page.getByRole("textbox", { name: "Name of this filter" }).fill("To Britain");
  await button(page, "Keep this filter").click();
  await button(page, "Remove the filter").click();
  await figuresAre(page, sum(small));

  await reload(page, requests);
  await read(page, small);
  const kept = page.getByRole("combobox", { name: "Kept filters" });
  await kept.selectOption("To Britain");
  await filteredTo(page, small, british);
  await button(page, "Called number: 44%").waitFor();
  await button(page, "Forget the kept filter").click();
  await kept.waitFor({ state: "hidden" });

  await reload(page, requests);
  await read(page, small);
  // What is in the address stays.
  await filteredTo(page, small, british);
  assert.equal(await kept.count(), 0);
}));

test("what cannot be understood of a filter is said in place of figures", () =>
  usePage(browser, SERVED, async ({ page }) => {
    await read(page, small);
    await addToFilter(page, "callee", "44%");
    await filteredTo(page, small, british);
    await addToFilter(page, "talk", "long");
    await page.getByText("Talk time: “long” cannot be understood.").waitFor();
    await page.getByRole("region", { name: "Figures" }).waitFor({ state: "hidden" });
    await addToFilter(page, "talk", "0");
    await page.getByText("cannot be understood").waitFor({ state: "hidden" });
    const { calls, answered } = sum(small, british);
    await figureBecomes(page, "Calls", grouped(calls - answered));
  }));

test("a file that cannot be read leaves the filter's figures as they were", () =>
  usePage(browser, SERVED, async ({ page }) => {
    await read(page, small);
    await addToFilter(page, "callee", "44%");
    await filteredTo(page, small, british);
    const picture = join(folder, "screen.png");
    writeFileSync(picture, PNG);
    await drop(page, [picture]);
    await page.getByText("1 file read, 1 not read").waitFor();
    await filteredTo(page, small, british);
  }));
