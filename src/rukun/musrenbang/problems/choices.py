"""What hinders a choice: drawing it up, its sheets and codes, its count."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "musrenbang.meeting_not_open": Sentence(
        what=_("Musyawarah ini tidak sedang berlangsung."),
        why=_("Pilihan hanya disusun dan dibuka di dalam musyawarah."),
        now=_("Buka dulu musyawarahnya, lalu kembali ke sini."),
    ),
    "musrenbang.quorum_not_met": Sentence(
        what=_("Musyawarah ini belum kuorum."),
        why=_("Pilihan tanpa kuorum dapat digugat warga."),
        now=_("Panggil lagi, atau tulis di musyawarah mengapa diteruskan."),
    ),
    "musrenbang.choice_open": Sentence(
        what=_("Pilihan ini sudah dibuka atau sudah selesai."),
        why=_("Aturan hitung tidak boleh berubah sesudah dibuka."),
        now=_("Lanjutkan pilihan itu, atau batalkan dengan alasan."),
    ),
    "musrenbang.way_not_allowed": Sentence(
        what=_("Juknis tidak membolehkan cara {way}."),
        why=_("Hasilnya dapat ditolak saat diperiksa."),
        now=_("Pilih cara lain yang ditawarkan."),
    ),
    "musrenbang.ceiling_above": Sentence(
        what=_("Pagu {ceiling} melebihi pagu juknis."),
        why=_("Uang yang tidak ada tidak dapat dibagi."),
        now=_("Tulis pagu yang sama atau lebih kecil."),
    ),
    "musrenbang.ceiling_reason": Sentence(
        what=_("Pagu lebih kecil daripada juknis, tetapi alasannya kosong."),
        why=_("Warga berhak tahu ke mana selisihnya."),
        now=_("Tulis alasannya dengan kalimat biasa."),
    ),
    "musrenbang.no_voters": Sentence(
        what=_("Jumlah suara belum diisi."),
        why=_("Pilihan perlu paling sedikit satu suara."),
        now=_("Tulis berapa suara yang dapat diserahkan."),
    ),
    "musrenbang.voters_above": Sentence(
        what=_("{voters} suara lebih banyak daripada yang hadir, yaitu {present}."),
        why=_("Suara tidak boleh melebihi daftar hadir."),
        now=_("Perbaiki jumlahnya, atau lengkapi daftar hadir."),
    ),
    "musrenbang.nothing_to_choose": Sentence(
        what=_("Belum ada usulan yang dapat dipilih."),
        why=_("Yang dapat dipilih sudah diajukan dan berbiaya; {excluded} tidak memenuhinya."),
        now=_("Lengkapi usulannya, lalu susun lagi pilihan ini."),
    ),
    "musrenbang.choice_counted": Sentence(
        what=_("Pilihan ini sudah selesai."),
        why=_("Hasil yang sudah dihitung tidak dapat dibatalkan."),
        now=_("Bila hasilnya keliru, catat keberatan dalam berita acara."),
    ),
    "musrenbang.annul_reason": Sentence(
        what=_("Alasan pembatalan belum ditulis."),
        why=_("Warga sudah memberikan suara dan berhak tahu."),
        now=_("Tulis alasannya dengan kalimat biasa."),
    ),
    "musrenbang.choice_not_open": Sentence(
        what=_("Pilihan ini tidak sedang dibuka."),
        why=_("Suara hanya diterima sejak dibuka sampai dihitung."),
        now=_("Lihat halaman pilihan untuk keadaannya sekarang."),
    ),
    "musrenbang.no_sheets": Sentence(
        what=_("Tidak ada lembar yang dibuat."),
        why=_("Jumlahnya nol, atau cara ini tidak memakai lembar."),
        now=_("Tulis berapa lembar yang diperlukan."),
    ),
    "musrenbang.too_many_sheets": Sentence(
        what=_("{number} lembar terlalu banyak; masih boleh {most}."),
        why=_("Lembar cadangan dibatasi supaya tidak disalahgunakan."),
        now=_("Kurangi jumlahnya."),
    ),
    "musrenbang.no_codes": Sentence(
        what=_("Tidak ada kode yang dibuat."),
        why=_("Jumlahnya nol, atau cara ini tidak memakai kode."),
        now=_("Tulis berapa kode yang diperlukan."),
    ),
    "musrenbang.too_many_codes": Sentence(
        what=_("{number} kode terlalu banyak; masih boleh {most}."),
        why=_("Kode tidak boleh melebihi jumlah suara."),
        now=_("Kurangi jumlahnya."),
    ),
    "musrenbang.codes_used": Sentence(
        what=_("Kode tidak dapat diganti lagi."),
        why=_("Sudah ada suara yang masuk dengan kode."),
        now=_("Batalkan pilihan ini bila kodenya bocor."),
    ),
    "musrenbang.sheet_unknown": Sentence(
        what=_("Lembar {number} bukan lembar pilihan ini."),
        why=_("Hanya nomor yang dicetak untuk pilihan ini yang dihitung."),
        now=_("Baca lagi nomor di pojok lembar."),
    ),
    "musrenbang.sheet_settled": Sentence(
        what=_("Lembar {number} sudah diputuskan."),
        why=_("Dua bacaan sudah dicocokkan dengan kertasnya."),
        now=_("Lanjutkan ke lembar berikutnya."),
    ),
    "musrenbang.sheet_read_twice": Sentence(
        what=_("Lembar {number} sudah diketik dua orang."),
        why=_("Setiap lembar dibaca tepat dua kali."),
        now=_("Lanjutkan ke lembar berikutnya."),
    ),
    "musrenbang.more_than_voters": Sentence(
        what=_("Suara sudah mencapai batas {voters}."),
        why=_("Suara tidak boleh melebihi jumlah yang ditetapkan."),
        now=_("Cocokkan lembar dengan daftar hadir bersama saksi."),
    ),
    "musrenbang.nothing_to_settle": Sentence(
        what=_("Lembar {number} tidak perlu diputuskan."),
        why=_("Bacaannya sudah sama, atau baru diketik sekali."),
        now=_("Kembali ke daftar lembar yang berbeda."),
    ),
    "musrenbang.nothing_marked": Sentence(
        what=_("Belum ada yang diisi."),
        why=_("Kami tidak menebak apakah lembar memang kosong."),
        now=_("Isi pilihannya, atau tandai lembar ini kosong."),
    ),
    "musrenbang.mark_unknown": Sentence(
        what=_("Huruf {mark} tidak ada di lembar."),
        why=_("Hanya usulan di lembar yang dapat dipilih."),
        now=_("Periksa lagi hurufnya."),
    ),
    "musrenbang.mark_unread": Sentence(
        what=_("“{read}” di samping {mark} tidak terbaca."),
        why=_("Isian itu bukan angka yang diminta."),
        now=_("Periksa angkanya, atau tandai lembar ini rusak."),
    ),
    "musrenbang.points_above": Sentence(
        what=_("Jumlah poin {given}, padahal paling banyak {most}."),
        why=_("Setiap suara memegang poin yang sama banyak."),
        now=_("Periksa angkanya, atau tandai lembar ini rusak."),
    ),
    "musrenbang.too_many_ranks": Sentence(
        what=_("{given} usulan diurutkan, padahal paling banyak {most}."),
        why=_("Setiap suara mengurutkan sama banyak."),
        now=_("Periksa angkanya, atau tandai lembar ini rusak."),
    ),
    "musrenbang.rank_twice": Sentence(
        what=_("Urutan {rank} dipakai dua kali."),
        why=_("Setiap urutan hanya untuk satu usulan."),
        now=_("Periksa angkanya, lalu simpan lagi."),
    ),
    "musrenbang.no_ballots": Sentence(
        what=_("Belum ada suara yang dapat dihitung."),
        why=_("Semua lembar kosong dari isian, rusak, atau belum diketik."),
        now=_("Ketik lembarnya, lalu hitung lagi."),
    ),
    "musrenbang.sheets_differ": Sentence(
        what=_("{sheets} lembar dibaca berbeda oleh dua pengetik."),
        why=_("Satu dari dua bacaan pasti keliru."),
        now=_("Lihat kertasnya dan putuskan, lalu hitung lagi."),
    ),
    "musrenbang.sheets_once": Sentence(
        what=_("{sheets} lembar baru diketik satu orang."),
        why=_("Setiap lembar diketik dua orang supaya tidak keliru."),
        now=_("Minta orang kedua mengetik lembar itu."),
    ),
    "musrenbang.seal_broken": Sentence(
        what=_("Aturan pilihan ini tidak cocok dengan segelnya."),
        why=_("Ada yang berubah sesudah pilihan dibuka."),
        now=_("Jangan dihitung. Hubungi pengelola."),
    ),
    "musrenbang.nothing_agreed": Sentence(
        what=_("Belum ada usulan yang disepakati."),
        why=_("Mufakat mencatat urutan yang disepakati musyawarah."),
        now=_("Isi urutannya, mulai dari 1."),
    ),
    "musrenbang.not_counted": Sentence(
        what=_("Pilihan ini belum dihitung."),
        why=_("Hasil baru ada sesudah penutupan."),
        now=_("Kembali ke halaman pilihan."),
    ),
    "musrenbang.nothing_counted": Sentence(
        what=_("Tidak ada berkas suara untuk mufakat."),
        why=_("Mufakat tidak menghitung suara."),
        now=_("Baca urutan yang disepakati di halaman hasil."),
    ),
    "musrenbang.ballots_hidden": Sentence(
        what=_("Berkas suara pilihan ini tidak diterbitkan."),
        why=_("Suaranya sedikit atau seragam, sehingga pilihan orang dapat tertebak."),
        now=_("Baca hasil dan alasannya di halaman hasil."),
    ),
    "musrenbang.result_changed": Sentence(
        what=_("Hasil pilihan nomor {choice} tidak cocok dengan segelnya."),
        why=_("Suara, aturan, atau hasil berubah sesudah dihitung."),
        now=_("Bandingkan dengan cadangan, lalu hubungi pengelola."),
    ),
    "musrenbang.too_many_tries": Sentence(
        what=_("Terlalu banyak kode keliru dari jaringan ini."),
        why=_("Pembatasan ini menjaga dari orang yang menebak kode."),
        now=_("Tunggu sepuluh menit, lalu coba lagi."),
    ),
}
