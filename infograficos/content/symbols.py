"""The names by which authors ask for a small picture or an icon."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from infograficos.content.checks import as_validator
from infograficos.content.data.icon_file import IconSource, is_path, read_icon
from infograficos.errors import InputError
from infograficos.icons.search import unknown_icon_message

#: The names of the small pictures, here so that content can say them without loading what draws them.
PICTURE_NAMES = (
    "api", "attention", "audio", "balance", "batch", "chat", "checkpoint", "clock", "cloud", "code",
    "corpus", "curve", "database", "deploy", "embedding", "evaluation", "filter", "gpu", "image",
    "learning-rate", "lock", "matrix", "notes", "pairs", "person", "ranking", "reuse", "search", "split",
    "table", "text", "tokens", "tree", "tuned", "vocabulary", "vote", "weights",
)  # fmt: skip


def read_symbol(source: object) -> IconSource:
    """Return the name of a picture or an icon, or the drawing in a file; another one raises `InputError`."""
    if not isinstance(source, str) or is_path(source):
        return read_icon(source)
    try:
        return source if source in PICTURE_NAMES else read_icon(source)
    except InputError:
        raise InputError(unknown_icon_message("a imagem ou o ícone", source, PICTURE_NAMES)) from None


#: The name of a picture or an icon, or an author's own SVG or PNG; nothing for an empty text.
SymbolField = Annotated[Any, BeforeValidator(as_validator(read_symbol))]
