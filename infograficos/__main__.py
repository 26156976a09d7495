"""`python -m infograficos` does what the `infograficos` command does."""

from infograficos.cli import main

if __name__ == "__main__":
    main()
