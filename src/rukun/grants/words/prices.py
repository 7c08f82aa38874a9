"""How price lists and analyses of work are spoken of."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "prices.brought": gettext_noop("memasukkan daftar harga “{title}”: {count} harga, berlaku sejak {since}"),
    "analyses.brought": gettext_noop("memasukkan daftar AHSP “{title}”: {count} koefisien, berlaku sejak {since}"),
}
