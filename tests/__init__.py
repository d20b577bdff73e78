"""Chooses the core before a test or a bench imports it: QUARTERDECK_CORE, here plain unless it says otherwise, because what
is edited is the source. Programs that tests start inherit the choice.
"""

import os

from app.which_core import WORDS, NoCompiledCore, choose

_wanted = os.environ.setdefault("QUARTERDECK_CORE", "plain")
if _wanted not in WORDS:
    raise SystemExit(f"QUARTERDECK_CORE: expected one of {', '.join(WORDS)}, found {_wanted!r}")
try:
    choose(_wanted)
except NoCompiledCore as error:
    raise SystemExit(f"QUARTERDECK_CORE: {error}") from None
