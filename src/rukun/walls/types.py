"""Furniture for models: the path column, the wall around a table, the key that keeps a child in its parent's area."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.backends.ddl_references import Statement

SEES_PATH = (
    "{column} >= (select current_setting('rukun.lo', true))"
    " and {column} < (select current_setting('rukun.hi', true))"
    " and ((select current_setting('rukun.paths', true)) = ''"
    " or {column} ^@ any ((select string_to_array(current_setting('rukun.paths', true), ' '))::text[]))"
)
"""True for rows under one of the transaction's areas. Each setting stands in a sub-select, so that it is read once
a query and the plain index on the path is used; with a single area `rukun.paths` is empty and costs nothing."""

VERBS = ("select", "insert", "update", "delete")


class DateRange(models.Func):
    """The half-open period [since, until) as the database compares it."""

    function = "DATERANGE"
    output_field = DateRangeField()


class PathField(models.CharField):
    """The chain of area ids that places a row, root first: "1.5.33.". Ordered by bytes, so a prefix is a range."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 120)
        options.setdefault("db_collation", "C")
        options.setdefault("editable", False)
        super().__init__(**options)


class DatabasePromise(models.BaseConstraint):
    """A promise written in SQL that Django has no word for; it lives in Meta.constraints like any other."""

    def constraint_sql(self, model: Any, schema_editor: Any) -> None:
        schema_editor.deferred_sql.append(self.create_sql(model, schema_editor))

    def create_sql(self, model: Any, schema_editor: Any) -> Statement:
        return Statement(";\n".join(self.statements(model)).replace("%", "%%"))

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = "default") -> None:
        """The database is the judge: nothing is checked in Python."""

    def statements(self, model: Any) -> list[str]:
        raise NotImplementedError


class Wall(DatabasePromise):
    """Row-level security around one table, and the verbs the web's role may use on it.

    read="scope": only rows under the areas of the transaction; read="all": rows are public inside the house
    (place names), yet written only inside the scope when there is a `column`. `check` is an extra SQL condition
    that a new row must meet, seen with the writer's own eyes.
    """

    def __init__(
        self,
        *,
        name: str,
        column: str | None = "path",
        read: str = "scope",
        verbs: tuple[str, ...] = VERBS,
        check: str = "",
    ) -> None:
        super().__init__(name=name)
        self.column, self.read, self.verbs, self.check = column, read, tuple(verbs), check

    def deconstruct(self) -> tuple[str, tuple[()], dict[str, Any]]:
        path, args, kwargs = super().deconstruct()
        kwargs |= {"column": self.column, "read": self.read, "verbs": self.verbs, "check": self.check}
        return path, args, kwargs

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Wall) and self.deconstruct() == other.deconstruct()

    __hash__ = None  # type: ignore[assignment]

    @property
    def inside(self) -> str:
        return SEES_PATH.format(column=self.column) if self.column else "true"

    @property
    def writable(self) -> str:
        return f"({self.inside}) and ({self.check})" if self.check else self.inside

    def statements(self, model: Any) -> list[str]:
        table = model._meta.db_table
        seen = self.inside if self.read == "scope" else "true"
        return [
            f'alter table "{table}" enable row level security',
            f'alter table "{table}" force row level security',
            f'create policy {self.name}_owner on "{table}" to current_user using (true) with check (true)',
            f'create policy {self.name}_select on "{table}" for select using ({seen})',
            f'create policy {self.name}_insert on "{table}" for insert with check ({self.writable})',
            f'create policy {self.name}_update on "{table}" for update'
            f" using ({self.inside}) with check ({self.writable})",
            f'create policy {self.name}_delete on "{table}" for delete using ({self.inside})',
        ]

    def remove_sql(self, model: Any, schema_editor: Any) -> Statement:
        table = model._meta.db_table
        drops = [f'drop policy {self.name}_{kind} on "{table}"' for kind in ("owner", *VERBS)]
        return Statement(";\n".join(drops))


class SameArea(DatabasePromise):
    """A composite foreign key (parent, path): a child can point only to a parent that lies in the child's own area.

    When the parent's path changes (an RT is moved under another desa) the children follow. It replaces the plain
    key, so the ForeignKey beside it says db_constraint=False.
    """

    def __init__(self, *, name: str, field: str, to: str, column: str = "path") -> None:
        super().__init__(name=name)
        self.field, self.to, self.column = field, to, column

    def deconstruct(self) -> tuple[str, tuple[()], dict[str, Any]]:
        path, args, kwargs = super().deconstruct()
        kwargs |= {"field": self.field, "to": self.to, "column": self.column}
        return path, args, kwargs

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameArea) and self.deconstruct() == other.deconstruct()

    __hash__ = None  # type: ignore[assignment]

    def constraint_sql(self, model: Any, schema_editor: Any) -> None:
        self.create_sql(model, schema_editor)

    def create_sql(self, model: Any, schema_editor: Any) -> Statement:
        """Now nothing; at the end of the migration, when the parent's key stands whatever the order, all of it."""
        schema_editor.deferred_sql.append(super().create_sql(model, schema_editor))
        return Statement("")

    def statements(self, model: Any) -> list[str]:
        parent = self.to.replace(".", "_").lower()
        return [
            f'alter table "{model._meta.db_table}" add constraint {self.name}'
            f' foreign key ({self.field}_id, {self.column}) references "{parent}" (id, path)'
            f" on update cascade deferrable initially deferred"
        ]

    def remove_sql(self, model: Any, schema_editor: Any) -> Statement:
        return Statement(f'alter table "{model._meta.db_table}" drop constraint {self.name}')


ONCE = """
create function {name}() returns trigger {definer} as $$ begin
    if (select count(*) from fresh) <> (select count(*) from (
        select from fresh f join {parent} p on p.id = f.{child} and p.path = f.{column} for key share of p) held)
    then {refuse}; end if;
    return null;
end $$;
create trigger {name}_insert after insert on {table} referencing new table as fresh
    for each statement execute function {name}();
create trigger {name}_update after update on {table} referencing new table as fresh
    for each statement execute function {name}();
create function {name}_follows() returns trigger {definer} as $$ begin
    update {table} set {column} = new.path where {child} = old.id and {column} = old.path;
    return null;
end $$;
create trigger {name}_follows after update on {parent}
    for each row when (old.path is distinct from new.path) execute function {name}_follows();
create function {name}_stays() returns trigger {definer} as $$ begin
    if exists (select from {table} where {child} = old.id) then {refuse}; end if;
    return null;
end $$;
create constraint trigger {name}_stays after delete on {parent} deferrable initially deferred
    for each row execute function {name}_stays()
"""
DEFINER = "language plpgsql security definer set search_path = public, pg_temp"
"""With the owner's eyes, as the database's own keys look: a wall must not hide a parent."""
REFUSE = "raise foreign_key_violation using constraint = '{name}', table = '{table}', message = '{name}'"
STRAYS = """
    select count(*) from {table} c where {child} is not null
    and not exists (select from {parent} p where p.id = c.{child} and p.path = c.{column})
"""


class SameAreaOnce(SameArea):
    """The same key for a table that is written by the hundred thousand: asked once a statement instead of once a row.

    Everything else is as PostgreSQL keeps it: the parents are held against a change until the end of the transaction
    (their (id, path) is unique, so a new path is a new key), a child follows its parent, and a parent with children
    cannot go. It is never deferred, so the parent must stand first. A restored backup is not asked again by itself;
    `./rukun verify` does (walls.check_strays).
    """

    def statements(self, model: Any) -> list[str]:
        names = self._names(model)
        return [ONCE.format(**names, definer=DEFINER, refuse=REFUSE.format(**names))]

    def remove_sql(self, model: Any, schema_editor: Any) -> Statement:
        drops = [f"drop function {self.name}{suffix}() cascade" for suffix in ("", "_follows", "_stays")]
        return Statement(";\n".join(drops))

    def strays(self, model: Any) -> str:
        """SQL: how many children stand in another area than their parent, or have none."""
        return STRAYS.format(**self._names(model))

    def _names(self, model: Any) -> dict[str, str]:
        parent = self.to.replace(".", "_").lower()
        own = {"name": self.name, "child": f"{self.field}_id", "column": self.column}
        return own | {"table": model._meta.db_table, "parent": parent}


class Unlogged(DatabasePromise):
    """A waiting room whose rows need not survive a crash: written twice as fast."""

    def deconstruct(self) -> tuple[str, tuple[()], dict[str, Any]]:
        return super().deconstruct()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Unlogged) and self.name == other.name

    __hash__ = None  # type: ignore[assignment]

    def statements(self, model: Any) -> list[str]:
        return [f'alter table "{model._meta.db_table}" set unlogged']

    def remove_sql(self, model: Any, schema_editor: Any) -> Statement:
        return Statement(f'alter table "{model._meta.db_table}" set logged')


GUARD = """
create function {name}() returns trigger {definer} as $$ begin
    if {refuses} then
        raise check_violation using constraint = '{name}', table = '{table}', message = '{name}';
    end if;
    return null;
end $$;
create trigger {name} after {verbs} on {table} for each row execute function {name}()
"""


class Guard(DatabasePromise):
    """A promise about change: `refuses` is SQL over OLD and NEW that tells which writes of these verbs never happen.

    It looks with the owner's eyes, after the walls have let the row through.
    """

    def __init__(self, *, name: str, verbs: tuple[str, ...], refuses: str) -> None:
        super().__init__(name=name)
        self.verbs, self.refuses = tuple(verbs), refuses

    def deconstruct(self) -> tuple[str, tuple[()], dict[str, Any]]:
        path, args, kwargs = super().deconstruct()
        return path, args, kwargs | {"verbs": self.verbs, "refuses": self.refuses}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Guard) and self.deconstruct() == other.deconstruct()

    __hash__ = None  # type: ignore[assignment]

    def statements(self, model: Any) -> list[str]:
        told = {"name": self.name, "refuses": self.refuses, "table": model._meta.db_table, "definer": DEFINER}
        return [GUARD.format(**told, verbs=" or ".join(self.verbs))]

    def remove_sql(self, model: Any, schema_editor: Any) -> Statement:
        return Statement(f"drop function {self.name}() cascade")


class Written(Guard):
    """Rows are written once: nobody changes or deletes them, the owner included; only the path follows its area."""

    def __init__(self, *, name: str) -> None:
        refuses = "tg_op = 'DELETE' or (to_jsonb(new) - 'path') is distinct from (to_jsonb(old) - 'path')"
        super().__init__(name=name, verbs=("update", "delete"), refuses=refuses)

    def deconstruct(self) -> tuple[str, tuple[()], dict[str, Any]]:
        path, args, kwargs = DatabasePromise.deconstruct(self)
        return path, args, kwargs


WHOLE = """
create function {name}() returns trigger {definer} as $$ begin
    if exists (select from fresh group by {entry} having sum({amount}) <> 0)
        or exists (select from fresh f join {table} t on t.{entry} = f.{entry} and t.id not in (select id from fresh))
    then raise check_violation using constraint = '{name}', table = '{table}', message = '{name}'; end if;
    return null;
end $$;
create trigger {name} after insert on {table} referencing new table as fresh
    for each statement execute function {name}()
"""


class WholeEntries(DatabasePromise):
    """Double entry: all rows of an entry are inserted in one statement and their amounts add up to zero."""

    def __init__(self, *, name: str, entry: str, amount: str) -> None:
        super().__init__(name=name)
        self.entry, self.amount = entry, amount

    def deconstruct(self) -> tuple[str, tuple[()], dict[str, Any]]:
        path, args, kwargs = super().deconstruct()
        return path, args, kwargs | {"entry": self.entry, "amount": self.amount}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WholeEntries) and self.deconstruct() == other.deconstruct()

    __hash__ = None  # type: ignore[assignment]

    def statements(self, model: Any) -> list[str]:
        told = {"name": self.name, "entry": self.entry, "amount": self.amount}
        return [WHOLE.format(**told, table=model._meta.db_table, definer=DEFINER)]

    def remove_sql(self, model: Any, schema_editor: Any) -> Statement:
        return Statement(f"drop function {self.name}() cascade")
