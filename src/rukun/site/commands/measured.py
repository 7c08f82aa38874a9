"""A file of measured children, read kindly: commas or points, words or codes; and its scores beside each row."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from rukun.kit.problems import Problem
from rukun.parameters.growth import Category, Classes, tables
from rukun.rules import growth
from rukun.rules.growth import Cut, Limits, Measured, Scores, Table
from rukun.site.commands.tables import separator

Words = NDArray[np.str_]
NUMBERS: Final = {"weight_kg": "weight_kg", "lenhei_cm": "lenhei_cm", "headc_cm": "head_cm", "muac_cm": "arm_cm"}
"""Column of the file → what the rules call it."""
BOY: Final = ("1", "m", "l", "boy", "male", "laki-laki", "laki", "lk", "pria")
GIRL: Final = ("2", "f", "p", "girl", "female", "perempuan", "pr", "wanita")
LYING, STANDING = ("l", "lying", "telentang", "terlentang", "baring"), ("h", "standing", "berdiri", "tegak")
YES: Final = ("y", "1", "ya", "yes", "true")
DAYS: Final = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y")
REASONS: Final = {
    "no_sex": ("jenis kelamin belum diketahui", "sex not known"),
    "no_age": ("umur belum diketahui", "age not known"),
    "born_later": ("lahir sesudah hari diukur", "born after the day of measuring"),
    "no_weight": ("berat belum ada atau tidak terbaca", "no readable weight"),
    "no_length": ("panjang atau tinggi belum ada atau tidak terbaca", "no readable length or height"),
    "no_head": ("lingkar kepala belum ada atau tidak terbaca", "no readable head"),
    "no_arm": ("lingkar lengan belum ada atau tidak terbaca", "no readable arm"),
    "oedema": ("bengkak (edema): berat tidak dipakai", "oedema: weight is not used"),
    "age_outside": ("umur di luar tabel", "age outside the table"),
    "length_outside": ("panjang atau tinggi di luar tabel", "length or height outside the table"),
    "swapped": ("mustahil: berat dan tinggi tertukar?", "impossible: weight and height exchanged?"),
    "implausible": ("tidak masuk akal: ukur lagi, periksa tanggal lahir", "implausible: check measure and birth date"),
}  # fmt: skip


def read(path: Path) -> pl.DataFrame:
    """Every column as text. Raises OSError, Problem `site.growth_columns`, `site.growth_unreadable`."""
    data = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
        rows = pl.read_csv(text.encode(), separator=separator(data), infer_schema=False)
    except (UnicodeDecodeError, pl.exceptions.PolarsError) as cause:
        raise Problem("site.growth_unreadable", file=path, cause=str(cause).splitlines()[0]) from cause
    rows = rows.rename({name: name.strip().lower() for name in rows.columns})
    if "sex" not in rows.columns or not {*NUMBERS} & {*rows.columns}:
        raise Problem("site.growth_columns", file=path, found=", ".join(rows.columns))
    return rows


def scored(rows: pl.DataFrame, classes: Classes, *, language: str) -> pl.DataFrame:
    """The same rows with four columns more for each index: the score, its class, 1 when it cannot be, and why."""
    children = _children(rows)
    told = growth.scores(children, standard())
    columns = [each for index in growth.INDICES for each in _of_index(index, children, told, classes, language)]
    taken = [each.name for each in columns]
    return rows.drop(taken, strict=False).with_columns(columns)


def standard() -> dict[str, Table]:
    """The shipped tables as the rules want them."""
    return {name: Table(held.first, held.per, held.lms) for name, held in tables().items()}


def _of_index(index: str, children: Measured, told: Scores, classes: Classes, language: str) -> list[pl.Series]:
    z, limits = told.z[index], Limits(*classes.plausible[index])
    is_beyond = growth.flagged(z, limits)
    lacks, doubts = growth.why(children, index, z), growth.doubts(children, index, z, limits)
    flag = pl.Series(f"{index}_flag", np.where(np.isnan(z), -1, is_beyond), dtype=pl.Int8)
    return [
        pl.Series(index, z).fill_nan(None),
        _worded(f"{index}_class", _codes(index, z, children, classes), _names(classes, language)),
        flag.replace(-1, None),
        _worded(f"{index}_reason", np.where(np.isnan(z), lacks, doubts), _reasons(language)),
    ]


def _codes(index: str, z: NDArray[np.float64], children: Measured, classes: Classes) -> Words:
    young = growth.classed(z, _cuts(classes.of[index]))
    if index != "baz":
        return young
    return np.where(children.age_days > growth.LAST_DAY_2006, growth.classed(z, _cuts(classes.of["baz_school"])), young)


def _cuts(categories: tuple[Category, ...]) -> list[Cut]:
    return [Cut(each.until, each.is_up_to, each.code) for each in categories]


def _worded(name: str, codes: Words, words: dict[str, str]) -> pl.Series:
    return pl.Series(name, codes).replace_strict(words | {"": None}, return_dtype=pl.String)


def _names(classes: Classes, language: str) -> dict[str, str]:
    return {each.code: getattr(each, language) for held in classes.of.values() for each in held}


def _reasons(language: str) -> dict[str, str]:
    return {code: words[language == "en"] for code, words in REASONS.items()}


def _children(rows: pl.DataFrame) -> Measured:
    read_ = rows.select(
        _coded(rows, "sex", {1: BOY, 2: GIRL}).alias("sex"), _age(rows).alias("age_days"),
        _coded(rows, "measure", {1: LYING, 0: STANDING}).alias("is_lying"),
        _coded(rows, "oedema", {1: YES}).alias("has_oedema"),
        *(_measure(rows, column).alias(name) for column, name in NUMBERS.items()),
    )  # fmt: skip
    return Measured(**{name: read_[name].cast(pl.Float64).fill_null(float("nan")).to_numpy() for name in read_.columns})


def _age(rows: pl.DataFrame) -> pl.Expr:
    days = _number(rows, "age_days")
    return pl.coalesce(days, (_day(rows, "visit_date") - _day(rows, "birth_date")).dt.total_days().cast(pl.Float64))


def _day(rows: pl.DataFrame, column: str) -> pl.Expr:
    text = _text(rows, column)
    return pl.coalesce(*(text.str.to_date(shape, strict=False) for shape in DAYS))


def _measure(rows: pl.DataFrame, column: str) -> pl.Expr:
    """What is not above zero is not known: a child weighs more than nothing."""
    value = _number(rows, column)
    return pl.when(value > 0).then(value)


def _number(rows: pl.DataFrame, column: str) -> pl.Expr:
    value = _text(rows, column).str.replace(",", ".", literal=True).cast(pl.Float64, strict=False)
    return pl.when(value.is_finite()).then(value)


def _coded(rows: pl.DataFrame, column: str, known: dict[int, tuple[str, ...]]) -> pl.Expr:
    words = {word: code for code, held in known.items() for word in held}
    return _text(rows, column).str.to_lowercase().replace_strict(words, default=None, return_dtype=pl.Float64)


def _text(rows: pl.DataFrame, column: str) -> pl.Expr:
    return pl.col(column).str.strip_chars() if column in rows.columns else pl.lit(None, pl.String)
