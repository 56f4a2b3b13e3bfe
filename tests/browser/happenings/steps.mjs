// What a person does on the page, one thing after another and without waiting for what comes of it.

import { FILES, FILTERS, TALK_COLUMNS, ZONES } from "./files.mjs";

const PAGES = [
  "Overview", "Findings", "End reasons", "Calls", "Time", "Break-down", "Compare", "Destinations", "Billing",
  "Capacity", "Quality", "Security", "Alarms", "Files",
];

/**
 * Clicks a button or a link if it is there now; whether it was. What was found may be gone from the page when it is
 * clicked (Playwright looks in one turn and runs a script in another), and then nobody hears of the click. Where it
 * leads to another address, the page has heard of it.
 */
const press = (locator) => locator.evaluateAll(async (all) => {
  const button = all.find((element) => element.isConnected && !element.disabled);
  const before = location.href;
  const heard = new Promise((heard) => addEventListener("hashchange", heard, { once: true }));
  button?.click();
  if (location.href !== before) await heard;
  await new Promise((done) => setTimeout(done));
  return button !== undefined;
});

/** Chooses an option of a select, by its text, if that is there now. */
const choose = (locator, text) => locator.evaluateAll((all, text) => {
  const select = all.find((element) => element.isConnected);
  const option = [...(select?.options ?? [])].find((option) => option.text === text);
  if (!option) return false;
  select.value = option.value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}, text);

/** Follows a link to a page. The page of files has no filter: what was wanted is forgotten there. */
const goTo = async (page, state, name) => {
  const link = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name, exact: true });
  if (!(await press(link)) || name !== "Files") return;
  state.filters.clear();
  state.off.clear();
};

/**
 * Files are let go over the page. Not by the browser's own drag, which looks for what lies below the pointer, and here
 * that may be gone from one moment to the next.
 */
const drop = (page, names) => page.evaluate(async (files) => {
  const dataTransfer = new DataTransfer();
  for (const [name, text] of files) dataTransfer.items.add(new File([text], name, { lastModified: 0 }));
  document.querySelector("main")
    .dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}, names.map((name) => [name, FILES[name].text]));

const button = (page, name) => page.getByRole("button", { name, exact: true });

const filterBar = (page) => page.getByRole("region", { name: "Filter", exact: true });

/** The chip of a filter, which switches it off and on. */
const chips = { british: /^Called number: /, answered: /^Answered: /, morning: /^Hour of the day: / };

/**
 * Each takes the page, what is known of it (`state`) and what draws, and does one thing. `state` is changed to what
 * has to hold once the page is at rest.
 */
export const STEPS = {
  drop: async ({ page, state, pick }) => {
    const name = pick(Object.keys(FILES));
    await drop(page, [name]);
    if (!state.files.includes(name)) state.files.push(name);
  },
  "drop several": async ({ page, state }) => {
    await drop(page, Object.keys(FILES));
    for (const name of Object.keys(FILES)) if (!state.files.includes(name)) state.files.push(name);
  },
  "go to a page": ({ page, state, pick }) => goTo(page, state, pick(PAGES)),
  "remove all": async ({ page, state, pick }) => {
    // Not each time that it is drawn: there would hardly ever be a file.
    if (pick([true, false])) return;
    await goTo(page, state, "Files");
    if (await press(button(page, "Remove all files"))) state.files = [];
  },
  filter: async ({ page, state, pick }) => {
    const name = pick(
      Object.keys(FILTERS).filter((name) => !state.filters.has(name) && !state.off.has(name)).concat("none"),
    );
    if (name === "none") return;
    const { field, text } = FILTERS[name];
    const added = await filterBar(page).evaluateAll(async (all, [field, text]) => {
      const bar = all.find((element) => element.isConnected);
      const turn = () => new Promise((done) => setTimeout(done));
      const named = (name) => bar?.querySelector(`[aria-label="${name}"]`);
      const by = bar?.querySelector("form.add select");
      if (!by) return false;
      by.value = field;
      by.dispatchEvent(new Event("change", { bubbles: true }));
      await turn();
      const wanted = named("What is wanted");
      if (!wanted?.isConnected) return false;
      wanted.value = text;
      wanted.dispatchEvent(new Event("input", { bubbles: true }));
      const before = location.href;
      const heard = new Promise((heard) => addEventListener("hashchange", heard, { once: true }));
      wanted.form.requestSubmit();
      if (location.href !== before) await heard;
      await turn();
      return true;
    }, [field, text]);
    if (added) state.filters.add(name);
  },
  "switch a filter": async ({ page, state, pick }) => {
    const name = pick([...state.filters, ...state.off, "none"]);
    if (name === "none" || !(await press(filterBar(page).getByRole("button", { name: chips[name] })))) return;
    const [from, to] = state.filters.has(name) ? [state.filters, state.off] : [state.off, state.filters];
    from.delete(name);
    to.add(name);
  },
  "remove the filter": async ({ page, state }) => {
    if (await press(button(page, "Remove the filter").first())) {
      state.filters.clear();
      state.off.clear();
    }
  },
  "show times in a zone": async ({ page, state, pick }) => {
    const [name, text] = pick([["UTC", "UTC"], ["Asia/Shanghai", "This machine's zone (Asia/Shanghai)"]]);
    if (await choose(page.getByRole("combobox", { name: "Times shown in" }), text)) state.zone = name;
  },
  "say the files' zone": async ({ page, state, pick }) => {
    const name = pick(Object.keys(ZONES));
    if (await choose(page.getByRole("combobox", { name: "Time zone of the files" }), name)) {
      state.fileZone = name;
    } else if (await choose(page.getByRole("combobox", { name: "Choose a zone" }), name)) {
      if (await press(button(page, "Read them in that zone"))) state.fileZone = name;
    }
  },
  "say an encoding": async ({ page, state, pick }) => {
    await goTo(page, state, "Files");
    // What is ASCII is the same in all of them.
    await choose(
      page.getByRole("combobox", { name: "Encoding" }).nth(pick([0, 1, 2])),
      pick(["UTF-8", "GB18030", "Windows-1252"]),
    );
  },
  "say the columns": async ({ page, state, pick }) => {
    await goTo(page, state, "Files");
    if (!(await press(button(page, "Say which column is what")))) return;
    const column = pick(Object.keys(TALK_COLUMNS));
    const dialog = page.getByRole("dialog", { name: "Which column is what?" });
    const field = (name) => dialog.getByRole("combobox", { name, exact: true });
    const at = { Kennung: 1, Anfang: 2, "Dauer eins": 3, "Dauer zwei": 4, Ziel: 5, Ende: 6 };
    const wanted = { "Start time": "Anfang", "Talk time": column, Callee: "Ziel", "End reason": "Ende" };
    for (const [name, of] of Object.entries(wanted)) await field(name).selectOption(`${at[of]}: ${of}`);
    await button(dialog, "Read with these columns").click();
    state.talkColumn = column;
  },
  cancel: async ({ page, state, pick }) => {
    if (pick([true, true, false])) return;
    const cancelled = await press(
      page.getByRole("region", { name: "Reading", exact: true }).getByRole("button", { name: "Cancel" }),
    );
    // What of the last drops was read to its end by then, the page knows.
    if (cancelled) state.isUnsure = true;
  },
  export: async ({ page, state }) => {
    if (await press(button(page, "Export as CSV"))) state.exports += 1;
  },
};
