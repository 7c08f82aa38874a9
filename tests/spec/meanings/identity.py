"""What the tables about NIK and names ask."""

from tests.spec.meanings.words import NOTHING, day, day_text, listed

from rukun.rules.identity import compare_nik, name_key, parse_nik, sought, sound

SEX = {"male": "laki-laki", "female": "perempuan", None: NOTHING}
PROVINCES = frozenset({"52", "64", "91", "92", "93", "94", "95", "96"})
REMARKS = {
    "empty": "kosong",
    "not_digits": "bukan angka semua",
    "wrong_length": "bukan 16 angka",
    "digits_lost_in_spreadsheet": "rusak oleh lembar kerja",
    "temporary_number": "nomor sementara",
    "impossible_date": "tanggal mustahil",
    "serial_zero": "nomor urut 0000",
    "province_unknown": "periksa: provinsi tidak dikenal",
    "birth_date_differs": "tanggal lahir berbeda",
    "sex_differs": "jenis kelamin berbeda",
    "area_differs": "wilayah berbeda",
}


def remarks(findings):
    return listed(REMARKS[finding.code] for finding in findings)


def reading(spec, row):
    nik = parse_nik(row["NIK"], on=day(row["dibaca pada"]), provinces=PROVINCES)
    return {
        "kelamin": SEX[nik.sex],
        "lahir": day_text(nik.born),
        "bisa juga": day_text(next(iter(nik.birth_candidates[1:]), None)),
        "diterima": "ya" if nik.is_valid else "tidak",
        "catatan": remarks(nik.findings),
    }


def comparing(spec, row):
    nik = parse_nik(row["NIK"], on=day("01-06-2025"))
    sex = next((word for word, text in SEX.items() if text == row["kelamin"]), None)
    codes = [] if row["tinggal di"] == NOTHING else [row["tinggal di"]]
    return {"peringatan": remarks(compare_nik(nik, birth_date=day(row["lahir"]), sex=sex, area_codes=codes))}


def searching(spec, row):
    one, other = sound(row["nama"]), sound(row["dicari sebagai"])
    return {"bunyi": one, "bertemu": "ya" if one == other else "tidak"}


def beginning(spec, row):
    """As the database does it: for each word typed, one of its beginnings begins a word of the key."""
    key = name_key(row["nama"]).split()
    met = [any(word.startswith(each) for word in key) for each in sought(row["diketik"])]
    return {"ditemukan": "ya" if all(met) else "tidak"}


MEANINGS = {
    ("nik", "baca"): reading,
    ("nik", "banding"): comparing,
    ("nik", "nama"): searching,
    ("nik", "awal"): beginning,
}
