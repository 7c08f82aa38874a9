"""What was said, and the trees of causes and effects grown from it."""

from rukun.needs.models.statements import Grouping, Statement, Withdrawal
from rukun.needs.models.trees import Link, Node, Problem

__all__ = ["Grouping", "Link", "Node", "Problem", "Statement", "Withdrawal"]
