"""Web Push, as `capture` asks for it: in the house's name, to any push service on the open internet."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings

from carnet.capture.rules.messenger import Browser


class Push:
    """A Messenger."""

    def hand_over(self, notice: Mapping[str, str], to: Browser, private: bytes, *, seconds: int) -> None:
        """As its port says."""
        # Its libraries are large, and only a house that tells somebody needs them.
        from carnet.integrations.push import wire

        by = wire.Sealing(private, wire.contact(settings.ALLOWED_HOSTS))
        wire.hand_over(notice, to, by, seconds=seconds, here=getattr(settings, "CARNET_PUSH_HERE", ""))
