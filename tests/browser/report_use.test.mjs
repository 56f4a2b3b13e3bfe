// What a person does with the reports: goes down and back, compares, looks at alarms, takes a block list away.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SERVED, browser, button, drop, file, goTo, prepare, untilRead, usePage } from "./open.mjs";

prepare();

const withSample = async (page) => {
  await button(page, "Try it with a sample").click();
  await untilRead(page);
};

const filterChips = (page) => page.getByRole("region", { name: "Filter" }).getByRole("listitem");

test("a break-down leads down into a group and back, and its figures are those of the file", () =>
  usePage(browser, SERVED, async ({ page }) => {
    const calls = Array.from({ length: 300 }, (_, at) => ({
      vendor: ["V1", "V2", "V3"][at % 3 === 0 ? 0 : at % 7 === 0 ? 2 : 1],
      talk: at % 4 === 0 ? 0 : 10 + (at % 50),
      reason: at % 4 === 0 ? 503 : -7,
    }));
    const rows = calls.map(({ vendor, talk, reason }, at) =>
      `${1772452800000 + at * 1000},${talk},${reason},${vendor}`);
    await drop(page, [file("vendors.csv", `starttime,holdtime,endreason,calleegatewayid\n${rows.join("\n")}\n`)]);
    await untilRead(page);
    await goTo(page, "Break-down");
    const table = page.getByRole("table", { name: "Terminating gateway", exact: true });
    await table.waitFor();
    for (const vendor of ["V1", "V2", "V3"]) {
      const own = calls.filter((call) => call.vendor === vendor);
      const answered = own.filter(({ talk }) => talk > 0).length;
      const cells = await table.getByRole("row", { name: vendor }).getByRole("cell").allInnerTexts();
      assert.deepEqual(cells.slice(0, 2).map((text) => Number(text.trim())), [own.length, answered], vendor);
      // A share of few calls has its interval beside it.
      assert.equal(cells[2].trim().split("\n")[0], `${((answered / own.length) * 100).toFixed(1)} %`, vendor);
    }
    await table.getByRole("button", { name: "V1", exact: true }).click();
    await filterChips(page).filter({ hasText: "V1" }).waitFor();
    await table.waitFor({ state: "detached" });
    // Back by the browser, and down once more and back by the way that is shown.
    await page.goBack();
    await table.getByRole("button", { name: "V1", exact: true }).click();
    const way = page.getByRole("navigation", { name: "The way down" });
    await way.getByText("All calls").click();
    await table.getByRole("button", { name: "V2", exact: true }).waitFor();
    assert.equal(await filterChips(page).count(), 0);
  }));

test("two days are compared, and the difference is split without a rest", () =>
  usePage(browser, SERVED, async ({ page }) => {
    await withSample(page);
    await goTo(page, "Compare");
    await page.getByText(/^ASR fell from 48\.1 % to 47\.2 %; /).waitFor();
    const contributions = page.getByRole("table", { name: /^Contributions: / });
    const share = page.getByRole("table", { name: /^Contributions: / }).getByRole("row").last();
    assert.match(await share.innerText(), /100\.0 %/, "the contributions add up to all of the change");
    await contributions.getByRole("button").last().waitFor();
  }));

test("an alarm would have gone on for the vendor without capacity", () => usePage(browser, SERVED, async ({ page }) => {
  await withSample(page);
  await goTo(page, "Alarms");
  const events = page.getByRole("table", { name: "When it was on: ASR of a routing gateway too low" });
  await events.getByRole("row", { name: /RG_COBALT/ }).waitFor();
  assert.equal(await events.getByRole("row").count(), 2);
  await events.getByRole("button", { name: /2026-03-02 14/ })
    .or(events.getByRole("link", { name: /2026-03-02 14/ })).first().click();
  await filterChips(page).filter({ hasText: "RG_COBALT" }).waitFor();
}));

test("a block list has the ticked addresses, in the words of what shuts them out", () =>
  usePage(browser, SERVED, async ({ page }) => {
    await withSample(page);
    await goTo(page, "Security");
    const list = page.getByRole("textbox", { name: "Block list" });
    const addresses = ["203.0.113.23", "203.0.113.77", "203.0.113.141"];
    await list.waitFor();
    assert.deepEqual((await list.inputValue()).trim().split("\n").sort(), [...addresses].sort());
    await page.getByRole("checkbox", { name: "Shut out: 203.0.113.77" }).uncheck();
    await page.getByRole("combobox", { name: "Written for" }).selectOption({ label: "nftables" });
    const text = await list.inputValue();
    assert.ok(text.includes("203.0.113.23") && text.includes("table inet") && !text.includes("203.0.113.77"), text);
    // Nobody's gateway: an address with answered calls is none of it.
    assert.ok(!text.includes("192.0.2."));
  }));
