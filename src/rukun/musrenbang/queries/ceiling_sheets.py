"""A tried rule as a workbook: every RT a row with typed cells, the sums of every desa, and the rule itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from rukun.kit.sheet import Column, Sheet, write_xlsx
from rukun.musrenbang import ceiling_words
from rukun.musrenbang.queries.ceiling_trials import Total, Trial, Tried


def workbook(trial: Trial, rule: Mapping[str, Any], year: int) -> bytes:
    target = BytesIO()
    write_xlsx(
        [_about(trial, rule, year), _rts(trial), _sums(_("Kecamatan"), trial, 1), _sums(_("Desa"), trial, 2)], target
    )
    return target.getvalue()


def _about(trial: Trial, rule: Mapping[str, Any], year: int) -> Sheet:
    lines = [(_("Tahun"), year), (_("Keadaan"), _("Hitungan coba, belum ditetapkan"))]
    lines += [(_("Aturan"), line) for line in ceiling_words.told(rule, trial.budget)]
    lines += [
        (_("Bersama"), trial.whole.amount),
        (_("RT"), trial.whole.rts),
        (_("RT tanpa jumlah"), trial.whole.unsaid),
    ]
    return Sheet(_("Tentang"), [Column(_("Hal"), 20), Column(_("Isi"), 70)], lines)


def _rts(trial: Trial) -> Sheet:
    columns = [
        Column(_("Kecamatan"), 24),
        Column(_("Desa/Kelurahan"), 24),
        Column(_("RT"), 24),
        Column(_("Rumah tangga"), 14, "number"),
        Column(_("Sumber hitungan"), 18),
        Column(_("Dihitung pada"), 14, "date"),
        Column(_("Pagu sekarang"), 18, "number"),
        Column(_("Pagu dicoba"), 18, "number"),
        Column(_("Selisih"), 18, "number"),
        Column(_("Per rumah tangga"), 18, "number"),
        Column(_("Keterangan"), 50),
    ]
    return Sheet(_("RT"), columns, _rows(trial))


def _rows(trial: Trial) -> Iterator[list[Any]]:
    for rt in trial.rts:
        above = [trial.names.get(rt.above(step), "") for step in (1, 2)]
        why = "" if rt.amount is not None else ceiling_words.reason(rt.reason)
        yield [*above, rt.label, *_counted(rt), rt.now, rt.amount, rt.change, rt.each, why]


def _counted(rt: Tried) -> list[Any]:
    if rt.count is None:
        return [None, _("belum diketahui"), None]
    return [rt.count.households, _("pernyataan RT") if rt.count.is_stated else _("buku warga"), rt.count.on]


def _sums(name: str, trial: Trial, step: int) -> Sheet:
    titles = (
        _("RT"),
        _("RT tanpa jumlah"),
        _("Rumah tangga"),
        _("Pagu sekarang"),
        _("Pagu dicoba"),
        _("Per rumah tangga"),
    )
    columns = [Column(name, 28), *(Column(title, 18, "number") for title in titles)]
    return Sheet(name, columns, ([label, *_summed(found)] for label, found in trial.by(step)))


def _summed(found: Total) -> list[int | None]:
    return [found.rts, found.unsaid, found.households, found.now, found.amount, found.each]
