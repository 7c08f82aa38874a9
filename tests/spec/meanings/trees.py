"""What the tables about problem trees ask."""

from tests.spec.meanings.words import NOTHING, listed

from rukun.rules.trees import Tree, examine, hanging, joining, layout, mirror, rooted

CODES = {
    "unknown_node": "belum ada di pohon",
    "to_itself": "menunjuk dirinya sendiri",
    "already_there": "sudah ada",
    "is_core": "masalah pokok",
    "is_effect": "akibat",
    "is_loose": "lepas",
    "no_cause": "belum ada sebab",
}
CORES = {"air": "air sumur keruh", "hutang": "hutang warung", "lepas": "jalan becek"}
NOBODY = 999


def drawn(spec, row):
    """The tree of a row, and from its words to its keys."""
    arrows = [(each["sebab"], each["akibat"]) for each in spec.table("panah").rows if each["pohon"] == row["pohon"]]
    names = list(dict.fromkeys(name for arrow in arrows for name in arrow))
    keys = {name: key for key, name in enumerate(names, start=1)}
    core = keys[row.get("masalah pokok") or CORES[row["pohon"]]]
    links = tuple((keys[cause], keys[effect]) for cause, effect in arrows)
    return Tree(core, {key: name for name, key in keys.items()}, links), keys


def spoken(reason):
    told = reason.values
    if reason.code in ("closes_a_loop", "loop"):
        return "lingkaran: " + " → ".join(told["loop"])
    if reason.code == "on_root":
        return "akar: " + " → ".join(told["way"])
    if reason.code == "on_cause":
        return "masih ada sebab di bawahnya: " + listed(told["deeper"])
    if reason.code == "roots":
        return "akar: " + listed(told["roots"])
    return f"lepas: {told['node']}" if reason.code == "loose" else CODES[reason.code]


def said(verdict, heading):
    reasons = "; ".join(map(spoken, verdict.reasons)) or NOTHING
    return {heading: "ya" if verdict.holds else "tidak", "alasan": reasons}


def shape(spec, row):
    tree, _ = drawn(spec, row)
    found = examine(tree)
    return {
        "akar": listed(tree.told(found.roots)),
        "daun": listed(tree.told(found.leaves)),
        "lepas": listed(tree.told(found.loose)),
        "dalam": str(found.depth),
        "lingkaran": "; ".join(" → ".join(tree.told(each)) for each in found.loops) or NOTHING,
    }


def arrow(spec, row):
    tree, keys = drawn(spec, row)
    return said(joining(tree, (keys.get(row["sebab"], NOBODY), keys.get(row["akibat"], NOBODY))), "boleh")


def proposal(spec, row):
    tree, keys = drawn(spec, row)
    return said(hanging(tree, keys.get(row["usulan di"], NOBODY)), "boleh")


def ready(spec, row):
    return said(rooted(drawn(spec, row)[0]), "siap")


def hopes(spec, row):
    tree, keys = drawn(spec, row)
    written = row["harapan yang sudah ditulis"]
    pairs = [] if written == NOTHING else [each.split(": ") for each in written.split(", ")]
    seen = mirror(tree, {keys[name]: hope for name, hope in pairs})
    return {"belum ada harapan": listed(tree.told(seen.missing))}


def spots(spec, row):
    tree, _ = drawn(spec, row)
    places = layout(tree).places
    row_of_core = places[tree.core][1]
    above, beneath = [], []
    for key, (_, y) in sorted(places.items(), key=lambda each: each[1][::-1]):
        if key != tree.core:
            (above if y < row_of_core else beneath).append(f"{tree.nodes[key]} {spot(places[key])}")
    return {"akibat di atas": listed(above), "pokok": spot(places[tree.core]), "sebab di bawah": listed(beneath)}


def spot(place):
    x, y = place
    return f"({x:g}, {y})".replace(".", ",")


MEANINGS = {
    ("pohon", "bentuk"): shape,
    ("pohon", "sambung"): arrow,
    ("pohon", "usulan"): proposal,
    ("pohon", "siap"): ready,
    ("pohon", "harapan"): hopes,
    ("pohon", "gambar"): spots,
}
