"""A node of a graph: its name and what it is, on a shape of its role, or below an object."""

from __future__ import annotations

from typing import Literal

from infograficos.content.data.icon_file import IconSource
from infograficos.content.data.picture_values import PICTURES, Value
from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.cap import cap_depth, edge_paint
from infograficos.elements.flow import NoWrap, Spacer
from infograficos.elements.graphs.shapes import OUTLINES, CapPaints, NodeShape, inner_border, shape_size
from infograficos.elements.icon import Icon
from infograficos.elements.objects.person import Person
from infograficos.elements.objects.pictures import picture
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect
from infograficos.scene.items import Frame, Placed

#: `context` is as usual, `focus` on the marked path, `solid` the one to remember.
NodeState = Literal["context", "focus", "solid"]

#: The tone of a face, and the ink on it, in each state.
_TONES = {"context": "tint", "focus": "mid", "solid": "solid"}

#: The most lines of a name, and how wide the words of a node are at most: as usual, and where room is scarce.
_MOST_LINES, _WIDTHS = 4, (152.0, 104.0)

#: How wide the title of a narrow panel is at most, in units.
_TITLE = 118.0

#: So many characters of a detail stay on one line.
_UNBROKEN = 12

#: How large a picture over a name is, and a person, in times their own size.
_PICTURE, _PERSON = 0.72, 0.8


@checked_dataclass
class GraphNode:
    """A node, found by its name.

    Args:
        name: by which edges and groups know it.
        words: what is written on it.
        detail: a few more words below those, or nothing.
        symbol: the name of a picture, which is drawn above the words, of an icon before them, or a file.
        values: what a picture shows that shows values.
        double: whether it has a second border, as an end has.
        step: the step at which it appears.
    """

    name: str
    words: str
    role: str = "model"
    shape: NodeShape = "box"
    state: NodeState = "context"
    detail: str = ""
    symbol: IconSource = ""
    values: tuple[Value, ...] = ()
    double: bool = False
    step: int = 1

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the node with its words in as few lines as the width allows."""
        outline = OUTLINES[self.shape]
        look, room = layouter.look, max(0.0, limits.max_width - outline.insets.horizontal)
        words = layouter.layout(self._face(), Limits(room))
        depth = cap_depth(look)
        size = shape_size(self.shape, words.size, depth)
        edge = 0.0 if self.shape in ("plain", "start") else depth
        free = size.height - edge - words.size.height - outline.insets.vertical
        left = outline.insets.left + (size.width - words.size.width - outline.insets.horizontal) / 2
        at = Point(left, outline.insets.top + free / 2)
        tone = _TONES[self.state]
        face, rim = look.paint(f"{self.role}.{tone}"), edge_paint(look, self.role, tone)
        lid = look.paint(f"{self.role}.soft") if tone == "tint" else rim
        paints = CapPaints(face, rim, lid, look.paint(f"{self.role}.mark"))
        whole = Rect(0.0, 0.0, size.width, size.height)
        surface = list(outline.draw(whole, paints, look, depth))
        surface += inner_border(self.shape, whole, paints, look) if self.double else ()
        return Frame(size, (*(Placed(ORIGIN, item) for item in surface), Placed(at, words)))

    @property
    def _color(self) -> str:
        on_cap = {"context": f"{self.role}.strong", "focus": "ink", "solid": "paper"}
        return f"{self.role}.strong" if self.shape == "plain" else on_cap[self.state]

    def _face(self) -> Element:
        """Return the name and the detail, with a picture above them or an icon before them."""
        if not self.words:
            return Spacer()
        words: Element = Text(self.words, "mark", self._color, "center")
        if self.detail:
            color = "ink" if self.state == "context" else self._color
            detail: Element = Text(self.detail, "label", color, "center")
            detail = NoWrap(detail) if len(self.detail) <= _UNBROKEN else detail
            words = Column((words, detail), "tiny", "center")
        emblem = self._emblem()
        if emblem is None:
            return words
        if self.shape == "plain":
            return Column((emblem, words), "tiny", "center")
        return Row((emblem, words), "tiny")

    def _emblem(self) -> Element | None:
        if self.symbol == "person":
            return Person(self.role, share=_PERSON)
        if isinstance(self.symbol, str) and self.symbol in PICTURES:
            return picture(self.symbol, self.role, self.values, _PICTURE)
        return Icon(self.symbol, self._color) if self.symbol else None


def node_frames(node: GraphNode, layouter: Layouter) -> tuple[Frame, ...]:
    """Return a node with its words in as few lines as usual widths take, the wider one first."""
    frames = _by_lines(node, layouter)
    inset = OUTLINES[node.shape].insets.horizontal
    found = [
        next((frame for frame in frames if frame.size.width <= width + inset), frames[-1])
        for width in _WIDTHS
    ]
    return tuple(found if found[0].size != found[1].size else found[:1])


def _by_lines(element: Element, layouter: Layouter) -> tuple[Frame, ...]:
    """Return an element in its natural width, then ever narrower and higher, each as narrow as its height."""
    natural = layouter.layout(element, Limits())
    found = [natural]
    least = layouter.layout(element, Limits(1.0)).size.width
    width = natural.size.width
    while len(found) < _MOST_LINES and width - 1.0 > least:
        frame = layouter.layout(element, Limits(width - 1.0))
        if frame.splits_words or frame.size.width > width - 1.0:
            break
        narrow = _narrowest_of_height(element, frame, layouter)
        if narrow.size.height > found[-1].size.height:
            found.append(narrow)
        width = narrow.size.width
    return tuple(found)


def _narrowest_of_height(element: Element, frame: Frame, layouter: Layouter) -> Frame:
    """Return an element as narrow as it gets in a height, so that its lines are even."""
    low, high, best = 1.0, frame.size.width, frame
    while high - low > 2.0:
        middle = (low + high) / 2
        tried = layouter.layout(element, Limits(middle))
        if tried.size.height <= frame.size.height and not tried.splits_words and tried.size.width <= middle:
            best, high = tried, min(middle, tried.size.width)
        else:
            low = middle
    return best


def title_frames(words: Element, layouter: Layouter) -> tuple[Frame, ...]:
    """Return a title in one line and, if it is a long one, in as few as a narrow panel takes."""
    frames = _by_lines(words, layouter)
    narrow = next((frame for frame in frames if frame.size.width <= _TITLE), frames[-1])
    return frames[:1] if narrow is frames[0] else (frames[0], narrow)
