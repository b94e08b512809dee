-- A day passes over the crowd: what was read is a day old, and one client in `every` buys, as an import would tell it.

update intelligence_rhythm set read_on = read_on - 1, turns_on = turns_on - 1;
update intelligence_reading set "on" = "on" - 1;
update intelligence_statechange set since = since - 1;
update intelligence_prior set since = since - 1;
update intelligence_pass set "on" = "on" - 1;

create table bench_changed as select md5('crowd ' || n)::uuid as client_id from generate_series(1, %(people)s, %(every)s) n;
grant select on bench_changed to public;

insert into purchases_sale (id, known_from, noted_in_id, happened_at, client_id, boutique_id, kind, currency, tax_included, discount,
    shipping, words, source, external_id)
select gen_random_uuid(), %(at)s, md5('crowd')::uuid, %(at)s::timestamptz - interval '1 hour', client_id,
       (select boutique_id from purchases_sale limit 1), 'sale', 'EUR', true, 0, 0, '', 'morning', client_id::text
from bench_changed;

insert into purchases_line (id, known_from, noted_in_id, sale_id, position, reference_id, quantity, unit_price, discount, total, key)
select gen_random_uuid(), %(at)s, md5('crowd')::uuid, id, 1, (select id from products_reference limit 1), 1, 100, 0, 100,
       gen_random_uuid()
from purchases_sale where source = 'morning';

insert into intelligence_unread select client_id from bench_changed;
insert into bench_changed select client_id from intelligence_rhythm
where turns_on <= (select max("on") + 1 from intelligence_pass)
