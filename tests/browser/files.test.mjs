// Files of every kind, packed and mixed: each says what it was taken for, and the figures are those that are counted
// here.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import zlib from "node:zlib";
import {
  PNG, SERVED, WAYS, browser, card, caseFile, drop, exportedSummary, figureBecomes, file, folder, goTo, holdReading,
  prepare, untilRead, usePage, writeSample,
} from "./open.mjs";

const NOON = 1772452800000;

prepare();

/** Calls with serial numbers from `serial` on, every third of them answered. */
const calls = (count, serial, start = NOON) =>
  Array.from({ length: count }, (_, at) => ({
    serial: serial + at, start: start + at * 7000, talk: at % 3 === 0 ? 11 + at : 0,
  }));
/** The file that the softswitch writes each hour. */
const hourly = (all) =>
  all
    .map(({ serial, start, talk }) => {
      const [ends, gateway] = talk > 0 ? ["-7|0", "VEND-1"] : ["503|1", "VEND-2"];
      const rest = "192.0.2.10|198.51.100.20|Example UA 1.0|Example GW|12025550101|442079460001|0|1";
      return `12025550101|442079460001|${start}|${start + talk * 1000}|${talk}|${ends}|CUST-A|${gateway}|` +
        `${rest}|${serial}\n`;
    })
    .join("");
const csv = (all) =>
  "flowno,starttime,holdtime,endreason,callere164\n" +
  all.map(({ serial, start, talk }) => `${serial},${start},${talk},${talk > 0 ? -7 : 486},12025550102\n`).join("");

/** Counts rows by themselves: line by line, cell by cell. `talkAt`: the column of the talk time, from 0. */
const counted = (text, delimiter, talkAt, headers) => {
  const talks = text.trimEnd().split(/\r?\n/).slice(headers).map((line) => Number(line.split(delimiter)[talkAt]));
  return {
    calls: talks.length, answered: talks.filter((talk) => talk > 0).length,
    talk_seconds: talks.reduce((a, b) => a + b, 0),
  };
};
const sum = (parts) =>
  parts.reduce((all, part) => Object.fromEntries(Object.keys(all).map((key) => [key, all[key] + part[key]])));
const agree = (summary, expected) =>
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, summary[key]])), expected);

// Node 20 has it from 20.15 on.
const crc32 = zlib.crc32 ?? ((bytes) => {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
});

/** A zip archive of files, each its path and its text. */
const zip = (entries) => {
  const [files, directory] = [[], []];
  let offset = 0;
  for (const [name, text] of entries) {
    const [path, plain] = [Buffer.from(name), Buffer.from(text)];
    const packed = zlib.deflateRawSync(plain);
    // Version, flags, method, time, date, checksum, both sizes, lengths of the name and of what is extra.
    const facts = Buffer.alloc(26);
    [20, 0, 8, 0, 0x5c62].forEach((value, at) => facts.writeUInt16LE(value, at * 2));
    [crc32(plain), packed.length, plain.length].forEach((value, at) => facts.writeUInt32LE(value, 10 + at * 4));
    facts.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = [Buffer.from("PK\x03\x04"), facts, path, packed];
    offset += local.reduce((length, part) => length + part.length, 0);
    files.push(...local);
    directory.push(Buffer.from("PK\x01\x02\x14\0"), facts, place, path);
  }
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  for (const at of [8, 10]) end.writeUInt16LE(entries.length, at);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
};

for (const way of Object.keys(WAYS)) {
  test(`a folder with files of all kinds, ${way}`, () => usePage(browser, way, async ({ page }) => {
    mkdirSync(join(folder, "mixed", "db"), { recursive: true });
    const [text, table] = [hourly(calls(40, 900_000_000)), csv(calls(25, 910_000_000))];
    const client = readFileSync(caseFile("client-chinese-gb18030.csv"));
    file("mixed/2026030212.txt.gz", zlib.gzipSync(text));
    file("mixed/db/e_cdr.csv", table);
    file("mixed/client.csv", client);
    file("mixed/screen.png", PNG);
    const decoded = new TextDecoder("gb18030").decode(client);
    const talkAt = decoded.split(/\r?\n/, 1)[0].split(",").indexOf("通话时长");
    const expected = sum([counted(text, "|", 4, 0), counted(table, ",", 2, 1), counted(decoded, ",", talkAt, 1)]);

    await drop(page, [join(folder, "mixed")]);
    await untilRead(page);
    await figureBecomes(page, "Calls", String(expected.calls));
    await figureBecomes(page, "Answered", String(expected.answered));
    agree(await exportedSummary(page), { ...expected, files: 3, rows: expected.calls, set_aside: 0, duplicates: 0 });
    await goTo(page, "Files");
    await page.getByText("3 files read, 1 not read").waitFor();
    for (const [name, words] of [
      ["2026030212.txt.gz", "Taken for VOS3000 softswitch text CDR"],
      ["2026030212.txt.gz", "18 columns between | signs, no header, in gzip."],
      ["2026030212.txt.gz", "40 rows = 40 calls + 0 set aside"],
      ["db/e_cdr.csv", "Taken for VOS3000 e_cdr: 5 of 5 column names are known."],
      ["client.csv", "Taken for VOS3000 client (中文): 35 of 35 column names are known."],
      ["screen.png", "This is a picture."],
    ]) {
      await card(page, `mixed/${name}`).getByText(words).waitFor();
    }
  }));
}

test("a zip of a day's hourly files is 24 files", () => usePage(browser, SERVED, async ({ page }) => {
  const ofHour = (hour) => calls(5 + hour, 920_000_000 + hour * 1000, NOON + hour * 3_600_000);
  const hours = Array.from({ length: 24 }, (_, hour) => hourly(ofHour(hour)));
  const name = (hour) => `cdr/20260302${String(hour).padStart(2, "0")}.txt`;
  await drop(page, [file("day.zip", zip(hours.map((text, hour) => [name(hour), text])))]);
  await untilRead(page);
  const expected = sum(hours.map((text) => counted(text, "|", 4, 0)));
  await figureBecomes(page, "Calls", String(expected.calls));
  const summary = await exportedSummary(page);
  agree(summary, { ...expected, files: 24, rows: expected.calls, set_aside: 0, duplicates: 0 });
  assert.deepEqual(summary.file_list.map((one) => one.name), hours.map((_, hour) => `day.zip/${name(hour)}`));
  await goTo(page, "Files");
  await card(page, "day.zip").getByText("Unpacked", { exact: true }).waitFor();
  await card(page, "day.zip").getByText("24 files in it, each below.").waitFor();
  assert.equal(await page.getByRole("article", { name: "day.zip/cdr/" }).count(), 24);
  await card(page, `day.zip/${name(23)}`).getByText("28 rows = 28 calls + 0 set aside").waitFor();
}));

test("Chinese is read by its bytes, and otherwise where a person says so", () =>
  usePage(browser, SERVED, async ({ page }) => {
    const client = card(page, "client-chinese-gb18030.csv");
    const isRead = async () => {
      await client.getByText("Taken for VOS3000 client (中文)").waitFor();
      await client.getByText(/GB18030: \d+ characters beyond ASCII, all well-formed/).waitFor();
      await client.getByText("First rows", { exact: true }).click();
      const rows = client.getByRole("table", { name: "First rows" });
      for (const name of ["客户甲", "主叫挂断", "被叫不在线"]) await rows.getByRole("cell", { name, exact: true }).waitFor();
    };
    await drop(page, [caseFile("client-chinese-gb18030.csv")]);
    await untilRead(page);
    await goTo(page, "Files");
    await isRead();
    await client.getByRole("combobox", { name: "Encoding" }).selectOption("windows-1252");
    await client.getByText("This is a table of 35 columns, but what they are is not known.").waitFor();
    await client.getByRole("combobox", { name: "Encoding" }).selectOption("As its bytes say");
    await isRead();
    await goTo(page, "End reasons");
    await figureBecomes(page, "Calls", "3");
  }));

test("a workbook with a title above its labels", () => usePage(browser, SERVED, async ({ page }) => {
  const [facts] = readFileSync(caseFile("xlsx-title-row.toml"), "utf8").split("[[");
  const numbers = facts.matchAll(/^(rows|calls|answered|talk_seconds|set_aside) = (\d+)$/gm);
  const expected = Object.fromEntries([...numbers].map(([, key, value]) => [key, Number(value)]));
  assert.equal(Object.keys(expected).length, 5);
  await drop(page, [caseFile("xlsx-title-row.xlsx")]);
  await untilRead(page);
  await figureBecomes(page, "Calls", String(expected.calls));
  agree(await exportedSummary(page), expected);
  await goTo(page, "Files");
  for (const words of ["Taken for VOS3000 client (中文)", "in a workbook.", "above the header"]) {
    await card(page, "xlsx-title-row.xlsx").getByText(words).waitFor();
  }
}));

test("the same call in two files counts once, and is said", () => usePage(browser, SERVED, async ({ page }) => {
  const all = calls(3, 930_000_000);
  const values = all.map(({ serial, start, talk }) =>
    `(${serial}, ${start}, ${talk}, ${talk > 0 ? -7 : 486}, '12025550102')`);
  const bySwitch = (name) =>
    "flowno,softswitchname,starttime,holdtime,endreason\n" +
    calls(2, 940_000_000).map(({ serial, start, talk }) => `${serial},${name},${start},${talk},-7\n`).join("");
  const withoutSerials = `starttime,holdtime,endreason\n${NOON},60,-7\n${NOON + 1000},0,503\n`;
  await drop(page, [
    file("same.csv", csv(all)),
    file(
      "same.sql",
      `INSERT INTO e_cdr (flowno, starttime, holdtime, endreason, callere164) VALUES ${values.join(", ")};\n`,
    ),
    file("switch-a.csv", bySwitch("SW_A")),
    file("switch-b.csv", bySwitch("SW_B")),
    file("plain.csv", withoutSerials),
    file("copy of plain.csv", withoutSerials),
  ]);
  await untilRead(page);
  await figureBecomes(page, "Calls", "9");
  agree(await exportedSummary(page), { files: 6, rows: 14, calls: 9, duplicates: 5, set_aside: 0 });
  await goTo(page, "Files");
  for (const [name, words] of [
    ["same.sql", "3 rows = 0 calls + 3 counted already + 0 set aside"],
    ["same.sql", "3 calls stood in other rows already, by their serial numbers. They are counted once."],
    ["switch-a.csv", "2 rows = 2 calls + 0 set aside"],
    ["switch-b.csv", "2 rows = 2 calls + 0 set aside"],
    ["copy of plain.csv", "2 rows = 0 calls + 2 counted already + 0 set aside"],
    ["copy of plain.csv", "It has the same calls as plain.csv, as far as can be seen without serial numbers."],
  ]) {
    await card(page, name).getByText(words).waitFor();
  }
}));

test("what grows without end is stopped, unless a person wants all of it", () =>
  usePage(browser, SERVED, async ({ page }) => {
    const text = Buffer.concat([Buffer.from(csv(calls(2, 950_000_000))), Buffer.alloc(70_000_000, "\n")]);
    await drop(page, [file("grows.csv.gz", zlib.gzipSync(text, { level: 9 }))]);
    const grows = card(page, "grows.csv.gz");
    await grows.getByText(/It was stopped: .* of it unpacked to .* already/).waitFor();
    await grows.getByRole("button", { name: "Unpack all of it" }).click();
    await grows.getByText("2 rows = 2 calls + 0 set aside").waitFor();
    await goTo(page, "End reasons");
    await figureBecomes(page, "Calls", "2");
  }));

test("of a gzip that is cut, what was before the cut is counted", () => usePage(browser, SERVED, async ({ page }) => {
  // Not compressed, so that it can be cut within the fourth call's start.
  const packed = zlib.gzipSync(csv(calls(6, 960_000_000)), { level: 0 });
  const cut = packed.indexOf("960000003,") + 14;
  await drop(page, [file("cut.csv.gz", packed.subarray(0, cut))]);
  await untilRead(page);
  await figureBecomes(page, "Calls", "3");
  await goTo(page, "Files");
  await card(page, "cut.csv.gz").getByText("4 rows = 3 calls + 1 set aside").waitFor();
  await card(page, "cut.csv.gz").getByText("It ends in the middle").waitFor();
}));

test("a file says what it cannot tell", () => usePage(browser, SERVED, async ({ page }) => {
  await drop(page, [
    file("answered.csv", `starttime,holdtime,endreason\n${NOON},60,-7\n${NOON + 1000},9,-8\n`),
    file("charged.csv", `flowno,starttime,holdtime,endreason,fee\n1,${NOON},60,-7,0.1\n2,${NOON},0,503,0\n`),
  ]);
  await untilRead(page);
  await figureBecomes(page, "Calls", "4");
  await goTo(page, "Files");
  const lacks = async (name) => {
    const list = card(page, name).getByRole("list", { name: "What this file cannot tell" });
    await list.waitFor();
    return (await list.getByRole("listitem").allInnerTexts()).map((item) => item.trim());
  };
  const answered = await lacks("answered.csv");
  const ofBoth = ["who hung up", "whether a vendor was reached", "what calls cost", "post-dial delays"];
  for (const words of [
    "failed calls: every call in it was answered", "serial numbers", "what calls were charged", ...ofBoth,
  ]) {
    assert.ok(answered.some((item) => item.startsWith(words)), words);
  }
  assert.ok(!answered.includes("why calls ended"));
  assert.deepEqual((await lacks("charged.csv")).toSorted(), ofBoth.toSorted());
}));

test("a workbook that the page cannot bear costs the others nothing", () =>
  usePage(browser, SERVED, async ({ page }) => {
    const xls = readFileSync(caseFile("xls-date-cells.xls"));
    await drop(page, [
      file("first.csv", csv(calls(2, 970_000_000))),
      // Cut within the sectors that its directory points to.
      ...[0.3, 0.5, 0.8].map((part) => file(`cut-${part}.xls`, xls.subarray(0, Math.floor(xls.length * part)))),
      file("last.csv", csv(calls(3, 971_000_000))),
    ]);
    await untilRead(page);
    await figureBecomes(page, "Calls", "5");
    await goTo(page, "Files");
    await page.getByText("2 files read, 3 not read").waitFor();
    for (const part of [0.3, 0.5, 0.8]) {
      await card(page, `cut-${part}.xls`)
        .getByText(/This workbook cannot be opened|Reading it stopped because of an error/).waitFor();
    }
  }));

test("cancel while files are read once more brings back what was there", () =>
  usePage(browser, SERVED, async ({ page }) => {
    const { path, totals } = writeSample(folder, "again.txt", ["--rows", "300000", "--format", "text18"]);
    await drop(page, [path]);
    await untilRead(page);
    const count = totals.calls.toLocaleString("en-US");
    await figureBecomes(page, "Calls", count);
    await goTo(page, "Files");
    const held = await holdReading(page, "Read", ["again.txt"]);
    await card(page, "again.txt").getByRole("combobox", { name: "Encoding" }).selectOption("GB18030");
    await page.getByRole("button", { name: "Cancel" }).click();
    await held.forget();
    await card(page, "again.txt").getByText(`${count} calls`).waitFor();
    await goTo(page, "End reasons");
    await figureBecomes(page, "Calls", count);
  }));
