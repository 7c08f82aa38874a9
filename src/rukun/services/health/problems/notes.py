"""Ways in which notes of the six fields go wrong."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "health.note_words": Sentence(
        _("Kalimatnya belum ditulis."),
        _("Yang membaca perlu tahu apa yang ditanyakan atau dijawab."),
        _("Tulis satu atau dua kalimat biasa."),
    ),
    "health.note_answered": Sentence(
        _("Catatan ini sudah dijawab pada {day}."),
        _("Mungkin orang lain lebih dulu menjawab."),
        _("Baca jawabannya di daftar catatan."),
    ),
}
