"""The acts on larva watch in plain words."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "sanitation.round_begun": gettext_noop("memulai putaran pemantauan jentik"),
    "sanitation.larvae_seen": gettext_noop("mencatat pemeriksaan jentik satu rumah"),
}
