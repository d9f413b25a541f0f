"""Chinese: currencies, measures, measure words, and what behind a number makes it a date or a name.

All in simplified characters: a text in traditional ones is folded to them, character by character, before it is looked up.
"""

from factsheet.reading.languages import Measured, words
from factsheet.reading.phrases import Phrases

MONEY = {
    "USD": "美元|美金|美圆|美国美元|us$|usd|$", "EUR": "欧元|欧罗|€|eur", "GBP": "英镑|£|￡|gbp", "JPY": "日元|日圆|日币|日本元|jp¥|jpy",
    "CNY": "人民币|人民币元|元人民币|块钱|块钱人民币|cny|rmb|¥", "HKD": "港元|港币|港圆|元港币|元港元|港纸|hk$|hkd", "MOP": "澳门元|澳门币|葡币|元澳门币|mop",
    "TWD": "新台币|台币|新台币元|元新台币|元台币|新台元|nt$|twd", "AUD": "澳元|澳大利亚元|澳洲元|a$|au$|aud", "CAD": "加元|加拿大元|加币|元加币|c$|ca$|cad",
    "NZD": "新西兰元|纽元|纽币|纽西兰元|nz$|nzd", "SGD": "新加坡元|新加坡币|新元|坡币|元新币|新币|s$|sgd", "KRW": "韩元|韩圆|韩币|₩|krw", "KPW": "朝鲜元|朝元",
    "CHF": "瑞士法郎|瑞郎|chf", "SEK": "瑞典克朗", "NOK": "挪威克朗", "DKK": "丹麦克朗", "CZK": "捷克克朗", "ISK": "冰岛克朗", "PLN": "兹罗提|波兰兹罗提",
    "HUF": "福林|匈牙利福林", "RUB": "俄罗斯卢布|卢布|俄卢布|₽|rub", "BYN": "白俄罗斯卢布", "UAH": "格里夫纳|格里夫尼亚|乌克兰格里夫纳|₴", "TRY": "土耳其里拉|里拉|土耳其新里拉|₺",
    "INR": "印度卢比|印度卢布|₹|inr", "PKR": "巴基斯坦卢比", "LKR": "斯里兰卡卢比", "NPR": "尼泊尔卢比", "IDR": "印尼盾|印度尼西亚盾|印尼卢比|印度尼西亚卢比|idr",
    "VND": "越南盾|越盾|₫|vnd", "THB": "泰铢|泰株|฿|thb", "MYR": "令吉|林吉特|马来西亚令吉|马来西亚林吉特|马币|myr", "PHP": "菲律宾比索|₱|php", "MMK": "缅元|缅币",
    "LAK": "基普|老挝基普", "KHR": "瑞尔|柬埔寨瑞尔", "BDT": "塔卡|孟加拉塔卡", "MNT": "图格里克|蒙古图格里克", "KZT": "坚戈|哈萨克斯坦坚戈", "UZS": "乌兹别克斯坦苏姆",
    "KGS": "吉尔吉斯斯坦索姆", "BRL": "雷亚尔|巴西雷亚尔|黑奥|r$", "MXN": "墨西哥比索|mx$", "ARS": "阿根廷比索", "CLP": "智利比索", "COP": "哥伦比亚比索", "ZAR": "兰特|南非兰特",
    "NGN": "奈拉|尼日利亚奈拉|₦", "KES": "肯尼亚先令", "TZS": "坦桑尼亚先令", "UGX": "乌干达先令", "ETB": "埃塞俄比亚比尔", "EGP": "埃及镑", "GHS": "塞地|加纳塞地", "ILS": "谢克尔|新谢克尔|以色列新谢克尔|₪",
    "SAR": "沙特里亚尔", "IRR": "伊朗里亚尔", "QAR": "卡塔尔里亚尔", "AED": "阿联酋迪拉姆", "MAD": "摩洛哥迪拉姆", "KWD": "科威特第纳尔", "IQD": "伊拉克第纳尔",
    "DEM": "德国马克|西德马克", "FRF": "法国法郎|法郎法国", "XDR": "特别提款权",
}
GENERIC = "元"         # of a text in simplified characters: yuan
UNCLEAR = words("港仙|仙|度|角|分钱|毛钱|毛|块|卢比|比索|法郎|克朗|盾|第纳尔|里亚尔|迪拉姆|先令|镑|马克|澳币|元|兆|点|银元|大洋|第纳")
MEASURES = {
    "mm": "毫米|公厘", "cm": "厘米|公分", "m": "米|公尺", "km": "公里|千米", "mm²": "平方毫米", "cm²": "平方厘米", "m²": "平方米|平米|㎡|平方公尺",
    "km²": "平方公里|平方千米|km²|km2|㎢", "ha": "公顷", "cm³": "立方厘米", "m³": "立方米|立方公尺|m3|㎥", "km³": "立方公里|立方千米", "ml": "毫升", "l": "升|公升",
    "hl": "百升", "mg": "毫克", "g": "克|公克", "kg": "公斤|千克|㎏", "t": "吨|公吨", "s": "秒|秒钟", "min": "分钟", "h": "小时|个小时|钟头|个钟头|个钟",
    "W": "瓦|瓦特", "kW": "千瓦", "MW": "兆瓦", "GW": "吉瓦", "TW": "太瓦", "Wh": "瓦时|瓦小时", "kWh": "千瓦时|千瓦小时|度电|kw·h|瓩时", "MWh": "兆瓦时|兆瓦小时", "GWh": "吉瓦时|吉瓦小时",
    "TWh": "太瓦时|太瓦小时", "J": "焦耳|焦", "kJ": "千焦|千焦耳", "MJ": "兆焦|兆焦耳", "GJ": "吉焦|吉焦耳", "V": "伏|伏特", "kV": "千伏", "mA": "毫安", "A": "安培", "K": "开尔文",
    "Hz": "赫兹|赫", "kHz": "千赫|千赫兹", "MHz": "兆赫|兆赫兹", "GHz": "吉赫|吉赫兹", "B": "字节", "kB": "千字节", "MB": "兆字节", "GB": "吉字节", "TB": "太字节", "PB": "拍字节",
    "Pa": "帕|帕斯卡", "hPa": "百帕", "kPa": "千帕", "MPa": "兆帕", "dB": "分贝", "N": "牛顿", "kN": "千牛", "mol": "摩尔", "°C": "摄氏度|℃|度摄氏|°c", "°F": "华氏度|℉|°f",
    "ft": "英尺|呎", "mi": "英里|哩", "lb": "磅", "oz": "盎司|安士",
    "km/h": "公里/小时|公里/时|千米/小时|千米/时|公里每小时|千米每小时|公里每时", "m/s": "米/秒|米每秒|公尺/秒",
    "": "吨公里|大卡|千卡|克拉|米粉|瓦罐|吨级|升级|升学|升旗|升降|米兰|克隆|瓦片|度假|克服|安全|焦点|帕金森|磅礴|牛顿米",
}
POINTS = "个百分点|百分点|%点|个百分比点"
BASIS_POINTS = "个基点|基点|个基本点|基本点"
PERCENT = "%|％|巴仙|pct"

# Measure words, and the nouns that a number counts without one.
COUNTERS = words(
    "个|家|人|名|位|项|次|件|台|辆|艘|架|座|栋|幢|套|间|所|处|场|起|例|宗|笔|份|张|本|部|册|篇|首|幅|枚|颗|粒|只|头|匹|条|尾|株|棵|朵|束|根|支|枝|把|顶|片|层|种|类|款|对|双|组|批|群|支队|队|列|节|段|句|字|门|口|道|块|面|员|具|环|盏|扇"
    "|课|班|户|村|县|市|省|州|镇|乡|区|街|国|岁|周岁|年|天|周|个月|星期|个星期|季|代|倍|番|票|股|手|桶|箱|袋|瓶|杯|碗|盒|包|罐|盘|车次|车|航次|班次|班列|趟|遍|回|步|圈|轮|批次|人次|架次|艘次|辆次|台次|家次|件次|户次|台套|台件|吨次"
    "|标箱|标准箱|箱位|床|张床|床位|亩|斤|两|里|海里|华里|席|学分|案|罪|题|单|集|站|级|光年|英寸|寸|尺|丈|加仑|蒲式耳|人年|马力|公担|担|比特|像素|方|平|维|度|重|吨公里|克拉"
    "|用户|客户|居民|学生|学员|员工|职工|工人|村民|农民|市民|公民|游客|旅客|乘客|观众|考生|难民|士兵|军人|官兵|警察|患者|病人|病例|企业|公司|商户|农户|家庭|儿童|老人|妇女|党员|干部|教师|医生|护士|代表|嘉宾|选手|运动员|志愿者|球迷|粉丝"
    "|参与者|投资者|消费者|网民|会员|股东|航班|车辆|汽车|航线|项目|岗位|品种|门店|网点|学校|医院|城市|国家|死者|伤者|座位|航站|机位|泊位|车位|小区|社区|村庄|建制村|行政村|成员国|成员|平台|机构|部门|单位|品牌|展位|订单|商品|产品|样本"
)
# Behind one numeral alone they are too often parts of words: 三线城市, 四方, 两手.
UNSURE = frozenset("面方维环级手门国里重度区乡镇州口员平席单题道站课句处起案部字块代市县省街队班把双对国具")
# Behind plain digits they leave it a number; any other character makes it a part of a name: 747客机, 985高校.
FOLLOWING = words("的|了|和|及|与|至|到|以|之|左|上|下|许|开|已|是|在|为|由|较|同|其|占|也|都|仍|前|内|中|有|被|将|来|并|则|而|不|超|近|约|增|减|升|降|跌|涨|平均|起|整|余|多|后")
# Behind a number they make it a date, a time, an ordinal, a rank or a name, though some begin like a measure word.
NAMING = words(
    "月|月份|日|日元旦|号|号线|季度|世纪|年代|年级|届|周年|级台阶|国集团|国峰会|国联军|国演义|强|楼|室|路|路公交|年度|财年|学年|赛季|开头|大|连冠|连胜|中全会|次列车|时|时许|点|点钟|点半|点整|刻|比|条第|款第"
    "|元论|元结构|元化|元一次|元二次|元桥|元里|家村|家渡|家嘴|家湾|里屯|里河|里店|里桥|里台|门峡|台山|台县|平市|头牛上|手房|手车|手烟|手货|线城市|代表重要|代表思想|年计划|年规划|年级|角洲|角形|分球|轮车|级跳|人行|人帮|件套|口子|面派|面性|部曲|部委|部门规章"
)
TIMES = words("年|天|周|日|月|个月|星期|个星期|小时|个小时|分钟|季|届|期|场|个季度|个赛季|个交易日|个工作日|世纪|个世纪|代|次")
# Behind 成 they make it no tenth: 成立, 成员.
NO_TENTHS = frozenset("立员为功本果长就交人品熟效绩群因型份分语才色像书吉名家虫行套片批串")


def units() -> dict[str, Measured]:
    """Every phrase behind a number that is a unit, with the power of ten that it is short of it."""
    found: dict[str, Measured] = {"元": ("money", "CNY", 0)}
    for code, names in MONEY.items():
        found.update(dict.fromkeys(names.split("|"), ("money", code, 0)))
        found.update({f"元({name}{close}": ("money", code, 0) for name in names.split("|") if name.endswith("币") for close in ("", ")")})
    for code, names in MEASURES.items():
        found.update(dict.fromkeys(names.split("|"), ("measure", code, 0) if code else ("", "", 0)))
    for phrases, unit in (("美分", ("money", "USD", -2)), ("欧分", ("money", "EUR", -2)), ("便士", ("money", "GBP", -2)), (POINTS, ("points", "", 0)), (BASIS_POINTS, ("points", "", -2)), (PERCENT, ("percent", "%", 0)), ("‰", ("percent", "%", -1))):
        found.update(dict.fromkeys(phrases.split("|"), unit))
    return found


UNITS = units()


def behind(found: Phrases, at: int) -> Measured | None:
    """The unit that stands at a place; None if there is none."""
    unit = UNITS.get(found.at(at, UNITS)[0], ("", "", 0))
    return unit if unit[0] else None


NAMED_BEFORE = {phrase: unit for phrase, unit in UNITS.items() if unit[0] == "money" and phrase != GENERIC and phrase[0] != GENERIC and phrase[0] > "\u3400"}
