"""Laid-out texts are kept as long as they are drawn again."""

import pytest
from PySide6.QtWidgets import QApplication

from widgets import type_face
from widgets.type_face import TypeFace


def test_what_is_drawn_again_is_kept_and_the_rest_goes(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type_face, "KEPT_TEXTS", 10)
    monkeypatch.setattr(type_face, "_STORES", {})
    face = TypeFace()
    again, once = face._laid("again"), face._laid("once")
    for number in range(100):
        face._laid(str(number))
        assert face._laid("again") is again
        assert len(face._store.texts) + len(face._store.older) <= 20
    assert face._laid("once") is not once


def test_a_text_is_as_wide_as_before_it_was_let_go(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type_face, "KEPT_TEXTS", 2)
    monkeypatch.setattr(type_face, "_STORES", {})
    face = TypeFace()
    texts = ["1", "22", "333", "4,444.5", "买"]
    widths = [face.width(text) for text in texts]
    assert [face.width(text) for text in texts] == widths and widths[:3] == sorted(widths[:3])


def test_faces_of_one_size_and_weight_keep_a_text_once_and_as_long_as_there_are_any(qapp: QApplication) -> None:
    one, same, strong, larger = TypeFace(47), TypeFace(47), TypeFace(47, strong=True), TypeFace(48)
    assert one._laid("6 190.85") is same._laid("6 190.85")
    assert one._laid("6 190.85") is not strong._laid("6 190.85") and one._laid("6 190.85") is not larger._laid("6 190.85")
    sizes = {size for size, _ in type_face._STORES}
    del one, same, strong
    assert {size for size, _ in type_face._STORES} == sizes - {47}
