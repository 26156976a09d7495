"""The languages that a listing may be in, by the names that a sentence has for them."""

from __future__ import annotations

from infograficos.text.highlight import language_name


def spoken_language(language: str) -> str:
    """Return what a language is called in a sentence; an unknown one raises `InputError`."""
    return language_name(language)
