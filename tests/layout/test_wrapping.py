"""Columns are broken into lines between groups, and into as few lines as can be."""

from __future__ import annotations

import pytest

from infograficos.elements.wrap import break_columns


@pytest.mark.parametrize(
    ("groups", "lines"),
    [
        ([[10], [10], [10]], [[0, 1, 2]]),
        ([[20], [20], [20]], [[0, 1], [2]]),
        # The group goes on together, though its first column would fit above.
        ([[10], [20, 20]], [[0], [1, 2]]),
        # No line holds this group: it starts where it stands.
        ([[10], [20, 20, 20]], [[0, 1], [2, 3]]),
        ([[90], [10]], [[0], [1]]),
    ],
)
def test_lines_are_filled(groups, lines):
    assert break_columns(groups, 45, 2) == lines


def test_lines_of_very_different_length_are_evened_out():
    assert break_columns([[10]] * 6, 58, 0) == [[0, 1, 2], [3, 4, 5]]
