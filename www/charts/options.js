// A chart's options for ECharts.

import { cartesian, spark } from "./cartesian.js";
import { heat } from "./heat.js";
import { font } from "./labels.js";
import { scatter } from "./scatter.js";

const OTHERS = { heat, scatter, spark };

/**
 * @param {ReturnType<import("./spec.js").readSpec>} spec
 * @param {ReturnType<import("./theme.js").readTheme>} theme
 * @param {{ width: number, height: number }} size in pixels: what fits depends on it
 */
export const options = (spec, theme, size) => {
  const own = (OTHERS[spec.kind] ?? cartesian)(spec, theme, size);
  return {
    // What moves is waited for.
    animation: false,
    backgroundColor: theme.background,
    darkMode: theme.dark,
    textStyle: font(theme, theme.text),
    ...own,
    aria: { enabled: true, label: { enabled: spec.title !== "", description: spec.title }, ...own.aria },
  };
};
