"""make shots: the pictures in docs/, of the real window over the real core, with orders of ours in the real queues.

The same commands at the same session times each time, so that a picture changes only when the product does.
"""

import os
import subprocess
import sys
import tempfile

from tests.sessions import ROOT

PLAY = """
import sys, tests
from PySide6.QtCore import QTimer
from app import runtime, terminal
from app.settings import load
from core.domain.enums import OrderType, Side, TimeInForce
from core.messages.commands import EngageKill, PlaceOrder, SetSpeed
from tests.sessions import limit

out, size, theme, kill = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4] == "kill"
settings = load(["--data", sys.argv[5], "--speed", "40", "--shot", out, "--size", size, "--theme", theme, "--seconds", "10"])
LOT, BEFORE, AFTER = 10**8, 619_084, 618_150  # the market falls by ten dollars in the fifth minute
ORDERS = (
    (300, limit("a", Side.BUY, BEFORE, LOT // 2)), (400, limit("b", Side.BUY, BEFORE - 300, LOT)),
    (500, limit("c", Side.SELL, BEFORE + 250, LOT // 4)), (1500, limit("d", Side.BUY, BEFORE - 600, LOT)),
    (2500, PlaceOrder("e", 1, Side.BUY, OrderType.MARKET, LOT // 4, 0, TimeInForce.IOC)),
    (3500, limit("f", Side.BUY, 9 * BEFORE // 10, LOT)),
    (7400, limit("g", Side.BUY, AFTER - 250, LOT)), (7500, limit("h", Side.SELL, AFTER + 300, LOT // 2)),
    (7600, limit("i", Side.BUY, AFTER - 100, LOT // 4)),
    (7800, PlaceOrder("j", 1, Side.SELL, OrderType.MARKET, LOT // 4, 0, TimeInForce.IOC)),
)

class Posed(terminal.Terminal):
    def open(self):
        super().open()
        last = [(9000, EngageKill("operator at the terminal"))] if kill else []
        for wait_ms, message in (*ORDERS, (7300, SetSpeed(5.0)), *last):
            QTimer.singleShot(wait_ms, lambda message=message: self.core.submit(message))
        QTimer.singleShot(8500, lambda: self.window.view("ticket").prefill(Side.BUY, AFTER, LOT // 2))

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
