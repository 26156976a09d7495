"""The content that authors give to builders: checked at once, refused in their language."""

from infograficos.content.fields import Some, Words, content, short
from infograficos.content.own_words import OwnWord, OwnWords

__all__ = ["OwnWord", "OwnWords", "Some", "Words", "content", "short"]
