"""The threshold behind the door: who has signed in still changes a printed code and sets up the second factor first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from rukun.accounts import queries
from rukun.accounts.permissions import needs_second_factor, today

ALWAYS_OPEN = {"account_login", "account_logout", "account_reauthenticate", "mfa_reauthenticate", "set_language"}
FOR_PASSWORD = ALWAYS_OPEN | {"account_change_password"}
FOR_SECOND_FACTOR = FOR_PASSWORD | {"mfa_activate_totp", "mfa_index"}


class Threshold:
    """Middleware: tells each request which roles are held today, and leads to what must be done first.

    `request.held` and `request.is_demo` cost one query together. In a demonstration the second factor is not asked.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if not request.user.is_authenticated:
            request.is_demo = SimpleLazyObject(queries.is_demo)
            return None
        request.held, request.is_demo = queries.standing(request.user, on=today())
        name = request.resolver_match.url_name
        if request.user.must_change_password:
            return None if name in FOR_PASSWORD else redirect("account_change_password")
        if name in FOR_SECOND_FACTOR or not lacks_second_factor(request):
            return None
        return redirect("mfa_activate_totp")


def lacks_second_factor(request: HttpRequest) -> bool:
    """Whether this person must have a second factor and has none. A session that began with one needs no look."""
    if request.is_demo or not needs_second_factor(request.held):
        return False
    if any(step.get("method") == "mfa" for step in request.session.get("account_authentication_methods", ())):
        return False
    return not Authenticator.objects.filter(user=request.user, type=Authenticator.Type.TOTP).exists()
