"""PDF objects from Python values."""

from __future__ import annotations

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)


def name(word: str) -> NameObject:
    """Return a name object, such as `/Type`."""
    return NameObject(f"/{word}")


def dictionary(**values: object) -> DictionaryObject:
    """Return a dictionary object; a string that begins with `/` becomes a name, a list an array."""
    return DictionaryObject({name(key): _to_pdf(value) for key, value in values.items()})


def array(values: list[object]) -> ArrayObject:
    """Return an array object, its items converted as in `dictionary`."""
    return ArrayObject([_to_pdf(value) for value in values])


def stream(text: str) -> StreamObject:
    """Return a compressed stream of ASCII text."""
    decoded = DecodedStreamObject()
    decoded.set_data(text.encode("ascii"))
    return decoded.flate_encode()


def _to_pdf(value: object) -> PdfObject:
    if isinstance(value, PdfObject):
        return value
    if isinstance(value, bool):
        return BooleanObject(value)
    if isinstance(value, list):
        return array(value)
    if isinstance(value, int):
        return NumberObject(value)
    return NameObject(value) if str(value).startswith("/") else TextStringObject(value)
