"""Twelve schemes planted among honest RTs are found; honest ones are mostly left alone; nothing depends on names."""

from __future__ import annotations

import os
from collections import defaultdict
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.watching_planted import ANSWERS, LAST, SCHEMES, Kabupaten, invent

from rukun.parameters import dated
from rukun.rules import watching as rules

SEED = int(os.environ.get("RUKUN_SEED", "20261122"))
DAY = date(2026, 5, 4)


def limits() -> dict[str, float]:
    return {name: float(value) for name, value in dated.load("watching/thresholds").at(LAST).value.items()}


def look(made: Kabupaten) -> list[rules.Finding]:
    t, books = limits(), list(made.books.values())
    return [
        *rules.duplicates(made.receipts),
        *rules.sequences(made.receipts, notes=int(t["sequence_notes"]), days=int(t["sequence_days"])),
        *rules.impossible_dates(made.receipts),
        *rules.back_dated(made.receipts, days=int(t["back_days"]), least=int(t["least_receipts"])),
        *rules.just_below(made.receipts, limit=int(t["split_limit"]), days=int(t["split_days"])),
        *rules.orders_over_rts(made.items, made.receipts, rts=int(t["order_rts"]), days=int(t["order_days"])),
        *rules.marked_up(
            made.items, share=t["markup_share"], spread=t["markup_spread"], least=int(t["markup_least_prices"])
        ),
        *rules.concentrated(made.receipts, share=t["concentration"], least=int(t["least_receipts"])),
        *rules.related(made.receipts, made.officers),
        *rules.reused(made.pictures, bits=int(t["look_bits"]), far=int(t["look_bits_far"])),
        *rules.idle_cash(books, on=LAST, cash=int(t["idle_cash"]), days=int(t["idle_days"])),
        *rules.tax_gap(books, on=LAST, days=int(t["tax_days"])),
        *rules.rush(books, share=t["rush_share"], days=int(t["rush_days"]), least=int(t["rush_least"])),
        *rules.at_once(books, share=t["at_once"]),
    ]


def test_planted_schemes_are_found_and_honest_rts_left_alone(capsys):
    """A fifth of the kabupaten; the whole of it is bench/grants_watching.py."""
    made = invent(SEED, rts=624, crooked=48)
    found = defaultdict(set)
    seen = look(made)
    for each in seen:
        found[each.rt].add(each.indicator)
    hit = {rt for rt, scheme in made.planted.items() if ANSWERS[scheme] in found[rt]}
    risk = rules.risks(seen)
    top = sorted(risk, key=lambda rt: -risk[rt])[: len(made.planted)]
    recall, precision = len(hit) / len(made.planted), len(set(top) & set(made.planted)) / len(top)
    honest = {rt for rt in found if rt not in made.planted}
    with capsys.disabled():
        print(
            f"\nwatching seed {SEED}: recall {recall:.3f}, precision of the top {len(top)} {precision:.3f}, "
            f"honest RTs flagged {len(honest)} of {624 - len(made.planted)}"
        )
    assert {made.planted[rt] for rt in made.planted} == set(SCHEMES)
    assert recall >= 0.95 and precision >= 0.8
    assert len(honest) <= 0.1 * 624


def receipt(pk: int, **more: object) -> rules.Receipt:
    told = {"rt": 1, "desa": "1.", "vendor": "toko rekaan", "number": "17", "amount": 900_000, "on": DAY}
    return rules.Receipt(pk, **(told | more))


@pytest.mark.parametrize(
    ("changes", "count"),
    [
        ({}, 2),
        ({"amount": 1}, 2),
        ({"number": "0017"}, 2),
        ({"number": "18"}, 0),
        ({"vendor": ""}, 0),
        ({"rt": 9, "desa": "9."}, 2),
        ({"rt": 9, "desa": "9.", "amount": 1, "on": DAY + timedelta(days=9)}, 0),
    ],
)
def test_the_same_note(changes, count):
    assert len(rules.duplicates([receipt(1), receipt(2, **changes)])) == count


def test_every_finding_has_three_reasons_and_one_key_a_thing():
    made = invent(SEED + 1, rts=130, crooked=12)
    for each in look(made):
        assert len({reason.code for reason in each.reasons}) == 3
        assert each.key.startswith(each.indicator)


@given(st.lists(st.integers(0, 2**64 - 1), min_size=2, max_size=30, unique=True), st.integers(0, 7), st.booleans())
def test_bands_find_what_comparing_all_finds(looks, bits, is_near):
    desas = ["1."] * len(looks) if is_near else [f"{n}." for n in range(len(looks))]
    pictures = [rules.Picture(n, n, f"payment:{n}", str(n), look, desas[n]) for n, look in enumerate(looks)]
    telling = [each.look for each in pictures if 8 <= each.look.bit_count() <= 56]
    most = bits + 3 if is_near else bits
    pairs = sum((a ^ b).bit_count() <= most for n, a in enumerate(telling) for b in telling[:n])
    assert len(rules.reused(pictures, bits=bits + 3, far=bits)) == 2 * pairs


def test_near_pictures_far_apart_are_chance_and_within_a_desa_a_reason():
    looks = [0xF0F0F0F0F0F0F0F0, 0xF0F0F0F0F0F0F00F ^ 0x1]
    for desas, count in ((("1.", "1."), 2), (("1.", "2."), 0)):
        told = [rules.Picture(n, n, f"payment:{n}", str(n), looks[n], desas[n]) for n in (0, 1)]
        assert len(rules.reused(told, bits=10, far=6)) == count


@given(st.sets(st.integers(1, 10_000), min_size=1, max_size=200), st.text(min_size=1), st.integers(0, 30))
def test_a_sample_is_drawn_alike_by_anyone(rts, seed, size):
    risk = {rt: rt % 7 for rt in rts}
    first = rules.draw(rts, risk, seed=seed, by_risk=size, by_chance=size)
    assert first == rules.draw(sorted(rts, reverse=True), risk, seed=seed, by_risk=size, by_chance=size)
    assert not set(first[0]) & set(first[1]) and set(first[0]) | set(first[1]) <= rts


def test_one_receipt_alone_is_never_a_reason():
    assert look(Kabupaten(receipts=[receipt(1, released=DAY, recorded=DAY)])) == []
