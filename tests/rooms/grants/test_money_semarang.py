"""A light repair by the juknis of Kota Semarang, from its RAB to the LPJ: the money stands in the RT's own account, seven
papers go with the request, caps are told, and nothing new may be built."""

from __future__ import annotations

from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from tests.answered import completed
from tests.rooms.conftest import make_area, make_user
from tests.rooms.grants.money_ground import make_officer

from rukun.accounts.models import Role
from rukun.accounts.permissions import today
from rukun.facilitation.actions import programmes
from rukun.grants.models import Activity, Book, Dossier, Payment, Worker
from rukun.musrenbang.models import Plan, Proposal
from rukun.musrenbang.queries import menu

KEY, TITLE = "juknis/semarang_operasional_2025", "Perbaikan ringan gang rekaan"
PRICES = {"HOK": "120000", "m³": "350000", "kg": "22000", "liter": "24000", "zak 50 kg": "85000"}


@pytest.fixture
def city(places, monkeypatch):
    """A kelurahan with one RT, three officers, and the three desks above."""
    monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)
    on = today()
    ward = make_area("desa", places.kecamatan, "Kelurahan Rekaan", kind="kelurahan")
    rt = make_area("rt", ward, "Anggrek", number="001")
    juknis = completed(KEY, on, {"channel": "rt_account", "tax_by": "rt"})
    since = on.replace(month=1, day=1)
    told = {"path": places.kabupaten.path, "since": since, "basis": "uji", "on": on, "by": "uji"}
    programmes.adopt(juknis=juknis, past_is_meant=True, **told)
    here = {"rt": rt, "path": rt.path, "year": on.year}
    wish = Proposal.objects.create(
        **here, born=on.year, number=1, title=TITLE, cost=25_000_000, state="planned", owner="kecamatan", menu="A4"
    )
    Plan.objects.create(**here, place=1, proposal=wish, amount=25_000_000, cluster="operasional", on=since)
    head, secretary, treasurer = (
        make_officer(rt, each) for each in (Role.RT_HEAD, Role.RT_SECRETARY, Role.RT_TREASURER)
    )
    return SimpleNamespace(
        rt=rt, juknis=juknis, head=head, secretary=secretary, treasurer=treasurer,
        ward=make_user("lurah-uji", Role.DESA_OPERATOR, ward),
        kecamatan=make_user("camat-uji", Role.KECAMATAN_OFFICER, places.kecamatan),
        dpmd=make_user("dpmd-uji", Role.DPMD, places.kabupaten),
    )  # fmt: skip


def sent(user: Any, page: str, /, *args: int, query: str = "", **data: Any) -> Any:
    """Posts as this user and follows; a letter in the answer is a failure."""
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = client.post(
        reverse(f"grants:{page}", args=args) + query, {"csrfmiddlewaretoken": "uji"} | data, follow=True
    )
    assert answer.status_code == 200, (page, answer.context.get("letter"), answer.context.get("form"))
    return answer


def opened(user: Any, address: str) -> Any:
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer


def photo(shade: str) -> SimpleUploadedFile:
    kept = BytesIO()
    Image.linear_gradient("L").rotate(len(shade) * 45).convert("RGB").resize((300, 400)).save(kept, "JPEG")
    return SimpleUploadedFile(f"{shade}.jpg", kept.getvalue(), "image/jpeg")


def accepted(city: Any, kind: str) -> None:
    """All papers are at hand; the kelurahan says yes, then the kecamatan."""
    dossier = Dossier.objects.get(kind=kind, state="draft")
    ready = [each.key for each in city.juknis.money.papers if each.bundle == kind]
    sent(city.secretary, "submit", dossier.pk, ready=ready)
    for desk in (city.ward, city.kecamatan):
        sent(desk, "accept", dossier.pk)
    dossier.refresh_from_db()
    assert dossier.state == "accepted"


def settled(city: Any, payment: Payment) -> None:
    sent(city.head, "payment_approve", payment.pk)
    sent(city.treasurer, "payment_pay", payment.pk, paid_on=today().isoformat())
    payment.refresh_from_db()
    assert payment.state == "paid"


def drawn(city: Any, activity: Activity) -> None:
    """By the wizard: a thin layer over eighteen metres."""
    query = "?pekerjaan=jalan_beton&length=18&width=1&thick=5"
    asked = opened(city.secretary, reverse("grants:rab_wizard", args=[activity.pk]) + query).context["form"]
    told = {name: asked[name].value() or "" for name in asked.fields}
    told |= {f"price_{n}": PRICES[each.unit] for n, each in enumerate(asked.proposed)}
    sent(city.secretary, "rab_wizard", activity.pk, query=query, **told)
    sent(city.secretary, "rab_submit", activity.pk)


def worked(city: Any, activity: Activity) -> None:
    """Three people, one day; one of them gives the wage back and it buys cement."""
    for name in ("Umar Rekaan", "Sari Contoh", "Bejo Peraga"):
        sent(city.secretary, "worker_new", activity.pk, name=name, skill="labourer")
    workers = dict(Worker.objects.filter(rt=city.rt).values_list("name", "pk"))
    line = activity.lines.get(words="Pekerja")
    marks = {f"h{pk}": "2" for pk in workers.values()} | {f"w{workers['Sari Contoh']}": "on"}
    sent(city.secretary, "workdays", activity.pk, query=f"?baris={line.pk}", **marks)
    sent(city.secretary, "wage_list_new", activity.pk, until=today().isoformat(), source="bank")
    listed = Payment.objects.get(kind="wage")
    sent(city.secretary, "payment_photo", listed.pk, file=photo("daftar"))
    settled(city, listed)
    cement = activity.lines.get(words__startswith="Semen")
    sent(city.secretary, "wages_move", activity.pk, source=line.pk, target=cement.number, days="1")


def test_a_light_repair_goes_from_its_rab_to_the_lpj(city):
    sent(city.secretary, "open_book", city.rt.pk)
    book, activity = Book.objects.get(), Activity.objects.get()
    assert (book.ceiling, book.opened, book.flow) == (25_000_000, 15_000_000, "advance")
    drawn(city, activity)
    rab = opened(city.secretary, reverse("grants:rab", args=[activity.pk]))
    assert "Rp400.000" in rab.content.decode(), "the cap of a line is told"
    accepted(city, "rab")
    sent(city.secretary, "prepare", book.pk, jenis="request")
    assert len([each for each in city.juknis.money.papers if each.bundle == "request"]) == 7
    accepted(city, "request")
    sent(city.dpmd, "release", book.tranches.get(number=1).pk, came_on=today().isoformat(), into="bank")
    settled(city, bought(city, activity))
    worked(city, activity)
    for percent in ("0", "50", "100"):
        sent(
            city.secretary,
            "progress_new",
            activity.pk,
            far=percent,
            on=today().isoformat(),
            photo=photo("x" * int(percent)),
        )
    activity.refresh_from_db()
    assert activity.state == "finished"
    sent(city.secretary, "prepare", book.pk, jenis="spj")
    accepted(city, "spj")
    book.refresh_from_db()
    assert book.spent == book.accounted == 340_000 + 240_000
    words = read(opened(city.head, reverse("reports:grants_lpj", args=[book.pk])))
    assert TITLE in words
    assert "580.000" in words
    sent(city.secretary, "prepare", book.pk, jenis="lpj")
    accepted(city, "lpj")
    activity.refresh_from_db()
    assert activity.state == "closed"
    public = Client().get(reverse("transparency:work", args=[activity.pk])).content.decode()
    assert "Toko Rekaan" in public
    assert "340.000" in public
    assert "Sari Contoh" not in public


def bought(city: Any, activity: Activity) -> Payment:
    line = activity.lines.get(words__startswith="Semen")
    page = opened(city.secretary, reverse("grants:payment_new", args=[activity.pk]))
    head = page.context["paper"].head
    told = {name: head[name].value() or "" for name in head.fields}
    told |= {
        "vendor": "Toko Rekaan", "number": "12", "on": today().isoformat(), "words": "Semen untuk gang",
        "amount": "340.000", "source": "bank", "file": photo("nota"), "langkah": "ajukan",
    }  # fmt: skip
    rows = page.context["paper"].rows
    told |= {f"{rows.prefix}-{name}": value for name, value in
             {"TOTAL_FORMS": 1, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 1, "MAX_NUM_FORMS": 40}.items()}  # fmt: skip
    told |= {f"{rows.prefix}-0-{name}": value for name, value in
             {"line": line.pk, "quantity": "4", "unit": "", "unit_price": "85000", "words": ""}.items()}  # fmt: skip
    sent(city.secretary, "payment_new", activity.pk, **told)
    return Payment.objects.get(kind="goods")


def read(answer: Any) -> str:
    paper = pypdfium2.PdfDocument(b"".join(answer) if answer.streaming else answer.content)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in paper).split())


def test_nothing_new_may_be_built(city):
    told = menu.checked(city.juknis, menu.typed_draft("Pembangunan baru gang", "A4", 25_000_000, {}))
    assert "Hanya perbaikan ringan yang boleh." in repr(told)
