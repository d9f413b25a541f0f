"""Quantities in Chinese texts, simplified and traditional: what is read, what is no quantity, and what is doubted."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from factsheet.reading.languages import grammar
from factsheet.reading.mentions import mentions

CHINESE = grammar("zh")
Row = tuple[str, str, str, str | None, str, str, str]

# A text; of each quantity: its words, qualifier, amount, the higher end, kind and code of the unit, direction.
READ: list[tuple[str, list[Row]]] = [
    # Scales and numerals
    ("港口投资400亿美元", [("400亿美元", "", "40000000000", None, "money", "USD", "")]),
    ("新增贷款1.2万亿元", [("1.2万亿元", "", "1200000000000", None, "money", "CNY", "")]),
    ("合同金额3亿5000万美元", [("3亿5000万美元", "", "350000000", None, "money", "USD", "")]),
    ("合同金额3亿5千万欧元", [("3亿5千万欧元", "", "350000000", None, "money", "EUR", "")]),
    ("拨款四百亿元", [("四百亿元", "", "40000000000", None, "money", "CNY", "")]),
    ("运出一万五千吨苹果", [("一万五千吨", "", "15000", None, "measure", "t", "")]),
    ("录取三千二百名学生", [("三千二百", "", "3200", None, "", "", "")]),
    ("共有一百零五家分店", [("一百零五", "", "105", None, "", "", "")]),
    ("现场坐着一百二十人", [("一百二十", "", "120", None, "", "", "")]),
    ("产值三亿二千万元", [("三亿二千万元", "", "320000000", None, "money", "CNY", "")]),
    ("账户里有两万五元", [("两万五元", "", "25000", None, "money", "CNY", "")]),
    ("凭据写着壹佰贰拾万元整", [("壹佰贰拾万元", "", "1200000", None, "money", "CNY", "")]),
    ("绿道长十二点五公里", [("十二点五公里", "", "12.5", None, "measure", "km", "")]),
    ("到账3个亿", [("3个亿", "", "300000000", None, "", "", "")]),
    ("栽下２５００棵杨树", [("２５００", "", "2500", None, "", "", "")]),
    ("全县人口1,234,567人", [("1,234,567", "", "1234567", None, "", "", "")]),
    ("訂單金額為七二九點二億美元", [("七二九點二億美元", "", "72920000000", None, "money", "USD", "")]),
    ("接單二一四三億至二一六三億美元", [("二一四三億至二一六三億美元", "between", "214300000000", "216300000000", "money", "USD", "")]),
    ("產值年增百分之卅九點五", [("百分之卅九點五", "", "39.5", None, "percent", "%", "up")]),
    ("溢利港幣三十億四千八百萬元", [("港幣三十億四千八百萬元", "", "3048000000", None, "money", "HKD", "")]),
    ("預算2兆4953億日圓", [("2兆4953億日圓", "", "2495300000000", None, "money", "JPY", "")]),
    # Hedges before
    ("累计使用外资超过400亿美元", [("超过400亿美元", "over", "40000000000", None, "money", "USD", "")]),
    ("税收逾35亿元", [("逾35亿元", "over", "3500000000", None, "money", "CNY", "")]),
    ("产值突破万亿元", [("突破万亿元", "over", "1000000000000", None, "money", "CNY", "")]),
    ("票房已破10亿元", [("已破10亿元", "over", "1000000000", None, "money", "CNY", "")]),
    ("近3亿元的订单", [("近3亿元", "nearly", "300000000", None, "money", "CNY", "")]),
    ("出口额接近20亿英镑", [("接近20亿英镑", "nearly", "2000000000", None, "money", "GBP", "")]),
    ("桥长约1200米", [("约1200米", "about", "1200", None, "measure", "m", "")]),
    ("这类客户约占30%", [("约占30%", "about", "30", None, "percent", "%", "")]),
    ("约合3300亿美元", [("约合3300亿美元", "about", "330000000000", None, "money", "USD", "")]),
    ("3亿美元（约合人民币21亿元）", [("3亿美元", "", "300000000", None, "money", "USD", ""), ("约合人民币21亿元", "about", "2100000000", None, "money", "CNY", "")]),
    ("至少需要3小时", [("至少需要3小时", "at_least", "3", None, "measure", "h", "")]),
    ("首付不低于20%", [("不低于20%", "at_least", "20", None, "percent", "%", "")]),
    ("误差从未低于3%", [("从未低于3%", "at_least", "3", None, "percent", "%", "")]),
    ("罚款最多5万元", [("最多5万元", "at_most", "50000", None, "money", "CNY", "")]),
    ("车重不得超过40吨", [("不得超过40吨", "at_most", "40", None, "measure", "t", "")]),
    ("观众多达9万人", [("多达9万", "at_most", "90000", None, "", "", "")]),
    ("用时不到90分钟", [("不到90分钟", "under", "90", None, "measure", "min", "")]),
    ("库存不足5万吨", [("不足5万吨", "under", "50000", None, "measure", "t", "")]),
    ("收入尚未达到10亿元", [("尚未达到10亿元", "under", "1000000000", None, "money", "CNY", "")]),
    ("市值高达2万亿美元", [("2万亿美元", "", "2000000000000", None, "money", "USD", "")]),
    # Hedges inside and behind
    ("园区引进1万余家企业", [("1万余", "over", "10000", None, "", "", "")]),
    ("400多亿元资金", [("400多亿元", "over", "40000000000", None, "money", "CNY", "")]),
    ("千余名骑手", [("千余", "over", "1000", None, "", "", "")]),
    ("十来家茶馆", [("十来", "about", "10", None, "", "", "")]),
    ("逾百万游客", [("逾百万", "over", "1000000", None, "", "", "")]),
    ("占股30%以上", [("30%以上", "at_least", "30", None, "percent", "%", "")]),
    ("约有500人左右参加", [("约有500人左右", "about", "500", None, "", "", "")]),
    ("每件50元以下", [("50元以下", "at_most", "50", None, "money", "CNY", "")]),
    ("48小时以内答复", [("48小时以内", "at_most", "48", None, "measure", "h", "")]),
    ("持股5%（含）以上", [("5%（含）以上", "at_least", "5", None, "percent", "%", "")]),
    ("预算超过“3亿元”", [("超过“3亿元", "over", "300000000", None, "money", "CNY", "")]),
    ("门票100元起", [("100元起", "at_least", "100", None, "money", "CNY", "")]),
    ("走了5公里多", [("5公里多", "over", "5", None, "measure", "km", "")]),
    ("18周岁以上的居民", [("18周岁以上", "at_least", "18", None, "", "", "")]),
    # Parts of a whole
    ("百分之四十以上的农户", [("百分之四十以上", "at_least", "40", None, "percent", "%", "")]),
    ("死亡率为千分之三", [("千分之三", "", "0.3", None, "percent", "%", "")]),
    ("占总人数百分之零点五", [("百分之零点五", "", "0.5", None, "percent", "%", "")]),
    ("近三成受访者", [("近三成", "nearly", "30", None, "percent", "%", "")]),
    ("两成半的商铺", [("两成半", "", "25", None, "percent", "%", "")]),
    ("超过一半的稻田", [("超过一半", "over", "50", None, "percent", "%", "")]),
    ("过半数的委员", [("过半数", "over", "50", None, "percent", "%", "")]),
    ("出口额的四分之三", [("四分之三", "", "75", None, "percent", "%", "")]),
    # Ranges and changes
    ("造价3至5亿元", [("3至5亿元", "between", "300000000", "500000000", "money", "CNY", "")]),
    ("造价3亿到5亿元", [("3亿到5亿元", "between", "300000000", "500000000", "money", "CNY", "")]),
    ("造价3—5亿元", [("3—5亿元", "between", "300000000", "500000000", "money", "CNY", "")]),
    ("造价在3亿和5亿元之间", [("3亿和5亿元", "between", "300000000", "500000000", "money", "CNY", "")]),
    ("造价三至五亿元", [("三至五亿元", "between", "300000000", "500000000", "money", "CNY", "")]),
    ("占百分之三至五", [("百分之三至五", "between", "3", "5", "percent", "%", "")]),
    ("介于3%与5%之间", [("介于3%与5%", "between", "3", "5", "percent", "%", "")]),
    ("预计增长3%到5%", [("3%到5%", "between", "3", "5", "percent", "%", "up")]),
    ("奖金从3万元到5万元不等", [("3万元到5万元", "between", "30000", "50000", "money", "CNY", "")]),
    ("补贴由3亿增至5亿元", [("3亿", "", "300000000", None, "money", "CNY", ""), ("5亿元", "", "500000000", None, "money", "CNY", "")]),
    ("占比从30%提高到34%", [("30%", "", "30", None, "percent", "%", ""), ("34%", "", "34", None, "percent", "%", "")]),
    # Directions
    ("产值同比增长5.5%", [("5.5%", "", "5.5", None, "percent", "%", "up")]),
    ("出口下降了3.2个百分点", [("3.2个百分点", "", "3.2", None, "points", "", "down")]),
    ("营收下降5%至30亿元", [("5%", "", "5", None, "percent", "%", "down"), ("30亿元", "", "3000000000", None, "money", "CNY", "")]),
    ("降幅约为2%", [("约为2%", "about", "2", None, "percent", "%", "down")]),
    ("失业率降至5%", [("5%", "", "5", None, "percent", "%", "")]),
    ("负增长2%", [("2%", "", "2", None, "percent", "%", "down")]),
    ("央行上调利率25个基点", [("25个基点", "", "0.25", None, "points", "", "up")]),
    ("两项指标分别下降3%、5%", [("两", "", "2", None, "", "", ""), ("3%", "", "3", None, "percent", "%", "down"), ("5%", "", "5", None, "percent", "%", "down")]),
    ("净亏损约3亿日元", [("约3亿日元", "about", "300000000", None, "money", "JPY", "down")]),
    # Units
    ("注册资本人民币3亿元", [("人民币3亿元", "", "300000000", None, "money", "CNY", "")]),
    ("港币约5亿元的捐款", [("约5亿元", "about", "500000000", None, "money", "HKD", "")]),
    ("标价5000元新台币", [("5000元新台币", "", "5000", None, "money", "TWD", "")]),
    ("装机120万千瓦", [("120万千瓦", "", "1200000", None, "measure", "kW", "")]),
    ("跑了三千米", [("三千米", "", "3", None, "measure", "km", "")]),
    ("面积28.2平方公里", [("28.2平方公里", "", "28.2", None, "measure", "km²", "")]),
    ("时速不超过120公里", [("不超过120公里", "at_most", "120", None, "measure", "km/h", "")]),
    ("每秒5米", [("5米", "", "5", None, "measure", "m/s", "")]),
    ("凌晨零下12摄氏度", [("零下12摄氏度", "", "-12", None, "measure", "°C", "")]),
    ("气温-5℃", [("-5℃", "", "-5", None, "measure", "°C", "")]),
    ("开会三个半小时", [("三个半小时", "", "3.5", None, "measure", "h", "")]),
    ("车程半小时", [("半小时", "", "0.5", None, "measure", "h", "")]),
    # Traditional characters
    ("營收約400億美元", [("約400億美元", "about", "40000000000", None, "money", "USD", "")]),
    ("超過兩萬輛汽車", [("超過兩萬", "over", "20000", None, "", "", "")]),
    ("新臺幣3,000元", [("新臺幣3,000元", "", "3000", None, "money", "TWD", "")]),
    ("樓價下跌近一成", [("近一成", "nearly", "10", None, "percent", "%", "down")]),
    ("失業率上升0.3個百分點", [("0.3個百分點", "", "0.3", None, "points", "", "up")]),
    # Words that only end or begin like a hedge
    ("两国签约5亿元", [("5亿元", "", "500000000", None, "money", "CNY", "")]),
    ("节约5万吨淡水", [("5万吨", "", "50000", None, "measure", "t", "")]),
    ("约翰捐出3万元", [("3万元", "", "30000", None, "money", "CNY", "")]),
    ("买不到3元的菜", [("3元", "", "3", None, "money", "CNY", "")]),
    ("300家以上市公司为主", [("300", "", "300", None, "", "", "")]),
    ("警方侦破5起案件", [("5", "", "5", None, "", "", "")]),
]

# No quantities: dates, ordinals, names, idioms.
NONE = (
    "2010年建成|二〇一〇年建成|二○一○年|12月5日开幕|三月五日|1-5月份|1至5月|2015—2020年|2030年前后|20世纪90年代|二十世纪|90年代|95后创业者|第40届年会|第四名|第3至5名|第十二条|第三季度|四季度|前10名"
    "|二十国集团|七国集团|G20峰会|5G网络|747客机|波音747|歼-20战机|C919首飞|世界500强|985高校|双11|3号线|3、5、7号线|9时开门|15时30分|3点|15:30|比分3:2|拨打12345|电话：13800138000|0755-8888-1234|《2012》|（3）|5·12地震"
    "|一些人|一起努力|一带一路|统一|万一下雨|千万别走|十分重要|百姓|三农问题|两会召开|三个代表|红十字会|一成不变|陆家嘴|另一半|五花八门|成千上万|数以亿计|四川|十四五规划|统一战线|之一|唯一|进一步|百度|万科|一家人"
).split("|")

# Read, but not for certain.
DOUBTED = (
    "损失数千万元|资金十几亿元|七八千元|两三百人|三五家|三五亿元|上亿元|上千人|几十万册|超过约4000万元|近3亿元左右|近三年|近3个月来|从3亿元到5亿元|约3至5亿元|3至5亿元左右|三分之一的选票|1/3的选票|百亿元工程|万亿元城市|过亿元|占比过40%"
    "|1小时30分钟|3元5角|两年半|大约增长5%|约增长5%|至少成功引进3亿元|减少碳排放3亿吨|下调利率25个基点|产值可达300亿元|3亿元级|没有3亿元|并非3亿元|三、四亿元|零下5至10摄氏度|零下20多摄氏度|人民币3亿美元|低至3元|±3%|3亿美元（含配套资金）以上|如果超过3亿元|未必超过3亿元|增加3亿元至5亿元"
).split("|")


def read(text: str) -> list[Row]:
    """What is read in a text, as the rows above have it."""
    assert CHINESE is not None
    return [
        (text[each.start : each.end], each.qualifier, f"{each.amount.normalize():f}", None if each.upper is None else f"{each.upper.normalize():f}", each.kind, each.code, each.direction)
        for each in mentions(text, CHINESE)
    ]


def doubts(text: str) -> list[str]:
    assert CHINESE is not None
    return [each.doubt for each in mentions(text, CHINESE)]


@pytest.mark.parametrize("text, wanted", READ)
def test_a_quantity_is_read_with_its_hedge_its_unit_and_its_direction(text: str, wanted: list[Row]) -> None:
    assert read(text) == wanted
    assert not any(doubts(text))


@pytest.mark.parametrize("text", NONE)
def test_what_is_a_date_an_ordinal_a_name_or_an_idiom_is_no_quantity(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", DOUBTED)
def test_what_may_mean_something_else_is_doubted(text: str) -> None:
    """Every number of these, or the one range that they are."""
    found = doubts(text)
    assert found
    assert all(found)


def test_the_dollar_of_taiwan_and_hong_kong_is_not_taken_for_the_yuan() -> None:
    """Both are 元; in traditional characters it has to be named."""
    assert [row[4] for row in read("營收3億元")] == ["unclear"]
    assert [row[5] for row in read("营收3亿元")] == ["CNY"]
    assert [row[5] for row in read("營收人民幣3億元")] == ["CNY"]


# What a renderer of our own writes is read back -----------------------------------------------------------------------

HAN = "零一二三四五六七八九"
HEDGES = {("超过", ""): "over", ("逾", ""): "over", ("约", ""): "about", ("", "左右"): "about", ("近", ""): "nearly", ("至少", ""): "at_least", ("", "以上"): "at_least",
          ("不足", ""): "under", ("不超过", ""): "at_most", ("", "以下"): "at_most", ("", ""): ""}
CURRENCIES = {"元": "CNY", "美元": "USD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY", "港元": "HKD", "元新台币": "TWD", "瑞士法郎": "CHF"}
SCALES = {"": 0, "万": 4, "亿": 8, "万亿": 12}
hedges = some.sampled_from(sorted(HEDGES))
currencies = some.sampled_from(sorted(CURRENCIES))


def section(number: int) -> str:
    """A number below ten thousand in numerals, with its places: 三千零五."""
    said = ""
    for place, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        said += HAN[digit] + word * (digit > 0)
    while "零零" in said:
        said = said.replace("零零", "零")
    return said.strip("零") if number >= 1000 else said.lstrip("零").rstrip("零")


def numerals(number: int) -> str:
    """A number in numerals, by sections of ten thousand: 三亿零五十万零二."""
    said = ""
    for scale, word in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = number // scale % 10**4
        zero = "零" * (said != "" and 0 < part < 1000)
        said += (zero + section(part) + word) * (part > 0)
    return said


def sentence(hedge: tuple[str, str], number: str, currency: str) -> str:
    return f"公司去年收入{hedge[0]}{number}{currency}{hedge[1]}。"


def told(hedge: tuple[str, str], amount: Decimal, currency: str) -> list[tuple[str, str, str]]:
    return [(HEDGES[hedge], f"{amount.normalize():f}", CURRENCIES[currency])]


def essence(text: str) -> list[tuple[str, str, str]]:
    return [(row[1], row[2], row[5]) for row in read(text)]


@given(hedges, some.integers(1, 10**12 - 1), currencies)
def test_an_amount_in_numerals_is_read_back_exactly(hedge: tuple[str, str], number: int, currency: str) -> None:
    text = sentence(hedge, numerals(number), currency)
    assert essence(text) == told(hedge, Decimal(number), currency)
    assert not any(doubts(text))


@given(hedges, some.integers(1, 99999), some.integers(0, 2), some.sampled_from(sorted(SCALES)), currencies)
def test_an_amount_in_digits_and_scales_is_read_back_exactly(hedge: tuple[str, str], digits: int, places: int, scale: str, currency: str) -> None:
    typed = Decimal(digits).scaleb(-places)
    text = sentence(hedge, f"{typed:f}{scale}", currency)
    assert essence(text) == told(hedge, typed.scaleb(SCALES[scale]), currency)


@given(hedges, hedges, some.integers(1, 10**9), some.integers(1, 10**9), currencies, currencies)
def test_no_other_amount_hedge_or_currency_reads_the_same(
    hedge: tuple[str, str], other_hedge: tuple[str, str], number: int, other: int, currency: str, other_currency: str
) -> None:
    assume(HEDGES[hedge] != HEDGES[other_hedge] and number != other and currency != other_currency)
    wanted = told(hedge, Decimal(number), currency)
    assert essence(sentence(other_hedge, numerals(number), currency)) != wanted
    assert essence(sentence(hedge, numerals(other), currency)) != wanted
    assert essence(sentence(hedge, numerals(number), other_currency)) != wanted


@given(hedges, some.integers(1, 9999), some.sampled_from(sorted(SCALES)), some.sampled_from(sorted(SCALES)), currencies)
def test_no_other_scale_reads_the_same(hedge: tuple[str, str], digits: int, scale: str, other: str, currency: str) -> None:
    assume(scale != other)
    assert essence(sentence(hedge, f"{digits}{other}", currency)) != told(hedge, Decimal(digits).scaleb(SCALES[scale]), currency)


PIECES = some.lists(some.sampled_from([*"零〇一两三十百千万亿兆几数多余来半成点分之个元米约近超不到至和与、，。（）()-~%0123456789.,:/年月日第的下上零", "分之", "增至", "之间", "美元", "人民币"]), max_size=40)


@given(PIECES)
def test_any_text_is_answered(pieces: list[str]) -> None:
    """Whatever stands in it, the quantities lie in the text, in order, and a range rises."""
    assert CHINESE is not None
    text = "".join(pieces)
    found = mentions(text, CHINESE)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(each.upper is None or each.amount < each.upper for each in found)


@pytest.mark.parametrize("part", ["一", "百", "约", "1至", "三分之", "零下5至", "3亿和", "不超过", "人民币", "三点"])
def test_a_long_text_is_read_in_time_that_grows_with_it(part: str) -> None:
    """Ten thousand of one word: a look back or ahead that had no end would take minutes."""
    assert CHINESE is not None
    assert len(mentions(part * 3000, CHINESE)) <= 3000
