"""Italian: promises, wishes, and how a visit is left."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import words
from carnet.capture.rules.extracting.pages.italian.wearing import NOUN, THINGS
from carnet.interactions.kinds import Left

VERB = (r"(?:richiam\w+|chiam(?:o|are|arla|arlo|ero|iamo)|telefon(?:o|are|arle|ero)|mand(?:o|are|arle|argli|ero"
        r"|iamo)|invi(?:o|are|arle|argli|ero|amo)|sped(?:ire|isco|iro|irle)|scriv(?:o|ere|erle|ergli|ero|iamo)"
        r"|mostr(?:o|are|arle|ero)"
        r"|avvis(?:o|are|arla|arlo|ero)|conferm(?:o|are|arle|ero)|ricontatt(?:o|are|arla|ero)|contatt(?:o|are|arla"
        r"|arlo|ero)|prenot(?:o|are|ero)|ordin(?:o|are|ero)|prepar(?:o|are|arle|ero)|propo(?:ngo|rre|rle|rro)"
        r"|port(?:o|arle|ero)|cerc(?:arle|hero)|verific(?:o|are|hero)|aggiorn(?:o|are|arla|arlo|ero)|risent(?:o"
        r"|ire|irla|iamo)|sent(?:o|ire|irla|iamo|iro)|far(?:le|gli) sapere|faccio sapere|faro sapere"
        r"|dare (?:notizie|conferma)|consegn(?:o|are|iamo|arle)|invit(?:o|are|arla|ero)|riveder(?:e|la|ci)"
        r"|ricord(?:are|arle|armi))")  # fmt: skip
DOING = page.Doing(
    house=re.compile(
        rf"(?<!\w)(?:(?:io |noi )?(?:(?:la|lo|le|gli|li|ci|vi|glie?l[oaie]|devo|dobbiamo|va|vanno|bisogna"
        rf"|da) )+{VERB}|^\W*(?:(?:poi|e|ricordarsi di|non dimenticare di|da|di|ok) )*{VERB}|(?:promess[oaei]"
        rf"|promesso di)(?! sposa)"
        rf"|(?:le|gli) (?:devo|dobbiamo) (?:una|un|la|il|l')|(?:devo|dobbiamo|bisogna) {VERB}|da (?:richiamare"
        rf"|ricontattare|sentire)|ci (?:rivediamo|risentiamo|vediamo|sentiamo)|(?:le|gli) (?:scrivo|mando|invio"
        rf"|mostro|confermo|preparo|porto|faccio sapere)|richiamo|appuntamento)(?!\w)"
    ),
    client=words(
        r"(?:lei |lui )?(?:mi|ci) (?:richiam[ae]\w*|chiam[ae]\w*|scriv\w+|ricontatt\w+|conferm[ae]\w*|dira|dice"
        r"|fara sapere|fa sapere|avvis[ae]\w*|telefon[ae]\w*|risponde\w*|manda|mandera|porta|portera)(?: lei| lui)?"
        r"|(?:lei |lui )?(?:torna|tornera|ritorna|ritornera|ripassa|ripassera|passa|passera|viene|verra"
        r"|deve tornare|vuole tornare)(?! per (?!ritirare|vedere|scegliere|provare))|ha promesso di|promette di"
        r"|decide(?:ra)? (?:entro|lunedi|venerdi)"
    ),
    refused=words(r"non|mai|senza|se|forse|potrebbe|tranne|piu"),
    shown=words(r"provat[oaie]|prova|vist[oaie]|mostrat[oaie]|guardat[oaie]|ha visto|presentat[oaie]|mostrato"),
    wish=words(
        r"vuole(?! (?:pensarci|rifletterci))|vorrebbe|sogna(?: di avere| d'avere| da sempre)?|desidera"
        r"|le piacerebbe(?: avere)?|innamorat[oa] (?:del|della|dell|di|dei|degli)|spera in"
        r"|(?:mettere|messo|aggiungere|aggiunto|metto)(?=.*\b(?:nella|in|alla) (?:sua )?(?:lista|wishlist))"
        r"|lista dei desideri:?"
    ),
    wish_after=words(r"(?:nella|in|alla) (?:sua )?(?:lista(?: dei desideri)?|wishlist)|lo desidera|lo vuole"
                     r"|la vuole|li vuole|le vuole"),
    owned=re.compile(r"(?<!\w)(?:(?:il |la |i |gli |le |dei |degli |del |della )?(?:sua|suo|sue|suoi)"
                     r"|ha gia (?:il |la |gli |l')?|possiede (?:il |la |gli |l')?|riparazione d\w+(?: |')"
                     r"|pulizia d\w+(?: |')|foto d\w+(?: |')|porta (?:il |la |l'))\s*$"),
    to_do=re.compile(r"^(?:pensarci|vedere|rivedere|provare|sapere|aspettare|fare|tornare|parlarne|che\b|essere"
                     r"|regalare|comprare|lo\b|la\b|un (?:preventivo|appuntamento)|confrontare|rifletterci)"),
    wished=words(rf"{NOUN}|{'|'.join(each.pattern for each in THINGS if each.of != 'style')}|bors[ae]|cintura"
                 rf"|profumo|foulard"),
    stop=re.compile(r"(?<!\w)(?:per|perche|da quando|come|ma|quando|un giorno|e (?:va|verra|sara|torna)|prima"
                    r"|entro|a natale)(?!\w)"),
    left={
        Left.BOUGHT: words(r"(?:ha |hanno )?(?:comprat[oaie]|acquistat[oaie])|ha preso (?!appuntamento|tempo|nota"
                           r"|contatto|un caffe|le misure)(?:il |la |l'|gli |i |le |un |una )?\w+|l'ha pres[oa]"
                           r"|li ha presi|le ha prese|(?:e )?andata via con|acquisto d\w+|vendut[oaie]"),
        Left.ON_HOLD: words(r"(?:mess[oaie]|mettere|metto|tenut[oaie]|tenere|tengo"
                            r"|lasciat[oaie]) (?:(?:\w+ ){0,4})?(?:da parte|in attesa)|da parte (?:fino|per)"
                            r"|prenotat[oaie]|riservat[oaie]|opzionat[oaie]"),
        Left.THINKING: words(r"ci pensa|ci pensera|ci sta pensando|(?:vuole|deve|preferisce) (?:pensarci"
                             r"|riflettere|rifletterci|parlarne)|ci riflette|riflette|indecis[oa]|esita"
                             r"|e in dubbio|ne parla (?:con|al)|ci dorme su|sta valutando|valuta"),
        Left.LOOKED: words(r"(?:solo|soltanto) (?:un'occhiata|guardare|guardava|guardato|per vedere|curiosare"
                           r"|un giro)|dava (?:solo )?un'occhiata|dato un'occhiata|ha (?:solo |soltanto )guardato"
                           r"|guardava (?:solo|soltanto)|curiosava|di passaggio"),
    },
    not_left=re.compile(r"(?<!\w)(?:non|niente|mai|senza|quasi|se|gia|marito|quando|madre|aveva"
                        r"|avrebbe)(?:[ ']\w+){0,2}[ ']?$"),
    long_ago=words(r"(?:l'anno|il mese|l'estate|l'inverno) (?:scors[oa]|passat[oa])|nel (?:20|19)\d\d|(?:anni|mesi"
                   r"|settimane) fa|altrove|in un altro negozio|online|niente|nulla"),
    left_said={Left.BOUGHT: "Ha acquistato", Left.ON_HOLD: "Messo da parte",
               Left.THINKING: "Ci pensa", Left.LOOKED: "Ha guardato"},
)  # fmt: skip
