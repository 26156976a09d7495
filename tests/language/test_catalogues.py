"""The catalogues have every text of the code, and each translation fits its source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from string import Formatter

import pytest
from language.catalogue_files import CALLS, CATALOGUES, catalogue_text, template_calls, texts_of

from infograficos.language.catalogue import load_catalogue, parse_catalogue
from infograficos.language.languages import SOURCE, catalogue_path, language_codes

TRANSLATED = [code for code in language_codes() if code != SOURCE]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("name", CATALOGUES)
@pytest.mark.parametrize("code", TRANSLATED)
def test_a_catalogue_has_the_texts_of_the_code(
    code: str, name: str, matches_golden: Callable[[Path, str], None]
):
    matches_golden(catalogue_path(code, name), catalogue_text(code, name, load_catalogue(code, name)))


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("code", TRANSLATED)
def test_a_language_lacks_no_text(code: str, name: str):
    texts = load_catalogue(code, name).texts
    assert {source: files for source, files in texts_of(name).items() if source not in texts} == {}


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_has_the_placeholders_of_its_source(code: str, name: str):
    for source, forms in load_catalogue(code, name).texts.items():
        sources = (source,) if isinstance(source, str) else source
        for form in forms:
            # One thing needs no number.
            assert placeholders(form) | {"count"} == placeholders(sources[-1]) | {"count"}, (source, form)


def test_what_templates_say_is_a_text_of_the_code():
    template = """<b title="{{ message('um “par”') }}">{{ message(("{count} par", "{count} pares"), n) }}</b>
    {% if n %}{{ message("de " "dois") | upper }}{% endif %}{{ other("não") }}"""
    assert list(template_calls(template, "message")) == [
        "um “par”",
        ("{count} par", "{count} pares"),
        "de dois",
    ]


def test_a_catalogue_resolves_escapes_joins_strings_and_leaves_out_what_is_fuzzy():
    text = '\n\n'.join([
        'msgid ""\nmsgstr "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n<5 ? 1 : 2);\\n"',
        'msgid "um \\"par\\""\nmsgstr "a "\n"\\"pair\\"\\n"',
        'msgid "{count} par"\nmsgid_plural "{count} pares"\nmsgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"',
        '#, fuzzy\nmsgid "talvez"\nmsgstr "maybe"',
        'msgid "nada"\nmsgstr ""',
    ])  # fmt: skip
    catalogue = parse_catalogue(text)
    pairs = ("{count} par", "{count} pares")
    assert catalogue.find('um "par"') == 'a "pair"\n'
    assert [catalogue.find(pairs, count) for count in (1, 2, 5)] == ["a", "b", "c"]
    assert catalogue.find("talvez") is None
    assert catalogue.find("nada") is None
