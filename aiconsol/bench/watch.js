// Tells when a chart was painted last, and when anything on the page changed last.
window.bench = { chart: 0, any: 0, first: new Map() };
const changed = (node) => {
  const now = performance.now();
  bench.any = now;
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  return element?.closest(".vega-embed") ? (bench.chart = now) : 0;
};
for (const name of ["clearRect", "fillRect", "fill", "stroke", "fillText"]) {
  const draw = CanvasRenderingContext2D.prototype[name];
  CanvasRenderingContext2D.prototype[name] = function (...given) {
    if (this.canvas.isConnected) {
      const painted = changed(this.canvas);
      if (painted && !bench.first.has(this.canvas)) bench.first.set(this.canvas, painted);
    }
    return draw.apply(this, given);
  };
}
new MutationObserver((records) => records.forEach((record) => changed(record.target))).observe(
  document,
  { subtree: true, childList: true, attributes: true, characterData: true },
);
addEventListener("click", () => { bench.click = performance.now(); bench.chart = 0; }, true);
bench.painted = (count) => [...bench.first.values()].sort((a, b) => a - b)[count - 1];
bench.quiet = (milliseconds) => performance.now() - bench.any > milliseconds;
bench.shown = () => [...document.querySelectorAll("h4")].map((head) => head.innerText).join()
  + [...document.querySelectorAll(".vega-embed canvas")].map((chart) => chart.toDataURL()).join();
bench.until = (isSo) => new Promise((resolve) => {
  const look = () => (isSo() ? resolve() : setTimeout(look, 20));
  look();
});
