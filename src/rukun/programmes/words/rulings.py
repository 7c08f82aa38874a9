"""The acts on rulings in plain words."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "ruling.enrolled": gettext_noop("menerima satu pengajuan program {scheme}"),
    "ruling.refused": gettext_noop("menolak satu pengajuan program {scheme}"),
}
