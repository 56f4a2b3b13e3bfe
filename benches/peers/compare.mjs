// Whether readers agree: the same calls, answered calls and talk time of each end reason.

const inOrder = (groups) =>
  groups
    .map(({ code, calls, answered, talk }) => [Number(code), calls, answered, Math.round(talk)])
    .sort(([a], [b]) => a - b)
    .map((group) => group.join(" "));

/** Throws where `groups` of `who` are not those that `expected` has. */
export const agree = (who, groups, expected) => {
  const [had, wanted] = [inOrder(groups), inOrder(expected)];
  const more = had.filter((group) => !wanted.includes(group));
  const less = wanted.filter((group) => !had.includes(group));
  if (more.length || less.length) {
    const found = `${JSON.stringify(more)} where ${JSON.stringify(less)} was expected`;
    throw new Error(`${who}: groups by end reason (code, calls, answered, talk) differ: ${found}`);
  }
};

/** What the generator says its file adds up to, as groups by end reason. */
export const groupsOfTotals = ({ by_reason }) =>
  Object.entries(by_reason).map(([code, { calls, answered, talk_seconds }]) =>
    ({ code, calls, answered, talk: talk_seconds }));
