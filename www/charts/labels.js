// Texts in a chart: how wide they are, and how they are made to fit. All of them are drawn as they are: nothing here
// has styles for parts of a text, without which ECharts gives braces no meaning.

import { graphic } from "./echarts_parts.js";

export const FONT_SIZE = 12;
const LINE_HEIGHT = 15;

/** How wide a text is drawn, in pixels. */
export const widthOf = (text, theme, size = FONT_SIZE) => {
  const drawn = new graphic.Text({ style: { text, fontSize: size, fontFamily: theme.font } });
  return drawn.getBoundingRect().width;
};

/** How wide the widest of some texts is. Only the longest ones are measured: there may be thousands. */
export const widest = (texts, theme, size = FONT_SIZE) => {
  const longest = [...texts].sort((one, other) => other.length - one.length).slice(0, 5);
  return Math.max(0, ...longest.map((text) => widthOf(text, theme, size)));
};

/** A text cut to `most` characters, the last of which then says so. */
export const shortened = (text, most) => {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join("").trimEnd()}…` : text;
};

/**
 * A text in at most two lines of `width` pixels, broken between words; what does not fit is cut, and says so.
 */
export const inTwoLines = (text, theme, width) => {
  const words = text.split(" ").filter(Boolean);
  let first = words.shift() ?? "";
  while (words.length > 0 && widthOf(`${first} ${words[0]}`, theme) <= width) first = `${first} ${words.shift()}`;
  const lines = words.length > 0 ? [first, words.join(" ")] : [first];
  return lines.map((line) => cutToWidth(line, theme, width)).join("\n");
};

const cutToWidth = (text, theme, width) => {
  let kept = text;
  for (let most = [...text].length - 1; most > 1 && widthOf(kept, theme) > width; most -= 1) {
    kept = shortened(text, most);
  }
  return kept;
};

/** A font as options of ECharts. */
export const font = (theme, color = theme.muted) => ({
  color,
  fontSize: FONT_SIZE,
  lineHeight: LINE_HEIGHT,
  fontFamily: theme.font,
});
