"""A sequence in words: who says what to whom, and when it depends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from infograficos.content.sequence_steps import Call, Note, Return, Step, flat_steps, named_actors, sections
from infograficos.language.grammar import ensure_full_stop, join_and, phrase
from infograficos.text.markup import plain_text

#: Says when the steps of a frame's section happen, given its number and its condition.
Title = Callable[[Step, int, str], str]


def describe_steps(steps: Sequence[Step], count: int, title: Title) -> str:
    """Describe the first steps, how many more there are, and the one to remember if it is among those."""
    flat = list(flat_steps(steps))
    rest = flat[count:]
    said = "; ".join(_sentences(steps, iter(range(count)), title))
    sentences = [phrase("Em ordem: {steps}", steps=ensure_full_stop(said))]
    if rest:
        sentences.append(phrase(("E mais {count} passo.", "E mais {count} passos."), len(rest)))
    if main := next((step for step in rest if not isinstance(step, Note) and step.highlighted), None):
        sentences.append(phrase("Em destaque: {step}", step=ensure_full_stop(_sentence(main))))
    return " ".join(sentences)


def _sentences(steps: Sequence[Step], room: Iterator[int], title: Title) -> Iterator[str]:
    """Yield a sentence for each way of messages, and for each section of a frame, while there is room."""
    for way, group in groupby(steps, _way):
        own = list(group)
        plain = [
            step for step in own if isinstance(step, Call | Return | Note) and next(room, None) is not None
        ]
        if plain and way:
            yield f"{way}: {', '.join(map(_text, plain))}"
        elif plain:
            yield from map(_sentence, plain)
        for step in own:
            for number, (condition, inner) in enumerate(sections(step)):
                if said := "; ".join(_sentences(inner, room, title)):
                    yield f"{plain_text(title(step, number, condition))} ({said})"


def _way(step: Step) -> str:
    """Return from whom to whom a message goes; nothing for a note and for a frame."""
    if not isinstance(step, Call | Return):
        return ""
    names = [plain_text(name) for name in named_actors(step)]
    return names[0] if names[0] == names[1] else " → ".join(names)


def _text(step: Call | Return | Note) -> str:
    text = plain_text(step.text)
    is_lost = not isinstance(step, Note) and step.lost
    return phrase("{text} (não chega)", text=text) if is_lost else text


def _sentence(step: Call | Return | Note) -> str:
    if way := _way(step):
        return f"{way}: {_text(step)}"
    names = join_and([plain_text(name) for name in named_actors(step)])
    return phrase("nota em {names}: {text}", names=names, text=_text(step))
