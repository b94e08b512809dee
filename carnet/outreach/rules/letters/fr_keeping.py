"""The French letters about what she has: care as a piece ages, and what she may come to need again.

This page is a native editor's, as `fr.py` is, and has its slots; three more are about care:
    {conseil}            one sentence: what a piece of that age is better for
    {les griffes}        what of it is looked at
    {un an}              how long it has been hers, from a year on; else the line is not written
"""

from __future__ import annotations

from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL

GUIDANCE = {
    FORMAL: """
{Un an} déjà avec {votre bague Aube} : j'espère que {elle} vous [tient|tiennent] bonne compagnie.
or: J'espère que {votre bague Aube} vous [tient|tiennent] bonne compagnie.
or: J'espère que ce que vous aviez choisi ici vous tient bonne compagnie.
{conseil}

Si vos pas vous mènent près de la boutique, je {la} regarderai volontiers avec vous.
or: Si vos pas vous mènent près de la boutique, nous y jetterons volontiers un œil ensemble.
Bien à vous,
***
Une belle pièce demande peu, et ne le dit jamais.
Après {un an}, {votre bague Aube} [gagnerait|gagneraient] à ce que l'on en regarde {les griffes}.
or: {Votre bague Aube} [gagnerait|gagneraient] à ce que l'on en regarde {les griffes}.
or: La vôtre gagnerait à ce que l'on en regarde {les griffes}.

Dites-moi le jour qui vous conviendrait : nous le ferons ici, ensemble.
Je vous prie de croire, {chère Madame}, à mon fidèle souvenir.
or: Bien fidèlement,
***
Les pièces vieillissent bien quand quelqu'un veille sur elles, et j'ai pensé à {votre bague Aube}.
or: Les pièces vieillissent bien quand quelqu'un veille sur elles.
À votre prochain passage, me laisserez-vous regarder {les griffes} ?

C'est l'affaire de quelques minutes, et bien souvent il n'y a rien à faire.
Bien à vous,
***
Ce qui dure est ce dont on prend soin avant d'y être obligé.
Pour {votre bague Aube}, je commencerais par {les griffes}.
or: Pour la pièce que vous aviez choisie ici, je commencerais par {les griffes}.

Venez à l'heure qui vous plaira, quand la boutique est calme ; j'y mettrai le temps qu'il faut.
Avec mon meilleur souvenir,
""",
    FAMILIAR: """
{Un an} déjà avec {ta bague Aube} : j'espère que {elle} te [tient|tiennent] bonne compagnie.
or: J'espère que {ta bague Aube} te [tient|tiennent] bonne compagnie.
or: J'espère que ce que tu avais choisi ici te tient bonne compagnie.
{conseil}

Si tu passes par ici, laisse-{la}-moi un instant, que j'y jette un œil.
or: Si tu passes par ici, on y jettera un œil ensemble.
À bientôt,
***
Une idée, pour {ta bague Aube} : après {un an}, ce serait bien d'en regarder {les griffes}.
or: Une idée, pour {ta bague Aube} : un de ces jours, ce serait bien d'en regarder {les griffes}.
or: Une idée, pour ce que tu avais choisi ici : un de ces jours, ce serait bien d'en regarder {les griffes}.

Dis-moi quand ça t'arrange, on fera ça autour d'un café.
Amitiés,
***
Les pièces vieillissent bien quand quelqu'un veille sur elles, et j'ai pensé à {ta bague Aube}.
or: Les pièces vieillissent bien quand quelqu'un veille sur elles.
La prochaine fois que tu viens, tu me laisses regarder {les griffes} ?

C'est l'affaire de quelques minutes, et le plus souvent il n'y a rien à faire.
Bien à toi,
***
Les choses qui durent sont celles dont on s'occupe avant qu'elles ne le demandent.
Alors apporte-moi {ta bague Aube} à l'occasion, que je vérifie {les griffes}.
or: Alors apporte-moi la tienne à l'occasion, que je vérifie {les griffes}.

N'importe quelle heure calme fera l'affaire ; je prendrai mon temps.
À bientôt,
""",
}

REPLENISH = {
    FORMAL: """
Je me demandais si {votre bague Aube} vous accompagne(nt) toujours.
or: Je me demandais si ce que vous aviez choisi ici vous accompagne toujours.

{if put aside} [Un(e) autre est mis(e)|D'autres sont mis(e)(s)] de côté à votre nom {jusqu'à samedi?}, si le cœur
    vous en dit.
or: {if available} [Un(e) autre est|D'autres sont] à la boutique, si le cœur vous en dit.
or: Si vous veniez à en manquer, un mot suffira : je m'en occuperai volontiers.
Bien à vous,
***
Certaines choses s'en vont si doucement qu'on ne le remarque qu'au dernier matin.
S'il devait en être ainsi de {votre bague Aube}, écrivez-moi, et je ferai le nécessaire.
or: S'il devait en être ainsi chez vous, écrivez-moi, et je ferai le nécessaire.

{if put aside} J'en ai fait mettre [un(e) autre|d'autres] de côté à votre nom {jusqu'à samedi?}.
or: {if available} [Un(e) autre est|D'autres sont] maintenant à la boutique.
Je vous prie de croire, {chère Madame}, à mon fidèle souvenir.
or: Bien fidèlement,
***
Peut-être aimez-vous toujours autant {votre bague Aube} ; peut-être avez-vous envie d'autre chose.
or: Peut-être aimez-vous toujours autant ce que vous aviez choisi ; peut-être avez-vous envie d'autre chose.
Dans les deux cas, j'aurais plaisir à en parler avec vous.

{if put aside} [Un(e) autre vous attend|D'autres vous attendent] ici, à votre nom {jusqu'à samedi?}.
or: {if available} [Un(e) autre est|D'autres sont] toujours à la boutique.
Bien à vous,
***
Un mot pratique, à propos de {votre bague Aube} : s'il vous est agréable que je songe à la suite, dites-le-moi.
or: Un mot pratique : s'il vous est agréable que je songe à la suite pour vous, dites-le-moi.

{if put aside} D'ici là, [un(e) autre est|d'autres sont] de côté à votre nom {jusqu'à samedi?}.
or: {if available} D'ici là, [un(e) autre est|d'autres sont] à la boutique.
or: Je le noterai, et vous laisserai l'esprit libre.
Avec mon meilleur souvenir,
""",
    FAMILIAR: """
Je me demandais si {ta bague Aube} t'accompagne(nt) toujours.
or: Je me demandais si ce que tu avais choisi ici t'accompagne toujours.

{if put aside} [Un(e) autre est mis(e)|D'autres sont mis(e)(s)] de côté à ton nom {jusqu'à samedi?}, si le cœur
    t'en dit.
or: {if available} [Un(e) autre est|D'autres sont] à la boutique, si le cœur t'en dit.
or: Si tu venais à en manquer, un mot suffit : je m'en occupe.
À bientôt,
***
Il y a des choses qui s'en vont si doucement qu'on ne le remarque qu'au dernier matin.
Si ça arrivait à {ta bague Aube}, écris-moi, je ferai le nécessaire.
or: Si ça t'arrivait, écris-moi, je ferai le nécessaire.

{if put aside} J'en ai fait mettre [un(e) autre|d'autres] de côté à ton nom {jusqu'à samedi?}.
or: {if available} [Un(e) autre est|D'autres sont] maintenant à la boutique.
Amitiés,
***
Toujours {ta bague Aube}, ou envie d'autre chose ?
or: Toujours le même choix, ou envie d'autre chose ?
Dans les deux cas, ça me ferait plaisir d'en parler avec toi.

{if put aside} [Un(e) autre t'attend|D'autres t'attendent] ici, à ton nom {jusqu'à samedi?}.
or: {if available} [Un(e) autre est|D'autres sont] toujours à la boutique.
Bien à toi,
***
Un mot pratique, pour {ta bague Aube} : si tu veux que je pense à la suite, dis-le-moi.
or: Un mot pratique : si tu veux que je pense à la suite pour toi, dis-le-moi.

{if put aside} D'ici là, [un(e) autre est|d'autres sont] de côté à ton nom {jusqu'à samedi?}.
or: {if available} D'ici là, [un(e) autre est|d'autres sont] à la boutique.
or: Je le note, et tu n'as plus à t'en soucier.
À bientôt,
""",
}
