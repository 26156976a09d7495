import pytest

from infograficos.audit import Finding
from infograficos.builders.loss_mask import IGNORED, LossMask
from infograficos.figure import Figure
from infograficos.preview.places import places
from infograficos.scene.geometry import Rect
from infograficos.scene.items import TextBlock


@pytest.fixture(scope="module")
def figure():
    content = LossMask(tokens=["oi", "olá"], labels=[IGNORED, 7], losses=[0.0, 1.5])
    return Figure(1, "um", "Mascaramento", "Só a resposta ensina", content).draw().audited_figure


def finding(place, words=""):
    return Finding("regra", "error", place, words, "", "", "")


def text(figure, words):
    return next(v for v in figure.visits if isinstance(v.item, TextBlock) and v.item.text == words)


def test_words_are_found_where_they_stand(figure):
    headline = text(figure, "Só a resposta ensina")
    (rect,) = places(figure, finding(" › ".join(headline.path), "Só a resposta ensina"))
    assert rect.holds(headline.rect)
    assert rect.height < 3 * headline.rect.height


def test_words_without_a_place_are_found_all_over_the_sheet(figure):
    (rect,) = places(figure, finding("folha", "olá"))
    assert rect.center.x == pytest.approx(text(figure, "olá").rect.center.x)
    assert rect.center.y == pytest.approx(text(figure, "olá").rect.center.y, abs=2)
    assert 20 < rect.width < 60


def test_an_element_is_found_by_its_name(figure):
    visit = next(v for v in figure.visits if v.path == ("cabeçalho",))
    (rect,) = places(figure, finding("cabeçalho"))
    assert rect == visit.rect.grown(6.0)


def test_the_sheet_is_the_sheet_and_what_has_no_place_has_none(figure):
    size = figure.frame.size
    assert places(figure, finding("folha")) == [Rect(0, 0, size.width, size.height)]
    assert places(figure, finding("capítulo")) == []
    assert places(figure, finding("SVG", "nada disso")) == []
