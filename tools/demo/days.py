"""The demo house’s calendar: everything is told in days before or after one given day, never by the clock."""

from __future__ import annotations

import dataclasses
import datetime as dt

from carnet.house.models import Boutique
from carnet.kit import moments

YEARS = dt.timedelta(days=3 * 365)


@dataclasses.dataclass(frozen=True)
class Days:
    """The days around `today`, which is where the house is."""

    today: dt.date

    @property
    def opened(self) -> dt.datetime:
        """When the house began to keep its notebook: three years ago, at eight in the morning, UTC."""
        return dt.datetime.combine(self.today - YEARS, dt.time(8), tzinfo=dt.UTC)

    @property
    def morning(self) -> dt.datetime:
        """The morning of that day, before any boutique has opened."""
        return dt.datetime.combine(self.today, dt.time(0), tzinfo=dt.UTC)

    def ago(self, days: int) -> dt.date:
        """That many days before today; ahead of it when negative."""
        return self.today - dt.timedelta(days=days)

    def open_day(self, days: int, shop: Boutique) -> int:
        """The nearest day so long ago or longer on which that boutique was open."""
        return next(back for back in range(days, days + 8) if self.ago(back).isoweekday() in shop.opening_days)

    def at(self, days: int, shop: Boutique, minutes: int = 11 * 60) -> dt.datetime:
        """An instant so many days ago, so many minutes into that boutique’s day."""
        clock = dt.time(*divmod(minutes, 60))
        return dt.datetime.combine(self.ago(days), clock, tzinfo=moments.zone(shop.zone)).astimezone(dt.UTC)


def made_on(opened_at: dt.datetime) -> dt.date:
    """The day a demo house was made for."""
    return (opened_at + YEARS).date()
