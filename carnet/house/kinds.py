"""The house's plain enumerations and the names of its acts."""

from __future__ import annotations

import enum


class RoleKind(enum.StrEnum):
    """What a member may be, somewhere, for a time."""

    ADVISOR = "advisor"
    MANAGER = "manager"
    HEAD_OFFICE = "head_office"
    HOST = "host"


SCOPED_TO_BOUTIQUE = (RoleKind.ADVISOR, RoleKind.MANAGER)


class TermKind(enum.StrEnum):
    """The vocabularies a house keeps as data."""

    TIER = "tier"
    CATEGORY = "category"
    FACT = "fact"
    OCCASION = "occasion"
    TITLE = "title"
    REASON = "reason"


class Act(enum.StrEnum):
    """What can happen to the house."""

    HOUSE_OPENED = "house.opened"
    BOUTIQUE_OPENED = "house.boutique_opened"
    MEMBER_ADMITTED = "house.member_admitted"
    MEMBER_INVITED = "house.member_invited"
    MEMBER_ARRIVED = "house.member_arrived"
    MEMBER_LEFT = "house.member_left"
    ROLE_GIVEN = "house.role_given"
    DAYS_AGREED = "house.days_agreed"
    NAMES_MET = "house.names_met"
    NAME_RECOGNISED = "house.name_recognised"
    SETTING_CHANGED = "house.setting_changed"
    TERM_ADDED = "house.term_added"
    TERM_RETIRED = "house.term_retired"
    TABLET_ENROLLED = "house.tablet_enrolled"
    TABLET_WITHDRAWN = "house.tablet_withdrawn"
    CODE_CHOSEN = "house.code_chosen"


class SettingName(enum.StrEnum):
    """What a house decides about itself."""

    SUGGESTIONS = "suggestions_a_day"
    PACE_DAYS = "days_between_letters"
    APPS = "apps_by_hand"
    SEASONS = "season_dates"
    CHIEF_OF_BOOK = "chief_of_the_boutiques_book"
    STATES = "conditions_of_states"
    REASONS = "reasons"
    """By reason: whether it is raised, and its lengths of time in days."""
    PRESSURE = "pressure"
    """Between which loads of contact anybody may carry."""
    LEARNING = "learning"
    """The share of eligible moments left in peace to learn what silence does."""
    WORDING = "wording"
    """The house's own letters: by language, reason and form."""
    CARRIED = "carried_without_a_signal"
    """Whom a phone may show without a signal: `Carried`."""


class Carried(enum.StrEnum):
    """Whose pages a phone may carry, locked, for half a day (S-31)."""

    NOBODY = "nobody"
    TODAY = "today"
    FIFTY = "fifty"
