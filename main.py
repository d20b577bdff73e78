"""Quarterdeck: a desktop operator terminal for electronic trading. Starts app.runtime, nothing else."""

import sys

from app.runtime import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
