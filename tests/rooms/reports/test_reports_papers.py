"""Papers say what the pages say, carry who took them, and leave a line in the log."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pypdfium2
import pytest
from django.urls import reverse
from reports_village import client_of, fill

from rukun.audit.models import Line
from rukun.kit.problems import Problem
from rukun.poverty.models import PovertyTally, ScoreCard
from rukun.poverty.queries.standings import Filters
from rukun.reports import actions, pdf, queries, xlsx
from rukun.reports.types import Document, Grid, Section
from rukun.territory import queries as territory
from rukun.walls import scope

ON = date(2026, 3, 1)


def text_of(data: bytes) -> str:
    paper = pypdfium2.PdfDocument(data)
    try:
        return " ".join(page.get_textpage().get_text_range().replace("\r\n", " ") for page in paper)
    finally:
        paper.close()


def test_the_book_of_an_rt_says_what_its_page_says(places):
    fill(places.melati, on=ON)
    place = territory.place(places.melati.id, on=ON)
    told = text_of(pdf.draw(queries.sios_book(place, on=ON, with_names=True, watermark="Ketua Peragaan")))
    for words in (
        "Buku SIOS RT 003 Melati",
        "Pasti miskin 12",
        "Pasti tidak miskin 3",
        "halaman 1 dari",
        "Ketua Peragaan",
    ):
        assert words in told, words
    assert told.count("Warga Rekaan") == 15


def test_the_book_lists_each_score_card_by_itself(places):
    fill(places.melati, on=ON)
    for title, families, mean in (("Kartu Lama", 12, 25.0), ("Kartu Baru", 9, 50.0)):
        key = title.lower().replace(" ", "-")
        ScoreCard.objects.create(key=key, title=title, source="rekaan", card={"line": "garis"}, lookup={}, since=ON)
        PovertyTally.objects.create(
            rt=places.melati, path=places.melati.path, rule=key, likelihood_sum=families * mean,
            likelihood_count=families,
        )  # fmt: skip
    place = territory.place(places.melati.id, on=ON)
    for with_names, is_told in ((True, True), (False, False)):
        told = text_of(pdf.draw(queries.sios_book(place, on=ON, with_names=with_names)))
        assert "Kartu Lama garis 12" in told
        assert ("Kartu Baru garis 9" in told) == is_told


def test_without_the_right_no_names_and_no_small_counts(places):
    fill(places.melati, on=ON)
    place = territory.place(places.melati.id, on=ON)
    told = text_of(pdf.draw(queries.sios_book(place, on=ON, with_names=False)))
    assert "Warga Rekaan" not in told
    assert "Pasti tidak miskin disembunyikan" in told
    assert "Pasti tidak miskin 0" not in told


def test_the_book_of_a_desa_lists_its_rt(places):
    fill(places.melati, on=ON)
    place = territory.place(places.desa.id, on=ON)
    told = text_of(pdf.draw(queries.sios_book(place, on=ON, with_names=True)))
    assert "RT 003 Melati 45 15 0 12" in told
    assert "RT 004 Mawar – – –" in told


def test_the_same_document_is_the_same_paper_and_another_has_another_code():
    one, two = (Document("Uji", "RT", "Desa", "1", "Desa", ON, (Section(words, ()),)) for words in ("a", "b"))
    assert pdf.draw(one) == pdf.draw(one)
    assert pdf.check_code(pdf.as_data(one)) != pdf.check_code(pdf.as_data(two))


def test_a_workbook_computes_nothing():
    wicked = '=HYPERLINK("http://contoh")'
    paper = Document("Uji", "RT", "Desa", "1", "Desa", ON, (Section("Isi", (Grid("Isi", ("A",), ((wicked,),)),)),))
    book = zipfile.ZipFile(io.BytesIO(xlsx.draw(paper)))
    sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == 2
    assert not any("<f>" in sheet or "<f " in sheet for sheet in sheets)
    assert any("HYPERLINK" in sheet for sheet in sheets)


def test_names_leave_only_with_a_purpose_and_a_line(places, cast):
    fill(places.melati, on=ON)
    place = territory.place(places.melati.id, on=ON)
    paper = queries.by_name_list(place, Filters(label="poor"), on=ON, watermark="x", purpose="Musyawarah")
    with pytest.raises(Problem, match="reports.no_purpose"):
        actions.hand_out(document=paper, filters=Filters(), path=place.path, purpose="", form="pdf", by=cast.rt_head)
    actions.hand_out(
        document=paper, filters=Filters(label="poor"), path=place.path, purpose="meeting", form="pdf", by=cast.rt_head
    )
    line = Line.objects.get(verb="reports.names_taken")
    assert (line.actor, line.details["rows"], line.details["purpose"]) == ("ketua-melati", 12, "meeting")
    assert "Rekaan" not in str(line.details)


@pytest.mark.parametrize(
    ("who", "wanted"), [("desa_operator", 200), ("rt_head", 403), ("mawar_head", 404), ("dpo", 403)]
)
def test_who_may_take_the_list(places, cast, who, wanted):
    fill(places.melati, on=ON)
    client = client_of(getattr(cast, who))
    url = reverse("reports:names", args=[places.melati.id])
    with scope.within([]):
        assert client.get(url).status_code == wanted
        taken = client.post(url, {"keperluan": "meeting", "bentuk": "pdf"})
    assert taken.status_code == wanted
    if wanted == 200:
        assert "Operator-Desa Peragaan" in text_of(taken.content)
        assert taken["Cache-Control"] == "no-store"


def test_without_a_purpose_the_page_asks_again(places, cast):
    client = client_of(cast.desa_operator)
    with scope.within([]):
        assert client.post(reverse("reports:names", args=[places.melati.id]), {"bentuk": "pdf"}).status_code == 422
    assert not Line.objects.filter(verb="reports.names_taken").exists()
