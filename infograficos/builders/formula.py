"""Uma fórmula com cada termo em sua cor e, embaixo, o que cada um quer dizer."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from infograficos import elements
from infograficos.content.checks import check_with
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Items, Name, Words, content, length, short
from infograficos.errors import unknown_name_message
from infograficos.formula import Nodes, find_symbols, mark_terms, marked_terms, parse_formula, speak_formula
from infograficos.language.portuguese import ensure_full_stop
from infograficos.text.markup import plain_text

__all__ = ["Formula", "Term"]

_MAX_TERMS = 6


@content
class Term:
    """One part of the formula that is explained.

    Args:
        symbol: how it is written in the formula, such as `x_i`.
        words: what it means, in a few words.
        role: its colour role.
    """

    symbol: Annotated[Name, check_with(parse_formula)]
    words: Annotated[Words, short(60)]
    role: Words


@content
class Formula:
    """A formula whose terms are coloured wherever they occur and explained below it.

    The notation is that of a plain string, such as `loss = -frac{1}{N} sum_{i=1}^{N} log p(x_i)`: letters
    side by side are one name, a space parts what is multiplied, `_` and `^` (with `{…}` for more than one
    character) are foot and head, `frac{a}{b}` is a fraction, `sqrt{x}` a root, Greek letters go by name.

    Args:
        formula: the formula.
        terms: up to six terms that are explained.
    """

    formula: Annotated[Words, short(160), check_with(parse_formula)]
    terms: Annotated[Items[Term], length(0, _MAX_TERMS)] = ()

    def __post_init__(self) -> None:
        formula = parse_formula(self.formula)
        symbols: dict[Nodes, str] = {}
        for term in self.terms:
            nodes = parse_formula(term.symbol)
            if nodes in symbols:
                raise ValueError(f"o termo “{term.symbol}” aparece mais de uma vez")
            symbols[nodes] = term.symbol
            if not marked_terms(mark_terms(formula, {nodes: ""})):
                known = dict.fromkeys(find_symbols(formula))
                raise ValueError(unknown_name_message("na fórmula, o termo", term.symbol, known))
        found = marked_terms(self._marked_formula)
        inner = next((symbol for nodes, symbol in symbols.items() if nodes not in found), None)
        if inner:
            place = "só ocorre dentro de outro termo explicado"
            raise ValueError(f"o termo “{inner}” {place}; deixe um dos dois")

    @cached_property
    def _marked_formula(self) -> Nodes:
        roles = {parse_formula(term.symbol): term.role for term in self.terms}
        return mark_terms(parse_formula(self.formula), roles)

    def body(self) -> elements.Element:
        """Return the formula with a leader from each term to its words; else these listed below it."""
        if not self.terms:
            return elements.Named(
                "fórmula", elements.FormulaLine(self._marked_formula, align="center", large=True)
            )
        line = elements.FormulaLine(self._marked_formula, align="center")
        listed = elements.Column((elements.Named("fórmula", line), self._legend()), "large")
        notes = tuple(elements.Note(term.role, term.words) for term in self.terms)
        if len({term.role for term in self.terms}) < len(self.terms):
            return listed
        annotated = elements.Named("fórmula", elements.AnnotatedFormula(self._marked_formula, notes))
        return elements.FirstThatFits((elements.WideOnly(annotated), listed))

    def describe(self) -> str:
        """Return the formula as one reads it aloud, and its terms."""
        spoken = ensure_full_stop(f"Fórmula: {speak_formula(parse_formula(self.formula))}")
        terms = [
            f"{speak_formula(parse_formula(t.symbol))}, {plain_text(t.words).strip()}" for t in self.terms
        ]
        firsts = ("; ".join(terms[:count]) for count in range(len(terms), 0, -1))
        return fullest((*(f"{spoken} Termos: {ensure_full_stop(each)}" for each in firsts), spoken))

    def _legend(self) -> elements.Element:
        """Return up to three terms in one row, more in two columns, and on narrow sheets in one."""
        wide = self._columns(len(self.terms) if len(self.terms) <= 3 else 2)
        return elements.FirstThatFits((elements.WideOnly(wide), self._columns(1)))

    def _columns(self, columns: int) -> elements.Element:
        """Return the terms in rows; of three columns, the one with the longest words gets more room."""
        cells = []
        for i, term in enumerate(self.terms):
            row, column = i // columns, 2 * (i % columns)
            cells.append(elements.Cell(self._chip(term), row, column))
            cells.append(elements.Cell(elements.Text(term.words), row, column + 1))
        return elements.Grid(tuple(cells), (0.0, 1.0) * columns, "small", "medium", equal=columns < 3)

    def _chip(self, term: Term) -> elements.Element:
        color = f"{term.role}.strong"
        symbol = elements.FormulaLine(parse_formula(term.symbol), color, small=True, align="center")
        return elements.Cap(symbol, term.role)


HEADLINES = {
    "entropia cruzada": "Errar com **certeza**{model} custa caro",
    "atenção": "Soma-se **V**{response} por afinidade",
    "softmax com temperatura": "**T**{model} alta, aposta espalhada",
    "LoRA": "Treina-se só **B A**{response}",
}

EXAMPLES = {
    "entropia cruzada": Formula(
        "loss = -frac{1}{N} sum_{i=1}^{N} log p(x_i)",
        [
            Term("N", "tokens da resposta", "response"),
            Term("x_i", "o token que devia vir", "input"),
            Term("p", "chance que o modelo lhe deu", "model"),
        ],
    ),
    "atenção": Formula(
        "Atenção(Q, K, V) = softmax(frac{Q Kᵀ}{√d_k}) V",
        [
            Term("Q", "o que o token procura", "input"),
            Term("K", "o que o token oferece", "model"),
            Term("V", "o que se soma", "response"),
            Term("d_k", "tamanho das chaves", "alert"),
        ],
    ),
    "softmax com temperatura": Formula(
        "p_i = frac{e^{z_i/T}}{sum_j e^{z_j/T}}",
        [
            Term("p_i", "chance do token i", "response"),
            Term("z_i", "logit do token i", "input"),
            Term("T", "temperatura: alta espalha", "model"),
        ],
    ),
    "LoRA": Formula(
        "W' = W + frac{alpha}{r} B A",
        [
            Term("W", "pesos congelados", "masked"),
            Term("B A", "matrizes treinadas", "response"),
            Term("r", "posto das matrizes", "model"),
            Term("alpha", "escala da correção", "input"),
        ],
    ),
}
