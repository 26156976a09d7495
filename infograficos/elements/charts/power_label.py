"""A number with a power of ten whose exponent is as large as its other digits, for the ticks of an axis."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Placed, TextBlock, TextLine

#: How far the exponent is raised, in times the size.
_RAISED = 0.46

_SUPERSCRIPT = str.maketrans("−0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@checked_dataclass
class PowerLabel:
    """A base and its exponent, such as 10 and 8."""

    base: str
    exponent: str

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Lay out both in one line; the baseline is the base's."""
        base = layouter.layout(Text(self.base, "label", "muted", literal=True), Limits())
        power = layouter.layout(Text(self.exponent, "label", "muted", literal=True), Limits())
        rise = _RAISED * layouter.look.font("label").size
        # The lower line says both, so that no reader meets a 10 and an 8.
        text = f"{self.base}{self.exponent.translate(_SUPERSCRIPT)}"
        width = base.size.width + power.size.width
        number = TextLine(Point(0.0, rise + base.size.height), _line(base).runs, width, text, "sign")
        raised = _line(power)
        raised = TextLine(Point(base.size.width, base.size.height), raised.runs, raised.width, "")
        size = Size(width, rise + base.size.height)
        block = TextBlock(Rect(0.0, 0.0, size.width, size.height), (number, raised), "label")
        return Frame(size, (Placed(ORIGIN, block),), size.height)


def _line(frame: Frame) -> TextLine:
    """Return the one line of a text."""
    block = frame.items[0].item
    if not isinstance(block, TextBlock):
        raise TypeError(block)
    return block.lines[0]
