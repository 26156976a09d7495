"""PNG, GIF and vector PDF from SVG text; the engines, Pillow and pypdf are imported on first use."""
