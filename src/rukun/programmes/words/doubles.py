"""The acts on doubles in plain words."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "double.found": gettext_noop("menemukan bantuan ganda pada program {scheme}"),
    "double.settled": gettext_noop("memutuskan satu bantuan ganda"),
}
