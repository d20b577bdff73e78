"""The terminal with a window: Qt, the frame clock and the core thread put together, and taken apart again in order.

Closing: intake off, the run ended cleanly, last batch written, threads joined within five seconds; the layout is saved
first. A crash of a slot is logged and shown in health, never a traceback on the screen.
"""

import asyncio
import logging
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

import qasync
from app import runtime, theme, workspace
from app.assembly import Assembly
from app.frame import FrameClock, Viewed
from app.frame_link import FrameLink
from app.headless import Ended
from app.settings import Settings
from app.window import TerminalWindow
from core.edge.tape_file import Tape
from core.messages.commands import Command, Control
from core.projections.pictures import HealthPicture, VersionLook
from widgets.panels import PANELS
from widgets.style import THEMES

log = logging.getLogger(__name__)
