"""mypyc_attr, by which a class of the compiled parts tells mypyc more about itself; for the plain core it does nothing.

    from core.native import mypyc_attr

    @mypyc_attr(acyclic=True)

mypyc knows the decorator by its origin, which only a type checker reads: mypy_extensions need not be installed to run.
Invariant: this module is never compiled, because mypyc takes the second branch for unreachable.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from mypy_extensions import mypyc_attr as mypyc_attr
else:
    Class = TypeVar("Class")

    def mypyc_attr(**_told: object) -> Callable[[Class], Class]:
        return lambda cls: cls
