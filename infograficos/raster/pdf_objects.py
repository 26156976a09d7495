"""Python's values as a PDF's objects."""

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
    """Return a PDF's name, such as `/Type`."""
    return NameObject(f"/{word}")


def dictionary(**values: object) -> DictionaryObject:
    """Return a PDF's dictionary: a text that begins with “/” is a name, a list an array."""
    return DictionaryObject({name(key): _to_pdf(value) for key, value in values.items()})


def array(values: list[object]) -> ArrayObject:
    """Return a PDF's array, its items converted as in `dictionary`."""
    return ArrayObject([_to_pdf(value) for value in values])


def stream(text: str) -> StreamObject:
    """Return a compressed stream of plain letters."""
    plain = DecodedStreamObject()
    plain.set_data(text.encode("ascii"))
    return plain.flate_encode()


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
