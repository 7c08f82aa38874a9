"""Letters about lists of wishes on paper."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "musrenbang.wish_title_missing": Sentence(
        what=_("Usulannya kosong."),
        why=_("Tanpa kalimat usulan, tidak ada yang dicatat."),
        now=_("Isi kolom usulan, atau hapus baris itu."),
    ),
    "musrenbang.wish_rt_missing": Sentence(
        what=_("RT-nya tidak tertulis."),
        why=_("Setiap usulan harus punya RT."),
        now=_("Tulis nomor RT pada kolom alamat atau rt, atau pilih satu RT untuk seluruh daftar."),
    ),
    "musrenbang.wish_rt_unknown": Sentence(
        what=_("{place} tidak ada di wilayah ini."),
        why=_("Nomornya dicocokkan dengan daftar RT desa atau kelurahan."),
        now=_("Periksa nomornya di daftar atau di buku wilayah."),
    ),
    "musrenbang.wish_rt_unclear": Sentence(
        what=_("Ada beberapa RT {rt} di wilayah ini."),
        why=_("Tanpa nomor RW, tidak jelas RT mana yang dimaksud."),
        now=_("Tulis nomor RW-nya pada kolom alamat atau rw."),
    ),
    "musrenbang.wish_several_rts": Sentence(
        what=_("Baris ini menyebut beberapa RT."),
        why=_("Usulannya dicatat pada RT yang pertama, RT {rt}."),
        now=_("RT lain dapat diajak sebagai mitra sesudahnya."),
    ),
    "musrenbang.wish_cost_missing": Sentence(
        what=_("Biayanya tidak tertulis."),
        why=_("Usulan tetap dicatat, tanpa biaya."),
        now=_("Biaya dapat diisi kemudian."),
    ),
    "musrenbang.wish_year_odd": Sentence(
        what=_("Tahunnya tidak terbaca atau belum lewat."),
        why=_("Daftar ini untuk usulan sampai tahun {year}."),
        now=_("Tulis tahun dengan empat angka, misalnya 2025."),
    ),
    "musrenbang.list_without_rows": Sentence(
        what=_("Daftar {file} tidak berisi usulan."),
        why=_("Di bawah judul kolom tidak ada satu baris pun."),
        now=_("Periksa berkasnya, lalu unggah lagi."),
    ),
    "musrenbang.year_not_past": Sentence(
        what=_("Tahun {year} belum tiba."),
        why=_("Daftar lama berisi usulan tahun ini atau sebelumnya."),
        now=_("Tulis tahun usulan pada daftar itu."),
    ),
    "musrenbang.list_gone": Sentence(
        what=_("Daftar itu sudah tidak menunggu."),
        why=_("Daftar itu sudah diterima atau dibuang."),
        now=_("Lihat daftar usulan, atau unggah lagi."),
    ),
    "musrenbang.nothing_to_accept": Sentence(
        what=_("Tidak ada baris yang dapat dicatat."),
        why=_("Semua baris sudah ada atau perlu diperbaiki."),
        now=_("Perbaiki berkasnya, lalu unggah lagi."),
    ),
}
