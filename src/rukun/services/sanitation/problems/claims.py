"""Ways in which claims go wrong."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "sanitation.no_household": Sentence(
        what=_("Belum ada rumah tangga yang tercatat di sini."),
        why=_("Pernyataan dihitung dari setiap rumah tangga."),
        now=_("Catat dahulu warganya, lalu lihat jamban setiap rumah tangga."),
    ),
    "sanitation.some_open": Sentence(
        what=_("{count} rumah tangga masih buang air besar di tempat terbuka."),
        why=_("Bebas BABS berarti tidak seorang pun, juga dari jamban yang berakhir di tempat terbuka."),
        now=_("Bantu rumah tangga itu dahulu. Daftarnya ada di halaman sanitasi RT."),
    ),
    "sanitation.some_unknown": Sentence(
        what=_("{count} rumah tangga belum diketahui jambannya."),
        why=_("Bebas BABS hanya dapat dinyatakan bila semua sudah dilihat."),
        now=_("Lihat jamban rumah tangga itu, lalu nyatakan lagi."),
    ),
    "sanitation.claim_stands": Sentence(
        what=_("Wilayah ini sudah punya pernyataan yang berlaku."),
        why=_("Satu pernyataan cukup sampai diperiksa atau terbuka lagi."),
        now=_("Lihat pernyataan itu di halaman ini."),
    ),
    "sanitation.already_checked": Sentence(
        what=_("Pernyataan ini sudah diperiksa."),
        why=_("Orang lain mungkin baru saja melakukannya."),
        now=_("Buka lagi halamannya untuk melihat hasilnya."),
    ),
    "sanitation.own_claim": Sentence(
        what=_("Pernyataan ini Anda sendiri yang membuat."),
        why=_("Yang menyatakan dan yang memeriksa harus orang yang berbeda."),
        now=_("Minta petugas kesehatan lain atau petugas kecamatan memeriksanya."),
    ),
}
