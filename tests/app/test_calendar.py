"""The calendar drives a session: the same tape on a market that is open, and on one whose day is over."""

from pathlib import Path

import pytest

from app.runtime import RESOURCES
from app.start import main
from core.domain.enums import Phase
from core.edge.calendar import read_calendar
from tests.app.test_assembly import run
from tests.sessions import assemble


def test_a_calendar_that_never_closes_adds_nothing(tmp_path: Path) -> None:
    always = read_calendar(RESOURCES / "calendars" / "always_open.toml")
    assert run(tmp_path / "with", calendar=always)[1] == run(tmp_path / "without")[1]


def test_a_market_that_is_closed_at_that_hour_takes_nothing(tmp_path: Path) -> None:
    """20:47 UTC is 16:47 in New York: the day is over, so none of the tape's orders come in."""
    text = (RESOURCES / "calendars" / "us_equities.toml").read_text().replace("2025-01-01", "2018-01-01", 1)
    (tmp_path / "calendar.toml").write_text(text)
    calendar = read_calendar(tmp_path / "calendar.toml")
    assembly, _ = run(tmp_path / "data", calendar=calendar)
    market = assembly.engine.state.venue.markets[1]
    assert market.phase in (Phase.POST_TRADE, Phase.CLOSED) and assembly.session.trades == 0
    again, _ = run(tmp_path / "data", calendar=calendar)
    assert again.engine.state.venue.markets[1].phase is market.phase
    assert assemble(tmp_path / "open").stop("test")


@pytest.mark.parametrize(("named", "words"), [("nowhere.toml", "no calendar 'nowhere.toml'"), ("{bad}", "calendar.toml: ")])
def test_a_wrong_calendar_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str], named: str, words: str) -> None:
    (tmp_path / "calendar.toml").write_text('name = "x"\nzone = "Mars/Olympus"\n')
    arguments = ["--headless", "--data", str(tmp_path / "d"), "--core", "plain", "--calendar", named.format(bad=tmp_path / "calendar.toml")]
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert words in said and said.count("\n") == 1
