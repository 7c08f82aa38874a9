"""A state machine over the database whose every run is taken back at its end."""

from __future__ import annotations

from django.db import transaction
from hypothesis.stateful import RuleBasedStateMachine


class RolledBack(RuleBasedStateMachine):
    """What a run wrote is gone before the next one begins."""

    def __init__(self) -> None:
        super().__init__()
        self.attempt = transaction.atomic()
        self.attempt.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.attempt.__exit__(None, None, None)
