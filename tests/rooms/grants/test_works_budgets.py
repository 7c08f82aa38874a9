"""Pages of works, days, gifts and assets stay small: 30 workers, 25 days, 200 gifts and 40 things in one RT."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.rooms.conftest import Places
from tests.rooms.grants.test_works import show
from tests.rooms.grants.working import MONDAY, RATE, TODAY, Ground, make_ground

from rukun.grants.models import Asset, Contribution, Progress, Workday, Worker
from rukun.walls import scope

pytestmark = pytest.mark.django_db
WIRE, QUERIES = 100_000, 12
ALIKE = re.compile(
    r'FROM "(django_session|accounts_\w+|territory_(area|edition|installation))"|'
    r"set_config|current_setting|^(SAVEPOINT|RELEASE)",
    re.IGNORECASE,
)
ACTIVITY_PAGES = (
    "progress",
    "progress_new",
    "workdays",
    "worker_new",
    "wages",
    "wage_list_new",
    "swadaya",
    "wages_move",
)


@pytest.fixture
def crowd(places: Places, monkeypatch: pytest.MonkeyPatch) -> Ground:
    for name in ("works", "workdays", "swadaya", "assets"):
        monkeypatch.setattr(f"rukun.grants.views.{name}.today", lambda: TODAY)
    monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)
    ground = make_ground(places.melati)
    here = {"rt": places.melati, "path": places.melati.path}
    Worker.objects.bulk_create(
        Worker(**here, name=f"Pekerja {n} Rekaan", skill="labourer", since=MONDAY) for n in range(24)
    )
    _worked(ground)
    _given(ground)
    Asset.objects.bulk_create(
        Asset(
            **here, number=n, words=f"Kursi lipat {n}", unit="buah", value=150_000, acquired_on=date(2019, 1, 1),
            owner="Desa", keeper="Ketua lama", place_words="Balai RT",
        )
        for n in range(1, 41)
    )  # fmt: skip
    return ground


def _worked(ground: Ground) -> None:
    here = {"activity": ground.activity, "path": ground.activity.path, "by": "uji"}
    Workday.objects.bulk_create(
        Workday(**here, worker=worker, line=ground.line, on=MONDAY + timedelta(days=n), days=1, rate=RATE)
        for worker in Worker.objects.all()
        for n in range(25)
    )
    for n, percent in enumerate((0, 25, 50, 75, 100)):
        show(Progress.objects.create(**here, percent=percent, on=MONDAY + timedelta(days=n)))


def _given(ground: Ground) -> None:
    here = {"activity": ground.activity, "path": ground.activity.path, "by": "uji", "digest": "0" * 64}
    told = {"kind": "goods", "words": "Pasir pasang (harga: toko)", "quantity": 2, "unit": "m³", "unit_value": 10}
    Contribution.objects.bulk_create(Contribution(**here, **told, value=20, on=MONDAY) for _n in range(200))


def weighed(user, url: str) -> tuple[int, int]:
    client = Client()
    client.force_login(user)
    with scope.within([]), CaptureQueriesContext(connection) as asked:
        answer = client.get(url)
    assert answer.status_code == 200
    own = [each["sql"] for each in asked.captured_queries if not ALIKE.search(each["sql"])]
    return len(answer.content), len(own)


def test_every_page_stays_small(crowd: Ground, places: Places) -> None:
    pages = {name: reverse(f"grants:{name}", args=[crowd.activity.pk]) for name in ACTIVITY_PAGES}
    pages |= {name: reverse(f"grants:{name}", args=[places.melati.pk]) for name in ("assets", "asset_new")}
    pages |= {"asset": reverse("grants:asset", args=[Asset.objects.first().pk])}
    weights = {name: weighed(crowd.money.head, url) for name, url in pages.items()}
    assert {name: held for name, held in weights.items() if held[0] > WIRE or held[1] > QUERIES} == {}
