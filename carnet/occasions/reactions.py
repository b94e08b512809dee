"""What occasions do when something happened in a room below."""

from __future__ import annotations

from carnet.clients.kinds import COUPLE
from carnet.clients.kinds import Act as ClientAct
from carnet.clients.models import Relation
from carnet.journal.models import Line
from carnet.journal.recording import reacts_to
from carnet.occasions.actions import noting_dates
from carnet.purchases.kinds import Act as PurchaseAct
from carnet.purchases.models import Gift


@reacts_to(ClientAct.DIED)
def let_her_dates_rest(line: Line) -> None:
    """Somebody died: no date of hers is spoken of, nor a couple's to the one who is left, until they do (ruling 14)."""
    noting_dates.rest_of_the_dead(client_id=line.on_id, line=line)


@reacts_to(ClientAct.PARTED)
def let_their_dates_rest(line: Line) -> None:
    """A couple parted: what they kept together rests (O-8)."""
    bond = Relation.objects.get(id=line.on_id)
    if bond.kind in COUPLE:
        noting_dates.rest_of_a_couple(of={bond.client_id, bond.other_id}, line=line)


@reacts_to(PurchaseAct.CORRECTED)
def remember_whose_it_was(line: Line) -> None:
    """A sale that was nobody's has its buyer: the gifts on it tell their days."""
    for gift in Gift.objects.filter(line__sale=line.on_id).order_by("id"):
        noting_dates.learn_from_gift(line_key=gift.line_id, line=line)


@reacts_to(PurchaseAct.GIVEN_TO)
def remember_its_day(line: Line) -> None:
    """A gift for an occasion tells of a date, to the one who gave it (U-12)."""
    noting_dates.learn_from_gift(line_key=line.on_id, line=line)


@reacts_to(PurchaseAct.MEANT)
def let_its_day_go(line: Line) -> None:
    """A farewell has no anniversary; when it turns out to have been none, its day comes back (U-7)."""
    for gift in Gift.objects.filter(line__sale=line.on_id).order_by("id"):
        noting_dates.learn_from_gift(line_key=gift.line_id, line=line)
