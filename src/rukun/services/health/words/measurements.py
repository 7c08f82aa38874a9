"""The acts on measurements in plain words, and what a doubtful index is called where it is asked about."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "measurement.taken": gettext_noop("mencatat ukuran seorang anak"),
    "measurement.corrected": gettext_noop("memperbaiki ukuran seorang anak"),
    "measurement.taken_back": gettext_noop("menarik ukuran seorang anak"),
}
DOUBTED = {
    "waz": _("berat"),
    "haz": _("panjang atau tinggi"),
    "whz": _("berat dibanding tinggi"),
    "baz": _("berat dibanding tinggi"),
    "hcz": _("lingkar kepala"),
    "acz": _("lingkar lengan"),
}
