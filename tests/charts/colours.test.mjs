// The page's own colours, light and dark, as base.css has them: text can be read on all that it stands on.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { luminance } from "../../www/charts/theme.js";

const sheet = readFileSync(new URL("../../www/style/base.css", import.meta.url), "utf8");
const found = [...sheet.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)];
const colours = Object.fromEntries(found.map(([, name, light, dark]) => [name, { light, dark }]));

const contrast = (one, other, scheme) => {
  const [less, more] = [one, other].map((name) => luminance(colours[name][scheme])).sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
};

/** What stands on what, by the least contrast that it must have (WCAG 2.2, 1.4.3 and 1.4.11). */
const TEXT = 4.5;
const SIGN = 3;
const PAIRS = [
  ...["ink", "soft", "accent", "warn", "bad"].flatMap((text) =>
    ["paper", "ground", "accent-soft", "bar-soft"].map((ground) => [text, ground, TEXT]),
  ),
  ["accent-ink", "accent", TEXT],
  ["ink", "warn-soft", TEXT],
  ["warn", "warn-soft", TEXT],
  ["ink", "bad-soft", TEXT],
  ["bad", "bad-soft", TEXT],
  ["bar", "paper", SIGN],
  ["edge", "paper", SIGN],
  // What has the focus is outlined.
  ["accent", "paper", SIGN],
  ["accent", "ground", SIGN],
];

for (const scheme of ["light", "dark"]) {
  test(`${scheme}: text and signs have enough contrast`, () => {
    for (const [text, ground, least] of PAIRS) {
      const has = contrast(text, ground, scheme);
      assert.ok(has >= least, `${text} on ${ground}: ${has.toFixed(2)}, not ${least}`);
    }
  });
}
