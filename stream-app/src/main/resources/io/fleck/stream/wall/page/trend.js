// Scores over time against their threshold, as lines of an SVG.
const SVG = "http://www.w3.org/2000/svg";
const LENGTH = 240;
const WIDTH = 1000;
const HEIGHT = 100;
const CUT = 2;

export class Trend {
  #points = [];

  constructor(svg) {
    svg.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
    this.area = part(svg, "path", "area");
    this.limit = part(svg, "path", "limit");
    this.line = part(svg, "path", "line");
    this.peaks = part(svg, "path", "peaks");
  }

  replace(points) {
    this.#points = points.slice(-LENGTH);
    this.#draw();
  }

  add(point) {
    this.#points.push(point);
    if (this.#points.length > LENGTH) this.#points.shift();
    this.#draw();
  }

  #draw() {
    const known = this.#points.filter((p) => p.score != null);
    if (known.length === 0) return;
    // Scores far above the threshold are cut off: near it is where the eye is needed.
    const most = Math.max(...known.map((p) => (p.threshold ? Math.min(Math.max(p.score, 1.35 * p.threshold), CUT * p.threshold) : p.score)));
    const least = Math.min(0, ...known.map((p) => p.score));
    const x = (i) => WIDTH - ((known.length - 1 - i) * WIDTH) / (LENGTH - 1);
    const y = (v) => HEIGHT - (HEIGHT * (Math.min(v, most) - least)) / (most - least || 1);
    const path = (value) => known.map((p, i) => `${i === 0 ? "M" : "L"}${x(i).toFixed(1)} ${y(value(p)).toFixed(1)}`).join("");
    const line = path((p) => p.score);
    this.line.setAttribute("d", line);
    this.area.setAttribute("d", `${line}L${WIDTH} ${HEIGHT}L${x(0).toFixed(1)} ${HEIGHT}Z`);
    const last = known.at(-1).threshold;
    this.limit.setAttribute("d", last == null ? "" : `M0 ${y(last).toFixed(1)}H${WIDTH}`);
    const above = known.map((p, i) => (p.alarming ? `M${x(i).toFixed(1)} ${y(p.score).toFixed(1)}h0` : "")).join("");
    this.peaks.setAttribute("d", above);
  }
}

function part(svg, name, kind) {
  const element = document.createElementNS(SVG, name);
  element.setAttribute("class", kind);
  element.setAttribute("vector-effect", "non-scaling-stroke");
  svg.append(element);
  return element;
}
