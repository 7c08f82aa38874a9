"""Joint proposals: asked by who serves both, answered by the partner RT, summed on the leader's page."""

from __future__ import annotations

import pytest
from tests.rooms.musrenbang.wishing import ON, client_of, kept, started

from rukun.kit.problems import Problem
from rukun.musrenbang.actions import partners as actions
from rukun.musrenbang.public import proposals as window
from rukun.musrenbang.queries import partners
from rukun.territory import queries as territory


@pytest.fixture
def proposal(places):
    return kept(started(places.melati), cost=30_000_000)


def ask(proposal, rt, share=10_000_000):
    return actions.ask(proposal=proposal, rt=territory.place(rt.pk, on=ON), share=share, on=ON, by="uji")


def test_agreed_parts_count_and_the_rest_is_the_leaders(places, proposal):
    actions.agree(partner=ask(proposal, places.mawar), on=ON, by="uji")
    parts = window.parts(proposal, on=ON)
    assert [(each.rt, each.share, each.state) for each in parts] == [("RT 004 Mawar", 10_000_000, "agreed")]
    assert partners.covered(proposal.cost, parts) == partners.Covered(10_000_000, 0, 20_000_000)


def test_a_refusal_wants_a_reason_and_is_final_until_asked_again(places, proposal):
    asked = ask(proposal, places.mawar)
    with pytest.raises(Problem, match="reason_missing"):
        actions.refuse(partner=asked, reason=" ", on=ON, by="uji")
    actions.refuse(partner=asked, reason="Uang kami untuk jalan", on=ON, by="uji")
    with pytest.raises(Problem, match="partner_answered"):
        actions.agree(partner=asked, on=ON, by="uji")
    again = ask(proposal, places.mawar, 5_000_000)
    assert (again.pk, again.refused_on, again.share) == (asked.pk, None, 5_000_000)


@pytest.mark.parametrize(("rt", "share", "code"), [
    ("kenanga", 1, "partner_elsewhere"), ("melati", 1, "partner_elsewhere"), ("desa", 1, "partner_elsewhere"),
    ("mawar", 30_000_001, "share_too_big"),
])  # fmt: skip
def test_who_cannot_join_is_told_why(places, proposal, rt, share, code):
    with pytest.raises(Problem, match=code):
        ask(proposal, getattr(places, rt), share)


def test_the_operator_asks_and_the_head_answers_on_their_own_page(places, proposal, cast):
    page = f"/usulan/{proposal.pk}/mitra/"
    assert "Minta pendamping" in client_of(cast.rt_head).get(page).content.decode()
    sent = client_of(cast.desa_operator).post(page, {"rt": places.mawar.pk, "share": "10.000.000"})
    assert sent.status_code == 302
    head = client_of(cast.mawar_head)
    assert "Ajakan usulan bersama" in head.get(f"/wilayah/{places.mawar.pk}/usulan/").content.decode()
    (asked,) = partners.waiting(places.mawar.path)
    assert client_of(cast.rt_head).get(f"/usulan/ajakan/{asked.pk}/").status_code == 404
    empty = head.post(f"/usulan/ajakan/{asked.pk}/", {"go": "tolak", "reason": ""})
    assert empty.status_code == 422
    assert head.post(f"/usulan/ajakan/{asked.pk}/", {"go": "setuju"}).status_code == 302
    page = client_of(cast.rt_head).get(f"/usulan/{proposal.pk}/").content.decode()
    assert "Bagian RT ini: Rp20.000.000" in page
