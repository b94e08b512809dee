"""The Italian letters about what she has: care as a piece ages, and what she may come to need again.

This page is a native editor's, as `it.py` is, and has its slots; four more are about what she has:
    {consiglio}          one sentence: what a piece of that age is better for
    {le griffe}          what of it is looked at
    {un anno}            how long it has been hers, from a year on; else the line is not written
    {un altro}           a second one of the same: un altro, un'altra, altri, altre
"""

from __future__ import annotations

from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL

GUIDANCE = {
    FORMAL: """
dopo {un anno} in compagnia di {il Suo anello Aube}, mi permetto un piccolo consiglio.
or: mi permetto un piccolo consiglio per {il Suo anello Aube}.
or: mi permetto un piccolo consiglio, di quelli che si danno a voce.
{consiglio}

Quando passa dalle parti della boutique, {lo} guarderò volentieri con Lei.
or: Quando passa dalle parti della boutique, guarderemo insieme.
Con viva cordialità,
***
le cose belle chiedono poco, e non dicono mai quando.
Dopo {un anno}, {il Suo anello Aube} [merita|meritano] uno sguardo a {le griffe}.
or: {Il Suo anello Aube} [merita|meritano], un giorno o l'altro, uno sguardo a {le griffe}.
or: Anche la Sua creazione merita, un giorno o l'altro, uno sguardo a {le griffe}.

Mi dica che giorno preferisce: ce ne occuperemo qui, con Lei.
Con i miei migliori saluti,
***
le creazioni invecchiano bene quando qualcuno le tiene d'occhio, e ho pensato a {il Suo anello Aube}.
or: le creazioni invecchiano bene quando qualcuno le tiene d'occhio.
La prossima volta che ci vediamo, mi lascia controllare {le griffe}?

È questione di qualche minuto, e il più delle volte non c'è nulla da fare.
Con viva cordialità,
***
dura di più ciò di cui ci si prende cura prima che lo chieda.
Con {il Suo anello Aube} comincerei da {le griffe}.
or: Con la creazione che ha scelto da noi comincerei da {le griffe}.

Scelga un'ora tranquilla: avrò tutto il tempo che serve.
Con i saluti più cordiali,
""",
    FAMILIAR: """
già {un anno} con {il tuo anello Aube}: ti do un piccolo consiglio.
or: ti do un piccolo consiglio per {il tuo anello Aube}.
or: ti do un piccolo consiglio, di quelli che si danno a voce.
{consiglio}

Quando passi di qui, lasciame{lo} un momento, così ci do un'occhiata.
or: Quando passi di qui, ci diamo un'occhiata insieme.
A presto,
***
un'idea per {il tuo anello Aube}: dopo {un anno}, uno sguardo a {le griffe} ci sta bene.
or: un'idea per {il tuo anello Aube}: uno di questi giorni, uno sguardo a {le griffe} ci sta bene.
or: un'idea per quello che hai scelto da noi: uno di questi giorni, uno sguardo a {le griffe} ci sta bene.

Dimmi un giorno, e lo facciamo davanti a un caffè.
Un caro saluto,
***
le creazioni invecchiano bene quando qualcuno le tiene d'occhio, e ho pensato a {il tuo anello Aube}.
or: le creazioni invecchiano bene quando qualcuno le tiene d'occhio.
La prossima volta che vieni, mi fai controllare {le griffe}?

Ci vuole qualche minuto, e quasi sempre non c'è niente da fare.
Con amicizia,
***
le cose durano quando ce ne occupiamo prima che lo chiedano.
Portami {il tuo anello Aube}, quando capita: comincio da {le griffe}.
or: Portami la tua creazione, quando capita: comincio da {le griffe}.

Va bene qualsiasi ora tranquilla; io mi prendo il tempo che serve.
A presto,
""",
}

REPLENISH = {
    FORMAL: """
mi chiedevo se {il Suo anello Aube} Le [tiene|tengono] ancora compagnia.
or: mi chiedevo se ciò che ha scelto da noi Le tiene ancora compagnia.

{if put aside} {Un altro} [è|sono] da parte a Suo nome {fino a sabato?}, se Le fa piacere.
or: {if available} {Un altro} [è|sono] in boutique, se Le fa piacere.
or: Se un giorno dovesse servirLe, basterà una parola: me ne occuperò volentieri.
Con viva cordialità,
***
certe cose se ne vanno così piano che ce ne accorgiamo solo l'ultima mattina.
Se dovesse capitare con {il Suo anello Aube}, mi scriva, e farò il necessario.
or: Se dovesse capitare anche a Lei, mi scriva, e farò il necessario.

{if put aside} Ne ho fatt{o} mettere da parte {un altro} a Suo nome {fino a sabato?}.
or: {if available} Ora {un altro} [è|sono] in boutique.
Con i miei migliori saluti,
***
forse Le [piace|piacciono] ancora {il Suo anello Aube}; forse ha voglia di cambiare.
or: forse Le piace ancora ciò che ha scelto da noi; forse ha voglia di cambiare.
In un caso o nell'altro, ne parlerei volentieri con Lei.

{if put aside} {Un altro}, intanto, [è|sono] da parte a Suo nome {fino a sabato?}.
or: {if available} {Un altro}, intanto, [è|sono] sempre in boutique.
Con viva cordialità,
***
un pensiero pratico, a proposito di {il Suo anello Aube}: se Le fa comodo che ci pensi io, me lo dica.
or: un pensiero pratico: se Le fa comodo che mi occupi io di ciò che Le serve, me lo dica.

{if put aside} A Suo nome ne tengo già da parte {un altro} {fino a sabato?}.
or: {if available} Può trovarne {un altro} in boutique.
or: Ne prenderò nota, e Lei potrà dimenticarsene.
Con i saluti più cordiali,
""",
    FAMILIAR: """
mi chiedevo se {il tuo anello Aube} ti [tiene|tengono] ancora compagnia.
or: mi chiedevo se quello che hai scelto da noi ti tiene ancora compagnia.

{if put aside} {Un altro} [è|sono] da parte a tuo nome {fino a sabato?}, se ti fa piacere.
or: {if available} {Un altro} [è|sono] in boutique, se ti fa piacere.
or: Se un giorno dovesse servirti, basta una parola: ci penso io.
A presto,
***
certe cose se ne vanno così piano che ce ne accorgiamo solo l'ultima mattina.
Se ti capita con {il tuo anello Aube}, scrivimi e faccio il necessario.
or: Se ti capita, scrivimi e faccio il necessario.

{if put aside} Ne ho fatt{o} mettere da parte {un altro} a tuo nome {fino a sabato?}.
or: {if available} Ora {un altro} [è|sono] in boutique.
Un caro saluto,
***
sempre {il tuo anello Aube}, o hai voglia di cambiare?
or: sempre la stessa scelta, o hai voglia di cambiare?
In un caso o nell'altro, mi fa piacere parlarne con te.

{if put aside} {Un altro}, intanto, [è|sono] da parte a tuo nome {fino a sabato?}.
or: {if available} {Un altro}, intanto, [è|sono] sempre in boutique.
Con amicizia,
***
un pensiero pratico, per {il tuo anello Aube}: se ti fa comodo che ci pensi io, dimmelo.
or: un pensiero pratico: se ti fa comodo che ci pensi io, dimmelo.

{if put aside} A tuo nome ne tengo già da parte {un altro} {fino a sabato?}.
or: {if available} Puoi trovarne {un altro} in boutique.
or: Me lo segno, e tu non ci pensi più.
A presto,
""",
}
