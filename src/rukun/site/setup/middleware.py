"""While nobody has said whose installation this is, every address leads to the set-up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from rukun.territory import queries as territory

OPEN = {"setup", "setup_administrator", "setup_done", "set_language", "health"}


class SetUpFirst:
    """Who has signed in was made by the set-up, so only strangers cost a look (one short query)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if request.resolver_match.url_name in OPEN or request.user.is_authenticated:
            return None
        return None if is_set_up() else redirect("site:setup")


def is_set_up() -> bool:
    return territory.installation() is not None
