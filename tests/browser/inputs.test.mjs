// What people drop by mistake, and files with damage: each is told what is wrong, and costs the others nothing.

import assert from "node:assert/strict";
import {
  appendFileSync, mkdirSync, openSync, closeSync, rmSync, truncateSync, writeFileSync, writeSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
  PNG, WAYS, browser, card, download, drop, exportedSummary, figureBecomes, file, folder, goTo, holdReading, openPage,
  prepare, untilRead, writeSample,
} from "./open.mjs";

const HEADER = "callere164,starttime,stoptime,holdtime,endreason,enddirection,calleegatewayid\n";
const CALL = "12025550101,1772452800000,1772452860000,60,-7,0,VEND1\n";
const FAILED = "12025550102,1772452801000,1772452801000,0,503,1,VEND1\n";

prepare();

for (const way of Object.keys(WAYS)) {
  test(`bad files beside a good one, ${way}`, async () => {
    const { page, errors, close } = await openPage(browser, way);
    await drop(page, [
      file("empty.csv", ""),
      file("photo.csv", PNG),
      file("letter.txt", "Dear customer,\nplease find attached\n"),
      file("no-start.csv", "callere164,calleee164,holdtime,endreason\n1,2,5,16\n"),
      file("workbook.xlsx", Buffer.from(`PK\x03\x04${"\0".repeat(26)}[Content_Types].xml\xff`, "latin1")),
      file("good.csv", HEADER + CALL + FAILED),
    ]);
    await untilRead(page);
    await figureBecomes(page, "Calls", "2");
    await page.getByRole("link", { name: "Files" }).click();
    await page.getByText("1 file read, 5 not read").waitFor();
    for (const [name, words] of [
      ["empty.csv", "The file is empty"],
      ["photo.csv", "This is a picture."],
      ["letter.txt", "no call detail records were found in it. Its first line: Dear customer,"],
      ["letter.txt", "What would work"],
      ["no-start.csv", "A column is missing that nothing can be said without: start time."],
      ["workbook.xlsx", "This workbook cannot be opened"],
      ["workbook.xlsx", "save its sheet as CSV"],
      ["good.csv", "2 rows = 2 calls + 0 set aside"],
    ]) {
      await card(page, name).getByText(words).waitFor();
    }
    assert.deepEqual(errors, []);
    await close();
  });

  test(`damaged rows are counted, shown and saved, ${way}`, async () => {
    const { page, errors, close } = await openPage(browser, way);
    const path = file("damaged.csv", HEADER + CALL + "tomorrow" + CALL.slice(11));
    appendFileSync(path, FAILED + ",".repeat(99_999) + "\n" + CALL);
    const handle = openSync(path, "a");
    for (let megabyte = 0; megabyte < 50; megabyte++) writeSync(handle, "x".repeat(1_000_000));
    closeSync(handle);
    appendFileSync(path, `\n${FAILED}12025550103,tomorrow,,0,503,1,\n=1+1,1772452`);
    await drop(page, [path]);
    await untilRead(page);
    await figureBecomes(page, "Calls", "5");
    await page.getByText("9 rows = 5 calls + 4 set aside").waitFor();
    await page.getByRole("link", { name: "Files", exact: true }).click();
    const table = page.getByRole("table", { name: "Rows that could not be read" });
    const rows = await table.getByRole("row").evaluateAll((all) =>
      all.slice(1).map((row) => [...row.cells].map((cell) => cell.innerText)));
    assert.deepEqual(rows.map((cells) => cells.slice(0, 3)), [
      ["5", "", "100,000 columns instead of 7"],
      ["7", "", "The line has 50 MB; a row may have 1.0 MB. The first 4.1 kB are kept"],
      ["9", "2", "Start time is no time"],
      ["10", "", "2 columns instead of 7"],
    ]);
    const saved = await download(page, () => page.getByRole("button", { name: "Download 4 rows as CSV" }).click());
    assert.equal(saved.name, "damaged.csv.set-aside.csv");
    const lines = saved.text.split("\r\n");
    assert.equal(lines[0], "file,line,column,reason,text");
    assert.equal(lines[3], 'damaged.csv,9,2,Start time is no time,"12025550103,tomorrow,,0,503,1,"');
    assert.equal(lines[4], 'damaged.csv,10,,2 columns instead of 7,"\'=1+1,1772452"');
    assert.deepEqual(errors, []);
    await close();
  });

  test(`a file that changes and one that vanishes while others are read, ${way}`, async () => {
    const { page, close } = await openPage(browser, way);
    const { path } = writeSample(folder, "slow.txt", ["--rows", "300000", "--format", "text18"]);
    const [changing, vanishing] = [file("changing.csv", HEADER + CALL), file("vanishing.csv", HEADER + CALL)];
    const good = file("last.csv", HEADER + CALL);
    const held = await holdReading(page, "Read", ["changing.csv", "vanishing.csv"]);
    await drop(page, [path, changing, vanishing, good]);
    await page.getByRole("progressbar", { name: "Reading" }).waitFor();
    truncateSync(changing, 20);
    rmSync(vanishing);
    await held.letGo();
    await untilRead(page);
    await figureBecomes(page, "Calls", "300,001");
    await page.getByRole("link", { name: "Files", exact: true }).click();
    for (const name of ["changing.csv", "vanishing.csv"]) {
      await card(page, name).getByText("The file could not be read").waitFor();
    }
    await close();
  });

  test(`a file that gives fewer bytes than it has, ${way}`, async () => {
    const { page, errors, close } = await openPage(browser, way);
    await drop(page, [file("before.csv", HEADER + CALL)]);
    await untilRead(page);
    const shorten = () => {
      const read = Blob.prototype.arrayBuffer;
      Blob.prototype.arrayBuffer = async function () { return (await read.call(this)).slice(0, 20); };
    };
    await Promise.all(page.workers().map((worker) => worker.evaluate(shorten)));
    await drop(page, [file("shorter.csv", HEADER + CALL + FAILED)]);
    await untilRead(page);
    await figureBecomes(page, "Calls", "1");
    await goTo(page, "Files");
    await card(page, "shorter.csv").getByText("The file became shorter while it was read.").waitFor();
    assert.deepEqual(errors, []);
    await close();
  });

  test(`cancel stops at once and keeps nothing of the drop, ${way}`, async () => {
    const { page, errors, close } = await openPage(browser, way);
    await drop(page, [file("before.csv", HEADER + CALL)]);
    await untilRead(page);
    const { path } = writeSample(folder, "large.txt", ["--rows", "400000", "--format", "text18"]);
    const held = await holdReading(page, "Piece", ["large.txt"]);
    await drop(page, [file("first.csv", HEADER + CALL + FAILED), path]);
    await page.getByRole("button", { name: "Cancel" }).click();
    await held.forget();
    await page.getByText("Cancelled. Nothing of these files was kept.").waitFor();
    await figureBecomes(page, "Calls", "1");
    // A second drop starts afresh, and what the first one had under way does not come back.
    await drop(page, [file("after.csv", HEADER + CALL + FAILED + FAILED)]);
    await untilRead(page);
    await figureBecomes(page, "Calls", "4");
    assert.deepEqual((await exportedSummary(page)).file_list.map(({ name }) => name), ["before.csv", "after.csv"]);
    assert.deepEqual(errors, []);
    await close();
  });

  test(`a folder is read with all that is in it, and the same file counts once, ${way}`, async () => {
    const { page, errors, close } = await openPage(browser, way);
    const below = join(folder, "switch", "cdr");
    mkdirSync(below, { recursive: true });
    for (let hour = 0; hour < 3; hour++)
      writeFileSync(join(below, `202603020${hour}.csv`), HEADER + CALL.replace("4528", `${4528 + 36 * hour}`));
    writeFileSync(join(below, ".DS_Store"), "\0\0\0\x01Bud1");
    await drop(page, [join(folder, "switch")]);
    await untilRead(page);
    await figureBecomes(page, "Calls", "3");
    assert.deepEqual(
      (await exportedSummary(page)).file_list.map(({ name }) => name),
      [0, 1, 2].map((hour) => `switch/cdr/202603020${hour}.csv`),
    );
    await drop(page, [join(folder, "switch")]);
    await page.getByText("3 files were there already. They were not counted twice.").waitFor();
    await figureBecomes(page, "Calls", "3");
    assert.deepEqual(errors, []);
    await close();
  });
}
