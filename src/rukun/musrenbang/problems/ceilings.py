"""Letters about decrees of ceilings."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "musrenbang.decree_place": Sentence(
        what=_("Pagu ditetapkan untuk seluruh kabupaten."),
        why=_("Satu keputusan memuat semua RT, supaya tidak ada yang terlewat."),
        now=_("Buka halaman pagu kabupaten."),
    ),
    "musrenbang.decree_days": Sentence(
        what=_("Tanggal keputusan {decreed_on} atau mulai berlakunya {since} tidak cocok."),
        why=_("Pagu berlaku dalam tahun {year}. Keputusan tidak dapat bertanggal esok."),
        now=_("Periksa kedua tanggal itu."),
    ),
    "musrenbang.decree_number": Sentence(
        what=_("Keputusan nomor {number} sudah ada untuk tahun ini."),
        why=_("Setiap keputusan punya nomornya sendiri."),
        now=_("Lihat daftar keputusan, atau tulis nomor yang lain."),
    ),
    "musrenbang.decree_earlier": Sentence(
        what=_("Keputusan {number} sudah berlaku mulai {since}."),
        why=_("Keputusan baru menggantikan yang lama mulai harinya sendiri, tidak ke belakang."),
        now=_("Pilih hari yang sama atau sesudahnya."),
    ),
    "musrenbang.ceilings_missing": Sentence(
        what=_("{n} RT belum punya jumlah menurut aturan ini, di antaranya {rts}."),
        why=_("Rumah tangganya belum diketahui, atau tidak ada golongannya."),
        now=_("Lengkapi dulu, atau centang bahwa mereka menyusul dengan keputusan lain."),
    ),
    "musrenbang.ceilings_none": Sentence(
        what=_("Aturan ini tidak memberi jumlah kepada satu RT pun."),
        why=_("Mungkin anggarannya belum diisi, atau rumah tangga belum diketahui."),
        now=_("Kembali ke hitungan coba, periksa aturannya."),
    ),
    "musrenbang.nothing_split": Sentence(
        what=_("Tidak ada RT yang dimekarkan atau digabung sejak pagunya ditetapkan."),
        why=_("Pagu tahun {year} sudah sesuai dengan RT yang ada."),
        now=_("Bila pemekarannya belum dicatat, catat dulu di halaman wilayah."),
    ),
    "musrenbang.split_not_said": Sentence(
        what=_("Juknis {year} tidak menyebut nasib pagu RT yang dimekarkan."),
        why=_("Uang warga tidak boleh dibagi dengan tebakan."),
        now=_("Lengkapi juknis: dibagi menurut rumah tangga, tetap di RT lama, atau tahun depan."),
    ),
    "musrenbang.split_uncounted": Sentence(
        what=_("Rumah tangga belum diketahui di {rts}."),
        why=_("Juknis membagi pagu menurut rumah tangga, jadi semuanya harus terhitung."),
        now=_("Minta RT menyatakan jumlah rumah tangganya, lalu ulangi."),
    ),
}
