"""Quarterdeck: a desktop operator terminal for electronic trading. Starts app.start, nothing else."""

import sys

from app.start import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
