"""The acts on events in plain words."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "event.held": gettext_noop("mencatat kegiatan bersama"),
    "event.came": gettext_noop("menambah nama peserta kegiatan bersama"),
    "event.did_not_come": gettext_noop("menghapus nama peserta kegiatan bersama"),
}
