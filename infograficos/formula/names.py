"""The names and signs of the formula notation."""

from __future__ import annotations

from collections.abc import Mapping

from infograficos.formula.tree import SymbolKind
from infograficos.language.numbers import MINUS

_SMALL = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau "
    "upsilon phi chi psi omega"
).split()
_LETTERS = "αβγδεζηθικλμνξοπρστυφχψω"

#: Greek letters by name: `theta` is θ and `Theta` is Θ.
GREEK: Mapping[str, str] = dict(
    zip([*_SMALL, *map(str.capitalize, _SMALL)], _LETTERS + _LETTERS.upper(), strict=True)
)

#: Function names, set apart from their argument.
FUNCTIONS = frozenset(
    "arg argmax argmin cos det diag dim erf exp lim ln log max mean min mod sen sigmoid sign sin softmax "
    "softplus sup tan tanh tr var relu ReLU GELU gelu SiLU silu KL".split()
)

#: Functions that take limits, as a sum does.
LIMITED = frozenset(
    ("argmax", "argmin", "lim", "max", "min", "sup", "arg max", "arg min", "lim sup", "lim inf", "inf", "Pr")
)

#: Large signs whose limits are beside them.
BESIDE = frozenset("∫∬∭∮")

#: Names of signs.
WORDS: Mapping[str, tuple[str, SymbolKind]] = {
    "sum": ("∑", "large"),
    "prod": ("∏", "large"),
    "grad": ("∇", "prefix"),
    "partial": ("∂", "prefix"),
    "inf": ("∞", "sign"),
    "in": ("∈", "relation"),
}

#: Input spellings and their signs, longest first.
SPELLINGS: tuple[tuple[str, str], ...] = (
    ("...", "…"), ("<->", "↔"), ("<-", "←"), ("->", "→"), ("=>", "⇒"), ("<=", "≤"), (">=", "≥"),
    ("!=", "≠"), ("~=", "≈"), ("+-", "±"), (":=", "≔"), ("*", "×"), ("-", MINUS), ("Σ", "∑"), ("Π", "∏"),
)  # fmt: skip

OPENING, CLOSING = "([⟨⌈⌊", ")]⟩⌉⌋"

_SIGNS: Mapping[SymbolKind, str] = {
    "large": "∑∏",
    "operator": f"+{MINUS}±×·÷⊙⊕⊗∘∪∩∧∨",
    "slash": "/",
    "relation": "=≠≈≡<>≤≥≪≫←→↔⇒⇐⇔↦≔∈∉⊂⊆∼∝|∣∥:",
    "punctuation": ",;",
    "prefix": "∇∂Δ¬",
}


def kind_of(sign: str) -> SymbolKind:
    """Return a sign's kind, which decides the space around it."""
    return next((kind for kind, signs in _SIGNS.items() if sign in signs), "sign")
