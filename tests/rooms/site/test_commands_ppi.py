"""import ppi: a card comes in with its table, a dry run leaves nothing, and what does not fit is told in a letter."""

from __future__ import annotations

import pytest

from rukun.audit.models import Line
from rukun.poverty.models import ScoreCard

CARD = (
    b"no,indicator,response,$1.00/day,$2.00/day\n"
    b"1,Atap?,A. Rumbia,0,0\n1,Atap?,B. Genteng,60,50\n2,Lantai?,A. Tanah,10,5\n2,Lantai?,B. Semen,40,50\n"
)
TABLE = b"score,ppp100,ppp200\n5,80,90\n10,80,85\n50,45,50\n55,40,45\n70,30,33\n100,5,8\n"
WORDS = ("--source", "Penerbit Rekaan", "--name", "Kartu Rekaan", "--line", "ppp100")


@pytest.fixture
def files(tmp_path):
    (tmp_path / "kartu-2024.csv").write_bytes(CARD)
    (tmp_path / "tabel.csv").write_bytes(TABLE)
    return tmp_path


@pytest.fixture
def bring(rukun, places, files):
    return lambda *words: rukun(
        "import", "ppi", files / "kartu-2024.csv", "--table", files / "tabel.csv", *(words or WORDS)
    )


def test_a_card_comes_in(bring):
    said = bring(*WORDS, "--since", "2024-01-01", "--json")
    assert said.code == 0, said.err
    assert said.told == {
        "ok": True, "is_dry_run": False, "key": "kartu-rekaan", "line": "ppp100", "lines": ["ppp100", "ppp200"],
        "questions": 2, "since": "2024-01-01",
    }  # fmt: skip
    kept = ScoreCard.objects.get()
    assert (kept.title, kept.source, kept.card["line"]) == ("Kartu Rekaan", "Penerbit Rekaan", "ppp100")
    assert Line.objects.filter(verb="poverty.card_brought", actor="perintah:import").count() == 1
    assert "$1.00/day = ppp100: cocok" in said.err


def test_without_a_name_it_is_called_as_its_file(bring):
    said = bring("--source", "Penerbit Rekaan", "--line", "ppp200")
    assert "Masuk. kartu-2024: 2 pertanyaan, dinilai pada garis ppp200" in said.out
    assert ScoreCard.objects.get().title == "kartu-2024"


def test_a_dry_run_leaves_nothing(bring):
    said = bring(*WORDS, "--dry-run")
    assert said.code == 0
    assert "Percobaan saja" in said.out
    assert not ScoreCard.objects.exists()
    assert not Line.objects.filter(verb="poverty.card_brought").exists()


def test_a_card_comes_in_once(bring):
    assert bring().code == 0
    again = bring()
    assert again.code == 1
    assert "Kartu Rekaan" in again.err
    assert ScoreCard.objects.count() == 1


def test_lines_that_do_not_agree_are_paired_by_hand(bring, files):
    (files / "tabel.csv").write_bytes(TABLE.replace(b"ppp100,ppp200", b"rendah,tinggi"))
    words = ("--source", "Penerbit Rekaan", "--line", "rendah")
    refused = bring(*words)
    assert refused.code == 1 and not ScoreCard.objects.exists()
    assert "$1.00/day = rendah: periksa" in refused.err
    assert bring(*words, "--pair", "$1.00/day=rendah", "--pair", "$2.00/day=tinggi").code == 0
    assert ScoreCard.objects.get().card["line"] == "rendah"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--source", "Penerbit Rekaan"), 1),
        (("--source", "Penerbit Rekaan", "--line", "ppp999"), 1),
        (("--source", "Penerbit Rekaan", "--line", "ppp100", "--pair", "$9/day=ppp100"), 1),
        (("--source", "Penerbit Rekaan", "--line", "ppp100", "--pair", "ppp100"), 2),
        (("--source", " ", "--line", "ppp100"), 2),
        (("--source", "x" * 201, "--line", "ppp100"), 2),
        (("--line", "ppp100"), 2),
    ],
)
def test_what_does_not_fit_is_told(bring, words, code):
    said = bring(*words)
    assert (said.code, said.out) == (code, "")
    assert "Traceback" not in said.err and said.err.strip()
    assert not ScoreCard.objects.exists()


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", b"nama;umur\nSari;40\n", b"no,indicator,response\n"])
def test_another_file_is_no_card(bring, files, content):
    (files / "kartu-2024.csv").write_bytes(content)
    said = bring()
    assert said.code == 1 and "Traceback" not in said.err
    (files / "tabel.csv").unlink()
    assert "tabel.csv" in bring().err
