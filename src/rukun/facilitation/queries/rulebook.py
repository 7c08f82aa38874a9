"""A juknis in plain words, chapter by chapter: for the page, the paper and the comparison alike. Planning first."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rukun.facilitation import words
from rukun.facilitation import words_money as told
from rukun.facilitation.queries import rulebook_money
from rukun.facilitation.types import Chapter, Clause
from rukun.parameters.juknis import Juknis, MenuEntry, Step
from rukun.ui.words import MISSING, rupiah


def chapters(juknis: Juknis) -> tuple[Chapter, ...]:
    planning = (meeting(juknis), clusters(juknis), menu(juknis), blocked(juknis), steps(juknis))
    return (*planning, *rulebook_money.chapters(juknis))


def meeting(juknis: Juknis) -> Chapter:
    """What fits in one line each; what is unknown says so."""
    rules, choosing, answers = juknis.meeting, juknis.choosing, juknis.answers
    second, notice, unit = rules.second_quorum, rules.notice_days, choosing.unit
    rows = (
        ("ceiling", _("Pagu setiap RT"), _ceiling(juknis), juknis.ceiling_source),
        ("quorum", _("Yang harus hadir"), words.quorum_words(rules), rules.source),
        ("second", _("Pada panggilan kedua"), second and words.percent_words(second), rules.source),
        ("notice", _("Undangan dibagikan"), notice and _("%(n)d hari sebelumnya") % {"n": notice}, rules.source),
        ("groups", _("Yang wajib diundang"), ", ".join(each.label for each in rules.groups), rules.source),
        ("ways", _("Cara memilih"), words.ways_words(choosing.ways), choosing.source),
        ("unit", _("Pemegang suara"), unit and str(words.UNITS[unit]), choosing.source),
        ("desa", _("Desa menjawab dalam"), told.days(answers.desa), answers.source),
        ("kecamatan", _("Kecamatan memeriksa dalam"), told.days(answers.kecamatan), answers.source),
        ("rt", _("RT memperbaiki dalam"), told.days(answers.rt), answers.source),
        ("quiz", _("Kuis kesiapan"), _quiz(juknis), None),
        ("regulation", _("Dasar aturan"), juknis.regulation, None),
    )
    clauses = [Clause(key, (label, value or told.unknown()), *([of] if of else [])) for key, label, value, of in rows]
    return Chapter("meeting", _("Pokok aturan"), (_("Hal"), _("Isi")), tuple(clauses))


def _ceiling(juknis: Juknis) -> str:
    rule = juknis.money.allocation.kind
    return str(told.ALLOCATIONS[rule]) if rule in ("tiers", "range") else told.money(juknis.ceiling)


def _quiz(juknis: Juknis) -> str:
    asked, needed = len(juknis.readiness.questions), juknis.readiness.needed
    if not asked:
        return ""
    questions = _("%(n)d pertanyaan") % {"n": asked}
    return questions if needed is None else _("%(asked)s, %(n)d harus benar") % {"asked": questions, "n": needed}


def clusters(juknis: Juknis) -> Chapter:
    rows = [
        Clause(each.key, (each.label, words.limit_words(each.limit), words.money_words(each.limit, juknis.ceiling)),
               each.source)
        for each in juknis.clusters
    ]  # fmt: skip
    columns = (_("Bidang"), _("Bagian pagu"), _("Rupiah"))
    return Chapter("clusters", _("Bidang"), columns, tuple(rows), _("Juknis ini tidak membagi pagu ke bidang."))


def menu(juknis: Juknis) -> Chapter:
    labels = {each.key: each.label for each in juknis.clusters}
    columns = (_("Kegiatan"), _("Bidang"), _("Syarat"), _("Paling banyak"))
    rows = (Clause(each.code, _menu_entry(each, labels[each.cluster]), each.source) for each in juknis.menu)
    return Chapter("menu", _("Yang boleh"), columns, tuple(rows), _("Daftar kegiatan belum diketahui."))


def _menu_entry(entry: MenuEntry, cluster: str) -> tuple[str, ...]:
    facts = " ".join(fact.question for fact in entry.facts) or MISSING
    return f"{entry.code} · {entry.label}", cluster, facts, rupiah(entry.most)


def blocked(juknis: Juknis) -> Chapter:
    rows = (Clause(each.code, (each.label, each.reason), each.source) for each in juknis.blocked)
    columns = (_("Kegiatan"), _("Mengapa"))
    return Chapter("blocked", _("Yang tidak boleh"), columns, tuple(rows), _("Daftar larangan belum diketahui."))


def steps(juknis: Juknis) -> Chapter:
    rows = (Clause(each.mark, _step(each), each.source) for each in juknis.steps)
    columns = (_("Langkah"), _("Oleh"), _("Kapan"), _("Surat"))
    return Chapter("steps", _("Langkah setahun"), columns, tuple(rows), _("Juknis ini tidak menyebut langkah."))


def _step(step: Step) -> tuple[str, ...]:
    papers = ", ".join(step.papers) or MISSING
    return step.label, words.actor_words(step), told.span(step.since, step.until), papers


def known(chapter: Chapter) -> bool:
    """Whether the juknis says anything of this matter."""
    silent = (told.unknown(), MISSING)
    return any(value not in silent for clause in chapter.clauses for value in clause.values[1:])
