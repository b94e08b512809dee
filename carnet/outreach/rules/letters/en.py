"""The English letters: this page is a native editor's. Nouns, occasions and titles are at the top of `english.py`.

`patterns.py` explains the notation. British spelling; a plain apostrophe, the grammar sets the typographic one.

The slots, each shown as it reads for a ring named Aube:
    {the Aube ring}      or "the ring" when it has no name that may be said; "the pieces" for several
    {that ring}          always "that", for a second mention
    {your Aube ring}     only where the piece is known to be hers: never in a letter of thanks, it may be a gift
    [it|them] [is|are]   its pronouns and verbs, for one and for several
    {both?}              when two were there
    {yesterday?}         when it was: yesterday, the other day, last week…
    {until Saturday?}    until when it is put aside
    {the birthday}       the occasion, without saying whose unless that may be said
    {everyone at Lys} {care}
Two reasons more, about what she has, are in `en_keeping.py`.
"""

from __future__ import annotations

from carnet.outreach.kinds import Reason
from carnet.outreach.rules.letters import en_keeping
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL

THANKS = {
    FORMAL: """
Thank you for your trust, and for taking the time.

I like to think of {the Aube ring} in such good hands.
Should a question come up, however small, do write to me.
With kind regards,
***
There is a particular pleasure in seeing {the Aube ring} go to someone who truly chose [it|them].
or: There is a particular pleasure in seeing a piece go to someone who truly chose it.
I simply wanted to thank you for that.

For anything at all, you know where to find me.
Yours sincerely,
***
{if named} A short note, to thank you for choosing {the Aube ring}.
or: A short note, to thank you for choosing our house.
Everyone here likes to know that a piece has found its place.

The door is open to you, even for the simplest question.
With kind regards,
***
On behalf of {everyone at Lys}, thank you.
{if together} It was a pleasure to welcome you both.

{if lasting} I wish {the Aube ring} a long and happy life, and am here to see that [it has|they have] one.
or: I remain at your service, now and later.
With my best wishes,
""",
    FAMILIAR: """
Thank you, truly.
It makes me happy to know {the Aube ring} [is|are] in your hands.

If you have the smallest question, write to me.
See you soon,
***
You took your time choosing, and I like that. Thank you for trusting us.
{The Aube ring} could not have done better.

Come by whenever you like, with or without a reason.
Warmly,
***
Just a line to say thank you.
We shall miss {the Aube ring} a little at the boutique, which is a good sign.
or: We like to know, here, that a piece has found its place.

For a little care or a little advice, I'm here.
As ever,
***
{if together} It was lovely to see you both. Thank you, from all of us here.
or: Thank you, from all of us here.

{if lasting} Here's to {the Aube ring}, and may [it|they] have a long life. If there is ever anything, you know where
    to find me.
or: If there is ever anything, you know where to find me.
See you soon,
""",
}

WEAR = {
    FORMAL: """
It has been a few weeks now, and I wanted to ask after you, and after {your Aube ring}.
or: It has been a few weeks now since you made your choice, and I wanted to ask how you are.

{care}
With kind regards,
***
One comes to know a piece by living with it, well after the day one chooses it.
I should like to hear whether {your Aube ring} still [pleases|please] you as on the first day.
or: I should like to hear whether yours still pleases you as on the first day.

A line or two, whenever you wish; I will read it with pleasure.
Yours sincerely,
***
I was thinking of {your Aube ring}: a few weeks in, you will be well acquainted.
or: I was thinking of you: a few weeks in, one begins to know well what one has chosen.

{if jewel} If you are near the boutique, leave [it|them] with me for a quarter of an hour: a look, a gentle clean,
    and [it goes|they go] home with you.
or: If you are near the boutique, come and tell me how it is; such news is always welcome here.
With kind regards,
***
I hope that you and {your Aube ring} are getting along well.
or: I hope that your choice brings you as much joy as on the first day.

Should anything be wanting, an adjustment, a little care, a word of advice, that is what I am here for.
With my best wishes,
""",
    FAMILIAR: """
A few weeks already with {your Aube ring}: how is it going?
or: A few weeks have gone by: are you still happy with your choice?

{care}
See you soon,
***
I hope you and {your Aube ring} are getting along.
or: I hope your choice still makes you smile.

Tell me in a line or two, when you have a moment.
Warmly,
***
I was thinking of you, and of {your Aube ring}.
or: I was thinking of you, and of what you chose.

{if jewel} If you come by, leave [it|them] with me for a quarter of an hour: a quick clean, and [it goes|they go] home
    with you.
or: If you come by, tell me how it is going; I always like to hear.
As ever,
***
You only really know a piece after a few weeks.
So, how [is|are] {your Aube ring}?
or: So, how is yours?

If some detail needs seeing to, tell me and we will take care of it.
See you soon,
""",
}

VISIT = {
    FORMAL: """
It was a pleasure to welcome you {both?} {yesterday?}.

{if put aside} We have put {the Aube ring} aside in your name {until Saturday?}, and I would gladly show [it|them]
    to you again, at whatever hour suits you.
or: {if available} {The Aube ring} [is|are] still at the boutique, and I would gladly show [it|them] to you again,
    whenever it suits you.
or: If {the Aube ring} [comes|come] back to mind, I would be glad to speak of [it|them] again, whenever it suits you.
or: If an idea or a question comes back to you, I would be glad to speak of it again, whenever it suits you.
With kind regards,
***
Your visit has stayed with us, and {the Aube ring} with it.
or: Your visit has stayed with us.
If a question has come to you since, I will take the time to answer it, here or in writing.

{if put aside} {That ring} [is|are] set aside in your name {until Saturday?}.
or: {if available} {That ring} [is|are] at the boutique, should you like to see [it|them] again.
Yours sincerely,
***
Since your visit, I have thought again of {the Aube ring}.
or: I have thought again of your visit, and of what you were looking for.

{if put aside} [It is|They are] here in your name {until Saturday?}. Let me know what suits you, and we will
    choose a quiet hour.
or: {if available} [It is|They are] at the boutique, and nothing replaces a second look. Let me know what suits
    you, and we will choose a quiet hour.
or: Should you wish to speak of it, let me know what suits you, and we will choose a quiet hour.
With my best wishes,
***
After your visit I did not want to press you: choosing takes time, and so it should.

{if put aside} {The Aube ring} [is|are] set aside in your name {until Saturday?}; should you have something else
    in mind, I will look for it with you.
or: {if available} {The Aube ring} [is|are] still at the boutique; should you have something else in mind, I will look
    for it with you.
or: If {the Aube ring} [is|are] still in your thoughts, let us talk; if it is something else, I will look for it
    with you.
or: If you are still looking, I would be glad to look with you.
With kind regards,
""",
    FAMILIAR: """
It was lovely to see you {both?} {yesterday?}.

{if put aside} We have put {the Aube ring} aside in your name {until Saturday?}: come and see [it|them] again whenever
    you like.
or: {if available} {The Aube ring} [is|are] still at the boutique: come and see [it|them] again whenever you like.
or: If {the Aube ring} [is|are] still on your mind, we can talk about [it|them] whenever you like.
or: If an idea or a question comes to you, we can talk whenever you like.
See you soon,
***
Your visit has stayed in my mind, and so [has|have] {the Aube ring}.
or: Your visit has stayed in my mind.
Any questions since? Write to me, I'll take the time to answer.

{if put aside} {That ring} [is|are] set aside in your name {until Saturday?}.
or: {if available} {That ring} [is|are] at the boutique, if you'd like to see [it|them] again.
Warmly,
***
I have been thinking about {the Aube ring} since you came by.
or: I have been thinking, since you came by, about what you were looking for.

{if put aside} [It is|They are] here in your name {until Saturday?}. Tell me a day, and we'll have coffee.
or: {if available} [It is|They are] at the boutique, and nothing beats a second look. Tell me a day, and we'll
    have coffee.
or: Tell me a day, and we'll talk about it over coffee.
As ever,
***
After your visit I didn't want to press you: a piece is rarely chosen in one go.

{if put aside} {The Aube ring} [is|are] set aside in your name {until Saturday?}; if you have something else in mind,
    I'll look for it with you.
or: {if available} {The Aube ring} [is|are] still at the boutique; if you have something else in mind, I'll look for it
    with you.
or: If {the Aube ring} [stays|stay] with you, let's talk; if it's something else, I'll look for it with you.
or: If you are still looking, I'll look with you.
See you soon,
""",
}

PROMISE = {
    FORMAL: """
{if here} You asked me to think of you for {the Aube ring}.
or: I promised you a word about {the Aube ring}.
or: I made you a promise, and I have not forgotten it.
{if put aside} I have put [it|them] aside in your name {until Saturday?}.
or: {if available} [It is|They are] now at the boutique.

{if here} It would be a pleasure to show [it|them] to you, whenever it suits you.
or: It would be a pleasure to speak of it, whenever it suits you.
With kind regards,
***
A promise is a promise: I am writing about {the Aube ring}.
or: A promise is a promise: I am writing as agreed.

{if put aside} [It is|They are] set aside in your name {until Saturday?}, and I look forward to showing [it|them]
    to you.
or: {if available} [It is|They are] at the boutique, and I look forward to showing [it|them] to you.
or: When would be a good moment to speak, in person or in writing?
Yours sincerely,
***
I have kept in mind my promise about {the Aube ring}.
or: I have kept in mind what I promised you.
{if put aside} We have set [it|them] aside in your name {until Saturday?}.
or: {if available} You may see [it|them] at the boutique.

Let me know what you would prefer: a call, a note, or a few minutes over coffee.
With my best wishes,
***
We were to speak again about {the Aube ring}, and it has been in my thoughts.
or: We were to speak again, and it has been in my thoughts.
{if put aside} I have had [it|them] put aside in your name {until Saturday?}.
or: {if available} [It is|They are] at the boutique, should you like to see [it|them].

Choose your hour; I will take all the time it needs.
With kind regards,
""",
    FAMILIAR: """
{if here} You asked me to think of you for {the Aube ring}.
or: I promised you a word about {the Aube ring}.
or: I made you a promise, and I haven't forgotten it.

{if put aside} I have put [it|them] aside in your name {until Saturday?}: come and see [it|them] whenever you like.
or: {if available} [It is|They are] now at the boutique: come and see [it|them] whenever you like.
or: Let's talk whenever you like.
See you soon,
***
A promise is a promise: I'm writing about {the Aube ring}.
or: A promise is a promise: I'm writing as agreed.

{if put aside} [It is|They are] here, in your name {until Saturday?}.
or: {if available} [It is|They are] at the boutique, if you'd like to see [it|them].
or: Tell me when to call, or answer me here, whichever you prefer.
Warmly,
***
I have kept my promise in mind, about {the Aube ring}.
or: I have kept in mind what I promised you.
{if put aside} We have set [it|them] aside in your name {until Saturday?}.
or: {if available} You can see [it|them] at the boutique.

Tell me a day, and I'll make us coffee.
As ever,
***
We were going to talk again about {the Aube ring}, and I have given it some thought.
or: We were going to talk again, and I have given it some thought.
{if put aside} I have had [it|them] put aside in your name {until Saturday?}.
or: {if available} [It is|They are] at the boutique.

I'm here whenever you like, for five minutes or an hour.
See you soon,
""",
}

OCCASION = {
    FORMAL: """
{if journey} Your journey is drawing near. Should a clasp want checking before you leave, or a travelling case
    be useful, I would gladly see to it.
or: {The birthday} is drawing near, and I thought you might like to think of it in your own time.

{if put aside} We have put {the Aube ring} aside in your name {until Saturday?}.
or: {if available} {The Aube ring} [is|are] at the boutique, and I would be glad to show [it|them] to you.
or: If {the Aube ring} still [seems|seem] a good idea, we might speak of [it|them] again.
or: {if gift} If you wish, I will prepare a few ideas, to look at here or at home.
With kind regards,
***
{if journey} Before a journey, a piece sometimes deserves a look: leave with us those you mean to take.
or: {if early} I am writing a little ahead of {the birthday}: such things are best chosen at leisure.
or: I am writing ahead of {the birthday}.
{if put aside} {The Aube ring} [is|are] set aside in your name {until Saturday?}.
or: {if available} I thought of {the Aube ring}, which [is|are] at the boutique.
or: {if gift} I thought of {the Aube ring}; perhaps you had too.

{if gift} Do tell me what you have in mind, however vaguely, and we will look together.
Yours sincerely,
***
{if journey} Perhaps you are already preparing your journey. If something is missing, I would be glad
    to look for it with you.
or: Perhaps you already have your idea for {the birthday}. If it is still taking shape, I would be glad to think
    it through with you, over coffee or in writing.

{if put aside} {The Aube ring}, in any case, [is|are] set aside in your name {until Saturday?}.
or: {if available} {The Aube ring} [is|are] at the boutique, should you like to see [it|them].
With kind regards,
***
{if journey} I wish you a fine journey. If there is a bracelet to adjust or a clasp to check, I will see to it.
or: A present can be a small thing, provided it is the right one. For {the birthday}, I could put together three ideas,
    to look at here in a quiet hour, or at home.

{if put aside} I have already put {the Aube ring} aside in your name {until Saturday?}.
or: {if available} {if gift} Among them, perhaps, {the Aube ring}, which you may see at the boutique.
or: {if named} {if gift} Among them, perhaps, {the Aube ring}.
With my best wishes,
""",
    FAMILIAR: """
{if journey} Your journey is not far off. If you'd like a piece checked before you leave, bring it to me.
or: {The birthday} is not far off, and I thought you might like a little time to think.

{if put aside} We have put {the Aube ring} aside in your name {until Saturday?}.
or: {if available} {The Aube ring} [is|are] at the boutique: come and see [it|them] whenever you like.
or: If {the Aube ring} still [seems|seem] a good idea, let's talk about [it|them].
or: {if gift} If you like, I'll put together a few ideas, to see here or at home.
See you soon,
***
{if journey} Before you travel, bring me what you are taking: a look, a quick clean, and you leave with a light heart.
or: {if early} I'm writing a little early about {the birthday}: choosing is easier with time to spare.
or: I'm writing ahead of {the birthday}.
{if put aside} {The Aube ring} [is|are] set aside in your name {until Saturday?}.
or: {if available} I thought of {the Aube ring}, which [is|are] at the boutique.
or: {if gift} I thought of {the Aube ring}; maybe you did too.

{if gift} Tell me what you have in mind, however vaguely, and we'll look together.
Warmly,
***
{if journey} You are probably getting ready to travel. If anything is missing, we'll find it together.
or: You may already have your idea for {the birthday}. If not, come for coffee and we'll think it over together.

{if put aside} {The Aube ring}, in any case, [is|are] set aside in your name {until Saturday?}.
or: {if available} {The Aube ring} [is|are] at the boutique, if you'd like to see [it|them].
As ever,
***
{if journey} Have a lovely journey. If there is a bracelet to adjust or a clasp to check before then, I'll see to it.
or: A present needn't be large to be right. For {the birthday}, I could put together three ideas for you.

{if put aside} I have already put {the Aube ring} aside in your name {until Saturday?}.
or: {if available} {if gift} Among them, perhaps, {the Aube ring}, which you can see at the boutique.
or: {if named} {if gift} Among them, perhaps, {the Aube ring}.
See you soon,
""",
}

LETTERS = {
    Reason.PROMISE: PROMISE,
    Reason.OCCASION: OCCASION,
    Reason.VISIT: VISIT,
    Reason.THANKS: THANKS,
    Reason.WEAR: WEAR,
    Reason.GUIDANCE: en_keeping.GUIDANCE,
    Reason.REPLENISH: en_keeping.REPLENISH,
}
