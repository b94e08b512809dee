"""What follows from what: the whole list, so that a consequence nobody knows of cannot slip in."""

from carnet.intelligence.reactions import READ_AGAIN
from carnet.journal import recording


def test_every_consequence_is_listed_here():
    told = {
        act: sorted(
            f"{react.__module__.removeprefix('carnet.').removesuffix('.reactions')}.{react.__name__}"
            for react in reacts
        )
        for act, reacts in recording._reactions.items()
        if reacts
    }
    assert {act for act, reacts in told.items() if "intelligence.read_again" in reacts} == set(READ_AGAIN)
    besides = {act: [each for each in reacts if each != "intelligence.read_again"] for act, reacts in told.items()}
    assert {act: reacts for act, reacts in besides.items() if reacts} == {
        "clients.died": ["occasions.let_her_dates_rest"],
        "clients.parted": ["occasions.let_their_dates_rest"],
        "house.name_recognised": ["integrations.files.put_clients_in_her_book", "purchases.put_names_on_sales"],
        "interactions.corrected": ["purchases.wait_no_more"],
        "interactions.logged": ["capture.let_details_meet_their_visit", "purchases.wait_for_the_sale"],
        "interactions.named": ["purchases.wait_for_her_sale"],
        "purchases.corrected": ["occasions.remember_whose_it_was"],
        "purchases.given_to": ["occasions.remember_its_day"],
        "purchases.meant": ["occasions.let_its_day_go"],
    }
