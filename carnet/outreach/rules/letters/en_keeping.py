"""The English letters about what she has: care as a piece ages, and what she may come to need again.

This page is a native editor's, as `en.py` is, and has its slots; two more are about care:
    {advice}             one sentence: what a piece of that age is better for
    {the claws}          what of it is looked at
    {a year}             how long it has been hers, from a year on; else the line is not written
"""

from __future__ import annotations

from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL

GUIDANCE = {
    FORMAL: """
{A year} already with {your Aube ring}: I hope that [it keeps|they keep] you good company.
or: I hope that {your Aube ring} [keeps|keep] you good company.
or: I hope that what you chose with us keeps you good company.
{advice}

Whenever you are near the boutique, I would gladly look at [it|them] with you.
With kind regards,
***
A fine piece asks for very little, and never says when.
After {a year}, {your Aube ring} would be the better for a look at {the claws}.
or: {Your Aube ring} would be the better, one of these days, for a look at {the claws}.
or: Yours would be the better, one of these days, for a look at {the claws}.

Let me know which day suits you, and we will do it here together.
Yours sincerely,
***
Pieces age well when somebody keeps an eye on them, and I thought of {your Aube ring}.
or: Pieces age well when somebody keeps an eye on them.
May I look at {the claws}, the next time you come by?

It is a matter of minutes, and most often there is nothing to do.
With kind regards,
***
What lasts longest is what somebody looks after before it asks.
With {your Aube ring}, I would begin with {the claws}.
or: With yours, I would begin with {the claws}.

Choose an hour when the boutique is quiet; I will take all the time it needs.
With my best wishes,
""",
    FAMILIAR: """
{A year} already with {your Aube ring}: still good company, I hope.
or: [Is|Are] {your Aube ring} still good company?
or: Are you still happy with what you chose here?
{advice}

If you're passing, leave [it|them] with me for a moment and I'll have a look.
See you soon,
***
A small thought about {your Aube ring}: after {a year}, {the claws} could do with a look.
or: A small thought about {your Aube ring}: one of these days, {the claws} could do with a look.
or: A small thought about what you chose here: one of these days, {the claws} could do with a look.

Tell me a day, and we'll do it over coffee.
Warmly,
***
Pieces age well when somebody keeps an eye on them, and I thought of {your Aube ring}.
or: Pieces age well when somebody keeps an eye on them.
May I look at {the claws}, next time you're here?

It takes a few minutes, and most often there is nothing to do.
As ever,
***
The things that last are the ones we look after before they ask.
So bring me {your Aube ring} one of these days, and I'll go over {the claws}.
or: So bring me yours one of these days, and I'll go over {the claws}.

Any quiet hour will do; I'll take my time.
See you soon,
""",
}

REPLENISH = {
    FORMAL: """
I was wondering how you are getting on with {your Aube ring}.
or: I was wondering how you are getting on with what you chose here.

{if put aside} [Another is|Others are] set aside in your name {until Saturday?}, should you like [it|them].
or: {if available} [Another is|Others are] at the boutique, should you like [it|them].
or: Should you ever find that little is left, a word is enough, and I will see to the rest.
With kind regards,
***
Some things leave us so gently that we notice only on the last morning.
Should that ever be so of {your Aube ring}, write to me, and I will do what is needed.
or: Should that ever be so at home, write to me, and I will do what is needed.

{if put aside} I have had [another|others] put aside in your name {until Saturday?}.
or: {if available} [Another is|Others are] now at the boutique.
Yours sincerely,
***
Perhaps you are as fond as ever of {your Aube ring}; perhaps you would like a change.
or: Perhaps you are as fond as ever of what you chose here; perhaps you would like a change.
Either way, I would enjoy talking it over with you.

{if put aside} There [is another|are others] in your name {until Saturday?}, should you have stayed with [it|them].
or: {if available} [Another is|Others are] still at the boutique, should you have stayed with [it|them].
With kind regards,
***
A practical word about {your Aube ring}: if you would like me to think of the next for you, do say so.
or: A practical word: if you would like me to think ahead for you, do say so.

{if put aside} In the meantime, [another is|others are] set aside in your name {until Saturday?}.
or: {if available} In the meantime, [another is|others are] at the boutique.
or: I will make a note of it, and leave you free to think of pleasanter things.
With my best wishes,
""",
    FAMILIAR: """
I was wondering how you're getting on with {your Aube ring}.
or: I was wondering how you're getting on with what you chose here.

{if put aside} [Another is|Others are] set aside in your name {until Saturday?}, if you'd like [it|them].
or: {if available} [Another is|Others are] at the boutique, if you'd like [it|them].
or: If you ever find there's little left, just say the word and I'll see to it.
See you soon,
***
Some things go so gently that we only notice on the last morning.
If that happens with {your Aube ring}, write to me and I'll do what's needed.
or: If that happens at home, write to me and I'll do what's needed.

{if put aside} I have had [another|others] put aside in your name {until Saturday?}.
or: {if available} [Another is|Others are] now at the boutique.
Warmly,
***
Still fond of {your Aube ring}, or would you like a change?
or: Still fond of what you chose here, or would you like a change?
Either way, I'd enjoy talking it over with you.

{if put aside} There [is another|are others] in your name {until Saturday?}, if you've stayed with [it|them].
or: {if available} [Another is|Others are] still at the boutique, if you've stayed with [it|them].
As ever,
***
A practical word about {your Aube ring}: if you'd like me to think of the next for you, tell me.
or: A practical word: if you'd like me to think ahead for you, tell me.

{if put aside} In the meantime, [another is|others are] set aside in your name {until Saturday?}.
or: {if available} In the meantime, [another is|others are] at the boutique.
or: I'll make a note of it, and you can forget all about it.
See you soon,
""",
}
