import pytest

from infograficos.errors import InputError
from infograficos.theme import load_theme


@pytest.fixture
def written(tmp_path):
    def write(content):
        path = tmp_path / "tema.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def refusal_of():
    def refusal_of(path, kind=InputError):
        with pytest.raises(kind) as refusal:
            load_theme(path)
        return str(refusal.value)

    return refusal_of
