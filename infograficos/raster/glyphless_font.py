"""The invisible text of a PDF, set in a font that has widths but no glyphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from infograficos.raster.page import InvisibleLine

#: Its measures are in thousandths of an em.
_DESCRIPTOR = """<</Type /FontDescriptor /FontName /Unseen /Flags 4 /FontBBox [0 -240 1000 950]
/ItalicAngle 0 /Ascent 950 /Descent -240 /CapHeight 730 /StemV 80>>"""

_CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{rows}endcmap CMapName currentdict /CMap defineresource pop end end"""

#: The most entries that a `bfchar` block may have.
_MAX_ROWS = 100


class GlyphlessFont:
    """A font without glyphs, with a code for each pair of a character and a width.

    Readers split words and highlight selections by character widths: these are the outlines' own, kerning
    included.
    """

    def __init__(self) -> None:
        self._codes: dict[tuple[str, int], int] = {}

    def text_operators(self, lines: Iterable[InvisibleLine], height: float, scale: float) -> str:
        """Return the operators for lines on a page of this height in points, at `scale` points a unit."""
        return f"BT 3 Tr {' '.join(self._line(line, height, scale) for line in lines)} ET"

    def resource(self, add: Callable[[str], str], add_stream: Callable[[str], str]) -> str:
        """Return the font in PDF syntax, once all lines are set.

        Args:
            add: adds an indirect object to the PDF, and returns a reference to it.
            add_stream: the same for a stream.
        """
        widths = " ".join(str(width) for _, width in self._codes)
        descendant = (
            "<</Type /Font /Subtype /CIDFontType2 /BaseFont /Unseen "
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "
            f"/FontDescriptor {add(_DESCRIPTOR)} /W [1 [{widths}]]>>"
        )
        return (
            "<</Type /Font /Subtype /Type0 /BaseFont /Unseen /Encoding /Identity-H "
            f"/DescendantFonts [{add(descendant)}] /ToUnicode {add_stream(self._character_map())}>>"
        )

    def _line(self, line: InvisibleLine, height: float, scale: float) -> str:
        widths = [round((right - left) / line.size * 1000) for left, right in pairwise(line.edges)]
        # A zero-width space character separates words where a reader joins lines.
        pairs = [*zip(line.text, widths, strict=True), (" ", 0)]
        codes = "".join(f"{self._codes.setdefault(pair, len(self._codes) + 1):04X}" for pair in pairs)
        matrix = f"1 0 0 1 {line.edges[0] * scale:.2f} {height - line.baseline * scale:.2f} Tm"
        return f"/Unseen {line.size * scale:.3f} Tf {matrix} <{codes}> Tj"

    def _character_map(self) -> str:
        rows = [
            f"<{code:04X}> <{character.encode('utf-16-be').hex()}>\n"
            for (character, _), code in self._codes.items()
        ]
        chunks = [rows[start : start + _MAX_ROWS] for start in range(0, len(rows), _MAX_ROWS)]
        blocks = (f"{len(chunk)} beginbfchar\n{''.join(chunk)}endbfchar\n" for chunk in chunks)
        return _CMAP.format(rows="".join(blocks))
