// A walk through the page that goes on while things happen: files are dropped, removed and read in other ways, filters
// change and calls are exported, in an order that is drawn, without waiting for what comes of it. Whenever the page is
// at rest, its figures are those that a count of our own gives. Each walk has a seed, which a failure names;
// CDR_LENS_WALKS says how many there are, CDR_LENS_SEED asks for one of them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { SERVED, atRest, browser, download, goTo, grouped, openPage, prepare } from "./open.mjs";
import { count } from "./happenings/files.mjs";
import { STEPS } from "./happenings/steps.mjs";

const STEPS_OF_A_WALK = 200;
/** Steps between two rests, at the most. */
const MOST_STEPS_AT_ONCE = 20;

const only = process.env.CDR_LENS_SEED;
const seeds = only
  ? [Number(only)]
  : Array.from({ length: Number(process.env.CDR_LENS_WALKS ?? 20) }, (_, at) => at + 1);

prepare();

/** Draws numbers, the same ones for the same seed (xorshift). */
const drawing = (seed) => {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  return { below: (most) => Math.floor(next() * most), pick: (all) => all[Math.floor(next() * all.length)] };
};

/** What was saved is what the page had to say at some time since it was asked for. */
const isOneOf = (text, states) => {
  const ids = (text.match(/U\d{7}/g) ?? []).sort();
  const all = states.map((state) => count(state).ids);
  assert.ok(
    all.some((expected) => expected.join() === ids.join()),
    `${ids.length} calls exported, not ${all.map(({ length }) => length).join(" or ")}`,
  );
};

const look = async (page, state) => {
  const expected = count(state);
  if (expected.rows === 0) {
    assert.equal(await page.getByRole("region", { name: "Figures" }).count(), 0, "no figures of nothing");
    return;
  }
  await goTo(page, "End reasons");
  const iso = (millis) => (Number.isFinite(millis) ? new Date(millis).toISOString().replace(".000", "") : null);
  const { text } = await download(page, () => page.getByRole("button", { name: "Export JSON" }).click());
  const {
    rows, calls, duplicates, set_aside, answered, talk_seconds, first_start, last_start, file_list,
  } = JSON.parse(text);
  assert.deepEqual(
    {
      rows, duplicates, setAside: set_aside, calls, answered,
      talk: talk_seconds, first: first_start, last: last_start,
    },
    {
      rows: expected.rows, duplicates: expected.duplicates, setAside: expected.setAside, calls: expected.calls,
      answered: expected.answered, talk: expected.talk, first: iso(expected.first), last: iso(expected.last),
    },
  );
  for (const { name, rows, calls, duplicates, set_aside } of file_list)
    assert.equal(rows, calls + duplicates + set_aside, name);
  const figures = (await page.getByRole("region", { name: "Figures" }).innerText()).split(/\s*\n\s*/);
  assert.ok(figures.includes(grouped(expected.calls)), `Calls: ${figures.join("; ")}`);
  assert.ok(figures.includes(grouped(expected.answered)), `Answered: ${figures.join("; ")}`);
};

const removeAll = async (page, state) => {
  await goTo(page, "Files");
  const remove = page.getByRole("button", { name: "Remove all files" });
  if ((await remove.count()) > 0) await remove.click();
  await atRest(page);
  // The page of files has no filter.
  Object.assign(state, { files: [], filters: new Set(), off: new Set(), isUnsure: false });
};

for (const seed of seeds) {
  test(`${STEPS_OF_A_WALK} steps, seed ${seed}`, async () => {
    const { page, errors, close } = await openPage(browser, SERVED);
    // Where the browser asks for a place, nobody here would answer.
    await page.evaluate(() => { window.showSaveFilePicker = undefined; });
    const { below, pick } = drawing(seed);
    const state = {
      files: [], filters: new Set(), off: new Set(), zone: "UTC", fileZone: "UTC", talkColumn: null, exports: 0,
      isUnsure: false,
    };
    const saved = [];
    page.on("download", (download) => download.suggestedFilename() === "cdr-lens-calls.csv" && saved.push(download));
    const done = [];
    /** The states since calls were exported that may be those of an export. */
    let since = [];
    const kept = () => ({ ...state, files: [...state.files], filters: new Set(state.filters) });
    try {
      while (done.length < STEPS_OF_A_WALK) {
        for (let left = 1 + below(MOST_STEPS_AT_ONCE); left > 0; left -= 1) {
          const name = pick(Object.keys(STEPS));
          done.push(name);
          await STEPS[name]({ page, state, pick });
          since.push(kept());
        }
        await atRest(page);
        assert.deepEqual(errors, []);
        for (const download of saved.splice(0)) isOneOf(readFileSync(await download.path(), "utf8"), since);
        since = [kept()];
        if (state.isUnsure) await removeAll(page, state);
        else await look(page, state);
      }
    } catch (error) {
      const steps = `after ${done.length} steps, the last of them: ${done.slice(-30).join(", ")}`;
      throw new Error(`seed ${seed}, ${steps}`, { cause: error });
    }
    await close();
  });
}
