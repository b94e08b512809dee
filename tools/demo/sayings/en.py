"""Notes in English, as Camille and Hana write them."""

OFTEN = 0.5
"""How many notes of a visit end with what to make of it."""

LOOKED = (
    "Tried {P} twice and set it down twice. {She} wants to see it by daylight.",
    "Came for {O}, stayed for {P}. Said nothing about either on the way out, which is {her} way of liking something.",
    "Twenty minutes with {P}. {She} asked how it is made, not what it costs.",
    "Passed by between two appointments and asked to see {P} again.",
    "{She} knows what {she} wants: {P}, but smaller. I said that we would not pretend it can be.",
    "Compared {P} and {O} side by side. {P} is ahead, by a little.",
    "Looked at {P}, then told me about {her} week. The second was why {she} came, I think.",
    "Asked whether {P} could be worn every day. I said yes, and that it will show, and that it should.",
    "Brought {her} own piece to compare with {P}. They do not fight.",
    "{She} had read about {P} and expected more brilliance. Preferred {O} once it was on.",
    "Waited for the other table to leave before asking for {P}.",
    "Wanted to see {P} without being shown it. I left the tray open and poured the tea.",
    "A short visit: {P} on, {P} off, a smile, and back to work.",
    "{She} is between {P} and nothing at all. Nothing at all is a good answer too, and I said so.",
    "Asked for {P} in another metal. There is none, and {she} took that well.",
    "Came in out of the rain and tried {O}. It was {P} that kept {hers} here.",
    "We measured again before trying {P}. Half a size up since last time.",
    "{She} remembered {P} from last time, tray and all.",
    "Took a photograph of {P}, for nobody but {hers}, {she} said.",
    "Admired {P} and said that it belongs to somebody ten years older. In ten years, then.",
    "Came with a friend who did all the talking. {P}, quietly, at the end.",
    "Wanted only to sit down. We looked at {P} because it was on the table.",
    "{She} asked me to choose between {P} and {O}. I did not.",
    "Put {P} on, walked to the window and back, and said: not today.",
    "Asked what {P} weighs. Nobody had asked me that before, and it was the right question.",
    "Second look at {P}. {She} turns it over each time, to see the back.",
    "Saw {P} in the window from the street. Up close {she} found it quieter, and liked that.",
    "Came to have something cleaned and tried {O} while waiting.",
)
BOUGHT = (
    "Decided on {P} in five minutes, after thinking about it for months.",
    "Left with {P}. The box stays with us until next time.",
    "{P}, without hesitation. {She} thanked the table before {she} thanked me.",
    "Came for {P} and left with it. No detours.",
    "{Her} mind was made up about {P} before the door closed.",
    "{P} at last. {She} had tried it on three visits.",
    "{P}. {She} asked for plain paper and no ribbon.",
    "Settled on {P} over {O}, because it can be forgotten, {she} said.",
    "{She} came back for {P} alone, to be sure that nobody else was deciding.",
    "{P}, wrapped, with a card written here at the table and read to nobody.",
    "Took {P} and asked that nothing be sent home about it.",
    "A quiet purchase: {P}, a glass of water, and a good conversation about gardens.",
    "{P}. {She} would like to hear how to look after it, in writing.",
)
AFTER = (
    "Do not press.",
    "{She} decides alone, and slowly.",
    "Better in the morning than after five.",
    "To be shown again when there are fewer people.",
    "Likes to be told what a thing is made of.",
    "I would wait for {hers} to come back to it.",
    "Next time, show two and no more.",
    "{She} was in a hurry; the next visit will tell.",
    "Nothing to do but be here.",
    "I promised nothing.",
    "Keep the north table for {hers}.",
    "{She} will not say it, but price matters this year.",
    "Ask about the house in the country.",
    "{She} drinks the tea without sugar.",
    "Remember the name of the dog: Biscuit.",
    "A letter would be too much; a line would not.",
)
THANKED = (
    "Thanked for the visit. Two lines.",
    "A word about how to look after it.",
    "Thanked, without naming the piece.",
    "A card, by hand.",
    "Asked how it wears.",
    "Wrote that it was good to see {hers}.",
    "Sent the photograph that was promised.",
    "A word before the holidays, and nothing else.",
)
CALLED = (
    "Called to move the appointment. No trouble.",
    "Asked on the telephone how {P} should be cleaned.",
    "Called about opening hours, and stayed to talk.",
    "Wanted to know whether {P} is still made. It is.",
)
LEFT = (
    "{P}, to be looked at under the glass. Two photographs taken, one scratch noted together.",
    "{P} to be polished. {She} is in no hurry.",
    "{P}, for a clean and a look at the setting. Left with its box.",
)
BACK = (
    "{P} is back, and tried on here before it left.",
    "Collected {P}. {She} looked at it under the glass and was content.",
    "{P}, returned a day early.",
)
EVENING = (
    "Came to the evening of the atelier, and stayed by the bench all through.",
    "At the winter evening with {her} sister. Stayed twenty minutes, saw everything.",
    "Came to see the setter at work. Asked the best question of the evening.",
)
SOLD = (
    "For a birthday nobody was to know about.",
    "To mark a first year in the new house.",
    "Because the other one was lost at sea.",
    "Bought on the day the contract was signed.",
    "After a long winter.",
    "For no reason, which is the best one.",
)
PROMISES = (
    "Photographs of {P} by daylight",
    "Ask the atelier how long {P} would take to order",
    "The name of the restorer in rue Chapon",
    "A quiet hour on a weekday morning, with {P} out",
    "Two straps to compare, in the afternoon light",
    "Call once {P} is back from the setter",
    "The certificate, copied for the insurance",
    "A drawing of the engraving, before anything is cut",
    "Find out whether {P} will come back this year",
    "The care leaflet for {P}, in large print",
)
PROOF = (
    "“Yes, write to me, not too often.”",
    "“By message, yes.”",
    "“An e-mail is fine.”",
    "Ticked and signed on the card, at the counter.",
    "“If you have something to say, say it.”",
)
REFUSED = ("“No letters, please. I come when I come.”", "“Nothing on my telephone.”", "")
HELD = (
    "Asked for a little time.",
    "Moving house until the summer; asked not to be written to.",
    "A difficult season. {She} will come when {she} comes.",
    "Wishes to be left alone until the renovation is over.",
)
SELLING_HELD = (
    "A repair that took too long. Let it be forgotten first.",
    "Unhappy with an engraving; put right, not yet forgiven.",
)
FACTS = {
    "metal": ("Platinum. Never yellow.", "Yellow gold, always.", "White gold; steel for every day.", "Anything but rose gold.", "Mixes metals, on purpose.", "Platinum for the ring, gold for the ears."),
    "stone": ("Colourless, and small.", "Green, if any.", "No stones before noon.", "Pearls were {her} grandmother’s; not for {hers}.", "Old cuts."),
    "style": ("Plain, and close to the hand.", "One good thing at a time.", "Long necklaces, bare wrists.", "Nothing that makes a sound.", "Wears the same three pieces, every day.", "Likes to see the setting from the side."),
    "dislike": ("Hearts, bows, initials.", "Anything that catches on wool.", "To be photographed.", "Being offered champagne.", "Boxes larger than the piece."),
    "manner": ("One piece at a time, and no numbers unless asked.", "Direct. Answer the question first.", "Likes to be left alone with the tray.", "Begins with the weather; let it last.", "First names only after the second glass.", "Brings a list. Follow it.", "Never interrupt {her} arithmetic."),
    "salon": ("Tea, not champagne.", "Still water, no lemon.", "The chair facing the door.", "Espresso, short.", "No lilies: they give {hers} a headache.", "The window seat, if it is free.", "Green tea, and time."),
    "wish": ("{P}, one day.", "Something for every day.", "{P}, when the children have left.", "A watch {she} will not have to wind.", "The matching {O}, in no hurry."),
    "life": ("Plays the cello, badly and every day.", "A house by the sea, open from June.", "Two sons abroad.", "Walks here, whatever the weather.", "Restores old boats.", "Teaches; marks papers on Sundays.", "Grows camellias.", "Travels with one small suitcase.", "A new grandchild, since spring."),
}  # fmt: skip
BECAUSE_TIER = "Ten years of good conversations, and pieces that are worn."
RECEIVERS = (
    "{her} sister",
    "{her} goddaughter",
    "a colleague who is leaving",
    "{her} mother",
    "an old friend",
    "a son, for his first post",
)
