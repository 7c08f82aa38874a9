"""A tree as people drew it, and what a rule says of it.

>>> tree = Tree(7, {7: "Jalan rusak", 9: "Tanpa parit"}, ((9, 7), (9, 8)))
>>> tree.sound
((9, 7),)
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Key = int
Link = tuple[Key, Key]
"""(cause, effect)"""


@dataclass(frozen=True, slots=True)
class Tree:
    """A core problem, all nodes by key with their words (the core too), and the links from cause to effect."""

    core: Key
    nodes: Mapping[Key, str]
    links: tuple[Link, ...] = ()

    @property
    def sound(self) -> tuple[Link, ...]:
        """The links whose two ends are there and differ, each once, in the order given."""
        return tuple(dict.fromkeys(each for each in self.links if self._joins_two(each)))

    def causes_of(self, key: Key) -> tuple[Key, ...]:
        return tuple(cause for cause, effect in self.sound if effect == key)

    def effects_of(self, key: Key) -> tuple[Key, ...]:
        return tuple(effect for cause, effect in self.sound if cause == key)

    def told(self, way: tuple[Key, ...]) -> tuple[str, ...]:
        """A way in words."""
        return tuple(self.nodes[key] for key in way)

    def _joins_two(self, link: Link) -> bool:
        cause, effect = link
        return cause != effect and cause in self.nodes and effect in self.nodes


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a code with its values."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether something may be, and why or why not."""

    holds: bool
    reasons: tuple[Reason, ...] = ()
