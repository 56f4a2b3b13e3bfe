// Runs tests that were compiled for wasm32-wasip1; cargo calls it (.cargo/config.toml) as
//     node run.mjs TESTS.wasm ARGUMENTS…
//
// A panic ends the program there: libtest can neither go on with the next test nor show what it has kept back. So
// nothing is kept back, which test it was is told by the name that libtest has written last, and the tests behind it
// are run anew.

import { createHash, randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { WASI } from "node:wasi";

const [path, ...given] = process.argv.slice(2);
const root = resolve(import.meta.dirname, "../..");
const program = new WebAssembly.Module(readFileSync(path));

/**
 * What is drawn by chance is drawn from this and the test's name: what a property was given when it panicked, nobody
 * can say.
 */
const seed = process.env.CDR_LENS_SEED ?? String(randomInt(2 ** 32));

/** The name of the test that was begun last, by what libtest has written. */
const lastOf = (text) => [...text.matchAll(/^test (.+?)(?: - should panic)? \.\.\. /gm)].at(-1)?.[1];

/** Runs it to its end. Returns what it wrote to its standard output, and the trap or code that it ended with. */
const run = (args, isShown) => {
  const wasi = new WASI({
    version: "preview1",
    args: [basename(path), ...args],
    // Where the package is, is told when the test runs: what was compiled may come from another checkout that shares
    // the target directory.
    env: {
      RUST_BACKTRACE: process.env.RUST_BACKTRACE ?? "0",
      CARGO_MANIFEST_DIR: process.env.CARGO_MANIFEST_DIR ?? "",
    },
    // Tests name their files by absolute paths. What failed proptest keeps as everywhere, in a folder beside `src`: as
    // it sees it, `/`.
    preopens: { [root]: root, "/": root },
    returnOnExit: true,
  });
  const imports = wasi.getImportObject();
  const system = imports.wasi_snapshot_preview1;
  const written = new TextDecoder();
  let [text, test, draws] = ["", undefined, 0];
  const write = system.fd_write;
  system.fd_write = (to, parts, count, length) => {
    if (to !== 1) return write(to, parts, count, length);
    const memory = new DataView(instance.exports.memory.buffer);
    let all = 0;
    for (let part = parts; part < parts + count * 8; part += 8) {
      const bytes = new Uint8Array(memory.buffer, memory.getUint32(part, true), memory.getUint32(part + 4, true));
      text += written.decode(bytes, { stream: true });
      all += bytes.length;
    }
    if (isShown) return write(to, parts, count, length);
    memory.setUint32(length, all, true);
    return 0;
  };
  system.random_get = (begin, length) => {
    const now = lastOf(text);
    if (now !== test) [test, draws] = [now, 0];
    const bytes = new Uint8Array(instance.exports.memory.buffer, begin, length);
    for (let at = 0; at < length; at += 32) {
      const drawn = createHash("sha256").update(`${seed} ${test} ${draws++}`).digest();
      bytes.set(drawn.subarray(0, Math.min(32, length - at)), at);
    }
    return 0;
  };
  const instance = new WebAssembly.Instance(program, imports);
  try {
    const code = wasi.start(instance);
    return { text, code };
  } catch (trap) {
    return { text, trap };
  }
};

const listed = () => {
  const lines = run([...given, "--list", "--format", "terse"], false).text.split("\n");
  return lines.filter((line) => line.endsWith(": test")).map((line) => line.slice(0, -": test".length));
};

const ended = [];
let args = given;
while (args) {
  const { text, code, trap } = run([...args, "--nocapture"], true);
  if (!trap) {
    process.exitCode ||= code;
    break;
  }
  process.exitCode = 101;
  const name = lastOf(text);
  console.log(`\n--> The program ended in ${name ?? "no test"}: ${trap.message}`);
  ended.push(name);
  const behind = listed();
  behind.splice(0, behind.indexOf(name) + 1);
  args = name && behind.length > 0
    ? [...given.filter((word) => word.startsWith("-")), "--exact", ...behind]
    : undefined;
}
if (ended.length > 0) console.log(`\nPanicked on wasm32:\n${ended.map((name) => `    ${name}\n`).join("")}`);
if (process.exitCode) console.log(`To give properties the same again: CDR_LENS_SEED=${seed}`);
