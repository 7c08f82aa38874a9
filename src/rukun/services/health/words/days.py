"""The acts on who looks after whom in plain words."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {"care.entrusted": gettext_noop("membagi asuhan: {households} rumah tangga untuk satu pemantau")}
