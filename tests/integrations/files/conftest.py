"""Small real files, written by the test that needs them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carnet.house.models import Boutique
from carnet.integrations.files.models import Import
from tests.factories import exports


@pytest.fixture
def bring(tmp_path: Path, mail: Boutique) -> Callable[..., Import]:
    """Write rows (or a text) to a file and take it in at rue du Mail."""

    def write_and_take_in(*told: dict[str, Any] | str, name: str = "export.csv", **how: Any) -> Import:
        path = tmp_path / name
        if len(told) == 1 and isinstance(told[0], str):
            path.write_text(told[0], encoding="utf-8")
        else:
            exports.sheet(path, exports.rows(*told))
        return exports.take_in(path, boutique=how.pop("boutique", mail), **how)

    return write_and_take_in
