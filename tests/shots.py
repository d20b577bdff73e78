"""make shots: the pictures in docs/, of the real window over the real core, with orders of ours in the real queues.

python -m tests.shots [NAME or PANEL ...] makes only those.
The same commands at the same session times each time, so that a picture changes only when the product does.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.sessions import ROOT

SHOTS = (
    ("terminal", "1600x900", "dark", "-"),
    ("terminal-light", "1600x900", "light", "-"),
    ("terminal-contrast", "1600x900", "contrast", "-"),
    ("terminal-classic", "1600x900", "dark-classic", "-"),
    ("terminal-1280x800", "1280x800", "dark", "-"),
    ("terminal-1920x1080", "1920x1080", "dark", "-"),
    ("kill-switch", "1600x900", "dark", "kill"),
    ("watch", "1600x900", "dark", "watch"),
)


def main() -> None:
    folder = ROOT / "docs" / "pictures"
    offscreen = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    wanted = set(sys.argv[1:])
    for name, size, theme, how in SHOTS:
        if wanted and name not in wanted:
            continue
        with tempfile.TemporaryDirectory() as data:
            command = [sys.executable, "-m", "tests.posed", str(folder / f"{name}.png"), size, theme, how, data]
            subprocess.run(command, cwd=ROOT, check=True, env=offscreen)
    panels = [id for id in wanted if id not in {name for name, *_ in SHOTS}]
    if panels or not wanted:
        # Its name stands in the picture of the settings, so it is the same each time.
        data = Path(tempfile.gettempdir()) / "quarterdeck-pictures"
        shutil.rmtree(data, ignore_errors=True)
        command = [sys.executable, "-m", "tests.gallery", str(folder / "gallery"), str(data), *panels]
        subprocess.run(command, cwd=ROOT, check=True, env=offscreen)
        shutil.rmtree(data)


if __name__ == "__main__":
    main()
