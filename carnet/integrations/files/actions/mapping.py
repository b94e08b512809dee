"""Keeping a mapping by name, for the next export."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from carnet.integrations.files.kinds import Act
from carnet.integrations.files.models import Mapping
from carnet.integrations.files.planning import Plan
from carnet.journal import recording
from carnet.kit import acts, ids

KEPT_OPTIONS = ("decimal_mark", "date_order", "currency")


@transaction.atomic
def keep(*, name: str, plan: Plan, by: acts.By, at: dt.datetime) -> Mapping:
    """Keep how that file was read under `name`; the same name again replaces it."""
    kept = Mapping.objects.filter(name=name).first()
    mapping_id = kept.id if kept else ids.new()
    line = recording.record(act=Act.MAPPING_KEPT, by=by, on=acts.On("mapping", mapping_id), at=at)
    Mapping.objects.update_or_create(
        id=mapping_id,
        defaults={
            "name": name,
            "kind": plan.kind,
            "source": plan.source,
            "columns": plan.recognised.columns,
            "options": {option: plan.options[option] for option in KEPT_OPTIONS},
            "known_from": at,
            "noted_in": line,
        },
    )
    return Mapping.objects.get(id=mapping_id)
