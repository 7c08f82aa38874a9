"""A monitor's evening: five homes, with every slip a tired hand makes, and a child whose curve the midwife then reads."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

CHILD = re.compile("Belum ditimbang bulan ini")


@pytest.fixture
def monitor(phone):
    phone.sign_in("kader-rt03")
    phone.opens(phone.page.get_by_role("navigation").get_by_role("link", name="Layanan").first)
    expect(phone.main.get_by_role("heading", level=1)).to_have_text("Kunjungan hari ini")
    phone.look("kunjungan-hari-ini")
    return phone


def doors(visitor, told: re.Pattern[str] | str) -> Locator:
    """Homes not yet visited today of which the list says this."""
    return visitor.main.locator("a.door:not(.done)").filter(has_text=told)


def member(visitor, told: re.Pattern[str] | str) -> Locator:
    """The part of the visit that belongs to one person of the home."""
    return visitor.main.locator("details.member").filter(has_text=told).first


def write(block: Locator, **answers: str) -> None:
    for label, value in answers.items():
        block.get_by_label({"weight": "Berat (kg)", "height": "Panjang atau tinggi (cm)"}[label]).fill(value)


def save(visitor) -> None:
    with visitor.page.expect_navigation():
        visitor.press("Simpan kunjungan")


def test_five_homes_in_an_evening(monitor):
    visited = done(monitor)
    nobody_is_home(monitor)
    a_slip_loses_nothing(monitor)
    a_weight_nobody_has_is_asked_again(monitor)
    the_old_are_seen(monitor)
    only_words_are_left(monitor)
    assert done(monitor) == visited + 5
    monitor.look("kunjungan-sesudah-lima")


def done(visitor) -> int:
    """How many homes the list says were visited today."""
    visitor.go("/layanan/hari-ini/")
    return visitor.main.locator("a.door.done").count()


def nobody_is_home(visitor) -> None:
    visitor.opens(doors(visitor, CHILD).last)
    visitor.look("kunjungan")
    visitor.main.get_by_label("Rumah kosong, tidak ada orang").check()
    save(visitor)
    visitor.says("Rumah kosong")


def a_slip_loses_nothing(visitor) -> None:
    """Height and weight swapped: nothing is saved, both numbers stand there still, and the letter says what to do."""
    visitor.go("/layanan/hari-ini/")
    visitor.opens(doors(visitor, CHILD).first)
    write(child := member(visitor, CHILD), weight="91,4", height="12,6")
    save(visitor)
    visitor.says("Belum tersimpan", "Berat dan tinggi tampaknya tertukar")
    expect(child.get_by_label("Berat (kg)")).to_have_value("91,4")
    visitor.look("kunjungan-tertukar")
    write(child, weight="12,6", height="91,4")
    confirmed(visitor)


def a_weight_nobody_has_is_asked_again(visitor) -> None:
    """Three kilograms at any age above one: saved only after it was measured again."""
    visitor.go("/layanan/hari-ini/")
    visitor.opens(doors(visitor, re.compile(r"Belum ditimbang bulan ini")).first)
    write(child := member(visitor, CHILD), weight="3")
    save(visitor)
    visitor.says("Angka ini sangat jarang pada umur ini")
    visitor.look("kunjungan-jarang")
    expect(child.get_by_label("Berat (kg)")).to_have_value("3")
    write(child, weight="12,8")
    confirmed(visitor)


def confirmed(visitor) -> None:
    """Saves; a number that is rare for this invented child is one that was measured twice."""
    save(visitor)
    if visitor.main.get_by_label("Sudah saya ukur ulang, angkanya benar").count():
        visitor.main.get_by_label("Sudah saya ukur ulang, angkanya benar").first.check()
        save(visitor)
    expect(visitor.main.get_by_text("Belum tersimpan")).to_have_count(0)


def the_old_are_seen(visitor) -> None:
    visitor.go("/layanan/hari-ini/")
    visitor.opens(doors(visitor, "Lansia belum").first)
    old = member(visitor, "Lansia belum")
    old.get_by_label("Tekanan atas").fill("150")
    old.get_by_label("Tekanan bawah").fill("95")
    save(visitor)
    expect(visitor.main.get_by_text("Belum tersimpan")).to_have_count(0)


def only_words_are_left(visitor) -> None:
    visitor.go("/layanan/hari-ini/")
    visitor.opens(doors(visitor, CHILD).first)
    visitor.main.get_by_label("Catatan").fill("Timbangan rusak, besok kembali")
    save(visitor)
    expect(visitor.main.get_by_text("Belum tersimpan")).to_have_count(0)
