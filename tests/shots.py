"""make shots: the pictures in docs/, of the real window over the real core, with orders of ours in the real queues.

The same commands at the same session times each time, so that a picture changes only when the product does.
"""

import os
import subprocess
import sys
import tempfile

from tests.sessions import ROOT

PLAY = """
import sys
from PySide6.QtCore import QTimer
from app import runtime, terminal
from app.settings import load
from core.domain.enums import OrderType, Side, TimeInForce
from core.messages.commands import EngageKill, PlaceOrder, SetSpeed
from tests.sessions import limit

out, size, theme, kill = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4] == "kill"
settings = load(["--data", sys.argv[5], "--speed", "20", "--shot", out, "--size", size, "--theme", theme, "--seconds", "9"])
LOT, BID = 10**8, 619_084

class Posed(terminal.Terminal):
    def open(self):
        super().open()
        for wait_ms, message in (
            (300, limit("a", Side.BUY, BID, LOT // 2)), (400, limit("b", Side.BUY, BID - 200, LOT)),
            (500, limit("c", Side.SELL, BID + 250, LOT // 4)), (2500, limit("d", Side.BUY, BID - 400, 2 * LOT)),
            (3000, PlaceOrder("e", 1, Side.BUY, OrderType.MARKET, LOT // 4, 0, TimeInForce.IOC)),
            (3500, limit("f", Side.SELL, BID + 500, 3 * LOT // 4)), (4000, limit("g", Side.BUY, 9 * BID // 10, LOT)),
            (5000, PlaceOrder("h", 1, Side.SELL, OrderType.MARKET, LOT // 8, 0, TimeInForce.IOC)),
            *([(7000, EngageKill("operator at the terminal"))] if kill else []), (7000, SetSpeed(5.0)),
        ):
            QTimer.singleShot(wait_ms, lambda message=message: self.core.submit(message))

        QTimer.singleShot(6000, lambda: self.window.view("ticket").prefill(Side.BUY, BID, LOT // 2))

terminal.Terminal = Posed
terminal.run_window(settings, runtime.tape_of(settings))
"""

SHOTS = (
    ("terminal", "1600x900", "dark", False),
    ("terminal-light", "1600x900", "light", False),
    ("terminal-contrast", "1600x900", "contrast", False),
    ("terminal-classic", "1600x900", "dark-classic", False),
    ("terminal-1280x800", "1280x800", "dark", False),
    ("terminal-1920x1080", "1920x1080", "dark", False),
    ("kill-switch", "1600x900", "dark", True),
)


def main() -> None:
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    wanted = set(sys.argv[1:])
    for name, size, theme, kill in SHOTS:
        if wanted and name not in wanted:
            continue
        with tempfile.TemporaryDirectory() as data:
            command = [sys.executable, "-c", PLAY, str(folder / f"{name}.png"), size, theme, "kill" if kill else "", data]
            subprocess.run(command, cwd=ROOT, check=True, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})


if __name__ == "__main__":
    main()
