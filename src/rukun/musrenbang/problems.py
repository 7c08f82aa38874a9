"""The named ways things go wrong in this room."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

TURNS: Catalogue = {
    "musrenbang.cannot_turn": Sentence(
        what=_("Usulan yang {before} tidak dapat menjadi {after}."),
        why=_("Keadaannya mungkin baru saja berubah oleh orang lain."),
        now=_("Buka usulan itu lagi dan lihat riwayatnya."),
    ),
    "musrenbang.reason_missing": Sentence(
        what=_("Alasan belum ditulis."),
        why=_("Warga berhak tahu mengapa usulannya {after}."),
        now=_("Tulis alasannya dengan kalimat biasa, lalu simpan lagi."),
    ),
    "musrenbang.article_missing": Sentence(
        what=_("Pasal yang mendasari penolakan belum ditulis."),
        why=_("Penolakan tanpa dasar aturan tidak dapat diperiksa warga."),
        now=_("Tulis pasal juknis atau peraturan yang dipakai."),
    ),
}

ANSWERS: Catalogue = {
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
}
PLANS: Catalogue = {
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

CATALOGUE: Catalogue = {**TURNS, **ANSWERS, **PLANS}
