"""From a figure to the published article: what each platform accepts, and articles that stay true."""

from infograficos.article.checking import Judgement, check_article
from infograficos.article.clipboard import copy
from infograficos.article.platforms import PLATFORMS, Platform, pick_platform
from infograficos.article.publishing import Publication
from infograficos.article.rewriting import Renewed, renew

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
