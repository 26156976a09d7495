"""Content that several kinds of figure list: a name in the colours of its role, a detail, an icon."""

from __future__ import annotations

from infograficos.content.checks import IconField
from infograficos.content.fields import Detail, Name, Words, content


@content
class RoleItem:
    """Something with a name and a role.

    Args:
        name: what it is called, such as “Forward”.
        role: its colour role.
        detail: a few words about it, or nothing.
    """

    name: Name
    role: Words
    detail: Detail = ""


@content
class IconItem(RoleItem):
    """Something with a name, a role and perhaps an icon.

    Args:
        icon: the name of an icon before its name, such as `gpu` or `cloud`, the path of an SVG or
            PNG of your own, or nothing.
    """

    icon: IconField = ""
