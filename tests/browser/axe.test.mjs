// What axe-core knows of WCAG 2.2 (A and AA) and of good practice holds on every page: light and dark, wide and narrow.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import {
  SERVED, addToFilter, atRest, browser, button, card, caseFile, drop, file, goTo, openPage, prepare, untilRead,
} from "./open.mjs";

prepare();

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/**
 * What axe-core leaves out unless it is asked for, but for two of its experiments: p-as-heading takes the values of
 * figures for headings, and focus-order-semantics allows no table to have the focus, which is how the keyboard moves
 * it.
 */
const MORE = ["target-size", "css-orientation-lock", "table-fake-caption", "td-has-header"];

/** What hangs on the colours. Nothing else is different where they are dark; a test below says so. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

const SCHEMES = {
  light: { runOnly: TAGS, rules: Object.fromEntries(MORE.map((rule) => [rule, { enabled: true }])) },
  dark: { runOnly: { type: "rule", values: OF_COLOURS } },
};

/** The widths, and the schemes that are looked at: the colours are the same in both, which a test below says too. */
const WIDTHS = { 1280: ["light", "dark"], 375: ["light"] };

/** Charts are pictures with a name: how their texts can be read, axe-core cannot judge, and tests/charts proves. */
const ALL = { exclude: [[".chart .canvas svg"]] };

/**
 * Where text stands on a gradient, axe-core does not judge its contrast. Ours are shadows at the edges of tables and
 * bars behind numbers: here the paper is as it is away from the edge, and each bar fills its cell. And rows are all
 * made alike: of long lists the first are looked at, while all have their place.
 */
const SHEET = `
  .scroll { background: var(--paper) !important; }
  td[style*="--share"] { background: var(--bar-soft) !important; }
  tr:nth-child(n + 13), .entries li:nth-child(n + 13) { visibility: hidden !important; }
`;

/**
 * Opens the page, ready to be looked at: `look(where)` keeps what axe-core finds wrong, so that a person finds it
 * again.
 */
const openToLook = async (width) => {
  const { page, errors, close } = await openPage(browser, SERVED, { viewport: { width, height: 800 } });
  // What the page's policy forbids a script of the page, it does not forbid what is run from outside.
  await page.evaluate(AXE);
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, SHEET);
  const wrong = [];
  const look = async (where) => {
    for (const colorScheme of WIDTHS[width]) {
      const options = SCHEMES[colorScheme];
      await page.emulateMedia({ colorScheme });
      await atRest(page);
      const found = await page.evaluate(async ({ all, options }) => {
        const { violations } = await globalThis.axe.run(all, { ...options, resultTypes: ["violations"] });
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, target, failureSummary }) => ({ id, html, at: target.join(" "), why: failureSummary })),
        );
      }, { all: ALL, options });
      for (const { id, html, at, why } of found) {
        wrong.push(
          `${where}, ${colorScheme}, ${width} pixels wide: ${id}\n${html}\nat ${at}\n${why}`.replaceAll("\n", "\n  "),
        );
      }
    }
  };
  const done = async () => {
    assert.deepEqual(errors, []);
    await close();
    assert.equal(wrong.length, 0, `axe-core finds ${wrong.length} things wrong\n\n${wrong.join("\n\n")}\n`);
  };
  return { page, look, done, wrong };
};

const links = (page) => page.getByRole("navigation", { name: "Pages" }).getByRole("link");

/** Unfolds whatever can be unfolded, definitions too. */
const unfold = (page) => page.getByRole("main").evaluate((main) => {
  for (const details of main.querySelectorAll("details")) details.open = true;
  for (const defined of main.querySelectorAll('button[aria-label^="What is "][aria-expanded="false"]')) defined.click();
});

const fold = (page) => page.getByRole("main").evaluate((main) => {
  for (const details of main.querySelectorAll("details")) details.open = false;
  for (const defined of main.querySelectorAll('button[aria-label^="What is "][aria-expanded="true"]')) defined.click();
});

/** Looks with all unfolded; what lay over something else is folded again. */
const lookUnfolded = async (page, look, where) => {
  await unfold(page);
  await look(where);
  await fold(page);
};

/** Every page that the navigation leads to, but for those that were looked at in the same state. */
const lookAtEach = async ({ page, look }, state, seen = []) => {
  const titles = await links(page).allInnerTexts();
  assert.ok(["Files", "Calls", "Reference"].every((title) => titles.includes(title)), titles.join());
  for (const title of titles.filter((title) => !seen.includes(title))) {
    await goTo(page, title);
    await lookUnfolded(page, look, `${title}, ${state}`);
  }
};

const sample = async (page) => {
  await button(page, "Try it with a sample").click();
  await untilRead(page);
};

const choose = (page, name, label) => page.getByRole("combobox", { name, exact: true }).selectOption(label);

/** Files of every kind of card: with rows set aside, not read at all, packed, and with columns that nobody knows. */
const DAMAGED =
  "starttime,holdtime,endreason,customername\n" +
  "2026-03-02 12:00:00,60,-7,Acme\n2026-03-02 12:00:00,60\ntomorrow,0,503,Acme\n";
const UNKNOWN = "mapping-unknown-names.csv";
/** A list of rates with a line that cannot be used. */
const RATES = "prefix,name,rate\n44,Britain,0.01\n4420,London,0.02\n1,North America,0.005\nx,Nowhere,1\n";

/** Written once: one that is written again while it is read is another file. */
let written;
const files = () => (written ??= {
  rates: file("rates.csv", RATES),
  calls: [
    file("damaged.csv", DAMAGED), file("letter.txt", "Dear customer,\nplease find attached\n"),
    ...[UNKNOWN, "zip-hourly-files-and-picture.zip", "client-chinese-gb18030.csv"].map(caseFile),
  ],
});

/** Goes to an address of the page itself. */
const goToAddress = (page, address) => page.evaluate((address) => void (location.hash = address), address);

test("only colours are different where the page is dark", () => {
  const folder = new URL("../../www/style/", import.meta.url);
  for (const name of readdirSync(folder)) {
    const text = readFileSync(new URL(name, folder), "utf8");
    assert.ok(!text.includes("prefers-color-scheme"), name);
    for (const [, property] of text.matchAll(/^ *([\w-]+):.*light-dark\(/gm))
      assert.match(property, /^--|colou?r$/, name);
  }
});

test("what is narrow has the same colours", () => {
  const folder = new URL("../../www/style/", import.meta.url);
  for (const name of readdirSync(folder).filter((name) => name !== "print.css")) {
    // What stands in a block that asks for a width: to the next line that ends a block at its margin.
    const blocks = readFileSync(new URL(name, folder), "utf8").match(/^@media[^{]*width[^]*?^}/gm) ?? [];
    for (const block of blocks) assert.doesNotMatch(block, /colou?r:|background|--[\w-]+:|opacity|filter:/, name);
  }
});

test("what is wrong is found, in both schemes", async () => {
  const { page, look, done, wrong } = await openToLook(1280);
  await page.getByRole("main").evaluate((main) => {
    const heading = Object.assign(document.createElement("h5"), { textContent: "Far below" });
    const text = Object.assign(document.createElement("p"), { textContent: "Hardly seen" });
    text.style.color = "color-mix(in srgb, var(--ink) 25%, var(--paper))";
    main.append(heading, text);
  });
  await look("the first page");
  const said = wrong.splice(0).map((text) => text.slice(0, text.indexOf("\n  at ")));
  assert.deepEqual(said.map((text) => text.replace(/ style=".*"/, "")).sort(), [
    "the first page, dark, 1280 pixels wide: color-contrast\n  <p>Hardly seen</p>",
    "the first page, light, 1280 pixels wide: color-contrast\n  <p>Hardly seen</p>",
    "the first page, light, 1280 pixels wide: heading-order\n  <h5>Far below</h5>",
  ]);
  await done();
});

// Two at a time: a page takes one core.
describe("axe-core finds nothing", { concurrency: 2 }, () => {
  for (const width of [1280, 375]) {
    const name = (what) => `${what}, ${width} pixels wide`;

    test(name("without a file"), async () => {
      const { page, look, done } = await openToLook(width);
      await lookAtEach({ page, look }, "without a file");
      for (const address of [
        "/reference/sip/503", "/reference/guide/1", "/reference/sip/999", "/overview", "/nowhere",
      ]) {
        await goToAddress(page, address);
        await look(address);
      }
      await done();
    });

    test(name("on the pages of the sample"), async () => {
      const { page, look, done } = await openToLook(width);
      await sample(page);
      // The reference is the same with files.
      await lookAtEach({ page, look }, "with the sample", ["Reference"]);
      await done();
    });

    test(name("on what is opened, chosen and typed"), async () => {
      const { page, look, done } = await openToLook(width);
      await sample(page);

      await goTo(page, "End reasons");
      await button(page, "Service Unavailable").click();
      await choose(page, "Group by", "Category");
      await look("an end reason and groups of them");
      await addToFilter(page, "hour", "8-20");
      await addToFilter(page, "callee", "44%");
      await page.getByRole("region", { name: "Filter" }).getByRole("button", { name: /^Called number: / }).click();
      await page.getByRole("textbox", { name: "Name of this filter" }).fill("daytime");
      await button(page, "Keep this filter").click();
      await addToFilter(page, "talk", "long");
      await lookUnfolded(page, look, "a filter with a part off and one that is not understood");

      await page.getByRole("button", { name: /^Remove from the filter: Talk time/ }).click();
      await goTo(page, "Calls");
      await choose(page, "Break down by", "Terminating gateway");
      await page.getByRole("table", { name: "Terminating gateway" }).waitFor();
      await lookUnfolded(page, look, "calls with columns to choose and groups");
      await page.getByRole("region", { name: "Calls", exact: true })
        .getByRole("button", { name: /^Open call / }).first().click();
      await page.getByRole("dialog", { name: "Call" }).waitFor();
      await look("a call");
      await button(page.getByRole("dialog", { name: "Call" }), "Close").click();

      await goTo(page, "Break-down");
      await button(page, "Vendor by destination").click();
      await page.getByRole("region", { name: /Terminating gateway/ }).first().waitFor();
      await atRest(page);
      await lookUnfolded(page, look, "a matrix");
      await page.getByRole("table", { name: "Terminating gateway, Country" })
        .getByRole("rowheader").getByRole("button").first().click();
      await page.getByRole("navigation", { name: "The way down" }).waitFor();
      await look("the way down");

      await goTo(page, "Compare");
      for (const way of ["Two periods of my choice", "Two values of a field"]) {
        await choose(page, "Compare", way);
        await atRest(page);
        await lookUnfolded(page, look, `comparing: ${way}`);
      }

      await goTo(page, "Destinations");
      await page.getByLabel("Import a list").setInputFiles(files().rates);
      await page.getByRole("list", { name: "Lines to look at" }).waitFor();
      await atRest(page);
      await look("a list of rates");

      await goTo(page, "Alarms");
      await button(page, "Add an alarm").click();
      await choose(page, "Of", "One of them");
      await look("a new alarm");

      await addToFilter(page, "callee", "999999999%");
      await page.getByText("No call is like the filter says.").waitFor();
      await look("a filter that no call is like");

      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
      await look("the keys");
      await button(page.getByRole("dialog", { name: "Keys" }), "Close").click();

      await goTo(page, "Reference");
      await page.getByRole("searchbox").fill("servce unavailble");
      await page.getByRole("list", { name: "Search results" }).waitFor();
      await look("what a search finds");
      await done();
    });

    test(name("on files of every kind and on the dialog of columns"), async () => {
      const { page, look, done } = await openToLook(width);
      await drop(page, files().calls);
      await untilRead(page);
      await goTo(page, "Files");
      await lookUnfolded(page, look, "files and the question for their zone");
      await button(page, "Read them in that zone").click();
      await card(page, "damaged.csv").getByText("They are taken as those of").waitFor();
      await lookUnfolded(page, look, "files whose zone was said");
      await card(page, UNKNOWN).getByRole("button", { name: "Say which column is what" }).click();
      const dialog = page.getByRole("dialog", { name: "Which column is what?" });
      await dialog.getByRole("combobox", { name: "Talk time", exact: true }).selectOption({ label: "6: Sprechzeit" });
      await look("the dialog of columns");
      await button(dialog, "Read with these columns").click();
      await page.getByRole("region", { name: "Your mappings" }).getByRole("button", { name: /^Forget / }).waitFor();
      await look("a mapping that is kept");
      await done();
    });
  }
});
