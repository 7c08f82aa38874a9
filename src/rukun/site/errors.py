"""The web's own errors as letters: what happened, why, what now, whom to ask.

Nothing here reads the database or the session, so that a letter can still be written when they are what failed.
"""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.exceptions import SessionInterrupted
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from rukun.site.letters import HOME, Letter

OPERATOR = _("Operator desa atau kelurahan Anda.")


def letter(code: str, **words: Any) -> Letter:
    """A letter of the web itself: whom to ask and where to go are the same in all of them."""
    return Letter(ask=OPERATOR, code=code, actions=[HOME], **words)


BAD_REQUEST = letter(
    "400",
    what=_("Permintaan ini tidak dapat kami baca"),
    why=_("Ada bagian yang rusak atau hilang di jalan."),
    now=_("Kembali ke halaman sebelumnya, lalu kirim sekali lagi."),
)
STALE_FORM = letter(
    "403-csrf",
    what=_("Formulir ini sudah terlalu lama terbuka"),
    why=_("Demi keamanan, setiap formulir hanya berlaku selama Anda masuk."),
    now=_("Kembali, muat ulang halaman itu, lalu kirim lagi. Ketikan Anda biasanya masih ada."),
)
FORBIDDEN = letter(
    "403",
    what=_("Halaman ini bukan untuk peran Anda"),
    why=_("Setiap peran hanya membuka yang diperlukannya. Begitulah data warga dijaga."),
    now=_("Periksa apakah Anda masuk dengan peran yang tepat."),
)
NOT_FOUND = letter(
    "404",
    what=_("Halaman ini tidak kami temukan"),
    why=_("Alamatnya mungkin salah ketik, sudah pindah, atau berada di luar wilayah Anda."),
    now=_("Periksa alamatnya, atau mulai lagi dari beranda."),
)
TOO_MANY = letter(
    "429",
    what=_("Terlalu banyak percobaan"),
    why=_("Untuk menjaga akun, kami berhenti sebentar setelah beberapa percobaan berturut-turut."),
    now=_("Tunggu beberapa menit, lalu coba sekali lagi."),
)
SERVER_ERROR = letter(
    "500",
    what=_("Ada yang rusak di pihak kami"),
    why=_("Ini bukan kesalahan Anda. Kejadiannya sudah tercatat."),
    now=_("Tunggu sebentar, lalu coba lagi. Yang sudah tersimpan tetap tersimpan."),
)


def show(letter: Letter, status: int) -> HttpResponse:
    """The letter as a whole page."""
    return HttpResponse(render_to_string("ui/letter.html", {"letter": letter}), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Who signed out while a page was still on its way is led back to the door; there is nothing they did wrong."""
    return redirect("account_login") if isinstance(exception, SessionInterrupted) else show(BAD_REQUEST, 400)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """For CSRF_FAILURE_VIEW."""
    return show(STALE_FORM, 403)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return show(FORBIDDEN, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return show(NOT_FOUND, 404)


def too_many(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    """For whoever counts tries, such as the lock-out of the sign-in page."""
    return show(TOO_MANY, 429)


def server_error(request: HttpRequest) -> HttpResponse:
    return show(SERVER_ERROR, 500)
