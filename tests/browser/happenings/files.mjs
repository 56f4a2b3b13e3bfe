// Files of invented calls for a walk through the page, and what is in them, counted here and nowhere else.

const MINUTE = 60_000;
const START = Date.UTC(2026, 2, 2);

/** Calls with serial numbers from `first` on; the same number is the same call, whatever file it is in. */
const calls = (first, count) => Array.from({ length: count }, (_, at) => {
  const serial = first + at;
  const talk = serial % 3 === 0 ? (serial % 97) + 1 : 0;
  return {
    serial,
    id: `U${String(serial).padStart(7, "0")}`,
    start: START + serial * 7 * MINUTE,
    talk,
    callee:
      `${["4420", "8613", "1212"][serial % 3 === 0 ? 0 : serial % 2 === 0 ? 1 : 2]}` +
      `555${String(serial).padStart(5, "0")}`,
    reason: talk > 0 ? -7 : [503, 486][serial % 2],
  };
});

const DAMAGED = ["1,2", "what is this?", "1,,,,,,,,,,,"];

const csv = (all, damaged = []) => {
  const lines = all.map(({ serial, id, start, talk, callee, reason }) =>
    [serial, start, talk, reason, callee, id].join());
  damaged.forEach((line, at) => lines.splice((at + 1) * 100, 0, line));
  return ["flowno,starttime,holdtime,endreason,calleee164,customeraccount", ...lines, ""].join("\n");
};

/** As a clock on the wall says it, without its zone. */
const wall = (millis) => new Date(millis).toISOString().slice(0, 19).replace("T", " ");

const local = (all) =>
  ["flowno,starttime,holdtime,endreason,calleee164,customeraccount",
    ...all.map(({ serial, id, start, talk, callee, reason }) =>
      [serial, wall(start), talk, reason, callee, id].join()), ""].join("\n");

const unknown = (all) =>
  ["Kennung;Anfang;Dauer eins;Dauer zwei;Ziel;Ende",
    ...all.map(({ id, start, talk, callee, reason }) =>
      [id, wall(start), talk, talk * 2, callee, reason].join(";")), ""].join("\n");

/**
 * The files: their text, their calls, and how many rows are set aside. Two of them say no zone; the last has a header
 * that nobody knows, and two columns that may be the talk time.
 */
export const FILES = {
  "one.csv": { text: csv(calls(1, 1500)), calls: calls(1, 1500), setAside: 0, isLocal: false },
  "two.csv": { text: csv(calls(1001, 1200)), calls: calls(1001, 1200), setAside: 0, isLocal: false },
  "damaged.csv": {
    text: csv(calls(5001, 800), DAMAGED), calls: calls(5001, 800), setAside: DAMAGED.length, isLocal: false,
  },
  "local.csv": { text: local(calls(7001, 600)), calls: calls(7001, 600), setAside: 0, isLocal: true },
  "unknown.csv": { text: unknown(calls(9001, 400)), calls: calls(9001, 400), setAside: 0, isLocal: true },
};

/** Columns of the last file that may be its talk time, and by how much they multiply it. */
export const TALK_COLUMNS = { "Dauer eins": 1, "Dauer zwei": 2 };

/** Zones without summer time, and their hours east of Greenwich. */
export const ZONES = { UTC: 0, "Asia/Dhaka": 6, "Asia/Shanghai": 8 };

const HOUR = 60 * MINUTE;

/** Filters: what is typed, and which calls it wants, given the hours by which the page shows times. */
export const FILTERS = {
  british: { field: "callee", text: "44%", wants: ({ callee }) => callee.startsWith("44") },
  answered: { field: "answered", text: "yes", wants: ({ talk }) => talk > 0 },
  morning: { field: "hour", text: "6-11", wants: ({ start }, ahead) => {
    const hour = new Date(start + ahead * HOUR).getUTCHours();
    return hour >= 6 && hour <= 11;
  } },
};

/** What the page has to say, given what was done to it. */
export const count = ({ files, filters, zone, fileZone, talkColumn }) => {
  const seen = new Set();
  const all = [];
  let [rows, duplicates, setAside] = [0, 0, 0];
  for (const name of files) {
    const file = FILES[name];
    const isMapped = name === "unknown.csv";
    if (isMapped && !talkColumn) continue;
    rows += file.calls.length + file.setAside;
    setAside += file.setAside;
    for (const call of file.calls) {
      // Only calls with a serial number can be told to be the same.
      if (!isMapped && seen.has(call.serial)) {
        duplicates += 1;
        continue;
      }
      if (!isMapped) seen.add(call.serial);
      const start = call.start - (file.isLocal ? ZONES[fileZone] * HOUR : 0);
      all.push({ ...call, start, talk: call.talk * (isMapped ? TALK_COLUMNS[talkColumn] : 1) });
    }
  }
  const found = all.filter((call) => [...filters].every((name) => FILTERS[name].wants(call, ZONES[zone])));
  const starts = found.map(({ start }) => start);
  return {
    rows,
    duplicates,
    setAside,
    calls: found.length,
    answered: found.filter(({ talk }) => talk > 0).length,
    talk: found.reduce((sum, { talk }) => sum + talk, 0),
    first: starts.reduce((first, start) => Math.min(first, start), Infinity),
    last: starts.reduce((last, start) => Math.max(last, start), -Infinity),
    ids: found.map(({ id }) => id).sort(),
  };
};
