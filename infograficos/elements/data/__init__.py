"""What is read before anything is drawn: tables, pairs, long lines thinned, numbers as they are written."""

from typing import TYPE_CHECKING

from infograficos.on_demand import on_demand

if TYPE_CHECKING:
    from infograficos.elements.data import named, numbers, pairs, records, thinning, titles, vectors
else:  # a type checker knows the modules above, and should refuse all other names
    __getattr__ = on_demand(__name__)
