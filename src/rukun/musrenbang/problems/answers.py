"""Letters to who answers from above, and about the plan."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "musrenbang.none_ticked": Sentence(
        what=_("Belum ada usulan yang dicentang."),
        why=_("Jawaban diberikan kepada usulan yang dipilih."),
        now=_("Kembali ke daftar, centang satu atau beberapa usulan."),
    ),
    "musrenbang.proposals_gone": Sentence(
        what=_("Ada usulan yang tidak ditemukan di wilayah Anda."),
        why=_("Alamat halaman ini mungkin lama atau terpotong."),
        now=_("Kembali ke daftar, lalu pilih lagi."),
    ),
    "musrenbang.not_waiting_here": Sentence(
        what=_("Usulan “{title}” tidak sedang menunggu jawaban ini: {state}."),
        why=_("Mungkin sudah dijawab orang lain, atau belum sampai di sini."),
        now=_("Kembali ke daftar. Yang masih menunggu Anda ada di sana."),
    ),
    "musrenbang.due_past": Sentence(
        what=_("Tenggat {due} sudah lewat."),
        why=_("RT perlu waktu untuk memperbaiki usulannya."),
        now=_("Pilih hari ini atau hari yang akan datang."),
    ),
    "musrenbang.merge_target": Sentence(
        what=_("Usulan tidak dapat digabung ke sana."),
        why=_("Tujuannya harus usulan lain di desa dan tahun yang sama, yang masih berjalan."),
        now=_("Pilih usulan tujuan dari daftar."),
    ),
    "musrenbang.cost_missing": Sentence(
        what=_("Biaya usulan “{title}” belum diketahui."),
        why=_("Baris rencana memerlukan jumlah uang."),
        now=_("Kembalikan ke RT, minta perkiraan biayanya."),
    ),
    "musrenbang.shares_too_large": Sentence(
        what=_("Bagian RT mitra menutup seluruh biaya “{title}”."),
        why=_("Mitra menanggung {shares} dari biaya {cost}; RT pengusul tidak menanggung apa pun."),
        now=_("Kembalikan ke RT, minta pembagian biayanya diperiksa."),
    ),
    "musrenbang.ceiling_unknown": Sentence(
        what=_("Pagu tahun {year} belum diketahui."),
        why=_("Rencana tidak boleh melebihi pagu, jadi pagunya harus ada."),
        now=_("Minta DPMD mengisi pagu dalam juknis tahun itu."),
    ),
    "musrenbang.over_ceiling": Sentence(
        what=_("Usulan “{title}” tidak muat dalam pagu RT."),
        why=_("Pagu {ceiling}, sudah terisi {taken}, bagian usulan ini {part}: lebih {over}."),
        now=_("Kembalikan agar biayanya dikurangi, atau tolak dengan pasalnya."),
    ),
}
