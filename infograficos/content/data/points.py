"""Points of a plane as authors have them, an array or lists, and the pairs of names between them."""

from __future__ import annotations

from infograficos.content.data.numbers import to_builtins
from infograficos.language.portuguese import join_and


def read_points(value: object) -> object:
    """Convert an array or a list of points to lists; points without x and y raise `ValueError`."""
    rows = to_builtins(value)
    if not isinstance(rows, list) or not all(isinstance(row, list | tuple) for row in rows):
        raise ValueError("esperada uma lista de pontos, cada um com x e y, ou uma matriz de n × 2")
    widths = {len(row) for row in rows}
    if len(widths) == 1 and max(widths) > 2:
        raise ValueError(
            f"os vetores têm {max(widths)} dimensões, e um plano tem 2: reduza-os antes, "
            "com PCA, t-SNE ou UMAP, ou dê só as duas colunas que quer ver"
        )
    if widths - {2}:
        sizes = join_and([str(width) for width in sorted(widths)])
        raise ValueError(f"cada ponto tem x e y; vieram pontos com {sizes} números")
    return rows


def as_name_pairs(value: object) -> object:
    """Wrap a single pair of names in a list; return all else as it is."""
    pair = isinstance(value, list | tuple) and all(isinstance(name, str) for name in value)
    return [value] if pair and value else value
