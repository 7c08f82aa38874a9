"""The acts on waiting in plain words."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "waiting.proposed": gettext_noop("mengajukan seseorang untuk program {scheme}"),
    "waiting.withdrawn": gettext_noop("menarik kembali pengajuan untuk program {scheme}"),
}
