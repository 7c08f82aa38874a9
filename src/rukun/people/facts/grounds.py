"""Places of the territory as the ground on which a batch is judged."""

from __future__ import annotations

from datetime import date

from rukun.people.intake.ground import Ground, Rt
from rukun.territory import queries as territory


def ground(path: str, *, on: date) -> Ground:
    """Every RT of a day under a path, with the number of its RW and the names of its dusun and desa."""
    named = {edition.area_id: edition for edition in territory.editions(on=on).select_related("area")}
    rts = [each for each in named.values() if each.area.level == "rt" and each.area.path.startswith(path)]
    return Ground(_rt(each, named) for each in sorted(rts, key=lambda each: each.area.path))


def _rt(edition: object, named: dict[int, object]) -> Rt:
    way = [named[int(step)] for step in edition.area.path.strip(".").split(".") if int(step) in named]
    at = {step.area.level: step for step in way}
    desa, rw, dusun, kecamatan = (at.get(level) for level in ("desa", "rw", "dusun", "kecamatan"))
    return Rt(
        id=edition.area_id,
        path=edition.area.path,
        code=edition.code,
        number=edition.number,
        rw=(rw.number or rw.name) if rw else "",
        dusun=dusun.name if dusun else "",
        desa_code=desa.code if desa else "",
        desa_name=desa.name if desa else "",
        kecamatan=(kecamatan.code if kecamatan else "").replace(".", ""),
    )
