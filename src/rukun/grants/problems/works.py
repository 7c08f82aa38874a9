"""What can go wrong with progress, workers and their days."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "grants.not_at_work": Sentence(
        _("Kegiatan “{title}” belum atau tidak lagi berjalan: {state}."),
        _("Pekerjaan dicatat sesudah RAB disahkan dan sebelum dipertanggungjawabkan."),
        _("Buka halaman kegiatan. Di sana tertulis langkah berikutnya."),
    ),
    "grants.work_day_wrong": Sentence(
        _("Tanggal {on} tidak dapat dipakai."),
        _("Pekerjaan dicatat dari {first} sampai hari ini, {today}."),
        _("Periksa hari, bulan, dan tahunnya."),
    ),
    "grants.percent_wrong": Sentence(
        _("Kemajuan {percent} persen tidak mungkin."),
        _("Kemajuan paling sedikit 0 dan paling banyak 100 persen."),
        _("Pilih 0, 50, atau 100, atau isi angka di antaranya."),
    ),
    "grants.volume_wrong": Sentence(
        _("Volume {volume} tidak dapat dicatat."),
        _("Volume tidak boleh kurang dari nol atau terlalu besar."),
        _("Periksa angka dan satuannya."),
    ),
    "grants.less_without_words": Sentence(
        _("Kemajuan turun dari {before} ke {percent} persen."),
        _("Kemajuan boleh turun, tetapi orang perlu tahu sebabnya."),
        _("Tulis sebabnya di keterangan, lalu simpan lagi."),
    ),
    "grants.worker_name": Sentence(
        _("Nama pekerja belum diisi."),
        _("Daftar hadir memerlukan nama orangnya."),
        _("Tulis namanya, atau pilih dari hasil pencarian."),
    ),
    "grants.worker_unknown": Sentence(
        _("Pekerja ini tidak ada di RT ini."),
        _("Mungkin daftarnya berubah sejak halaman ini dibuka."),
        _("Muat ulang halaman, lalu pilih lagi."),
    ),
    "grants.worker_too_young": Sentence(
        _("{name} baru berumur {age} tahun."),
        _("Pekerja paling muda {least} tahun, supaya anak tetap sekolah."),
        _("Periksa tanggal lahirnya di buku warga, atau pilih orang lain."),
    ),
    "grants.worker_dead": Sentence(
        _("{name} tercatat meninggal pada {died}."),
        _("Orang yang sudah meninggal tidak dapat dicatat bekerja sesudah hari itu."),
        _("Periksa orang dan tanggalnya. Bila catatan warganya salah, perbaiki di sana."),
    ),
    "grants.no_such_day": Sentence(
        _("{days} hari dalam satu hari tidak mungkin."),
        _("Seorang pekerja hadir sehari, setengah hari, atau libur."),
        _("Pilih salah satu dari tiga tanda."),
    ),
    "grants.wage_line_asked_here": Sentence(
        _("Baris yang dipilih bukan baris upah kegiatan ini."),
        _("Hari kerja dibayar dari baris upah di RAB."),
        _("Pilih baris upahnya lagi."),
    ),
    "grants.rate_unknown": Sentence(
        _("Upah sehari untuk “{line}” belum diketahui."),
        _("Upah diambil dari RAB yang berlaku, bukan diketik di sini."),
        _("Buka RAB kegiatan ini dan periksa baris upahnya."),
    ),
    "grants.rate_odd": Sentence(
        _("Upah sehari {rate} rupiah untuk “{line}” tidak dapat dibagi dua."),
        _("Setengah hari harus menjadi rupiah utuh."),
        _("Ubah harga satuan di RAB menjadi angka genap."),
    ),
    "grants.worker_elsewhere": Sentence(
        _("{name} sudah tercatat pada {on} di “{title}”."),
        _("Satu orang hanya dibayar satu kali untuk satu hari."),
        _("Kosongkan tandanya di sini, atau perbaiki di kegiatan itu."),
    ),
    "grants.day_settled": Sentence(
        _("Hari {name} pada {on} sudah masuk daftar upah."),
        _("Daftar yang sudah dibuat tidak berubah diam-diam."),
        _("Bila salah, tolak dulu pembayarannya, atau tarik swadayanya."),
    ),
    "grants.day_waived_before": Sentence(
        _("Upah {name} pada {on} pernah dihibahkan, lalu ditarik."),
        _("Catatan itu disimpan sebagai bukti."),
        _("Bayar harinya, atau catat lagi sebagai swadaya tenaga."),
    ),
    "grants.no_open_days": Sentence(
        _("Tidak ada hari kerja yang menunggu sampai {until}."),
        _("Daftar upah mengambil hari yang belum pernah masuk daftar."),
        _("Catat daftar hadirnya dulu, atau pilih tanggal lain."),
    ),
}
