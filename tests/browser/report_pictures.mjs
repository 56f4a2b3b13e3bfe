// Pictures of every report page, wide, narrow and dark, to be looked at. Run it with: cargo xtask screenshots

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SERVED, launch, openPage, untilRead } from "./open.mjs";

const PAGES = [
  "Overview", "Findings", "Time", "Break-down", "Compare", "Destinations", "Billing", "Capacity", "Quality", "Security", "Alarms",
];
const VIEWS = [
  ["wide", { viewport: { width: 1440, height: 900 } }],
  ["dark", { viewport: { width: 1440, height: 900 }, colorScheme: "dark" }],
  ["narrow", { viewport: { width: 360, height: 740 } }],
];

const wanted = process.argv.slice(2);
const pictures = mkdtempSync(join(tmpdir(), "cdr-lens-reports-"));
const browser = await launch();
for (const [name, options] of VIEWS.filter(([view]) => !process.env.CDR_LENS_VIEW || view === process.env.CDR_LENS_VIEW)) {
  const { page, errors, close } = await openPage(browser, SERVED, options);
  await page.getByRole("button", { name: "Try it with a sample" }).click();
  await untilRead(page);
  for (const title of PAGES.filter((title) => wanted.length === 0 || wanted.includes(title))) {
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: title, exact: true }).click();
    await page.getByRole("heading", { name: title, level: 1 }).waitFor();
    // Answers and charts take a moment, and nothing says that the last one is drawn.
    await page.waitForTimeout(1500);
    await page.screenshot({ path: join(pictures, `${title.toLowerCase()}-${name}.png`), fullPage: true });
  }
  if (errors.length > 0) console.log(`${name}: errors in the console: ${errors.join("\n")}`);
  await close();
}
await browser.close();
console.log(`Pictures of the reports: ${pictures}`);
