"""Two languages: every text of the house has its English, and no translation loses a value."""

from __future__ import annotations

import re
from string import Formatter

import pytest
from django.utils.translation import gettext, ngettext, override

from rukun.site import translations

PERCENT = re.compile(r"%\((\w+)\)[sd]")


def forms(text):
    return text if isinstance(text, tuple) else (text,)


def values(text):
    return {name for form in forms(text) for name in PERCENT.findall(form)}


def braces(text):
    return {name for form in forms(text) for _, name, _, _ in Formatter().parse(form) if name}


def test_every_text_has_its_english():
    lacking = {file for files in translations.missing().values() for file in files}
    assert not lacking, f"python -m rukun.site.translations; {len(translations.missing())} texts in {sorted(lacking)}"


def test_no_translation_loses_or_invents_a_value():
    for message in [*translations.catalogue("en"), *translations.catalogue("id")]:
        if message.id and message.string and any(forms(message.string)):
            assert values(message.string) == values(message.id), message.id
            assert braces(message.string) == braces(message.id), message.id


def test_no_translation_is_of_a_text_that_is_gone():
    spoken = translations.msgids()
    assert [message.id for message in translations.catalogue("en") if message.id and message.id not in spoken] == []


def test_texts_are_found_wherever_they_stand():
    found = translations.msgids()
    assert "accounts/problems.py" in found["Ini administrator terakhir."]
    assert "accounts/templates/accounts/slip.html" in found["Slip masuk Rukun"]
    assert "accounts/permissions.py" not in found.get("Ketua RT", set())
    assert any(isinstance(text, tuple) and "kode kedua" in text[0] for text in found)


def test_the_page_speaks_the_language_that_was_chosen(client, places):
    header = {"accept-language": "en-US,en;q=0.9"}
    assert "Masuk dengan nama pengguna" in client.get("/", headers=header).content.decode()
    client.post("/bahasa/", {"language": "en", "next": "/"})
    assert "Sign in with the user name" in client.get("/").content.decode()
    client.post("/bahasa/", {"language": "id", "next": "/"})
    assert "Masuk dengan nama pengguna" in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("said", "spoken"),
    [
        ("This field is required.", "Belum diisi."),
        ("This password is too common.", "Kata sandi ini terlalu umum. Pakai beberapa kata yang tidak berkaitan."),
    ],
)
def test_the_framework_speaks_as_the_house_does(said, spoken):
    with override("id"):
        assert gettext(said) == spoken
    with override("en"):
        assert gettext(said) == said


def test_a_counted_sentence_of_the_framework_is_whole():
    too_long = "Ensure this value has at most %(limit_value)d character (it has %(show_value)d)."
    too_long_many = "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d)."
    with override("id"):
        for count in (1, 2, 40):
            assert ngettext(too_long, too_long_many, count).startswith("Paling banyak %(limit_value)d huruf")
