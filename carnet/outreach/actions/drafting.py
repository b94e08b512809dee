"""Asking a language model to write a letter another way: a tap leaves a row and a job, and no page waits for it."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from carnet.journal import recording
from carnet.kit import acts
from carnet.outreach.kinds import Act
from carnet.outreach.models import Draft, Suggestion
from carnet.outreach.rules.drafting import drafter
from carnet.outreach.rules.drafting.answering import Answered
from carnet.outreach.rules.drafting.faults import Fault

WRITING = "carnet.outreach.tasks.write_draft"
"""The job: it stands on the floor above, and is asked for by its name."""
LOST = dt.timedelta(minutes=2)
"""After which a draft nobody wrote will not be written: its worker ended in the middle."""


class CannotDraft(ValueError):
    """No model can be asked, or there is no text to use; the sentence says which."""


@transaction.atomic
def ask(*, suggestion: Suggestion, by: acts.By, at: dt.datetime) -> Draft:
    """Ask for another wording; asking while one is being written is asking once. Raises CannotDraft."""
    if drafter.Port.drafter is None:
        raise CannotDraft(_("No language model is named for this house: the letter is yours to change."))
    kept = Suggestion.objects.select_for_update(of=("self",)).get(id=suggestion.id)
    standing = Draft.objects.select_for_update(of=("self",)).filter(suggestion=kept, written_at=None).first()
    if standing and at - standing.happened_at < LOST:
        return standing
    if standing:
        keep(draft=standing, answered=Answered("", "", "", (Fault.UNREACHABLE,)), by=by, at=at)
    line = recording.record(act=Act.DRAFT_ASKED, by=by, on=acts.On("client", kept.client_id, kept.client_id), at=at)
    draft = Draft.objects.create(
        client_id=kept.client_id, suggestion=kept, member_id=by.member, model=drafter.Port.drafter.model,
        language=kept.letter_language, happened_at=at, known_from=at, noted_in=line,
    )  # fmt: skip
    app.configure_task(WRITING, queueing_lock=str(draft.id)).defer(draft=str(draft.id))
    return draft


@transaction.atomic
def keep(*, draft: Draft, answered: Answered, by: acts.By, at: dt.datetime) -> Draft:
    """Keep the text that may be shown, or the names of its faults; the journal learns of neither. A second time, nothing."""
    kept = Draft.objects.select_for_update(of=("self",)).get(id=draft.id)
    if kept.written_at:
        return kept
    kept.text, kept.objections = answered.text, [fault.value for fault in answered.faults]
    kept.model, kept.prompt_hash = answered.model or kept.model, answered.prompt_hash
    kept.written_at = at
    kept.save(update_fields=["text", "objections", "model", "prompt_hash", "written_at"])
    recording.record(
        act=Act.DRAFT_WRITTEN,
        by=by,
        on=acts.On("client", kept.client_id, kept.client_id),
        at=at,
        reason="refused" if answered.faults else "shown",
    )
    return kept


@transaction.atomic
def use(*, draft: Draft, by: acts.By, at: dt.datetime) -> Draft:
    """She took it for her letter: it sends nothing (S-22). Raises CannotDraft when there is no text."""
    kept = Draft.objects.select_for_update(of=("self",)).get(id=draft.id)
    if not kept.text:
        raise CannotDraft(_("There is no other wording to use."))
    if kept.used:
        return kept
    kept.used = True
    kept.save(update_fields=["used"])
    recording.record(act=Act.DRAFT_USED, by=by, on=acts.On("client", kept.client_id, kept.client_id), at=at)
    return kept
