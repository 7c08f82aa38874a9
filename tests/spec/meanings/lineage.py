"""What the tables about areas in time ask."""

from tests.spec.meanings.words import day, listed

from rukun.rules.lineage import Borders, Edition, Fact, Placement, Succession, findings, tree

KINDS = {"pecah": "split", "gabung": "merge", "ganti nama": "rename", "pindah": "transfer", "ganti kode": "recode"}


def editions(spec):
    return [
        Edition(
            row["wilayah"],
            None if row["induk"] == "–" else row["induk"],
            "rt",
            row["wilayah"],
            row["wilayah"],
            day(row["sejak"]),
            day(row["sampai"]),
        )
        for row in spec.table("edisi").rows
    ]


def successions(spec):
    return [
        Succession(KINDS[row["peristiwa"]], row["dari"], row["menjadi"], day(row["pada"]))
        for row in spec.table("peralihan").rows
    ]


def borders(spec):
    lives = [
        Placement(row["keluarga"], row["wilayah"], day(row["sejak"]), day(row["sampai"]))
        for row in spec.table("tinggal").rows
    ]
    return Borders.of(editions(spec), successions(spec), lives)


def counted(sums):
    return listed(f"{area}: {number}" for area, number in sorted(sums.items()))


def two_views(spec, row):
    assert findings(editions(spec), successions(spec)) == ()
    known, on, today = borders(spec), day(row["keadaan pada"]), day(row["batas pada"])
    facts = [Fact(home, on, 1) for home in known.placed(on)]
    then, now = known.sums_then(facts), known.sums_on(facts, today)
    return {
        "menurut wilayah saat itu": counted(then),
        "menurut batas kemudian": counted(now.by_area),
        "tanpa pilihan": str(now.by_default),
        "jumlah": str(sum(then.values())) if sum(then.values()) == sum(now.by_area.values()) else "tidak sama",
    }


def trees(spec, row):
    return {"RT di bawahnya": listed(tree(editions(spec), day(row["pada"])).children(row["wilayah"]))}


def heirs(spec, row):
    return {"penerus": listed(borders(spec).successors(row["wilayah"], day(row["pada"])))}


MEANINGS = {("wilayah", "jumlah"): two_views, ("wilayah", "pohon"): trees, ("wilayah", "penerus"): heirs}
