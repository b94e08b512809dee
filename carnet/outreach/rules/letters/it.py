"""The Italian letters: this page is a native editor's. Nouns, occasions and titles are at the top of `italian.py`.

`patterns.py` explains the notation. Write with a plain apostrophe and the bare preposition — the grammar contracts
(di + l', a + gli, su + lo) and elides (lo + ho) wherever a slot is concerned. The opening ends in a comma: the first
word after it is small, unless it is a name, or Lei.

The slots, each shown as it reads for a ring named Aube:
    {l'anello Aube}        or «quell'anello» when it has no name that may be said («questo anello», in thanks)
    {quell'anello}         always «quello», for a second mention
    {il Suo anello Aube} {il tuo anello Aube}
                           only where the piece is known to be hers: never in a letter of thanks, it may be a gift
    {lo}                   the pronoun, also at the end of a verb: lo, la, li, le, l'; mostrarGlie{lo}, veder{lo}
    mess{o}                agrees with the piece: messo, messa, messi, messe
    {ieri?}                when it was: ieri, l'altro giorno, la settimana scorsa…
    {fino a sabato?}       until when it is put aside
    {il compleanno}        the occasion, without saying whose unless that may be said
    {di Maison Lys?} {cura}
Two reasons more, about what she has, are in `it_keeping.py`.
What «io» and «Lei» are is not known: no «lieta», no «benvenuta», no «è venuta», no «grato».
"""

from __future__ import annotations

from carnet.outreach.kinds import Reason
from carnet.outreach.rules.letters import it_keeping
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL

THANKS = {
    FORMAL: """
La ringrazio della fiducia, e del tempo che ha voluto dedicarci.

È bello sapere {l'anello Aube} in buone mani.
Se Le venisse una domanda, anche la più piccola, mi scriva.
Con viva cordialità,
***
c'è una gioia particolare nel veder partire {l'anello Aube} con chi {lo} ha scelt{o} davvero.
or: c'è una gioia particolare nel veder partire una creazione con chi l'ha scelta davvero.
Volevo semplicemente dirLe grazie.

Per qualunque cosa, sa dove trovarmi.
Con i miei migliori saluti,
***
due righe soltanto, per ringraziarLa di aver scelto {l'anello Aube}.
or: due righe soltanto, per ringraziarLa di aver scelto la nostra maison.
Qui a tutti piace sapere che una creazione ha trovato il suo posto.

La nostra porta è sempre aperta, anche per una semplice curiosità.
Con viva cordialità,
***
grazie, a nome di tutti noi {di Maison Lys?}.
{if together} È stato un piacere accoglierVi insieme.

{if lasting} Auguro a {l'anello Aube} una vita lunga e bella, e resto a Sua disposizione per averne cura.
or: Resto a Sua disposizione, ora come in futuro.
Con i saluti più cordiali,
""",
    FAMILIAR: """
grazie, davvero.
Mi fa piacere sapere {l'anello Aube} tra le tue mani.

Per qualsiasi domanda, anche piccola, scrivimi.
A presto,
***
hai scelto con calma, e questo mi piace. Grazie della fiducia.
{L'anello Aube} non [poteva|potevano] capitare meglio.

Passa quando vuoi, anche senza motivo.
Un caro saluto,
***
solo due righe, per ringraziarti.
{L'anello Aube} ci [mancherà|mancheranno] un po', in boutique: è buon segno.
or: Qui ci piace sapere che una creazione ha trovato casa.

Per una cura o un consiglio, io ci sono.
Con amicizia,
***
{if together} è stato bello vedervi insieme. Grazie da parte di tutti noi.
or: un grazie da parte di tutti noi.

{if lasting} Lunga vita a {l'anello Aube}. Qualunque cosa serva, sai dove trovarmi.
or: Qualunque cosa serva, sai dove trovarmi.
A presto,
""",
}

WEAR = {
    FORMAL: """
sono passate alcune settimane, e volevo sapere come si trova con {il Suo anello Aube}.
or: sono passate alcune settimane dalla Sua scelta, e volevo avere Sue notizie.

{cura}
Con viva cordialità,
***
una creazione si scopre vivendola, ben oltre il giorno in cui la si sceglie.
Mi piacerebbe sapere se {il Suo anello Aube} Le [piace|piacciono] ancora come il primo giorno.
or: Mi piacerebbe sapere se la Sua Le piace ancora come il primo giorno.

Basteranno due parole, quando vorrà: le leggerò con piacere.
Con i miei migliori saluti,
***
pensavo a {il Suo anello Aube}: dopo qualche settimana si comincia a conoscersi bene.
or: pensavo a Lei: dopo qualche settimana si comincia a conoscere bene ciò che si è scelto.

{if jewel} Se passa dalle parti della boutique, me {lo} lasci un quarto d'ora: uno sguardo, una pulizia,
    e [torna|tornano] a casa con Lei.
or: Se passa dalle parti della boutique, venga a raccontarmi come va: notizie così fanno sempre piacere.
Con viva cordialità,
***
spero che {il Suo anello Aube} Le [faccia|facciano] buona compagnia.
or: spero che la Sua scelta Le dia la stessa gioia del primo giorno.

Se mancasse qualcosa, una regolazione, una cura, un consiglio, sono qui per questo.
Con i saluti più cordiali,
""",
    FAMILIAR: """
già qualche settimana con {il tuo anello Aube}: come va?
or: è passata qualche settimana: la tua scelta ti piace ancora?

{cura}
A presto,
***
spero che tu e {il tuo anello Aube} andiate d'accordo.
or: spero che la tua scelta ti faccia ancora sorridere.

Raccontami in due parole, quando hai un momento.
Un caro saluto,
***
pensavo a te, e a {il tuo anello Aube}.
or: pensavo a te, e a quello che hai scelto.

{if jewel} Se passi di qui, lasciame{lo} un quarto d'ora: una pulizia, e [riparte|ripartono] con te.
or: Se passi di qui, dimmi come va: mi fa sempre piacere saperlo.
Con amicizia,
***
ci vuole qualche settimana per conoscere davvero una creazione.
Allora, ti trovi bene con {il tuo anello Aube}?
or: Allora, ti trovi bene con la tua?

Se c'è un dettaglio da sistemare, scrivimi: ce ne occupiamo noi.
A presto,
""",
}

VISIT = {
    FORMAL: """
{if together} è stato un piacere accoglierVi insieme {ieri?}.
or: è stato un piacere accoglierLa {ieri?}.

{if put aside} {L'anello Aube} [è|sono] da parte a Suo nome {fino a sabato?}: sarà un piacere mostrarGlie{lo} di nuovo,
    all'ora che preferisce.
or: {if available} {L'anello Aube} [è|sono] ancora in boutique: sarà un piacere mostrarGlie{lo} di nuovo,
    quando preferisce.
or: Se {l'anello Aube} Le [torna|tornano] in mente, ne riparlerò volentieri con Lei, quando preferisce.
or: Se Le torna in mente un'idea o una domanda, ne parlerò volentieri con Lei, quando preferisce.
Con viva cordialità,
***
la Sua visita ci è rimasta in mente, insieme a {l'anello Aube}.
or: la Sua visita ci è rimasta in mente.
Se da allora Le è venuta una domanda, mi prenderò il tempo di rispondere, qui o per iscritto.

{if put aside} {Quell'anello} [è|sono] da parte a Suo nome {fino a sabato?}.
or: {if available} {Quell'anello} [è|sono] in boutique, se desidera riveder{lo}.
Con i miei migliori saluti,
***
ho ripensato a {l'anello Aube}, dopo la Sua visita.
or: ho ripensato alla Sua visita, e a ciò che cercava.

{if put aside} [È|Sono] qui a Suo nome {fino a sabato?}. Mi dica quando Le è più comodo: sceglieremo un'ora tranquilla.
or: {if available} [È|Sono] in boutique, e nulla sostituisce un secondo sguardo. Mi dica quando Le è più comodo:
    sceglieremo un'ora tranquilla.
or: Se desidera riparlarne, mi dica quando Le è più comodo: sceglieremo un'ora tranquilla.
Con i saluti più cordiali,
***
dopo la Sua visita non ho voluto insistere: scegliere chiede tempo, ed è giusto così.

{if put aside} {L'anello Aube} [è|sono] da parte a Suo nome {fino a sabato?}; se pensa ad altro, lo cercherò con Lei.
or: {if available} {L'anello Aube} [è|sono] sempre in boutique; se pensa ad altro, lo cercherò con Lei.
or: Se {l'anello Aube} Le [resta|restano] nei pensieri, parliamone; se è altro, lo cercherò con Lei.
or: Se sta ancora cercando, cercherò volentieri insieme a Lei.
Con viva cordialità,
""",
    FAMILIAR: """
{if together} è stato bello vedervi insieme {ieri?}.
or: è stato bello vederti {ieri?}.

{if put aside} Abbiamo messo da parte {l'anello Aube} a tuo nome {fino a sabato?}: passa a riveder{lo} quando vuoi.
or: {if available} {L'anello Aube} [è|sono] ancora in boutique: passa a riveder{lo} quando vuoi.
or: Se pensi ancora a {l'anello Aube}, ne riparliamo quando vuoi.
or: Se ti viene un'idea o una domanda, ne parliamo quando vuoi.
A presto,
***
la tua visita mi è rimasta in mente, insieme a {l'anello Aube}.
or: la tua visita mi è rimasta in mente.
Una domanda, nel frattempo? Scrivimi: ti rispondo con calma.

{if put aside} {Quell'anello} [è|sono] da parte a tuo nome {fino a sabato?}.
or: {if available} {Quell'anello} [è|sono] in boutique, se vuoi riveder{lo}.
Un caro saluto,
***
ho ripensato a {l'anello Aube}, dopo la tua visita.
or: ho ripensato a quello che cercavi.

{if put aside} [È|Sono] qui, a tuo nome {fino a sabato?}. Dimmi un giorno, e ci prendiamo un caffè.
or: {if available} [È|Sono] in boutique, e niente vale un secondo sguardo. Dimmi un giorno, e ci prendiamo un caffè.
or: Dimmi un giorno, e ne parliamo davanti a un caffè.
Con amicizia,
***
l'altra volta non ho voluto insistere: di rado si sceglie in una volta sola.

{if put aside} {L'anello Aube} [è|sono] da parte a tuo nome {fino a sabato?}; se pensi ad altro, lo cerchiamo insieme.
or: {if available} {L'anello Aube} [è|sono] sempre in boutique; se pensi ad altro, lo cerchiamo insieme.
or: Se {l'anello Aube} ti [resta|restano] in mente, ne parliamo; se è altro, lo cerchiamo insieme.
or: Se stai ancora cercando, cerchiamo insieme.
A presto,
""",
}

PROMISE = {
    FORMAL: """
{if here} mi aveva chiesto di pensare a Lei per {l'anello Aube}.
or: Le avevo promesso due righe a proposito di {l'anello Aube}.
or: Le avevo fatto una promessa, e l'ho bene in mente.
{if put aside} {Lo} ho mess{o} da parte a Suo nome {fino a sabato?}.
or: {if available} Ora [è|sono] in boutique.

{if here} Sarà un piacere mostrarGlie{lo}, quando preferisce.
or: Sarà un piacere parlarne con Lei, quando preferisce.
Con viva cordialità,
***
ogni promessa è debito: Le scrivo a proposito di {l'anello Aube}.
or: ogni promessa è debito: Le scrivo, come d'accordo.

{if put aside} [È|Sono] da parte a Suo nome {fino a sabato?}, e mi rallegra poterGlie{lo} mostrare.
or: {if available} [È|Sono] in boutique, e mi rallegra poterGlie{lo} mostrare.
or: Quale momento Le sarebbe più comodo per parlarne, a voce o per iscritto?
Con i miei migliori saluti,
***
non ho dimenticato la mia promessa a proposito di {l'anello Aube}.
or: non ho dimenticato ciò che Le avevo promesso.
{if put aside} {Lo} abbiamo mess{o} da parte a Suo nome {fino a sabato?}.
or: {if available} Può veder{lo} in boutique.

Mi dica che cosa preferisce: una telefonata, due righe, o qualche minuto davanti a un caffè.
Con i saluti più cordiali,
***
dovevamo riparlare di {l'anello Aube}, e ci ho pensato.
or: dovevamo risentirci, e ci ho pensato.
{if put aside} {Lo} ho fatt{o} mettere da parte a Suo nome {fino a sabato?}.
or: {if available} [È|Sono] in boutique, se desidera veder{lo}.

Scelga Lei l'ora: avrò tutto il tempo che serve.
Con viva cordialità,
""",
    FAMILIAR: """
{if here} mi avevi chiesto di pensare a te per {l'anello Aube}.
or: ti avevo promesso due righe su {l'anello Aube}.
or: ti avevo fatto una promessa, e l'ho bene in mente.

{if put aside} {Lo} ho mess{o} da parte a tuo nome {fino a sabato?}: passa a veder{lo} quando vuoi.
or: {if available} Ora [è|sono] in boutique: passa a veder{lo} quando vuoi.
or: Ne parliamo quando vuoi.
A presto,
***
ogni promessa è debito: ti scrivo per {l'anello Aube}.
or: ogni promessa è debito: ti scrivo, come d'accordo.

{if put aside} {Lo} trovi qui, a tuo nome {fino a sabato?}.
or: {if available} [È|Sono] in boutique, se vuoi veder{lo}.
or: Dimmi quando chiamarti, o rispondimi qui, come preferisci.
Un caro saluto,
***
non ho dimenticato la promessa che ti avevo fatto per {l'anello Aube}.
or: non ho dimenticato quello che ti avevo promesso.
{if put aside} {Lo} abbiamo mess{o} da parte per te {fino a sabato?}.
or: {if available} Puoi veder{lo} in boutique.

Dimmi un giorno: al caffè penso io.
Con amicizia,
***
dovevamo riparlare di {l'anello Aube}, e ci ho pensato.
or: dovevamo risentirci, e ci ho pensato.
{if put aside} {Lo} ho fatt{o} mettere da parte a tuo nome {fino a sabato?}.
or: {if available} [È|Sono] in boutique.

Io ci sono quando vuoi, per cinque minuti o per un'ora.
A presto,
""",
}

OCCASION = {
    FORMAL: """
{if journey} il Suo viaggio si avvicina. Se ci fosse una chiusura da controllare prima di partire, o un astuccio
    da trovare per la valigia, me ne occuperei volentieri.
or: {il compleanno} si avvicina, e forse Le farà piacere pensarci con calma.

{if put aside} Abbiamo messo da parte {l'anello Aube} a Suo nome {fino a sabato?}.
or: {if available} {L'anello Aube} [è|sono] in boutique, e sarà un piacere mostrarGlie{lo}.
or: Se {l'anello Aube} Le [sembra|sembrano] ancora una buona idea, possiamo riparlarne.
or: {if gift} Se lo desidera, preparerò qualche idea, da guardare qui o da casa.
Con viva cordialità,
***
{if journey} prima di un viaggio, a volte, una creazione merita uno sguardo: ci affidi quelle che porta con Sé.
or: {if early} Le scrivo con un certo anticipo, in vista di {il compleanno}: un pensiero si prepara meglio quando
    si ha tempo.
or: Le scrivo in vista di {il compleanno}.
{if put aside} {L'anello Aube} [è|sono] da parte a Suo nome {fino a sabato?}.
or: {if available} Ho pensato a {l'anello Aube}, che [è|sono] in boutique.
or: {if gift} Ho pensato a {l'anello Aube}; forse ci aveva pensato anche Lei.

{if gift} Mi dica che cosa ha in mente, anche solo vagamente: cercheremo insieme.
Con i miei migliori saluti,
***
{if journey} forse sta già preparando il Suo viaggio. Se per la strada Le serve qualcosa, lo cercherò volentieri con Lei.
or: forse ha già la Sua idea per {il compleanno}. Se sta ancora prendendo forma, ci rifletterò volentieri con Lei,
    davanti a un caffè o per iscritto.

{if put aside} {L'anello Aube}, in ogni caso, [è|sono] da parte a Suo nome {fino a sabato?}.
or: {if available} {L'anello Aube} [è|sono] in boutique, se desidera veder{lo}.
Con viva cordialità,
***
{if journey} Le auguro un buon viaggio. Se c'è un bracciale da regolare o una chiusura da verificare, ci penso io.
or: un pensiero può essere piccolo, purché sia quello giusto. Per {il compleanno} posso raccogliere tre idee,
    da guardare qui in un'ora tranquilla, o da casa.

{if put aside} Ho già messo da parte {l'anello Aube} a Suo nome {fino a sabato?}.
or: {if available} {if gift} Tra queste, forse, {l'anello Aube}, che può vedere in boutique.
or: {if named} {if gift} Tra queste, forse, {l'anello Aube}.
Con i saluti più cordiali,
""",
    FAMILIAR: """
{if journey} il tuo viaggio si avvicina. Se vuoi far controllare qualcosa prima di partire, ci penso io.
or: {il compleanno} si avvicina, e forse ti fa piacere pensarci con calma.

{if put aside} Abbiamo messo da parte {l'anello Aube} a tuo nome {fino a sabato?}.
or: {if available} {L'anello Aube} [è|sono] in boutique: vieni a veder{lo} quando vuoi.
or: Se {l'anello Aube} ti [sembra|sembrano] ancora una buona idea, ne riparliamo.
or: {if gift} Se vuoi, ti preparo qualche idea, da vedere qui o da casa.
A presto,
***
{if journey} prima di partire, portami quello che metti in valigia: uno sguardo, una pulizia, e viaggi senza pensieri.
or: {if early} ti scrivo con un po' di anticipo per {il compleanno}: si sceglie meglio quando si ha tempo.
or: ti scrivo in vista di {il compleanno}.
{if put aside} {L'anello Aube} [è|sono] da parte a tuo nome {fino a sabato?}.
or: {if available} Ho pensato a {l'anello Aube}, che [è|sono] in boutique.
or: {if gift} Ho pensato a {l'anello Aube}; forse ci avevi pensato anche tu.

{if gift} Dimmi che cosa hai in mente, anche solo vagamente, e cerchiamo insieme.
Un caro saluto,
***
{if journey} forse stai già preparando il viaggio. Se ti serve qualcosa per la strada, lo cerchiamo insieme.
or: forse hai già la tua idea per {il compleanno}. Altrimenti vieni per un caffè, e ci pensiamo insieme.

{if put aside} {L'anello Aube}, in ogni caso, [è|sono] da parte a tuo nome {fino a sabato?}.
or: {if available} {L'anello Aube} [è|sono] in boutique, se vuoi veder{lo}.
Con amicizia,
***
{if journey} ti auguro un bel viaggio. Se intanto c'è un bracciale da regolare o una chiusura da verificare, dimmelo.
or: un pensiero non ha bisogno di essere grande per essere giusto. Per {il compleanno} posso raccoglierti tre idee.

{if put aside} Intanto {l'anello Aube} ti [aspetta|aspettano] qui, a tuo nome {fino a sabato?}.
or: {if available} {if gift} Tra queste, forse, {l'anello Aube}, che puoi vedere in boutique.
or: {if named} {if gift} Tra queste, forse, {l'anello Aube}.
A presto,
""",
}

LETTERS = {
    Reason.PROMISE: PROMISE,
    Reason.OCCASION: OCCASION,
    Reason.VISIT: VISIT,
    Reason.THANKS: THANKS,
    Reason.WEAR: WEAR,
    Reason.GUIDANCE: it_keeping.GUIDANCE,
    Reason.REPLENISH: it_keeping.REPLENISH,
}
