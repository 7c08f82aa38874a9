"""What can go wrong with what people give themselves."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "grants.labour_days": Sentence(
        _("Tanggal selesai {until} lebih dulu dari tanggal mulai {since}."),
        _("Gotong royong dimulai sebelum selesai."),
        _("Periksa kedua tanggalnya."),
    ),
    "grants.labour_impossible": Sentence(
        _("{people} orang tidak mungkin bekerja {days} HOK dalam {calendar} hari."),
        _("HOK ialah hari orang kerja: satu orang, satu hari. Terkecil setengah hari."),
        _("Periksa jumlah orang, HOK, dan tanggalnya."),
    ),
    "grants.gift_quantity": Sentence(
        _("Jumlah {quantity} tidak dapat dicatat."),
        _("Jumlah harus lebih dari nol, dengan paling banyak empat angka di belakang koma."),
        _("Periksa angkanya."),
    ),
    "grants.gift_value": Sentence(
        _("Nilai {value} tidak dapat dicatat."),
        _("Nilai harus lebih dari nol dan paling banyak sepuluh triliun rupiah."),
        _("Periksa angka nolnya, lalu isi lagi."),
    ),
    "grants.gift_clash": Sentence(
        _("Kiriman ini berbeda dari “{words}” yang sudah tersimpan."),
        _("Nomor kirimannya sama, tetapi isinya lain. Yang pertama tidak diubah."),
        _("Buka halaman swadaya. Bila memang berbeda, catat sebagai yang baru."),
    ),
    "grants.gift_is_mirror": Sentence(
        _("Catatan ini sendiri sebuah penarikan."),
        _("Penarikan tidak dapat ditarik lagi."),
        _("Catat lagi swadayanya sebagai yang baru."),
    ),
    "grants.gift_taken_back": Sentence(
        _("“{words}” sudah ditarik."),
        _("Satu catatan hanya dapat ditarik sekali."),
        _("Bila penarikannya salah, catat lagi sebagai yang baru."),
    ),
    "grants.gift_reason": Sentence(
        _("Alasan penarikan belum ditulis."),
        _("Orang yang memeriksa perlu tahu sebabnya."),
        _("Tulis alasannya dalam satu kalimat."),
    ),
    "grants.gift_moved": Sentence(
        _("Upah {amount} sudah dipindah ke pekerjaan lain."),
        _("Yang belum dipindah tinggal {left}."),
        _("Ubah RAB lebih dulu, supaya uangnya kembali ke baris upah."),
    ),
    "grants.wages_move_unknown": Sentence(
        _("Juknis {year} tidak menyebut apakah upah yang dihibahkan boleh dipindah."),
        _("Rukun tidak mengarang aturan."),
        _("Tanyakan kepada DPMD, lalu isi jawabannya di juknis."),
    ),
    "grants.wage_move_days": Sentence(
        _("{days} HOK tidak dapat dipindah dari baris ini."),
        _("Yang dihibahkan dan belum dipindah {most} HOK, senilai {amount}."),
        _("Isi paling banyak {most} HOK, per setengah hari."),
    ),
}
