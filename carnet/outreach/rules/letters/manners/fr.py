"""What the house would not have written in French. The list is a native editor's."""

from __future__ import annotations

from carnet.outreach.rules.letters.manners.faults import ASIDE, HERE

PHRASES = {
    "presses her": """
        urgent*; vite; rapidement; dépêch*; dernière chance; derniers jours; dernier jour; dernières pièces;
        sans tarder; sans attendre; ne tardez; ne tarde; ne manquez; ne manque pas; plus que quelques; avant
        qu'il ne soit; il est encore temps; au plus tôt; au plus vite; dès maintenant; édition limitée; dernier
        rappel; profitez; profiter; profite; saisissez; saisir""",
    "sells": """
        offre; offres; promotion*; soldes; remise exceptionnelle; réduction*; exclusi*; privil*; vip;
        incontournable*; fidélité; nouvelle collection; faites-vous plaisir; fais-toi plaisir; vous le méritez;
        tu le mérites; n'hésit*; ne pas hésiter; reviens vers; revenir vers; relance*; cliente*; client;
        clients; idéal pour vous; idéale pour vous""",
    "pursues her": """
        vous nous manquez; tu nous manques; vous me manquez; tu me manques; cela fait longtemps; ça fait
        longtemps; sans nouvelles de vous; sans nouvelles de toi; ne vous a pas vu*; ne t'a pas vu*""",
    "flatters her spending": """
        généreu*; votre achat; vos achats; ton achat; tes achats; votre commande*; ta commande; vos dépenses;
        votre budget; goût exquis; goût sûr; meilleures clientes""",
    "closes the door": """
        besoin de répondre; besoin de me répondre; inutile de répondre; inutile de me répondre; sans obligation;
        sans aucune obligation; sans engagement; pas obligé*""",
    "recites her record": """
        vous avez acheté; tu as acheté; aviez acheté; avais acheté; nos fichiers; notre fichier; nos dossiers;
        dernier achat; votre dossier""",
    HERE: """
        disponible*; en stock; est à la boutique; sont à la boutique; toujours à la boutique; maintenant à la
        boutique; attend à la boutique; attendent à la boutique; voir à la boutique; vient d'arriver; viennent
        d'arriver; est arrivé*; sont arrivé*; venons d'en recevoir; venons de recevoir""",
    ASIDE: """
        de côté; réservé*; à votre nom; à ton nom; gardé pour vous; gardée pour vous; vous attend; vous
        attendent; t'attend; t'attendent""",
    "guesses who writes or reads": """
        heureux de; heureuse de; serais heureux; serais heureuse; ravi; ravie; enchanté; enchantée; désolé;
        désolée; honoré; honorée; cher ou chère; cher(e); cher·e; chère(s)""",
    "opens as one does to nobody": "cher client; chère cliente; chers clients; cher ami de la maison",
    "says Mr": "Mr; Mrs; Miss",
}

SHAPES: dict[str, str] = {
    "names him after Monsieur": r"\b[Cc]h(?:er|ère) (?:(?:Monsieur|Madame|Docteur|Maître) +\w|M(?:me|lle|\.))",
    "abbreviates to her face": r"\bM(?:me|lle|\.) ",
    "wants a thin space": "[^\u202f][;:!?](?=\\s|$)|[«»]",
    "wants an elision": r"(?<![-\w])(?:[Dd]e|[Qq]ue|[Jj]e|[Nn]e|[Ss]e|[Mm]e|[Tt]e|[Ll]a|[Ll]e|[Jj]usque|[Ll]orsque)"
    r" (?=[aeiouàâéèêëîïôûœæAEIOUÀÂÉÈÊËÎÏÔÛŒÆ])|\b[Ss]i ils?\b",
    "wants a contraction": r"\b(?:[Dd]e|[Àà]) les? (?!\w+(?:er|ir|re)\b)",
}
