"""What the session tells the operator: numbered, the newest ones, and of this process alone."""

from app.projection_memory import recall, remember
from core.projections.pictures import VersionLook
from core.projections.session import TOLD_LIMIT, Session
from tests.core.test_projections import Stage
from widgets.tongue import told


def test_two_between_two_pictures_are_both_there_and_each_has_a_larger_number() -> None:
    session = Session("development", "durable")
    session.tell("One.")
    session.tell("", "Two.")
    picture = session.picture(VersionLook())
    assert picture is not None and [sentence for _, sentence in picture.told] == ["One.", "Two."] and session.notice == "Two."
    assert picture.told[0][0] < picture.told[1][0] and session.picture(VersionLook(picture.version)) is None
    session.tell(*(f"{number}." for number in range(2 * TOLD_LIMIT)))
    again = session.picture(VersionLook(picture.version))
    assert again is not None and len(again.told) == TOLD_LIMIT and again.told[-1][1] == f"{2 * TOLD_LIMIT - 1}."


def test_a_snapshot_can_be_read_whatever_was_told_and_says_none_of_it() -> None:
    stage = Stage()
    stage.play(30)
    stage.session.tell(told("Sounds are on."))
    again = recall(remember(stage.projections), stage.engine)
    assert again.session.notice == "" and again.session.messages == stage.session.messages
    assert stage.session.notice == "Sounds are on."
