import pytest

from infograficos.audit import Finding
from infograficos.builders.loss_mask import IGNORED, LossMask
from infograficos.figure import Figure
from infograficos.preview.places import places
from infograficos.scene.geometry import Rect
from infograficos.scene.items import TextBlock


@pytest.fixture(scope="module")
def subject():
    content = LossMask(tokens=["oi", "olá"], labels=[IGNORED, 7], losses=[0.0, 1.5])
    return Figure(1, "um", "Mascaramento", "Só a resposta ensina", content).draw().subject


def finding(place, words=""):
    return Finding("regra", "error", place, words, "", "", "")


def text(subject, words):
    return next(v for v in subject.visits if isinstance(v.item, TextBlock) and v.item.text == words)


def test_words_are_found_where_they_stand(subject):
    headline = text(subject, "Só a resposta ensina")
    (rect,) = places(subject, finding(" › ".join(headline.path), "Só a resposta ensina"))
    assert rect.holds(headline.rect)
    assert rect.height < 3 * headline.rect.height


def test_words_without_a_place_are_found_all_over_the_sheet(subject):
    (rect,) = places(subject, finding("folha", "olá"))
    assert rect.center.x == pytest.approx(text(subject, "olá").rect.center.x)
    assert rect.center.y == pytest.approx(text(subject, "olá").rect.center.y, abs=2)
    assert 20 < rect.width < 60


def test_an_element_is_found_by_its_name(subject):
    visit = next(v for v in subject.visits if v.path == ("cabeçalho",))
    (rect,) = places(subject, finding("cabeçalho"))
    assert rect == visit.rect.grown(6.0)


def test_the_sheet_is_the_sheet_and_what_has_no_place_has_none(subject):
    size = subject.frame.size
    assert places(subject, finding("folha")) == [Rect(0, 0, size.width, size.height)]
    assert places(subject, finding("capítulo")) == []
    assert places(subject, finding("SVG", "nada disso")) == []
