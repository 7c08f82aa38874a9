"""Proposals that have come as far as a test needs them, and a juknis that says what it is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

from django.test import Client

from rukun.accounts.models import User
from rukun.musrenbang.actions import answers, turns
from rukun.musrenbang.models import Proposal
from rukun.musrenbang.types import Owner, State
from rukun.parameters.juknis.parts import Source
from rukun.parameters.juknis.types import Answers, MoneyRules
from rukun.territory.models import Area

YEAR, ON = 2026, date(2026, 3, 2)
DAYS = Answers(desa=7, kecamatan=14, rt=5, source=Source("Pasal 9"))
CEILING = 150_000_000


def wish(rt: Area, title: str = "Drainase Gang Melati", *, cost: int | None = 20_000_000, **more: Any) -> Proposal:
    """A draft with its first turn."""
    number = Proposal.objects.filter(rt=rt, born=YEAR).count() + 1
    made = Proposal.objects.create(
        rt=rt, path=rt.path, born=YEAR, year=YEAR, number=number, title=title, cost=cost, state=State.DRAFT,
        owner=Owner.RT, **more,
    )  # fmt: skip
    turns.begin(proposal=made, on=ON, by="uji")
    return made


def put(rt: Area, title: str = "Drainase Gang Melati", *, upto: State = State.CHOSEN, **more: Any) -> Proposal:
    """A proposal led up to a state on the plain way: proposed, chosen, at the desa, at the kecamatan."""
    made = wish(rt, title, **more)
    for state in (State.PROPOSED, State.CHOSEN):
        if made.state != upto:
            turns.turn(proposal=made, to=state, office=Owner.RT, on=ON, by="uji")
    if upto in (State.AT_DESA, State.AT_KECAMATAN):
        answers.send(proposals=[made.pk], on=ON, by="uji")
    if upto == State.AT_KECAMATAN:
        answers.pass_on(proposals=[made.pk], on=ON, by="uji")
    made.refresh_from_db()
    return made


def says(monkeypatch: Any, *, ceiling: int | None = CEILING, days: Answers = DAYS, **unknown: None) -> None:
    """The juknis of every year gives these days and this money."""
    juknis = SimpleNamespace(
        answers=replace(days, **unknown),
        ceiling=ceiling,
        title="Juknis Rekaan",
        ceiling_source=Source(),
        money=MoneyRules(),
    )
    programme = SimpleNamespace(juknis=juknis, year=YEAR)
    monkeypatch.setattr("rukun.facilitation.queries.programmes.of_year", lambda year, on: programme)


def silent(monkeypatch: Any) -> None:
    monkeypatch.setattr("rukun.facilitation.queries.programmes.of_year", lambda year, on: None)


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
