// One journey through the page, the same in every browser, served and from disk: what it shows is compared with what is
// counted here from the text of the file.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { chromium } from "./journey/chromium.mjs";
import { firefox } from "./journey/firefox.mjs";
import { Page } from "./journey/page.mjs";
import {
  alert, button, combobox, dialog, fileInput, heading, link, main, navigation, region, status, table,
} from "./journey/places.mjs";
import { webkit } from "./journey/webkit.mjs";
import { WAYS, cellsOf, clock, grouped, scratch, shown, writeSample } from "./open.mjs";

const CALLS = 20_000;

/** The pages of a session with calls, in their order, and their titles where these are others than their names. */
const PAGES = [
  "Files", "Overview", "Findings", "End reasons", "Calls", "Time", "Break-down", "Compare", "Destinations", "Billing",
  "Capacity", "Quality", "Security", "Alarms", "Reference",
];
const TITLES = { Files: "Your files" };

/** The file, and its calls in its order. */
let file;
before(() => {
  const options = ["--rows", String(CALLS), "--format", "tsv", "--codes", "live", "--seed", "17"];
  const { path } = writeSample(scratch(), "e_cdr.tsv", options);
  const [names, ...rows] = readFileSync(path, "utf8").trimEnd().split("\n").map((line) => line.split("\t"));
  const at = (name) => names.indexOf(name);
  const calls = rows.map((cells) => {
    const [start, talk] = [Number(cells[at("starttime")]), Number(cells[at("holdtime")])];
    const [callee, vendor, reason] = ["calleee164", "calleegatewayid", "endreason"].map((name) => cells[at(name)]);
    return { cells, start, talk, callee, vendor, reason };
  });
  assert.equal(calls.length, CALLS);
  file = { path, names, calls };
});

/** The figures as the page writes them. */
const figuresOf = (calls) => {
  const answered = calls.filter(({ talk }) => talk > 0).length;
  const talk = calls.reduce((sum, call) => sum + call.talk, 0);
  return {
    Calls: grouped(calls.length),
    Answered: grouped(answered),
    ASR: `${((answered / calls.length) * 100).toFixed(1)} %`,
    ACD: clock(Math.round(talk / answered)),
    "Talk minutes": grouped(Math.round(talk / 60)),
  };
};

const figuresAre = async (page, calls) => {
  const expected = figuresOf(calls);
  const { Period: period, ...figures } = await page.figures();
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map((name) => [name, figures[name]])), expected);
  const starts = calls.map(({ start }) => start);
  for (const start of [Math.min(...starts), Math.max(...starts)]) assert.ok(period.includes(shown(start)), period);
};

/** The page says nothing of a failure. */
const nothingFailed = async (page) => {
  assert.deepEqual(await page.read("texts", alert()), []);
  assert.equal(await page.read("count", button("Dismiss")), 0);
};

const tryTheSample = async (page) => {
  await page.click(button("Try it with a sample"));
  await page.element(region("Figures"));
  await page.untilAtRest();
  assert.equal((await page.figures()).Calls, "40,000");
  await page.goTo("Files", TITLES.Files);
  await page.click(button("Remove all files"));
  await page.element(heading("See why your calls ended"));
};

const readTheFile = async (page) => {
  await page.chooseFile(fileInput("Choose files"), file.path);
  await page.element(region("Figures"));
  await page.untilAtRest();
  await nothingFailed(page);
  await figuresAre(page, file.calls);
  const rows = (await page.read("rows", table(undefined, region("End reasons"))))
    .filter(([code]) => /^-?\d+$/.test(code));
  const reasons = new Map();
  for (const { reason } of file.calls) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  assert.deepEqual(rows.map(([code, , , , , calls]) => [code, calls]).sort(),
    [...reasons].map(([code, calls]) => [code, grouped(calls)]).sort());
};

const openEveryPage = async (page) => {
  const names = await page.read("texts", link(undefined, navigation("Pages")));
  assert.deepEqual(names, PAGES);
  for (const name of names) {
    await page.goTo(name, TITLES[name]);
    await nothingFailed(page);
    const [text] = await page.read("texts", main());
    assert.ok(text.length > 200 && await page.read("drawings", main()) > 0, `${name} shows something: ${text}`);
  }
};

/** Asks for the calls to Britain that went to one gateway, and returns these. */
const filter = async (page) => {
  const add = async (field, text) => {
    await page.select(combobox("Filter by"), field);
    await page.type(combobox("What is wanted"), text);
    await page.click(button("Add to the filter"));
    await page.element(button(`${field}: ${text}`, region("Filter")));
    await page.untilAtRest();
  };
  await page.goTo("End reasons");
  await add("Called number", "44%");
  await add("Terminating gateway", "RG_COBALT");
  const wanted = file.calls.filter(({ callee, vendor }) => callee.startsWith("44") && vendor === "RG_COBALT");
  assert.ok(wanted.length > 100 && wanted.length < CALLS / 2, `${wanted.length} are some of the calls`);
  await figuresAre(page, wanted);
  const share = `${((wanted.length / CALLS) * 100).toFixed(1)} % of all ${grouped(CALLS)}`;
  const said = await page.read("texts", status(undefined, region("Filter")));
  assert.ok(said.includes(`These figures are of ${grouped(wanted.length)} calls, ${share}.`), said.join());
  return wanted;
};

/** One of the calls, in the order of their start: it is as it stands in the file. */
const openACall = async (page, calls) => {
  await page.goTo("Calls");
  const third = calls.toSorted((a, b) => a.start - b.start)[2];
  await page.click(button({ begins: "Open call 3" }, region("Calls")));
  const opened = dialog();
  const [[, ...head], ...rows] = await page.read("rows", table(undefined, opened));
  assert.equal(head.length, 2);
  assert.deepEqual(
    rows.map(([, name, cell]) => [name, cell]),
    third.cells.map((cell, place) => [file.names[place], cell]),
  );
  await page.click(button("Close", opened));
  assert.equal(await page.read("count", opened), 0);
};

const takeAway = async (page, calls) => {
  const { name, text } = await page.save(button("Export as CSV"));
  assert.equal(name, "cdr-lens-calls.csv");
  const [names, ...rows] = text.trimEnd().split("\r\n").map(cellsOf);
  assert.deepEqual(names, file.names);
  assert.deepEqual(rows, calls.map(({ cells }) => cells));
  await page.untilAtRest();
  await nothingFailed(page);
};

for (const browser of [chromium, firefox, webkit]) {
  // The test command says what is missing.
  const missing = browser.variables.find((variable) => !process.env[variable]);
  const skip = missing && `${missing} is not set`;
  for (const [way, address] of Object.entries(WAYS)) {
    test(`a journey in ${browser.name}, ${way}`, { skip }, async (context) => {
      const driver = await browser.start();
      try {
        await driver.open(address());
        context.diagnostic(`${browser.name} ${driver.version}`);
        const page = new Page(driver);
        await page.element(navigation("Pages"));
        await page.untilAtRest();
        await tryTheSample(page);
        await readTheFile(page);
        await openEveryPage(page);
        const wanted = await filter(page);
        await openACall(page, wanted);
        await takeAway(page, wanted);
        await page.assertNoErrors();
      } finally {
        await driver.close();
      }
    });
  }
}
