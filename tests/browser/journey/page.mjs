// The page in any browser: what a person does with it, by the few things that every driver can do.

import assert from "node:assert/strict";
import { LIMIT } from "../open.mjs";
import { heading, main, navigation, reading, region, term } from "./places.mjs";

/** A round of the browser: what was queued before has had its turn, and the page was drawn. */
const ROUND = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))";

export class Page {
  /** A driver is what `start` of a browser's file in this folder makes. */
  constructor(driver) {
    this.driver = driver;
  }

  /** Waits until a question put to the page has an answer that is not `undefined`. */
  async until(what, ask) {
    const deadline = Date.now() + LIMIT;
    for (;;) {
      const answer = await ask();
      if (answer !== undefined) return answer;
      if (Date.now() > deadline) {
        const [page] = await this.read("texts", main());
        const errors = await this.driver.errors();
        assert.fail(`${what} did not come.\nThe page says: ${page}\nThe console said: ${errors.join("\n") || "nothing"}`);
      }
      await this.driver.evaluate(ROUND);
    }
  }

  /** Waits until nothing is read, asked or drawn. */
  async untilAtRest() {
    await this.driver.evaluate(ROUND);
    const rest = "document.documentElement.dataset.atRest === 'true' || undefined";
    await this.until("rest", () => this.driver.evaluate(rest));
  }

  read(what, place, ...more) {
    return this.driver.evaluate(reading(what, place, ...more));
  }

  /** The one element at a place. */
  async element(place) {
    const last = place.at(-1);
    const what = `${last.role} “${last.name?.begins ?? last.name ?? ""}”`;
    await this.until(what, async () => {
      const count = await this.read("count", place);
      assert.ok(count < 2, `${count} are ${what}`);
      return count || undefined;
    });
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
    const errors = await this.until("what the console says", async () => {
      const errors = await this.driver.errors();
      return errors.some((error) => error.includes(own)) ? errors : undefined;
    });
    assert.deepEqual(errors.filter((error) => !error.includes(own)), []);
  }
}
