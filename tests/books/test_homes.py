"""Who looks after a home follows from whose client its first person is (H-4, Z-7)."""

from carnet.books import queries
from carnet.books.actions import assigning
from carnet.books.kinds import Why
from carnet.clients.actions import households
from carnet.clients.kinds import HouseholdRole
from tests.conftest import paris
from tests.factories.people import OPENED, THE_HOUSE

AT = paris("2025-03-04")


def test_z07_a_home_is_looked_after_by_its_first_persons_advisor_on_any_day(helene, antoine, camille, yumi, mail):
    home = households.found(name="The Marchettis", by=THE_HOUSE, at=OPENED)
    households.join(household=home, client=antoine, role=HouseholdRole.SPOUSE, by=THE_HOUSE, at=OPENED)
    assert queries.advisor_of(home, AT) is None
    households.join(household=home, client=helene, role=HouseholdRole.PRIMARY, by=THE_HOUSE, at=AT)
    assigning.transfer(
        client=helene, to=yumi, boutique=mail, why=Why.CLIENTS_CHOICE, by=THE_HOUSE, at=paris("2025-06-01")
    )
    days = ("2025-03-03", "2025-03-05", "2025-06-02")
    assert [queries.advisor_of(home, paris(day)) for day in days] == [None, camille, yumi]
