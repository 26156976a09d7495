"""Points on a plane whose axes share one scale: marks, groups, labels, and sums of vectors."""

from typing import TYPE_CHECKING

from infograficos.on_demand import on_demand

if TYPE_CHECKING:
    from infograficos.elements.planes import (
        dashes,
        equation,
        hull,
        keyed_plane,
        labelling,
        marker,
        marks,
        rim,
        same_scale,
        scatter,
        scatter_drawing,
    )
else:  # a type checker knows the modules above, and should refuse all other names
    __getattr__ = on_demand(__name__)
