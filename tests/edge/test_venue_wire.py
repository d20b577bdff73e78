"""The numbered language over lines that lose, double, delay and turn round: everything is heard once, in order."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.edge.line_faults import Faults, FaultyLine
from core.edge.venue_wire import LONGEST, Numbered, PictureRequest, Said, Skipped, Splitter, WireError, packed


class Pair:
    """Two sides over two faulty lines; time is a list of calls."""

    def __init__(self, faults: Faults) -> None:
        self.heard: tuple[list[int], list[int]] = ([], [])
        self.due: list[tuple[float, int, object]] = []
        self.sides = tuple(Numbered(lambda body, number, at=at: self.heard[at].append(body.token)) for at in (0, 1))
        self.count = 0
        self.connect(faults)

    def connect(self, faults: Faults) -> None:
        expected = [side.expects for side in self.sides]
        for at, side in enumerate(self.sides):
            splitter, other = Splitter(), self.sides[1 - at]
            line = FaultyLine(
                faults, lambda data, splitter=splitter, other=other: [other.take(frame) for frame in splitter.frames(data)], self.later
            )
            side.connect(lambda frame, line=line: line.write(packed(frame)), expected[1 - at])

    def later(self, seconds: float, call: object) -> None:
        self.count += 1
        self.due.append((seconds, self.count, call))

    def settle(self) -> None:
        for _ in range(400):
            while self.due:
                self.due.sort(key=lambda one: one[:2])
                self.due.pop(0)[2]()  # type: ignore[operator]
            if all(self.sides[1 - at].expects == self.sides[at].last + 1 for at in (0, 1)):
                return
            for side in self.sides:
                side.beat()
        raise AssertionError("the two never agreed")


FAULTS = st.builds(
    Faults, seed=st.integers(0, 10_000), loss=st.sampled_from((0.0, 0.1, 0.5)), doubling=st.sampled_from((0.0, 0.3)),
    turning=st.sampled_from((0.0, 0.3)), delay_s=st.sampled_from((0.0, 1.0)),
)


@settings(max_examples=150, deadline=None)
@given(faults=FAULTS, first=st.integers(0, 30), second=st.integers(0, 30), cut=st.booleans())
def test_everything_is_heard_once_and_in_order(faults: Faults, first: int, second: int, cut: bool) -> None:
    pair = Pair(faults)
    for token in range(max(first, second)):
        if token < first:
            pair.sides[0].say(PictureRequest(token))
        if token < second:
            pair.sides[1].say(PictureRequest(token))
        if cut and token == 7:
            # The line went down, with everything that was on it, and came up again.
            pair.due.clear()
            pair.connect(faults)
    pair.settle()
    assert pair.heard == (list(range(second)), list(range(first)))


def test_what_must_not_be_said_again_is_skipped() -> None:
    heard: list[int] = []
    written: list[object] = []
    far = Numbered(lambda body, number: heard.append(body.token))
    near = Numbered(lambda body, number: None, lambda body: body if body.token % 2 else None)
    for token in range(4):
        near.say(PictureRequest(token))
    near.connect(written.append, 1)
    assert [type(frame) for frame in written] == [Skipped, Said, Skipped, Said]
    for frame in written:
        far.take(frame)  # type: ignore[arg-type]
    assert heard == [1, 3] and far.expects == 5


def test_what_could_not_be_taken_is_said_again() -> None:
    heard: list[int] = []

    def hear(body: PictureRequest, number: int) -> None:
        if len(heard) == 1 and not refused:
            refused.append(number)
            raise WireError("not now")
        heard.append(body.token)

    refused: list[int] = []
    near, far = Numbered(lambda body, number: None), Numbered(hear)
    near.connect(far.take, 1)
    near.say(PictureRequest(1))
    with pytest.raises(WireError):
        near.say(PictureRequest(2))
    near.disconnect()
    near.say(PictureRequest(3))
    near.connect(far.take, far.expects)
    assert heard == [1, 2, 3]


def test_a_frame_split_anywhere() -> None:
    data = packed(Said(1, PictureRequest(7))) + packed(Skipped(2))
    for cut in range(len(data)):
        splitter = Splitter()
        assert splitter.frames(data[:cut]) + splitter.frames(data[cut:]) == [Said(1, PictureRequest(7)), Skipped(2)]


@pytest.mark.parametrize("data", (b"\0\0\0\0", (LONGEST + 1).to_bytes(4, "big"), b"\0\0\0\3\xc1\xc1\xc1", b"\0\0\0\1\x90"))
def test_what_is_no_frame_ends_the_line(data: bytes) -> None:
    with pytest.raises(WireError):
        Splitter().frames(data)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_frames_or_an_error(data: bytes) -> None:
    with contextlib.suppress(WireError):
        Splitter().frames(data)
