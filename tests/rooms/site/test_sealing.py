"""Backups: what went in comes out; a cut, a changed byte or a wrong passphrase opens nothing."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rukun.kit.problems import Problem
from rukun.site import sealing

PASSPHRASE = "sandi peragaan"


@pytest.fixture(autouse=True, scope="module")
def _quick_key():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealing, "COST", 2**4)
        yield


def sealed(parts):
    held = io.BytesIO()
    sealing.write(held, parts, PASSPHRASE)
    return held.getvalue()


def opened(data, passphrase=PASSPHRASE):
    return list(sealing.read(io.BytesIO(data), passphrase))


def code_of(data, passphrase=PASSPHRASE):
    with pytest.raises(Problem) as caught:
        opened(data, passphrase)
    return caught.value.code


@settings(max_examples=30)
@given(st.lists(st.binary(min_size=1, max_size=300), max_size=6))
def test_what_went_in_comes_out(parts):
    assert opened(sealed(parts)) == parts


@settings(max_examples=40)
@given(st.lists(st.binary(min_size=1, max_size=80), min_size=1, max_size=4), st.data())
def test_a_file_cut_short_does_not_open(parts, data):
    whole = sealed(parts)
    start = whole.index(b"\n", len(sealing.MAGIC)) + 1
    cut = data.draw(st.integers(start, len(whole) - 1))
    assert code_of(whole[:cut]) in {"site.backup_cut", "site.backup_passphrase"}


@settings(max_examples=40)
@given(st.data())
def test_a_changed_byte_is_noticed(data):
    whole = bytearray(sealed([b"satu", b"dua"]))
    start = whole.index(b"\n", len(sealing.MAGIC)) + 1
    at = data.draw(st.integers(start, len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Problem):
        opened(bytes(whole))


def test_frames_cannot_change_places():
    whole = sealed([b"a" * 20, b"b" * 20])
    start = whole.index(b"\n", len(sealing.MAGIC)) + 1
    size = 4 + 20 + 16
    first, second, rest = whole[start : start + size], whole[start + size : start + 2 * size], whole[start + 2 * size :]
    assert code_of(whole[:start] + second + first + rest) == "site.backup_passphrase"


def test_the_wrong_passphrase_says_so():
    assert code_of(sealed([b"isi"]), "sandi lain") == "site.backup_passphrase"


def test_another_file_is_not_a_backup():
    assert code_of(b"PK\x03\x04 bukan cadangan") == "site.backup_unreadable"
