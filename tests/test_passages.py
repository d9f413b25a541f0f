"""Passages: a quote stands in its source word for word and number for number, whatever the copy did to its signs; else nowhere."""

import hashlib
import random
import subprocess
import sys
import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factsheet.truth.quotes.folding import normalised, parted
from factsheet.truth.quotes.nearest import nearest
from factsheet.truth.quotes.passages import Passage, around, bare, find, fingerprint, source_text, trimmed
from factsheet.truth.quotes.sentences import ends
from tests.conftest import PROJECT, surroundings


def places(text: str, quote: str) -> list[str]:
    """What stands in the text, normalised, at every place where the quote is found."""
    source = source_text(text)
    return [source.text[place.start : place.end] for place in find(source, quote)]


# One form for every copy ---------------------------------------------------------------------------------------------

# As it stands, and as it is searched.
FOLDED = [
    ("a plain line", "a plain line"),
    ("two  spaces\tand a tab", "two spaces and a tab"),
    ("a hard\nwrap\r\nand another\x0bone\x0c", "a hard wrap and another one"),
    ("  round it \n", "round it"),
    ("parted at a line-\nend", "parted at a line- end"),
    ("no\u00a0break, thin\u2009and narrow\u202fspaces, an\u3000ideographic one", "no break, thin and narrow spaces, an ideographic one"),
    ("one\u2028line\u2029after\u0085another", "one line after another"),
    ("soft\u00adhyphen, zero\u200bwidth, join\u200der, \ufeffmark", "softhyphen, zerowidth, joiner, mark"),
    ("l\u202eeft to r\u2066ight", "left to right"),
    ("a bell\x07 and a nul\x00l", "a bell and a null"),
    ("“double” „low“ «guillemets» 〝primes〞 「corners」", '"double" "low" "guillemets" "primes" "corners"'),
    ("‘single’ ‚low‛ ‹angles› `grave´ 『white corners』", "'single' 'low' 'angles' 'grave' 'white corners'"),
    ("``typed in LaTeX''", '"typed in LaTeX"'),
    ("5′10″", "5'10\""),
    ("a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"),
    ("one -- two --- three —— four", "one - two - three - four"),
    ("from 5 --3 to 5--3", "from 5 --3 to 5--3"),
    ("增长——5亿", "增长-5亿"),
    ("and so on… or ⋯ or . . . or . . . .", "and so on... or ... or ... or ... ."),
    ("１２，５００ ＡＢＣ（ｘ）％", "12,500 ABC(x)%"),
    ("ﬁve ﬂoors, oﬀice, Ⅻ, ㎏, ℃, №", "five floors, office, XII, kg, °C, No"),
    ("cafe\u0301, A\u030angstro\u0308m, \u1112\u1161\u11ab", "café, Ångström, 한"),
    ("ﾊﾞｽ", "バス"),
    ("𝟏𝟐 𝐛𝐨𝐥𝐝", "12 bold"),
    ("㈠ ⼀", "(一) 一"),
    # what NFKC would turn into another number, or glue to a word
    ("10² km²", "10² km²"),
    ("CO₂ and x₁₀", "CO₂ and x₁₀"),
    ("3½ and ¾", "3½ and ¾"),
    ("40㎡", "40m²"),
    ("10① and 10⑴ and ⒈5", "10① and 10⑴ and ⒈5"),
    ("10⁻³ and 5ª", "10⁻³ and 5ª"),
    ("Brand™", "Brand™"),
    ("a¨b", "a¨b"),
    ("xₐ and xⁿ, Ⓐ and ㊙", "xₐ and xⁿ, Ⓐ and ㊙"),
    # every sign that is a quotation mark or a dash
    ("“”„‟«»〝〞〟″‶❝❞🙶🙷🙸״「」", '"' * 19),
    ("‘ ’ ‚ ‛ ‹ › ′ ‵ ` ´ ʹ ʻ ʼ ʽ ՚ ׳ ❛ ❜ 『 』", " ".join("'" * 20)),
    ("a−b⁃c➖d―e⸺f⸻g﹘h─i━j֊k־l", "a-b-c-d-e-f-g-h-i-j-k-l"),
    ("3〜4∼5⁓6〰7～8", "3~4~5~6~7~8"),
    # signs that are printed though they are called format characters, and letters that are not printed
    ("؀١ and ۝", "؀١ and ۝"),
    ("☎\ufe0f a\u034fb c\u3164d \u115fe f\u180bg h\U000e0100i", "☎ ab cd e fg hi"),
    ("x" + "\u0302" * 20, "x" + "\u0302" * 20),
    ("x" + "\u0302" * 50, "x" + "\u0302" * 30),
    ("x" + "\u0302\u0323" * 50, "x" + "\u0323" * 15 + "\u0302" * 15),
    ("\ud800", "\ufffd"),
    ("", ""),
    (" \u200b ", ""),
]


@pytest.mark.parametrize(("text", "form"), FOLDED, ids=ascii)
def test_every_copy_of_the_same_words_has_one_form(text: str, form: str) -> None:
    assert normalised(text) == form


@pytest.mark.parametrize("one", ["Over", "over", "OVER"])
def test_case_is_kept(one: str) -> None:
    assert normalised(one) == one


@given(st.text())
@example("... . .")
@example("“ ’' ‘")
@example("-—5 —-— -—-")
@example("<\u200d\u0338 \u1fef\u1ffd\u0374")
@example("\u0301 \u0308\u0301")
@example("a" + "\u0344" * 40)
@example("ǘ" + "\u0328" * 40)
def test_what_is_normalised_stays_as_it_is(text: str) -> None:
    once = normalised(text)
    assert normalised(once) == once
    assert len(parted(text)) == len(once)


def test_every_character_there_is_has_a_stable_form() -> None:
    marks = [chr(code) for code in (*range(0xD800), *range(0xE000, 0x30000), *range(0xE0000, 0xE1000))]
    text = normalised(" a".join(marks))
    assert normalised(text) == text


def test_digits_come_only_from_digits() -> None:
    """No sign becomes a digit but one that is a digit of its own: so no two signs beside each other become another number."""
    turned = [mark for mark in map(chr, range(0x80, 0x20000)) if any(map(str.isdecimal, normalised(mark))) and not mark.isdecimal()]
    assert turned == []
    assert [mark for mark in "²½①㏠" if any(map(str.isdecimal, unicodedata.normalize("NFKC", mark)))] == ["²", "½", "①", "㏠"]


def test_the_letters_of_a_word_are_those_of_nfkc() -> None:
    letters = [chr(code) for code in range(0xC0, 0x2FA20) if unicodedata.category(chr(code)) in ("Lu", "Ll", "Lo")]
    forms = [(mark, normalised(mark), unicodedata.normalize("NFKC", mark)) for mark in letters]
    unlike = {mark for mark, ours, nfkc in forms if ours not in (nfkc, "") and not nfkc.startswith(" ")}
    assert unlike == {"ŉ"}


# Found ---------------------------------------------------------------------------------------------------------------

# The source, and a quote of it that was copied in another way.
ACCEPTED = [
    ("The port handled over 40 million tonnes.", "over 40 million tonnes"),
    ("The port handled over 40 million tonnes.", "The port handled over 40 million tonnes."),
    # quotation marks
    ("She called it “a safe harbour” for ships.", 'called it "a safe harbour" for'),
    ('She called it "a safe harbour" for ships.', "called it “a safe harbour” for"),
    ("She called it «a safe harbour» for ships.", "called it „a safe harbour“ for"),
    ("She called it ‘a safe harbour’ for ships.", "called it 'a safe harbour' for"),
    ("She called it ‹a safe harbour› for ships.", "called it ‚a safe harbour‘ for"),
    ("She called it ``a safe harbour'' for ships.", 'it "a safe harbour" for'),
    ("The city’s 12 bridges were closed.", "The city's 12 bridges"),
    ("The city's 12 bridges were closed.", "The cityʼs 12 bridges"),
    ("他说「港口已满」。", "他说“港口已满”"),
    # spaces
    ("The port handled 40\u00a0million tonnes.", "handled 40 million tonnes"),
    ("The port handled 40 million tonnes.", "handled\u00a040\u00a0million\u00a0tonnes"),
    ("Some 12\u2009500 ships called.", "12 500 ships"),
    ("Some 12\u202f500 ships called.", "12\u00a0500 ships"),
    ("The port handled\n40 million\n    tonnes.", "handled 40 million tonnes"),
    ("The port handled\r\n40 million tonnes.", "handled 40\tmillion tonnes"),
    ("The port handled 40 million tonnes.", "  handled 40\n  million tonnes\n"),
    ("The port\u3000handled 40 million tonnes.", "port handled"),
    # what cannot be seen
    ("The har\u00adbour mas\u00adter counted 310 ships.", "harbour master counted 310"),
    ("The harbour master counted 310 ships.", "har\u00adbour master"),
    ("The \u200bharbour\u200b master counted 310 ships.", "harbour master counted"),
    ("\ufeffThe harbour master counted 310 ships.", "The harbour master"),
    ("The harbour master\u200e counted 310 ships.", "master counted 310\u200b ships"),
    # dashes
    ("The long-term plan – if it holds – ends.", "long-term plan - if it holds"),
    ("The long-term plan - if it holds - ends.", "long‑term plan — if it holds"),
    ("The zone—home to 310 firms—grew.", "zone-home to 310 firms-grew"),
    ("The zone -- home to 310 firms -- grew.", "zone — home to 310 firms – grew"),
    ("The Oslo–Bergen line opened.", "Oslo-Bergen line"),
    ("At −5 degrees the canal froze.", "At -5 degrees"),
    ("At -5 degrees the canal froze.", "−5 degrees"),
    ("Between 3–5 million ships.", "3-5 million ships"),
    # ellipses
    ("We waited… and then 12 ships came.", "waited... and then"),
    ("We waited... and then 12 ships came.", "waited… and then"),
    ("We waited . . . and then 12 ships came.", "waited ... and then"),
    # compatibility forms
    ("The port handled ４０ million tonnes.", "handled 40 million"),
    ("The port handled 40% of it.", "handled ４０％ of it"),
    ("The ＰＯＲＴ handled 40 million tonnes.", "The PORT handled"),
    ("The oﬃce ﬁled 310 pages.", "office filed 310"),
    ("The office filed 310 pages.", "The oﬃce ﬁled"),
    ("It measures 12 ㎞ from end to end.", "12 km from end"),
    ("It measures 12 km² in all.", "12 km² in all"),
    ("The cafe\u0301s of Malmo\u0308 had 310 guests.", "cafés of Malmö"),
    ("The cafés of Malmö had 310 guests.", "cafe\u0301s of Malmo\u0308 had"),
    ("ガス管は三百本。", "カ\u3099ス管は三百本"),
    # punctuation round the quote
    ("It rose to 40 billion dollars, officials said.", "“rose to 40 billion dollars,”"),
    ("It rose to 40 billion dollars (before tax).", "(rose to 40 billion dollars)"),
    ("In 2010, 12 firms came.", "In 2010,"),
    ("It cost 40 billion U.S. dollars.", "40 billion U.S. dollars."),
    ("It is in the U.S. today.", "It is in the U.S."),
    ("The fall was .5 percent.", ".5 percent."),
    ("The gain was +3 percent.", "+3 percent"),
    ("The price was €40 a tonne.", "€40 a tonne"),
    ("A loss of -$40 million.", "-$40 million"),
    ("A share of 40%, it said.", "share of 40%,"),
    ("At 5° the valves open.", "At 5°"),
    ("The #1 port of all.", "#1 port"),
    ("A share of ½ was sold.", "share of ½"),
    # what touches a quote and is no part of its words
    ("“Over 40 million,” she said.", "Over 40 million"),
    ("(over 40 million tonnes)", "over 40 million tonnes"),
    ("Total:40 million tonnes", "40 million tonnes"),
    ("**40 million** tonnes, _as counted_", "40 million"),
    ("[40 million] tonnes", "40 million"),
    ("The zone—home to 310 firms—grew by 12—a record.", "home to 310 firms"),
    ("The zone—home to 310 firms—grew by 12—a record.", "grew by 12"),
    ("The zone—310 firms—grew.", "310 firms"),
    ("…40 ships came", "40 ships"),
    ("The firms' profits fell.", "The firms"),
    ("On June 24, 310 firms came.", "310 firms"),
    ("On June 24, 310 firms came.", "On June 24"),
    ("Since 2010 500 firms have come.", "500 firms"),
    ("Since 2010 500 firms have come.", "Since 2010"),
    ("In 1,500 ships", "1,500 ships"),
    ("Costs of $40 million; 12 firms paid.", "$40 million"),
    ("rose to 40 billion.Officials said so", "40 billion"),
    ("rose to 40 billion.Officials said so", "Officials said so"),
    # what only looks as if it were cut
    ("It came to 12 50", "came to 12"),
    ("In June 24 2010 firms came.", "In June 24"),
    ("In June 24 2010 firms came.", "2010 firms"),
    ("The € zone grew.", "zone grew"),
    ("The pound £ rose.", "The pound"),
    ("It cost 5€ 40 times.", "40 times"),
    ("In 2010 €40 was paid.", "In 2010"),
    ("rose to 40.A new port", "A new port"),
    ("in the port.A new ship", "A new ship"),
    ("in the port.A new ship", "in the port"),
    ("It is plan B.Ships came", "Ships came"),
    ("It is plan B.Ships came", "It is plan B"),
    ("It is plan B. Ships came", "It is plan B"),
    ("The -ing form of it.", "ing form"),
    ("It saw '40 ships' come", "40 ships"),
    ("It saw 'over 40' ships", "over 40"),
    ("It saw (about 40) ships", "about 40"),
    ("It rose to 40. Then it fell.", "rose to 40"),
    ("Of these 40: none.", "Of these 40"),
    ("Of these 40_ none.", "Of these 40"),
    ("It saw †40 ships†", "40 ships"),
    ("It saw 40† ships", "It saw 40"),
    ("It saw _40 ships_ come", "40 ships"),
    ("It saw **over 40** ships", "over 40"),
    ("It is plan B.", "It is plan B"),
    # scripts without spaces, by character
    ("三家五百人的企业", "五百人"),
    ("今年的重点五项工作", "五项工作"),
    ("共有五家三百人的企业", "共有五"),
    ("上午九点钟开会", "上午九"),
    ("读《40家企业》一书", "40家企业"),
    ("前海有超过10000家外资企业注册。", "超过10000家外资企业"),
    ("前海有超过10000家外资企业注册。", "10000家外资企业"),
    ("去年，40家企业注册。", "40家企业"),
    ("总额达到四百亿美元以上。", "四百亿美元"),
    ("总数四百家，较上年多。", "四百家"),
    ("在Qianhai注册的企业", "Qianhai"),
    ("港口每年处理40亿吨货物", "40亿吨"),
    ("增长——40亿元", "40亿元"),
    ("ท่าเรือมีบริษัท 310 แห่ง", "เรือมีบริษัท"),
    ("港は年間40万トンを扱う", "年間40万トン"),
    ("两国的中-美贸易额增长", "美贸易额"),
    ("两国的中-美贸易额增长", "两国的中"),
    ("中国大陆40家企业", "40家企业"),
    ("今年有40家企业", "家企业"),
    ("在Qianhai注册的企业", "注册的企业"),
    ("公司负债上升", "债上升"),
    ("继续发展多元文化", "继续发展"),
    ("总共百亿元", "百亿元"),
    ("总数40家", "40家"),
    ("The x\u0302/ y view", "The x\u0302"),
]


@pytest.mark.parametrize(("text", "quote"), ACCEPTED, ids=ascii)
def test_a_quote_is_found_however_it_was_copied(text: str, quote: str) -> None:
    assert places(text, quote) == [trimmed(quote)]


# The source, and a quote that cuts one of its numbers or words.
CUT = [
    # digits and their separators
    ("Some 10,000 firms came.", "0,000 firms"),
    ("Some 10,000 firms came.", "000 firms"),
    ("Some 10,000 firms came.", ",000 firms"),
    ("Some 10,000 firms came.", "Some 10"),
    ("Some 10,000 firms came.", "Some 1"),
    ("Some 10,000 firms came.", "Some 10,"),
    ("Some 1,234,567 firms came.", "234,567 firms"),
    ("Some 1,234,567 firms came.", "Some 1,234"),
    ("Some 140 firms came.", "40 firms"),
    ("Some 1.5 million came.", "5 million"),
    ("Some 1.5 million came.", ".5 million"),
    ("Some 1.5 million came.", "Some 1."),
    ("A fall of .5 percent.", "5 percent"),
    ("Some 10.000 Firmen kamen.", "000 Firmen"),
    ("Some 10'000 firms came.", "000 firms"),
    ("Some 10’000 firms came.", "Some 10"),
    ("Some 10_000 firms came.", "000 firms"),
    ("Some 10, 000 firms came.", "000 firms"),
    ("Some 5 000 firms came.", "000 firms"),
    ("It came to 12 500", "came to 12"),
    ("It came to 12 500", "500"),
    ("Some 10,\n000 firms came.", "Some 10"),
    ("Some 10\u2009000 firms came.", "000 firms"),
    ("Some 10\u00a0000 firms came.", "Some 10"),
    ("Some 1 410 000 firms came.", "410 000 firms"),
    ("Some 1 410 000 firms came.", "Some 1 410"),
    ("Some 1 410 000 firms came.", "10 000 firms"),
    ("Some 3.141 592 m of it.", "592 m of it"),
    ("At 12:30 the doors open.", "At 12"),
    ("At 12:30 the doors open.", "30 the doors"),
    ("In 2023/24 it rose.", "In 2023"),
    ("Some 5/8 of it was sold.", "8 of it"),
    ("Some 1·5 million came.", "5 million"),
    ("Some 1٫5 million came.", "5 million"),
    ("Some 1⁄2 of it was sold.", "2 of it"),
    ("The ratio was 1:40 here.", "40 here"),
    ("A count of ４０，０００ ships.", "000 ships"),
    ("Some ١٢٣ ships came.", "٢٣ ships"),
    ("Some 5×40 boxes came.", "40 boxes"),
    # signs of a number
    ("At -5 degrees it froze.", "5 degrees"),
    ("At −5 degrees it froze.", "5 degrees"),
    ("At –5 degrees it froze.", "5 degrees"),
    ("At —5 degrees it froze.", "5 degrees"),
    ("A gain of +3 points.", "3 points"),
    ("A sum of $40 million.", "40 million"),
    ("A sum of €40 million.", "40 million"),
    ("A sum of -$40 million.", "$40 million"),
    ("A sum of HK$40 million.", "$40 million"),
    ("A sum of US$40 million.", "40 million"),
    ("A sum of € 40 million.", "40 million"),
    ("Some 40€ a head.", "Some 40"),
    ("Some 40 € a head.", "Some 40"),
    ("Some 40% of it.", "Some 40"),
    ("Some 40 % of it.", "Some 40"),
    ("Some 40% of it.", "% of it"),
    ("Some 40‰ of it.", "Some 40"),
    ("Some 40+ ships.", "Some 40"),
    ("Some 40° east.", "Some 40"),
    ("Some 40°C in all.", "Some 40°"),
    ("About ~40 ships.", "40 ships"),
    ("With >40 ships.", "40 ships"),
    ("With ≤40 ships.", "40 ships"),
    ("The #40 ship.", "40 ship"),
    ("Some 3-5 million came.", "5 million"),
    ("Some 3-5 million came.", "-5 million"),
    ("Some 3–5 million came.", "Some 3"),
    ("Some 3—5 million came.", "5 million"),
    ("Some 3~5 million came.", "5 million"),
    ("Some 3..5 million came.", "5 million"),
    ("Some 40%-50% of it.", "50% of it"),
    ("Some 40%-50% of it.", "Some 40%"),
    ("Some 3½ million came.", "Some 3"),
    ("Some 3½ million came.", "½ million"),
    ("Some 10² ships came.", "Some 10"),
    ("An area of 40 km² there.", "An area of 40 km"),
    ("A rate of 40 km/h there.", "A rate of 40 km"),
    ("The profit—5 million.", "-5 million"),
    # letters and digits
    ("Some 40bn was paid.", "Some 40"),
    ("Some 40km of road.", "km of road"),
    ("The A40 road opened.", "40 road"),
    ("The 40th ship came.", "The 40"),
    ("The COVID-19 cases rose.", "19 cases"),
    ("The COVID-19 cases rose.", "-19 cases"),
    ("The COVID-19 cases rose.", "The COVID"),
    ("A 40-year plan.", "A 40"),
    ("A 40-year plan.", "year plan"),
    # words
    ("The international port.", "national port"),
    ("The international port.", "The inter"),
    ("Foreign-invested firms came.", "invested firms"),
    ("Foreign-invested firms came.", "Foreign"),
    ("Foreign‑invested firms came.", "invested firms"),
    ("China's ports grew.", "China"),
    ("China’s ports grew.", "s ports grew"),
    ("Le prix de l’eau monte.", "eau monte"),
    ("Its R&D costs rose.", "D costs rose"),
    ("Ports and/or roads.", "or roads"),
    ("It cost 40 billion U.S. dollars.", "S. dollars"),
    ("It cost 40 billion U.S. dollars.", "40 billion U"),
    ("The rating was AA+ then.", "rating was AA"),
    ("The rating was AA- then.", "rating was AA"),
    ("A new file_name here.", "name here"),
    ("A new file_name here.", "A new file"),
    ("Its R&D costs rose.", "Its R"),
    ("Ask info@port today.", "port today"),
    ("Ask info@port today.", "Ask info"),
    ("The a+b method.", "b method"),
    ("The a+b method.", "The a"),
    ("Some 40°C in all.", "C in all"),
    ("Some US$40 a head.", "Some US"),
    ("Ports and/or roads.", "Ports and"),
    ("The naïve view.", "The na"),
    ("The x\u0302y view.", "The x"),
    ("Some 4\ufe0f\u20e3 keys.", "Some 4"),
    ("Порт принял корабли.", "рт принял"),
    ("기업이 왔다", "기업이 왔"),
    # Chinese, Japanese, Thai
    ("有10,000家企业", "000家企业"),
    ("总额为40亿元。", "总额为40"),
    ("总额为40亿元，去年", "亿元,去年"),
    ("总额为四百亿元。", "百亿元"),
    ("总额为四百亿元。", "总额为四百"),
    ("总额为四百亿元。", "总额为四"),
    ("总额为数百亿元。", "百亿元"),
    ("总额为40多亿元。", "总额为40"),
    ("总额为40多亿元。", "多亿元"),
    ("占百分之四十以上", "占百分之"),
    ("增长三点五倍左右", "点五倍左右"),
    ("总额为四十余亿元。", "总额为四十"),
    ("占百分之四十以上", "四十以上"),
    ("占三分之一以上", "一以上"),
    ("只占三分之一以上", "只占三"),
    ("增长三点五倍左右", "五倍左右"),
    ("增长三点五倍。", "增长三"),
    ("这是第三家企业", "三家企业"),
    ("这是第40家企业", "40家企业"),
    ("零下负40度左右", "40度左右"),
    ("大约3～5万家企业", "5万家企业"),
    ("港は年間40万トンを扱う", "港は年間40"),
    ("กินข้าว", "กินข"),
    ("กินข้าวทุกวัน", "้าวทุกวัน"),
    ("约四百-五百家企业", "五百家"),
    ("约四百-五百家企业", "约四百"),
    ("The x\u0302yz view.", "yz view"),
]


@pytest.mark.parametrize(("text", "quote"), CUT, ids=ascii)
def test_a_quote_that_cuts_a_word_or_a_number_is_not_found(text: str, quote: str) -> None:
    source = source_text(text)
    assert trimmed(quote) in source.text
    assert find(source, quote) == ()


@pytest.mark.parametrize("sign", "%‰‱°٪+~€$£¥²½·٫٬§#&@^=×")
def test_a_sign_that_belongs_to_a_number_may_not_be_left_out(sign: str) -> None:
    assert places(f"It saw 40{sign} of it.", "It saw 40") == []
    assert places(f"It saw {sign}40 of it.", "40 of it") == []
    assert places(f"It saw {sign}40 of it. It saw 40 of it.", "40 of it") == ["40 of it"]


@pytest.mark.parametrize("sign", "%‰‱°٪€$£¥")
def test_nor_may_a_unit_that_stands_behind_a_space(sign: str) -> None:
    assert places(f"It saw 40 {sign} of it.", "It saw 40") == []
    assert places(f"It saw 40 {sign} of it.", f"It saw 40 {sign} of") == [f"It saw 40 {sign} of"]


@pytest.mark.parametrize("sign", "\"()[]{};!?|“”«»（）；！？")
def test_a_sign_that_stands_in_no_number_may_stand_between_two(sign: str) -> None:
    text = normalised(f"It saw 50{sign}40 ships.")
    assert (places(text, "It saw 50"), places(text, "40 ships")) == (["It saw 50"], ["40 ships"])


@pytest.mark.parametrize("quote", ["", " ", "a", "40", "5%", "...", "“”", "— — —", "$%&", "“40”", "四百"])
def test_less_than_three_characters_or_no_letter_stands_nowhere(quote: str) -> None:
    assert places(f"It says {quote} here.", quote) == []


@pytest.mark.parametrize("quote", ["Over 40 million", "over 40 Million", "over 40 milion", "over 41 million", "over  fourty", "over 40... million"])
def test_what_is_nearly_there_is_not_found(quote: str) -> None:
    assert places("It handled over 40 million tonnes.", "over 40 million") == ["over 40 million"]
    assert places("It handled over 40 million tonnes.", quote) == []


def test_every_place_is_found_with_the_words_before_it() -> None:
    source = source_text("“Ten ships came,” he said.\nTen ships came — ten\u00a0ships, not mistaken ships.\n(Ten ships)")
    assert find(source, "Ten ships") == (Passage(1, 10, 0), Passage(27, 36, 5), Passage(76, 85, 14))
    assert [place.word for place in find(source, "ships")] == [1, 6, 10, 13, 15]
    assert [source.text.split()[place.word] for place in find(source, "ships")] == ["ships", "ships", "ships,", "ships.", "ships)"]


def test_where_the_same_words_are_cut_once_and_whole_once_only_the_whole_are_found() -> None:
    source = source_text("It grew from 1,500 ships to 500 ships, then to 2 500 ships.")
    assert [place.word for place in find(source, "500 ships")] == [6]


def test_places_that_overlap_are_found_each() -> None:
    assert [place.start for place in find(source_text("说人人人人"), "人人人")] == [1, 2]
    assert [place.word for place in find(source_text("ten ten ten ten"), "ten ten ten")] == [0, 1]


def test_no_more_than_a_thousand_places_are_told() -> None:
    assert len(find(source_text("ship " * 3_000), "ship")) == 1_000


# Numbers and words of every kind, cut anywhere -----------------------------------------------------------------------

WORDS = st.sampled_from("the port of harbour masters count naïve ships and boats grew by a tonne Ærø été".split())
WHOLE = st.integers(1_000, 10**10)
NUMBERS = st.one_of(
    st.integers(10, 10**10).map(str),
    st.builds(lambda number, mark: f"{number:,}".replace(",", mark), WHOLE, st.sampled_from([",", ".", "'", "’", "_", "\u2009", "\u00a0", "\u202f"])),
    st.builds(lambda number, mark, rest: f"{number}{mark}{rest:03}", st.integers(0, 999), st.sampled_from(".,·٫"), st.integers(0, 999)),
    st.builds(lambda hour, minute: f"{hour:02}:{minute:02}", st.integers(0, 23), st.integers(0, 59)),
    st.builds(lambda sign, number, unit: f"{sign}{number}{unit}", st.sampled_from(["", "-", "−", "+", "$", "€", "US$", "-£", "~", ">"]), WHOLE,
              st.sampled_from(["", "%", "€", "°", "bn", "km²", "½", "²", "+", "th", "亿", "万", "多"])),
    st.builds(lambda low, mark, high: f"{low}{mark}{high}", WHOLE, st.sampled_from("-–~/×:⁄"), WHOLE),
    st.text("一二三四五六七八九十百千万亿", min_size=2, max_size=8),
    st.text("٠١٢٣٤٥٦٧٨٩", min_size=2, max_size=8),
    st.text("０１２３４５６７８９", min_size=2, max_size=8),
)


@given(st.lists(WORDS, min_size=1, max_size=4), NUMBERS, st.lists(WORDS, min_size=1, max_size=4), st.data())
def test_no_cut_inside_a_number_is_found(before: list[str], number: str, after: list[str], data: st.DataObject) -> None:
    source = source_text(" ".join([*before, number, *after]))
    start = len(normalised(" ".join(before))) + 1
    end = start + len(normalised(number))
    cut = data.draw(st.integers(start + 1, end - 1))
    inside = set(range(start + 1, end))
    for quote in (source.text[cut:], source.text[:cut]):
        assert [place for place in find(source, quote) if {place.start, place.end} & inside] == []


@given(st.lists(WORDS, min_size=1, max_size=4), NUMBERS, st.lists(WORDS, min_size=1, max_size=4))
def test_a_number_with_the_words_round_it_is_found(before: list[str], number: str, after: list[str]) -> None:
    """The test above is no proof if nothing at all is found."""
    text = " ".join([*before, number, *after])
    assert places(text, text) == [normalised(text)]
    assert [place.word for place in find(source_text(text), f"{number} {' '.join(after)}")] == [len(before)]


@given(st.lists(st.one_of(WORDS, st.integers(1_000, 99_999).map(str)), min_size=5, max_size=30), st.data())
def test_a_quote_with_one_letter_changed_is_found_only_if_it_stands_there_too(words: list[str], data: st.DataObject) -> None:
    source = source_text(" ".join(words))
    first = data.draw(st.integers(0, len(words) - 3))
    quote = " ".join(words[first : first + data.draw(st.integers(3, 6))])
    at = data.draw(st.integers(0, len(quote) - 1))
    changed = quote[:at] + data.draw(st.sampled_from("aeions0123456789é")) + quote[at + 1 :]
    asked = changed.split()
    stands = [place for place in range(len(words)) if words[place : place + len(asked)] == asked]
    assert first in [place.word for place in find(source, quote)]
    assert [place.word for place in find(source, changed)] == stands


@given(st.text("a1é 四,.'-–—$%(½", max_size=30), st.data())
def test_nothing_that_touches_an_end_could_belong_to_it(text: str, data: st.DataObject) -> None:
    """An oracle of its own: what must not stand on the two sides of an end, whatever else is round it."""
    source = source_text(text)
    first = data.draw(st.integers(0, len(source.text)))
    quote = source.text[first : data.draw(st.integers(first, len(source.text)))]
    whole = source.parted
    ends = [end for place in find(source, quote) for end in (place.start, place.end) if 0 < end < len(whole)]
    pairs = {whole[end - 1] + whole[end] for end in ends}
    assert pairs.isdisjoint({a + b for a in "a1é" for b in "a1é"} | {a + b for a in "14½" for b in "14½"})
    assert pairs.isdisjoint({"-1", "$1", "1%", "1$", "1-", "a-", "é-", "a$", "½%"})
    assert [end for end in ends if whole[end - 1] == "1" and whole[end : end + 2] in (",1", ".1", "'1", "—1")] == []
    assert [end for end in ends if whole[end] == "1" and whole[max(end - 2, 0) : end] in ("1,", "1.", "1'", "1—", "a.")] == []


@given(st.text(), st.text())
@example("\ud800\udfff 40", "\ud800 40 \udfff")
@example("a" * 50, "a" * 49)
@example("\u0301" * 9, "\u0301" * 3)
def test_any_text_and_any_quote_get_an_answer(text: str, quote: str) -> None:
    for source in map(source_text, (text, quote, text + quote, f"{text} {quote} {text}")):
        for place in find(source, quote):
            assert source.text[place.start : place.end] == trimmed(quote)
            before, after = around(source, place)
            assert len(before) + len(after) <= len(source.text)
        assert nearest(source, quote) is None or nearest(source, quote)
    assert len(fingerprint(quote)) == 64


# What is looked for, and what is kept of it --------------------------------------------------------------------------

@pytest.mark.parametrize(("quote", "kept"), [
    ("“over 40 million tonnes,”", "over 40 million tonnes"), ("(over 40 million)", "over 40 million"), ("«Over 40»!", "Over 40"),
    ("... and 12 ships ...", "and 12 ships"), ("—home to 12 ships—", "home to 12 ships"), ("- 12 ships -", "12 ships"),
    ("-5 degrees", "-5 degrees"), ("−5 degrees", "-5 degrees"), ("-$40", "-$40"), ("-€40", "-€40"), ("-£40", "-£40"), ("-¥40", "-¥40"), ("-.5 points", "-.5 points"), (".5 points", ".5 points"),
    ("...5 points", "5 points"), ("$40 million", "$40 million"), ("€40", "€40"), ("£40", "£40"), ("¥40", "¥40"), ("#1 port", "#1 port"),
    ("+3 points", "+3 points"), ("rose 40%", "rose 40%"), ("rose 40%.", "rose 40%"), ("at 5°,", "at 5°"), ("40+", "40+"), ("~40", "~40"),
    ("《港口》四百亿。", "港口》四百亿"), ("“《港口》”", "港口"), ("“", ""), ("", ""),
])
def test_punctuation_round_a_quote_is_trimmed_and_the_signs_of_its_numbers_stay(quote: str, kept: str) -> None:
    assert trimmed(quote) == kept
    assert bare(kept) == kept


@pytest.mark.parametrize("marks", ["“”", "‘’", "«»", "``", "()", "[]", "{}", "（）", "《》", "〈〉", "【】", "〔〕", "〖〗", "「」", "『』", "¡!", "¿?", "，。", "、、", "；：",
                                   "**", "__", "••", "··", "……", "——", " \u00a0"])
def test_every_kind_of_punctuation_is_trimmed(marks: str) -> None:
    assert trimmed(f"{marks[0]}ten ships{marks[1]}") == "ten ships"
    assert places(f"They were {marks[0]}ten ships{marks[1]} then", f"{marks[0]}ten ships{marks[1]}") == ["ten ships"]


def test_the_fingerprint_is_that_of_the_words_however_they_were_copied() -> None:
    wanted = hashlib.sha256(b"over 40 million U.S. ships, 'new'").hexdigest()
    copies = ["over 40 million U.S. ships, 'new'", "“over 40\u00a0million U.S. ships, ‘new’”", "over 4０ mil\u00adlion\nU.S. ships, ´new´."]
    assert {fingerprint(copy) for copy in copies} == {hashlib.sha256(b"over 40 million U.S. ships, 'new").hexdigest()}
    assert fingerprint("over 40 million") not in {wanted, fingerprint("over 41 million"), fingerprint("Over 40 million")}


def test_the_digest_of_a_source_is_that_of_its_words() -> None:
    source = source_text("The café —\n“ten ships”")
    assert source.text == 'The café - "ten ships"'
    assert source.sha256 == hashlib.sha256(source.text.encode()).hexdigest()
    assert source.sha256 == source_text("The cafe\u0301 – 'ten ships'".replace("'", '"')).sha256
    assert source.sha256 != source_text("The Café - “ten ships”").sha256


# Round the quote -----------------------------------------------------------------------------------------------------

# The text, the quote, how many words, and what stands before and after.
ROUND = [
    ("one two three four five six seven", "four", 2, "two three ", " five six"),
    ("one two three four five six seven", "four", 0, "", ""),
    ("one two three four five six seven", "four", 12, "one two three ", " five six seven"),
    ("one two three four five six seven", "one two", 1, "", " three"),
    ("one two three four five six seven", "six seven", 1, "five ", ""),
    ("one (two) three", "two", 1, "(", ")"),
    ("one (two) three", "two", 2, "one (", ") three"),
    ("the zone—home to ten ships—grew", "home to ten ships", 3, "the zone—", "—grew"),
    ("It was not so. The port handled over 40 ships. None sank.", "40 ships", 12, " The port handled over ", "."),
    ("Was it so? Over 40 ships came! None sank.", "40 ships", 12, " Over ", " came!"),
    ("He said “so.” Over 40 ships came.", "40 ships", 12, " Over ", " came."),
    ("By then Mr. Ames of the U.S. Navy had approx. 40 ships.", "40 ships", 12, "By then Mr. Ames of the U.S. Navy had approx. ", "."),
    ("It counts 40 U.S. Navy ships, i.e. Most of them.", "40 U.S", 12, "It counts ", ". Navy ships, i.e. Most of them."),
    ("Nearly 40 ships came. 12 sank.", "12 sank", 3, "40 ships came. ", "."),
    ("他说不是。港口有超过四百艘船。没有。", "四百艘船", 12, "港口有超过", "。"),
    ("ten ships of " + "b" * 50, "ten ships", 2, "", " of"),
    ("x " + "a" * 19 + " " + "b" * 19 + " ten ships", "ten ships", 2, "a" * 19 + " " + "b" * 19 + " ", ""),
    ("ten ships " + "a" * 19 + " " + "b" * 19 + " x", "ten ships", 2, "", " " + "a" * 19 + " " + "b" * 19),
    ("a b c d e f g h i j k l m ten ships a b c d e f g h i j k l m", "ten ships", 12, "b c d e f g h i j k l m ", " a b c d e f g h i j k l"),
    ("a" * 50 + " ten ships " + "b" * 50, "ten ships", 1, "a" * 19 + " ", " " + "b" * 19),
    ("a" * 50 + " of ten ships " + "b" * 50, "ten ships", 2, "of ", " " + "b" * 39),
]


@pytest.mark.parametrize(("text", "quote", "words", "before", "after"), ROUND, ids=ascii)
def test_a_few_words_of_the_same_sentence_stand_round_a_quote(text: str, quote: str, words: int, before: str, after: str) -> None:
    source = source_text(text)
    assert around(source, find(source, quote)[0], words) == (before, after)


def test_a_dozen_words_stand_round_a_quote_unless_fewer_are_asked_for() -> None:
    source = source_text("a " * 20 + "ten ships" + " b" * 20)
    place = find(source, "ten ships")[0]
    assert around(source, place) == around(source, place, 12) != around(source, place, 13)


# Texts with | where a sentence is over beyond doubt.
SENTENCES = [
    "It grew.| It fell.|", "Did it?| No!| Today.|", "It grew. 12 ships left.|", "It grew. then it fell.|", "It ended.Next it began.|", "It ended.NEXT it began.|", "It fell 1.5 points.|",
    "It grew.| “It fell,” he said.|", "It grew.| 'It fell,' he said.|", "It grew. (It fell.)|",
    "“It grew.”| She left.|", "'It grew.'| She left.|", "(It grew.)| She left.|", "[It grew.]| She left.|", "{It grew.}| She left.|",
    "港口满了。|他走了。|", "他说：“港口满了。”|他走了。|", "「满了。」|他走了。|", "『满了。』|他走了。|", "《满了。》|他走了。|", "【满了。】|他走了。|", "〈满了。〉|他走了。|",
    "It fell by 40%.| Then it rose.|", "It fell to 40.| Then it rose.|", "It was (so).| Then it rose.|", "It grew.| 港口满了。|",
    "By Mr. Ames, Gen. Bo and Inc. Magazine.|", "He left China.| It rained.|", "He left Oslo. It rained.|", "He left Paris.| It rained.|",
    "The U.S. Treasury.|", "It was plan B. It failed.|", "It had vitamin c. It helped.|", "It had approx. USD 40.|", "It had plenty.| USD 40.|", "It was so.| Over it went.|",
    "It was “so.”| Today.|", "It was 'so.'| Today.|", "It was (so.)| Today.|", "It was [so.]| Today.|", "It was {so.}| Today.|", "It was—so.| Today.|",
    "It was " + "long" * 20 + ".| It failed.|", "It was x-y. It failed.|",
]


@pytest.mark.parametrize("marked", SENTENCES, ids=ascii)
def test_a_sentence_ends_where_that_is_beyond_doubt(marked: str) -> None:
    marked = parted(marked)
    text = marked.replace("|", "")
    wanted = [place - number for number, place in enumerate(place for place, mark in enumerate(marked) if mark == "|")]
    assert [end for at in range(len(text)) if (end := ends(text, at))] == wanted


@given(st.text("ab .!?。,“—A1", max_size=60), st.integers(0, 5), st.data())
def test_what_stands_round_a_quote_touches_it_and_is_no_longer_than_asked(text: str, words: int, data: st.DataObject) -> None:
    source = source_text(text)
    start = data.draw(st.integers(0, len(source.text)))
    place = Passage(start, data.draw(st.integers(start, len(source.text))), 0)
    before, after = around(source, place, words)
    assert source.parted[: place.start].endswith(before)
    assert source.parted[place.end :].startswith(after)
    assert max(len(before.split()), len(after.split())) <= words


# The nearest passage -------------------------------------------------------------------------------------------------

PORT = """The port of Ærø handled over 40 billion U.S. dollars of goods in 2023, its harbour master said on Monday.
It is home to over 10,000 foreign-invested firms, which employ 1 200 people. "We waited," she said, "for years."
Freight fell by -5 percent; 40 % of the city’s 12 bridges — all of them old — were closed. 港口有超过四百亿美元的外资。"""
# The quote, the nearest passage, the words that differ, and the share.
NEAREST = [
    ("over 50 billion U.S. dollars", "over 40 billion U.S. dollars", ("50", "40"), 80),
    ("over 40 million U.S. dollars of goods", "over 40 billion U.S. dollars of goods", ("million", "billion"), 85),
    ("nearly 40 billion U.S. dollars", "over 40 billion U.S. dollars", ("nearly", "over"), 80),
    ("over 40 billion dollars of goods", "over 40 billion U.S. dollars of goods", ("", "U.S."), 100),
    ("over 40 billion good U.S. dollars", "over 40 billion U.S. dollars", ("good", ""), 83),
    ("Over 40 Billion", "over 40 billion", ("Over 40 Billion", "over 40 billion"), 100),
    ("THE PORT OF ÆRØ", "The port of Ærø", ("THE PORT OF ÆRØ", "The port of Ærø"), 100),
    ("over 40 billion dollars U.S. of goods", "over 40 billion U.S. dollars of goods", ("dollars U.S.", "U.S. dollars"), 85),
    ("its habour master said", "its harbour master said", ("habour", "harbour"), 75),
    ("in 2022, its harbor master said", "in 2023, its harbour master said", ("2022, its harbor", "2023, its harbour"), 66),
    ("in 2023 its harbour master", "in 2023, its harbour master", ("2023", "2023,"), 100),
    ("the harbour master said on Tuesday", "its harbour master said on Monday", ("the … Tuesday", "its … Monday"), 66),
    ("over 10,000 foreign invested firms", "over 10,000 foreign-invested firms", ("foreign invested", "foreign-invested"), 60),
    ("We waited, she said, for years", 'We waited," she said, "for years', ("waited, … for", 'waited," … "for'), 100),
    ("the city's 12 bridges all of them", "the city's 12 bridges — all of them", ("the city's 12 bridges all of them", "the city's 12 bridges — all of them"), 100),
    ("bridges that were closed", "bridges — all of them old — were closed", ("that", "all of them old"), 75),
    ("invested foreign goods in 2023", "dollars of goods in 2023", ("invested foreign", "dollars of"), 60),
    ("a home to over 10,000", "is home to over 10,000", ("a", "is"), 80),
    ("its harbour said master", "its harbour master said", ("said master", "master said"), 75),
    ("超过三百亿美元", "超过四百亿美元", ("三", "四"), 85),
    ("超过四百亿美元外资", "超过四百亿美元的外资", ("", "的"), 100),
    ("harbour mistress", "harbour master", ("mistress", "master"), 50),
    ("firms, which employed almost 1 200 people", "firms, which employ 1 200 people", ("employed almost", "employ"), 71),
    # words that stand there, and cut something
    ("0,000 foreign-invested firms", "10,000 foreign-invested firms", ("0,000", "10,000"), 66),
    ("invested firms", "foreign-invested firms", ("invested", "foreign-invested"), 50),
    ("200 people", "1 200 people", ("200", "1 200"), 50),
    ("which employ 1", "which employ 1 200", ("1", "1 200"), 66),
    ("5 percent", "-5 percent", ("5", "-5"), 50),
    ("40 of the city's", "40 % of the city's", ("", "%"), 100),
    ("百亿美元", "四百亿美元", ("百", "四百"), 75),
    ("handled over 4", "handled over 40", ("4", "40"), 66),
    ("arbour master", "harbour master", ("arbour", "harbour"), 50),
    ("arbour maste", "harbour master", ("arbour … maste", "harbour … master"), 0),
    ("arbou", "harbour", ("arbou", "harbour"), 0),
]


@pytest.mark.parametrize(("quote", "passage", "differing", "share"), NEAREST, ids=ascii)
def test_the_nearest_passage_is_told_with_the_words_that_differ(quote: str, passage: str, differing: tuple[str, str], share: int) -> None:
    source = source_text(PORT)
    assert find(source, quote) == ()
    assert nearest(source, quote) == (passage, differing, share)


@pytest.mark.parametrize("quote", ["nothing like that at all", "over three thousand ferries", "", "40", "— — —", "...", "月亮很圆今夜", "port authorities everywhere",
                                   "harbour boats sank", "Monday on said master harbour its", "\u0301\u0301\u0301"])
def test_where_nothing_is_alike_nothing_is_told(quote: str) -> None:
    assert nearest(source_text(PORT), quote) is None


def test_of_several_passages_the_one_is_told_that_is_most_alike() -> None:
    text = "Over 30 ships came in May. Nearly 40 boats came in May. Over 40 boats left in May. Over 40 boards came. "
    assert nearest(source_text(text), "Over 40 boats came in May") == ("Nearly 40 boats came in May", ("Over", "Nearly"), 83)
    assert nearest(source_text(text), "Over 40 borads") == ("Over 40 boards", ("borads", "boards"), 66)


def test_differing_words_are_told_up_to_a_hundred_characters() -> None:
    source = source_text("It was a very " + "long " * 10 + "day for the ship and for all of her crew, they said at home and in town.")
    quote = "It was a very " + "elongated " * 12 + "day for the ship and for all of her crew, they said at home and in town"
    found = nearest(source, quote)
    assert found is not None
    assert (found.differing[0][:12], found.differing[0][-1], len(found.differing[0])) == ("elongated el", "…", 101)


def test_of_a_long_quote_the_part_that_differs_is_told() -> None:
    words = [f"word{number}" for number in range(1_000)]
    source = source_text(" ".join(words))
    words[700] = "other"
    found = nearest(source, " ".join(words))
    assert found is not None
    assert found.differing == ("other", "word700")
    assert "word699 word700 word701" in found.passage
    assert len(found.passage) <= 202
    assert (found.passage[0], found.passage[-1]) == ("…", "…")


def test_of_a_long_quote_that_cuts_a_number_the_end_that_cuts_it_is_told() -> None:
    source = source_text("First 10,000 " + "of the many ships " * 100 + "came 20,000 times")
    for quote, end, differing in [("000 " + "of the many ships " * 100, "10,000 of", ("000", "10,000")),
                                  ("of the many ships " * 100 + "came 20", "came 20,000", ("20", "20,000"))]:
        found = nearest(source, quote)
        assert found is not None
        assert (end in found.passage, found.differing, len(found.passage) <= 202) == (True, differing, True)


def test_a_passage_that_reaches_over_the_pieces_in_which_a_long_text_is_searched_is_found() -> None:
    passage = "the ferry carried exactly seventeen grey horses home"
    for size in range((1 << 18) - 60, (1 << 18) + 20, 10):
        source = source_text("filler " * (size // 7) + "x" * (size % 7) + " " + passage + " filler" * 50_000)
        found = nearest(source, passage.replace("grey", "white"))
        assert found is not None
        assert (found.passage, found.differing) == (passage, ("white", "grey"))


# Work ----------------------------------------------------------------------------------------------------------------

def made_up(words: int) -> list[str]:
    """Words of an article that was never written, with numbers, punctuation and line ends."""
    chance = random.Random(7)
    known = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(2, 9))) for _ in range(4_000)] + ["the", "of", "in"] * 300
    numbers = [f"{chance.randint(1_000, 99_999):,}" for _ in range(500)]
    return [chance.choice(numbers if chance.random() < 0.05 else known) + chance.choice(["", "", "", "", "", ",", ".", "\n"]) for _ in range(words)]


def slowness() -> float:
    """How much slower than a quiet machine this one is just now; a bound on work is no race against neighbours."""
    began = time.process_time()
    sum(i * i for i in range(300_000))
    return max(1.0, (time.process_time() - began) / 0.03)


def test_a_hundred_quotes_are_found_in_a_long_source_at_once() -> None:
    words = made_up(50_000)
    began = time.process_time()
    source = source_text(" ".join(words))
    assert time.process_time() - began < 0.05 * slowness()
    starts = random.Random(8).sample(range(49_990), 100)
    began = time.process_time()
    found = [find(source, " ".join(words[start : start + 9])) for start in starts]
    missed = [find(source, " ".join(words[start : start + 9]) + "x") for start in starts]
    assert time.process_time() - began < 0.2 * slowness()
    assert [start in [place.word for place in places] for start, places in zip(starts, found, strict=True)] == [True] * 100
    assert missed == [()] * 100


@pytest.mark.parametrize("length", [5, 20, 100])
def test_the_nearest_passage_of_a_long_source_is_told_in_half_a_second(length: int) -> None:
    words = made_up(50_000)
    source = source_text(" ".join(words))
    asked = words[40_000 : 40_000 + length]
    asked[length // 2] = "otherwise"
    began = time.process_time()
    found = nearest(source, " ".join(asked))
    assert time.process_time() - began < 0.5 * slowness()
    assert found is not None
    assert found.differing == ("otherwise", words[40_000 + length // 2].strip(",.\n"))


# A source of 16 MiB, made to be slow, and a quote for it.
BOMBS = {
    "one word": ("'word ' * 1_000_000", "word wordy word word"),
    "one short word": ("'ab ' * (M // 3)", "ab abb ab ab ab"),
    "no space": ("'a' * M", "aaa"),
    "no space, and a quote of many words": ("'a' * M", "aaaa aaaa aaaa aab"),
    "zeros": ("'0' * M", "000"),
    "groups of digits": ("'000 ' * (M // 4)", "000 000 000"),
    "no space in Chinese": ("'前海' * (M // 6)", "前海前前海前海"),
    "ten words": ("'a b c d e f g h i j ' * (M // 20)", "a b c d e f x h j i a b c"),
    "dots": ("'. ' * (M // 2)", "a. . . b"),
    "dashes": ("'-' * (M - 1) + '5'", "--- 5 --- 5"),
    "long dashes": ("'—' * (M // 3)", "a — b"),
    "spaces": ("' ' * M", "a b c"),
    "no-break spaces": ("'\u00a0 ' * (M // 3)", "a b c"),
    "line ends": (r"'a\r\n' * (M // 3)", "a a a b a"),
    "accents": ("'a' + '\u0301\u0316' * (M // 4)", "a\u0301\u0316 b"),
    "letters with accents": ("'e\u0301' * (M // 3)", "éé é éé"),
    "apostrophes": ('"\'\'" * (M // 2)', "a''b"),
    "a hundred characters of every kind": ("''.join(map(chr, range(0x20, 0xd800))) * (M // 160_000)", "a b c"),
}
MEASURED = """
import resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (256 << 20, 256 << 20))
from factsheet.truth.quotes.nearest import nearest
from factsheet.truth.quotes.passages import find, source_text
M = 16 << 20
text = {text}
sum(i * i for i in range(300_000))
slowness = max(1.0, time.process_time() / 0.1)
began = time.process_time()
source = source_text(text)
find(source, {quote!r})
nearest(source, {quote!r})
print("answered", time.process_time() - began < 2 * slowness)
"""


@pytest.mark.parametrize("name", BOMBS)
def test_a_source_made_to_be_slow_is_answered_in_little_time_and_memory(name: str) -> None:
    text, quote = BOMBS[name]
    done = subprocess.run([sys.executable, "-c", MEASURED.format(text=text, quote=quote)], cwd=PROJECT, env=surroundings(), capture_output=True,
                          encoding="utf-8", check=False, timeout=120)
    assert done.stdout == "answered True\n", done.stderr[-300:]
