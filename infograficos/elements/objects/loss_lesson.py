"""What a model learns from a strip: context goes in, and the mean of the losses corrects its weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from infograficos.elements.card import Card, Fragment, Named
from infograficos.elements.connectors.connector import Connector, Flow, trunk_into
from infograficos.elements.connectors.orthogonal import Side
from infograficos.elements.connectors.with_connectors import WithConnectors
from infograficos.elements.flow import Align, FirstThatFits, Grow, NoWrap, SameWidthAs, Spacer, WideOnly
from infograficos.elements.objects.balloon import Balloon, balloon_words
from infograficos.elements.objects.model import Model
from infograficos.elements.row import Column, Row, Stack
from infograficos.elements.text import Text
from infograficos.elements.tokens.loss_strip import BAND, FIRST_RUN, LossStrip, ignored_run, learned_run
from infograficos.layout import Element

_MODEL, _MEAN, _RETURN, _CONTEXT = "modelo", "média", "volta", "contexto"
_LARGE, _SMALL = Model(size="object_large", share=0.8), Model()
#: The step at which the mean and what it does are shown.
_LAST = 4


@dataclass(frozen=True, slots=True)
class LossLesson:
    """The words of a lesson: the mean's computation, its value, and what goes to the model.

    Args:
        name: what the value is, unless the computation says it.
        is_quiet: whether the value is not what to remember.
    """

    computation: str
    result: str
    name: str
    context: str
    correction: str
    role: str = "response"
    is_quiet: bool = False

    def beside(self, strip: LossStrip) -> Element:
        """Return what is ignored over the model, and beside both what is learned from with the mean."""
        *before, learned = strip.runs
        mean = Named(_MEAN, Fragment(_LAST, Card(self._formula(*self._large), None, None, "small", "medium")))
        start = (_start_of_context(), Grow(Spacer("link"))) if before else ()
        model = Column((*start, _model(_LARGE), Spacer("small")), "none", justify="end")
        room = SameWidthAs((NoWrap(self._words),))
        ignored = (ignored_run(strip, run) for run in before)
        left = Column((*ignored, Grow(Row((model, room), "large", "stretch"))), "tiny")
        row = Row((Grow(left, 0.5), Grow(learned_run(strip, learned, "small", mean))), "medium", "stretch")
        return WithConnectors(
            row, (self._flow(_MEAN, self.correction), *self._reads(_CONTEXT if before else "", self.context))
        )

    def stacked(self, strip: LossStrip) -> Element:
        """Return what is ignored, the model below it, and at last what is learned from with the mean."""
        *before, learned = strip.runs
        mean = Fragment(_LAST, Card(self._formula(*self._large), None, None, "small"))
        panel = _with_way_back(learned_run(strip, learned, "tiny", mean))
        ignored = tuple(ignored_run(strip, run, "tiny") for run in before)
        start = (_start_of_context(), Spacer("link")) if before else ()
        model = Column((*start, _model(_LARGE)), "none")
        beside = Row((model, Fragment(_LAST, NoWrap(self._words))), "medium", "center")
        # Words of several lines stand above the arrow, which arrives at the model's middle.
        corrected = FirstThatFits((beside, Column((*start, self._corrected_model()), "none")))
        column = Column((*ignored, corrected, panel), "small")
        return WithConnectors(
            column,
            (self._flow(_RETURN, leaves="top"), *self._reads(_CONTEXT if before else "", self.context)),
        )

    def below(
        self,
        strip: Element,
        *,
        panels: Sequence[str],
        has_context: bool,
        is_vertical: bool,
        caption: Element | None = None,
    ) -> Element:
        """Return a strip over the model and the mean, from which an arrow leads back to the model.

        Args:
            panels: the names of what is averaged, from which one line leads to the mean.
            has_context: whether the strip begins with ignored tokens, which the model reads.
            is_vertical: whether the way from them to the model is around the strip.
            caption: what is said of the strip.
        """
        shown = Column((strip, caption), "tiny") if caption else strip
        gathered = () if caption else self._gather(panels, is_around=is_vertical)
        around: tuple[Connector, ...] = ()
        ways = [self._reads(BAND if has_context else "", name) for name in (self.context, "")]
        if is_vertical and has_context:
            around = (Connector(FIRST_RUN, _MODEL, dashed=True, leaves="left", arrives="left"),)
            ways = [around]
        room = SameWidthAs((NoWrap(self._words),))
        lower = Row((_model(_SMALL), room, Grow(self._mean_panel())), "tiny", "center")
        column, flow = Column((shown, lower), "medium"), self._flow(_MEAN, self.correction)
        wide = [WithConnectors(column, (flow, *way, *gathered)) for way in ways]
        narrow = self._upright(shown, around, gathered if is_vertical else ())
        return FirstThatFits((*map(WideOnly, wide), narrow))

    def _upright(
        self, strip: Element, around: tuple[Connector, ...], gathered: tuple[Connector, ...]
    ) -> Element:
        """Return a strip over the model and the mean, each in its own row."""
        leaves: Side = "bottom" if gathered else "top"
        if gathered:
            # What is gathered at the right comes to the mean first, and from there to the model.
            rows = (_with_way_back(self._mean_panel(), "end"), self._corrected_model())
        else:
            rows = (self._corrected_model(), _with_way_back(self._mean_panel()))
        column = Column((strip, *rows), "medium")
        return WithConnectors(column, (self._flow(_RETURN, leaves=leaves), *around, *gathered))

    def _mean_panel(self) -> Element:
        card = Card(self._formula("headline"), f"{self.role}.soft", None, "small")
        return Named(_MEAN, Fragment(_LAST, card))

    @property
    def _large(self) -> tuple[str, ...]:
        """The styles of the mean where there is room around it."""
        return ("heading",) if self.is_quiet else ("display", "headline")

    def _gather(self, panels: Sequence[str], *, is_around: bool) -> tuple[Connector, ...]:
        """Return the lines from panels that meet and lead to the mean, down or around at the right."""
        color, trunk = f"{self.role}.mark", trunk_into(_MEAN)
        ends: tuple[Side, Side] = ("right", "right") if is_around else ("bottom", "top")
        return tuple(
            Connector(panel, _MEAN, color, "flow", leaves=ends[0], arrives=ends[1], trunk=trunk)
            for panel in panels
        )

    @property
    def _words(self) -> Element:
        return Text(self.correction, "mark", f"{self.role}.strong")

    def _corrected_model(self) -> Element:
        return Row((_model(_LARGE), Fragment(_LAST, self._words)), "medium", "start")

    def _reads(self, start: str, name: str = "") -> tuple[Connector, ...]:
        """Return the arrow from ignored tokens to the model, if there are any."""
        return (Connector(start, _MODEL, dashed=True, label=name, shape="curved"),) if start else ()

    def _formula(self, *styles: str) -> Element:
        """Return the mean's computation over its value, in the first style in which its name fits beside."""
        words, results = Text(self.computation, "body", "ink", literal=True), map(self._result, styles)
        if not self.name:
            result = self._result(styles[-1])
            beside = Row((NoWrap(words), result), "tiny", "baseline")
            return FirstThatFits((beside, Column((words, result), "tiny")))
        name = NoWrap(Text(self.name, "label", f"{self.role}.strong"))
        rows = (Row((result, name), "small", "baseline", "between") for result in results)
        below = Column((self._result(styles[-1]), name), "small", "start")
        return Column((words, FirstThatFits((*rows, below))), "tiny")

    def _result(self, style: str) -> Element:
        color = f"{self.role}.strong"
        sign = Text("=", "heading", color, literal=True)
        return Row((sign, Text(self.result, style, color, literal=True)), "tiny", "baseline")

    def _flow(self, start: str, label: str = "", leaves: Side = "left") -> Connector:
        """Return the way from the mean back to the model."""
        color = f"{self.role}.mark"
        return Flow(start, _MODEL, color, "ribbon_thin", leaves=leaves, arrives="right", label=label)


def expected_token(words: str) -> Element:
    """Return what a model expected, said to the token below."""
    text = balloon_words(words, "model", "mark", solid=False)
    return Balloon(text, "model", "down", padding="plate", horizontal_padding="tiny")


def _model(model: Model) -> Element:
    return Named(_MODEL, Fragment(_LAST, model))


def _start_of_context() -> Element:
    """Return where the arrow from what is ignored to the model begins, as wide as what it is above."""
    return Named(_CONTEXT, Fragment(2, Spacer()))


def _with_way_back(child: Element, edge: Align = "start") -> Element:
    """Return a child from whose upper edge, or its lower one, at the right something may lead back."""
    return Stack((child, Row((Named(_RETURN, Spacer("link")),), justify="end")), edge)
