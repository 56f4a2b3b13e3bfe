// A file of more than 4 GiB, made on the spot and read to its end: the counts agree with the generator's, and the
// memory that the browser took is told. Outside of the tests, since it takes minutes and gigabytes: cargo xtask soak.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { SERVED, drop, figure, launch, openPage, scratch, untilRead, writeSample } from "./open.mjs";

const ROWS = Number(process.env.CDR_LENS_SOAK_ROWS ?? 8_500_000);

/** Memory that is not shared, of all processes of the browser, in bytes; 0 where the system does not tell. */
const memory = () => {
  try {
    const lines = execFileSync("ps", ["-eo", "rss,args"], { maxBuffer: 1 << 24 }).toString().split("\n");
    return lines.filter((line) => /chrom/i.test(line))
      .reduce((sum, line) => sum + Number(line.trim().split(" ")[0]) * 1024, 0);
  } catch {
    return 0;
  }
};

const folder = scratch();
const { path, totals } = writeSample(
  folder, "soak.csv", ["--rows", String(ROWS), "--format", "csv", "--codes", "live", "--seed", "5"],
);
const bytes = statSync(path).size;
const browser = await launch();
const { page, errors } = await openPage(browser, SERVED);
page.setDefaultTimeout(30 * 60_000);
let peak = 0;
const watch = setInterval(() => (peak = Math.max(peak, memory())), 500);
await page.evaluate(() => {
  let last = performance.now();
  window.longestGap = 0;
  const frame = (now) => {
    window.longestGap = Math.max(window.longestGap, now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
});
const begin = Date.now();
await drop(page, [path]);
await untilRead(page);
const seconds = (Date.now() - begin) / 1000;
clearInterval(watch);
assert.equal(await figure(page, "Calls"), ROWS.toLocaleString("en-US"));
assert.equal(await figure(page, "Answered"), totals.answered.toLocaleString("en-US"));
assert.equal(await figure(page, "Talk minutes"), Math.round(totals.talk_seconds / 60).toLocaleString("en-US"));
const gap = await page.evaluate(() => window.longestGap);
await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Files", exact: true }).click();
const held = await page.getByText(/held for filters|had no room/).innerText();
assert.deepEqual(errors, []);
console.log(
  `${(bytes / 1e9).toFixed(2)} GB, ${ROWS.toLocaleString("en-US")} calls: ${seconds.toFixed(1)} s, ` +
    `${(bytes / 1e6 / seconds).toFixed(0)} MB/s`,
);
console.log(
  `longest gap between two frames ${gap.toFixed(0)} ms; memory of the browser at most ${(peak / 1e9).toFixed(2)} GB`,
);
console.log(held);
await browser.close();
