"""What can be said of a note’s words without a table: a sentence taken out, that one, whole, and nothing around it."""

from __future__ import annotations

import re

ENDS = ".!?؟。！？…"


def reworded(words: str, sentence: str, instead: str) -> str:
    """The words with `instead` where that sentence stood last; as they are, where it does not stand by itself."""
    whole = re.compile(rf"(?:(?<=\s)|(?<=[{ENDS}])|^){re.escape(sentence)}(?=\s|$|(?<=[{ENDS}]))")
    found = list(whole.finditer(words))
    if not sentence or not found:
        return words
    begin, end = found[-1].span()
    before, after = words[:begin], words[end:]
    if instead:
        return before + instead + after
    lines, left = before[: before.rfind("\n") + 1], before[before.rfind("\n") + 1 :]
    right, newline, more = after.partition("\n")
    parted = " " if left.strip() and right.startswith(" ") and right.strip() else ""
    line = left.rstrip(" ") + parted + right.lstrip(" ")
    # A line that nothing is left on goes with its end.
    return lines + line + newline + more if line else (lines + more if more else lines.removesuffix("\n"))
