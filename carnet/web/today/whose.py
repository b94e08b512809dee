"""What is hers to answer."""

from __future__ import annotations

import uuid

from django.http import Http404

from carnet.outreach.models import Suggestion
from carnet.web.here import Here


def suggestion(at: Here, wanted: uuid.UUID) -> Suggestion:
    """One of her own mornings, about a client she may see. Raises Http404."""
    found = (
        Suggestion.objects.select_related("day__boutique", "client").filter(id=wanted, day__member=at.member).first()
    )
    if found is None:
        raise Http404
    at.client(found.client_id)
    return found
