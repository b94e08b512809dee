"""S-30, T-05: an envelope is what its device signed or nothing, and happened between the last contact and now."""

from __future__ import annotations

import base64
import contextlib
import datetime as dt
import json
import uuid

from hypothesis import given
from hypothesis import strategies as st

from carnet.capture.kinds import EnvelopeKind
from carnet.capture.rules import envelopes
from carnet.capture.rules.envelopes import Header

NOBODY = uuid.UUID(int=0)
TIMES = st.integers(1, 30_000_000).map(lambda minutes: envelopes.EARLIEST + dt.timedelta(minutes=minutes * 17))
RECEIVED = dt.datetime(2026, 3, 10, 18, tzinfo=dt.UTC)


def header(kept_at):
    return Header(NOBODY, NOBODY, NOBODY, NOBODY, EnvelopeKind.NOTE, 1, kept_at, "1")


@given(TIMES, TIMES, st.timedeltas(dt.timedelta(), dt.timedelta(days=4000)))
def test_t05_whatever_the_clock_says_it_happened_between_the_last_contact_and_now(kept_at, sent_at, silent):
    since = RECEIVED - silent
    at = envelopes.happened(header(kept_at), sent_at=sent_at, received_at=RECEIVED, since=since)
    assert since <= at <= RECEIVED


@given(
    st.timedeltas(dt.timedelta(days=-3650), dt.timedelta(days=3650)),
    st.timedeltas(dt.timedelta(), dt.timedelta(days=20)),
)
def test_t05_a_clock_that_is_only_wrong_gives_the_true_moment(skew, age):
    sent_at = RECEIVED + skew
    at = envelopes.happened(
        header(sent_at - age), sent_at=sent_at, received_at=RECEIVED, since=RECEIVED - dt.timedelta(days=30)
    )
    assert at == RECEIVED - age


@given(
    st.recursive(
        st.none() | st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_anything_is_an_envelope_or_none(said):
    try:
        envelopes.read(said)
    except envelopes.Unreadable:
        return
    raise AssertionError(said)


@given(
    st.dictionaries(
        st.sampled_from(["device", "kept_at", "number", "kind", "of", "mutation", "member", "key", "app"]),
        st.text() | st.integers() | st.floats() | st.none(),
    )
)
def test_any_header_is_read_or_refused(said):
    part = base64.b64encode(json.dumps(said).encode()).decode()
    with contextlib.suppress(envelopes.Unreadable):
        envelopes.read({"header": part, "fresh": "", "nonce": "", "body": "", "signature": ""})
