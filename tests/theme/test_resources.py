import pytest

from infograficos.errors import MachineError
from infograficos.system import resources
from infograficos.system.resources import resource_path


def test_the_theme_of_this_installation_is_found():
    assert resource_path("theme.toml").read_text(encoding="utf-8").startswith("# O sistema visual da série.")


def test_a_wheel_holds_its_resources_inside_the_package(tmp_path, monkeypatch):
    package = tmp_path / "site-packages" / "infograficos"
    (package / "templates").mkdir(parents=True)
    (package / "theme.toml").touch()
    (package / "templates" / "page.j2").touch()
    (package.parent / "theme.toml").touch()
    monkeypatch.setattr(resources, "PACKAGE", package)
    assert resource_path("theme.toml") == package / "theme.toml"
    assert resource_path("templates/page.j2") == package / "templates" / "page.j2"


def test_a_checkout_holds_them_beside_the_package(tmp_path, monkeypatch):
    (tmp_path / "infograficos").mkdir()
    (tmp_path / "theme.toml").touch()
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "infograficos")
    assert resource_path("theme.toml") == tmp_path / "theme.toml"


@pytest.mark.parametrize("name", ["theme.toml", "templates/page.j2"])
def test_a_broken_installation_says_what_is_missing_and_how_to_mend_it(name, tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "infograficos")
    with pytest.raises(MachineError) as refusal:
        resource_path(name)
    assert str(refusal.value) == (
        f"falta “{name}” na instalação do infograficos; "
        "reinstale com “pip install --force-reinstall infograficos”"
    )
    assert refusal.value.exit_code == 3
