"""Reading two pages of the running demo house, as an advisor’s browser would."""

from __future__ import annotations

import html
import http.cookiejar
import re
import sys
import urllib.request

CLIENT = re.compile(r'href="(/clients/[0-9a-f-]{36}/)"')
HEADLINE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)


def read(address: str, name: str, link: str) -> int:
    """Come in by her link, read Today and the first client's page on it, print what was seen; 0 when both were there."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    today = _page(browser, link)
    print(f"{name} reads Today: {_headline(today)}")
    client = CLIENT.search(today)
    if client is None:
        print("Today names no client: the demo house has nothing to say.", file=sys.stderr)
        return 1
    page = _page(browser, address + client[1])
    print(f"… and opens a client’s page: {_headline(page)}, {page.count('<time')} dates in the story.")
    return 0


def _page(browser: urllib.request.OpenerDirector, address: str) -> str:
    with browser.open(address) as answer:
        return str(answer.read().decode())


def _headline(page: str) -> str:
    found = HEADLINE.search(page)
    return html.unescape(re.sub(r"<[^>]+>", "", found[1])).strip() if found else "a page without a headline"
