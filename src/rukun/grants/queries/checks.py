"""Do all books still say what their entries say: every promise about money, asked of the whole installation at once.

One set-based question a promise. Each gives rows (path, number, amount): where it does not hold, at which entry or
payment, and by how many rupiah.
"""

from __future__ import annotations

from datetime import date

from django.db import connection

from rukun.kit.money import shown
from rukun.kit.problems import Finding

TOTALS = """
    select j.book_id,
        sum(l.amount) filter (where l.account = 'cash') cash, sum(l.amount) filter (where l.account = 'bank') bank,
        sum(l.amount) filter (where l.account = 'receivable') receivable,
        sum(l.amount) filter (where l.account = 'panjar') panjar,
        sum(l.amount) filter (where l.account = 'spending') spent,
        sum(l.amount) filter (where l.account = 'returned') returned,
        sum(l.amount) filter (where l.account = 'leftover') carried_out,
        -sum(l.amount) filter (where l.account = 'talangan') talangan,
        -sum(l.amount) filter (where l.account = 'tax') tax, -sum(l.amount) filter (where l.account = 'grant') granted,
        -sum(l.amount) filter (where l.account = 'swadaya') swadaya_cash,
        -sum(l.amount) filter (where l.account = 'interest') interest,
        -sum(l.amount) filter (where l.account = 'carried') carried_in,
        coalesce(-sum(l.amount) filter (where l.account = 'grant'), 0)
            - coalesce(sum(l.amount) filter (where l.account = 'receivable'), 0) released
    from grants_leg l join grants_journal j on j.id = l.journal_id group by j.book_id
"""
SUMS = (
    "cash", "bank", "receivable", "panjar", "spent", "returned", "carried_out", "talangan", "tax", "granted",
    "swadaya_cash", "interest", "carried_in", "released",
)  # fmt: skip
PAIRS = ", ".join(f"(b.{name} - coalesce(t.{name}, 0))" for name in SUMS)

QUESTIONS: dict[str, str] = {
    "grants.entry_unbalanced": """
        select j.path, j.number, coalesce(l.amount, 0) from grants_journal j
        left join (select journal_id, sum(amount) amount, count(*) legs, sum(amount) filter (where amount > 0) debit
            from grants_leg group by 1) l on l.journal_id = j.id
        where l.amount is distinct from 0 or l.legs < 2 or l.debit is distinct from j.total""",
    "grants.book_differs": """
        select b.path, b.year, (select sum(abs(n)) from (values PAIRS) held (n))
        from grants_book b left join (TOTALS) t on t.book_id = b.id
        where exists (select from (values PAIRS) held (n) where n <> 0)""",
    "grants.limit_passed": """
        select b.path, b.year, b.committed + b.spent - b.available from grants_book b
        where b.committed + b.spent > b.available or b.granted > b.opened or b.opened > b.ceiling""",
    "grants.committed_differs": """
        select b.path, b.year, b.committed - coalesce(p.amount, 0) from grants_book b
        left join (select book_id, sum(amount) amount from grants_payment where state = 'approved' group by 1) p
            on p.book_id = b.id
        where b.committed <> coalesce(p.amount, 0)""",
    "grants.line_differs": """
        select n.path, n.number, n.spent - coalesce(s.amount, 0) from grants_line n
        left join (select line_id, sum(amount) amount from grants_leg where line_id is not null group by 1) s
            on s.line_id = n.id
        where n.spent <> coalesce(s.amount, 0) or n.committed + n.spent > n.approved""",
    "grants.line_committed_differs": """
        select n.path, n.number, n.committed - coalesce(s.amount, 0) from grants_line n
        left join (select i.line_id, sum(i.amount) amount from grants_paymentitem i
            join grants_payment p on p.id = i.payment_id where p.state = 'approved' group by 1) s on s.line_id = n.id
        where n.committed <> coalesce(s.amount, 0)""",
    "grants.cluster_differs": """
        select coalesce(c.path, s.path), coalesce(c.year, s.year), coalesce(c.spent, 0) - coalesce(s.amount, 0)
        from grants_clustersum c full join (
            select a.book_id, a.cluster, a.path, a.year, sum(n.spent) amount
            from grants_line n join grants_activity a on a.id = n.activity_id group by 1, 2, 3, 4
        ) s on s.book_id = c.book_id and s.cluster = c.cluster
        where coalesce(c.spent, 0) <> coalesce(s.amount, 0)""",
    "grants.advance_differs": """
        select coalesce(a.path, s.path), 0, abs(coalesce(a.held, 0) - coalesce(s.held, 0))
            + abs(coalesce(a.owed, 0) - coalesce(s.owed, 0))
        from grants_advance a full join (
            select j.book_id, l.officer_id, min(j.path) path,
                coalesce(sum(l.amount) filter (where l.account = 'panjar'), 0) held,
                coalesce(-sum(l.amount) filter (where l.account = 'talangan'), 0) owed
            from grants_leg l join grants_journal j on j.id = l.journal_id where l.officer_id is not null group by 1, 2
        ) s on s.book_id = a.book_id and s.officer_id = a.officer_id
        where coalesce(a.held, 0) <> coalesce(s.held, 0) or coalesce(a.owed, 0) <> coalesce(s.owed, 0)""",
    "grants.numbers_missing": """
        select b.path, b.year, b.last_number - coalesce(j.entries, 0) from grants_book b
        left join (select book_id, count(*) entries, max(number) last from grants_journal group by 1) j
            on j.book_id = b.id
        where coalesce(j.entries, 0) <> b.last_number or coalesce(j.last, 0) <> b.last_number""",
    "grants.entry_after_closing": """
        select j.path, j.number, j.total from grants_journal j join grants_closing c on c.book_id = j.book_id
        where j."on" <= c.until and j.number > c.last_number
        union all select b.path, b.year, 0 from grants_book b where b.closed_until is distinct from
            (select max(c.until) from grants_closing c where c.book_id = b.id)""",
    "grants.not_three_people": """
        select p.path, p.id, p.amount from grants_payment p
        where p.approved_by_id = p.proposed_by_id or p.paid_by_id in (p.proposed_by_id, p.approved_by_id)
            or p.state in ('paid', 'reversed') and (p.approved_by_id is null or p.paid_by_id is null)""",
    "grants.receipt_differs": """
        select p.path, p.id, p.amount - coalesce(i.amount, 0) from grants_payment p
        left join (select payment_id, sum(amount) amount from grants_paymentitem group by 1) i on i.payment_id = p.id
        where p.state in ('paid', 'reversed') and p.amount <> coalesce(i.amount, 0)
        union all
        select p.path, p.id, s.amount from grants_payment p join (
            select journal_id, sum(amount) amount from (
                select l.journal_id, l.line_id, l.amount from grants_leg l
                where l.line_id is not null
                union all
                select p.journal_id, i.line_id, -i.amount from grants_paymentitem i
                join grants_payment p on p.id = i.payment_id where p.journal_id is not null
            ) told group by journal_id, line_id having sum(amount) <> 0
        ) s on s.journal_id = p.journal_id""",
    "grants.spending_without_receipt": """
        select j.path, j.number, j.total from grants_journal j left join grants_payment p on p.journal_id = j.id
        where j.kind = 'paid' and p.id is null
        union all
        select p.path, p.id, p.amount from grants_payment p join grants_paymentitem i on i.payment_id = p.id
        join grants_line n on n.id = i.line_id where n.activity_id <> p.activity_id""",
    "grants.payment_reversal_differs": """
        select p.path, p.id, p.amount from grants_payment p where p.state = 'reversed'
            and not exists (select from grants_journal r where r.reverses_id = p.journal_id)
        union all
        select p.path, p.id, p.amount from grants_journal r join grants_payment p on p.journal_id = r.reverses_id
        where r.reverses_id is not null and p.state <> 'reversed'""",
    "grants.reversal_differs": """
        select r.path, r.number, r.total from grants_journal r
        where r.reverses_id is not null and exists (
            select account, line_id, officer_id, tax from grants_leg where journal_id in (r.id, r.reverses_id)
            group by 1, 2, 3, 4 having sum(amount) <> 0)""",
    "grants.withheld_differs": """
        select b.path, b.year, coalesce(w.owed, 0) - b.tax from grants_book b
        left join (select p.book_id, sum(w.amount) filter (where w.deposit_id is null) owed from grants_withholding w
            join grants_payment p on p.id = w.payment_id where p.state = 'paid' group by 1) w on w.book_id = b.id
        where coalesce(w.owed, 0) <> b.tax""",
    "grants.deposit_differs": """
        select d.path, j.number, d.amount - coalesce(w.amount, 0) from grants_taxdeposit d
        join grants_journal j on j.id = d.journal_id left join grants_journal r on r.reverses_id = j.id
        left join (select deposit_id, sum(amount) amount from grants_withholding group by 1) w on w.deposit_id = d.id
        where r.id is null and d.amount <> coalesce(w.amount, 0) or d.amount <> j.total""",
    "grants.carried_differs": """
        select coalesce(o.path, i.path), coalesce(o.year, i.year - 1), coalesce(o.carried_out, 0)
            - coalesce(i.carried_in, 0)
        from (select * from grants_book where carried_out <> 0) o
        full join (select * from grants_book where carried_in <> 0) i on i.rt_id = o.rt_id and i.year = o.year + 1
        where coalesce(o.carried_out, 0) <> coalesce(i.carried_in, 0) or o.cash + o.bank <> 0
        union all
        select path, min(number), sum(total) from grants_journal where kind in ('carried_out', 'carried_in')
        group by book_id, kind, path having count(*) > 1""",
    "grants.bank_unread": """
        select c.path, b.year, coalesce(s.amount, 0) - coalesce(r.booked, 0) from grants_closing c
        join grants_book b on b.id = c.book_id
        cross join lateral (select sum(l.amount) amount from grants_leg l join grants_journal j on j.id = l.journal_id
            where j.book_id = c.book_id and l.account = 'bank' and j."on" <= c.until) s
        left join lateral (select r.booked, r.stated, r.words from grants_reconciliation r
            where r.book_id = c.book_id and r."on" = c.until order by r.id desc limit 1) r on true
        where s.amount is not null and (r.booked is null or r.booked <> s.amount
            or r.stated <> r.booked and r.words = '')""",
    "grants.moved_passes_waived": """
        select a.path, a.number, m.amount - coalesce(w.amount, 0) from grants_activity a
        join (select activity_id, sum(amount) amount from grants_wagemove group by 1) m on m.activity_id = a.id
        left join (select activity_id, sum(value) amount from grants_contribution where kind = 'waived' group by 1) w
            on w.activity_id = a.id
        where m.amount > coalesce(w.amount, 0)""",
    "grants.amount_not_possible": """
        select j.path, j.number, l.amount from grants_leg l join grants_journal j on j.id = l.journal_id
        where l.amount = 0 or abs(l.amount) > 10000000000000""",
}


def findings(*, on: date) -> list[Finding]:
    """One finding for each promise that is broken, over all that may be seen: how often, and where first."""
    found = []
    for code in QUESTIONS:
        if rows := rows_of(code):
            path, number, amount = rows[0]
            told = {"count": len(rows), "rt": path.strip(".").split(".")[-1], "number": number, "amount": shown(amount)}
            found.append(Finding(code, "error", told))
    return found


def rows_of(code: str) -> list[tuple[str, int, int]]:
    """Where one promise does not hold: path, number of the entry, payment or year, and by how many rupiah."""
    with connection.cursor() as cursor:
        cursor.execute(statement(code))
        return [(path, number, int(amount)) for path, number, amount in cursor.fetchall()]


def statement(code: str) -> str:
    return QUESTIONS[code].replace("PAIRS", PAIRS).replace("TOTALS", TOTALS)
