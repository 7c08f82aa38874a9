"""What the eye needs: a map on one sheet of A3, letters twice as large on a narrow phone."""

from __future__ import annotations

from typing import Any

import pypdfium2
import pytest

A3 = (1191, 842)
LARGE = "const sheet = new CSSStyleSheet(); sheet.replaceSync('html { font-size: 200% }'); document.adoptedStyleSheets = [sheet];"
TOO_WIDE = """
() => [...document.querySelectorAll("body *")]
    .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && each.offsetWidth > 1)
    .map((each) => `${each.tagName}.${each.className}: ${each.textContent.trim().slice(0, 40)}`)
"""
BROKEN = """
(selector) => [...document.querySelectorAll(selector)].flatMap((each) => {
    const words = [], walk = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
    for (let text; (text = walk.nextNode()); ) for (const found of text.data.matchAll(/\\S+/g)) {
        const range = document.createRange();
        range.setStart(text, found.index);
        range.setEnd(text, found.index + found[0].length);
        if (range.getClientRects().length > 1) words.push(found[0]);
    }
    return words;
})
"""
"""Words that a line breaks in two."""
WHOLE = ".here, h1, .button, .figure, .bar a"


@pytest.mark.parametrize("user", ["petugas-dinsos", "ketua-rt03"], ids=["kabupaten", "rt"])
def test_the_map_is_one_sheet_of_a3_lying_down(phone: Any, user: str) -> None:
    phone.sign_in(user)
    phone.go("/wilayah/")
    phone.follow("Peta untuk dicetak (A3)")
    phone.says("Keadaan")
    printed = pypdfium2.PdfDocument(phone.page.pdf(prefer_css_page_size=True))
    assert [tuple(round(side) for side in page.get_size()) for page in printed] == [A3]
    told = printed[0].get_textpage().get_text_bounded()
    assert "Dibuat dengan Rukun" in told and "Keluar" not in told


def test_letters_twice_as_large_stay_on_the_phone(phone: Any) -> None:
    phone.sign_in("ketua-rt03")
    for name, way in [("beranda", "/"), ("rt", "/wilayah/"), ("warga", "/warga/")]:
        phone.go(way)
        fits_when_large(phone, name)
    phone.main.get_by_role("rowheader").get_by_role("link").first.click()
    phone.says("Yang tinggal di sini")
    fits_when_large(phone, "keluarga")
    phone.page.goto(f"{phone.page.url}penilaian/")
    fits_when_large(phone, "penilaian")


def fits_when_large(visitor: Any, name: str) -> None:
    assert visitor.page.evaluate(BROKEN, WHOLE) == [], f"{name}, as it is"
    visitor.page.evaluate(LARGE)
    assert visitor.page.evaluate(TOO_WIDE) == [], name
    assert visitor.page.evaluate(BROKEN, WHOLE) == [], name
    visitor.look(f"besar-{name}")
