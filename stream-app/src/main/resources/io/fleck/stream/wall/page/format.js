// Numbers and times as people read them.
const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

export const whole = (n) => WHOLE.format(n);

/** Three significant digits, without an exponent. */
export function score(n) {
  if (n == null) return "–";
  const digits = Math.abs(n) >= 100 ? 0 : Math.abs(n) >= 10 ? 1 : Math.abs(n) >= 1 ? 2 : 3;
  return n.toFixed(digits);
}

export const percent = (share) => String(Number((share * 100).toPrecision(2))) + " %";

export const clock = (millis) =>
  new Date(millis).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });

export const word = (verdict) => verdict.replaceAll("_", " ");
