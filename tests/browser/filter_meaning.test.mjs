// What a person types into the filter means exactly that, or is said not to be understood; then there are no figures at
// all. And what other pages say without a word being true of it: a few calls, counted here by hand.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  SERVED, addToFilter, browser, button, drop, figureBecomes, file, goTo, openPage, prepare, untilRead, usePage,
} from "./open.mjs";

prepare();

const HEADER = "flowno,calleee164,callerip,calleegatewayid,starttime,stoptime,holdtime,enddirection,endreason,fee";

/** A call of one minute, unless something else is said. */
const call = (at, {
  callee = "8802000000001", vendor = "V1", address = "192.0.2.21", talk = 60, side = 0, reason = -7, fee = "0.5",
}) => {
  const start = Date.parse(at);
  return [callee, address, vendor, start, start + talk * 1000, talk, side, reason, fee].join();
};
const csv = (calls) => [HEADER, ...calls.map((line, number) => `${7000 + number},${line}`)].join("\n") + "\n";

/** Two calls to Bangladesh and one to Britain on the first day, three to Britain on the second. */
const DAYS = csv([
  call("2026-03-01T10:00:00Z", {}),
  call("2026-03-01T22:30:00Z", { talk: 1, fee: "0.004" }),
  call("2026-03-01T23:59:59Z", { callee: "442079460001", talk: 0, reason: 503 }),
  call("2026-03-02T00:00:00Z", { callee: "442079460002" }),
  call("2026-03-02T12:00:00Z", { callee: "442079460003" }),
  call("2026-03-02T23:59:59Z", { callee: "442079460004" }),
]);

const read = async (page, name, text) => {
  await drop(page, [file(name, text)]);
  await untilRead(page);
};
const refusal = (page) => page.getByRole("alert");
const OF_CALLS = [
  "Overview", "Findings", "End reasons", "Time", "Break-down", "Compare", "Destinations", "Billing", "Capacity",
  "Quality", "Security", "Alarms", "Calls",
];

test("while a part of the filter is not understood, no page shows figures", () =>
  usePage(browser, SERVED, async ({ page }) => {
    await read(page, "days.csv", DAYS);
    await addToFilter(page, "answered", "yes");
    await figureBecomes(page, "Calls", "5");
    await addToFilter(page, "country", "Bangladeshx");
    for (const name of OF_CALLS) {
      await goTo(page, name);
      await refusal(page)
        .getByText("Country: “Bangladeshx” cannot be understood. A name, two letters or a prefix").waitFor();
      const main = page.getByRole("main");
      for (const figures of ["table", "img", "term", "figure"]) {
        assert.equal(await main.getByRole(figures).count(), 0, `${name} shows a ${figures}`);
      }
      assert.equal(await page.getByText(/These figures are of/).count(), 0, name);
      // It says so in the filter, in the address, as it was typed.
      await button(page, "Country: Bangladeshx").waitFor();
      assert.match(page.url(), /country=Bangladeshx/);
    }
    assert.equal(await button(page, "Export as CSV").count(), 0);
    await goTo(page, "End reasons");
    await button(page, "Export JSON").click();
    await page.getByText("No figures: a part of the filter is not understood").nth(1).waitFor();

    await button(page, "Switch off: Country").click();
    await figureBecomes(page, "Calls", "5");
    await button(page, "Country: Bangladeshx").click();
    await refusal(page).waitFor();
    await button(page, "Remove: Country").click();
    await figureBecomes(page, "Calls", "5");
  }));

test("an address with a filter that is not understood shows no figures either", async () => {
  const { page, errors, close } = await openPage(browser, SERVED, { fragment: "#/billing?country=Bangladeshx" });
  await drop(page, [file("address.csv", DAYS)]);
  await refusal(page).waitFor();
  await goTo(page, "Billing");
  await refusal(page).getByText("Country: “Bangladeshx” cannot be understood.").waitFor();
  assert.equal(await page.getByRole("main").getByRole("table").count(), 0);
  await button(page, "Remove: Country").click();
  await page.getByRole("main").getByRole("table").first().waitFor();
  assert.deepEqual(errors, []);
  await close();
});

test("countries are understood by their names", () => usePage(browser, SERVED, async ({ page }) => {
  await read(page, "countries.csv", DAYS);
  for (const [typed, calls] of [
    ["Bangladesh", "2"], ["bangladesh", "2"], ["BD", "2"], ["+880", "2"],
    ["UNITED KINGDOM", "4"], ["uk, Bangladesh", "6"], ["!Bangladesh", "4"],
  ]) {
    await addToFilter(page, "country", typed);
    await figureBecomes(page, "Calls", calls);
    await button(page, `Country: ${typed}`).waitFor();
  }
}));

test("a day is all of that day, as clocks show it", () => usePage(browser, SERVED, async ({ page }) => {
  await read(page, "periods.csv", DAYS);
  const finds = async (typed, calls) => {
    await addToFilter(page, "period", typed);
    await figureBecomes(page, "Calls", calls);
    await button(page, `Period: ${typed}`).waitFor();
  };
  await finds("2026-03-02", "3");
  await finds("2026-03-01..2026-03-02", "6");
  await finds("..2026-03-01", "3");
  await finds("2026-03", "6");
  await finds("2026-03-02 12", "1");
  // A time is where it ends, as it always was.
  await finds("2026-03-01 10:00..2026-03-02 12:00", "4");
  await finds("2026-03-01T10:00:00Z..2026-03-02T12:00:00Z", "4");
  // In the zone of this browser, eight hours ahead, the day begins with the call of 22:30.
  await page.getByRole("combobox", { name: "Times shown in" }).selectOption("This machine's zone (Asia/Shanghai)");
  await finds("2026-03-02", "4");
}));

test("seconds and amounts are meant to the last digit", () => usePage(browser, SERVED, async ({ page }) => {
  await read(page, "amounts.csv", DAYS);
  const finds = async (field, name, typed, calls) => {
    await addToFilter(page, field, typed);
    await figureBecomes(page, "Calls", calls);
    await button(page, `${name}: ${typed}`).waitFor();
  };
  await finds("talk", "Talk time", "0.5..", "5");
  await finds("talk", "Talk time", "1.5..", "4");
  await finds("talk", "Talk time", "..0.9", "1");
  await finds("talk", "Talk time", "1.0", "1");
  await button(page, "Remove the filter").click();
  await finds("fee", "Fee", "0.0041..", "5");
  await finds("fee", "Fee", "0.0039..0.004", "1");
  // What could be something else is refused, not guessed.
  for (const typed of ["1,500..", "30min", "60..10"]) {
    await addToFilter(page, "talk", typed);
    await refusal(page).getByText(`Talk time: “${typed}” cannot be understood.`).waitFor();
    await button(page, "Remove: Talk time").click();
    await figureBecomes(page, "Calls", "1");
  }
}));

test("a vendor's own refusal is none of the switch's", () => usePage(browser, SERVED, async ({ page }) => {
  const vendors = Array.from({ length: 25 }, () =>
    call("2026-03-02T12:00:00Z", { talk: 0, side: 1, reason: 403, fee: "0" }));
  const ours = Array.from({ length: 9 }, () =>
    call("2026-03-02T13:00:00Z", { talk: 0, side: 2, reason: 403, fee: "0", vendor: "", address: "198.51.100.7" }));
  await read(page, "refused.csv", csv([...vendors, ...ours, call("2026-03-02T14:00:00Z", {})]));
  await goTo(page, "Security");
  const reasons = page.getByRole("list", { name: "What counts as refused for security" }).getByRole("listitem");
  await reasons.getByText(/403\): 9 calls/).waitFor();
  assert.equal(await reasons.count(), 1);
  const row = page.getByRole("row").filter({ hasText: "198.51.100.7" });
  assert.match(await row.innerText(), /\b9\b/);
}));

test("points against a reading are no calls", () => usePage(browser, SERVED, async ({ page }) => {
  // Answered calls with 16 fit no list of the guide's; who hung up speaks against Q.850 a little.
  const calls = [
    ...Array.from({ length: 40 }, () => call("2026-03-02T12:00:00Z", { reason: 16 })),
    call("2026-03-02T12:00:00Z", { reason: 16, side: 2 }),
  ];
  await read(page, "points.csv", csv(calls));
  await page.getByText("Points against this reading: 0.25. Against the other, the guide's list: 61.25.").waitFor();
  assert.doesNotMatch(await page.getByRole("main").innerText(), /\d[.]\d+ calls/);
}));
