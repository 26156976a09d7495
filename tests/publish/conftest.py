import pytest
from article_sample import chapter

from infograficos.publish import Publication, pick_platform


@pytest.fixture
def article(tmp_path):
    """Write an article."""

    def article(text, name="artigo.md"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return article


@pytest.fixture
def publication(tmp_path):
    """Return the tests' chapter as one platform publishes it, beside the article."""

    def publication(platform="github", base=None):
        return Publication(pick_platform(platform), tmp_path / "dist", tmp_path, base)

    return publication


@pytest.fixture
def two():
    return chapter()
