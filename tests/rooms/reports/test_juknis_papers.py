"""The juknis on paper: everybody may have it, and it says everything the page says."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse

from rukun.facilitation.actions import programmes
from rukun.facilitation.queries.rulebook import chapters, known
from rukun.parameters import juknis
from rukun.reports import pdf, public
from rukun.reports.queries.juknis import rulebook
from rukun.walls import scope

FIRST = date(2026, 3, 1)


def text_of(data: bytes) -> str:
    paper = pypdfium2.PdfDocument(data)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in paper)
    finally:
        paper.close()


def adopted(places, key):
    with scope.everything():
        return programmes.adopt(
            juknis=juknis.load(key, begins=FIRST), path=places.kabupaten.path, since=FIRST, basis="SK uji", on=FIRST,
            by="uji",
        )  # fmt: skip


@pytest.mark.parametrize("key", juknis.keys())
def test_every_shipped_juknis_becomes_a_paper_with_its_sources(places, key):
    held = adopted(places, key)
    document = rulebook(held)
    told = [each for each in chapters(held.juknis) if known(each)]
    assert [each.title for each in document.sections if each.title][: len(told)] == [each.title for each in told]
    pages = [part.text for part in document.sections[-1].parts]
    assert [page for page in held.juknis.sources if not any(page in each for each in pages)] == []


def test_the_paper_of_jambi_says_what_nobody_knows(places):
    said = text_of(pdf.draw(rulebook(adopted(places, "juknis/jambi_kampung_bahagia_2026"))))
    assert "RT dengan tepat 100 KK belum diketahui" in said
    assert "RT dengan 60 sampai 99 KK Rp70.000.000" in said
    assert "Juknis tidak menyebut" in said


def test_anyone_who_may_read_plans_has_the_paper_and_a_wrong_number_is_no_page(places, cast):
    held, client = adopted(places, "juknis/contoh_rekaan_2026"), Client()
    client.force_login(cast.rt_head, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = client.get(reverse("reports:juknis", args=[held.pk]))
    assert answer["Content-Type"] == "application/pdf"
    assert "Rp90.000.000" in text_of(answer.content)
    assert client.get(reverse("reports:juknis", args=[10**6])).status_code == 404


def test_the_code_of_the_paper_is_known_to_whoever_asks(places, cast):
    held, client = adopted(places, "juknis/contoh_rekaan_2026"), Client()
    client.force_login(cast.rt_head, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.get(reverse("reports:juknis", args=[held.pk]))
    told = public.known(pdf.code_of(rulebook(held)))
    assert (told.kind, told.area_id, told.is_newest) == ("Juknis dalam kata biasa", places.kabupaten.pk, True)
    asked = Client().get(reverse("reports:checked", args=[pdf.code_of(rulebook(held))]))
    assert "Juknis dalam kata biasa" in asked.content.decode()
