"""Extensions every room may count on, and three functions that Python and SQL must agree about."""

from django.db import migrations

EXTENSIONS = ("pg_trgm", "unaccent", "btree_gist")
KATAKANA = "".join(map(chr, range(0x30A1, 0x30F7)))
HIRAGANA = "".join(map(chr, range(0x3041, 0x3097)))

FUNCTIONS = f"""
create function derived_id(variadic parts text[]) returns uuid
language sql immutable strict parallel safe as $$
    -- carnet.kit.ids.derived says the same in Python.
    select encode(set_byte(set_byte(digest, 6, get_byte(digest, 6) & 15 | 128), 8, get_byte(digest, 8) & 63 | 128), 'hex')::uuid
    from (select substr(sha256(convert_to(array_to_string(parts, E'\\x1f'), 'UTF8')), 1, 16) as digest) as hashed
$$;

create function folded(name text) returns text
language sql immutable strict parallel safe as $$
    -- unaccent is only called stable because its rules are a file; ours is the one that ships with it.
    select translate(lower(public.unaccent('public.unaccent'::regdictionary, normalize(name, nfkc))), '{KATAKANA}', '{HIRAGANA}')
$$;

create function ideograms(name text) returns text[]
language sql immutable strict parallel safe as $$
    -- Trigrams do not see Chinese or Japanese: single signs and pairs of neighbours do.
    select array(
        select distinct sign
        from generate_series(1, length(name)) as place,
             lateral (values (substr(name, place, 1)), (substr(name, place, 2))) as seen (sign)
        where sign ~ '^[\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af]+$'
    )
$$;
"""


OPERATIONS = [
    *(
        migrations.RunSQL(f"create extension if not exists {name} schema public", migrations.RunSQL.noop)
        for name in EXTENSIONS
    ),
    migrations.RunSQL(
        FUNCTIONS, "drop function ideograms(text); drop function folded(text); drop function derived_id(text[]);"
    ),
]
