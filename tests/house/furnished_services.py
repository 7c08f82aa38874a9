"""One row of every table of services and programmes in an RT: a child measured, a latrine seen, help that arrived."""

from __future__ import annotations

from datetime import date
from typing import Any

from rukun.programmes.models import (
    Arrival,
    Double,
    Effect,
    Event,
    Group,
    Instalment,
    Member,
    Participant,
    Repayment,
    Ruling,
    Scheme,
    Terms,
    Waiting,
)
from rukun.services.education.models import FollowUp, SchoolAid, Schooling
from rukun.services.health.models import (
    Call,
    Care,
    DeskNote,
    Dose,
    ElderCheck,
    Measurement,
    Post,
    Pregnancy,
    PregnancyCheck,
    Referral,
)
from rukun.services.sanitation.models import Claim, HouseCheck, LarvaRound, LarvaVisit, Look

ON, UNTIL = date(2026, 7, 1), date(2026, 7, 15)


def furnish(corner: Any, number: int) -> None:
    """Fills `corner.rows` by label; stands on the family of the corner."""
    _healthy(corner, number)
    _clean(corner)
    _schooled(corner)
    _helped(corner, number)
    _together(corner, number)


def _healthy(corner: Any, number: int) -> None:
    path, home, person = corner.rt.path, corner["people.Household"], corner["people.Person"]
    told = {"path": path, "on": ON, "by": "uji"}
    post = corner.add(Post, area=corner.rt, path=path, name=f"Posyandu Rekaan {number}", since=ON)
    corner.add(Care, user=corner["accounts.User"], household=home, path=path, since=ON)
    call = corner.add(Call, household=home, where="home", **told)
    corner.add(DeskNote, area=corner.rt, post=post, field="works", words="Jalan becek di depan posyandu", **told)
    measured = corner.add(
        Measurement, person=person, call=call, age_days=400, weight_g=9100, waz=-84, gain="B", edition="uji", **told
    )
    corner.add(Dose, person=person, given="vitamin_a", **told)
    pregnancy = corner.add(Pregnancy, person=person, path=path, since=ON, by="uji")
    corner.add(PregnancyCheck, pregnancy=pregnancy, week=12, **told)
    corner.add(ElderCheck, person=person, systolic=130, diastolic=80, **told)
    corner.add(Referral, person=person, measurement=measured, why="two_t", **told)


def _clean(corner: Any) -> None:
    home, told = corner["people.Household"], {"path": corner.rt.path, "on": ON, "by": "uji"}
    corner.add(Look, household=home, use="own", seat="gooseneck", disposal="septic", rung="own", **told)
    corner.add(Claim, area=corner.rt, households=1, counts={"own": 1}, **told)
    here = {"rt": corner.rt, "path": corner.rt.path}
    seen = corner.add(LarvaRound, **here, since=ON, until=UNTIL, by="uji")
    corner.add(LarvaVisit, round=seen, household=home, containers=4, positive=1, **told)
    corner.add(HouseCheck, household=home, floor_dm2=3600, people=4, **told)


def _schooled(corner: Any) -> None:
    person, told = corner["people.Person"], {"path": corner.rt.path, "on": ON, "by": "uji"}
    corner.add(Schooling, person=person, state="dropped", level="smp", grade=8, reason="cost", **told)
    corner.add(SchoolAid, person=person, kind="pip", year=2026, state="proposed", **told)
    corner.add(FollowUp, person=person, words="Diajak kejar paket", **told)


def _helped(corner: Any, number: int) -> None:
    path, told = corner.rt.path, {"path": corner.rt.path, "on": ON, "by": "uji"}
    scheme = corner.add(
        Scheme, area=corner.rt, path=path, name=f"Modal Rekaan {number}", field="economic", form="capital", unit="household",
        kinds=["modal"], office="Dinas Rekaan", since=ON,
    )  # fmt: skip
    terms = corner.add(
        Terms,
        scheme=scheme,
        path=path,
        since=ON,
        criteria=[],
        seed="rekaan",
        amount=2_000_000,
        basis="SK peragaan",
        by="uji",
    )
    waits = {"scheme": scheme, "household": corner["people.Household"], "path": path, "since": ON, "by": "uji"}
    waiting = corner.add(Waiting, **waits, head=corner["people.Person"], card=corner["people.FamilyCard"])
    corner.add(Ruling, waiting=waiting, terms=terms, state="enrolled", verdict="yes", reasons=[], facts={}, **told)
    corner.add(Double, waiting=waiting, path=path, elsewhere="PKH", nearness="same", kinds=["modal"], on=ON)
    first = corner.add(Instalment, waiting=waiting, path=path, number=1, due=ON, amount=2_000_000)
    corner.add(Arrival, instalment=first, proof="witness", witness="Dimas Khayal", **told)
    corner.add(Effect, waiting=waiting, months=3, change=1, words="Warung sudah buka", **told)


def _together(corner: Any, number: int) -> None:
    path, told = corner.rt.path, {"path": corner.rt.path, "on": ON, "by": "uji"}
    here = {"scheme": corner["programmes.Scheme"], "area": corner.rt}
    group = corner.add(Group, **here, path=path, name=f"Kelompok Rekaan {number}", lent=500_000, since=ON)
    corner.add(Member, group=group, path=path, person=corner["people.Person"], since=ON)
    lent = corner.add(Repayment, group=group, amount=-500_000, **told)
    Repayment.objects.create(group=group, amount=500_000, undoes=lent, **told)
    event = corner.add(Event, **here, name="Latihan gamelan", men=8, women=9, **told)
    Event.objects.create(**here, name="Latihan gamelan", men=8, women=8, replaces=event, **told)
    corner.add(Participant, event=event, path=path, person=corner["people.Person"])


def beside(rt: Any, home: Any, person: Any) -> dict[str, int]:
    """One row of each table here that something points at, in an RT that has no furniture of its own."""
    here, told = {"area": rt, "path": rt.path}, {"path": rt.path, "on": ON, "by": "uji"}
    scheme = Scheme.objects.create(
        **here, name="Rekaan", field="social", form="event", unit="place", office="Rekaan", since=ON
    )
    waits = {"scheme": scheme, "household": home, "head": person, "path": rt.path, "since": ON, "by": "uji"}
    waiting = Waiting.objects.create(**waits)
    group = Group.objects.create(**here, scheme=scheme, name="Rekaan", since=ON)
    made = (
        scheme, waiting, group, Repayment.objects.create(group=group, amount=-1, **told),
        Event.objects.create(**here, scheme=scheme, name="Rekaan", on=ON, by="uji"),
        Instalment.objects.create(waiting=waiting, path=rt.path, number=70, due=ON, amount=1),
        LarvaRound.objects.create(rt=rt, path=rt.path, since=UNTIL, until=date(2026, 7, 29), by="uji"),
        Call.objects.create(household=home, where="home", **told),
        Pregnancy.objects.create(person=person, path=rt.path, since=ON, ended_on=ON, outcome="moved", by="uji"),
    )  # fmt: skip
    return {each._meta.label: each.pk for each in made}
