// Wafer maps as they arrive, and the patterns that nobody has named, side by side.
import { clock, score, whole, word } from "./format.js";

const LENGTH = 24;
const PATTERNS = 6;

export class Wafers {
  #shown = new Map(); // id to item, the latest first on the page
  #patterns = new Map();

  constructor(page) {
    this.part = (id) => page.getElementById(id);
    this.viewer = this.part("wafer-viewer");
    this.part("wafer-close").onclick = () => this.viewer.close();
    this.viewer.addEventListener("click", (event) => event.target === this.viewer && this.viewer.close());
  }

  clear(hello) {
    this.#shown.clear();
    this.#patterns.clear();
    this.part("wafer-maps").replaceChildren();
    this.part("patterns").replaceChildren();
    this.part("patterns-none").hidden = false;
    this.part("wafers").hidden = true;
    this.part("wafers-synthetic").hidden = !hello.syntheticWafers;
    if (this.viewer.open) this.viewer.close();
  }

  add(wafer) {
    this.part("wafers").hidden = false;
    this.#shown.get(wafer.id)?.remove();
    const item = this.#item(wafer);
    this.#shown.delete(wafer.id);
    this.#shown.set(wafer.id, item);
    this.part("wafer-maps").prepend(item);
    if (this.#shown.size > LENGTH) {
      const [oldest, last] = this.#shown.entries().next().value;
      this.#shown.delete(oldest);
      last.remove();
    }
    const root = document.documentElement;
    root.dataset.wafers = Number(root.dataset.wafers ?? 0) + 1;
  }

  #item(wafer) {
    const item = this.part("wafer-map").content.cloneNode(true).firstElementChild;
    const button = item.querySelector("button");
    item.dataset.verdict = wafer.verdict;
    item.dataset.signature = wafer.signature;
    item.querySelector("img").src = picture(wafer.png);
    item.querySelector(".class").textContent = name(wafer);
    item.querySelector(".where").textContent = `${wafer.lot} · ${wafer.wafer}`;
    item.querySelector(".when").textContent = chance(wafer);
    button.setAttribute("aria-label", `${name(wafer)}: wafer ${wafer.wafer} of lot ${wafer.lot}`);
    button.onclick = () => this.open(wafer);
    return item;
  }

  pattern(pattern) {
    this.part("wafers").hidden = false;
    this.part("patterns-none").hidden = true;
    this.#patterns.get(pattern.eventId)?.remove();
    const item = this.part("pattern").content.cloneNode(true).firstElementChild;
    item.dataset.event = pattern.eventId;
    item.querySelector("b").textContent =
      `${whole(pattern.count)} wafers alike` + [pattern.product, pattern.step].filter(Boolean).map((t) => " · " + t).join("");
    item.querySelector(".suspects").textContent = suspects(pattern);
    item.querySelector(".examples").replaceChildren(...pattern.examples.map(example));
    this.#patterns.delete(pattern.eventId);
    this.#patterns.set(pattern.eventId, item);
    this.part("patterns").prepend(item);
    if (this.#patterns.size > PATTERNS) {
      const [oldest, last] = this.#patterns.entries().next().value;
      this.#patterns.delete(oldest);
      last.remove();
    }
  }

  open(wafer) {
    this.part("wafer-title").textContent = `Lot ${wafer.lot} · wafer ${wafer.wafer}`;
    const verdict = this.part("wafer-verdict");
    verdict.textContent = name(wafer);
    verdict.dataset.verdict = wafer.verdict;
    this.part("wafer-picture").src = picture(wafer.png);
    this.part("wafer-facts").replaceChildren(
      ...facts(wafer).map(([label, value]) => {
        const pair = document.createElement("div");
        const term = document.createElement("dt");
        const text = document.createElement("dd");
        term.textContent = label;
        text.textContent = value;
        pair.append(term, text);
        return pair;
      }),
    );
    if (!this.viewer.open) this.viewer.showModal();
  }
}

function example(wafer) {
  const item = document.createElement("li");
  const label = document.createElement("span");
  label.textContent = `${wafer.lot} · ${wafer.wafer}`;
  if (wafer.png == null) {
    const gone = document.createElement("span");
    gone.className = "gone";
    gone.textContent = "came before this page";
    item.append(gone, label);
  } else {
    const image = document.createElement("img");
    image.src = picture(wafer.png);
    image.alt = `Wafer ${wafer.wafer} of lot ${wafer.lot}`;
    item.append(image, label);
  }
  return item;
}

const picture = (png) => "data:image/png;base64," + png;

/** Class of the wafer; a novel one has none. */
const name = (wafer) => (wafer.verdict === "NOVEL" || !wafer.signature ? word(wafer.verdict) : wafer.signature);

const chance = (wafer) => (wafer.pValue == null ? "" : "p = " + score(wafer.pValue));

/** The likeliest cause, if any is more than chance. */
function suspects(pattern) {
  const first = pattern.suspects.filter((suspect) => suspect.pValue <= 0.05)[0];
  if (!first) return "no tool or recipe stands out";
  const values = Object.entries(first.values).map(([attribute, value]) => `${attribute} ${value}`);
  return `${values.join(", ")} (p = ${score(first.pValue)})`;
}

function facts(wafer) {
  const likest = wafer.verdict === "NOVEL" ? "Likest known class" : "Class";
  const all = [
    [likest, wafer.signature],
    ["Confidence", wafer.confidence == null ? null : score(wafer.confidence)],
    ["p-value", wafer.pValue == null ? null : score(wafer.pValue)],
    ["Defects or failed dies", whole(wafer.defects)],
    ["Slot", wafer.slot == null ? null : String(wafer.slot)],
    ["Step", wafer.step],
    ["Product", wafer.product],
    ["Tool", wafer.tool],
    ["Inspected", clock(wafer.inspectedAt)],
    ["Model", wafer.model],
    ["Map", wafer.id.slice(0, 16)],
  ];
  return all.filter(([, value]) => value);
}
