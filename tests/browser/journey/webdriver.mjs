// A client of W3C WebDriver, as far as the journey needs it. That is a dozen requests: a package of npm, with those
// that it brings, would be more to keep.

import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { LIMIT } from "../open.mjs";

/** The name under which the standard hands out elements. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** A program that ends with the tests, however these end. */
export const startProgram = (program, args, options) => {
  const child = spawn(program, args, options);
  child.unref();
  const failed = new Promise((_, reject) => child.once("error", reject));
  failed.catch(() => {});
  const end = () => child.kill();
  process.once("exit", end);
  const stop = async () => {
    process.removeListener("exit", end);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once("exit", done));
    child.ref();
    child.kill();
    await ended;
  };
  return { child, failed, stop };
};

const freePort = () => new Promise((done, failed) => {
  const server = createServer().once("error", failed).listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

const request = async (method, address, body) => {
  const asked = `${method} ${new URL(address).pathname}`;
  const options = { method, body: body && JSON.stringify(body), headers: { "content-type": "application/json" } };
  const answer = await fetch(address, { ...options, signal: AbortSignal.timeout(2 * LIMIT) }).catch((error) => {
    throw new Error(`${asked}: ${error.message}`);
  });
  const { value } = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(`${asked}: ${value.error}: ${value.message}`), { code: value.error });
  return value;
};

export class WebDriver {
  /** Starts a driver and a session with a browser. */
  static async start(program, environment, capabilities) {
    const port = await freePort();
    const driver = startProgram(program, [`--port=${port}`], { env: environment, stdio: "ignore" });
    const base = `http://127.0.0.1:${port}`;
    const deadline = Date.now() + LIMIT;
    const isReady = () => request("GET", `${base}/status`).then(({ ready }) => ready, () => false);
    while (!(await Promise.race([isReady(), driver.failed]))) {
      if (Date.now() > deadline || driver.child.exitCode !== null) throw new Error(`${program} does not answer`);
      await pause(20);
    }
    const session = await request("POST", `${base}/session`, { capabilities: { alwaysMatch: capabilities } });
    return new WebDriver(`${base}/session/${session.sessionId}`, session.capabilities, driver.stop);
  }

  constructor(base, capabilities, stop) {
    Object.assign(this, { base, capabilities, stop });
  }

  post(path, body = {}) {
    return request("POST", `${this.base}/${path}`, body);
  }

  async close() {
    await request("DELETE", this.base);
    await this.stop();
  }

  /** The value of an expression, once it has come where it is a promise. */
  async evaluate(expression) {
    const script = `const done = arguments[0];
      Promise.resolve().then(() => ${expression})
        .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.post("execute/async", { script, args: [] });
    if (error) throw new Error(error);
    // JSON has no undefined.
    return value ?? undefined;
  }

  /** The value of an expression that has it at once. */
  value(expression) {
    return this.post("execute/sync", { script: `return ${expression}`, args: [] });
  }

  /** The element that an expression is. */
  async element(expression) {
    return (await this.value(expression))[ELEMENT];
  }

  click(element) {
    return this.post(`element/${element}/click`);
  }

  type(element, text) {
    return this.post(`element/${element}/value`, { text });
  }

  /** Chooses of a list the option of that value. */
  async select(element, value) {
    const selector = `option[value=${JSON.stringify(value)}]`;
    const [option] = await this.post(`element/${element}/elements`, { using: "css selector", value: selector });
    await this.click(option[ELEMENT]);
  }
}
