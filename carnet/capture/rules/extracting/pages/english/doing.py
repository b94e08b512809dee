"""English: promises, wishes, and how a visit is left."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import words
from carnet.capture.rules.extracting.pages.english.wearing import NOUN, THINGS
from carnet.interactions.kinds import Left

SEND = (r"(?:call|ring|phone|text|write|email|e-mail|mail|message|send|remind|follow|show|bring|let|get|check"
        r"|confirm|ask|order|"
        r"have|prepare|book|arrange|find|look|be in touch|come back to|contact|whatsapp|deliver|ship|invite|see"
        r"|reply|quote|forward|share)")  # fmt: skip
DOING = page.Doing(
    house=re.compile(
        rf"(?<!\w)(?:(?:i|we)(?:'ll| will| shall|'m going to| am going to|'re going to| must| need to| have to"
        rf"| should| promised| owe| am to)\b"
        rf"|^\W*(?:(?:please|and|then|to|must|need to|will|promised to|pls|don't forget to|remember to"
        rf"|i) )*{SEND}\b(?!\s+(?:was|is|from)\b)"
        rf"|promised (?:her|him|them|to (?={SEND})|photos?|a|an|the|pictures?|some|news|that i)\b|remind me to"
        rf"|to (?:call|send|write|confirm|follow)\b"
        rf"|follow[- ]?up\b|call(?: her| him)? back\b|(?:ill|well) (?:call|send|write)\b)"
    ),
    client=words(
        r"(?:she|he|client)(?:'ll| will| is going to|'s going to| promised to) (?:\w+ )?(?:call|come|return|bring"
        r"|send|write|let|decide|pass|confirm|drop|pick|collect|stop|visit|get back|think|tell|answer|be back|text"
        r"|ring)(?: \w+)*"
        r"|(?:she|he)(?:'s| is) (?:coming|returning|calling|bringing|passing|dropping|back)|(?:she|he) (?:comes"
        r"|returns|calls|brings|passes)|(?:will|to) (?:come|be) back"
        r"|coming back|(?:she )?will (?:call|ring|text|write to) (?:me|us)|(?:is |will be )?back (?:on|by|before)"
        r"|(?:she |he )?promised to (?:visit|come|return|call me|call us|pass|bring|think|confirm|drop)"
        r"|she promised"
        r"|will (?:return|drop by|pass by|confirm)"
    ),
    refused=words(
        r"won't|wont|will not|don't|do not|dont|not|never|no longer|unless|might|may|if|would|her husband"
        r"|asked (?:if|whether)(?!.*\bi'll)"
    ),
    shown=words(r"tried(?: on)?|saw|seen|shown|showed(?: her| him)?|looked at|trying on|tries|tested"),
    wish=words(
        r"wants?(?! to think)|would (?:love|like)|wish(?:es|ing)? (?:for|to have|she had|list:?)|dream(?:s|ing"
        r"|t)? (?:of|about)|long(?:s|ing) for|hop(?:es|ing) for"
        r"|(?:put|add|added|adding)(?=.*\bon (?:her|his|the) (?:wish ?)?list)|(?:in love with|set her heart on"
        r"|fell (?:in love with|for)|craves|covets|coveting)|wish ?list:?"
    ),
    wish_after=words(
        r"on (?:her|his|the|their) (?:wish ?)?list|to (?:her|his|the) (?:wish ?)?list|wants it"
        r"|is (?:her|his) dream|she wants one|wants one"
    ),
    owned=re.compile(
        r"\b(?:her|his|wearing (?:her |the |his )?|owns (?:the |a )?|already has (?:the |a )?"
        r"|repair of (?:the |her )?|cleaning of (?:the |her )?|(?:photos?|pictures?|pics"
        r"|images) of (?:the |her )?)\s*$"
    ),
    to_do=re.compile(
        r"^(?:to\b|it\b|her\b|him\b|more\b|something\b|us\b|me\b|(?:a|the) (?:call|quote|photo|discount"
        r"|refund)|that\b)"
    ),
    wished=words(
        rf"{NOUN}|{'|'.join(each.pattern for each in THINGS if each.of != 'style')}|bags?|belts?|perfume"
        rf"|scarf"
    ),
    stop=re.compile(
        r"\b(?:for|to|because|since|as|but|when|one day|someday|from (?:her|his)|and (?:is|will|she|he"
        r"|would)|before|by|in (?:the )?(?:new|spring|summer))\b"
    ),
    left={
        Left.BOUGHT: words(
            r"(?:bought|purchased)(?! nothing| no\b| in )|(?:took|takes|taking) (?:it|them|both|the"
            r"|one|two|home)|went (?:home|away) with|left with (?:it|the)|paid for (?:it|the)|sold"
        ),
        Left.ON_HOLD: words(
            r"(?:put|set|keep|kept|keeping|putting|leave|left) (?:(?:\w+ ){0,4})?(?:aside|on hold)"
            r"|on hold|reserved?|(?:put|set) aside|holding (?:it|the)|aside (?:until|for her)"
        ),
        Left.THINKING: words(
            r"(?:think(?:s|ing)?|thought) (?:it|about it|it over|over|things over|on it)(?! (?:was|is|were|too"
            r"|looks?))|(?:wants?|needs?|like|going|asked|time) (?:to|for) (?:think|reflect|sleep on it|consider"
            r"|talk (?:it over|to her husband))"
            r"|hesitat(?:es|ing)|sleep(?:ing)? on it|is (?:considering|reflecting)|undecided|will think"
            r"|still thinking|mull(?:s|ing) it over|let it sit"
        ),
        Left.LOOKED: words(
            r"(?:just|only|simply) (?:looking|looked|browsing|browsed|having a look|passing)|browsing"
            r"|browsed|had a (?:quick )?look|looked around|window shopping"
        ),
    },
    not_left=re.compile(
        r"\b(?:not|didn't|never|no|nothing|without|almost|nearly|hasn't|haven't|didnt|if|once"
        r"|husband|when|n't|already|previously|mother|had|would have|should have"
        r"|could have)(?: \w+){0,2} $"
    ),
    long_ago=words(
        r"(?:last|in) (?:year|month|spring|summer|autumn|winter|20\d\d|19\d\d|january|february|march"
        r"|april|may|june|july|august|september|october)|years? ago|months? ago|once bought|elsewhere"
        r"|weeks ago|online|from (?:another|a competitor)"
    ),
    left_said={
        Left.BOUGHT: "Bought",
        Left.ON_HOLD: "Put aside",
        Left.THINKING: "Thinking it over",
        Left.LOOKED: "Looked",
    },
)
