import json
import os
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from extras import has_libcairo

from infograficos.doctor import libraries, machine
from infograficos.doctor.condition import TITLES, Condition, examine
from infograficos.errors import MachineError
from infograficos.system import user_cache

PARTS = [
    "infograficos", "python", "system", "dependencies", "theme", "presets", "templates", "fonts", "icons",
    "engine", "proof", "cache", "temporary-files", "terminal",
]  # fmt: skip

#: The program, in a process that lacks a library.
WITHOUT = "import sys; sys.modules[sys.argv.pop(1)] = None; from infograficos.__main__ import main; main()"


@pytest.fixture
def diagnosed(run):
    """Run the command; return its exit code, and by part what was said with its status in front."""

    def diagnosed(*args):
        outcome = run("doctor", "--json", *args)
        found = json.loads(outcome.out)["conditions"]
        return outcome.code, {each["part"]: (each["status"], each["said"], each["remedy"]) for each in found}

    return diagnosed


@pytest.fixture
def versions(monkeypatch):
    """Make some libraries have other versions, or none."""

    def versions(**others):
        true = libraries.metadata.version

        def version(name):
            if others.get(name, "") is None:
                raise PackageNotFoundError(name)
            return others.get(name) or true(name)

        monkeypatch.setattr(libraries.metadata, "version", version)

    return versions


def test_where_all_is_well_each_part_has_its_line(run):
    outcome = run("doctor")
    assert (outcome.code, outcome.err) == (0, "")
    parts, _, rest = outcome.out.partition("\n\n")
    rows = [line for line in parts.splitlines() if not line.startswith(" ")]
    assert [row[7:21].strip() for row in rows] == [TITLES[part] for part in PARTS]
    assert {row[:7] for row in rows} <= {"certo  ", "aviso  "}
    asked, end = rest.split("\n\n")
    assert asked.startswith("dependência     instalada  pedida\nsvgwrite        ")
    assert len({line.rindex("  ") for line in asked.splitlines()}) == 1
    assert (end == "tudo certo\n") is ("aviso" not in parts)


def test_where_cairo_draws_its_version_is_said(diagnosed, needs_libcairo):
    status, said, _ = diagnosed()[1]["engine"]
    assert status == "ok"
    assert re.fullmatch(r"CairoSVG 2\.[\d.]+, com a libcairo 1\.[\d.]+( de .*cairo.*)?", said)


@pytest.mark.skipif(not has_libcairo(), reason="the second choice is the only one here")
def test_without_libcairo_the_second_choice_is_well(diagnosed, without_libcairo, monkeypatch):
    def imported(name):
        if name.startswith("cairo"):
            raise OSError('no library called "cairo-2" was found')

    monkeypatch.setattr("infograficos.doctor.libraries.import_module", imported)
    code, found = diagnosed()
    assert (code, found["dependencies"][0], found["engine"][0], found["proof"][0]) == (0, "ok", "note", "ok")
    said, remedy = found["engine"][1:]
    assert said.startswith("resvg, do resvg-py ")
    assert said.endswith(", porque a libcairo não foi encontrada; sem ela não há PDF")
    assert remedy == "instale-a com “apt install libcairo2” (Debian e Ubuntu) ou “brew install cairo” (macOS)"


def test_a_theme_of_ones_own_is_the_one_in_force(diagnosed, tmp_path):
    theme = tmp_path / "tema.toml"
    theme.write_text("[presets.medium]\nwidth = 1234\n", encoding="utf-8")
    code, found = diagnosed("--theme", theme)
    assert (code, found["theme"][1]) == (0, f"{theme}, sobre o da série")
    assert found["presets"][1] == (
        "medium 1234 px, devto 1600 px; só pelo nome: phone 1080 px, medium-wide 2384 px"
    )


def test_the_mistakes_of_a_theme_are_reported_and_the_rest_is_examined(run, tmp_path):
    theme = tmp_path / "tema.toml"
    theme.write_text("[colors.light]\npapr = 1\nink = 3\n", encoding="utf-8")
    outcome = run("doctor", "--theme", theme)
    assert (outcome.code, outcome.err) == (1, "")
    first = (
        "erro   tema          tema.toml, linha 2: colors.light.papr não existe; você quis dizer “paper”?\n"
    )
    second = f"{' ' * 21}tema.toml, linha 3: colors.light.ink: esperada uma cor no formato #rrggbb, veio 3\n"
    assert first + second in outcome.out
    assert outcome.out.count("certo  ") >= 9
    assert outcome.out.splitlines()[-1].startswith("1 erro, ")


def test_what_is_broken_by_itself_is_not_reported_a_second_time(diagnosed, monkeypatch):
    def missing():
        raise MachineError("faltam os ícones")

    monkeypatch.setattr("infograficos.doctor.package.icons", missing)
    code, found = diagnosed()
    assert (code, found["icons"]) == (1, ("broken", "faltam os ícones", ""))
    assert list(found) == [part for part in PARTS if part != "proof"]


def test_libraries_that_are_missing_or_too_old_are_reported_with_what_installs_them(diagnosed, versions):
    versions(pypdf="4.3.1", brotli=None)
    code, found = diagnosed()
    assert (code, found["dependencies"][0]) == (1, "broken")
    assert found["dependencies"][1].splitlines() == [
        "“pypdf” está na versão 4.3.1; é pedida >=5,<8",
        "“brotli” não está instalada",
    ]
    assert found["dependencies"][2] == (
        f'{sys.executable} -m pip install --upgrade "pypdf>=5,<8" "brotli>=1.1"'
    )


def test_a_library_that_is_there_and_does_not_load_is_reported(monkeypatch):
    monkeypatch.setitem(sys.modules, "rich", None)
    (broken,) = (each for each in libraries.libraries() if each.fault)
    assert broken.name == "rich"
    assert broken.fault.startswith("está instalada, mas não carrega (ModuleNotFoundError: ")


@pytest.mark.parametrize(
    ("version", "wanted", "met"),
    [
        ("1.4.3", ">=1.4.3,<2", True),
        ("1.4.2", ">=1.4.3,<2", False),
        ("1.10", ">=1.9", True),
        ("2.0.0", ">=1.4.3,<2", False),
        ("3", ">=3.0.0", True),
        ("3.14.0rc2+local", ">=3.11", True),
        ("5.0", "!=5,>=4", False),
        ("5.0", "", True),
        ("5.0", "~=4.1", True),  # no bound of ours: not judged rather than refused
    ],
)
def test_a_version_is_held_against_its_bounds_as_numbers(version, wanted, met):
    assert libraries.satisfies(version, wanted) is met


def test_an_older_python_is_reported(monkeypatch):
    monkeypatch.setattr(machine.platform, "python_version", lambda: "3.10.13")
    found = machine.python()
    assert found.status == "broken"
    assert found.finding.endswith("; é pedido >=3.11")


@pytest.mark.parametrize("library", ["typer", "pydantic"])
def test_even_without_what_the_command_line_is_made_of_it_works(library):
    def program(*args):
        return subprocess.run([sys.executable, "-c", WITHOUT, library, *args], capture_output=True, text=True)

    done = program("doctor")
    assert (done.returncode, done.stderr) == (1, "")
    assert f"erro   dependências  “{library}” está instalada, mas não carrega" in done.stdout
    assert "certo  ícones        " in done.stdout
    done = program("export")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        f"erro: a biblioteca “{library}” falta ou não carrega; "
        "“python -m infograficos doctor” diz como instalar o que falta\n"
    )


@pytest.mark.parametrize(
    ("error", "said", "remedy"),
    [
        (MachineError("falta o disco; compre um"), "falta o disco; compre um", ""),
        (ModuleNotFoundError("x", name="brotli"), "não foi possível conferir sem “brotli”", ""),
        (ValueError("a\nb"), "não foi possível conferir (ValueError: a b)", "reze"),
        (RecursionError(), "não foi possível conferir (RecursionError)", "reze"),
    ],
)
def test_whatever_goes_wrong_in_an_examination_is_its_answer(error, said, remedy):
    def fail():
        raise error

    assert examine("peça", fail, "reze") == Condition("peça", said, "broken", remedy)


def test_a_cache_is_measured(tmp_path, monkeypatch):
    monkeypatch.setenv("INFOGRAFICOS_CACHE", str(tmp_path))
    (tmp_path / "a").write_bytes(b"x" * 1_250_000)
    assert machine.cache() == Condition("cache", f"{tmp_path}: 1 arquivo, 1,3 MB")
    assert os.listdir(tmp_path) == ["a"]  # noqa: PTH208 — names, not paths


def test_a_cache_that_takes_nothing_keeps_nothing_from_working(tmp_path, monkeypatch):
    (tmp_path / "a").touch()
    monkeypatch.setenv("INFOGRAFICOS_CACHE", str(tmp_path / "a" / "b"))
    found = machine.cache()
    assert (found.status, found.finding) == (
        "note",
        f"{tmp_path / 'a' / 'b'}: 0 arquivos, 0 bytes; "
        "não aceita gravação (há um arquivo no lugar de uma pasta)",
    )
    assert "“INFOGRAFICOS_CACHE”" in found.remedy
    monkeypatch.setenv("INFOGRAFICOS_CACHE", "a" * 5000)
    assert machine.cache().status == "note"
    monkeypatch.setenv("INFOGRAFICOS_CACHE", "")
    assert machine.cache() == Condition("cache", "desligado: “INFOGRAFICOS_CACHE” está vazia")


def test_a_user_without_a_home_learns_why_nothing_is_kept(monkeypatch):
    monkeypatch.delenv("INFOGRAFICOS_CACHE")
    monkeypatch.setattr(user_cache, "user_cache_path", Path)
    assert machine.cache() == Condition(
        "cache",
        "desligado: este usuário não tem pasta pessoal",
        "note",
        "diga uma pasta em “INFOGRAFICOS_CACHE”; sem ela, tudo é desenhado de novo a cada vez",
    )


def test_a_machine_without_room_for_temporary_files_is_reported(monkeypatch, tmp_path):
    monkeypatch.setattr(machine, "MIN_FREE", 1e30)
    monkeypatch.setattr(machine.tempfile, "gettempdir", lambda: str(tmp_path))
    assert machine.temporary().status == "note"

    def none():
        raise FileNotFoundError("no usable temporary directory")

    monkeypatch.setattr(machine.tempfile, "gettempdir", none)
    assert machine.temporary().status == "broken"


def test_a_terminal_without_our_letters_is_reported_in_plain_ones(start):
    done = start("doctor", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.isascii()
    assert "aviso  terminal      saida em ascii, sem acentos; LC_ALL=C, arquivos em " in done.stdout
    assert re.search(r"^0 erros, \d avisos?: as figuras saem assim mesmo$", done.stdout, re.MULTILINE)


def test_another_language_has_lines_as_wide_as_its_own_words(run):
    lines = run("doctor", "--messages", "en").out.splitlines()
    assert {"ok       theme            the series' own, theme.toml"} <= set(lines)
    assert [line for line in lines if re.match(r"dependency +installed +required$", line)]
    assert any(re.match(r"ok       temporary files  .+ free$", line) for line in lines)


def test_the_names_of_json_do_not_depend_on_the_language(run):
    found = json.loads(run("doctor", "--json", "--messages", "es").out)["conditions"]
    assert [each["part"] for each in found] == PARTS
    assert {"part": "theme", "said": "el de la serie, theme.toml", "status": "ok", "remedy": ""} in found


@pytest.mark.skipif(os.name != "posix", reason="closes a stream as a shell of Unix does")
def test_nobody_who_listens_is_no_mistake():
    command = f'"{sys.executable}" -m infograficos doctor >&- 2>&-'
    assert subprocess.run(["sh", "-c", command]).returncode == 0
    assert machine.terminal(None, {}).finding.startswith("saída fechada, sem LANG")
