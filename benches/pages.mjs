// Measures how long pages take, each from the click until the page is at rest, when it is opened for the first time and
// later, in one Chromium; beside another release, where its address is given:
//     cargo xtask bench --pages [-- --calls 1000000] [--rounds 3] [--beside http://127.0.0.1:8081/]

import { parseArgs } from "node:util";
import { SERVED, drop, launch, openPage, scratch, untilRead, writeSample } from "../tests/browser/open.mjs";

const PAGES = ["Overview", "Findings", "Time", "Break-down", "Billing", "Compare", "Security"];

const { values } = parseArgs({
  options: {
    calls: { type: "string", default: "1000000" },
    rounds: { type: "string", default: "3" },
    beside: { type: "string" },
  },
});
const { path } = writeSample(
  scratch(), "calls.csv", ["--rows", values.calls, "--format", "csv", "--codes", "live", "--seed", "11"],
);

/** Clicks on the link of a page; milliseconds until the page came to rest for good. */
const open = (name) => {
  const links = [...document.querySelectorAll("nav a")];
  const link = links.find((one) => one.textContent.trim() === name);
  if (!link) throw new Error(`there is no link to ${name}`);
  const isAtRest = () => document.documentElement.dataset.atRest === "true";
  const begin = performance.now();
  let rested = begin;
  new MutationObserver(() => { if (isAtRest()) rested = performance.now(); })
    .observe(document.documentElement, { attributes: true });
  link.click();
  // At rest, and still so some frames later.
  return new Promise((done) => {
    const turn = (quiet) =>
      requestAnimationFrame(() => setTimeout(() => {
        if (quiet === 5) done(rested - begin);
        else turn(isAtRest() ? quiet + 1 : 0);
      }));
    turn(0);
  });
};

const median = (numbers) => numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

const releases = { "this release": undefined, ...(values.beside && { "beside it": values.beside }) };
const times = Object.fromEntries(Object.keys(releases).map((release) => [release, {}]));
const browser = await launch();
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const [release, address] of Object.entries(releases)) {
    const { page, close } = await openPage(browser, SERVED);
    page.setDefaultTimeout(900_000);
    if (address) {
      await page.goto(address);
      await page.getByRole("navigation", { name: "Pages" }).waitFor();
    }
    await drop(page, [path]);
    await untilRead(page);
    for (const when of ["first", "later"]) {
      for (const name of PAGES) {
        const took = await page.evaluate(open, name);
        ((times[release][name] ??= { first: [], later: [] })[when]).push(took);
      }
    }
    await close();
  }
}
await browser.close();

const [mine, other] = Object.values(times);
console.log(`${values.calls} calls; milliseconds from the click until the page is at rest, medians of ${values.rounds}`);
for (const name of PAGES) {
  const cells = ["first", "later"].map((when) => {
    const took = median(mine[name][when]);
    if (!other) return `${when} ${took.toFixed(0)}`;
    const beside = median(other[name][when]);
    return `${when} ${took.toFixed(0)} beside ${beside.toFixed(0)}: ${(beside / took).toFixed(1)} times as fast`;
  });
  console.log(`${name}: ${cells.join("; ")}`);
}
