"""The acts on referrals in plain words."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "referral.asked": gettext_noop("meminta tenaga kesehatan melihat seorang warga"),
    "referral.decided": gettext_noop("memutuskan langkah bagi seorang warga"),
    "referral.closed": gettext_noop("menutup permintaan melihat seorang warga"),
}
