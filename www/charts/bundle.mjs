// Makes one plain script of these modules and of the parts of ECharts that they use: node bundle.mjs FILE
//
// `cargo xtask build` runs this, and so does Trunk before it builds. The script begins with a comment that holds the
// licences of what is in it, whole: whoever is given the page is given them.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "../../node_modules");

/** The files in which the packages say on which terms they may be handed on. */
const LICENCES = ["echarts/NOTICE", "echarts/LICENSE", "echarts/licenses/LICENSE-d3", "zrender/LICENSE"];

const version = (name) => JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8")).version;

const banner = () => {
  const texts = LICENCES.map((file) => `${file}\n\n${readFileSync(join(packages, file), "utf8").trim()}`);
  const parts = `Apache ECharts ${version("echarts")} and of its renderer zrender ${version("zrender")}`;
  const about = `The charts of CDR Lens, with parts of ${parts}, bundled and made small.\nTheir notice and licences:`;
  const text = [about, ...texts].join(`\n\n${"-".repeat(80)}\n`);
  // It must not end the comment it stands in.
  return `/*!\n${text.replaceAll("*/", "* /")}\n*/`;
};

/** The script's text. */
export const bundle = async () => {
  const { build } = await import("esbuild");
  const built = await build({
    entryPoints: [join(here, "main.js")],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    // Each file of ECharts repeats the same few lines; the banner says it once, and whole.
    legalComments: "none",
    banner: { js: banner() },
    // Its checks and warnings for those who write charts.
    define: { "process.env.NODE_ENV": '"production"' },
    write: false,
    logLevel: "warning",
  });
  return built.outputFiles[0].text;
};

/** What stands in the script's place where the packages are missing: it says that there will be no charts. */
const NO_CHARTS = 'globalThis.dispatchEvent(new Event("cdr-lens-charts"));\n';

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , file] = process.argv;
  if (!file) throw new Error("name the file to write: node bundle.mjs FILE");
  const installed = ["esbuild", "echarts"].every((name) => existsSync(join(packages, name, "package.json")));
  if (!installed) {
    console.warn("npm's packages are not installed (npm ci): the page will have tables in place of charts.");
  }
  const text = installed ? await bundle() : NO_CHARTS;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
