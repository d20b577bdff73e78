"""The health panel: rows of words, comfort told by a word, faults, and trails that do not lie."""

import pytest

from core.projections.pictures import Fault, HealthPicture
from widgets.health import model
from widgets.health.view import HealthView
from widgets.style import THEMES


def health(version: int = 1, **changes: object) -> HealthPicture:
    fields: dict[str, object] = dict(
        version=version, entries_per_s=1_234, events_per_s=2_345, core_lag_p50_us=310, core_lag_p99_us=4_800, inbox=3,
        inbox_limit=10_000, journal_waiting=12, journal_batch_p50_us=1_220, journal_batch_p99_us=8_100,
        journal_bytes=12_345_678, order_p50_us=1_400, order_p99_us=9_100, rss_bytes=183_000_000, cpu_percent=34,
        data_age_ms=120, compiled=False, faults=(),
    )
    return HealthPicture(**{**fields, **changes})  # type: ignore[arg-type]


def named(rows: list[model.Row], name: str) -> model.Row:
    return next(row for row in rows if row.name == name)


@pytest.fixture
def view(qtbot):
    made = HealthView(THEMES["dark"])
    made.resize(268, 290)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_values_in_words_a_person_reads():
    rows = model.rows(health(), model.Frames(30, 4_100, 9_400))
    assert named(rows, "Entries").value == "1\u202f234 /s"
    assert named(rows, "Lag").value == "0.31 / 4.80 ms"
    assert named(rows, "Size").value == "12.3\u202fMB"
    assert named(rows, "Frame").value == "4.10 / 9.40 ms"
    assert named(rows, "Core build").value == "plain Python"
    assert [row.word for row in rows] == [""] * len(rows)


@pytest.mark.parametrize(
    ("change", "name", "word"),
    [
        ({"core_lag_p99_us": 81_000}, "Lag", "slow"), ({"inbox": 7_000}, "Inbox", "filling"),
        ({"journal_waiting": 30_000}, "Waiting", "behind"), ({"journal_batch_p99_us": 340_000}, "Batch", "slow"),
        ({"order_p99_us": 200_000}, "To disk", "slow"), ({"rss_bytes": 1_900_000_000}, "Memory", "large"),
        ({"cpu_percent": 99}, "CPU", "busy"),
    ],
)
def test_discomfort_has_a_word(change, name, word):
    assert named(model.rows(health(**change), model.Frames()), name).word == word


def test_the_tooltip_says_which_core_runs_and_why(view):
    view.draw(health(core="plain Python (not built: no C compiler)"))
    assert "Core: plain Python (not built: no C compiler)." in view._sheet.toolTip()


def test_nothing_measured_is_not_zero():
    rows = model.rows(health(order_p50_us=0, order_p99_us=0), model.Frames())
    assert named(rows, "To disk").value == "\u2013"
    assert named(rows, "Frames").word == ""


def test_low_frame_rate_is_told(view):
    view.draw(health())
    view.draw_frames(12, 20_000, 90_000)
    assert named(view.rows(), "Frames").word == "low"
    assert named(view.rows(), "Frame").word == "slow"


def test_faults_name_where_and_what(view):
    view.draw(health(faults=(Fault("ladder", 3, "ValueError: no"), Fault("recorder", 1, "OSError: disk full"))))
    assert view.faults() == ["ladder is off: ValueError: no (3 times)", "recorder is off: OSError: disk full"]


def test_trails_end_when_hidden(view):
    for version in range(5):
        view.draw(health(version))
        view.draw_frames(30, 4_000, 9_000)
    assert {len(trail) for trail in view._sheet.trails.values()} == {5}
    view.hide()
    view.draw_frames(30, 4_000, 9_000)
    assert {len(trail) for trail in view._sheet.trails.values()} == {0}


def test_wide_it_takes_two_columns_and_less_height(view):
    view.draw(health())
    tall = view._sheet.minimumHeight()
    view.resize(600, 290)
    assert view._sheet.minimumHeight() < tall


def test_look_follows_what_was_drawn(view):
    assert view.look().version == -1
    view.draw(health(4))
    assert view.look().version == 4


@pytest.mark.parametrize("name", list(THEMES))
def test_paints_in_every_theme(view, name):
    view.set_theme(THEMES[name])
    assert view.grab().toImage().pixelColor(2, 280) == THEMES[name].color("panel")
    view.draw(health(faults=(Fault("ladder", 1, "ValueError: " + "long " * 40),), cpu_percent=100))
    view.draw_frames(30, 4_000, 9_000)
    assert view.grab().toImage().pixelColor(2, 280) == THEMES[name].color("panel")
