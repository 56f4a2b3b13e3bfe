// Pictures of the page: those in the README (docs/), and more to look at (in a temporary folder), wide, narrow,
// dark and printed. Run it with: cargo xtask screenshots

import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  SERVED, atRest, caseFile, drop, goTo, holdReading, launch, openPage, scratch, untilRead, writeSample,
} from "./open.mjs";

const docs = new URL("../../docs/", import.meta.url).pathname;
const folder = scratch();
const pictures = mkdtempSync(join(tmpdir(), "cdr-lens-pictures-"));
mkdirSync(docs, { recursive: true });

const browser = await launch();

const withSample = async (page) => {
  await page.getByRole("button", { name: "Try it with a sample" }).click();
  await untilRead(page);
};

const views = [
  ["wide", { viewport: { width: 1440, height: 900 } }],
  ["dark", { viewport: { width: 1440, height: 900 }, colorScheme: "dark" }],
  ["large", { viewport: { width: 2560, height: 1300 } }],
  ["narrow", { viewport: { width: 360, height: 740 } }],
  ["narrow-dark", { viewport: { width: 360, height: 740 }, colorScheme: "dark" }],
];
const damaged = join(folder, "damaged.csv");
const header = "starttime,holdtime,endreason,customername\n";
writeFileSync(
  damaged,
  `${header}1772452800000,60,-7,Acme\n1772452800000,60\ntomorrow,0,503,Acme\n2026-03-02 12:00:00,0,503,"open\n`,
);
const letter = join(folder, "letter.txt");
writeFileSync(letter, "Dear customer,\nplease find attached\n");
const { path: large } = writeSample(folder, "2026030200.txt", ["--rows", "600000", "--format", "text18"]);

for (const [name, options] of views) {
  const { page, close } = await openPage(browser, SERVED, options);
  const shot = (what, more = {}) => page.screenshot({ path: join(pictures, `${what}-${name}.png`), ...more });
  await shot("start");
  const held = await holdReading(page, "Piece", ["2026030200.txt"]);
  await drop(page, [large]);
  await page.getByRole("progressbar", { name: "Reading" }).waitFor();
  await page.getByRole("region", { name: "Figures" }).waitFor();
  await shot("reading");
  await page.getByRole("button", { name: "Cancel" }).click();
  await held.forget();
  await withSample(page);
  await shot("report");
  await page.getByRole("button", { name: "Illegal call" }).click();
  await page.getByRole("combobox", { name: "Group by" }).selectOption("Category");
  await shot("grouped", { fullPage: true });
  await page.getByRole("link", { name: "Reference", exact: true }).click();
  await shot("reference");
  await page.getByRole("searchbox").fill("servce unavailble");
  await shot("search");
  await page.getByRole("link", { name: "503 Service Unavailable" }).first().click();
  await page.getByRole("heading", { name: "Service Unavailable" }).waitFor();
  await shot("entry", { fullPage: true });
  await page.getByRole("link", { name: "End reasons", exact: true }).click();
  const kinds = [
    "client-chinese-gb18030.csv", "zip-hourly-files-and-picture.zip", "xlsx-title-row.xlsx", "gzip-cut.gz",
    "mapping-unknown-names.csv",
  ];
  await drop(page, [damaged, letter, ...kinds.map(caseFile)]);
  await untilRead(page);
  await page.getByRole("link", { name: "Files", exact: true }).click();
  await page.getByText("First rows").nth(2).click();
  await shot("files", { fullPage: true });
  await page.getByRole("button", { name: "Say which column is what" }).click();
  await shot("mapping");
  await page.getByRole("button", { name: "Close" }).click();
  await close();
}

const { page, close } = await openPage(
  browser, SERVED, { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
);
await drop(page, [caseFile("mapping-unknown-names.csv")]);
await page.getByRole("button", { name: "Say which column is what" }).click();
await page.getByRole("combobox", { name: "Talk time" }).selectOption({ label: "6: Sprechzeit" });
await page.getByRole("combobox", { name: "End reason", exact: true }).selectOption({ label: "8: Ursache" });
await page.screenshot({ path: join(docs, "mapping.png") });
await page.getByRole("button", { name: "Close" }).click();
await page.getByRole("button", { name: "Remove all files" }).click();
await withSample(page);
await page.pdf({ path: join(pictures, "report.pdf"), format: "A4", landscape: true });
await goTo(page, "Overview");
await page.getByRole("img", { name: "End reasons by category over time" }).locator("svg").waitFor();
await atRest(page);
await page.setViewportSize({ width: 1280, height: 1000 });
await page.screenshot({ path: join(docs, "overview.png") });
await page.setViewportSize({ width: 1280, height: 800 });
await goTo(page, "Findings");
await atRest(page);
await page.screenshot({ path: join(docs, "findings.png") });
await page.emulateMedia({ colorScheme: "dark" });
await page.screenshot({ path: join(docs, "findings-dark.png") });
await close();
await browser.close();
console.log(`Pictures for the README: ${docs}\nMore to look at: ${pictures}`);
