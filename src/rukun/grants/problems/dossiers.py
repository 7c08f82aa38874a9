"""What can go wrong with tranches and bundles of papers on their way."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

LOOK = _("Muat ulang halaman dan lihat keadaannya.")

CATALOGUE: Catalogue = {
    "grants.tranche_not_approved": Sentence(
        _("Tahap {number} belum dapat dicatat cair."),
        _("Hanya tahap yang sudah disetujui, dan belum cair, yang dapat dicatat."),
        LOOK,
    ),
    "grants.tranche_not_requested": Sentence(
        _("Permintaan tahap {number} tidak dapat disetujui."),
        _("Tahap ini tidak lagi menunggu persetujuan."),
        LOOK,
    ),
    "grants.not_your_desk": Sentence(
        _("Ini menunggu meja {level}."),
        _("Yang memutuskan adalah petugas {level}, menurut juknis."),
        _("Hubungi petugas {level}, atau masuk dengan peran itu bila Anda memilikinya."),
    ),
    "grants.own_dossier": Sentence(
        _("Anda yang mengirim berkas ini."),
        _("Pengirim dan pemeriksa harus dua orang."),
        _("Minta petugas lain di meja yang sama memeriksanya."),
    ),
    "grants.release_day": Sentence(
        _("Tanggal cair ini tidak mungkin."),
        _("Tahap ini disetujui {approved_on}. Uangnya masuk sejak hari itu, paling lambat hari ini."),
        _("Isi tanggal uang masuk menurut buku bank."),
    ),
    "grants.no_tranche_to_ask": Sentence(
        _("Belum ada tahap yang boleh diminta."),
        _("Tahap berikutnya dibuka setelah SPJ yang disyaratkan diterima dan harinya tiba."),
        _("Lihat daftar yang masih kurang di halaman Dana."),
    ),
    "grants.nothing_to_replace": Sentence(
        _("Belum ada belanja yang dapat diganti."),
        _("Yang diganti hanya belanja yang SPJ-nya sudah diterima."),
        _("Kirim SPJ lebih dulu, lalu minta penggantiannya."),
    ),
    "grants.no_tranche_yet": Sentence(
        _("Belum ada uang yang harus dipertanggungjawabkan."),
        _("SPJ disusun setelah uang cair dan dibelanjakan."),
        _("Lihat langkah berikutnya di halaman Dana."),
    ),
    "grants.rab_in_force": Sentence(
        _("Tidak ada RAB yang perlu dikirim."),
        _("Hanya RAB yang sedang disusun yang dapat diajukan."),
        _("Buka RAB kegiatannya dan buat perubahan bila perlu."),
    ),
    "grants.lpj_done": Sentence(
        _("LPJ tahun {year} sudah diterima."),
        _("Satu tahun mempunyai satu LPJ, laporan penutup semua kegiatan."),
        _("Tidak ada yang perlu dilakukan lagi."),
    ),
    "grants.desk_unknown": Sentence(
        _("{bundle} belum dapat dikirim."),
        _("Juknis {year} tidak menyebut siapa yang memeriksanya."),
        _("Minta DPMD mengisinya di halaman Juknis, bersama pasalnya."),
    ),
    "grants.dossier_incomplete": Sentence(
        _("Berkas belum lengkap: {missing}."),
        _("Berkas yang tidak lengkap akan dikembalikan, dan waktunya hilang."),
        _("Lengkapi satu per satu. Semua yang sudah diisi tetap tersimpan."),
    ),
    "grants.papers_missing": Sentence(
        _("Lembar ini belum dicentang: {papers}."),
        _("Juknis meminta semua lembar itu ada dalam berkas."),
        _("Siapkan lembarnya, centang, lalu kirim lagi."),
    ),
    "grants.dossier_elsewhere": Sentence(
        _("Berkas ini sedang {state} di meja {level}."),
        _("Keadaannya sudah berubah sejak halaman ini dibuka."),
        LOOK,
    ),
    "grants.return_reason": Sentence(
        _("Tulis apa yang masih kurang."),
        _("RT hanya dapat memperbaiki yang disebut dengan jelas."),
        _("Sebut lembar atau angka yang kurang, satu per satu."),
    ),
    "grants.return_due": Sentence(
        _("Tenggat {due} sudah lewat."),
        _("RT perlu waktu untuk memperbaiki."),
        _("Pilih hari ini atau sesudahnya, atau kosongkan."),
    ),
}
