// DuckDB-WASM: straight from the file, loaded into a table, and questions to that table.

import * as duckdb from "/node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser.mjs";

const DIST = "/node_modules/@duckdb/duckdb-wasm/dist";
const NAME = "calls.csv";

/**
 * With one thread. Its build with threads (coi) cannot read a File with them: only the first thread knows the file, so
 * that a scan of more than a few buffers fails on the others (seen with 1.32.0 and a file of 500 MB).
 */
const open = async () => {
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(`${DIST}/duckdb-browser-eh.worker.js`));
  // It fetches this from within a worker, for which it needs the whole address.
  await db.instantiate(new URL(`${DIST}/duckdb-eh.wasm`, location.href).href);
  return db;
};

/**
 * The file as a table, all said that its sniffer would otherwise have to find out; columns that are not needed stay
 * text.
 */
const fileAsTable = async (file, types) => {
  const header = (await file.slice(0, 65536).text()).split(/\r?\n/, 1)[0];
  const columns = header.split(",").map((name) => `'${name}': '${types[name] ?? "VARCHAR"}'`);
  return `read_csv('${NAME}', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
    columns = {${columns.join(", ")}})`;
};

/** `scan` and each of `questions` are SQL; in `scan` the file is called FILE. */
export const run = async (file, { types, scan, questions }) => {
  const db = await open();
  await db.registerFileHandle(NAME, file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
  const connection = await db.connect();
  const ask = async (sql) => {
    const start = performance.now();
    const rows = (await connection.query(sql)).toArray();
    const ms = performance.now() - start;
    // 64 bit numbers are BigInts, which neither JSON nor the comparison wants.
    const plain = ([key, value]) => [key, typeof value === "bigint" ? Number(value) : value];
    return { ms, groups: rows.map((row) => Object.fromEntries(Object.entries(row.toJSON()).map(plain))) };
  };

  const table = await fileAsTable(file, types);
  const version = (await ask("select version() as version")).groups[0].version;
  const scanned = await ask(scan.replace("FILE", table));
  const loaded = await ask(`create table calls as select ${Object.keys(types).join(", ")} from ${table}`);
  const answers = [];
  for (const question of questions) answers.push(await ask(question));
  return { version, scan: scanned, load: loaded, answers };
};
