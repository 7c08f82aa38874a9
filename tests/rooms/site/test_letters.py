"""Letters: every code that is raised has one, every letter gets the values it names, and the web's own errors speak."""

from __future__ import annotations

import ast

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from django.views.decorators.http import require_POST
from tests.conftest import ROOT

from rukun.kit.problems import Problem
from rukun.site import letters
from rukun.site import urls as house

SOURCE = ROOT / "src" / "rukun"


def raised() -> dict[str, list[tuple[str, set[str] | None]]]:
    """Code → where `Problem("code", …)` stands and which values it brings (None: some come by **)."""
    found: dict[str, list] = {}
    for file in SOURCE.rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text())):
            if not (isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Problem" and call.args):
                continue
            code = call.args[0]
            if isinstance(code, ast.Constant):
                names = {keyword.arg for keyword in call.keywords}
                whole = None if None in names else names
                found.setdefault(code.value, []).append((file.relative_to(SOURCE).as_posix(), whole))
    return found


def test_every_code_that_is_raised_has_its_letter():
    assert {code: places for code, places in raised().items() if code not in letters.CATALOGUE} == {}


def test_every_letter_gets_the_values_it_names():
    lacking = {
        (code, place): letters.CATALOGUE[code].names() - given
        for code, places in raised().items()
        if code in letters.CATALOGUE
        for place, given in places
        if given is not None and letters.CATALOGUE[code].names() - given - {"code"}
    }
    assert lacking == {}


def breaking(request):
    raise RuntimeError("rusak dengan sengaja")


def refusing(request):
    raise Problem("accounts.account_closed", user="orang-rekaan")


def unreadable(request):
    raise BadRequest("kiriman rusak")


def outrun(request):
    """Another request of the same person signs out while this one still writes into the session."""
    request.session["tersisa"] = True
    request.session.save()
    Session.objects.filter(session_key=request.session.session_key).delete()
    request.session["tersisa"] = False
    return HttpResponse("terlambat")


def asking(request):
    return HttpResponse("sampai")


urlpatterns = [
    *house.urlpatterns,
    path("uji/rusak/", breaking),
    path("uji/menolak/", refusing),
    path("uji/tak-terbaca/", unreadable),
    path("uji/formulir/", asking),
    path("uji/tombol/", require_POST(asking)),
    path("uji/terlambat/", outrun),
]
handler400, handler403, handler404 = house.handler400, house.handler403, house.handler404
handler429, handler500 = house.handler429, house.handler500


@pytest.fixture
def visitor(settings, places):
    settings.ROOT_URLCONF = __name__
    assert not settings.DEBUG
    return Client(enforce_csrf_checks=True, raise_request_exception=False)


@pytest.mark.parametrize(
    ("way", "status", "said"),
    [
        ("/uji/rusak/", 500, "Ada yang rusak di pihak kami"),
        ("/uji/menolak/", 422, "Akun orang-rekaan sudah ditutup."),
        ("/uji/tak-terbaca/", 400, "tidak dapat kami baca"),
        ("/uji/tidak-ada/", 404, "tidak kami temukan"),
        ("/uji/tombol/", 405, "hanya terbuka lewat tombolnya"),
    ],
)
def test_what_goes_wrong_is_written_as_a_letter(visitor, way, status, said):
    answer = visitor.get(way)
    page = answer.content.decode()
    assert answer.status_code == status
    assert said in page
    assert "Yang bisa Anda lakukan" in page
    assert "Traceback" not in page


def test_who_signed_out_meanwhile_is_led_back_to_the_door(visitor):
    answer = visitor.get("/uji/terlambat/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/masuk/")


def test_a_stale_form_is_a_letter(visitor):
    answer = visitor.post("/uji/formulir/")
    assert answer.status_code == 403
    assert "terlalu lama terbuka" in answer.content.decode()


def test_a_foreign_host_is_a_letter(visitor):
    answer = visitor.get("/", headers={"host": "situs-asing.example"})
    assert answer.status_code == 400
    assert "tidak dapat kami baca" in answer.content.decode()


def test_too_many_tries_are_a_letter(visitor):
    del visitor
    answers = [Client().post("/masuk/", {}) for _ in range(301)]
    assert {answer.status_code for answer in answers[:300]} == {200}  # a training room behind one address may sign in
    answer = answers[-1]
    assert answer.status_code == 429
    assert "Terlalu banyak percobaan" in answer.content.decode()


def test_a_letter_is_written_in_english_for_who_chose_it(visitor):
    visitor.cookies["django_language"] = "en"
    page = visitor.get("/uji/menolak/").content.decode()
    assert "The account orang-rekaan is closed." in page
    assert '<html lang="en">' in page
