# codonj: plugins=openmp
"""Draws the Mandelbrot set on all processors: mandelbrot.py [COLUMNS]"""

import sys

SHADES = " .:-=+*#%@"
LIMIT = 1000


def rounds(x: float, y: float) -> int:
    real, imaginary, count = 0.0, 0.0, 0
    while count < LIMIT and real * real + imaginary * imaginary <= 4.0:
        real, imaginary = real * real - imaginary * imaginary + x, 2.0 * real * imaginary + y
        count += 1
    return count


columns = int(sys.argv[1]) if len(sys.argv) > 1 else 78
lines = [""] * (columns // 3)

@par(schedule="dynamic")
for row in range(len(lines)):
    y = 2.4 * row / len(lines) - 1.2
    line = ""
    for column in range(columns):
        line += SHADES[rounds(3.0 * column / columns - 2.1, y) * (len(SHADES) - 1) // LIMIT]
    lines[row] = line

print("\n".join(lines))
