"""Figures of every kind with random words, numbers and lengths, each again from its number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from random import Random

from infograficos import Figure
from infograficos.builders import examples
from infograficos.content.data.data_table import DataTable
from infograficos.drawing import Drawing
from infograficos.errors import InputError

#: The sheets' widths, in units.
WIDTHS = (280, 360, 700, 1000)

ROLES = ("instruction", "input", "response", "model", "masked", "alert")

#: Short and long, tall and deep, in prose and in signs.
WORDS = (
    "a o de e que é não para com modelo instrução resposta atenção tokenização Ação Ângulo Índice Às jogo "
    "pagágio ygpq loss treino 3 50256 0,7 −100 R$ 1,5 % <fim> [MASK] α∈ℝ ∑ guarda-chuva naïve **forte** "
    "`x_i` inconstitucional otorrinolaringologista W_Q softmax(QK) {Ç} |j| Ġcasa ##ção"
).split()


def random_drawings(start: int, count: int) -> Iterator[Drawing]:
    """Yield those that are not refused of `count` figures, the first of them number `start`."""
    for number in range(start, start + count):
        with suppress(InputError):
            yield random_drawing(number)


def random_drawing(number: int) -> Drawing:
    """Return figure `number`, on one of the sheets."""
    random = Random(number)  # noqa: S311 — no secret
    name = random.choice(list(examples()))
    content = _vary(random, examples()[name])
    headline, subtitle = (_words(random, random.randint(low, 6)) for low in (1, 0))
    # The marker of a marked word is meant to lie under its letters.
    headline = headline.replace("**", "")
    # Consecutive figures are on different sheets, whatever their kinds.
    width = WIDTHS[number % len(WIDTHS)]
    return Figure(1, f"x{number}", "Um teste", headline, content, subtitle).draw(width=width)


def _words(random: Random, count: int) -> str:
    return " ".join(random.choices(WORDS, k=count))


def _vary(random: Random, value: object) -> object:
    """Return something like a value, as random as its class accepts."""
    if isinstance(value, DataTable):
        rows = [dict(zip(value.columns, row, strict=True)) if value.columns else row for row in value.rows]
        return _vary(random, rows)
    if is_dataclass(value) and not isinstance(value, type):
        return _vary_object(random, value)
    for kind, vary in _CHANGES:
        if isinstance(value, kind):
            return vary(random, value)
    return value


def _vary_object(random: Random, value: object) -> object:
    for change in (_resize, *[_vary_field(each.name) for each in fields(value) if each.init]):
        with suppress(InputError):
            value = change(random, value)
    return value


def _vary_field(name: str) -> Callable[[Random, object], object]:
    def vary(random: Random, value: object) -> object:
        return replace(value, **{name: _vary(random, getattr(value, name))})

    return vary


def _resize(random: Random, value: object) -> object:
    """Return an object with one more or less of what several of its lists have one each of."""
    lists = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
    lengths = sorted({len(each) for each in lists.values() if isinstance(each, list | tuple) and each})
    if not lengths or random.random() < 0.4:
        return value
    length = random.choice(lengths)
    place, times = random.randrange(length), random.choice((0, 0, 2, 2, 3))
    return replace(value, **{name: _repeat(each, length, place, times) for name, each in lists.items()})


def _repeat(value: object, length: int, place: int, times: int) -> object:
    """Return a list of a length, and those in it, with the item at a place so many times."""
    if not isinstance(value, list | tuple):
        return value
    items = [_repeat(item, length, place, times) for item in value]
    if len(items) == length:
        items[place : place + 1] = items[place : place + 1] * times
    return items


def _vary_text(random: Random, text: str) -> str:
    if text in ROLES:
        return random.choice(ROLES)
    count = max(1, len(text.split()))
    return random.choice(
        (
            text,
            _words(random, count),
            _words(random, random.randint(1, count + 1)),
            f"{text} {_words(random, 1)}",
            random.choice(WORDS),
            text.upper(),
        )
    )


def _vary_number(random: Random, number: float) -> float:
    if isinstance(number, int):
        return random.choice((number, number + 1, abs(number - 1), number * random.choice((2, 3, 10, 1000))))
    return random.choice(
        (number, round(number * random.uniform(0, 2), 3), round(random.random(), 2), -number)
    )


def _vary_list(random: Random, items: list | tuple) -> list:
    varied = [_vary(random, item) if random.random() < 0.7 else item for item in items]
    if len(varied) > 1 and random.random() < 0.2:
        random.shuffle(varied)
    return varied


def _vary_table(random: Random, table: dict) -> dict:
    return {key: _vary(random, each) for key, each in table.items()}


#: What varies a value of each type; true and false before numbers, which they are, too.
_CHANGES = (
    (bool, lambda random, _: random.choice((True, False))),
    (str, _vary_text),
    (int | float, _vary_number),
    (dict, _vary_table),
    (list | tuple, _vary_list),
)
