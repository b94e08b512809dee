"""People files: everyone a file names, what it says of them, whose they are."""

from __future__ import annotations

import datetime as dt
import uuid

from carnet.integrations.files.staging import table
from carnet.kit import db


def date_people(*, at: dt.datetime) -> None:
    """People the source does not date are known from now."""
    db.execute(
        """
        update taken_rows set known_from = least(coalesce(known_from, met_at, %(at)s), %(at)s),
                              met_at = least(coalesce(met_at, known_from, %(at)s), %(at)s)
        """,
        at=at,
    )


def stage_people() -> None:
    """Everyone a people file names: the last row wins where an id stands twice."""
    db.execute(
        """
        create temp table taken_people on commit drop as
        select distinct on (client_key) client_key as key,
               case when e.people = 1 then 'email:' || t.email end as other_key, title, given, family,
               client_name as display, 'No. ' || client_key as description, preferred, name_order as "order", gender, language,
               country, city, known_from, met_at
        from taken_rows t left join (
            select email, count(distinct client_key) as people from taken_rows where email is not null group by email
        ) as e using (email)
        order by client_key, known_from desc, line_number desc
        """
    )
    table.stage_points("client_key")
    db.execute(
        """
        insert into taken_points select client_key, 'post', post, post from taken_rows where post is not null
        """
    )
    db.execute(
        """
        create temp table taken_places on commit drop as
        select client_key as key, p.boutique_id, min(met_at) as since from taken_rows t
        join taken_place_names p on p.place is not distinct from t.place group by 1, 2
        """
    )


def stage_facts() -> None:
    """Notes and tags, as the till has them."""
    db.execute(
        """
        create temp table taken_facts on commit drop as
        select client_key as key, 'note' as kind, left(note, 400) as words, note as sentence, known_from
        from taken_rows where note is not null
        union
        select client_key, 'tag', left(btrim(tag), 400), '', known_from
        from taken_rows, regexp_split_to_table(tags, E'\\n') as tag where btrim(tag) <> ''
        """
    )


def stage_bonds() -> None:
    """Who is whose spouse, and what the couple is called."""
    db.execute(
        """
        create temp table taken_bonds on commit drop as
        select client_key as key, spouse_key, couple_name, known_from from taken_rows
        where spouse_key is not null or couple_name is not null
        """
    )


def stage_dates() -> None:
    """Birthdays and wedding days, without their years."""
    db.execute(
        """
        create temp table taken_dates on commit drop as
        select w.client_id, d.kind, d.month, d.day, p.known_from
        from taken_rows t join taken_who w on w.key = t.client_key join taken_people p on p.key = t.client_key,
             lateral (values ('birthday', birth_month, birth_day), ('wedding', wed_month, wed_day)) as d (kind, month, day)
        where d.month is not null
        """
    )


def keep_as_own_book() -> None:
    """An advisor's own book says neither whose they are nor what they agreed to: only a no is heard (ruling 8)."""
    db.execute(
        """
        update taken_rows set advisor = null, place = null, spouse_key = null, couple_name = null, consent_on = null,
            consent_email = nullif(consent_email, true), consent_sms = nullif(consent_sms, true),
            consent_phone = nullif(consent_phone, true)
        """
    )


def ask_in_person() -> None:
    """Everyone an advisor brings is asked in person before an invitation."""
    db.execute(
        """
        insert into taken_permissions
        select w.client_id, 'invitation', 'any', 'ask', 'own book', p.known_from, false
        from taken_who w join taken_people p using (key) where w.is_new
        """
    )


def stage_advisors(*, source: str) -> None:
    """Whose client each one is, where the name in the export is a colleague's who is still here."""
    db.execute(
        """
        create temp table taken_advisors on commit drop as
        select distinct on (w.client_id) w.client_id, n.member_id, p.boutique_id, t.known_from as since
        from taken_rows t join taken_who w on w.key = t.client_key
        join taken_place_names p on p.place is not distinct from t.place
        join house_staffname n on n.source = %(source)s and n.name = t.advisor
        join house_member m on m.id = n.member_id and m.is_active
        order by w.client_id, t.known_from desc, t.line_number desc
        """,
        source=source,
    )


def stage_advisors_recognised(*, staff_name: uuid.UUID, at: dt.datetime) -> None:
    """The same for rows that came in before anybody had said who that name is: their originals tell."""
    db.execute(
        """
        create temp table taken_advisors on commit drop as
        select said.client_id, n.member_id, k.boutique_id, %(at)s::timestamptz as since
        from house_staffname n join house_member m on m.id = n.member_id and m.is_active
        join lateral (
            select distinct on (r.record_id) r.record_id as client_id, btrim(r.raw::jsonb ->> place.number) as name
            from files_import i
            join lateral (
                select h.number::int - 1 as number from jsonb_array_elements_text(i.header) with ordinality as h (name, number)
                where h.name = i.columns ->> 'advisor' limit 1
            ) as place on true
            join files_sourcerow r on r.taken_in_id = i.id and r.record_kind = 'client'
            where i.kind = 'people' and i.source = n.source and i.undone_in_id is null and i.for_member_id is null
            order by r.record_id, r.id desc
        ) as said on said.name = n.name
        join clients_knownat k on k.client_id = said.client_id and k.is_home and upper_inf(k.period)
        where n.id = %(staff_name)s
        """,
        staff_name=staff_name,
        at=at,
    )
