"""The kinds of file the gate understands: which column means what. OpenSID's 43 columns, and our own plain table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rukun.kit.sheet import Header

FIELDS = (
    "desa", "dusun", "rw", "rt", "rt_code", "nik", "kk", "name",
    "sex", "status", "relation", "religion", "marital", "education", "schooling", "occupation", "citizenship",
    "disability", "birth_date", "birth_place", "address", "latitude", "longitude",
)  # fmt: skip
"""What the judge wants to know of a row, in this order."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a layout: its title, the field it fills ("" when we only keep it for the report), other spellings,
    and for our own layout what to write there, with an invented example."""

    title: str
    field: str = ""
    also: tuple[str, ...] = ()
    hint: str = ""
    example: str = ""


@dataclass(frozen=True)
class Layout:
    name: str
    columns: tuple[Column, ...]
    required: frozenset[str]

    @cached_property
    def titles(self) -> dict[str, str]:
        """Field → the title of its column."""
        return {column.field: column.title for column in self.columns if column.field}

    @cached_property
    def header(self) -> Header:
        """Every column, in the order of the layout, then those of the user: for the report that is brought back."""
        return Header({column.title: column.also for column in self.columns}, self.required, keeps_rest=True)

    @cached_property
    def judged(self) -> Header:
        """Only the columns that are judged, in the order of FIELDS: nothing else is picked from a million rows."""
        spellings = {column.field: (column.title, column.also) for column in self.columns if column.field}
        known = {field: spellings.get(field, (f"({field})", ())) for field in FIELDS}
        return Header(dict(known.values()), self.required)


def _kept(names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names.split())


OPENSID = Layout(
    "opensid",
    (
        Column("alamat", "address"),
        Column("dusun", "dusun"),
        Column("rw", "rw"),
        Column("rt", "rt"),
        Column("nama", "name"),
        Column("no_kk", "kk"),
        Column("nik", "nik"),
        Column("sex", "sex"),
        Column("tempatlahir", "birth_place"),
        Column("tanggallahir", "birth_date"),
        Column("agama_id", "religion"),
        Column("pendidikan_kk_id", "education"),
        Column("pendidikan_sedang_id", "schooling"),
        Column("pekerjaan_id", "occupation"),
        Column("status_kawin", "marital"),
        Column("kk_level", "relation"),
        Column("warganegara_id", "citizenship"),
        *_kept("ayah_nik nama_ayah ibu_nik nama_ibu golongan_darah_id akta_lahir dokumen_pasport tanggal_akhir_paspor"),
        *_kept("dokumen_kitas akta_perkawinan tanggalperkawinan akta_perceraian tanggalperceraian"),
        Column("cacat_id", "disability"),
        *_kept("cara_kb_id hamil ktp_el status_rekam alamat_sekarang"),
        Column("status_dasar", "status"),
        *_kept("suku tag_id_card id_asuransi no_asuransi"),
        Column("lat", "latitude"),
        Column("lng", "longitude"),
        # Not OpenSID's own: a file of many desa needs to say which.
        Column("kode_desa", "desa"),
        Column("kode_rt", "rt_code"),
    ),
    frozenset({"rt", "nama", "no_kk", "nik", "sex", "tanggallahir", "kk_level"}),
)

PLAIN = Layout(
    "rukun",
    (
        Column("kode_desa", "desa", ("desa", "kelurahan"), "Kode atau nama desa; kosongkan bila hanya satu desa.", ""),
        Column("dusun", "dusun", ("lingkungan",), "Boleh kosong.", ""),
        Column("rw", "rw", (), "Boleh kosong.", "001"),
        Column("rt", "rt", ("no_rt",), "Nomor RT.", "003"),
        Column("kode_rt", "rt_code", (), "Kode RT, bila ada; menggantikan nomor RT.", ""),
        Column("alamat", "address", (), "Boleh kosong.", "Jl. Contoh 1"),
        Column("no_kk", "kk", ("nomor_kk", "kk"), "16 angka, sebagai teks. Boleh kosong.", "6402901203100004"),
        Column("nik", "nik", ("no_ktp",), "16 angka, sebagai teks. Boleh kosong.", "6402905708800001"),
        Column("nama", "name", ("nama_lengkap",), "Wajib.", "Sari Rekaan"),
        Column("jenis_kelamin", "sex", ("jk", "lp"), "L atau P. Wajib.", "P"),
        Column("tempat_lahir", "birth_place", (), "Boleh kosong.", "Contoh Hulu"),
        Column("tanggal_lahir", "birth_date", ("tgl_lahir",), "Hari/bulan/tahun. Boleh kosong.", "17/08/1980"),
        Column("hubungan", "relation", ("shdk", "hubungan_keluarga"), "Kepada kepala keluarga.", "Kepala keluarga"),
        Column("agama", "religion", (), "Boleh kosong.", "Islam"),
        Column("status_kawin", "marital", ("status_perkawinan",), "Boleh kosong.", "Kawin"),
        Column("pendidikan", "education", ("pendidikan_terakhir",), "Boleh kosong.", "SMP"),
        Column("sedang_sekolah", "schooling", (), "Boleh kosong.", "Tidak sedang sekolah"),
        Column("pekerjaan", "occupation", (), "Boleh kosong.", "Petani/pekebun"),
        Column("kewarganegaraan", "citizenship", (), "Boleh kosong.", "WNI"),
        Column("disabilitas", "disability", (), "Boleh kosong.", "Tidak ada"),
        Column("status", "status", ("status_dasar",), "Hidup; yang meninggal atau pindah tidak masuk.", "Hidup"),
        Column("lintang", "latitude", ("lat", "latitude"), "Derajat, misalnya -0,45. Boleh kosong.", ""),
        Column("bujur", "longitude", ("lng", "lon", "longitude"), "Derajat, misalnya 116,98. Boleh kosong.", ""),
    ),
    frozenset({"nama", "jenis_kelamin", "nik", "no_kk", "hubungan", "tanggal_lahir"}),
)  # fmt: skip

EXAMPLE_NIK = next(column.example for column in PLAIN.columns if column.field == "nik")
"""Of a kecamatan that does not exist: who leaves the example in the workbook is told so."""

LAYOUTS = {layout.name: layout for layout in (OPENSID, PLAIN)}
