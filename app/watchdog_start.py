"""Starts the stop window's process: what guards Qt comes before any class over it."""

import sys

from app import qt_errors

if __name__ == "__main__":
    qt_errors.survive()
    from app.watchdog import main

    sys.exit(main(sys.argv[1:]))
