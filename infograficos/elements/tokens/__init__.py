"""Tokens as a reader sees them: strips, stretches, their places in a text, their ids in a vocabulary."""

from typing import TYPE_CHECKING

from infograficos.on_demand import on_demand

if TYPE_CHECKING:
    from infograficos.elements.tokens import (
        brace,
        chip,
        loss_strip,
        losses,
        offsets,
        stretches,
        strip,
        text,
        vocabulary,
        wrapping,
    )
else:  # a type checker knows the modules above, and should refuse all other names
    __getattr__ = on_demand(__name__)
