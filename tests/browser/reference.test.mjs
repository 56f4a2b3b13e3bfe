// The reference, and the person's own dictionary.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { SERVED, WAYS, download, drop, endReasonRows, launch, openPage, scratch, untilRead } from "./open.mjs";

let browser, folder;
before(async () => {
  browser = await launch();
  folder = scratch();
});
after(() => browser?.close());


for (const way of Object.keys(WAYS)) {
  test(`a link to an entry opens it on a fresh page, ${way}`, async () => {
    const { page, errors, requests, close } = await openPage(browser, way, { fragment: "#/reference/server/22" });
    const entry = page.getByRole("article", { name: "No Available Route" });
    for (const heading of ["No Available Route", "What it means", "Usual cause", "What to do", "Usual counterparts"]) {
      await entry.getByRole("heading", { name: heading }).waitFor();
    }
    // 503 stands for several server reasons, and its entry says so the other way round.
    await entry.getByRole("link", { name: "SIP 503 Service Unavailable" }).click();
    const sip = page.getByRole("article", { name: "Service Unavailable" });
    for (const name of ["Guide 5 Network Congestion", "Guide 21 Gateway Unavailable", "Guide 22 No Available Route"]) {
      await sip.getByRole("link", { name }).waitFor();
    }
    await page.goBack();
    await entry.waitFor();
    assert.deepEqual(requests.filter((url) => !url.startsWith("blob:")), []);
    assert.deepEqual(errors, []);
    await close();
  });
}

test("what a person types, mistypes or pastes is found", async () => {
  const { page, errors, close } = await openPage(browser, SERVED, { fragment: "#/reference" });
  const results = page.getByRole("list", { name: "Search results" }).getByRole("listitem");
  for (const [typed, first] of [
    ["SIP/2.0 503 Service Unavailable", /^503\s*Service Unavailable/],
    ["servce unavailble", /^503\s*Service Unavailable/],
    ["NoAvailableRouter", /No available route/],
    ["无可用路由", /No available route/],
    ["cause 34", /^34\s*No circuit/],
    ["SS_SIP_TIMEOUT", /SS_SIP_TIMEOUT/],
  ]) {
    await page.getByRole("searchbox", { name: "Search the reference" }).fill(typed);
    assert.match(await results.first().innerText(), first, typed);
  }
  await page.getByRole("searchbox").fill("xyzzyplugh");
  await page.getByText("Nothing fits.").waitFor();
  await page.getByRole("searchbox").fill("");
  await page.getByRole("combobox", { name: "Category" }).selectOption("Billing");
  await page.getByRole("combobox", { name: "Section" }).selectOption("Server end reasons of the guide, 1 to 25");
  const names = await page.getByRole("region", { name: "Server end reasons of the guide, 1 to 25" })
    .getByRole("link").allInnerTexts();
  assert.deepEqual(
    names.map((name) => name.replace(/\s+/g, " ")),
    ["7 Rate Not Found", "8 Balance Insufficient", "24 Prepaid Duration Exceeded"],
  );
  assert.deepEqual(errors, []);
  await close();
});

test(
  "an entry of the troubleshooting guide has its steps in order, and leads to its end reasons and parameters",
  async () => {
    const { page, close } = await openPage(browser, SERVED, { fragment: "#/reference/topic/response-timeout" });
    const entry = page.getByRole("article");
    assert.ok((await entry.getByRole("listitem").count()) >= 3);
    await entry.getByRole("link", { name: "SS_SIP_TIMEOUT" }).click();
    assert.match(await page.getByRole("article", { name: "SS_SIP_TIMEOUT" }).innerText(), /Default\s+32 s/);
    await page.goto(page.url().replace(/#.*/, "#/reference/sip/999"));
    await page.getByText("The reference has no such entry.").waitFor();
    await close();
  },
);

const CALLS = "starttime,holdtime,endreason\n" + "1772452800000,7,-7\n".repeat(3) + "1772452801000,0,-36\n".repeat(5);

const dropCalls = async (page) => {
  const path = join(folder, "calls.csv");
  writeFileSync(path, CALLS);
  await drop(page, [path]);
  await untilRead(page);
};
const rowOf = async (page, code) => (await endReasonRows(page)).find((cells) => cells[0] === code);

test(
  "a person names an end reason: it is marked, stays after a reload, and goes to another browser as a file",
  async () => {
    const first = await openPage(browser, SERVED);
    await dropCalls(first.page);
    await first.page.getByRole("button", { name: "Server reason -36 (not known)" }).click();
    const detail = first.page.getByRole("complementary");
    await detail.getByText("You know better? Name it").click();
    await detail.getByRole("textbox", { name: "Your name for it" }).fill("No credit left");
    await detail.getByRole("combobox", { name: "Its outcome without talk time" }).selectOption("Billing");
    await detail.getByRole("button", { name: "Keep" }).click();
    const named = ["-36", "No credit left yours", "Server", "Billing", "High", "5"];
    await first.page.getByRole("complementary", { name: "No credit left" }).waitFor();
    const shown = async (page) => (await rowOf(page, "-36")).slice(0, 6).map((text) => text.replace(/\s+/g, " "));
    assert.deepEqual(await shown(first.page), named);

    await first.page.reload();
    await first.page.getByRole("navigation", { name: "Pages" }).waitFor();
    await dropCalls(first.page);
    assert.deepEqual(await shown(first.page), named);

    await first.page.getByRole("link", { name: "Reference", exact: true }).click();
    const saved = await download(
      first.page, () => first.page.getByRole("button", { name: "Export your dictionary" }).click(),
    );
    const path = join(folder, saved.name);
    writeFileSync(path, saved.text);

    const second = await openPage(browser, SERVED);
    await dropCalls(second.page);
    assert.equal((await rowOf(second.page, "-36"))[1], "Server reason -36 (not known)");
    await second.page.getByRole("link", { name: "Reference", exact: true }).click();
    const chosen = second.page.waitForEvent("filechooser");
    await second.page.getByRole("button", { name: "Import a dictionary" }).click();
    await (await chosen).setFiles([path]);
    await second.page.getByText("1 end reason taken over.").waitFor();
    await second.page.getByRole("link", { name: "End reasons", exact: true }).click();
    assert.deepEqual(await shown(second.page), named);

    // And it can be taken back.
    await second.page.getByRole("button", { name: "No credit left" }).click();
    await second.page.getByRole("button", { name: "Take back" }).click();
    await second.page.getByRole("complementary", { name: "Server reason -36 (not known)" }).waitFor();
    assert.deepEqual([...first.errors, ...second.errors], []);
    await first.close();
    await second.close();
  },
);

test("names are learnt from two exports of the same calls", async () => {
  const { page, errors, close } = await openPage(browser, SERVED);
  const rows = (name) =>
    Array.from({ length: 300 }, (_, at) => `${900_000 + at},${1772452800000 + at * 1000},0,${name(at)}\n`).join("");
  const numbers = join(folder, "numbers.csv");
  const words = join(folder, "words.csv");
  writeFileSync(numbers, "flowno,starttime,holdtime,endreason\n" + rows((at) => ["-36", "503", "-91"][at % 3]));
  writeFileSync(
    words,
    "flowno,starttime,holdtime,endreason\n" +
      rows((at) => ["账户余额不足", "Service Unavailable(503)", "Gateway asleep"][at % 3]),
  );
  await drop(page, [numbers, words]);
  await untilRead(page);
  const offer = page.getByRole("region", { name: "Names found" });
  await offer.getByText("2 end reasons can be named by that").waitFor();
  await offer.getByRole("button", { name: "Take these names over" }).click();
  await offer.waitFor({ state: "hidden" });
  assert.match((await rowOf(page, "-36"))[1], /^账户余额不足\s+yours$/);
  assert.equal((await rowOf(page, "-36"))[3], "Billing");
  assert.match((await rowOf(page, "-91"))[1], /^Gateway asleep\s+yours$/);
  assert.deepEqual(errors, []);
  await close();
});

for (const way of Object.keys(WAYS)) {
  test(`the licences of the software in the page can be read, ${way}`, async () => {
    const { page, errors, close } = await openPage(browser, way, { fragment: "#/reference" });
    await page.getByText("Licences of the software in this page").click();
    const text = await page.getByRole("group", { name: "Licences of the software in this page" }).innerText();
    for (const part of [/^yew \d/m, /^echarts \d/m, /Permission is hereby granted/, /Apache License/]) {
      assert.match(text, part);
    }
    assert.deepEqual(errors, []);
    await close();
  });
}
