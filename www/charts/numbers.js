// Numbers as people read them, in the notation of the page's language.

import { unitOf } from "./spec.js";

/** Below this many seconds, fractions matter. */
const FEW_SECONDS = 10;

/** From here on, an axis has no room for all digits. */
const MANY = 10_000;

/** Steps between the ticks of an axis of seconds: round ones of a clock. */
const CLOCK_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];

/**
 * How the numbers of one axis are written.
 *
 * @typedef {object} Notation
 * @property {(number: number) => string} whole a number with all that is known of it
 * @property {(number: number) => string} tick a number beside an axis
 * @property {number} [minStep] how far ticks are apart at least
 * @property {(steps: number) => number} [step] how far they are apart so that there are not more of them
 * @property {number} largest
 *
 * @param {import("./spec.js").Spec} spec
 * @param {number} axis
 * @param {number} largest of all that the axis shows
 * @returns {Notation}
 */
export const notation = (spec, axis, largest) => ({ largest, ...written(spec, axis, largest) });

const written = (spec, axis, largest) => {
  const locale = known(spec.locale);
  const format = (options) => {
    const formatter = new Intl.NumberFormat(locale, options);
    return (number) => formatter.format(number);
  };
  const decimals = (most, least = 0) => format({ maximumFractionDigits: most, minimumFractionDigits: least });
  const short = format({ notation: "compact", maximumFractionDigits: 1 });
  const roomy = (write) => (number) => (Math.abs(number) >= MANY ? short(number) : write(number));
  const inUnit = (unit, most) => format({ style: "unit", unit, unitDisplay: "narrow", maximumFractionDigits: most });

  switch (unitOf(spec, axis)) {
    case "count":
      return { whole: decimals(0), tick: roomy(decimals(2)), minStep: 1 };
    case "percent": {
      const sign = (write) => (number) => `${write(number)}\u00a0%`;
      return { whole: sign(decimals(1, 1)), tick: sign(decimals(2)) };
    }
    case "seconds": {
      if (largest < FEW_SECONDS) return { whole: inUnit("second", 2), tick: inUnit("second", 2) };
      return { whole: clock(decimals(0)), tick: clock(decimals(0)), step: clockStep(largest) };
    }
    case "millis": {
      // Delays are of seconds, as the tables have them; only where all are below one, thousandths of them say more.
      if (largest < 1000) return { whole: inUnit("millisecond", 1), tick: inUnit("millisecond", 1) };
      const seconds = decimals(2);
      const write = (number) => `${seconds(number / 1000)}\u00a0s`;
      return { whole: write, tick: write };
    }
    case "money":
      return { whole: decimals(2, 2), tick: roomy(decimals(2)) };
    default:
      return { whole: (number) => decimals(Math.abs(number) < 100 ? 3 : 0)(number), tick: roomy(decimals(3)) };
  }
};

const clockStep = (largest) => (steps) =>
  CLOCK_STEPS.find((step) => largest / step <= steps) ?? 86_400 * Math.ceil(largest / 86_400 / steps);

/** The locale, or the browser's own where it is none. */
const known = (locale) => {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
};

/** 3:05, or 1:02:03 from an hour up: as the rest of the page writes durations. */
const clock = (hoursWritten) => (number) => {
  const seconds = Math.round(Math.abs(number));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (part) => String(part).padStart(2, "0");
  const sign = number < 0 ? "-" : "";
  return sign + (hours > 0 ? `${hoursWritten(hours)}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`);
};
