import pytest

from infograficos.errors import InputError
from infograficos.scene.glyph_run import FontStyle
from infograficos.scene.items import Paint
from infograficos.theme import ResolvedTheme, load_theme, pick_preset, pick_variant

THEME = load_theme()
LIGHT = ResolvedTheme(THEME, "light")
SETTINGS = THEME.colors


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("paper", SETTINGS.light.paper),
        ("surface", SETTINGS.light.surface),
        ("ink", SETTINGS.light.ink),
        ("muted", SETTINGS.light.muted),
        ("line", SETTINGS.light.line),
        ("response.soft", SETTINGS.light.roles["response"].soft),
        ("response.line", SETTINGS.light.roles["response"].line),
        ("response.strong", SETTINGS.light.roles["response"].strong),
    ],
)
def test_paints_carry_their_role_and_value(name, value):
    assert LIGHT.paint(name) == Paint(name, value)


def test_the_other_paper_has_the_same_roles_in_other_colors():
    dark = ResolvedTheme(THEME, "dark")
    assert dark.paint("alert.line") == Paint("alert.line", SETTINGS.dark.roles["alert"].line)


def test_measures_are_those_of_the_theme():
    assert LIGHT.space("small") == 14
    assert LIGHT.radius("card") == 16
    assert LIGHT.stroke("arrow") == 2.5
    assert LIGHT.size("disc") == 42
    assert LIGHT.type("headline").leading == 1.12


def test_a_font_is_that_of_its_style_unless_set_otherwise():
    assert LIGHT.font("headline") == FontStyle("sans", 700, 40)
    assert LIGHT.font("body", weight=700) == FontStyle("sans", 700, 22)
    assert LIGHT.font("body", family="mono") == FontStyle("mono", 400, 22)


def test_code_in_a_bold_headline_takes_the_boldest_weight_that_mono_has():
    assert LIGHT.font("headline", family="mono") == FontStyle("mono", 600, 40)


def test_looks_and_themes_can_be_keys():
    again = ResolvedTheme(THEME.model_copy(deep=True), "light")
    assert {LIGHT: "found"}[again] == "found"
    assert ResolvedTheme(THEME, "dark") not in {LIGHT}


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (
            lambda: LIGHT.paint("respnse.soft"),
            "o papel “respnse” não existe; você quis dizer “response”?",
        ),
        (
            lambda: LIGHT.paint("response.soft.soft"),
            "o papel “response.soft” não existe; você quis dizer “response”?",
        ),
        (
            lambda: LIGHT.paint("response.softt"),
            "a cor “response.softt” não existe; você quis dizer “response.soft” "
            "ou “response.tint” ou “response.solid”?",
        ),
        (
            lambda: LIGHT.paint("response"),
            "a cor “response” não existe; você quis dizer “response.mid” "
            "ou “response.lit” ou “response.tint”?",
        ),
        (lambda: LIGHT.space("smal"), "o espaço “smal” não existe; você quis dizer “small”?"),
        (lambda: LIGHT.radius("crad"), "o raio “crad” não existe; você quis dizer “card”?"),
        (lambda: LIGHT.stroke("arow"), "o traço “arow” não existe; você quis dizer “arrow” ou “flow”?"),
        (lambda: LIGHT.size("plto"), "o tamanho “plto” não existe; você quis dizer “plot” ou “stop”?"),
        (
            lambda: LIGHT.type("hedline"),
            "o estilo de texto “hedline” não existe; "
            "você quis dizer “headline” ou “heading” ou “headline_small”?",
        ),
        (
            lambda: LIGHT.font("bodi"),
            "o estilo de texto “bodi” não existe; você quis dizer “body” ou “code”?",
        ),
        (
            lambda: LIGHT.font("body", weight=500),
            "o peso de letra 500 não existe; os pesos válidos são: 400, 600 e 700",
        ),
        (
            lambda: LIGHT.font("body", weight=0),
            "o peso de letra 0 não existe; os pesos válidos são: 400, 600 e 700",
        ),
        (
            lambda: LIGHT.font("body", family="serif"),
            "a família de letra “serif” não existe; os nomes válidos são: “sans”, “mono”",
        ),
        (
            lambda: pick_preset(THEME, "midium"),
            "o preset “midium” não existe; você quis dizer “medium” ou “medium-wide”?",
        ),
        (lambda: pick_variant("drak"), "a variante “drak” não existe; você quis dizer “dark”?"),
        (
            lambda: pick_variant("sépia"),
            "a variante “sépia” não existe; os nomes válidos são: “light”, “dark”",
        ),
        (
            lambda: ResolvedTheme(THEME, "claro").paint("ink"),
            "a variante “claro” não existe; os nomes válidos são: “light”, “dark”",
        ),
    ],
)
def test_a_wrong_name_is_refused_with_the_nearest_right_ones(ask, message):
    with pytest.raises(InputError) as refusal:
        ask()
    assert str(refusal.value) == message


def test_presets_and_variants_are_picked_by_name():
    assert pick_preset(THEME, "medium").width == 1400
    assert pick_variant("dark") == "dark"
