"""NIK, KK, temporary identities, masks, and how names are found."""

import csv
import lzma
from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from rukun.rules.identity import (
    compare_nik,
    mask,
    mask_tail,
    name_key,
    parse_kk,
    parse_nik,
    read_temporary_id,
    sought,
    sound,
    temporary_id,
)
from rukun.rules.identity.names import SHORTEST_SOUND, TITLES

ON = date(2025, 6, 1)
PROVINCES = {
    str(code)
    for first, last in [(11, 19), (21, 21), (31, 36), (51, 53), (61, 65), (71, 76), (81, 82), (91, 96)]
    for code in range(first, last + 1)
}


def written(born, sex="male", area="520799", serial=1):
    day = born.day + (40 if sex == "female" else 0)
    return f"{area}{day:02d}{born:%m%y}{serial:04d}"


def codes(findings):
    return [finding.code for finding in findings]


@given(
    born=st.dates(date(1926, 1, 1), ON),
    sex=st.sampled_from(["female", "male"]),
    province=st.sampled_from(sorted(PROVINCES)),
    serial=st.integers(1, 9999),
)
def test_every_living_person_reads_back(born, sex, province, serial):
    nik = parse_nik(written(born, sex, province + "9999", serial), on=ON, provinces=PROVINCES)
    assert nik.is_valid and nik.findings == ()
    assert nik.sex == sex
    assert born in nik.birth_candidates
    assert nik.nearest_century(born) == born
    assert compare_nik(nik, birth_date=born, sex=sex, area_codes=[f"{province}.99.99.2001"]) == ()
    assert (nik.province, nik.kabupaten, nik.kecamatan) == (province, province + "99", province + "9999")
    assert nik.serial == f"{serial:04d}"


@given(born=st.dates(ON - timedelta(days=365 * 18), ON))
def test_a_child_is_dated_to_this_century(born):
    assert parse_nik(written(born), on=ON).born == born


@given(born=st.dates(date(1926, 6, 2), date(1999, 12, 31)))
def test_nobody_is_born_in_the_future(born):
    nik = parse_nik(written(born), on=ON)
    assert all(candidate <= ON for candidate in nik.birth_candidates)


def test_child_and_centenarian_are_both_offered():
    nik = parse_nik(written(date(2015, 8, 17)), on=ON)
    assert nik.birth_candidates == (date(2015, 8, 17), date(1915, 8, 17))
    assert not nik.is_century_certain
    assert nik.nearest_century(date(1916, 1, 1)) == date(1915, 8, 17)
    assert compare_nik(nik, birth_date=date(1915, 8, 17)) == ()


def test_the_day_after_today_was_a_century_ago():
    tomorrow = ON + timedelta(days=1)
    assert parse_nik(written(tomorrow), on=ON).birth_candidates == (date(1925, 6, 2),)


def test_leap_day_exists_only_in_leap_years():
    assert parse_nik("5207992902000001", on=ON).birth_candidates == (date(2000, 2, 29),)
    assert codes(parse_nik("5207992902010001", on=ON).findings) == ["impossible_date"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("520799170880000", "wrong_length"),
        ("52079917088000011", "wrong_length"),
        ("52079917088O0001", "not_digits"),
        ("５２０７９９１７０８８００００１", "not_digits"),
        ("520799170880000²", "not_digits"),
        ("3.27E+15", "digits_lost_in_spreadsheet"),
        ("5207991708800010.0", "digits_lost_in_spreadsheet"),
        ("3,27e15", "digits_lost_in_spreadsheet"),
        ("5207993202800001", "impossible_date"),
        ("5207997202800001", "impossible_date"),
        ("5207990008800001", "impossible_date"),
        ("5207994008800001", "impossible_date"),
        ("5207991713800001", "impossible_date"),
        ("5207991708800000", "serial_zero"),
        ("0520799170880001", "temporary_number"),
        ("0001", "temporary_number"),
    ],
)
def test_hard_errors(text, code):
    nik = parse_nik(text, on=ON)
    assert codes(nik.findings) == [code]
    assert not nik.is_valid
    assert compare_nik(nik, birth_date=ON, sex="male", area_codes=["11"]) == () or code == "serial_zero"


@pytest.mark.parametrize(
    "text", ["'5207991708800001", "5207 9917 0880 0001", "52.07.99.170880.0001", "5207991708800001.0"]
)
def test_ornaments_do_not_matter(text):
    assert parse_nik(text, on=ON).digits == "5207991708800001"


def test_unknown_province_is_only_a_warning():
    nik = parse_nik("5407991708800001", on=ON, provinces=PROVINCES)
    assert codes(nik.findings) == ["province_unknown"]
    assert nik.is_valid


def test_differences_are_warnings_never_errors():
    nik = parse_nik(written(date(1980, 8, 17)), on=ON)
    found = compare_nik(nik, birth_date=date(1980, 8, 18), sex="female", area_codes=["64.02.01.2001"])
    assert codes(found) == ["birth_date_differs", "sex_differs", "area_differs"]
    assert not any(finding.is_error for finding in found)
    assert dict(found[0].details) == {"stated": date(1980, 8, 18), "in_nik": date(1980, 8, 17)}


@pytest.mark.parametrize(
    ("area_codes", "extent"),
    [
        ([], None),
        (["52.07.99.2001"], None),
        (["64.02", "52.07"], None),
        (["52"], None),
        (["52.07.02.2001"], "kabupaten_same"),
        (["52.01"], "province_same"),
        (["64.02.01"], "province_differs"),
    ],
)
def test_how_far_the_area_differs(area_codes, extent):
    found = compare_nik(parse_nik("5207991708800001", on=ON), area_codes=area_codes)
    assert [dict(finding.details)["extent"] for finding in found] == ([extent] if extent else [])


def test_a_nik_never_shows_itself():
    digits = "5207991708800001"
    shown = repr(parse_nik(digits, on=ON)) + repr(parse_kk(digits, on=ON)) + mask(digits)
    assert not any(character.isdigit() for character in shown)
    assert mask("") == ""
    assert mask_tail(digits) == "•••• 0001"
    assert mask_tail("123") == mask("123")


@given(st.text(max_size=30))
def test_any_text_is_read_without_fear(text):
    nik = parse_nik(text, on=ON, provinces=PROVINCES)
    kk = parse_kk(text, on=ON)
    assert nik.is_valid == (nik.born is not None and nik.serial != "0000")
    assert kk.is_valid or kk.findings


@given(born=st.dates(date(2004, 1, 1), ON), serial=st.integers(1, 9999))
def test_a_family_card_tells_its_day_of_issue(born, serial):
    kk = parse_kk(written(born, serial=serial), on=ON)
    assert (kk.is_valid, kk.issued, kk.kecamatan) == (True, born, "520799")


def test_an_old_family_card_with_a_strange_date_is_kept():
    kk = parse_kk("5207999999990004", on=ON)
    assert kk.is_valid
    assert codes(kk.findings) == ["issue_date_unreadable"]
    assert codes(parse_kk("5207991708800000", on=ON).findings) == ["serial_zero"]


@given(st.integers(1, 10**12 - 1))
def test_a_temporary_identity_is_never_taken_for_a_nik(serial):
    text = temporary_id(serial)
    assert not parse_nik(text, on=ON).is_valid
    assert not parse_kk(text, on=ON).is_valid
    assert read_temporary_id(text) == serial


@given(st.integers(1, 9_999_999), st.integers(0, 6), st.integers(1, 9))
def test_one_wrong_digit_of_a_temporary_identity_is_noticed(serial, place, shift):
    digits = list(temporary_id(serial))
    digits[4 + place] = str((int(digits[4 + place]) + shift) % 10)
    assert read_temporary_id("".join(digits)) is None


@pytest.mark.parametrize("serial", [0, -1, 10**12])
def test_a_temporary_serial_has_a_range(serial):
    with pytest.raises(ValueError, match="serial_out_of_range"):
        temporary_id(serial)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sitti Aisjah", "Siti Aisyah"),
        ("St. Aisha", "Siti Aisyah"),
        ("Soekarno", "Sukarno"),
        ("Djoko Tjahjono", "Joko Cahjono"),
        ("Moch. Yusuf", "Muhammad Yusuf"),
        ("Mohamad Ali", "H. Muhammad Ali"),
        ("MUCHAMAD ALI", "Muh. Ali"),
        ("Achmad Fauzi", "Ahmad Fausi"),
        ("Khairul Anwar", "Chairul Anwar"),
        ("Taufiq Rizqi", "Taufik Rizki"),
        ("Ma'ruf", "Ma’ruf"),
        ("Noor Hayati", "Nur Hayati"),
        ("Fathimah", "Fatimah"),
        ("Dr. Ir. Drs. Budi, S.E., M.M.", "Budi"),
        ("alm. Pak Édi", "Pak Edi"),
        ("Ramadhan", "Ramadan"),
        ("Yophie", "Yofi"),
        ("Rahmat  Hidayattulloh", "Rahmat Hidayatuloh"),
        ("Abd. Rahman", "Abdul Rahman"),
        ("Njoman", "Nyoman"),
    ],
)
def test_spellings_meet(one, other):
    assert sound(one) == sound(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("Budi", "Badi"), ("Iir", "Ir"), ("Ni Made", "Made"), ("Siti Aminah", "Siti Aisyah"), ("Nurdin", "Nurhadi")],
)
def test_different_names_stay_different(one, other):
    assert sound(one) != sound(other)


def test_a_title_alone_is_still_a_name():
    assert sought("Haji") == sought("haji") != ()
    assert finds("Ibu", "Ibu")


def finds(typed, name):
    """As the database does it: for each word typed, one of its beginnings begins a word of the key."""
    key = name_key(name).split()
    return all(any(word.startswith(each) for word in key) for each in sought(typed))


SYLLABLES = (
    "a oe oo ou i ie ij iy sj sy sh ts dz z zh ph v ck q x ch kh bh dh gh jh th dj tj nj ny j y h hh ll tt mm ng "
    "moh muh mad abd st ust dra haj ya yu su ka ra en ah' é"
).split()
INVENTED = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=5).map("".join)
WRITTEN = st.sampled_from(
    "Yusuf Joesoef Joko Djoko Soedjono Widjaja Tjahjono Oetomo Sjahrul Syahrul Mukhlis Bakhtiar Achmad Moh. Moch. "
    "Mohammed Abd. Hj. Haji Ustadz S.Pd. Ma'ruf Noor Aan Iis Hajjah Hidayattulloh Rahmah Hafidz Yophie Édi".split()
)
NAMES = st.lists(INVENTED | WRITTEN, min_size=1, max_size=4).map(" ".join)


@given(NAMES)
@example("Soemardjo Hadjah Karsoemo Mukhlis Dr. Rahmah")
def test_the_beginning_of_every_word_finds_the_name(name):
    for word in name.replace(".", " ").split():
        for length in range(3, len(word) + 1):
            assert finds(word[:length], name), word[:length]


@given(NAMES, st.randoms(use_true_random=False))
def test_all_its_words_begun_in_any_order_find_the_name(name, rng):
    begun = [word[: rng.randint(3, 9)] for word in name.replace(".", " ").split()]
    rng.shuffle(begun)
    assert finds(" ".join(begun), name)


OLD = {"u": "oe", "c": "tj", "j": "dj", "y": "j", "s": "sj", "i": "ie", "d": "dh", "t": "th", "k": "ck", "m": "mm"}
MODERN = st.lists(st.builds(str.__add__, st.sampled_from("bcdfghjklmnprstwy"), st.sampled_from("aiu")), min_size=1).map(
    "".join
)


@given(st.lists(MODERN, min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_another_spelling_finds_the_name_both_ways(words, rng):
    assume(all(len(sound(word)) >= SHORTEST_SOUND and word not in TITLES for word in words))
    name = " ".join(words)
    other = "".join(OLD[letter] if letter in OLD and rng.random() < 0.5 else letter for letter in name)
    assert sound(name) == sound(other)
    assert finds(other, name)
    assert finds(name, other)


@given(st.text(max_size=40))
def test_a_key_is_plain_words_each_once(name):
    words = name_key(name).split(" ") if name_key(name) else []
    assert all(word.isalnum() for word in words)
    assert len(words) == len(set(words))


@pytest.mark.parametrize("typed", ["sud", "rak", "muk", "nur", "ida"])
def test_three_letters_are_sought_as_typed_and_not_wider(typed):
    assert sought(typed) == ((typed,),)


@pytest.mark.shared
def test_the_provinces_of_the_decree_are_the_38_of_these_tests(shared_data):
    with lzma.open(shared_data / "admin_codes" / "wilayah_2025.csv.xz", "rt", encoding="utf-8") as rows:
        provinces = {row["kode"]: row["nama"] for row in csv.DictReader(rows) if row["tingkat"] == "provinsi"}
    assert provinces.keys() == PROVINCES
    assert [provinces[code] for code in ("91", "92", "93", "94", "95", "96")] == [
        "Papua",
        "Papua Barat",
        "Papua Selatan",
        "Papua Tengah",
        "Papua Pegunungan",
        "Papua Barat Daya",
    ]
    assert all(parse_nik(f"{code}99991708800001", on=ON, provinces=provinces).findings == () for code in provinces)
