"""What may be: a link between two nodes, a proposal on a node, a tree that counts as understood.

>>> tree = Tree(1, {1: "Air keruh", 2: "Anak sakit", 3: "Sumur dangkal"}, ((3, 1), (1, 2)))
>>> joining(tree, (1, 3)).reasons[0]
Reason(code='closes_a_loop', values={'loop': ('Air keruh', 'Sumur dangkal', 'Air keruh')})
>>> hanging(tree, 3).reasons[0].values["way"]
('Sumur dangkal', 'Air keruh')
>>> hanging(tree, 2).reasons[0].code
'is_effect'
"""

from rukun.rules.trees.soundness import examine
from rukun.rules.trees.values import Key, Link, Reason, Tree, Verdict
from rukun.rules.trees.ways import onward, reach, way


def joining(tree: Tree, link: Link) -> Verdict:
    """Whether this link may be added. Reasons: unknown_node, to_itself, already_there, closes_a_loop."""
    cause, effect = link
    if cause not in tree.nodes or effect not in tree.nodes:
        return _no("unknown_node")
    if cause == effect:
        return _no("to_itself", node=tree.nodes[cause])
    if link in tree.sound:
        return _no("already_there", cause=tree.nodes[cause], effect=tree.nodes[effect])
    if found := way(onward(tree.sound), effect, cause):
        return _no("closes_a_loop", loop=tree.told((cause, *found)))
    return Verdict(True)


def hanging(tree: Tree, key: Key) -> Verdict:
    """A proposal must hang on a cause. Reasons: on_root, on_cause (deeper causes are known), or why not:
    unknown_node, is_core, is_effect, is_loose."""
    if key not in tree.nodes:
        return _no("unknown_node")
    if key == tree.core:
        return _no("is_core", node=tree.nodes[key])
    steps = onward(tree.sound)
    found = way(steps, key, tree.core)
    if not found:
        is_effect = key in reach(steps, tree.core)
        return _no("is_effect" if is_effect else "is_loose", node=tree.nodes[key], core=tree.nodes[tree.core])
    deeper = tree.told(tree.causes_of(key))
    return _yes("on_cause" if deeper else "on_root", way=tree.told(found), deeper=deeper)


def rooted(tree: Tree) -> Verdict:
    """Whether the tree is understood well enough to act on. Reasons: no_cause, loop, loose, or roots."""
    shape = examine(tree)
    wrong = [Reason("no_cause")] if not shape.causes else []
    wrong += [Reason("loop", {"loop": tree.told(each)}) for each in shape.loops]
    wrong += [Reason("loose", {"node": tree.nodes[key]}) for key in shape.loose]
    return Verdict(False, tuple(wrong)) if wrong else _yes("roots", roots=tree.told(shape.roots))


def _yes(code: str, **values: object) -> Verdict:
    return Verdict(True, (Reason(code, values),))


def _no(code: str, **values: object) -> Verdict:
    return Verdict(False, (Reason(code, values),))
