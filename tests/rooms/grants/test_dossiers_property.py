"""Whatever is tried with bundles of papers and tranches: nobody accepts their own, desks in order, the gate holds."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Sum
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test
from tests.rooms.rolled_back import RolledBack
from tranche_ground import RULES, walk

from rukun.grants.actions import dossiers, tranches
from rukun.grants.models import Book, Dossier, DossierTurn, Payment
from rukun.grants.types import DossierKind
from rukun.kit.problems import Problem

LEVELS = ["desa", "kecamatan"]
WHO = st.sampled_from(["head", "secretary", "treasurer", "desa", "kecamatan", "dpmd"])
READY = [each.key for each in RULES.papers]


class Walking(RolledBack):
    """An RT with a RAB in force, its money and its papers; what is refused must leave no trace."""

    year = None

    @rule(kind=st.sampled_from([DossierKind.REQUEST, DossierKind.SPJ, DossierKind.LPJ]), who=WHO)
    def prepare(self, kind, who):
        self.tried(dossiers.prepare, book=self.book(), kind=kind, by=self.one(who))

    @rule(at=st.integers(0, 5), who=WHO)
    def submit(self, at, who):
        self.tried(dossiers.submit, dossier=self.held(at), by=self.one(who), ready=READY)

    @rule(at=st.integers(0, 5), who=WHO)
    def accept(self, at, who):
        self.tried(dossiers.accept, dossier=self.held(at), by=self.one(who))

    @rule(at=st.integers(0, 5), who=WHO, reason=st.sampled_from(["", "Lembar 3 belum ada"]))
    def send_back(self, at, who, reason):
        self.tried(dossiers.send_back, dossier=self.held(at), by=self.one(who), reason=reason)

    @rule(who=WHO)
    def release(self, who):
        waiting = self.book().tranches.filter(state="approved").first()
        if waiting:
            self.tried(tranches.release, tranche=waiting, by=self.one(who))

    @rule()
    def go_the_whole_way(self):
        """One tranche asked for, so that most walks come to money."""
        self.attempt_all(self.year.ask, self.year.release)

    @rule(bags=st.sampled_from([1, 60, 90]))
    def buy(self, bags):
        self.attempt_all(lambda: self.year.pay(bags))

    @rule()
    def account(self):
        self.attempt_all(self.year.account)

    @rule()
    def open_next(self):
        tranches.open_next(book=self.book(), on=self.year.day, by="uji")

    def book(self):
        return Book.objects.get(pk=self.year.book.pk)

    def one(self, who):
        return getattr(self.year, who)

    def held(self, at):
        found = list(Dossier.objects.order_by("pk"))
        return found[at % len(found)]

    def tried(self, act, **told):
        before = DossierTurn.objects.count()
        try:
            with transaction.atomic():
                act(on=self.year.day, **told)
        except Problem:
            assert DossierTurn.objects.count() == before

    def attempt_all(self, *acts):
        try:
            with transaction.atomic():
                for act in acts:
                    self.year.fresh()
                    act()
        except Problem:
            pass
        self.year.fresh()

    @invariant()
    def who_sends_never_answers_and_desks_are_passed_in_order(self):
        for held in Dossier.objects.prefetch_related("turns"):
            told = list(held.turns.order_by("pk"))
            senders = {each.by for each in told if each.after == "submitted" and each.level == "rt"}
            assert not senders & {each.by for each in told if each.level != "rt"}
            said_yes = [each.level for each in told if each.level != "rt" and each.after != "returned"]
            wanted = LEVELS if held.kind != "lpj" else ["kecamatan"]
            assert said_yes == wanted[: len(said_yes)]
            assert (held.state == "accepted") == (said_yes == wanted)
            assert (held.state, held.level) == (told[-1].after, told[-1].to_level)

    @invariant()
    def the_gate_holds_and_the_sums_are_true(self):
        book = self.book()
        second = book.tranches.get(number=2)
        if second.state != "locked":
            assert book.accounted >= book.tranches.get(number=1).amount
        accepted = Payment.objects.filter(accepted_on__isnull=False).aggregate(n=Sum("amount"))["n"] or 0
        assert book.accounted == accepted
        assert book.opened == sum(each.amount for each in book.tranches.exclude(state="locked"))
        granted = Dossier.objects.filter(kind="request", state="accepted").aggregate(n=Sum("amount"))["n"] or 0
        assert book.granted == granted


def test_nobody_accepts_their_own_desks_in_order_and_the_gate_holds(places):
    year = walk(places, ceiling=30_000_000, amount=30_000_000)
    year.day = year.day.replace(month=8)
    year.rab()
    Walking.year = year
    told = settings(
        max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True
    )
    run_state_machine_as_test(Walking, settings=told)
