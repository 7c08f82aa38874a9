"""The named ways things go wrong in this room."""

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "site.locked_out": Sentence(
        what="Terlalu banyak percobaan. Akun ini dikunci {minutes} menit.",
        why="Beberapa kali kata sandi tidak cocok. Kunci ini menjaga akun dari orang yang menebak-nebak.",
        now="Tunggu {minutes} menit, lalu coba sekali lagi. Bila lupa, mintalah slip baru kepada yang menunjuk Anda.",
    ),
}
