// Figures that add up.
import { percent, whole } from "./format.js";

export class Counters {
  constructor(page) {
    this.figure = (name) => page.querySelector(`[data-figure="${name}"]`);
    this.rate = page.getElementById("rate");
  }

  hello(message) {
    this.rate.hidden = message.falseAlarmRate == null;
    if (message.falseAlarmRate != null) this.figure("falseAlarmRate").textContent = percent(message.falseAlarmRate);
  }

  count(message) {
    for (const name of ["received", "results", "anomalies", "masks", "deadLetters", "shed", "inFlight"]) {
      this.figure(name).textContent = whole(message[name]);
    }
    this.figure("imagesPerSecond").textContent = message.imagesPerSecond.toFixed(1);
    for (const name of ["deadLetters", "shed"]) {
      this.figure(name).parentElement.classList.toggle("raised", message[name] > 0);
    }
  }
}
