// PapaParse in a worker: one grouping, while the file streams.

import { startWorker } from "/browser/worker.mjs";

export const run = async (file) => {
  const worker = await startWorker("/browser/papaparse-worker.js");
  const start = performance.now();
  const { groups, errors } = await worker.ask(file);
  const ms = performance.now() - start;
  if (errors.length > 0) throw new Error(`PapaParse: ${JSON.stringify(errors[0])}`);
  return { ms, groups };
};
