"""Search by name under the walls: `@@` is not leakproof, so under a policy the planner may not touch the words index.

One narrow function stands in: it runs as the owner, takes the scope from the transaction's own settings (never from
its caller), and gives back nothing but ids of people inside it. EXECUTE plans with the values in hand, so that a
kabupaten goes by the words and an RT by its place. `most` bounds what one call can tell; the planner does not know it,
or it would read the whole table for a rare name, hoping to meet enough of them early. Tested for leaks.
"""

from django.db import migrations

CREATE = """
create function people_person_search(wanted tsquery, most integer) returns setof bigint
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    held text := current_setting('rukun.paths', true);
    area text;
    question text := 'select id from public.people_person'
        ' where to_tsvector(''simple''::regconfig, coalesce(name_key, '''')) @@ $1 and path >= $2 and path < $3 limit (select $4)';
begin
    if held = '' then
        return query execute question
            using wanted, current_setting('rukun.lo', true), current_setting('rukun.hi', true), least(most, 100);
        return;
    end if;
    foreach area in array coalesce(string_to_array(held, ' '), '{}') loop
        return query execute question using wanted, area, left(area, -1) || '/', least(most, 100);
    end loop;
end
$$
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0002_numbers_held")]

    operations = [migrations.RunSQL(CREATE, "drop function people_person_search(tsquery, integer)")]
