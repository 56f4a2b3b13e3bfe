// What a file does not say of itself and a person does: which column is what, and in which zone its times are.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  SERVED, browser, card, caseFile, download, drop, exportedSummary, figureBecomes, file, goTo, prepare, untilRead,
  usePage,
} from "./open.mjs";

prepare();

// Its header: Nummer A,Nummer B,Leitung rein,Leitung raus,Anfang,Sprechzeit,Preis,Ursache
const UNKNOWN = "mapping-unknown-names.csv";
/** Another file with that header. */
const another = (name) => {
  const [header] = readFileSync(caseFile(UNKNOWN), "utf8").split("\n");
  return file(
    name,
    `${header}\n` + "1,2,A,B,2026-03-03 08:00:00,90,0.2,x\n1,3,A,B,2026-03-03 08:01:00,0,0,y\n".repeat(2),
  );
};

const dialogOf = (page) => page.getByRole("dialog", { name: "Which column is what?" });
const field = (page, name) => dialogOf(page).getByRole("combobox", { name, exact: true });
const chosen = (select) => select.evaluate((element) => element.selectedOptions[0].text);
const read = (page) => dialogOf(page).getByRole("button", { name: "Read with these columns" });
const mappings = (page) => page.getByRole("region", { name: "Your mappings" });
const asksForColumns = (page, name) => card(page, name).getByRole("button", { name: "Say which column is what" });

/** A page that was there before, without its files. */
const reload = async (page, requests) => {
  await page.reload();
  await page.getByRole("navigation", { name: "Pages" }).waitFor();
  requests.length = 0;
};

test("a person says once which column is what, and gives it to others", async () => {
  let saved;
  await usePage(browser, SERVED, async ({ page, requests }) => {
    await drop(page, [caseFile(UNKNOWN)]);
    await card(page, UNKNOWN).getByText("This is a table of 8 columns, but what they are is not known.").waitFor();
    await asksForColumns(page, UNKNOWN).click();
    // What can be guessed is chosen already.
    for (const [name, column] of [["Start time", "5: Anfang"], ["Caller", "1: Nummer A"], ["Callee", "2: Nummer B"]]) {
      assert.equal(await chosen(field(page, name)), column);
    }
    assert.equal(await chosen(field(page, "Talk time")), "not in this file");
    assert.ok(await read(page).isDisabled());
    await field(page, "Talk time").selectOption("8: Ursache");
    await dialogOf(page).getByText("NormalCallClearing(16) is no duration").waitFor();
    await field(page, "Talk time").selectOption("6: Sprechzeit");
    await dialogOf(page).getByText("60 s", { exact: true }).waitFor();
    assert.equal(await dialogOf(page).getByText("is no duration").count(), 0);
    await field(page, "End reason").selectOption("8: Ursache");
    await dialogOf(page).getByRole("textbox", { name: "Name of this mapping" }).fill("Leitstelle");
    await read(page).click();
    await card(page, UNKNOWN).getByText("3 rows = 3 calls + 0 set aside").waitFor();
    await mappings(page).getByText("Leitstelle", { exact: true }).waitFor();
    await goTo(page, "End reasons");
    await figureBecomes(page, "Calls", "3");
    const { answered, talk_seconds, file_list } = await exportedSummary(page);
    assert.deepEqual([answered, talk_seconds, file_list[0].format], [1, 60, "mapping"]);

    // It is kept: another file with these columns is read at once.
    await reload(page, requests);
    await drop(page, [another("tomorrow.csv")]);
    await untilRead(page);
    await figureBecomes(page, "Calls", "4");
    assert.equal((await exportedSummary(page)).talk_seconds, 180);
    await goTo(page, "Files");
    await card(page, "tomorrow.csv").getByText("Read by your mapping “Leitstelle”, which fits it.").waitFor();
    saved = await download(page, () => page.getByRole("button", { name: "Export mappings" }).click());
    assert.equal(saved.name, "cdr-lens-mappings.json");
  });
  // A colleague takes it over, and forgets it again.
  await usePage(browser, SERVED, async ({ page, requests }) => {
    await page.getByLabel("Import mappings").setInputFiles(file("mappings.json", saved.text));
    await page.getByText("1 mapping taken over.").waitFor();
    await drop(page, [another("theirs.csv")]);
    await untilRead(page);
    await figureBecomes(page, "Calls", "4");
    await goTo(page, "Files");
    await mappings(page).getByRole("button", { name: "Forget Leitstelle" }).click();
    await page.getByText("Leitstelle", { exact: true }).waitFor({ state: "hidden" });
    await reload(page, requests);
    await drop(page, [another("forgotten.csv")]);
    await asksForColumns(page, "forgotten.csv").waitFor();
  });
});

test("a mapping whose unit is unknown is not taken over, and the page says which", () =>
  usePage(browser, SERVED, async ({ page }) => {
    const mapping = (name, unit) => ({
      name, header: ["a", "b"], columns: 2, fields: { start: 0, hold_time: 1 }, units: { hold_time: unit },
    });
    const take = (...all) =>
      page.getByLabel("Import mappings").setInputFiles(file("mappings.json", JSON.stringify(all)));
    await take(mapping("Minutes", "min"), mapping("Seconds", "s"));
    await page.getByText("the unit of talk time in “Minutes” is “min”. Units are s, ms, us.").waitFor();
    assert.equal(
      await page.getByRole("button", { name: "Forget Minutes" })
        .or(page.getByRole("button", { name: "Forget Seconds" })).count(),
      0,
    );
    await take(mapping("Millis", "ms"), mapping("As it was written before", 1000));
    await page.getByText("2 mappings taken over.").waitFor();
  }));

test("columns without a header are said with the keyboard alone", () => usePage(browser, SERVED, async ({ page }) => {
  const name = "mapping-no-header.csv";
  await drop(page, [caseFile(name)]);
  await asksForColumns(page, name).press("Enter");
  await dialogOf(page).waitFor();
  await page.keyboard.press("Escape");
  await dialogOf(page).waitFor({ state: "hidden" });
  await asksForColumns(page, name).press("Enter");
  assert.equal(await chosen(dialogOf(page).getByRole("combobox", { name: "The first row is" })), "a call");
  assert.equal(await chosen(field(page, "Start time")), "Column 5");
  for (const [label, column] of [["Talk time", "Column 6"], ["End reason", "Column 7"]]) {
    await field(page, label).focus();
    await field(page, label).selectOption(column);
  }
  await dialogOf(page).getByRole("textbox", { name: "Name of this mapping" }).focus();
  // The file's own name is suggested.
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("no header");
  await read(page).press("Enter");
  await card(page, name).getByText("3 rows = 3 calls + 0 set aside").waitFor();
  await mappings(page).getByText("no header", { exact: true }).waitFor();
  await goTo(page, "End reasons");
  await figureBecomes(page, "Answered", "1");
}));

test("a column is dragged onto its field", () => usePage(browser, SERVED, async ({ page }) => {
  await drop(page, [caseFile(UNKNOWN)]);
  await asksForColumns(page, UNKNOWN).click();
  const chip = dialogOf(page).getByRole("listitem").filter({ hasText: /^\s*6: Sprechzeit\s*$/ });
  // Let go over the combobox, which is in the field's row.
  await chip.dragTo(field(page, "Talk time"));
  await dialogOf(page).getByText("60 s", { exact: true }).waitFor();
  assert.equal(await chosen(field(page, "Talk time")), "6: Sprechzeit");
  await read(page).click();
  await card(page, UNKNOWN).getByText("3 rows = 3 calls + 0 set aside").waitFor();
}));

test("times without a zone are read in the one that a person says once", () =>
  usePage(browser, SERVED, async ({ page, requests }) => {
    const text = "starttime,holdtime,endreason\n2026-01-15 12:00:00,60,-7\n2026-07-15 12:00:00,0,503\n";
    const asks = page.getByRole("region", { name: "Time zone of the files" }).filter({ has: page.getByRole("button") });
    const starts = async () => {
      const { calls, first_start, last_start } = await exportedSummary(page);
      assert.equal(calls, 2);
      return [first_start, last_start];
    };
    await drop(page, [file("local.csv", text)]);
    await untilRead(page);
    assert.deepEqual(await starts(), ["2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z"]);
    const choice = asks.getByRole("combobox", { name: "Choose a zone" });
    assert.equal(await choice.evaluate((select) => select.options[0].text), "UTC");
    await choice.selectOption("Asia/Shanghai");
    await asks.getByRole("button", { name: "Read them in that zone" }).click();
    await asks.waitFor({ state: "hidden" });
    await page.getByRole("region", { name: "Figures" }).getByText("2026-01-15 04:00:00").waitFor();
    await untilRead(page);
    assert.deepEqual(await starts(), ["2026-01-15T04:00:00Z", "2026-07-15T04:00:00Z"]);

    // It is remembered, and can be changed.
    await reload(page, requests);
    await drop(page, [file("later.csv", text)]);
    await untilRead(page);
    assert.equal(await asks.count(), 0);
    assert.deepEqual(await starts(), ["2026-01-15T04:00:00Z", "2026-07-15T04:00:00Z"]);
    await goTo(page, "Files");
    await card(page, "later.csv").getByText("They are taken as those of Asia/Shanghai.").waitFor();
    await page.getByRole("combobox", { name: "Time zone of the files" }).selectOption("America/New_York");
    await card(page, "later.csv").getByText("They are taken as those of America/New_York.").waitFor();
    await goTo(page, "End reasons");
    await untilRead(page);
    assert.deepEqual(await starts(), ["2026-01-15T17:00:00Z", "2026-07-15T16:00:00Z"]);
  }));
