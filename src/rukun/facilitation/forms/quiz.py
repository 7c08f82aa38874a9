"""The quiz of the juknis as one form: what was answered stays when something is left open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.parameters.juknis import Question


class QuizForm(forms.Form):
    def __init__(self, *args: Any, questions: Sequence[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, question in enumerate(questions):
            self.fields[f"answer_{number}"] = forms.TypedChoiceField(
                label=question.text, coerce=int, choices=list(enumerate(question.choices)), widget=forms.RadioSelect,
                error_messages={"required": _("Pilih satu jawaban.")},
            )  # fmt: skip

    @property
    def answers(self) -> list[int]:
        return [self.cleaned_data[name] for name in self.fields]
