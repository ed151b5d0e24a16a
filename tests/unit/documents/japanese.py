"""Japanese words for the papers' tests, so that they need no translation file."""

from hvacdesk.domain.text.wording import Phrase

WORK_ORDER = {
    "Work order": "作業指示書",
    "Work order {number}": "作業指示書 {number}",
    "Notice of work": "工事のご案内",
    "Thank you for your order. We will come for the work below. If the day no longer suits you, please call "
    "us.": ("下記のとおり工事に伺います。ご都合が変わりましたら、お早めにお電話ください。"),
    "Your contact": "お問い合わせ先",
    "The building was begun before September 2006, or we do not know when: we look for asbestos before we "
    "drill or take anything down, and tell you what we found.": (
        "2006年8月31日以前に着工、または着工日が分からない建物のため、穴あけ・撤去の前に石綿の事前調査を行います。"
    ),
    "Work orders, {count} copies": "作業指示書 {count}部",
    "Job no. {number}": "工事番号 {number}",
    "Paper no. {code}": "書類番号 {code}",
    "Copy {copy} of {copies}": "控 {copy} / {copies}",
    "Page {page}/{pages}": "{page}/{pages}ページ",
    "Issued {date} by {name}": "発行 {date}　{name}",
    "Return by {date}": "返却期限 {date}",
    "This copy is yours to keep": "お客様にお渡しする控えです",
    "Do not leave this copy on site or in the van. Return it right after work.": (
        "この控えは現場や車内に置かず、作業後すみやかに事務所へ返却してください。"
    ),
    "About your personal data": "お客様の個人情報について",
    "To see, correct or delete your data, tell us your customer number.": (
        "個人情報の開示・訂正・利用停止・消去などのご請求は、お客様番号を添えて下記までお申し出ください。"
    ),
    "Customer no. {number}": "お客様番号 {number}",
    "Phone {phone}": "電話 {phone}",
    "Responsible for personal data: {name}": "個人情報管理責任者 {name}",
    "〓 stands for a character that cannot be printed. The screen shows it.": (
        "「〓」は印刷できない文字です。正しい文字は画面でご確認ください。"
    ),
    "Further details": "補足",
    "Date not fixed": "日時未定",
    "Staff": "担当",
    "Partner firm": "協力会社",
    "Customer and site": "お客様・工事先",
    "Phone": "電話",
    "Call through the office": "連絡は事務所へ",
    "Customer no.": "お客様番号",
    "Building": "建物",
    "Detached house": "戸建て",
    "Apartment": "集合住宅",
    "Floor": "階",
    "Attends": "立会い",
    "Permission": "管理会社の許可",
    "given": "済",
    "not yet": "未確認",
    "Started": "着工",
    "Please mind": "ご注意",
    "Asbestos survey first": "石綿の事前調査が必要です",
    "Built before September 2006, or date unknown. Survey and record before drilling or removing.": (
        "2006年8月31日以前に着工、または着工日不明の建物です。穴あけ・撤去の前に調査し、記録してください。"
    ),
    "Surveyed": "調査済み",
    "No asbestos": "石綿なし",
    "Asbestos found: stop": "石綿あり（作業中止・連絡）",
    "Units": "機器",
    "Indoor": "室内機",
    "Outdoor": "室外機",
    "Work": "作業",
    "Unit, place": "区分・場所",
    "Maker, year": "メーカー・年式",
    "Model / serial no.": "型番／製造番号",
    "Capacity": "能力",
    "Refrigerant": "冷媒",
    "Power": "電源",
    "Serial no.": "製造番号",
    "Standard work": "標準工事",
    "Additional work": "追加工事",
    "Results (written in on site)": "結果（現場で記入）",
    "Airtightness": "気密試験",
    "Vacuum": "真空引き",
    "reached": "到達",
    "held": "保持",
    "added": "追加",
    "recovered": "回収",
    "net charge": "合計充塡量",
    "Insulation": "絶縁抵抗",
    "Temperature": "温度",
    "suction": "吸込",
    "outlet": "吹出",
    "Current": "運転電流",
    "min": "分",
    "Drain test": "ドレン排水確認",
    "No noise or vibration": "異音・振動なし",
    "Remote control": "リモコン動作",
    "Explained": "お客様へ説明済み",
    "Photos": "写真",
    "before": "施工前",
    "hidden": "隠蔽部",
    "after": "施工後",
    "Simple inspection (commercial unit)": "簡易点検（業務用機器）",
    "Noise": "異音",
    "Vibration": "振動",
    "Damage": "損傷",
    "Corrosion": "腐食",
    "Oil": "油にじみ",
    "Frost": "着霜",
    "Outlet air": "吹出し空気",
    "normal": "正常",
    "fault": "異常",
    "Warranty": "保証",
    "work": "工事",
    "unit": "機器",
    "years": "年",
    "Payment": "お支払い方法",
    "Amount to collect": "集金額",
    "Amount due": "お支払い額",
    "Nothing to collect": "集金なし",
    "Amount to collect: not fixed yet": "集金額未定",
    "Remarks": "備考",
    "Customer's signature": "お客様ご署名",
    "Checked by (seal)": "検印",
    "Date": "日付",
}

CERTIFICATE = {
    "Certificate of disposal": "廃棄・消去証明書",
    "Certificate of disposal {number}": "廃棄・消去証明書 {number}",
    "No. {number}": "番号 {number}",
    "Issued {date}": "発行日 {date}",
    "Result": "結果",
    "Every page and every row was checked: no erased value was found but where a living record rightly "
    "holds the same (a namesake's name, a shared phone number).": (
        "全ページ・全件を確認し、消去した値は、残っている記録がもともと持つ同じ値（同姓同名、共用の電話番号など）"
        "を除いて、見つかりませんでした。"
    ),
    "The erasure is not confirmed for the exceptions below.": (
        "下記の例外については、消去を確認できていません。"
    ),
    "The erasure is not confirmed. This paper certifies no erasure.": (
        "消去を確認できませんでした。本書は消去を証明するものではありません。"
    ),
    "Exceptions": "例外",
    "What the disposal covered": "廃棄の対象",
    "Month of the review": "点検の月",
    "Customers": "お客様の数",
    "Records": "記録の数",
    "Disposal review {number}": "廃棄点検 {number}",
    "Customers, whole": "お客様（全項目）",
    "Customers, reduced": "お客様（削減）",
    "Customers reduced to the ledger: {count}; of them only these fields stay: {fields} ({rule}, {law})": (
        "お客様{count}件は帳簿項目だけを残しました。残した項目：{fields}（{rule}、{law}）"
    ),
    "Values sought": "探索した値の数",
    "Papers shredded": "裁断した書類",
    "Retention periods that had ended, with their basis": "満了した保存期間と根拠",
    "Rule": "保存期間の決まり",
    "Law": "法令",
    "Method and check": "方法と確認",
    "Method used": "用いた方法",
    "Check": "確認",
    "Decrypted and searched: database pages {pages}, log frames {frames}": (
        "データベース {pages} ページとログ {frames} フレームを復号して探索"
    ),
    "Carried out": "実施日時",
    "Proposed and approved": "申請と承認",
    "Proposed by": "申請者",
    "Approved by": "承認者",
    "Person responsible": "個人情報管理責任者",
    "The same person proposed and, on a later day, confirmed: no one else could.": (
        "ほかに承認できる者がいないため、申請者本人が後日あらためて確認しました。"
    ),
    "Seal": "印",
    "Signature": "署名",
    "Audit log: last entry no. {sequence}": "操作記録の末尾　第{sequence}号",
    (
        "The log's state up to this entry, signed by the office (C2SP checkpoint). Scanned into a text file, "
        "it is compared with the log by “Compare with kept copies” on the page of the audit log."
    ): (
        "この記録までの操作記録の控え（事務所の署名付き、C2SP checkpoint形式）。QRコードを読み取ってテキスト"
        "ファイルに保存すると、「操作記録」の「控えと照合」で照合できます。"
    ),
    "The log's last hash. A log altered later no longer matches this paper.": (
        "操作記録の最後のハッシュ値です。後から記録を書き換えると、この紙と一致しなくなります。"
    ),
    "In other records: values of these customers blacked out in {cleaned} places, {taken} records deleted "
    "besides.": "他の記録：対象のお客様についての記載を黒塗り{cleaned}か所、記録ごと廃棄{taken}件。",
    "What this certificate does not claim": "本書が証明しないこと",
    "It concerns chosen records only: a partial sanitization (NIST SP 800-88 Rev. 2).": (
        "対象は選んだ記録だけです（NIST SP 800-88 Rev. 2 の「部分的なサニタイズ」に当たります）。"
    ),
    "The storage device as a whole was not sanitized; it stays in use.": (
        "記憶装置全体を消去したものではありません。装置は引き続き使用します。"
    ),
    "No cryptographic erase: copies of the key store that other programs made were not checked.": (
        "暗号鍵の破棄による消去（Cryptographic Erase）ではありません。"
        "ほかのプログラムが作成した鍵の保管庫の複製は確認していません。"
    ),
    "Other writings were not all looked for: nicknames; a name, street or number in part.": (
        "別の書き方（あだ名、名だけ、番地だけ、電話番号の一部など）は、すべてを調べたわけではありません。"
    ),
    "Copies elsewhere (exported files, mail, photos) and unregistered papers were not checked.": (
        "本プログラムの外にある写し（書き出したファイル、メール、写真など）と、"
        "書類の台帳に載っていない紙は確認していません。"
    ),
}

RECOVERY_SHEET = {
    "Recovery sheet": "復旧用シート",
    "Recovery sheet {number}": "復旧用シート 第{number}号",
    "Sheet no. {number}": "第{number}号",
    "Fingerprint {fingerprint}": "確認値 {fingerprint}",
    "Made on {date}": "作成日 {date}",
    "Secret. Whoever holds this sheet and a backup can read every customer record.": (
        "取扱注意：このシートとバックアップがあれば、すべてのお客様情報を読むことができます。"
    ),
    "Recovery code": "復旧コード",
    "Type the groups in order. Hyphens, spaces and small letters do not matter.": (
        "番号の順に入力してください。ハイフン・空白・大文字小文字の違いは問いません。"
    ),
    "What this sheet opens": "このシートで開けるもの",
    "The office's encrypted file, and backups made while this sheet is in force.": (
        "事務所の暗号化ファイルと、このシートが有効な間に作成したバックアップを開けます。"
    ),
    "Older backups may need the sheet that was in force when they were made.": (
        "それより古いバックアップには、作成時に有効だったシートが必要な場合があります。"
    ),
    "Use it when the PC is lost or replaced, or every owner's passphrase is lost.": (
        "パソコンの故障・紛失・入れ替えのとき、または責任者全員がパスフレーズを失ったときに使います。"
    ),
    "How to keep it": "保管のしかた",
    "Keep it in a safe or locked cabinet, away from the PC and the backup disks.": (
        "金庫または鍵のかかる書庫に、パソコンやバックアップの媒体とは別の場所で保管してください。"
    ),
    "Do not copy, photograph, scan or send it. Type the code into hvacdesk only.": (
        "複写・撮影・スキャン・送信をしないでください。コードは hvacdesk 以外に入力しないでください。"
    ),
    "When a new sheet is printed, shred the older one at once (P-4 or finer).": (
        "新しいシートを印刷したら、古いシートはすぐに裁断してください（ISO/IEC 21964 P-4 以上）。"
    ),
    "If it is lost or may have been seen, tell the person responsible at once.": (
        "紛失した場合や見られたおそれがある場合は、ただちに責任者へ報告してください。"
    ),
    "To tell this sheet from others": "シートの識別",
    "Office": "事務所",
    "Office id": "事務所ID",
    "Key epoch": "鍵の世代",
    "Fingerprint of the signing key": "署名鍵の確認値",
    "Written in by hand": "手書きの記入欄",
    "Kept at": "保管場所",
    "Kept by": "保管者",
    "Older sheet shredded on": "旧シートの裁断日",
    "Shredded by": "裁断した人",
}

DATES = {
    "Mon": "月",
    "Tue": "火",
    "Wed": "水",
    "Thu": "木",
    "Fri": "金",
    "Sat": "土",
    "Sun": "日",
    **{
        name: f"{number}月"
        for number, name in enumerate(
            ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"), 1
        )
    },
    "{weekday} {day} {month_name} {year}": "{month}月{day}日（{weekday}）",
    "{day} {month_name} {year}": "{year}年{month}月{day}日",
}

DATES_IN_FULL = {"{weekday} {day} {month_name} {year}": "{year}年{month}月{day}日（{weekday}）"}

DATES_WITH_ERA = {
    "{day} {month_name} {year}": "{year}年（{era}{era_year}年）{month}月{day}日",
    "{month_name} {year}": "{year}年（{era}{era_year}年）{month}月",
    "{day} {month_name} {year}, {time}": "{year}年（{era}{era_year}年）{month}月{day}日 {time}",
    "1": "元",
    "Reiwa": "令和",
    "Heisei": "平成",
    "Showa": "昭和",
}

JOBS = {
    "Installation": "新設",
    "Replacement": "交換",
    "Relocation": "移設",
    "Removal": "撤去",
    "Repair": "修理",
    "Cleaning": "洗浄",
    "Inspection": "点検",
    "New": "新設",
    "Removed": "撤去",
    "Serviced": "対象",
    "Pipe up to 4 m": "配管 4m まで",
    "Existing hole used": "既存の穴を使用",
    "Outdoor unit on the same floor": "室外機 同じ階",
    "Dedicated circuit present": "専用回路あり",
    "Evacuation": "真空引き",
    "Trial run and explanation": "試運転・説明",
    "Extra pipe": "配管延長",
    "Drilling": "穴あけ",
    "New dedicated circuit": "専用回路の新設",
    "Voltage change": "電圧変更",
    "Outlet change": "コンセント変更",
    "Breaker": "ブレーカー",
    "Decorative cover": "化粧カバー",
    "Bracket": "架台・金具",
    "Hidden pipe": "隠蔽配管",
    "Removal of the old unit": "旧機の撤去",
    "Recycling ticket": "家電リサイクル券",
    "What the customer reports": "お客様のお申し出",
}

WORK_ORDERS = {
    "Technician's copy": "作業員控",
    "Partner firm's copy": "協力会社控",
    "Customer's copy": "お客様控",
    "Office copy": "事務所控",
}

DISPOSAL = {
    "Verified as erased": "消去確認済み",
    "Verified with exceptions": "一部未確認あり",
    "Could not be verified": "確認できませんでした",
}

CUSTOMERS = {
    "Cash": "現金",
    "Bank transfer": "銀行振込",
    "Direct debit": "口座振替",
    "Card": "カード",
    "On invoice": "請求書払い",
}

WORK_SUBJECTS = {"Replacement of air conditioners": "エアコン交換工事"}

CAUTIONS = {
    "Phone before the visit": "訪問前に電話",
    "Visit at these times only": "訪問できる時間帯あり",
    "No parking at the site": "現地に駐車場なし",
    "Narrow road or parking": "道路・駐車場所が狭い",
    "Ring twice and wait": "呼び鈴は2回鳴らして待つ",
    "The doorbell does not work": "呼び鈴が鳴らない",
    "Stairs only, no lift": "階段のみ（エレベーターなし）",
    "Shoe covers and floor sheets": "上履き・床の養生が必要",
    "Dog or other pet in the house": "犬などのペットあり",
    "Quiet hours: somebody sleeps": "静かにする時間帯あり（就寝）",
    "Language to speak": "対応言語の指定あり",
    "Long ladder needed": "長いはしごが必要",
    "Tell the neighbours before work": "作業前に近隣へあいさつ",
    "Other": "その他",
}

SAMPLES = {
    "Erased in place; the file was rebuilt under a new key": (
        "値を上書き消去し、新しい鍵でファイルを作り直しました。"
    ),
    "A backup on the disk 'drawer' was not connected and may still hold the erased values.": (
        "引き出しのディスクのバックアップが接続されておらず、消去した値が残っている可能性があります。"
    ),
    "Recovery sheet no. 2 could still open a backup of epoch 6.": (
        "復旧用シート第2号で、第6世代のバックアップを開ける可能性があります。"
    ),
}

RESULT_PAPERS = {
    "Completion report": "作業完了報告書",
    "We have completed the following work.": "下記の作業が完了しましたのでご報告いたします。",
    "Work done": "作業内容",
    "Done on": "作業日時",
    "Site": "工事先",
    "Work items": "作業項目",
    "Asbestos survey": "石綿の事前調査",
    "No.": "番号",
    "Place": "設置場所",
    "Maker, model": "メーカー・型番",
    "Measured values": "測定値",
    "Quantity": "項目",
    "Unit {number}": "機器{number}",
    "difference {difference} K": "差 {difference} K",
    "Remark": "備考",
    "Checked": "確認事項",
    "Photos taken": "撮影した写真",
    "Until {date}": "{date}まで",
    "None agreed": "なし",
    "I have received the explanation and accept the work.": "説明を受け、作業の完了を確認しました。",
    "Work done by": "施工者",
    "In charge": "担当者",
    "Refrigerant log": "冷媒の充塡・回収の記録",
    "Printed {date}": "印刷日 {date}",
    "Owner of the units": "機器の管理者",
    "Owner's address": "管理者の住所",
    "Kind and number of products": "製品の種類と台数",
    "Air conditioners, {count}": "エアコンディショナー　{count}台",
    "Servicer: {name}": "整備者：{name}",
    "Handed on {date}: {kg} kg to {receiver}, {use}": "引渡し {date}：{kg} kg、{receiver}（{use}）",
    "{certificate} {number}, {date}": "{certificate} {number}（{date}）",
    "Presumed asbestos: only as work on asbestos": "みなし含有：石綿作業の措置をとること",
    "Charged and recovered by": "充塡・回収の実施者",
    "Charge from the works": "出荷時の充塡量",
    "Charge now (net)": "現在の充塡量（差引）",
    "Charged in all": "充塡量の合計",
    "Recovered in all": "回収量の合計",
    "not known": "不明",
    "No refrigerant has been charged or recovered.": "充塡・回収の記録はありません。",
    "Struck {date}: {reason}": "{date} 取消：{reason}",
    "Day": "年月日",
    "What": "区分",
    "Amount": "数量",
    "Net": "差引",
    "Occasion": "時期",
    "Done by": "作業者",
    "Certificate, job, note": "証明書・工事番号・備考",
    "Electrical-work ledger": "電気工事の帳簿",
    "{first} to {last}": "{first}～{last}",
    "Entries: {count}": "記入 {count}件",
    "Printed {date} by {name}": "印刷 {date}\u3000{name}",
    "Place of business": "営業所",
    "{day}\u3000Job no. {number}": "{day}\u3000工事番号 {number}",
    "Ordered by": "注文者",
    "Address": "住所",
    "Kind of electrical work": "電気工事の種類",
    "Place of the work": "施工場所",
    "Chief electrician": "主任電気工事士",
    "Workers": "作業者",
    "Wiring diagram": "配線図",
    "Result of the inspection": "検査結果",
    "Earthing": "接地抵抗",
    "Voltage": "電圧",
    "Note": "備考",
    "Worked on": "作業日",
    "month": "月",
    "day": "日",
    "from the old unit": "旧機から回収",
    "○ normal  × fault": "○ 正常\u3000× 異常",
    "〒{code}": "〒{code}",
    "FAX {fax}": "FAX {fax}",
    "Representative {name}": "代表者 {name}",
    "Registration no. {number}": "登録番号 {number}",
}

RESULTS = {
    "Normal": "異常なし",
    "Fault": "異常あり",
    "Does not apply": "該当なし",
    "Drain test done": "ドレン排水確認",
    "No noise or vibration": "異音・振動なし",
    "Remote control works": "リモコン動作",
    "Explained to the customer": "お客様へ説明済み",
    "Photo before": "施工前の写真",
    "Photo of hidden parts": "隠蔽部の写真",
    "Photo after": "施工後の写真",
    "Signed by the customer": "お客様の署名あり",
    "No asbestos": "石綿なし",
    "Asbestos found": "石綿あり",
    "min": "分",
    "Airtightness, pressure": "気密試験 圧力",
    "Airtightness, time": "気密試験 時間",
    "Vacuum, time": "真空引き 時間",
    "Vacuum, reached": "到達真空度",
    "Vacuum, held": "真空保持 時間",
    "Refrigerant added": "冷媒 追加充塡",
    "Refrigerant recovered": "冷媒 回収",
    "Insulation resistance": "絶縁抵抗",
    "Suction air": "吸込温度",
    "Outlet air": "吹出温度",
    "Running current": "運転電流",
}

REFRIGERANT = {
    "Charged": "充塡",
    "Recovered": "回収",
    "At installation": "設置時",
    "At servicing": "整備時",
    "At disposal": "廃棄時",
    "Wrong amount or day": "数量または日付の誤り",
    "Belongs to another unit": "別の機器の記録",
    "Entered twice": "二重の記入",
    "Was not done": "実施していない",
}

ELECTRICAL = {
    "Earth resistance": "接地抵抗",
    "Voltage": "電圧",
    "Good": "良",
    "Good after mending": "手直し後 良",
    "An inspector asks for it": "立入検査などで求められたため",
    "Filed at the place of business": "営業所に備え付けるため",
    "The office's own check": "事務所内の確認のため",
}

REMNANTS = {
    "Records that were kept name persons whose data was erased, in places where that does not belong.": (
        "消去した方の情報が、残した記録の本来あるべきでない箇所に残っています。"
    ),
    "{place}: {count}": "{place}：{count}件",
    "{place}: {count}, kept on purpose ({reason})": "{place}：{count}件（理由を付けて残したもの：{reason}）",
    "A law asks for it": "法令で保存が必要",
    "Cannot be changed in the program": "プログラムでは変更できない",
    "Records and notes of other customers": "ほかのお客様の記録・備考",
    "Audit log": "操作記録",
}

PAPERS = WORK_ORDER | CERTIFICATE | RECOVERY_SHEET | DATES | RESULT_PAPERS
"""Words of papers that mean the same on each of those which are drawn here."""

BY_CONTEXT: dict[str, dict[str, str]] = {
    **dict.fromkeys(
        (
            "Documents",
            "Access sheet",
            "Addresses",
            "Certificate",
            "Completion report",
            "Contact slip",
            "Copy frame",
            "Day sheet",
            "Electrical ledger",
            "Erasure answer",
            "Fax",
            "Handover ledger",
            "Incident letters",
            "Incident record",
            "Inspection",
            "Leak report",
            "Letterhead",
            "Medium record",
            "Partner check",
            "Printed list",
            "Provision record",
            "Refrigerant log",
            "Restore certificate",
            "Results sheet",
            "Rule text",
            "Signing",
            "Single",
            "Training record",
            "Violations record",
            "Work notice",
            "Work scope",
        ),
        PAPERS,
    ),
    "Documents, in full": DATES_IN_FULL,
    "Documents, with era": DATES_WITH_ERA,
    "Jobs": JOBS,
    "Work orders": WORK_ORDERS,
    "Disposal": DISPOSAL,
    "Retention": {"Office rule": "社内の決まり"},
    "Customers": CUSTOMERS,
    "Cautions": CAUTIONS,
    "Work subjects": WORK_SUBJECTS,
    "Results": RESULTS,
    "Refrigerant": REFRIGERANT,
    "Remnants": REMNANTS,
    "Electrical": ELECTRICAL,
    "Sites": {"Parking and carry-in": "駐車・搬入"},
    "Sample": SAMPLES,
}


def japanese(text: Phrase) -> str:
    """:data:`~hvacdesk.domain.text.wording.Words` of a reader of Japanese. Unknown phrases fail the test."""
    known = BY_CONTEXT.get(text.context, {})
    assert text.text in known, f"tests/unit/documents/japanese.py has no words for this: {text}"
    return known[text.text]
