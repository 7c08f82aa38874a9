"""Who works in the demo: one person for each role, all with the same password."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from rukun.accounts.actions import appointments, users
from rukun.site.demo.ground import Ground

PASSWORD = "balai-kayu-jati"  # noqa: S105 - told to everyone on purpose: the demo holds no real person


@dataclass(frozen=True, slots=True)
class Part:
    username: str
    name: str
    role: str
    seat: str
    told: str


CAST = (
    Part("ketua-rt01", "Yohana Rekaan", "rt_head", "001", "Ketua RT 001 Anggrek: rencana selesai, dana berjalan"),
    Part("sekretaris-rt01", "Tarmizi Contoh", "rt_secretary", "001", "Sekretaris RT 001"),
    Part("bendahara-rt01", "Masnah Andaikan", "rt_treasurer", "001", "Bendahara RT 001"),
    Part("ketua-rt02", "Sutini Andaikan", "rt_head", "002", "Ketua RT 002 Bougenvil: SPJ dikembalikan desa"),
    Part("sekretaris-rt02", "Kardi Umpama", "rt_secretary", "002", "Sekretaris RT 002"),
    Part("bendahara-rt02", "Laila Contoh", "rt_treasurer", "002", "Bendahara RT 002"),
    Part("ketua-rt03", "Rahmat Rekaan", "rt_head", "003", "Ketua RT 003 Melati"),
    Part("ketua-rt04", "Sulastri Contoh", "rt_head", "004", "Ketua RT 004 Mawar"),
    Part("ketua-rt05", "Bambang Umpama", "rt_head", "005", "Ketua RT 005 Kenanga: belum mendata"),
    Part("kader-rt03", "Nurhayati Peraga", "kader", "003", "Kader RT 003"),
    Part("pendamping", "Dimas Khayal", "pendamping", "desa", "Pendamping Desa Sumber Rekaan"),
    Part("operator-desa", "Fitri Andaikan", "desa_operator", "desa", "Operator desa"),
    Part("kepala-desa", "Mulyadi Misalnya", "desa_head", "desa", "Kepala desa"),
    Part("bidan-desa", "Siti Karangan", "health_worker", "desa", "Bidan desa"),
    Part("petugas-sekolah", "Anwar Konon", "school_officer", "kecamatan", "Petugas pendidikan"),
    Part("pelaksana-program", "Mega Umpama", "programme_officer", "kabupaten", "Pelaksana program kabupaten"),
    Part("petugas-kecamatan", "Hendra Ibarat", "kecamatan_officer", "kecamatan", "Petugas kecamatan"),
    Part("petugas-dinsos", "Ratna Karangan", "dinsos", "kabupaten", "Dinas Sosial"),
    Part("petugas-dpmd", "Yusuf Konon", "dpmd", "kabupaten", "DPMD"),
    Part("inspektorat", "Endang Rekaan", "inspektorat", "kabupaten", "Inspektorat"),
    Part("pejabat-data", "Indra Contoh", "dpo", "kabupaten", "Pejabat Pelindungan Data"),
    Part("administrator", "Wulan Peraga", "administrator", "kabupaten", "Administrator"),
)


def appoint(ground: Ground, *, on: date, by: str) -> dict[str, Any]:
    """Makes the cast and gives each their seat; returns user name → user."""
    seats = ground.rts | {"desa": ground.desa, "kecamatan": ground.kecamatan, "kabupaten": ground.kabupaten}
    made = {}
    for part in CAST:
        user = users.create(username=part.username, name=part.name, password=PASSWORD, by=by)
        appointments.appoint(
            user=user, role=part.role, area_id=seats[part.seat], since=on - timedelta(days=400), until=None,
            basis="SK peragaan", by=by,
        )  # fmt: skip
        made[part.username] = user
    return made
