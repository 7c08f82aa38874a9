"""So much of something, as people write it: commas, dots between thousands, and what cannot be."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from rukun.ui.fields import QuantityField


@pytest.mark.parametrize(
    ("typed", "read"),
    [("2,5", "2.5"), ("2.5", "2.5"), ("1.500,25", "1500.25"), (" 36 ", "36"), ("0,5", "0.5")],
)
def test_a_quantity_is_read(typed, read):
    assert QuantityField().clean(typed) == Decimal(read)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "required"), ("1.500", "two_ways"), ("0", "least"), ("-3", "least"), ("dua", "quantity"), ("1e5", "quantity"), ("NaN", "quantity"),
        ("1,500,25", "quantity"), ("1.50,2", "quantity"), ("0,00001", "most"), ("1" + "0" * 15, "most"), ("²", "quantity"),
    ],
)  # fmt: skip
def test_what_is_no_quantity_is_said(typed, code):
    with pytest.raises(ValidationError) as raised:
        QuantityField().clean(typed)
    assert raised.value.code == code


def test_nothing_at_all_is_read_where_it_makes_sense():
    assert QuantityField(has_zero=True).clean("0") == 0
    with pytest.raises(ValidationError):
        QuantityField(has_zero=True).clean("-1")


def test_it_is_shown_as_it_is_typed():
    assert QuantityField().prepare_value(Decimal("36.5000")) == "36,5"
