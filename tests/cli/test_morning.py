"""carnet morning: each advisor's day, printed; in two houses built from the same file, the same text."""

import json
from pathlib import Path

import jsonschema
import pytest

from carnet import cli
from carnet.cli import NO_HOUSE, NOTHING_DONE
from tests.cli import homes

SCHEMA = json.loads((homes.ROOT / "docs" / "api" / "morning.schema.json").read_text())
SALES = """Order,Customer ID,Customer Name,Email,Date,SKU,Item,Quantity,Price,Currency,Sold by
W-1,C-71,Ottilie Brandt,ottilie.brandt@example.test,2025-03-03 11:00,VC-LUN-P,Lune pendant,1,3900,EUR,Camille Aubry
W-2,C-72,Casimir Vogel,casimir.vogel@example.test,2025-03-01 12:00,VC-LUN-E,Lune earrings,1,5200,EUR,Camille Aubry
W-3,C-73,Delphine Arnoux,delphine.arnoux@example.test,2025-02-27 15:00,VC-AUB-R,Aube ring,1,7800,EUR,Camille Aubry
W-4,C-74,Rosalie Fontanel,rosalie.fontanel@example.test,2025-02-28 15:00,VC-AUB-R,Aube ring,1,7800,EUR,Yumi Tanabe
W-5,C-75,Ambroise Kessler,ambroise.kessler@example.test,2025-03-02 15:00,VC-LUN-P,Lune pendant,1,3900,EUR,Yumi Tanabe
W-6,C-76,Oriane Castel,oriane.castel@example.test,2024-03-02 15:00,VC-LUN-P,Lune pendant,1,3900,EUR,Yumi Tanabe
"""
DAY = "2025-03-04"


def opened(home, folder: Path):
    """Vauclair, its people, and what its till wrote."""
    path = folder / "sales.csv"
    path.write_text(SALES, encoding="utf-8")
    home.done(
        "open-house", "--name", "Vauclair", "--boutique", "rue du Mail", "--city", "Paris", "--country", "FR",
        "--zone", "Europe/Paris", "--currency", "EUR", "--language", "en", "--manager", "Inès Valdor",
        "--advisor", "Camille Aubry", "--advisor", "Camille Roux", "--advisor", "Yumi Tanabe",
    )  # fmt: skip
    home.done("import", path)
    return home


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    with homes.home() as made:
        yield opened(made, tmp_path_factory.mktemp("first"))


def morning(home, *words):
    return json.loads(home.done("morning", "--as-of", DAY, "--json", *words))


def listed(told):
    return {day["advisor"]["name"]: [each["client"]["name"] for each in day["suggestions"]] for day in told["days"]}


def test_it_prints_each_advisors_day(house):
    told = morning(house)
    jsonschema.validate(told, SCHEMA)
    assert (told["as_of"], sorted(day["advisor"]["name"] for day in told["days"])) == (
        DAY, ["Camille Aubry", "Camille Roux", "Inès Valdor", "Yumi Tanabe"],
    )  # fmt: skip
    everyone = {each["client"]["name"] for day in told["days"] for each in (*day["suggestions"], *day["at_rest"])}
    assert everyone == {line.split(",")[2] for line in SALES.splitlines()[1:]}
    suggested = {name for names in listed(told).values() for name in names}
    assert "Oriane Castel" not in suggested
    assert suggested


def test_every_fact_is_a_row_of_the_file(house):
    facts = {
        fact["id"]
        for day in morning(house)["days"]
        for each in day["suggestions"]
        for why in each["reasons"]
        for fact in why["facts"]
    }
    rows = house.execute(
        "select distinct l.key::text from purchases_line l join files_sourcerow r on r.record_id = l.key"
    )
    assert facts
    assert facts <= {key for (key,) in rows}


def test_a_second_house_built_from_the_same_file_prints_the_same_and_again_when_taken_in_anew(house, tmp_path):
    first = house.done("morning", "--as-of", DAY, "--json")
    assert house.done("morning", "--as-of", DAY, "--json") == first
    with homes.home() as other:
        assert opened(other, tmp_path).done("morning", "--as-of", DAY, "--json") == first
        ((number,),) = other.execute("select id from files_import")
        other.done("import", "--undo", number)
        assert listed(morning(other)) == {name: [] for name in listed(json.loads(first))}
        other.done("import", tmp_path / "sales.csv")
        assert other.done("morning", "--as-of", DAY, "--json") == first


def test_a_past_day_is_the_same_whatever_is_held_since(house):
    before = house.done("morning", "--as-of", DAY, "--json")
    house.done("hold", "Ottilie Brandt", "--because", "She asked for quiet.")
    assert house.done("morning", "--as-of", DAY, "--json") == before
    house.done("release", "Ottilie Brandt", "--because", "She is back.")
    assert house.done("morning", "--as-of", DAY, "--json") == before


def test_on_paper_it_says_who_why_and_what_to_write(house):
    said = house.done("morning", "--as-of", DAY)
    assert "and nobody has said thank you yet." in said
    assert "rue du Mail" in said
    assert "{" not in said


@pytest.mark.parametrize("name", ["Inès Valdor", "valdor"])
def test_one_advisors_alone(house, name):
    assert [day["advisor"]["name"] for day in morning(house, "--advisor", name)["days"]] == ["Inès Valdor"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ottilie", "Nobody is called Ottilie: there is Camille Aubry (camille.aubry), Camille Roux (camille.roux), "),
        ("Camille", "More than one person is called Camille: there is Camille Aubry (camille.aubry), Camille Roux "),
    ],
)
def test_a_name_nobody_or_more_than_one_answers_to_is_one_sentence(house, name, said):
    finished = house.carnet("morning", "--advisor", name)
    assert (finished.returncode, finished.stdout, len(finished.stderr.splitlines())) == (NOTHING_DONE, "", 1)
    assert finished.stderr.startswith(said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--as-of", "2025-02-30"], "'2025-02-30' is not a day such as 2011-11-15"),
        (["--as-of", "yesterday"], "'yesterday' is not a day such as 2011-11-15"),
        (["--as-of"], "expected one argument"),
        (["--when", "now"], "unrecognized arguments: --when now"),
    ],
)
def test_what_was_not_understood_is_one_sentence(capsys, words, said):
    with pytest.raises(SystemExit) as left:
        cli.main(["morning", *words])
    told = capsys.readouterr()
    assert (left.value.code, told.out, len(told.err.splitlines())) == (NOTHING_DONE, "", 1)
    assert said in told.err


def test_todays_is_prepared_and_kept_and_a_past_days_is_not(house):
    house.done("morning", "--as-of", DAY)
    assert house.execute("select count(*) from outreach_day") == [(0,)]
    house.done("morning")
    assert house.execute("select count(*) from outreach_day") == [(4,)]
    house.done("morning")
    assert house.execute("select count(*) from outreach_day") == [(4,)]


def test_where_no_house_is_open_it_says_so():
    with homes.home() as empty:
        finished = empty.carnet("morning")
        assert (finished.returncode, finished.stdout) == (NO_HOUSE, "")
        assert finished.stderr == "No house is open here yet: open one with “carnet open-house”.\n"
