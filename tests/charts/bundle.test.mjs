// The charts' script, run where there is no page and no code can be made of text.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { EXAMPLES, HOSTILE } from "./examples.mjs";

const sources = fileURLToPath(new URL("../../www/charts/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "cdr-lens-charts-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, "charts.js");
execFileSync(process.execPath, [join(sources, "bundle.mjs"), file]);
const script = readFileSync(file, "utf8");

const events = [];
const context = createContext(
  { console, Event, setTimeout, clearTimeout, dispatchEvent: (event) => events.push(event.type) },
  // Here, eval and new Function throw.
  { codeGeneration: { strings: false, wasm: false } },
);
runInContext(script, context);
const { cdrLensCharts } = context;

const THEME = { dark: false, text: "#17211f", muted: "#51605f", line: "#d7dedd", background: "#ffffff" };
const svg = (spec, theme = THEME, width = 640, height = 320) =>
  cdrLensCharts.svg(spec, theme, width, height);

/** What texts a picture shows. */
const textsOf = (picture) => [...picture.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text.trim());

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

test("it says when it is there", () => {
  assert.deepEqual(events, ["cdr-lens-charts"]);
});

test("it is small enough, and begins with the licences", () => {
  const size = gzipSync(script, { level: 9 }).length;
  console.log(`charts: ${script.length} bytes, ${size} gzipped`);
  assert.ok(size <= 250_000, `${size} bytes gzipped`);
  const licences = script.slice(0, script.indexOf("*/"));
  for (const part of ["The Apache Software Foundation", "END OF TERMS AND CONDITIONS", "Baidu Inc.", "Mike Bostock"]) {
    assert.ok(licences.includes(part), part);
  }
});

test("it holds no way to make code of text", () => {
  assert.doesNotMatch(script, /\bnew Function\b|[^\w.$]eval\(/);
});

for (const [kind, spec] of Object.entries(EXAMPLES)) {
  test(`${kind}: drawn, light and dark, wide and narrow`, () => {
    for (const theme of [THEME, { ...THEME, dark: true, background: "#14191c" }]) {
      for (const width of [1200, 360]) {
        const picture = svg(spec, theme, width, 300);
        assert.ok(picture.startsWith("<svg ") && picture.endsWith("</svg>"));
        assert.ok(picture.includes(`viewBox="0 0 ${width} 300"`));
        assert.ok((picture.match(/<path/g) ?? []).length > 0, "something is drawn");
        assert.ok(picture.includes(theme.background));
        // A page's policy forbids it.
        assert.ok(!picture.includes("<style"));
        assert.ok(!picture.includes("NaN"));
      }
    }
  });

  test(`${kind}: names are text`, () => {
    const picture = svg(spec, THEME, 1200, 400);
    assert.doesNotMatch(picture, /<img/i);
    assert.ok(picture.includes('role="img"'));
    if (kind !== "spark" && kind !== "histogram") {
      const shown = textsOf(picture).filter((text) => text.startsWith("&lt;img"));
      assert.ok(shown.length > 0, textsOf(picture).join("\n"));
      for (const text of shown) {
        const begin = text.replace(/…$/, "");
        assert.ok(escaped(HOSTILE).startsWith(begin), text);
      }
    }
    // As few as are looked for, and none of them with an attribute that a name has made.
    assert.doesNotMatch(picture, /<[^>"]*("[^"]*"[^>"]*)*\sonerror=/);
  });
}

test("a title cannot leave the attribute it stands in", () => {
  const picture = svg({ ...EXAMPLES.bars, title: '" onload="alert(1)' });
  assert.ok(picture.includes('aria-label="&#34; onload=&#34;alert(1)"'));
});

test("a theme cannot leave the attribute it stands in", () => {
  const markup = '"><script>';
  const picture = svg(EXAMPLES.lines, { ...THEME, text: markup, font: `"Segoe UI", x${markup}`, series: [markup] });
  assert.doesNotMatch(picture, /<script/);
});

test("control characters, which no SVG may have, are left out", () => {
  const picture = svg({ ...EXAMPLES.bars, categories: ["a\u0000b\nc", "d\u001be", "f"] });
  assert.deepEqual(textsOf(picture).slice(0, 20).filter((text) => /^[a-f]/.test(text)), ["a b c", "d e", "f"]);
});

test("numbers are written in the page's notation", () => {
  const shown = (spec) => textsOf(svg({ ...EXAMPLES.bars, words: {}, ...spec }));
  const values = (unit, ...numbers) => shown({ unit, series: [{ name: "a", values: numbers }] });
  assert.ok(values("count", 1234, 5, 6).includes("1,234"));
  assert.ok(values("seconds", 3723, 65, 6).includes("1:02:03"));
  assert.ok(values("percent", 47.916, 65, 6).includes("47.9\u00a0%"));
  assert.ok(values("money", 3.5, 65, 6).includes("3.50"));
  assert.ok(shown({ locale: "de", unit: "count" }).includes("1.234"));
  assert.ok(shown({ locale: "no such locale", unit: "none" }).length > 0);
});

test("what is not there is not drawn as 0", () => {
  const gap = svg({ kind: "bars", title: "", categories: ["a", "b"], series: [{ name: "x", values: [3, null] }] });
  const zero = svg({ kind: "bars", title: "", categories: ["a", "b"], series: [{ name: "x", values: [3, 0] }] });
  assert.ok(gap.length < zero.length);
  const cells = svg({ kind: "heat", title: "", categories: ["a", "b"], series: [{ name: "x", values: [3, null] }] });
  assert.ok(textsOf(cells).includes("3") && !textsOf(cells).includes("null"));
});

test("nothing to show is an empty chart, and no error", () => {
  for (const kind of Object.keys(EXAMPLES)) {
    assert.ok(svg({ kind, title: "" }).startsWith("<svg "), kind);
    const none = { kind, title: "", categories: ["a"], series: [{ name: "x", values: [null] }], points: [] };
    assert.ok(!svg(none).includes("NaN"), kind);
  }
  assert.throws(() => svg({ kind: "pie", title: "" }), /no chart is of the kind/);
});

test("thousands of points are few in the picture", () => {
  const values = Array.from({ length: 20_000 }, (_, at) => 50 + 30 * Math.sin(at / 50));
  const categories = values.map((_, at) => `${at}`);
  const spec = { kind: "lines", title: "", categories, series: [{ name: "x", values }] };
  assert.ok(svg(spec).length < 60_000);
});

test("the colours of series have enough contrast", async () => {
  const { luminance, readTheme } = await import("../../www/charts/theme.js");
  const contrast = (one, other) => {
    const [less, more] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (more + 0.05) / (less + 0.05);
  };
  for (const theme of [readTheme(THEME), readTheme({ dark: true })]) {
    for (const color of theme.series) assert.ok(contrast(color, theme.background) >= 3, color);
    for (const color of [theme.text, theme.muted]) assert.ok(contrast(color, theme.background) >= 4.5, color);
  }
});
