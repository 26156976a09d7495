"""`python -m infograficos` does what the `infograficos` command does."""

import gc
import os


def main() -> None:
    """Run the command line and end the process with its exit code."""
    # A short run leaves little rubbish; looking for it as often as usual costs a tenth of the time.
    gc.set_threshold(50_000)
    # To look for plugins, pydantic reads what every installed package says of itself.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    from infograficos import cli  # noqa: PLC0415 — only now, since importing is most of what a short run does

    cli.main()


if __name__ == "__main__":
    main()
