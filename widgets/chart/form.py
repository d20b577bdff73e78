"""From typed parameters to a study's, and from a dropped order to its command. Pure."""

import re

from core.messages.commands import ReplaceOrder
from core.projections.pictures import OwnOrder
from widgets.chart.studies import Kind, Parameter
from widgets.moves import move
from widgets.tongue import tr


def value_of(parameter: Parameter, text: str) -> int:
    """Raises ValueError with a sentence."""
    typed = text.strip()
    shape = r"[0-9]{1,4}(\.[0-9])?" if parameter.tenths else "[0-9]{1,4}"
    least, most = text_of(parameter, parameter.least), text_of(parameter, parameter.most)
    number = tr("a number with at most one decimal") if parameter.tenths else tr("a whole number")
    found = -1
    if re.fullmatch(shape, typed, re.ASCII):
        found = round(float(typed) * 10) if parameter.tenths else int(typed)
    if not parameter.least <= found <= parameter.most:
        raise ValueError(tr(
            "{capitalize} must be {number} from {least} to {most}.",
            capitalize=tr(parameter.name).capitalize(), number=number, least=least, most=most,
        ))
    return found


def text_of(parameter: Parameter, value: int) -> str:
    return f"{value / 10:g}" if parameter.tenths else str(value)


def parameters_of(kind: Kind, texts: list[str]) -> tuple[int, ...]:
    """Raises ValueError with a sentence."""
    values = tuple(value_of(parameter, text) for parameter, text in zip(kind.parameters, texts, strict=True))
    if kind.id == "macd" and values[0] >= values[1]:
        raise ValueError(tr("The fast average must be shorter than the slow one."))
    return values


def dropped(order: OwnOrder, price: int) -> list[ReplaceOrder]:
    return move([order], price)
