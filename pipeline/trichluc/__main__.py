"""`python -m trichluc`: the command where its script is not on the path."""

from trichluc.cli import main

if __name__ == "__main__":  # workers load this module under another name
    main()
