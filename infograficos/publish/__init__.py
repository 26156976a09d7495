"""From a figure to the published article: what each platform accepts, and articles that stay true."""

from infograficos.publish.checking import Judgement, check_article
from infograficos.publish.clipboard import copy
from infograficos.publish.platforms import PLATFORMS, Platform, pick_platform
from infograficos.publish.publishing import Publication
from infograficos.publish.rewriting import Renewed, renew

__all__ = [
    "PLATFORMS",
    "Judgement",
    "Platform",
    "Publication",
    "Renewed",
    "check_article",
    "copy",
    "pick_platform",
    "renew",
]
