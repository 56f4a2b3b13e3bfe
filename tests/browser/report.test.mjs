// The main job: 200 000 calls are dropped, and the figures agree with those that this test counts by itself.

import assert from "node:assert/strict";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import {
  WAYS, clock, drop, endReasonRows, exportedSummary, figure, grouped, launch, openPage, scratch, shown, untilRead,
  writeSample,
} from "./open.mjs";

const CALLS = 200_000;
let browser, files;

before(async () => {
  browser = await launch();
  const folder = scratch();
  const sample = (name, format, codes) =>
    writeSample(folder, name, ["--rows", String(CALLS), "--format", format, "--codes", codes, "--seed", "11"]);
  files = {
    "served, below a path": { ...sample("e_cdr.tsv", "tsv", "live"), delimiter: "\t", family: familyOfLiveCode },
    "the single file, from disk": {
      ...sample("2026030200.txt", "text18", "guide"), delimiter: "|", family: familyOfGuideCode,
    },
  };
});
after(() => browser?.close());

const familyOfGuideCode = (code) => (code >= 1 && code <= 25 ? "guide" : familyOfLiveCode(code));
const familyOfLiveCode = (code) => (code < 0 ? "server" : code < 128 ? "q850" : "sip");

/** Reads the file another way: line by line, cell by cell, with numbers only. */
const countBySelf = async ({ path, delimiter }) => {
  let places = { starttime: 2, holdtime: 4, endreason: 5 };
  const counted = { calls: 0, answered: 0, talk: 0, first: Infinity, last: -Infinity, reasons: new Map() };
  let header = delimiter === "\t";
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const cells = line.split(delimiter);
    if (header) {
      places = Object.fromEntries(Object.keys(places).map((name) => [name, cells.indexOf(name)]));
      header = false;
      continue;
    }
    const start = Number(cells[places.starttime]);
    const talk = Number(cells[places.holdtime]);
    const code = Number(cells[places.endreason]);
    counted.calls += 1;
    counted.answered += talk > 0 ? 1 : 0;
    counted.talk += talk;
    counted.first = Math.min(counted.first, start);
    counted.last = Math.max(counted.last, start);
    const reason = counted.reasons.get(code) ?? { calls: 0, answered: 0, talk: 0 };
    reason.calls += 1;
    reason.answered += talk > 0 ? 1 : 0;
    reason.talk += talk;
    counted.reasons.set(code, reason);
  }
  return counted;
};

for (const way of Object.keys(WAYS)) {
  test(`200 000 calls, ${way}`, async () => {
    const file = files[way];
    const counted = await countBySelf(file);
    assert.equal(counted.calls, CALLS);
    assert.deepEqual([counted.answered, counted.talk], [file.totals.answered, file.totals.talk_seconds]);

    const { page, errors, requests, close } = await openPage(browser, way);
    // Figures are to be there before all of the file is: whether both are on the page at once is looked for at each
    // change.
    await page.evaluate(() => {
      const both = () => document.querySelector("progress") && document.querySelector('[aria-label="Figures"]');
      new MutationObserver(() => (window.figuresWhileReading ||= Boolean(both())))
        .observe(document.body, { childList: true, subtree: true });
    });
    await drop(page, [file.path]);
    await page.getByRole("progressbar", { name: "Reading" }).waitFor();
    await page.getByText(/^[\d.]+ M?B of \d+ MB · [\d,]+ calls/).waitFor();
    await untilRead(page);
    assert.ok(await page.evaluate(() => window.figuresWhileReading));

    assert.equal(await figure(page, "Calls"), grouped(counted.calls));
    assert.equal(await figure(page, "Answered"), grouped(counted.answered));
    assert.equal(await figure(page, "ASR"), `${((counted.answered / counted.calls) * 100).toFixed(1)} %`);
    assert.equal(await figure(page, "ACD"), clock(Math.round(counted.talk / counted.answered)));
    assert.equal(await figure(page, "Talk minutes"), grouped(Math.round(counted.talk / 60)));
    const period = await figure(page, "Period");
    assert.ok(period.includes(shown(counted.first)) && period.includes(shown(counted.last)), period);
    await page.getByText(`${grouped(CALLS)} rows = ${grouped(CALLS)} calls + 0 set aside`).waitFor();

    const rows = await endReasonRows(page);
    assert.equal(rows.length, counted.reasons.size);
    for (const [code, ...cells] of rows) {
      const reason = counted.reasons.get(Number(code));
      assert.ok(reason, `a row for ${code}`);
      assert.equal(cells[4], grouped(reason.calls));
      assert.equal(cells[6], grouped(reason.answered));
      assert.equal(cells[7], clock(reason.talk));
    }
    await page.getByRole("columnheader", { name: "Calls" }).getByRole("button", { name: "Calls", exact: true }).click();
    const calls = (await endReasonRows(page)).map((cells) => Number(cells[5].replaceAll(",", "")));
    assert.deepEqual(calls, calls.toSorted((a, b) => b - a));

    const summary = await exportedSummary(page);
    const { files: read, rows: all, set_aside, answered, talk_seconds, first_start } = summary;
    assert.deepEqual(
      { read, all, calls: summary.calls, set_aside, answered, talk_seconds },
      { read: 1, all: CALLS, calls: CALLS, set_aside: 0, answered: counted.answered, talk_seconds: counted.talk },
    );
    assert.equal(summary.asr_percent, (counted.answered * 100) / counted.calls);
    assert.equal(summary.acd_seconds, counted.talk / counted.answered);
    assert.equal(Date.parse(first_start), counted.first);
    assert.equal(Date.parse(summary.last_start), counted.last);
    assert.equal(summary.end_reasons.length, counted.reasons.size);
    for (const { code, family, calls, answered, talk_seconds } of summary.end_reasons) {
      assert.deepEqual({ calls, answered, talk: talk_seconds }, counted.reasons.get(code), `${family} ${code}`);
      assert.equal(family, file.family(code));
    }

    assert.deepEqual(requests.filter((url) => !url.startsWith("blob:")), [], "nothing is asked of the network");
    assert.deepEqual(errors, []);
    await close();
  });
}
