"""mpi: a file of households and a set of indicators; the shipped set reads the answers of the RT census."""

from __future__ import annotations

import polars as pl
import pytest

SPEC = """
title: Rekaan
cutoff: 1/3
indicators:
  gizi: {weight: 1/6, dimension: health, id: Gizi}
  sekolah: {weight: 1/3, dimension: education, id: Sekolah}
  air: {weight: 1/2, dimension: living, id: Air, when: {fact: drinking_water, among: [river, rain]}}
"""
HOUSES = """rt,w,gizi,sekolah,drinking_water
RT 001,1,1,0,well
RT 001,1,1,1,river
RT 002,2,0,0,rain
RT 002,2,0,,well
"""


@pytest.fixture
def counted(rukun, tmp_path):
    def run(houses: str = HOUSES, spec: str = SPEC, *words: str):
        (tmp_path / "spec.yaml").write_text(spec)
        (tmp_path / "rumah.csv").write_text(houses)
        return rukun("mpi", tmp_path / "rumah.csv", "--spec", tmp_path / "spec.yaml", *words)

    return run


def test_households_are_counted_and_the_unknown_stand_apart(counted):
    told = counted(HOUSES, SPEC, "--json").told
    everyone = told["groups"][0]
    assert (everyone["counted"], everyone["incomplete"]) == (3, 1)
    assert (everyone["h"], everyone["a"], everyone["m0"]) == (2 / 3, 3 / 4, 1 / 2)
    assert (everyone["h_least"], everyone["h_most"]) == (2 / 4, 3 / 4)
    by_code = {part["code"]: part for part in everyone["indicators"]}
    assert (by_code["air"]["raw"], by_code["air"]["censored"]) == (2 / 3, 2 / 3)
    assert sum(part["adds"] for part in by_code.values()) == pytest.approx(1)


def test_groups_weights_and_another_cutoff(counted):
    told = counted(HOUSES, SPEC, "--by", "rt", "--weight", "w", "--cutoff", "1/6", "--json").told
    groups = {each["group"]: each for each in told["groups"] if each["by"]}
    assert list(groups) == ["RT 001", "RT 002"]
    assert groups["RT 001"]["h"] == 1.0
    assert sum(each["contribution"] for each in groups.values()) == pytest.approx(1)
    assert told["groups"][0]["h"] == 1.0


def test_a_page_for_people(counted):
    said = counted()
    assert said.code == 0
    assert "Semua" in said.out and "66,7%" in said.out and "Sekolah" in said.out


def test_parquet_says_the_same_as_csv(rukun, tmp_path):
    (tmp_path / "spec.yaml").write_text(SPEC)
    (tmp_path / "rumah.csv").write_text(HOUSES)
    pl.read_csv(tmp_path / "rumah.csv").write_parquet(tmp_path / "rumah.parquet")
    told = [
        rukun("mpi", tmp_path / f"rumah.{kind}", "--spec", tmp_path / "spec.yaml", "--json").told
        for kind in ("csv", "parquet")
    ]
    assert told[0] == told[1]


def test_the_shipped_set_reads_the_answers_of_the_census(rukun, tmp_path):
    head = "can_pay_clinic,toilet,drinking_water,has_child_out_of_school,head_education,floor_area_per_person,floor,lighting,cooking_fuel,meals_per_day"
    poor, fine = (
        "false,none,river,true,none,5,earth,candle,firewood,2",
        "true,own,piped,false,senior_high,20,tile,electricity,gas,3",
    )
    (tmp_path / "rumah.csv").write_text("\n".join([head, poor, fine, "unknown" + fine[4:], ""]))
    everyone = rukun("mpi", tmp_path / "rumah.csv", "--json").told["groups"][0]
    assert (everyone["counted"], everyone["incomplete"], everyone["h"], everyone["a"]) == (2, 1, 0.5, 1.0)


@pytest.mark.parametrize(
    ("houses", "spec", "says"),
    [
        ("rt,gizi\nRT 001,1\n", SPEC, "Kolom ini belum ada: drinking_water"),
        (HOUSES.replace("RT 001,1,1,0", "RT 001,1,ya,0"), SPEC, "Baris 2, kolom gizi"),
        (HOUSES.replace("RT 001,1,1,0", "RT 001,1,7,0"), SPEC, "Baris 2, kolom gizi"),
        (HOUSES, SPEC.replace("1/2", "2/2"), "bobot di atas nol yang berjumlah 1"),
        (HOUSES, SPEC.replace("cutoff: 1/3", "cutoff: 0"), "pecahan di atas 0"),
        (HOUSES, SPEC.replace("among: [river, rain]", "python: exit()"), "fact dengan below"),
    ],
)
def test_what_cannot_be_counted_gets_a_letter(counted, houses, spec, says):
    said = counted(houses, spec)
    assert (said.code, said.out) == (1, "")
    assert says in said.err


def test_a_weight_below_nothing_and_a_cutoff_that_is_none_are_refused(counted):
    assert "bobot w" in counted(HOUSES.replace("RT 001,1,", "RT 001,-1,"), SPEC, "--weight", "w").err
    assert "Batas 2 tidak dapat dipakai" in counted(HOUSES, SPEC, "--cutoff", "2").err


def test_half_a_hardship_is_a_slip(counted):
    assert "Baris 2, kolom gizi" in counted(HOUSES.replace("RT 001,1,1,0", "RT 001,1,0.5,0")).err
