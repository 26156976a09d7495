"""Pictures in pixels, and small pictures drawn from data or for the stages of a process."""

from typing import TYPE_CHECKING

from infograficos.on_demand import on_demand

if TYPE_CHECKING:
    from infograficos.elements.images import file, frame, greys, pictures, raw, signs
else:  # a type checker knows the modules above, and should refuse all other names
    __getattr__ = on_demand(__name__)
