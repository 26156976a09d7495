"""Uma fórmula com cada termo em sua cor e, embaixo, o que cada um quer dizer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from math import log
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

from infograficos import elements
from infograficos.builders.attention import Attention
from infograficos.builders.bars import Bars
from infograficos.builders.curves import Curves, NamedPoint, Series
from infograficos.builders.kind import validate_builder
from infograficos.content.checks import check_with
from infograficos.content.data.scores import softmax
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Count, Items, Name, Words, content, length, short, too_long_message
from infograficos.errors import ContentError, unknown_name_message
from infograficos.formula import (
    Nodes,
    find_symbols,
    is_latex,
    mark_terms,
    marked_terms,
    occurs,
    parse_formula,
    parse_term,
    speak_formula,
)
from infograficos.language.grammar import ensure_full_stop, phrase
from infograficos.language.numbers import format_number, format_short
from infograficos.text.markup import plain_text

__all__ = ["Formula", "Term"]

_MAX_TERMS = 6
#: How thick matrices are, in their longest sides, and the scales at which they are tried, in a large object.
_THICKNESS, _CELLS, _SCALES = 0.06, 8, (1.6, 1.2, 0.9)


#: How many characters a formula in the plain notation has; LaTeX is longer than what it draws.
_MAX_LENGTH = 160


def _limit_length(formula: str) -> str:
    if len(formula) > _MAX_LENGTH and not is_latex(formula):
        raise ValueError(too_long_message(formula, _MAX_LENGTH))
    return formula


@content
class Term:
    """One part of the formula that is explained.

    Args:
        symbol: how it is written in the formula, such as `x_i`.
        words: what it means, in a few words.
        role: its colour role.
        shape: the rows and columns of a matrix, which is drawn to scale with those of the other terms.
    """

    symbol: Annotated[Name, check_with(parse_formula)]
    words: Annotated[Words, short(60)]
    role: Words
    shape: tuple[Count, Count] | None = None


@content
class Formula:
    """A formula whose terms are coloured wherever they occur and explained below it.

    The notation is that of a plain string, such as `loss = -frac{1}{N} sum_{i=1}^{N} log p(x_i)`: letters
    side by side are one name, a space parts what is multiplied, `_` and `^` (with `{…}` for more than one
    character) are foot and head, `frac{a}{b}` is a fraction, `sqrt{x}` a root, Greek letters go by name.

    Args:
        formula: the formula.
        terms: up to six terms that are explained.
        picture: the content of another kind, such as `Bars`, that shows below it what it computes.
    """

    formula: Annotated[Words, AfterValidator(_limit_length), check_with(parse_formula)]
    terms: Annotated[Items[Term], length(0, _MAX_TERMS)] = ()
    picture: Annotated[Any, BeforeValidator(validate_builder)] = None

    def __post_init__(self) -> None:
        formula = parse_formula(self.formula)
        symbols: dict[Nodes, str] = {}
        for term in self.terms:
            nodes = self._nodes_of(term)
            if nodes in symbols:
                raise ContentError("o termo “{symbol}” aparece mais de uma vez", symbol=term.symbol)
            symbols[nodes] = term.symbol
            if not occurs(nodes, formula):
                known = dict.fromkeys(find_symbols(formula))
                raise ValueError(unknown_name_message("na fórmula, o termo", term.symbol, known))
        found = marked_terms(self._marked_formula)
        inner = next((symbol for nodes, symbol in symbols.items() if nodes not in found), None)
        if inner:
            raise ContentError(
                "o termo “{symbol}” só ocorre dentro de outro termo explicado; deixe um dos dois",
                symbol=inner,
            )

    @cached_property
    def _marked_formula(self) -> Nodes:
        roles = {self._nodes_of(term): term.role for term in self.terms}
        return mark_terms(parse_formula(self.formula), roles)

    def _nodes_of(self, term: Term) -> Nodes:
        return parse_term(term.symbol, self.formula)

    def body(self) -> elements.Element:
        """Return the formula with the matrices below it to scale, and beside or below them the picture."""
        parts = [self._annotated(), *([self._matrices()] if any(term.shape for term in self.terms) else [])]
        formula = elements.Column(tuple(parts), "large")
        if self.picture is None:
            return formula
        both = formula, self.picture.body()
        beside = elements.WideOnly(elements.Row(both, "small", equal=True))
        return elements.FirstThatFits((beside, elements.Column(both, "large")))

    def _annotated(self) -> elements.Element:
        """Return the formula with a leader from each term to its words; else these listed below it."""
        if not self.terms:
            return elements.Named(
                "fórmula", elements.FormulaLine(self._marked_formula, align="center", large=True)
            )
        line = elements.FormulaLine(self._marked_formula, align="center")
        listed = elements.Column((elements.Named("fórmula", line), self._legend()), "large")
        # Terms of one role and with the same words share a leader.
        notes = tuple(dict.fromkeys(elements.Note(term.role, term.words) for term in self.terms))
        if len({note.role for note in notes}) < len(notes):
            return listed
        annotated = elements.Named("fórmula", elements.AnnotatedFormula(self._marked_formula, notes))
        return elements.FirstThatFits((annotated, listed))

    def _matrices(self) -> elements.Element:
        """Return the matrices with their shapes, on one scale."""
        scales = (
            elements.NoWrap(elements.Row(tuple(self._slabs(scale)), "medium", "end", "center"))
            for scale in _SCALES
        )
        return elements.Named("matrizes", elements.FirstThatFits(tuple(scales)))

    def _slabs(self, scale: float) -> Iterator[elements.Element]:
        shapes = [(term.role, term.shape) for term in self.terms if term.shape]
        unit = scale / max(chain.from_iterable(shape for _, shape in shapes))
        for role, (rows, columns) in shapes:
            cells = [max(1, round(_CELLS * unit * length / scale)) for length in (rows, columns)]
            slab = elements.Slab(
                unit * columns, unit * rows, scale * _THICKNESS, role, (cells[0], cells[1]), "object_large"
            )
            words = elements.Text(
                _write_shape((rows, columns)), "label", f"{role}.strong", "center", literal=True
            )
            yield elements.Column((slab, words), "small", "center")

    def describe(self) -> str:
        """Return the formula as one reads it aloud, its terms, and what the picture shows."""
        formula = speak_formula(parse_formula(self.formula))
        spoken = ensure_full_stop(phrase("Fórmula: {formula}", formula=formula))
        terms = list(map(self._describe_term, self.terms))
        firsts = ("; ".join(terms[:count]) for count in range(len(terms), 0, -1))
        listed = (ensure_full_stop(phrase("Termos: {terms}", terms=each)) for each in firsts)
        texts = [*(f"{spoken} {each}" for each in listed), spoken]
        shown = f" {self.picture.describe()}" if self.picture else ""
        return fullest((*(f"{text}{shown}" for text in texts), *(texts if shown else ())))

    def _describe_term(self, term: Term) -> str:
        shape = f" ({_write_shape(term.shape)})" if term.shape else ""
        return f"{speak_formula(self._nodes_of(term))}{shape}, {plain_text(term.words).strip()}"

    def _legend(self) -> elements.Element:
        """Return the terms in two columns, and on narrow sheets in one."""
        return elements.FirstThatFits((elements.WideOnly(self._columns(2)), self._columns(1)))

    def _columns(self, columns: int) -> elements.Element:
        cells = []
        for i, term in enumerate(self.terms):
            row, column = i // columns, 2 * (i % columns)
            cells.append(elements.Cell(self._chip(term), row, column))
            cells.append(elements.Cell(elements.Text(term.words), row, column + 1))
        return elements.Grid(tuple(cells), (0.0, 1.0) * columns, "small", "medium", equal=True)

    def _chip(self, term: Term) -> elements.Element:
        color = f"{term.role}.strong"
        symbol = elements.FormulaLine(self._nodes_of(term), color, small=True, align="center")
        return elements.Cap(symbol, term.role)


def _write_shape(shape: tuple[int, int]) -> str:
    return " × ".join(map(format_number, shape))


#: What is given to the right token by who is sure of another, and by who is sure of it.
_WRONG, _RIGHT = 0.01, 0.8

HEADLINES = {
    "divergência KL": "Apostar diferente de P custa **caro**{alert}",
    "ReLU com vazamento": "Abaixo de zero passa só **1 %**{response}",
    "entropia cruzada": f"Certeza errada custa **{round(log(_WRONG) / log(_RIGHT))} ×**{{alert}}",
    "atenção": "“Dorme” vira **66 % gato**{input}",
    "softmax com temperatura": "**T**{model} alta, aposta espalhada",
    "LoRA": "LoRA treina só **2 %**{response}",
}

_CHANCES = [percentage / 100 for percentage in range(1, 101)]

EXAMPLES = {
    "divergência KL": Formula(
        r"D_{\mathrm{KL}}(P \| Q) = \mathbb{E}_{x \sim P}\left[\log \frac{P(x)}{Q(x)}\right]",
        [
            Term("P(x)", "chance verdadeira", "input"),
            Term("Q(x)", "chance segundo o modelo", "model"),
        ],
    ),
    "ReLU com vazamento": Formula(
        r"f(x) = \begin{cases} x & \text{se } x > 0 \\ \alpha x & \text{se } x \le 0 \end{cases}",
        [Term(r"\alpha", "o vazamento, como 0,01", "response")],
    ),
    "entropia cruzada": Formula(
        "loss = -log p(x)",
        [Term("p(x)", "chance dada ao token certo", "model")],
        picture=Curves(
            [Series("−log p", [-log(p) for p in _CHANCES], "alert", _CHANCES)],
            x_name="p",
            points=[NamedPoint(_WRONG, "errado", "alert"), NamedPoint(_RIGHT, "certo", "response")],
        ),
    ),
    "atenção": Formula(
        "softmax(frac{Q Kᵀ}{√d_k}) V",
        [
            Term("Q", "“dorme” procura", "model"),
            Term("K", "cada token oferece", "input"),
            Term("V", "e entrega", "response"),
        ],
        picture=Attention(["O", "gato", "preto", "dorme"], [0.04, 0.66, 0.1, 0.2], looking=3, written=4),
    ),
    "softmax com temperatura": Formula(
        "p_i = frac{e^{z_i/T}}{sum_j e^{z_j/T}}",
        [Term("T", "temperatura", "model")],
        picture=Bars(
            {f"T = {format_short(t)}": [100 * p for p in softmax([3.0, 2.0, 1.0], t)] for t in (0.6, 5.0)},
            series=["gato", "cão", "peixe"],
            measure="chance",
            unit="%",
            places=0,
        ),
    ),
    "LoRA": Formula(
        "W' = W + frac{alpha}{r} B A",
        [
            Term("W", "congelada", "masked", (768, 768)),
            Term("B", "treinadas", "response", (768, 8)),
            Term("A", "treinadas", "response", (8, 768)),
        ],
    ),
}
