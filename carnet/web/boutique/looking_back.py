"""A manager asks that the past be looked back upon now, and not at the beginning of the month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.exceptions import AlreadyEnqueued

from carnet.intelligence import tasks

if TYPE_CHECKING:
    from django.http import HttpRequest

    from carnet.web.here import Here


def ask(request: HttpRequest, at: Here) -> None:
    """It is work for whoever is free: a large house takes a minute or two. Asked for twice, it is done once."""
    try:
        # The refusal of a second one must not undo what else this request does.
        with transaction.atomic():
            tasks.look_back.configure().defer(timestamp=int(at.at.timestamp()))
    except AlreadyEnqueued:
        messages.success(request, _("It is being counted already. Look again in a minute or two."))
        return
    messages.success(request, _("Asked for. Look again in a minute or two."))
