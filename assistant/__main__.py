"""`python -m assistant COMMAND`: the desk without a browser."""

import sys

from assistant.cli import main

# A process of a batch reads this module too, and must not run it.
if __name__ == "__main__":
    sys.exit(main())
