"""The kabupaten's officer walks from the map down to one family's one reason; the list of names leaves a line in the log."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import load_workbook


def test_from_the_map_to_one_reason_and_the_log_knows_who_took_the_list(anywhere: Any, tmp_path: Path) -> None:
    page = anywhere.page
    anywhere.sign_in("petugas-dinsos")
    page.get_by_role("navigation", name="Utama").get_by_role("link", name="Lainnya").click()
    anywhere.follow("Peta dan keadaan")
    anywhere.says("Kabupaten Kutai Kartanegara", "rumah tangga belum diwawancarai")
    anywhere.look("alasan-1-kabupaten")
    for number, name in enumerate(["Kecamatan Tenggarong", "Desa Sumber Rekaan", "RT 001 Anggrek"], start=2):
        anywhere.main.locator("table").get_by_role("link", name=name).first.click()
        anywhere.main.get_by_role("heading", name=name, level=1).wait_for()
        anywhere.look(f"alasan-{number}-{name.split()[0].lower()}")
    anywhere.follow("Daftar rumah tangga")
    anywhere.look("alasan-5-daftar")
    family = anywhere.main.get_by_role("table").get_by_role("rowheader").get_by_role("link").first
    head = family.inner_text()
    family.click()
    anywhere.says(head, "kriteria terpenuhi", "Terpenuhi (", "Aturan")
    reason = anywhere.main.locator("dl.pairs").first.locator("dt").first.inner_text()
    assert reason, "a poor family has at least one reason"
    anywhere.look("alasan-6-keluarga")
    page.go_back()
    take_the_list(anywhere, tmp_path, head)
    the_log_knows(anywhere)


def take_the_list(visitor: Any, folder: Path, head: str) -> None:
    """Names leave the house only with a purpose; a number never does."""
    visitor.follow("Unduh daftar")
    visitor.look("alasan-7-keperluan")
    visitor.main.get_by_label("Memeriksa ke lapangan").check()
    visitor.main.get_by_label("XLSX").check()
    with visitor.page.expect_download() as saved:
        visitor.press("Unduh")
    saved.value.save_as(path := folder / "daftar.xlsx")
    cells = [str(cell) for sheet in load_workbook(path) for row in sheet.iter_rows(values_only=True) for cell in row]
    assert any(head in cell for cell in cells) and any("Ratna Karangan" in cell for cell in cells)
    assert not any(cell.isdigit() and len(cell) == 16 for cell in cells)


def the_log_knows(visitor: Any) -> None:
    visitor.leave()
    visitor.sign_in("pejabat-data")
    visitor.go("/kelola/log/")
    visitor.look("alasan-8-log")
    lines = visitor.main.get_by_role("row").filter(has_text="petugas-dinsos")
    assert lines.filter(has_text="daftar").count()
