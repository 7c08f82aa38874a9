"""The acts on posyandu in plain words."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "post.opened": gettext_noop("mencatat sebuah posyandu"),
    "post.closed": gettext_noop("menutup sebuah posyandu"),
    "post.met": gettext_noop("menemui satu rumah tangga di posyandu"),
}
