"""How RABs, their revisions and the wizard are spoken of."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "budget.drawn": gettext_noop("mulai menyusun RAB “{activity}”, perubahan {revision}"),
    "budget.item_put": gettext_noop("menulis baris {number} RAB perubahan {revision}: {amount} rupiah"),
    "budget.item_dropped": gettext_noop("menghapus baris {number} dari RAB perubahan {revision}"),
    "budget.explained": gettext_noop("menulis alasan RAB perubahan {revision}"),
    "budget.submitted": gettext_noop("mengajukan RAB “{activity}”, perubahan {revision}"),
    "budget.given_back": gettext_noop("mengembalikan RAB “{activity}”, perubahan {revision}, untuk diperbaiki"),
    "budget.approved": gettext_noop("mengesahkan RAB “{activity}”, perubahan {revision}"),
    "budget.refused": gettext_noop("menolak RAB “{activity}”, perubahan {revision}"),
    "wages.moved": gettext_noop(
        "mengalihkan upah yang dihibahkan {amount} rupiah dari baris {source} ke baris {target} RAB “{activity}”"
    ),
}
