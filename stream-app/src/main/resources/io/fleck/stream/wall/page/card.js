// One camera: its latest picture, score against threshold, verdict, trend.
import { score, whole, word } from "./format.js";
import { paint } from "./frame.js";
import { Trend } from "./trend.js";

const STALE_SECONDS = 10;
const MEMORY = 0.9;

export class Card {
  #base = null;
  #picture = null;
  #shownAt = 0;

  constructor(station, camera, settings, enlarge) {
    this.settings = settings;
    this.element = document.getElementById("card").content.firstElementChild.cloneNode(true);
    this.element.dataset.station = station;
    this.element.dataset.camera = camera;
    this.part = (selector) => this.element.querySelector(selector);
    this.part("h2").textContent = station || "no station";
    this.part(".camera").textContent = camera;
    this.trend = new Trend(this.part("svg"));
    this.canvas = this.part("canvas");
    this.element.onclick = () => this.#picture && enlarge(this.#picture);
    this.element.onkeydown = (event) => event.key === "Enter" && this.element.onclick();
    new ResizeObserver(() => this.paint()).observe(this.canvas);
  }

  /** The score that counts as nothing: the usual low of this camera's maps. */
  base(preview) {
    if (preview.map) {
      const low = preview.map.minimum;
      this.#base = this.#base == null ? low : MEMORY * this.#base + (1 - MEMORY) * low;
    }
    return this.#base ?? 0;
  }

  show(picture) {
    const old = this.#picture;
    this.#picture = picture;
    this.#shownAt = performance.now();
    const preview = picture.preview;
    this.element.dataset.verdict = preview.verdict;
    this.element.setAttribute("aria-label", `${preview.station}, ${preview.camera}: ${word(preview.verdict)}`);
    this.part(".verdict").textContent = word(preview.verdict);
    this.part(".word").textContent = word(preview.verdict);
    this.#gauge(preview);
    this.part(".sequence").textContent = preview.sequence >= 0 ? "Frame " + whole(preview.sequence) : "";
    this.part(".chance").textContent = preview.pValue == null ? "" : "p = " + score(preview.pValue);
    this.part(".model").textContent = preview.model;
    this.paint();
    this.age();
    if (old && !old.kept) old.image.close();
  }

  #gauge(preview) {
    const known = preview.score != null && preview.threshold != null;
    this.part(".gauge").hidden = !known;
    if (!known) return;
    const full = Math.max(preview.threshold * 1.6, preview.score * 1.05, 1e-9);
    const share = (value) => Math.max(0, Math.min(100, (100 * value) / full)) + "%";
    this.part(".fill").style.width = share(preview.score);
    this.part(".mark").style.left = share(preview.threshold);
    this.part(".score").textContent = "Score " + score(preview.score);
    this.part(".threshold").textContent = "Threshold " + score(preview.threshold);
  }

  history(points) {
    this.trend.replace(points);
  }

  point(point) {
    this.trend.add(point);
  }

  paint() {
    if (this.#picture) paint(this.canvas, this.#picture, this.settings);
  }

  /** Says when the picture has grown old. */
  age() {
    if (!this.#picture) return;
    const seconds = Math.floor((performance.now() - this.#shownAt) / 1000);
    this.element.classList.toggle("stale", seconds >= STALE_SECONDS);
    this.part(".age").textContent = seconds >= STALE_SECONDS ? `no picture for ${seconds} s` : "";
  }
}
