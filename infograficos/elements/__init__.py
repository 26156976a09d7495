"""The elements of figures: words, cards, rows and columns, grids, tokens, charts, formulas, code, arrows.

Elements for figures of any subject are in this folder; each subject has a package of its own that builds on
them. Colours, spaces, sizes and strokes go by their names in the theme; a `role` is that of the colours. The
public names are listed in `__init__.pyi` and imported when first used: who lists figures imports none.
"""

from __future__ import annotations

import warnings

import lazy_loader

from infograficos.errors import close_matches

#: Names of the previous version that still work, with a warning.
_RENAMED = {
    "Aside": "Bubble", "Brace": "SpanBracket", "Bracket": "SideArrows", "Either": "FirstThatFits",
    "Link": "Connector", "Linked": "WithConnectors", "Revealed": "Fragment", "Roomy": "WideOnly",
    "Snug": "ShrinkToFit", "Strut": "SameWidthAs", "Unbroken": "NoWrap", "tinted": "tinted_card",
}  # fmt: skip

_load, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)


def __getattr__(name: str) -> object:
    if name in _RENAMED:
        new = _RENAMED[name]
        warnings.warn(f"“{name}” agora se chama “{new}”", DeprecationWarning, stacklevel=2)
        return _load(new)
    if name in __all__:
        return _load(name)
    close = close_matches(name, __all__)
    advice = f"; você quis dizer {' ou '.join(f'“{item}”' for item in close)}?" if close else ""
    raise AttributeError(f"{__name__}: não existe “{name}”{advice}")
