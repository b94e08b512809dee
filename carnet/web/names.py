"""Who, or which boutique, a name in an export is: asked on several screens, and answered in one way."""

from __future__ import annotations

from carnet.house.actions import admitting, recognising
from carnet.house.models import Boutique, Member, PlaceName, StaffName
from carnet.web.capture.forms import is_uuid
from carnet.web.here import Here

FORMER, NOBODY, NONE = "former", "nobody", "none"


def say_who(name: StaffName, said: str, at: Here) -> bool:
    """A colleague's id, somebody who has left, or nobody; whether that could be understood."""
    member = Member.objects.filter(id=said).first() if is_uuid(said) else None
    if said == FORMER:
        member = admitting.admit(name=name.name, is_active=False, by=at.by, at=at.at)
    elif member is None and said != NOBODY:
        return False
    recognising.recognise_person(staff_name=name, member=member, by=at.by, at=at.at)
    return True


def say_which(name: PlaceName, said: str, at: Here) -> bool:
    """A boutique's id, or none of ours; whether that could be understood."""
    boutique = Boutique.objects.filter(id=said).first() if is_uuid(said) else None
    if boutique is None and said != NONE:
        return False
    recognising.recognise_place(place_name=name, boutique=boutique, by=at.by, at=at.at)
    return True
