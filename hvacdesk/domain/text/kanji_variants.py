"""Which written forms of a kanji count as the same one when texts are compared.

Each group starts with the form in common use; the others are its old, printed or family-register forms: those
that 常用漢字表 (平成22年内閣告示第2号) gives in parentheses as いわゆる康熙字典体, those that 戸籍法施行規則
別表第二 allows for names, both as of 2026-11, and forms met in family names (髙, 﨑, 邉, 嶋, 澤). Forms that
Unicode already folds by compatibility (社 U+FA4C and the like) need no line here.
"""

from __future__ import annotations

_GROUPS = """
亜亞 悪惡 圧壓 囲圍 医醫 壱壹 隠隱 栄榮 営營 衛衞 駅驛 円圓 塩鹽 縁緣 応應 欧歐 殴毆 桜櫻 奥奧 横橫 温溫
穏穩 仮假 価價 画畫 会會 絵繪 壊壞 懐懷 拡擴 殻殼 覚覺 学學 岳嶽 楽樂 勧勸 巻卷 寛寬 歓歡 缶罐 観觀 関關
陥陷 巌巖 顔顏 気氣 帰歸 亀龜 偽僞 戯戲 犠犧 旧舊 拠據 挙擧 峡峽 挟挾 狭狹 郷鄕鄉 暁曉 区區 駆驅 薫薰 径徑
茎莖 恵惠 渓溪 経經 継繼 蛍螢 鶏鷄 芸藝 撃擊 欠缺 県縣 倹儉 剣劍劒劔剱 険險 圏圈 検檢 献獻 権權 顕顯 験驗
厳嚴 効效 広廣 恒恆 鉱鑛 号號 国國圀 黒黑 済濟 砕碎 斎齋齊斉 剤劑 桟棧 蚕蠶 賛贊 残殘 糸絲 歯齒 児兒 辞辭
湿濕 実實 舎舍 写寫 釈釋 寿壽 収收 従從 渋澁澀 獣獸 縦縱 粛肅 処處 叙敍 将將 称稱 焼燒 証證 奨奬 条條 状狀
乗乘 浄淨 剰剩 畳疊 縄繩 壌壤 嬢孃 譲讓 醸釀 触觸 嘱囑 慎愼 晋晉 真眞 尽盡 図圖 粋粹 酔醉 穂穗 随隨 髄髓
枢樞 数數 瀬瀨 声聲 静靜 窃竊 摂攝 専專 浅淺 戦戰 践踐 銭錢 潜潛 繊纖 禅禪 双雙 壮壯 争爭 荘莊 捜搜 挿插
巣巢 曽曾 痩瘦 装裝 総總 騒騷 蔵藏 臓臟 即卽 属屬 続續 堕墮 対對 体體 台臺 滝瀧 択擇 沢澤 担擔 単單 胆膽
団團 断斷 弾彈 遅遲 痴癡 虫蟲 昼晝 鋳鑄 庁廳 聴聽 鎮鎭 逓遞 鉄鐵鉃 転轉 点點 伝傳 灯燈 当當 党黨 盗盜 稲稻
闘鬪 徳德 独獨 読讀 届屆 弐貳 悩惱 脳腦 覇霸 拝拜 廃廢 売賣 麦麥 発發 髪髮 抜拔 浜濱濵 蛮蠻 秘祕 仏佛 払拂
並竝 変變 辺邊邉 弁辨瓣辯 宝寶寳 豊豐 褒襃 翻飜 毎每 万萬 満滿 弥彌 訳譯 薬藥 与與 予豫 余餘 揺搖 様樣 謡謠
来來 頼賴 乱亂 覧覽 竜龍 両兩 猟獵 緑綠 塁壘 涙淚 励勵 礼禮 隷隸 霊靈 齢齡 恋戀 炉爐 労勞 楼樓 録錄 湾灣
高髙 崎﨑嵜碕 島嶋嶌 吉𠮷 富冨 峰峯 梅楳 桧檜 桑桒 柳栁 柏栢 館舘 涼凉 淵渕 秋穐 土圡 船舩 松枩 野埜 角⻆
芦蘆 橋槗𣘺 昇曻 薮藪籔 諌諫 靭靱 鯵鰺 鶴靏靍 麹麴 黄黃 鴎鷗 侠俠 倶俱 剥剝 呑吞 填塡 尭堯 蝉蟬 蛎蠣 祢禰
祷禱 篭籠 繋繫 繍繡 莱萊 蒋蔣 躯軀 醤醬 頚頸 掴摑 撹攪 涛濤 焔焰 砺礪 竃竈 箪簞 槙槇 遥遙 瑶瑤 凛凜 晃晄
穣穰 亘亙 郎郞 青靑 清淸 産產 彦彥 税稅 悦悅 鋭銳 脱脫 閲閱 内內 呉吳 娯娛 戸戶 教敎 歩步 渉涉 徴徵 増增
姫姬 飲飮 勲勳 熙煕 沖冲 磯礒 桝枡 蓑簔 檪櫟 鉢缽 杯盃 群羣 略畧 裏裡
園薗 聡聰 為爲 帯帶 雑雜 黙默 艶艷 冊册 既旣 餅餠 瓶甁 歳歲 舗舖 鶯鴬 麺麵
姉姊 併倂 屏屛 没沒 掲揭 勅敕 緒緖 暦曆 歴歷 錬鍊 虚虛
尚尙 戻戾 説說 絶絕
"""


def variants() -> dict[str, str]:
    """Each variant form and the common form that it is compared as."""
    return {variant: group[0] for group in _GROUPS.split() for variant in group[1:]}
