"""What the house would not have written in Arabic, found however it is spelt and whatever is joined before it."""

from __future__ import annotations

import pytest

from carnet.outreach.rules.letters import manners
from carnet.outreach.rules.letters.arabic import END_OF_ISOLATE as PDI
from carnet.outreach.rules.letters.arabic import ISOLATE as FSI

AUBE = f"{FSI}Aube{PDI}"


def faults(text, **flags):
    return [objection.split(":")[0] for objection in manners.objections(text, "ar", **flags)]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("تفضلوا بزيارتنا بسرعة.", "presses her"),
        ("هذه آخر فرصة.", "presses her"),
        ("هذه اخر فرصة.", "presses her"),
        ("نرجو الرد فورًا.", "presses her"),
        ("حتى نفاد الكمّية.", "presses her"),
        ("لديكم عرض خاص.", "sells"),
        ("وبالعروض الجديدة.", "sells"),
        ("بخصمٍ كبير.", "sells"),
        ("عميلتنا الغالية.", "sells"),
        ("لا تتردّدوا في الاتصال.", "sells"),
        ("اشتقنا إليكم.", "pursues her"),
        ("لقد طال غيابكم.", "pursues her"),
        ("نشكر لكم كرمكم.", "flatters her spending"),
        ("ذوقكم الرفيع.", "flatters her spending"),
        ("لا داعي للرد.", "closes the door"),
        ("من دون أي التزام.", "closes the door"),
        ("الخاتم الذي اشتريتموه.", "recites her record"),
        ("بحسب سجلاتنا.", "recites her record"),
        ("الخاتم متوفر.", manners.HERE),
        (f"خاتم {AUBE} في البوتيك.", manners.HERE),
        ("وهي الآن في البوتيك.", manners.HERE),
        ("وضعته جانبًا.", manners.ASIDE),
        ("وضعته جانباً.", manners.ASIDE),
        ("هو لكم، باسمكم.", manners.ASIDE),
        ("والمحفوظة لكم.", manners.ASIDE),
        ("سأكون سعيدة برؤيتكم.", "guesses who writes or reads"),
        ("أنا سعيد بذلك.", "guesses who writes or reads"),
        ("عزيزي/عزيزتي نور،", "guesses who writes or reads"),
        ("عميلنا العزيز،", "opens as one does to nobody"),
        ("نراكم إن شاء الله.", "presumes her faith"),
        ("يُرجى الاتصال.", "reads like an office"),
        ("شو رأيك؟", "slips into dialect"),
        ("شكرًا لك، ونسعد بكم لأن لكم مكانة.", "speaks to one and to several"),
        ("شكرًا لكم, ومعًا.", "is pointed as in Latin"),
        ("كيف الحال?", "is pointed as in Latin"),
        ("شكرًا لكم ، ومعًا.", "has a space before its sign"),
        ("أتمنى لالخاتم عمرًا.", "wants its article joined"),
        (f"خاتم {FSI}Aube الذي.", "leaves a name open"),
        (f"خاتم {FSI}Aube\n\nالذي{PDI}.", "leaves a name open"),
        (f"خاتم Aube{PDI} الذي.", "leaves a name open"),
        (f"خاتم {AUBE}{PDI} الذي.", "leaves a name open"),
    ],
)
def test_each_fault_is_found(text, fault):
    assert fault in faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "السيد سعيد الهاشمي المحترم،",
        "يسعدني أن أريكم إياه، متى ناسبكم ذلك.",
        "ذلك لكم، وبالكم مرتاح.",
        "لالتزام الدار بوعدها معنى.",
        f"سنفتقد خاتم {AUBE} قليلًا في البوتيك.",
        f"خاتم {AUBE}، وسوار {AUBE}.",
        "إن مررتم قرب البوتيك، فأهلًا بكم.",
    ],
)
def test_a_letter_that_may_leave(text):
    assert faults(text) == []


def test_the_record_allows_what_it_says():
    here, aside = "وهو الآن في البوتيك.", "وهو محفوظ باسمكم."
    assert faults(here, available=True) == faults(here, put_aside=True) == faults(aside, put_aside=True) == []
    assert faults(aside, available=True) == [manners.ASIDE]
