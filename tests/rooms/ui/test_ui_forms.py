"""Forms in the hand of the house: labelled, described, forgiving, and usable without a line of script."""

from datetime import date
from xml.etree import ElementTree

import pytest
from django import forms

from rukun.ui import widgets
from rukun.ui.renderers import Renderer


class Visit(forms.Form):
    default_renderer = Renderer

    name = forms.CharField(label="Nama", help_text="Seperti di KK.")
    number = forms.CharField(label="NIK", widget=widgets.SecretDigits, required=False)
    born = forms.DateField(label="Tanggal lahir", widget=widgets.DateParts, help_text="Boleh kira-kira.")
    spent = forms.IntegerField(label="Belanja", widget=widgets.Rupiah)
    day = forms.DateField(label="Kunjungan", widget=widgets.Day)
    water = forms.ChoiceField(
        label="Air minum", widget=forms.RadioSelect, choices=widgets.with_unknowns([("well", "Sumur")])
    )
    goods = forms.MultipleChoiceField(
        label="Barang", widget=forms.CheckboxSelectMultiple, choices=[("tv", "Televisi")], required=False
    )
    hamlet = forms.ChoiceField(label="Dusun", choices=[("a", "Atas")])
    book = forms.FileField(label="Buku kerja", required=False)
    story = forms.CharField(label="Cerita", widget=forms.Textarea, required=False)
    agreed = forms.BooleanField(label="Setuju")
    token = forms.CharField(widget=forms.HiddenInput, required=False)


GOOD = {
    "name": "Ibu Contoh", "born_day": "5", "born_month": "2", "born_year": "1990", "spent": "1500000",
    "day": "2026-11-22", "water": "unknown", "hamlet": "a", "agreed": "on",
}  # fmt: skip


def page(form) -> ElementTree.Element:
    """The form as a tree; parsing alone proves that every tag is closed, once script-free HTML is made XML."""
    text = str(form)
    for name in ("input", "br"):
        text = close_void(text, name)
    for flag in ("required", "checked", "selected", "autofocus", "data-secret", "multiple", "disabled"):
        text = (
            text.replace(f" {flag} ", f' {flag}="" ')
            .replace(f" {flag}/>", f' {flag}=""/>')
            .replace(f" {flag}>", f' {flag}="">')
        )
    return ElementTree.fromstring(f"<form>{text}</form>")


def close_void(text: str, name: str) -> str:
    pieces = text.split(f"<{name}")
    return pieces[0] + "".join(f"<{name}{piece.replace('>', '/>', 1)}" for piece in pieces[1:])


@pytest.fixture
def blank():
    return page(Visit())


@pytest.fixture
def wrong():
    return page(Visit(GOOD | {"name": "", "born_day": "31", "water": ""}))


def by_id(tree, key):
    found = [node for node in tree.iter() if node.get("id") == key]
    assert len(found) == 1, f"{len(found)} elements are called {key}"
    return found[0]


def test_every_answer_has_a_label(blank):
    inside = {child for label in blank.iter("label") for child in label.iter()}
    named = {label.get("for") for label in blank.iter("label")}
    answers = [
        node for node in blank.iter() if node.tag in ("input", "select", "textarea") and node.get("type") != "hidden"
    ]
    assert len(answers) >= 13
    assert all(answer in inside or answer.get("id") in named for answer in answers)


def test_no_id_stands_twice(wrong):
    ids = [node.get("id") for node in wrong.iter() if node.get("id")]
    assert len(ids) == len(set(ids)) > 15


def test_what_may_stay_empty_says_so(blank):
    labels = {label.get("for"): "".join(label.itertext()) for label in blank.iter("label")}
    assert "(boleh dikosongkan)" in labels["id_number"]
    assert "(boleh dikosongkan)" not in labels["id_name"]


def test_the_right_keyboard(blank):
    for key in ("id_number", "id_spent", "id_born_0", "id_born_2"):
        assert by_id(blank, key).get("inputmode") == "numeric"
    assert by_id(blank, "id_day").get("type") == "date"
    assert by_id(blank, "id_number").get("data-secret") is not None


def test_not_knowing_is_an_answer_like_the_others(blank):
    choices = [label for label in blank.iter("label") if any(box.get("name") == "water" for box in label.iter("input"))]
    assert ["".join(choice.itertext()).strip() for choice in choices] == ["Sumur", "Tidak tahu", "Tidak mau menjawab"]
    assert {choice.get("class") for choice in choices} == {"choice"}


def test_hint_and_error_are_read_with_their_answer(wrong):
    name = by_id(wrong, "id_name")
    assert name.get("aria-invalid") == "true"
    for key in name.get("aria-describedby").split():
        assert "".join(by_id(wrong, key).itertext()).strip()
    group = next(node for node in wrong.iter("fieldset") if "id_born_error" in node.get("aria-describedby", ""))
    assert by_id(group, "id_born_helptext") is not None
    assert by_id(group, "id_born_0").get("aria-invalid") == "true"


def test_the_summary_leads_to_each_wrong_answer(wrong):
    summary = next(node for node in wrong.iter("div") if node.get("class") == "summary")
    ways = [link.get("href").removeprefix("#") for link in summary.iter("a")]
    assert ways == ["id_name", "id_born_0", "id_water_0"]
    assert {by_id(wrong, key).tag for key in ways} == {"input"}
    assert "Ada 3 hal yang perlu dilihat lagi" in "".join(summary.itertext())


def test_a_form_without_errors_has_no_summary(blank):
    assert not [node for node in blank.iter("div") if node.get("class") == "summary"]


def test_a_wrong_date_stays_on_the_page(wrong):
    assert by_id(wrong, "id_born_0").get("value") == "31"
    assert by_id(wrong, "id_born_2").get("value") == "1990"
    assert [option.get("value") for option in by_id(wrong, "id_born_1") if option.get("selected") is not None] == ["2"]


def test_good_answers_are_understood():
    form = Visit(GOOD)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["born"] == date(1990, 2, 5)
    assert form.cleaned_data["water"] == widgets.UNKNOWN


def test_a_known_date_is_shown_in_its_parts():
    tree = page(Visit(initial={"born": date(1990, 2, 5)}))
    assert by_id(tree, "id_born_0").get("value") == "5"
    assert by_id(tree, "id_born_2").get("value") == "1990"


@pytest.mark.parametrize(
    "typed", [{"born_day": "5"}, {"born_year": "1990"}, {"born_day": "x", "born_month": "2", "born_year": "199"}]
)
def test_half_a_date_is_no_date(typed):
    data = {key: value for key, value in GOOD.items() if not key.startswith("born")} | typed
    assert "born" in Visit(data).errors


def test_typed_mischief_stays_text():
    text = str(Visit(GOOD | {"name": "", "story": "</textarea><script>", "born_day": '"><script>'}))
    assert "<script" not in text
