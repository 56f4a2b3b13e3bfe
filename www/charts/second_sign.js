// What tells series apart beside their colours: for those who see no colours, and on paper without.

/** Of lines: how they are broken. The plain dash is kept for series that the page says are dashed. */
const BROKEN = ["solid", [12, 4], [2, 3], [12, 3, 2, 3], [7, 2], [16, 3, 2, 3, 2, 3], [4, 2, 1, 2], [1, 2]];
const DASHED = [5, 5];

/** Of lines with few points: the shape of these. */
const SHAPES = ["circle", "rect", "triangle", "diamond", "emptyCircle", "emptyRect", "emptyTriangle", "emptyDiamond"];

export const dashes = (series, index) => (series.dashed ? DASHED : BROKEN[index % BROKEN.length]);

export const shape = (index) => SHAPES[index % SHAPES.length];

/** Of areas and bars: their textures. The first has none. */
export const textures = (theme) => {
  const base = { color: theme.dark ? "rgba(0, 0, 0, 0.45)" : "rgba(255, 255, 255, 0.5)", rotation: 0, symbolSize: 1 };
  const lines = (rotation, gap) => ({ ...base, symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, gap], rotation });
  const dots = (symbol, size) => ({
    ...base,
    symbol,
    symbolSize: size,
    dashArrayX: [[7, 7], [0, 7, 7, 0]],
    dashArrayY: [7, 0],
  });
  return [
    { symbol: "none" },
    lines(-Math.PI / 4, 5),
    dots("circle", 0.6),
    lines(Math.PI / 4, 5),
    lines(0, 5),
    dots("diamond", 0.8),
    lines(Math.PI / 2, 5),
    dots("triangle", 0.8),
  ];
};
