// Pictures of every page, wide, narrow, dark and printed, to be looked at: all of them, or those named as arguments.
// Run it with: cargo xtask screenshots

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SERVED, atRest, launch, openPage, untilRead } from "./open.mjs";

const REPORTS = [
  "Overview", "Findings", "Time", "Break-down", "Compare", "Destinations", "Billing", "Capacity", "Quality", "Security",
  "Alarms",
];
const OTHERS = ["Files", "End reasons", "Calls", "Reference"];

/** What lies between the margins of an upright A4 sheet. */
const PAPER = { width: 703, height: 1000 };
const WIDE = { width: 1440, height: 900 };
const VIEWS = [
  ["wide", { viewport: WIDE }],
  ["dark", { viewport: WIDE, colorScheme: "dark" }],
  ["narrow", { viewport: { width: 360, height: 740 } }],
  ["print", { viewport: WIDE, colorScheme: "dark" }],
];

const wanted = process.argv.slice(2);
const pictures = process.env.CDR_LENS_PICTURES ?? mkdtempSync(join(tmpdir(), "cdr-lens-reports-"));

/** The page as paper has it: one long picture, and a PDF, in which one sees where pages end. */
const printed = async (page, path) => {
  await page.pdf({ path: `${path}.pdf`, format: "A4", printBackground: false });
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(PAPER);
  await page.screenshot({ path: `${path}.png`, fullPage: true });
  await page.emulateMedia({ media: null });
  await page.setViewportSize(WIDE);
};

const browser = await launch();
for (const [name, options] of VIEWS.filter(
  ([view]) => !process.env.CDR_LENS_VIEW || view === process.env.CDR_LENS_VIEW,
)) {
  const { page, errors, close } = await openPage(browser, SERVED, options);
  await page.getByRole("button", { name: "Try it with a sample" }).click();
  await untilRead(page);
  for (const title of [...REPORTS, ...OTHERS].filter((title) => wanted.length === 0 || wanted.includes(title))) {
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: title, exact: true }).click();
    if (REPORTS.includes(title)) await page.getByRole("heading", { name: title, level: 1 }).waitFor();
    await atRest(page);
    const path = join(pictures, `${title.toLowerCase().replace(" ", "-")}-${name}`);
    if (name === "print") await printed(page, path);
    else await page.screenshot({ path: `${path}.png`, fullPage: true });
  }
  if (errors.length > 0) console.log(`${name}: errors in the console: ${errors.join("\n")}`);
  await close();
}
await browser.close();
console.log(`Pictures of the pages: ${pictures}`);
