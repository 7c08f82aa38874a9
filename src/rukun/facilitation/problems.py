"""The named ways things go wrong in this room."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "facilitation.deadline_past": Sentence(
        what=_("Tenggat “{step}” ({until}) sudah lewat."),
        why=_("{count} langkah lewat tenggat. Setiap RT yang belum selesai akan langsung tampak terlambat."),
        now=_("Periksa tanggalnya. Bila memang benar, centang “Tenggat yang lewat memang benar”."),
    ),
    "facilitation.version_older": Sentence(
        what=_("Perubahan ini berlaku {since}, sebelum versi yang diubahnya ({held})."),
        why=_("Riwayat aturan hanya bertambah ke depan."),
        now=_("Pilih {held} atau hari sesudahnya."),
    ),
    "facilitation.version_replaced": Sentence(
        what=_("Versi juknis {year} ini sudah diganti."),
        why=_("Ada versi yang lebih baru; melengkapi yang lama akan menghapus isinya."),
        now=_("Buka versi terbaru, lalu lengkapi di sana."),
    ),
    "facilitation.not_yet": Sentence(
        what=_("{on} belum tiba."),
        why=_("Yang dicatat di sini adalah yang sudah terjadi."),
        now=_("Isi hari ini atau hari sebelumnya."),
    ),
    "facilitation.nobody_came": Sentence(
        what=_("Belum ada yang hadir."),
        why=_("Kegiatan tanpa peserta tidak dihitung sebagai kegiatan."),
        now=_("Isi jumlah perempuan dan laki-laki yang hadir, sekurangnya satu orang."),
    ),
    "facilitation.more_than_came": Sentence(
        what=_("{part} orang lebih banyak daripada yang hadir ({came})."),
        why=_("Warga miskin dan penyandang disabilitas dihitung di antara yang hadir."),
        now=_("Periksa angkanya. Bila tidak tahu, kosongkan."),
    ),
    "facilitation.more_answered": Sentence(
        what=_("{of} orang menjawab, padahal yang hadir {came}."),
        why=_("Soal hanya dijawab oleh yang hadir."),
        now=_("Periksa jumlah yang menjawab, atau perbaiki daftar hadirnya."),
    ),
    "facilitation.more_right": Sentence(
        what=_("{right} jawaban benar lebih banyak daripada yang menjawab ({of})."),
        why=_("Setiap orang menjawab satu kali untuk setiap soal."),
        now=_("Periksa angka itu, lalu simpan lagi."),
    ),
    "facilitation.due_before_visit": Sentence(
        what=_("Batas janji ({due}) mendahului kunjungannya ({on})."),
        why=_("Janji dibuat saat kunjungan, jadi ditepati sesudahnya."),
        now=_("Pilih {on} atau hari sesudahnya."),
    ),
    "facilitation.no_quiz": Sentence(
        what=_("Juknis tahun {year} tidak punya kuis kesiapan."),
        why=_("Pertanyaannya berasal dari juknis, dan di sana tidak ada."),
        now=_("Lanjutkan ke langkah berikutnya."),
    ),
    "facilitation.unanswered": Sentence(
        what=_("Baru {answered} dari {asked} pertanyaan terjawab."),
        why=_("Hasil kuis hanya berarti bila semua pertanyaan dijawab."),
        now=_("Jawab yang masih kosong, lalu kirim lagi."),
    ),
}
