"""Formulas, from their boxes to lines that break where mathematicians break them."""

from typing import TYPE_CHECKING

from infograficos.on_demand import on_demand

if TYPE_CHECKING:
    from infograficos.elements.formulas import box, line, parts, series
else:  # a type checker knows the modules above, and should refuse all other names
    __getattr__ = on_demand(__name__)
