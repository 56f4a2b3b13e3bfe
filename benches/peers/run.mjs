// Measures CDR Lens against what else reads such a file in a browser, in one Chromium and on one file:
//     node benches/peers/run.mjs [--calls 1000000] [--rounds 3] [--site dist/site]
// Needs the built page, and chromium (or CHROMIUM). The tables go to standard output, the numbers to target/peers.json.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "../../tests/browser/open.mjs";
import { agree, groupsOfTotals } from "./compare.mjs";
import * as lens from "./lens.mjs";
import { COLUMNS, QUESTIONS, byEndReason } from "./questions.mjs";
import { markdown, summarize } from "./report.mjs";
import { serve } from "./server.mjs";

const HERE = import.meta.dirname;
const ROOT = join(HERE, "..", "..");
const SEED = "11";

const say = (text) => console.error(text);

const options = () => {
  const { values } = parseArgs({
    options: {
      calls: { type: "string", default: "1000000" },
      rounds: { type: "string", default: "3" },
      site: { type: "string", default: join(ROOT, "dist", "site") },
    },
  });
  const [calls, rounds] = [Number(values.calls), Number(values.rounds)];
  if (!(Number.isInteger(calls) && calls > 0)) throw new Error("--calls is a number of calls");
  if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error("--rounds is a number of rounds");
  const site = resolve(values.site);
  if (!existsSync(join(site, "index.html"))) throw new Error(`${site} has no page: run cargo xtask build first`);
  return { calls, rounds, site };
};

const install = () => {
  // npm writes this when it is done.
  if (existsSync(join(HERE, "node_modules", ".package-lock.json"))) return;
  say("Installing the peers …");
  // What npm says is not the report.
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-fund", "--no-audit"], { cwd: HERE, stdio: ["ignore", 2, 2] });
};

const writeFile = (folder, calls) => {
  const [path, totals] = [join(folder, "calls.csv"), join(folder, "totals.json")];
  const xtask = process.env.CDR_LENS_XTASK;
  const [program, first] = xtask ? [resolve(xtask), []] : ["cargo", ["xtask"]];
  const sample = ["sample", "--rows", String(calls), "--format", "csv", "--codes", "live", "--seed", SEED];
  say(`Writing ${calls} calls …`);
  execFileSync(
    program, [...first, ...sample, "--out", path, "--totals", totals], { cwd: ROOT, stdio: ["ignore", 2, 2] },
  );
  return { path, totals: JSON.parse(readFileSync(totals, "utf8")) };
};

/** Runs a module of `browser/` on the file, in a page of its own. */
const inPage = async (browser, url, path, module, given = {}) => {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    await page.goto(`${url}/browser/index.html`);
    const input = page.getByLabel("File");
    await input.setInputFiles(path);
    return await input.evaluate(
      async (input, [module, given]) => (await import(`/browser/${module}.mjs`)).run(input.files[0], given),
      [module, given],
    );
  } finally {
    await context.close();
  }
};

/** All readers once. They take turns in being the first, so that none has always the warmest or the busiest machine. */
const measureRound = async (readers, round) => {
  const names = Object.keys(readers);
  const measured = {};
  for (let i = 0; i < names.length; i++) {
    const name = names[(i + round) % names.length];
    measured[name] = await readers[name]();
    say(`  ${name}: ${Math.round(measured[name].ms ?? measured[name].scan.ms)} ms`);
  }
  return measured;
};

/** Everybody found what the generator says is in the file, and the same behind each filter. */
const compare = ({ lens, duckdb, papaparse }, totals) => {
  const expected = groupsOfTotals(totals);
  agree("CDR Lens", lens.groups, expected);
  agree("DuckDB-WASM, from the file", duckdb.scan.groups, expected);
  agree("PapaParse", papaparse.groups, expected);
  QUESTIONS.forEach(({ name, where }, i) => {
    if (!duckdb.answers[i].groups.length)
      throw new Error(`${name}: DuckDB-WASM finds nothing, so that this measures nothing`);
    if (where && lens.answers[i].groups) agree(`CDR Lens, ${name}`, lens.answers[i].groups, duckdb.answers[i].groups);
  });
};

const main = async () => {
  const { calls, rounds, site } = options();
  install();
  process.env.CHROMIUM ??= "/usr/bin/chromium";
  const folder = mkdtempSync(join(tmpdir(), "cdr-lens-peers-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  process.on("SIGINT", () => process.exit(130));
  const { path, totals } = writeFile(folder, calls);
  const server = await serve([
    ["/page/", site],
    ["/browser/", join(HERE, "browser")],
    ["/node_modules/", join(HERE, "node_modules")],
  ]);
  const browser = await launch();
  try {
    const cores = await coresOf(browser);
    const sql = QUESTIONS.map(({ where, sql }) => sql ?? byEndReason("calls", where));
    // A question that got no answer in time is not waited for in the next round.
    let asked = QUESTIONS;
    const readers = {
      bareOne: () => inPage(browser, server.url, path, "bare", { count: 1 }),
      bareAll: () => inPage(browser, server.url, path, "bare", { count: cores }),
      lens: () => lens.run(browser, `${server.url}/page/`, path, asked),
      duckdb: () =>
        inPage(browser, server.url, path, "duckdb", { types: COLUMNS, scan: byEndReason("FILE"), questions: sql }),
      papaparse: () => inPage(browser, server.url, path, "papaparse"),
    };
    // The file comes into the system's cache, for all.
    await readers.bareOne();
    const measured = [];
    for (let round = 0; round < rounds; round++) {
      say(`Round ${round + 1} of ${rounds}`);
      const result = await measureRound(readers, round);
      compare(result, totals);
      asked = asked.map((question, i) => (result.lens.answers[i].ms === undefined ? {} : question));
      measured.push(result);
    }
    const about = {
      date: new Date().toISOString(),
      chromium: browser.version(),
      cores,
      calls,
      bytes: statSync(path).size,
      versions: { ...versions(), duckdb: measured[0].duckdb.version },
      timed_by: measured[0].lens.timedBy,
    };
    const result = summarize(about, measured, QUESTIONS);
    mkdirSync(join(ROOT, "target"), { recursive: true });
    writeFileSync(join(ROOT, "target", "peers.json"), `${JSON.stringify(result, null, 2)}\n`);
    console.log(markdown(result));
  } finally {
    await browser.close();
    server.stop();
  }
};

const coresOf = async (browser) => {
  const page = await browser.newPage();
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  await page.close();
  return cores;
};

const versions = () => {
  const { dependencies } = JSON.parse(readFileSync(join(HERE, "package.json"), "utf8"));
  return { duckdb_wasm: dependencies["@duckdb/duckdb-wasm"], papaparse: dependencies.papaparse };
};

try {
  await main();
} catch (error) {
  say(String(error?.stack ?? error));
  process.exitCode = 1;
}
