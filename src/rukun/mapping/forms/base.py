"""What the forms of all entries have in common, and a row of small cells as one answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from rukun.mapping.queries.ground import Ground
from rukun.ui.widgets import Choice


@dataclass(frozen=True, slots=True)
class Around:
    """What a form may need to know: the day, the numbers already given, and, for the map, the ground."""

    on: date
    entries: Sequence[Any] = ()
    ground: Ground | None = None
    houses: Sequence[Choice] = ()


LINES = forms.Textarea({"rows": 3})


class EntryForm(forms.ModelForm):
    """The model says labels, lengths and choices; the database keeps its promises itself."""

    def __init__(self, *args: Any, around: Around, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.around = around
        self.prepare()

    def prepare(self) -> None:
        """What a kind adds once it knows its surroundings."""

    def _post_clean(self) -> None:
        """The action writes the entry; what the form did not catch, the database does."""

    @property
    def fields_told(self) -> dict[str, Any]:
        """The values for the action."""
        return {name: self.cleaned_data[name] for name in self._meta.fields}

    @property
    def next_order(self) -> int:
        return max((each.order for each in self.around.entries), default=0) + 1


class Cells(forms.Widget):
    """Several small answers under one question: (key, label) each; choices make them lists, else digits are typed."""

    template_name = "mapping/cells.html"
    use_fieldset = True

    def __init__(self, labels: Sequence[tuple[str, Any]] = (), choices: Sequence[Choice] = ()) -> None:
        super().__init__()
        self.labels, self.choices = labels, choices

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        held = value or {}
        context["widget"]["cells"] = [
            {"name": f"{name}_{key}", "label": label, "value": str(held.get(key, ""))} for key, label in self.labels
        ]
        context["widget"]["choices"] = self.choices
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        return {key: str(data.get(f"{name}_{key}", "")).strip() for key, _label in self.labels}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return all(f"{name}_{key}" not in data for key, _label in self.labels)
