"""Search by name under the walls: `@@` is not leakproof, so under a policy the planner may not touch the words index.

One narrow function stands in: it runs as the owner, takes the scope from the transaction's own settings (never from
its caller), and gives back nothing but ids of people inside it. EXECUTE plans with the values in hand, so that a
kabupaten goes by the words and an RT by its place. `most` bounds what one call can tell. Tested for leaks.
"""

from django.db import migrations

CREATE = """
create function people_person_search(wanted tsquery, most integer) returns setof bigint
language plpgsql stable security definer parallel restricted
set search_path = pg_catalog, pg_temp
as $$
begin
    return query execute
        'select p.id from public.people_person p'
        ' where to_tsvector(''simple''::regconfig, coalesce(p.name_key, '''')) @@ $1'
        ' and p.path >= $2 and p.path < $3'
        ' and ($4 = '''' or p.path ^@ any (string_to_array($4, '' '')))'
        ' limit least($5, 100)'
    using wanted, current_setting('rukun.lo', true), current_setting('rukun.hi', true),
        current_setting('rukun.paths', true), most;
end
$$
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [migrations.RunSQL(CREATE, "drop function people_person_search(tsquery, integer)")]
