// Dragging over the plot to choose a part of its categories.

/** A hand that clicks moves this many pixels, and does not drag. */
const TREMBLE = 4;

/**
 * Tells `live.dragged` of the first and the last category dragged over. Escape gives it up.
 *
 * @returns {() => void} stops it
 */
export const answerDrags = (live) => {
  const { element, chart } = live;
  const shade = document.createElement("div");
  shade.setAttribute("aria-hidden", "true");
  /** Where the button went down, and whether it is a drag by now. */
  let drag = null;

  const ground = chart.getZr().painter.getViewportRoot();
  const plot = () => chart.getModel().getComponent("grid").coordinateSystem.getRect();
  const place = (event) => {
    const box = ground.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const category = (x) => {
    const { x: left, width } = plot();
    const inside = Math.min(Math.max(x, left), left + width);
    const at = Math.round(chart.convertFromPixel({ xAxisIndex: 0 }, inside));
    return Math.min(Math.max(at, 0), live.spec.categories.length - 1);
  };
  const chosen = () => [category(drag.from), category(drag.to)].sort((one, other) => one - other);

  const drawShade = () => {
    const { x, y, width, height } = plot();
    const [first, last] = chosen().map((at) => chart.convertToPixel({ xAxisIndex: 0 }, at));
    // Bars stand in the middle of their categories, points at them.
    const half = bandWidth(chart) / 2;
    const left = Math.max(x, first - half);
    const right = Math.min(x + width, last + half);
    shade.style.cssText = "position: absolute; pointer-events: none; opacity: 0.22; min-width: 1px; z-index: 1;";
    const box = { left, top: y, width: right - left, height };
    for (const [name, length] of Object.entries(box)) shade.style[name] = `${length}px`;
    shade.style.background = live.theme.series[0];
    shade.style.outline = `1px solid ${live.theme.text}`;
  };

  const end = () => {
    drag = null;
    shade.remove();
    element.style.userSelect = "";
  };

  const listeners = {
    pointerdown(event) {
      const at = place(event);
      const first = event.button === 0 && event.isPrimary;
      const begins = live.spec.drag && first && chart.containPixel({ gridIndex: 0 }, at);
      drag = begins ? { from: at[0], to: at[0], pointer: event.pointerId, moved: false } : null;
    },
    pointermove(event) {
      if (drag?.pointer !== event.pointerId) return;
      [drag.to] = place(event);
      if (!drag.moved && Math.abs(drag.to - drag.from) > TREMBLE) {
        drag.moved = true;
        // From now on it is a drag wherever the pointer goes. The chart goes on telling what is under it.
        ground.setPointerCapture(event.pointerId);
        element.style.userSelect = "none";
        element.append(shade);
      }
      if (drag.moved) drawShade();
    },
    pointerup(event) {
      if (drag?.pointer !== event.pointerId) return;
      const span = drag.moved ? chosen() : null;
      end();
      if (span) live.dragged(...span);
    },
    pointercancel: end,
  };
  const escape = (event) => {
    if (event.key !== "Escape" || !drag?.moved) return;
    // It gives up the drag, and not also what stands around the chart.
    event.stopPropagation();
    event.preventDefault();
    if (ground.hasPointerCapture(drag.pointer)) ground.releasePointerCapture(drag.pointer);
    end();
  };
  for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener);
  window.addEventListener("keydown", escape, true);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) element.removeEventListener(name, listener);
    window.removeEventListener("keydown", escape, true);
    end();
  };
};

/** How wide a category is; 0 where its place is a point. */
const bandWidth = (chart) => {
  const axis = chart.getModel().getComponent("xAxis").axis;
  return axis.onBand ? axis.getBandWidth() : 0;
};
