// A picture and its score map on a canvas.
const HEAT_WIDTH = 448;
// Colour by score: 0 is the camera's usual low, 1 is the threshold, PEAK the worst place of a bad part. Red, green, blue,
// opacity: what lies below has to stay visible.
const PEAK = 2;
const STOPS = [
  [0.6, 255, 221, 64, 0],
  [0.85, 255, 214, 48, 0.25],
  [1.0, 255, 168, 24, 0.5],
  [1.4, 255, 64, 36, 0.68],
  [PEAK, 222, 12, 120, 0.8],
];
const LEVELS = 512;
const SPAN = PEAK;
const WHITE = 0xffffffff;
const PALETTE = palette();

function palette() {
  const table = new Uint8ClampedArray(LEVELS * 4);
  for (let i = 0; i < LEVELS; i++) table.set(colour((i / (LEVELS - 1)) * SPAN), i * 4);
  return new Uint32Array(table.buffer);
}

function colour(t) {
  const upper = STOPS.findIndex((stop) => stop[0] >= t);
  if (upper === 0) return [0, 0, 0, 0];
  const [a, b] = upper < 0 ? [STOPS.at(-1), STOPS.at(-1)] : [STOPS[upper - 1], STOPS[upper]];
  const f = a === b ? 0 : (t - a[0]) / (b[0] - a[0]);
  const mix = (i) => a[i] + (b[i] - a[i]) * f;
  return [mix(1), mix(2), mix(3), mix(4) * 255];
}

const bytes = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

/**
 * Decodes a preview.
 * @param base the score that counts as nothing at all
 */
export async function decode(preview, base) {
  const image = await createImageBitmap(new Blob([bytes(preview.jpeg)], { type: "image/jpeg" }));
  return { preview, image, heat: preview.map ? heat(preview, base) : null };
}

/** The map, enlarged smoothly and coloured; its outline is where the threshold runs. */
function heat(preview, base) {
  const map = preview.map;
  const width = HEAT_WIDTH;
  const height = Math.max(1, Math.round((HEAT_WIDTH * map.coveredHeight) / map.coveredWidth));
  const top = preview.threshold ?? map.maximum;
  const low = Math.min(base, top - 1e-9);
  const scale = (map.maximum - map.minimum) / 255 / (top - low);
  const offset = (map.minimum - low) / (top - low);
  const levels = enlarged(map, width, height, scale, offset);
  compress(levels);
  return canvasOf(levels, width, height, preview.threshold != null);
}

/** Squeezes what lies above the threshold into the palette, so that a gross defect shows its shape as a faint one does. */
function compress(levels) {
  const worst = levels.reduce((most, level) => Math.max(most, level), 0);
  if (worst <= PEAK) return;
  for (let i = 0; i < levels.length; i++) {
    if (levels[i] > 1) levels[i] = 1 + ((PEAK - 1) * (levels[i] - 1)) / (worst - 1);
  }
}

/** Bilinear: value * scale + offset. */
function enlarged(map, width, height, scale, offset) {
  const cells = bytes(map.cells);
  const columns = positions(width, map.width);
  const rows = positions(height, map.height);
  const line = new Float32Array(map.width);
  const levels = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const upper = rows.at[y] * map.width;
    const lower = Math.min(rows.at[y] + 1, map.height - 1) * map.width;
    for (let i = 0; i < map.width; i++) {
      line[i] = cells[upper + i] + (cells[lower + i] - cells[upper + i]) * rows.share[y];
    }
    for (let x = 0; x < width; x++) {
      const left = columns.at[x];
      const right = Math.min(left + 1, map.width - 1);
      levels[y * width + x] = (line[left] + (line[right] - line[left]) * columns.share[x]) * scale + offset;
    }
  }
  return levels;
}

/** For each of n points: the cell before it, and how far it is towards the next. */
function positions(n, cells) {
  const at = new Int32Array(n);
  const share = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    const x = Math.min(Math.max(((i + 0.5) * cells) / n - 0.5, 0), cells - 1);
    at[i] = Math.floor(x);
    share[i] = x - at[i];
  }
  return { at, share };
}

function canvasOf(levels, width, height, outlined) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let i = 0; i < levels.length; i++) {
    const level = Math.min(LEVELS - 1, Math.max(0, Math.round((levels[i] / SPAN) * (LEVELS - 1))));
    pixels[i] = outlined && levels[i] > 1 && edge(levels, i, width, height) ? WHITE : PALETTE[level];
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

function edge(levels, i, width, height) {
  const x = i % width;
  const y = (i - x) / width;
  return (
    (x > 0 && levels[i - 1] <= 1) ||
    (x < width - 1 && levels[i + 1] <= 1) ||
    (y > 0 && levels[i - width] <= 1) ||
    (y < height - 1 && levels[i + width] <= 1)
  );
}

/** Draws picture and map as large as the canvas allows. */
export function paint(canvas, picture, settings) {
  const ratio = window.devicePixelRatio || 1;
  const width = Math.round(canvas.clientWidth * ratio);
  const height = Math.round(canvas.clientHeight * ratio);
  if (width === 0 || height === 0) return;
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext("2d");
  context.clearRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  const { frameWidth, frameHeight, map } = picture.preview;
  const scale = Math.min(width / frameWidth, height / frameHeight);
  const left = (width - frameWidth * scale) / 2;
  const top = (height - frameHeight * scale) / 2;
  context.drawImage(picture.image, left, top, frameWidth * scale, frameHeight * scale);
  if (picture.heat && settings.overlay && settings.opacity > 0) {
    context.globalAlpha = settings.opacity / 100;
    context.drawImage(
      picture.heat,
      left + map.x * scale,
      top + map.y * scale,
      map.coveredWidth * scale,
      map.coveredHeight * scale,
    );
    context.globalAlpha = 1;
  }
}
