// Colours. The page's own are read from its style; those of series are made to be told apart by everyone.

/**
 * @typedef {object} Theme
 * @property {boolean} dark
 * @property {string} text
 * @property {string} muted of labels and axes
 * @property {string} line of what only divides
 * @property {string} background
 * @property {string} [font] a CSS font-family
 * @property {string[]} [series]
 */

// After Okabe and Ito, whose colours people with any of the common colour vision deficiencies tell apart; darker on
// white and lighter on black, until each has a contrast of at least 3 to what is behind it (WCAG 1.4.11).
const ON_LIGHT = ["#0072b2", "#c75000", "#008f69", "#b3548c", "#9a6a00", "#2b88c4", "#6b6b00", "#17211f"];
const ON_DARK = ["#56b4e9", "#f0803c", "#2fc79a", "#de9ac3", "#e69f00", "#7a9cf0", "#f0e442", "#f4f7f7"];

/** From few to many: one hue that gets stronger, which is told apart by lightness alone. */
const HEAT_ON_LIGHT = ["#e4eff7", "#8fbfe0", "#2f86bf", "#08507f", "#04263f"];
const HEAT_ON_DARK = ["#1b2f3d", "#1f5c85", "#3a93c9", "#8fcdf2", "#e6f5ff"];

const LIGHT = { dark: false, text: "#17211f", muted: "#51605f", line: "#d7dedd", background: "#ffffff" };
const DARK = { dark: true, text: "#e4eaea", muted: "#a3b1b2", line: "#2c3538", background: "#14191c" };

/** Which of the page's variables each colour is. */
const VARIABLES = { text: "--ink", muted: "--soft", line: "--line", background: "--paper" };

/** What a colour or a font may be made of: it is written into SVG, where a quote would end more than itself. */
const HARMLESS = /^[\w #%(),.+/'-]*$/;

/**
 * @param {Theme} [given] that of the page as it is now, without it
 * @returns {Required<Theme> & { heat: string[] }}
 */
export const readTheme = (given = pageTheme()) => {
  const base = given.dark ? DARK : LIGHT;
  const theme = { ...base };
  for (const name of Object.keys(VARIABLES)) {
    if (typeof given[name] === "string" && HARMLESS.test(given[name])) theme[name] = given[name];
  }
  const font = (given.font ?? pageFont()).replaceAll('"', "'");
  theme.font = HARMLESS.test(font) ? font : "sans-serif";
  const series = (given.series ?? []).filter((color) => HARMLESS.test(color));
  theme.series = series.length > 0 ? series : theme.dark ? ON_DARK : ON_LIGHT;
  theme.heat = theme.dark ? HEAT_ON_DARK : HEAT_ON_LIGHT;
  return theme;
};

/**
 * The page's theme. Its variables hold `light-dark(…)`, which only a property that takes a colour makes one of.
 *
 * @param {"light" | "dark"} [scheme] as it would be in that scheme: paper is light
 * @returns {Theme}
 */
export const pageTheme = (scheme) => {
  if (typeof document === "undefined") return scheme === "dark" ? DARK : LIGHT;
  const key = scheme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  themes[key] ??= themeOf(scheme);
  return themes[key];
};

/** The page's themes that were read, by their scheme: every chart wants one, and to read one has styles computed. */
const themes = {};

const themeOf = (scheme) => {
  const probe = document.createElement("span");
  if (scheme) probe.style.colorScheme = scheme;
  probe.hidden = true;
  document.body.append(probe);
  const theme = {};
  for (const [name, variable] of Object.entries(VARIABLES)) {
    probe.style.color = "";
    probe.style.color = `var(${variable})`;
    theme[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return { dark: isDark(theme.background), ...theme };
};

let font;
const pageFont = () => {
  if (typeof document === "undefined") return "sans-serif";
  font ??= getComputedStyle(document.body).fontFamily;
  return font;
};

const isDark = (color) => {
  const channels = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  return channels.length === 3 && channels.reduce((sum, channel) => sum + channel, 0) < 3 * 128;
};

/**
 * The colour of a series; the first one for which there is none of its own is grey: mostly it is all others together.
 */
export const seriesColor = (theme, index) =>
  index === theme.series.length ? theme.muted : theme.series[index % theme.series.length];

/** The relative luminance (WCAG 2) of a colour written as #rrggbb. */
export const luminance = (color) => {
  const linear = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
};

/** The colour at `share`, 0 to 1, of evenly spaced `stops`, all written as #rrggbb. */
export const between = (stops, share) => {
  const place = Math.min(Math.max(share, 0), 1) * (stops.length - 1);
  const at = Math.min(Math.floor(place), stops.length - 2);
  const mixed = [1, 3, 5].map((from) => {
    const [low, high] = [stops[at], stops[at + 1]].map((color) => Number.parseInt(color.slice(from, from + 2), 16));
    return Math.round(low + (high - low) * (place - at)).toString(16).padStart(2, "0");
  });
  return `#${mixed.join("")}`;
};
