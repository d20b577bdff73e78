"""What the program is made of, for Help > About: versions, where the data is, and the licence of everything that is installed with it."""

import platform
from importlib import metadata

from PySide6.QtCore import qVersion

from app.settings import Settings
from widgets.tongue import told

LICENCES = {
    "pyside6-essentials": "LGPL-3.0", "shiboken6": "LGPL-3.0", "pyqtgraph": "MIT", "qasync": "BSD-2-Clause", "qtawesome": "MIT",
    "qtpy": "MIT", "msgspec": "BSD-3-Clause", "numpy": "BSD-3-Clause", "zstandard": "BSD-3-Clause", "google-crc32c": "Apache-2.0",
    "psutil": "BSD-3-Clause", "sqlalchemy": "MIT", "alembic": "MIT", "mako": "MIT", "markupsafe": "BSD-3-Clause",
    "pg8000": "BSD-3-Clause", "scramp": "MIT-0", "asn1crypto": "MIT", "python-dateutil": "BSD-3-Clause", "simplefix": "MIT",
    "argon2-cffi": "MIT", "argon2-cffi-bindings": "MIT", "cffi": "MIT-0", "pycparser": "BSD-3-Clause", "pyotp": "MIT",
    "platformdirs": "MIT", "packaging": "Apache-2.0", "typing-extensions": "PSF-2.0", "tzdata": "Apache-2.0",
}
"""By package, as each says of itself; of several the one that is used here."""


def facts(settings: Settings) -> tuple[str, ...]:
    """A paragraph each."""
    installed = ", ".join(f"{name} {metadata.version(name)} ({licence})" for name, licence in LICENCES.items())
    return (
        told("A desktop operator terminal for electronic trading, with an embedded exchange."),
        told("Data folder: {data}", data=settings.data),
        told("Licence: Apache-2.0. Inter and Noto Sans SC: OFL-1.1. Material Design Icons: Apache-2.0. Bundled session: MIT."),
        told(
            "Python {python_version} (PSF-2.0), Qt {qversion} (LGPL-3.0), {installed}",
            python_version=platform.python_version(), qversion=qVersion(), installed=installed,
        ),
    )
