// The page: events from the server into cards, counters and the strip.
import { Card } from "./card.js";
import { Counters } from "./counters.js";
import { decode } from "./frame.js";
import { Settings } from "./settings.js";
import { Strip } from "./strip.js";
import { Wafers } from "./wafers.js";

const stations = document.getElementById("stations");
const settings = new Settings();
const counters = new Counters(document);
const strip = new Strip(document, settings);
const cards = new Map();
const wafers = new Wafers(document);

function card(station, camera) {
  const key = station + "\n" + camera;
  let found = cards.get(key);
  if (!found) {
    found = new Card(station, camera, settings, (picture) => strip.open(picture));
    cards.set(key, found);
    place();
    document.documentElement.dataset.cards = cards.size;
  }
  return found;
}

/** Cards in the order of their names, whoever came first. */
function place() {
  const sorted = [...cards.keys()].sort();
  stations.replaceChildren(...sorted.map((key) => cards.get(key).element));
  arrange();
}

/** The number of columns that makes cards largest in the room there is. */
function arrange() {
  const n = cards.size;
  if (n === 0) return;
  const { clientWidth: width, clientHeight: height } = stations;
  let best = { columns: 1, size: 0 };
  for (let columns = 1; columns <= n; columns++) {
    const size = Math.min(width / columns / 1.05, height / Math.ceil(n / columns));
    if (size > best.size * 1.02) best = { columns, size };
  }
  const fits = best.size >= 240;
  const columns = fits ? best.columns : Math.max(1, Math.floor(width / 300));
  stations.style.setProperty("--columns", columns);
  stations.classList.toggle("overfull", !fits);
}

function reset(hello) {
  cards.clear();
  document.documentElement.dataset.cards = 0;
  strip.clear();
  wafers.clear(hello);
  const empty = document.createElement("p");
  empty.className = "empty";
  empty.textContent = "Waiting for the first frame";
  stations.replaceChildren(empty);
  document.title = "Fleck · " + hello.title;
  document.getElementById("title").textContent = hello.title;
  document.getElementById("synthetic").hidden = !hello.synthetic;
  counters.hello(hello);
}

async function show(preview) {
  const target = card(preview.station, preview.camera);
  const picture = await decode(preview, target.base(preview));
  if (preview.verdict === "ANOMALY" || preview.verdict === "NOVEL") strip.add(picture);
  target.show(picture);
  const root = document.documentElement;
  root.dataset.frames = Number(root.dataset.frames) + 1;
}

/** An anomaly of before this page was opened. */
async function remember(preview) {
  strip.add(await decode(preview, preview.map?.minimum ?? 0));
}

// Pictures are decoded one after the other, so that they are shown in the order in which they came.
let queue = Promise.resolve();
const handlers = {
  hello: reset,
  count: (message) => counters.count(message),
  history: (message) => card(message.station, message.camera).history(message.points),
  trend: (message) => message.points.forEach((point) => card(point.station, point.camera).point(point)),
  anomaly: (message) => inTurn(() => remember(message)),
  preview: (message) => inTurn(() => show(message)),
  wafer: (message) => wafers.add(message),
  pattern: (message) => wafers.pattern(message),
};

function inTurn(work) {
  queue = queue.then(work).catch((error) => console.warn("a picture was skipped:", String(error)));
}

function connect() {
  const link = document.getElementById("link");
  const say = (state, text) => {
    link.dataset.state = state;
    link.textContent = text;
  };
  const source = new EventSource("events");
  source.onopen = () => say("live", "Live");
  source.onerror = () => {
    say("away", "Reconnecting");
    // The browser comes back by itself after an interruption, but not after an answer such as "too many".
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 5000);
  };
  for (const [type, handle] of Object.entries(handlers)) {
    source.addEventListener(type, (event) => handle(JSON.parse(event.data)));
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const actions = {
    o: () => settings.toggleOverlay(),
    "+": () => settings.addOpacity(10),
    "-": () => settings.addOpacity(-10),
    t: () => settings.nextTheme(),
    a: () => strip.openLatest(),
    "?": () => document.getElementById("keys").showModal(),
  };
  const action = actions[event.key.toLowerCase()];
  if (action) {
    event.preventDefault();
    action();
  }
});
document.getElementById("help").onclick = () => document.getElementById("keys").showModal();
document.getElementById("keys-close").onclick = () => document.getElementById("keys").close();

new ResizeObserver(arrange).observe(stations);
setInterval(() => cards.forEach((c) => c.age()), 1000);
settings.onChange(() => {
  cards.forEach((c) => c.paint());
  strip.paint();
});
connect();
