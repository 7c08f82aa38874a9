"""Every command of ./rukun: one table of names and one module each, said in two languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """`role` is who the process is to the database: "app" behind the walls, "owner" for housekeeping, "" for none."""

    module: str
    said: str
    english: str
    role: str = "app"


COMMANDS = {
    "up": Command("up", "menjalankan Rukun di komputer ini", "run Rukun on this machine", "owner"),
    "test": Command("checks", "menjalankan semua ujian", "run all tests", ""),
    "lint": Command("checks", "memeriksa gaya, lantai rumah, dan tipe", "check style, floors and types", ""),
    "bench": Command("checks", "mengukur kecepatan terhadap pembanding", "measure speeds against named peers", ""),
    "shell": Command("shell", "membuka Python dengan model Rukun", "open Python with Rukun's models"),
    "seed": Command(
        "seed", "mengisi satu kabupaten dengan warga rekaan", "fill a regency with invented people", "owner"
    ),
    "import": Command("importing", "memasukkan data warga dari berkas", "bring in residents from a file"),
    "export": Command("exporting", "mengeluarkan data ke berkas", "write data to a file"),
    "classify": Command(
        "classify", "menilai ulang kesulitan semua rumah tangga", "judge hardship of all households again"
    ),
    "allocate": Command(
        "allocate", "menghitung hasil pilihan warga dari berkas .pb", "count what residents chose, from .pb files", ""
    ),
    "growth": Command(
        "growth", "menilai pertumbuhan anak dari berkas .csv", "score the growth of children in a .csv file", ""
    ),
    "mpi": Command(
        "mpi", "menghitung kekurangan ganda dari berkas rumah tangga", "count many hardships at once, from a file", ""
    ),
    "profile": Command("profile", "menulis profil RT di kertas A3", "write the profile of RTs on A3 sheets"),
    "user": Command("users", "membuat pengguna atau sandi baru", "make a user or a new password"),
    "verify": Command("verify", "memeriksa semua janji basis data dan jumlah", "check every promise and every sum"),
    "flags": Command(
        "flags", "mencari hal yang perlu dilihat dalam pembukuan RT", "look for reasons to look closer in RT books"
    ),
    "torture": Command(
        "checks",
        "menyiksa buku dana: urutan acak, rebutan, klien dan server dibunuh",
        "strain the books: random orders, races, killed clients and servers",
        "",
    ),
    "backup": Command(
        "backup", "menyimpan semua data ke satu berkas terkunci", "save everything to one sealed file", "owner"
    ),
    "restore": Command("backup", "mengembalikan data dari berkas cadangan", "bring data back from a backup", "owner"),
}

HEAD = """Rukun · pembangunan berbasis RT

Pakai · use:  ./rukun PERINTAH [pilihan]      ./rukun PERINTAH --help
"""


def listing() -> str:
    """What `./rukun` alone writes; docs/operations/commands.txt holds the same text for a machine not yet set up."""
    lines = [f"  {name:<10}{each.said}\n{'':<12}{each.english}" for name, each in COMMANDS.items()]
    return HEAD + "\n" + "\n".join(lines) + "\n"
