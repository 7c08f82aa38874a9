"""Whether enough households came to a meeting, and which groups are missing: the answer, and how many more it takes.

>>> quorum(62, 31, Rule("50", is_more_than=True))
Verdict(state='short', needed=32, present=31, missing=1, reasons=(Reason(code='more_needed', values=(1, 32)),))
>>> quorum(62, 12, Rule("50", is_more_than=True, second_percent="0", is_second_call=True)).state
'met'
>>> quorum(62, 40, Rule(None)).state
'unknown'
"""

from rukun.rules.quorum.representation import Group, Lack, representation
from rukun.rules.quorum.verdict import Reason, Rule, State, Verdict, quorum

__all__ = ["Group", "Lack", "Reason", "Rule", "State", "Verdict", "quorum", "representation"]
