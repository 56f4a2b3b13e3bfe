// What a person does with the report, with the mouse and without.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import {
  SERVED, WAYS, drop, endReasonRows, exportedSummary, figure, launch, openPage, scratch, untilRead,
} from "./open.mjs";

let browser, folder;
before(async () => {
  browser = await launch();
  folder = scratch();
});
after(() => browser?.close());

const trySample = async (page) => {
  await page.getByRole("button", { name: "Try it with a sample" }).click();
  await untilRead(page);
};

for (const way of Object.keys(WAYS)) {
  test(`the sample is made on the page, and is the same each time, ${way}`, async () => {
    const { page, errors, requests, close } = await openPage(browser, way);
    await trySample(page);
    assert.equal(await figure(page, "Calls"), "40,000");
    const first = await exportedSummary(page);
    await page.getByRole("link", { name: "Files", exact: true }).click();
    await page.getByRole("button", { name: "Remove all files" }).click();
    await page.getByRole("heading", { name: "See why your calls ended" }).waitFor();
    await trySample(page);
    assert.deepEqual(await exportedSummary(page), first);
    assert.deepEqual(requests.filter((url) => !url.startsWith("blob:")), []);
    assert.deepEqual(errors, []);
    await close();
  });
}

test("an end reason says what it means and what to do", async () => {
  const { page, errors, close } = await openPage(browser, SERVED);
  await trySample(page);
  await page.getByRole("button", { name: "Service Unavailable" }).click();
  const detail = page.getByRole("complementary", { name: "Service Unavailable" });
  for (const heading of ["What it means", "Usual cause", "What to do", "In these files"]) {
    await detail.getByRole("heading", { name: heading }).waitFor();
  }
  const text = await detail.innerText();
  assert.match(text, /SIP 503/);
  assert.match(text, /of all calls/);
  assert.match(text, /Hung up by the caller [\d.]+ %/);
  assert.match(text, /Post-dial delay: [\d.]+ s in the middle/);
  assert.match(text, /Terminating gateways: RG_COBALT [\d.]+ %/);
  assert.match(text, /Originating gateways: /);
  assert.match(text, /Called numbers beginning with: /);
  // The sample's vendor congests from 14:00 to 16:00.
  assert.match(text, /largest at 2026-03-02 1[45]:00:00/);
  // One that nobody has a name for says so, and what to look at.
  await page.getByRole("button", { name: "Server reason -36 (not known)" }).click();
  await page.getByRole("complementary").getByText("What this end reason means is not known").waitFor();
  assert.deepEqual(errors, []);
  await close();
});

test("what is not certain about an end reason is said beside it", async () => {
  const { page, close } = await openPage(browser, SERVED);
  const path = join(folder, "uncertain.csv");
  const rows = ["13", "11", "11", "5", "媒体超时", "媒体超时", "-69"]
    .map((reason) => `1772452800000,${reason === "11" ? 9 : 0},${reason}\n`);
  writeFileSync(path, "starttime,holdtime,endreason\n" + rows.join(""));
  await drop(page, [path]);
  await untilRead(page);
  await page.getByRole("combobox", { name: "Numbers read as" }).selectOption("The guide's end reasons 1 to 25");
  for (const [name, words] of [
    ["Server Forced Release", "Their impact is our own placing."],
    ["Network Congestion", "The category here follows the code table"],
    ["Media timeout", "The Chinese wording is a translation"],
    ["Server reason -69 (no usable route?)", "the meaning is inferred from live data"],
  ]) {
    await page.getByRole("button", { name }).click();
    await page.getByRole("complementary", { name }).getByText(words).waitFor();
  }
  await close();
});

test("every figure has its definition one click away", async () => {
  const { page, close } = await openPage(browser, SERVED);
  await trySample(page);
  for (const name of [
    "Calls", "Answered", "ASR", "ACD", "Talk minutes", "Period", "Share", "Category", "Impact", "Family", "Talk time",
  ]) {
    const button = page.getByRole("button", { name: `What is ${name}?` });
    await button.click();
    const note = page.getByRole("note");
    assert.ok((await note.innerText()).length > 40, name);
    assert.equal(await button.getAttribute("aria-expanded"), "true");
    await page.keyboard.press("Escape");
    assert.equal(await note.count(), 0);
  }
  await close();
});

test("the table sorts by every column and groups", async () => {
  const { page, close } = await openPage(browser, SERVED);
  await trySample(page);
  const column = async (at) => (await endReasonRows(page)).map((cells) => cells[at]);
  const number = (text) => Number(text.replaceAll(",", ""));
  const heading = (name) => page.getByRole("columnheader", { name }).getByRole("button", { name, exact: true });

  await heading("Code").click();
  const codes = (await column(0)).map(number);
  assert.deepEqual(codes, codes.toSorted((a, b) => a - b));
  assert.equal(await page.getByRole("columnheader", { name: "Code" }).getAttribute("aria-sort"), "ascending");
  await heading("Code").click();
  assert.deepEqual((await column(0)).map(number), codes.toReversed());
  await heading("Answered").click();
  const answered = (await column(7)).map(number);
  assert.deepEqual(answered, answered.toSorted((a, b) => b - a));
  await heading("Name").click();
  const names = (await column(1)).map((name) => name.toLowerCase());
  assert.deepEqual(names, names.toSorted());

  const before = await endReasonRows(page);
  await page.getByRole("combobox", { name: "Group by" }).selectOption("Category");
  const groups = await page.getByRole("rowheader").filter({ hasText: /: [\d,]+ calls?, / }).allInnerTexts();
  const calls = groups.map((text) => number(text.match(/: ([\d,]+) call/)[1]));
  assert.deepEqual(calls, calls.toSorted((a, b) => b - a));
  assert.equal(calls.reduce((sum, next) => sum + next), 40_000);
  assert.ok(groups.some((text) => text.startsWith("Capacity: ")));
  const grouped = await endReasonRows(page);
  assert.equal(grouped.length, before.length);
  for (const row of before) assert.ok(grouped.some((other) => other.join() === row.join()), row.join());

  // By outcome, the answered calls of a row are apart from its others; no call is lost.
  await page.getByRole("combobox", { name: "Group by" }).selectOption("Outcome");
  const outcomes = await page.getByRole("rowheader").filter({ hasText: /: [\d,]+ calls?, / }).allInnerTexts();
  const all = `Answered: ${await figure(page, "Answered")} calls`;
  assert.ok(outcomes.some((text) => text.startsWith(all)), outcomes.join("; "));
  const byOutcome = await endReasonRows(page);
  assert.equal(byOutcome.reduce((sum, cells) => sum + number(cells[5]), 0), 40_000);
  assert.equal(byOutcome.filter((cells) => cells[1] === "Caller hang-up").length, 2);
  await close();
});

test("what hurts most comes first, and what is normal is at the end", async () => {
  const { page, close } = await openPage(browser, SERVED);
  await trySample(page);
  const rows = await endReasonRows(page);
  assert.equal(rows[0][1], "Service Unavailable");
  const place = (name) => rows.findIndex((cells) => cells[1] === name);
  assert.ok(place("Illegal call") < place("Not Found") && place("Not Found") < place("Caller hang-up"));
  await close();
});

test("numbers are read as the person says, without reading the file again", async () => {
  const { page, close } = await openPage(browser, SERVED);
  const path = join(folder, "unsure.csv");
  writeFileSync(path, "starttime,holdtime,endreason\n1772452800000,0,17\n1772452801000,0,16\n1772452802000,0,3\n");
  await drop(page, [path]);
  await untilRead(page);
  await page.getByText("Not sure: the numbers 1 to 25 could be either list").waitFor();
  const choose = page.getByRole("combobox", { name: "Numbers read as" });
  await choose.selectOption("The guide's end reasons 1 to 25");
  assert.deepEqual(
    (await endReasonRows(page)).map((cells) => cells[1]).sort(),
    ["Authentication Failed", "No Answer", "Unauthorized IP"],
  );
  await choose.selectOption("Live codes: negative, Q.850, SIP");
  assert.deepEqual((await endReasonRows(page)).map((cells) => cells[2]), ["Q.850", "Q.850", "Q.850"]);
  await close();
});

test("a file with answered calls only has no answer seizure ratio", async () => {
  const { page, close } = await openPage(browser, SERVED);
  const path = join(folder, "answered.csv");
  writeFileSync(path, "starttime,holdtime,endreason\n1772452800000,7,-7\n1772452801000,9,-8\n");
  await drop(page, [path]);
  await untilRead(page);
  assert.equal(await figure(page, "ASR"), "not measurable");
  await page.getByText("SS_CDR_RECORD_NONCONNECT").waitFor();
  await close();
});

test("few calls are marked as weak", async () => {
  const { page, close } = await openPage(browser, SERVED);
  const path = join(folder, "few.csv");
  writeFileSync(
    path, "starttime,holdtime,endreason\n" + "1772452800000,7,-7\n".repeat(3) + "1772452800000,0,503\n".repeat(7),
  );
  await drop(page, [path]);
  await untilRead(page);
  assert.match(await figure(page, "ASR"), /^30\.0 %\s+weak: 10 calls only, likely 10\.8 % to 60\.3 %$/);
  await close();
});

test("times are shown in the zone that the person picks, and the choice is remembered", async () => {
  const { page, close } = await openPage(browser, SERVED);
  const path = join(folder, "zone.csv");
  writeFileSync(path, "starttime,holdtime,endreason\n1772452800000,7,-7\n1772452800000,0,503\n");
  await drop(page, [path]);
  await untilRead(page);
  assert.match(await figure(page, "Period"), /2026-03-02 12:00:00/);
  await page.getByRole("combobox", { name: "Times shown in" }).selectOption("This machine's zone (Asia/Shanghai)");
  assert.match(await figure(page, "Period"), /2026-03-02 20:00:00/);
  await page.reload();
  await page.getByRole("navigation", { name: "Pages" }).waitFor();
  await drop(page, [path]);
  await untilRead(page);
  assert.match(await figure(page, "Period"), /2026-03-02 20:00:00/);
  await close();
});

test("all of it works with the keyboard alone", async () => {
  const { page, close } = await openPage(browser, SERVED);
  const tabTo = async (locator) => {
    for (let presses = 0; presses < 60; presses++) {
      if (await locator.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`the keyboard does not reach ${locator}`);
  };
  const chosen = page.waitForEvent("filechooser");
  await tabTo(page.getByRole("button", { name: "Choose files" }));
  await page.keyboard.press("Enter");
  const chooser = await chosen;
  const path = join(folder, "keyboard.csv");
  writeFileSync(path, "starttime,holdtime,endreason\n1772452800000,7,-7\n1772452801000,0,503\n1772452801000,0,486\n");
  await chooser.setFiles([path]);
  await untilRead(page);
  assert.equal(await figure(page, "Calls"), "3");
  await tabTo(page.getByRole("button", { name: "Busy Here" }));
  await page.keyboard.press("Enter");
  await page.getByRole("complementary", { name: "Busy Here" }).waitFor();
  await close();
});

test("an address that leads nowhere leads back", async () => {
  const { page, close } = await openPage(browser, SERVED, { fragment: "#/nowhere" });
  await page.getByText("There is no such page.").waitFor();
  await page.getByRole("link", { name: "Go to Files" }).click();
  await page.getByRole("heading", { name: "See why your calls ended" }).waitFor();
  await close();
});

test("nothing runs off the side of a narrow screen, light or dark", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const { page, close } = await openPage(browser, SERVED, { viewport: { width: 360, height: 740 }, colorScheme });
    const overflow = () => page.evaluate(() =>
      document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(await overflow(), 0);
    await trySample(page);
    assert.equal(await overflow(), 0);
    await page.getByRole("link", { name: "Files", exact: true }).click();
    assert.equal(await overflow(), 0);
    await close();
  }
});
