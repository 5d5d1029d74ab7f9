// What the viewer chose: kept in the browser.
const THEMES = ["auto", "dark", "light"];

export class Settings {
  #listeners = [];

  constructor() {
    this.overlay = read("overlay", "on") === "on";
    this.opacity = clamp(Number(read("opacity", "70")));
    this.theme = THEMES.includes(read("theme", "auto")) ? read("theme", "auto") : "auto";
    this.toggle = document.getElementById("overlay");
    this.slider = document.getElementById("opacity");
    this.themeButton = document.getElementById("theme");
    this.toggle.onclick = () => this.toggleOverlay();
    this.slider.oninput = () => this.setOpacity(Number(this.slider.value));
    this.themeButton.onclick = () => this.nextTheme();
    this.#apply();
  }

  onChange(listener) {
    this.#listeners.push(listener);
  }

  toggleOverlay() {
    this.overlay = !this.overlay;
    this.#apply();
  }

  addOpacity(by) {
    this.setOpacity(this.opacity + by);
  }

  setOpacity(percent) {
    this.opacity = clamp(percent);
    this.#apply();
  }

  nextTheme() {
    this.theme = THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length];
    this.#apply();
  }

  #apply() {
    this.toggle.setAttribute("aria-pressed", String(this.overlay));
    this.slider.value = this.opacity;
    this.slider.disabled = !this.overlay;
    this.themeButton.textContent = "Theme: " + this.theme;
    document.documentElement.dataset.theme = this.theme;
    write("overlay", this.overlay ? "on" : "off");
    write("opacity", String(this.opacity));
    write("theme", this.theme);
    this.#listeners.forEach((listener) => listener());
  }
}

function clamp(percent) {
  return Number.isFinite(percent) ? Math.min(100, Math.max(0, percent)) : 70;
}

function read(key, otherwise) {
  try {
    return localStorage.getItem("fleck." + key) ?? otherwise;
  } catch {
    return otherwise; // storage is switched off: the choice lasts as long as the page
  }
}

function write(key, value) {
  try {
    localStorage.setItem("fleck." + key, value);
  } catch {
    // as above
  }
}
