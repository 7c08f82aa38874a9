"""RT 005 has grown too large: the operator splits it by each household's choice; nothing is lost, and yesterday stays."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

MOVING = 20


def test_an_rt_splits_and_yesterday_stays_as_it_was(phone: Any) -> None:
    page = phone.page
    phone.sign_in("operator-desa")
    phone.go("/warga/")
    phone.follow("RT 005 Kenanga")
    before = people_and_homes(phone)
    phone.follow("Mekarkan RT ini")
    phone.main.get_by_label("Dasar hukum").fill("SK Kepala Desa Sumber Rekaan 9/2026")
    phone.main.get_by_label("Nomor RT baru ke-1").fill("007")
    phone.main.get_by_label("Nama RT baru ke-1").fill("Flamboyan")
    phone.look("mekar-1-dasar")
    phone.press("Lanjut: pilih rumah tangga")
    phone.says("Ke RT mana setiap rumah tangga?")
    for choice in phone.main.get_by_role("combobox").all()[:MOVING]:
        choice.select_option(label="RT 007 Flamboyan")
    phone.look("mekar-2-pilihan")
    phone.press("Lanjut: lihat ringkasan")
    phone.says(f"{MOVING} rumah tangga", "SK Kepala Desa Sumber Rekaan 9/2026")
    phone.look("mekar-3-ringkasan")
    phone.press("Mekarkan sekarang")
    phone.says("RT 005 Kenanga sudah dimekarkan", "RT 007 Flamboyan")
    phone.look("mekar-4-selesai")

    phone.follow("RT 007 Flamboyan")
    new = people_and_homes(phone)
    page.go_back()
    phone.follow("RT 005 Kenanga")
    old = people_and_homes(phone)
    assert new[0] == MOVING
    assert (new[0] + old[0], new[1] + old[1]) == before
    yesterday_stays(phone)


def people_and_homes(visitor: Any) -> tuple[int, int]:
    """ "82 rumah tangga, 302 orang." """
    said = visitor.main.get_by_text(re.compile(r"^\d+ rumah tangga, \d+ orang")).inner_text()
    homes, people = re.match(r"(\d+) rumah tangga, (\d+) orang", said).groups()
    return int(homes), int(people)


def yesterday_stays(visitor: Any) -> None:
    """The desa as of today and as of the day before: seven RT now, six then."""
    visitor.go("/kelola/wilayah/")
    names = lambda: visitor.main.get_by_role("table").first.inner_text()  # noqa: E731
    assert "RT 007 Flamboyan" in names()
    place = visitor.page.url
    visitor.page.goto(f"{place}?pada={date.today() - timedelta(days=1)}")  # noqa: DTZ011
    assert "RT 005 Kenanga" in names() and "RT 007 Flamboyan" not in names()
    visitor.says("Beginilah keadaannya pada")
    visitor.look("mekar-5-kemarin")
    visitor.page.goto(place.replace("/kelola", "") + f"?pada={date.today() - timedelta(days=1)}")  # noqa: DTZ011
    visitor.says("menurut nama dan batas waktu itu")
    assert "RT 005 Kenanga" in names() and "RT 007 Flamboyan" not in names()
    visitor.look("mekar-6-kemarin-angka")
