// CDR Lens, used as a person does: a file is dropped, questions are asked by addresses.

import { drop, exportedSummary, untilRead } from "../../tests/browser/open.mjs";

/** As long as a question may take. */
const PATIENCE = 10_000;
/** As long as reading may take, and anything else on the page. */
const READING = 900_000;
const STEP = 30_000;
/** One answer may be of several measures; when none came for so long, it is whole. */
const QUIET = 300;

const READ = "cdr-lens:read";
const QUESTION = "cdr-lens:question";

/** Keeps the page's measures, also those that it clears itself. */
const keepMeasures = () => {
  window.peersMeasures = [];
  const observer = new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) {
      window.peersMeasures.push({ name, start: startTime, end: startTime + duration });
    }
  });
  observer.observe({ type: "measure", buffered: true });
};

/** The page's measures of that name that began at `from` or later, when there are some; none, if none came in time. */
const measures = async (page, name, from, patience) => {
  const deadline = Date.now() + patience;
  let found = [];
  let since = Date.now();
  while (found.length ? Date.now() < since + QUIET : Date.now() < deadline) {
    const all = await page.evaluate(() => window.peersMeasures);
    const now = all.filter((measure) => measure.name === name && measure.start >= from);
    if (now.length !== found.length) since = Date.now();
    found = now;
    await page.waitForTimeout(20);
  }
  return found;
};

/** From the first one's start to the last one's end; undefined of none. */
const span = (found) =>
  found.length ? Math.max(...found.map(({ end }) => end)) - Math.min(...found.map(({ start }) => start)) : undefined;

/** Calls, answered calls and talk time of each end reason, as the page's summary has them. */
const groupsOf = (summary) =>
  summary.end_reasons.map(({ code, calls, answered, talk_seconds }) => ({ code, calls, answered, talk: talk_seconds }));

const ask = async (page, { hash, where }) => {
  const from = await page.evaluate((hash) => {
    const now = performance.now();
    location.hash = hash;
    return now;
  }, hash);
  const ms = span(await measures(page, QUESTION, from, PATIENCE));
  return { ms, groups: ms !== undefined && where ? groupsOf(await exportedSummary(page)) : undefined };
};

/**
 * Opens the page, drops the file, asks `questions`; returns the time of reading, what gave it (`mark` or `clock`), the
 * groups by end reason, and for each question its time, undefined where the page gave none, and its groups.
 */
export const run = async (browser, url, path, questions) => {
  const context = await browser.newContext({ acceptDownloads: true });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(READING);
    page.on("pageerror", (error) => console.error(`CDR Lens: ${error}`));
    await page.addInitScript(keepMeasures);
    await page.goto(url);
    await page.getByRole("navigation", { name: "Pages" }).waitFor();
    const start = performance.now();
    await drop(page, [path]);
    await untilRead(page);
    const clock = performance.now() - start;
    const mark = span(await measures(page, READ, 0, 1000));
    page.setDefaultTimeout(STEP);
    const groups = groupsOf(await exportedSummary(page));
    const answers = [];
    // A build that does not measure its reading does not measure its answers either: there is nothing to wait for.
    for (const question of questions)
      answers.push(mark !== undefined && question.hash ? await ask(page, question) : {});
    return { ms: mark ?? clock, timedBy: mark === undefined ? "clock" : "mark", groups, answers };
  } finally {
    await context.close();
  }
};
