"""Listings: lines of code in their colours, broken where a reader minds least."""

from typing import TYPE_CHECKING

from infograficos.on_demand import on_demand

if TYPE_CHECKING:
    from infograficos.elements.code import block, breaks, language, line
else:  # a type checker knows the modules above, and should refuse all other names
    __getattr__ = on_demand(__name__)
