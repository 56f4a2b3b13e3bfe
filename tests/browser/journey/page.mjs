// The page in any browser: what a person does with it, by the few things that every driver can do.

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { LIMIT } from "../open.mjs";
import { heading, main, navigation, reading, region, term } from "./places.mjs";

/** Runs in the page, so that a busy machine need not be asked over and over: waits until a question has an answer. */
const wait = async (ask, limit) => {
  const deadline = Date.now() + limit;
  do {
    // What was queued before has its turn, and the page is drawn.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const answer = ask();
    if (answer) return answer;
  } while (Date.now() < deadline);
  return undefined;
};

export class Page {
  /** A driver is what `start` of a browser's file in this folder makes. */
  constructor(driver) {
    this.driver = driver;
  }

  /** Waits until an expression is true in the page, and returns its value. */
  async until(what, expression) {
    const answer = await this.driver.evaluate(`(${wait})(() => ${expression}, ${LIMIT})`);
    if (answer === undefined) {
      const [text] = await this.read("texts", main());
      const errors = await this.driver.errors();
      assert.fail(`${what} did not come.\nThe page says: ${text}\nThe console said: ${errors.join("\n") || "nothing"}`);
    }
    return answer;
  }

  /** Waits until nothing is read, asked or drawn. */
  untilAtRest() {
    return this.until("rest", 'document.documentElement.dataset.atRest === "true"');
  }

  read(what, place, ...more) {
    return this.driver.evaluate(reading(what, place, ...more));
  }

  /** The one element at a place. */
  async element(place) {
    const last = place.at(-1);
    const what = `${last.role} “${last.name?.begins ?? last.name ?? ""}”`;
    const count = await this.until(what, reading("count", place));
    assert.equal(count, 1, `there is one ${what}`);
    return this.driver.element(reading("element", place));
  }

  async click(place) {
    await this.driver.click(await this.element(place));
    await this.untilAtRest();
  }

  async type(place, text) {
    await this.driver.type(await this.element(place), text);
  }

  async select(place, name) {
    const list = await this.element(place);
    await this.driver.select(list, await this.read("option", place, name));
  }

  async chooseFile(place, path) {
    await this.driver.chooseFile(await this.element(place), path);
    await this.untilAtRest();
  }

  /** What a click makes the page save. */
  async save(place) {
    const element = await this.element(place);
    return this.driver.save(() => this.driver.click(element));
  }

  async goTo(name, title = name) {
    await this.click([...navigation("Pages"), { role: "link", name }]);
    await this.element(heading(title));
  }

  /** The figures, by their names. */
  async figures() {
    return Object.fromEntries(await this.read("said", term(undefined, region("Figures"))));
  }

  /** That the console is heard is shown by an error of our own: there is no other. */
  async assertNoErrors() {
    const own = "said by the test";
    await this.driver.evaluate(`void console.error(${JSON.stringify(own)})`);
    const deadline = Date.now() + LIMIT;
    let errors = [];
    while (!errors.some((error) => error.includes(own)) && Date.now() < deadline) {
      await pause(20);
      errors = await this.driver.errors();
    }
    assert.ok(errors.some((error) => error.includes(own)), "the console is heard");
    assert.deepEqual(errors.filter((error) => !error.includes(own)), []);
  }
}
