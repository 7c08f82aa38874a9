"""A profile as what is read: the same pictures, tables and sentences on a phone, on A3 and in a file of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import get_template
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from rukun.people.queries.bands import NAMES
from rukun.poverty.types import HIDDEN, Count, Label
from rukun.poverty.words import counted, need_words
from rukun.reports.queries.profiles import Profile
from rukun.rules.disclosure import Shown, suppress
from rukun.rules.disclosure import Table as Counts
from rukun.services.sanitation.types import Rung
from rukun.ui.pictures import pyramid
from rukun.ui.svg import Picture
from rukun.ui.tables import Column, Row, Table
from rukun.ui.words import MISSING, persen, ribuan, rupiah

FEW = 5
"""Below this a count of plain demography is hidden from who may not see families."""
SHOWN = 6
"""So many problems and lines of the plan fit the sheet; the rest is counted."""
NEEDS = (
    "pregnant",
    "elder_alone",
    "disability",
    "chronic_illness",
    "child_out_of_school",
    "no_latrine",
    "unsafe_water",
)
GOOD = (Rung.OWN, Rung.SAFE)
STYLE = "reports/profile.css"


@dataclass(frozen=True, slots=True)
class Page:
    """All of the sheet but its frame."""

    profile: Profile
    figures: list[dict[str, str]]
    people: Picture | None
    ages: Table | None
    verdicts: Table
    reasons: Table
    needs: Table
    services: Table
    reached: Table
    money: Table
    changes: Table
    moved: str
    more_cores: int
    more_plan: int

    @property
    def cores(self) -> Any:
        return self.profile.cores[:SHOWN]

    @property
    def plan(self) -> Any:
        return self.profile.plan[:SHOWN]


def page(profile: Profile) -> Page:
    return Page(
        profile=profile,
        figures=_figures(profile),
        people=_pyramid(profile) if profile.is_open else None,
        ages=None if profile.is_open else _ages(profile),
        verdicts=_verdicts(profile),
        reasons=_counts(_("Lima sebab tersering"), _("Kriteria yang terpenuhi"), profile.reasons),
        needs=_needs(profile),
        services=_services(profile),
        reached=_reached(profile),
        money=_money(profile),
        changes=_changes(profile),
        moved=_moved(profile),
        more_cores=max(len(profile.cores) - SHOWN, 0),
        more_plan=max(len(profile.plan) - SHOWN, 0),
    )


def as_file(profile: Profile) -> str:
    """The sheet as one file that needs nothing beside it: opened on any machine, printed on A3."""
    return get_template("reports/profile_file.html").render({"page": page(profile), "style": style()})


@cache
def style() -> str:
    """The style sheet of the profile, to stand inside the file."""
    return mark_safe(Path(finders.find(STYLE) or "").read_text("utf-8"))  # noqa: S308  our own file


def _figures(profile: Profile) -> list[dict[str, str]]:
    own, money, said = profile.figures, profile.money.money, profile.said
    homes = _("%(n)s rumah tangga")
    return [
        _figure(_("Warga"), ribuan(own.people), homes % {"n": ribuan(own.households)}),
        _figure(_("Sudah diwawancarai"), persen(own.share_counted), homes % {"n": ribuan(own.interviewed)}),
        _figure(_("Pasti miskin"), counted(profile.safe.verdicts.get(Label.POOR, 0)), _("rumah tangga")),
        _figure(_("Masalah utama"), ribuan(said.problems), _("%(n)s suara") % {"n": ribuan(said.statements)}),
        _figure(_("Terpakai"), rupiah(money.spent), _("dari pagu %(amount)s") % {"amount": rupiah(profile.ceiling)}),
        _figure(_("Swadaya warga"), rupiah(profile.money.swadaya), _("nilai tenaga, bahan, dan uang")),
    ]


def _figure(meaning: str, value: str, note: str) -> dict[str, str]:
    return {"meaning": meaning, "value": value, "note": note}


def _pyramid(profile: Profile) -> Picture | None:
    bands = [(name, profile.bands.at("male", n), profile.bands.at("female", n)) for n, name in enumerate(NAMES)]
    words = _("%(n)s warga belum punya tanggal lahir tercatat.") % {"n": ribuan(profile.bands.undated)}
    return pyramid(bands, title=_("Warga menurut umur"), words=words if profile.bands.undated else "")


def _ages(profile: Profile) -> Table:
    """The same without a small count, and without what gives one away."""
    told = {name: profile.bands.at("male", n) + profile.bands.at("female", n) for n, name in enumerate(NAMES)}
    told[_("belum tercatat")] = profile.bands.undated
    released = suppress(Counts.column(told), threshold=FEW)
    cells = [line[0].count if isinstance(line[0], Shown) else HIDDEN for line in released.cells]
    return _counts(_("Warga menurut umur"), _("Umur"), tuple(zip(told, cells, strict=True)))


def _verdicts(profile: Profile) -> Table:
    rows = [(str(label.label), profile.safe.verdicts.get(label, 0)) for label in Label]
    return _counts(_("Keadaan rumah tangga"), _("Menurut 14 kriteria"), tuple(rows) if profile.figures.judged else ())


def _services(profile: Profile) -> Table:
    """Only what somebody looked at; nothing is made up from silence."""
    gap, own = profile.gap, profile.guarded
    health, homes, school = gap.health, gap.sanitation, gap.school
    good = sum(homes.rungs.get(rung, 0) for rung in GOOD)
    rows: list[tuple[str, Count]] = []
    if health.children:
        rows.append((_("Balita ditimbang bulan ini"), own(health.weighed, health.children)))
    if homes.looked:
        rows.append((_("Jamban layak sendiri atau aman"), own(good, homes.looked)))
        rows.append((_("Buang air besar sembarangan"), own(homes.open_, homes.looked)))
    if school.known:
        rows.append((_("Usia 6–21 tahun tidak sekolah"), own(school.out, school.known)))
        rows.append((_("Bantuan sekolah diterima tahun ini"), own(school.received, school.known)))
    return _counts(_("Layanan dasar"), _("Yang sudah dilihat"), tuple(rows))


def _reached(profile: Profile) -> Table:
    """Of the poor: who has a programme, who waits, whom nobody reached."""
    gap = profile.gap
    names = ((_("Dilayani program"), gap.served), (_("Menunggu"), gap.waiting), (_("Ditolak"), gap.refused))
    rows = [(name, profile.guarded(count, gap.poor)) for name, count in names]
    rows.append((_("Belum terjangkau"), profile.guarded(gap.untouched, gap.poor)))
    if any(count is HIDDEN for _name, count in rows):
        rows = [(name, HIDDEN) for name, _count in rows]
    return _counts(_("Program bagi yang pasti miskin"), _("Rumah tangga"), tuple(rows) if gap.poor else ())


def _needs(profile: Profile) -> Table:
    held = [(need_words(code).capitalize(), profile.safe.needs.get(code, 0)) for code in NEEDS]
    heads = _("Dikepalai perempuan"), profile.guarded(profile.bands.women_heads, profile.figures.households)
    return _counts(_("Yang perlu perhatian"), _("Rumah tangga"), (heads, *held) if profile.figures.judged else (heads,))


def _counts(caption: str, name: str, rows: tuple[tuple[str, Count], ...]) -> Table:
    columns = [Column(name), Column(_("Jumlah"), is_number=True)]
    return Table(caption, columns, [Row([words, counted(count)]) for words, count in rows], stays=True)


def _money(profile: Profile) -> Table:
    year, money = profile.money, profile.money.money
    works = sum(year.works.values())
    rows = [
        (_("Pagu"), rupiah(profile.ceiling) if profile.ceiling else _("belum ditetapkan")),
        (_("Sudah cair"), rupiah(money.released)),
        (_("Sudah terpakai"), rupiah(money.spent)),
        (_("SPJ diterima"), rupiah(money.accounted)),
        (_("Swadaya warga"), rupiah(year.swadaya)),
        (_("Kegiatan selesai"), _("%(n)s dari %(all)s") % {"n": ribuan(year.finished), "all": ribuan(works)}),
    ]
    columns = [Column(_("Hal")), Column(_("Nilai"), is_number=True)]
    return Table(_("Dana %(year)s") % {"year": profile.year}, columns, [Row(list(row)) for row in rows], stays=True)


def _changes(profile: Profile) -> Table:
    """One year before, and now. Hardship is compared only for who may see families."""
    then, own, before = profile.then, profile.figures, profile.money_then
    rows = [
        _change(_("Warga"), then.people, own.people),
        _change(_("Rumah tangga"), then.households, own.households),
        _change(_("Dana terpakai (juta Rp)"), before.money.spent, profile.money.money.spent, said=_millions),
        _change(_("Swadaya (juta Rp)"), before.swadaya, profile.money.swadaya, said=_millions),
        _change(_("Kegiatan selesai"), before.finished, profile.money.finished),
    ]
    if profile.poor_then is not None:
        rows.insert(2, _change(_("Pasti miskin"), profile.poor_then, own.poor))
    names = (_("Lalu"), _("Kini"), _("Selisih"))
    columns = [Column(_("Hal")), *(Column(name, is_number=True) for name in names)]
    return Table(_("Yang berubah sejak tahun lalu"), columns, rows, stays=True)


def _change(name: str, then: Count | None, now: Count, *, said: Callable[[int], str] = ribuan) -> Row:
    if not isinstance(then, int) or not isinstance(now, int):
        return Row([name, MISSING if then is None else counted(then), counted(now), MISSING])
    sign = "+" if now > then else "−"
    return Row([name, said(then), said(now), f"{sign}{said(abs(now - then))}" if now != then else _("tetap")])


def _millions(amount: int) -> str:
    return ribuan(Decimal(amount) / 1_000_000, 1)


def _moved(profile: Profile) -> str:
    """Who left hardship and who came into it, as counts."""
    moves = profile.moves
    if moves is None or not profile.then.judged:
        return ""
    told = {"left": ribuan(moves.left), "entered": ribuan(moves.entered), "stayed": ribuan(moves.stayed)}
    return _("%(left)s rumah tangga keluar dari kemiskinan, %(entered)s masuk, %(stayed)s tetap.") % told
