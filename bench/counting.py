"""How many statements a page takes, in this process: the same middleware, views and templates, with the cursor watched."""

from __future__ import annotations

from typing import Any

TRANSACTION = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


def reader(handle: str) -> Any:
    """A signed-in browser of that colleague, with her second proof given."""
    from django.test import Client

    from carnet.house.models import Member

    browser = Client(SERVER_NAME="localhost")
    browser.force_login(
        Member.objects.get(handle=handle), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    session = browser.session
    session["proven"] = True
    session.save()
    return browser


def statements(browser: Any, path: str, form: dict[str, Any] | None = None) -> int:
    """The statements of one request, the transaction's own aside; asked once before, so that nothing is counted that is kept."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    if form is None:
        # Today is prepared by whoever opens it first.
        browser.get(path)
    with CaptureQueriesContext(connection) as captured:
        answer = browser.get(path) if form is None else browser.post(path, form)
    if answer.status_code not in (200, 302):
        raise SystemExit(f"{path.split('?', maxsplit=1)[0]} answered {answer.status_code}")
    return sum(not each["sql"].startswith(TRANSACTION) for each in captured.captured_queries)


def read_again() -> int:
    """Those of them that read the client of the last note anew, in the transaction that kept it."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from carnet.intelligence import reactions
    from carnet.interactions.kinds import Act
    from carnet.journal.models import Line

    line = Line.objects.filter(act=Act.LOGGED, on_kind="encounter").latest("at")
    with CaptureQueriesContext(connection) as captured:
        reactions.read_again(line)
    return sum(not each["sql"].startswith(TRANSACTION) for each in captured.captured_queries)
