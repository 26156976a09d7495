from infograficos.theme import load_theme
from infograficos.theme.palettes import PALETTES


def test_the_list_and_the_help_name_the_themes(run):
    lines = run("list", "--themes").out.splitlines()
    assert [line.split()[0] for line in lines] == [*PALETTES]
    assert lines[2] == "quadro  quadro-negro e giz: escuro em qualquer página"
    said = " ".join(run("check", "--help").out.split())
    assert f"claro (padrão), {', '.join([*PALETTES][1:])}" in said


def test_other_languages_name_the_themes_in_their_own_words(run):
    names = [
        [line.split()[0] for line in run("list", "--themes", "--messages", code).out.splitlines()]
        for code in ("en", "es")
    ]
    assert names == [["light", "paper", "board", "night"], ["claro", "papel", "pizarra", "noche"]]
    said = " ".join(run("check", "--help", "--messages", "en").out.split())
    assert f"light (default), {', '.join(names[0][1:])}" in said


def test_a_list_is_of_one_thing(run):
    outcome = run("list", "--themes", "--icons")
    assert (outcome.code, outcome.err) == (
        2,
        "erro: “--icons” e “--themes” não se usam juntas; escolha uma\n",
    )


def test_a_theme_grows_from_a_color(run, tmp_path):
    out = tmp_path / "blog.toml"
    outcome = run("theme", "new", "--seed", "#0a7d5a", "--out", out)
    assert (outcome.code, outcome.out) == (0, f"{out}\n")
    assert outcome.err.startswith("nota: “model” é a sua cor: o cheio é #0a7d5a")
    assert load_theme(out).colors.light.roles["model"].solid == "#0a7d5a"
    assert out.read_text(encoding="utf-8").startswith("# Um tema a partir de #0a7d5a; só diz o que muda")


def test_a_new_theme_has_a_name_in_the_language_of_messages(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = [run("theme", "new", "--seed", "888", "--messages", code).out for code in ("pt-BR", "en")]
    assert names == ["tema.toml\n", "theme.toml\n"]
    assert (tmp_path / "theme.toml").read_text(encoding="utf-8").startswith("# A theme ")


def test_a_theme_that_is_there_is_replaced_only_by_force(run, tmp_path):
    out = tmp_path / "blog.toml"
    out.write_text("# meu", encoding="utf-8")
    given = ("theme", "new", "--seed", "888", "--out", out)
    refusal = f"“{out}” já existe; escolha outro arquivo com “--out”, ou substitua-o com “--force”"
    assert run(*given).err == f"erro: {refusal}\n"
    assert out.read_text(encoding="utf-8") == "# meu"
    assert run(*given, "--force").code == 0
    assert out.read_text(encoding="utf-8") != "# meu"


def test_a_theme_needs_a_color(run):
    outcome = run("theme", "new")
    example = 'infograficos theme new --seed "#0a7d5a"'
    assert outcome.code == 2
    assert outcome.err == f"erro: falta a cor; diga-a com “--seed”, como em “{example}”\n"
