"""`infograficos check`: its exit codes, its lines, its JSON, and what `export` refuses by the same rules."""

import json

import pytest
from cli_sample import CHAPTER
from extras import has_libcairo

from infograficos.cli.check import checklist
from infograficos.report import check
from infograficos.script import load_chapter

WORDY = "[limits]\nwords_advised = 15\n"
LONG = "p" * 40
BROKEN = CHAPTER.replace('(2, "dois")', f'(2, "dois", "{LONG}")')

NEEDS_ROOM = f"cabeçalho: “{LONG}” precisa de 807 unidades de largura (esperado: 628); "
NEEDS_ROOM += "encurte o texto ou dê mais espaço"
LEAVES_THE_SHEET = f"cabeçalho: “{LONG}” sai da folha (esperado: dentro dela); encurte o texto"


@pytest.fixture
def theme(tmp_path):
    """Write a theme of one's own."""

    def theme(text):
        path = tmp_path / "tema.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return theme


def test_chapter_07_breaks_no_rule_and_has_no_warning(run):
    outcome = run("check", "--strict")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[-1] == "5 figuras, 0 erros, 0 avisos"


def test_the_table_of_a_clean_chapter_word_for_word(run, script):
    outcome = run("check", "--from", script())
    assert (outcome.code, outcome.err) == (0, "")
    assert (
        outcome.out
        == """\
figura   palavras  menor texto  contraste  erros  avisos
01-um          20       8,9 px    5,8 : 1      0       0
02-dois        20       8,9 px    5,8 : 1      0       0
2 figuras, 0 erros, 0 avisos
"""
    )


def test_the_lines_of_a_figure_that_breaks_a_rule_word_for_word(run, script):
    outcome = run("check", "--from", script(BROKEN))
    assert (outcome.code, outcome.err) == (1, "")
    assert (
        outcome.out
        == f"""\
figura   palavras  menor texto  contraste  erros  avisos
01-um          20       8,9 px    5,8 : 1      0       0
02-dois        17       8,9 px    5,8 : 1      3       0
erro: 02-dois (clara, escura): encaixe: {NEEDS_ROOM}
erro: 02-dois (clara, escura, celular): encaixe: {LEAVES_THE_SHEET}
erro: 02-dois (celular): encaixe: {NEEDS_ROOM.replace("628", "320")}
2 figuras, 3 erros, 0 avisos
"""
    )


def test_the_table_is_in_the_language_of_messages(run, script, theme):
    outcome = run("check", "1", "--from", script(), "--theme", theme(WORDY), "--messages", "en")
    assert (
        outcome.out
        == """\
figure  words  smallest text  contrast  errors  warnings
01-um      20         8.9 px   5.8 : 1       0         1
warning: 01-um (light, dark, phone): brevity: sheet: has 20 words (expected: at most 15); \
cut words or split the figure in two
1 figure, 0 errors, 1 warning
"""
    )


def test_rules_have_one_id_and_a_name_in_every_language(run, script):
    outcome = run("check", "--messages", "es", "--from", script(BROKEN))
    assert outcome.out.count(": encaje: ") == 3
    report = json.loads(run("check", "--json", "--messages", "es", "--from", script(BROKEN)).out)
    finding = report["figures"][1]["findings"][0]
    assert (finding["rule"], finding["measured"]) == ("fit", "necesita 807 unidades de ancho")


def test_only_the_figures_asked_for_are_judged(run, script):
    outcome = run("check", "um", "--from", script(BROKEN))
    assert outcome.code == 0
    assert outcome.out.splitlines()[-1] == "1 figura, 0 erros, 0 avisos"


def test_a_warning_counts_only_where_it_is_asked_to(run, script, theme):
    given = ["check", "1", "--from", script(), "--theme", theme(WORDY)]
    outcome = run(*given)
    assert outcome.code == 0
    assert outcome.out.splitlines()[-2:] == [
        "aviso: 01-um (clara, escura, celular): concisao: folha: tem 20 palavras (esperado: até 15); "
        "corte palavras ou divida a figura em duas",
        "1 figura, 0 erros, 1 aviso",
    ]
    strict = run(*given, "--strict")
    assert (strict.code, strict.out) == (1, outcome.out)


def test_the_json_has_the_documented_names(run, script):
    outcome = run("check", "--json", "--from", script(BROKEN))
    assert (outcome.code, outcome.err) == (1, "")
    report = json.loads(outcome.out)
    assert set(report) == {"format", "figures"}
    assert report["format"] == 2
    good, bad = report["figures"]
    assert good == {
        "name": "01-um", "words": 20, "smallest_pixels": 8.91, "contrast": 5.78, "findings": [],
    }  # fmt: skip
    assert bad["name"] == "02-dois"
    assert bad["findings"][0] == {
        "rule": "fit",
        "severity": "error",
        "place": "cabeçalho",
        "path": ["cabeçalho"],
        "words": LONG,
        "measured": "precisa de 807 unidades de largura",
        "limit": "628",
        "advice": "encurte o texto ou dê mais espaço",
        "sheets": ["light", "dark"],
        "rectangles": {sheet: [[36.0, 76.55, 806.88, 23.28]] for sheet in ("light", "dark")},
    }
    assert [finding["sheets"] for finding in bad["findings"][1:]] == [["light", "dark", "phone"], ["phone"]]


def test_the_json_ends_as_the_table_does(run, script, theme):
    given = ["check", "1", "--json", "--from", script(), "--theme", theme(WORDY)]
    assert run(*given).code == 0
    assert run(*given, "--strict").code == 1
    assert run("check", "1", "--json", "--from", script(BROKEN)).code == 0


FAR = "[presets.longe]\nwidth = 300\ncolumn = 300\nphone = 300\nsmall_phone = 300\ntallest = 1.0\n"
FAR += 'description = "x"\n'


def test_only_the_presets_asked_for_are_judged_by(run, script, theme):
    given = ["check", "1", "--from", script(), "--theme", theme(FAR)]
    assert run(*given, "--preset", "medium").code == 0
    for presets in ([], ["--preset", "longe"], ["--preset", "medium", "--preset", "longe"]):
        outcome = run(*given, *presets)
        assert outcome.code == 1
        assert "fica com 8,6 px no computador em “longe” (coluna de 300 px)" in outcome.out


def test_the_smallest_text_is_that_of_the_presets_asked_for(run, script):
    for preset, pixels in (("medium", "8,9 px"), ("devto", "9,6 px")):
        assert f" {pixels} " in run("check", "1", "--preset", preset, "--from", script()).out


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--preset", "medum"], "o preset “medum” não existe; você quis dizer “medium” ou “medium-wide”?"),
        (["9"], "a figura “9” não existe; os nomes válidos são: “01-um”, “02-dois”"),
        (["doix", "--json"], "a figura “doix” não existe; você quis dizer “02-dois”?"),
        (["--theme", "nada.toml"], "o arquivo de tema “nada.toml” não existe"),
        (["--theme", ""], "a opção “--theme” pede um valor, e veio um texto vazio"),
    ],
)
def test_a_wrong_name_offers_the_right_ones(run, script, args, message):
    outcome = run("check", *args, "--from", script())
    assert (outcome.code, outcome.out, outcome.err) == (2, "", f"erro: {message}\n")


def test_what_cannot_be_laid_out_is_refused_with_its_figure(run, script):
    outcome = run("check", "--from", script(CHAPTER.replace('(2, "dois")', '(2, "dois", token="🙂")')))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("erro: 02-dois: o caractere “🙂”")


def test_in_a_terminal_the_table_is_drawn_and_says_the_same(script, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    report = check(load_chapter(script(BROKEN)))
    drawn, plain = (list(checklist(report, terminal=terminal)) for terminal in (True, False))
    for line in plain[:3]:
        assert " ".join(line.split()) in [" ".join(each.split()) for each in drawn]
    assert drawn[-4:] == plain[-4:]


@pytest.mark.parametrize("columns", ["40", "60"])
def test_in_a_narrow_terminal_each_figure_keeps_its_name(script, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    drawn = "\n".join(
        checklist(check(load_chapter(script(CHAPTER.replace("dois", "mascaramento-da-loss")))), terminal=True)
    )
    assert "mascaramento-da-loss" in drawn


def test_an_export_refuses_the_figures_that_check_calls_wrong(run, script, out, files):
    given = ["--format", "svg", "--from", script(BROKEN), "--out", out]
    outcome = run("export", *given)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"erro: 02-dois: {NEEDS_ROOM}\nerro: 02-dois: {LEAVES_THE_SHEET}\n"
    assert files() == {}


def test_a_forced_export_writes_them_and_tells_the_errors_as_warnings(run, script, out, files, notice):
    given = ["--preset", "medium", "--force", "--from", script(BROKEN), "--out", out]
    told = f"aviso: 02-dois: {NEEDS_ROOM}\naviso: 02-dois: {LEAVES_THE_SHEET}\n"
    pictures = ["png", "pdf"] if has_libcairo() else ["png"]
    for formats, said in ((["svg"], told), (pictures, told + notice)):
        outcome = run("export", *given, *(word for name in formats for word in ("--format", name)))
        assert outcome.code == 0
        assert outcome.err.endswith(said)
        assert "erro" not in outcome.err
    places = {"svg": "svg", "png": "medium", "pdf": "pdf"}
    assert set(files()) == {
        f"{places[ending]}/{name}.{ending}" for ending in ["svg", *pictures] for name in ("01-um", "02-dois")
    }


def test_force_does_not_write_what_cannot_be_laid_out(run, script, out):
    text = CHAPTER.replace('(2, "dois")', '(2, "dois", token="🙂")')
    outcome = run("export", "--force", "--format", "svg", "--from", script(text), "--out", out)
    assert outcome.code == 2
    assert not out.exists()


@pytest.mark.parametrize(
    ("args", "libraries"),
    [
        (["export", "1", "--format", "svg"], set()),
        (["check", "1"], {"rich"}),
        (["check", "--help"], set()),
        (["--help"], set()),
    ],
)
def test_tables_are_imported_only_to_check(imported, out, args, libraries):
    given = [*args, "--out", str(out)] if args[0] == "export" else args
    assert imported(*given) & {"coloraide", "rich"} == libraries
