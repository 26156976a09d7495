"""Makes PNGs with resvg alone: `resvg_floor.py 1400,1600 a.svg b.svg`."""

import sys
from pathlib import Path

import resvg_py

for file in sys.argv[2:]:
    svg = Path(file).read_text(encoding="utf-8")
    for width in sys.argv[1].split(","):
        resvg_py.svg_to_bytes(svg_string=svg, background="white", skip_system_fonts=True, width=int(width))
