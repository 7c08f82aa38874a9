"""What can go wrong with a meeting: its call, who came, its quorum, its minutes."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "musrenbang.meeting_waiting": Sentence(
        what=_("Masih ada musyawarah lain, tanggal {day}."),
        why=_("Dua musyawarah sekaligus membingungkan warga."),
        now=_("Selesaikan atau batalkan musyawarah itu dulu."),
    ),
    "musrenbang.meeting_in_past": Sentence(
        what=_("Tanggal {day} sudah lewat."),
        why=_("Undangan hanya dapat dibuat untuk hari ini atau sesudahnya."),
        now=_("Pilih tanggal lain, lalu simpan lagi."),
    ),
    "musrenbang.notice_short": Sentence(
        what=_("Undangan ini kurang dari {days} hari sebelum musyawarah."),
        why=_("Juknis meminta {days} hari; tanggal ini {away} hari lagi."),
        now=_("Pilih tanggal lain, atau tulis mengapa harus secepat itu."),
    ),
    "musrenbang.meeting_state": Sentence(
        what=_("Musyawarah ini {state}, jadi tidak dapat diubah begitu."),
        why=_("Keadaannya mungkin baru saja berubah oleh orang lain."),
        now=_("Buka halaman musyawarah ini lagi."),
    ),
    "musrenbang.not_short": Sentence(
        what=_("Undangan kedua tidak diperlukan di sini."),
        why=_("Undangan kedua hanya untuk panggilan pertama yang belum kuorum."),
        now=_("Buka halaman musyawarah dan lihat keadaannya."),
    ),
    "musrenbang.called_again": Sentence(
        what=_("Undangan kedua sudah dibuat."),
        why=_("Satu musyawarah hanya mempunyai satu undangan kedua."),
        now=_("Lanjutkan pada musyawarah yang kedua."),
    ),
    "musrenbang.meeting_not_yet": Sentence(
        what=_("Musyawarah ini baru diadakan {day}."),
        why=_("Musyawarah tidak dapat dibuka sebelum harinya."),
        now=_("Bila harinya berubah, ubah dulu tanggalnya."),
    ),
    "musrenbang.nobody_came": Sentence(
        what=_("Belum seorang pun tercatat hadir."),
        why=_("Musyawarah tanpa peserta tidak dapat memutuskan apa pun."),
        now=_("Catat dulu siapa yang hadir."),
    ),
    "musrenbang.quorum_undecided": Sentence(
        what=_("Belum ditulis apakah peserta cukup untuk bermusyawarah."),
        why=_("Juknis tidak menyebut kuorum, jadi musyawarah sendiri yang memutuskan."),
        now=_("Tanyakan kepada peserta, lalu tulis kesepakatannya."),
    ),
    "musrenbang.quorum_lost": Sentence(
        what=_("Yang tercatat hadir kini {present}, kurang dari kuorum {needed}."),
        why=_("Daftar hadir berubah setelah musyawarah dibuka."),
        now=_("Periksa daftar hadir, lalu tutup musyawarah lagi."),
    ),
    "musrenbang.no_decision": Sentence(
        what=_("Belum ada putusan yang ditulis."),
        why=_("Berita acara memuat putusan musyawarah."),
        now=_("Tulis paling sedikit satu putusan, juga bila tidak tercapai kesepakatan."),
    ),
    "musrenbang.no_chair": Sentence(
        what=_("Pemimpin atau penulis musyawarah belum disebut."),
        why=_("Keduanya menandatangani berita acara."),
        now=_("Tulis kedua nama itu di notulen."),
    ),
    "musrenbang.cancel_reason_missing": Sentence(
        what=_("Alasan pembatalan belum ditulis."),
        why=_("Warga yang diundang berhak tahu mengapa."),
        now=_("Tulis alasannya, lalu simpan lagi."),
    ),
    "musrenbang.changed_meanwhile": Sentence(
        what=_("Orang lain baru saja mengubah halaman ini."),
        why=_("Supaya tulisan siapa pun tidak hilang, tulisan Anda belum disimpan."),
        now=_("Bandingkan kedua tulisan di bawah, gabungkan, lalu simpan lagi."),
    ),
    "musrenbang.attendance_closed": Sentence(
        what=_("Daftar hadir musyawarah ini sudah ditutup."),
        why=_("Musyawarahnya selesai, dibatalkan, atau sudah diundang lagi."),
        now=_("Buka halaman musyawarah dan lihat keadaannya."),
    ),
    "musrenbang.number_unknown": Sentence(
        what=_("Nomor {numbers} tidak ada di daftar."),
        why=_("Daftar ini sampai nomor {last}. Belum ada yang disimpan."),
        now=_("Periksa nomornya di daftar kertas, lalu simpan lagi."),
    ),
    "musrenbang.number_in_words": Sentence(
        what=_("Tulisan ini memuat nomor 16 angka, seperti NIK."),
        why=_("Notulen dibaca banyak orang; nomor warga tidak boleh di sana."),
        now=_("Hapus nomor itu, lalu simpan lagi."),
    ),
    "musrenbang.household_gone": Sentence(
        what=_("Tidak ada lagi yang tinggal di rumah tangga nomor {households}."),
        why=_("Semua anggotanya tercatat meninggal atau pindah sejak daftar dicetak."),
        now=_("Bila masih tinggal, catat kembali di Buku Warga, lalu ulangi."),
    ),
}
