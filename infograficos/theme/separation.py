"""Finds the steps of lightness with which colours stay apart for every eye, and are read on their paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product

from infograficos.scene.color import to_oklch
from infograficos.scene.perception import contrast, difference
from infograficos.theme.model import ToneBounds
from infograficos.theme.tones import MARK_TONE, STEPPED, Paper, RoleHue, Steps, shade_of

_EYES = ("", "protan", "deutan", "tritan")

#: The smallest step of lightness, and how many of them away it is searched; the nearest that serve are taken.
_STEP, _REACHES = 0.01, (4, 6, 8, 10, 12, 15)

#: The least difference (ΔE2000) and the least contrasts of marks and of text, a little above the rules'.
_APART, _MARK, _TEXT = 8.1, 3.05, 4.6

#: The least share of its chroma that a tone keeps on a screen: a violet as light as paper is white.
_COLOR = 0.6

#: The least difference in lightness between two faces of an object.
_FACES = 0.04

Tones = Mapping[str, str]


@dataclass(frozen=True)
class Separation:
    """A search for the steps of hues that meet in a figure.

    Args:
        sheet: what they lie on, and the tones that are made for it.
        bounds: the lightness that each tone may have.
        wishes: the steps that hues must have in their tones of text, by index; the first that serve are kept.
    """

    hues: Sequence[RoleHue]
    sheet: Paper
    bounds: Mapping[str, ToneBounds]
    wishes: Sequence[Mapping[int, float]] = ({},)

    def find(self) -> list[Steps] | None:
        """Return the steps of each hue, about the smallest that keep all apart; None if there are none."""
        found = [(0.0,) * len(STEPPED)] * len(self.hues)
        for part, names in enumerate(STEPPED):
            wishes = self.wishes if "solid" in names else ({},)
            searches = (self._search(part, found, wish) for wish in wishes)
            steps = next(filter(None, searches), None)
            if steps is None:
                return None
            found = [_with_step(known, part, steps[index]) for index, known in enumerate(found)]
        return [(mid, body, deep, text) for mid, body, deep, text in found]

    def _search(
        self, part: int, known: Sequence[Sequence[float]], wish: Mapping[int, float]
    ) -> Mapping[int, float] | None:
        """Return a step of one group of tones for each hue, after those of the groups before it."""
        names = STEPPED[part]

        @cache
        def tones(index: int, step: float) -> Tones:
            mid, body, deep, text = _with_step(known[index], part, step)
            return self.hues[index].tones(self.sheet.tones, (mid, body, deep, text))

        @cache
        def serves(index: int, step: float) -> bool:
            return self._serves(tones(index, step), part, self.hues[index].chroma)

        @cache
        def are_apart(one: int, step: float, other: int, its_step: float) -> bool:
            pairs = [(tones(one, step)[name], tones(other, its_step)[name]) for name in names]
            return all(difference(*pair, eye) >= _APART for pair, eye in product(pairs, _EYES))

        for reach in _REACHES:
            nearest = [_STEP * n for n in sorted(range(-reach, reach + 1), key=abs)]
            left = {
                index: [step for step in ([wish[index]] if index in wish else nearest) if serves(index, step)]
                for index in range(len(self.hues))
            }
            for found in _assign({}, left, are_apart):
                return found
        return None

    def _serves(self, tones: Tones, part: int, share: float) -> bool:
        """Return whether a hue's tones keep the rules in what the groups up to this one add."""
        names, table = STEPPED[part], self.sheet.tones
        for name in names:
            lightness, chroma, _ = to_oklch(tones[name])
            in_bounds = self.bounds[name].darkest <= lightness <= self.bounds[name].lightest
            if not in_bounds or chroma < _COLOR * share * table[name][1]:
                return False
        if "solid" in names:
            return self._carries_text(tones)
        faces = sorted((group[0] for group in STEPPED[: part + 1]), key=lambda name: table[name][0])
        rises = (to_oklch(tones[high])[0] - to_oklch(tones[low])[0] for low, high in pairwise(faces))
        return all(rise >= _FACES for rise in rises) and self._carries_marks(tones, names[0])

    def _carries_marks(self, tones: Tones, name: str) -> bool:
        if name == "mid" and contrast(self.sheet.ink, tones["mid"]) < _TEXT:
            return False
        grounds = (self.sheet.paper, shade_of(self.sheet.paper), tones["soft"])
        is_mark = name == MARK_TONE[self.sheet.ground]
        return not is_mark or min(contrast(tones[name], behind) for behind in grounds) >= _MARK

    def _carries_text(self, tones: Tones) -> bool:
        grounds = (self.sheet.paper, tones["soft"], tones["tint"])
        texts = [contrast(tones["strong"], behind) for behind in grounds]
        # Large signs are drawn on `mid`.
        is_sign = contrast(tones["strong"], tones["mid"]) >= _MARK
        return is_sign and min(*texts, contrast(tones["solid"], self.sheet.paper)) >= _TEXT


def _with_step(steps: Sequence[float], part: int, step: float) -> tuple[float, ...]:
    return (*steps[:part], round(step, 4), *steps[part + 1 :])


def _assign(
    chosen: Mapping[int, float],
    left: Mapping[int, Sequence[float]],
    are_apart: Callable[[int, float, int, float], bool],
) -> Iterator[Mapping[int, float]]:
    """Yield the choices of a step for each index in which any two are apart, by backtracking."""
    if not left:
        yield chosen
        return
    index = min(left, key=lambda each: len(left[each]))
    for step in left[index]:
        # What the choice leaves to the others, so that a dead end is seen at once.
        rest = {
            other: [each for each in steps if are_apart(index, step, other, each)]
            for other, steps in left.items()
            if other != index
        }
        if all(rest.values()):
            yield from _assign({**chosen, index: step}, rest, are_apart)
