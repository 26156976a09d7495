import pytest
from pydantic import ValidationError

from infograficos.errors import ThemeWarning
from infograficos.scene.color import to_oklch
from infograficos.theme import Theme, TypeStyle, load_theme
from infograficos.theme.toml_lines import index_lines


def test_our_own_theme_is_loaded_once():
    assert load_theme() is load_theme()
    assert load_theme().sheet.width == 700


def test_an_empty_file_is_our_theme(written):
    assert load_theme(written("")) == load_theme()


def test_a_file_states_only_what_differs(written):
    theme = load_theme(
        written(
            '\ufefftype.body.size = 24\r\n[colors.light]\r\nink = "#00000A"\r\n'
            "[space]\r\nwide = 60\r\n[presets.blog]\r\n"
            "width = 1200\ncolumn = 640\nphone = 320.5\nsmall_phone = 300\ntallest = 1\n"
            'description = "O blog"\n'
        )
    )
    ours = load_theme()
    assert theme.type["body"] == TypeStyle(family="sans", size=24, weight=400, leading=1.35)
    assert theme.type["label"] == ours.type["label"]
    assert theme.colors.light.ink == "#00000a"
    assert theme.colors.light.roles == ours.colors.light.roles
    assert theme.space == {**ours.space, "wide": 60}
    assert theme.presets["blog"].phone == 320.5
    assert theme.presets["medium"] == ours.presets["medium"]


@pytest.mark.filterwarnings("ignore::infograficos.errors.ThemeWarning")
def test_one_may_add_names_of_ones_own(written):
    tones = '{ soft = "#eeeeee", line = "#cccccc", strong = "#333333" }'
    theme = load_theme(
        written(
            f"[colors.light.roles]\nferramenta = {tones}\n[colors.dark.roles]\nferramenta = {tones}\n"
            "[stroke]\ngrossa = 8\n[radius]\nleve = 3\n[size]\nfoto = 90\n"
            '[type.nota]\nfamily = "mono"\nsize = 20\nweight = 600\nleading = 1.5\n'
        )
    )
    assert theme.colors.dark.roles["ferramenta"].strong == "#333333"
    assert (theme.stroke["grossa"], theme.radius["leve"], theme.size["foto"]) == (8, 3, 90)
    assert theme.type["nota"].weight == 600


EVERY_MISTAKE = """\
# Um tema com tudo errado
[type]
body = { size = "22" }
code.weight = 700
nota = { family = "serif", size = 12, weight = 500 }

[colors.light]
papper = "#ffffff"
ink = "red"
line = "#fff"

[colors.light.roles.tool]
soft = "#eeeeee"
line = 3
strong = "#333333"

[space]
"a b" = 10
tiny = true
large = inf
hair = -1

[stroke]
rule = 0
texto = \"\"\"
rule = 3
\"\"\"

[presets]
blog = 3

[presets.medium]
width = 1200.0
description = 1979-05-27

[limits]
contrast_text = 99
words_most = [80]

[sheets]
width = 3

[sheet]
qqq = 1
"""

SAID = """\
tema.toml, linha 3: type.body.size: esperado um número, veio "22"
tema.toml, linha 4: type.code.weight: esperado 400 ou 600, os pesos da família "mono", veio 700
tema.toml, linha 5: type.nota.family: esperado "sans" ou "mono", veio "serif"
tema.toml, linha 5: type.nota.weight: esperado 400, 600 ou 700, veio 500
tema.toml, linha 5: type.nota.leading: falta este valor
tema.toml, linha 5: type.nota.size: esperado no mínimo 20 (limits.smallest_text), veio 12
tema.toml, linha 8: colors.light.papper não existe; você quis dizer “paper”?
tema.toml, linha 9: colors.light.ink: esperada uma cor no formato #rrggbb, veio "red"
tema.toml, linha 10: colors.light.line: esperada uma cor no formato #rrggbb, veio "#fff"
tema.toml, linha 12: colors.light.roles.tool: falta o mesmo papel em colors.dark.roles
tema.toml, linha 14: colors.light.roles.tool.line: esperada uma cor no formato #rrggbb, veio 3
tema.toml, linha 18: space."a b": esperado um nome só de letras, algarismos, “_” e “-”, veio "a b"
tema.toml, linha 19: space.tiny: esperado um número, veio true
tema.toml, linha 20: space.large: esperado um número finito, veio ∞
tema.toml, linha 21: space.hair: esperado um número maior ou igual a 0, veio -1
tema.toml, linha 24: stroke.rule: esperado um número maior que 0, veio 0
tema.toml, linha 25: stroke.texto: esperado um número, veio "rule = 3\\n"
tema.toml, linha 30: presets.blog: esperada uma tabela, veio 3
tema.toml, linha 33: presets.medium.width: esperado um número inteiro, veio 1200.0
tema.toml, linha 34: presets.medium.description: esperado um texto, veio 1979-05-27
tema.toml, linha 37: limits.contrast_text: esperado um número menor ou igual a 21, veio 99
tema.toml, linha 38: limits.words_most: esperado um número inteiro, veio uma lista com 1 item
tema.toml, linha 40: sheets não existe; você quis dizer “sheet” ou “presets”?
tema.toml, linha 44: sheet.qqq não existe; os nomes válidos são: “width”, “margin”, “narrow”, \
“narrow_margin”, “phone”"""


def test_all_mistakes_are_reported_at_once_each_with_its_line(written, refusal_of):
    assert refusal_of(written(EVERY_MISTAKE)).splitlines() == SAID.splitlines()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('[type]\nbody = { size = "22" }', 'linha 2: type.body.size: esperado um número, veio "22"'),
        ('type.body.size = "22"', 'linha 1: type.body.size: esperado um número, veio "22"'),
        (
            "# '''\n[ 'type' . \"body\" ]\n\n  \"si\\u007Ae\" = '22'",
            'linha 4: type.body.size: esperado um número, veio "22"',
        ),
        (
            'sheet.width = """\nsheet.margin = 1\n"""\nsheet.margin = "1"',
            'linha 4: sheet.margin: esperado um número, veio "1"',
        ),
        ("[[presets]]\nx = 1", "linha 1: presets: esperada uma tabela, veio uma lista com 1 item"),
        ("colors = 3", "linha 1: colors: esperada uma tabela, veio 3"),
        ("type = []", "linha 1: type: esperada uma tabela, veio uma lista vazia"),
        ("sheet.width = {}", "linha 1: sheet.width: esperado um número, veio uma tabela"),
        (
            f"space.tiny = 1{'0' * 400}",
            "linha 1: space.tiny: esperado um número, veio um número grande demais",
        ),
        (
            f'colors.dark.ink = "{"a" * 50}"',
            f'linha 1: colors.dark.ink: esperada uma cor no formato #rrggbb, veio "{"a" * 39}…"',
        ),
    ],
)
def test_lines_are_found_however_the_key_is_written(content, message, written, refusal_of):
    assert f"tema.toml, {message}" in refusal_of(written(content)).splitlines()


def test_a_mistake_in_what_the_file_does_not_state_has_no_line(written, refusal_of):
    said = refusal_of(written("limits.smallest_text = 22"))
    assert (
        "tema.toml: type.code.size: esperado no mínimo 22 (limits.smallest_text), veio 20"
        in said.splitlines()
    )
    assert "linha" not in said


@pytest.mark.filterwarnings("ignore::infograficos.errors.ThemeWarning")
def test_a_role_that_only_the_dark_variant_has_is_a_mistake(written, refusal_of):
    tones = '{ soft = "#eeeeee", line = "#cccccc", strong = "#333333" }'
    assert refusal_of(written(f"colors.dark.roles.tool = {tones}")) == (
        "tema.toml, linha 1: colors.dark.roles.tool: falta o mesmo papel em colors.light.roles"
    )


@pytest.mark.filterwarnings("ignore::infograficos.errors.ThemeWarning")
def test_a_slip_in_the_name_of_a_role_offers_the_right_one(written, refusal_of):
    tones = '{ soft = "#eeeeee", line = "#cccccc", strong = "#333333" }'
    assert refusal_of(written(f"colors.light.roles.modl = {tones}")) == (
        "tema.toml, linha 1: colors.light.roles.modl: falta o mesmo papel em colors.dark.roles; "
        "você quis dizer “model”?"
    )


def test_a_theme_made_in_code_is_checked_too():
    tables = load_theme().model_dump()
    del tables["colors"]["dark"]["roles"]["alert"]
    tables["type"]["body"]["size"] = 19
    with pytest.raises(ValidationError) as refusal:
        Theme.model_validate(tables)
    assert (
        "type.body.size: esperado no mínimo 20 (limits.smallest_text), veio 19; "
        "colors.light.roles.alert: falta o mesmo papel em colors.dark.roles"
    ) in str(refusal.value)


def test_the_lines_of_a_file_are_looked_for_once(written, refusal_of, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "infograficos.theme.loading.index_lines", lambda text: asked.append(text) or index_lines(text)
    )
    wrong = [f"errado{number} = 1" for number in range(30)]
    told = refusal_of(written("\n".join(["[sheet]", *wrong]))).splitlines()
    assert [line.split(":")[0] for line in told] == [f"tema.toml, linha {n}" for n in range(2, 32)]
    assert len(asked) == 1


def test_a_role_of_three_tones_keeps_them_and_gets_the_others_in_its_own_hue(written):
    tones = '{ soft = "#f8ecfb", line = "#d3aee0", strong = "#6b2f7a" }'
    with pytest.warns(ThemeWarning, match="tema.toml: model só diz soft, line e strong"):
        theme = load_theme(written(f"[colors.light.roles]\nmodel = {tones}\n"))
    model = theme.colors.light.roles["model"]
    assert (model.soft, model.line, model.strong) == ("#f8ecfb", "#d3aee0", "#6b2f7a")
    hue = to_oklch(model.strong)[2]
    assert all(abs(to_oklch(each)[2] - hue) < 8 for each in (model.tint, model.mid, model.body, model.solid))
    assert theme.colors.dark.roles["model"] == load_theme().colors.dark.roles["model"]


def test_a_theme_that_changes_one_tone_keeps_the_others(written):
    theme = load_theme(written('[colors.light.roles]\nmodel = { mid = "#c0b0f0" }\n'))
    model, series = theme.colors.light.roles["model"], load_theme().colors.light.roles["model"]
    assert (model.mid, model.body) == ("#c0b0f0", series.body)
