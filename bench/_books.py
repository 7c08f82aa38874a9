"""Books of every RT over some years, filled straight into the tables so that every promise of `./rukun verify` holds.

One activity with six lines a book, two tranches, and so many receipts, each paid by an entry; every tenth withholds a
tax. Triggers rest while it fills: the questions of verify are asked of it afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

LINES, TRANCHES = 6, 2
WISHES = """
insert into musrenbang_proposal (id, rt_id, path, born, number, year, title, description, place_words, menu, cluster,
    basis, basis_words, cost, swadaya_days, swadaya_material, swadaya_cash, caretaker, state, owner, revision)
overriding system value
select row_number() over (order by year, path), id, path, year, 1, year, 'Semenisasi gang rekaan', '', '', 'S1',
    'sosial', '', '', 150000000, 0, 0, 0, '', 'planned', 'kecamatan', 0
from territory_area, generate_series(%(first)s::int, %(last)s::int) year where level = 'rt'
"""
PLANS = """
insert into musrenbang_plan (id, rt_id, path, year, place, proposal_id, amount, cluster, "on") overriding system value
select id, rt_id, path, year, 1, id, cost, cluster, make_date(year - 1, 11, 1) from musrenbang_proposal
"""
BOOKS = """
insert into grants_book (id, rt_id, path, year, flow, ceiling, opened, granted, released, available, committed, spent,
    accounted, tax, cash, bank, receivable, panjar, talangan, swadaya_cash, interest, carried_in, returned, carried_out,
    last_number) overriding system value
select id, rt_id, path, year, 'advance', cost, cost, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
from musrenbang_proposal
"""
TRANCHE_ROWS = """
insert into grants_tranche (id, book_id, path, year, number, amount, state, approved_on, released_on)
overriding system value
select id * 10 + n, id, path, year, n, ceiling / 10 * (case n when 1 then 6 else 4 end), 'released',
    make_date(year, 1, n), make_date(year, 1, n) from grants_book, generate_series(1, 2) n
"""
ACTIVITIES = """
insert into grants_activity (id, book_id, rt_id, path, year, number, plan_id, title, cluster, menu, place_words, state)
overriding system value
select id, id, rt_id, path, year, 1, id, 'Semenisasi gang rekaan', 'sosial', 'S1', '', 'running' from grants_book
"""
LINE_ROWS = """
insert into grants_line (id, activity_id, path, number, kind, words, unit, approved, committed, spent)
overriding system value
select id * 10 + n, id, path, n, 'material', 'Bahan rekaan ' || n, 'zak', 100000000, 0, 0
from grants_book, generate_series(1, 6) n
"""
RECEIPTS = """
create temp table receipt as
select id * 1000 + 4 + n entry, id book, path, 4 + n number, n, make_date(year, 2, 1) + n * 4 as paid_on,
    id * 10 + 1 + n %% 6 line, amount, case when n %% 10 = 0 then amount * 15 / 1000 else 0 end tax
from grants_book, generate_series(1, %(receipts)s::int) n,
    lateral (select 250000 + (grants_book.id * 7919 + n * 104729) %% 20 * 25000 amount) drawn
"""
ENTRIES = """
insert into grants_journal (id, book_id, path, number, "on", kind, op, digest, total, words, by, recorded_at)
overriding system value
select entry, book, path, number, told_on, kind, gen_random_uuid(), encode(sha256(entry::text::bytea), 'hex'), total,
    '', 'ukuran', now()
from (
    select book_id * 1000 + number * 2 - 1 entry, book_id book, path, number * 2 - 1 number, approved_on told_on,
        'granted' kind, amount total from grants_tranche
    union all select book_id * 1000 + number * 2, book_id, path, number * 2, released_on, 'released', amount
        from grants_tranche
    union all select entry, book, path, number, paid_on, 'paid', amount from receipt) told
"""
LEGS = """
insert into grants_leg (journal_id, path, account, amount, line_id, tax)
select entry, path, account, amount, line, tax from (
    select id entry, path, case kind when 'granted' then 'receivable' else 'bank' end account, total amount,
        null::bigint line, '' tax from grants_journal where kind in ('granted', 'released')
    union all select id, path, case kind when 'granted' then 'grant' else 'receivable' end, -total, null, ''
        from grants_journal where kind in ('granted', 'released')
    union all select entry, path, 'spending', amount, line, '' from receipt
    union all select entry, path, 'bank', tax - amount, null, '' from receipt
    union all select entry, path, 'tax', -tax, null, 'pph22' from receipt where tax > 0
    order by 1) told
"""
PAYMENTS = """
insert into grants_payment (id, activity_id, book_id, path, kind, state, number, "on", payee, words, amount, source, op,
    digest, proposed_by_id, proposed_on, approved_by_id, approved_on, paid_by_id, paid_on, reason, journal_id,
    recorded_at) overriding system value
select entry, book, book, path, 'goods', 'paid', 'K' || n, paid_on, 'Toko Rekaan', 'Bahan rekaan', amount, 'bank',
    gen_random_uuid(), '', %(people)s[1], paid_on, %(people)s[2], paid_on, %(people)s[3], paid_on, '', entry, now()
from receipt
"""
ITEMS = """
insert into grants_paymentitem (id, payment_id, path, line_id, words, unit, quantity, unit_price, amount)
overriding system value
select entry, entry, path, line, 'Semen rekaan', 'zak', 1, amount, amount from receipt
"""
TAXES = """
insert into grants_withholding (payment_id, path, tax, rate, base, amount)
select entry, path, 'pph22', '1.5', amount, tax from receipt where tax > 0
"""
CLUSTERS = """
insert into grants_clustersum (book_id, path, year, cluster, planned, approved, spent, accounted, swadaya)
select id, path, year, 'sosial', ceiling, ceiling, 0, 0, 0 from grants_book
"""
SUMS = (
    """
update grants_line n set spent = s.amount
from (select line_id, sum(amount) amount from grants_leg where line_id is not null group by 1) s
where s.line_id = n.id and n.spent <> s.amount
""",
    """
update grants_book b set granted = s.granted, released = s.granted, available = s.granted, bank = s.bank,
    spent = s.spent, tax = s.tax, last_number = s.last
from (select j.book_id, max(j.number) last, -sum(amount) filter (where account = 'grant') granted,
        sum(amount) filter (where account = 'bank') bank, coalesce(sum(amount) filter (where account = 'spending'), 0)
        spent, coalesce(-sum(amount) filter (where account = 'tax'), 0) tax
    from grants_leg l join grants_journal j on j.id = l.journal_id group by 1) s
where s.book_id = b.id and b.last_number <> s.last
""",
    """
update grants_clustersum c set spent = b.spent from grants_book b where b.id = c.book_id and c.spent <> b.spent
""",
)
FILL = (
    WISHES, PLANS, BOOKS, TRANCHE_ROWS, ACTIVITIES, LINE_ROWS, RECEIPTS, ENTRIES, LEGS, PAYMENTS, ITEMS, TAXES,
    CLUSTERS, *SUMS,
)  # fmt: skip
NUMBERED = (
    "musrenbang_proposal", "musrenbang_plan", "grants_book", "grants_tranche", "grants_activity", "grants_line",
    "grants_journal", "grants_payment", "grants_paymentitem",
)  # fmt: skip
FILLED = (*NUMBERED, "grants_leg", "grants_withholding", "grants_clustersum")


def fill_if_empty(owner: Any, last: int, years: int, receipts: int, people: list[int]) -> None:
    if owner.execute("select exists (select 1 from grants_book)").fetchone()[0]:
        return
    told = {"first": last - years + 1, "last": last, "receipts": receipts, "people": people}
    with _resting(owner):
        for statement in FILL:
            owner.execute(statement, told if "%(" in statement else None)
        for table in NUMBERED:
            owner.execute(f"select setval(pg_get_serial_sequence('{table}', 'id'), max(id)) from {table}")
    owner.execute("vacuum analyze")


def take_back(owner: Any) -> None:
    """What writers posted while they were measured is gone again: every promise holds as before."""
    with _resting(owner):
        posted = "select j.id from grants_journal j where j.words = 'ukuran'"
        owner.execute(f"delete from grants_leg where journal_id in ({posted})")
        owner.execute("delete from grants_journal where words = 'ukuran'")
        for statement in SUMS:
            owner.execute(statement)


@contextmanager
def _resting(owner: Any) -> Iterator[None]:
    with owner.transaction():
        for table in FILLED:
            owner.execute(f"alter table {table} disable trigger user")
        yield
        owner.execute("set constraints all immediate")
        for table in FILLED:
            owner.execute(f"alter table {table} enable trigger user")
