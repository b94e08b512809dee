-- A house of many people with a long past, in ids derived from numbers. Half of what happens is a purchase, half an encounter; a few
-- people have most of it, as in any till. Constraints are checked by the database's own triggers, which are off here: rows are right by
-- construction, and a fill with them on takes as long as everything that is measured.

insert into journal_line (id, act, via, on_kind, on_id, at, reason, digest)
values (md5('crowd')::uuid, 'files.imported', 'import', 'import', md5('crowd')::uuid, %(now)s, '', '');

insert into clients_client (id, known_from, noted_in_id, happened_at, title, given, family, display, reading, "order", preferred, spoken,
    written, description, gender, form, language, other_languages, country, city, prefers_channel, prefers_hours, is_minor,
    is_mentioned_only, sensitivity, one_boutique_only)
select md5('crowd ' || n)::uuid, %(now)s::timestamptz - interval '1600 days', md5('crowd')::uuid, %(now)s::timestamptz - interval '1600 days',
       '', 'Number', n::text, 'Number ' || n, '', 'given_first', '', '', '', '', '', 'formal', 'fr', '{}', 'FR', '', '', '', false, false,
       'standard', false
from generate_series(1, %(people)s) n;

insert into purchases_sale (id, known_from, noted_in_id, happened_at, client_id, boutique_id, kind, currency, tax_included, discount, shipping,
    words, source, external_id)
select md5('crowd sale ' || k)::uuid, at, md5('crowd')::uuid, at, md5('crowd ' || n)::uuid, %(here)s, 'sale', 'EUR', true, 0, 0, '', 'crowd',
       k::text
from (select k, least(%(people)s, 1 + floor(power((k * 7919::bigint %% 1000003) / 1000003.0, 1.5) * %(people)s)::int) as n,
             %(now)s::timestamptz - (1 + k * 104729::bigint %% 1500) * interval '1 day' - (k %% 480) * interval '1 minute' as at
      from generate_series(1, %(sales)s) k) sold;

insert into purchases_line (id, known_from, noted_in_id, sale_id, position, reference_id, quantity, unit_price, discount, total, key)
select md5('crowd line ' || k)::uuid, %(now)s::timestamptz - interval '1600 days', md5('crowd')::uuid, md5('crowd sale ' || k)::uuid, 1,
       (%(references)s::uuid[])[1 + k %% array_length(%(references)s::uuid[], 1)], 1, 100 + k %% 900, 0, 100 + k %% 900,
       md5('crowd line ' || k)::uuid
from generate_series(1, %(sales)s) k;

insert into interactions_encounter (id, known_from, noted_in_id, happened_at, kind, channel, started_by, "left", words, is_private, boutique_id,
    outcome, occasion, company, mood)
select md5('crowd encounter ' || k)::uuid, at, md5('crowd')::uuid, at,
       (array['visit','visit','letter','letter','call','event','care_intake','visit','complaint','visit'])[1 + k %% 10],
       (array['in_store','in_store','email','email','phone','event','in_store','in_store','in_store','in_store'])[1 + k %% 10],
       case when k %% 10 in (2, 4) then 'house' else 'client' end, '', '', false, %(here)s, '', '', '', ''
from (select k, %(now)s::timestamptz - (1 + k * 15485863::bigint %% 1500) * interval '1 day' - (k %% 480) * interval '1 minute' as at
      from generate_series(1, %(encounters)s) k) met;

insert into interactions_presence (id, encounter_id, client_id, part, happened_at)
select md5('crowd presence ' || k)::uuid, md5('crowd encounter ' || k)::uuid,
       md5('crowd ' || least(%(people)s, 1 + floor(power((k * 6700417::bigint %% 1000003) / 1000003.0, 1.5) * %(people)s)::int))::uuid, 'main',
       %(now)s::timestamptz - (1 + k * 15485863::bigint %% 1500) * interval '1 day' - (k %% 480) * interval '1 minute'
from generate_series(1, %(encounters)s) k;
