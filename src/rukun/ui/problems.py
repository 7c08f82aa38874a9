"""Letters about what comes in from a phone."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "photos.too_big": Sentence(
        what=_("Berkas foto lebih besar dari {limit} MB."),
        why=_("Foto biasa dari ponsel jauh lebih kecil."),
        now=_("Kecilkan di ponsel, atau ambil foto baru."),
    ),
    "photos.too_many_pixels": Sentence(
        what=_("Gambar ini lebih dari {megapixels} juta titik."),
        why=_("Gambar sebesar itu dapat menghentikan mesin."),
        now=_("Ambil foto biasa dengan ponsel, lalu unggah lagi."),
    ),
    "photos.unreadable": Sentence(
        what=_("Berkas itu tidak terbaca sebagai foto."),
        why=_("Yang diterima foto JPEG, PNG, atau WebP yang utuh."),
        now=_("Pilih foto lain, atau ambil foto baru."),
    ),
}
