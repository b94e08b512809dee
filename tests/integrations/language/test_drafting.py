"""A model is asked once, within a time and a size; whatever else it does, the caller learns only that it did not answer."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time

import pytest
from django.core.exceptions import ImproperlyConfigured

from carnet.integrations.language import kinds
from carnet.integrations.language.breaker import Breaker
from carnet.integrations.language.kinds import Provider
from carnet.outreach.rules.drafting.drafter import DidNotAnswer, Port
from carnet.outreach.rules.drafting.prompt import Prompt
from tests.factories import models
from tests.factories.models import NO_ANSWER

ASKED = Prompt("Write.", "One letter.")
SETTINGS = {"provider": "openai", "url": "https://models.test/v1", "name": "stub-1", "key_file": "", "seconds": 20.0}


@pytest.fixture(scope="module")
def stub():
    with models.running() as stub:
        yield stub


@pytest.fixture(autouse=True)
def forgets(stub):
    stub.received.clear()


def test_it_writes_over_openais_wire(stub, tmp_path):
    key = tmp_path / "key"
    key.write_text("sk-house\n")
    stub.says("Chère Madame,")
    written = stub.drafter(key_file=key).write(ASKED)
    assert (written.text, written.model) == ("Chère Madame,", "openai/stub-1")
    (sent,) = stub.received
    head, _, body = sent.partition(b"\n\n")
    assert head.startswith(b"POST /v1/chat/completions")
    assert b"Bearer sk-house" in head
    asked = json.loads(body)
    assert [(each["role"], each["content"]) for each in asked["messages"]] == [
        ("system", "Write."),
        ("user", "One letter."),
    ]
    assert set(asked) <= {"model", "messages", "max_completion_tokens", "stream"}
    assert not asked.get("stream")
    assert asked["max_completion_tokens"] == 800


def test_it_writes_over_anthropics_wire(stub):
    stub.behave = models.says_as_anthropic("Chère Madame,")
    assert stub.drafter(provider=Provider.ANTHROPIC).write(ASKED).text == "Chère Madame,"
    (sent,) = stub.received
    asked = json.loads(sent.partition(b"\n\n")[2])
    assert sent.startswith(b"POST /v1/messages")
    assert asked["max_tokens"] == 800
    assert "tools" not in asked


@pytest.mark.parametrize("hostile", NO_ANSWER, ids=lambda hostile: hostile.name)
def test_what_is_no_answer_is_none_and_is_not_asked_twice(stub, hostile):
    stub.behave = hostile.behave
    with pytest.raises(DidNotAnswer, match=r"^no answer$") as told:
        stub.drafter().write(ASKED)
    assert len(stub.received) == 1
    assert (told.value.__cause__, told.value.__context__) == (None, None)


@pytest.mark.parametrize("behave", [models.is_silent, models.trickles])
def test_it_has_so_many_seconds_in_all(stub, behave):
    stub.drafter()
    stub.behave = behave
    begun = time.monotonic()
    with pytest.raises(DidNotAnswer):
        stub.drafter(seconds=0.5).write(ASKED)
    assert time.monotonic() - begun < 4


def test_nobody_is_there():
    with models.running() as gone:
        drafter = gone.drafter()
    with pytest.raises(DidNotAnswer):
        drafter.write(ASKED)


def test_a_model_that_fails_is_left_alone_for_a_while(stub):
    clock = [0.0]
    drafter = stub.drafter(breaker=Breaker(failures=3, rest=300, now=lambda: clock[0]))
    stub.behave = models.gives({}, 500)
    for _ in range(5):
        with pytest.raises(DidNotAnswer):
            drafter.write(ASKED)
    assert len(stub.received) == 3
    clock[0] = 301
    with pytest.raises(DidNotAnswer):
        drafter.write(ASKED)
    with pytest.raises(DidNotAnswer, match="resting"):
        drafter.write(ASKED)
    assert len(stub.received) == 4
    clock[0] = 700
    stub.says("Back.")
    assert [drafter.write(ASKED).text for _ in range(3)] == ["Back."] * 3


def test_of_many_who_wait_for_a_model_that_rests_one_asks():
    clock = [0.0]
    breaker = Breaker(failures=1, rest=300, now=lambda: clock[0])
    breaker.failed()
    assert not breaker.lets_through()
    clock[0] = 301
    passed: list[bool] = []
    threads = [threading.Thread(target=lambda: passed.append(breaker.lets_through())) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert passed.count(True) == 1


def test_a_process_that_names_no_model_reads_nothing_of_it():
    said = subprocess.run(
        [sys.executable, "-c", (
            "import django; django.setup(); import sys;"
            "from carnet.outreach.rules.drafting.drafter import Port;"
            "print(Port.drafter, sorted({'pydantic_ai', 'openai', 'anthropic', 'httpx2'} & set(sys.modules)))"
        )],
        env={"DJANGO_SETTINGS_MODULE": "config.settings.test", "PYTHONPATH": ".", "PATH": "/usr/bin:/bin", "HOME": "/tmp",
             "CARNET_MODEL_PROVIDER": "openai"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert said.stdout == "None []\n", said.stderr


def test_the_host_names_a_model(tmp_path):
    key = tmp_path / "key"
    key.write_text(" sk-1 \n")
    model = kinds.named(SETTINGS | {"key_file": str(key)})
    assert (model.key, model.url, model.seconds) == ("sk-1", "https://models.test/v1", 20.0)
    key.write_text("sk-2")
    assert model.key == "sk-2"
    assert kinds.named(SETTINGS | {"provider": ""}) is None
    assert kinds.named(SETTINGS | {"url": ""}).url == "https://api.openai.com/v1"
    assert kinds.named(SETTINGS | {"provider": "anthropic", "url": ""}).url == "https://api.anthropic.com"
    for here in ("http://127.0.0.1:8080/v1", "http://localhost:8080", "http://[::1]/v1"):
        assert kinds.named(SETTINGS | {"url": here}).key == ""


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"provider": "oracle"}, "CARNET_MODEL_PROVIDER"),
        ({"name": ""}, "CARNET_MODEL_NAME"),
        ({"url": "http://models.test/v1"}, "CARNET_MODEL_URL"),
        ({"url": "http://10.0.0.5/v1"}, "CARNET_MODEL_URL"),
        ({"url": "http://127.0.0.1.models.test"}, "CARNET_MODEL_URL"),
        ({"url": "https://me:secret@models.test"}, "CARNET_MODEL_URL"),
        ({"url": "https://models.test/?key=secret"}, "CARNET_MODEL_URL"),
        ({"url": "file:///etc/passwd"}, "CARNET_MODEL_URL"),
        ({"url": "https://[bad"}, "CARNET_MODEL_URL"),
        ({"key_file": "/nowhere/secret"}, "CARNET_MODEL_KEY_FILE"),
        ({"seconds": 0.0}, "CARNET_MODEL_SECONDS"),
        ({"seconds": 21.0}, "CARNET_MODEL_SECONDS"),
    ],
)
def test_what_is_wrong_with_it_is_said_without_its_value(settings, wrong, said):
    from django.apps import apps

    settings.CARNET_MODEL = SETTINGS | wrong
    with pytest.raises(ImproperlyConfigured, match=said) as told:
        apps.get_app_config("language").ready()
    assert "secret" not in str(told.value)
    assert Port.drafter is None


def test_a_named_model_plugs_in(settings):
    from django.apps import apps

    settings.CARNET_MODEL = SETTINGS
    try:
        apps.get_app_config("language").ready()
        assert Port.drafter.model == "openai/stub-1"
    finally:
        Port.drafter = None
