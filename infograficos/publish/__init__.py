"""From a figure to the published article: what each platform accepts, and articles that stay true."""

from infograficos.publish.article import ArticleReport, check_article, update_article
from infograficos.publish.clipboard import copy_to_clipboard
from infograficos.publish.platforms import PLATFORMS, Platform, pick_platform
from infograficos.publish.publication import Publication
from infograficos.publish.renewal import ArticleUpdate

__all__ = [
    "PLATFORMS",
    "ArticleReport",
    "ArticleUpdate",
    "Platform",
    "Publication",
    "check_article",
    "copy_to_clipboard",
    "pick_platform",
    "update_article",
]
