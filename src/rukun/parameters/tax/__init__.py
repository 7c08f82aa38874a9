"""The rates of the taxes an RT may have to keep back, on a day. What no source told is None and is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from rukun.kit.problems import Problem
from rukun.parameters.dated import Value, load


@dataclass(frozen=True, slots=True)
class TaxRate:
    """One tax on a day: `percent` of the part `of` the price, for what is worth more than `above`; `without_npwp` times
    as much from sellers without NPWP. `sources` say who says so, `notes` what is still to be confirmed."""

    tax: str
    percent: Decimal | None
    above: int | None = None
    of: Fraction = Fraction(1)
    without_npwp: Decimal | None = None
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stamp:
    """A receipt above `above` rupiah bears a stamp of `amount`."""

    amount: int
    above: int
    notes: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def rates(on: date) -> tuple[TaxRate, ...]:
    """PPN, PPh 22 and 23 as dated files have them; PPh 21 and local tax, which no source here tells, without a rate."""
    return (
        _rate("ppn", on, above="ppn_above", of="ppn_base"),
        _rate("pph22", on, above="pph22_above", times="pph22_without_npwp"),
        _rate("pph23", on),
        TaxRate("pph21", None),
        TaxRate("local", None),
    )


def stamp(on: date) -> Stamp | None:
    amount, above = _value("stamp", on), _value("stamp_above", on)
    if amount is None or above is None:
        return None
    return Stamp(int(_number(amount)), int(_number(above)), _notes(amount, above))


def _rate(tax: str, on: date, *, above: str = "", of: str = "", times: str = "") -> TaxRate:
    rate, least, part, more = (_value(key, on) for key in (tax, above, of, times))
    return TaxRate(
        tax,
        _number(rate) if rate else None,
        int(_number(least)) if least else None,
        _share(part) if part else Fraction(1),
        _number(more) if more else None,
        tuple(dict.fromkeys(each.source for each in (rate, least, part, more) if each)),
        _notes(rate, least, part, more),
    )


def _value(key: str, on: date) -> Value | None:
    try:
        return load(f"tax/{key}").at(on) if key else None
    except Problem as problem:
        if problem.code not in ("parameters.before_first", "parameters.ceased"):
            raise
        return None


def _number(value: Value) -> Decimal:
    return Decimal(str(value.value))


def _share(value: Value) -> Fraction:
    told = value.value
    if not isinstance(told, Mapping):
        raise TypeError(f"{value.source}: {told!r} is no share")
    return Fraction(int(told["parts"]), int(told["of"]))


def _notes(*values: Value | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.note for each in values if each and each.note))
