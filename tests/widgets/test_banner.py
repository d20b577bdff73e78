"""The banner: what it says of mode, kill switch, age, profit, and the tone it gives the window."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from shiboken6 import delete, isValid

from core.domain.enums import Mode, PhaseOfRun
from core.domain.instrument import Instrument
from core.domain.units import InstrumentId
from core.projections.lines import Line, LinesPicture
from core.projections.pictures import HealthPicture, KillPicture, PositionRow, PositionsPicture, SessionPicture
from core.projections.results import MONEY_DECIMALS, DayPicture, DayRow
from core.projections.stop_pictures import Rehearsed
from widgets import lengths
from widgets.banner import model
from widgets.banner.view import CLOCK_FRAMES, Banner
from widgets.style import THEMES

BTC = Instrument(InstrumentId(1), "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
ETH = Instrument(InstrumentId(2), "ETH-USD", "COINBASE", "ETH", "USD", 2, 6, 1, 1)
EUR = Instrument(InstrumentId(3), "BTC-EUR", "COINBASE", "BTC", "EUR", 2, 8, 1, 1)
CENT = 10 ** (MONEY_DECIMALS - 2)
FIRST, LAST = 1_531_514_831_025_000_000, 1_531_515_411_332_000_000


def session(version: int = 1, **changes: object) -> SessionPicture:
    fields: dict[str, object] = dict(
        version=version, mode=Mode.LIVE_SIM, phase=PhaseOfRun.RUNNING, environment="development", durability="durable",
        session="coinbase", title="BTC-USD, Coinbase, 13 July 2018", first_at=FIRST, last_at=LAST,
        at=FIRST + 3_002_000_000, speed=1.0, paused=False, messages=10, messages_total=24_418, trades=2,
        trades_recorded=2, trades_matched=2, diverged=0, told=(),
    )
    return SessionPicture(**{**fields, **changes})  # type: ignore[arg-type]


def kill(engaged: bool, version: int = 1) -> KillPicture:
    return KillPicture(version, engaged, 1, "stop key", FIRST, 3, 1, 0, 2, (), ())


def health(version: int = 1, **changes: object) -> HealthPicture:
    fields: dict[str, object] = dict(
        version=version, entries_per_s=100, events_per_s=200, core_lag_p50_us=300, core_lag_p99_us=900, inbox=0,
        inbox_limit=10_000, journal_waiting=0, journal_batch_p50_us=900, journal_batch_p99_us=2_000,
        journal_bytes=1_000_000, order_p50_us=1_000, order_p99_us=2_000, rss_bytes=150_000_000, cpu_percent=20,
        data_age_ms=120, compiled=True, faults=(),
    )
    return HealthPicture(**{**fields, **changes})  # type: ignore[arg-type]


def position(instrument: Instrument, realised: int, unrealised: int) -> PositionRow:
    return PositionRow(1, instrument, 0, 0, 0, realised, unrealised, 0, 0)


def day(currency: str, cents: int) -> DayPicture:
    return DayPicture(1, date(2018, 7, 13).toordinal(), (DayRow(currency, cents * CENT),))


@pytest.fixture
def banner(qtbot):
    made = Banner(THEMES["dark"])
    made.resize(1280, made.sizeHint().height())
    qtbot.addWidget(made)
    made.show()
    return made


def test_says_clock_title_and_speed(banner):
    banner.draw_session(session(speed=0.0))
    assert banner.fact("clock") == "20:47:14.027"
    assert banner.fact("title") == "BTC-USD, Coinbase, 13 July 2018"
    assert banner.fact("speed") == "Max"
    assert banner.fact("journal") == "durable"


@pytest.mark.parametrize(
    ("mode", "tone"),
    [(Mode.LIVE_SIM, "hairline"), (Mode.REPLAY, "selection"), (Mode.PAUSED, "stale"), (Mode.DRILL, "warning"),
     (Mode.ENDED, "stale")],
)
def test_mode_gives_the_tone(banner, mode, tone):
    banner.draw_session(session(mode=mode))
    assert banner.tone == tone


def test_engaged_kill_switch_outranks_every_mode(banner, qtbot):
    banner.draw_session(session(mode=Mode.PAUSED))
    with qtbot.waitSignal(banner.tone_changed) as told:
        banner.draw_kill(kill(True))
    assert told.args == ["critical"]
    assert banner.fact("kill") == "ENGAGED"
    assert "Kill switch engaged" in banner.accessibleName()
    banner.draw_session(session(2, mode=Mode.DRILL))
    assert banner.tone == "critical"
    banner.draw_kill(kill(False, 2))
    assert banner.tone == "warning"
    assert banner.fact("kill") == "RELEASED"


def test_the_last_rehearsal_is_beside_the_switch(banner):
    banner.draw_kill(replace(kill(False), tested=Rehearsed(FIRST, 30, 10**6, 2 * 10**6, 3 * 10**6)))
    assert banner.fact("rehearsal") == "20:47 UTC"
    assert "Rehearsed 13 Jul: 20:47 UTC" in banner._facts.tip()
    assert "Last rehearsed 13 Jul 20:47 UTC with 30 orders: blocked in 1.0 ms" in banner._facts.tip()


@pytest.mark.parametrize(
    ("tested", "word", "sentence"),
    [(None, "never", "Never rehearsed here."),
     (Rehearsed(FIRST, 30, 0, 0, 0, "an order was left"), "FAILED", "Rehearsal of 13 Jul 20:47 UTC FAILED: an order was left")],
)
def test_a_rehearsal_that_failed_or_never_was_outlasts_what_gives_way(banner, qtbot, tested, word, sentence):
    banner.draw_session(session())
    banner.draw_health(health())
    banner.draw_kill(replace(kill(False), tested=Rehearsed(FIRST, 30, 1, 2, 3)))
    banner.resize(500, banner.height())
    qtbot.waitUntil(lambda: not banner._facts.is_shown("rehearsal"))
    banner.draw_kill(replace(kill(False, 2), tested=tested))
    assert banner._facts.is_shown("rehearsal") and banner.fact("rehearsal") == word
    assert sentence in banner._facts.tip()


def test_without_a_venue_outside_the_line_is_quiet(banner):
    banner.draw_lines(LinesPicture(1, ()))
    assert "Venue: embedded" in banner._facts.tip()
    assert "No feed from outside is connected." in banner._facts.tip()


def test_a_lost_line_outlasts_what_gives_way_and_is_spoken(banner, qtbot):
    banner.draw_session(session())
    banner.draw_kill(kill(False))
    banner.draw_health(health())
    banner.draw_lines(LinesPicture(1, (Line("COINBASE", True, FIRST),)))
    assert "Line to COINBASE: up" in banner._facts.tip()
    banner.resize(480, banner.height())
    qtbot.waitUntil(lambda: not banner._facts.is_shown("line"))
    banner.draw_lines(LinesPicture(2, (Line("COINBASE", False, FIRST), Line("KRAKEN", True, FIRST))))
    assert banner._facts.is_shown("line") and banner.fact("line") == "LOST 20:47:11"
    assert "The line to COINBASE is down since 20:47:11" in banner.accessibleName()
    banner.draw_lines(LinesPicture(3, (Line("COINBASE", True, FIRST), Line("KRAKEN", True, FIRST))))
    assert banner.fact("line") == "2 up" and not banner._facts.is_shown("line")


def test_of_two_warnings_without_room_the_lost_line_stays(banner):
    banner.draw_session(session())
    banner.draw_kill(kill(True))
    banner.draw_lines(LinesPicture(1, (Line("COINBASE", False, FIRST),)))
    assert banner._facts.is_shown("rehearsal") and banner._facts.is_shown("line")
    banner.resize(400, banner.height())
    assert (banner._facts.is_shown("rehearsal"), banner._facts.is_shown("line")) == (False, True)


def test_a_line_that_was_never_up_is_a_warning(banner):
    banner.draw_lines(LinesPicture(1, (Line("COINBASE", False, 0),)))
    assert (banner.fact("line"), banner.fact_token("line")) == ("not up yet", "warning")


def test_old_data_has_a_word_and_a_colour(banner):
    banner.draw_session(session())
    banner.draw_health(health(data_age_ms=1_999))
    assert (banner.fact("age"), banner.fact_token("age")) == ("2.0 s", "text")
    banner.draw_health(health(data_age_ms=5_200))
    assert (banner.fact("age"), banner.fact_token("age")) == ("5.2 s late", "warning")


def test_age_means_nothing_while_paused(banner):
    banner.draw_health(health(data_age_ms=90_000))
    banner.draw_session(session(mode=Mode.PAUSED, paused=True))
    assert (banner.fact("age"), banner.fact_token("age")) == ("on hold", "stale")


def test_slow_core_has_a_word(banner):
    banner.draw_health(health(core_lag_p99_us=81_000))
    assert (banner.fact("lag"), banner.fact_token("lag")) == ("81.0 ms slow", "warning")


def test_divergence_appears_only_when_there_is_one(banner):
    banner.draw_session(session())
    assert banner.fact("diverged") == ""
    banner.draw_session(session(2, diverged=1))
    assert banner.fact("diverged") == "by 1 message"
    banner.draw_session(session(3, diverged=1_200))
    assert banner.fact("diverged") == "by 1\u202f200 messages"


def test_profit_is_the_trading_days_and_the_runs_is_in_the_tooltip(banner):
    row = PositionRow(1, BTC, 0, 0, 0, 10**10 * 3, -(10**10), 0, 0, 5 * 10**9)
    banner.draw_positions(PositionsPicture(1, (row,)))
    banner.draw_day(day("USD", -25))
    assert banner.fact("profit") == "\u22120.25 USD"
    tip = banner._facts.tip()
    assert "Day P&L, 13 Jul: \u22120.25 USD" in tip
    assert "P&L net +1.50 USD, gross +2.00 USD, realised +3.00 USD, unrealised \u22121.00 USD" in tip
    assert "fees \u22120.50 USD, since the run began." in tip


def test_currencies_stand_side_by_side(banner):
    assert model.day_said((DayRow("USD", 300 * CENT), DayRow("EUR", -50 * CENT))) == "+3.00 USD  \u22120.50 EUR"
    assert model.day_said(()) == "flat"


def test_the_runs_profit_is_summed_exactly_within_a_currency():
    rows = (position(BTC, 10**10 * 3, -(10**10)), position(ETH, 10**8, 0), position(EUR, -5 * 10**9, 0))
    assert [line.split(",")[0] for line in model.profit_parts(rows)] == ["P&L net +3.00 USD", "P&L net \u22120.50 EUR"]


def test_production_is_not_overlooked():
    assert model.environment_said("production") == model.Said("PRODUCTION", "warning")
    assert model.environment_said("staging").token == "muted"


def test_notice_stays_until_dismissed(banner, qtbot):
    banner.draw_session(session(told=((5, "The last run did not end cleanly."),)))
    notice = banner.notice
    assert notice.isVisible()
    qtbot.mouseClick(notice._dismiss, Qt.MouseButton.LeftButton)
    assert not notice.isVisible()
    banner.draw_session(session(2, told=((5, "The last run did not end cleanly."),), at=FIRST + 1))
    assert not notice.isVisible()
    banner.draw_session(session(3, told=((5, "The last run did not end cleanly."), (7, "Tape is damaged."), (8, "The disk is full."))))
    assert notice.text() == "Tape is damaged.", "what was dismissed does not come again, and of two at once both are to be read"
    notice._next.click()
    assert notice.text() == "The disk is full."


def test_short_of_room_the_important_stays(banner, qtbot):
    banner.draw_session(session(diverged=3))
    banner.draw_kill(kill(False))
    banner.draw_health(health())
    banner.draw_day(day("USD", 10_000))
    banner.set_stop_button(QPushButton("Stop"))
    banner.resize(640, banner.height())
    qtbot.waitUntil(lambda: not banner._facts.is_shown("speed"))
    assert banner._facts.is_shown("kill")
    assert banner._facts.is_shown("clock")
    assert "Speed: 1×" in banner._facts.tip()


LONG_TITLE = "BTC-USD, ETH-USD, Coinbase, 13 July 2018, with the flash crash of the afternoon"


@pytest.mark.parametrize(("percent", "width"), [(100, 900), (100, 1024), (150, 900), (200, 1600)])
def test_the_title_gives_way_to_what_a_desk_is_run_by(qtbot, percent, width):
    lengths.resize(percent, "compact")
    try:
        made = Banner(THEMES["dark"])
        qtbot.addWidget(made)
        made.resize(width, made.sizeHint().height())
        made.show()
        made._facts.say("person", "demo-operator", caption="Trader")
        made.draw_session(session(title=LONG_TITLE, diverged=12))
        made.draw_kill(replace(kill(False), tested=Rehearsed(FIRST, 30, 1, 2, 3)))
        made.draw_health(health())
        made.draw_day(day("USD", -123_456))
        assert [key for key in ("kill", "clock", "profit", "age") if not made._facts.is_shown(key)] == []
    finally:
        lengths.resize(100, "compact")


def test_the_title_is_cut_before_anything_of_use_goes(banner):
    banner.draw_session(session(title=LONG_TITLE, diverged=12))
    banner.draw_kill(replace(kill(False), tested=Rehearsed(FIRST, 30, 1, 2, 3)))
    banner.draw_health(health())
    banner.draw_day(day("USD", -123_456))
    banner.resize(1_150, banner.height())
    assert [key for key in ("title", "rehearsal", "diverged", "lag") if not banner._facts.is_shown(key)] == []


def test_production_stays_in_sight_where_a_title_goes(banner):
    banner.draw_kill(kill(False))
    banner.draw_health(health())
    banner.draw_session(session())
    banner.resize(560, banner.height())
    assert not banner._facts.is_shown("title")
    banner.draw_session(session(2, environment="production"))
    assert banner._facts.is_shown("title")


def test_a_part_asks_for_what_it_has_not_drawn(banner):
    part = banner.parts["kill"]
    assert part.look().version == -1
    part.draw(replace(kill(False), version=7))
    assert part.look().version == 7, "in the next frame"


def test_the_running_clock_is_not_drawn_faster_than_anybody_reads(banner):
    part = banner.parts["session"]
    looks = [part.look() for _ in range(2 * CLOCK_FRAMES)]
    assert [look and look.version for look in looks] == [-1, *[None] * (CLOCK_FRAMES - 1)] * 2
    part.draw(session(7))
    assert part.look().version == 7


def test_build_stands_in_the_tooltip(banner):
    banner.set_version("Quarterdeck 0.1, core: plain Python (as asked)")
    banner.draw_session(session())
    assert "Quarterdeck 0.1, core: plain Python (as asked)" in banner._facts.tip()


@pytest.mark.parametrize("name", list(THEMES))
def test_draws_in_every_theme(banner, name):
    banner.draw_session(session(diverged=2, told=((1, "Look."),)))
    banner.draw_kill(kill(True))
    banner.set_theme(THEMES[name])
    assert banner.grab().toImage().pixelColor(1, 20) == THEMES[name].color("raised")


def test_its_parts_go_with_it(qapp: QApplication) -> None:
    banner = Banner(THEMES["dark"])
    parts = list(banner.parts.values())
    assert parts and all(isValid(part) for part in parts)
    delete(banner)
    assert not any(isValid(part) for part in parts), "the frame clock would draw into what is gone, and call it a fault"
