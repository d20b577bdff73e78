"""Starts the keeper process on the core that the terminal itself would take: chosen before anything of core is imported."""

import sys

from app import which_core

if __name__ == "__main__":
    which_core.choose(sys.argv[1])
    from app.keeper import main

    sys.exit(main(sys.argv[2:]))
