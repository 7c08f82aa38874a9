"""One story through many rooms, in a real browser, before the real server with the demo desa in it.

The house is started by `./rukun up` itself, on a database of its own. Where no Chromium is installed the stories are left
out and say so; with RUKUN_BROWSER_TESTS=required that is a failure.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Locator, Page, expect, sync_playwright
from tests.servers import made

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PHONE, DESK = {"width": 360, "height": 800}, {"width": 1280, "height": 900}
PASSWORD = "balai-kayu-jati"
OURS = os.environ["RUKUN_DATABASE"].replace("test", "journeys")
SHOTS = os.environ.get("RUKUN_SHOTS", "")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """A story that fails tells what was on the screen and what the house had written."""
    report = yield
    if report.failed and report.when == "call":
        held = (getattr(each, "visitor", each) for each in item.funcargs.values())
        for visitor in (each for each in held if isinstance(each, Visitor)):
            report.sections.append(("Yang terlihat di layar", visitor.testimony()))
    return report


@dataclass(frozen=True)
class House:
    """A running Rukun: its address, its database and what it has written so far."""

    address: str
    database: str
    log: Path


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The demo desa, as `./rukun up` shows it; each worker of the tests has a house of its own."""
    with standing(OURS, tmp_path_factory.mktemp("house") / "log", "--fresh-demo") as held:
        yield held


@contextmanager
def standing(database: str, log: Path, *options: str) -> Iterator[House]:
    """A house started by `./rukun up` on a database of its own; it is closed with Ctrl-C."""
    _need_a_browser()
    made(database)
    port = _free_port()
    told = os.environ | {"RUKUN_DATABASE": database, "PYTHONPATH": str(ROOT / "src"), "RUKUN_WORKERS": "1"}
    told.pop("RUKUN_AS", None)
    with log.open("w") as out:
        command = [sys.executable, "-m", "rukun.site", "up", *options, "--port", str(port)]
        with _one_at_a_time():
            server = subprocess.Popen(
                command, cwd=ROOT, env=told, stdout=out, stderr=subprocess.STDOUT, preexec_fn=_hears_ctrl_c
            )
            _wait(server, f"http://127.0.0.1:{port}/sehat/", log)
        try:
            yield House(f"http://127.0.0.1:{port}", database, log)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=60)


def _hears_ctrl_c() -> None:
    """A run in the background ignores Ctrl-C, and so would what it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _need_a_browser() -> None:
    if CHROMIUM is None:
        if os.environ.get("RUKUN_BROWSER_TESTS") == "required":
            pytest.fail("Chromium tidak terpasang, padahal ujian di peramban diwajibkan")
        pytest.skip("Chromium tidak terpasang: ujian di peramban dilewati")


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Two houses that are made ready at once would write the same static files."""
    with (ROOT / "var" / "jalan" / "rumah").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


def _wait(server: subprocess.Popen, url: str, log: Path) -> None:
    for _ in range(600):
        if server.poll() is not None:
            pytest.fail(f"Rukun tidak menyala:\n{log.read_text()[-3000:]}")
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.3)
    server.kill()
    pytest.fail("Rukun terlalu lama menyala")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    _need_a_browser()
    with sync_playwright() as tool:
        shown = tool.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield shown
        shown.close()


class Visitor:
    """Someone with a phone or a desk: signs in, walks, and looks; every page they see must be free of axe faults."""

    def __init__(self, page: Page, house: House) -> None:
        self.page, self.house = page, house

    def sign_in(self, name: str, password: str = PASSWORD) -> None:
        self.go("/masuk/")
        self.page.get_by_label("Nama pengguna").fill(name)
        self.page.get_by_label("Sandi", exact=False).first.fill(password)
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Masuk").click()

    def leave(self) -> None:
        """Signs out and waits until the door has closed: a page asked for meanwhile would meet a half-ended session."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Keluar").click()
        self.page.get_by_role("button", name="Keluar").wait_for(state="detached")

    def go(self, path: str) -> None:
        self.page.goto(self.house.address + path)

    @property
    def main(self) -> Locator:
        """What the page is about, without the frame around it."""
        return self.page.locator("main")

    def says(self, *words: str) -> None:
        """Waits until the page says all of it."""
        for each in words:
            expect(self.main).to_contain_text(each)

    def testimony(self) -> str:
        """Address and words of the page, and the last lines of the log of the house."""
        try:
            self.page.set_default_timeout(5000)
            seen = self.page.locator("body").inner_text()[:2000]
        except Error as error:
            seen = f"(peramban tidak menjawab: {error})"
        return f"{self.page.url}\n{seen}\n--- log\n{self.house.log.read_text()[-1500:]}"

    def press(self, name: str, *, confirm: str = "") -> None:
        """A button of the page, and the one that asks whether it is meant."""
        self.main.get_by_role("button", name=name).first.click()
        if confirm:
            self.page.get_by_role("dialog").get_by_role("button", name=confirm).click()

    def follow(self, name: str) -> None:
        self.opens(self.main.get_by_role("link", name=name).first)

    def opens(self, link: Locator) -> None:
        """A link that leads to another page, which is there when this returns: a look meanwhile would see half of it."""
        with self.page.expect_navigation():
            link.click()

    def look(self, name: str) -> None:
        """Accessible, nothing cut at the side, and a picture when RUKUN_SHOTS names a folder."""
        found = Axe().run(self.page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == []
        self.fits(name)

    def fits(self, name: str) -> None:
        """Nothing is cut at the side; a picture when RUKUN_SHOTS names a folder."""
        self.page.wait_for_load_state()
        overflow = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, f"{name}: halaman lebih lebar {overflow} piksel daripada layar"
        if SHOTS:
            Path(SHOTS).mkdir(parents=True, exist_ok=True)
            self.page.screenshot(
                path=f"{SHOTS}/{name}-{self.page.viewport_size['width']}.png", full_page=True, caret="initial"
            )


@pytest.fixture(params=[PHONE, DESK], ids=["360", "1280"])
def anywhere(browser: Browser, house: House, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    yield from visiting(browser, house, request.param)


@pytest.fixture
def phone(browser: Browser, house: House) -> Iterator[Visitor]:
    yield from visiting(browser, house, PHONE)


@pytest.fixture
def desk(browser: Browser, house: House) -> Iterator[Visitor]:
    yield from visiting(browser, house, DESK)


@pytest.fixture
def plain(browser: Browser, house: House) -> Iterator[Visitor]:
    """A phone whose browser runs no script at all."""
    yield from visiting(browser, house, PHONE, java_script_enabled=False)


@pytest.fixture
def newcomer(browser: Browser, tmp_path: Path) -> Iterator[Visitor]:
    """A phone before a house in which nothing has been set up yet."""
    with made(f"{OURS}_empty").connect(autocommit=True) as link:
        link.execute("drop schema public cascade")
        link.execute("create schema public")
    with standing(f"{OURS}_empty", tmp_path / "log", "--empty") as empty:
        yield from visiting(browser, empty, PHONE)


def visiting(browser: Browser, house: House, size: dict[str, int], **options: Any) -> Iterator[Visitor]:
    """A visitor with a browser of their own, in which no script may fail."""
    context = browser.new_context(viewport=size, locale="id-ID", accept_downloads=True, **options)
    faults: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console",
        lambda said: faults.append(said.text) if said.type == "error" and "status of 4" not in said.text else None,
    )
    yield Visitor(page, house)
    context.close()
    assert faults == []
