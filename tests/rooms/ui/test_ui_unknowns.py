"""A number that may be unknown or withheld: what was meant is kept, what is ambiguous is asked, nothing is guessed."""

import pytest
from django import forms
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from rukun.ui.fields import NumberOrUnknownField
from rukun.ui.renderers import Renderer
from rukun.ui.words import ribuan


class Question(forms.Form):
    default_renderer = Renderer

    spent = NumberOrUnknownField(label="Belanja sebulan", min_value=0)
    rooms = NumberOrUnknownField(label="Kamar", required=False)


def answered(query: str) -> Question:
    return Question(QueryDict(query))


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("spent=1500000", 1500000),
        ("spent=1.500.000", 1500000),
        ("spent=0", 0),
        ("spent=&spent_instead=unknown", "unknown"),
        ("spent_instead=refused", "refused"),
    ],
)
def test_what_was_meant_is_kept(query, meant):
    form = answered(query)
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"spent": meant, "rooms": None}


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("spent=5&spent_instead=unknown", "Jangan keduanya"),
        ("spent_instead=unknown&spent_instead=refused", "Jangan keduanya"),
        ("spent=lima", "angka saja"),
        ("spent=1.5", "angka saja"),
        ("spent=-3", "0"),
        ("spent=", "wajib"),
        ("spent_instead=whatever", "wajib"),
    ],
)
def test_what_is_ambiguous_is_asked(query, why):
    form = answered(query)
    form.fields["spent"].error_messages["required"] = "wajib"
    assert why in " ".join(form.errors["spent"])


def test_plain_data_is_read_as_well():
    assert Question({"spent": 5}).is_valid()
    assert Question({"spent_instead": "refused"}).is_valid()


@pytest.mark.parametrize(
    "query", ["spent=5&spent_instead=unknown", "spent=lima", "spent=&spent_instead=refused&rooms=x"]
)
def test_what_was_typed_stays_on_the_page(query):
    form, text = answered(query), str(answered(query))
    for typed in ("5", "lima"):
        assert (f'value="{typed}"' in text) == (f"spent={typed}" in query)
    assert text.count(" checked") == query.count("_instead")
    assert not form.is_valid()


def test_a_kept_reason_is_shown_again():
    text = str(Question(initial={"spent": "unknown", "rooms": 3}))
    assert text.count(" checked") == 1 and 'value="3"' in text


def test_a_reason_does_not_stop_the_browser_for_want_of_a_number():
    assert " required" not in str(Question())


@given(st.integers(min_value=0, max_value=10**12))
def test_a_number_written_as_people_write_it_is_that_number(number):
    form = answered(f"spent={ribuan(number).replace(',', '.')}")
    assert form.is_valid() and form.cleaned_data["spent"] == number
