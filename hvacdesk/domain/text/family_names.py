"""How common Japanese family names are read, to tell where a name or kana written together divides.

The names are those that telephone books hold most of, with every reading that is usual in Japan. Kana of a
name that is not among them are not divided by guessing: what is not sure stays hidden.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.text.search_terms import with_long_marks
from hvacdesk.domain.text.text_forms import fold

_NAMES = """
佐藤サトウ 鈴木スズキ 高橋タカハシ 田中タナカ 伊藤イトウ 渡辺ワタナベ・ワタベ 山本ヤマモト 中村ナカムラ
小林コバヤシ 加藤カトウ 吉田ヨシダ 山田ヤマダ 佐々木ササキ 山口ヤマグチ 松本マツモト 井上イノウエ・イノエ
木村キムラ 林ハヤシ・リン 斎藤サイトウ 清水シミズ・キヨミズ 山崎ヤマザキ・ヤマサキ 森モリ 池田イケダ
橋本ハシモト 阿部アベ 石川イシカワ 前田マエダ 藤田フジタ 長谷川ハセガワ 村上ムラカミ 近藤コンドウ 石井イシイ
坂本サカモト 遠藤エンドウ 青木アオキ 西村ニシムラ 福田フクダ 太田オオタ 三浦ミウラ 岡本オカモト 松田マツダ
中島ナカジマ・ナカシマ 中川ナカガワ 藤井フジイ 原田ハラダ 小川オガワ・コガワ 中野ナカノ 竹内タケウチ
田村タムラ 金子カネコ 和田ワダ 中山ナカヤマ 石田イシダ 上田ウエダ・カミダ・ウエタ 森田モリタ 原ハラ
柴田シバタ 酒井サカイ 工藤クドウ 横山ヨコヤマ 宮崎ミヤザキ・ミヤサキ 宮本ミヤモト 内田ウチダ 高木タカギ
谷口タニグチ・ヤグチ 安藤アンドウ 大野オオノ 丸山マルヤマ 今井イマイ 河野コウノ・カワノ 高田タカダ・タカタ
藤本フジモト 武田タケダ 村田ムラタ 上野ウエノ 杉山スギヤマ 増田マスダ 平野ヒラノ 大塚オオツカ 千葉チバ
久保クボ 松井マツイ 小島コジマ・オジマ 岩崎イワサキ・イワザキ 桜井サクライ 野口ノグチ 松尾マツオ 野村ノムラ
木下キノシタ 菊地キクチ 菊池キクチ 佐野サノ 大西オオニシ 杉本スギモト 新井アライ・ニイ 浜田ハマダ・ハマタ
市川イチカワ 古川フルカワ・コガワ 水野ミズノ 小松コマツ 島田シマダ 小山コヤマ・オヤマ 高野タカノ・コウノ
山内ヤマウチ・ヤマノウチ 西田ニシダ 山下ヤマシタ 西川ニシカワ 五十嵐イガラシ 北村キタムラ 安田ヤスダ
中田ナカタ・ナカダ 川口カワグチ 平田ヒラタ 川崎カワサキ・カワザキ 飯田イイダ 吉川ヨシカワ・キッカワ
本田ホンダ 久保田クボタ 沢田サワダ 辻ツジ 関セキ 吉村ヨシムラ 渡部ワタナベ・ワタベ 岩田イワタ 中西ナカニシ
服部ハットリ 樋口ヒグチ 福島フクシマ 川上カワカミ 永井ナガイ 松岡マツオカ 田口タグチ 山中ヤマナカ
森本モリモト 土屋ツチヤ 矢野ヤノ 広瀬ヒロセ 秋山アキヤマ 石原イシハラ 松下マツシタ 大橋オオハシ 松浦マツウラ
吉岡ヨシオカ 小池コイケ 馬場ババ 浅野アサノ 荒木アラキ 大久保オオクボ 野田ノダ 小沢オザワ・コザワ 田辺タナベ
川村カワムラ 星野ホシノ 黒田クロダ 堀ホリ 尾崎オザキ 望月モチヅキ 永田ナガタ
熊谷クマガイ・クマガヤ・クマタニ 内藤ナイトウ 松村マツムラ 西山ニシヤマ 大谷オオタニ・オオヤ 平井ヒライ
大島オオシマ・オオジマ 岩本イワモト 片山カタヤマ 本間ホンマ 早川ハヤカワ 横田ヨコタ 岡崎オカザキ 荒井アライ
大石オオイシ 鎌田カマタ・カマダ 成田ナリタ 宮田ミヤタ 小田オダ 石橋イシバシ 篠原シノハラ 須藤スドウ・ストウ
河合カワイ 大沢オオサワ・オオザワ 小西コニシ 南ミナミ 高山タカヤマ 栗原クリハラ 伊東イトウ 松原マツバラ
三宅ミヤケ 福井フクイ 大森オオモリ 奥村オクムラ 岡オカ 内山ウチヤマ 片岡カタオカ 松永マツナガ
桑原クワバラ・クワハラ 関口セキグチ 古田フルタ 北川キタガワ 萩原ハギワラ・ハギハラ 小野オノ 小野寺オノデラ
小野田オノダ 大川オオカワ 川田カワタ・カワダ 上村ウエムラ・カミムラ 坂田サカタ 青山アオヤマ 落合オチアイ
角田ツノダ・カクタ・スミダ・カドタ 細川ホソカワ 宮下ミヤシタ 大山オオヤマ 田島タジマ・タシマ 竹田タケダ
塚本ツカモト 後藤ゴトウ 岡田オカダ 菅原スガワラ・スガハラ 藤原フジワラ・フジハラ 三好ミヨシ 根本ネモト
小笠原オガサワラ 浅井アサイ 秋元アキモト 大木オオキ 堀内ホリウチ 今村イマムラ 杉浦スギウラ 天野アマノ
中沢ナカザワ・ナカサワ 白石シライシ 柳沢ヤナギサワ・ヤナギザワ 須田スダ 児玉コダマ 坂口サカグチ 黒木クロキ
水谷ミズタニ・ミズガイ 桑田クワタ 稲垣イナガキ 梶原カジワラ 堀田ホッタ・ホリタ 神田カンダ・コウダ
榎本エノモト 平山ヒラヤマ 長田オサダ・ナガタ 牧野マキノ 河村カワムラ 富田トミタ・トミダ 戸田トダ 吉野ヨシノ
小倉オグラ・コクラ 土井ドイ 武藤ムトウ 岩井イワイ 大村オオムラ 奥田オクダ 徳永トクナガ 金井カナイ 野中ノナカ
津田ツダ 佐久間サクマ 田代タシロ 森山モリヤマ 松山マツヤマ 北原キタハラ 西尾ニシオ 長尾ナガオ 村山ムラヤマ
安部アベ 米田ヨネダ・コメダ 竹中タケナカ 横井ヨコイ 豊田トヨダ・トヨタ 岡村オカムラ 大内オオウチ
宮川ミヤガワ・ミヤカワ 高島タカシマ・タカジマ 飯塚イイヅカ 河田カワダ・カワタ 荻野オギノ 庄司ショウジ
小原オハラ・コハラ・オバラ 三上ミカミ 篠田シノダ 東アズマ・ヒガシ 泉イズミ 甲斐カイ 日高ヒダカ 入江イリエ
植田ウエダ 谷タニ 柳田ヤナギダ 相沢アイザワ 杉田スギタ 滝沢タキザワ・タキサワ 首藤シュトウ 古賀コガ
江口エグチ 中原ナカハラ 安井ヤスイ 岸本キシモト 大竹オオタケ 門田カドタ・モンデン 堤ツツミ 下田シモダ
田原タハラ・タワラ 吉本ヨシモト 竹下タケシタ 米山ヨネヤマ 川端カワバタ 大井オオイ 石黒イシグロ 細田ホソダ
野崎ノザキ 柏木カシワギ 菅野カンノ・スガノ 菅スガ・カン 星ホシ 岸キシ 新田ニッタ・シンデン 大田オオタ
福本フクモト 石塚イシヅカ 今野コンノ・イマノ 谷川タニガワ・タニカワ 瀬戸セト 小出コイデ 西野ニシノ
村井ムライ 川島カワシマ 稲葉イナバ 篠崎シノザキ 栗田クリタ 西沢ニシザワ 高井タカイ 塩田シオタ・シオダ
平川ヒラカワ 三村ミムラ 金田カネダ・カナダ 相馬ソウマ 山岸ヤマギシ 江藤エトウ 長島ナガシマ 笠原カサハラ
小泉コイズミ 及川オイカワ 千田チダ・センダ 畑ハタ 畠山ハタケヤマ 村松ムラマツ 神谷カミヤ・カミタニ
梅田ウメダ 梅原ウメハラ 鬼頭キトウ 加納カノウ 伊沢イザワ 丹羽ニワ 山村ヤマムラ 川合カワイ 川井カワイ
川瀬カワセ 川本カワモト 川原カワハラ・カワラ 河原カワハラ・カワラ 河本コウモト・カワモト 高瀬タカセ
高松タカマツ 高岡タカオカ 高崎タカサキ・タカザキ 高村タカムラ 高畑タカハタ 高見タカミ 三輪ミワ 三井ミツイ
三沢ミサワ 三谷ミタニ・ミヤ 三島ミシマ 三田ミタ 三原ミハラ 三橋ミツハシ・ミハシ 二宮ニノミヤ 八木ヤギ
一色イッシキ 五味ゴミ 九鬼クキ 十河ソゴウ 四方シカタ・ヨモ 六車ムグルマ 七尾ナナオ 一柳イチヤナギ
上原ウエハラ 上山ウエヤマ 上杉ウエスギ 下村シモムラ 下山シモヤマ 中尾ナカオ 中井ナカイ 中本ナカモト
中嶋ナカジマ・ナカシマ 中谷ナカタニ・ナカヤ 中根ナカネ 中里ナカザト 中津ナカツ 中林ナカバヤシ 仲村ナカムラ
久野クノ・ヒサノ 久米クメ 今泉イマイズミ 仁科ニシナ 片桐カタギリ 伊原イハラ 井口イグチ・イノクチ 井出イデ
井手イデ 井川イガワ 井原イハラ 井本イモト 佐原サハラ 佐伯サエキ 佐竹サタケ 佐川サガワ 保坂ホサカ 倉田クラタ
入山イリヤマ 八田ハッタ 内海ウツミ・ウチウミ 冨田トミタ 出口デグチ 別府ベップ 前川マエカワ・マエガワ
前原マエハラ・マエバラ 勝又カツマタ 勝田カツタ 北野キタノ 北島キタジマ 北山キタヤマ 千野チノ 半田ハンダ
古屋フルヤ 古谷フルヤ・フルタニ 吉井ヨシイ 吉原ヨシハラ・ヨシワラ 吉沢ヨシザワ 吉永ヨシナガ 名取ナトリ
向井ムカイ 和泉イズミ 園田ソノダ 国分コクブ・コクブン 国分寺コクブンジ 坂井サカイ 坂上サカガミ・サカウエ
坂東バンドウ 坂下サカシタ 垣内カキウチ 城ジョウ 堀江ホリエ 堀川ホリカワ 堀口ホリグチ 塚田ツカダ 塚原ツカハラ
塩野シオノ 塩川シオカワ 塩沢シオザワ 増井マスイ 夏目ナツメ 外山トヤマ・ソトヤマ 多田タダ 大和田オオワダ
大場オオバ 大平オオヒラ・オオダイラ 大原オオハラ 大崎オオサキ 大城オオシロ 大出オオイデ 大滝オオタキ
大澤オオサワ・オオザワ 天田アマダ 奥山オクヤマ 奥野オクノ 宇野ウノ 宇佐美ウサミ 宇都宮ウツノミヤ 安達アダチ
安東アンドウ 室井ムロイ 宮原ミヤハラ 宮内ミヤウチ 宮地ミヤジ・ミヤチ 宮沢ミヤザワ 富永トミナガ 富岡トミオカ
寺田テラダ 寺島テラシマ・テラジマ 寺本テラモト 寺西テラニシ 寺尾テラオ 寺沢テラサワ・テラザワ 小寺コデラ
小谷コタニ・オタニ 小坂コサカ・オサカ 小宮コミヤ 小幡オバタ・コハタ 小室コムロ 小嶋コジマ 小関コセキ・オゼキ
小杉コスギ 小柳コヤナギ・オヤナギ 小平コダイラ・オダイラ 小澤オザワ・コザワ 小山田オヤマダ 小早川コバヤカワ
小田切オダギリ 尾形オガタ 緒方オガタ 岡部オカベ 岡野オカノ 岩下イワシタ 岩瀬イワセ 岩間イワマ 岩佐イワサ
岩村イワムラ 岩永イワナガ 岸田キシダ 峯ミネ 島村シマムラ 島袋シマブクロ 川野カワノ 川辺カワベ 市村イチムラ
布施フセ 平松ヒラマツ 平尾ヒラオ 平岡ヒラオカ 平林ヒラバヤシ 平本ヒラモト 広田ヒロタ 廣田ヒロタ 廣瀬ヒロセ
影山カゲヤマ 後藤田ゴトウダ 徳田トクダ 志村シムラ 志賀シガ 恩田オンダ 成瀬ナルセ 戸塚トツカ
手塚テヅカ・テツカ 持田モチダ 新谷シンタニ・アラヤ 新村シンムラ・ニイムラ 新川シンカワ・アラカワ 日野ヒノ
日比野ヒビノ 日下部クサカベ 早坂ハヤサカ 早瀬ハヤセ 星川ホシカワ 春日カスガ 木内キウチ 木原キハラ 木田キダ
木戸キド 本山モトヤマ 本多ホンダ 本橋モトハシ 本村モトムラ・ホンムラ 杉原スギハラ 杉村スギムラ 村瀬ムラセ
村岡ムラオカ 村木ムラキ 村中ムラナカ 村越ムラコシ 松崎マツザキ・マツサキ 松川マツカワ 松島マツシマ
松沢マツザワ 松野マツノ 松元マツモト 松木マツキ 板垣イタガキ 柏原カシワバラ・カシハラ 柳ヤナギ
柳原ヤナギハラ 柴崎シバサキ 栗山クリヤマ 根岸ネギシ 桐山キリヤマ 梅本ウメモト 梅村ウメムラ 梶カジ 梶田カジタ
森岡モリオカ 森下モリシタ 森川モリカワ 森井モリイ 森口モリグチ 植木ウエキ 植松ウエマツ 植村ウエムラ
榊原サカキバラ 榎エノキ 横尾ヨコオ 横溝ヨコミゾ 樋渡ヒワタシ 橋爪ハシヅメ 橋口ハシグチ 武井タケイ
武内タケウチ 比嘉ヒガ 水上ミズカミ 水口ミズグチ 水島ミズシマ 水田ミズタ 永野ナガノ 永島ナガシマ 江崎エザキ
江川エガワ 池上イケガミ 池内イケウチ・イケノウチ 沖オキ 沼田ヌマタ 津村ツムラ 浅田アサダ 浅川アサカワ
浅見アサミ 浜口ハマグチ 浜野ハマノ 浦田ウラタ 清野セイノ・キヨノ 渋谷シブヤ・シブタニ 湯浅ユアサ
溝口ミゾグチ 滝タキ 滝川タキガワ 滝本タキモト 熊田クマダ 片平カタヒラ 牧マキ 牧田マキタ 犬飼イヌカイ
猪俣イノマタ 玉井タマイ 玉城タマキ・タマシロ 生田イクタ 田上タガミ・タウエ・タノウエ 田尻タジリ 田川タガワ
田畑タバタ 田所タドコロ 町田マチダ 畑中ハタナカ 白井シライ 白川シラカワ 白鳥シラトリ 百瀬モモセ 相原アイハラ
相川アイカワ 真田サナダ 矢島ヤジマ 矢部ヤベ 矢沢ヤザワ 石山イシヤマ 石丸イシマル 石本イシモト 石垣イシガキ
石崎イシザキ 石渡イシワタ・イシワタリ 石野イシノ 砂川スナガワ・スナカワ 磯部イソベ 神山カミヤマ・コウヤマ
神野ジンノ・カミノ・カンノ 福岡フクオカ 福原フクハラ 福永フクナガ 福山フクヤマ 福地フクチ 秋田アキタ
稲田イナダ 稲村イナムラ 穂積ホヅミ 立石タテイシ 立川タチカワ・タテカワ 竹本タケモト 竹村タケムラ
竹之内タケノウチ 笹川ササガワ・ササカワ 笠井カサイ 筒井ツツイ 篠塚シノヅカ 粕谷カスヤ 細井ホソイ
細谷ホソヤ・ホソタニ 結城ユウキ 綾部アヤベ 織田オダ 羽田ハネダ・ハタ 肥後ヒゴ 能登ノト 臼井ウスイ
船橋フナバシ 芝シバ 芦田アシダ 花田ハナダ 若林ワカバヤシ 若松ワカマツ 茂木モテギ・モギ 草野クサノ
荒川アラカワ 菅沼スガヌマ 菊田キクタ 萩野ハギノ 葛西カサイ 藤岡フジオカ 藤川フジカワ・フジガワ
藤沢フジサワ・フジザワ 藤野フジノ 藤村フジムラ 藤森フジモリ 西原ニシハラ 西岡ニシオカ 西脇ニシワキ
西本ニシモト 西島ニシジマ 角カド・スミ 谷本タニモト 谷村タニムラ 豊島トヨシマ・トシマ 赤松アカマツ
赤木アカギ 足立アダチ 近田チカダ・コンダ 進藤シンドウ 遠山トオヤマ 郡司グンジ 都築ツヅキ 酒巻サカマキ
里見サトミ 野上ノガミ 野沢ノザワ 野原ノハラ 野本ノモト 野尻ノジリ 金沢カナザワ 金城キンジョウ・カネシロ
金山カナヤマ 鈴村スズムラ 長井ナガイ 長岡ナガオカ 長沢ナガサワ 長野ナガノ 長浜ナガハマ 長瀬ナガセ
長谷部ハセベ 長縄ナガナワ 門脇カドワキ 関根セキネ 関谷セキヤ 阪本サカモト 阿久津アクツ 青柳アオヤギ
青島アオシマ 青野アオノ 須永スナガ 須賀スガ 飯島イイジマ 飯野イイノ 飯村イイムラ 館野タテノ 香川カガワ
高倉タカクラ 高梨タカナシ 高原タカハラ 高尾タカオ 高宮タカミヤ 鳥居トリイ 鶴田ツルタ 鷲見スミ・ワシミ
鹿島カシマ 黒川クロカワ 黒沢クロサワ 黒岩クロイワ 黒柳クロヤナギ 島シマ 嶋シマ 伊集院イジュウイン
波多野ハタノ 仲宗根ナカソネ 喜屋武キャン 我那覇ガナハ 東海林ショウジ・トウカイリン 加賀美カガミ
三田村ミタムラ 御手洗ミタライ 久保山クボヤマ 小山内オサナイ 長谷山ハセヤマ 山之内ヤマノウチ 木之下キノシタ
井之上イノウエ 大河原オオカワラ・オオガワラ 大河内オオコウチ 勅使河原テシガワラ 曽我部ソガベ 日下クサカ
安孫子アビコ 我妻アガツマ・ワガツマ 八重樫ヤエガシ 八巻ヤマキ 佐久川サクガワ 知念チネン 宮城ミヤギ・ミヤシロ
新垣アラカキ・シンガキ 具志堅グシケン 平良タイラ 上地ウエチ 仲村渠ナカンダカリ 与那嶺ヨナミネ 渡嘉敷トカシキ
安里アサト 照屋テルヤ 城間シロマ 下地シモジ 喜納キナ 李リ・イ 朴パク・ボク 王オウ 張チョウ 陳チン 劉リュウ
楊ヨウ 趙チョウ 黄コウ 呉クレ・ゴ 周シュウ 金キン・キム 崔サイ・チェ 鄭テイ・チョン 菱田ヒシダ 棚橋タナハシ
野々村ノノムラ 野々山ノノヤマ 加古カコ 神戸カンベ・コウベ 杉江スギエ 纐纈コウケツ 各務カガミ 祖父江ソブエ
伴バン 榊サカキ 橘タチバナ 錦ニシキ 堀場ホリバ 早野ハヤノ 鵜飼ウカイ 大脇オオワキ 奥谷オクタニ・オクヤ
長屋ナガヤ 安江ヤスエ 可児カニ 深谷フカヤ・フカタニ 深見フカミ 深沢フカザワ・フカサワ 深田フカダ
"""
"""Kanji and readings; those of central Japan and Okinawa are there too, where many are read unusually."""

_ENTRY = re.compile("([^ァ-ヺー・\\s]+)([ァ-ヺー・]+)")
_READINGS = {
    fold(kanji): tuple(fold(one) for one in kana.split("・")) for kanji, kana in _ENTRY.findall(_NAMES)
}
_ALL_READINGS = frozenset(reading for readings in _READINGS.values() for reading in readings)
_LONGEST = max(map(len, _ALL_READINGS))

_NEVER_FIRST = frozenset("ぁぃぅぇぉっゃゅょゎんー-ァィゥェォッャュョヮンｧｨｩｪｫｯｬｭｮﾝｰﾞﾟ")
"""No name begins with a small kana, ん or a long vowel."""

_BETWEEN = " \u3000・･、，,.．/／_-(（"
"""Signs that divide two names; the long vowel mark is none."""

_HONORIFIC = re.compile("(?:様|殿|君|さま|さん|との|どの|くん|ちやん)$")
_LAST_OF_HONORIFICS = frozenset("様殿君まんの")
"""The last letters of honorifics; folded kana may end with one."""

_KANA = re.compile("[ぁ-ゖァ-ヺー]+")


def is_family(name: str) -> bool:
    """Whether this whole text is a common family name, in kana or kanji of any form."""
    return fold(name) in (_ALL_READINGS if in_kana(name) else _READINGS)


def is_reading(family: str, kana: str) -> bool:
    """Whether the kana is how the family name is read, and no more than that."""
    return fold(kana) in _readings(family)


def settled(person: PersonName) -> PersonName:
    """The name with its kana where masks expect it: the family's apart from the given name's.

    Kana of both that were written together (ヤマダタロウ) are divided by the family name's reading, or by a
    given name that is itself in kana. Where neither divides them, all of it is put with the given name, so
    that it is hidden with it and found by nothing but the whole.
    """
    both = person.family_kana
    if not both or is_reading(person.family, both):
        return person
    sounds = _sounds(person.given_kana)  # a dash in place of kana has no sound
    if sounds and sounds.isdisjoint(whole := _sounds(both)):
        end = _end_before(both, sounds) if _may_end(whole, sounds) else 0
        return replace(person, family_kana=both[:end].rstrip(_BETWEEN)) if end else person
    if person.given or sounds:
        return _divided(person, _kana_end(person, both))
    end = _kana_end(person, both)  # nothing says that there is more in it, unless the family's reading does
    return _divided(person, end) if end else person


def is_divided(person: PersonName) -> bool:
    """Whether :func:`settled` could tell the family's kana from the given name's, or there is but one."""
    return bool(person.family_kana) or not person.given_kana


def _divided(person: PersonName, end: int) -> PersonName:
    both = person.family_kana
    return replace(person, family_kana=both[:end].rstrip(_BETWEEN), given_kana=both[end:].lstrip(_BETWEEN))


def family_end(name: str) -> int:
    """The end of the longest common family name at the beginning of an undivided name; 0 if there is none.

    A name in kana begins with a family name's reading, of two kana at least.
    """
    known, least = (_ALL_READINGS, 2) if in_kana(name) else (_READINGS, 1)
    for end in range(min(_LONGEST, len(name) - 1), least - 1, -1):
        if name[end] not in _NEVER_FIRST and fold(name[:end]) in known:
            return end
    return 0


def _readings(family: str) -> tuple[str, ...]:
    """The folded readings of a family name; a name in kana is its own."""
    known = _READINGS.get(fold(family), ())
    return (*known, fold(family)) if in_kana(family) else known


def _kana_end(person: PersonName, kana: str) -> int:
    """Where the family name's kana ends, or 0 where that cannot be told."""
    ends = {end for reading in _readings(person.family) if (end := _end_after(kana, reading))}
    if in_kana(person.given) and (end := _end_before(kana, _sounds(person.given))):
        ends.add(end)
    return ends.pop() if len(ends) == 1 else 0


def _end_after(kana: str, reading: str) -> int:
    for end in range(1, len(kana)):
        if kana[end] not in _NEVER_FIRST and fold(kana[:end]) == reading:
            return end
    return 0


def _end_before(kana: str, sounds: frozenset[str]) -> int:
    """Where in the kana the given name with these sounds begins, which ends them; 0 if it does not."""
    for end in range(1, len(kana)):
        if kana[end] not in _NEVER_FIRST and not sounds.isdisjoint(_sounds(kana[end:])):
            return end
    return 0


def _may_end(whole: frozenset[str], given: frozenset[str]) -> bool:
    """Whether the last sounds agree: for most names they do not, and then nothing more has to be compared."""
    last = {sound[-1] for sound in given}
    return min(map(len, given)) == 1 or any(sound[-1] in last for sound in whole)


def _sounds(kana: str) -> frozenset[str]:
    """What kana are read as, whatever their writing: width, hiragana, ロー or ロウ, ・, タロウ様.

    An ending that may be an honorific may be the name's too. Empty where there is nothing to be read.
    """
    read = "".join(sign for sign in fold(kana) if sign.isalnum() or sign == "-").lstrip("-")
    whole = with_long_marks(read)
    if not whole or whole[-1] not in _LAST_OF_HONORIFICS:
        return frozenset({whole} if whole else ())
    return frozenset(filter(None, (whole, _HONORIFIC.sub("", whole))))


def in_kana(text: str) -> bool:
    """Whether a text is hiragana and katakana of any width, and nothing else."""
    if "\u3400" <= text[:1] <= "\u9fff":  # a kanji, as most names begin with
        return False
    return _KANA.fullmatch(unicodedata.normalize("NFKC", text)) is not None
