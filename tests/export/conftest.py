"""A small chapter, a folder to export it to, and a store of its own."""

import pytest
from small_chapter import figure

from infograficos import Chapter
from infograficos.export import ExportOptions, Store, export


@pytest.fixture
def chapter():
    return Chapter(1, "Provas", [figure(1, "um"), figure(2, "dois")])


@pytest.fixture
def out(tmp_path):
    return tmp_path / "saida"


@pytest.fixture
def kept(tmp_path):
    return Store(tmp_path / "guardadas")


@pytest.fixture
def again(out, kept):
    """Export figures in one process, and return which files were written."""

    def again(figures, **options):
        exported = export(figures, ExportOptions(folder=out, **options), 1, kept)
        return {file.path.relative_to(out).as_posix() for file in exported.files if file.new}

    return again
