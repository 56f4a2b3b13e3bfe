// Which charts are being drawn, or move: the page is at rest when none is. It is told by the event
// `cdr-lens-charts-moving`, whose detail is their number.

const moving = new Set();

const tell = () => dispatchEvent(new CustomEvent("cdr-lens-charts-moving", { detail: moving.size }));

export const begins = (chart) => {
  moving.add(chart);
  tell();
};

export const ends = (chart) => {
  if (moving.delete(chart)) tell();
};
