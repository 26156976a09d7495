"""An author's own kind that says nothing of phones: its rows that do not fit become columns."""

from __future__ import annotations

import pytest

from infograficos import Figure, check
from infograficos.content import Words, content
from infograficos.elements import NoWrap, Row, Text, panel
from infograficos.scene.items import TextBlock, walk


@content
class Steps:
    """Two steps beside each other."""

    first: Words
    second: Words

    def body(self):
        """Return the steps in a row."""
        words = (self.first, self.second)
        return Row(tuple(panel(NoWrap(Text(each, "strong")), "model") for each in words), "medium")

    def describe(self):
        """Return the steps."""
        return f"{self.first}, e depois {self.second}, na ordem em que acontecem no protocolo."


LONG = Steps("handshake de três vias", "troca de chaves")
SHORT = Steps("SYN", "ACK")


def places(steps: Steps, width: float):
    frame = Figure(1, "a", "TCP", "Dois passos abrem a conexão", steps).draw(width=width).frame
    visits = [visit for visit in walk(frame) if isinstance(visit.item, TextBlock)]
    return [visit.at for visit in visits if visit.item.text in (steps.first, steps.second)]


@pytest.mark.parametrize(
    ("steps", "width", "is_row"), [(LONG, 700, True), (LONG, 360, False), (SHORT, 360, True)]
)
def test_a_row_is_a_column_only_where_it_does_not_fit(steps, width, is_row):
    first, second = places(steps, width)
    assert (first.y == second.y) is is_row
    assert (first.x == second.x) is not is_row


def test_no_guideline_is_broken_on_a_phone():
    (report,) = check([Figure(1, "a", "TCP", "Dois passos abrem a conexão", LONG)]).figures
    assert [each.finding.message for each in report.findings if "phone" in each.sheets] == []
