"""The elements of figures: words, cards, rows and columns, grids, tokens, charts, formulas, code, arrows.

Elements for figures of any subject are in this folder; each subject has a package of its own that builds on
them. Colours, spaces, sizes and strokes go by their names in the theme; a `role` is that of the colours. The
public names are listed in `__init__.pyi` and imported when first used: who lists figures imports none.
"""

from __future__ import annotations

from lazy_loader import attach_stub

from infograficos.errors import deprecated_names

_load, __dir__, __all__ = attach_stub(__name__, __file__)

_deprecated = deprecated_names(
    __name__,
    {
        "Brace": "SpanBracket", "Bracket": "SideArrows", "Either": "FirstThatFits",
        "Link": "Connector", "Linked": "WithConnectors", "Revealed": "Fragment", "Roomy": "WideOnly",
        "Snug": "ShrinkToFit", "Strut": "SameWidthAs", "Unbroken": "NoWrap", "tinted": "tinted_card",
    },
)  # fmt: skip


def __getattr__(name: str) -> object:
    return _load(name) if name in __all__ else _deprecated(name)
