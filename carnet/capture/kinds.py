"""Plain enumerations of the capture's room, and the names of its acts."""

from __future__ import annotations

import enum


class EnvelopeKind(enum.StrEnum):
    """What an envelope holds."""

    NOTE = "note"
    TAKEN_BACK = "taken_back"
    SOUND = "sound"
    PICTURE = "picture"


class DepositState(enum.StrEnum):
    """What became of an envelope."""

    KEPT = "kept"
    WAITING = "waiting"
    """Part of something whose other part is still on the phone."""
    REFUSED = "refused"
    QUARANTINED = "quarantined"
    """From somebody who may no longer write: a manager looks."""


class Unread(enum.StrEnum):
    """Why an envelope is none of ours."""

    SHAPE = "shape"
    SIGNATURE = "signature"
    KEY = "key"
    SEALED = "sealed"
    OF = "of"


class Finding(enum.StrEnum):
    """What words may tell of somebody, to be confirmed by a tap."""

    SIZE = "size"
    LIKES = "likes"
    AVOIDS = "avoids"
    RELATION = "relation"
    OCCASION = "occasion"
    PROMISE = "promise"
    SHOWN = "shown"
    WISH = "wish"
    LEFT = "left"
    DELICATE = "delicate"
    """Words that came after Keep, and that the gentle check would have asked about."""


class Concern(enum.StrEnum):
    """Why words may be too private to keep (D-8)."""

    HEALTH = "health"
    FAITH = "faith"
    POLITICS = "politics"
    ORIGIN = "origin"
    INSULT = "insult"
    SECRET = "secret"  # noqa: S105 -- somebody else's, not ours


class RecordingState(enum.StrEnum):
    """How far a spoken note has come."""

    ARRIVING = "arriving"
    READY = "ready"
    TYPED = "typed"
    FAILED = "failed"


class Changed(enum.StrEnum):
    """What a note changed beyond her story (X-7)."""

    PROMISE = "promise"
    AWAITS_SALE = "awaits_sale"
    PROPOSALS = "proposals"
    TO_BE_TYPED = "to_be_typed"
    TO_BE_NAMED = "to_be_named"


class Act(enum.StrEnum):
    """What can happen to what is kept on the floor."""

    KEY_MADE = "capture.key_made"
    ENROLLED = "capture.enrolled"
    WIPED = "capture.wiped"
    SET_ASIDE = "capture.set_aside"
    TAKEN_IN = "capture.taken_in"
    LEFT_OUT = "capture.left_out"
    TYPED_UP = "capture.typed_up"
    PROPOSED = "capture.proposed"
    CONFIRMED = "capture.confirmed"
    DECLINED = "capture.declined"
    PICTURED = "capture.pictured"
    NOTICED = "capture.noticed"
    DETAILS_ASKED = "capture.details_asked"
    DETAILS_LEFT = "capture.details_left"
    DETAILS_JOINED = "capture.details_joined"
    DETAILS_LET_GO = "capture.details_let_go"
