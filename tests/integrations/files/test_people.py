"""People come in: who is whom, what they agreed to, what is worth remembering, whose they are."""

from __future__ import annotations

import datetime as dt

import pytest

from carnet.books import queries as books
from carnet.books.actions import assigning
from carnet.books.kinds import Why
from carnet.clients.actions import noting
from carnet.clients.models import Candidate, Client, ClientPoint, Fact, Household, Relation
from carnet.consent.kinds import Answer
from carnet.consent.models import Basis, Permission
from carnet.house.actions import recognising
from carnet.house.models import StaffName
from carnet.integrations.files import reporting
from carnet.occasions.models import Occasion
from tests import cast
from tests.factories import exports, people, story

pytestmark = pytest.mark.django_db
LATER = exports.TODAY + dt.timedelta(days=1)
HELENE = {"Customer ID": "C-1", "First Name": "Hélène", "Last Name": "Marchetti", "Email": "helene.marchetti@example.test",
          "Phone": "+33 1 99 00 11 01", "Birthday": "1980-12-08", "Tags": "vip, ring-52", "Note": "Prefers platinum"}  # fmt: skip
ASKED = {**HELENE, "Accepts Email Marketing": "yes"}
PAOLO = {
    "Customer ID": "C-2",
    "First Name": "Paolo",
    "Last Name": "Marchetti",
    "Email": "helene.marchetti@example.test",
}
NAMES = (
    "Hélène Marchetti", "渡辺 健司", "نور الهاشمي", "陈思远", "김민서", "Nguyễn Thị Ánh", "Ольга Ківш", "Ɛ́bɔ Ọláyínká",
    "O’Brien-D’Arcy", "Ҫĕнĕ", "José\u0301", "Zoë", "Åse Ødegård", "ไพลิน", "אורית", "Ελένη", "𠮷田 花子", "À̖́́ b",
)  # fmt: skip


def test_everyone_comes_in_with_what_the_export_says(bring):
    made = bring(HELENE)
    her = Client.objects.get()
    assert (str(her), her.given, her.family) == ("Hélène Marchetti", "Hélène", "Marchetti")
    assert {(held.point.kind, held.point.value, held.raw) for held in ClientPoint.objects.select_related("point")} == {
        ("email", "helene.marchetti@example.test", "helene.marchetti@example.test"),
        ("phone", "+33199001101", "+33 1 99 00 11 01"),
    }
    assert sorted(Fact.objects.values_list("kind__code", "words")) == [
        ("note", "Prefers platinum"), ("tag", "ring-52"), ("tag", "vip"),
    ]  # fmt: skip
    assert list(Occasion.objects.values_list("kind__code", "month", "day")) == [("birthday", 12, 8)], "Never the year."
    assert made.counts["people"] == {"new": 1, "changed": 0, "same": 0}


def test_the_same_file_twice_changes_nothing(bring):
    bring(HELENE, PAOLO)
    models = (Client, ClientPoint, Candidate, Fact, Occasion, Permission)
    before = {model: list(model.objects.order_by("id").values()) for model in models}
    again = bring(HELENE, PAOLO, at=LATER)
    assert {model: list(model.objects.order_by("id").values()) for model in models} == before
    assert again.counts["people"] == {"new": 0, "changed": 0, "same": 2}


def test_a_shared_address_makes_a_candidate_and_never_one_person(bring):
    made = bring(HELENE, PAOLO)
    pair = Candidate.objects.get()
    assert {str(pair.client), str(pair.other)} == {"Hélène Marchetti", "Paolo Marchetti"}
    assert (Client.objects.count(), made.counts["candidates"]) == (2, 1)
    assert "1 pair of people shares an address: they may be one, which a person decides." in reporting.sentences(
        made, dry_run=False
    )


def test_a_row_without_an_id_is_the_person_it_describes_word_for_word(bring):
    nameless = {**PAOLO, "Customer ID": ""}
    bring(nameless)
    bring(nameless, {**nameless, "First Name": "Paola"})
    assert sorted(str(client) for client in Client.objects.all()) == ["Paola Marchetti", "Paolo Marchetti"]


@pytest.mark.parametrize("name", ["export.csv", "export.xlsx"])
def test_names_in_every_script_come_in_byte_for_byte(bring, name):
    bring(*({"Customer ID": f"N-{number}", "Name": said} for number, said in enumerate(NAMES)), name=name)
    kept = dict(Client.objects.values_list("external_ids__external_id", "display"))
    assert [kept[f"N-{number}"].encode() for number in range(len(NAMES))] == [said.encode() for said in NAMES]


def test_names_in_an_old_encoding_come_in_as_they_are_read(tmp_path, mail):
    path = exports.sheet(
        tmp_path / "old.csv", exports.rows({"N° client": "1", "Nom complet": "Françoise Lœuf-Bœhm", "Ville": "Nîmes"}),
        encoding="cp1252", separator=";",
    )  # fmt: skip
    made = exports.take_in(path)
    assert made.options["encoding"] == "cp1252"
    assert (made.options["separator"], str(Client.objects.get())) == (";", "Françoise Lœuf-Bœhm")


class TestTomorrow:
    def test_what_changed_is_updated(self, bring):
        bring(HELENE)
        made = bring(
            {**HELENE, "Last Name": "Marchetti-Roux", "Tags": "ring-52", "Phone": "+33 1 99 00 11 09"}, at=LATER
        )
        her = Client.objects.get()
        assert str(her) == "Hélène Marchetti-Roux"
        assert {held.point.value for held in ClientPoint.objects.filter(period__contains=LATER)} == {
            "helene.marchetti@example.test", "+33199001109",
        }  # fmt: skip
        assert {fact.words for fact in Fact.objects.held(LATER)} == {"Prefers platinum", "ring-52"}
        assert made.counts["people"] == {"new": 0, "changed": 1, "same": 0}

    def test_a_file_without_tags_ends_no_tag(self, bring):
        bring(HELENE)
        bring({key: HELENE[key] for key in ("Customer ID", "First Name", "Last Name", "Note")}, at=LATER)
        assert {fact.words for fact in Fact.objects.held(LATER)} == {"Prefers platinum", "ring-52", "vip"}

    def test_what_a_colleague_noted_stays(self, bring, camille):
        bring(HELENE)
        her = Client.objects.get()
        noting.note(client=her, kind="tag", words="pearls", by=people.by(camille), at=exports.TODAY)
        bring({**HELENE, "Tags": ""}, at=LATER)
        assert {fact.words for fact in Fact.objects.held(LATER)} == {"Prefers platinum", "pearls"}


class TestWhatTheyAgreedTo:
    def test_a_yes_without_a_date_is_to_be_asked_in_person(self, bring):
        made = bring(ASKED)
        assert list(Permission.objects.values_list("purpose", "channel", "answer", "proof")) == [
            ("invitation", "email", Answer.ASK, "opening_balance")
        ]
        assert made.counts["reachable"]["after"] == {"care": 0, "invitation": 0}

    def test_a_yes_with_a_date_counts(self, bring):
        made = bring({**ASKED, "Consent date": "2025-05-04 10:00"}, columns={"consent_on": "Consent date"})
        agreed = Permission.objects.get(answer=Answer.YES)
        assert agreed.happened_at.date() == dt.date(2025, 5, 4)
        assert made.counts["reachable"]["after"]["invitation"] == 1

    def test_a_no_is_a_no(self, bring):
        bring({**HELENE, "Accepts Email Marketing": "no"})
        assert Permission.objects.get().answer == Answer.NO

    def test_an_import_never_widens_what_she_said_here(self, bring):
        bring(HELENE)
        story.no(Client.objects.get(), on=exports.TODAY)
        made = bring({**ASKED, "Consent date": "2026-03-02 23:00"}, columns={"consent_on": "Consent date"}, at=LATER)
        assert made.counts["reachable"]["after"]["invitation"] == 0

    def test_the_report_says_whom_each_purpose_reaches_before_and_after(self, bring):
        bring(
            {"Order": "S-1", "Customer ID": "C-1", "Date": "2026-01-10", "SKU": "VC-LUN-P", "Price": "3900"},
            source="file",
        )
        made = bring(
            {**ASKED, "Consent date": "2025-05-04 10:00"}, columns={"consent_on": "Consent date"}, source="file"
        )
        assert made.counts["reachable"] == {
            "before": {"care": 1, "invitation": 0}, "after": {"care": 1, "invitation": 1},
        }  # fmt: skip
        assert reporting.sentences(made, dry_run=False)[-2:] == [
            "Reachable for care: 1 (before: 1).", "Reachable for invitations: 1 (before: 0).",
        ]  # fmt: skip

    def test_the_ground_of_care_is_asked_once_and_kept_as_proof(self, bring):
        bring(HELENE)
        bring(PAOLO)
        basis = Basis.objects.get()
        assert (basis.purpose, basis.words, bool(basis.noted_in_id)) == ("care", "We look after what we sold.", True)


class TestWhose:
    def test_an_advisor_known_by_name_has_them_in_her_book(self, bring, mail, camille):
        made = bring({**HELENE, "Advisor": "Camille Aubry"}, {**PAOLO, "Advisor": ""})
        assert [str(client) for client in books.book_of(advisor=camille, as_of=exports.TODAY)] == ["Hélène Marchetti"]
        assert [str(client) for client in books.boutiques_book(boutique=mail, as_of=exports.TODAY)] == [
            "Paolo Marchetti"
        ]
        assert made.counts["assigned"] == 1

    def test_an_unknown_advisor_is_asked_once_and_then_has_them(self, bring, mail, camille):
        made = bring({**HELENE, "Advisor": "CA"})
        assert made.counts["unknown_people"] == 1
        assert [str(client) for client in books.boutiques_book(boutique=mail, as_of=exports.TODAY)] == [
            "Hélène Marchetti"
        ]
        recognising.recognise_person(staff_name=StaffName.objects.get(), member=camille, by=people.THE_HOUSE, at=LATER)
        assert [str(client) for client in books.book_of(advisor=camille, as_of=LATER)] == ["Hélène Marchetti"]
        assert not books.book_of(advisor=camille, as_of=exports.TODAY).exists(), "Nobody knew it then."

    def test_who_has_left_has_nobody(self, bring, mail):
        from carnet.house.actions import admitting

        admitting.admit(name="Odile Ferrand", is_active=False, by=people.THE_HOUSE, at=people.OPENED)
        made = bring({**HELENE, "Advisor": "Odile Ferrand"})
        assert (made.counts["assigned"], made.counts["unknown_people"]) == (0, 0)
        assert books.boutiques_book(boutique=mail, as_of=exports.TODAY).count() == 1

    def test_an_export_that_changed_its_mind_is_followed_and_a_manager_is_not_overruled(
        self, bring, mail, camille, yumi
    ):
        bring({**HELENE, "Advisor": "camille"}, {**PAOLO, "Advisor": "camille"})
        her, him = Client.objects.get(given="Hélène"), Client.objects.get(given="Paolo")
        assigning.transfer(client=him, to=yumi, boutique=mail, why=Why.TRANSFER, by=people.THE_HOUSE, at=LATER)
        after = LATER + dt.timedelta(days=1)
        bring({**HELENE, "Advisor": "yumi"}, {**PAOLO, "Advisor": "camille"}, at=after)
        assert {client.given for client in books.book_of(advisor=yumi, as_of=after)} == {"Hélène", "Paolo"}
        assert not books.book_of(advisor=camille, as_of=after).exists()
        assert list(books.book_of(advisor=camille, as_of=LATER)) == [her]


def test_couples_the_export_knows_are_related_and_share_a_home(bring):
    bring(
        {"ID #": "1", "First": "Hélène", "Last": "Marchetti", "Spouse ID #": "2", "Couple": "Hélène & Paolo"},
        {"ID #": "2", "First": "Paolo", "Last": "Marchetti", "Spouse ID #": "1", "Couple": "Hélène & Paolo"},
    )
    assert Relation.objects.get().kind == "spouse"
    assert Household.objects.get().name == "Hélène & Paolo"


def test_passports_do_not_come_in(bring):
    from carnet.integrations.files.reading.sentences import Unreadable

    with pytest.raises(Unreadable, match="holds passports"):
        bring({**HELENE, "Passport No.": "X1"})
    assert not Client.objects.exists()


def test_the_boutique_it_names_is_where_they_are_known(bring, mail):
    ginza = people.boutique(cast.GINZA)
    bring({**HELENE, "Boutique": "Ginza"}, PAOLO)
    assert {held.client.given: held.boutique for held in Client.objects.get(given="Hélène").known_at.all()} == {
        "Hélène": ginza
    }
