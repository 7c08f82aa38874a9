"""How things that stay are spoken of."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "asset.registered": gettext_noop("mencatat aset nomor {number}: {what}, {amount} rupiah"),
    "asset.changed": gettext_noop("mengubah tempat atau pelat aset nomor {number}"),
    "asset.handed_over": gettext_noop("mencatat serah terima aset nomor {number}"),
    "asset.state_told": gettext_noop("mencatat keadaan aset nomor {number}"),
}
