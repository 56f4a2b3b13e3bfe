// Firefox, driven by Puppeteer, which speaks WebDriver BiDi with it.

import { LIMIT, TIME_ZONE, scratch } from "../open.mjs";
import { savedInto } from "./downloads.mjs";

export const firefox = {
  name: "Firefox",
  variables: ["FIREFOX"],
  /** Starts a browser. */
  start: async () => {
    // Here, so that what is not tested with needs not be there.
    const { default: puppeteer } = await import("puppeteer-core");
    const folder = scratch();
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: process.env.FIREFOX,
      headless: true,
      env: { ...process.env, TZ: TIME_ZONE },
      // A size is given by arguments: the command that sets it is missing in older versions.
      defaultViewport: null,
      args: ["--width=1280", "--height=1000"],
      timeout: LIMIT,
      // Of what the page itself waits for, the page tells first.
      protocolTimeout: 2 * LIMIT,
      extraPrefsFirefox: {
        "browser.download.folderList": 2,
        "browser.download.dir": folder,
        "browser.download.useDownloadDir": true,
        "browser.download.always_ask_before_handling_new_types": false,
        "browser.download.alwaysOpenPanel": false,
      },
    });
    const page = await browser.newPage();
    page.setDefaultTimeout(LIMIT);
    const errors = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(String(error)));
    return {
      version: (await browser.version()).replace(/^firefox\//i, ""),
      open: (address) => page.goto(address),
      errors: async () => errors,
      evaluate: (expression) => page.evaluate(expression),
      element: async (expression) => (await page.evaluateHandle(expression)).asElement(),
      click: (element) => element.click(),
      type: (element, text) => element.type(text),
      select: (element, value) => element.select(value),
      chooseFile: (element, path) => element.uploadFile(path),
      save: (click) => savedInto(folder, click),
      close: () => browser.close(),
    };
  },
};
