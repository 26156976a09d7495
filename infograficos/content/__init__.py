"""What an author gives to a builder: checked when it is given, refused in the author's language."""

from infograficos.content.fields import Some, Words, content, short
from infograficos.content.own_words import OwnWord, OwnWords

__all__ = ["OwnWord", "OwnWords", "Some", "Words", "content", "short"]
