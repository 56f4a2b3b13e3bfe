// Figures of the page against the same counted here: the page's numbers have 32 bits where those of the native tests
// have 64.

import assert from "node:assert/strict";
import { test } from "node:test";
import { WAYS, browser, drop, file, goTo, prepare, untilRead, usePage } from "./open.mjs";

prepare();

// Every second call says nothing but when it was.
const CALLS = Array.from({ length: 100 }, (_, at) => ({ start: 1772452800000 + at * 1000, says: at % 2 === 0 }));
const HEADER = "starttime,holdtime,endreason,enddirection,callerpdd,calleee164";
const row = ({ start, says }) => `${start},0,486,${says ? "0,200,24740001" : ",,"}`;

/** Each field's group of the calls that say it, and the group of the others. */
const GROUPS = {
  "Who hung up": ["The caller", "not said"],
  "Post-dial delay": ["0–0.5 s", "not said"],
  "Country": ["Ascension Island", "no country"],
};

for (const way of Object.keys(WAYS)) {
  test(`calls that say nothing are a group of their own, ${way}`, () => usePage(browser, way, async ({ page }) => {
    await drop(page, [file("half.csv", `${HEADER}\n${CALLS.map(row).join("\n")}\n`)]);
    await untilRead(page);
    await goTo(page, "Break-down");
    for (const [field, names] of Object.entries(GROUPS)) {
      await page.getByRole("combobox", { name: "Break down by", exact: true }).selectOption({ label: field });
      const table = page.getByRole("table", { name: field, exact: true });
      await table.waitFor();
      const rows = await table.locator("tbody").getByRole("row").evaluateAll((rows) =>
        rows.map((row) => [row.cells[0].innerText.trim(), Number(row.cells[1].innerText.trim())]));
      const expected = names.map((name, silent) => [name, CALLS.filter(({ says }) => says === (silent === 0)).length]);
      assert.deepEqual(rows.sort(), expected.sort(), field);
    }
  }));
}
