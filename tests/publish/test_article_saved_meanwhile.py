"""An article that somebody else saves while its figures are renewed: no word of theirs is lost."""

from threading import Barrier, Thread

import pytest

from infograficos.errors import MachineError
from infograficos.publish import Publication, update_article
from infograficos.system.files import write_file

OPEN, CLOSE = "<!-- infograficos: {} -->", "<!-- /infograficos -->"
BOTH = "".join(f"{OPEN.format(number)}\n{CLOSE}\n\n" for number in ("01", "02"))


@pytest.fixture
def save_while_drawing(monkeypatch):
    """Let the author save, this often, while a snippet is made."""

    def save_while_drawing(path, times):
        lines = Publication.article_lines
        left = iter(range(times))

        def made(self, figure, **options):
            for number in left:
                path.write_text(f"{path.read_text()}linha {number}\n")
                break
            return lines(self, figure, **options)

        monkeypatch.setattr(Publication, "article_lines", made)

    return save_while_drawing


def test_what_the_author_saves_while_figures_are_drawn_is_kept(article, publication, two, save_while_drawing):
    path = article(BOTH)
    save_while_drawing(path, 3)
    assert len(update_article(path, publication(), two).changed) == 2
    text = path.read_text()
    assert text.endswith(f"{CLOSE}\n\nlinha 0\nlinha 1\nlinha 2\n")
    assert text.count("<picture>") == 2


def test_an_article_that_is_saved_all_the_time_is_left_to_its_author(
    article, publication, two, save_while_drawing
):
    path = article(BOTH)
    save_while_drawing(path, 1000)
    with pytest.raises(MachineError) as raised:
        update_article(path, publication(), two)
    assert str(raised.value) == (
        f"“{path}” foi salvo por outro programa a cada tentativa de gravar, e ficou assim; tente de novo"
    )
    assert "<picture>" not in path.read_text()
    assert [each.name for each in path.parent.iterdir()] == ["artigo.md"]


def test_two_that_renew_an_article_at_once_do_so_in_turn(article, publication, two, monkeypatch):
    path, start = article(BOTH), Barrier(2)
    monkeypatch.setattr("infograficos.publish.article._MOST_ATTEMPTS", 1)

    def renew(figure):
        start.wait()
        update_article(path, publication(), two, [figure])

    threads = [Thread(target=renew, args=(figure,)) for figure in two.figures]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_text().count("<picture>") == 2


def test_a_file_that_is_not_as_expected_is_not_written(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"novo")
    assert not write_file(path, b"depois", expected=b"antes")
    assert path.read_bytes() == b"novo"
    assert write_file(path, b"depois", expected=b"novo")
    assert path.read_bytes() == b"depois"
    assert list(tmp_path.iterdir()) == [path]
