"""A host names a model, and is told at the start what is wrong with how it was named."""

from __future__ import annotations

import subprocess
import sys

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured

from carnet.capture.rules.typist import Port
from carnet.cli.examining import voice
from carnet.integrations.speech import kinds
from carnet.integrations.speech.kinds import Hosted, Local
from carnet.integrations.speech.typing_up import Elsewhere, OnThisServer

NOTHING = {"kind": "", "model": "", "threads": 2, "url": "", "name": "", "key_file": "", "seconds": None}
HERE = NOTHING | {"kind": "local"}
THERE = NOTHING | {"kind": "hosted", "name": "ear-1"}


@pytest.fixture
def plugged():
    before = Port.typist
    yield apps.get_app_config("speech")
    Port.typist = before


def test_nothing_is_named():
    assert kinds.named(NOTHING) is None


def test_one_on_this_server(tmp_path):
    assert kinds.named(HERE) == Local(None, 2, 600)
    assert Local(None).name == "whisper-base"
    for each in kinds.FILES:
        (tmp_path / each).touch()
    assert kinds.named(HERE | {"model": str(tmp_path), "threads": 4, "seconds": 30.0}) == Local(tmp_path, 4, 30)


def test_one_elsewhere(tmp_path):
    key = tmp_path / "key"
    key.write_text("sk\n")
    assert kinds.named(THERE | {"key_file": str(key)}) == Hosted("https://api.openai.com/v1", "ear-1", key, 120)
    assert kinds.named(THERE | {"url": "http://localhost:9000/v1/"}) == Hosted(
        "http://localhost:9000/v1", "ear-1", None
    )


WRONG = [
    (NOTHING | {"kind": "cloud"}, "CARNET_VOICE is"),
    (HERE | {"model": "/nowhere"}, "CARNET_VOICE_MODEL"),
    (HERE | {"threads": 0}, "CARNET_VOICE_THREADS"),
    (HERE | {"seconds": -1.0}, "CARNET_VOICE_SECONDS"),
    (THERE | {"seconds": 1e9}, "CARNET_VOICE_SECONDS"),
    (THERE | {"name": ""}, "CARNET_VOICE_NAME"),
    (THERE | {"key_file": "/nowhere"}, "CARNET_VOICE_KEY_FILE"),
    *((THERE | {"url": url}, "CARNET_VOICE_URL") for url in (
        "http://ears.example/v1", "https://a:b@ears.example", "https://", "ftp://ears.example", "https://[", "http://10.0.0.1/v1",
    )),
]  # fmt: skip


@pytest.mark.parametrize(("settings", "about"), WRONG)
def test_what_is_wrong_is_said_without_its_value(settings, about):
    with pytest.raises(kinds.NotAModel, match=about) as told:
        kinds.named(settings)
    assert not [
        value
        for value in (settings["url"], settings["key_file"], settings["model"])
        if value and value in str(told.value)
    ]


def test_it_plugs_in(plugged, settings):
    for voices, kind in ((NOTHING, type(None)), (HERE, OnThisServer), (THERE, Elsewhere)):
        settings.CARNET_VOICE = voices
        plugged.ready()
        assert type(Port.typist) is kind
    settings.CARNET_VOICE = HERE | {"threads": 0}
    with pytest.raises(ImproperlyConfigured):
        plugged.ready()


def test_the_doctor_says_which_and_whether_it_loads(settings, tmp_path):
    settings.CARNET_VOICE = NOTHING
    (found,) = voice.look()
    assert (found.state, "no model" in found.words) == ("well", True)
    settings.CARNET_VOICE = THERE
    (found,) = voice.look()
    assert (found.state, "api.openai.com" in found.words) == ("well", True)
    settings.CARNET_VOICE = HERE
    (found,) = voice.look()
    assert (found.state, "whisper-base" in found.words) == ("well", True)
    for each in kinds.FILES:
        (tmp_path / each).touch()
    settings.CARNET_VOICE = HERE | {"model": str(tmp_path)}
    (found,) = voice.look()
    assert (found.state, "does not load" in found.words) == ("mend", True)


def test_nothing_of_it_is_read_until_a_note_comes():
    told = "from carnet.integrations.speech import apps, typing_up\nimport sys\n"
    told += (
        "assert not {'av', 'faster_whisper', 'ctranslate2', 'httpx2', 'numpy'} & set(sys.modules), sorted(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", told], check=True)
