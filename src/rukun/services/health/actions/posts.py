"""Opens and closes posyandu, and keeps who was met at one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.periods import Period
from rukun.kit.problems import Problem
from rukun.people.queries import persons
from rukun.services.health.models import Call, Post
from rukun.services.health.types import Where
from rukun.territory.types import Place


@transaction.atomic
def open_post(*, place: Place, name: str, since: date, on: date, by: Any) -> Post:
    """A posyandu that serves all that lies under a place. Raises Problem health.post_name, health.post_name_taken,
    health.post_future."""
    called = " ".join(name.split())
    if not called:
        raise Problem("health.post_name")
    if since > on:
        raise Problem("health.post_future", since=since)
    if Post.objects.filter(area=place.id, name__iexact=called, until__isnull=True).exists():
        raise Problem("health.post_name_taken", name=called)
    post = Post.objects.create(area_id=place.id, path=place.path, name=called, since=since)
    audit.record("post.opened", post, by=by, path=post.path)
    return post


@transaction.atomic
def close(*, post: Post, on: date, by: Any) -> None:
    """It serves nobody from that day on; what was measured there stays. Raises Problem health.post_closed,
    health.post_too_young."""
    held = Post.objects.select_for_update().get(pk=post.pk)
    if held.until is not None:
        raise Problem("health.post_closed", until=held.until)
    if on <= held.since:
        raise Problem("health.post_too_young", since=held.since)
    held.until = on
    held.save(update_fields=["until"])
    audit.record("post.closed", held, by=by, path=held.path)


@transaction.atomic
def met(*, post: Post, person: Any, on: date, by: Any) -> Call | None:
    """The call of a household at a posyandu on a day: one, however many of its children come. None for who lives
    nowhere now."""
    stay = next((each for each in persons.stays_of(person) if each.until is None), None)
    if stay is None or on not in Period(post.since, post.until):
        return None
    same = {"household_id": stay.household_id, "path": stay.path, "post": post, "on": on, "where": Where.POST}
    return Call.objects.filter(**same).first() or _called(same, by)


def _called(told: dict[str, Any], by: Any) -> Call:
    call = Call.objects.create(**told, by=str(by))
    audit.record("post.met", call, by=by, path=call.path, post=call.post_id)
    return call
