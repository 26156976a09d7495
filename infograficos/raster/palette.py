"""Small PNGs: a palette of 256 colours where the loss is invisible, with every flat colour exact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from io import BytesIO
from itertools import pairwise
from math import dist, inf, log10
from typing import cast

from PIL import Image, ImageChops

Color = tuple[int, int, int]

#: Pixel count, colour and palette index of each colour.
PaletteUses = list[tuple[int, Color, int]]

#: A colour that covers this share of an image is flat: a fill or a line, not an edge.
FLAT_SHARE = 0.0002

#: A flat colour below this share is not worth repainting where Pillow maps it to one a few levels away.
REPAINT_SHARE = 0.001

#: The least peak signal-to-noise ratio of a palette, in decibels.
MIN_PSNR = 45.0

#: With a photograph: the flat paper around would otherwise outweigh bands in it.
MIN_PSNR_PHOTOGRAPH = 55.0

#: More colours than this are a gradient or a photograph.
MAX_COLORS = 2**16

#: The rest of the palette is for edge colours.
MAX_FLATS = 208

#: More edge colours than this cost bytes and do not show.
MAX_MIXED = 160

#: Pillow's threshold to stop refining edge colours; the first rounds bring most of it.
KMEANS = 400

#: Pillow looks up colours in steps of this many levels.
STEP = 4


def encode_png(picture: Image.Image, paints: Collection[Color] = (), min_psnr: float = MIN_PSNR) -> bytes:
    """Write an RGB image as a PNG: with a palette where that does not show, else in true colour.

    Args:
        picture: the image.
        paints: colours that stay exact however few pixels they cover.
        min_psnr: the least PSNR of a palette, in decibels.
    """
    output = BytesIO()
    # Level 9 saves 7 % and takes ten times as long.
    (quantize(picture, paints, min_psnr) or picture).save(output, "PNG", compress_level=6)
    return output.getvalue()


def quantize(
    picture: Image.Image, paints: Collection[Color] = (), min_psnr: float = MIN_PSNR
) -> Image.Image | None:
    """Reduce an image to at most 256 colours; None where that would show. See `encode_png`."""
    counted = cast("list[tuple[int, Color]] | None", picture.getcolors(MAX_COLORS))
    if counted is None:
        return None
    counts = {color: count for count, color in counted}
    if len(counts) <= 256:
        return _quantize_exactly(picture, counts)
    least = picture.width * picture.height * FLAT_SHARE
    exact = set(paints)
    flats = sorted(color for color, count in counts.items() if count >= least or color in exact)
    if len(flats) > MAX_FLATS:
        return None
    small, quality = _quantize_with_flats(picture, counts, flats, exact)
    return small if quality >= min_psnr else None


def psnr(uses: PaletteUses, palette: list[Color]) -> float:
    """Return the peak signal-to-noise ratio of a palette in decibels; `inf` where it is exact."""
    squares = sum(count * dist(color, palette[index]) ** 2 for count, color, index in uses)
    pixels = sum(count for count, _, _ in uses)
    return 10 * log10(255**2 * 3 * pixels / squares) if squares else inf


def _quantize_exactly(picture: Image.Image, counts: Collection[Color]) -> Image.Image | None:
    small = picture.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    return small if set(counts) <= set(_palette_of(small)) else None


def _quantize_with_flats(
    picture: Image.Image, counts: dict[Color, int], flats: list[Color], exact: Collection[Color]
) -> tuple[Image.Image, float]:
    """Return an image in 256 colours and its PSNR."""
    table = _lookup_table(flats)
    palette = flats + _edge_colors(counts, table, flats)
    small = _map_to_palette(picture, palette, table)
    every = _image_row(b"".join(map(bytes, counts)))
    indexes = dict(zip(counts, _map_to_palette(every, palette, table).tobytes(), strict=True))
    least = picture.width * picture.height * REPAINT_SHARE
    for index, color in enumerate(flats):
        if indexes[color] != index and (counts[color] >= least or color in exact):
            _repaint(small, picture, color, index)
            indexes[color] = index
    uses = [(count, color, indexes[color]) for color, count in counts.items()]
    palette = _final_palette(uses, flats)
    small.putpalette([level for color in palette for level in color])
    return small, psnr(uses, palette)


def _edge_colors(counts: dict[Color, int], table: list[int], flats: Collection[Color]) -> list[Color]:
    """Choose edge colours, weighted by the logarithm of their pixels, since rare colours show too."""
    skipped = set(flats)
    weighted = b"".join(bytes(each) * n.bit_length() for each, n in counts.items() if each not in skipped)
    most = min(MAX_MIXED, 256 - len(flats))
    row = _image_row(weighted).quantize(
        most, Image.Quantize.MEDIANCUT, kmeans=KMEANS, dither=Image.Dither.NONE
    )
    # Pillow would look up a colour that shares a step with a flat one instead of it.
    taken = {_look_up(color, table) for color in flats}
    return [color for color in _palette_of(row)[:most] if _look_up(color, table) not in taken]


def _lookup_table(flats: Sequence[Color]) -> list[int]:
    """Return a table of levels, channel by channel, that moves flat colours onto steps of Pillow's lookup.

    A colour on a step is looked up exactly; where two share one, the upper moves to the next.
    """
    if not flats:
        return list(range(256)) * 3
    apart: list[set[int]] = [set(), set(), set()]
    while True:
        channels = zip(zip(*flats, strict=True), apart, strict=True)
        table = [level for flat, own in channels for level in _channel_table(flat, own)]
        clash = _clash(flats, table)
        if clash is None or clash[1] in apart[clash[0]]:
            return table
        apart[clash[0]].add(clash[1])


def _clash(flats: Sequence[Color], table: list[int]) -> tuple[int, int] | None:
    """Return the channel in which two colours on one step differ most, and the upper one's level."""
    met: dict[Color, Color] = {}
    for color in flats:
        other = met.setdefault(_look_up(color, table), color)
        if other != color:
            band = max(range(3), key=lambda band: abs(color[band] - other[band]))
            return band, max(color[band], other[band])
    return None


def _look_up(color: Color, table: list[int]) -> Color:
    red, green, blue = color
    return table[red], table[256 + green], table[512 + blue]


def _channel_table(flat: Iterable[int], apart: Collection[int]) -> list[int]:
    """Return the table of one channel: flat levels on steps near them, the others evenly between."""
    levels = sorted(set(flat))
    known = [(level, step * STEP) for level, step in zip(levels, _assign_steps(levels, apart), strict=True)]
    table: list[int] = []
    for (level, low), (above, high) in pairwise([(0, 0), *known, (256, 256)]):
        table += (low + (high - low) * offset // (above - level) for offset in range(above - level))
    return table


def _assign_steps(levels: Sequence[int], apart: Collection[int]) -> list[int]:
    """Return the nearest step of each level; the levels `apart` never share one with the level below."""
    steps, least = [], 0
    for level in levels:
        least = max(round(level / STEP), least + (level in apart))
        steps.append(least)
    most = 256 // STEP - 1
    for at in range(len(levels) - 1, -1, -1):
        # Where steps run out above, those below make room.
        steps[at] = max(0, min(steps[at], most))
        most = steps[at] - (levels[at] in apart)
    return steps


def _map_to_palette(picture: Image.Image, palette: list[Color], table: list[int]) -> Image.Image:
    holder = Image.new("P", (1, 1))
    filled = palette + palette[-1:] * (256 - len(palette))
    holder.putpalette([level for color in filled for level in _look_up(color, table)])
    return picture.point(table).quantize(palette=holder, dither=Image.Dither.NONE)


def _image_row(data: bytes) -> Image.Image:
    return Image.frombytes("RGB", (len(data) // 3, 1), data)


def _repaint(small: Image.Image, picture: Image.Image, color: Color, index: int) -> None:
    """Set every pixel of exactly this colour to this index."""
    wanted = [255 * (level == own) for own in color for level in range(256)]
    red, green, blue = picture.point(wanted).split()
    small.paste(index, mask=ImageChops.darker(ImageChops.darker(red, green), blue))


def _final_palette(uses: PaletteUses, flats: list[Color]) -> list[Color]:
    """Return the flat colours, and the mean of the colours at each other index."""
    shares: defaultdict[int, list[tuple[int, Color]]] = defaultdict(list)
    for count, color, index in uses:
        shares[index].append((count, color))
    return flats + [_mean(shares[index]) for index in range(len(flats), max(shares) + 1)]


def _mean(share: list[tuple[int, Color]]) -> Color:
    pixels = sum(count for count, _ in share) or 1
    red, green, blue = (round(sum(n * color[band] for n, color in share) / pixels) for band in range(3))
    return red, green, blue


def _palette_of(picture: Image.Image) -> list[Color]:
    levels = picture.getpalette() or []
    return list(zip(levels[0::3], levels[1::3], levels[2::3], strict=True))
