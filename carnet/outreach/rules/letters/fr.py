"""The French letters: this page is a native editor's. Nouns, occasions and openings are at the top of `french.py`.

`patterns.py` explains the notation. Write with a plain apostrophe and a plain space before ; : ! ? — the grammar sets
the typographic ones, contracts (de + le, à + les) and elides (que + il, de + Aube) wherever a slot is concerned.

The slots, each shown as it reads for a ring named Aube:
    {la bague Aube}      or « cette bague » when it has no name that may be said; « ces pièces » for several
    {cette bague}        always « cette », for a second mention
    {votre bague Aube}   only where the piece is known to be hers: never in a letter of thanks, it may be a gift
    {elle} {la}          the pronouns, subject and object: il, elle, ils, elles; le, la, les, l'
    {hier?}              when it was: hier, l'autre jour, la semaine dernière…
    {jusqu'à samedi?}    until when it is put aside
    {l'anniversaire}     the occasion, without saying whose unless that may be said
    {chère Madame}       the opening again, inside a closing, when the opening allows it
    {la maison Lys} {soin}
Two reasons more, about what she has, are in `fr_keeping.py`.
What « je » and « vous » are is not known: no « heureuse », no « venu(e) ».
"""

from __future__ import annotations

from carnet.outreach.kinds import Reason
from carnet.outreach.rules.letters import fr_keeping
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL

THANKS = {
    FORMAL: """
Merci de votre confiance, et du temps que vous avez bien voulu prendre.

J'aime savoir {la bague Aube} en de bonnes mains.
S'il vous vient une question, si petite soit-elle, écrivez-moi.
Bien à vous,
***
Il y a une joie particulière à voir partir {la bague Aube} avec quelqu'un qui [l'a|les a] vraiment choisi(e)(s).
or: Il y a une joie particulière à voir partir une pièce avec quelqu'un qui l'a vraiment choisie.
Je voulais simplement vous en remercier.

Pour quoi que ce soit, vous savez où me trouver.
Je vous prie de croire, {chère Madame}, à mon fidèle souvenir.
or: Bien fidèlement,
***
Un mot, simplement, pour vous remercier d'avoir choisi {la bague Aube}.
or: Un mot, simplement, pour vous remercier d'avoir choisi notre maison.
Ici, chacun aime savoir qu'une pièce a trouvé sa place.

La porte vous est ouverte, même pour une simple question.
Bien à vous,
***
Merci, au nom de {la maison Lys}.
{if together} Ce fut un plaisir de vous recevoir ensemble.

{if lasting} Je souhaite à {la bague Aube} une longue et belle vie, et me tiens à votre disposition pour [l'y|les y]
    aider.
or: Je reste à votre disposition, maintenant comme plus tard.
Avec mon meilleur souvenir,
""",
    FAMILIAR: """
Merci, tout simplement.
Ça me fait plaisir de savoir {la bague Aube} entre tes mains.

Si tu as la moindre question, écris-moi.
À bientôt,
***
Tu as pris le temps de choisir, et j'aime ça. Merci de ta confiance.
{La bague Aube} ne [pouvait|pouvaient] pas mieux tomber.

Passe quand tu veux, même sans raison.
Amitiés,
***
Un petit mot pour te remercier.
{La bague Aube} [va|vont] nous manquer un peu, à la boutique : c'est bon signe.
or: Ici, on aime savoir qu'une pièce a trouvé sa place.

Pour un soin ou un conseil, je suis là.
Bien à toi,
***
{if together} C'était bon de vous voir ensemble. Merci, de la part de tout le monde ici.
or: Merci, de la part de tout le monde ici.

{if lasting} Longue et belle vie à {la bague Aube}. S'il y a quoi que ce soit, tu sais où me trouver.
or: S'il y a quoi que ce soit, tu sais où me trouver.
À bientôt,
""",
}

WEAR = {
    FORMAL: """
Voici quelques semaines que {votre bague Aube} vous accompagne(nt), et je voulais prendre de [ses|leurs] nouvelles,
    et des vôtres.
or: Quelques semaines ont passé depuis votre choix, et je voulais prendre de vos nouvelles.

{soin}
Bien à vous,
***
Une pièce se découvre en vivant avec elle, bien après le jour où on la choisit.
J'aimerais savoir si {votre bague Aube} vous [plaît|plaisent] comme au premier jour.
or: J'aimerais savoir si la vôtre vous plaît comme au premier jour.

Deux mots suffiront, quand vous voudrez ; je les lirai avec plaisir.
Je vous prie de croire, {chère Madame}, à mon fidèle souvenir.
or: Bien fidèlement,
***
Je pensais à {votre bague Aube} : après quelques semaines, on commence à bien se connaître.
or: Je pensais à vous : après quelques semaines, on commence à bien connaître ce que l'on a choisi.

{if jewel} Si vous passez près de la boutique, confiez-{la}-moi un quart d'heure : un regard, un nettoyage, et {elle}
    [repart|repartent] avec vous.
or: Si vous passez près de la boutique, venez m'en dire un mot ; ces nouvelles-là nous font toujours plaisir.
Bien à vous,
***
J'espère que {votre bague Aube} et vous faites bon ménage.
or: J'espère que votre choix vous donne autant de joie qu'au premier jour.

S'il manquait quoi que ce soit, un réglage, un soin, un conseil, je suis là pour cela.
Avec mon meilleur souvenir,
""",
    FAMILIAR: """
Quelques semaines déjà avec {ta bague Aube} : comment ça se passe ?
or: Quelques semaines ont passé : ton choix te plaît toujours ?

{soin}
À bientôt,
***
J'espère que {ta bague Aube} et toi, vous vous entendez bien.
or: J'espère que ton choix te plaît toujours autant.

Raconte-moi en deux mots, quand tu auras un moment.
Amitiés,
***
Je pensais à toi, et à {ta bague Aube}.
or: Je pensais à toi, et à ce que tu as choisi.

{if jewel} Si tu passes par ici, laisse-{la}-moi un quart d'heure : un petit nettoyage, et {elle} [repart|repartent]
    avec toi.
or: Si tu passes par ici, viens m'en dire un mot ; ces nouvelles-là me font toujours plaisir.
Bien à toi,
***
On ne connaît vraiment une pièce qu'après quelques semaines.
Alors, {ta bague Aube} ?
or: Alors, la tienne ?

S'il faut reprendre un détail, dis-le-moi : on s'en occupe.
À bientôt,
""",
}

VISIT = {
    FORMAL: """
Nous avons eu plaisir à vous recevoir {ensemble?} {hier?}.

{if put aside} {La bague Aube} [est|sont] de côté à votre nom {jusqu'à samedi?}, et je vous {la} montrerai volontiers
    de nouveau, à l'heure qui vous conviendra.
or: {if available} {La bague Aube} [est|sont] toujours à la boutique, et je vous {la} montrerai volontiers de nouveau,
    au moment qui vous conviendra.
or: Si {la bague Aube} vous [revient|reviennent] à l'esprit, j'aurais plaisir à en reparler avec vous, au moment
    qui vous conviendra.
or: S'il vous revient une idée ou une question, j'aurais plaisir à en reparler avec vous, au moment qui vous conviendra.
Bien à vous,
***
Votre visite nous est restée en mémoire, et {la bague Aube} avec elle.
or: Votre visite nous est restée en mémoire.
Si une question vous est venue depuis, je prendrai le temps d'y répondre, ici ou par écrit.

{if put aside} {Cette bague} [est|sont] de côté à votre nom {jusqu'à samedi?}.
or: {if available} {Cette bague} [est|sont] à la boutique, si vous souhaitez {la} revoir.
Je vous prie de croire, {chère Madame}, à mon fidèle souvenir.
or: Bien fidèlement,
***
Depuis votre visite, j'ai repensé à {la bague Aube}.
or: J'ai repensé à votre visite, et à ce que vous cherchiez.

{if put aside} {Elle} vous [attend|attendent] à la boutique, à votre nom {jusqu'à samedi?}. Dites-moi ce qui vous
    conviendrait : nous choisirons une heure calme.
or: {if available} {Elle} [est|sont] à la boutique, et rien ne remplace un second regard. Dites-moi ce qui vous
    conviendrait : nous choisirons une heure calme.
or: Si l'envie vous vient d'en reparler, dites-moi ce qui vous conviendrait : nous choisirons une heure calme.
Avec mon meilleur souvenir,
***
Après votre visite, je n'ai pas voulu vous presser : choisir demande du temps, et c'est bien ainsi.

{if put aside} {La bague Aube} [est|sont] de côté à votre nom {jusqu'à samedi?} ; si vous songez à autre chose,
    je le chercherai avec vous.
or: {if available} {La bague Aube} [est|sont] toujours à la boutique ; si vous songez à autre chose, je le chercherai
    avec vous.
or: Si {la bague Aube} vous accompagne(nt) encore en pensée, parlons-en ; si c'est autre chose, je le chercherai
    avec vous.
or: Si vous cherchez encore, j'aurais plaisir à chercher avec vous.
Bien à vous,
""",
    FAMILIAR: """
{if together} C'était un plaisir de vous voir ensemble {hier?}.
or: C'était un plaisir de te voir {hier?}.

{if put aside} On a mis {la bague Aube} de côté à ton nom {jusqu'à samedi?} : passe {la} revoir quand tu veux.
or: {if available} {La bague Aube} [est|sont] toujours à la boutique : passe {la} revoir quand tu veux.
or: Si tu penses encore à {la bague Aube}, on en reparle quand tu veux.
or: S'il te vient une idée ou une question, on en parle quand tu veux.
À bientôt,
***
Ta visite m'est restée en tête, et {la bague Aube} aussi.
or: Ta visite m'est restée en tête.
Une question depuis ? Écris-moi, je prendrai le temps de te répondre.

{if put aside} {Cette bague} [est|sont] de côté à ton nom {jusqu'à samedi?}.
or: {if available} {Cette bague} [est|sont] à la boutique, si tu veux {la} revoir.
Amitiés,
***
Depuis ton passage, j'ai repensé à {la bague Aube}.
or: Depuis ton passage, j'ai repensé à ce que tu cherchais.

{if put aside} {Elle} t'[attend|attendent] à la boutique, à ton nom {jusqu'à samedi?}. Dis-moi un jour, on prendra
    un café.
or: {if available} {Elle} [est|sont] à la boutique, et rien ne vaut un second regard. Dis-moi un jour, on prendra
    un café.
or: Dis-moi un jour, on en parlera autour d'un café.
Bien à toi,
***
Après ta visite, je n'ai pas voulu te presser : une pièce se choisit rarement en une fois.

{if put aside} {La bague Aube} [est|sont] de côté à ton nom {jusqu'à samedi?} ; si tu penses à autre chose,
    je cherche avec toi.
or: {if available} {La bague Aube} [est|sont] toujours à la boutique ; si tu penses à autre chose, je cherche avec toi.
or: Si {la bague Aube} te reste(nt) en tête, on en parle ; si c'est autre chose, je cherche avec toi.
or: Si tu cherches encore, je cherche avec toi.
À bientôt,
""",
}

PROMISE = {
    FORMAL: """
{if here} Vous m'aviez demandé de penser à vous pour {la bague Aube}.
or: Je vous avais promis un mot au sujet de {la bague Aube}.
or: Je vous avais fait une promesse, et je ne l'oublie pas.
{if put aside} Je [l'ai|les ai] mis(e)(s) de côté à votre nom {jusqu'à samedi?}.
or: {if available} {Elle} [est|sont] maintenant à la boutique.

{if here} J'aurais plaisir à vous {la} montrer, au moment qui vous conviendra.
or: J'aurais plaisir à en parler avec vous, au moment qui vous conviendra.
Bien à vous,
***
Chose promise, chose due : je vous écris au sujet de {la bague Aube}.
or: Chose promise, chose due : je vous écris comme convenu.

{if put aside} {Elle} [est|sont] de côté à votre nom {jusqu'à samedi?}, et je me réjouis de vous {la} montrer.
or: {if available} {Elle} [est|sont] à la boutique, et je me réjouis de vous {la} montrer.
or: Quel moment vous conviendrait pour en parler, de vive voix ou par écrit ?
Je vous prie de croire, {chère Madame}, à mon fidèle souvenir.
or: Bien fidèlement,
***
Je n'ai pas oublié ma promesse au sujet de {la bague Aube}.
or: Je n'ai pas oublié ce que je vous avais promis.
{if put aside} Nous [l'avons|les avons] mis(e)(s) de côté à votre nom {jusqu'à samedi?}.
or: {if available} Vous pouvez {la} voir à la boutique.

Dites-moi ce que vous préférez : un appel, un mot, ou quelques minutes autour d'un café.
Avec mon meilleur souvenir,
***
Nous devions nous reparler de {la bague Aube}, et j'y ai pensé.
or: Nous devions nous reparler, et j'y ai pensé.
{if put aside} Je [l'ai|les ai] fait mettre de côté à votre nom {jusqu'à samedi?}.
or: {if available} {Elle} [est|sont] à la boutique, si vous souhaitez {la} voir.

Choisissez votre heure ; je prendrai le temps qu'il faut.
Bien à vous,
""",
    FAMILIAR: """
{if here} Tu m'avais demandé de penser à toi pour {la bague Aube}.
or: Je t'avais promis un mot au sujet de {la bague Aube}.
or: Je t'avais fait une promesse, et je ne l'oublie pas.

{if put aside} Je [l'ai|les ai] mis(e)(s) de côté à ton nom {jusqu'à samedi?} : passe {la} voir quand tu veux.
or: {if available} {Elle} [est|sont] maintenant à la boutique : passe {la} voir quand tu veux.
or: On en parle quand tu veux.
À bientôt,
***
Chose promise, chose due : je t'écris à propos de {la bague Aube}.
or: Chose promise, chose due : je t'écris comme convenu.

{if put aside} {Elle} t'[attend|attendent], à ton nom {jusqu'à samedi?}.
or: {if available} {Elle} [est|sont] à la boutique, si tu veux {la} voir.
or: Dis-moi quand t'appeler, ou réponds-moi ici, comme tu préfères.
Amitiés,
***
Je n'oublie pas ma promesse, pour {la bague Aube}.
or: Je n'oublie pas ce que je t'avais promis.
{if put aside} On [l'a|les a] mis(e)(s) de côté à ton nom {jusqu'à samedi?}.
or: {if available} Tu peux {la} voir à la boutique.

Dis-moi un jour, je nous fais un café.
Bien à toi,
***
On devait se reparler de {la bague Aube}, et j'y ai pensé.
or: On devait se reparler, et j'y ai pensé.
{if put aside} Je [l'ai|les ai] fait mettre de côté à ton nom {jusqu'à samedi?}.
or: {if available} {Elle} [est|sont] à la boutique.

Je suis là quand tu veux, cinq minutes ou une heure.
À bientôt,
""",
}

OCCASION = {
    FORMAL: """
{if journey} Votre voyage approche. S'il fallait vérifier un fermoir avant le départ, ou trouver un écrin pour la route,
    je m'en occuperais volontiers.
or: {L'anniversaire} approche, et j'ai pensé que vous aimeriez y songer tranquillement.

{if put aside} Nous avons mis {la bague Aube} de côté à votre nom {jusqu'à samedi?}.
or: {if available} {La bague Aube} [est|sont] à la boutique, et j'aurais plaisir à vous {la} montrer.
or: Si {la bague Aube} vous [semble|semblent] encore une bonne idée, nous pourrions en reparler.
or: {if gift} Si vous le souhaitez, je préparerai quelques idées, à regarder ici ou de chez vous.
Bien à vous,
***
{if journey} À l'approche de votre voyage, une pièce mérite parfois un regard : confiez-nous celles que vous emportez.
or: {if early} Je vous écris un peu en avance, à l'approche de {l'anniversaire} : une attention se prépare mieux quand
    rien ne presse.
or: Je vous écris à l'approche de {l'anniversaire}.
{if put aside} {La bague Aube} [est|sont] de côté à votre nom {jusqu'à samedi?}.
or: {if available} J'ai pensé à {la bague Aube}, qui [est|sont] à la boutique.
or: {if gift} J'ai pensé à {la bague Aube} ; peut-être y pensiez-vous aussi.

{if gift} Dites-moi ce que vous avez en tête, même vaguement ; nous chercherons ensemble.
Je vous prie de croire, {chère Madame}, à mon fidèle souvenir.
or: Bien fidèlement,
***
{if journey} Peut-être préparez-vous déjà votre voyage. S'il vous manque une pièce pour la route, j'aurais plaisir
    à la chercher avec vous.
or: Peut-être avez-vous déjà votre idée pour {l'anniversaire}. Si elle cherche encore sa forme, j'aurais plaisir
    à y réfléchir avec vous, autour d'un café ou par écrit.

{if put aside} {La bague Aube}, en tout cas, [est|sont] de côté à votre nom {jusqu'à samedi?}.
or: {if available} {La bague Aube} [est|sont] à la boutique, si vous souhaitez {la} voir.
Bien à vous,
***
{if journey} Je vous souhaite un beau voyage. S'il y a un bracelet à ajuster ou un fermoir à vérifier, je m'en charge.
or: Une attention peut être peu de chose, pourvu qu'elle soit juste. Pour {l'anniversaire}, je peux vous réunir
    trois idées, à regarder ici à une heure calme, ou de chez vous.

{if put aside} J'ai déjà mis {la bague Aube} de côté à votre nom {jusqu'à samedi?}.
or: {if available} {if gift} Parmi elles, peut-être, {la bague Aube}, que vous pouvez voir à la boutique.
or: {if named} {if gift} Parmi elles, peut-être, {la bague Aube}.
Avec mon meilleur souvenir,
""",
    FAMILIAR: """
{if journey} Ton voyage approche. Si tu veux faire vérifier une pièce avant de partir, confie-la-moi.
or: {L'anniversaire} approche, et je me suis dit que tu aimerais y penser tranquillement.

{if put aside} On a mis {la bague Aube} de côté à ton nom {jusqu'à samedi?}.
or: {if available} {La bague Aube} [est|sont] à la boutique : viens {la} voir quand tu veux.
or: Si {la bague Aube} te [semble|semblent] encore une bonne idée, on en reparle.
or: {if gift} Si tu veux, je te prépare quelques idées, à voir ici ou de chez toi.
À bientôt,
***
{if journey} Avant ton voyage, apporte-moi ce que tu emportes : un regard, un nettoyage, et tu pars l'esprit tranquille.
or: {if early} Je t'écris un peu en avance pour {l'anniversaire} : on choisit mieux quand rien ne presse.
or: Je t'écris à l'approche de {l'anniversaire}.
{if put aside} {La bague Aube} [est|sont] de côté à ton nom {jusqu'à samedi?}.
or: {if available} J'ai pensé à {la bague Aube}, qui [est|sont] à la boutique.
or: {if gift} J'ai pensé à {la bague Aube} ; toi aussi, peut-être.

{if gift} Dis-moi ce que tu as en tête, même vaguement, et on cherche ensemble.
Amitiés,
***
{if journey} Tu prépares sans doute ton voyage. S'il te manque quelque chose pour la route, on le cherche ensemble.
or: Tu as peut-être déjà ton idée pour {l'anniversaire}. Sinon, viens prendre un café, on y réfléchira ensemble.

{if put aside} {La bague Aube}, en tout cas, [est|sont] de côté à ton nom {jusqu'à samedi?}.
or: {if available} {La bague Aube} [est|sont] à la boutique, si tu veux {la} voir.
Bien à toi,
***
{if journey} Je te souhaite un beau voyage. S'il y a un bracelet à ajuster ou un fermoir à vérifier d'ici là,
    je m'en charge.
or: Une attention n'a pas besoin d'être grande pour être juste. Pour {l'anniversaire}, je peux te réunir trois idées.

{if put aside} J'ai déjà mis {la bague Aube} de côté à ton nom {jusqu'à samedi?}.
or: {if available} {if gift} Parmi elles, peut-être, {la bague Aube}, que tu peux voir à la boutique.
or: {if named} {if gift} Parmi elles, peut-être, {la bague Aube}.
À bientôt,
""",
}

LETTERS = {
    Reason.PROMISE: PROMISE,
    Reason.OCCASION: OCCASION,
    Reason.VISIT: VISIT,
    Reason.THANKS: THANKS,
    Reason.WEAR: WEAR,
    Reason.GUIDANCE: fr_keeping.GUIDANCE,
    Reason.REPLENISH: fr_keeping.REPLENISH,
}
