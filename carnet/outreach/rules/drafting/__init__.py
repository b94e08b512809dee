"""A letter that a language model writes: what it is told, and what of its answer may be shown.

`prompt.build` says what leaves the house, `grounding.objections` what may not come back; `tongues` holds the words of each
language by which a claim is known, for its native editor. Nothing here asks a model: `drafter` says how one is asked.
"""
