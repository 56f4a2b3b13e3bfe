// Reads its part of a file, as the page does: 8 MiB at a time, the next slice asked for before the last one is looked
// at.

const SLICE = 8 * 1024 * 1024;
const PAGE = 4096;

onmessage = async ({ data: { file, from, to } }) => {
  const slice = (at) => (at < to ? file.slice(at, Math.min(at + SLICE, to)).arrayBuffer() : null);
  let bytes = 0;
  let sum = 0;
  let next = slice(from);
  for (let at = from; at < to; at += SLICE) {
    const view = new Uint8Array(await next);
    next = slice(at + SLICE);
    bytes += view.length;
    // One byte of each page of memory, so that all of it was there.
    for (let i = 0; i < view.length; i += PAGE) sum += view[i];
  }
  postMessage({ bytes, sum });
};

postMessage("ready");
