"""The ways the front door itself can fail."""

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "site.backup_unreadable": Sentence(
        what="Berkas ini bukan cadangan Rukun.",
        why="Baris pertamanya tidak dikenal.",
        now="Pilih berkas yang dibuat oleh ./rukun backup.",
    ),
    "site.backup_passphrase": Sentence(
        what="Sandi cadangan tidak cocok.",
        why="Berkas hanya terbuka dengan sandi yang dipakai saat dibuat.",
        now="Periksa sandinya, lalu ulangi. Data yang ada sekarang tidak diubah.",
    ),
    "site.backup_cut": Sentence(
        what="Berkas cadangan tidak utuh.",
        why="Ada bagian yang hilang atau berubah.",
        now="Pakai salinan lain dari cadangan ini. Data yang ada sekarang tidak diubah.",
    ),
    "site.restore_not_empty": Sentence(
        what="Basis data ini sudah berisi.",
        why="Mengembalikan cadangan akan menimpa semua data yang ada.",
        now="Buat cadangan dulu, lalu ulangi dengan --replace bila memang itu maksud Anda.",
    ),
    "site.seed_not_empty": Sentence(
        what="Instalasi ini sudah berisi sebuah kabupaten.",
        why="Warga rekaan tidak boleh bercampur dengan data yang ada.",
        now="Pakai folder data lain, misalnya RUKUN_VAR=var/uji ./rukun seed.",
    ),
    "site.not_a_demo": Sentence(
        what="Instalasi ini bukan peragaan.",
        why="Mengosongkan data warga yang sungguhan tidak pernah boleh terjadi karena satu pilihan perintah.",
        now="Jalankan ./rukun up tanpa --fresh-demo.",
    ),
    "site.tool_failed": Sentence(
        what="Perkakas basis data {tool} berhenti.",
        why="Pesannya: {message}.",
        now="Tidak ada yang diubah. Periksa pesan itu, lalu ulangi.",
    ),
    "site.passphrase_missing": Sentence(
        what="Sandi cadangan belum diberikan.",
        why="Cadangan berisi data warga, jadi selalu dikunci.",
        now="Tulis sandi ke sebuah berkas, lalu tambahkan --passphrase-file BERKAS.",
    ),
    "site.locked_out": Sentence(
        what="Terlalu banyak percobaan. Akun ini dikunci {minutes} menit.",
        why="Beberapa kali kata sandi tidak cocok. Kunci ini menjaga akun dari orang yang menebak-nebak.",
        now="Tunggu {minutes} menit, lalu coba sekali lagi. Bila lupa, mintalah slip baru kepada yang menunjuk Anda.",
    ),
}
