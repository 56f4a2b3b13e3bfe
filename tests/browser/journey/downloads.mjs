// The folder that a browser saves to.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { LIMIT } from "../open.mjs";

/** The file that appears in a folder by a click, once the browser has put it there whole. */
export const savedInto = async (folder, click) => {
  const before = readdirSync(folder);
  await click();
  const deadline = Date.now() + LIMIT;
  while (Date.now() < deadline) {
    const added = readdirSync(folder).filter((name) => !before.includes(name));
    // While it is written there is a file of another name beside it, or instead of it.
    const unfinished = added.some((name) => /\.(part|wkdownload)$/.test(name));
    if (added.length > 0 && !unfinished) {
      const text = readFileSync(join(folder, added[0]), "utf8");
      if (text.length > 0) return { name: added[0], text };
    }
    await pause(20);
  }
  throw new Error(`nothing was saved; in the folder are: ${readdirSync(folder).join(", ") || "no files"}`);
};
