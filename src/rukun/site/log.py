"""The log, for who watches over the others: what was done, by whom, when, in their areas."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.accounts.permissions import Permission, needs, paths_with
from rukun.audit import queries as audit
from rukun.site import acts
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.widgets import Day
from rukun.ui.words import jam, tanggal

PAGE = 20


class Wanted(forms.Form):
    """Which lines to show. Asked by POST: an actor's name does not belong in an address."""

    verb = forms.ChoiceField(label=gettext_lazy("Tindakan"), required=False)
    actor = forms.CharField(label=gettext_lazy("Oleh (nama pengguna)"), required=False, max_length=150)
    on = forms.DateField(label=gettext_lazy("Pada tanggal"), required=False, widget=Day)
    before = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["verb"].choices = [
            ("", _("Semua tindakan")),
            *sorted(((verb, acts.named(verb)) for verb in acts.SENTENCES), key=lambda pair: pair[1]),
        ]


@needs(Permission.AUDIT_SEE)
def audit_log(request: HttpRequest) -> HttpResponse:
    form = Wanted(request.POST or None)
    wanted = form.cleaned_data if form.is_bound and form.is_valid() else {}
    found = audit.told(paths=paths_with(request.held, Permission.AUDIT_SEE), **wanted)[: PAGE + 1]
    shown = [acts.told(line) for line in found]
    older = shown[PAGE - 1].line.pk if len(shown) > PAGE else None
    context = {"form": form, "table": _table(shown[:PAGE]), "older": older, "wanted": wanted}
    return render(request, "site/log.html", context)


def _table(shown: list[acts.Act]) -> Table:
    return Table(
        caption=_("Catatan tindakan"),
        columns=[Column(_("Tindakan")), Column(_("Oleh")), Column(_("Kapan"))],
        rows=[Row([_told(act), act.line.actor, _moment(act.line.recorded_at)]) for act in shown],
        empty=Empty(_("Belum ada tindakan yang cocok.")),
        caption_hidden=True,
    )


def _moment(at: datetime) -> str:
    """ "22 November 2026, 10.23"."""
    return f"{tanggal(at)}, {jam(at)}"


def _told(act: acts.Act) -> str:
    """The act, with the reason its doer gave: who reads the log is the one it was given for."""
    if not act.reason:
        return act.sentence
    return _("%(act)s. Alasan: %(reason)s") % {"act": act.sentence, "reason": act.reason}
