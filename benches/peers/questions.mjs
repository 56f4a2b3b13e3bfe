// What is asked, as data: of CDR Lens by an address, of DuckDB by SQL.

/** A vendor of the sample. */
const VENDOR = "RG_COBALT";

/** What the table of DuckDB needs of the 63 columns, and as what. */
export const COLUMNS = {
  starttime: "BIGINT",
  stoptime: "BIGINT",
  holdtime: "BIGINT",
  feetime: "BIGINT",
  endreason: "INTEGER",
  enddirection: "INTEGER",
  callergatewayid: "VARCHAR",
  calleegatewayid: "VARCHAR",
  callere164: "VARCHAR",
  calleee164: "VARCHAR",
  customeraccount: "VARCHAR",
  fee: "DOUBLE",
  agentfee: "DOUBLE",
  callerpdd: "BIGINT",
  flowno: "BIGINT",
};

/** The sums that all readers make of each group. Casts, so that no result is a 128 bit number. */
const SUMS =
  "count(*) as calls, count(*) filter (where holdtime > 0) as answered, coalesce(sum(holdtime), 0)::double as talk";

/** Calls, answered calls and talk time of each end reason, of `from`, a table or a file. */
export const byEndReason = (from, where = "true") =>
  `select endreason as code, ${SUMS} from ${from} where ${where} group by endreason`;

const group = (by, sums = SUMS) => `select ${by} as name, ${sums} from calls group by name order by calls desc`;

/**
 * The questions. `hash` asks the page. `where` is a filter, whose answer is by end reason and is compared with the
 * page's; `sql` is any other question, whose answer is not compared.
 */
export const QUESTIONS = [
  { name: "Callee begins with 44, by end reason", hash: "#/end-reasons?callee=44%25", where: "calleee164 like '44%'" },
  {
    name: `Vendor ${VENDOR}, by end reason`, hash: `#/end-reasons?vendor=${VENDOR}`,
    where: `calleegatewayid = '${VENDOR}'`,
  },
  { name: "Not answered, by end reason", hash: "#/end-reasons?answered=no", where: "coalesce(holdtime, 0) = 0" },
  { name: "60 s of talk or more, by end reason", hash: "#/end-reasons?talk=60..", where: "holdtime >= 60" },
  { name: "All calls, by end reason", sql: byEndReason("calls") },
  {
    name: "By vendor, with fees", hash: "#/calls?by=vendor",
    sql: group("calleegatewayid", `${SUMS}, sum(fee) as fee`),
  },
  { name: "By origin", hash: "#/calls?by=origin", sql: group("callergatewayid") },
  { name: "By account", hash: "#/calls?by=account", sql: group("customeraccount") },
  { name: "By prefix (4 digits)", hash: "#/calls?by=prefix", sql: group("substr(calleee164, 1, 4)") },
  { name: "By hour", hash: "#/calls?by=hour", sql: group("starttime // 3600000") },
];
