-- A house as large as the figures ask for, every constraint on. Ids are derived from numbers, so that two fills are alike.
-- Joined by equality alone: a planner that was told a table is empty would else look through all of it once for each row.
-- Person 1 has %(story)s encounters, person 2 a tenth of that; one advisor has a book of a hundred, another a tenth of the house.

create temporary table filled_person on commit drop as
select n, md5('person ' || n)::uuid as id, md5('person line ' || n)::uuid as line,
       %(now)s::timestamptz - interval '1200 days' + (n %% 97) * interval '1 day' as at,
       case when n %% 10 = 9 then %(elsewhere)s::uuid else %(here)s::uuid end as boutique,
       (array['Adèle','Bastien','Célia','Darius','Élodie','Fabio','Grâce','Hugo','Iris','Jonas','Kenza','Léandre','Maëlle',
              'Nino','Océane','Philippa','Quentin','Rosalie','Soren','Thaïs','Ulysse','Vera','Wilma','Yaël','Zoé'])[1 + n %% 25] as given,
       (array['Bel','Cas','Dor','Fal','Gar','Hal','Jor','Kel','Lan','Mar','Nor','Ost','Pel','Qui','Ros','Sal','Tav','Val','Wes','Zan'])
           [1 + (n / 7) %% 20]
       || (array['a','en','i','or','u','é'])[1 + (n / 3) %% 6]
       || (array['bert','court','dier','fort','gnan','lier','mont','nay','quet','rac','sier','toux','ville','zin'])[1 + (n / 11) %% 14] as family
from generate_series(1, %(people)s) n;

insert into journal_line (id, act, via, on_kind, on_id, at, reason, digest, by_id)
select line, 'clients.introduced', 'import', 'client', id, at, '', '', null from filled_person;

insert into clients_client (id, known_from, noted_in_id, happened_at, title, given, family, display, reading, "order", preferred, spoken,
    written, description, gender, form, language, other_languages, country, city, prefers_channel, prefers_hours, is_minor,
    is_mentioned_only, sensitivity, one_boutique_only)
select id, at, line, at, case when n %% 2 = 0 then 'Mme' else 'M.' end, given, family, given || ' ' || family, '', 'given_first', '',
       case when n %% 2 = 0 then 'Madame' else 'Monsieur' end, case when n %% 2 = 0 then 'Chère Madame,' else 'Cher Monsieur,' end, '',
       case when n %% 2 = 0 then 'she' else 'he' end, 'formal', (array['fr','en','fr','it'])[1 + n %% 4], '{}', 'FR',
       (array['Paris','Lyon','Milano','London','Genève'])[1 + n %% 5], '', '', false, false,
       case when n %% 500 = 3 then 'vip' else 'standard' end, false
from filled_person;

insert into clients_knownat (id, known_from, noted_in_id, client_id, boutique_id, is_home, period)
select md5('known at ' || n)::uuid, at, line, id, boutique, true, tstzrange(at, null) from filled_person;

create temporary table filled_point on commit drop as
select n, md5('phone ' || n)::uuid as id, 'phone' as kind,
       case when n <= 10000 then '+3319900' else '+3363998' end || lpad((n %% 10000)::text, 4, '0') as value
from filled_person
union all
select n, md5('mail ' || n)::uuid, 'email', 'person.' || n || '@example.test' from filled_person;

insert into clients_contactpoint (id, kind, value) select id, kind, value from filled_point;

insert into clients_clientpoint (id, known_from, noted_in_id, client_id, point_id, raw, label, source, period)
select md5('point ' || point.id)::uuid, at, line, person.id, point.id, point.value, '', 'till', tstzrange(at, null)
from filled_person person join filled_point point using (n);

insert into books_assignment (id, known_from, noted_in_id, client_id, member_id, boutique_id, kind, period, why, note)
select md5('book ' || n)::uuid, at, line, id, case when n %% 10 = 1 or n <= 2 then %(large)s::uuid else %(small)s::uuid end, boutique,
       'primary', tstzrange(at, null), 'introduced', ''
from filled_person where n %% 10 = 1 or n <= 2 or (n %% 10 = 2 and n < 1002);

insert into clients_fact (id, known_from, noted_in_id, client_id, kind_id, words, leaning, certainty, visibility, author_id, period, sentence)
select md5('fact ' || n || term.code)::uuid, at, line, person.id, term.id, 'Noted of number ' || n || ': ' || term.code || '.', '', 'stated',
       'shared', %(large)s, tstzrange(at, null), ''
from filled_person person join house_term term on term.kind = 'fact' and term.code in ('metal', 'size', 'manner')
where n = 1 or n %% 3 = 0 or term.code = 'metal';

insert into consent_permission (id, known_from, noted_in_id, happened_at, client_id, purpose, channel, answer, proof, proof_words)
select md5('permission ' || n)::uuid, at, line, at, id, 'invitation', 'email', 'yes', 'in_person', 'Yes, by mail.'
from filled_person where n %% 2 = 1;

insert into occasions_occasion (id, known_from, noted_in_id, client_id, kind_id, day, month, recurrence, leap_rule, words, certainty,
    is_suspended, suspended_because, period)
select md5('occasion ' || n)::uuid, at, line, person.id, term.id, 1 + n %% 28, 1 + n %% 12, 'yearly', 'february_28', '', 'stated', false, '',
       tstzrange(at, null)
from filled_person person join house_term term on term.kind = 'occasion' and term.code = 'birthday' where n %% 2 = 1;

insert into clients_relation (id, known_from, noted_in_id, client_id, other_id, kind, period)
select md5('relation ' || n)::uuid, at, line, id, md5('person ' || n + 1)::uuid, 'spouse', tstzrange(at, null)
from filled_person where n %% 8 = 1 and n < %(people)s;

create temporary table filled_encounter on commit drop as
select k, md5('encounter ' || k)::uuid as id, md5('encounter line ' || k)::uuid as line,
       case when k <= %(story)s then 1 when k <= %(story)s * 11 / 10 then 2 else 3 + (k * 7919) %% (%(people)s - 2) end as n,
       %(now)s::timestamptz - (1 + k %% 1000 * 729 %% 1000) * interval '1 day' - (k %% 480) * interval '1 minute' as at
from generate_series(1, %(encounters)s) k;

insert into journal_line (id, act, via, on_kind, on_id, at, reason, digest, by_id)
select line, 'interactions.logged', 'screen', 'encounter', id, at, 'visit', '', %(large)s from filled_encounter;

insert into interactions_encounter (id, known_from, noted_in_id, happened_at, kind, channel, started_by, minutes, "left", words, is_private,
    author_id, boutique_id, outcome, occasion, company, mood)
select encounter.id, encounter.at, encounter.line, encounter.at, (array['visit','visit','letter','call'])[1 + k %% 4],
       (array['in_store','in_store','email','phone'])[1 + k %% 4], case when k %% 4 = 2 then 'house' else 'client' end,
       case when k %% 4 < 2 then 10 + k %% 60 end, (array['looked','thinking','','bought'])[1 + k %% 4],
       'Looked at the Lune earrings for a while, then the Aube ring, and set both back. Visit number ' || k || '.', false, %(large)s, boutique,
       '', '', '', ''
from filled_encounter encounter join filled_person using (n);

insert into interactions_presence (id, part, happened_at, client_id, encounter_id)
select md5('presence ' || k)::uuid, 'main', encounter.at, person.id, encounter.id
from filled_encounter encounter join filled_person person using (n);

insert into interactions_attendance (id, member_id, encounter_id)
select md5('attendance ' || k)::uuid, case when k %% 10 = 1 then %(large)s::uuid else %(other)s::uuid end, id from filled_encounter;

insert into interactions_pieceshown (id, handled, encounter_id, reference_id)
select md5('shown ' || k || reference.id)::uuid, 'tried', encounter.id, reference.id
from filled_encounter encounter join (select id, row_number() over (order by sku) as r from products_reference where kind = 'piece') reference
     on r in (1 + k %% 7, 1 + (k / 7) %% 7)
where k %% 4 < 2;

insert into interactions_promise (id, known_from, noted_in_id, happened_at, client_id, made_by, owner_id, words, due_on, outcome, outcome_words)
select md5('promise ' || n)::uuid, %(now)s::timestamptz - interval '20 days', line, %(now)s::timestamptz - interval '20 days', id, 'house',
       case when n %% 10 = 2 then %(small)s::uuid else %(large)s::uuid end, 'A word about the Aube ring, number ' || n,
       (%(now)s::timestamptz)::date + case when n in (2, 12, 22) then 0 else n / 10 %% 40 - 3 end, '', ''
from filled_person where n <= 2 or (n %% 200 = 1 and n <= 8000) or n in (12, 22);

create temporary table filled_sale on commit drop as
select s, md5('sale ' || s)::uuid as id, md5('sale line ' || s)::uuid as line, md5('sold ' || s)::uuid as sold,
       case when s <= 12 then 1 when s = 13 then 2 else 3 + (s * 6151) %% (%(people)s - 2) end as n,
       %(now)s::timestamptz - (2 + s %% 1000 * 863 %% 1000) * interval '1 day' as at
from generate_series(1, %(encounters)s * 3 / 10) s;

insert into journal_line (id, act, via, on_kind, on_id, at, reason, digest, by_id)
select line, 'purchases.recorded', 'import', 'sale', id, at, '', '', null from filled_sale;

insert into purchases_sale (id, known_from, noted_in_id, happened_at, client_id, boutique_id, kind, currency, tax_included, discount, shipping,
    words, source, external_id)
select sale.id, sale.at, sale.line, sale.at, person.id, boutique, 'sale', 'EUR', true, 0, 0, '', 'till', s::text
from filled_sale sale join filled_person person using (n);

insert into purchases_line (id, known_from, noted_in_id, position, quantity, unit_price, discount, total, key, reference_id, sale_id)
select sold, sale.at, sale.line, 1, 1, 4200, 0, 4200, sold, reference.id, sale.id
from filled_sale sale join (select id, row_number() over (order by sku) as r from products_reference where kind = 'piece') reference
     on r = 1 + s %% 7;

insert into purchases_gift (id, known_from, noted_in_id, line_id, kind, recipient_words)
select md5('gift ' || s)::uuid, at, line, sold, 'herself', '' from filled_sale where s %% 2 = 0;
