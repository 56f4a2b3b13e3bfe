// What a click on a report asks the workers: each question once, however many parts of the page hang on its answer.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  SERVED, addToFilter, atRest, browser, button, drop, file, folder, goTo, grouped, prepare, untilRead, usePage,
  writeSample,
} from "./open.mjs";

const CALLS = 200_000;
const DAY = 86_400_000;
/** The names that tests have for what is asked apart. */
const SLOTS = { 0: "groups", 1: "main", 2: "beside", 3: "other", 4: "within", 5: "other within", 6: "findings" };

/** What has a place of its own, by its number in `query::Query`. */
const KINDS = { 0: "sums", 5: "rows" };

let sample;
prepare();

/** Keeps every question that the page asks its workers from now on; several workers are asked the same. */
const listen = (page) => page.evaluate(() => {
  const post = Worker.prototype.postMessage;
  window.asked = new Map();
  Worker.prototype.postMessage = function (message, ...rest) {
    const [kind, bytes] = Array.isArray(message) ? message : [];
    // Copied: they are handed over.
    if (kind === "Ask") window.asked.set(`${bytes}`, [...bytes]);
    return post.call(this, message, ...rest);
  };
});

/** What was asked since the last time, once all of it is answered and nothing else comes of the answers. */
const asked = async (page) => {
  await atRest(page);
  const questions = await page.evaluate(() => {
    const questions = [...window.asked.values()];
    window.asked.clear();
    return questions;
  });
  return questions.map((bytes) => {
    // `ToWorker::Question`, `ToShard::Ask` and the question's number, which no two have; then the question: its slot,
    // what is asked (`query::Query`), and of which calls.
    const [slot, query, ...of] = afterNumber(bytes.slice(2));
    return { of: KINDS[query] ?? SLOTS[slot], text: [query, ...of].join() };
  });
};

/** Numbers are written seven bits at a time, the lowest first; all but the last byte have the highest bit set. */
const afterNumber = (bytes) => bytes.slice(bytes.findIndex((byte) => byte < 128) + 1);

/** Nothing was asked twice, nor anything in place of something else; returns what was asked, by where. */
const once = (questions, what) => {
  const places = questions.map(({ of }) => of).sort();
  assert.deepEqual(places, [...new Set(places)].sort(), `${what}: each place of the page asks once`);
  const texts = questions.map(({ text }) => text);
  assert.equal(new Set(texts).size, texts.length, `${what}: no question is asked in two places`);
  return places;
};

const open = async (page) => {
  sample ??= writeSample(
    folder, "e_cdr.tsv", ["--rows", String(CALLS), "--format", "tsv", "--codes", "live", "--seed", "7"],
  ).path;
  await drop(page, [sample]);
  await untilRead(page);
  await listen(page);
};

/** A part of a day, after which charts have other steps of time. */
const period = async (page) => {
  const times = await page.getByRole("region", { name: "Figures" }).getByRole("time")
    .evaluateAll((all) => all.map(({ dateTime }) => Date.parse(dateTime)));
  // Not the first hours: there are some before them, to be compared with.
  const from = Math.ceil(times[0] / 3_600_000 + 4) * 3_600_000;
  const at = (millis) => new Date(millis).toISOString().slice(0, 16).replace("T", " ");
  return `${at(from)}..${at(from + DAY / 12)}`;
};

const switchPeriod = (page) =>
  page.getByRole("region", { name: "Filter" }).getByRole("button", { name: /^Period: / }).click();

test(
  `a click on the overview of ${grouped(CALLS)} calls asks each question once, ` +
    "though other calls are drawn in other steps",
  () => usePage(browser, SERVED, async ({ page }) => {
    await open(page);
    const hours = await period(page);
    await goTo(page, "Overview");
    once(await asked(page), "opening");
    await addToFilter(page, "period", hours);
    assert.deepEqual(once(await asked(page), "a period"), ["beside", "findings", "main", "other", "sums"]);
    await switchPeriod(page);
    assert.ok(once(await asked(page), "no period").includes("main"));
    await switchPeriod(page);
    assert.ok(once(await asked(page), "the period again").includes("findings"));
  }),
);

test("two selections are compared with one question each", () => usePage(browser, SERVED, async ({ page }) => {
  await open(page);
  await goTo(page, "Compare");
  await asked(page);
  await page.getByRole("combobox", { name: "Compare", exact: true })
    .selectOption("The first half of the time with the second half");
  await page.getByText(/^ASR (fell|rose) from/).waitFor();
  await asked(page);
  await addToFilter(page, "callee", "44%");
  const places = ["main", "other", "other within", "sums", "within"];
  assert.deepEqual(once(await asked(page), "the halves"), places);
  await page.getByRole("combobox", { name: "Compare", exact: true }).selectOption("Two values of a field");
  assert.ok(once(await asked(page), "another way").includes("beside"));
  await addToFilter(page, "callee", "1%, 44%");
  assert.deepEqual(once(await asked(page), "two values"), ["beside", ...places].sort());
}));

test("what an open page asks, a switched filter asks once more, and once", () =>
  usePage(browser, SERVED, async ({ page }) => {
    await open(page);
    const hours = await period(page);
    await goTo(page, "Overview");
    await asked(page);
    await addToFilter(page, "period", hours);
    await asked(page);
    for (const title of [
      "Findings", "Time", "Break-down", "Destinations", "Billing", "Capacity", "Quality", "Security", "Alarms", "Calls",
    ]) {
      await goTo(page, title);
      await page.getByRole("heading", { name: title, level: 1 }).waitFor();
      once(await asked(page), `opening ${title}`);
      for (const state of ["off", "on"]) {
        await switchPeriod(page);
        const places = once(await asked(page), `${title}, the period ${state}`);
        assert.ok(places.length > (state === "on" ? 1 : 0), `${title}, ${state}: ${places}`);
      }
    }
  }));

test(
  "a way down asks for the group's calls by the next field at once, and what was asked before is not answered any more",
  () => usePage(browser, SERVED, async ({ page }) => {
    await open(page);
    await goTo(page, "Break-down");
    await asked(page);
    const vendors = page.getByRole("table", { name: "Terminating gateway", exact: true });
    const vendor = vendors.getByRole("rowheader").getByRole("button").nth(1);
    // Names are compared in lower case.
    const name = new TextEncoder().encode((await vendor.innerText()).trim().toLowerCase());
    await vendor.click();
    const questions = await asked(page);
    assert.deepEqual(once(questions, "a way down"), ["main", "sums"]);
    const { text } = questions.find(({ of }) => of === "main");
    assert.ok(text.includes(name.join()), `the main question is of ${name.join()}: ${text}`);
    await page.getByRole("table", { name: "End reason", exact: true }).waitFor();
  }),
);

test("calls are filtered by the softswitch that a break-down names", () =>
  usePage(browser, SERVED, async ({ page }) => {
    const rows = Array.from({ length: 90 }, (_, at) =>
      `${1772452800000 + at * 1000},${at % 2 ? 0 : 20},${at % 2 ? 503 : -7},` +
        `${at % 3 ? "SW_1:1234567" : "SW_2:7654321"}`);
    await drop(page, [file("switches.csv", `starttime,holdtime,endreason,softswitchname\n${rows.join("\n")}\n`)]);
    await untilRead(page);
    await goTo(page, "Break-down");
    await page.getByRole("combobox", { name: "Break down by" }).selectOption({ label: "Softswitch" });
    await atRest(page);
    const table = page.getByRole("table", { name: "Softswitch", exact: true });
    const cells = await table.getByRole("row", { name: "SW_2" }).getByRole("cell").allInnerTexts();
    assert.equal(cells[0].trim(), "30");
    await button(table, "SW_2").click();
    await button(page, 'Softswitch: "SW_2"').or(button(page, "Softswitch: SW_2")).waitFor();
    await page.getByRole("status")
      .getByText("These figures are of 30 calls, 33.3 % of all 90.", { exact: true }).waitFor();
  }));
