// The medians of all rounds, and the tables in Markdown.

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Median, least and greatest of what was measured in all rounds; null if a round has nothing. */
const over = (rounds, time) => {
  const times = rounds.map(time);
  if (times.length === 0 || times.some((ms) => ms === undefined)) return null;
  return { median_ms: median(times), min_ms: Math.min(...times), max_ms: Math.max(...times) };
};

/** What was measured, as one object. `about` is where and on what. */
export const summarize = (about, rounds, questions) => {
  const reading = {
    "Bare read, 1 worker": over(rounds, ({ bareOne }) => bareOne.ms),
    [`Bare read, ${about.cores} workers`]: over(rounds, ({ bareAll }) => bareAll.ms),
    "CDR Lens, from the drop until all is read": over(rounds, ({ lens }) => lens.ms),
    "DuckDB-WASM, groups straight from the file": over(rounds, ({ duckdb }) => duckdb.scan.ms),
    "DuckDB-WASM, loads the columns into a table": over(rounds, ({ duckdb }) => duckdb.load.ms),
    "PapaParse in a worker, groups while it streams": over(rounds, ({ papaparse }) => papaparse.ms),
  };
  const [, bare, lens] = Object.values(reading);
  const asked = questions.map(({ name, hash }, i) => ({
    name,
    hash,
    lens: over(rounds, ({ lens }) => lens.answers[i].ms),
    duckdb: over(rounds, ({ duckdb }) => duckdb.answers[i].ms),
  }));
  const names = Object.keys(reading);
  return {
    ...about, rounds: rounds.length, reading: names.map((name) => ({ name, ...reading[name] })), questions: asked, bare,
    lens,
  };
};

const ratio = (time, to) => (time && to ? (time.median_ms / to.median_ms).toFixed(2) : "–");
const ms = (time) => (time ? time.median_ms.toFixed(time.median_ms < 100 ? 1 : 0) : "not available");
const row = (cells) => `| ${cells.join(" | ")} |`;

/** The tables. Ratios are of times: 2 is twice as long. */
export const markdown = (result) => {
  const { bare, lens, versions, calls, bytes, rounds } = result;
  const rate = (time) => (bytes / 1e6 / (time.median_ms / 1000)).toFixed(0);
  const range = (time) => `${time.min_ms.toFixed(0)} to ${time.max_ms.toFixed(0)}`;
  return [
    `${result.date}, Chromium ${result.chromium}, ${result.cores} cores; ${calls} calls in ${bytes} bytes; ` +
      `median of rounds: ${rounds}.`,
    `DuckDB-WASM ${versions.duckdb_wasm} (DuckDB ${versions.duckdb}, 1 thread), PapaParse ${versions.papaparse}.`,
    "Ratios are of times: 2 is twice as long. The bare read is that of all workers.",
    `CDR Lens timed by ${result.timed_by === "mark" ? "its own mark" : "the clock, it has no marks"}. ` +
      "All groups by end reason agree.",
    "",
    row(["Reading", "ms", "least to most", "MB/s", "to CDR Lens", "to the bare read"]),
    row(["---", "--:", "--:", "--:", "--:", "--:"]),
    ...result.reading.map((time) =>
      row([time.name, ms(time), range(time), rate(time), ratio(time, lens), ratio(time, bare)]),
    ),
    "",
    row([
      "Question after reading", "CDR Lens, ms", "to the bare read",
      "DuckDB-WASM, ms", "to CDR Lens", "to the bare read",
    ]),
    row(["---", "--:", "--:", "--:", "--:", "--:"]),
    ...result.questions.map(({ name, hash, lens, duckdb }) => {
      // What has no address is in the report as soon as all is read.
      const own = hash ? ms(lens) : "read with the file";
      return row([name, own, ratio(lens, bare), ms(duckdb), ratio(duckdb, lens), ratio(duckdb, bare)]);
    }),
  ].join("\n");
};
