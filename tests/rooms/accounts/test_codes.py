"""One-time codes: what a person may mistype and what is always caught."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rukun.kit import slips

some_codes = st.builds(lambda _: slips.make(), st.integers())


@given(some_codes)
def test_a_code_is_read_however_it_is_copied(code):
    assert len(code) == slips.LENGTH + 1
    for typed in (code, code.lower(), slips.spoken(code), slips.spoken(code).replace("-", " ").lower()):
        assert slips.read(typed) == code
    assert slips.read(code.replace("0", "O").replace("1", "l")) == code


@given(some_codes, st.integers(0, slips.LENGTH), st.sampled_from(slips.SIGNS))
def test_one_wrong_sign_is_always_caught(code, at, sign):
    mistyped = code[:at] + sign + code[at + 1 :]
    assert slips.read(mistyped) == (code if mistyped == code else None)


@given(some_codes, st.integers(0, slips.LENGTH - 2))
def test_two_swapped_signs_are_always_caught(code, at):
    swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    assert slips.read(swapped) == (code if swapped == code else None)


def test_what_is_no_code_is_not_read():
    for typed in ("", "ABCDE", "kata sandi panjang", "U" * 11, "1234567890123456"):
        assert slips.read(typed) is None


def test_the_example_in_the_module_is_true():
    import doctest

    assert doctest.testmod(slips).failed == 0
