"""French: promises, wishes, and how a visit is left."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import words
from carnet.capture.rules.extracting.pages.french.wearing import NOUN, THINGS
from carnet.interactions.kinds import Left

VERB = (r"(?:rappel(?:er|le|lerai)|appel(?:er|le|lerai)|envoy(?:er|ez)|envoie|enverrai|ecri(?:re|s|rai)"
        r"|montrer(?:ai)?|montre|prevenir|previens|previendrai|tenir au courant|tiens au courant"
        r"|relanc(?:er|e|erai)|confirm(?:er|e|erai)|transmet(?:tre|s|trai)|recontact(?:er|e|erai)|contact(?:er|e"
        r"|erai)|reserv(?:er|e|erai)|command(?:er|e|erai)|prepar(?:er|e|erai)|faire(?: parvenir| un point| signe)?"
        r"|donner(?:ai)?(?: des nouvelles)?|proposer(?:ai)?|propose|demander(?:ai)?|telephon(?:er|e|erai)"
        r"|inviter(?:ai)?|invite|livrer(?:ai)?|apporter(?:ai)?|chercher(?:ai)?|verifier(?:ai)?|verifie|voir|revoir"
        r"|suivre|adresser(?:ai)?"
        r"|reviens vers|revenir vers|ferai|fais|dirai|recevrai|recois|retrouve|vois|revois"
        r"|fixer)")  # fmt: skip
DOING = page.Doing(
    house=re.compile(
        rf"(?<!\w)(?:(?:je|j'|nous|on)(?: |(?<='))(?:(?:la|le|lui|l'|les|leur|me|te|vous|nous|dois|devons|doit|vais"
        rf"|allons|va|en|se|ai)(?: |(?<='))?)*{VERB}"
        rf"|^\W*(?:(?:a|merci de|penser a|ne pas oublier de|et|puis|pense a|bien|lui|la|le|l'|les"
        rf"|leur) ?)*{VERB}(?!\w)|(?:promis|promise)(?! en mariage| par)|(?:dois|devons|doit|il faut) (?:la |le "
        rf"|lui |l'|les )?{VERB}"
        rf"|a (?:rappeler|recontacter|relancer)|(?:on|nous) se (?:revoit|rappelle|retrouve|voit|parle)"
        rf"|(?:lui|leur) (?:dois|devons|doit) (?:une|un|la|le|l')|lui (?:envoyer|ecrire|montrer|confirmer)"
        rf"|nous \w+ons|rendez-vous (?=le|\w+di)|rdv)(?!\w)"
    ),
    client=words(
        r"(?:elle|il) (?:me |nous |m'|doit |va |devrait |vous |m' ?)*(?:rappell?e|rappellera|rappeler|revient"
        r"|reviendra|revenir|repasse|repassera|repasser|passe|passera|passer|ecrit|ecrira|ecrire|confirme"
        r"|confirmera"
        r"|confirmer"
        r"|donne(?:ra)?|donner|apporte(?:ra)?|vient|viendra|venir|tient au courant|dira|dit|appelle|appellera"
        r"|envoie"
        r"|enverra|depose|recupere|recuperera|decide(?:ra)?|se decide)|repasse(?:ra)?|revient|reviendra"
        r"|(?:me|nous) (?:rappelle|rappellera|recontacte|confirme|dira)|promet de (?:revenir|rappeler|passer)"
        r"|elle a promis"
    ),
    refused=words(r"pas|ne|n'a|jamais|plus|si|peut-etre|aurait|sauf|sans|pourrait"),
    shown=words(r"essayee?s?|essaye|essaie|a vu|vue?s?|montree?s?|montre|regardee?s?|presentee?s?|a passe|repere"),
    wish=re.compile(
        r"(?<!\w)(?:veut(?! (?:reflechir|y))|voudrait|aimerait|souhaite(?:rait)?|espere|desire|convoite"
        r"|coup de coeur(?: pour)?|craque pour"
        r"|(?:mettre|mis|met|ajouter|ajoute)(?=.*\b(?:sur|a|dans) sa (?:liste|wishlist))|liste d'envies ?:?)(?!\w)"
        r"|(?<!\w)(?:reve(?:nt)?|envie|tombee? amoureuse) d(?:'|[eu]s?(?!\w))"
    ),
    wish_after=words(r"(?:sur|dans|a) sa (?:liste|wishlist)|en reve|en a envie|le veut|la veut|les veut"),
    owned=re.compile(r"(?<!\w)(?:sa|son|ses|possede (?:deja )?(?:le |la |les )?|a deja (?:le |la |les )?"
                     r"|reparation d[eu] (?:la |sa )?|nettoyage d[eu] (?:la |son |sa )?|photos? (?:de (?:la )?|du "
                     r"|des )|porte (?:le |la |sa |son )?)\s*$"),
    to_do=re.compile(r"^(?:reflechir|voir|revoir|essayer|savoir|attendre|faire|revenir|en parler|la|le|lui|qu[e']"
                     r"|etre|offrir|comparer|prendre|avoir (?:un|le) (?:devis|prix)|un (?:devis|rendez-vous"
                     r"|delai))\b"),
    wished=words(rf"{NOUN}|{'|'.join(each.pattern for each in THINGS if each.of != 'style')}|sac|sacs|ceinture"
                 rf"|parfum|foulard"),
    stop=re.compile(r"(?<!\w)(?:pour|parce|depuis|car|comme|mais|quand|un jour|de (?:son|sa) (?:mari|mere)"
                    r"|et (?:elle|va|sera|il)|avant|d'ici|a (?:noel|son))(?!\w)"),
    left={
        Left.BOUGHT: words(r"achete(?:e|s|es)?(?! en )|achat d[eu]s?|a pris (?!rendez|rdv|le temps|note|des|contact"
                           r"|un verre|la carte|conge|les mesures|froid)(?:la |le |les |l'|une? |sa |son )?\w+"
                           r"|est (?:partie?|repartie?) avec|reparti(?:e)? avec|l'a prise?|les a pris(?:es)?"
                           r"|a craque pour|vendue?|a choisi et regle"),
        Left.ON_HOLD: words(r"(?:mise?s?|mettre|mets|met|garde(?:e|r)?|laisse(?:e|r)?) (?:(?:\w+ ){0,4})?(?:de cote"
                            r"|en attente|en reserve)|reservee?s?|de cote|option (?:posee|sur)"),
        Left.THINKING: words(r"(?:y )?reflechi(?:t|r|ssent|ra)|hesite(?:nt)?|doit (?:en parler|reflechir|y penser)"
                             r"|en parle(?:r|ra)? (?:a|avec) son|y pense|se tate|pas decidee? mais tentee|reflexion"
                             r"|indecise?"),
        Left.LOOKED: words(r"(?:juste|seulement|simplement|que) (?:regarde[re]?|regarde|regarder|un regard"
                           r"|pour voir"
                           r"|pour regarder)|simple (?:visite|regard)|elle (?:ne faisait que |regarde|regardait"
                           r"|a regarde)(?! (?:si|sur|pour|les? \w+ de))|a (?:juste|seulement) regarde"
                           r"|faire un tour"
                           r"|de passage pour voir|flaner?|curieuse"),
    },
    not_left=re.compile(r"(?<!\w)(?:pas|n'a|rien|jamais|ne|n'|sans|presque|failli|si|deja|mari|quand|mere|avait"
                        r"|aurait)(?:[ ']\w+){0,2}[ ']?$"),
    long_ago=words(r"(?:l'an|l'annee|le mois|l'ete|l'hiver) (?:dernier|derniere|passe|passee)|en (?:20|19)\d\d"
                   r"|il y a \w+ (?:ans?|mois|annees|semaines)|ailleurs|a l'epoque|chez un autre|en ligne|autrefois"),
    left_said={Left.BOUGHT: "A acheté", Left.ON_HOLD: "Mis de côté", Left.THINKING: "Réfléchit", Left.LOOKED: "A regardé"},
)  # fmt: skip
