"""One narrow window tells whether a number is kept somewhere in the kabupaten, and in which area."""

from django.db import migrations

MAKE = """
create function people_numbers_held(kind text, indexes bytea[]) returns table (index bytea, path text)
language sql stable security definer set search_path = pg_catalog, public
as $$
    select held.index, held.path
    from people_secret held join unnest(indexes) as asked (index) on held.index = asked.index
    where held.kind = people_numbers_held.kind and held.until is null
$$;
comment on function people_numbers_held is
    'Which of these keyed indexes are kept, and in which area. It tells nothing of the person, and nobody can ask it '
    'without the key.';
revoke all on function people_numbers_held from public;
"""
UNDO = "drop function people_numbers_held(text, bytea[])"


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.RunSQL(MAKE, UNDO),
    ]
