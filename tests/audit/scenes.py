"""Scenes placed by hand, so that a rule is judged without the layout that it would judge."""

from dataclasses import replace

from infograficos.audit import AuditedFigure
from infograficos.fonts import default_fonts
from infograficos.scene.geometry import ORIGIN, Point, Rect, Size
from infograficos.scene.glyph_run import FontStyle
from infograficos.scene.items import (
    Box,
    Frame,
    Image,
    Path,
    PathCommand,
    Placed,
    PlacedRun,
    Stroke,
    TextBlock,
    TextLine,
)
from infograficos.svg import Description, write_svg
from infograficos.theme import ResolvedTheme, load_theme, presets_for

LIGHT = ResolvedTheme(load_theme())
ALT = "Uma figura de teste com um cartão, um texto e uma seta que vai do primeiro ao segundo cartão."


def text(words, x, y, *, size=22, paint="ink", kind="paragraph", weight=400):
    """Return a text of one line whose baseline starts at a point."""
    runs = default_fonts().shape(words, FontStyle("sans", weight, size))
    width = sum(run.width for run in runs)
    placed, at = [], 0.0
    for run in runs:
        placed.append(PlacedRun(at, run, LIGHT.paint(paint)))
        at += run.width
    line = TextLine(Point(0, 0.73 * size), tuple(placed), width, words)
    block = TextBlock(Rect(0, 0, width, 0.73 * size), (line,), kind)
    return Placed(Point(x, y - 0.73 * size), block)


def paragraph(lines, x, y, *, size=22, step=30):
    """Return a text of several lines."""
    blocks = [text(line, x, y, size=size).item for line in lines]
    moved = tuple(
        replace(block.lines[0], origin=Point(0, 0.73 * size + i * step)) for i, block in enumerate(blocks)
    )
    width = max(block.rect.width for block in blocks)
    rect = Rect(0, 0, width, 0.73 * size + step * (len(lines) - 1))
    return Placed(Point(x, y - 0.73 * size), TextBlock(rect, moved))


def card(x, y, width, height, *, fill="surface", border="line", purpose="surface", stroke=1.5):
    """Return a rounded surface."""
    pen = Stroke(LIGHT.paint(border), stroke) if border else None
    box = Box(Rect(x, y, width, height), LIGHT.paint(fill) if fill else None, pen, 12, purpose)
    return Placed(ORIGIN, box)


def arrow(*points, paint="muted"):
    """Return a connector through points."""
    verbs = ["M", *["L"] * (len(points) - 1)]
    steps = tuple(PathCommand(verb, (Point(*point),)) for verb, point in zip(verbs, points, strict=True))
    return Placed(ORIGIN, Path(steps, stroke=Stroke(LIGHT.paint(paint), 2.5), purpose="connector"))


def picture(x, y, width, height, *, media="image/png", alt="um texto e uma seta"):
    """Return a picture in pixels."""
    return Placed(ORIGIN, Image(Rect(x, y, width, height), b"bytes", media, alt))


def named(name, *items, size=(628, 40), at=(36, 36)):
    """Return a frame with a name."""
    return Placed(Point(*at), Frame(Size(*size), items, name=name))


def heading(*, x=36, size=40):
    """Return the heading that every figure of a chapter has."""
    return named(
        "cabeçalho",
        text("01 · Teste", 0, 15, size=20, paint="model.strong", weight=600),
        text("Um título", 0, 60, size=size, weight=700),
        size=(628, 65),
        at=(x, 36),
    )


def sheet(*items, width=700, height=500):
    """Return a whole figure on paper."""
    paper = Placed(ORIGIN, Box(Rect(0, 0, width, height), LIGHT.paint("paper")))
    # A body as wide as its room, whatever the items are.
    rule = Placed(
        ORIGIN, Box(Rect(36, height - 10, width - 72, 1.5), LIGHT.paint("line"), purpose="ornament")
    )
    return Frame(Size(width, height), (paper, heading(), rule, *items))


def audited(frame, *, name="01-teste", title="Teste: um título", alt=ALT, look=LIGHT):
    """Return a scene as the rules see it."""
    description = Description(name, title, alt, name)
    presets = presets_for(look.theme, frame.size.width)

    def write():
        return write_svg(frame, description, default_fonts())

    return AuditedFigure(name, frame, look, alt, write, presets)
