// Chromium, driven by Playwright.

import { readFileSync } from "node:fs";
import { LIMIT, TIME_ZONE, launch } from "../open.mjs";

export const chromium = {
  name: "Chromium",
  variables: ["CHROMIUM"],
  /** Starts a browser. */
  start: async () => {
    const browser = await launch();
    const page = await browser.newPage({ acceptDownloads: true, timezoneId: TIME_ZONE });
    page.setDefaultTimeout(LIMIT);
    const errors = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(String(error)));
    return {
      version: browser.version(),
      open: (address) => page.goto(address),
      errors: async () => errors,
      evaluate: (expression) => page.evaluate(expression),
      element: async (expression) => (await page.evaluateHandle(expression)).asElement(),
      click: (element) => element.click(),
      type: (element, text) => element.fill(text),
      select: (element, value) => element.selectOption(value),
      chooseFile: (element, path) => element.setInputFiles(path),
      save: async (click) => {
        // The browser's dialog cannot be seen from here.
        await page.evaluate("void (window.showSaveFilePicker = undefined)");
        const [saved] = await Promise.all([page.waitForEvent("download"), click()]);
        return { name: saved.suggestedFilename(), text: readFileSync(await saved.path(), "utf8") };
      },
      close: () => browser.close(),
    };
  },
};
