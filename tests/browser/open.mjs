// Opens the page as a person has it, served or from disk, and finds things on it by role and name.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const environment = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the browser tests with cargo xtask test`);
  return value;
};

/** The way in which tests open the page that do not depend on the way. */
export const SERVED = "served, below a path";

/** The ways to have the page. */
export const WAYS = {
  [SERVED]: () => environment("CDR_LENS_SITE_URL"),
  "the single file, from disk": () => pathToFileURL(environment("CDR_LENS_SINGLE_FILE")).href,
};

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Where the browsers are: not where times are written, so that the two cannot be mistaken for each other. */
export const TIME_ZONE = "Asia/Shanghai";

/** Milliseconds until something is taken never to come: only what hangs takes as long, however busy the machine is. */
export const LIMIT = Number(process.env.CDR_LENS_LIMIT ?? 180_000);

/** A browser of its own, with a profile of its own. */
export const launch = () => chromium.launch({ executablePath: environment("CHROMIUM"), args: FLAGS, timeout: LIMIT });

/** A folder for the files of one test. */
export const scratch = () => {
  // Not below the target directory: in a hidden folder of the home directory a browser asks back for dropped folders.
  const folder = mkdtempSync(join(tmpdir(), "cdr-lens-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** The browser and the folder of the tests of one file; there once `prepare` was called and the first test runs. */
export let browser, folder;
export const prepare = () => {
  before(async () => {
    browser = await launch();
    folder = scratch();
  });
  after(() => browser?.close());
};

/** Writes a file into that folder and returns its path. */
export const file = (name, content) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** A picture, which people drop by mistake. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64",
);

/** Writes the sample and returns its path and its totals. */
export const writeSample = (folder, name, options) => {
  const path = join(folder, name);
  const totals = `${path}.totals.json`;
  execFileSync(environment("CDR_LENS_XTASK"), ["sample", ...options, "--out", path, "--totals", totals]);
  return { path, totals: JSON.parse(readFileSync(totals, "utf8")) };
};

/** A page, ready to be used. What it asks the network for after it is there, and every error, is kept. */
export const openPage = async (browser, way, options = {}) => {
  const context = await browser.newContext({ acceptDownloads: true, timezoneId: TIME_ZONE, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT);
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(WAYS[way]() + (options.fragment ?? ""));
  await page.getByRole("navigation", { name: "Pages" }).waitFor();
  const requests = [];
  context.on("request", (request) => requests.push(request.url()));
  return { page, errors, requests, close: () => context.close() };
};

/**
 * Lets all that is under way come to the page: tasks that wait for their turn, and what is done before the next frame.
 */
const turns = () => new Promise((done) => {
  const turn = (left) => requestAnimationFrame(() => setTimeout(() => (left > 0 ? turn(left - 1) : done())));
  turn(2);
});

/** Waits until the page says that it is at rest: nothing is read, asked or drawn, of all that was done before. */
export const atRest = async (page) => {
  const isAtRest = () => document.documentElement.dataset.atRest === "true";
  do {
    await page.evaluate(turns);
    await page.waitForFunction(isAtRest);
    await page.evaluate(turns);
  } while (!(await page.evaluate(isAtRest)));
};

/** Drags files or folders from disk onto the page and lets go. */
export const drop = async (page, paths) => {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  const { width, height } = page.viewportSize();
  await page.evaluate(() => {
    window.dropped = new Promise((heard) => addEventListener("drop", heard, { once: true, capture: true }));
  });
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await session.send("Input.dispatchDragEvent", { type, x: width / 2, y: height / 2, data });
  }
  await session.detach();
  // What comes of it begins while it is heard.
  await page.evaluate(() => window.dropped.then(() => {}));
};

/**
 * Keeps back the reading of files of these names: of whole ones (`Read`), or of all pieces but the first (`Piece`). So
 * a test has time for what it does meanwhile, however fast the machine is. `letGo` has them read; after a cancel,
 * `forget` them.
 */
export const holdReading = async (page, what, names) => {
  await page.evaluate(([what, names]) => {
    const post = Worker.prototype.postMessage;
    const held = [];
    Worker.prototype.postMessage = function (...said) {
      // The first thing that a worker hears is its module.
      const [kind, , file] = Array.isArray(said[0]) ? said[0] : [];
      if (kind === what && names.includes(file.name)) held.push([this, said]);
      else post.apply(this, said);
    };
    window.endHold = (forget) => {
      Worker.prototype.postMessage = post;
      if (!forget) held.forEach(([worker, said]) => post.apply(worker, said));
    };
  }, [what, names]);
  return {
    letGo: () => page.evaluate(() => window.endHold(false)),
    forget: () => page.evaluate(() => window.endHold(true)),
  };
};

/**
 * No worker that is there gets any byte of a file, until the returned function is called: an export waits, questions
 * are answered.
 */
export const holdBytes = async (page) => {
  const workers = page.workers();
  const inAll = (what) => Promise.all(workers.map((worker) => worker.evaluate(what).catch(() => "it is gone")));
  await inAll(() => {
    const read = Blob.prototype.arrayBuffer;
    const held = new Promise((letGo) => { self.letGo = letGo; });
    Blob.prototype.arrayBuffer = async function () {
      await held;
      return read.call(this);
    };
  });
  return () => inAll(() => self.letGo());
};

/** The figure of that name is `text`, once the page is at rest. */
export const figureBecomes = async (page, name, text) => assert.equal(await figure(page, name), text, name);

/** Waits until there are figures, and nothing is being read or asked. */
export const untilRead = async (page) => {
  await atRest(page);
  await page.getByRole("region", { name: "Figures" }).waitFor();
};

/** The figure of that name, as text, once the page is at rest. */
export const figure = async (page, name) => {
  await atRest(page);
  const named = page.getByRole("term").filter({ has: page.getByText(name, { exact: true }) });
  const box = page.getByRole("region", { name: "Figures" }).locator("div").filter({ has: named });
  return (await box.getByRole("definition").innerText()).trim();
};

/** What a click makes the page save, as text. */
export const download = async (page, click) => {
  const [saved] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: saved.suggestedFilename(), text: readFileSync(await saved.path(), "utf8") };
};

/** The exported summary. */
export const exportedSummary = async (page) => {
  await atRest(page);
  const { text } = await download(page, () => page.getByRole("button", { name: "Export JSON" }).click());
  return JSON.parse(text);
};

/** The rows of the table of end reasons, as arrays of cell texts. */
export const endReasonRows = async (page) => {
  await atRest(page);
  const rows = page.getByRole("region", { name: "End reasons" }).getByRole("table").getByRole("row");
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.cells].map((cell) => cell.innerText.trim())).filter((cells) => cells.length > 1).slice(1),
  );
};

/** A file of the cases; what it is stands beside it in a .toml. */
export const caseFile = (name) => join(import.meta.dirname, "..", "cases", "files", name);

/** The card of the file of that name; one in an archive is named `archive.zip/path/in/it`. */
export const card = (page, name) => page.getByRole("article", { name, exact: true });

/** Goes to the page of that name; it is there, and at rest. */
export const goTo = async (page, name) => {
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name, exact: true }).click();
  await atRest(page);
};

/** The cells of a line of CSV, of which a line end is none. */
export const cellsOf = (line) => {
  if (!line.includes('"')) return line.split(",");
  const whole = line.replace(/"((?:[^"]|"")*)"/g, (_, text) => text.replaceAll('""', '"').replaceAll(",", "\0"));
  return whole.split(",").map((cell) => cell.replaceAll("\0", ","));
};

/** A count, a duration in seconds and an instant, as the page shows them. */
export const grouped = (number) => number.toLocaleString("en-US");
export const clock = (seconds) => {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number) => String(number).padStart(2, "0");
  return h > 0 ? `${grouped(h)}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
};
export const shown = (millis) => new Date(millis).toISOString().slice(0, 19).replace("T", " ");

export const button = (page, name) => page.getByRole("button", { name, exact: true });

/** Says what is wanted of a field. */
export const addToFilter = async (page, field, text) => {
  await page.getByRole("combobox", { name: "Filter by" }).selectOption(field);
  await page.getByRole("combobox", { name: "What is wanted" }).fill(text);
  await button(page, "Add to the filter").click();
  await atRest(page);
};

/** Opens a page, uses it and closes it: there was no error, and nothing was asked of the network. */
export const usePage = async (browser, way, use) => {
  const { errors, requests, close, ...opened } = await openPage(browser, way);
  await use({ requests, errors, ...opened });
  assert.deepEqual(requests.filter((url) => !url.startsWith("blob:")), [], "nothing is asked of the network");
  assert.deepEqual(errors, []);
  await close();
};
