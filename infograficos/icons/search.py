"""Finds icons by words in Portuguese or English, and the names most like a wrong one."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from infograficos.errors import close_matches, truncate
from infograficos.icons.catalog import IconNames, all_names, plain, portuguese_names
from infograficos.language.languages import SOURCE
from infograficos.language.messages import message, message_code, offer

#: How many names a message offers, and how much like the wrong one they are, from 0 to 1; beside one that is
#: much like it no other is offered.
_OFFERED, _LIKENESS, _MUCH = 3, 0.72, 0.88

#: A shorter word leads to too much.
_SHORTEST = 3

#: No name is like one longer than this.
_LONGEST = 60


def search_icons(words: Collection[str] = ()) -> list[IconNames]:
    """Return the icons that all the words lead to, those with them in a name first; without words, all.

    A word is found at the start of a word of a name, or of a tag, however its accents are written; a whole
    Portuguese name also finds what its icon's English name does, so that “nuvem” finds every cloud.
    """
    wanted = [part for word in words for part in plain(word).split("-") if part]
    found = [(rank, icon) for icon in all_names() if (rank := _rank(icon, wanted)) is not None]
    return [icon for _, icon in sorted(found, key=lambda each: each[0])]


def unknown_icon_message(kind: str, name: str, others: Collection[str] = ()) -> str:
    """Say that an icon, or something else with such names, does not exist, with the nearest names.

    `kind` is what it is, in Portuguese, such as “o ícone”.
    """
    offered = _nearest(plain(name), others) if len(name) <= _LONGEST else []
    if offered:
        names = offer(f"“{each}”" for each in offered)
        advice = message("não existe; você quis dizer {names}?", names=names)
    else:
        advice = message("não existe; procure um com “infograficos list --icons PALAVRA”")
    return f"{message(kind)} “{truncate(name)}” {advice}"


def _nearest(name: str, others: Collection[str]) -> list[str]:
    known = [each for icon in all_names() for each in (icon.name, *icon.portuguese)]
    like = list(_with_like_letters(name, [*others, *known]))
    if close := close_matches(name, like, 1, _MUCH) or close_matches(name, like, _OFFERED, _LIKENESS):
        return close
    words = [word for word in name.split("-") if len(word) >= _SHORTEST]
    found = next(filter(None, map(search_icons, [words, *([word] for word in words)] if words else [])), [])
    is_source = message_code() == SOURCE
    return [icon.portuguese[0] if is_source and icon.portuguese else icon.name for icon in found][:_OFFERED]


def _with_like_letters(name: str, known: Collection[str]) -> Iterator[str]:
    """Yield the names that can be like enough, by their letters alone; comparing all would take long."""
    letters = set(name)
    for each in known:
        most = 2 * min(len(each), len(name)) / (len(each) + len(name))
        if most >= _LIKENESS and len(letters.intersection(each)) >= len(letters) / 2:
            yield each


def _rank(icon: IconNames, wanted: list[str]) -> int | None:
    """Return how far from an icon's name words are, from 0; None if they do not lead to it."""
    ranks = [_rank_of_word(icon, word) for word in wanted]
    return None if None in ranks else sum(rank or 0 for rank in ranks)


def _rank_of_word(icon: IconNames, word: str) -> int | None:
    names = (icon.name, *icon.portuguese)
    if word in names:
        return 0
    if any(part == word for name in names for part in name.split("-")):
        return 1
    if f"-{portuguese_names().get(word, '/')}-" in f"-{icon.name}-":
        return 2
    parts = [part for name in (*names, *icon.others) for part in name.split("-")]
    parts += [part for tag in icon.tags for part in tag.split()]
    return 3 if any(part.startswith(word) for part in parts) else None
