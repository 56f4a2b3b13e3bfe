// The bare read: workers that read the file and do nothing with it. No reader in a browser can be faster.

import { startWorker } from "/browser/worker.mjs";

/** Milliseconds that `count` workers take to read the file, each its own part. */
export const run = async (file, { count }) => {
  const workers = await Promise.all(Array.from({ length: count }, () => startWorker("/browser/bare-worker.js")));
  const part = Math.ceil(file.size / count);
  const start = performance.now();
  const read = await Promise.all(
    workers.map((worker, i) => worker.ask({ file, from: i * part, to: Math.min((i + 1) * part, file.size) })),
  );
  const ms = performance.now() - start;
  const bytes = read.reduce((sum, answer) => sum + answer.bytes, 0);
  if (bytes !== file.size) throw new Error(`${bytes} bytes of ${file.size} were read`);
  return { ms };
};
