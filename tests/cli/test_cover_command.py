"""The command `cover`, and `export --steps`."""

import pytest

PRESETS = "“devto-cover”, “medium-cover”, “og”, “github-social”"


def test_a_cover_is_written_and_said(run, script, out, files):
    outcome = run("cover", "--preset", "og", "--from", script(), "--out", out)
    assert (outcome.code, outcome.err) == (0, "")
    assert sorted(files()) == ["og/01-capa.png", "og/01-capa.svg"]
    assert f"{out}/og/01-capa.png  1200 × 630 px, " in outcome.out


def test_a_cover_wears_the_theme(run, script, out, files, tmp_path):
    theme = tmp_path / "tema.toml"
    theme.write_text('[colors.light]\npaper = "#fffefa"\n', encoding="utf-8")
    outcome = run("cover", "--preset", "og", "--theme", theme, "--from", script(), "--out", out)
    assert outcome.code == 0
    assert b'"#fffefa"' in files()["og/01-capa.svg"]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--preset", "ogg"], "a capa “ogg” não existe; você quis dizer “og”?"),
        (["--preset", "zzz"], f"a capa “zzz” não existe; os nomes válidos são: {PRESETS}"),
        (["--object", "tunned"], "o objeto “tunned” não existe; você quis dizer “tuned”?"),
        (["--object", ""], "a opção “--object” pede um valor, e veio um texto vazio"),
        (["--variant", "auto"], "a variante “auto” não existe; os nomes válidos são: “light”, “dark”"),
        (["--out", ""], "a opção “--out” pede um valor, e veio um texto vazio"),
    ],
)
def test_what_is_wrong_is_reported(run, script, out, args, message):
    outcome = run("cover", "--from", script(), *(["--out", out] if "--out" not in args else []), *args)
    assert (outcome.code, outcome.out, outcome.err) == (2, "", f"erro: {message}\n")
    assert not out.exists()


def test_a_title_too_long_writes_no_cover(run, script, out):
    more = '\nchapter = Chapter(1, "palavra " * 38, chapter.figures)\n'
    outcome = run("cover", "--from", script(more=more), "--out", out)
    assert outcome.code == 2
    assert outcome.err.startswith("erro: capa “devto-cover”: o título “palavra palavra")
    assert not out.exists()


def test_steps_are_written_one_by_one_and_animated(run, script, out, files):
    outcome = run("export", "1", "--steps", "--preset", "medium", "--from", script(), "--out", out)
    assert outcome.code == 0
    steps = [f"01-um-passo-{step}" for step in range(1, 5)]
    pictures, drawings = ([f"{folder}/{name}" for name in steps] for folder in ("medium", "svg"))
    assert sorted(files()) == [
        *(f"{name}.png" for name in pictures),
        "medium/01-um-passos.gif",
        *(f"{name}.svg" for name in drawings),
    ]


def test_a_pdf_of_steps_is_refused(run, script, out):
    outcome = run("export", "--steps", "--format", "pdf", "--from", script(), "--out", out)
    message = "os passos só existem em SVG e PNG; tire o “pdf” dos formatos, ou peça sem passos"
    assert (outcome.code, outcome.err) == (2, f"erro: {message}\n")


def test_a_folder_keeps_its_layout_until_another_is_asked_for(run, script, out, files):
    path = script()
    assert run("export", "--layout", "flat", "--format", "svg", "--from", path, "--out", out).code == 0
    run("cover", "--preset", "og", "--from", path, "--out", out)
    assert sorted(files()) == [
        "01-um.svg",
        "02-dois.svg",
        "capa-01-og.png",
        "capa-01-og.svg",
    ]
    run("export", "--format", "svg", "--preset", "medium", "--from", path, "--out", out)
    assert run("export", "--check", "--format", "svg", "--from", path, "--out", out).out == "em dia\n"
    run("cover", "--layout", "folders", "--preset", "og", "--from", path, "--out", out)
    assert sorted(files()) == [
        "01-um.svg",
        "02-dois.svg",
        "og/01-capa.png",
        "og/01-capa.svg",
    ]
    changed = script(more="\nfrom dataclasses import replace\nchapter = replace(chapter, title='Outro')\n")
    stale = run("export", "--check", "--format", "svg", "--from", changed, "--out", out)
    assert (stale.code, stale.out.splitlines()) == (
        1,
        [f"desatualizado: {out}/og/01-capa.{end}" for end in ("png", "svg")],
    )
    assert run("export", "1", "--check", "--format", "svg", "--from", changed, "--out", out).code == 0


def test_a_layout_that_does_not_exist_is_refused(run, script, out):
    for command in ("export", "cover"):
        outcome = run(command, "--layout", "flatt", "--from", script(), "--out", out)
        assert outcome.err == "erro: o layout “flatt” não existe; você quis dizer “flat”?\n"
    assert not out.exists()
