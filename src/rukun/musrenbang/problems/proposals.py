"""Letters about proposals, their photos and partners."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "musrenbang.being_chosen": Sentence(
        what=_("“{title}” sedang dipilih warga."),
        why=_("Suara yang sudah diberikan untuknya tidak boleh hilang."),
        now=_("Tunggu sampai pilihan dihitung, lalu tarik atau gabungkan."),
    ),
    "musrenbang.not_an_rt": Sentence(
        what=_("{place} bukan RT."),
        why=_("Usulan lahir di RT; tempat di atasnya menjawabnya."),
        now=_("Buka dahulu RT yang mengusulkan."),
    ),
    "musrenbang.proposal_changed": Sentence(
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
    "musrenbang.photo_too_many": Sentence(
        what=_("Usulan ini sudah punya {most} foto."),
        why=_("Beberapa foto sudah cukup untuk melihat tempatnya."),
        now=_("Hapus satu foto dahulu bila ingin menggantinya."),
    ),
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
