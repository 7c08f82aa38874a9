"""The acts on deliveries in plain words."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "arrival.confirmed": gettext_noop("mencatat bantuan bagian ke-{number} diterima"),
    "arrival.thumb_seen": gettext_noop("melihat foto cap jempol penerima"),
    "waiting.pin_chosen": gettext_noop("menyimpan PIN yang dipilih penerima"),
    "waiting.pin_wrong": gettext_noop("salah mengetik PIN penerima"),
    "waiting.pin_forgotten": gettext_noop("menghapus PIN penerima yang lupa"),
}
