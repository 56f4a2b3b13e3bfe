// WebKit, as Linux has it: MiniBrowser on a screen that nobody sees, driven by WebKitGTK's own driver.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LIMIT, TIME_ZONE, scratch } from "../open.mjs";
import { savedInto } from "./downloads.mjs";
import { WebDriver, startProgram } from "./webdriver.mjs";

const SIZE = { width: 1280, height: 1000 };

/** A screen in memory; it chooses its own number and tells it. */
const startScreen = async () => {
  const args = ["-displayfd", "3", "-screen", "0", `${SIZE.width}x${SIZE.height}x24`, "-nolisten", "tcp"];
  const screen = startProgram(process.env.XVFB, args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const told = new Promise((done, failed) => {
    let number = "";
    const pipe = screen.child.stdio[3].setEncoding("utf8").on("data", (text) => {
      number += text;
      // It may come in pieces, and a screen that cannot tell all of it ends.
      if (!number.endsWith("\n")) return;
      pipe.destroy();
      done(number.trim());
    });
    screen.child.once("exit", (code) => failed(new Error(`${process.env.XVFB} ended at once (${code})`)));
  });
  return { number: await Promise.race([told, screen.failed]), stop: screen.stop };
};

/** A home of its own for the browser, with a folder for what it saves. */
const makeHome = () => {
  const home = scratch();
  const downloads = join(home, "downloads");
  mkdirSync(downloads);
  mkdirSync(join(home, ".config"));
  writeFileSync(join(home, ".config", "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  return { home, downloads };
};

/** Its surroundings: nothing but memory to draw with, no sandbox, which containers and root do not have. */
const surroundings = (home, screen) => ({
  ...process.env,
  TZ: TIME_ZONE,
  LANG: "en_US.UTF-8",
  LANGUAGE: "en_US",
  HOME: home,
  XDG_CONFIG_HOME: join(home, ".config"),
  XDG_CACHE_HOME: join(home, ".cache"),
  XDG_DATA_HOME: join(home, ".local"),
  XDG_RUNTIME_DIR: home,
  DISPLAY: `:${screen}`,
  GDK_BACKEND: "x11",
  NO_AT_BRIDGE: "1",
  LIBGL_ALWAYS_SOFTWARE: "1",
  WEBKIT_DISABLE_COMPOSITING_MODE: "1",
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
});

/** Runs in the page: keeps what a console would say, from when it is called on. */
const keepErrors = (address) => {
  if (!location.href.startsWith(address)) return false;
  if (window.errorsKept) return true;
  const kept = (window.errorsKept = []);
  const { error } = console;
  console.error = (...said) => {
    kept.push(said.join(" "));
    error.apply(console, said);
  };
  // While it comes down, that of an element that could not be loaded is heard too.
  addEventListener("error", ({ message, target }) => kept.push(message ?? `not loaded: ${target.outerHTML}`), true);
  addEventListener("unhandledrejection", ({ reason }) => kept.push(`unhandled: ${reason}`));
  addEventListener("securitypolicyviolation", (refused) =>
    kept.push(`${refused.violatedDirective} refused ${refused.blockedURI}`));
  return true;
};

export const webkit = {
  name: "WebKit",
  variables: ["WEBKIT_DRIVER", "WEBKIT_BROWSER", "XVFB"],
  /** Starts a browser. */
  start: async () => {
    const screen = await startScreen();
    const { home, downloads } = makeHome();
    const driver = await WebDriver.start(process.env.WEBKIT_DRIVER, surroundings(home, screen.number), {
      // Going to an address does not wait for the page, so that its errors are kept from early on.
      pageLoadStrategy: "none",
      // The page's inputs for files are not seen: its buttons open them.
      strictFileInteractability: false,
      "webkitgtk:browserOptions": { binary: process.env.WEBKIT_BROWSER, args: ["--automation"] },
    });
    // Of what the page itself waits for, the page tells first.
    await driver.post("timeouts", { script: 2 * LIMIT });
    await driver.post("window/rect", SIZE);
    return {
      version: driver.capabilities.browserVersion,
      open: async (address) => {
        await driver.post("url", { url: address });
        // The driver has no words for the console, and in automation the browser writes it nowhere.
        const keep = `(${keepErrors})(${JSON.stringify(address)})`;
        // What is asked of the document that is left just then has no answer.
        const isKept = () => driver.value(keep).catch((error) => {
          if (error.code !== "no such frame") throw error;
          return false;
        });
        for (const deadline = Date.now() + LIMIT; !(await isKept()); ) {
          if (Date.now() > deadline) throw new Error(`${address} does not open`);
        }
      },
      errors: () => driver.value("window.errorsKept"),
      evaluate: (expression) => driver.evaluate(expression),
      element: (expression) => driver.element(expression),
      click: (element) => driver.click(element),
      type: (element, text) => driver.type(element, text),
      select: (element, value) => driver.select(element, value),
      chooseFile: (element, path) => driver.type(element, path),
      save: (click) => savedInto(downloads, click),
      close: async () => {
        await driver.close();
        await screen.stop();
      },
    };
  },
};
