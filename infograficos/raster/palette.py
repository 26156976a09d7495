"""Small PNGs: 256 colours where that loses nothing one could see, with every flat colour exact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from io import BytesIO
from math import inf, log10
from typing import cast

from PIL import Image, ImageChops

Colour = tuple[int, int, int]

#: How often each colour occurs at each palette index.
Uses = list[tuple[int, tuple[int, int, int, int]]]

#: A colour that covers this share of a picture is flat: a fill or a line, not the edge of one.
FLAT_SHARE = 0.0002

#: A flat colour that covers less than this is not worth a pass of its own over the picture: Pillow has
#: taken it for another flat one, at most four levels away.
PASS_SHARE = 0.001

#: A picture must stay this near to its original, in decibels of peak signal to noise.
NEAR_ENOUGH = 45.0

#: More colours than this are a gradient or a photograph, which 256 would spoil.
MOST_COLOURS = 2**16

#: The rest of the palette is for the mixed colours along edges.
MOST_FLATS = 208


def encoded(picture: Image.Image, paints: Collection[Colour] = ()) -> bytes:
    """Write an RGB picture as a PNG: with a palette where that does not show, else in true colour.

    `paints` are the colours that were asked for; they stay exact however few pixels they cover.
    """
    output = BytesIO()
    # The highest compression saves 7 % and takes ten times as long.
    (indexed(picture, paints) or picture).save(output, "PNG", compress_level=6)
    return output.getvalue()


def indexed(picture: Image.Image, paints: Collection[Colour] = ()) -> Image.Image | None:
    """Reduce a picture to at most 256 colours, or return None where that would show; see `encoded`."""
    counted = cast("list[tuple[int, Colour]] | None", picture.getcolors(MOST_COLOURS))
    if counted is None:
        return None
    counts = {colour: count for count, colour in counted}
    if len(counts) <= 256:
        return _exact(picture)
    least = picture.width * picture.height * FLAT_SHARE
    asked = set(paints)
    flats = sorted(colour for colour, count in counts.items() if count >= least or colour in asked)
    if len(flats) > MOST_FLATS:
        return None
    return _reduced(picture, counts, flats, asked)


def decibels(uses: Uses, palette: list[Colour]) -> float:
    """Say how near the palette comes to the colours it stands for; `inf` where it equals them."""
    pixels = sum(count for count, _ in uses)
    squares = sum(
        count * sum((here - there) ** 2 for here, there in zip(colour, palette[index], strict=True))
        for count, (*colour, index) in uses
    )
    return 10 * log10(255**2 * 3 * pixels / squares) if squares else inf


def _exact(picture: Image.Image) -> Image.Image | None:
    small = picture.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    return small if decibels(_uses(picture, small), _palette(small)) == inf else None


def _reduced(
    picture: Image.Image, counts: dict[Colour, int], flats: list[Colour], asked: Collection[Colour]
) -> Image.Image | None:
    palette = flats + _mixed(counts, 256 - len(flats), flats)
    small = _mapped(picture, palette)
    # Pillow looks colours up four levels at a time, so that one of two near flats may come out as the other.
    bands = picture.split()
    met = _mapped(_row(flats), palette).tobytes()
    worth_a_pass = picture.width * picture.height * PASS_SHARE
    for index, colour in enumerate(flats):
        if met[index] != index and (counts[colour] >= worth_a_pass or colour in asked):
            _repainted(small, bands, colour, index)
    uses = _uses(picture, small)
    palette = _settled(uses, flats)
    small.putpalette([level for colour in palette for level in colour])
    return small if decibels(uses, palette) >= NEAR_ENOUGH else None


def _mixed(counts: dict[Colour, int], most: int, flats: Iterable[Colour]) -> list[Colour]:
    """Choose colours for the edges; weights grow slowly with the pixels, since rare colours show too."""
    skipped = set(flats)
    row = _row(
        colour for colour, count in counts.items() if colour not in skipped for _ in range(count.bit_length())
    )
    return _palette(row.quantize(most, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE))[:most]


def _mapped(picture: Image.Image, palette: list[Colour]) -> Image.Image:
    holder = Image.new("P", (1, 1))
    filled = palette + palette[-1:] * (256 - len(palette))
    holder.putpalette([level for colour in filled for level in colour])
    return picture.quantize(palette=holder, dither=Image.Dither.NONE)


def _row(colours: Iterable[Colour]) -> Image.Image:
    data = b"".join(map(bytes, colours))
    return Image.frombytes("RGB", (len(data) // 3, 1), data)


def _repainted(small: Image.Image, bands: Sequence[Image.Image], colour: Colour, index: int) -> None:
    """Give every pixel of exactly this colour this index."""
    levels = [[255 * (level == wanted) for level in range(256)] for wanted in colour]
    red, green, blue = (band.point(table) for band, table in zip(bands, levels, strict=True))
    small.paste(index, mask=ImageChops.darker(ImageChops.darker(red, green), blue))


def _uses(picture: Image.Image, small: Image.Image) -> Uses:
    # With the index as a fourth band, one count in C tells which colours each index stands for.
    indices = Image.frombytes("L", small.size, small.tobytes())
    return cast("Uses", Image.merge("RGBA", (*picture.split(), indices)).getcolors(MOST_COLOURS))


def _settled(uses: Uses, flats: list[Colour]) -> list[Colour]:
    """Give each index the mean of the colours it stands for, but each flat colour itself."""
    sums: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for count, (red, green, blue, index) in uses:
        total = sums[index]
        for place, level in enumerate((red, green, blue, 1)):
            total[place] += count * level
    means = [_mean(sums[index]) if index in sums else (0, 0, 0) for index in range(max(sums) + 1)]
    return flats + means[len(flats) :]


def _mean(total: list[int]) -> Colour:
    red, green, blue, count = total
    return round(red / count), round(green / count), round(blue / count)


def _palette(picture: Image.Image) -> list[Colour]:
    levels = picture.getpalette() or []
    return list(zip(levels[0::3], levels[1::3], levels[2::3], strict=True))
