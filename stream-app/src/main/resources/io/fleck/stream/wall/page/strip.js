// The last anomalies, newest first, and one of them enlarged.
import { clock, score, whole, word } from "./format.js";
import { paint } from "./frame.js";

const LENGTH = 24;

export class Strip {
  #pictures = []; // newest first
  #open = null;

  constructor(page, settings) {
    this.settings = settings;
    this.part = (id) => page.getElementById(id);
    this.list = this.part("strip");
    this.viewer = this.part("viewer");
    this.part("close").onclick = () => this.viewer.close();
    this.part("older").onclick = () => this.#step(1);
    this.part("newer").onclick = () => this.#step(-1);
    this.viewer.addEventListener("close", () => (this.#open = null));
    this.viewer.addEventListener("click", (event) => event.target === this.viewer && this.viewer.close());
    this.viewer.addEventListener("keydown", (event) => {
      if (event.key === "ArrowLeft") this.#step(1);
      if (event.key === "ArrowRight") this.#step(-1);
    });
    new ResizeObserver(() => this.#paintViewer()).observe(this.part("viewer-picture"));
  }

  add(picture) {
    if (this.#pictures.some((p) => p.preview.eventId === picture.preview.eventId)) return;
    picture.kept = true;
    picture.item = this.#item(picture);
    this.#pictures.unshift(picture);
    this.list.prepend(picture.item);
    this.part("none").hidden = true;
    paint(picture.item.querySelector("canvas"), picture, this.settings);
    if (this.#pictures.length > LENGTH) this.#pictures.pop().item.remove();
    this.#arrows();
  }

  clear() {
    this.#pictures = [];
    this.list.replaceChildren();
    this.part("none").hidden = false;
    if (this.viewer.open) this.viewer.close();
  }

  #item(picture) {
    const { preview } = picture;
    const item = document.createElement("li");
    const button = document.createElement("button");
    const canvas = document.createElement("canvas");
    const label = document.createElement("span");
    const note = document.createElement("span");
    button.type = "button";
    button.setAttribute("aria-label", `${word(preview.verdict)} at ${preview.station}, ${clock(preview.capturedAt)}`);
    label.className = "where";
    label.textContent = preview.station;
    note.className = "when";
    note.textContent = excess(preview) + clock(preview.capturedAt);
    button.append(canvas, label, note);
    button.onclick = () => this.open(picture);
    item.append(button);
    return item;
  }

  openLatest() {
    if (this.#pictures.length > 0) this.open(this.#pictures[0]);
  }

  /** Enlarges a picture: one of the strip, or any other. */
  open(picture) {
    picture.kept = true;
    this.#open = picture;
    const { preview } = picture;
    this.part("viewer-title").textContent = `${preview.station} · ${preview.camera}`;
    const verdict = this.part("viewer-verdict");
    verdict.textContent = word(preview.verdict);
    verdict.dataset.verdict = preview.verdict;
    this.part("viewer-facts").replaceChildren(
      ...facts(preview).map(([name, value]) => {
        const pair = document.createElement("div");
        const term = document.createElement("dt");
        const text = document.createElement("dd");
        term.textContent = name;
        text.textContent = value;
        pair.append(term, text);
        return pair;
      }),
    );
    if (!this.viewer.open) this.viewer.showModal();
    this.#arrows();
    this.#paintViewer();
  }

  #step(by) {
    const next = this.#pictures[this.#pictures.indexOf(this.#open) + by];
    if (this.#open && next) this.open(next);
  }

  #arrows() {
    const at = this.#pictures.indexOf(this.#open);
    this.part("older").disabled = at < 0 || at === this.#pictures.length - 1;
    this.part("newer").disabled = at <= 0;
  }

  paint() {
    this.#pictures.forEach((p) => paint(p.item.querySelector("canvas"), p, this.settings));
    this.#paintViewer();
  }

  #paintViewer() {
    if (this.#open) paint(this.part("viewer-picture"), this.#open, this.settings);
  }
}

/** How far above the threshold, as a multiple of it. */
function excess(preview) {
  return preview.score != null && preview.threshold > 0 ? `${score(preview.score / preview.threshold)}× · ` : "";
}

function facts(preview) {
  const all = [
    ["Score", score(preview.score)],
    ["Threshold", score(preview.threshold)],
    ["p-value", preview.pValue == null ? null : score(preview.pValue)],
    ["Frame", preview.sequence >= 0 ? whole(preview.sequence) : null],
    ["Captured", clock(preview.capturedAt)],
    ["Size", `${preview.frameWidth} × ${preview.frameHeight}`],
    ["Model", preview.model],
    ["Event", preview.eventId.slice(0, 16)],
  ];
  return all.filter(([, value]) => value);
}
