"""The populations that rhythms lean on, as fitted by a day."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from typing import NamedTuple

from carnet.house.kinds import SettingName
from carnet.house.rules import DEFAULTS
from carnet.intelligence.models import Prior
from carnet.intelligence.rules import rhythm
from carnet.intelligence.rules.states import Conditions
from carnet.kit import db

BOUGHT, MET = "bought", "met"
PASS_LOCK = 0x6361726E
"""Held by a pass while it writes a slice, and shared by those who are read one by one (“carn”)."""


class Population(NamedTuple):
    """One for each rhythm."""

    bought: rhythm.Prior
    met: rhythm.Prior


def population(on: dt.date) -> Population:
    """What was fitted last by that day; what Carnet starts from where nothing was."""
    kept = Prior.objects.filter(since__lte=on).order_by("stream", "-since").distinct("stream")
    found = {each.stream: rhythm.Prior(each.mu, each.kappa, each.nu, each.sigma2, each.a, each.b) for each in kept}
    return Population(found.get(BOUGHT, rhythm.UNTOLD), found.get(MET, rhythm.UNTOLD))


def fitted_on(on: dt.date) -> dt.date | None:
    """When that was; nothing when it never was."""
    return Prior.objects.filter(since__lte=on).order_by("-since").values_list("since", flat=True).first()


class Ground(NamedTuple):
    """All that reading one client stands on, besides her own days."""

    on: dt.date
    """Today where the house is; where she was read for a later day already, that day."""
    zone: str
    leans: Population
    conditions: Conditions


def ground(client: uuid.UUID, at: dt.datetime) -> Ground:
    """In one statement, for it is asked at every act about somebody.

    She is locked until the act is through: of two acts at once the second reads what the first wrote. No slice of a pass
    is written meanwhile.
    """
    ((zone, on, setting, priors),) = db.select(
        """
        select m.zone, greatest((%(at)s at time zone m.zone)::date,
                   (select read_on from intelligence_rhythm where client_id = %(client)s),
                   (select max(since) from intelligence_statechange where client_id = %(client)s),
                   (select max("on") from intelligence_reading where client_id = %(client)s)),
               (select value from house_setting where name = %(states)s and since <= %(at)s order by since desc limit 1),
               (select jsonb_object_agg(p.stream, jsonb_build_array(p.mu, p.kappa, p.nu, p.sigma2, p.a, p.b)) from (
                   select distinct on (stream) * from intelligence_prior where since <= (%(at)s at time zone m.zone)::date
                   order by stream, since desc) p)
        from house_maison m join clients_client c on c.id = %(client)s
        cross join lateral (select pg_advisory_xact_lock_shared(%(pass)s)) beside
        for no key update of c
        """,
        at=at,
        client=client,
        states=SettingName.STATES,
        **{"pass": PASS_LOCK},
    )
    fitted = {stream: rhythm.Prior(*numbers) for stream, numbers in json.loads(priors or "{}").items()}
    leans = Population(fitted.get(BOUGHT, rhythm.UNTOLD), fitted.get(MET, rhythm.UNTOLD))
    return Ground(on, zone, leans, Conditions.of(json.loads(setting) if setting else DEFAULTS[SettingName.STATES]))
