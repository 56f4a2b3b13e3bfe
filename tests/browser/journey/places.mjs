// Places on a page by role and accessible name, found in the page itself, so that one description does for every
// browser.

/**
 * Runs in the page, to which it is sent as text: the elements at a place that can be seen, and inputs for files, which
 * never are.
 */
const find = (place) => {
  // As HTML gives elements their roles, as far as the page has use for them.
  const selectors = {
    alert: "[role=alert]",
    button: "button",
    combobox: "select, input[list]",
    dialog: "dialog",
    file: "input[type=file]",
    heading: "h1",
    link: "a[href]",
    main: "main",
    navigation: "nav",
    progressbar: "progress",
    region: "section[aria-label], [role=region]",
    status: "[role=status]",
    table: "table",
    term: "dt",
  };
  const label = ({ labels }) => {
    if (!labels?.length) return undefined;
    const copy = labels[0].cloneNode(true);
    for (const control of copy.querySelectorAll("input, select")) control.remove();
    return copy.textContent;
  };
  const nameOf = (element) => (element.getAttribute("aria-label") ?? label(element) ?? element.textContent).trim();
  const isNamed = (element, name) =>
    (name.begins === undefined ? nameOf(element) === name : nameOf(element).startsWith(name.begins));
  const isThere = (element) => element.checkVisibility() || element.type === "file";
  return place.reduce((within, { role, name }) => {
    // One that is in two of them, which are in each other, is one.
    const all = new Set(within.flatMap((outer) => [...outer.querySelectorAll(selectors[role])]));
    return [...all].filter((element) => isThere(element) && (name === undefined || isNamed(element, name)));
  }, [document]);
};

/** What is read of elements, in the page. */
const READ = {
  element: ([first]) => first,
  count: (elements) => elements.length,
  texts: (elements) => elements.map((element) => element.innerText.trim()),
  /** Of tables, the texts of the cells. */
  rows: (tables) =>
    tables.flatMap(({ rows }) => [...rows].map(({ cells }) => [...cells].map((cell) => cell.textContent))),
  /** Of terms, which have buttons beside their names, what is said of each. */
  said: (terms) => terms.map((term) => [
    [...term.children].find((child) => child.localName === "span").textContent,
    term.parentElement.querySelector("dd").innerText.trim(),
  ]),
  /** Of a list of options, the value of the one of that name. */
  option: ([list], name) => [...list.options].find((option) => option.text === name).value,
  drawings: ([main]) => main.querySelectorAll("svg, table, ul, ol").length,
};

/** An expression that a browser is given to evaluate. */
export const reading = (what, place, ...more) =>
  `((find, read) => read(find(${JSON.stringify(place)}), ...${JSON.stringify(more)}))(${find}, ${READ[what]})`;

/** A place has a name, or one that begins so (`{ begins }`), or any; it may be within another place. */
const place = (role) => (name, within = []) => [...within, { role, name }];
export const alert = place("alert");
export const button = place("button");
export const combobox = place("combobox");
export const dialog = place("dialog");
export const fileInput = place("file");
export const heading = place("heading");
export const link = place("link");
export const main = place("main");
export const navigation = place("navigation");
export const progressbar = place("progressbar");
export const region = place("region");
export const status = place("status");
export const table = place("table");
export const term = place("term");
