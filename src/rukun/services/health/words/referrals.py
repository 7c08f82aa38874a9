"""The acts on referrals in plain words."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "referral.asked": gettext_noop("meminta tenaga kesehatan melihat seorang warga"),
}
