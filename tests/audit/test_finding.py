"""A finding as words, and numbers that a reader can tell apart."""

import pytest
from scenes import audited, sheet, text

from infograficos.audit import Finding, check
from infograficos.audit.finding import format_apart
from infograficos.language.messages import VARIABLE
from infograficos.language.texts import in_language


@pytest.mark.parametrize(
    ("measured", "limit", "decimals", "told"),
    [
        (561, 560, 0, ("561", "560")),
        (560.02, 560, 0, ("560,02", "560")),
        (560.4, 560.35, 0, ("560,40", "560,35")),
        (559.9, 559.6, 0, ("559,9", "559,6")),
        (2.96, 3, 1, ("2,96", "3,0")),
        (2.9, 3, 1, ("2,9", "3,0")),
        (4.4999, 4.5, 1, ("4,4999", "4,5")),
        (-0.01, 4, 1, ("0,0", "4,0")),
        (0.92, 0.92, 2, ("0,92", "0,92")),
    ],
)
def test_what_was_measured_is_never_written_as_its_limit(measured, limit, decimals, told):
    assert format_apart(measured, limit, decimals) == told


@pytest.mark.parametrize(
    ("items", "height", "told"),
    [
        (
            [],
            560.02,
            "folha: tem 560,02 unidades de altura (esperado: até 560 para o tema: 0,80 × a largura)",
        ),
        (
            [text("quase", 40, 200, size=19.98)],
            500,
            "folha: “quase” tem corpo de 19,98 unidades (esperado: ao menos 20,0)",
        ),
    ],
)
def test_what_is_a_hair_too_much_is_reported_to_the_hair(items, height, told):
    messages = [finding.message for finding in check(audited(sheet(*items, height=height)))]
    assert [message.split(";")[0] for message in messages] == [told]


def test_a_place_is_the_path_to_it_or_what_it_is_about():
    assert Finding("r", "error", "m", "l", "a", ("um", "dois")).location == "um › dois"
    assert Finding("r", "error", "m", "l", "a").location == "folha"
    assert Finding("r", "error", "m", "l", "a", aspect="SVG").location == "SVG"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("pt-BR", "folha: “quase” tem corpo de 19,98 unidades (esperado: ao menos 20,0)"),
        ("en", "sheet: “quase” has a type size of 19.98 units (expected: at least 20.0)"),
        ("es", "hoja: “quase” tiene un tamaño de letra de 19,98 unidades (se esperaba: al menos 20,0)"),
    ],
)
@pytest.mark.parametrize("language", ["pt-BR", "en"])
def test_a_finding_is_in_the_language_of_messages_whatever_the_figures(monkeypatch, language, code, told):
    monkeypatch.setenv(VARIABLE, code)
    with in_language(language):
        (finding,) = check(audited(sheet(text("quase", 40, 200, size=19.98))))
    assert finding.rule == "legibility"
    assert finding.message.split(";")[0] == told
