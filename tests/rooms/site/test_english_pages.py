"""Whoever chose English reads English: no Indonesian sentence is left on the pages of a day's work."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from tests.rooms.people.workbooks import FAMILY, accept, check, numbered
from tests.rooms.poverty.kitchens import ON, POOR, make_kitchen

from rukun.accounts.models import Appointment
from rukun.people.models import Person
from rukun.poverty.actions import classifications
from rukun.site import translations

SPOKEN = re.compile(
    r"\b(ada|adalah|akan|anda|angka|atau|bagian|baris|baru|belum|berapa|berkas|berlaku|bila|boleh|buka|bukan|"
    r"cari|catat|dalam|dan|dapat|dari|dengan|di|dulu|hari|harus|ini|isi|itu|jumlah|kali|karena|ke|keadaan|"
    r"rumah tangga|kembali|kepala|lagi|lahir|lihat|mana|masih|mulai|nama|nomor|orang|pada|pertanyaan|pilih|putusan|"
    r"rumah|sampai|satu|saja|sebelum|sejak|semua|setiap|siapa|sudah|sumber|tahu|tahun|tangga|tanggal|tanpa|"
    r"terakhir|tercatat|tidak|umur|untuk|warga|wawancara|wilayah|yang)\b",
    re.IGNORECASE,
)
"""Words no English sentence has and hardly an Indonesian one does without."""
READ_ALOUD = ("title", "alt", "placeholder", "aria-label", "data-confirm", "data-confirm-yes")
NAMES = re.compile(
    r"Keputusan Kepala Desa|Bahasa Indonesia|(Sumber|Warga|Jalan|Orang) Rekaan|Orang.Asing|\b[a-z]+(-[a-z]+)+\b|\S+\.(csv|xlsx|pdf)"
)


class Reader(HTMLParser):
    """What a reader sees or hears of a page, piece by piece."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("script", "style", "textarea", "pre")
        self.pieces += [value for name, value in attrs if name in READ_ALOUD and value]

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style", "textarea", "pre")

    def handle_data(self, data):
        if not self.hidden and data.strip():
            self.pieces.append(" ".join(data.split()))


def indonesian(page: str) -> list[str]:
    """The pieces of a page that are not English."""
    reader = Reader()
    reader.feed(page)
    return [piece for piece in reader.pieces if SPOKEN.search(NAMES.sub("", piece))]


@pytest.fixture(autouse=True)
def no_second_factor(monkeypatch):
    monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)


@pytest.fixture
def household(places):
    """Interviewed and judged."""
    home = make_kitchen(places.melati, POOR)
    classifications.classify_area(path=places.kabupaten.path, on=ON, by="perintah:uji")
    return home


@pytest.fixture
def reader(client, cast):
    """Signs in as one of the cast and reads English."""

    def sign_in(who):
        client.force_login(getattr(cast, who))
        client.post("/bahasa/", {"language": "en", "next": "/"})
        return client

    return sign_in


def read(client, *paths):
    """The Indonesian pieces of the pages, with where they stand."""
    left: list[tuple[str, str]] = []
    for path in paths:
        page = client.get(path, follow=True)
        assert page.status_code == 200, f"{path}: {page.status_code}"
        left += [(path, piece) for piece in indonesian(page.content.decode())]
    return sorted(set(left))


def test_an_indonesian_page_is_told_apart(client, cast):
    client.force_login(cast.rt_head)
    assert len(indonesian(client.get("/").content.decode())) > 5


def test_the_words_are_not_those_of_the_translations():
    said = [text for message in translations.catalogue("en") if message.id for text in _forms(message.string)]
    kept = re.compile(r"“[^”]*”|\b(kode_desa|kode|nama|tingkat|tahun(?=:))\b")
    odd = [text for text in said if SPOKEN.search(NAMES.sub("", kept.sub("", text)))]
    assert odd == []


def test_no_text_stands_both_alone_and_with_a_plural():
    texts = translations.msgids()
    counted = {text[0] for text in texts if isinstance(text, tuple)}
    assert sorted(counted & texts.keys()) == [], "gettext holds one of the two only: count both"


@pytest.mark.parametrize(
    "who", ["rt_head", "kader", "desa_operator", "kecamatan_officer", "dinsos", "administrator", "dpo", "stranger"]
)
def test_the_first_pages(reader, household, who):
    assert read(reader(who), "/", "/lainnya/", "/tentang/") == []


def test_an_rt_and_its_household(reader, places, household):
    person, area = Person.objects.first(), f"/wilayah/{places.melati.id}"
    pages = ["", "warga/", "kelengkapan/", "jumlah/", "keluarga-baru/", "cara-hitung/", "susah/", "peta/"]
    home = [f"/rumah-tangga/{household.pk}/{page}" for page in ("", "lahir/", "masuk/", "pindah/", "letak/")]
    acts = ("", "betulkan/", "meninggal/", "pindah-keluar/", "pindah/", "hubungan/", "nik/")
    them = [f"/warga/{person.pk}/{page}" for page in acts]
    assert read(reader("rt_head"), *[f"{area}/{page}" for page in pages], *home, *them) == []


def test_an_interview_and_its_verdict(reader, household):
    pages = ["penilaian/", "wawancara/"]
    for key, count in (("bps14", 14), ("rt_census", 12)):
        pages += [f"wawancara/{key}/{number}/" for number in range(1, count + 1)] + [f"wawancara/{key}/periksa/"]
    assert read(reader("rt_head"), *[f"/rumah-tangga/{household.pk}/{page}" for page in pages]) == []


def test_an_area_above(reader, places, household):
    area = f"/wilayah/{places.desa.id}"
    pages = [f"{area}/{page}" for page in ("", "warga/", "kelengkapan/", "cara-hitung/", "peta/")]
    assert read(reader("desa_operator"), *pages, "/warga/", "/warga/cari/") == []


def test_the_batches_of_a_desa(reader, places):
    checked = check(places.desa, [*FAMILY, numbered(5, jenis_kelamin="?", tanggal_lahir="31/02/1980")])
    accepted = accept(check(places.desa, [numbered(7)]))
    assert (
        read(
            reader("desa_operator"),
            "/masuk-data/",
            "/masuk-data/baru/",
            *[f"/masuk-data/{batch.pk}/" for batch in (checked, accepted)],
        )
        == []
    )


def test_the_areas_an_administrator_looks_after(reader, places):
    area = f"/kelola/wilayah/{places.desa.id}/"
    pages = ("", "tambah/", "ganti-nama/", "pindah/", "tutup/", "daftar-rt/", "batas/", "peta/")
    assert read(reader("administrator"), "/kelola/wilayah/", *[area + page for page in pages]) == []


def test_the_users_an_administrator_looks_after(reader, cast, places):
    home, term = "/kelola/pengguna/", Appointment.objects.get(user=cast.rt_head)
    pages = ("", "baru/", f"baru/{places.melati.id}/", f"{cast.rt_head.pk}/")
    acts = (f"jabatan/{term.pk}/akhiri/", f"jabatan/{term.pk}/serah-terima/")
    assert read(reader("administrator"), *[home + page for page in (*pages, *acts)], "/kelola/log/") == []


def _forms(text):
    return text if isinstance(text, tuple) else (text,)
