"""Clients, households and facts."""

from carnet.clients.models.client import Candidate, Client, ClientEntry, ClientPoint, ContactPoint, ExternalId, KnownAt
from carnet.clients.models.facts import Fact
from carnet.clients.models.households import Household, Membership, Referral, Relation, TierDecision

__all__ = [
    "Candidate",
    "Client",
    "ClientEntry",
    "ClientPoint",
    "ContactPoint",
    "ExternalId",
    "Fact",
    "Household",
    "KnownAt",
    "Membership",
    "Referral",
    "Relation",
    "TierDecision",
]
