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

PROPOSALS: Catalogue = {
    "musrenbang.not_an_rt": Sentence(
        what=_("{place} bukan RT."),
        why=_("Usulan lahir di RT; tempat di atasnya menjawabnya."),
        now=_("Buka dahulu RT yang mengusulkan."),
    ),
    "musrenbang.changed_meanwhile": Sentence(
        what=_("Usulan ini baru saja diubah oleh orang lain."),
        why=_("Kalau ketikan Anda langsung disimpan, tulisannya akan hilang."),
        now=_("Ketikan Anda masih di bawah. Periksa, lalu simpan lagi bila memang itu yang benar."),
    ),
    "musrenbang.not_open": Sentence(
        what=_("Usulan yang {state} tidak dapat diubah."),
        why=_("Musyawarah atau yang menjawab sudah memakai isinya."),
        now=_("Baca riwayatnya; bila perlu, bicarakan dengan pendamping."),
    ),
    "musrenbang.cause_elsewhere": Sentence(
        what=_("Sebab itu bukan milik RT ini."),
        why=_("Usulan menjawab sebab dari pohon masalah RT sendiri."),
        now=_("Pilih salah satu sebab pada daftar."),
    ),
    "musrenbang.cost_not_positive": Sentence(
        what=_("Biayanya nol atau kurang dari nol."),
        why=_("Usulan tanpa biaya tidak dapat dipilih bersama yang lain."),
        now=_("Tulis perkiraan biayanya, atau kosongkan bila belum tahu."),
    ),
    "musrenbang.not_ready": Sentence(
        what=_("Usulan ini belum dapat diajukan ke musyawarah."),
        why=_("Yang masih kurang: {missing}."),
        now=_("Lengkapi dahulu, lalu ajukan lagi."),
    ),
    "musrenbang.merge_elsewhere": Sentence(
        what=_("Usulan ini tidak dapat digabung ke dalam “{title}”."),
        why=_("Keduanya harus dari RT dan tahun yang sama, dan masih berjalan."),
        now=_("Pilih usulan lain pada daftar."),
    ),
    "musrenbang.cannot_carry": Sentence(
        what=_("Usulan yang {state} tidak dapat dibawa ke tahun {year}."),
        why=_("Hanya usulan tahun lalu yang belum terpilih atau ditolak yang hidup terus."),
        now=_("Lihat riwayatnya untuk tahu di mana usulan itu sekarang."),
    ),
}

PHOTOS: Catalogue = {
    "musrenbang.photo_too_big": Sentence(
        what=_("Berkas foto lebih besar dari {limit} MB."),
        why=_("Foto sebesar itu tidak perlu untuk melihat tempatnya."),
        now=_("Kecilkan di ponsel, atau ambil foto baru."),
    ),
    "musrenbang.photo_too_many_pixels": Sentence(
        what=_("Gambar ini lebih dari {megapixels} juta titik."),
        why=_("Gambar sebesar itu dapat menghentikan mesin."),
        now=_("Ambil foto biasa dengan ponsel, lalu unggah lagi."),
    ),
    "musrenbang.photo_unreadable": Sentence(
        what=_("Berkas itu tidak terbaca sebagai foto."),
        why=_("Yang diterima foto JPEG, PNG, atau WebP yang utuh."),
        now=_("Pilih foto lain, atau ambil foto baru."),
    ),
    "musrenbang.photo_too_many": Sentence(
        what=_("Usulan ini sudah punya {most} foto."),
        why=_("Beberapa foto sudah cukup untuk melihat tempatnya."),
        now=_("Hapus satu foto dahulu bila ingin menggantinya."),
    ),
}

PARTNERS: Catalogue = {
    "musrenbang.partner_elsewhere": Sentence(
        what=_("{place} tidak dapat diajak dalam usulan ini."),
        why=_("Usulan bersama dibuat oleh beberapa RT dalam satu desa."),
        now=_("Pilih RT lain dari desa yang sama."),
    ),
    "musrenbang.share_too_big": Sentence(
        what=_("Bagian itu lebih besar dari biaya usulannya."),
        why=_("Satu RT tidak menanggung lebih dari seluruh biaya."),
        now=_("Periksa angkanya, lalu simpan lagi."),
    ),
    "musrenbang.partner_answered": Sentence(
        what=_("Ajakan ini sudah dijawab."),
        why=_("Jawaban pertama yang berlaku."),
        now=_("Bila jawabannya berubah, minta RT pengusul mengajak lagi."),
    ),
}

WISHES: Catalogue = {
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
        what=_("RT {rt} RW {rw} tidak ada di wilayah ini."),
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

CATALOGUE: Catalogue = {**TURNS, **PROPOSALS, **PHOTOS, **PARTNERS, **WISHES}
