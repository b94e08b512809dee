"""What purchases do when something happened in a room below."""

from __future__ import annotations

from carnet.house.kinds import Act as HouseAct
from carnet.house.models import Boutique, PlaceName, StaffName
from carnet.interactions.kinds import Act as InteractionAct
from carnet.interactions.kinds import Left, Part
from carnet.interactions.models import Encounter, Presence
from carnet.journal.models import Line
from carnet.journal.recording import reacts_to
from carnet.purchases.actions import joining, naming


@reacts_to(HouseAct.NAME_RECOGNISED)
def put_names_on_sales(line: Line) -> None:
    """A seller or a shop was recognised: its sales bear the answer, the past ones too."""
    if line.on_kind == "staff_name":
        naming.name_seller(staff_name=StaffName.objects.get(id=line.on_id), line=line)
    elif line.on_kind == "place_name":
        naming.name_place(place_name=PlaceName.objects.get(id=line.on_id), line=line)


@reacts_to(InteractionAct.LOGGED)
def wait_for_the_sale(line: Line) -> None:
    """“Bought” waits for its sale."""
    encounter = Encounter.objects.filter(id=line.on_id, left=Left.BOUGHT).first()
    if encounter is None:
        return
    main = Presence.objects.filter(encounter=encounter, part=Part.MAIN).values_list("client", flat=True).first()
    if main:
        joining.wait(encounter=encounter, client_id=main, zone=_zone_of(encounter), line=line)


@reacts_to(InteractionAct.CORRECTED)
def wait_no_more(line: Line) -> None:
    """A note taken back waits for no sale."""
    if taken_back := Encounter.objects.filter(id=line.on_id, taken_back_at__isnull=False).first():
        joining.forget(encounter=taken_back, line=line)


@reacts_to(InteractionAct.NAMED)
def wait_for_her_sale(line: Line) -> None:
    """A visit that was nobody's yet is hers, and so is what she said."""
    encounter = Encounter.objects.get(id=line.on_id)
    main = Presence.objects.filter(encounter=encounter, part=Part.MAIN).values_list("client", flat=True).first()
    if main:
        joining.name(encounter=encounter, client_id=main, zone=_zone_of(encounter), line=line)


def _zone_of(encounter: Encounter) -> str:
    return Boutique.objects.get(id=encounter.boutique_id).zone if encounter.boutique_id else "UTC"
