"""The money part of a juknis in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from rukun.facilitation import words_money as told
from rukun.facilitation.types import Chapter, Clause
from rukun.parameters.juknis import AllocationRule, Juknis, Regulation, TrancheRule
from rukun.ui.words import MISSING, ribuan, tanggal


def chapters(juknis: Juknis) -> tuple[Chapter, ...]:
    return (
        allocation(juknis), ways(juknis), tranches(juknis), desks(juknis), papers(juknis), caps(juknis),
        honoraria(juknis), mandatory(juknis), wages(juknis), purchases(juknis), closing(juknis), regulations(juknis),
    )  # fmt: skip


def _chapter(key: str, title: str, columns: tuple[str, ...], clauses: Iterable[Clause]) -> Chapter:
    return Chapter(key, title, columns, tuple(clauses), told.unknown(), is_money=True)


def _pairs(key: str, title: str, clauses: Iterable[Clause]) -> Chapter:
    return _chapter(key, title, (_("Hal"), _("Isi")), clauses)


def allocation(juknis: Juknis) -> Chapter:
    rule, chosen = juknis.money.allocation, juknis.money.eligibility
    clauses = [
        Clause("register", (_("RT penerima"), chosen.register or told.unknown()), chosen.source),
        Clause("split", (_("Bila RT dipecah"), told.said(told.AT_SPLIT, chosen.at_split)), chosen.source),
        Clause("kind", (_("Cara menetapkan pagu"), told.said(told.ALLOCATIONS, rule.kind)), rule.source),
        *_spans(rule),
    ]
    return _pairs("allocation", str(told.THEMES["ceiling"]), clauses)


def _spans(rule: AllocationRule) -> Iterator[Clause]:
    tiers = [(each, told.money(each.amount)) for each in rule.tiers]
    gaps = [(each, told.unknown()) for each in rule.unsettled]
    for each, amount in sorted([*tiers, *gaps], key=lambda pair: pair[0].at_least or 0):
        households = told.households(each.at_least, each.at_most)
        yield Clause(f"tier {each.at_least}", (_("RT dengan %(n)s") % {"n": households}, amount), each.source)
    if rule.kind == "range":
        yield Clause("least", (_("Pagu terendah"), told.money(rule.least)), rule.source)
        yield Clause("most", (_("Pagu tertinggi"), told.money(rule.most)), rule.source)


def ways(juknis: Juknis) -> Chapter:
    clauses = [
        Clause(
            each.place,
            (str(told.PLACES[each.place]), told.said(told.CHANNELS, each.channel), told.said(told.FLOWS, each.flow)),
            each.source,
        )
        for each in juknis.money.ways
    ]
    return _chapter("ways", str(told.THEMES["way"]), (_("Untuk"), _("Lewat"), _("Urutan")), clauses)


def tranches(juknis: Juknis) -> Chapter:
    columns = (_("Tahap"), _("Bagian"), _("Rupiah"), _("Waktu"), _("Anggaran"), _("SPJ sebelumnya harus selesai"))
    clauses = (Clause(str(each.number), _tranche(each, juknis.ceiling), each.source) for each in juknis.money.tranches)
    return _chapter("tranches", str(told.THEMES["tranches"]), columns, clauses)


def _tranche(each: TrancheRule, ceiling: int | None) -> tuple[str, ...]:
    gate = told.percent(each.gate) if each.number > 1 or each.gate else MISSING
    share, amount = told.percent(each.share), told.part_of(each.share, ceiling)
    return (
        _("Tahap %(n)d") % {"n": each.number},
        share,
        amount,
        told.span(each.since, each.until),
        each.budget or (told.unknown()),
        gate,
    )


def desks(juknis: Juknis) -> Chapter:
    found = [(bundle, juknis.money.desk(bundle)) for bundle in ("rab", "request", "spj", "lpj")]
    clauses = [
        Clause(bundle, (str(told.BUNDLES[bundle]), told.levels(desk.levels), told.days(desk.days)), desk.source)
        if desk
        else Clause(bundle, (str(told.BUNDLES[bundle]), told.unknown(), told.unknown()))
        for bundle, desk in found
    ]
    columns = (_("Berkas"), _("Diperiksa oleh"), _("Paling lama"))
    return _chapter("desks", str(told.THEMES["desks"]), columns, clauses if juknis.money.desks else ())


def papers(juknis: Juknis) -> Chapter:
    clauses = (
        Clause(
            f"{each.bundle} {each.key}",
            (each.label, str(told.BUNDLES[each.bundle]), str(told.OCCASIONS[each.when])),
            each.source,
        )
        for each in juknis.money.papers
    )
    return _chapter("papers", _("Surat yang diminta"), (_("Surat"), _("Untuk"), _("Kapan")), clauses)


def caps(juknis: Juknis) -> Chapter:
    clauses = (
        Clause(each.key, (each.label, told.cap(each), told.reach(each, juknis)), each.source)
        for each in juknis.money.caps
    )
    return _chapter("caps", _("Batas belanja"), (_("Belanja"), _("Paling banyak"), _("Berlaku untuk")), clauses)


def honoraria(juknis: Juknis) -> Chapter:
    clauses = (
        Clause(each.office.casefold(), (each.office, told.money(each.a_month), _a_year(each.a_month)), each.source)
        for each in juknis.money.honoraria
    )
    return _chapter("honoraria", _("Honor"), (_("Jabatan"), _("Sebulan"), _("Setahun")), clauses)


def _a_year(a_month: int | None) -> str:
    return told.money(None if a_month is None else 12 * a_month)


def mandatory(juknis: Juknis) -> Chapter:
    clauses = []
    for each in juknis.money.mandatory:
        entry = juknis.entry(each.menu)
        count = told.unknown() if each.count is None else ribuan(each.count)
        clauses.append(Clause(each.key, (each.label, count, entry.label if entry else MISSING), each.source))
    columns = (_("Yang wajib"), _("Paling sedikit"), _("Kegiatan"))
    return _chapter("mandatory", _("Yang wajib ada"), columns, clauses)


def wages(juknis: Juknis) -> Chapter:
    rule, shift = juknis.money.wages, juknis.money.has_shift
    hours = told.unknown() if rule.hours is None else _("%(n)d jam") % {"n": rule.hours}
    clauses = (
        Clause("at_least", (_("Bagian upah paling sedikit"), told.percent(rule.at_least)), rule.source),
        Clause("moved", (_("Upah yang direlakan boleh dialihkan"), told.yes_no(rule.may_move_waived)), rule.source),
        Clause("hours", (_("Satu HOK (hari orang kerja)"), hours), rule.source),
        Clause("prefers", (_("Yang didahulukan bekerja"), rule.prefers or told.unknown()), rule.source),
        Clause("shift", (_("Musyawarah boleh menggeser bagian bidang"), told.yes_no(shift)), juknis.money.source),
    )
    return _pairs("wages", _("Upah dan pergeseran"), clauses)


def purchases(juknis: Juknis) -> Chapter:
    clauses = (
        Clause(each.way, (each.way, _most(each.at_most), ", ".join(each.papers) or MISSING), each.source)
        for each in juknis.money.purchases
    )
    return _chapter("purchases", _("Cara belanja"), (_("Cara"), _("Sampai"), _("Surat")), clauses)


def _most(amount: int | None) -> str:
    return _("tanpa batas") if amount is None else told.money(amount)


def closing(juknis: Juknis) -> Chapter:
    money, assets, passes_on = juknis.money, juknis.money.assets, told.yes_no(juknis.money.assets.is_handed_over)
    clauses = (
        Clause("tax", (_("Pemotong dan penyetor pajak"), told.said(told.TAX_BY, money.tax_by)), money.source),
        Clause("leftover", (_("Sisa uang (SiLPA)"), told.said(told.LEFTOVER, money.leftover)), money.source),
        Clause("owner", (_("Pemilik barang"), assets.owner or told.unknown()), assets.source),
        Clause("plate", (_("Pelat kendaraan"), assets.plate or told.unknown()), assets.source),
        Clause("handed", (_("Barang beralih ke pengurus berikutnya"), passes_on), assets.source),
    )
    return _pairs("closing", _("Pajak, barang, sisa uang"), clauses)


def regulations(juknis: Juknis) -> Chapter:
    columns = (_("Peraturan"), _("Tentang"), _("Pasal"), _("Menggantikan"), _("Berlaku"))
    clauses = (Clause(f"{each.kind} {each.number}/{each.year}", _law(each), each.source) for each in juknis.regulations)
    return _chapter("regulations", _("Peraturan"), columns, clauses)


def _law(each: Regulation) -> tuple[str, ...]:
    name = f"{each.kind} {each.number or told.unknown()}" + (f"/{each.year}" if each.year else "")
    about, article = each.about or MISSING, each.article or told.unknown()
    since = tanggal(each.since) if each.since else told.unknown()
    return name, about, article, each.replaces or MISSING, since
