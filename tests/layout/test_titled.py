"""Names: what is said of items, and how icons and names are checked."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from infograficos.content.checks import name_with_detail, validate_icon, validate_unique_names


@dataclass(frozen=True)
class Thing:
    name: str
    detail: str = ""


def test_markup_is_not_said():
    assert name_with_detail(Thing("**a**", "`b`")) == "a (b)"
    assert name_with_detail(Thing("a")) == "a"


def test_an_icon_has_one_right_name():
    assert (validate_icon("banco de dados"), validate_icon("")) == ("database", "")
    with pytest.raises(ValueError, match=r"o ícone “cerebo” não existe; você quis dizer “cerebro”\?"):
        validate_icon("cerebo")


def test_names_are_the_same_whatever_their_markup_and_capitals():
    validate_unique_names(["a", "b"])
    with pytest.raises(ValueError, match=r"^esperados nomes diferentes; “A” aparece duas vezes$"):
        validate_unique_names(["a", "b", " **A** "])
