"""What the tables about publishing ask. A row of counts is written with spaces, a new area with "/"."""

from rukun.rules.disclosure import EVERY_MARGIN, Shown, Table, suppress

HIDDEN = "•"


def table(text):
    lines = [tuple(int(count) for count in line.split()) for line in text.split("/")]
    return Table(tuple(f"RT {n}" for n in range(len(lines))), tuple(f"{n}" for n in range(len(lines[0]))), tuple(lines))


def drawn(cells):
    return " ".join(str(cell.count) if isinstance(cell, Shown) else HIDDEN for cell in cells)


def one_list(spec, row):
    totals = {"columns"} if row["total terbit"] == "ya" else set()
    given = Table.column({f"RT {n}": int(count) for n, count in enumerate(row["hitungan"].split())})
    release = suppress(given, threshold=int(row["batas"]), totals=totals)
    return {
        "yang terbit": drawn(line[0] for line in release.cells),
        "total": drawn(release.column_totals) if release.column_totals else "–",
    }


def two_ways(spec, row):
    release = suppress(table(row["hitungan"]), threshold=int(row["batas"]), totals=EVERY_MARGIN)
    return {
        "yang terbit": " / ".join(map(drawn, release.cells)),
        "total baris": drawn(release.row_totals),
        "total kolom": drawn(release.column_totals),
        "semua": drawn([release.grand_total]),
    }


MEANINGS = {("terbit", "daftar"): one_list, ("terbit", "silang"): two_ways}
