"""What the house would not have written in Italian. The list is a native editor's."""

from __future__ import annotations

from carnet.outreach.rules.letters.manners.faults import ASIDE, HERE

PHRASES = {
    "presses her": """
        urgent*; affrett*; si sbrighi; sbrigati; subito; al più presto; il prima possibile; prima possibile; quanto
        prima; quanto più presto; senza indugio; senza attendere; senza aspettare; ultima occasione; ultime occasioni;
        ultima opportunità; ultima possibilità; ultimo giorno; ultimi giorni; ultimo pezzo; ultimi pezzi; ultimo
        promemoria; non perda; non perdere; non perderti; non si lasci sfuggire; non lasciarti sfuggire; prima che sia
        tardi; prima che sia troppo tardi; prima che finisca*; finché è in tempo; finché sei in tempo; è ancora in
        tempo; sei ancora in tempo; pochi pezzi; poche unità; solo per oggi; solo fino a; edizione limitata; fino a
        esaurimento; fino ad esaurimento; in esaurimento; ora o mai più; adesso o mai più; approfitt*; colga
        l'occasione; cogli l'occasione; imperdibil*; scade; in scadenza; tassativ*""",
    "sells": """
        offerta; offerte; promozion*; promo; saldi; sconto; sconti; scontat*; ribass*; affare; affari; esclusiv*;
        privilegi*; vip; fedeltà; fidelizz*; nuova collezione; must have; must-have; si conceda; concediti; si faccia
        un regalo; fatti un regalo; si coccoli; coccolati; se lo merita; te lo meriti; non esiti; non esitare;
        perfetto per Lei; perfetta per Lei; perfetto per te; perfetta per te; ideale per Lei; ideale per te; client*;
        ricontatt*; newsletter; premi; shopping; acquistabil*; occasione unica; occasione irripetibile; in omaggio;
        valore aggiunto; investimento""",
    "pursues her": """
        ci manca; ci manchi; mi manca; mi manchi; sentiamo la Sua mancanza; sentiamo la tua mancanza; è da tempo che;
        è da molto che; è da un po' che; è molto tempo che; è passato tanto tempo; è passato molto tempo; è tanto che;
        è un po' che; da quanto tempo; da troppo tempo; non La vediamo; non La vedo; non ti vediamo; non ti vedo; non
        si è più; non ti sei più; senza Sue notizie; senza tue notizie; che fine ha fatto; che fine hai fatto;
        sparit*; non ho ricevuto risposta; non mi ha risposto; non mi hai risposto""",
    "flatters her spending": """
        generos*; acquist*; Suo ordine; Suoi ordini; tuo ordine; tuoi ordini; Sue spese; tue spese; budget; gusto
        squisito; ottimo gusto; buon gusto; gusto impeccabile; gusto raffinato; gusti raffinati; gusto infallibile;
        migliori clienti; clienti migliori""",
    "closes the door": """
        non serve rispondere; non serve che risponda; non serve che tu risponda; non occorre rispondere; non occorre
        che risponda; non c'è bisogno di rispondere; non ha bisogno di rispondere; non hai bisogno di rispondere; non
        è necessario rispondere; non è necessaria una risposta; inutile rispondere; senza impegno; senza alcun
        impegno; senza obbligo; senza alcun obbligo; nessun obbligo; nessun impegno; non si senta; non sentirti; se
        non Le interessa; se non ti interessa; se preferisce di no; se preferisci di no""",
    "recites her record": """
        ha comprato; hai comprato; aveva comprato; avevi comprato; comprò; nostri archivi; nostro archivio; nostri
        registri; nostro registro; Sua scheda; tua scheda; nel sistema; a sistema; secondo i nostri; ci risulta; mi
        risulta; risulta che; Suo storico; tuo storico; ultima spesa; come da""",
    "supposes that it is used up": """
        è finit*; sono finit*; è terminat*; sono terminat*; sta finendo; stanno finendo; sta per finire; stanno per
        finire; è quasi finit*; sono quasi finit*; sarà finit*; avrà finit*; avrai finit*; ha finito; hai finito; è
        vuot*; è quasi vuot*; è esaurit*; sta terminando; sta per terminare; agli sgoccioli""",
    HERE: """
        disponibil*; in stock; in giacenza; a magazzino; in negozio; è in boutique; sono in boutique; è ancora in
        boutique; sono ancora in boutique; è sempre in boutique; sono sempre in boutique; è ora in boutique; sono ora
        in boutique; vederlo in boutique; vederla in boutique; vederli in boutique; vederle in boutique; vedere in
        boutique; un altro in boutique; un'altra in boutique; altri in boutique; altre in boutique; ne abbiamo un
        altro; ne abbiamo un'altra; ne abbiamo altri; ne abbiamo altre; è da noi; sono da noi; è qui; è qui da noi; è
        arrivat*; sono arrivat*; è appena arrivat*; sono appena arrivat*; è rientrat*; sono rientrat*; abbiamo
        ricevut*; abbiamo appena ricevut*""",
    ASIDE: """
        mess* da parte; mettere da parte; mettiamo da parte; tenut* da parte; tenere da parte; tengo da parte; tengo
        già da parte; è da parte; sono da parte; a Suo nome; a tuo nome; riservato; riservata; riservati; riservate;
        prenotat*; conservat* per; tenut* per Lei; tenut* per te; La aspetta; La aspettano; ti aspetta; ti aspettano;
        La attende; La attendono""",
    "guesses who writes or reads": """
        lieto di; lieta di; ben lieto; ben lieta; grato; grata; contento; contenta; onorato; onorata; lusingato; lusingata;
        entusiasto; emozionato; emozionata; dispiaciuto; dispiaciuta; spiacente; sicuro di; sicura di; benvenuto;
        benvenuta; affezionato; affezionata; affezionatissim*; devotissim*; obbligatissim*; è venuto a; è venuta a; sei
        venuto; sei venuta; è passato a; è passata a; sei passato; sei passata; è tornato; è tornata; sei tornato; sei
        tornata; è stato da noi; è stata da noi; sei stato; sei stata; caro o cara; cara o caro; caro/a; cara/o;
        car*/o; carə; Signore/a; Signora/e; Signor/a; Signora/Signore; Signore/Signora""",
    "opens as one does to nobody": """
        gentile cliente; gentili clienti; gentilissima cliente; gentilissimo cliente; caro cliente; cara cliente; cari
        clienti; gentile utente; gentile ospite; spettabile; alla cortese attenzione; a chi di competenza; caro amico
        della maison; cari amici""",
    "writes as an office does": """
        con la presente; la presente per; siamo a comunicar*; siamo ad informar*; in riferimento a; con riferimento a;
        in merito a; in oggetto; si comunica; Le comunichiamo; si prega di; La preghiamo di voler; voglia
        cortesemente; restiamo in attesa; resto in attesa; rimango in attesa; rimaniamo in attesa; in attesa di un
        Suo; in attesa di un tuo; riscontro; porgiamo; distinti saluti; ossequi; suddett*; di cui sopra; codest*""",
    "confuses its accents": """
        perchè; poichè; finchè; affinchè; benchè; giacchè; purchè; cosicchè; nè; sè; pò; dò; fà; stà; quì; quà; sò;
        sù; perche; finche; piu; gia; puo; cioe; citta; lunedi; martedi; mercoledi; giovedi; venerdi; qual'è;
        quel'anello; un'anello; un'orologio; un'altro; un'astuccio; un'attimo; un'aiuto; un'appuntamento""",
}

WITH_LO = r"(?:s[^aeiouàèéìòù\W\d]|z|x|gn|pn|ps)"
VOWEL = "[aeiouàèéìòù]"

SHAPES: dict[str, str] = {
    "abbreviates to her face": r"\b(?:Sig(?:\.?ra|\.?na|g|\.ri)?|Dott(?:\.?ssa)?|Dr(?:\.?ssa)?|Prof(?:\.?ssa)?|Avv|Ing"
    r"|Arch|Egr|Gent(?:\.?m[ao])?|Spett|Ill\.?m[ao]|Preg\.?m[ao])\.",
    "says Mr": r"\b(?:Mr|Mrs|Ms|Miss|Mme|Madame|Monsieur)\b",
    "wants Signor": r"\b(?:Signore|Dottore|Professore|Ingegnere) (?=[A-ZÀ-Ý])|\b(?:Signor|Dottor|Professor|Ingegner),",
    "wants a preposition with its article": r"\b(?:[Dd]i|[Aa]|[Dd]a|[Ii]n|[Ss]u) (?:(?:il|lo|la|i|gli|le) (?=[a-z])|l['\u2019])",
    "wants an elision": rf"(?<![-\w])(?:[Ll]o|la|[Uu]na|(?:[Dd]e|[Aa]|[Dd]a|[Nn]e|[Ss]u)ll[oa]|[Qq]uell[oa]|[Bb]ell[oa])"
    rf" (?=(?!è\b|i[aeou]){VOWEL}|h[oa]\b|hai\b|hanno\b)|\b[Gg]lielo h",
    "wants another article": rf"\b(?:[Uu]n|(?:[Ii]|[Dd]e|[Aa]|[Dd]a|[Nn]e|[Ss]u|[Qq]ue|[Bb]e)l) (?={WITH_LO})"
    rf"|\b(?:[Ii]|[Dd]e|[Aa]|[Dd]a|[Nn]e|[Ss]u|[Qq]ue|[Bb]e)l (?={VOWEL})"
    rf"|\b(?:[Ii]|(?:[Dd]e|a|[Dd]a|[Nn]e|[Ss]u|[Qq]ue)i) (?={VOWEL}|{WITH_LO})"
    rf"|\b(?:[Dd]e|[Aa]|[Dd]a|[Nn]e|[Ss]u|[Qq]ue)gli (?!{VOWEL}|{WITH_LO})(?=[a-z])",
    "writes Lei small": r"\b(?:la ringrazi\w+|le scriv\w+|ringraziarla|scriverle|accoglierla|a suo nome)\b",
    "mixes Lei and tu": r"\b(?:Lei|Suoi|Su[oae])\b(?=(?s:.*)\b(?:tuoi|tu[oae]?|ti|te)\b)"
    r"|\b(?:tuoi|tu[oae]?|ti)\b(?=(?s:.*)\b(?:Lei|Suoi|Su[oae])\b)",
    "writes È with an apostrophe": r"\bE['\u2019](?=\s)",
    "wants no space before high signs": r"[ \u00a0\u202f][;:?]",
}
