"""A small chapter, a folder to export it to, and a cache of its own."""

import pytest
from small_chapter import figure

from infograficos import Chapter
from infograficos.export import Cache, ExportOptions, export


@pytest.fixture
def chapter():
    return Chapter(1, "Provas", [figure(1, "um"), figure(2, "dois")])


@pytest.fixture
def out(tmp_path):
    return tmp_path / "saida"


@pytest.fixture
def kept(tmp_path):
    return Cache(tmp_path / "guardadas")


@pytest.fixture
def again_with(out, kept):
    """Export figures in one process, and return what was exported."""
    return lambda figures, **options: export(figures, ExportOptions(folder=out, **options), 1, kept)


@pytest.fixture
def again(out, again_with):
    """Export figures in one process, and return which files were written."""

    def again(figures, **options):
        exported = again_with(figures, **options)
        return {file.path.relative_to(out).as_posix() for file in exported.files if file.new}

    return again
