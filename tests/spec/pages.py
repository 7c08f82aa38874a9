"""Prints every drawn table into docs/rules: `PYTHONPATH=src python -m tests.spec.pages`."""

from tests.spec.drawn import every_spec, printed


def print_pages():
    for spec in every_spec():
        spec.page.parent.mkdir(parents=True, exist_ok=True)
        spec.page.write_text(printed(spec), encoding="utf-8")


if __name__ == "__main__":
    print_pages()
