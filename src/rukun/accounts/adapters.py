"""How the sign-in library behaves here: nobody signs up, secrets are sealed, guessed names are not kept in clear."""

from __future__ import annotations

import io
import time
from base64 import b64decode, b64encode
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from rukun.accounts.actions import sessions
from rukun.accounts.permissions import held_by, needs_second_factor, today
from rukun.walls import vault

A_MOMENT = 300  # seconds
SAID = {"account/messages/password_changed.txt": gettext_lazy("Kata sandi baru tersimpan.")}


class ClosedDoor(DefaultAccountAdapter):
    """Accounts are made by who may appoint; there is no mail and no door to sign up."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": gettext_lazy("Nama pengguna atau kata sandi tidak cocok."),
        "too_many_login_attempts": gettext_lazy("Terlalu banyak percobaan. Tunggu beberapa menit, lalu coba lagi."),
        "enter_current_password": gettext_lazy("Kata sandi sekarang tidak cocok."),
        "incorrect_password": gettext_lazy("Kata sandi tidak cocok."),
        "rate_limited": gettext_lazy("Terlalu banyak percobaan. Tunggu sebentar."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def login(self, request: HttpRequest, user: Any) -> None:
        """The last step, after the second factor."""
        super().login(request, user)
        sessions.came_in(user=user)

    def logout(self, request: HttpRequest) -> None:
        sessions.went_out(user=request.user)
        super().logout(request)

    def add_message(self, request: HttpRequest, level: int, message_template: str | None = None, *_: Any, **__: Any):
        """We speak only where silence would leave doubt."""
        if message_template in SAID:
            messages.add_message(request, level, SAID[message_template])

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Who has signed in a moment ago is not asked for the same password again."""
        return super().is_reauthentication_required(app=app, **more) and not _came_in_just_now(context.request)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return "/"


def _came_in_just_now(request: HttpRequest) -> bool:
    steps = request.session.get("account_authentication_methods", ())
    return any(time.time() - step["at"] < A_MOMENT for step in steps)


class SecondFactor(DefaultMFAAdapter):
    """The secret of the second factor is sealed like every other secret of the house."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy("Kode tidak cocok. Tunggu kode berikutnya muncul, lalu coba lagi."),
        "cannot_delete_authenticator": gettext_lazy("Peran Anda memerlukan kode kedua, jadi tidak dapat dilepas."),
    }

    def encrypt(self, text: str) -> str:
        return b64encode(vault.seal(text)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return vault.unseal(b64decode(encrypted_text))

    def build_totp_svg(self, url: str) -> str:
        drawing = io.BytesIO()
        segno.make(url, error="m").save(drawing, kind="svg", scale=5, border=4, light="#fff", dark="#000")
        return drawing.getvalue().decode()

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        return not needs_second_factor(held_by(authenticator.user, on=today()))


def knocking_as(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """Under which name tries are counted: a keyed index, for people sometimes type a NIK or a password there."""
    typed = (credentials or {}).get("username") or request.POST.get("login", "")
    return vault.index("sign-in", str(typed).strip().lower()).hex() if typed else ""
