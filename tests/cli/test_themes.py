from infograficos.theme.palettes import PALETTES


def test_the_list_and_the_help_name_the_themes(run):
    lines = run("list", "--themes").out.splitlines()
    assert [line.split()[0] for line in lines] == [*PALETTES]
    assert lines[2] == "quadro  quadro-negro e giz: escuro em qualquer página"
    said = " ".join(run("check", "--help").out.split())
    assert f"claro (padrão), {', '.join([*PALETTES][1:])}" in said


def test_a_list_is_of_one_thing(run):
    outcome = run("list", "--themes", "--icons")
    assert (outcome.code, outcome.err) == (
        2,
        "erro: “--icons” e “--themes” não se usam juntas; escolha uma\n",
    )
