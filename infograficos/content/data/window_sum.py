"""How the number under a window is computed, as readers can check it: products with one weight together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum, isclose

from infograficos.content.data.sliding_window import Reduction
from infograficos.language.numbers import MINUS, fewest_places, format_decimal, join_numbers, round_half_up
from infograficos.text.typography import NO_BREAK_SPACE

#: With more weights than these, those of 0 are not written; with more numbers, a bracket may be broken.
_FEW_WEIGHTS, _FEW_NUMBERS = 3, 4


@dataclass(frozen=True)
class WindowSum:
    """The weights and numbers of a window's stop, and the number that comes out.

    Args:
        places: the decimals of the weights, of the numbers and of the result.
        reduction: what is made of the products.
        maximum: what the largest of them is called.
    """

    products: Sequence[tuple[float, float]]
    result: float
    places: tuple[int, int, int]
    reduction: Reduction = "sum"
    maximum: str = "max"

    @property
    def groups(self) -> list[tuple[float, list[float]]]:
        """The weights, each once, with the numbers that are multiplied by it."""
        groups: dict[float, list[float]] = {}
        for weight, number in self.products:
            groups.setdefault(weight, []).append(number)
        many = len(groups) > _FEW_WEIGHTS
        return [pair for pair in groups.items() if pair[0] or not many]

    @property
    def sign(self) -> str:
        """The sign before the result: that of equal where what is written gives what is written."""
        weights, numbers, result = self.places
        products = [round_half_up(w, weights) * round_half_up(n, numbers) for w, n in self.products]
        total = max(products) if self.reduction == "max" else fsum(products)
        total /= len(products) if self.reduction == "average" else 1
        rounded = round_half_up(self.result, result)
        return "=" if isclose(total, rounded, rel_tol=1e-9, abs_tol=1e-9) else "≈"

    def terms(self) -> list[tuple[str, str, str]]:
        """Return what stands before each weight, the weight, and the numbers that it multiplies."""
        numbers = [number for _, number in self.products]
        if self.reduction == "max":
            written = (format_decimal(number, self.places[1]) for number in numbers)
            return [("", self.maximum, f"({join_numbers(written)})")]
        if self.reduction == "average":
            return [("", "", self._bracket(numbers)), ("÷", "", str(len(numbers)))]
        return self._weighted_terms()

    def _weighted_terms(self) -> list[tuple[str, str, str]]:
        terms = []
        for i, (weight, numbers) in enumerate(self.groups):
            size = format_decimal(abs(weight), fewest_places([weight], 0, self.places[0]))
            sign = ("+" if weight >= 0 else MINUS) if i else ""
            first = MINUS if weight < 0 and not i else ""
            terms.append((sign, f"{first}{size}·", self._bracket(numbers)))
        return terms

    def write(self) -> str:
        """Return the terms in a line, without the result."""
        return " ".join(f"{sign} {weight}{numbers}".strip() for sign, weight, numbers in self.terms())

    def _bracket(self, numbers: list[float]) -> str:
        space = NO_BREAK_SPACE if len(numbers) <= _FEW_NUMBERS else " "
        added = add_up((format_decimal(number, self.places[1]) for number in numbers), space)
        return added if len(numbers) == 1 and numbers[0] >= 0 else f"({added})"


def add_up(numbers: Iterable[str], space: str = " ") -> str:
    """Join written numbers with a plus, or with their own minus."""
    first, *others = numbers
    signed = (
        f"{space}{MINUS}{space}{each.removeprefix(MINUS)}"
        if each.startswith(MINUS)
        else f"{space}+{space}{each}"
        for each in others
    )
    return "".join((first, *signed))
