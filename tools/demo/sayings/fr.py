"""Les notes en français, comme Sofia et Théo les écrivent."""

OFTEN = 0.5
"""How many notes of a visit end with what to make of it."""

LOOKED = (
    "A essayé {P} deux fois, et deux fois reposé le miroir. Veut voir ce que cela donne à la lumière du jour.",
    "Venu{e} pour {O}, resté{e} pour {P}. N’en a rien dit en partant ; c’est sa façon d’aimer.",
    "Vingt minutes avec {P}. {She} a demandé comment c’est fait, pas ce que cela coûte.",
    "Passage entre deux rendez-vous, pour revoir {P}.",
    "{She} sait ce qu’{she} veut : {P}, mais en plus discret.",
    "A comparé {P} et {O}. Léger avantage au premier essai.",
    "A regardé {P}, puis m’a raconté sa semaine. C’est pour cela qu’{she} venait, je crois.",
    "M’a demandé si {P} se porte tous les jours. J’ai dit oui, et que cela se verra.",
    "Est venu{e} avec sa propre pièce, pour la poser à côté {D}. L’accord est juste.",
    "{She} attendait plus d’éclat {D}. A préféré {O}, une fois devant la glace.",
    "A laissé partir la table voisine avant de demander {P}.",
    "Voulait voir {P} sans qu’on montre rien. J’ai laissé le plateau ouvert et servi le thé.",
    "Visite courte : {P}, un sourire, et retour au bureau.",
    "Hésite entre {P} et rien du tout. Rien du tout est aussi une bonne réponse, je le lui ai dit.",
    "A demandé {P} dans un autre métal. Cela n’existe pas ; bien pris.",
    "Entré{e} à cause de la pluie, a essayé {O}. C’est {P} qui l’a fait rester.",
    "Mesure reprise avant d’essayer {P}. Une demi-taille de plus.",
    "{She} se souvenait {D}, et même du plateau.",
    "A photographié {P}, pour personne, dit-{she}.",
    "Dit {D} : pour quelqu’un de dix ans de plus. Dans dix ans, donc.",
    "Venu{e} avec une amie qui a parlé pour deux. À la fin, tout bas : {P}.",
    "Voulait surtout s’asseoir. Nous avons regardé {P} parce que le plateau était là.",
    "M’a demandé de choisir entre {P} et {O}. Je n’ai pas choisi.",
    "A mis {P}, est allé{e} jusqu’à la fenêtre, est revenu{e} : pas aujourd’hui.",
    "A demandé combien pèse {P}. Personne ne me l’avait demandé ; c’était la bonne question.",
    "Deuxième regard sur {P}. {She} retourne chaque pièce pour en voir le dos.",
    "A vu {P} depuis la rue. De près, plus calme, et c’est ce qui plaît.",
    "Venu{e} pour un nettoyage, a essayé {O} en attendant.",
)
BOUGHT = (
    "S’est décidé{e} pour {P} en cinq minutes, après y avoir pensé des mois.",
    "Reparti{e} avec {P}. L’écrin reste chez nous.",
    "{P}, sans une hésitation. A remercié la maison avant de me remercier.",
    "Venu{e} pour {P}, reparti{e} avec. Sans détour.",
    "Le choix {D} était fait avant que la porte ne se referme.",
    "{P}, enfin. Il aura fallu trois visites.",
    "{P}. A demandé un papier simple, sans ruban.",
    "{P} plutôt que {O} : cela s’oublie, dit-{she}.",
    "Revenu{e} seul{e} pour {P}, pour que personne ne décide à sa place.",
    "{P}, avec une carte écrite ici, à la table, et lue à personne.",
    "A pris {P} et demande qu’on n’envoie rien à la maison.",
    "Un achat tranquille : {P}, un verre d’eau, une vraie conversation sur les jardins.",
    "{P}. Voudrait savoir comment en prendre soin, par écrit.",
)
AFTER = (
    "Ne pas insister.",
    "{She} décide seul{e}, et lentement.",
    "Le matin plutôt qu’après cinq heures.",
    "À montrer de nouveau quand il y aura moins de monde.",
    "Aime qu’on lui dise en quoi c’est fait.",
    "J’attendrais qu’{she} y revienne.",
    "La prochaine fois, deux pièces et pas plus.",
    "{She} était pressé{e} ; la prochaine visite dira.",
    "Rien à faire, sinon être là.",
    "Je n’ai rien promis.",
    "Garder la table du fond.",
    "{She} ne le dira pas, mais le prix compte cette année.",
    "Demander des nouvelles de la maison de campagne.",
    "Thé sans sucre.",
    "Se souvenir du nom du chien : Biscotte.",
    "Une lettre serait trop ; une ligne, non.",
)
THANKED = (
    "Remercié pour la visite. Deux lignes.",
    "Un mot sur l’entretien.",
    "Remercié, sans nommer la pièce.",
    "Une carte, à la main.",
    "Demandé si tout va bien au porter.",
    "Écrit que c’était un plaisir.",
    "Envoyé la photographie promise.",
    "Un mot avant les fêtes, rien d’autre.",
)
CALLED = (
    "A appelé pour déplacer le rendez-vous. Sans difficulté.",
    "A demandé au téléphone comment nettoyer {P}.",
    "A appelé pour les horaires, et nous avons parlé.",
    "Voulait savoir si {P} existe toujours. Oui.",
)
LEFT = (
    "{P}, à regarder à la loupe. Deux photographies, une rayure notée ensemble.",
    "{P} à polir. Rien ne presse.",
    "{P}, pour un nettoyage et un regard sur la monture. Avec l’écrin.",
)
BACK = (
    "Retour {D}, avec un dernier essai ici.",
    "A repris {P}. Un regard à la loupe, et un sourire.",
    "{P}, un jour plus tôt que prévu.",
)
EVENING = (
    "Venu{e} à la soirée de l’atelier, est resté{e} près de l’établi.",
    "À la soirée d’hiver avec sa sœur. Vingt minutes, et tout vu.",
    "Venu{e} voir le sertisseur. La meilleure question de la soirée.",
)
SOLD = (
    "Pour un anniversaire dont personne ne devait rien savoir.",
    "Pour une première année dans la nouvelle maison.",
    "Parce que l’autre a été perdue en mer.",
    "Le jour de la signature.",
    "Après un long hiver.",
    "Sans raison, et c’est la meilleure.",
)
PROMISES = (
    "Des photographies {D} à la lumière du jour",
    "Demander à l’atelier le délai pour {P}",
    "Le nom du restaurateur de la rue Chapon",
    "Une heure calme, un matin de semaine, avec {P}",
    "Deux bracelets de cuir à comparer",
    "Appeler au retour {D}",
    "La copie du certificat, pour l’assurance",
    "Un dessin de la gravure, avant de graver",
    "Savoir si {P} reviendra cette année",
    "La notice d’entretien {D}",
)
PROOF = (
    "« Oui, écrivez-moi, pas trop souvent. »",
    "« Par message, oui. »",
    "« Un courriel, volontiers. »",
    "Carte cochée et signée au comptoir.",
    "« Si vous avez quelque chose à me dire, dites-le. »",
)
REFUSED = ("« Pas de lettres. Je viens quand je viens. »", "« Rien sur mon téléphone. »", "")
HELD = (
    "A demandé un peu de temps.",
    "Déménagement jusqu’à l’été ; ne souhaite pas de courrier.",
    "Une saison difficile. {She} reviendra quand {she} voudra.",
    "Souhaite du silence jusqu’à la fin des travaux.",
)
SELLING_HELD = ("Une réparation trop longue. Laisser oublier.", "Une gravure manquée ; refaite, pas encore pardonnée.")
FACTS = {
    "metal": ("Platine. Jamais d’or jaune.", "Or jaune, toujours.", "Or gris ; acier pour tous les jours.", "Tout sauf l’or rose.", "Mélange les métaux, exprès.", "Platine au doigt, or aux oreilles."),
    "stone": ("Sans couleur, et petites.", "Du vert, à la rigueur.", "Pas de pierres avant midi.", "Les perles étaient à sa grand-mère.", "Tailles anciennes."),
    "style": ("Simple, et près de la main.", "Une belle chose à la fois.", "Sautoirs, poignets nus.", "Rien qui tinte.", "Porte les trois mêmes pièces, tous les jours.", "Regarde la monture de profil."),
    "dislike": ("Cœurs, nœuds, initiales.", "Ce qui accroche la laine.", "Être photographié{e}.", "Qu’on lui propose du champagne.", "Les écrins plus grands que la pièce."),
    "manner": ("Une pièce à la fois, et pas de chiffres sans demande.", "Direct. Répondre d’abord à la question.", "Aime rester seul{e} avec le plateau.", "Commence par le temps qu’il fait ; laisser durer.", "Vient avec une liste. La suivre.", "Ne pas interrompre ses calculs."),
    "salon": ("Thé, pas de champagne.", "Eau plate, sans citron.", "La chaise face à la porte.", "Café serré.", "Pas de lys.", "La place près de la fenêtre.", "Thé vert, et du temps."),
    "wish": ("{P}, un jour.", "Quelque chose pour tous les jours.", "{P}, quand les enfants seront partis.", "Une montre qu’on ne remonte pas.", "{O}, sans hâte."),
    "life": ("Joue du violoncelle, mal et tous les jours.", "Une maison au bord de la mer, dès juin.", "Deux fils à l’étranger.", "Vient à pied, quel que soit le temps.", "Restaure des bateaux.", "Enseigne ; corrige le dimanche.", "Cultive des camélias.", "Voyage avec une petite valise.", "Une petite-fille, depuis le printemps."),
}  # fmt: skip
BECAUSE_TIER = "Dix ans de belles conversations, et des pièces qui sont portées."
RECEIVERS = (
    "sa sœur",
    "sa filleule",
    "une collègue qui s’en va",
    "sa mère",
    "un vieil ami",
    "un fils, pour son premier poste",
)
