"""Ways in which deliveries go wrong."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "programmes.delivery_twice": Sentence(
        _("Bagian ke-{number} sudah diterima pada {on}."),
        _("Satu bagian bantuan hanya diterima satu kali."),
        _("Periksa bagian mana yang Anda bawa. Buka daftar penyaluran."),
    ),
    "programmes.delivery_not_enrolled": Sentence(
        _("Bantuan ini belum boleh diserahkan. Keadaannya: {state}."),
        _("Bantuan hanya diserahkan setelah ada keputusan menerima."),
        _("Tunggu keputusan pelaksana program."),
    ),
    "programmes.delivery_day": Sentence(
        _("Tanggal {on} tidak dapat dipakai."),
        _("Bantuan ini dapat diterima dari {first} sampai {last}."),
        _("Periksa hari, bulan, dan tahunnya."),
    ),
    "programmes.recipient_died": Sentence(
        _("Penerima bantuan ini tercatat meninggal pada {on}."),
        _("Setelah hari itu ia tidak dapat menerima atau mengonfirmasi apa pun."),
        _("Jangan serahkan. Tanyakan ahli waris ke kantor program, lalu catat keluar."),
    ),
    "programmes.recipient_moved": Sentence(
        _("Penerima bantuan ini sudah pindah dari wilayah ini."),
        _("Buku warga tidak mencatatnya lagi di sini pada hari itu."),
        _("Jangan serahkan dulu. Tanyakan kantor program, atau catat keluar karena pindah."),
    ),
    "programmes.thumb_missing": Sentence(
        _("Foto cap jempol belum dipilih."),
        _("Cara ini memakai foto sebagai tanda terima."),
        _("Ambil foto jempol penerima di atas kertas tanda terima."),
    ),
    "programmes.thumb_used": Sentence(
        _("Foto ini sudah dipakai untuk tanda terima lain."),
        _("Setiap penerimaan memerlukan fotonya sendiri."),
        _("Ambil foto baru bersama penerimanya."),
    ),
    "programmes.witness_missing": Sentence(
        _("Nama saksi belum ditulis."),
        _("Cara ini memerlukan orang ketiga yang melihat penyerahan."),
        _("Tulis nama lengkap saksinya."),
    ),
    "programmes.witness_gives": Sentence(
        _("{name} tidak dapat menjadi saksi, karena ia yang menyerahkan."),
        _("Saksi ialah orang lain, supaya pemberi dan penerima sama-sama terlindung."),
        _("Tulis nama orang ketiga yang melihat."),
    ),
    "programmes.witness_receives": Sentence(
        _("{name} tidak dapat menjadi saksi, karena ia penerimanya."),
        _("Saksi ialah orang ketiga yang melihat penyerahan."),
        _("Tulis nama orang lain, atau pakai PIN penerima."),
    ),
    "programmes.pin_only_today": Sentence(
        _("PIN hanya untuk penyerahan hari ini."),
        _("Penerima mengetik PIN saat bantuan ada di tangannya."),
        _("Untuk hari yang lewat, pakai foto cap jempol atau saksi."),
    ),
    "programmes.pin_not_enrolled": Sentence(
        _("PIN belum dapat dipilih. Keadaannya: {state}."),
        _("PIN untuk penerima yang sudah diputuskan menerima."),
        _("Tunggu keputusan pelaksana program."),
    ),
    "programmes.pin_none": Sentence(
        _("Penerima ini belum memilih PIN."),
        _("PIN dipilih sendiri oleh penerima."),
        _("Minta penerima memilih PIN, atau pakai cap jempol atau saksi."),
    ),
    "programmes.pin_wrong": Sentence(
        _("PIN tidak cocok. Masih dapat dicoba {left} kali."),
        _("PIN hanya diketahui penerima."),
        _("Minta penerima mengetiknya sendiri, pelan-pelan."),
    ),
    "programmes.pin_tired": Sentence(
        _("PIN sudah {tries} kali salah, jadi ditutup sampai besok."),
        _("Dengan begitu PIN tidak dapat ditebak orang lain."),
        _("Pakai foto cap jempol atau saksi. PIN dapat dicoba lagi besok."),
    ),
    "programmes.pin_differs": Sentence(
        _("Kedua PIN tidak sama."),
        _("PIN diketik dua kali supaya tidak salah simpan."),
        _("Ketik lagi keduanya."),
    ),
    "programmes.pin_digits": Sentence(
        _("PIN itu tidak dapat dipakai."),
        _("PIN terdiri dari empat sampai enam angka."),
        _("Pilih PIN lain."),
    ),
    "programmes.pin_easy": Sentence(
        _("PIN itu terlalu mudah ditebak."),
        _("Angka kembar atau berurutan dicoba orang pertama kali."),
        _("Pilih angka lain yang mudah Anda ingat."),
    ),
    "programmes.pin_birth": Sentence(
        _("PIN itu sama dengan tanggal lahir penerima."),
        _("Tanggal lahir diketahui banyak orang."),
        _("Pilih angka lain yang mudah Anda ingat."),
    ),
}
