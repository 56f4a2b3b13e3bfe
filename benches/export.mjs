// Measures an export of all calls of a file beside the reading of that file, in one Chromium:
//     cargo xtask bench --export [-- --calls 1000000] [--rounds 3]

import { statSync } from "node:fs";
import { parseArgs } from "node:util";
import {
  SERVED, atRest, button, drop, goTo, launch, openPage, scratch, untilRead, writeSample,
} from "../tests/browser/open.mjs";

const { values } = parseArgs({
  options: { calls: { type: "string", default: "1000000" }, rounds: { type: "string", default: "3" } },
});
const { path } = writeSample(
  scratch(), "calls.csv", ["--rows", values.calls, "--format", "csv", "--codes", "live", "--seed", "11"],
);
const megabytes = statSync(path).size / 1e6;

/** How long the last measure of that name took, in seconds. */
const took = (page, name) =>
  page.evaluate((name) => performance.getEntriesByName(`cdr-lens:${name}`).at(-1).duration / 1000, name);

const browser = await launch();
for (let round = 0; round < Number(values.rounds); round += 1) {
  const { page, close } = await openPage(browser, SERVED);
  page.setDefaultTimeout(600_000);
  await page.evaluate(() => { window.showSaveFilePicker = undefined; });
  await drop(page, [path]);
  await untilRead(page);
  await goTo(page, "Calls");
  await Promise.all([page.waitForEvent("download"), button(page, "Export as CSV").click()]);
  await atRest(page);
  const [read, written] = [await took(page, "read"), await took(page, "export")];
  const rate = (seconds) => `${seconds.toFixed(2)} s, ${(megabytes / seconds).toFixed(0)} MB/s`;
  console.log(
    `${values.calls} calls, ${megabytes.toFixed(0)} MB: read in ${rate(read)}; exported, until the browser is given ` +
      `the file, in ${rate(written)}: ${(written / read).toFixed(2)} of reading`,
  );
  await close();
}
await browser.close();
