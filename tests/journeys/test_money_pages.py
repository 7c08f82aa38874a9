"""Every page of the money, opened on a phone and on a desk by someone whose page it is.

Which pages there are is read from the drawn lines of tests/house/addresses: a new one is walked, or it stands in UNSEEN
with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser
from tests.house.test_permissions import ADDRESSES, FURTHER, TABLE
from tests.journeys.conftest import DESK, PHONE, House, Visitor, visiting
from tests.servers import made

ROOMS = ("grants", "facilitation", "musrenbang", "reports_grants", "transparency")
NEARBY = (
    "facilitation:rules", "facilitation:changes", "facilitation:juknis", "facilitation:adopt", "facilitation:programme",
    "facilitation:fill", "transparency:hall", "transparency:area",
)  # fmt: skip
UNSEEN = {
    "grants:open_next": "only sent", "grants:prepare": "only sent", "grants:submit": "only sent",
    "grants:payment_approve": "only sent", "grants:payment_new_photo": "only sent", "grants:scan": "only sent",
    "grants:payment_new_check": "only sent: the journey of a path looks at it",
    "grants:picture": "a picture", "grants:overview_sheet": "a file", "musrenbang:ceilings_sheet": "a file",
    "facilitation:fill": "nothing is left to fill in the demo",
} | {name: "a paper" for name in TABLE if name.startswith("reports:grants_") and name != "reports:grants_activity"}  # fmt: skip

HANDS = {
    "anyone": "", "anyone who finds it": "", "money.see": "ketua-rt01", "spend.approve": "ketua-rt01",
    "meeting.hold": "ketua-rt01", "rab.edit": "sekretaris-rt01", "spend.propose": "sekretaris-rt01",
    "spend.pay": "bendahara-rt01", "plan.see": "petugas-dpmd", "juknis.edit": "petugas-dpmd",
    "prices.edit": "petugas-dpmd", "flags.see": "inspektorat", "flags.close": "inspektorat",
}  # fmt: skip
"""Who opens what: the word of the permission table → one of the demo's cast."""
OTHER = {"grants:overview": "petugas-kecamatan", "grants:desk": "operator-desa"}
"""Pages that are somebody else's daily work."""
SEAT = {
    "petugas-dpmd": "kabupaten", "inspektorat": "kabupaten", "petugas-kecamatan": "kecamatan", "operator-desa": "desa",
}  # fmt: skip
"""Who sits above the RT opens a page about a place at their own."""
OF_RT = ("grants:flags_of_rt",)

BOOK = "select id from grants_book order by id limit 1"
OURS = (
    "select {0} from grants_{1} where path = (select path from grants_book order by id limit 1) {2} order by id limit 1"
)
AREA = (
    "select a.id from territory_area a join grants_book b on b.path like a.path || '%' where level = '{}' order by b.id"
)
THING = {
    "book": BOOK,
    "activity": "select id from grants_activity where state = 'finished' order by id",
    "programme": "select id from facilitation_programme order by id desc limit 1",
    "decree": "select id from musrenbang_decree order by id desc limit 1",
    "sample": "select id from grants_auditsample order by id desc limit 1",
    "flag": "select id from grants_flag order by id limit 1",
}
"""Which thing of a kind is looked at; one of RT 001 where nothing is said."""
AT = {
    "grants:rab_item": "running", "grants:progress_new": "approved", "grants:payment_new": "running",
    "grants:wage_list_new": "running", "grants:wages_move": "running",
}  # fmt: skip
"""Pages that ask something of an activity at another stage of its life."""
MORE = (
    ("ketua-rt01", "grants:payment", "payment", "state = 'proposed'"),
    ("ketua-rt01", "grants:payment_refuse", "payment", "state = 'proposed'"),
    ("bendahara-rt01", "grants:payment", "payment", "state = 'approved'"),
    ("bendahara-rt01", "grants:payment_pay", "payment", "state = 'approved'"),
    ("ketua-rt01", "grants:dossier", "dossier", "kind = 'spj'"),
    ("ketua-rt01", "grants:activity", "activity", "state = 'running'"),
)
"""The same pages again, with something that still waits for a hand."""

LOOK = """() => {
  const found = [], root = document.documentElement, seen = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(h => h.checkVisibility());
  if (root.scrollWidth > root.clientWidth) found.push(`wider than the screen by ${root.scrollWidth - root.clientWidth}`);
  const levels = seen.map(h => +h.tagName[1]);
  if (levels.filter(n => n === 1).length !== 1 || levels.some((n, i) => i && n > levels[i - 1] + 1)) found.push(`headings ${levels}`);
  for (const each of document.querySelectorAll('main :is(dt, th, h1, h2, h3, legend, .button)'))
    if (!each.textContent.trim()) found.push(`empty ${each.outerHTML.slice(0, 80)}`);
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) for (const sum of walk.currentNode.data.matchAll(/Rp[0-9][0-9.]*/g)) {
    const range = document.createRange();
    range.setStart(walk.currentNode, sum.index); range.setEnd(walk.currentNode, sum.index + sum[0].length);
    if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) found.push(`broken ${sum[0]}`);
  }
  for (const value of document.querySelectorAll('.figure .value'))
    if (value.scrollWidth > value.clientWidth + 1) found.push(`cut ${value.textContent}`);
  for (const words of document.querySelectorAll('svg.chart text'))
    if (words.getBoundingClientRect().right > words.closest('svg').getBoundingClientRect().right + 1) found.push(`cut ${words.textContent}`);
  return found;
}"""


def pages() -> set[str]:
    """The addresses of the money, as they are drawn."""
    files = (file for file in FURTHER.glob("*.txt") if file.stem.startswith(ROOMS))
    rows = [row for file in files for row in file.read_text().splitlines() if row.strip()]
    return {row.partition("|")[0].strip() for row in rows} | {name for name in TABLE if name.startswith("grants:")}


WALKED = sorted((pages() | set(NEARBY)) - set(UNSEEN))


def test_what_is_not_looked_at_exists_and_says_why() -> None:
    assert set(UNSEEN) <= set(ADDRESSES)
    assert set(NEARBY) <= set(ADDRESSES)
    assert [name for name in WALKED if TABLE[name].opens_to not in HANDS] == []


def opener(name: str) -> str:
    return OTHER.get(name) or HANDS[TABLE[name].opens_to]


class Things:
    """What lies in the demo, asked from the owner's side."""

    def __init__(self, house: House) -> None:
        self.link = made(house.database).connect(autocommit=True)

    def one(self, question: str) -> int:
        found = self.link.execute(question).fetchone()
        assert found, f"the demo has none: {question}"
        return found[0]

    def url(self, name: str, who: str) -> str:
        kind = TABLE[name].kind
        if not kind:
            return reverse(name)
        return reverse(name, args=[self.one(self._asked(name, kind, who))])

    def _asked(self, name: str, kind: str, who: str) -> str:
        if kind == "area":
            return AREA.format("rt" if name in OF_RT else SEAT.get(who, "rt"))
        if name in AT:
            return OURS.format("id", "activity", f"and state = '{AT[name]}'")
        return THING.get(kind) or OURS.format("id", kind, "")


@pytest.fixture
def things(house: House) -> Iterator[Things]:
    held = Things(house)
    yield held
    held.link.close()


@pytest.mark.parametrize("who", sorted({*HANDS.values(), *OTHER.values()}))
def test_every_page_of_the_money_holds_together(browser: Browser, house: House, things: Things, who: str) -> None:
    for visitor in visiting(browser, house, PHONE):
        if who:
            visitor.sign_in(who)
        BEFORE.get(who, lambda _visitor, _things: None)(visitor, things)
        told = [(name, things.url(name, who)) for name in WALKED if opener(name) == who]
        told += [
            (name, reverse(name, args=[things.one(OURS.format("id", kind, f"and {asked}"))]))
            for hand, name, kind, asked in MORE
            if hand == who
        ]
        assert {f"{name} {url}": found for name, url in told if (found := seen(visitor, url))} == {}


def seen(visitor: Visitor, url: str) -> list[Any]:
    """What is wrong with one page, on a phone and on a desk."""
    page = visitor.page
    page.set_viewport_size(PHONE)
    answer = page.goto(visitor.house.address + url)
    if answer.status != 200:
        return [answer.status]
    found = page.evaluate(LOOK) + [
        each["id"] for each in Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    ]
    page.set_viewport_size(DESK)
    return found + page.evaluate(LOOK)


def draw_lots(visitor: Visitor, things: Things) -> None:
    visitor.go(things.url("grants:announce", "inspektorat"))
    visitor.main.get_by_label("Kata undian").fill("Hujan turun di hulu sungai rekaan")
    visitor.main.get_by_label("RT dengan tanda terberat").fill("1")
    visitor.main.get_by_label("RT secara acak").fill("1")
    visitor.press("Umumkan kata undian")
    visitor.says("Undian pemeriksaan")


def decree_ceilings(visitor: Visitor, things: Things) -> None:
    """As much for each RT as the juknis says, so that nothing changes for anyone."""
    visitor.go(things.url("musrenbang:ceilings_trial", "petugas-dpmd"))
    visitor.press("Hitung")
    visitor.follow("Tetapkan dengan keputusan")
    visitor.main.get_by_label("Nomor keputusan").fill("12/REKAAN")
    since = visitor.main.get_by_label("Berlaku mulai").input_value()
    visitor.main.get_by_label("Tanggal keputusan").fill(since)
    visitor.press("Tetapkan pagu")
    visitor.says("12/REKAAN")


BEFORE = {"inspektorat": draw_lots, "petugas-dpmd": decree_ceilings}
"""What the demo leaves undone, done by whose work it is."""
