"""The real window switched from one language to the other while it is open, at three scales and in larger type: all of it follows, and
nothing is cut.

Run in a process of its own at each scale, because Qt takes the scale once, at its start.
"""

import json
import os
import re
import subprocess
import sys
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.language import CHINESE, ENGLISH, Languages, meant
from app.theme import load_fonts
from core.domain.enums import OrderState, OrderType, Side, TimeInForce
from core.messages.commands import PlaceOrder
from core.messages.reasons import Reason
from tests.app.said import painted
from tests.house.test_words import NAMES
from tests.sessions import ROOT
from tests.widgets.blotter_rows import BTC, LOT, order
from tests.widgets.test_kill_switch import engaged
from tests.widgets.test_kill_switch import picture as released
from widgets import lengths, tongue
from widgets.blotter.export import clipboard_lines, csv_lines, json_lines, tip
from widgets.blotter.form import FieldError, replace
from widgets.blotter.tables import ORDERS
from widgets.core_words import heard
from widgets.kill_switch.stop_button import StopButton
from widgets.labels import ORDER_STATE, SIDE
from widgets.scopes import scope_words
from widgets.style import BIG_PX, HEADING_PX, THEMES
from widgets.ticket import basket_form
from widgets.tongue import Told, again, begun, english, in_english, joined, told, tr
from widgets.type_face import TypeFace

pytestmark = pytest.mark.window_only

SWITCH = """
import json, sys
import tests  # chooses the core, before anything of it
from PySide6.QtWidgets import QApplication
app = QApplication([])
from app import runtime, theme
from app.settings import load
from app.terminal import Terminal
from tests.app.said import painted, told
from tests.app.text_room import findings
from tests.sessions import bundled
from PySide6.QtTest import QTest
theme.load_fonts(runtime.RESOURCES)
width, height, data = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
terminal = Terminal(app, load(["--data", data, "--watchdog", "off", "--language", "en", *sys.argv[4:]], {}), bundled())
window = terminal.window
window.resize(width, height)
terminal.open()
window.resize(width, height)

said, cut = {}, {}
for language in ("en", "zh_CN", "en"):
    terminal.speak(language)
    QTest.qWait(300)
    words = {(type(widget).__name__, text) for widget, text in told(window) if text}
    for panel in window.panels:
        window.focus_panel(panel.id)
        QTest.qWait(100)
        dock = window.docks[panel.id]
        with painted() as caught:
            dock.view.update()
            dock.grab()
        words |= {(panel.id, text) for text in caught}
        words |= {(type(widget).__name__, text) for widget, text in told(dock) if text}
        cut[f"{language} {panel.id}"] = findings(dock)
    for name in ("Trade", "Watch", "Train"):
        window.arrange(name)
        QTest.qWait(300)
        cut[f"{language} {name}"] = findings(window)
    said[language] = sorted(words)
terminal.shut()
print(json.dumps({"ratio": window.devicePixelRatio(), "cut": cut, "said": said}))
"""
DATA = re.compile(
    r"BTC(-USD)?|USD|COINBASE|Coinbase|July|demo(-risk|-operator)?|/\S*|http\S+|coinbase-btcusd\S*|always_open|[a-z]+(_[a-z]+)+|"
    r"--[a-z-]+|^\w+(?=：)|\b(Up|Down|Del|Space|TOML|day)\b|^Export(\.\.\.)?$|\b(ATR|EMA|SMA|RSI|MACD|OBV|VWAP|INFO|DEBUG|WARNING|ERROR)\b|light|dark|contrast|fps|\b(compact|normal|roomy)\b"
)
"""What is the same in every language: symbols, names, paths, settings, options, codes, keys; and an entry of pyqtgraph's own menu,
which never opens."""
QTS_OWN = ("QToolButton", "QMenu")
WORD = re.compile(r"[A-Za-z]{3,}")
HAN = re.compile("[\u2e80-\u9fff]")


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_all_of_the_window_follows_and_nothing_is_cut(tmp_path: Path, percent: int, width: int, height: int) -> None:
    look(tmp_path, percent, width, height)


@pytest.mark.parametrize("sizes", [("--font-scale", "125"), ("--density", "roomy"), ("--font-scale", "125", "--density", "roomy")])
def test_nothing_is_cut_in_a_small_window_of_large_type(tmp_path: Path, sizes: tuple[str, ...]) -> None:
    look(tmp_path, 100, 1280, 720, *sizes)


def look(tmp_path: Path, percent: int, width: int, height: int, *options: str) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(percent / 100)}
    command = [sys.executable, "-c", SWITCH, str(width), str(height), str(tmp_path), *options]
    run = subprocess.run(command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=170)
    assert run.returncode == 0, run.stderr[-2000:]
    seen = json.loads(run.stdout.splitlines()[-1])
    assert seen["ratio"] == percent / 100
    english_left = sorted(
        f"{who}: {text}" for who, text in seen["said"]["zh_CN"]
        if who not in QTS_OWN and set(WORD.findall(DATA.sub("", text))) - NAMES
    )
    assert english_left == []
    assert {("journal", "会话时间 UTC"), ("journal", "结果")} <= {(who, text) for who, text in seen["said"]["zh_CN"]}
    assert [text for who, text in seen["said"]["en"] if who not in QTS_OWN and HAN.search(text.replace("中文", ""))] == []
    assert seen["cut"] == {name: [] for name in seen["cut"]}


@pytest.fixture
def languages(qapp: QApplication):
    made = Languages(qapp, ROOT / "resources")
    yield made
    made.speak(ENGLISH)


def test_words_follow_at_the_moment_of_use(languages: Languages) -> None:
    notice = told("{venue}: {what}.", venue="A", what=told("The line to {venue} is up.", venue="A"))
    assert languages.speak(CHINESE) == ""
    assert (tr("Buy"), SIDE[next(iter(SIDE))], again(notice)) == ("买入", "买入", "A：到 A 的线路已接通。。")
    assert english(again(notice)) == again(notice)  # what was said again is a plain text
    assert english(notice) == "A: The line to A is up.."
    assert QLocale().language() == QLocale.Language.Chinese
    languages.speak(ENGLISH)
    assert (tr("Buy"), again(notice), tongue.language()) == ("Buy", str(notice), "en")


def test_sentences_one_after_the_other_can_be_said_again(languages: Languages) -> None:
    both = joined("", told("Sounds are on."), "plain", told("And {found} more.", found=2))
    assert both == "Sounds are on. plain And 2 more."
    languages.speak(CHINESE)
    assert again(both) == "声音已打开。 plain 另有 2 条。"


def test_one_english_word_may_be_two(languages: Languages) -> None:
    assert (tr("low"), tr("low##disk space")) == ("low", "low")
    languages.speak(CHINESE)
    assert (tr("low"), tr("low##disk space")) == ("下轨", "不足")


def test_a_word_that_was_being_looked_up_when_the_language_changed_is_not_kept(languages: Languages) -> None:
    def late(source: str) -> str:
        # As another thread's switch in the middle of this one's look.
        tongue.speak(None)
        return "late"

    tongue.speak(late, "zh")
    assert (tr("Buy"), tr("Buy")) == ("late", "Buy")


def test_a_text_that_the_catalog_lacks_stays(languages: Languages) -> None:
    languages.speak(CHINESE)
    assert tr("No such text: {n}", n=1) == "No such text: 1"


def test_a_catalog_that_is_not_there_leaves_english(qapp: QApplication, tmp_path: Path) -> None:
    made = Languages(qapp, tmp_path)
    assert "zh_CN" in made.speak(CHINESE)
    assert (made.now, tr("Buy")) == (ENGLISH, "Buy")


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_no_word_of_the_stop_button_is_cut_at_any_size(languages: Languages, language: str, percent: int) -> None:
    load_fonts(ROOT / "resources")
    languages.speak(language)
    lengths.resize(percent, "compact")
    for large in (False, True):
        button = StopButton(THEMES["dark"], large=large)
        button.resize(button.sizeHint())
        for act in (partial(button.draw, released()), button.press, button.press, partial(button.draw, engaged())):
            act()
            # What does not fit would end with an ellipsis.
            with painted() as caught:
                button.grab()
            assert set(button.words()) <= caught
            face = TypeFace(BIG_PX if large else HEADING_PX, strong=True)
            assert face.width(button.words()[0]) + button.height() < button.width()
    lengths.resize(100, "compact")


def test_what_programs_read_is_english_whatever_the_screen_speaks(languages: Languages) -> None:
    rows = [order(1), order(2, state=OrderState.REFUSED, reason=Reason.NOT_RUNNING), order(3, state=OrderState.FILLED, price=0)]
    forms = (csv_lines, json_lines, clipboard_lines)
    before = ["".join(form(ORDERS.columns, rows)) for form in forms]
    assert "Filled" in before[0].splitlines()[0] and "Refused" in before[1]
    languages.speak(CHINESE)
    assert ["".join(form(ORDERS.columns, rows)) for form in forms] == before
    assert tip(ORDERS.columns, rows[0]).startswith("时间")
    with in_english():
        assert (tr("Buy"), begun("a"), told("Sounds are on.")) == ("Buy", "A", "Sounds are on.")
        kept = []
        other = Thread(target=lambda: kept.append(tr("Buy")))
        other.start()
        other.join()
    assert kept == ["买入"] and tr("Buy") == "买入"


def test_rows_of_a_basket_are_read_in_the_words_on_the_screen_too(languages: Languages) -> None:
    rows = "合约\t价格\t数量\t方向\t类型\t有效期\nBTC-USD\t6180\t０.5\t买入\t限价\t当日\nBTC-USD\t\t1\tsell\t市价\tIOC"
    assert basket_form.read(rows, {"BTC-USD": BTC}, "b")[0].order is None
    languages.speak(CHINESE)
    assert [row.order for row in basket_form.read(rows, {"BTC-USD": BTC}, "b")] == [
        PlaceOrder("b-1", BTC.id, Side.BUY, OrderType.LIMIT, LOT // 2, 618_000, TimeInForce.DAY),
        PlaceOrder("b-2", BTC.id, Side.SELL, OrderType.MARKET, LOT, 0, TimeInForce.IOC),
    ]


def test_a_heading_of_a_quantity_is_not_the_state_of_an_order(languages: Languages) -> None:
    languages.speak(CHINESE)
    column = ORDERS.column("filled")
    assert (column.words, ORDER_STATE[OrderState.FILLED]) == ("已成交", "全部成交")


@pytest.mark.parametrize(("system", "wanted", "found"), [
    (QLocale.Language.Chinese, "system", CHINESE), (QLocale.Language.German, "system", ENGLISH), (QLocale.Language.Chinese, "en", ENGLISH),
])
def test_the_desktops_language_where_it_is_ours(system: QLocale.Language, wanted: str, found: str) -> None:
    assert meant(wanted, QLocale(system)) == found


def test_what_is_wrong_with_a_replacement_is_said_in_the_language_of_the_screen(languages: Languages) -> None:
    languages.speak(CHINESE)
    with pytest.raises(FieldError) as error:
        replace(order(1), "", "6190.00")
    assert str(error.value) == "缺少数量"


def test_what_the_core_says_is_found_again_by_its_form(languages: Languages) -> None:
    languages.speak(CHINESE)
    assert heard("price must be a multiple of 0.01 USD") == "价格必须是 0.01 USD 的整数倍"
    typed = heard("quantity must be a number, not 'x'")
    assert isinstance(typed, Told) and typed.source == "{noun} must be a number, not {typed}" and typed.values["noun"] == "数量"
    assert typed.values["typed"] == "'x'" and isinstance(heard("price must be a number"), Told)
    assert heard("COINBASE does not agree with us: the position is another one there: 1/2, ours 3, theirs 4.") == (
        "COINBASE 与我方不一致：持仓在那里不同：1/2，我方 3，对方 4。"
    )
    built = heard("plain Python (as asked)")
    assert built == "纯 Python（按要求）"
    languages.speak(ENGLISH)
    assert again(built) == "plain Python (as asked)"
    languages.speak(CHINESE)
    assert heard("something else") == "something else"
    assert scope_words("account 7") == "账户 7"
