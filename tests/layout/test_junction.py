"""The circle in which two ways are added up."""

from __future__ import annotations

from ruler import square_layouter

from infograficos.elements.connectors.connector import Junction
from infograficos.scene.dump import dump_frame
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Ellipse, Path


def test_a_junction_is_a_circle_as_high_as_a_line_of_a_heading():
    written = dump_frame(square_layouter().layout(Junction(), Limits()))
    assert written == (
        "frame 0 0 20 20\n  ellipse 0 0 20 20 model.strong\n  mark path 5.2 5.2 9.6 9.6 stroke paper 2\n"
    )


def test_its_sign_is_in_the_middle_of_the_circle():
    frame = square_layouter().layout(Junction(), Limits())
    circle, sign = (placed.item for placed in frame.items)
    assert isinstance(circle, Ellipse)
    assert isinstance(sign, Path)
    points = [step.points[0] for step in sign.commands]
    assert sum(point.x for point in points) / len(points) == circle.rect.center.x
    assert sum(point.y for point in points) / len(points) == circle.rect.center.y


def test_it_is_never_stretched():
    frame = square_layouter().layout(Junction("response"), Limits(300, min_width=300, min_height=90))
    assert (frame.size.width, frame.size.height) == (20, 20)
