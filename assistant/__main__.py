"""`python -m assistant COMMAND`: the desk without a browser."""

import sys

from assistant.cli import main

sys.exit(main())
