"""A real X server without a screen, for tests that need a real window system."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator

HAS_SCREEN = all(shutil.which(name) for name in ("Xvfb", "xdotool"))


@contextlib.contextmanager
def screen(width: int, height: int) -> Iterator[dict[str, str]]:
    """The environment of programs that show themselves on it."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24"], pass_fds=[write], stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        with os.fdopen(read) as said:
            yield os.environ | {"DISPLAY": f":{said.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()
