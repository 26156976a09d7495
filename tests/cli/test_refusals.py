import pytest

from infograficos.errors import InputError
from infograficos.export import ExportOptions, export
from infograficos.script import load_chapter
from infograficos.theme import load_theme

NAMES = "“01-um”, “02-dois”"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["exprot"], "o comando “exprot” não existe; você quis dizer “export”?"),
        (
            ["42"],
            "o comando “42” não existe; os nomes válidos são: “export”, “check”, “inspect”, “list”, "
            "“readme”, “embed”, “cover”, “new”, “gallery”, “preview”, “doctor”, “theme”",
        ),
        (["--versao"], "a opção “--versao” não existe; você quis dizer “--version” ou “--messages”?"),
        (["--version=3"], "a opção “--version” não recebe valor"),
        (
            ["export", "--presset", "x"],
            "a opção “--presset” não existe; você quis dizer “--preset” ou “--steps” ou “--force”?",
        ),
        (["export", "--force=yes"], "a opção “--force” não recebe valor"),
        (["check", "--json=x"], "a opção “--json” não recebe valor"),
        (["check", "--preset"], "a opção “--preset” pede um valor"),
        (
            ["check", "--out", "x"],
            "a opção “--out” não existe; você quis dizer “--json” ou “--from” ou “--theme”?",
        ),
        (["export", "--help=x"], "a opção “--help” não recebe valor"),
        (["export", "--preset"], "a opção “--preset” pede um valor"),
        (["export", "--preset", "--format", "svg"], "a opção “--preset” pede um valor"),
        (["export", "--width", "--out=x"], "a opção “--width” pede um valor"),
        (["export", "--out", ""], "a opção “--out” pede um valor, e veio um texto vazio"),
        (["export", "--from", " "], "a opção “--from” pede um valor, e veio um texto vazio"),
        (["list", "--from"], "a opção “--from” pede um valor"),
        (["list", "um", "dois"], "“infograficos list” não recebe “um dois”; ícones são com “--icons”"),
        (["list", "--form", "x"], "a opção “--form” não existe; você quis dizer “--from”?"),
        (["list", "--", "--from"], "“infograficos list” não recebe “--from”; ícones são com “--icons”"),
        (["list", "--version=3"], "a opção “--version” não existe; você quis dizer “--icons” ou “--from”?"),
        (["list", "-from", "x"], "a opção “-f” não existe; você quis dizer “--from”?"),
    ],
)
def test_a_wrong_command_line_is_reported_in_one_line(run, args, message):
    outcome = run(*args)
    assert (outcome.code, outcome.out, outcome.err) == (2, "", f"erro: {message}\n")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["9"], f"a figura “9” não existe; os nomes válidos são: {NAMES}"),
        (["doix"], "a figura “doix” não existe; você quis dizer “02-dois”?"),
        (["--preset", "mediun"], "o preset “mediun” não existe; você quis dizer “medium” ou “medium-wide”?"),
        (
            ["--preset", "zzz"],
            "o preset “zzz” não existe; os nomes válidos são: “medium”, “devto”, “phone”, “medium-wide”",
        ),
        (
            ["--preset="],
            "o preset “” não existe; os nomes válidos são: “medium”, “devto”, “phone”, “medium-wide”",
        ),
        (["--format", "gif"], "o formato “gif” não existe; os nomes válidos são: “svg”, “png”, “pdf”"),
        (["--format", "SVG"], "o formato “SVG” não existe; você quis dizer “svg”?"),
        (["--variant", "drak"], "a variante “drak” não existe; você quis dizer “dark”?"),
        (["--text", "lives"], "o modo de texto “lives” não existe; você quis dizer “live”?"),
        (
            ["--text", "traced"],
            "o modo de texto “traced” não existe; os nomes válidos são: “outlined”, “live”",
        ),
        (["--theme", "nada.toml"], "o arquivo de tema “nada.toml” não existe"),
    ],
)
def test_a_wrong_name_offers_the_right_ones(run, script, out, args, message):
    outcome = run("export", *args, "--from", script(), "--out", out)
    assert (outcome.code, outcome.out, outcome.err) == (2, "", f"erro: {message}\n")
    assert not out.exists()


@pytest.mark.parametrize(
    "width", ["abc", "", "nan", "inf", "-360", "1e3", "1_000", "٣٦٠", "9" * 400, "3,6,0"]
)
def test_a_width_is_a_number(run, script, out, width):
    outcome = run("export", f"--width={width}", "--from", script(), "--out", out)
    message = f"a largura “{width}” não serve; esperado um número em unidades, como 360"
    assert (outcome.code, outcome.out, outcome.err) == (2, "", f"erro: {message}\n")


RANGE = "esperado um número de 280 a 790, em unidades: mais larga, o texto miúdo não se lê no celular"


@pytest.mark.parametrize("width", ["279", "279.9", "790.5", "1600"])
def test_a_width_is_wide_enough_for_a_word_and_not_too_wide_for_a_phone(run, script, out, width):
    outcome = run("export", f"--width={width}", "--from", script(), "--out", out)
    message = f"a largura “{width}” não serve; {RANGE}"
    assert (outcome.code, outcome.out, outcome.err) == (2, "", f"erro: {message}\n")


@pytest.mark.parametrize("width", ["280", "790"])
def test_the_outermost_widths_are_accepted(width):
    assert ExportOptions(widths=(float(width),)).widths == (float(width),)


def test_the_widest_sheet_passes_where_its_preset_has_room(run, script, out):
    assert run("export", "--width", "790", "--preset", "devto", "--from", script(), "--out", out).code == 0
    assert run("export", "--width", "790", "--preset", "medium", "--from", script(), "--out", out).code == 2


@pytest.mark.parametrize("width", [float("nan"), float("inf"), 279.0, 791.0, -1.0])
def test_the_options_refuse_a_wrong_width_too(width):
    with pytest.raises(InputError, match=RANGE):
        ExportOptions(widths=(width,))


def test_a_theme_of_larger_type_has_wider_sheets():
    theme = load_theme()
    large = {name: style.model_copy(update={"size": 2 * style.size}) for name, style in theme.type.items()}
    ExportOptions(theme=theme.model_copy(update={"type": large}), widths=(1581.0,))


def test_every_mistake_of_a_theme_has_its_line(run, script, out, tmp_path):
    theme = tmp_path / "tema.toml"
    theme.write_text('[colors.light]\npaper = "branco"\n[sheet]\nlargura = 3\n')
    outcome = run("export", "--theme", theme, "--from", script(), "--out", out)
    lines = outcome.err.splitlines()
    assert outcome.code == 2
    assert [line.split(":")[0] for line in lines] == ["erro", "erro"]
    assert lines[0].startswith("erro: tema.toml, linha 2: ")
    assert lines[1].startswith("erro: tema.toml, linha 4: ")


def test_a_file_in_the_way_of_the_folder_is_reported_before_any_work(run, script, out, monkeypatch):
    out.write_text("meu")
    monkeypatch.setattr("infograficos.figure.Figure.draw", None)
    outcome = run("export", "--from", script(), "--out", out)
    assert (outcome.code, outcome.err) == (2, f"erro: “{out}” é um arquivo; esperada uma pasta\n")
    assert out.read_text() == "meu"


def test_a_folder_in_the_way_of_a_file_is_reported(run, script, out):
    (out / "svg" / "01-um.svg").mkdir(parents=True)
    outcome = run("export", "1", "--format", "svg", "--from", script(), "--out", out)
    blocked = out / "svg" / "01-um.svg"
    assert (outcome.code, outcome.err) == (
        2,
        f"erro: “{blocked}” é uma pasta; esperado o nome de um arquivo\n",
    )


def test_a_folder_without_rights_is_the_machines_fault(run, script, out, monkeypatch):
    out.mkdir()
    monkeypatch.setattr("os.access", lambda path, _rights: path != out)
    outcome = run("export", "--from", script(), "--out", out)
    assert (outcome.code, outcome.err) == (3, f"erro: não foi possível gravar em “{out}”: sem permissão\n")


def test_a_name_too_long_for_the_system_is_reported(run, script, out):
    out.mkdir()
    deep = out / ("x" * 300)
    outcome = run("export", "1", "--format", "svg", "--from", script(), "--out", deep)
    file = deep / "svg" / "01-um.svg"
    assert (outcome.code, outcome.err) == (
        3,
        f"erro: não foi possível gravar “{file}”: o nome é longo demais\n",
    )


def test_two_figures_of_one_name_are_refused(script, out):
    figure = load_chapter(script()).figures[0]
    with pytest.raises(InputError) as refusal:
        export([figure, figure], ExportOptions(folder=out, formats=("svg",)))
    assert str(refusal.value) == f"duas figuras seriam gravadas no mesmo arquivo, “{out}/svg/01-um.svg”"


def test_a_defect_of_ours_is_reported_without_a_traceback(run, monkeypatch):
    def broken(chapter, width):
        raise KeyError("ai")

    monkeypatch.setattr("infograficos.cli.list.figure_list", broken)
    outcome = run("list")
    assert outcome.code == 1
    assert outcome.err.startswith("erro: falha interna em test_refusals.py, linha ")
    assert outcome.err.endswith("(KeyError: 'ai'); é um defeito do infograficos: por favor, relate-o\n")


def test_names_cannot_move_the_cursor(run):
    outcome = run("export", "--preset", "\x1b[2Jx")
    assert outcome.code == 2
    assert outcome.err.startswith("erro: o preset “�[2Jx” não existe;")


def test_ctrl_c_ends_with_its_own_code(run, monkeypatch):
    def interrupted(chapter, width):
        raise KeyboardInterrupt

    monkeypatch.setattr("infograficos.cli.list.figure_list", interrupted)
    outcome = run("list")
    assert (outcome.code, outcome.err) == (130, "erro: interrompido\n")


@pytest.mark.parametrize("args", [("preview", "--from"), ("preview", "--theme")])
def test_a_name_that_the_system_does_not_take_is_no_defect_of_ours(run, args):
    name = f"{'a' * 300}.toml"
    outcome = run(*args, name)
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.startswith(f"erro: não foi possível usar “{name}")
    assert outcome.err.endswith("”: o nome é longo demais\n")


def test_files_that_could_never_be_there_are_missing(run):
    outcome = run("embed", "--for", "github", "--out", "a" * 300)
    assert outcome.code == 0
    assert "faltam 20 arquivos, como “aaa" in outcome.err
