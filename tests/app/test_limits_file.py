"""A file of limits: every error is a sentence with file, line and key, and what is written reads back to the same limits."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.limits_file import EACH, LimitsFileError, limits_of, read, written
from core.domain.instrument import Instrument
from core.domain.limits import FACTS, Rule, Unit
from core.domain.scope import ScopeKind
from core.domain.units import InstrumentId
from core.machine.desk.limit_table import limit_key
from core.messages.limits import Limit

BTC = Instrument(InstrumentId(1), "BTC-USD", "Coinbase", "BTC", "USD", 2, 8, 1, 1)
LOTTED = Instrument(InstrumentId(2), 'A "B"', "V", "A", "EUR", 4, 2, 5, 100)
MINUTE = 60 * 10**9


def parsed(tmp_path: Path, text: str) -> tuple[Limit, ...]:
    path = tmp_path / "limits.toml"
    path.write_text(text, encoding="utf-8")
    return limits_of(read(path), (BTC, LOTTED))


def test_every_unit_as_people_write_it(tmp_path: Path) -> None:
    rows = {
        'rule = "max_order_qty"\nvalue = "2.5"\ninstrument = "BTC-USD"': Limit(Rule.MAX_ORDER_QTY, 250_000_000, instrument=1),
        'rule = "max_order_qty"\nvalue = 3\ninstrument = "BTC-USD"\nsoft = true': Limit(
            Rule.MAX_ORDER_QTY, 3 * 10**8, instrument=1, soft=True
        ),
        'rule = "max_order_qty"\nvalue = "70 lots"': Limit(Rule.MAX_ORDER_QTY, 70),
        'rule = "max_order_value"\nvalue = "100000"\ninstrument = "BTC-USD"': Limit(Rule.MAX_ORDER_VALUE, 10**15, instrument=1),
        'rule = "max_order_value"\nvalue = "5 units"': Limit(Rule.MAX_ORDER_VALUE, 5),
        'rule = "price_collar"\nvalue = "10 %"': Limit(Rule.PRICE_COLLAR, 1000),
        'rule = "daily_loss"\nvalue = "2.25 %"\nscope = "account"': Limit(Rule.DAILY_LOSS, 225, ScopeKind.ACCOUNT),
        'rule = "drawdown"\nvalue = 300\nscope = "account:1"': Limit(Rule.DRAWDOWN, 300, ScopeKind.ACCOUNT, "1"),
        'rule = "gross_exposure"\nvalue = "250000.5"\nscope = "desk:rates"': Limit(
            Rule.GROSS_EXPOSURE, 250_000_500_000, ScopeKind.DESK, "rates"
        ),
        'rule = "leverage"\nvalue = "1.5"': Limit(Rule.LEVERAGE, 150),
        'rule = "price_age"\nvalue = "60 s"\nscope = "everything"': Limit(Rule.PRICE_AGE, MINUTE),
        'rule = "open_quiet"\nvalue = "0.5 min"': Limit(Rule.OPEN_QUIET, MINUTE // 2),
        'rule = "message_rate"\nvalue = 20\nwindow = "1 s"\nscope = "strategy"': Limit(
            Rule.MESSAGE_RATE, 20, ScopeKind.STRATEGY, window_ns=10**9
        ),
    }
    found = parsed(tmp_path, "\n".join(f"[[limit]]\n{row}\n" for row in rows if " = 3\n" not in row))
    assert found == tuple(limit for row, limit in rows.items() if " = 3\n" not in row)
    for row, limit in rows.items():
        assert parsed(tmp_path, f"# one\n[[limit]]\n{row}\n") == (limit,)


SOME = '[[limit]]\nrule = "max_open_orders"\nvalue = 5\n'
WRONG = [
    ('[[limit]]\nrule = "max_quantity"\nvalue = 5', 2, "rule", ("expected one of max_order_qty, ", "max_positions", "'max_quantity'")),
    ("[[limit]]\nvalue = 5", 1, "rule", ("missing",)),
    (f'{SOME}\n[[limit]]\nrule = "drawdown"', 5, "value", ("missing",)),
    (f"{SOME}size = 4", 4, "size", ("unknown key", "rule, value, scope, instrument, soft, window")),
    (f'{SOME}[desk]\nname = "x"', 4, "desk", ("unknown key", "[[limit]]")),
    ("speed = 1\n" + SOME, 1, "speed", ("unknown key",)),
    ("[limit]\nrule = 1", 1, "limit", ("[[limit]] tables",)),
    ("# nothing", 1, "limit", ("no [[limit]]", "limits show")),
    (f"{SOME}value = 6", 4, "value", ("not TOML: Cannot overwrite a value",)),
    (f"{SOME}[[", 4, "limit", ("not TOML",)),
    (f"{SOME}soft = yes", 4, "soft", ("not TOML",)),
    (f'{SOME}soft = "yes"', 4, "soft", ("true or false", "'yes'")),
    (f'{SOME}instrument = "ETH-USD"', 4, "instrument", ("BTC-USD", "'ETH-USD'")),
    (f'{SOME}scope = "floor:3"', 4, "scope", ("KIND:NAME", "account", "'floor:3'")),
    (f'{SOME}scope = "order:3"', 4, "scope", ("strategy, session, trader, account, desk, instrument, venue",)),
    (f'{SOME}scope = "account:one"', 4, "scope", ("account: and its number",)),
    (f"{SOME}scope = 3", 4, "scope", ("everything",)),
    (f'{SOME}window = "1 s"', 4, "window", ("looks back over no window",)),
    ('[[limit]]\nrule = "message_rate"\nvalue = 5', 1, "window", ("needs one",)),
    ('[[limit]]\nrule = "message_rate"\nvalue = 5\nwindow = "1 fortnight"', 4, "window", ("d, h, min, s, ms, us, ns",)),
    ('[[limit]]\nrule = "max_open_orders"\nvalue = 2.5', 3, "value", ("whole number", "2.5")),
    ('[[limit]]\nrule = "max_open_orders"\nvalue = -1', 3, "value", ("whole number", "-1")),
    ('[[limit]]\nrule = "max_open_orders"\nvalue = true', 3, "value", ("whole number",)),
    ('[[limit]]\nrule = "max_order_qty"\nvalue = 2.5\ninstrument = "BTC-USD"', 3, "value", ("a quantity of BTC as text",)),
    ('[[limit]]\nrule = "max_order_qty"\nvalue = "0.000000001"\ninstrument = "BTC-USD"', 3, "value", ("a multiple of 0.00000001",)),
    ('[[limit]]\nrule = "max_order_qty"\nvalue = "2"', 3, "value", ("an instrument", "lots")),
    ('[[limit]]\nrule = "max_order_value"\nvalue = "2"', 3, "value", ("an instrument", "units")),
    ('[[limit]]\nrule = "max_order_value"\nvalue = "much"\ninstrument = "BTC-USD"', 3, "value", ("an amount of USD", "'much'")),
    ('[[limit]]\nrule = "price_collar"\nvalue = "0.001 %"', 3, "value", ("percent",)),
    ('[[limit]]\nrule = "leverage"\nvalue = "1.555"', 3, "value", ("at most 2 decimals",)),
    ('[[limit]]\nrule = "gross_exposure"\nvalue = "1e9"', 3, "value", ("6 decimals",)),
    ('[[limit]]\nrule = "gross_exposure"\nvalue = "99999999999999999999"', 3, "value", ("no more than the journal holds",)),
    ('[[limit]]\nrule = "price_age"\nvalue = 60', 3, "value", ("a time as text",)),
    (f"{SOME}\n{SOME}", 6, "rule", ("the limit of line 1 again",)),
    ('limit = [{rule = "max_open_orders", value = "x"}]', 1, "value", ("whole number",)),
]


@pytest.mark.parametrize(("text", "line", "key", "words"), WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_is_said_with_file_line_and_key(tmp_path: Path, text: str, line: int, key: str, words: tuple[str, ...]) -> None:
    with pytest.raises(LimitsFileError) as error:
        parsed(tmp_path, text)
    (sentence,) = error.value.sentences
    assert sentence.startswith(f"{tmp_path / 'limits.toml'}, line {line}, {key}: "), sentence
    for word in words:
        assert word in sentence
    assert "\n" not in sentence


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(LimitsFileError) as error:
        parsed(tmp_path, '[[limit]]\nrule = "max_open_orders"\nvalue = "x"\n[[limit]]\nrule = "drawdown"\nvalue = "y"\nscope = "z"\n')
    assert [sentence.split(", ")[1] for sentence in error.value.sentences] == ["line 3", "line 7"]
    path = tmp_path / "limits.toml"
    path.write_bytes(b"\xff\xfe")
    for missing, words in ((path, "not a text file"), (tmp_path / "none.toml", "No such file")):
        with pytest.raises(LimitsFileError, match=words):
            read(missing)


@st.composite
def any_limit(draw: st.DrawFn) -> Limit:
    rule = draw(st.sampled_from(Rule))
    kind = draw(st.sampled_from([ScopeKind.EVERYTHING, *EACH.values()]))
    names = st.sampled_from(("", "1", "23")) if kind is ScopeKind.ACCOUNT else st.sampled_from(("", "ann", 'a "b" \\ c', "x:y", "Zoë"))
    value = draw(st.integers(0, (1 << 60) if FACTS[rule].unit is not Unit.COUNT else 10**6))
    return Limit(
        rule, value, kind, "" if kind is ScopeKind.EVERYTHING else draw(names), InstrumentId(draw(st.sampled_from((0, 1, 2)))),
        draw(st.booleans()), draw(st.integers(1, 10**15)) if FACTS[rule].windowed else 0,  # type: ignore[arg-type]
    )


@settings(max_examples=200, deadline=None)
@given(limits=st.lists(any_limit(), min_size=1, max_size=8, unique_by=limit_key))
def test_what_is_written_reads_back(tmp_path_factory: pytest.TempPathFactory, limits: list[Limit]) -> None:
    text = written(limits, {1: BTC, 2: LOTTED})
    assert parsed(tmp_path_factory.getbasetemp(), text) == tuple(limits)
