"""What can go wrong when the book of a year is opened and the plan is taken up."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

ASK = _("Minta DPMD mengisinya di halaman Juknis, bersama pasalnya. Setelah itu coba lagi.")

CATALOGUE: Catalogue = {
    "grants.no_juknis": Sentence(
        _("Buku tahun {year} belum dapat dibuka."),
        _("Juknis tahun {year} belum ditetapkan di sini."),
        _("Minta DPMD menetapkan juknis di halaman Juknis. Setelah itu coba lagi."),
    ),
    "grants.ceiling_unknown": Sentence(
        _("Buku tahun {year} belum dapat dibuka."),
        _("Juknis tidak menyebut berapa pagu RT ini."),
        ASK,
    ),
    "grants.flow_unknown": Sentence(
        _("Buku tahun {year} belum dapat dibuka."),
        _("Juknis tidak menyebut apakah uang cair sebelum atau sesudah belanja."),
        ASK,
    ),
    "grants.tranches_unknown": Sentence(
        _("Buku tahun {year} belum dapat dibuka."),
        _("Juknis tidak menyebut pembagian tahap pencairan."),
        ASK,
    ),
    "grants.shares_unknown": Sentence(
        _("Buku belum dapat dibuka: bagian tahap {numbers} belum diketahui."),
        _("Juknis tidak menyebut berapa persen pagu untuk tahap itu."),
        ASK,
    ),
    "grants.shares_wrong": Sentence(
        _("Buku tahun {year} belum dapat dibuka."),
        _("Menurut juknis, ada tahap yang jumlahnya nol rupiah."),
        _("Minta DPMD memeriksa persen tahap di halaman Juknis."),
    ),
    "grants.recap_nothing": Sentence(
        _("Pagu buku tahun {year} sudah sesuai keputusan."),
        _("Tidak ada keputusan baru tentang pagu RT ini."),
        _("Tidak ada yang perlu Anda lakukan."),
    ),
    "grants.recap_opened": Sentence(
        _("Pagu buku ini belum dapat diubah menjadi {amount}."),
        _("Tahap senilai {opened} sudah dibuka. Pagu baru tidak menyisakan uang untuk tahap berikutnya."),
        _("Minta DPMD memperbaiki keputusannya, atau mencatat kelebihannya sebagai pengembalian."),
    ),
    "grants.team_day": Sentence(
        _("Tanggal {since} tidak mungkin untuk tim tahun ini."),
        _("Anggota tim duduk sejak tahun 2000, paling lambat setahun dari sekarang."),
        _("Periksa tahunnya."),
    ),
    "grants.team_until": Sentence(
        _("Hari terakhir lebih awal dari hari pertama."),
        _("Orang ini duduk di tim sejak {since}."),
        _("Isi hari itu atau sesudahnya."),
    ),
    "grants.team_gone": Sentence(
        _("Anggota ini sudah berhenti dari tim."),
        _("Mungkin orang lain sudah mencatatnya."),
        _("Muat ulang halaman tim."),
    ),
    "grants.plan_elsewhere": Sentence(
        _("Baris rencana ini bukan milik buku tahun {year}."),
        _("Kegiatan hanya diambil dari rencana RT dan tahun yang sama."),
        _("Buka rencana RT ini, lalu pilih baris dari tahun yang sama."),
    ),
}
