"""The words that files use for yes, no, countries, currencies and errors; they are data, and lie in words.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

WORDS: dict[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_bytes())
