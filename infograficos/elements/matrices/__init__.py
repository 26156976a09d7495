"""Numbers in cells: matrices, vectors, tints, and cells that are masked."""

from typing import TYPE_CHECKING

from infograficos.on_demand import on_demand

if TYPE_CHECKING:
    from infograficos.elements.matrices import masking, masks, matrix, portion, tint, vector
else:  # a type checker knows the modules above, and should refuse all other names
    __getattr__ = on_demand(__name__)
