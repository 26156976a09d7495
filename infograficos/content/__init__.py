"""What an author gives to a builder: checked when it is given, refused in the author's language."""

from infograficos.content.fields import Some, Words, content, short

__all__ = ["Some", "Words", "content", "short"]
