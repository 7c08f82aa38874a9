"""Invented families written as rows of our own plain layout, the way a desa operator would bring them."""

from __future__ import annotations

from collections.abc import Iterator

from rukun.people.types import Relation, Sex
from rukun.site.invented.families import Family

COLUMNS = (
    "kode_desa", "rw", "rt", "no_kk", "nik", "nama", "jenis_kelamin", "tempat_lahir", "tanggal_lahir", "hubungan",
    "agama", "status_kawin", "pendidikan", "pekerjaan", "disabilitas", "alamat", "lintang", "bujur",
)  # fmt: skip


def rows_of(
    family: Family, *, desa: str, rt: str, rw: str = "", spot: tuple[float, float] | None = None
) -> Iterator[tuple[str, ...]]:
    """One tuple of texts per member, in the order of COLUMNS. `spot`: longitude and latitude of the house."""
    bujur, lintang = map(str, spot) if spot else ("", "")
    for member in family.members:
        yield (
            desa, rw, rt, family.card, member.nik, member.name, str(Sex(member.sex).label), member.birth_place,
            f"{member.birth_date:%d/%m/%Y}", str(Relation(member.relation).label), member.religion, member.marital,
            member.education, member.occupation, member.disability, family.address,
            lintang, bujur,
        )  # fmt: skip
