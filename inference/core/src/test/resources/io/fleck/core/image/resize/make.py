"""Made the pictures of this folder with Pillow 11.3.0 and NumPy 2.2.6: python make.py

index.tsv lists what Pillow's resize((width, height), Image.BILINEAR) makes of each source. That filter antialiases when
it shrinks (a triangle as wide as the ratio): first along the rows, rounded to bytes, then along the columns.
"""
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

FOLDER = Path(__file__).resolve().parent
COMMON = [(256, 256), (32, 20), (100, 300)]
SOURCES = {  # mode, size, targets beside the common ones: the size itself, one axis alone, a single pixel
    "grey-103x222": ("L", (103, 222), [(103, 50)]),
    "grey-301x77": ("L", (301, 77), [(40, 77)]),
    "grey-64x64": ("L", (64, 64), [(64, 64), (63, 65)]),
    "rgb-103x222": ("RGB", (103, 222), [(1, 1)]),
    "rgb-64x64": ("RGB", (64, 64), [(64, 64)]),
    "rgb-640x480": ("RGB", (640, 480), []),
    "rgb-3x2": ("RGB", (3, 2), []),
}


def picture(mode, size, random):
    """Waves that get too fine for the small targets, flat shapes with hard edges, and a corner of noise that saturates."""
    width, height = size
    y, x = np.mgrid[0:height, 0:width]
    planes = []
    for _ in mode:
        fineness, phase = random.uniform(0.3, 1.2), random.uniform(0, 6)
        planes.append(127.5 + 127.5 * np.sin(fineness * x * x / width + 0.7 * y * y / height / 3 + phase))
    image = Image.fromarray(np.stack(planes, 2).squeeze().round().astype(np.uint8), mode)
    draw = ImageDraw.Draw(image)
    for _ in range(min(12, width * height // 64)):
        left, top = (int(random.integers(side)) for side in size)
        box = (left, top, left + int(random.integers(1, width // 3 + 2)), top + int(random.integers(1, height // 3 + 2)))
        colour = tuple(int(v) for v in random.integers(0, 256, len(mode)))
        draw.rectangle(box, fill=colour if len(mode) > 1 else colour[0])
    pixels = np.array(image)
    corner = pixels[-min(height, 40):, -min(width, 40):]
    corner[...] = np.where(random.random(corner.shape) < 0.5, 0, 255)
    return Image.fromarray(pixels, mode)


def main():
    lines = ["source\twidth\theight\texpected"]
    for number, (name, (mode, size, more)) in enumerate(SOURCES.items()):
        source = picture(mode, size, np.random.default_rng(number))
        source.save(FOLDER / f"{name}.png", optimize=True)
        for width, height in COMMON + more:
            expected = f"{name}-to-{width}x{height}.png"
            source.resize((width, height), Image.BILINEAR).save(FOLDER / expected, optimize=True)
            lines.append(f"{name}.png\t{width}\t{height}\t{expected}")
    (FOLDER / "index.tsv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
