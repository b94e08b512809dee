"""Invented people: given and family names of seven tongues, how each is written, read aloud, and opened a letter with."""

from __future__ import annotations

import dataclasses
import random
import unicodedata
from collections.abc import Callable, Iterator

from carnet.clients.actions.introducing import Person


@dataclasses.dataclass(frozen=True)
class Tongue:
    """How people of one language are called. Names in another script stand as “written|read”."""

    language: str
    places: tuple[tuple[str, str], ...]
    """Country and city."""
    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]
    titles: tuple[str, str]
    """Hers and his, as they stand before a name on an envelope."""
    spoken: Callable[[str, str, str], str]
    """(she or he, given, family) to what one says."""
    written: Callable[[str, str, str], str]
    """… to what opens a letter."""
    family_first: bool = False


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _pick(she: str, he: str) -> Callable[[str, str, str], str]:
    """One form for her and one for him, with the family name in its place."""
    return lambda gender, given, family: (she if gender == "she" else he).format(given=given, family=family)


FRENCH = Tongue(
    "fr", (("FR", "Paris"),) * 5 + (("FR", "Lyon"), ("FR", "Bordeaux"), ("FR", "Neuilly"), ("BE", "Bruxelles"), ("CH", "Genève")),
    _words("Adèle Agathe Aurélie Blanche Capucine Cécile Clémence Constance Diane Édith Éléonore Fanny Flore Gabrielle Garance "
           "Isaure Joséphine Laure Léonie Mathilde Maud Nathalie Noémie Odette Ombeline Rosalie Sabine Solène Sybille Zélie"),
    _words("Achille Adrien Amaury Augustin Aurèle Basile Benoît Clément Côme Cyprien Édouard Étienne Fabrice Félix Gaspard "
           "Grégoire Hippolyte Honoré Joachim Lucien Martial Octave Philibert Rémi Rodolphe Sylvain Thibault Urbain Victor Yvon"),
    _words("Aubrac Beauclair Bellefonds Brémond Carvallo Castagnier Chanteloube Coursault Dargent Desportes Escoffion Estrade "
           "Fontarel Fougerolle Gaudricourt Gravelin Jarnaud Lanthenay Larmandie Lescouët Malaussène Marcillac Montrevel Nogaret "
           "Orgeval Pellegrain Pontaubert Queyrel Rochambeau-Lys Roquemaure Saintclar Sauveterre Sérigny Tavernost Tressange "
           "Valadier Vauzelle Verneuillet Vielcastel Villedary"),
    ("Mme", "M."), _pick("Madame", "Monsieur"), _pick("Chère Madame,", "Cher Monsieur,"),
)  # fmt: skip
ENGLISH = Tongue(
    "en", (("GB", "London"),) * 4 + (("GB", "Edinburgh"), ("GB", "Bath"), ("IE", "Dublin"), ("US", "Boston"), ("US", "New York"), ("SG", "Singapore")),
    _words("Alice Beatrix Cordelia Daphne Edith Flora Georgina Harriet Imogen Isla Juliet Lavinia Maeve Nora Ottilie Pippa Rosalind "
           "Sylvie Tamsin Verity"),
    _words("Alistair Barnaby Callum Dominic Edmund Fergus Giles Hamish Jasper Laurence Magnus Nathaniel Oswin Piers Rafe Rupert "
           "Silas Tobias Walter Wilfred"),
    _words("Ashcombe Bellweather Carrow Dunmore Ellerby Fairholt Garrowby Hallowell Inglethorpe Kestleby Larkmead Merriden "
           "Northcote-Vane Oakhanger Penhallick Ravensdale Selwick Thornbury-Hale Underhay Wetherlam"),
    ("Mrs", "Mr"), _pick("Mrs {family}", "Mr {family}"), _pick("Dear Mrs {family},", "Dear Mr {family},"),
)  # fmt: skip
ITALIAN = Tongue(
    "it", (("IT", "Milano"), ("IT", "Milano"), ("IT", "Torino"), ("IT", "Firenze"), ("IT", "Roma"), ("CH", "Lugano")),
    _words("Allegra Benedetta Camilla Chiara Costanza Domitilla Elettra Fiamma Ginevra Ludovica Marcella Ornella Serena Viola"),
    _words("Alvise Corrado Dario Ettore Fabrizio Giacomo Jacopo Leonardo Manfredi Niccolò Orlando Ruggero Tancredi Vittorio"),
    _words("Albizzari Bellandi Castelvari Dellarocca Fenoglietti Gualdesi Lanfredini-Poggi Montalbeni Ordelaffini Pallavera "
           "Roncaglieri Serbandini Tornavacca Valsecchini"),
    ("Sig.ra", "Sig."), _pick("Signora {family}", "Signor {family}"), _pick("Gentile Signora {family},", "Gentile Signor {family},"),
)  # fmt: skip
JAPANESE = Tongue(
    "ja", (("JP", "Tokyo"),) * 6 + (("JP", "Kamakura"), ("JP", "Yokohama"), ("JP", "Kyoto"), ("JP", "Osaka")),
    _words("文乃|ふみの·Fumino 梨沙|りさ·Risa 千尋|ちひろ·Chihiro 美緒|みお·Mio 香織|かおり·Kaori 沙耶|さや·Saya 由紀子|ゆきこ·Yukiko 真理|まり·Mari "
           "小春|こはる·Koharu 玲奈|れいな·Reina 詩織|しおり·Shiori 奈津|なつ·Natsu 佳乃|よしの·Yoshino 智子|ともこ·Tomoko 鈴|すず·Suzu 涼子|りょうこ·Ryōko"),
    _words("直樹|なおき·Naoki 隆|たかし·Takashi 悠斗|ゆうと·Yūto 誠一|せいいち·Seiichi 拓海|たくみ·Takumi 達也|たつや·Tatsuya 陽介|ようすけ·Yōsuke "
           "啓太|けいた·Keita 慎吾|しんご·Shingo 正人|まさと·Masato 優|ゆう·Yū 康平|こうへい·Kōhei 亮|りょう·Ryō 浩二|こうじ·Kōji"),
    _words("青柳|あおやぎ·Aoyagi 秋月|あきづき·Akizuki 綾部|あやべ·Ayabe 一ノ瀬|いちのせ·Ichinose 氷室|ひむろ·Himuro 篠宮|しのみや·Shinomiya 白鳥|しらとり·Shiratori "
           "瀬川|せがわ·Segawa 高梨|たかなし·Takanashi 立花|たちばな·Tachibana 鳥羽|とば·Toba 永瀬|ながせ·Nagase 成瀬|なるせ·Naruse 羽鳥|はとり·Hatori "
           "氷川|ひかわ·Hikawa 深町|ふかまち·Fukamachi 水城|みずき·Mizuki 三雲|みくも·Mikumo 望月|もちづき·Mochizuki 柳瀬|やなせ·Yanase 結城|ゆうき·Yūki 若槻|わかつき·Wakatsuki "
           "朝比奈|あさひな·Asahina 早乙女|さおとめ·Saotome 葉山|はやま·Hayama 霧島|きりしま·Kirishima"),
    ("様", "様"), _pick("{family}様", "{family}様"), _pick("{family}様", "{family}様"), family_first=True,
)  # fmt: skip
CHINESE = Tongue(
    "zh-Hans", (("CN", "Shanghai"), ("CN", "Shanghai"), ("CN", "Beijing"), ("CN", "Hangzhou"), ("CN", "Shenzhen"), ("SG", "Singapore")),
    _words("雨桐|Yǔtóng 梓涵|Zǐhán 静怡|Jìngyí 若溪|Ruòxī 婉清|Wǎnqīng 语嫣|Yǔyān 慧敏|Huìmǐn 晓岚|Xiǎolán 诗韵|Shīyùn 佩玲|Pèilíng"),
    _words("浩然|Hàorán 子轩|Zǐxuān 明哲|Míngzhé 文博|Wénbó 志远|Zhìyuǎn 建国|Jiànguó 俊熙|Jùnxī 天佑|Tiānyòu 嘉树|Jiāshù 承宇|Chéngyǔ"),
    _words("沈|Shěn 顾|Gù 陆|Lù 苏|Sū 叶|Yè 秦|Qín 程|Chéng 温|Wēn 傅|Fù 方|Fāng 乔|Qiáo 宋|Sòng"),
    ("女士", "先生"), _pick("{family}女士", "{family}先生"), _pick("{family}女士，您好：", "{family}先生，您好："), family_first=True,
)  # fmt: skip
ARABIC = Tongue(
    "ar", (("AE", "Dubai"), ("AE", "Abu Dhabi"), ("QA", "Doha"), ("KW", "Kuwait City"), ("SA", "Riyadh")),
    _words("ليلى|Layla سلمى|Salma دانة|Dana هند|Hind ريم|Reem عائشة|Aisha لطيفة|Latifa مها|Maha شيخة|Shaikha جواهر|Jawaher"),
    _words("خالد|Khalid فيصل|Faisal سلطان|Sultan راشد|Rashid ماجد|Majid طارق|Tariq ناصر|Nasser بدر|Badr"),
    _words("الكندري|al-Kandari المرزوقي|al-Marzouqi السويدي|al-Suwaidi البلوشي|al-Balushi العطار|al-Attar الزعابي|al-Zaabi الدوسري|al-Dosari الرميثي|al-Rumaithi"),
    ("السيدة", "السيد"), _pick("السيدة {given}", "السيد {given}"), _pick("السيدة {given} المحترمة،", "السيد {given} المحترم،"),
)  # fmt: skip
GERMAN = Tongue(
    "de", (("DE", "Hamburg"), ("DE", "München"), ("AT", "Wien"), ("CH", "Zürich")),
    _words("Amalie Charlotte Dorothea Friederike Henriette Katharina Leonore Mathilda Ottilie Theresa"),
    _words("Albrecht Clemens Falk Georg Hannes Konrad Leopold Moritz Rainer Valentin"),
    _words("Ahrensfeld Brandhorst Eichenau Falkenried Grünthal Hohenlinde Kestenholz Lindau-Werth Rautenberg Thalheimer Wiesengrund"),
    ("Frau", "Herr"), _pick("Frau {family}", "Herr {family}"), _pick("Sehr geehrte Frau {family},", "Sehr geehrter Herr {family},"),
)  # fmt: skip

MIX = {
    "Paris": ((FRENCH, 56), (ENGLISH, 14), (ITALIAN, 10), (GERMAN, 5), (ARABIC, 5), (CHINESE, 5), (JAPANESE, 5)),
    "Tokyo": ((JAPANESE, 74), (CHINESE, 11), (ENGLISH, 9), (FRENCH, 6)),
}
DOCTORS = 0.04


@dataclasses.dataclass(frozen=True)
class Named:
    """Somebody’s name, and the tongue it belongs to."""

    person: Person
    tongue: Tongue
    latin: str
    """Their family name in letters that an address can hold."""


def strangers(rng: random.Random, city: str, met: set[str]) -> Iterator[Named]:
    """People of the kind who come to a boutique in that city, none of a name already `met`."""
    tongues, weights = zip(*MIX[city], strict=True)
    while True:
        tongue = rng.choices(tongues, weights)[0]
        named = somebody(rng, tongue, rng.choice(("she", "she", "he")), rng.choice(tongue.families))
        if named.person.display not in met:
            met.add(named.person.display)
            yield named


def somebody(rng: random.Random, tongue: Tongue, gender: str, family_entry: str) -> Named:
    """One person of that family."""
    family, family_read = _split(family_entry)
    given, given_read = _split(rng.choice(tongue.women if gender == "she" else tongue.men))
    country, city = rng.choice(tongue.places)
    title, spoken, written = _addressed(rng, tongue, gender, given, family)
    person = Person(
        display=_whole(tongue, given, family), given=given, family=family, title=title, gender=gender,
        reading=_reading(tongue, given_read, family_read), order="family_first" if tongue.family_first else "given_first",
        spoken=spoken, written=written, language=tongue.language, country=country, city=city,
    )  # fmt: skip
    return Named(person, tongue, _latin(family_read or family))


def _addressed(rng: random.Random, tongue: Tongue, gender: str, given: str, family: str) -> tuple[str, str, str]:
    if tongue is ENGLISH and rng.random() < DOCTORS:
        return "Dr", f"Dr {family}", f"Dear Dr {family},"
    title = tongue.titles[gender == "he"]
    return title, tongue.spoken(gender, given, family), tongue.written(gender, given, family)


def _split(entry: str) -> tuple[str, str]:
    written, _, read = entry.partition("|")
    return written, read


def _whole(tongue: Tongue, given: str, family: str) -> str:
    if tongue is CHINESE:
        return family + given
    return f"{family} {given}" if tongue.family_first else f"{given} {family}"


def _reading(tongue: Tongue, given: str, family: str) -> str:
    """“あおやぎ ふみの · Aoyagi Fumino”, “Shěn Yǔtóng”, “Layla al-Kandari”; nothing where letters read themselves."""
    if not given:
        return ""
    if tongue is JAPANESE:
        (kana, romaji), (kana_given, romaji_given) = family.split("·"), given.split("·")
        return f"{kana} {kana_given} · {romaji} {romaji_given}"
    return f"{family} {given}" if tongue.family_first else f"{given} {family}"


def _latin(family: str) -> str:
    bare = unicodedata.normalize("NFKD", family.rpartition("·")[2]).encode("ascii", "ignore").decode().lower()
    return bare.replace("al-", "").replace(" ", "-")
