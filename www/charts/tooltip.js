// What is shown beside the pointer. It is made of elements whose text is set as text: what files have in names is never
// markup.

import { font } from "./labels.js";

/** Options that all tooltips share. */
export const tooltip = (theme, trigger, formatter) => ({
  trigger,
  renderMode: "html",
  formatter,
  confine: true,
  transitionDuration: 0,
  backgroundColor: theme.background,
  borderColor: theme.line,
  borderWidth: 1,
  padding: [6, 10],
  textStyle: { ...font(theme, theme.text), fontSize: 13 },
  extraCssText: "max-width: min(24rem, 90%); white-space: normal; box-shadow: 0 2px 8px rgba(0, 0, 0, 0.2);",
});

const element = (name, text, style = {}) => {
  const made = document.createElement(name);
  made.textContent = text;
  Object.assign(made.style, style);
  return made;
};

/**
 * @param {string} heading
 * @param {{ color?: string, name: string, value: string, strong?: boolean }[]} rows
 */
export const tooltipContent = (heading, rows) => {
  const box = element("div", "");
  box.append(element("div", heading, { fontWeight: "600", overflowWrap: "anywhere" }));
  for (const { color, name, value, strong } of rows) {
    const row = element("div", "", { display: "flex", gap: "0.5rem", alignItems: "baseline" });
    if (color) {
      const square = { width: "0.65rem", height: "0.65rem", flex: "none", borderRadius: "2px", background: color };
      row.append(element("span", "", square));
    }
    row.append(element("span", name, { flex: "1", overflowWrap: "anywhere" }));
    const number = { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap", fontWeight: "600" };
    row.append(element("span", value, number));
    if (strong) Object.assign(row.style, { borderTop: "1px solid", marginTop: "0.2rem", paddingTop: "0.2rem" });
    box.append(row);
  }
  return box;
};
