"""How progress, workers and their days are spoken of."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "work.progressed": gettext_noop("mencatat kemajuan “{activity}”: {percent} %"),
    "work.finished": gettext_noop("menyatakan pekerjaan “{activity}” selesai"),
    "worker.enrolled": gettext_noop("mencatat seorang pekerja untuk “{activity}”"),
    "workdays.marked": gettext_noop("mencatat hadir {count} pekerja “{activity}”, tanggal {on}"),
    "wages.listed": gettext_noop(
        "menyusun daftar upah “{activity}”: {count} hari, {amount} rupiah, {waived} hari dihibahkan"
    ),
}
