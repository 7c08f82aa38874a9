"""What the journey of the money is not about: the demo's places and cast, the juknis of Kukar completed as a DPMD would,
a price list, and a plan with one path in it. Run as a module, on the database of a house that stands empty."""

from __future__ import annotations

import os
from datetime import date, timedelta

import django
from tests.answered import completed

os.environ["RUKUN_AS"] = "owner"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rukun.site.settings")
django.setup()

from django.db import transaction  # noqa: E402

from rukun.accounts.permissions import today  # noqa: E402
from rukun.facilitation.actions import programmes  # noqa: E402
from rukun.grants.actions import prices  # noqa: E402
from rukun.musrenbang.models import Plan, Proposal, Turn  # noqa: E402
from rukun.site.demo import cast, ground  # noqa: E402
from rukun.territory import queries as territory  # noqa: E402
from rukun.walls import scope  # noqa: E402

KEY, BY = "juknis/kukar_rtku_2026", "perintah:uji"
TITLE, COST = "Jalan beton gang rekaan", 40_000_000
PRICES = (
    ("Pasir urug", "m³", 180_000), ("Papan kayu kelas III", "m³", 3_200_000), ("Paku 5 sampai 10 cm", "kg", 22_000),
    ("Minyak bekisting", "liter", 24_000), ("Semen Portland", "zak 50 kg", 85_000), ("Pasir beton", "m³", 350_000),
    ("Kerikil beton", "m³", 420_000), ("Pekerja", "HOK", 120_000), ("Mandor", "HOK", 160_000),
    ("Tukang kayu", "HOK", 150_000), ("Kepala tukang", "HOK", 160_000), ("Tukang batu", "HOK", 150_000),
)  # fmt: skip


@transaction.atomic
def prepare() -> None:
    on = today()
    with scope.everything(), scope.many_rows():
        places = ground.lay(since=on.replace(day=1) - timedelta(days=365 * 3), by=BY)
        cast.appoint(places, on=on, by=BY)
        path, since = territory.path_of(places.kabupaten), on.replace(month=1, day=1)
        programmes.adopt(
            juknis=completed(KEY, on), path=path, since=since, basis="uji", on=on, by=BY, past_is_meant=True
        )
        rows = [
            {
                "code": f"K-{number}",
                "kind": "wage" if unit == "HOK" else "material",
                "words": words,
                "unit": unit,
                "amount": amount,
            }
            for number, (words, unit, amount) in enumerate(PRICES)
        ]
        prices.bring(
            area_id=places.kabupaten,
            path=path,
            rows=rows,
            title="Harga uji",
            basis="uji",
            since=since,
            file="",
            on=on,
            by=BY,
        )
        _plan(places.rts["001"], on)


def _plan(rt: int, on: date) -> None:
    here = {"rt_id": rt, "path": territory.path_of(rt), "year": on.year}
    wish = Proposal.objects.create(
        **here, born=on.year, number=1, title=TITLE, cost=COST, menu="S3", state="planned", owner="kecamatan"
    )
    Turn.objects.create(
        proposal=wish, path=wish.path, year=on.year, before="draft", after="proposed", office="rt", on=on, by=BY
    )
    Plan.objects.create(**here, place=1, proposal=wish, amount=COST, cluster="sosial", on=on)


if __name__ == "__main__":
    prepare()
