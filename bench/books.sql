-- Advisors for a crowd: so many boutiques with their teams, everybody in one book; some said yes, some pieces are known to be hers, and
-- some promises are due.

insert into house_boutique (id, name, city, country, zone, currency, opening_days)
select md5('crowd boutique ' || b)::uuid, 'Boutique ' || b, city, country, zone, currency, opening_days
from generate_series(1, %(advisors)s / 20 + 1) b, (select * from house_boutique where id = %(here)s) like_it;

insert into house_member (id, name, handle, signature, language, working_days, is_active, wants_questions, code, password, email)
select md5('crowd member ' || m)::uuid, 'Member ' || m, 'member' || m, 'M.', 'en', '{1,2,3,4,5,6,7}', true, true, '', '!', ''
from generate_series(1, %(advisors)s) m;

insert into house_role (id, member_id, kind, boutique_id, period)
select md5('crowd role ' || m)::uuid, md5('crowd member ' || m)::uuid, case when m %% 20 = 0 then 'manager' else 'advisor' end,
       md5('crowd boutique ' || 1 + m / 20)::uuid, tstzrange(%(now)s::timestamptz - interval '1700 days', null)
from generate_series(1, %(advisors)s) m;

insert into clients_knownat (id, known_from, noted_in_id, client_id, boutique_id, is_home, period)
select md5('crowd known ' || n)::uuid, %(now)s::timestamptz - interval '1600 days', md5('crowd')::uuid, md5('crowd ' || n)::uuid,
       md5('crowd boutique ' || 1 + (1 + n %% %(advisors)s) / 20)::uuid, true,
       tstzrange(%(now)s::timestamptz - interval '1600 days', null)
from generate_series(1, %(people)s) n;

insert into books_assignment (id, known_from, noted_in_id, client_id, member_id, boutique_id, kind, why, note, period)
select md5('crowd book ' || n)::uuid, %(now)s::timestamptz - interval '1600 days', md5('crowd')::uuid, md5('crowd ' || n)::uuid,
       md5('crowd member ' || 1 + n %% %(advisors)s)::uuid, md5('crowd boutique ' || 1 + (1 + n %% %(advisors)s) / 20)::uuid, 'primary', 'imported', '',
       tstzrange(%(now)s::timestamptz - interval '1600 days', null)
from generate_series(1, %(people)s) n;

insert into consent_permission (id, known_from, noted_in_id, happened_at, client_id, purpose, channel, answer, proof, proof_words)
select md5('crowd yes ' || n || p)::uuid, %(now)s::timestamptz - interval '1500 days', md5('crowd')::uuid,
       %(now)s::timestamptz - interval '1500 days', md5('crowd ' || n)::uuid, p, 'any', case when n %% 9 = 0 then 'no' else 'yes' end,
       'imported', 'column yes'
from generate_series(1, %(people)s) n, unnest(array['care', 'invitation']) p where n %% 3 <> 0;

insert into purchases_gift (id, known_from, noted_in_id, line_id, kind, recipient_words)
select md5('crowd hers ' || k)::uuid, %(now)s::timestamptz - interval '1500 days', md5('crowd')::uuid, md5('crowd line ' || k)::uuid,
       'herself', ''
from generate_series(1, %(sales)s, 10) k;

insert into interactions_promise (id, known_from, noted_in_id, happened_at, client_id, made_by, owner_id, words, due_on, outcome, outcome_words)
select md5('crowd promise ' || n)::uuid, %(now)s::timestamptz - interval '20 days', md5('crowd')::uuid,
       %(now)s::timestamptz - interval '20 days', md5('crowd ' || n)::uuid, 'house', md5('crowd member ' || 1 + n %% %(advisors)s)::uuid,
       'A word about the clasp', %(now)s::date + (n / 200 %% 20)::int - 6, '', ''
from generate_series(1, %(people)s, 200) n;

insert into consent_hold (id, known_from, noted_in_id, happened_at, client_id, scope, because, period, review_on,
    release_because)
select md5('crowd hold ' || n)::uuid, %(now)s::timestamptz - interval '20 days', md5('crowd')::uuid,
       %(now)s::timestamptz - interval '20 days', md5('crowd ' || n)::uuid, 'everything', 'Asked for quiet.',
       tstzrange(%(now)s::timestamptz - interval '20 days', null), %(now)s::date + 60, ''
from generate_series(7, %(people)s, 100) n;
