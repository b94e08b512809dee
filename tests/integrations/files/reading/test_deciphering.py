"""In which encoding a file is written: proved where it can be, guessed where it must, refused where neither works."""

from __future__ import annotations

import pytest

FRENCH = "Nom;Prénom;Note\nRoux;Amélie;dîner à l’hôtel — 1 250,00 €\nLefèvre;François;reçoit sa mère à Noël\n"
GERMAN = "Name;Straße;Ort\nMüller;Königstraße 5;Köln\nGroß;Äußere Weg 1;Zürich\nJäger;Bäckerstraße;München\n"
POLISH = "Imię;Miasto\nŁukasz Wiśniewski;Łódź\nMałgorzata Dąbrowska;Kraków\nZażółć gęślą jaźń;Gdańsk\n"
RUSSIAN = "Имя;Фамилия;Город\nАнна;Кузнецова;Москва\nПётр;Иванов;Санкт-Петербург\n"
GREEK = "Όνομα;Πόλη\nΓιώργος Παπαδόπουλος;Αθήνα\nΜαρία;Θεσσαλονίκη\n"
TURKISH = "Ad;Soyad;Şehir\nAyşe;Yılmaz;İstanbul\nGüneş;Çağlar;İzmir\n"
ARABIC = "الاسم;المدينة\nمحمد علي;دبي\nفاطمة;القاهرة\n"
JAPANESE = "氏名,住所,備考\n山田 太郎,東京都中央区銀座,プラチナを好む\n佐藤 花子,大阪市北区,ギフトのご相談\n"
CHINESE = "姓名,城市,备注\n王小明,上海,喜欢铂金项链\n李娜,北京,生日送花\n"
TAIWANESE = "姓名,城市,備註\n王小明,台北,喜歡鉑金項鍊\n陳怡君,高雄,生日送花\n"
KOREAN = "이름,도시,메모\n김민지,서울,백금을 좋아함\n박서준,부산,생일 선물\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"), (FRENCH, "mac_roman"), (GERMAN, "cp1252"), (GERMAN, "mac_roman"), (POLISH, "cp1250"),
        (POLISH, "iso8859_2"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (GREEK, "cp1253"), (TURKISH, "cp1254"),
        (ARABIC, "cp1256"), (JAPANESE, "cp932"), (JAPANESE, "euc_jp"), (CHINESE, "gb18030"), (TAIWANESE, "big5"),
        (KOREAN, "cp949"),
    ],
)  # fmt: skip
def test_the_encodings_that_exports_are_really_written_in(opened, text, encoding):
    table = opened(text.encode(encoding))
    lines = [line.split(table.detected.separator) for line in text.splitlines()]
    assert [table.header, *(cells for _line, cells in table.rows())] == lines


def test_one_accent_a_thousand_lines_down_is_found(opened):
    table = opened(b"Name,City\n" + b"Ada,London\n" * 200_000 + "Amélie,Orléans\n".encode("cp1252"))
    assert list(table.rows())[-1] == (200_002, ["Amélie", "Orléans"])
    assert "byte 0xE9 on line 200002 is not UTF-8" in table.detected.why


def test_a_letter_cut_by_the_end_of_a_block_is_no_fault(opened):
    filling = "x" * (2**18 - len("Name\n") - 1)
    assert [cells for _line, cells in opened(f"Name\n{filling}é€😀\n").rows()] == [[f"{filling}é€😀"]]


def test_named_and_wrong_says_which_byte_on_which_line(opened, why_not):
    assert why_not(opened, "Name\nAda\nAmélie\n".encode("cp1252"), encoding="utf-8") == (
        "not_in_encoding",
        "Byte 0xE9 on line 3 is not utf-8: name the right encoding, or export as UTF-8.",
    )


def test_marked_as_unicode_and_cut_in_the_middle(opened, why_not):
    assert why_not(opened, "Name\nAda\n".encode("utf-16")[:-1])[0] == "not_in_encoding"


def test_two_encodings_in_one_file_are_not_guessed_at(opened, why_not):
    text = "Name,City\n" + "Amélie,Orléans\n" * 20
    assert why_not(opened, text.encode() + "José,Málaga\n".encode("cp1252")) == (
        "mixed_encoding",
        "Byte 0xE9 on line 22 is not UTF-8 while others are, two encodings are mixed: export as UTF-8.",
    )


@pytest.mark.parametrize("name", ["klingon", "rot13", "zlib", "hex"])
def test_no_such_encoding(opened, why_not, name):
    assert why_not(opened, "a\n1\n", encoding=name) == (
        "no_such_encoding",
        f"“{name}” is not an encoding: say utf-8, cp1252 or shift_jis, for instance.",
    )


def test_a_few_stray_control_characters_are_text_and_many_are_not(opened, why_not):
    assert list(opened(b"a,b\n1\0,2\n").rows()) == [(2, ["1\0", "2"])]
    assert why_not(opened, bytes(range(256)) * 20)[0] == "binary"
    assert why_not(opened, b"\x7fELF\x02\x01\x01" + b"\0" * 500)[0] == "binary"
