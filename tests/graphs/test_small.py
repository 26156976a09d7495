"""Graphs of three to six nodes, made by chance: whatever they are, they are drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest
import twelve
from scorer import faults

from infograficos.graphs.chance import Chance
from infograficos.graphs.engine import place

NAMES = ("Novo", "Pronto", "Ativo", "Espera", "Pausa", "Fim")
WORDS = ("", "", "sim", "não", "erro", "volta", "timeout")


def small_graph(seed):
    """A chain with up to three more links, back, forth or to a node itself; some have words."""
    chance = Chance(seed)
    count = 3 + chance.below(4)
    pairs = [(NAMES[index], NAMES[index + 1]) for index in range(count - 1)]
    for _ in range(1 + chance.below(3)):
        pairs.append((NAMES[chance.below(count)], NAMES[chance.below(count)]))
    lines = []
    for source, target in dict.fromkeys(pairs):
        words = WORDS[chance.below(len(WORDS))]
        lines.append(f"{source} > {target}" + (f": {words}" if words else ""))
    return twelve.graph("\n".join(lines))


@pytest.mark.parametrize("sheet", [twelve.WIDE, twelve.PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("seed", range(1, 17))
def test_a_small_graph_is_drawn_without_faults(seed, sheet):
    task = replace(small_graph(seed), width=sheet[0], max_height=sheet[1])
    assert list(faults(task, place(task))) == []
