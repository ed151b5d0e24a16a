"""Invented people and organisations on real towns around Nagoya.

Family and given names are common ones put together at random. No given name is one of the staff's or a single
kanji, so that one on a paper that should not name it can be told from other text. Telephone numbers start
with 0 after the area or mobile code, which no Japanese exchange does, and mailboxes are on the reserved
example domains, so that nothing here reaches anybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from hvacdesk.domain.customers.cautions import Caution, CautionKind
from hvacdesk.domain.customers.customers import (
    Address,
    CustomerKind,
    CustomerRecord,
    PaymentDetails,
    PaymentMethod,
    PersonName,
    Phone,
    PhoneKind,
)

FAMILY_NAMES = (
    ("佐藤", "サトウ"), ("鈴木", "スズキ"), ("高橋", "タカハシ"), ("田中", "タナカ"),
    ("伊藤", "イトウ"), ("渡邊", "ワタナベ"), ("山本", "ヤマモト"), ("中村", "ナカムラ"),
    ("小林", "コバヤシ"), ("加藤", "カトウ"), ("吉田", "ヨシダ"), ("山田", "ヤマダ"),
    ("髙﨑", "タカサキ"), ("山口", "ヤマグチ"), ("松本", "マツモト"), ("井上", "イノウエ"),
    ("木村", "キムラ"), ("林", "ハヤシ"), ("齋藤", "サイトウ"), ("清水", "シミズ"),
    ("山崎", "ヤマザキ"), ("森", "モリ"), ("池田", "イケダ"), ("橋本", "ハシモト"),
    ("阿部", "アベ"), ("石川", "イシカワ"), ("𠮷野", "ヨシノ"), ("前田", "マエダ"),
    ("藤田", "フジタ"), ("長谷川", "ハセガワ"), ("村上", "ムラカミ"), ("近藤", "コンドウ"),
    ("石井", "イシイ"), ("坂本", "サカモト"), ("遠藤", "エンドウ"), ("青木", "アオキ"),
    ("西村", "ニシムラ"), ("福田", "フクダ"), ("太田", "オオタ"), ("三浦", "ミウラ"),
)  # fmt: skip
GIVEN_NAMES = (
    ("太郎", "タロウ"), ("花子", "ハナコ"), ("健一", "ケンイチ"), ("美咲", "ミサキ"),
    ("大輔", "ダイスケ"), ("陽子", "ヨウコ"), ("翔太", "ショウタ"), ("結衣", "ユイ"),
    ("拓也", "タクヤ"), ("真由美", "マユミ"), ("和夫", "カズオ"), ("恵子", "ケイコ"),
    ("隆之", "タカユキ"), ("直美", "ナオミ"), ("誠司", "セイジ"), ("さくら", "サクラ"),
    ("亮介", "リョウスケ"), ("久美子", "クミコ"), ("修平", "シュウヘイ"), ("智子", "トモコ"),
    ("浩二", "コウジ"), ("由紀", "ユキ"), ("正樹", "マサキ"), ("綾香", "アヤカ"),
    ("秀樹", "ヒデキ"),
)  # fmt: skip
TOWNS = (
    ("4600008", "愛知県", "名古屋市中区", "栄"), ("4600002", "愛知県", "名古屋市中区", "丸の内"),
    ("4600012", "愛知県", "名古屋市中区", "千代田"), ("4630001", "愛知県", "名古屋市守山区", "上志段味"),
    ("4560002", "愛知県", "名古屋市熱田区", "金山町"), ("4640067", "愛知県", "名古屋市千種区", "池下"),
    ("4530015", "愛知県", "名古屋市中村区", "椿町"), ("4650093", "愛知県", "名古屋市名東区", "一社"),
    ("4680015", "愛知県", "名古屋市天白区", "原"), ("4580021", "愛知県", "名古屋市緑区", "滝ノ水"),
    ("4860844", "愛知県", "春日井市", "鳥居松町"), ("4910858", "愛知県", "一宮市", "栄"),
    ("4850041", "愛知県", "小牧市", "小牧"), ("4440059", "愛知県", "岡崎市", "康生通西"),
    ("5010461", "岐阜県", "本巣市", "上真桑"), ("5110061", "三重県", "桑名市", "寿町"),
)  # fmt: skip
ORGANISATIONS = (
    ("株式会社{}商店", "カブシキガイシャ{}ショウテン"),
    ("{}歯科医院", "{}シカイイン"),
    ("有限会社{}工業", "ユウゲンガイシャ{}コウギョウ"),
    ("{}ビル管理株式会社", "{}ビルカンリカブシキガイシャ"),
    ("㈱{}食品", "カブシキガイシャ{}ショクヒン"),
)
BUILDINGS = ("サンプルハイツ", "見本マンション", "コーポ例示", "第二見本ビル")
CAUTIONS = (
    Caution(CautionKind.PET, "犬がいます"),
    Caution(CautionKind.NO_DOORBELL),
    Caution(CautionKind.SHOE_COVERS),
    Caution(CautionKind.VISIT_TIMES, "平日18時以降"),
    Caution(CautionKind.OTHER, "駐車は裏側"),
)
NOTES = (
    "エアコンの効きが悪いとのご相談",
    "昨年も洗浄を実施",
    "見積はメール希望",
    "室外機の騒音を気にされている",
)
BANKS = (("見本銀行", "本店"), ("例示信用金庫", "中支店"), ("サンプル銀行", "栄支店"))
ORGANISATION_SHARE = 0.15
SECOND_PHONE_SHARE = 0.3


def people(count: int, random: Random) -> Iterator[CustomerRecord]:
    """Yield ``count`` customers; the same random state yields the same people."""
    for _ in range(count):
        yield _organisation(random) if random.random() < ORGANISATION_SHARE else _person(random)


def _person(random: Random) -> CustomerRecord:
    family, family_kana = random.choice(FAMILY_NAMES)
    given, given_kana = random.choice(GIVEN_NAMES)
    phones = [Phone(PhoneKind.MOBILE, f"090-0{random.randrange(1000):03}-{random.randrange(10000):04}")]
    if random.random() < SECOND_PHONE_SHARE:
        phones.append(Phone(PhoneKind.HOME, _landline(random)))
    method = random.choice([one for one in PaymentMethod if one is not PaymentMethod.UNKNOWN])
    return CustomerRecord(
        kind=CustomerKind.PERSON,
        name=PersonName(family, given, family_kana, given_kana),
        address=_address(random),
        phones=tuple(phones),
        email=f"{random.choice('abcdefghkmnst')}{random.randrange(10**6):06}@example.jp",
        cautions=(random.choice(CAUTIONS),) if random.random() < 0.2 else (),
        note=random.choice(NOTES) if random.random() < 0.4 else "",
        payment_method=method,
        payment=_payment(random, method, f"{family_kana} {given_kana}"),
    )


def _organisation(random: Random) -> CustomerRecord:
    family, family_kana = random.choice(FAMILY_NAMES)
    form, form_kana = random.choice(ORGANISATIONS)
    contact, contact_kana = random.choice(FAMILY_NAMES)
    return CustomerRecord(
        kind=CustomerKind.ORGANISATION,
        name=PersonName(contact, "", contact_kana, ""),
        organisation=form.format(family),
        organisation_kana=form_kana.format(family_kana),
        address=_address(random),
        phones=(Phone(PhoneKind.WORK, _landline(random)),),
        email=f"info{random.randrange(10**4):04}@example.com",
        payment_method=PaymentMethod.INVOICE,
    )


def _landline(random: Random) -> str:
    return f"052-0{random.randrange(100):02}-{random.randrange(10000):04}"


def _address(random: Random) -> Address:
    postal_code, prefecture, city, town = random.choice(TOWNS)
    street = f"{random.randrange(1, 6)}丁目{random.randrange(1, 40)}-{random.randrange(1, 30)}"
    building = f"{random.choice(BUILDINGS)} {random.randrange(101, 1205)}" if random.random() < 0.45 else ""
    return Address(postal_code, prefecture, city, town, street, building)


def _payment(random: Random, method: PaymentMethod, payer: str) -> PaymentDetails | None:
    if method is PaymentMethod.DEBIT:
        bank, branch = random.choice(BANKS)
        return PaymentDetails(bank=bank, branch=branch, account=f"{random.randrange(10**7):07}", payer=payer)
    if method is PaymentMethod.CARD:
        return PaymentDetails(card_brand="JCB", card_last_four=f"{random.randrange(10**4):04}")
    return None
