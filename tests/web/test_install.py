"""The page that shows how: to anybody, her own kind of browser first."""

import re
from pathlib import Path

import pytest
from django.test import Client as Browser

from carnet.web.door import install
from tools import styles

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 Version/26.0 Mobile/15E148 Safari/604.1"


@pytest.mark.parametrize(
    ("agent", "first"),
    [
        (IPHONE, "iphone"), (IPHONE.replace("iPhone", "iPad"), "iphone"),
        ("Mozilla/5.0 (Linux; Android 16) Chrome/142", "android"), ("Mozilla/5.0 (X11; Linux x86_64) Edg/142", "desk"),
        ("", "desk"), ("x" * 100_000, "desk"),
    ],
)  # fmt: skip
def test_hers_stands_first_and_the_others_below(house, agent, first):
    answer = Browser(headers={"user-agent": agent}).get("/door/install/")
    found = re.findall(r'<section class="sec" id="(\w+)"', answer.content.decode())
    assert found[0] == first
    assert sorted(found) == ["android", "desk", "iphone"]
    assert "User-Agent" in answer["Vary"]


def test_every_step_is_drawn():
    drawn = set(re.findall(r'id="([\w-]+)"', Path(styles.STATIC, "install.svg").read_text()))
    assert drawn == {f"{each.code}-{number}" for each in install.PLATFORMS for number in (1, 2, 3)}
    assert all(len(each.steps) == 3 for each in install.PLATFORMS)


def test_her_settings_lead_there(browser):
    assert 'href="/door/install/"' in browser.get("/door/me/").content.decode()
