<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>AboutTab</name>
    <message>
        <source>Version {number}</source>
        <translation>バージョン {number}</translation>
    </message>
    <message>
        <source>Front desk for a small air-conditioning contractor. Apache License 2.0.</source>
        <translation>小規模な空調工事店のための受付・事務プログラムです。Apache License 2.0。</translation>
    </message>
    <message>
        <source>Check an update file</source>
        <translation>更新ファイルを確認</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>このパソコン</translation>
    </message>
    <message>
        <source>Key store, printer, folders, free space and clock, in a table to read out on the phone.</source>
        <translation>鍵の保管場所・プリンター・フォルダー・空き容量・時計を調べ、電話で読み上げられる一覧にします。</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>このパソコンを点検</translation>
    </message>
    <message>
        <source>Built on</source>
        <translation>使用しているソフトウェア</translation>
    </message>
    <message>
        <source>Qt, SQLCipher, Python and other works, under licences that you may read here.</source>
        <translation>Qt、SQLCipher、Python などのソフトウェアを使っています。それぞれのライセンスをここで読めます。</translation>
    </message>
    <message>
        <source>Show the licences</source>
        <translation>ライセンスを表示</translation>
    </message>
    <message>
        <source>Update files ({names})</source>
        <translation>更新ファイル ({names})</translation>
    </message>
    <message>
        <source>Choose an update file</source>
        <translation>更新ファイルを選んでください</translation>
    </message>
    <message>
        <source>What only a real Windows shows, to try in ten minutes, with a report to hand on.</source>
        <translation>本物の Windows でしか分からないことを、十分ほどで試します。結果は報告書として渡せます。</translation>
    </message>
    <message>
        <source>First run on this Windows</source>
        <translation>この Windows での初回確認</translation>
    </message>
</context>
<context>
    <name>AbsenceForm</name>
    <message>
        <source>Enter days off</source>
        <translation>休みの登録</translation>
    </message>
    <message>
        <source>The whole office</source>
        <translation>事務所全体</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>From</source>
        <translation>から</translation>
    </message>
    <message>
        <source>To</source>
        <translation>まで</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
</context>
<context>
    <name>AcceptedForm</name>
    <message>
        <source>Estimate {number} is accepted</source>
        <translation>見積書{number}の受注</translation>
    </message>
    <message>
        <source>Record the contract</source>
        <translation>契約を記録</translation>
    </message>
    <message>
        <source>Day of the contract</source>
        <translation>契約日</translation>
    </message>
    <message>
        <source>How long its papers are kept is counted from it.</source>
        <translation>書類の保存期間はこの日から数えます。</translation>
    </message>
    <message>
        <source>Number on the contract</source>
        <translation>契約書番号</translation>
    </message>
    <message>
        <source>Collect {amount} on the day of the work</source>
        <translation>工事当日に{amount}を集金</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受注を記録</translation>
    </message>
</context>
<context>
    <name>Access</name>
    <message>
        <source>Many reveals within an hour</source>
        <translation>1時間に多数の表示</translation>
    </message>
    <message>
        <source>Reveals, prints or exports at night</source>
        <translation>夜間の表示・印刷・書き出し</translation>
    </message>
    <message>
        <source>Reveals, prints or exports on a day off</source>
        <translation>休日の表示・印刷・書き出し</translation>
    </message>
    <message>
        <source>Reveals of customers without any job</source>
        <translation>工事のないお客様の表示</translation>
    </message>
    <message>
        <source>Prints for customers without any job</source>
        <translation>工事のないお客様の印刷</translation>
    </message>
    <message>
        <source>Many searches by a whole hidden value on one day</source>
        <translation>1日に多数の完全一致検索</translation>
    </message>
    <message>
        <source>A list of customers or invoices exported</source>
        <translation>お客様一覧・請求書一覧の書き出し</translation>
    </message>
</context>
<context>
    <name>Access sheet</name>
    <message>
        <source>Printed {date}</source>
        <translation>印刷日 {date}</translation>
    </message>
    <message>
        <source>What</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様番号</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
</context>
<context>
    <name>AccessTab</name>
    <message>
        <source>Access history</source>
        <translation>閲覧の履歴</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Nobody looked yet</source>
        <translation>まだ誰も閲覧していません</translation>
    </message>
    <message>
        <source>Every look and change is listed here.</source>
        <translation>閲覧と変更はすべてここに記録されます。</translation>
    </message>
</context>
<context>
    <name>AccessView</name>
    <message>
        <source>Reading the log</source>
        <translation>操作記録を読んでいます</translation>
    </message>
    <message>
        <source>Nothing unusual</source>
        <translation>通常と異なる点はありません</translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>通常と異なる点</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>担当者別</translation>
    </message>
    <message>
        <source>Nobody looked at anything</source>
        <translation>表示・印刷・書き出しはありません</translation>
    </message>
    <message>
        <source>By customer</source>
        <translation>お客様別</translation>
    </message>
    <message>
        <source>Nobody was looked at</source>
        <translation>表示・印刷されたお客様はいません</translation>
    </message>
    <message>
        <source>Sign the sheet all the same.</source>
        <translation>この場合も、点検表の確認は必要です。</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation>点検表を印刷</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>確認する</translation>
    </message>
    <message>
        <source>{month} (signed)</source>
        <translation>{month}（確認済み）</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>Signed by {who} on {day}. The log&apos;s chain ended with entry {entry}, {hash}.</source>
        <translation>{who}が{day}に確認しました。その時点の操作記録の末尾は {entry}番、{hash} です。</translation>
    </message>
    <message>
        <source>Nobody else could have signed it.</source>
        <translation>ほかに確認できる責任者はいませんでした。</translation>
    </message>
    <message>
        <source>still running</source>
        <translation>期間中</translation>
    </message>
    <message>
        <source>The month can be signed after its last day.</source>
        <translation>月が終わると確認できます。</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Ask about what is unusual, then sign. Unusual is not wrong.</source>
        <translation>通常と異なる点を本人に尋ねてから確認してください。不正とは限りません。</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Access review {month}</source>
        <translation>閲覧点検表 {month}</translation>
    </message>
</context>
<context>
    <name>AccountsTab</name>
    <message>
        <source>Each person logs in under their own name, so that the log can tell who did what.</source>
        <translation>誰が何をしたかを操作記録に残すため、一人ひとり自分の名前でログインします。</translation>
    </message>
    <message>
        <source>Change roles</source>
        <translation>役割を変更</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>招待</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>氏名を変更</translation>
    </message>
    <message>
        <source>Reset passphrase</source>
        <translation>パスフレーズを再設定</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Another person responsible can remove you.</source>
        <translation>ご自身の削除は、ほかの責任者が行います。</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>退職</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>招待中</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>利用中</translation>
    </message>
</context>
<context>
    <name>AddCustomerForm</name>
    <message>
        <source>Add a customer concerned</source>
        <translation>対象のお客様を追加</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>お客様番号</translation>
    </message>
    <message>
        <source>Which of their data</source>
        <translation>対象の項目</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>AddToReportForm</name>
    <message>
        <source>Add papers to {number}</source>
        <translation>{number}に書類を追加</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>書類</translation>
    </message>
</context>
<context>
    <name>AddressFields</name>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Prefecture</source>
        <translation>都道府県</translation>
    </message>
    <message>
        <source>City or ward</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>町名</translation>
    </message>
    <message>
        <source>Block and number</source>
        <translation>番地</translation>
    </message>
    <message>
        <source>Building and room</source>
        <translation>建物名・部屋番号</translation>
    </message>
    <message>
        <source>This postal code is not in Japan Post&apos;s list. Type the address; it is kept.</source>
        <translation>日本郵便の一覧にない郵便番号です。住所を入力すれば、このまま登録できます。</translation>
    </message>
    <message>
        <source>The postal code belongs to {place}. What you typed was left.</source>
        <translation>この郵便番号は{place}です。入力済みの住所は変えていません。</translation>
    </message>
    <message>
        <source>Take {place}</source>
        <translation>{place}に置き換える</translation>
    </message>
    <message>
        <source>Towns of this postal code</source>
        <translation>この郵便番号の町名</translation>
    </message>
</context>
<context>
    <name>Addresses</name>
    <message>
        <source>〒{code}</source>
        <translation>〒{code}</translation>
    </message>
    <message>
        <source>Private and confidential</source>
        <translation>親展</translation>
    </message>
</context>
<context>
    <name>AheadDoubt</name>
    <message>
        <source>{day} is still to come. Record it?</source>
        <translation>{day}はまだ先の日付です。記録しますか？</translation>
    </message>
    <message>
        <source>An event has the day on which it happened; how long data is kept is counted from it. Only a document that bears a later date is recorded ahead.</source>
        <translation>経過には実際にあった日を記録します。データの保存期間はこの日から数えます。先の日付を記録するのは、書類にその日付が書かれている場合だけです。</translation>
    </message>
    <message>
        <source>Change the day</source>
        <translation>日付を直す</translation>
    </message>
    <message>
        <source>Record it with this day</source>
        <translation>この日付で記録する</translation>
    </message>
</context>
<context>
    <name>AnchorQuestion</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Do this when you know why: for example, the file was put back from a copy, or a note was lost with the computer&apos;s key store. What is gone from the log does not come back. That you answered for it is signed and stays in the log.</source>
        <translation>理由が分かっているときに使います。例えば、以前のファイルを戻した、パソコンの鍵の保管庫とともに末尾の控えを失った、などです。操作記録から失われたものは戻りません。確認した人の名前は、署名付きで操作記録に残ります。</translation>
    </message>
    <message>
        <source>Note the audit log&apos;s end again?</source>
        <translation>操作記録の末尾を記録し直しますか？</translation>
    </message>
    <message>
        <source>Note it again</source>
        <translation>記録し直す</translation>
    </message>
</context>
<context>
    <name>AnotherReview</name>
    <message>
        <source>The review of {month} is done</source>
        <translation>{month}の廃棄点検は済んでいます</translation>
    </message>
    <message>
        <source>Review {number} was carried out and has certificate {certificate}.</source>
        <translation>廃棄点検 {number} は実施済みで、廃棄・消去証明書は {certificate} です。</translation>
    </message>
    <message>
        <source>Another review of this month gets a number and a certificate of its own.</source>
        <translation>同じ月にもう一度点検すると、別の番号と別の証明書になります。</translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>{number} を開く</translation>
    </message>
    <message>
        <source>Begin another review</source>
        <translation>もう一度点検する</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>Answer letter</name>
    <message>
        <source>Answer to a request for disclosure</source>
        <translation>開示請求への回答書</translation>
    </message>
    <message>
        <source>Answer to a request for correction</source>
        <translation>訂正請求への回答書</translation>
    </message>
    <message>
        <source>Answer to a request for suspension of use</source>
        <translation>利用停止請求への回答書</translation>
    </message>
    <message>
        <source>Answer to a request for erasure</source>
        <translation>消去請求への回答書</translation>
    </message>
    <message>
        <source>Answer to a request for the purpose of use</source>
        <translation>利用目的の通知の求めへの回答書</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>第{number}号</translation>
    </message>
    <message>
        <source>You asked us about your personal data. This is our answer.</source>
        <translation>ご請求いただいた個人情報の取り扱いについて、次のとおりご回答いたします。</translation>
    </message>
    <message>
        <source>Your request</source>
        <translation>ご請求の内容</translation>
    </message>
    <message>
        <source>What you asked for</source>
        <translation>ご請求の種類</translation>
    </message>
    <message>
        <source>By</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>受付日</translation>
    </message>
    <message>
        <source>Identity confirmed by</source>
        <translation>ご本人の確認方法</translation>
    </message>
    <message>
        <source>Our answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Complaints and questions</source>
        <translation>苦情・お問い合わせの窓口</translation>
    </message>
    <message>
        <source>We do not comply with your request.</source>
        <translation>誠に恐れ入りますが、ご請求には応じかねます。</translation>
    </message>
    <message>
        <source>We disclose what we hold; it is enclosed.</source>
        <translation>当社が保有する個人情報を、別紙のとおり開示いたします。</translation>
    </message>
    <message>
        <source>We have corrected what you pointed out.</source>
        <translation>ご指摘のとおり訂正いたしました。</translation>
    </message>
    <message>
        <source>We no longer use your data from {date}: it is locked and shown to nobody.</source>
        <translation>{date}から利用を停止いたしました。記録を閲覧できないよう制限しました。</translation>
    </message>
    <message>
        <source>We tell you what we use your data for; it is enclosed.</source>
        <translation>利用目的を、別紙のとおりお知らせいたします。</translation>
    </message>
    <message>
        <source>We disclose a part of what we hold; it is enclosed.</source>
        <translation>保有する個人情報の一部を、別紙のとおり開示いたします。</translation>
    </message>
    <message>
        <source>We have corrected a part of what you pointed out.</source>
        <translation>ご指摘の一部を訂正いたしました。</translation>
    </message>
    <message>
        <source>From {date} we use your data only as laws require.</source>
        <translation>{date}から、法令で必要な場合を除いて利用を停止いたしました。</translation>
    </message>
    <message>
        <source>We tell you a part of what we use your data for.</source>
        <translation>利用目的の一部をお知らせいたします。</translation>
    </message>
    <message>
        <source>The enclosed paper says what it includes.</source>
        <translation>内容は同封の書面のとおりです。</translation>
    </message>
    <message>
        <source>The suspension was lifted on {date}.</source>
        <translation>この利用停止は{date}に解除いたしました。</translation>
    </message>
    <message>
        <source>Answer to a request to end provision to third parties</source>
        <translation>第三者提供停止請求への回答書</translation>
    </message>
    <message>
        <source>The stop of provision was lifted on {date}.</source>
        <translation>この第三者提供の停止は{date}に解除しました。</translation>
    </message>
    <message>
        <source>From {date} we no longer provide your data to third parties.</source>
        <translation>{date}をもって、お客様の個人データの第三者への提供を停止しました。</translation>
    </message>
    <message>
        <source>From {date} we provide your data to third parties only as laws require.</source>
        <translation>{date}をもって、法令で必要な場合を除き、お客様の個人データの第三者への提供を停止しました。</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Answer to the customer {number}</source>
        <translation>お客様番号{number}への回答</translation>
    </message>
    <message>
        <source>As it shall stand on the letter, with honorific. It is kept nowhere; empty for a line.</source>
        <translation>回答書に載せる宛名を敬称まで入力します。どこにも保存されません。空欄にすると記入用の線を印刷します。</translation>
    </message>
    <message>
        <source>Name on the letter</source>
        <translation>宛名</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>作成しています</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>Answer the request</source>
        <translation>ご請求に回答する</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>回答の内容</translation>
    </message>
    <message>
        <source>How the answer reaches them</source>
        <translation>回答の届け方</translation>
    </message>
    <message>
        <source>What the letter says besides</source>
        <translation>回答書に書き添えること</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>{law} ({source}, as of {as_of}). Have a professional confirm it.</source>
        <translation>{law}（{source}、{as_of}時点）。専門家に確認してください。</translation>
    </message>
    <message>
        <source>Saving locks the record at once: masked for everybody, nothing changed or printed but what laws require, until it is lifted.</source>
        <translation>保存するとすぐに、記録を閲覧できないよう制限します。解除するまで全員に伏せ字で表示し、法令で必要なもののほかは変更も印刷もできません。</translation>
    </message>
    <message>
        <source>Saving stops it at once: no data of this customer goes to another firm for its own use until the stop is lifted. What is entrusted for a job goes on.</source>
        <translation>保存するとすぐに停止します。解除するまで、このお客様の情報は、他社がその会社の目的で使うためには提供できません。工事の委託に必要な情報は、これまでどおり渡せます。</translation>
    </message>
</context>
<context>
    <name>ApprovalStep</name>
    <message>
        <source>Approval</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Customers of the proposal</source>
        <translation>申請されたお客様</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) proposed to be destroyed by {name}</source>
        <translation>
            <numerusform>{name}さんがお客様%Ln件の廃棄を申請しました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) proposed to be reduced to the ledger</source>
        <translation>
            <numerusform>帳簿項目だけ残すお客様：%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>You may stop here: the batch waits for its approver. Nothing has been destroyed yet.</source>
        <translation>ここで中断できます。廃棄点検は承認待ちのまま残ります。まだ何も廃棄されていません。</translation>
    </message>
    <message>
        <source>Approve here: the other person chooses their name and types their passphrase.</source>
        <translation>この画面で承認できます。承認する人が自分の名前を選び、パスフレーズを入力してください。</translation>
    </message>
    <message>
        <source>Approver&apos;s passphrase</source>
        <translation>承認者のパスフレーズ</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>承認者</translation>
    </message>
    <message>
        <source>Approve disposal</source>
        <translation>廃棄を承認</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>差し戻す</translation>
    </message>
    <message>
        <source>Checking the passphrase</source>
        <translation>パスフレーズを確認しています</translation>
    </message>
    <message>
        <source>You may approve this batch. Look at the list first; Enter says why.</source>
        <translation>この廃棄点検を承認できます。先に一覧を確認してください（Enterで理由を表示）。</translation>
    </message>
    <message>
        <source>Nobody else here may approve. Confirm again yourself on a later day; the certificate says so.</source>
        <translation>ほかに承認できる人がいません。後日、ご自身でもう一度確認してください。その旨は証明書に記載されます。</translation>
    </message>
    <message>
        <source>Confirm alone</source>
        <translation>一人で確認する</translation>
    </message>
</context>
<context>
    <name>AssessForm</name>
    <message>
        <source>Has {number} to be reported?</source>
        <translation>{number} の報告の要否</translation>
    </message>
    <message>
        <source>“Possible” counts, and “not known” counts as possible.</source>
        <translation>「おそれ」も該当します。「分からない」は、おそれがあるものとして扱います。</translation>
    </message>
    <message>
        <source>Is the same data still there elsewhere, for example in a backup?</source>
        <translation>同じ情報がバックアップなど他の場所に残っていますか</translation>
    </message>
    <message>
        <source>The client that entrusted the data, if any</source>
        <translation>情報を預けた委託元（あれば）</translation>
    </message>
    <message>
        <source>A client (元請) is told first; then the client reports. {source}</source>
        <translation>元請など委託元へ先に通知すれば、委託元が報告します。{source}</translation>
    </message>
    <message>
        <source>The client was told on</source>
        <translation>委託元へ通知した日</translation>
    </message>
    <message>
        <source>The facts suggest it: think it over.</source>
        <translation>事実から該当の可能性があります。よく確認してください。</translation>
    </message>
    <message>
        <source>Was all of the data encrypted, strongly?</source>
        <translation>情報はすべて高度に暗号化されていましたか</translation>
    </message>
    <message>
        <source>Were passphrase, key and recovery sheet kept elsewhere?</source>
        <translation>パスフレーズ・鍵・復旧用シートは別の場所にありましたか</translation>
    </message>
    <message>
        <source>Was the computer off or locked, and its passphrase known to nobody else?</source>
        <translation>電源が切れているかロックされ、パスフレーズを他に知る人はいませんでしたか</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>Is it of no use to whoever finds it, for example because it was replaced?</source>
        <translation>拾った人がいても使えませんか（交換済みなど）</translation>
    </message>
    <message>
        <source>If not, somebody may have read it, and it is judged as a leak.</source>
        <translation>「はい」でなければ、読まれたおそれがあるため、漏えいとして判定します。</translation>
    </message>
    <message>
        <source>How many people can it be at the most?</source>
        <translation>最大で何人になりますか</translation>
    </message>
    <message>
        <source>Left empty, every customer counts: {count}. {source}</source>
        <translation>空欄のときは、登録されているお客様全員（{count}人）で判定します。{source}</translation>
    </message>
    <message>
        <source>Was it destroyed so that nobody can have read it, for example shredded?</source>
        <translation>誰にも読めない形で処分しましたか（裁断・溶解・焼却など）</translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message>
        <source>Needs attention</source>
        <translation>対応が必要</translation>
    </message>
    <message>
        <source>Nothing: every paper is back, nothing waits for you.</source>
        <translation>ありません。控えはすべて戻り、お待たせしているものはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n more overdue paper(s)</source>
        <translation>
            <numerusform>ほかに期限超過の書類%Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more dated task(s)</source>
        <translation>
            <numerusform>ほかに期日のある業務 %Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>due back {day}</source>
        <translation>返却期限 {day}</translation>
    </message>
    <message>
        <source>Overdue: {due}</source>
        <translation>期限超過：{due}</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) registered, perhaps never printed</source>
        <translation>
            <numerusform>印刷されていないかもしれない書類 %Ln枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Look into the printer&apos;s tray and say what came out.</source>
        <translation>プリンターを見て、出てきたかどうかを登録してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n more recurring job(s) to book</source>
        <translation>
            <numerusform>ほかに未予約の定期作業%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>Recurring work due {day}</source>
        <translation>定期作業 {day}まで</translation>
    </message>
    <message>
        <source>Lost paper {number}</source>
        <translation>紛失した書類 {number}</translation>
    </message>
    <message>
        <source>Nobody responsible has looked at it yet.</source>
        <translation>責任者がまだ確認していません。</translation>
    </message>
    <message>
        <source>Disposal {month}</source>
        <translation>廃棄 {month}</translation>
    </message>
    <message>
        <source>Disposal review of {month}</source>
        <translation>{month}の廃棄点検</translation>
    </message>
    <message>
        <source>Once a month, look at whose data is no longer needed.</source>
        <translation>月に一度、保存の必要がなくなったお客様の情報を確認します。</translation>
    </message>
    <message>
        <source>Certificate {number}</source>
        <translation>証明書 {number}</translation>
    </message>
    <message>
        <source>Not printed and signed yet.</source>
        <translation>まだ印刷・署名されていません。</translation>
    </message>
    <message numerus="yes">
        <source>Rules or training overdue: %n person(s)</source>
        <translation>
            <numerusform>決まりの確認・研修が期限切れの人：%Ln人</numerusform>
        </translation>
    </message>
    <message>
        <source>They cannot show hidden values or export until it is done.</source>
        <translation>済むまで、伏せ字の表示と書き出しができません。</translation>
    </message>
    <message numerus="yes">
        <source>Office rules: %n text(s) to put in force</source>
        <translation>
            <numerusform>社内の決まり：まだ施行していない文書が%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>The program proposes them; they bind nobody until you put them in force.</source>
        <translation>プログラムからの案です。施行するまでは誰にも適用されません。</translation>
    </message>
    <message>
        <source>Incident {number}</source>
        <translation>事案 {number}</translation>
    </message>
    <message>
        <source>Erasure on request</source>
        <translation>ご請求による消去</translation>
    </message>
    <message>
        <source>Paper {number} was found again</source>
        <translation>書類{number}が見つかりました</translation>
    </message>
    <message>
        <source>{day}: decide in its incident what follows</source>
        <translation>{day}&#x3000;事案で今後の対応を決めてください</translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) due this month</source>
        <translation>
            <numerusform>今月のご案内&#x3000;%Ln 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>On the phone with the customer</source>
        <translation>お客様との電話</translation>
    </message>
    <message>
        <source>Today&apos;s job</source>
        <translation>本日の工事</translation>
    </message>
    <message>
        <source>Booking a job</source>
        <translation>工事の受付</translation>
    </message>
    <message>
        <source>Correcting the record</source>
        <translation>登録内容の訂正</translation>
    </message>
    <message>
        <source>Addressing a document</source>
        <translation>書類の宛名</translation>
    </message>
    <message>
        <source>Handling a complaint</source>
        <translation>苦情への対応</translation>
    </message>
    <message>
        <source>The customer asked</source>
        <translation>開示等のご請求への対応</translation>
    </message>
    <message>
        <source>Office set up</source>
        <translation>事務所の初期設定</translation>
    </message>
    <message>
        <source>Office settings changed</source>
        <translation>事務所の設定を変更</translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation>ログイン</translation>
    </message>
    <message>
        <source>Failed logins before this one</source>
        <translation>直前のログイン失敗</translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation>ログアウト</translation>
    </message>
    <message>
        <source>Screen locked</source>
        <translation>画面ロック</translation>
    </message>
    <message>
        <source>Screen unlocked</source>
        <translation>画面ロックを解除</translation>
    </message>
    <message>
        <source>Staff member invited</source>
        <translation>担当者を招待</translation>
    </message>
    <message>
        <source>Account changed</source>
        <translation>担当者の情報を変更</translation>
    </message>
    <message>
        <source>Account removed</source>
        <translation>アカウントを削除</translation>
    </message>
    <message>
        <source>Passphrase reset</source>
        <translation>パスフレーズを再設定</translation>
    </message>
    <message>
        <source>Passphrase changed</source>
        <translation>パスフレーズを変更</translation>
    </message>
    <message>
        <source>Customer registered</source>
        <translation>お客様を登録</translation>
    </message>
    <message>
        <source>Customer changed</source>
        <translation>お客様の情報を変更</translation>
    </message>
    <message>
        <source>Contact added</source>
        <translation>先方担当者を追加</translation>
    </message>
    <message>
        <source>Contact changed</source>
        <translation>先方担当者を変更</translation>
    </message>
    <message>
        <source>Contact removed</source>
        <translation>先方担当者を削除</translation>
    </message>
    <message>
        <source>Customers merged</source>
        <translation>お客様の登録を統合</translation>
    </message>
    <message>
        <source>Merge undone</source>
        <translation>統合を取り消し</translation>
    </message>
    <message>
        <source>Hidden value shown</source>
        <translation>伏せ字を表示</translation>
    </message>
    <message>
        <source>Shown to tell of a leak</source>
        <translation>漏えい等の連絡のため表示</translation>
    </message>
    <message>
        <source>Searched by a whole hidden value</source>
        <translation>伏せ字の項目を完全一致で検索</translation>
    </message>
    <message>
        <source>Number allowed: not a card or My Number</source>
        <translation>カード番号・マイナンバーではないと確認</translation>
    </message>
    <message>
        <source>Customer list imported</source>
        <translation>お客様一覧を取り込み</translation>
    </message>
    <message>
        <source>Import undone</source>
        <translation>取り込みを取り消し</translation>
    </message>
    <message>
        <source>Customer list exported</source>
        <translation>お客様一覧を書き出し</translation>
    </message>
    <message>
        <source>Call noted</source>
        <translation>電話メモを記入</translation>
    </message>
    <message>
        <source>Call note changed</source>
        <translation>電話メモを変更</translation>
    </message>
    <message>
        <source>Call note closed</source>
        <translation>電話メモを対応済みに</translation>
    </message>
    <message>
        <source>Call note opened again</source>
        <translation>電話メモを未対応に戻す</translation>
    </message>
    <message>
        <source>Site registered</source>
        <translation>工事先を登録</translation>
    </message>
    <message>
        <source>Site changed</source>
        <translation>工事先を変更</translation>
    </message>
    <message>
        <source>Unit registered</source>
        <translation>機器を登録</translation>
    </message>
    <message>
        <source>Unit changed</source>
        <translation>機器を変更</translation>
    </message>
    <message>
        <source>Job booked</source>
        <translation>工事を受付</translation>
    </message>
    <message>
        <source>Job changed</source>
        <translation>工事の内容を変更</translation>
    </message>
    <message>
        <source>Change undone</source>
        <translation>変更の取り消し</translation>
    </message>
    <message>
        <source>Job state changed</source>
        <translation>工事の状態を変更</translation>
    </message>
    <message>
        <source>Job event recorded</source>
        <translation>工事の経過を記録</translation>
    </message>
    <message>
        <source>Results recorded</source>
        <translation>作業結果を記録</translation>
    </message>
    <message>
        <source>Asbestos survey recorded</source>
        <translation>石綿の事前調査を記録</translation>
    </message>
    <message>
        <source>Refrigerant logged</source>
        <translation>冷媒の充塡・回収を記録</translation>
    </message>
    <message>
        <source>Refrigerant entry struck</source>
        <translation>冷媒の記録を取り消し</translation>
    </message>
    <message>
        <source>Entered in the electrical-work ledger</source>
        <translation>電気工事の帳簿に記入</translation>
    </message>
    <message>
        <source>Electrical-work ledger printed</source>
        <translation>電気工事の帳簿を印刷</translation>
    </message>
    <message>
        <source>Day off entered</source>
        <translation>休みを登録</translation>
    </message>
    <message>
        <source>Day off removed</source>
        <translation>休みを削除</translation>
    </message>
    <message>
        <source>Disposal ledger saved as a file</source>
        <translation>廃棄台帳をファイルに保存</translation>
    </message>
    <message>
        <source>Noted how papers were destroyed</source>
        <translation>紙の廃棄方法を記録</translation>
    </message>
    <message>
        <source>Medium registered</source>
        <translation>媒体を登録</translation>
    </message>
    <message>
        <source>Medium corrected</source>
        <translation>媒体の登録を訂正</translation>
    </message>
    <message>
        <source>Medium sanitized</source>
        <translation>媒体を消去・廃棄</translation>
    </message>
    <message>
        <source>Price list changed</source>
        <translation>単価表を変更</translation>
    </message>
    <message>
        <source>Estimate drafted</source>
        <translation>見積書の下書きを作成</translation>
    </message>
    <message>
        <source>Estimate changed</source>
        <translation>見積書の下書きを変更</translation>
    </message>
    <message>
        <source>Estimate issued</source>
        <translation>見積書を発行</translation>
    </message>
    <message>
        <source>Answer to an estimate recorded</source>
        <translation>見積の回答を記録</translation>
    </message>
    <message>
        <source>Invoice drafted</source>
        <translation>請求書の下書き作成</translation>
    </message>
    <message>
        <source>Draft of an invoice changed</source>
        <translation>請求書の下書き変更</translation>
    </message>
    <message>
        <source>Draft of an invoice deleted</source>
        <translation>請求書の下書き削除</translation>
    </message>
    <message>
        <source>Invoice issued</source>
        <translation>請求書の発行</translation>
    </message>
    <message>
        <source>State of an invoice changed</source>
        <translation>請求書の状態変更</translation>
    </message>
    <message>
        <source>Invoice shown</source>
        <translation>請求書の表示</translation>
    </message>
    <message>
        <source>Index of invoices saved as a file</source>
        <translation>請求書の索引をファイルに保存</translation>
    </message>
    <message>
        <source>Billing settings changed</source>
        <translation>請求の設定変更</translation>
    </message>
    <message>
        <source>Payment terms of a customer changed</source>
        <translation>お客様の支払条件の変更</translation>
    </message>
    <message>
        <source>Recurring work entered</source>
        <translation>定期作業を登録</translation>
    </message>
    <message>
        <source>Recurring work changed</source>
        <translation>定期作業を変更</translation>
    </message>
    <message>
        <source>Work order issued</source>
        <translation>作業指示書を発行</translation>
    </message>
    <message>
        <source>Work order printed</source>
        <translation>作業指示書を印刷</translation>
    </message>
    <message>
        <source>Copy registered</source>
        <translation>控えの返却などを登録</translation>
    </message>
    <message>
        <source>Paper registered</source>
        <translation>書類の登録</translation>
    </message>
    <message>
        <source>Paper printed</source>
        <translation>書類の印刷</translation>
    </message>
    <message>
        <source>Paper&apos;s whereabouts registered</source>
        <translation>書類の所在を登録</translation>
    </message>
    <message>
        <source>Cabinet changed</source>
        <translation>キャビネットの変更</translation>
    </message>
    <message>
        <source>Paper layout changed</source>
        <translation>印刷の体裁の変更</translation>
    </message>
    <message>
        <source>Disposal put on hold</source>
        <translation>廃棄を保留</translation>
    </message>
    <message>
        <source>Hold lifted</source>
        <translation>廃棄の保留を解除</translation>
    </message>
    <message>
        <source>Disposal proposed</source>
        <translation>廃棄を申請</translation>
    </message>
    <message>
        <source>Disposal approved</source>
        <translation>廃棄を承認</translation>
    </message>
    <message>
        <source>Disposal sent back</source>
        <translation>廃棄の申請を差し戻し</translation>
    </message>
    <message>
        <source>Destruction started</source>
        <translation>廃棄を開始</translation>
    </message>
    <message>
        <source>Destruction finished</source>
        <translation>廃棄を完了</translation>
    </message>
    <message>
        <source>Certificate printed</source>
        <translation>廃棄・消去証明書を印刷</translation>
    </message>
    <message>
        <source>Keys renewed</source>
        <translation>鍵を更新</translation>
    </message>
    <message>
        <source>Former keys discarded</source>
        <translation>以前の鍵を破棄</translation>
    </message>
    <message>
        <source>Recovery sheet renewed</source>
        <translation>復旧用シートを更新</translation>
    </message>
    <message>
        <source>Recovery sheet shredded</source>
        <translation>復旧用シートを裁断</translation>
    </message>
    <message>
        <source>Opened with the recovery sheet</source>
        <translation>復旧用シートで開く</translation>
    </message>
    <message>
        <source>Computer login invited</source>
        <translation>パソコンのログインの登録を許可</translation>
    </message>
    <message>
        <source>Computer login enrolled</source>
        <translation>パソコンのログインを登録</translation>
    </message>
    <message>
        <source>Computer login withdrawn</source>
        <translation>パソコンのログインの登録を解除</translation>
    </message>
    <message>
        <source>Backup folder added</source>
        <translation>バックアップ先を追加</translation>
    </message>
    <message>
        <source>Backup folder removed</source>
        <translation>バックアップ先を削除</translation>
    </message>
    <message>
        <source>Backup taken</source>
        <translation>バックアップを作成</translation>
    </message>
    <message>
        <source>Backup failed</source>
        <translation>バックアップに失敗</translation>
    </message>
    <message>
        <source>Backup restored</source>
        <translation>バックアップから復元</translation>
    </message>
    <message>
        <source>Disposals repeated after a restore</source>
        <translation>復元後に廃棄をやり直し</translation>
    </message>
    <message>
        <source>Set-aside office removed</source>
        <translation>退避した以前のデータを削除</translation>
    </message>
    <message>
        <source>Something that this program does not log</source>
        <translation>このプログラムが記録しないもの</translation>
    </message>
    <message>
        <source>Damage found</source>
        <translation>破損を検出</translation>
    </message>
    <message>
        <source>Purposes notice did not come out</source>
        <translation>「個人情報の取り扱いについて」が印刷されなかった</translation>
    </message>
    <message>
        <source>Backup drill noted</source>
        <translation>バックアップの復元訓練を記録</translation>
    </message>
    <message>
        <source>Calendar of duties saved</source>
        <translation>期日一覧をファイルに保存</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>廃棄点検</translation>
    </message>
    <message>
        <source>Call note</source>
        <translation>電話メモ</translation>
    </message>
    <message>
        <source>Cabinet</source>
        <translation>キャビネット</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事案</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工事</translation>
    </message>
    <message>
        <source>Computer login</source>
        <translation>パソコンのログイン</translation>
    </message>
    <message>
        <source>Backup folder</source>
        <translation>バックアップ先</translation>
    </message>
    <message>
        <source>Price list position</source>
        <translation>単価表の項目</translation>
    </message>
    <message>
        <source>Backup drill</source>
        <translation>バックアップの復元訓練</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>見積書</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>請求書</translation>
    </message>
    <message>
        <source>Recurring work</source>
        <translation>定期作業</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>復旧用シート</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>工事先</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>機器</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>By</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Call notes without a customer</source>
        <translation>登録のないお客様の電話メモ</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Unusual values confirmed</source>
        <translation>通常と異なる値の確認</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>控え</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>期日のある業務</translation>
    </message>
    <message>
        <source>Dropped out</source>
        <translation>対象外</translation>
    </message>
    <message>
        <source>Log entries lost</source>
        <translation>失われた操作記録の件数</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>鍵の世代</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>鍵の世代</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>失敗の理由</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Log frames</source>
        <translation>ログフレーム</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>該当</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Backups left there</source>
        <translation>残したバックアップ</translation>
    </message>
    <message>
        <source>Ledger lines</source>
        <translation>廃棄台帳の行</translation>
    </message>
    <message>
        <source>Lost copies</source>
        <translation>紛失した控え</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>Kind of paper</source>
        <translation>書類の種類</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>Kinds of copy</source>
        <translation>控えの種類</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Refrigerant</source>
        <translation>冷媒</translation>
    </message>
    <message>
        <source>Backups removed</source>
        <translation>削除したバックアップ</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Shredded</source>
        <translation>裁断した控え</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>回数</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>機器</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Values sought</source>
        <translation>探索した値</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Waiting days</source>
        <translation>待機日数</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>passphrase</source>
        <translation>パスフレーズ</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>暗証番号</translation>
    </message>
    <message>
        <source>the key file</source>
        <translation>鍵ファイル</translation>
    </message>
    <message>
        <source>minutes until the curtain</source>
        <translation>目隠しまでの時間</translation>
    </message>
    <message>
        <source>minutes until the lock</source>
        <translation>画面ロックまでの時間</translation>
    </message>
    <message>
        <source>waiting days before destruction</source>
        <translation>廃棄までの待機日数</translation>
    </message>
    <message>
        <source>working hours</source>
        <translation>営業時間</translation>
    </message>
    <message>
        <source>phones</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>payment method</source>
        <translation>お支払い方法</translation>
    </message>
    <message>
        <source>cautions</source>
        <translation>注意事項</translation>
    </message>
    <message>
        <source>family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>kana of the family name</source>
        <translation>姓のフリガナ</translation>
    </message>
    <message>
        <source>kana of the given name</source>
        <translation>名のフリガナ</translation>
    </message>
    <message>
        <source>postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>prefecture</source>
        <translation>都道府県</translation>
    </message>
    <message>
        <source>city</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>town</source>
        <translation>町名</translation>
    </message>
    <message>
        <source>block and number</source>
        <translation>番地</translation>
    </message>
    <message>
        <source>building</source>
        <translation>建物名</translation>
    </message>
    <message>
        <source>department</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>day of registering</source>
        <translation>登録日</translation>
    </message>
    <message>
        <source>last contact</source>
        <translation>最終連絡</translation>
    </message>
    <message>
        <source>caller check</source>
        <translation>電話の相手の確認</translation>
    </message>
    <message>
        <source>which customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>likely duplicate</source>
        <translation>重複の候補</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>用件</translation>
    </message>
    <message>
        <source>text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>for whom</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>call back by</source>
        <translation>折り返し期限</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>至急</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>法人・団体名</translation>
    </message>
    <message>
        <source>organisation&apos;s kana</source>
        <translation>法人・団体名のフリガナ</translation>
    </message>
    <message>
        <source>Customer asked for erasure</source>
        <translation>お客様から消去の請求</translation>
    </message>
    <message>
        <source>Request for erasure taken back</source>
        <translation>消去の請求の取り下げ</translation>
    </message>
    <message>
        <source>Office&apos;s retention rule set</source>
        <translation>事務所の保存期間の決まりを設定</translation>
    </message>
    <message>
        <source>Retention rule</source>
        <translation>保存期間の決まり</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>か月</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>ご請求日</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保存期間</translation>
    </message>
    <message>
        <source>legal form</source>
        <translation>事業の形態</translation>
    </message>
    <message>
        <source>end of the fiscal year</source>
        <translation>事業年度の末月</translation>
    </message>
    <message>
        <source>construction licence</source>
        <translation>建設業の許可</translation>
    </message>
    <message>
        <source>registration for electrical work</source>
        <translation>電気工事業の登録</translation>
    </message>
    <message>
        <source>loss years</source>
        <translation>欠損金の生じた年度</translation>
    </message>
    <message>
        <source>records serve as accounting books</source>
        <translation>帳簿を兼ねるかどうか</translation>
    </message>
    <message>
        <source>Purposes notice printed</source>
        <translation>「個人情報の取り扱いについて」を印刷</translation>
    </message>
    <message>
        <source>Purposes notice given</source>
        <translation>「個人情報の取り扱いについて」を交付</translation>
    </message>
    <message>
        <source>Consent recorded</source>
        <translation>同意を記録</translation>
    </message>
    <message>
        <source>Consent withdrawn</source>
        <translation>同意の撤回を記録</translation>
    </message>
    <message>
        <source>Customer&apos;s request received</source>
        <translation>開示等のご請求を受付</translation>
    </message>
    <message>
        <source>Request assigned to a customer</source>
        <translation>開示等のご請求をお客様に結び付け</translation>
    </message>
    <message>
        <source>Identity checked for a request</source>
        <translation>開示等のご請求の本人確認</translation>
    </message>
    <message>
        <source>Request answered</source>
        <translation>開示等のご請求に回答</translation>
    </message>
    <message>
        <source>Request refused</source>
        <translation>開示等のご請求を拒否</translation>
    </message>
    <message>
        <source>Request withdrawn</source>
        <translation>開示等のご請求の取り下げ</translation>
    </message>
    <message>
        <source>Words of a request deleted</source>
        <translation>開示等のご請求の文面を削除</translation>
    </message>
    <message>
        <source>Data disclosed to the customer</source>
        <translation>お客様へ開示</translation>
    </message>
    <message>
        <source>Answer letter printed</source>
        <translation>回答書を印刷</translation>
    </message>
    <message>
        <source>Use of the data suspended</source>
        <translation>利用停止</translation>
    </message>
    <message>
        <source>Suspension lifted</source>
        <translation>利用停止を解除</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>開示等のご請求</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Identity checked by</source>
        <translation>本人確認</translation>
    </message>
    <message>
        <source>Request for</source>
        <translation>開示等のご請求の種類</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版</translation>
    </message>
    <message>
        <source>Rule text drafted</source>
        <translation>決まりの下書きを保存</translation>
    </message>
    <message>
        <source>Draft of a rule text thrown away</source>
        <translation>決まりの下書きを破棄</translation>
    </message>
    <message>
        <source>Rule text put in force</source>
        <translation>決まりを施行</translation>
    </message>
    <message>
        <source>Rule text withdrawn</source>
        <translation>決まりを廃止</translation>
    </message>
    <message>
        <source>Rule text acknowledged</source>
        <translation>決まりを読んだことを記録</translation>
    </message>
    <message>
        <source>Training taken</source>
        <translation>研修の確認テストを受験</translation>
    </message>
    <message>
        <source>Training record printed</source>
        <translation>教育記録を印刷</translation>
    </message>
    <message>
        <source>Violation recorded</source>
        <translation>違反を記録</translation>
    </message>
    <message>
        <source>Violation record changed</source>
        <translation>違反の記録を変更</translation>
    </message>
    <message>
        <source>Violation record closed</source>
        <translation>違反の記録を完結</translation>
    </message>
    <message>
        <source>Violation record printed</source>
        <translation>違反・処分の記録を印刷</translation>
    </message>
    <message>
        <source>Rule text</source>
        <translation>決まり</translation>
    </message>
    <message>
        <source>Violation</source>
        <translation>違反の記録</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>問題数</translation>
    </message>
    <message>
        <source>What followed</source>
        <translation>処分</translation>
    </message>
    <message>
        <source>Right answers</source>
        <translation>正解数</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>違反の内容</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>staff member</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>what happened</source>
        <translation>違反の内容</translation>
    </message>
    <message>
        <source>what followed</source>
        <translation>処分</translation>
    </message>
    <message>
        <source>what was done</source>
        <translation>対応</translation>
    </message>
    <message>
        <source>Telling about an incident</source>
        <translation>事案についてのご連絡</translation>
    </message>
    <message>
        <source>Incident reported</source>
        <translation>事案の報告</translation>
    </message>
    <message>
        <source>Incident looked at</source>
        <translation>事案の確認</translation>
    </message>
    <message>
        <source>Incident changed</source>
        <translation>事案の記入</translation>
    </message>
    <message>
        <source>Customers concerned by an incident</source>
        <translation>事案の対象のお客様</translation>
    </message>
    <message>
        <source>Customers told of an incident</source>
        <translation>事案のご連絡の記録</translation>
    </message>
    <message>
        <source>Letters about an incident printed</source>
        <translation>事案のお詫び状の印刷</translation>
    </message>
    <message>
        <source>Report of an incident sent</source>
        <translation>事案の報告書の提出</translation>
    </message>
    <message>
        <source>Papers of an incident printed</source>
        <translation>事案の書類の印刷</translation>
    </message>
    <message>
        <source>Incident closed</source>
        <translation>事案の終了</translation>
    </message>
    <message>
        <source>Access review signed</source>
        <translation>閲覧点検の確認</translation>
    </message>
    <message>
        <source>Access review printed</source>
        <translation>閲覧点検表の印刷</translation>
    </message>
    <message>
        <source>Firm registered</source>
        <translation>会社を登録</translation>
    </message>
    <message>
        <source>Firm changed</source>
        <translation>会社の登録を変更</translation>
    </message>
    <message>
        <source>Partner firm checked</source>
        <translation>協力会社を点検</translation>
    </message>
    <message>
        <source>Handed over to a firm</source>
        <translation>会社に受け渡し</translation>
    </message>
    <message>
        <source>Return or destruction confirmed</source>
        <translation>返却・廃棄を確認</translation>
    </message>
    <message>
        <source>Hand-over ledger printed</source>
        <translation>受け渡し記録を印刷</translation>
    </message>
    <message>
        <source>Record of a provision printed</source>
        <translation>第三者提供記録を印刷</translation>
    </message>
    <message>
        <source>Client contractor&apos;s data returned or destroyed</source>
        <translation>元請のデータを返却・廃棄</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>会社</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>受け渡し</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>What was handed over</source>
        <translation>渡した項目</translation>
    </message>
    <message>
        <source>On what</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Data brought up to date for a new version</source>
        <translation>新しい版に合わせてデータを更新</translation>
    </message>
    <message>
        <source>Version of the data before</source>
        <translation>更新前のデータの版</translation>
    </message>
    <message>
        <source>shift of the label sheets</source>
        <translation>ラベルの印刷位置</translation>
    </message>
    <message>
        <source>Paper shown on the screen, in full</source>
        <translation>書類を伏せ字なしで画面に表示</translation>
    </message>
    <message>
        <source>Answer to a request for erasure printed</source>
        <translation>消去請求の回答を印刷</translation>
    </message>
    <message>
        <source>Computer&apos;s clock confirmed as right</source>
        <translation>パソコンの時計が正しいことを確認</translation>
    </message>
    <message>
        <source>List printed</source>
        <translation>一覧の印刷</translation>
    </message>
    <message>
        <source>List</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Incidents joined into one</source>
        <translation>事案をまとめた</translation>
    </message>
    <message>
        <source>Incident opened again</source>
        <translation>事案を再開</translation>
    </message>
    <message>
        <source>File outside</source>
        <translation>外部のファイル</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Without a second person</source>
        <translation>別の承認者なし</translation>
    </message>
    <message>
        <source>Where it went</source>
        <translation>行き先</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>State of the estimate</source>
        <translation>見積の状態</translation>
    </message>
    <message>
        <source>From</source>
        <translation>いつから</translation>
    </message>
    <message>
        <source>Kind of invoice</source>
        <translation>請求書の種類</translation>
    </message>
    <message>
        <source>State of the invoice</source>
        <translation>請求書の状態</translation>
    </message>
    <message>
        <source>SHA-256 of the document</source>
        <translation>文書の SHA-256</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>範囲</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>指摘</translation>
    </message>
    <message>
        <source>First customer number</source>
        <translation>最初のお客様番号</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>探した手がかり</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Joined incident</source>
        <translation>まとめた事案</translation>
    </message>
    <message>
        <source>Last customer number</source>
        <translation>最後のお客様番号</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>取り込まなかった件数</translation>
    </message>
    <message>
        <source>Shredder level</source>
        <translation>シュレッダーの等級</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Call back open</source>
        <translation>折り返し待ち</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Reduced to the ledger</source>
        <translation>帳簿項目だけ残したお客様</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Way of erasing</source>
        <translation>消去の方法</translation>
    </message>
    <message>
        <source>Technique</source>
        <translation>手段</translation>
    </message>
    <message>
        <source>Duty to report</source>
        <translation>報告の要否</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>確認方法</translation>
    </message>
    <message>
        <source>Answer letter</source>
        <translation>回答書</translation>
    </message>
    <message>
        <source>Answer to a request for erasure</source>
        <translation>消去請求への回答</translation>
    </message>
    <message>
        <source>Electrical-work ledger</source>
        <translation>電気工事の帳簿</translation>
    </message>
    <message>
        <source>Record of a provision</source>
        <translation>第三者提供の記録</translation>
    </message>
    <message>
        <source>Notice in place of letters</source>
        <translation>通知に代わる公表文</translation>
    </message>
    <message>
        <source>Record of the incident</source>
        <translation>事案の記録</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF形式</translation>
    </message>
    <message>
        <source>file for another program</source>
        <translation>他のソフト用のファイル</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>person responsible for personal data</source>
        <translation>個人情報管理責任者</translation>
    </message>
    <message>
        <source>FAX number</source>
        <translation>FAX番号</translation>
    </message>
    <message>
        <source>representative</source>
        <translation>代表者</translation>
    </message>
    <message>
        <source>invoice registration number</source>
        <translation>適格請求書の登録番号</translation>
    </message>
    <message>
        <source>number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>day of reducing</source>
        <translation>帳簿項目だけにした日</translation>
    </message>
    <message>
        <source>what was kept</source>
        <translation>残した項目</translation>
    </message>
    <message>
        <source>day on which erasure was asked for</source>
        <translation>消去の請求日</translation>
    </message>
    <message>
        <source>suspension of use</source>
        <translation>利用停止</translation>
    </message>
    <message>
        <source>caller&apos;s name</source>
        <translation>相手の名前</translation>
    </message>
    <message>
        <source>digits of the phone</source>
        <translation>電話番号の数字</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>taken by</source>
        <translation>受けた人</translation>
    </message>
    <message>
        <source>name of it</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>detached house or flat</source>
        <translation>戸建・集合住宅</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>階</translation>
    </message>
    <message>
        <source>who attends</source>
        <translation>立会い</translation>
    </message>
    <message>
        <source>building manager&apos;s permission</source>
        <translation>管理会社の許可</translation>
    </message>
    <message>
        <source>start of building</source>
        <translation>建築の着工日</translation>
    </message>
    <message>
        <source>parking and carry-in</source>
        <translation>駐車・搬入</translation>
    </message>
    <message>
        <source>keys and lock codes</source>
        <translation>鍵・解錠番号</translation>
    </message>
    <message>
        <source>place</source>
        <translation>設置場所</translation>
    </message>
    <message>
        <source>place outdoors</source>
        <translation>室外機の場所</translation>
    </message>
    <message>
        <source>maker</source>
        <translation>メーカー</translation>
    </message>
    <message>
        <source>model</source>
        <translation>型番</translation>
    </message>
    <message>
        <source>serial number</source>
        <translation>製造番号</translation>
    </message>
    <message>
        <source>capacity</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年式</translation>
    </message>
    <message>
        <source>refrigerant</source>
        <translation>冷媒</translation>
    </message>
    <message>
        <source>charge</source>
        <translation>充塡量</translation>
    </message>
    <message>
        <source>voltage</source>
        <translation>電圧</translation>
    </message>
    <message>
        <source>outlet</source>
        <translation>コンセント</translation>
    </message>
    <message>
        <source>for commercial use</source>
        <translation>業務用</translation>
    </message>
    <message>
        <source>site</source>
        <translation>工事先</translation>
    </message>
    <message>
        <source>kind of work</source>
        <translation>作業の種類</translation>
    </message>
    <message>
        <source>parties</source>
        <translation>関係者</translation>
    </message>
    <message>
        <source>resident</source>
        <translation>入居者</translation>
    </message>
    <message>
        <source>building manager</source>
        <translation>管理会社</translation>
    </message>
    <message>
        <source>payer</source>
        <translation>支払者</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>rounding of the tax</source>
        <translation>消費税の端数処理</translation>
    </message>
    <message>
        <source>closing day</source>
        <translation>締め日</translation>
    </message>
    <message>
        <source>months until the payment</source>
        <translation>支払までの月数</translation>
    </message>
    <message>
        <source>day of payment</source>
        <translation>支払日</translation>
    </message>
    <message>
        <source>holder of the account</source>
        <translation>口座名義</translation>
    </message>
    <message>
        <source>beginning</source>
        <translation>開始時刻</translation>
    </message>
    <message>
        <source>end</source>
        <translation>終了時刻</translation>
    </message>
    <message>
        <source>who goes</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>partner firm</source>
        <translation>協力会社</translation>
    </message>
    <message>
        <source>units</source>
        <translation>機器</translation>
    </message>
    <message>
        <source>work</source>
        <translation>作業内容</translation>
    </message>
    <message>
        <source>amount to collect</source>
        <translation>集金額</translation>
    </message>
    <message>
        <source>client contractor</source>
        <translation>元請</translation>
    </message>
    <message>
        <source>client&apos;s slip number</source>
        <translation>元請の伝票番号</translation>
    </message>
    <message>
        <source>new housing</source>
        <translation>新築住宅</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>recurring work</source>
        <translation>定期作業</translation>
    </message>
    <message>
        <source>day of receipt</source>
        <translation>受付日</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>interval in months</source>
        <translation>間隔（月）</translation>
    </message>
    <message>
        <source>next day</source>
        <translation>次回の日</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>basis</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>明細</translation>
    </message>
    <message>
        <source>valid until</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>prices with tax</source>
        <translation>税込価格</translation>
    </message>
    <message>
        <source>place in the list</source>
        <translation>並び順</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>price</source>
        <translation>単価</translation>
    </message>
    <message>
        <source>added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>name of the firm</source>
        <translation>会社名</translation>
    </message>
    <message>
        <source>works for us</source>
        <translation>協力会社</translation>
    </message>
    <message>
        <source>gives us work</source>
        <translation>元請</translation>
    </message>
    <message>
        <source>seat</source>
        <translation>所在地</translation>
    </message>
    <message>
        <source>contract</source>
        <translation>契約</translation>
    </message>
    <message>
        <source>day of the contract</source>
        <translation>契約日</translation>
    </message>
    <message>
        <source>number of the contract</source>
        <translation>契約番号</translation>
    </message>
    <message>
        <source>end of the contract</source>
        <translation>契約の終了日</translation>
    </message>
    <message>
        <source>terms</source>
        <translation>契約条件</translation>
    </message>
    <message>
        <source>confidentiality</source>
        <translation>守秘</translation>
    </message>
    <message>
        <source>passing work on</source>
        <translation>再委託</translation>
    </message>
    <message>
        <source>what becomes of the data</source>
        <translation>情報の扱い</translation>
    </message>
    <message>
        <source>days until then</source>
        <translation>それまでの日数</translation>
    </message>
    <message>
        <source>a leak goes to the client first</source>
        <translation>漏えい時はまず元請へ</translation>
    </message>
    <message>
        <source>hours until then</source>
        <translation>それまでの時間</translation>
    </message>
    <message>
        <source>whom to tell of a leak</source>
        <translation>漏えい時の連絡先</translation>
    </message>
    <message>
        <source>who uses it</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>day of knowing</source>
        <translation>知った日</translation>
    </message>
    <message>
        <source>happened from</source>
        <translation>発生日（から）</translation>
    </message>
    <message>
        <source>happened until</source>
        <translation>発生日（まで）</translation>
    </message>
    <message>
        <source>disposal</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>papers</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>day of the published notice</source>
        <translation>公表日</translation>
    </message>
    <message>
        <source>timeline</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>prevention</source>
        <translation>再発防止策</translation>
    </message>
    <message>
        <source>Invitation slip printed</source>
        <translation>初回ログインの案内を印刷</translation>
    </message>
    <message>
        <source>Certificate saved as a file</source>
        <translation>証明書をファイルに保存</translation>
    </message>
    <message>
        <source>What became of a file outside noted</source>
        <translation>外部のファイルの処理を記録</translation>
    </message>
    <message>
        <source>lies on the chain</source>
        <translation>記録と一致しています</translation>
    </message>
    <message>
        <source>DOES NOT LIE ON THE CHAIN</source>
        <translation>【異常】記録と一致しません</translation>
    </message>
    <message>
        <source>IS MISSING</source>
        <translation>【異常】控えがありません</translation>
    </message>
    <message>
        <source>IS DAMAGED</source>
        <translation>【異常】控えが壊れています</translation>
    </message>
    <message>
        <source>IS OLDER than what was noted last</source>
        <translation>【異常】最後の控えより古いものです</translation>
    </message>
    <message>
        <source>Disposal ledger</source>
        <translation>廃棄台帳</translation>
    </message>
    <message>
        <source>Certificate&apos;s paper</source>
        <translation>証明書の紙面</translation>
    </message>
    <message>
        <source>Register of media</source>
        <translation>媒体台帳</translation>
    </message>
    <message>
        <source>Holds of a customer</source>
        <translation>お客様の廃棄保留</translation>
    </message>
    <message>
        <source>Approval of a disposal</source>
        <translation>廃棄の承認</translation>
    </message>
    <message>
        <source>{register} {key}: TAKEN AWAY</source>
        <translation>【異常】{register} {key}：抜き取られています</translation>
    </message>
    <message>
        <source>{register} {key}: ALTERED</source>
        <translation>【異常】{register} {key}：書き換えられています</translation>
    </message>
    <message>
        <source>{register} {key}: PUT IN without an entry in the log</source>
        <translation>【異常】{register} {key}：操作記録なしに追加されています</translation>
    </message>
    <message>
        <source>NO ENTRY IS SIGNED, although the log of this office always was: the signatures were taken away.</source>
        <translation>【異常】署名のある記録がひとつもありません。この事務所の操作記録には初めから署名があるはずなので、取り除かれています。</translation>
    </message>
    <message>
        <source>Entries before {first} were written by an earlier version and are not signed.</source>
        <translation>記録{first}より前は以前の版で書かれたもので、署名がありません。</translation>
    </message>
    <message>
        <source>Entries after {last} that are not signed: {count}. Until a person responsible logs in, they rest on the notes outside the database alone, which whoever uses this computer could change.</source>
        <translation>記録{last}より後で署名のないもの：{count}件。責任者がログインするまで、よりどころはデータベースの外の控えだけで、このパソコンを使う人なら書き換えられます。</translation>
    </message>
    <message>
        <source>The signing key&apos;s fingerprint must be the one on the recovery sheet: {fingerprint}</source>
        <translation>署名鍵の確認値（復旧用シートのものと同じはずです）：{fingerprint}</translation>
    </message>
    <message>
        <source>Note to entry {entry}: GONE, and no entry says who erased it</source>
        <translation>【異常】記録{entry}のメモ：消した人の記録がないまま、なくなっています</translation>
    </message>
    <message>
        <source>Note to entry {entry}: ALTERED</source>
        <translation>【異常】記録{entry}のメモ：書き換えられています</translation>
    </message>
    <message>
        <source>Note to entry {entry}: erased on {day}, see entry {by}</source>
        <translation>記録{entry}のメモ：{day}に消去（記録{by}を参照）</translation>
    </message>
    <message>
        <source>Registers tied to the log</source>
        <translation>台帳を操作記録に結び付け</translation>
    </message>
    <message>
        <source>Lists of destroyed customers used</source>
        <translation>使用した廃棄済み一覧</translation>
    </message>
    <message>
        <source>Lists of destroyed customers that were damaged</source>
        <translation>壊れていた廃棄済み一覧</translation>
    </message>
    <message>
        <source>extension of the tax return</source>
        <translation>申告期限の延長</translation>
    </message>
    <message>
        <source>in the folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>in the key store</source>
        <translation>鍵の保管庫</translation>
    </message>
    <message>
        <source>No entry is signed yet: an earlier version wrote the log. All of it rests on the notes outside the database until a person responsible logs in. If one has logged in since the update, the signatures were taken away.</source>
        <translation>署名のある記録はまだありません（以前の版で書かれた操作記録です）。責任者がログインするまで、よりどころはデータベースの外の控えだけです。更新後に責任者がログインしていた場合は、署名が取り除かれています。</translation>
    </message>
    <message>
        <source>Reminder seen to</source>
        <translation>ご案内の対応を記録</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>ご案内</translation>
    </message>
    <message>
        <source>design period in years</source>
        <translation>標準使用期間（年数）</translation>
    </message>
    <message>
        <source>in the key file, signed</source>
        <translation>鍵ファイル（署名付き）</translation>
    </message>
    <message>
        <source>{file}: agrees. Entries 1 to {sequence} are those of {day}; none was changed or taken away since.</source>
        <translation>{file}：一致しています。記録1～{sequence}は{day}の時点と同じで、その後の書き換えや削除はありません。</translation>
    </message>
    <message>
        <source>{file}: DOES NOT AGREE. Entries between {first} and {sequence} are not those of {day}: they were changed, taken out or put in since.</source>
        <translation>{file}：【不一致】記録{first}～{sequence}のあいだが{day}の時点と異なります。その後に書き換え、抜き取り、または差し込みがありました。</translation>
    </message>
    <message>
        <source>{file}: DOES NOT AGREE. On {day} the log had {sequence} entries, now it has {entries}: entries were taken away.</source>
        <translation>{file}：【不一致】{day}の時点で記録は{sequence}件ありましたが、今は{entries}件です。記録が取り除かれています。</translation>
    </message>
    <message>
        <source>{file}: NOT SIGNED BY THIS OFFICE, or changed since it was saved. It proves nothing; use another copy of it.</source>
        <translation>{file}：【無効】この事務所の署名がないか、保存した後に変わっています。証拠になりませんので、同じ控えの別の写しを使ってください。</translation>
    </message>
    <message>
        <source>{file}: belongs to another office&apos;s log.</source>
        <translation>{file}：別の事務所の控えです。</translation>
    </message>
    <message>
        <source>{file}: cannot be read as a kept copy of the log&apos;s state.</source>
        <translation>{file}：操作記録の控えとして読み取れません。</translation>
    </message>
    <message>
        <source>No kept copy of the log&apos;s state was found there.</source>
        <translation>そこには操作記録の控えが見つかりませんでした。</translation>
    </message>
    <message>
        <source>a day that it does not name</source>
        <translation>日付不明の日</translation>
    </message>
    <message>
        <source>A backup was restored on {day} (entry {entry}, signed): what was logged between the backup and that day was given up. If that is not why, somebody has rewritten the log. Tell the person responsible.</source>
        <translation>{day}にバックアップを復元しています（記録{entry}、署名あり）。バックアップからその日までの記録は失われました。それが理由でなければ、誰かが操作記録を書き換えています。責任者に知らせてください。</translation>
    </message>
    <message>
        <source>No restore of a backup explains this: somebody has rewritten the log. Tell the person responsible and keep the copy safe.</source>
        <translation>バックアップの復元では説明がつきません。誰かが操作記録を書き換えています。責任者に知らせ、控えを大切に保管してください。</translation>
    </message>
    <message>
        <source>Provision to third parties stopped</source>
        <translation>第三者提供を停止</translation>
    </message>
    <message>
        <source>Stop of provision lifted</source>
        <translation>第三者提供の停止を解除</translation>
    </message>
    <message>
        <source>Order to a firm</source>
        <translation>発注</translation>
    </message>
    <message>
        <source>Order to a firm written</source>
        <translation>発注書を作成</translation>
    </message>
    <message>
        <source>Order to a firm: step noted</source>
        <translation>発注の経過を記録</translation>
    </message>
    <message>
        <source>Order to a firm printed</source>
        <translation>発注書を印刷</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>one-person firm</source>
        <translation>従業員のいない会社</translation>
    </message>
    <message>
        <source>Signed by a person responsible since entry {first} ({since}), last at entry {last} ({until}): to change what lies between them takes a person responsible&apos;s key. Whoever can change this file and both notes could only take the log back to an earlier signed entry: the last day has to be the one you expect, and a copy of the log&apos;s state that is kept elsewhere shows it.</source>
        <translation>記録{first}（{since}）から、最後は記録{last}（{until}）まで、責任者の署名があります。この間を書き換えるには責任者の鍵が要ります。ファイルと両方の控えを変えられる人でも、以前の署名の時点に戻せるだけです。最後の日付が心当たりのとおりか見てください。別の場所に預けた控えと照合すれば分かります。</translation>
    </message>
    <message>
        <source>Places outside the records decided about</source>
        <translation>他の記録に残る記載の扱いを決定</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>扱い</translation>
    </message>
    <message>
        <source>Places blacked out</source>
        <translation>黒塗りにした箇所</translation>
    </message>
    <message>
        <source>Places destroyed as well</source>
        <translation>一緒に廃棄した箇所</translation>
    </message>
    <message>
        <source>Decisions about places outside the records</source>
        <translation>他の記録に残る記載の扱い</translation>
    </message>
    <message>
        <source>Recovered refrigerant handed on</source>
        <translation>回収冷媒を引き渡し</translation>
    </message>
    <message>
        <source>electrical work with sales only</source>
        <translation>家電販売に付随する電気工事のみ</translation>
    </message>
    <message>
        <source>Contract on a visit recorded</source>
        <translation>訪問販売の契約を記録</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>適用除外</translation>
    </message>
    <message>
        <source>Paper handed over</source>
        <translation>書面の交付</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>クーリング・オフ</translation>
    </message>
    <message>
        <source>costs named apart</source>
        <translation>内訳の記載</translation>
    </message>
    <message>
        <source>Certificate of handed-on gas noted</source>
        <translation>再生・破壊証明書を記録</translation>
    </message>
    <message>
        <source>What was noted of a request corrected</source>
        <translation>請求の受付内容を訂正</translation>
    </message>
    <message>
        <source>day on which the client contractor was told</source>
        <translation>元請に連絡した日</translation>
    </message>
    <message>
        <source>Order to a firm corrected</source>
        <translation>発注書を訂正</translation>
    </message>
    <message>
        <source>List of those who go with a disposal</source>
        <translation>廃棄の対象者の一覧</translation>
    </message>
    <message>
        <source>Triggers, views and indexes taken away</source>
        <translation>取り除いたトリガー・ビュー・インデックス</translation>
    </message>
    <message>
        <source>Triggers, views and indexes in the file that the program did not put there: {count}. They can keep entries out of the log. Answering for the log takes them away.</source>
        <translation>このプログラムが作っていないトリガー・ビュー・インデックスがデータベースに{count}個あります。操作記録に残らない操作をさせることができます。今の状態を確認して引き受けると、取り除かれます。</translation>
    </message>
    <message>
        <source>Tables in the file that are not defined as the program defines them: {tables}. Such a table can keep entries out of the log. Answering for the log does not mend this: restore a backup from before it.</source>
        <translation>データベースの表の定義が、このプログラムのものと違います：{tables}。操作記録に残らない操作をさせることができます。今の状態を引き受けても直りません。変更される前のバックアップから復元してください。</translation>
    </message>
    <message>
        <source>Job event struck</source>
        <translation>工事の経過の取消</translation>
    </message>
    <message>
        <source>Reminder put back on the list</source>
        <translation>案内を一覧に戻す</translation>
    </message>
    <message>
        <source>Consent declined</source>
        <translation>同意しないとの回答の記録</translation>
    </message>
    <message>
        <source>Chain anchored again</source>
        <translation>操作記録の末尾を控え直し</translation>
    </message>
    <message>
        <source>Purposes notice rewritten</source>
        <translation>「個人情報の取り扱いについて」を改訂</translation>
    </message>
</context>
<context>
    <name>AuditView</name>
    <message>
        <source>Checking every entry</source>
        <translation>すべての記録を確認しています</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>操作記録</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Show older entries</source>
        <translation>以前の記録を表示</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>まだ確認していません</translation>
    </message>
    <message>
        <source>Each entry seals the one before it; a changed or missing entry is found.</source>
        <translation>各記録は直前の記録とつながっているため、書き換えや抜けがあれば見つかります。</translation>
    </message>
    <message>
        <source>Check the chain</source>
        <translation>つながりを確認</translation>
    </message>
    <message>
        <source>Show newer entries</source>
        <translation>新しい記録を表示</translation>
    </message>
    <message>
        <source>Chain intact</source>
        <translation>つながりに異常なし</translation>
    </message>
    <message>
        <source>{entries} entries, {anchors} stored heads on the chain. Head: {hash}</source>
        <translation>記録 {entries}件、控えた末尾 {anchors}個はすべて記録と一致しています。末尾：{hash}</translation>
    </message>
    <message>
        <source>Chain broken</source>
        <translation>つながりが切れています</translation>
    </message>
    <message>
        <source>Entry {broken} does not fit the one before it. Tell the person responsible.</source>
        <translation>記録 {broken} が直前の記録とつながりません。責任者に知らせてください。</translation>
    </message>
    <message>
        <source>Stored head not on the chain</source>
        <translation>控えた末尾が記録にありません</translation>
    </message>
    <message>
        <source>The log may have been replaced by an older one. Tell the person responsible.</source>
        <translation>操作記録が古いものに差し替えられた可能性があります。責任者に知らせてください。</translation>
    </message>
    <message>
        <source>Log changed</source>
        <translation>操作記録の書き換え</translation>
    </message>
    <message>
        <source>An entry carries a signature that is not the office&apos;s, or explains a gap without one. Tell the person responsible.</source>
        <translation>事務所のものでない署名のある記録か、署名なしに抜けを説明する記録があります。責任者に知らせてください。</translation>
    </message>
    <message>
        <source>Registers changed</source>
        <translation>台帳の書き換え</translation>
    </message>
    <message>
        <source>Not as the log says. Tell the person responsible.</source>
        <translation>操作記録と一致しないものがあります。責任者に知らせてください。</translation>
    </message>
    <message>
        <source>A note of the log&apos;s end is missing</source>
        <translation>記録の末尾の控えに異常</translation>
    </message>
    <message>
        <source>A note of the log&apos;s last entry is missing, damaged or older than it should be: entries may have been taken away. Tell the person responsible.</source>
        <translation>記録の末尾の控えがないか、壊れているか、あるべきものより古くなっています。記録が抜き取られた可能性があります。責任者に知らせてください。</translation>
    </message>
    <message>
        <source>Save a copy to keep</source>
        <translation>控えを保存</translation>
    </message>
    <message>
        <source>Compare with kept copies</source>
        <translation>控えと照合</translation>
    </message>
    <message>
        <source>Where to keep the log&apos;s state, for example a USB stick</source>
        <translation>操作記録の控えの保存先（USBメモリなど）</translation>
    </message>
    <message>
        <source>Folder with kept copies of the log&apos;s state</source>
        <translation>操作記録の控えがあるフォルダー</translation>
    </message>
    <message>
        <source>Agrees with kept copies</source>
        <translation>控えと一致</translation>
    </message>
    <message>
        <source>Does not agree with kept copies</source>
        <translation>控えと不一致</translation>
    </message>
    <message>
        <source>A kept copy cannot be used</source>
        <translation>使えない控えあり</translation>
    </message>
    <message>
        <source>No kept copy found</source>
        <translation>控えなし</translation>
    </message>
    <message>
        <source>Two files were saved: {file}, and the office&apos;s public keys (hvacdesk-log-key-…). Take both out of this computer and keep them elsewhere.</source>
        <translation>ファイルを2つ保存しました：{file}と、照合に使う事務所の公開鍵（hvacdesk-log-key-…）。両方をパソコンから取り外して、別の場所に保管してください。</translation>
    </message>
    <message>
        <source>A copy of the log&apos;s present state, kept on a USB stick or by your tax adviser, shows later whether anybody rewrote the log. It holds no customer data.</source>
        <translation>今の操作記録の控えをUSBメモリで保管したり税理士に預けたりしておくと、後で誰かが記録を書き換えていないか確かめられます。控えにお客様の情報は入っていません。</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>Backups</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>要対応</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>最新です</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>遅れています</translation>
    </message>
    <message>
        <source>Please tell the person responsible that a backup is due.</source>
        <translation>バックアップが必要です。責任者に伝えてください。</translation>
    </message>
</context>
<context>
    <name>BackupWizard</name>
    <message>
        <source>Backup</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Up to date</source>
        <translation>最新です</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>遅れています</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>接続されていません</translation>
    </message>
    <message>
        <source>Last try failed</source>
        <translation>前回失敗しました</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>バックアップはまだありません</translation>
    </message>
    <message>
        <source>Copying the database and reading the copy back</source>
        <translation>データベースを写し、読み返して確かめています</translation>
    </message>
    <message>
        <source>The backup run is over</source>
        <translation>バックアップが終わりました</translation>
    </message>
    <message>
        <source>Checking every page of the backup</source>
        <translation>バックアップのすべてのページを確かめています</translation>
    </message>
    <message>
        <source>Writing the office under new keys</source>
        <translation>新しい鍵で事務所のデータを書いています</translation>
    </message>
    <message>
        <source>Repeating the disposals that the backup does not know</source>
        <translation>バックアップ後に行った廃棄をやり直しています</translation>
    </message>
    <message>
        <source>Putting the new office in place</source>
        <translation>新しいデータに切り替えています</translation>
    </message>
    <message>
        <source>No verified backup yet.</source>
        <translation>確認済みのバックアップはまだありません。</translation>
    </message>
    <message>
        <source>Last verified backup: {when}</source>
        <translation>最新の確認済みバックアップ：{when}</translation>
    </message>
    <message>
        <source>The keys were renewed, but the former ones are not gone yet. {what} {todo}</source>
        <translation>鍵は更新されましたが、以前の鍵はまだ消えていません。{what}{todo}</translation>
    </message>
    <message>
        <source>{step}: {folder}</source>
        <translation>{step}：{folder}</translation>
    </message>
</context>
<context>
    <name>BackupsTab</name>
    <message>
        <source>Backing up</source>
        <translation>バックアップしています</translation>
    </message>
    <message>
        <source>A backup is taken once a day and whenever the program is closed. Each one is opened and checked before it counts.</source>
        <translation>バックアップは1日1回と、プログラムを閉じるたびに作成します。実際に開いて確認できたものだけをバックアップとして数えます。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>今すぐバックアップ</translation>
    </message>
    <message>
        <source>Backup folders</source>
        <translation>バックアップ先</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>バックアップ先を追加</translation>
    </message>
    <message>
        <source>No folder yet. Choose one on a USB disk or a network drive: on this computer&apos;s own disk a backup would be lost together with the office.</source>
        <translation>バックアップ先がまだありません。USBディスクかネットワークドライブのフォルダーを選んでください。このパソコンのディスクでは、事務所のデータと一緒にバックアップも失われます。</translation>
    </message>
    <message>
        <source>Set aside by a restore</source>
        <translation>復元で退避したデータ</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Go back to a backup when data was damaged or lost. The office is closed for it, and its present files are set aside, not deleted.</source>
        <translation>データが壊れたり失われたりしたときに、バックアップの状態へ戻します。そのために事務所をいったん閉じます。今のファイルは削除せず、別の場所に退避します。</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>バックアップから復元…</translation>
    </message>
    <message>
        <source>The keys were renewed, but their former file is kept until a verified backup exists: back up now.</source>
        <translation>鍵は更新されましたが、確認済みのバックアップができるまで以前のファイルを残しています。今すぐバックアップしてください。</translation>
    </message>
    <message>
        <source>Every backup folder is on the same disk as the office. Add one on a USB disk or a network drive.</source>
        <translation>バックアップ先がすべて事務所のデータと同じディスクにあります。USBディスクかネットワークドライブのバックアップ先を追加してください。</translation>
    </message>
    <message>
        <source>Connect the disk or network drive; the next backup finds it by itself.</source>
        <translation>ディスクまたはネットワークドライブを接続してください。次回のバックアップで自動的に使われます。</translation>
    </message>
    <message>
        <source>Backups of former epochs there: {count}. They may hold what was destroyed since, and are removed with the next verified backup.</source>
        <translation>以前の鍵の世代のバックアップ：{count}件。その後に廃棄した情報が残っている可能性があります。次に確認済みのバックアップができた時点で削除されます。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Remove {folder}</source>
        <translation>{folder}を削除</translation>
    </message>
    <message>
        <source>The office as it was before the restore.</source>
        <translation>復元する前の事務所のデータです。</translation>
    </message>
    <message>
        <source>A backup of that office: it holds what the present one does not have.</source>
        <translation>その事務所のバックアップです。今の事務所にない内容が含まれています。</translation>
    </message>
    <message>
        <source>No backup was taken.</source>
        <translation>バックアップは作成されませんでした。</translation>
    </message>
    <message>
        <source>No backup in {folders}. The other folders have one.</source>
        <translation>{folders}にはバックアップできませんでした。ほかのバックアップ先には作成しました。</translation>
    </message>
    <message>
        <source>No folder has a new backup. See what each of them says.</source>
        <translation>どのバックアップ先にも作成できませんでした。それぞれの表示を確認してください。</translation>
    </message>
    <message>
        <source>Backed up and verified.</source>
        <translation>バックアップを作成し、確認しました。</translation>
    </message>
    <message>
        <source>Choose a folder for backups</source>
        <translation>バックアップ先のフォルダーを選択</translation>
    </message>
</context>
<context>
    <name>BeginStep</name>
    <message>
        <source>A new recovery sheet</source>
        <translation>新しい復旧用シート</translation>
    </message>
    <message>
        <source>Nothing changes before the last step: until then sheet {number} opens the office.</source>
        <translation>最後の手順が終わるまで何も変わりません。それまではシート{number}で事務所を開けます。</translation>
    </message>
    <message>
        <source>Once a year, after the sheet was used, or when somebody left who may know it.</source>
        <translation>年に1回、シートを使ったあと、または内容を知っている可能性のある人が退職したときに作り直します。</translation>
    </message>
    <message>
        <source>You print it, type two groups back from the paper, and the keys are renewed.</source>
        <translation>印刷して、紙から2つの組を入力すると、鍵が更新されます。</translation>
    </message>
    <message>
        <source>Afterwards sheet {number} opens only what was saved before; shred it.</source>
        <translation>そのあとシート{number}で開けるのは以前のデータだけになります。裁断してください。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>始める</translation>
    </message>
</context>
<context>
    <name>Billing</name>
    <message>
        <source>Invoice</source>
        <translation>請求書</translation>
    </message>
    <message>
        <source>Deposit invoice</source>
        <translation>着手金請求書</translation>
    </message>
    <message>
        <source>Part invoice</source>
        <translation>中間金請求書</translation>
    </message>
    <message>
        <source>Final invoice</source>
        <translation>精算請求書</translation>
    </message>
    <message>
        <source>Collective invoice</source>
        <translation>合計請求書</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>返還請求書</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>発行済み</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送付済み</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>入金済み</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Replaced by a reissue</source>
        <translation>再発行済み</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>領収書</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>振込</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>現金</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Direct debit</source>
        <translation>口座振替</translation>
    </message>
    <message>
        <source>Standard rate</source>
        <translation>標準税率</translation>
    </message>
    <message>
        <source>Reduced rate</source>
        <translation>軽減税率</translation>
    </message>
    <message>
        <source>Outside the tax</source>
        <translation>対象外</translation>
    </message>
    <message>
        <source>Drop the fraction</source>
        <translation>切捨て</translation>
    </message>
    <message>
        <source>Round to the nearest yen</source>
        <translation>四捨五入</translation>
    </message>
    <message>
        <source>Round the fraction up</source>
        <translation>切上げ</translation>
    </message>
    <message>
        <source>Not due yet</source>
        <translation>期限前</translation>
    </message>
    <message>
        <source>1 to 30 days overdue</source>
        <translation>1～30日超過</translation>
    </message>
    <message>
        <source>31 to 60 days overdue</source>
        <translation>31～60日超過</translation>
    </message>
    <message>
        <source>61 to 90 days overdue</source>
        <translation>61～90日超過</translation>
    </message>
    <message>
        <source>More than 90 days overdue</source>
        <translation>90日を超える超過</translation>
    </message>
    <message>
        <source>Deposit for job {number}</source>
        <translation>着手金（工事番号 {number}）</translation>
    </message>
    <message>
        <source>Part payment for job {number}</source>
        <translation>中間金（工事番号 {number}）</translation>
    </message>
    <message>
        <source>lot</source>
        <translation>式</translation>
    </message>
    <message>
        <source>Invoice {number} taken back</source>
        <translation>請求書 {number} の取消</translation>
    </message>
    <message>
        <source>day {day}</source>
        <translation>{day}日</translation>
    </message>
    <message>
        <source>end of the month</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>in the same month</source>
        <translation>当月</translation>
    </message>
    <message>
        <source>in the next month</source>
        <translation>翌月</translation>
    </message>
    <message>
        <source>in the month after next</source>
        <translation>翌々月</translation>
    </message>
    <message>
        <source>{count} months later</source>
        <translation>{count}か月後</translation>
    </message>
    <message>
        <source>Asking whether it was overlooked</source>
        <translation>確認のお願い</translation>
    </message>
    <message>
        <source>Asking for the payment</source>
        <translation>お支払いのお願い</translation>
    </message>
    <message>
        <source>Last notice</source>
        <translation>最終のご案内</translation>
    </message>
</context>
<context>
    <name>BillingFactsForm</name>
    <message>
        <source>Billing settings</source>
        <translation>請求の設定</translation>
    </message>
    <message>
        <source>A fraction of a yen of the tax</source>
        <translation>消費税の1円未満の端数</translation>
    </message>
    <message>
        <source>Once for each rate and invoice. The office chooses once and keeps to it.</source>
        <translation>請求書ごと・税率ごとに1回です。一度決めたら、変えずに続けてください。</translation>
    </message>
    <message>
        <source>Usually paid</source>
        <translation>通常の支払月</translation>
    </message>
    <message>
        <source>on</source>
        <translation>支払日</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>銀行名</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>支店名</translation>
    </message>
    <message>
        <source>Kind of account</source>
        <translation>口座の種類</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>口座番号</translation>
    </message>
    <message>
        <source>Account holder, in kana</source>
        <translation>口座名義（カナ）</translation>
    </message>
</context>
<context>
    <name>BillingPage</name>
    <message>
        <source>Billing</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>To bill</source>
        <translation>未請求</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未入金</translation>
    </message>
    <message>
        <source>All invoices</source>
        <translation>すべての請求書</translation>
    </message>
    <message>
        <source>Closing day</source>
        <translation>締め請求</translation>
    </message>
    <message>
        <source>Billing settings…</source>
        <translation>請求の設定…</translation>
    </message>
</context>
<context>
    <name>BlockedView</name>
    <message>
        <source>The office cannot be opened yet</source>
        <translation>まだ事務所のデータを開けません</translation>
    </message>
    <message>
        <source>The version on this computer is {number}.</source>
        <translation>このパソコンのバージョンは{number}です。</translation>
    </message>
    <message>
        <source>Restore the backup of {time}</source>
        <translation>{time}のバックアップから復元</translation>
    </message>
    <message>
        <source>It lies in {folder}. What was entered after it is lost.</source>
        <translation>{folder} にあります。このバックアップより後に入力した内容は失われます。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Use the recovery sheet</source>
        <translation>復旧用シートを使う</translation>
    </message>
    <message>
        <source>It opens the office without the key store and makes new keys. Nothing is lost.</source>
        <translation>鍵の保管庫がなくても開けます。鍵は新しくなり、データは失われません。</translation>
    </message>
    <message>
        <source>Enrol this computer login</source>
        <translation>このログインを登録</translation>
    </message>
    <message>
        <source>If the office is used from another login of this computer: somebody responsible makes one-time words there, which you type here.</source>
        <translation>このパソコンの別のログインで事務所を使っている場合は、そちらで責任者が1回限りの合言葉を作り、ここに入力します。</translation>
    </message>
    <message>
        <source>Put the key file back from a backup</source>
        <translation>バックアップから鍵ファイルを戻す</translation>
    </message>
    <message>
        <source>Only the key file is taken from the backup. Nothing that was entered is lost.</source>
        <translation>バックアップからは鍵ファイルだけを取り出します。入力した内容は失われません。</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>バックアップから復元</translation>
    </message>
    <message>
        <source>What was entered after the backup is lost. The files here are kept aside.</source>
        <translation>バックアップより後に入力した内容は失われます。今あるファイルは別のフォルダーに残します。</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>フォルダーを表示</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>プログラムを終了</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>このパソコンを点検</translation>
    </message>
    <message>
        <source>A table to read out to whoever helps on the phone</source>
        <translation>電話で助けてくれる人に読み上げるための一覧です</translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>Calendar</source>
        <translation>予定表</translation>
    </message>
</context>
<context>
    <name>Busy</name>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
</context>
<context>
    <name>CabinetsDialog</name>
    <message>
        <source>Cabinets and their keys</source>
        <translation>キャビネットと鍵</translation>
    </message>
    <message>
        <source>Every paper that is kept names its cabinet and whom to ask for the key.</source>
        <translation>保管中の書類には、入っているキャビネットと鍵の管理者が表示されます。</translation>
    </message>
    <message>
        <source>Cabinets</source>
        <translation>キャビネット</translation>
    </message>
    <message>
        <source>Cabinet</source>
        <translation>キャビネット</translation>
    </message>
    <message>
        <source>Holds the key</source>
        <translation>鍵の管理者</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Name of the cabinet</source>
        <translation>キャビネットの名前</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Another new one</source>
        <translation>新しく追加</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>使うのをやめる</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存しています</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Nobody yet</source>
        <translation>担当未定</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>終日</translation>
    </message>
    <message>
        <source>No day yet</source>
        <translation>日付未定</translation>
    </message>
    <message>
        <source>{who} is already booked: {time} {kind} {number}</source>
        <translation>{who}さんに別の予定があります：{time} {kind} {number}</translation>
    </message>
    <message>
        <source>{who} is away: {reason}</source>
        <translation>{who}さんは休みです：{reason}</translation>
    </message>
    <message>
        <source>Holiday: {name}</source>
        <translation>祝日：{name}</translation>
    </message>
    <message>
        <source>The office is closed on this day</source>
        <translation>この日は休業日です</translation>
    </message>
    <message>
        <source>The office rests on this day of the week</source>
        <translation>この曜日は定休日です</translation>
    </message>
    <message>
        <source>Outside the working hours</source>
        <translation>営業時間外です</translation>
    </message>
    <message>
        <source>This day and time have already passed</source>
        <translation>すでに過ぎた日時です</translation>
    </message>
</context>
<context>
    <name>CalendarTab</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>週</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Days off…</source>
        <translation>休み…</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first}から{last}まで</translation>
    </message>
    <message>
        <source>Drag a job, or take it up with Ctrl+X, carry it with the arrow keys and press Enter. Ctrl+M asks for day and time.</source>
        <translation>工事はマウスで動かせます。キーでは Ctrl+X で持ち上げ、矢印で運び、Enter で置きます。日時の入力は Ctrl+M です。</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>The arrow keys go from day to day, Enter opens the day.</source>
        <translation>矢印キーで日を移り、Enterキーでその日を開きます。</translation>
    </message>
</context>
<context>
    <name>CallNoteDialog</name>
    <message>
        <source>Nothing was written down.</source>
        <translation>内容の記入はありません。</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>折り返し済みにする</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>至急</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>{moment}, taken by {who}</source>
        <translation>{moment}&#x3000;受けた人：{who}</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>着信</translation>
    </message>
    <message>
        <source>For</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Call back by</source>
        <translation>折り返し期限</translation>
    </message>
    <message>
        <source>{moment} by {who}</source>
        <translation>{moment}&#x3000;受付：{who}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>対応</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>対応の結果</translation>
    </message>
    <message>
        <source>Pass on or change</source>
        <translation>引き継ぎ・変更</translation>
    </message>
    <message>
        <source>Book a job</source>
        <translation>工事を受付</translation>
    </message>
    <message>
        <source>Show customer</source>
        <translation>お客様を表示</translation>
    </message>
    <message>
        <source>Link to a customer</source>
        <translation>登録済みのお客様と結び付ける</translation>
    </message>
    <message>
        <source>Register as a new customer</source>
        <translation>新しいお客様として登録</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>未対応に戻す</translation>
    </message>
</context>
<context>
    <name>CallNoteForm</name>
    <message>
        <source>Call note</source>
        <translation>電話メモ</translation>
    </message>
    <message>
        <source>Pass on or change the call note</source>
        <translation>電話メモの引き継ぎ・変更</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>用件の内容</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>至急</translation>
    </message>
    <message>
        <source>About</source>
        <translation>用件</translation>
    </message>
    <message>
        <source>Anybody at the desk</source>
        <translation>受付の全員</translation>
    </message>
    <message>
        <source>For</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Save the note without words?</source>
        <translation>内容を書かずに保存しますか？</translation>
    </message>
    <message>
        <source>Nothing was written of what was said, and nobody chose what the call was about.</source>
        <translation>お話の内容が空欄で、用件も選ばれていません。</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>入力に戻る</translation>
    </message>
    <message>
        <source>Save it so</source>
        <translation>このまま保存</translation>
    </message>
    <message>
        <source>What you had typed before is here again.</source>
        <translation>前回の入力途中の内容を復元しました。</translation>
    </message>
</context>
<context>
    <name>CallerCheckDialog</name>
    <message>
        <source>Caller check</source>
        <translation>電話の相手の確認</translation>
    </message>
    <message>
        <source>Ask the caller for both. They are compared and not shown; each check is counted.</source>
        <translation>相手に二つとも尋ねて入力します。照合するだけで、登録内容は表示しません。照合した回数は記録されます。</translation>
    </message>
    <message>
        <source>Name in kana, as the caller says it</source>
        <translation>お名前（聞いたとおりにカナで）</translation>
    </message>
    <message>
        <source>The family name will do; with the given name the check is closer.</source>
        <translation>姓だけでも照合できます。名まで入れるとより確かです。</translation>
    </message>
    <message>
        <source>Last four digits of the phone number</source>
        <translation>電話番号の下4桁</translation>
    </message>
    <message>
        <source>Customers who fit</source>
        <translation>一致したお客様</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>照合</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>No match: nobody has this name and these last four digits.</source>
        <translation>一致しません。この名前と下4桁の組み合わせのお客様はいません。</translation>
    </message>
    <message>
        <source>Match: one customer.</source>
        <translation>一致しました（1件）。</translation>
    </message>
    <message>
        <source>Match: {count} customers. Ask for the town to tell them apart.</source>
        <translation>一致しました（{count}件）。町名も尋ねて見分けてください。</translation>
    </message>
    <message>
        <source>The customer in front is among them.</source>
        <translation>表示中のお客様と一致しています。</translation>
    </message>
    <message>
        <source>The customer in front is not among them.</source>
        <translation>表示中のお客様とは一致しません。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open {customer}</source>
        <translation>{customer}を開く</translation>
    </message>
</context>
<context>
    <name>CallerFields</name>
    <message>
        <source>Find customer</source>
        <translation>お客様を検索</translation>
    </message>
    <message>
        <source>Not this customer</source>
        <translation>このお客様ではない</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Who called?</source>
        <translation>どなたからの電話ですか</translation>
    </message>
    <message>
        <source>Not a registered customer</source>
        <translation>登録のないお客様</translation>
    </message>
    <message>
        <source>Call back at (if another number)</source>
        <translation>折り返し先（登録番号と違う場合）</translation>
    </message>
    <message>
        <source>Caller&apos;s name, or the phone</source>
        <translation>お名前（または電話番号）</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>Breakdown</source>
        <translation>故障・不具合</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>予約・依頼</translation>
    </message>
    <message>
        <source>Change or cancellation</source>
        <translation>変更・取消</translation>
    </message>
    <message>
        <source>Invoice or payment</source>
        <translation>請求・支払い</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>苦情</translation>
    </message>
    <message>
        <source>Sales call</source>
        <translation>営業電話</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>The call is noted.</source>
        <translation>電話メモを保存しました。</translation>
    </message>
    <message>
        <source>The call note was changed.</source>
        <translation>電話メモを変更しました。</translation>
    </message>
    <message>
        <source>Booked a job.</source>
        <translation>工事を予約しました。</translation>
    </message>
    <message>
        <source>Which customer called?</source>
        <translation>どのお客様からの電話でしたか</translation>
    </message>
    <message>
        <source>The call note belongs to the customer now.</source>
        <translation>電話メモをお客様に結び付けました。</translation>
    </message>
    <message>
        <source>The call note is open again.</source>
        <translation>電話メモを未対応に戻しました。</translation>
    </message>
    <message>
        <source>Unknown caller</source>
        <translation>お名前不明</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>受付の全員</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明日</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>対応済み</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>至急</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未対応</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>ご案内</translation>
    </message>
</context>
<context>
    <name>CallsCard</name>
    <message>
        <source>Calls to make</source>
        <translation>折り返しの電話</translation>
    </message>
    <message>
        <source>For me</source>
        <translation>自分宛て</translation>
    </message>
    <message>
        <source>Calls for me</source>
        <translation>自分宛ての電話</translation>
    </message>
    <message>
        <source>For everybody and others</source>
        <translation>全員宛て・ほかの人宛て</translation>
    </message>
    <message>
        <source>Calls for everybody and others</source>
        <translation>全員宛て・ほかの人宛ての電話</translation>
    </message>
    <message>
        <source>Nobody waits for a call.</source>
        <translation>折り返し待ちの電話はありません。</translation>
    </message>
    <message>
        <source>F2 notes a call</source>
        <translation>F2で電話メモを書けます</translation>
    </message>
    <message numerus="yes">
        <source>All %n open call note(s)</source>
        <translation>
            <numerusform>未対応の電話メモ全%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>Overdue: {due}</source>
        <translation>期限超過：{due}</translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message>
        <source>Call notes</source>
        <translation>電話メモ</translation>
    </message>
    <message>
        <source>Note a call</source>
        <translation>電話メモを書く</translation>
    </message>
    <message>
        <source>Nobody waits for a call</source>
        <translation>折り返し待ちの電話はありません</translation>
    </message>
    <message>
        <source>F2 notes a call, wherever you are.</source>
        <translation>どの画面でもF2で電話メモを書けます。</translation>
    </message>
    <message>
        <source>Nothing is open for you</source>
        <translation>自分宛ての未対応メモはありません</translation>
    </message>
    <message>
        <source>Nothing done yet</source>
        <translation>対応済みのメモはまだありません</translation>
    </message>
    <message>
        <source>Notes that were closed are listed here.</source>
        <translation>対応が済んだメモがここに並びます。</translation>
    </message>
    <message>
        <source>Enter opens the note</source>
        <translation>Enterでメモを開きます</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未対応</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>自分宛て</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>対応済み</translation>
    </message>
</context>
<context>
    <name>CallsTab</name>
    <message>
        <source>Calls of this customer</source>
        <translation>このお客様の電話メモ</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>電話メモはまだありません</translation>
    </message>
    <message>
        <source>F2 notes a call, wherever you are.</source>
        <translation>どの画面でもF2で電話メモを書けます。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>CallsTable</name>
    <message>
        <source>Caller</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>For</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Call back by</source>
        <translation>折り返し期限</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>着信</translation>
    </message>
    <message>
        <source>About</source>
        <translation>用件</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
</context>
<context>
    <name>CameOutDialog</name>
    <message>
        <source>Which copies came out of the printer?</source>
        <translation>プリンターから出てきた控え</translation>
    </message>
    <message>
        <source>Noting it in the register</source>
        <translation>台帳に記録しています</translation>
    </message>
    <message>
        <source>None came out</source>
        <translation>1枚も出てきていません</translation>
    </message>
    <message numerus="yes">
        <source>Strike %n copy(ies)</source>
        <translation>
            <numerusform>%Ln枚を取り消す</numerusform>
        </translation>
    </message>
    <message>
        <source>All came out</source>
        <translation>すべて出てきました</translation>
    </message>
    <message>
        <source>Look at the paper and untick what is missing or spoiled. What is unticked is struck from the register and can be printed again; shred a spoiled sheet.</source>
        <translation>紙を確認し、出てこなかったものや印刷に失敗したもののチェックを外してください。外したものは台帳から取り消され、印刷し直せます。失敗した紙は裁断してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) struck. They can be printed again.</source>
        <translation>
            <numerusform>%Ln枚を取り消しました。印刷し直せます。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CautionFields</name>
    <message>
        <source>Cautions</source>
        <translation>注意事項</translation>
    </message>
    <message>
        <source>Add a caution</source>
        <translation>注意事項を追加</translation>
    </message>
    <message>
        <source>For whoever visits: printed on the technician&apos;s copy. Facts about the place and the visit only; the customer may ask to read them.</source>
        <translation>訪問する人のための情報です。作業員控に印刷されます。場所と訪問についての事実だけを書いてください。お客様から開示を求められることがあります。</translation>
    </message>
    <message>
        <source>Kinds of caution</source>
        <translation>注意事項の種類</translation>
    </message>
    <message>
        <source>A few words, if needed</source>
        <translation>必要なら補足</translation>
    </message>
    <message>
        <source>Remove: {caution}</source>
        <translation>「{caution}」を外す</translation>
    </message>
</context>
<context>
    <name>Cautions</name>
    <message>
        <source>Phone before the visit</source>
        <translation>訪問前に電話</translation>
    </message>
    <message>
        <source>Visit at these times only</source>
        <translation>訪問できる時間帯あり</translation>
    </message>
    <message>
        <source>No parking at the site</source>
        <translation>現地に駐車場なし</translation>
    </message>
    <message>
        <source>Narrow road or parking</source>
        <translation>道路・駐車場所が狭い</translation>
    </message>
    <message>
        <source>Ring twice and wait</source>
        <translation>呼び鈴は2回鳴らして待つ</translation>
    </message>
    <message>
        <source>The doorbell does not work</source>
        <translation>呼び鈴が鳴らない</translation>
    </message>
    <message>
        <source>Stairs only, no lift</source>
        <translation>階段のみ（エレベーターなし）</translation>
    </message>
    <message>
        <source>Shoe covers and floor sheets</source>
        <translation>上履き・床の養生が必要</translation>
    </message>
    <message>
        <source>Dog or other pet in the house</source>
        <translation>犬などのペットあり</translation>
    </message>
    <message>
        <source>Quiet hours: somebody sleeps</source>
        <translation>静かにする時間帯あり（就寝）</translation>
    </message>
    <message>
        <source>Language to speak</source>
        <translation>対応言語の指定あり</translation>
    </message>
    <message>
        <source>Long ladder needed</source>
        <translation>長いはしごが必要</translation>
    </message>
    <message>
        <source>Tell the neighbours before work</source>
        <translation>作業前に近隣へあいさつ</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>No photos</source>
        <translation>写真撮影はしない</translation>
    </message>
</context>
<context>
    <name>Certificate</name>
    <message>
        <source>Certificate of disposal</source>
        <translation>廃棄・消去証明書</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>番号 {number}</translation>
    </message>
    <message>
        <source>Issued {date}</source>
        <translation>発行日 {date}</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>法令</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Person responsible</source>
        <translation>個人情報管理責任者</translation>
    </message>
</context>
<context>
    <name>CertificatePreview</name>
    <message>
        <source>Certificate {number}</source>
        <translation>証明書 {number}</translation>
    </message>
    <message>
        <source>This is not the paper as it was issued: the earlier version of the program that issued it kept its facts only. The facts are the same, the wording is this version&apos;s. The signed paper is the original.</source>
        <translation>発行時の書面そのものではありません。発行したときの版では内容だけを保存していたため、今の版の文面で作り直しています。記載の内容は同じです。署名済みの書面が原本です。</translation>
    </message>
</context>
<context>
    <name>CertificateStep</name>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Print the certificate…</source>
        <translation>証明書を印刷…</translation>
    </message>
    <message>
        <source>Print the certificate, sign it and file it. The ledger keeps what was destroyed.</source>
        <translation>証明書を印刷し、署名して保管してください。廃棄した内容は廃棄台帳に残ります。</translation>
    </message>
    <message>
        <source>This batch&apos;s certificate is not in the program any more</source>
        <translation>この廃棄の証明書は、プログラムに残っていません</translation>
    </message>
    <message>
        <source>A backup from before the disposal was restored. The certificate that was printed then still holds; what was destroyed again is on the certificate of the restore (Safeguards, ledger).</source>
        <translation>廃棄より前のバックアップから復元したためです。当時印刷した証明書は引き続き有効です。復元のときに改めて廃棄した内容は、復元証明書（安全管理の廃棄台帳）にあります。</translation>
    </message>
    <message>
        <source>Customers reduced to the ledger</source>
        <translation>帳簿項目だけ残したお客様</translation>
    </message>
    <message>
        <source>Call notes without a customer</source>
        <translation>登録のないお客様の電話メモ</translation>
    </message>
    <message>
        <source>Papers shredded</source>
        <translation>裁断した書類</translation>
    </message>
    <message>
        <source>Destroyed</source>
        <translation>実施日時</translation>
    </message>
    <message>
        <source>Records destroyed</source>
        <translation>廃棄した記録</translation>
    </message>
    <message>
        <source>Erased values searched for</source>
        <translation>残っていないか調べた項目の数</translation>
    </message>
    <message>
        <source>Pages searched</source>
        <translation>調べたデータベースのページ数</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>申請</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Head of the audit log</source>
        <translation>操作記録の末尾</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDFで保存…</translation>
    </message>
    <message>
        <source>certificate-{number}.pdf</source>
        <translation>廃棄・消去証明書-{number}.pdf</translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation>証明書を保存</translation>
    </message>
    <message>
        <source>The certificate was saved as {path}.</source>
        <translation>証明書を{path}に保存しました。</translation>
    </message>
</context>
<context>
    <name>CertificateTitle</name>
    <message>
        <source>Certificate {number}</source>
        <translation>廃棄・消去証明書 {number}</translation>
    </message>
    <message numerus="yes">
        <source>disposal of %n customer(s)</source>
        <translation>
            <numerusform>お客様%Ln件を廃棄</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reduction of %n customer(s) to the ledger</source>
        <translation>
            <numerusform>お客様%Ln件を帳簿項目だけに削減</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>disposal of %n call note(s)</source>
        <translation>
            <numerusform>電話メモ%Ln件を廃棄</numerusform>
        </translation>
    </message>
    <message>
        <source>for the disposal review {number}</source>
        <translation>廃棄点検 {number}</translation>
    </message>
</context>
<context>
    <name>CheckForm</name>
    <message>
        <source>Check of {firm}</source>
        <translation>{firm} の点検</translation>
    </message>
    <message>
        <source>Source: {source} (as of {date}). Once saved, a check is not changed any more.</source>
        <translation>根拠：{source}（{date}時点）。保存した点検は変更できません。</translation>
    </message>
    <message numerus="yes">
        <source>%n hand-over(s) still out</source>
        <translation>
            <numerusform>未返却の受け渡し %Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>うち期限超過 %Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>点検の結果</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Checked on</source>
        <translation>点検日</translation>
    </message>
    <message>
        <source>Next check by</source>
        <translation>次回の期限</translation>
    </message>
    <message>
        <source>What was found, what is to be mended, by whom and when</source>
        <translation>気づいた点、改善すること（担当者と期限）</translation>
    </message>
    <message>
        <source>Needed unless everything is in order. No customers&apos; data.</source>
        <translation>「問題なし」以外では必ず書いてください。お客様の情報は書かないでください。</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Check the backup</source>
        <translation>バックアップの確認</translation>
    </message>
    <message>
        <source>Reading the backup through</source>
        <translation>バックアップを読み取っています</translation>
    </message>
    <message>
        <source>Put the key file back</source>
        <translation>鍵ファイルを戻す</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Choose another backup</source>
        <translation>別のバックアップを選ぶ</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>事務所</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Whole: every file is as it was when the backup was taken.</source>
        <translation>完全です。すべてのファイルがバックアップの作成時のままです。</translation>
    </message>
    <message>
        <source>Opens with</source>
        <translation>開く方法</translation>
    </message>
    <message>
        <source>Recovery sheet no. {number}</source>
        <translation>復旧用シート 第{number}号</translation>
    </message>
    <message>
        <source>{sheet}, or the passphrase of {names}</source>
        <translation>{sheet}、または{names}のパスフレーズ</translation>
    </message>
    <message>
        <source>Whatever was entered after {time} is not in this backup.</source>
        <translation>{time}より後に入力した内容は、このバックアップに入っていません。</translation>
    </message>
    <message>
        <source>No list of destroyed customers was found. If customers were destroyed after this backup was taken, they come back with it: destroy them again.</source>
        <translation>廃棄済みのお客様の一覧が見つかりません。このバックアップの作成後に廃棄したお客様がいる場合は、復元すると戻ってくるので、もう一度廃棄してください。</translation>
    </message>
    <message>
        <source>Only the key file is written. The database stays as it is.</source>
        <translation>書き込むのは鍵ファイルだけです。データベースはそのままです。</translation>
    </message>
    <message>
        <source>The office&apos;s present files are kept in a folder of their own; none of them is deleted.</source>
        <translation>今の事務所のファイルは別のフォルダーに残し、何も削除しません。</translation>
    </message>
    <message>
        <source>Customers on a list of destroyed ones are destroyed again before anybody can log in.</source>
        <translation>廃棄済みの一覧にあるお客様は、誰かがログインできるようになる前にもう一度廃棄します。</translation>
    </message>
    <message>
        <source>The last disposal on the list of destroyed customers: {last}. If there was a later one, connect the disk that was there then; otherwise its customers come back.</source>
        <translation>廃棄したお客様の一覧にある最後の廃棄：{last}。その後にも廃棄した場合は、そのとき接続していたディスクを接続してください。接続しないと、そのお客様の情報が戻ります。</translation>
    </message>
</context>
<context>
    <name>ChoiceForm</name>
    <message>
        <source>Next: see the effect</source>
        <translation>次へ：影響を確かめる</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>か月</translation>
    </message>
</context>
<context>
    <name>ChoosePassphrase</name>
    <message>
        <source>Passphrase</source>
        <translation>パスフレーズ</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>もう一度入力</translation>
    </message>
    <message>
        <source>Suggest one</source>
        <translation>候補を出す</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>2つのパスフレーズが一致しません。</translation>
    </message>
    <message>
        <source>Characters still missing: {count}</source>
        <translation>あと{count}文字必要です</translation>
    </message>
    <message>
        <source>Good. Now type it once more.</source>
        <translation>使えます。もう一度入力してください。</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>使えます。</translation>
    </message>
    <message>
        <source>At least {count} characters: letters, digits and signs as they are on the keys, and spaces. Several words are easier to remember than signs.</source>
        <translation>{count}文字以上の半角の英数字・記号・空白にしてください。記号より、単語をいくつか並べると覚えやすくなります。</translation>
    </message>
</context>
<context>
    <name>Client data</name>
    <message>
        <source>Returned to the client contractor</source>
        <translation>元請に返却</translation>
    </message>
    <message>
        <source>Destroyed and reported</source>
        <translation>廃棄して報告</translation>
    </message>
    <message>
        <source>Reduced to what a law keeps, reported</source>
        <translation>法令で必要な項目だけ残して報告</translation>
    </message>
</context>
<context>
    <name>ClientBackForm</name>
    <message>
        <source>Client contractor&apos;s data of job {number}</source>
        <translation>工事 {number} の元請のデータ</translation>
    </message>
    <message>
        <source>Agreed: {terms}</source>
        <translation>取り決め：{terms}</translation>
    </message>
</context>
<context>
    <name>ClientToldForm</name>
    <message>
        <source>The client contractor was told</source>
        <translation>元請への連絡を記録</translation>
    </message>
    <message>
        <source>Say what happened, which of its customers are concerned, and ask who tells them. The client then reports; agree with it before you call or write to its customers.</source>
        <translation>何が起きたか、元請のどのお客様の情報かを伝え、お客様への連絡を誰が行うか確認してください。報告は元請が行います。元請のお客様への連絡は、了解を得てから行ってください。</translation>
    </message>
    <message>
        <source>Client contractor</source>
        <translation>元請</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
</context>
<context>
    <name>ClientsTab</name>
    <message>
        <source>Returned or destroyed…</source>
        <translation>返却・廃棄した…</translation>
    </message>
    <message>
        <source>Entrusted to us</source>
        <translation>当社が受託</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工事</translation>
    </message>
    <message>
        <source>Client contractor</source>
        <translation>元請</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>取り決め</translation>
    </message>
    <message>
        <source>Work done</source>
        <translation>完了日</translation>
    </message>
    <message>
        <source>Back by</source>
        <translation>返却期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状況</translation>
    </message>
    <message>
        <source>No job is for a client contractor</source>
        <translation>元請からの工事はありません</translation>
    </message>
    <message>
        <source>Jobs that name a client contractor stand here until its data went back or was destroyed.</source>
        <translation>元請の名前を入れた工事は、データを返却または廃棄するまでここに並びます。</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>工事中</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>to go back</source>
        <translation>返却・廃棄待ち</translation>
    </message>
    <message>
        <source>After the work the client contractor&apos;s data is returned or destroyed as agreed with it. Of a leak it hears first; whom to call there stands in the register of firms. Records that a law asks us to keep stay until their own day, which the customer&apos;s page names under “Data”.</source>
        <translation>工事が終わったら、元請のデータを取り決めどおりに返却または廃棄します。漏えいのときは元請に最初に知らせます。連絡先は会社の登録にあります。法律で保存する記録はその期限まで残り、期限はお客様のページの「データと開示請求」に表示されます。</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>This computer&apos;s clock says {now}, but the office has entries up to {last}: it was set back.</source>
        <translation>このパソコンの時計は{now}を指していますが、事務所には{last}までの記録があります。時計が戻されています。</translation>
    </message>
    <message>
        <source>Today&apos;s jobs, deadlines and retention periods are counted by this clock, and backups are dated by it: a deadline can pass unseen, and the newest backup can look like an older one. Nothing is destroyed meanwhile; everything that is stored is safe.</source>
        <translation>今日の工事、期限、保存期間はこの時計で数え、バックアップの日付もこの時計で付きます。期限が過ぎても気付けないことや、最新のバックアップが古いものに見えることがあります。その間、何も廃棄されません。保存済みのデータはすべて無事です。</translation>
    </message>
    <message>
        <source>Set the computer&apos;s date and time right. Until then the work can go on.</source>
        <translation>パソコンの日付と時刻を正しく合わせてください。それまでの間も仕事は続けられます。</translation>
    </message>
    <message>
        <source>I have checked it: the clock is right</source>
        <translation>確認しました。時計は正しいです</translation>
    </message>
</context>
<context>
    <name>ClosingView</name>
    <message>
        <source>Closing day</source>
        <translation>締め日</translation>
    </message>
    <message>
        <source>Issue all of them</source>
        <translation>まとめて発行</translation>
    </message>
    <message>
        <source>Payment terms…</source>
        <translation>支払条件…</translation>
    </message>
    <message>
        <source>Issuing the invoices</source>
        <translation>請求書を発行しています</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>工事数</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明細行数</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Pay by</source>
        <translation>支払期限</translation>
    </message>
    <message>
        <source>Billed apart</source>
        <translation>別に請求する工事</translation>
    </message>
    <message>
        <source>Collective invoices</source>
        <translation>合計請求書</translation>
    </message>
    <message>
        <source>Nothing to bill on this closing day</source>
        <translation>この締め日に請求するものはありません</translation>
    </message>
    <message>
        <source>Customers with this closing day are listed here, with their work that is done by then. The closing day is kept under “Payment terms…” beside the jobs to bill.</source>
        <translation>この締め日のお客様と、それまでに完了した工事がここに並びます。締め日は、「未請求」の一覧にある「支払条件…」で登録します。</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) were issued.</source>
        <translation>
            <numerusform>%Ln件の請求書を発行しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>They are under “All invoices”, where each can be shown and printed.</source>
        <translation>「すべての請求書」で、1件ずつ表示・印刷できます。</translation>
    </message>
</context>
<context>
    <name>ColumnDialog</name>
    <message>
        <source>Columns: {table}</source>
        <translation>列の設定：{table}</translation>
    </message>
    <message>
        <source>Columns in their order</source>
        <translation>列とその順序</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>左へ</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>右へ</translation>
    </message>
    <message>
        <source>Width of the chosen column</source>
        <translation>選んだ列の幅</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>並べ替え</translation>
    </message>
    <message>
        <source>as the rows come</source>
        <translation>並べ替えなし</translation>
    </message>
    <message>
        <source>The last first</source>
        <translation>逆順にする</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Order, width and sorting…</source>
        <translation>順序・幅・並べ替え…</translation>
    </message>
    <message>
        <source>As the program shows it</source>
        <translation>最初の表示に戻す</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>The header was found in line {line}. Please check what each column holds.</source>
        <translation>{line}行目が見出しのようです。各列の内容を確認してください。</translation>
    </message>
    <message>
        <source>No header was found. Please choose what each column holds.</source>
        <translation>見出しの行が見つかりません。各列の内容を選んでください。</translation>
    </message>
    <message>
        <source>What column {name} holds</source>
        <translation>列「{name}」の内容</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <source>Choose the column that holds the name or the organisation.</source>
        <translation>氏名または会社・団体名の列を選んでください。</translation>
    </message>
    <message>
        <source>Two columns cannot both be “{field}”.</source>
        <translation>「{field}」は1つの列だけに指定できます。</translation>
    </message>
    <message>
        <source>Recognised as {program}.</source>
        <translation>{program}の形式として読み取りました。</translation>
    </message>
    <message>
        <source>A customer has no date of a contract or of work: those belong to a job. The dates are read as shown here, and kept in the customer&apos;s note.</source>
        <translation>契約日や工事日は、お客様ではなく工事に記録するものです。日付はここに示したとおりに読み取り、お客様の備考に残します。</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>読み取れません</translation>
    </message>
</context>
<context>
    <name>Command line</name>
    <message>
        <source>Entries in the audit log: {count}</source>
        <translation>操作記録の件数：{count}</translation>
    </message>
    <message>
        <source>Head of the chain: {hash}</source>
        <translation>操作記録の末尾：{hash}</translation>
    </message>
    <message>
        <source>The chain is BROKEN at entry {sequence}.</source>
        <translation>【異常】記録 {sequence} でつながりが切れています。</translation>
    </message>
    <message>
        <source>The backup of {moment} is whole: {rows} rows, {size} bytes, audit log to entry {entry}.</source>
        <translation>{moment}のバックアップに問題はありません：{rows}行、{size}バイト、操作記録は{entry}番まで。</translation>
    </message>
    <message>
        <source>Every page of the database is sound.</source>
        <translation>データベースの全ページに異常はありません。</translation>
    </message>
    <message>
        <source>The database is DAMAGED: restore the last verified backup.</source>
        <translation>【異常】データベースが破損しています。確認済みの最新のバックアップから復元してください。</translation>
    </message>
    <message>
        <source>Say who you are with --account NAME: {names}</source>
        <translation>--account で担当者を指定してください：{names}</translation>
    </message>
    <message>
        <source>Passphrase of {name}: </source>
        <translation>{name} のパスフレーズ：</translation>
    </message>
    <message>
        <source>No backup folder is known yet: name one with --to FOLDER.</source>
        <translation>バックアップ先がまだありません。--to フォルダー で指定してください。</translation>
    </message>
    <message>
        <source>{folder}: backed up and read back, {rows} rows, {size} bytes</source>
        <translation>{folder}：バックアップし、読み返して確かめました（{rows}行、{size}バイト）</translation>
    </message>
    <message>
        <source>{folder}: NO BACKUP. {reason}</source>
        <translation>{folder}：バックアップできませんでした。{reason}</translation>
    </message>
    <message>
        <source>This computer cannot open the backup for that name: use the recovery sheet.</source>
        <translation>このパソコンでは、その名前でバックアップを開けません。復旧用シートを使ってください。</translation>
    </message>
    <message>
        <source>Code of recovery sheet {number}: </source>
        <translation>復旧用シート{number}番の復旧コード：</translation>
    </message>
    <message>
        <source>Backup of {office}, taken {moment}, program {program}</source>
        <translation>{office}のバックアップ、{moment}作成、プログラム{program}</translation>
    </message>
    <message>
        <source>The office that is in the folder now will be put aside, not deleted.</source>
        <translation>今フォルダーにあるデータは、消さずに退避します。</translation>
    </message>
    <message>
        <source>Restored. Everybody logs in with the passphrase of that day.</source>
        <translation>復元しました。全員、その日のパスフレーズでログインします。</translation>
    </message>
    <message>
        <source>Customers destroyed again: {count}</source>
        <translation>改めて廃棄したお客様：{count}</translation>
    </message>
    <message>
        <source>Log entries since the backup that are lost: {count}</source>
        <translation>バックアップ後の操作記録のうち失われたもの：{count}</translation>
    </message>
    <message>
        <source>The former office lies in {folder}</source>
        <translation>以前のデータは{folder}にあります</translation>
    </message>
    <message>
        <source>The keys are renewed. Epoch: {epoch}</source>
        <translation>鍵を更新しました。鍵の世代：{epoch}</translation>
    </message>
    <message>
        <source>The former keys still open the former file, because no verified backup of the new one was possible: connect a backup disk and run “hvacdesk backup”.</source>
        <translation>新しいデータの確かなバックアップがまだないため、以前の鍵で以前のデータを開けるままです。バックアップ先のディスクを接続し、「hvacdesk backup」を実行してください。</translation>
    </message>
    <message>
        <source>The former keys are not gone yet. {what} {todo} The next backup removes them.</source>
        <translation>以前の鍵はまだ消えていません。{what}{todo}次のバックアップのときに消去されます。</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>ほか{count}件</translation>
    </message>
    <message>
        <source>Column {number}, {name}: {meaning}</source>
        <translation>{number}列目&#x3000;{name}：{meaning}</translation>
    </message>
    <message>
        <source>Line {line}: {reason}</source>
        <translation>{line}行目：{reason}</translation>
    </message>
    <message>
        <source>There is no sheet of that name. Name one with --sheet: {names}</source>
        <translation>その名前のシートはありません。--sheetで指定してください：{names}</translation>
    </message>
    <message>
        <source>Nothing was stored: it was asked to check only.</source>
        <translation>確認だけを行いました。何も登録していません。</translation>
    </message>
    <message>
        <source>No customer was registered.</source>
        <translation>お客様は登録されませんでした。</translation>
    </message>
    <message>
        <source>Version {version} is genuine. Its installer is {path}. Close hvacdesk, then install it.</source>
        <translation>バージョン {version} は正規の更新です。インストーラーは {path} にあります。hvacdesk を閉じてからインストールしてください。</translation>
    </message>
    <message>
        <source>Brought up to date for this version; backup of before: {folder}</source>
        <translation>この版に合わせてデータを更新しました。更新前のバックアップ：{folder}</translation>
    </message>
    <message>
        <source>Kept ends of retention that were WRONG and are mended: {count}</source>
        <translation>保存期限の控えに誤りがあり、正しい内容に直しました：{count}件</translation>
    </message>
    <message>
        <source>The file&apos;s password: </source>
        <translation>ファイルのパスワード：</translation>
    </message>
    <message>
        <source>“{column}” names no field. Write FIELD=HEADER with one of these: {fields}</source>
        <translation>「{column}」に当てはまる項目がありません。「項目=見出し」の形で、次の項目から指定してください：{fields}</translation>
    </message>
    <message>
        <source>Recognised as {program}.</source>
        <translation>{program}の形式として読み取りました。</translation>
    </message>
    <message>
        <source>Stored head ({place}): {standing}</source>
        <translation>控えた末尾（{place}）：{standing}</translation>
    </message>
    <message>
        <source>Entries with a signature that is NOT THE OFFICE&apos;S: {list}</source>
        <translation>【異常】事務所のものでない署名のある記録：{list}</translation>
    </message>
    <message>
        <source>Entries that explain a gap WITHOUT A SIGNATURE: {list}</source>
        <translation>【異常】署名なしに抜けを説明する記録：{list}</translation>
    </message>
    <message>
        <source>Entries that were wrong and that a person responsible answered for: {list}</source>
        <translation>異常があり、責任者が確認した記録：{list}</translation>
    </message>
    <message>
        <source>Type “without list” to restore all the same: </source>
        <translation>一覧なしでこのまま復元するには「without list」と入力してください：</translation>
    </message>
    <message>
        <source>No list of destroyed customers was found: whoever was destroyed since comes back.</source>
        <translation>廃棄済みのお客様の一覧が見つかりません。このバックアップの後に廃棄したお客様の情報は戻ってきます。</translation>
    </message>
    <message>
        <source>Type “go on” to restore all the same: </source>
        <translation>このまま復元するには「go on」と入力：</translation>
    </message>
    <message>
        <source>The last disposal on the list of destroyed customers: {moment}, certificate {certificate}. Whoever was destroyed later comes back.</source>
        <translation>廃棄したお客様の一覧にある最後の廃棄：{moment}（証明書 {certificate}）。その後に廃棄したお客様の情報は戻ります。</translation>
    </message>
    <message>
        <source>Disposals after the last one on the list are not repeated. Last one: {moment}, certificate {certificate}. Compare with the certificates on paper.</source>
        <translation>一覧にある最後の廃棄より後の廃棄は、やり直していません。最後の廃棄：{moment}（証明書 {certificate}）。紙の証明書と照らし合わせてください。</translation>
    </message>
    <message>
        <source>No list of destroyed customers could be used. Compare with the certificates on paper.</source>
        <translation>廃棄したお客様の一覧を使えませんでした。紙の証明書と照らし合わせてください。</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare versions of “{title}”</source>
        <translation>「{title}」の版を比べる</translation>
    </message>
    <message>
        <source>Former version</source>
        <translation>前の版</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>後の版</translation>
    </message>
    <message>
        <source>Also show lines that are the same</source>
        <translation>同じ行も表示する</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>違い</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Proposal of the program</source>
        <translation>プログラムの案</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) differ.</source>
        <translation>
            <numerusform>%Ln行が違います。</numerusform>
        </translation>
    </message>
    <message>
        <source>Both versions say the same.</source>
        <translation>どちらの版も同じ内容です。</translation>
    </message>
    <message>
        <source>Version {version} ({state})</source>
        <translation>第{version}版（{state}）</translation>
    </message>
</context>
<context>
    <name>Completion report</name>
    <message>
        <source>No. {number}</source>
        <translation>番号 {number}</translation>
    </message>
    <message>
        <source>Job no. {number}</source>
        <translation>工事番号 {number}</translation>
    </message>
    <message>
        <source>Issued {date}</source>
        <translation>発行日 {date}</translation>
    </message>
    <message>
        <source>Customer no. {number}</source>
        <translation>お客様番号 {number}</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Partner firm</source>
        <translation>協力会社</translation>
    </message>
    <message>
        <source>Asbestos survey</source>
        <translation>石綿の事前調査</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>機器</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>設置場所</translation>
    </message>
    <message>
        <source>Maker, model</source>
        <translation>メーカー・型番</translation>
    </message>
    <message>
        <source>Serial no.</source>
        <translation>製造番号</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Refrigerant</source>
        <translation>冷媒</translation>
    </message>
    <message>
        <source>Unit {number}</source>
        <translation>機器{number}</translation>
    </message>
    <message>
        <source>net charge</source>
        <translation>合計充塡量</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Simple inspection (commercial unit)</source>
        <translation>簡易点検（業務用機器）</translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation>保証</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>連絡事項</translation>
    </message>
    <message>
        <source>Customer&apos;s signature</source>
        <translation>お客様ご署名</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>印</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>To see, correct or delete your data, tell us your customer number.</source>
        <translation>個人情報の開示・訂正・利用停止・消去などのご請求は、お客様番号を添えて下記までお申し出ください。</translation>
    </message>
    <message>
        <source>Airtightness</source>
        <translation>気密試験</translation>
    </message>
    <message>
        <source>Vacuum</source>
        <translation>真空引き</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>到達</translation>
    </message>
    <message>
        <source>held</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>回収</translation>
    </message>
    <message>
        <source>Insulation</source>
        <translation>絶縁抵抗</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>suction</source>
        <translation>吸込</translation>
    </message>
    <message>
        <source>outlet</source>
        <translation>吹出</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>運転電流</translation>
    </message>
</context>
<context>
    <name>ConfirmForm</name>
    <message>
        <source>What became of {number}?</source>
        <translation>{number} はどうなりましたか</translation>
    </message>
</context>
<context>
    <name>ConsentForm</name>
    <message>
        <source>The customer agrees</source>
        <translation>お客様の同意</translation>
    </message>
    <message>
        <source>The customer takes it back</source>
        <translation>同意の撤回</translation>
    </message>
    <message>
        <source>{source} (as of {as_of})</source>
        <translation>{source}（{as_of}時点）</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>The customer wants none</source>
        <translation>案内は不要との回答</translation>
    </message>
    <message>
        <source>Recorded: {what}. {customer}</source>
        <translation>記録しました：{what}（{customer}）</translation>
    </message>
</context>
<context>
    <name>Consents</name>
    <message>
        <source>Signed on paper</source>
        <translation>書面に署名</translation>
    </message>
    <message>
        <source>Said at the counter</source>
        <translation>窓口で口頭</translation>
    </message>
    <message>
        <source>Said on the phone</source>
        <translation>電話で口頭</translation>
    </message>
    <message>
        <source>Written by e-mail or post</source>
        <translation>メール・郵便</translation>
    </message>
    <message>
        <source>Data given to another firm</source>
        <translation>他社への提供（第三者提供）</translation>
    </message>
    <message>
        <source>Another firm gets the data for its own use, for example a maker&apos;s guarantee.</source>
        <translation>メーカーの保証登録など、他社が自社のために使うデータを渡します。</translation>
    </message>
    <message>
        <source>No further data may be given to other firms for their own use.</source>
        <translation>今後、他社が自社のために使うデータは渡せません。</translation>
    </message>
    <message>
        <source>Photos of the site</source>
        <translation>工事先の写真</translation>
    </message>
    <message>
        <source>Photos of the rooms are taken for the work and its report.</source>
        <translation>工事と報告書のために、室内などの写真を撮ります。</translation>
    </message>
    <message>
        <source>No further photos are taken; the job&apos;s page says so.</source>
        <translation>今後は写真を撮りません。工事の画面と作業指示書の注意事項に出ます。</translation>
    </message>
    <message>
        <source>Reminders of cleaning and inspection</source>
        <translation>洗浄・点検のお知らせ</translation>
    </message>
    <message>
        <source>The office writes or calls when cleaning or an agreed inspection is due.</source>
        <translation>洗浄や約束した点検の時期に、事務所からお知らせします。</translation>
    </message>
    <message>
        <source>Agreed recurring work is no longer listed as due; duties by law stay listed.</source>
        <translation>お約束による定期作業は、時期が来ても表示しません。法令による点検は表示します。</translation>
    </message>
</context>
<context>
    <name>Contact slip</name>
    <message>
        <source>Job no.</source>
        <translation>工事番号</translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>Full name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>お支払い</translation>
    </message>
    <message>
        <source>Bank and account</source>
        <translation>銀行・口座</translation>
    </message>
    <message>
        <source>Shows these lines, or hides them: the jobs come up then</source>
        <translation>銀行・口座の行の表示を切り替え（閉じると工事の一覧が上に来ます）</translation>
    </message>
    <message>
        <source>Phone and address  F6</source>
        <translation>電話と住所  F6</translation>
    </message>
    <message>
        <source>Show phone and address together, key F6</source>
        <translation>電話と住所をまとめて表示する（F6キー）</translation>
    </message>
    <message>
        <source>On a call</source>
        <translation>通話中</translation>
    </message>
    <message>
        <source>Keeps shown values open until the call ends, ten minutes at most</source>
        <translation>通話が終わるまで表示を続けます（最長10分）</translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>New contact</source>
        <translation>先方担当者の登録</translation>
    </message>
    <message>
        <source>Change contact</source>
        <translation>先方担当者の変更</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Typing into a hidden field replaces it. To change part of it, show it first (F6).</source>
        <translation>伏せ字の欄に入力すると置き換わります。一部だけ直すときは、先に表示してください（F6）。</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Family name in kana</source>
        <translation>姓（フリガナ）</translation>
    </message>
    <message>
        <source>Given name in kana</source>
        <translation>名（フリガナ）</translation>
    </message>
    <message>
        <source>Remove this contact?</source>
        <translation>この先方担当者を削除しますか</translation>
    </message>
    <message>
        <source>Jobs that name it keep their customer. What is shown here is deleted.</source>
        <translation>この先方担当者を指定した工事のお客様は変わりません。ここに表示している内容は削除されます。</translation>
    </message>
    <message>
        <source>Keep the contact</source>
        <translation>削除しない</translation>
    </message>
</context>
<context>
    <name>ContactsTab</name>
    <message>
        <source>Add a contact</source>
        <translation>先方担当者を追加</translation>
    </message>
    <message>
        <source>No contacts yet</source>
        <translation>先方担当者はまだいません</translation>
    </message>
    <message>
        <source>The people to speak to here, by department. A job can name one of them.</source>
        <translation>部署ごとの連絡先です。工事に先方担当者を指定できます。</translation>
    </message>
    <message>
        <source>Change contact {contact}</source>
        <translation>先方担当者「{contact}」を変更</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>先方担当者</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>No page speaks of that.</source>
        <translation>該当するページはありません。</translation>
    </message>
</context>
<context>
    <name>CopiesCard</name>
    <message>
        <source>Backups and media outside the office&apos;s file</source>
        <translation>事務所のデータファイルのほかにあるバックアップと媒体</translation>
    </message>
    <message>
        <source>No backup folder is connected. Connect one before the batch is destroyed.</source>
        <translation>バックアップ先が接続されていません。廃棄を実行する前に接続してください。</translation>
    </message>
    <message>
        <source>Backups and media</source>
        <translation>バックアップと媒体</translation>
    </message>
    <message>
        <source>What</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>廃棄後の扱い</translation>
    </message>
</context>
<context>
    <name>Copy frame</name>
    <message>
        <source>Notice of work</source>
        <translation>工事のご案内</translation>
    </message>
    <message>
        <source>Job no. {number}</source>
        <translation>工事番号 {number}</translation>
    </message>
    <message>
        <source>Page {page}/{pages}</source>
        <translation>{page}/{pages}ページ</translation>
    </message>
    <message>
        <source>To see, correct or delete your data, tell us your customer number.</source>
        <translation>個人情報の開示・訂正・利用停止・消去などのご請求は、お客様番号を添えて下記までお申し出ください。</translation>
    </message>
    <message>
        <source>Customer no. {number}</source>
        <translation>お客様番号 {number}</translation>
    </message>
    <message>
        <source>〓 stands for a character that cannot be printed. The screen shows it.</source>
        <translation>「〓」は印刷できない文字です。正しい文字は画面でご確認ください。</translation>
    </message>
</context>
<context>
    <name>CopyGuard</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>CorrectForm</name>
    <message>
        <source>Correct request {number}</source>
        <translation>請求{number}の受付内容を訂正</translation>
    </message>
    <message>
        <source>If another person is named, the identity has to be checked again.</source>
        <translation>請求する方の名前を変えたときは、本人確認をもう一度行います。</translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <source>The date is not recorded: {event}</source>
        <translation>{event}の日付が未記録のため、期限を計算できません</translation>
    </message>
    <message>
        <source>{period} from {start} ({why}): kept until {until}</source>
        <translation>{start}（{why}）から{period}、{until}まで保存</translation>
    </message>
    <message>
        <source>the day after the event</source>
        <translation>起算する日の翌日</translation>
    </message>
    <message>
        <source>the day after that year&apos;s tax return is due: a company&apos;s two months after the fiscal year&apos;s end or later where that was granted, a sole proprietor&apos;s on 15 March</source>
        <translation>確定申告期限の翌日。期限は、法人は事業年度末の翌日から2か月（延長の承認があればその期限）、個人は翌年3月15日</translation>
    </message>
    <message>
        <source>the day after the two months that follow the fiscal year&apos;s end</source>
        <translation>課税期間の末日の翌日から2か月がたった日の翌日</translation>
    </message>
    <message>
        <source>the day after the fiscal year&apos;s end</source>
        <translation>事業年度末の翌日</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>The program met a fault</source>
        <translation>プログラムに問題が起きました</translation>
    </message>
    <message>
        <source>What you were doing just now may not have been done.</source>
        <translation>直前の操作は完了していない可能性があります。</translation>
    </message>
    <message>
        <source>Everything saved before is safe.</source>
        <translation>それまでに保存した内容は無事です。</translation>
    </message>
    <message>
        <source>Close and open the program again. The report names no customer; you may send it along.</source>
        <translation>プログラムを閉じて、開き直してください。報告書にお客様の情報は含まれないため、問い合わせに添付できます。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>The curtain is drawn</source>
        <translation>目隠し中です</translation>
    </message>
    <message>
        <source>The curtain is drawn. Work goes on where it was.</source>
        <translation>目隠し中です。解除すると続きから作業できます。</translation>
    </message>
    <message>
        <source>Lift the curtain (F9)</source>
        <translation>目隠しを解除（F9）</translation>
    </message>
</context>
<context>
    <name>CustomerChoice</name>
    <message>
        <source>nobody chosen yet</source>
        <translation>まだ選んでいません</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>Choose the customer</source>
        <translation>お客様を選ぶ</translation>
    </message>
    <message>
        <source>Whose paper is it?</source>
        <translation>どのお客様の書類ですか</translation>
    </message>
</context>
<context>
    <name>CustomerFinder</name>
    <message>
        <source>Name, kana, address, last four digits or job number</source>
        <translation>氏名・フリガナ・住所・電話下4桁・工事番号</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>見つかったお客様</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Nobody found.</source>
        <translation>見つかりません。</translation>
    </message>
    <message>
        <source>{hits} / {total} customers</source>
        <translation>{hits} / {total}件</translation>
    </message>
    <message>
        <source>The first {rows} are listed; more letters, a town or the last four digits narrow it.</source>
        <translation>先頭の{rows}件を表示しています。文字を足すか、市区町村や電話番号の下4桁で絞り込めます。</translation>
    </message>
</context>
<context>
    <name>CustomerForm</name>
    <message>
        <source>New customer</source>
        <translation>お客様の新規登録</translation>
    </message>
    <message>
        <source>Change customer {number}</source>
        <translation>お客様 {number} の変更</translation>
    </message>
    <message>
        <source>Typing into a hidden field replaces it. To change part of it, show it first (F6).</source>
        <translation>伏せ字の欄に入力すると全体が置き換わります。一部だけ直すときは、先に表示してください（F6）。</translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>The work is done at this address</source>
        <translation>この住所が工事先</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>注意・備考</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>お支払い</translation>
    </message>
    <message>
        <source>What you had typed before is here again.</source>
        <translation>前回の入力途中の内容を復元しました。</translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message>
        <source>{person}</source>
        <translation>{person} 様</translation>
    </message>
    <message>
        <source>{organisation}</source>
        <translation>{organisation} 御中</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>工事</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>工事先</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他の操作</translation>
    </message>
    <message>
        <source>Cautions: {text}</source>
        <translation>注意事項：{text}</translation>
    </message>
    <message>
        <source>Merge with another registration…</source>
        <translation>別の登録と統合…</translation>
    </message>
    <message>
        <source>Which registration is the same customer?</source>
        <translation>同じお客様の登録を選んでください</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>先方担当者</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Book a job</source>
        <translation>工事を受付</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>作業指示書</translation>
    </message>
    <message>
        <source>On a call: values stay shown, ten minutes at most</source>
        <translation>通話中：表示を続けます（最長10分）</translation>
    </message>
    <message>
        <source>Use suspended</source>
        <translation>利用停止中</translation>
    </message>
    <message>
        <source>Since {day} the use of this customer&apos;s data is suspended at their request: masked for everybody, nothing is changed or printed.</source>
        <translation>{day}から、ご本人の請求により利用を停止しています。全員に伏せ字で表示し、変更も印刷もできません。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データと開示請求</translation>
    </message>
    <message>
        <source>Print the work order of an open job</source>
        <translation>未完了の工事の作業指示書を印刷します</translation>
    </message>
    <message>
        <source>Not given to third parties</source>
        <translation>第三者提供停止中</translation>
    </message>
</context>
<context>
    <name>CustomerResults</name>
    <message>
        <source>Customers found</source>
        <translation>見つかったお客様</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Kana</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>お客様はまだ登録されていません</translation>
    </message>
    <message>
        <source>Register the first one when the phone rings: the postal code fills in the address.</source>
        <translation>お電話を受けたら登録しましょう。住所は郵便番号から入力できます。</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新規登録</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>該当するお客様がいません</translation>
    </message>
    <message>
        <source>Try the family name, kana, town or the last four digits. A given name, street or whole number is found only when typed in full.</source>
        <translation>姓・フリガナ・町名・電話下4桁でお試しください。名・番地・電話番号は、全体を正確に入力した場合だけ見つかります。</translation>
    </message>
    <message>
        <source>Register as a new customer</source>
        <translation>新しいお客様として登録</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{hits} / {total} customers</source>
        <translation>{hits} / {total}件</translation>
    </message>
    <message>
        <source>{rows} of them are sorted</source>
        <translation>そのうち{rows}件を並べ替えています</translation>
    </message>
</context>
<context>
    <name>CustomerTabs</name>
    <message>
        <source>Papers</source>
        <translation>控え</translation>
    </message>
    <message>
        <source>History</source>
        <translation>閲覧履歴</translation>
    </message>
</context>
<context>
    <name>Customers</name>
    <message>
        <source>Person</source>
        <translation>個人</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>法人・団体</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>携帯</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>自宅</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>勤務先</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>FAX</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>現金</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>銀行振込</translation>
    </message>
    <message>
        <source>Direct debit</source>
        <translation>口座振替</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>On invoice</source>
        <translation>請求書払い</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>銀行</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>支店</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>口座番号</translation>
    </message>
    <message>
        <source>Payer&apos;s name</source>
        <translation>名義</translation>
    </message>
    <message>
        <source>Card brand</source>
        <translation>カード会社</translation>
    </message>
    <message>
        <source>Card, last four digits</source>
        <translation>カード下4桁</translation>
    </message>
    <message>
        <source>Billing remarks</source>
        <translation>請求の備考</translation>
    </message>
    <message>
        <source>Job today</source>
        <translation>本日工事</translation>
    </message>
    <message>
        <source>Ledger fields only</source>
        <translation>帳簿項目のみ</translation>
    </message>
    <message>
        <source>Disposal on hold</source>
        <translation>廃棄を保留</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Kana</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>お支払い</translation>
    </message>
    <message>
        <source>Keys and lock codes</source>
        <translation>鍵・解錠番号</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>利用停止中</translation>
    </message>
    <message>
        <source>by a contact</source>
        <translation>担当者名が一致</translation>
    </message>
    <message>
        <source>by another phone</source>
        <translation>別の電話が一致</translation>
    </message>
    <message>
        <source>by an old number</source>
        <translation>旧番号が一致</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>電話番号が一致</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>メールが一致</translation>
    </message>
    <message>
        <source>by address</source>
        <translation>住所が一致</translation>
    </message>
    <message>
        <source>by full name</source>
        <translation>氏名が一致</translation>
    </message>
    <message>
        <source>by job or serial</source>
        <translation>工事・製造番号が一致</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>氏名</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新規登録</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>一覧を取り込む</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Name, kana, address, last four digits or job number</source>
        <translation>氏名・フリガナ・住所・電話下4桁・工事番号</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>一覧へ戻る</translation>
    </message>
    <message>
        <source>F6 shows phone and address together, Shift+F6 keeps them shown during a call.</source>
        <translation>F6で電話と住所をまとめて表示し、Shift+F6で通話中の表示を続けます。</translation>
    </message>
    <message>
        <source>Choose a customer</source>
        <translation>お客様を選んでください</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>保存しました。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Show phone and address</source>
        <translation>電話と住所を表示</translation>
    </message>
    <message>
        <source>Begin or end a call</source>
        <translation>通話の開始・終了</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Book a job</source>
        <translation>工事を受付</translation>
    </message>
</context>
<context>
    <name>Damage</name>
    <message>
        <source>Do not delete any file of the office.</source>
        <translation>事務所のファイルは何も削除しないでください。</translation>
    </message>
    <message>
        <source>Tell the person responsible now.</source>
        <translation>すぐに責任者に伝えてください。</translation>
    </message>
    <message>
        <source>Connect the disk with the backups.</source>
        <translation>バックアップのあるディスクを接続してください。</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>バックアップから復元…</translation>
    </message>
    <message>
        <source>Restore from the verified backup of {when}</source>
        <translation>{when}の確認済みのバックアップから復元</translation>
    </message>
    <message>
        <source>I have checked it: note the log&apos;s end again</source>
        <translation>確認しました：操作記録の末尾を記録し直す</translation>
    </message>
</context>
<context>
    <name>DangerConfirm</name>
    <message>
        <source>Type the number {number} to go on</source>
        <translation>続けるには「{number}」と入力してください</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Pick a day (Alt+Down)</source>
        <translation>日付を選ぶ（Alt+↓）</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>ddd d MMM</source>
        <translation>M月d日(ddd)</translation>
    </message>
    <message>
        <source>ddd d MMMM yyyy</source>
        <translation>yyyy年M月d日(ddd)</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>今日 {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>昨日 {time}</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} から {last} まで</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy/MM/dd</translation>
    </message>
</context>
<context>
    <name>Day sheet</name>
    <message>
        <source>None.</source>
        <translation>ありません。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様番号</translation>
    </message>
</context>
<context>
    <name>DayCell</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message numerus="yes">
        <source>%n away</source>
        <translation>
            <numerusform>%Ln人休み</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ほか%Ln件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayList</name>
    <message>
        <source>Copies to print</source>
        <translation>印刷する控え</translation>
    </message>
    <message>
        <source>Open job</source>
        <translation>工事を開く</translation>
    </message>
    <message>
        <source>Check all copies</source>
        <translation>控えをすべて選ぶ</translation>
    </message>
    <message>
        <source>Check no copy</source>
        <translation>控えの選択をすべて外す</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>この行をコピー</translation>
    </message>
</context>
<context>
    <name>DayModel</name>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Work and staff</source>
        <translation>種別・担当</translation>
    </message>
    <message>
        <source>Use suspended</source>
        <translation>利用停止中</translation>
    </message>
    <message>
        <source>waiting to be printed</source>
        <translation>印刷待ち</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>印刷済み</translation>
    </message>
    <message>
        <source>partly printed</source>
        <translation>一部印刷済み</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>未印刷</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>終日</translation>
    </message>
    <message>
        <source>{copy} (already printed)</source>
        <translation>{copy}（印刷済み）</translation>
    </message>
</context>
<context>
    <name>DayRange</name>
    <message>
        <source>First day</source>
        <translation>期間の最初の日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>期間の最後の日</translation>
    </message>
    <message>
        <source>From {first} to {last}</source>
        <translation>{first} から {last} まで</translation>
    </message>
</context>
<context>
    <name>DaysOffDialog</name>
    <message>
        <source>Days off</source>
        <translation>休み</translation>
    </message>
    <message>
        <source>Jobs can still be booked on these days; the calendar says so and asks.</source>
        <translation>休みの日にも工事は登録できます。その場合は予定表に表示し、確認します。</translation>
    </message>
    <message>
        <source>No days off are entered.</source>
        <translation>休みは登録されていません。</translation>
    </message>
    <message>
        <source>Enter days off…</source>
        <translation>休みを登録…</translation>
    </message>
    <message>
        <source>Working hours…</source>
        <translation>営業時間…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>The whole office</source>
        <translation>事務所全体</translation>
    </message>
    <message>
        <source>Remove: {who} {days}</source>
        <translation>削除：{who} {days}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>DecideStep</name>
    <message>
        <source>Decide</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Next: paper</source>
        <translation>次へ：紙・媒体</translation>
    </message>
    <message>
        <source>Customers to decide about</source>
        <translation>判断するお客様</translation>
    </message>
    <message>
        <source>Number or family name</source>
        <translation>番号または姓</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Everybody listed</source>
        <translation>一覧の全員</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} / {all}件</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) chosen to be destroyed. Nothing has been destroyed yet.</source>
        <translation>
            <numerusform>お客様%Ln件を廃棄の対象に選びました。まだ何も廃棄されていません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) chosen to be reduced to the ledger.</source>
        <translation>
            <numerusform>帳簿項目だけを残すお客様は%Ln件です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another person responsible approves.</source>
        <translation>承認は別の責任者が行います。</translation>
    </message>
    <message>
        <source>Selected customer:</source>
        <translation>選択中のお客様：</translation>
    </message>
    <message>
        <source>Destroy (D)</source>
        <translation>廃棄（D）</translation>
    </message>
    <message>
        <source>Reduce (R)</source>
        <translation>帳簿項目だけ残す（R）</translation>
    </message>
    <message>
        <source>Destroys what no law needs any longer and keeps the rest.</source>
        <translation>法律が求めていない項目だけを廃棄し、ほかは残します。</translation>
    </message>
    <message>
        <source>Keep (K)</source>
        <translation>残す（K）</translation>
    </message>
    <message>
        <source>Hold… (H)</source>
        <translation>保留…（H）</translation>
    </message>
    <message>
        <source>Why? (Enter)</source>
        <translation>理由を見る（Enter）</translation>
    </message>
    <message>
        <source>Only the person responsible can hold a disposal.</source>
        <translation>廃棄を保留できるのは責任者だけです。</translation>
    </message>
    <message>
        <source>This customer cannot be destroyed now: see the reason.</source>
        <translation>このお客様は、今は廃棄できません。理由をご覧ください。</translation>
    </message>
    <message>
        <source>Nothing of this customer can go before the rest: see the reason.</source>
        <translation>このお客様には、先に廃棄できる項目がありません。理由をご覧ください。</translation>
    </message>
    <message>
        <source>Deciding</source>
        <translation>決定を保存しています</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Something is still open</source>
        <translation>未完了のことがあるお客様</translation>
    </message>
    <message>
        <source>Every reason</source>
        <translation>すべての理由</translation>
    </message>
    <message>
        <source>All shown…</source>
        <translation>表示中のすべて…</translation>
    </message>
    <message numerus="yes">
        <source>Destroy all %n shown that may be destroyed</source>
        <translation>
            <numerusform>表示中の%Ln件のうち、廃棄できるお客様をすべて廃棄</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reduce all %n shown that may be reduced</source>
        <translation>
            <numerusform>表示中の%Ln件のうち、対象のお客様をすべて帳簿項目だけ残す</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep all %n shown that are not on hold</source>
        <translation>
            <numerusform>表示中の%Ln件のうち、保留でないお客様をすべて残す</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeclinedForm</name>
    <message>
        <source>Estimate {number} is declined</source>
        <translation>見積書{number}の失注</translation>
    </message>
    <message>
        <source>The estimate is kept. A changed offer is its next issue.</source>
        <translation>見積書は残ります。内容を変えて出し直すときは改訂版を作成します。</translation>
    </message>
    <message>
        <source>Cancel the job too</source>
        <translation>工事も取り消す</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>失注を記録</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>This computer keeps printed pages in its print queue for a day. The person responsible finds under Settings, Office, how to change that.</source>
        <translation>このパソコンの印刷キューには、印刷したページが 1日残ります。変更方法は、責任者が「設定」の「事務所」で確認できます。</translation>
    </message>
    <message>
        <source>The office&apos;s data was brought up to date for this version, after a checked backup.</source>
        <translation>確認済みのバックアップをとってから、事務所のデータをこの版に合わせて更新しました。</translation>
    </message>
</context>
<context>
    <name>DestroyStep</name>
    <message>
        <source>Destroy</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>この操作は取り消せません。</translation>
    </message>
    <message>
        <source>The office&apos;s keys change with it, so a person responsible has to log in and carry it out. The batch waits until then.</source>
        <translation>廃棄すると事務所の鍵が新しくなるため、責任者がログインして実行します。それまでこの廃棄は待機します。</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>試行（消去しません）</translation>
    </message>
    <message>
        <source>Counts what would go now, and changes nothing.</source>
        <translation>いま実行した場合に消去される件数を数えます。データは変更しません。</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>差し戻す</translation>
    </message>
    <message>
        <source>Takes the approval back. Somebody can be put on hold then, and the rest proposed again.</source>
        <translation>承認を取り消します。保留にするお客様を選び直してから、残りを申請し直せます。</translation>
    </message>
    <message>
        <source>Destroying</source>
        <translation>廃棄しています</translation>
    </message>
    <message>
        <source>The last attempt was interrupted before its proof was complete.</source>
        <translation>前回の廃棄は、消去の確認が終わる前に中断されました。</translation>
    </message>
    <message>
        <source>Finish and verify</source>
        <translation>最後まで実行して確認</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s), approved by {name}</source>
        <translation>
            <numerusform>お客様%Ln件（承認者：{name}）</numerusform>
        </translation>
    </message>
    <message>
        <source>This batch waits until {day}. Until then the approval can be taken back.</source>
        <translation>この廃棄は {day} 以降に実行できます。それまでは承認を取り消せます。</translation>
    </message>
    <message>
        <source>Counting what would go</source>
        <translation>廃棄される件数を数えています</translation>
    </message>
    <message numerus="yes">
        <source>Dry run: %n customer(s) would be destroyed.</source>
        <translation>
            <numerusform>試行の結果：お客様%Ln件のデータが消去されます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be reduced.</source>
        <translation>
            <numerusform>帳簿項目だけを残すお客様は%Ln件です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Would drop out: {numbers}.</source>
        <translation>対象から外れるお客様：{numbers}。</translation>
    </message>
    <message>
        <source>Nobody would drop out.</source>
        <translation>対象から外れるお客様はいません。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>データは変更していません。</translation>
    </message>
    <message>
        <source>Destroying. This cannot be stopped, and goes on while you use other pages.</source>
        <translation>廃棄を実行しています。途中で止めることはできません。ほかの画面を使っていても続きます。</translation>
    </message>
    <message>
        <source>Part of the work was done. It is only certified once every page was looked at.</source>
        <translation>廃棄は途中まで進んでいます。全ページの確認が終わるまで証明書は作成されません。</translation>
    </message>
    <message>
        <source>Records that would go: {records}; personal values in them: {values}.</source>
        <translation>消去される記録は{records}件、個人情報の項目は{values}件です。</translation>
    </message>
    <message>
        <source>Approved. Nothing has been destroyed yet.</source>
        <translation>承認済みです。まだ何も廃棄されていません。</translation>
    </message>
    <message>
        <source>Customers are being destroyed and every page is looked at. That goes on by itself; leave the computer switched on. Then the window can be closed.</source>
        <translation>お客様の廃棄と全ページの検索を実行しています。このまま自動で続きますので、パソコンの電源を切らないでください。終わると、ウィンドウを閉じられます。</translation>
    </message>
    <message>
        <source>Backup folders</source>
        <translation>バックアップ先</translation>
    </message>
    <message>
        <source>Who goes</source>
        <translation>対象のお客様</translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message>
        <source>Disclosure of personal data</source>
        <translation>保有個人データの開示</translation>
    </message>
    <message>
        <source>Request {number} of {date}</source>
        <translation>開示等のご請求 {number}（{date}受付）</translation>
    </message>
    <message>
        <source>Made {date}</source>
        <translation>作成日 {date}</translation>
    </message>
    <message>
        <source>Customer no. {number}</source>
        <translation>お客様番号 {number}</translation>
    </message>
    <message>
        <source>Why and until when it is kept</source>
        <translation>保存の理由と期限</translation>
    </message>
    <message>
        <source>Nothing stored: {names}</source>
        <translation>記録なし：{names}</translation>
    </message>
    <message>
        <source>Of these kinds nothing is stored at all: {names}</source>
        <translation>次の種類の記録はありません：{names}</translation>
    </message>
    <message>
        <source>Kinds without any record</source>
        <translation>記録のない種類</translation>
    </message>
    <message>
        <source>Stored; told at the counter, since it opens doors for whoever finds a paper</source>
        <translation>記録あり（紙を拾った人に悪用されないよう、窓口で口頭でお伝えします）</translation>
    </message>
    <message>
        <source>Not stored</source>
        <translation>記録なし</translation>
    </message>
    <message>
        <source>So that customers are found, the program keeps name, kana, address, e-mail and phone numbers a second time in a form for searching. It says nothing more than what stands above.</source>
        <translation>検索のため、氏名・フリガナ・住所・メール・電話番号を検索用の形でも保存しています。内容は上記と同じです。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Who saw or changed it ({count} entries)</source>
        <translation>閲覧・変更の記録（{count}件）</translation>
    </message>
    <message>
        <source>What was printed or filed, and who has it</source>
        <translation>印刷・保管した書類と、その渡し先</translation>
    </message>
    <message>
        <source>What was given to other firms</source>
        <translation>他社への提供・委託の記録</translation>
    </message>
    <message>
        <source>Purposes notices you were given</source>
        <translation>お渡しした「個人情報の取り扱いについて」</translation>
    </message>
    <message>
        <source>What you agreed to or took back</source>
        <translation>同意と撤回の記録</translation>
    </message>
    <message>
        <source>What you asked before</source>
        <translation>これまでのご請求</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>ありません。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>渡し先</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>To</source>
        <translation>提供先</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>その後</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>第{number}版</translation>
    </message>
    <message>
        <source>〒{code}</source>
        <translation>〒{code}</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Kana of the family name</source>
        <translation>姓のフリガナ</translation>
    </message>
    <message>
        <source>Kana of the given name</source>
        <translation>名のフリガナ</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Designation</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Note on who has it</source>
        <translation>所在のメモ</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Day of the work</source>
        <translation>作業日</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Prefecture</source>
        <translation>都道府県</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>町名</translation>
    </message>
    <message>
        <source>Block and number</source>
        <translation>丁目・番地</translation>
    </message>
    <message>
        <source>Building and room</source>
        <translation>建物・部屋番号</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>お客様の登録</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>会社・団体名</translation>
    </message>
    <message>
        <source>Kana of the organisation</source>
        <translation>会社・団体名のフリガナ</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>登録日</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>ご担当者</translation>
    </message>
    <message>
        <source>Cautions for a visit</source>
        <translation>訪問時の注意事項</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Added on</source>
        <translation>記入日</translation>
    </message>
    <message>
        <source>Registrations that were joined</source>
        <translation>統合した登録</translation>
    </message>
    <message>
        <source>Values before joining</source>
        <translation>統合前の値</translation>
    </message>
    <message>
        <source>Joined on</source>
        <translation>統合日時</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>工事先</translation>
    </message>
    <message>
        <source>Who is there</source>
        <translation>立会者</translation>
    </message>
    <message>
        <source>Parking and way in</source>
        <translation>駐車・搬入</translation>
    </message>
    <message>
        <source>Keys and lock codes</source>
        <translation>鍵・解錠番号</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>機器</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>設置場所</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>製造番号</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>工事</translation>
    </message>
    <message>
        <source>Client&apos;s slip number</source>
        <translation>元請の伝票番号</translation>
    </message>
    <message>
        <source>Work done</source>
        <translation>作業項目</translation>
    </message>
    <message>
        <source>Dated events of jobs</source>
        <translation>工事の日付記録</translation>
    </message>
    <message>
        <source>Number of the document</source>
        <translation>書類番号</translation>
    </message>
    <message>
        <source>Results of jobs</source>
        <translation>工事の結果</translation>
    </message>
    <message>
        <source>Warranty until</source>
        <translation>保証期限</translation>
    </message>
    <message>
        <source>Results of units</source>
        <translation>機器ごとの結果</translation>
    </message>
    <message>
        <source>Electrical-work ledger</source>
        <translation>電気工事の帳簿</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>Wiring diagram</source>
        <translation>配線図</translation>
    </message>
    <message>
        <source>Refrigerant log</source>
        <translation>冷媒の記録</translation>
    </message>
    <message>
        <source>Certificate number</source>
        <translation>証明書番号</translation>
    </message>
    <message>
        <source>Day it was handed on</source>
        <translation>引渡日</translation>
    </message>
    <message>
        <source>Estimates</source>
        <translation>見積書</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>発行日</translation>
    </message>
    <message>
        <source>Lines of estimates</source>
        <translation>見積の明細</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>請求書</translation>
    </message>
    <message>
        <source>Lines of invoices</source>
        <translation>請求書の明細</translation>
    </message>
    <message>
        <source>Invoices and receipts as they were issued</source>
        <translation>発行した請求書・領収書の控え</translation>
    </message>
    <message>
        <source>What the document says</source>
        <translation>文書の記載内容</translation>
    </message>
    <message>
        <source>Day of the contract</source>
        <translation>契約日</translation>
    </message>
    <message>
        <source>Day the paper was received</source>
        <translation>書面の受領日</translation>
    </message>
    <message>
        <source>Recurring work</source>
        <translation>定期作業</translation>
    </message>
    <message>
        <source>Due next on</source>
        <translation>次回予定日</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>書類の記録</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>書類の日付</translation>
    </message>
    <message>
        <source>Copies of work orders</source>
        <translation>作業指示書の控え</translation>
    </message>
    <message>
        <source>Call notes</source>
        <translation>電話メモ</translation>
    </message>
    <message>
        <source>Caller&apos;s name</source>
        <translation>電話をかけた人</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>用件</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Call on</source>
        <translation>受電日時</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Words of requests</source>
        <translation>ご請求の文面</translation>
    </message>
    <message>
        <source>Name given</source>
        <translation>お申し出の際のお名前</translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>ご請求の内容</translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation>回答の内容</translation>
    </message>
    <message>
        <source>Disposals put off</source>
        <translation>廃棄の保留</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Put off until</source>
        <translation>保留の期限</translation>
    </message>
    <message>
        <source>Notes in the log</source>
        <translation>操作記録のメモ</translation>
    </message>
    <message>
        <source>Half-typed forms</source>
        <translation>入力途中の画面</translation>
    </message>
    <message>
        <source>What was typed so far</source>
        <translation>入力途中の内容</translation>
    </message>
    <message>
        <source>Kept since</source>
        <translation>保存日時</translation>
    </message>
    <message>
        <source>What the asbestos survey rests on</source>
        <translation>石綿の事前調査の根拠</translation>
    </message>
    <message>
        <source>Recovered refrigerant that was handed on</source>
        <translation>引き渡した回収冷媒</translation>
    </message>
    <message>
        <source>Person concerned</source>
        <translation>ご本人</translation>
    </message>
    <message>
        <source>Contracts made on a visit</source>
        <translation>訪問販売の契約</translation>
    </message>
    <message>
        <source>What you had called us for</source>
        <translation>ご依頼の内容</translation>
    </message>
    <message>
        <source>How it is paid</source>
        <translation>お支払いの時期と方法</translation>
    </message>
    <message>
        <source>Special terms</source>
        <translation>特約</translation>
    </message>
</context>
<context>
    <name>DisclosureDialog</name>
    <message>
        <source>Disclose to the customer</source>
        <translation>お客様へ開示する</translation>
    </message>
    <message>
        <source>The file holds everything that is stored about this customer, in full, and who saw it. It is registered as outside the program until you say that it was handed over or destroyed.</source>
        <translation>このお客様について保存しているすべての内容と、閲覧の記録がファイルに入ります。お渡しまたは廃棄を記録するまで、プログラムの外にあるファイルとして登録されます。</translation>
    </message>
    <message>
        <source>Form that the customer chose</source>
        <translation>お客様が選んだ形式</translation>
    </message>
    <message>
        <source>With a password, for sending it</source>
        <translation>送付用にパスワードを付ける</translation>
    </message>
    <message>
        <source>Choose where to save it</source>
        <translation>保存先を選ぶ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Collecting the data</source>
        <translation>データを集めています</translation>
    </message>
    <message>
        <source>disclosure {number}.{ending}</source>
        <translation>開示 {number}.{ending}</translation>
    </message>
    <message>
        <source>Save the disclosure</source>
        <translation>開示資料の保存</translation>
    </message>
    <message>
        <source>“{name}” opens with this password alone. It is shown only now and is stored nowhere. Tell it to the customer by another way than the file.</source>
        <translation>「{name}」はこのパスワードでだけ開きます。表示するのは今だけで、どこにも保存しません。ファイルとは別の方法でお客様に伝えてください。</translation>
    </message>
    <message>
        <source>The file&apos;s password</source>
        <translation>ファイルのパスワード</translation>
    </message>
    <message>
        <source>“{name}” was saved. Say on the page “Today” once it was handed over.</source>
        <translation>「{name}」を保存しました。お渡ししたら、「今日」のページで記録してください。</translation>
    </message>
</context>
<context>
    <name>Dispatch</name>
    <message>
        <source>On leave</source>
        <translation>休暇</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>研修</translation>
    </message>
    <message>
        <source>Other work</source>
        <translation>別の仕事</translation>
    </message>
    <message>
        <source>Office closed</source>
        <translation>休業日</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重複</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>休み</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>休業日</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>祝日</translation>
    </message>
    <message>
        <source>Rest day</source>
        <translation>定休日</translation>
    </message>
    <message>
        <source>Off hours</source>
        <translation>時間外</translation>
    </message>
    <message>
        <source>In the past</source>
        <translation>過去の日時</translation>
    </message>
</context>
<context>
    <name>Disposal</name>
    <message>
        <source>Destroy</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>Reduce to the ledger</source>
        <translation>帳簿項目だけ残す</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Hold disposal</source>
        <translation>廃棄を保留</translation>
    </message>
    <message>
        <source>Being reviewed</source>
        <translation>点検中</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>承認済み</translation>
    </message>
    <message>
        <source>Interrupted while destroying</source>
        <translation>廃棄の途中で中断</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>差し戻し</translation>
    </message>
    <message>
        <source>Verified as erased</source>
        <translation>消去確認済み</translation>
    </message>
    <message>
        <source>Verified with exceptions</source>
        <translation>一部未確認あり</translation>
    </message>
    <message>
        <source>Could not be verified</source>
        <translation>確認できませんでした</translation>
    </message>
    <message>
        <source>A job is still open</source>
        <translation>終わっていない工事があります</translation>
    </message>
    <message>
        <source>A paper copy has not come back</source>
        <translation>返却されていない控えがあります</translation>
    </message>
    <message>
        <source>A paper about this customer has not come back</source>
        <translation>このお客様の書類が戻っていません</translation>
    </message>
    <message>
        <source>A paper of the customer&apos;s own has not been returned</source>
        <translation>お客様からの預かり書類を返していません</translation>
    </message>
    <message>
        <source>An invoice is not settled</source>
        <translation>入金されていない請求があります</translation>
    </message>
    <message>
        <source>A call note is still open</source>
        <translation>未対応の電話メモがあります</translation>
    </message>
    <message>
        <source>Recurring work is still agreed</source>
        <translation>定期作業の予定があります</translation>
    </message>
    <message>
        <source>A partner firm has not confirmed return or destruction</source>
        <translation>協力会社での返却・廃棄の確認が済んでいません</translation>
    </message>
    <message>
        <source>Finish the job, or cancel it.</source>
        <translation>工事を完了させるか、取り消してください。</translation>
    </message>
    <message>
        <source>Fetch the copy back, and note what became of it.</source>
        <translation>控えを回収し、保管・裁断などを登録してください。</translation>
    </message>
    <message>
        <source>Fetch the paper back, and note what became of it.</source>
        <translation>書類を回収し、保管・裁断などを登録してください。</translation>
    </message>
    <message>
        <source>Give the paper back to the customer, and note it.</source>
        <translation>書類をお客様に返却し、登録してください。</translation>
    </message>
    <message>
        <source>Book the payment of the invoice, or note it in the job.</source>
        <translation>請求書の入金を登録するか、工事に入金を記録してください。</translation>
    </message>
    <message>
        <source>See to the call, and close its note.</source>
        <translation>電話に対応し、電話メモを対応済みにしてください。</translation>
    </message>
    <message>
        <source>End the recurring work.</source>
        <translation>定期作業を終了してください。</translation>
    </message>
    <message>
        <source>Bring the incident to its end.</source>
        <translation>事案への対応を終えてください。</translation>
    </message>
    <message>
        <source>Answer the other request first.</source>
        <translation>先に、もう一つのご請求に回答してください。</translation>
    </message>
    <message>
        <source>Ask the firm, and note the return or the destruction.</source>
        <translation>協力会社に確認し、返却または廃棄を記録してください。</translation>
    </message>
    <message>
        <source>Records deleted, all others written into a new file encrypted under new keys, every page of it decrypted and searched, former keys, file and reachable backups removed</source>
        <translation>対象データを削除し、残りのデータを新しい鍵で暗号化した新しいファイルに書き出し、その全ページを復号して検索したうえで、以前の鍵・ファイルと、接続されていたバックアップを削除</translation>
    </message>
    <message>
        <source>Records deleted, all others written into a new file encrypted under new keys, every page of it decrypted and searched</source>
        <translation>対象データを削除し、残りのデータを新しい鍵で暗号化した新しいファイルに書き出し、その全ページを復号して検索</translation>
    </message>
    <message>
        <source>Records deleted, all others written into a new file encrypted under new keys</source>
        <translation>対象データを削除し、残りのデータを新しい鍵で暗号化した新しいファイルに書き出し</translation>
    </message>
    <message>
        <source>Records deleted and overwritten, the encrypted file rebuilt, every page decrypted and searched</source>
        <translation>記録を削除・上書きし、暗号化ファイルを作り直したうえで、全ページを復号して探索</translation>
    </message>
    <message>
        <source>Judging every customer of the batch again</source>
        <translation>対象のお客様をもう一度判定しています</translation>
    </message>
    <message>
        <source>Deleting the records</source>
        <translation>記録を削除しています</translation>
    </message>
    <message>
        <source>Removing the former copies</source>
        <translation>以前の複製を削除しています</translation>
    </message>
    <message>
        <source>Writing ledger and certificate</source>
        <translation>廃棄台帳と証明書を作成しています</translation>
    </message>
    <message>
        <source>A paper had been reported lost, so it could not be shredded.</source>
        <translation>紛失の届け出のある用紙があり、裁断できませんでした。</translation>
    </message>
    <message>
        <source>The list of erased values was lost, so they could not be searched for.</source>
        <translation>消去した値の一覧が失われたため、探索できませんでした。</translation>
    </message>
    <message>
        <source>A customer of this batch is in the database again.</source>
        <translation>廃棄したお客様の記録が、再びデータベースにあります。</translation>
    </message>
    <message>
        <source>An erased value was found in the database file.</source>
        <translation>消去した値がデータベースのファイルに見つかりました。</translation>
    </message>
    <message>
        <source>A page of the database file did not decrypt.</source>
        <translation>データベースのファイルに復号できないページがありました。</translation>
    </message>
    <message>
        <source>A rollback journal beside the database was not searched.</source>
        <translation>データベースに付属するロールバックジャーナルは探索していません。</translation>
    </message>
    <message>
        <source>An unfinished file in the office&apos;s folder was not searched.</source>
        <translation>事務所のフォルダーにある作りかけのファイルは探索していません。</translation>
    </message>
    <message>
        <source>Another database file in the office&apos;s folder was not searched.</source>
        <translation>事務所のフォルダーにある別のデータベースファイルは探索していません。</translation>
    </message>
    <message>
        <source>The structure of the database file could not be followed everywhere.</source>
        <translation>データベースのファイルの構造に、たどれない箇所がありました。</translation>
    </message>
    <message>
        <source>The database file from before the disposal still exists, encrypted.</source>
        <translation>廃棄前のデータベースファイルが、暗号化されたまま残っています。</translation>
    </message>
    <message>
        <source>A backup folder that was not connected holds encrypted backups from before the disposal.</source>
        <translation>接続されていないバックアップ先に、廃棄前の暗号化されたバックアップが残っています。</translation>
    </message>
    <message>
        <source>An encrypted backup from before the disposal stayed in a connected backup folder.</source>
        <translation>接続されているバックアップ先に、廃棄前の暗号化されたバックアップが残っています。</translation>
    </message>
    <message>
        <source>A folder that is no backup folder any more may hold backups from before the disposal.</source>
        <translation>以前のバックアップ先に、廃棄前のバックアップが残っている可能性があります。</translation>
    </message>
    <message>
        <source>An encrypted office that a restore put aside still exists.</source>
        <translation>復元時に退避した、暗号化された事務所データが残っています。</translation>
    </message>
    <message>
        <source>Another login of this computer still holds a key from before the disposal.</source>
        <translation>このパソコンのほかのログインに、廃棄前の鍵が残っています。</translation>
    </message>
    <message>
        <source>An earlier recovery sheet, not reported as shredded, may open a backup that is left.</source>
        <translation>裁断済みと記録されていない以前の復旧用シートで、残っているバックアップを開ける可能性があります。</translation>
    </message>
    <message>
        <source>The retention period had ended</source>
        <translation>保存期間満了</translation>
    </message>
    <message>
        <source>Shredded here</source>
        <translation>社内で裁断</translation>
    </message>
    <message>
        <source>Dissolved by a contractor</source>
        <translation>業者による溶解</translation>
    </message>
    <message>
        <source>Burnt</source>
        <translation>焼却</translation>
    </message>
    <message>
        <source>Strips this coarse can be put together again. Customers&apos; papers need P-4 or finer.</source>
        <translation>この裁断の細かさでは復元されるおそれがあります。お客様の紙は P-4 以上の細かさで裁断してください。</translation>
    </message>
    <message>
        <source>An incident about this customer&apos;s data is still open</source>
        <translation>このお客様の情報に関する事案が完了していません</translation>
    </message>
    <message>
        <source>A request of this customer is not answered yet</source>
        <translation>このお客様からの開示等のご請求にまだ回答していません</translation>
    </message>
    <message>
        <source>An encrypted backup from before an update of the program is still in the office&apos;s folder.</source>
        <translation>プログラムの更新前にとった暗号化バックアップが、事務所のフォルダーに残っています。</translation>
    </message>
    <message>
        <source>Backup folder</source>
        <translation>バックアップ先</translation>
    </message>
    <message>
        <source>Folder taken off the list of backup folders</source>
        <translation>一覧から外したバックアップ先</translation>
    </message>
    <message>
        <source>Office that a restore put aside</source>
        <translation>復元で退避したデータ</translation>
    </message>
    <message>
        <source>Backup from before an update</source>
        <translation>更新前のバックアップ</translation>
    </message>
    <message>
        <source>Another login of this computer</source>
        <translation>このパソコンの別のログイン</translation>
    </message>
    <message>
        <source>Earlier recovery sheet</source>
        <translation>以前の復旧用シート</translation>
    </message>
    <message>
        <source>Medium in the register</source>
        <translation>台帳の媒体</translation>
    </message>
    <message>
        <source>Replaced by a new backup</source>
        <translation>新しいバックアップに置き換え</translation>
    </message>
    <message>
        <source>Not connected: named on the certificate</source>
        <translation>未接続のため証明書に記載</translation>
    </message>
    <message>
        <source>Not connected; no backup is noted there</source>
        <translation>未接続（バックアップの記録なし）</translation>
    </message>
    <message>
        <source>Stays, encrypted: named on the certificate</source>
        <translation>暗号化のまま残り、証明書に記載</translation>
    </message>
    <message>
        <source>Holds a former key until that login opens the office</source>
        <translation>次に開くまで以前の鍵を保持</translation>
    </message>
    <message>
        <source>Shred it: it may open a backup that is left</source>
        <translation>裁断が必要（残ったバックアップを開けるため）</translation>
    </message>
    <message>
        <source>Not searched: look for exported files on it</source>
        <translation>検索の対象外（書き出したファイルを確認）</translation>
    </message>
    <message>
        <source>Free texts were not searched: the disposal was begun with an earlier release.</source>
        <translation>以前の版で始めた廃棄のため、自由記入欄は探索していません。</translation>
    </message>
    <message>
        <source>Rewriting the file under new keys, searching every page and taking new backups</source>
        <translation>新しい鍵でファイルを作り直し、全ページの検索とバックアップを行っています</translation>
    </message>
</context>
<context>
    <name>Disposal ledger</name>
    <message>
        <source>Record id</source>
        <translation>記録ID</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>お客様番号</translation>
    </message>
    <message>
        <source>Destroyed at</source>
        <translation>廃棄日時</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>決まり</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>法令</translation>
    </message>
    <message>
        <source>Values destroyed, by category</source>
        <translation>廃棄した値の数（区分ごと）</translation>
    </message>
    <message>
        <source>Fields kept</source>
        <translation>残した項目</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>保存期限</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>申請者</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>承認者</translation>
    </message>
    <message>
        <source>Witness of the shredding</source>
        <translation>裁断の立会人</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
</context>
<context>
    <name>DisposalCheckStep</name>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Next: decide</source>
        <translation>次へ：判断</translation>
    </message>
    <message>
        <source>Retention over</source>
        <translation>保存期間満了</translation>
    </message>
    <message>
        <source>Reducible to the ledger</source>
        <translation>帳簿項目だけ残せるお客様</translation>
    </message>
    <message>
        <source>Cannot be decided (kept)</source>
        <translation>判定できません
（保存）</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>廃棄を保留</translation>
    </message>
    <message>
        <source>Kept by law or office rule</source>
        <translation>法令・社内の決まりで保存</translation>
    </message>
    <message>
        <source>Paper copies not back</source>
        <translation>未返却の控え</translation>
    </message>
    <message numerus="yes">
        <source>The time of %n call note(s) without a customer has run out; they go with this batch.</source>
        <translation>
            <numerusform>お客様に結び付いていない電話メモ%Ln件は保存期間が満了しているため、今回の廃棄に含めます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call note(s) without a customer are still open and stay.</source>
        <translation>
            <numerusform>未対応の電話メモ%Ln件（登録のないお客様）は残します。</numerusform>
        </translation>
    </message>
    <message>
        <source>You decide for each customer in the next step. Nothing has been destroyed yet.</source>
        <translation>お客様ごとの判断は次の手順で行います。まだ何も廃棄されていません。</translation>
    </message>
    <message>
        <source>How to read these numbers</source>
        <translation>数字の見方</translation>
    </message>
    <message>
        <source>{month}/{year}</source>
        <translation>{year}年{month}月</translation>
    </message>
    <message>
        <source>{month}</source>
        <translation>{month}月</translation>
    </message>
    <message>
        <source>What comes due in the next 12 months</source>
        <translation>今後12か月に保存期間が満了するお客様</translation>
    </message>
    <message>
        <source>Reducible</source>
        <translation>帳簿項目だけ残せます</translation>
    </message>
    <message>
        <source>As long as nothing new is recorded about these customers.</source>
        <translation>新しい記録がなければ、この見込みになります。</translation>
    </message>
    <message>
        <source>Every law and office rule has run out. You may destroy these customers&apos; data.</source>
        <translation>法令・社内の決まりの保存期間がすべて過ぎています。このお客様の情報は廃棄できます。</translation>
    </message>
    <message>
        <source>A law still needs some fields, such as the name. You may let the others go now.</source>
        <translation>お名前など、法律が求める項目がまだあります。ほかの項目は今、廃棄できます。</translation>
    </message>
    <message>
        <source>Cannot be decided</source>
        <translation>判定できません</translation>
    </message>
    <message>
        <source>A date is missing, for example an invoice. The data is kept until it is recorded.</source>
        <translation>請求日などの日付が記録されていません。記録されるまで保存します。</translation>
    </message>
    <message>
        <source>Somebody put the disposal off, with a reason and a date.</source>
        <translation>理由と期限を付けて、廃棄が保留されています。</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>A law or office rule still asks for the data; the customer&apos;s page says until when.</source>
        <translation>法令または社内の決まりにより保存が必要です。期限はお客様の画面で確認できます。</translation>
    </message>
    <message>
        <source>A customer whose copy is still out cannot be destroyed. Ask for its return first.</source>
        <translation>控えが戻っていないお客様は廃棄できません。先に控えを返却してもらってください。</translation>
    </message>
</context>
<context>
    <name>DisposalPage</name>
    <message>
        <source>Disposal</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>Month-end review</source>
        <translation>月末の廃棄点検</translation>
    </message>
    <message>
        <source>Looking at every customer&apos;s retention</source>
        <translation>すべてのお客様の保存期間を確認しています</translation>
    </message>
    <message>
        <source>No disposal yet</source>
        <translation>廃棄はまだ行われていません</translation>
    </message>
    <message>
        <source>Once a month, look at which customers&apos; data is no longer needed, destroy it, and keep the proof.</source>
        <translation>月に一度、不要になったお客様の情報を確認して廃棄し、証明書を保管します。</translation>
    </message>
    <message>
        <source>Disposal batches</source>
        <translation>廃棄点検の一覧</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>対象月</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>申請者</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>承認者</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Erasure on request {numbers}</source>
        <translation>ご請求による消去 {numbers}</translation>
    </message>
    <message>
        <source>On request</source>
        <translation>ご請求</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Disposal review {month} ({number})</source>
        <translation>{month}の廃棄点検（{number}）</translation>
    </message>
</context>
<context>
    <name>DisposalWizard</name>
    <message>
        <source>Something about this batch was changed meanwhile. What you see is from before.</source>
        <translation>その間に、この廃棄に関わる内容が変わりました。表示は変更前のものです。</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>読み込み直す</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>保存して中断</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>This batch was sent back. Begin it again on the customer&apos;s page.</source>
        <translation>この廃棄は差し戻されました。お客様の画面からやり直してください。</translation>
    </message>
    <message>
        <source>This batch was sent back. Begin the review again: what was decided is kept.</source>
        <translation>この廃棄点検は差し戻されました。月末の廃棄点検をもう一度始めてください。判断した内容は残っています。</translation>
    </message>
    <message numerus="yes">
        <source>%n call note(s) without a customer go as well.</source>
        <translation>
            <numerusform>登録のないお客様の電話メモ%Ln件もあわせて廃棄します。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Certificate of disposal {number}</source>
        <translation>廃棄・消去証明書 {number}</translation>
    </message>
    <message>
        <source>The erasure is not confirmed for the exceptions below.</source>
        <translation>下記の例外については、消去を確認できていません。</translation>
    </message>
    <message>
        <source>The erasure is not confirmed. This paper certifies no erasure.</source>
        <translation>消去を確認できませんでした。本書は消去を証明するものではありません。</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>What the disposal covered</source>
        <translation>廃棄の対象</translation>
    </message>
    <message>
        <source>Month of the review</source>
        <translation>点検の月</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様の数</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>記録の数</translation>
    </message>
    <message>
        <source>Values sought</source>
        <translation>探索した値の数</translation>
    </message>
    <message>
        <source>Customers reduced to the ledger: {count}; of them only these fields stay: {fields} ({rule}, {law})</source>
        <translation>お客様{count}件は帳簿項目だけを残しました。残した項目：{fields}（{rule}、{law}）</translation>
    </message>
    <message>
        <source>Call notes without a customer whose time had run out, destroyed besides (office rule): {count}</source>
        <translation>このほか、保存期間（社内の決まり）が満了した、お客様に結び付いていない電話メモ{count}件を廃棄しました</translation>
    </message>
    <message>
        <source>Method used</source>
        <translation>用いた方法</translation>
    </message>
    <message>
        <source>Decrypted and searched: database pages {pages}, log frames {frames}</source>
        <translation>データベース {pages}ページとログ {frames}フレームを復号して探索</translation>
    </message>
    <message>
        <source>Audit log: last entry no. {sequence}</source>
        <translation>操作記録の末尾&#x3000;第{sequence}号</translation>
    </message>
    <message>
        <source>It concerns chosen records only: a partial sanitization (NIST SP 800-88 Rev. 2).</source>
        <translation>対象は選んだ記録だけです（NIST SP 800-88 Rev. 2 の「部分的なサニタイズ」に当たります）。</translation>
    </message>
    <message>
        <source>Papers shredded</source>
        <translation>裁断した書類</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>保存期間の決まり</translation>
    </message>
    <message>
        <source>Papers: {how}</source>
        <translation>紙：{how}</translation>
    </message>
    <message>
        <source>witness {name}</source>
        <translation>立会人 {name}</translation>
    </message>
    <message>
        <source>contractor&apos;s certificate {number}</source>
        <translation>業者の証明書 {number}</translation>
    </message>
    <message>
        <source>Method and check</source>
        <translation>方法と確認</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>実施日時</translation>
    </message>
    <message>
        <source>Proposed and approved</source>
        <translation>申請と承認</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>申請者</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>承認者</translation>
    </message>
    <message>
        <source>The same person proposed and, on a later day, confirmed: no one else could.</source>
        <translation>ほかに承認できる者がいないため、申請者本人が後日あらためて確認しました。</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>The log&apos;s last hash. A log altered later no longer matches this paper.</source>
        <translation>操作記録の最後のハッシュ値です。後から記録を書き換えると、この紙と一致しなくなります。</translation>
    </message>
    <message>
        <source>What this certificate does not claim</source>
        <translation>本書が証明しないこと</translation>
    </message>
    <message>
        <source>The storage device as a whole was not sanitized; it stays in use.</source>
        <translation>記憶装置全体を消去したものではありません。装置は引き続き使用します。</translation>
    </message>
    <message>
        <source>No cryptographic erase: copies of the key store that other programs made were not checked.</source>
        <translation>暗号鍵の破棄による消去（Cryptographic Erase）ではありません。ほかのプログラムが作成した鍵の保管庫の複製は確認していません。</translation>
    </message>
    <message>
        <source>Exported files, mail, photos and other copies elsewhere were not checked.</source>
        <translation>書き出したファイル、メール、写真など、本プログラムの外にある写しは確認していません。</translation>
    </message>
    <message>
        <source>Papers that are not in the register of papers were not checked.</source>
        <translation>書類の台帳に載っていない紙は確認していません。</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>作業指示書</translation>
    </message>
    <message>
        <source>Copy {copy} of {copies}</source>
        <translation>控 {copy} / {copies}</translation>
    </message>
    <message>
        <source>Issued {date} by {name}</source>
        <translation>発行 {date}&#x3000;{name}</translation>
    </message>
    <message>
        <source>Return by {date}</source>
        <translation>返却期限 {date}</translation>
    </message>
    <message>
        <source>This copy is yours to keep</source>
        <translation>お客様にお渡しする控えです</translation>
    </message>
    <message>
        <source>Do not leave this copy on site or in the van. Return it right after work.</source>
        <translation>この控えは工事先や車内に置いたままにせず、作業後すぐに事務所へ返却してください。</translation>
    </message>
    <message>
        <source>About your personal data</source>
        <translation>お客様の個人情報について</translation>
    </message>
    <message>
        <source>Phone {phone}</source>
        <translation>電話 {phone}</translation>
    </message>
    <message>
        <source>FAX {fax}</source>
        <translation>FAX {fax}</translation>
    </message>
    <message>
        <source>Representative {name}</source>
        <translation>代表者 {name}</translation>
    </message>
    <message>
        <source>Registration no. {number}</source>
        <translation>登録番号 {number}</translation>
    </message>
    <message>
        <source>Responsible for personal data: {name}</source>
        <translation>個人情報管理責任者 {name}</translation>
    </message>
    <message>
        <source>Further details</source>
        <translation>補足</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>火</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>水</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>木</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>金</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>土</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>1月</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>2月</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>3月</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>4月</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5月</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>6月</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>7月</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>8月</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>9月</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>10月</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>11月</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>12月</translation>
    </message>
    <message>
        <source>{weekday} {day} {month_name} {year}</source>
        <translation>{month}月{day}日（{weekday}）</translation>
    </message>
    <message>
        <source>{month_name} {year}</source>
        <translation>{year}年{month}月</translation>
    </message>
    <message>
        <source>{day} {month_name}</source>
        <translation>{month}/{day}</translation>
    </message>
    <message>
        <source>{day} {month_name} {year}</source>
        <translation>{year}年{month}月{day}日</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>復旧用シート</translation>
    </message>
    <message>
        <source>Recovery sheet {number}</source>
        <translation>復旧用シート 第{number}号</translation>
    </message>
    <message>
        <source>Sheet no. {number}</source>
        <translation>第{number}号</translation>
    </message>
    <message>
        <source>Made on {date}</source>
        <translation>作成日 {date}</translation>
    </message>
    <message>
        <source>Secret. Whoever holds this sheet and a backup can read every customer record.</source>
        <translation>取扱注意：このシートとバックアップがあれば、すべてのお客様情報を読むことができます。</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>復旧コード</translation>
    </message>
    <message>
        <source>Type the groups in order. Hyphens, spaces and small letters do not matter.</source>
        <translation>番号の順に入力してください。ハイフン・空白・大文字小文字の違いは問いません。</translation>
    </message>
    <message>
        <source>What this sheet opens</source>
        <translation>このシートで開けるもの</translation>
    </message>
    <message>
        <source>The office&apos;s encrypted file, and backups made while this sheet is in force.</source>
        <translation>事務所の暗号化ファイルと、このシートが有効な間に作成したバックアップを開けます。</translation>
    </message>
    <message>
        <source>Older backups may need the sheet that was in force when they were made.</source>
        <translation>それより古いバックアップには、作成時に有効だったシートが必要な場合があります。</translation>
    </message>
    <message>
        <source>Use it when the PC is lost or replaced, or every owner&apos;s passphrase is lost.</source>
        <translation>パソコンの故障・紛失・入れ替えのとき、または責任者全員がパスフレーズを失ったときに使います。</translation>
    </message>
    <message>
        <source>How to keep it</source>
        <translation>保管のしかた</translation>
    </message>
    <message>
        <source>Keep it in a safe or locked cabinet, away from the PC and the backup disks.</source>
        <translation>金庫または鍵のかかる書庫に、パソコンやバックアップの媒体とは別の場所で保管してください。</translation>
    </message>
    <message>
        <source>Do not copy, photograph, scan or send it. Type the code into hvacdesk only.</source>
        <translation>複写・撮影・スキャン・送信をしないでください。コードは hvacdesk 以外に入力しないでください。</translation>
    </message>
    <message>
        <source>When a new sheet is printed, shred the older one at once (P-4 or finer).</source>
        <translation>新しいシートを印刷したら、古いシートはすぐに裁断してください（ISO/IEC 21964 P-4以上）。</translation>
    </message>
    <message>
        <source>If it is lost or may have been seen, tell the person responsible at once.</source>
        <translation>紛失した場合や見られたおそれがある場合は、ただちに責任者へ報告してください。</translation>
    </message>
    <message>
        <source>To tell this sheet from others</source>
        <translation>シートの識別</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>事務所</translation>
    </message>
    <message>
        <source>Office id</source>
        <translation>事務所ID</translation>
    </message>
    <message>
        <source>Key epoch</source>
        <translation>鍵の世代</translation>
    </message>
    <message>
        <source>Fingerprint of the signing key</source>
        <translation>署名鍵の確認値</translation>
    </message>
    <message>
        <source>Written in by hand</source>
        <translation>手書きの記入欄</translation>
    </message>
    <message>
        <source>Kept at</source>
        <translation>保管場所</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>保管者</translation>
    </message>
    <message>
        <source>Older sheet shredded on</source>
        <translation>旧シートの裁断日</translation>
    </message>
    <message>
        <source>Shredded by</source>
        <translation>裁断した人</translation>
    </message>
    <message>
        <source>Results (written in on site)</source>
        <translation>結果（工事先で記入）</translation>
    </message>
    <message>
        <source>Completion report</source>
        <translation>作業完了報告書</translation>
    </message>
    <message>
        <source>We have completed the following work.</source>
        <translation>下記の作業が完了しましたのでご報告いたします。</translation>
    </message>
    <message>
        <source>Work done</source>
        <translation>作業内容</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>作業日時</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>工事先</translation>
    </message>
    <message>
        <source>Work items</source>
        <translation>作業項目</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Measured values</source>
        <translation>測定値</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>difference {difference} K</source>
        <translation>差 {difference} K</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>確認事項</translation>
    </message>
    <message>
        <source>Photos taken</source>
        <translation>撮影した写真</translation>
    </message>
    <message>
        <source>Until {date}</source>
        <translation>{date}まで</translation>
    </message>
    <message>
        <source>None agreed</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>I have received the explanation and accept the work.</source>
        <translation>説明を受け、作業の完了を確認しました。</translation>
    </message>
    <message>
        <source>Work done by</source>
        <translation>施工者</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Worked on</source>
        <translation>作業日</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>from the old unit</source>
        <translation>旧機から回収</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>Drain test</source>
        <translation>ドレン排水確認</translation>
    </message>
    <message>
        <source>No noise or vibration</source>
        <translation>異音・振動なし</translation>
    </message>
    <message>
        <source>Remote control</source>
        <translation>リモコン動作</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>お客様へ説明済み</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>before</source>
        <translation>施工前</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>隠蔽部</translation>
    </message>
    <message>
        <source>after</source>
        <translation>施工後</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>異音</translation>
    </message>
    <message>
        <source>Vibration</source>
        <translation>振動</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>損傷</translation>
    </message>
    <message>
        <source>Corrosion</source>
        <translation>腐食</translation>
    </message>
    <message>
        <source>Oil</source>
        <translation>油にじみ</translation>
    </message>
    <message>
        <source>Frost</source>
        <translation>着霜</translation>
    </message>
    <message>
        <source>Outlet air</source>
        <translation>吹出し空気</translation>
    </message>
    <message>
        <source>○ normal  × fault</source>
        <translation>○ 正常&#x3000;× 異常</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>異常</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Checked by (seal)</source>
        <translation>検印</translation>
    </message>
    <message>
        <source>Work order {number}</source>
        <translation>作業指示書 {number}</translation>
    </message>
    <message>
        <source>Work orders, {count} copies</source>
        <translation>作業指示書 {count}枚</translation>
    </message>
    <message>
        <source>Date not fixed</source>
        <translation>日時未定</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>お支払い方法</translation>
    </message>
    <message>
        <source>Amount to collect</source>
        <translation>集金額</translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation>お支払い額</translation>
    </message>
    <message>
        <source>Nothing to collect</source>
        <translation>集金なし</translation>
    </message>
    <message>
        <source>Amount to collect: not fixed yet</source>
        <translation>集金額未定</translation>
    </message>
    <message>
        <source>Customer and site</source>
        <translation>お客様・工事先</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Call through the office</source>
        <translation>連絡は事務所へ</translation>
    </message>
    <message>
        <source>Customer no.</source>
        <translation>お客様番号</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>建物</translation>
    </message>
    <message>
        <source>Detached house</source>
        <translation>戸建て</translation>
    </message>
    <message>
        <source>Apartment</source>
        <translation>集合住宅</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>階</translation>
    </message>
    <message>
        <source>Attends</source>
        <translation>立会い</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>管理会社の許可</translation>
    </message>
    <message>
        <source>given</source>
        <translation>済</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>着工</translation>
    </message>
    <message>
        <source>Parking and carry-in</source>
        <translation>駐車・搬入</translation>
    </message>
    <message>
        <source>Please mind</source>
        <translation>ご注意</translation>
    </message>
    <message>
        <source>Asbestos survey first</source>
        <translation>石綿の事前調査が必要です</translation>
    </message>
    <message>
        <source>Built before September 2006, or date unknown. Survey and record before drilling or removing.</source>
        <translation>2006年8月31日以前に着工、または着工日不明の建物です。穴あけ・撤去の前に調査し、記録してください。</translation>
    </message>
    <message>
        <source>Surveyed</source>
        <translation>調査済み</translation>
    </message>
    <message>
        <source>No asbestos</source>
        <translation>石綿なし</translation>
    </message>
    <message>
        <source>Asbestos found: stop</source>
        <translation>石綿あり（作業中止・連絡）</translation>
    </message>
    <message>
        <source>Indoor</source>
        <translation>室内機</translation>
    </message>
    <message>
        <source>Outdoor</source>
        <translation>室外機</translation>
    </message>
    <message>
        <source>Unit, place</source>
        <translation>区分・場所</translation>
    </message>
    <message>
        <source>Maker, year</source>
        <translation>メーカー・年式</translation>
    </message>
    <message>
        <source>Model / serial no.</source>
        <translation>型番／製造番号</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>電源</translation>
    </message>
    <message>
        <source>Standard work</source>
        <translation>標準工事</translation>
    </message>
    <message>
        <source>Additional work</source>
        <translation>追加工事</translation>
    </message>
    <message>
        <source>Address labels</source>
        <translation>宛名ラベル</translation>
    </message>
    <message>
        <source>Envelope {paper}</source>
        <translation>封筒 {paper}</translation>
    </message>
    <message>
        <source>Contact slip</source>
        <translation>連絡票</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>For</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Shred today, back in the office. Write no name or address on this slip.</source>
        <translation>本日中に事務所へ戻し、裁断してください。この票に氏名や住所を書き込まないでください。</translation>
    </message>
    <message>
        <source>Cut here</source>
        <translation>切り取り線</translation>
    </message>
    <message>
        <source>Evening check of papers</source>
        <translation>紙の点検表</translation>
    </message>
    <message>
        <source>Out: {count}</source>
        <translation>持出中 {count}件</translation>
    </message>
    <message>
        <source>Overdue: find them today ({count})</source>
        <translation>期限超過・本日中に確認（{count}件）</translation>
    </message>
    <message>
        <source>To shred today ({count})</source>
        <translation>本日裁断する書類（{count}件）</translation>
    </message>
    <message>
        <source>Out, not due yet ({count})</source>
        <translation>持出中・期限前（{count}件）</translation>
    </message>
    <message>
        <source>The customers&apos; own papers, to be given back ({count})</source>
        <translation>お客様へ返却する預かり書類（{count}件）</translation>
    </message>
    <message>
        <source>Perhaps printed: look for them, and register what became of each ({count})</source>
        <translation>印刷されたかもしれない書類・確認して登録（{count}件）</translation>
    </message>
    <message>
        <source>Reported lost, and not yet looked at by the person responsible: {count}</source>
        <translation>紛失の届け出があり、責任者がまだ確認していないもの：{count}件</translation>
    </message>
    <message>
        <source>Also look at: the printer&apos;s tray, the desk, the counter, the vans, the FAX. Every paper found goes back into the register.</source>
        <translation>プリンターの排紙口、机、受付カウンター、車、FAXも確認し、見つけた用紙はすべて台帳に登録してください。</translation>
    </message>
    <message>
        <source>Checked by, time</source>
        <translation>確認者・時刻</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>用紙の番号</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>持っている人</translation>
    </message>
    <message>
        <source>Due back</source>
        <translation>戻す期限</translation>
    </message>
    <message>
        <source>Electrical-work ledger</source>
        <translation>電気工事の帳簿</translation>
    </message>
    <message>
        <source>Entries: {count}</source>
        <translation>記入 {count}件</translation>
    </message>
    <message>
        <source>Place of business</source>
        <translation>営業所</translation>
    </message>
    <message>
        <source>{day}&#x3000;Job no. {number}</source>
        <translation>{day}&#x3000;工事番号 {number}</translation>
    </message>
    <message>
        <source>Ordered by</source>
        <translation>注文者</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Kind of electrical work</source>
        <translation>電気工事の種類</translation>
    </message>
    <message>
        <source>Place of the work</source>
        <translation>施工場所</translation>
    </message>
    <message>
        <source>Chief electrician</source>
        <translation>主任電気工事士</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>作業者</translation>
    </message>
    <message>
        <source>Wiring diagram</source>
        <translation>配線図</translation>
    </message>
    <message>
        <source>Result of the inspection</source>
        <translation>検査結果</translation>
    </message>
    <message>
        <source>Earthing</source>
        <translation>接地抵抗</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>電圧</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>FAX</source>
        <translation>FAX送付状</translation>
    </message>
    <message>
        <source>FAX {paper}</source>
        <translation>FAX送付状 {paper}</translation>
    </message>
    <message>
        <source>To</source>
        <translation>送信先</translation>
    </message>
    <message>
        <source>FAX no.</source>
        <translation>FAX番号</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>枚数</translation>
    </message>
    <message>
        <source>{count}, this cover included</source>
        <translation>この送付状を含め {count}枚</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>送信者</translation>
    </message>
    <message>
        <source>If this is not for you</source>
        <translation>お心当たりのない場合</translation>
    </message>
    <message>
        <source>These pages carry personal data. If they reached you by mistake, please call us at {phone} and shred them; do not copy them or pass them on.</source>
        <translation>このFAXには個人情報が含まれています。誤って届いた場合は、お手数ですが {phone} までお電話のうえ、裁断していただきますようお願いいたします。複写や、ほかの方への提供はご遠慮ください。</translation>
    </message>
    <message>
        <source>Please call us when all pages have arrived and can be read.</source>
        <translation>全ページが届き、読み取れることをご確認のうえ、お電話をいただけますようお願いいたします。</translation>
    </message>
    <message>
        <source>Record of a sanitized medium</source>
        <translation>媒体の消去・廃棄記録</translation>
    </message>
    <message>
        <source>Done {date}</source>
        <translation>実施日 {date}</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Written on it</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Sanitization</source>
        <translation>消去・廃棄</translation>
    </message>
    <message>
        <source>Kind of sanitization</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Technique</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Program or machine</source>
        <translation>ソフト・機械</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>確認の方法</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>確認者</translation>
    </message>
    <message>
        <source>People and whereabouts</source>
        <translation>担当と行き先</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>立会人</translation>
    </message>
    <message>
        <source>Contractor&apos;s certificate</source>
        <translation>業者の証明書番号</translation>
    </message>
    <message>
        <source>Where it went</source>
        <translation>行き先</translation>
    </message>
    <message>
        <source>To be written and signed by hand</source>
        <translation>手書きで記入・署名する欄</translation>
    </message>
    <message>
        <source>Used by (person, computer)</source>
        <translation>使用していた人・パソコン</translation>
    </message>
    <message>
        <source>Most sensitive data on it</source>
        <translation>入っていた情報のうち最も重要なもの</translation>
    </message>
    <message>
        <source>Place, and positions of those who signed</source>
        <translation>実施場所、署名者の役職</translation>
    </message>
    <message>
        <source>Sanitized by</source>
        <translation>実施者</translation>
    </message>
    <message>
        <source>Terms of NIST SP 800-88 Rev. 2 (Guidelines for Media Sanitization).</source>
        <translation>区分の用語は NIST SP 800-88 Rev. 2（媒体のデータ抹消の指針）によります。</translation>
    </message>
    <message>
        <source>Refrigerant log</source>
        <translation>冷媒の充塡・回収の記録</translation>
    </message>
    <message>
        <source>Owner of the units</source>
        <translation>機器の管理者</translation>
    </message>
    <message>
        <source>Charged and recovered by</source>
        <translation>充塡・回収の実施者</translation>
    </message>
    <message>
        <source>Charge from the works</source>
        <translation>出荷時の充塡量</translation>
    </message>
    <message>
        <source>Charge now (net)</source>
        <translation>現在の充塡量（差引）</translation>
    </message>
    <message>
        <source>Charged in all</source>
        <translation>充塡量の合計</translation>
    </message>
    <message>
        <source>Recovered in all</source>
        <translation>回収量の合計</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>No refrigerant has been charged or recovered.</source>
        <translation>冷媒の充塡・回収の記録はありません。</translation>
    </message>
    <message>
        <source>Struck {date}: {reason}</source>
        <translation>{date} 取消：{reason}</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>差引</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>時期</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>作業者</translation>
    </message>
    <message>
        <source>Certificate, job, note</source>
        <translation>証明書・工事番号・備考</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>見本</translation>
    </message>
    <message>
        <source>1-2-3 Sample Town</source>
        <translation>見本町1丁目2-3</translation>
    </message>
    <message>
        <source>On the customer&apos;s request</source>
        <translation>お客様のご請求による廃棄</translation>
    </message>
    <message>
        <source>Answer to your request for erasure</source>
        <translation>消去のご請求への回答書</translation>
    </message>
    <message>
        <source>Erasure of your data: what can be done</source>
        <translation>お客様の情報の消去についてのご案内</translation>
    </message>
    <message>
        <source>Request received</source>
        <translation>ご請求日</translation>
    </message>
    <message>
        <source>Erased on</source>
        <translation>消去した日</translation>
    </message>
    <message>
        <source>Deleted on</source>
        <translation>削除した日</translation>
    </message>
    <message>
        <source>What was erased</source>
        <translation>消去した情報</translation>
    </message>
    <message>
        <source>What was deleted</source>
        <translation>削除した情報</translation>
    </message>
    <message>
        <source>What can be erased</source>
        <translation>消去できる情報</translation>
    </message>
    <message>
        <source>Everything that was registered about you</source>
        <translation>登録していたお客様の情報すべて</translation>
    </message>
    <message>
        <source>What has to be kept, and why</source>
        <translation>保存が必要な情報とその理由</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Data that is kept</source>
        <translation>保存する情報</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>保存期限</translation>
    </message>
    <message>
        <source>What is kept is used for nothing else, and is erased when its period has ended.</source>
        <translation>保存する情報は、ほかの目的には使用せず、保存期間が満了しましたら消去いたします。</translation>
    </message>
    <message>
        <source>What has to be finished first</source>
        <translation>先に完了が必要なこと</translation>
    </message>
    <message>
        <source>The disposal of your data is put off at present.</source>
        <translation>現在、お客様の情報の廃棄を保留しております。</translation>
    </message>
    <message>
        <source>What could not be confirmed</source>
        <translation>確認できなかった点</translation>
    </message>
    <message>
        <source>If you have a question or a complaint, please ask the person responsible for personal data.</source>
        <translation>ご質問やご意見は、個人情報管理責任者までお寄せください。</translation>
    </message>
    <message>
        <source>The data below can be erased. We begin when you ask us to; another person has to approve it.</source>
        <translation>下記の情報は消去できます。ご請求をいただいた後、別の責任者の承認を得て消去いたします。</translation>
    </message>
    <message>
        <source>We received your request and are carrying it out. You will be told when it is done.</source>
        <translation>ご請求を承り、消去の手続きを進めております。完了しましたらお知らせいたします。</translation>
    </message>
    <message>
        <source>We cannot erase your data yet, since it has to be kept for the reasons below.</source>
        <translation>下記の理由で保存が必要なため、お客様の情報はまだ消去できません。ご了承ください。</translation>
    </message>
    <message>
        <source>We cannot erase your data yet, since something has to be finished first.</source>
        <translation>先に完了が必要なことがあるため、お客様の情報はまだ消去できません。</translation>
    </message>
    <message>
        <source>Your data was erased from our customer register.</source>
        <translation>お客様の情報を、当社のお客様台帳から消去いたしました。</translation>
    </message>
    <message>
        <source>Your data was erased from our customer register, except what laws require us to keep.</source>
        <translation>法律で保存が必要なものを除き、お客様の情報を当社のお客様台帳から消去いたしました。</translation>
    </message>
    <message>
        <source>Your records were deleted, but the check of the erasure did not succeed. We will write again.</source>
        <translation>お客様の記録を削除いたしましたが、消去を確認できませんでした。あらためてご連絡いたします。</translation>
    </message>
    <message>
        <source>Your records were deleted. Their erasure is not confirmed for the points below.</source>
        <translation>お客様の記録を削除いたしました。下記の点については、消去を確認できておりません。</translation>
    </message>
    <message>
        <source>Your records were deleted, except what laws require us to keep. The erasure is not confirmed for the points below.</source>
        <translation>法律で保存が必要なものを除き、お客様の記録を削除いたしました。下記の点については、消去を確認できておりません。</translation>
    </message>
    <message>
        <source>Part of your data can be erased. Laws require us to keep the rest as listed below.</source>
        <translation>お客様の情報の一部は消去できます。残りは下記のとおり法律で保存が必要です。</translation>
    </message>
    <message>
        <source>Certificate of a restore</source>
        <translation>復元証明書</translation>
    </message>
    <message>
        <source>Certificate of a restore {number}</source>
        <translation>復元証明書 {number}</translation>
    </message>
    <message>
        <source>The restore</source>
        <translation>復元の内容</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>復元した日時</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>復元した人</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>Backup taken</source>
        <translation>バックアップの日時</translation>
    </message>
    <message>
        <source>Log entries after the backup</source>
        <translation>バックアップ後の操作記録（失われた件数）</translation>
    </message>
    <message>
        <source>Disposals carried out again</source>
        <translation>あらためて行った廃棄</translation>
    </message>
    <message>
        <source>The backup held nobody who is on the disposed list.</source>
        <translation>バックアップに、廃棄済み一覧にあるお客様の情報はありませんでした。</translation>
    </message>
    <message>
        <source>Destroyed again</source>
        <translation>再廃棄（件）</translation>
    </message>
    <message>
        <source>Reduced again</source>
        <translation>帳簿項目だけ残した（件）</translation>
    </message>
    <message>
        <source>not on the list</source>
        <translation>一覧に記載なし</translation>
    </message>
    <message>
        <source>The disposed list</source>
        <translation>廃棄済み一覧</translation>
    </message>
    <message>
        <source>Signed lists found: {count}. The last disposal on them: {moment}.</source>
        <translation>署名のある一覧：{count}件。一覧にある最後の廃棄：{moment}。</translation>
    </message>
    <message>
        <source>No signed disposed list was found.</source>
        <translation>署名のある廃棄済み一覧は見つかりませんでした。</translation>
    </message>
    <message>
        <source>No disposal on the lists is newer than the backup. If any was carried out after it, and its list was out of reach, those customers are in the restored file: compare with the certificates on paper.</source>
        <translation>バックアップより新しい廃棄は、一覧にありません。その後に廃棄を行い、その一覧が手元になかった場合、復元したファイルにはそのお客様の情報が含まれています。紙の証明書と照らし合わせてください。</translation>
    </message>
    <message>
        <source>Disposals later than the last one on the lists cannot be known from them.</source>
        <translation>一覧にある最後の廃棄より後に行った廃棄は、一覧からは分かりません。</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>第{version}版</translation>
    </message>
    <message>
        <source>In force since {date}</source>
        <translation>{date}から施行</translation>
    </message>
    <message>
        <source>Record of training</source>
        <translation>教育記録</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>{year}年</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>研修の内容</translation>
    </message>
    <message>
        <source>Protection of customers&apos; data in everyday work: on site and in the van, at the counter and on the phone, computers and passphrases, disposal, leaks and reporting. Pages to read and a quiz of {asked} questions; passed with {pass_mark} right answers.</source>
        <translation>日々の仕事でのお客様の情報の保護（工事先と車、窓口と電話、パソコンとパスフレーズ、廃棄・漏えい・通報）。教材を読み、{asked}問の確認テストに答える。{pass_mark}問以上の正解で合格。</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>受講の記録</translation>
    </message>
    <message>
        <source>Right answers</source>
        <translation>正解数</translation>
    </message>
    <message>
        <source>{right} of {asked} (needed: {pass_mark})</source>
        <translation>{asked}問中{right}問（合格は{pass_mark}問）</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>{name} (left the office)</source>
        <translation>{name}（退職）</translation>
    </message>
    <message>
        <source>No training is on record.</source>
        <translation>受講の記録はありません。</translation>
    </message>
    <message>
        <source>Not passed in this year</source>
        <translation>この年にまだ合格していない人</translation>
    </message>
    <message>
        <source>Record of violations and what followed</source>
        <translation>違反・処分の記録</translation>
    </message>
    <message>
        <source>Records: {count}</source>
        <translation>記録 {count}件</translation>
    </message>
    <message>
        <source>{number}  {date}  {name}</source>
        <translation>{number}&#x3000;{date}&#x3000;{name}</translation>
    </message>
    <message>
        <source>What followed</source>
        <translation>処分</translation>
    </message>
    <message>
        <source>closed {date}, {name}</source>
        <translation>完結 {date}（{name}）</translation>
    </message>
    <message>
        <source>open</source>
        <translation>対応中</translation>
    </message>
    <message>
        <source>{name}, {date}</source>
        <translation>{name}（{date}）</translation>
    </message>
    <message>
        <source>No violation is on record.</source>
        <translation>違反の記録はありません。</translation>
    </message>
    <message>
        <source>Only the persons responsible may read this. Keep it in a locked cabinet.</source>
        <translation>責任者だけが読める記録です。鍵のかかる書庫に保管してください。</translation>
    </message>
    <message>
        <source>Record of an incident</source>
        <translation>事案の記録</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>事実</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>発生した日</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>Staff member&apos;s login</source>
        <translation>関係するアカウント</translation>
    </message>
    <message>
        <source>Disposal</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>対応中</translation>
    </message>
    <message>
        <source>Closed {when} by {who}</source>
        <translation>{when} 終了（{who}）</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>暗号化</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>委託元</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>preliminary {first} to {last}, final {final}</source>
        <translation>速報 {first}から{last}まで、確報 {final}</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>preliminary {preliminary}, final {final}</source>
        <translation>速報 {preliminary}、確報 {final}</translation>
    </message>
    <message>
        <source>{law} (as of {as_of})</source>
        <translation>{law}（{as_of}時点）</translation>
    </message>
    <message>
        <source>Customers concerned</source>
        <translation>対象のお客様</translation>
    </message>
    <message>
        <source>{extent}. People: {count}</source>
        <translation>{extent}&#x3000;{count}人</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>判明の経緯</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>ご連絡</translation>
    </message>
    <message>
        <source>Taken off: {reason}</source>
        <translation>対象外（{reason}）</translation>
    </message>
    <message>
        <source>Prevention</source>
        <translation>再発防止策</translation>
    </message>
    <message>
        <source>by {owner}, due {due}</source>
        <translation>担当 {owner}、期限 {due}</translation>
    </message>
    <message>
        <source>by {owner}, done {done}</source>
        <translation>担当 {owner}、{done} 完了</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Missing before it can be closed</source>
        <translation>終了までに残っていること</translation>
    </message>
    <message>
        <source>Practice with made-up people. Nothing of it happened.</source>
        <translation>架空の人物による訓練です。実際には起きていません。</translation>
    </message>
    <message>
        <source>About your personal data: an apology and a report</source>
        <translation>お客様の個人情報に関するお詫びとご報告</translation>
    </message>
    <message>
        <source>Notice about personal data</source>
        <translation>個人情報に関するお知らせ</translation>
    </message>
    <message>
        <source>We are very sorry to tell you that something went wrong with the personal data that you entrusted to us. We report below what happened and what we do about it.</source>
        <translation>このたび、お預かりしているお客様の個人情報について、下記の事態が生じました。ご心配とご迷惑をおかけしておりますことを、心よりお詫び申し上げます。経緯と対応を次のとおりご報告いたします。</translation>
    </message>
    <message>
        <source>Something went wrong with personal data that customers entrusted to us. This notice is for everybody concerned whom we could not reach. We are very sorry.</source>
        <translation>このたび、お客様からお預かりしている個人情報について、下記の事態が生じました。個別にご連絡できない方にもお知らせするため、ここに公表いたします。ご心配とご迷惑をおかけし、心よりお詫び申し上げます。</translation>
    </message>
    <message>
        <source>Your data that is concerned</source>
        <translation>対象となるお客様の情報</translation>
    </message>
    <message>
        <source>Data that is concerned</source>
        <translation>対象となる情報</translation>
    </message>
    <message>
        <source>How it happened</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>We are still looking into it and will report again.</source>
        <translation>現在調査しております。判明次第、あらためてご報告いたします。</translation>
    </message>
    <message>
        <source>Damage that may follow</source>
        <translation>二次被害のおそれ</translation>
    </message>
    <message>
        <source>We know of none so far. Please be careful with calls, letters and visits that you did not expect, and tell us about them.</source>
        <translation>現時点で被害は確認しておりません。お心当たりのない電話・郵便・訪問には十分ご注意いただき、お気づきの点がございましたら当社までお知らせください。</translation>
    </message>
    <message>
        <source>What we do</source>
        <translation>対応と再発防止</translation>
    </message>
    <message>
        <source>Whom to ask</source>
        <translation>お問い合わせ先</translation>
    </message>
    <message>
        <source>{name}, in charge: {manager}, phone {phone}</source>
        <translation>{name}&#x3000;担当 {manager}&#x3000;電話 {phone}</translation>
    </message>
    <message>
        <source>Please call us with any question. You may also ask us to disclose, correct or erase the data that we hold.</source>
        <translation>ご不明な点がございましたら、お電話ください。当社が保有する情報の開示・訂正・消去のご請求も承ります。</translation>
    </message>
    <message>
        <source>Leak report, preliminary (draft)</source>
        <translation>漏えい等報告書（速報）案</translation>
    </message>
    <message>
        <source>Leak report, final (draft)</source>
        <translation>漏えい等報告書（確報）案</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Items of personal data</source>
        <translation>漏えい等が発生し、又は発生したおそれがある個人データの項目</translation>
    </message>
    <message>
        <source>Number of people</source>
        <translation>漏えい等が発生し、又は発生したおそれがある個人データに係る本人の数</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Secondary damage, or its possibility, and what it is</source>
        <translation>二次被害又はそのおそれの有無及びその内容</translation>
    </message>
    <message>
        <source>What is done towards the people concerned</source>
        <translation>本人への対応の実施状況</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>公表の実施状況</translation>
    </message>
    <message>
        <source>What is done so that it does not happen again</source>
        <translation>再発防止のための措置</translation>
    </message>
    <message>
        <source>Other matters of note</source>
        <translation>その他参考となる事項</translation>
    </message>
    <message>
        <source>It happened on {first}.</source>
        <translation>{first}に発生しました。</translation>
    </message>
    <message>
        <source>It happened between {first} and {last}.</source>
        <translation>{first}から{last}までの間に発生しました。</translation>
    </message>
    <message>
        <source>Being looked into.</source>
        <translation>調査中です。</translation>
    </message>
    <message>
        <source>People: {count}</source>
        <translation>{count}人</translation>
    </message>
    <message>
        <source>People: {count} (everybody in the register)</source>
        <translation>{count}人（登録されているお客様全員）</translation>
    </message>
    <message>
        <source>None is known so far.</source>
        <translation>現時点で確認していません。</translation>
    </message>
    <message>
        <source>{outcome}: {count}</source>
        <translation>{outcome}：{count}人</translation>
    </message>
    <message>
        <source>Not told yet: {count}</source>
        <translation>未連絡：{count}人</translation>
    </message>
    <message>
        <source>Out of reach: {count}</source>
        <translation>連絡が取れない方：{count}人</translation>
    </message>
    <message>
        <source>A notice was published on {day} for those who cannot be reached.</source>
        <translation>連絡が取れない方のため、{day}に公表しました。</translation>
    </message>
    <message>
        <source>Not published.</source>
        <translation>公表していません。</translation>
    </message>
    <message>
        <source>・{text} (by {owner}, due {due})</source>
        <translation>・{text}（担当 {owner}、期限 {due}）</translation>
    </message>
    <message>
        <source>・{text} (by {owner}, done {done})</source>
        <translation>・{text}（担当 {owner}、{done} 完了）</translation>
    </message>
    <message>
        <source>Being decided.</source>
        <translation>検討中です。</translation>
    </message>
    <message>
        <source>The data was entrusted by {client}; told on {day}.</source>
        <translation>{client}から委託を受けた情報で、{day}に委託元へ通知しました。</translation>
    </message>
    <message>
        <source>The data was entrusted by {client}, who has not been told yet.</source>
        <translation>{client}から委託を受けた情報です。委託元へは未通知です。</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>報告者</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>promptly: {first} to {last} by the guideline</source>
        <translation>速やかに（ガイドラインの目安 {first}から{last}まで）</translation>
    </message>
    <message>
        <source>{number}. {title}</source>
        <translation>{number}. {title}</translation>
    </message>
    <message>
        <source>Draft from the facts in the program. By {source}, as of {as_of}; have a professional confirm.</source>
        <translation>登録された事実から作成した案です。根拠：{source}（{as_of}時点）。専門家の確認を受けてください。</translation>
    </message>
    <message>
        <source>Hand-over ledger</source>
        <translation>受け渡し記録</translation>
    </message>
    <message>
        <source>All firms</source>
        <translation>すべての会社</translation>
    </message>
    <message>
        <source>Hand-overs: {count}, still out: {open}, of these overdue: {late}</source>
        <translation>受け渡し {count}件（未返却 {open}件、うち期限超過 {late}件）</translation>
    </message>
    <message>
        <source>Nothing was handed over.</source>
        <translation>受け渡しはありません。</translation>
    </message>
    <message>
        <source>copy {number}</source>
        <translation>控 {number}</translation>
    </message>
    <message>
        <source>Not to come back</source>
        <translation>返却なし</translation>
    </message>
    <message>
        <source>The ledger names customers by number and fields by name. It is kept when a customer&apos;s data is destroyed, since it shows what was done with that data.</source>
        <translation>この記録はお客様を番号で、渡した内容を項目名で示します。お客様の情報を廃棄した後も、その取り扱いを示す記録として残します。</translation>
    </message>
    <message>
        <source>Number, day</source>
        <translation>番号・日付</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>会社</translation>
    </message>
    <message>
        <source>Job, customer</source>
        <translation>工事・お客様</translation>
    </message>
    <message>
        <source>What was handed over</source>
        <translation>渡した項目</translation>
    </message>
    <message>
        <source>Basis, on what</source>
        <translation>根拠・媒体</translation>
    </message>
    <message>
        <source>Return or destruction</source>
        <translation>返却・廃棄の確認</translation>
    </message>
    <message>
        <source>Check of a partner firm</source>
        <translation>協力会社の点検記録</translation>
    </message>
    <message>
        <source>Checked {date}</source>
        <translation>点検日 {date}</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Next check by</source>
        <translation>次回の期限</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>点検した人</translation>
    </message>
    <message>
        <source>What was found, what is to be mended</source>
        <translation>気づいた点・改善すること</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>点検項目</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Record of a provision</source>
        <translation>第三者提供記録</translation>
    </message>
    <message>
        <source>Provided {date}</source>
        <translation>提供日 {date}</translation>
    </message>
    <message>
        <source>Third party</source>
        <translation>提供先</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>所在地</translation>
    </message>
    <message>
        <source>Represented by</source>
        <translation>代表者</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>Customer {number}</source>
        <translation>お客様 {number}</translation>
    </message>
    <message>
        <source>(data destroyed)</source>
        <translation>（データは廃棄済み）</translation>
    </message>
    <message>
        <source>Kinds of data</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>On what</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工事</translation>
    </message>
    <message>
        <source>Consent of the person</source>
        <translation>本人の同意</translation>
    </message>
    <message>
        <source>The person has agreed to this provision.</source>
        <translation>この提供について、本人の同意を得ています。</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>保存期限</translation>
    </message>
    <message>
        <source>{date} (three years from the provision)</source>
        <translation>{date}（提供から3年）</translation>
    </message>
    <message>
        <source>{date} (one year: a contract stands in for the record)</source>
        <translation>{date}（1年：契約書などで記録に代える場合）</translation>
    </message>
    <message>
        <source>Out, due</source>
        <translation>未返却&#x3000;期限</translation>
    </message>
    <message>
        <source>Overdue since</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Access review</source>
        <translation>閲覧点検表</translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>通常と異なる点</translation>
    </message>
    <message>
        <source>Nothing unusual by the limits below.</source>
        <translation>下記の基準では、通常と異なる点はありません。</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>担当者別</translation>
    </message>
    <message>
        <source>By customer</source>
        <translation>お客様別</translation>
    </message>
    <message>
        <source>Nobody showed, printed or exported anything in this month.</source>
        <translation>この月に表示・印刷・書き出しはありません。</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>End of the log&apos;s chain</source>
        <translation>ハッシュ連鎖の末尾</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>ハッシュ値</translation>
    </message>
    <message>
        <source>when it was signed</source>
        <translation>（確認した時点）</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>{who}, {when}</source>
        <translation>{who}&#x3000;{when}</translation>
    </message>
    <message>
        <source>Not signed yet.</source>
        <translation>未確認です。</translation>
    </message>
    <message>
        <source>The signer&apos;s own acts are on this sheet: the office has nobody else who could have signed it.</source>
        <translation>確認した責任者自身の操作を含みます。ほかに確認できる責任者がいないためです。</translation>
    </message>
    <message>
        <source>Limits: {reveals} reveals within an hour, night from {start} to {end}, {searches} searches on one day. {source}, {as_of}.</source>
        <translation>基準：1時間に{reveals}件以上の表示、夜間は{start}～{end}、1日に{searches}回以上の検索。根拠：{source}（{as_of}時点）。</translation>
    </message>
    <message>
        <source>{name} {count}</source>
        <translation>{name} {count}件</translation>
    </message>
    <message>
        <source>Trial sheet for labels</source>
        <translation>ラベルの試し刷り</translation>
    </message>
    <message>
        <source>{count} labels, {width} × {height} mm</source>
        <translation>{count}面&#x3000;{width} × {height} mm</translation>
    </message>
    <message>
        <source>Printed with: to the right {right} mm, down {down} mm</source>
        <translation>印刷位置：右へ {right} mm、下へ {down} mm</translation>
    </message>
    <message>
        <source>Hold this page over a sheet of labels against the light. Where a label&apos;s edge lies right of or below its line here, add that many millimetres; left of or above it, take them off. One mark is 1 mm.</source>
        <translation>ラベル用紙に重ねて光に透かしてください。ラベルの端が線より右・下にあるときは、その分のmmを足し、左・上にあるときは引いてください。1目盛りは1 mmです。</translation>
    </message>
    <message>
        <source>Rows: {count}</source>
        <translation>件数：{count}件</translation>
    </message>
    <message>
        <source>As shown on the screen: what is hidden there is hidden here. Shred this list when it is not needed.</source>
        <translation>画面の表示どおりに印刷しています（伏せ字の部分は伏せたままです）。不要になったら裁断してください。</translation>
    </message>
    <message>
        <source>none registered</source>
        <translation>登録なし</translation>
    </message>
    <message>
        <source>Lists that were damaged or not signed by the office, and not used: {count}.</source>
        <translation>壊れているか事務所の署名がなく、使用しなかった一覧：{count}件。</translation>
    </message>
    <message>
        <source>Lists that were damaged or not signed by the office: {count}. Whoever opened the backup was told that everybody destroyed after it comes back, and restored without a list.</source>
        <translation>壊れているか事務所の署名がない一覧：{count}件。バックアップを開いた人は、その後に廃棄したお客様の情報が戻ることを知らされたうえで、一覧なしで復元しました。</translation>
    </message>
    <message>
        <source>Cannot be traced. People known so far: {count}. At most: {most}.</source>
        <translation>特定できません。判明している人数：{count}人。最大で{most}人。</translation>
    </message>
    <message>
        <source>Every page and every row was checked: no erased value was found but where a living record rightly holds the same (a namesake&apos;s name, a shared phone number).</source>
        <translation>全ページ・全件を確認し、消去した値は、残っている記録がもともと持つ同じ値（同姓同名、共用の電話番号など）を除いて、見つかりませんでした。</translation>
    </message>
    <message>
        <source>The log&apos;s state up to this entry, signed by the office (C2SP checkpoint). Scanned into a text file, it is compared with the log by “Compare with kept copies” on the page of the audit log.</source>
        <translation>この記録までの操作記録の控え（事務所の署名付き、C2SP checkpoint形式）。QRコードを読み取ってテキストファイルに保存すると、「操作記録」の「控えと照合」で照合できます。</translation>
    </message>
    <message>
        <source>Presumed asbestos: only as work on asbestos</source>
        <translation>みなし含有：石綿作業の措置をとること</translation>
    </message>
    <message>
        <source>Retention periods that had ended, with their basis</source>
        <translation>満了した保存期間と根拠</translation>
    </message>
    <message>
        <source>Paper: {number}</source>
        <translation>対象書類：{number}</translation>
    </message>
    <message>
        <source>Erased values searched for: {values}. Database pages: {pages}, log frames: {frames}. None was found but in living records.</source>
        <translation>消去した値{values}件を、データベースの{pages}ページとログの{frames}フレームで検索し、残る記録のほかには見つかりませんでした。</translation>
    </message>
    <message>
        <source>In other records: values of these customers blacked out in {cleaned} places, {taken} records deleted besides.</source>
        <translation>他の記録：対象のお客様についての記載を黒塗り{cleaned}か所、記録ごと廃棄{taken}件。</translation>
    </message>
    <message>
        <source>Customers, whole</source>
        <translation>お客様（全項目）</translation>
    </message>
    <message>
        <source>Customers, reduced</source>
        <translation>お客様（削減）</translation>
    </message>
    <message>
        <source>Disposal review {number}</source>
        <translation>廃棄点検 {number}</translation>
    </message>
    <message>
        <source>Its period begins with {event}; the day of that is not settled yet.</source>
        <translation>{event}の日から数えます。その日がまだ決まっていないため、終わりの日は未定です。</translation>
    </message>
</context>
<context>
    <name>Documents, in full</name>
    <message>
        <source>{weekday} {day} {month_name} {year}</source>
        <translation>{year}年{month}月{day}日（{weekday}）</translation>
    </message>
</context>
<context>
    <name>Documents, with era</name>
    <message>
        <source>{day} {month_name} {year}</source>
        <translation>{year}年（{era}{era_year}年）{month}月{day}日</translation>
    </message>
    <message>
        <source>{month_name} {year}</source>
        <translation>{year}年（{era}{era_year}年）{month}月</translation>
    </message>
    <message>
        <source>{day} {month_name} {year}, {time}</source>
        <translation>{year}年（{era}{era_year}年）{month}月{day}日 {time}</translation>
    </message>
    <message>
        <source>1</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Reiwa</source>
        <translation>令和</translation>
    </message>
    <message>
        <source>Heisei</source>
        <translation>平成</translation>
    </message>
    <message>
        <source>Showa</source>
        <translation>昭和</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>Save the rows that were left out</source>
        <translation>取り込まなかった行を保存</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>この取り込みを取り消す</translation>
    </message>
    <message>
        <source>{count} customers were registered ({first} to {last}).</source>
        <translation>お客様{count}件を登録しました（{first}から{last}まで）。</translation>
    </message>
    <message>
        <source>{count} rows were left out.</source>
        <translation>{count}行は取り込みませんでした。</translation>
    </message>
    <message>
        <source>The list “{name}” still holds all these customers in plain text. Delete it, and every copy of it on USB sticks and in e-mails, once you have checked the import.</source>
        <translation>元の一覧「{name}」には、これらのお客様の情報が暗号化されずに残っています。取り込みの結果を確認したら、USBメモリやメールにあるものも含めて、すべて消去してください。</translation>
    </message>
    <message>
        <source>rows left out.csv</source>
        <translation>取り込まなかった行.csv</translation>
    </message>
    <message>
        <source>Saved. The file holds customers&apos; data: delete it when you are done.</source>
        <translation>保存しました。お客様の情報が含まれています。用が済んだら消去してください。</translation>
    </message>
</context>
<context>
    <name>DraftDialog</name>
    <message>
        <source>Made from the facts. What you change here stays as you write it; empty an item to let it follow the facts again. Nothing is sent: copy the text into the commission&apos;s form.</source>
        <translation>登録された事実から作成しています。書き換えた項目はそのまま残り、空にすると再び事実に沿った文になります。自動では提出されません。文章を個人情報保護委員会の報告フォームに貼り付けてください。</translation>
    </message>
    <message>
        <source>{item} (changed by hand)</source>
        <translation>{item}（書き換え済み）</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>文章をクリップボードへ</translation>
    </message>
    <message>
        <source>The nine items are on the clipboard.</source>
        <translation>9項目の文章をクリップボードに入れました。</translation>
    </message>
</context>
<context>
    <name>DraftOffer</name>
    <message>
        <source>Half-typed forms are waiting: {count}</source>
        <translation>入力途中のフォームが{count}件あります</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>This form can no longer be opened. What you typed is still kept.</source>
        <translation>この画面はもう開けません。入力途中の内容はまだ保存されています。</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>破棄する</translation>
    </message>
</context>
<context>
    <name>DrillForm</name>
    <message>
        <source>Note a backup drill</source>
        <translation>バックアップの復元訓練を記録する</translation>
    </message>
    <message>
        <source>Day of the drill</source>
        <translation>訓練した日</translation>
    </message>
    <message>
        <source>Day of the backup that was restored</source>
        <translation>復元したバックアップの日付</translation>
    </message>
    <message>
        <source>Where it was restored</source>
        <translation>復元した場所</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>Drills</name>
    <message>
        <source>On another computer</source>
        <translation>別のパソコン</translation>
    </message>
    <message>
        <source>In another folder of this computer</source>
        <translation>このパソコンの別のフォルダー</translation>
    </message>
    <message>
        <source>Customers and jobs were found again</source>
        <translation>お客様と工事を確認できました</translation>
    </message>
    <message>
        <source>It worked in the end, with trouble</source>
        <translation>手間取りましたが復元できました</translation>
    </message>
    <message>
        <source>It did not work</source>
        <translation>復元できませんでした</translation>
    </message>
    <message>
        <source>Restore the newest backup with the recovery sheet or a passphrase, look up one customer and one job of last week, then remove the restored office again.</source>
        <translation>最新のバックアップを復旧用シートまたはパスフレーズで復元し、お客様 1件と先週の工事 1件を開いて確かめてから、復元した事務所データを削除してください。</translation>
    </message>
</context>
<context>
    <name>DueFields</name>
    <message>
        <source>Call back today</source>
        <translation>今日中に折り返す</translation>
    </message>
    <message>
        <source>Call back tomorrow</source>
        <translation>明日折り返す</translation>
    </message>
    <message>
        <source>Call back on another day</source>
        <translation>別の日に折り返す</translation>
    </message>
    <message>
        <source>No call back</source>
        <translation>折り返し不要</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>折り返し</translation>
    </message>
    <message>
        <source>during the day</source>
        <translation>時刻の指定なし</translation>
    </message>
</context>
<context>
    <name>DuplicateNotes</name>
    <message>
        <source>Registered already?</source>
        <translation>すでに登録されているお客様かもしれません</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>ほか {count}件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open {customer} instead</source>
        <translation>{customer} を開く</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>別のお客様</translation>
    </message>
    <message>
        <source>{customer} is another person</source>
        <translation>{customer} は別のお客様</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>Same phone number</source>
        <translation>電話番号が同じ</translation>
    </message>
    <message>
        <source>Same full name and town</source>
        <translation>氏名と町名が同じ</translation>
    </message>
    <message>
        <source>Same e-mail</source>
        <translation>メールが同じ</translation>
    </message>
    <message>
        <source>Same organisation</source>
        <translation>名称が同じ</translation>
    </message>
    <message>
        <source>Same kana and last four digits</source>
        <translation>フリガナと下4桁が同じ</translation>
    </message>
    <message>
        <source>Same full name</source>
        <translation>氏名が同じ</translation>
    </message>
    <message>
        <source>Same full kana</source>
        <translation>フリガナが同じ</translation>
    </message>
</context>
<context>
    <name>Duties</name>
    <message>
        <source>Rules to acknowledge</source>
        <translation>決まりの確認</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>教育</translation>
    </message>
    <message>
        <source>Check of a partner firm</source>
        <translation>協力会社の点検</translation>
    </message>
    <message>
        <source>Handed-over data to come back</source>
        <translation>渡した情報の返却・廃棄の確認</translation>
    </message>
    <message>
        <source>Answer to a request</source>
        <translation>開示等のご請求への回答</translation>
    </message>
    <message>
        <source>Access review</source>
        <translation>閲覧点検</translation>
    </message>
    <message>
        <source>Answer to a report</source>
        <translation>相談・通報への回答</translation>
    </message>
    <message>
        <source>Disposal review</source>
        <translation>月末の廃棄点検</translation>
    </message>
    <message>
        <source>Backup drill</source>
        <translation>バックアップの復元確認</translation>
    </message>
    <message>
        <source>New recovery sheet</source>
        <translation>復旧用シートの更新</translation>
    </message>
    <message>
        <source>Certificate to print and sign</source>
        <translation>廃棄・消去証明書の印刷と署名</translation>
    </message>
    <message>
        <source>Customer list outside to destroy</source>
        <translation>外部のお客様一覧の消去</translation>
    </message>
    <message>
        <source>Papers not back in time</source>
        <translation>期限までに戻っていない書類</translation>
    </message>
    <message>
        <source>Client contractor&apos;s data to return or destroy</source>
        <translation>元請のデータの返却・廃棄</translation>
    </message>
    <message>
        <source>Office duties</source>
        <translation>事務所の期日一覧</translation>
    </message>
    <message>
        <source>Preliminary report of a leak</source>
        <translation>漏えい等の速報</translation>
    </message>
    <message>
        <source>Final report of a leak</source>
        <translation>漏えい等の確報</translation>
    </message>
    <message>
        <source>Measure after an incident</source>
        <translation>事案の再発防止策</translation>
    </message>
    <message>
        <source>Warranties that end</source>
        <translation>保証期間が満了する工事</translation>
    </message>
    <message>
        <source>Units past their design period</source>
        <translation>標準使用期間を過ぎる機器</translation>
    </message>
    <message>
        <source>Agreed work to remind customers of</source>
        <translation>ご案内する定期作業</translation>
    </message>
    <message>
        <source>Order to write to a one-person firm</source>
        <translation>一人の協力会社への発注書の作成</translation>
    </message>
    <message>
        <source>Payment of a firm</source>
        <translation>協力会社への支払い</translation>
    </message>
    <message>
        <source>Contract paper to hand over after a visit</source>
        <translation>訪問販売の契約書面の交付</translation>
    </message>
    <message>
        <source>Waste manifest: slip to come back</source>
        <translation>マニフェスト：届くはずの票</translation>
    </message>
    <message>
        <source>Tell the client contractor of a leak first</source>
        <translation>漏えい等の元請への連絡</translation>
    </message>
</context>
<context>
    <name>DutiesView</name>
    <message>
        <source>The calendar file is a copy of this list for a phone or another calendar. It names no customer; save it again when the list has changed.</source>
        <translation>カレンダーファイルは、スマートフォンなどのカレンダーに取り込むための、この一覧の写しです。お客様の情報は入りません。一覧が変わったら、もう一度保存してください。</translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation>期日のある業務はありません</translation>
    </message>
    <message>
        <source>Whatever gets a day of its own stands here: reviews, checks, answers, deadlines.</source>
        <translation>点検・確認・回答・報告など、期日のあるものがここに並びます。</translation>
    </message>
    <message>
        <source>office duties {day}.ics</source>
        <translation>期日一覧_{day}.ics</translation>
    </message>
    <message>
        <source>Save the calendar</source>
        <translation>カレンダーファイルの保存</translation>
    </message>
    <message>
        <source>The calendar was saved. It names no customer.</source>
        <translation>カレンダーファイルを保存しました。お客様の情報は入っていません。</translation>
    </message>
    <message>
        <source>Note a backup drill…</source>
        <translation>バックアップの復元訓練を記録…</translation>
    </message>
    <message>
        <source>Save as a calendar file</source>
        <translation>カレンダーファイルに保存</translation>
    </message>
    <message>
        <source>Open the work</source>
        <translation>業務を開く</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>期日のある業務</translation>
    </message>
    <message>
        <source>By</source>
        <translation>期日</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状況</translation>
    </message>
</context>
<context>
    <name>DutyWording</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%Ln台</numerusform>
        </translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>期日 {day}</translation>
    </message>
    <message>
        <source>Overdue: {day}</source>
        <translation>期限超過：{day}</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>today</source>
        <translation>本日</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>あと%Ln日</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditUndo</name>
    <message>
        <source>Saved.</source>
        <translation>保存しました。</translation>
    </message>
    <message>
        <source>{what}: {said}</source>
        <translation>{what}：{said}</translation>
    </message>
</context>
<context>
    <name>EffectDialog</name>
    <message>
        <source>What this changes today</source>
        <translation>今日の時点での影響</translation>
    </message>
    <message>
        <source>Customers whose answer changes</source>
        <translation>判定が変わるお客様</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様の数</translation>
    </message>
    <message>
        <source>Nothing is destroyed by saving. The next disposal review goes by it.</source>
        <translation>保存しても、何も廃棄されません。次の廃棄点検から適用されます。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>保存しない</translation>
    </message>
    <message numerus="yes">
        <source>Nothing changes for any of %n customer(s).</source>
        <translation>
            <numerusform>お客様%Ln件のいずれも、判定は変わりません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) become due or reducible.</source>
        <translation>
            <numerusform>新たに廃棄または帳簿項目だけ残す対象になるお客様：%Ln件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) are due or reducible no longer.</source>
        <translation>
            <numerusform>対象から外れるお客様：%Ln件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other customer(s) are kept longer.</source>
        <translation>
            <numerusform>このほか、保存期間が長くなるお客様：%Ln件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other customer(s) are kept for a shorter time.</source>
        <translation>
            <numerusform>このほか、保存期間が短くなるお客様：%Ln件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存しています</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>For example {numbers}</source>
        <translation>例：{numbers}</translation>
    </message>
</context>
<context>
    <name>Electrical</name>
    <message>
        <source>Earth resistance</source>
        <translation>接地抵抗</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>電圧</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良</translation>
    </message>
    <message>
        <source>Good after mending</source>
        <translation>良（手直し後）</translation>
    </message>
    <message>
        <source>An inspector asks for it</source>
        <translation>立入検査などで求められたため</translation>
    </message>
    <message>
        <source>Filed at the place of business</source>
        <translation>営業所に備え付けるため</translation>
    </message>
    <message>
        <source>The office&apos;s own check</source>
        <translation>事務所内の確認のため</translation>
    </message>
    <message>
        <source>Earthing work</source>
        <translation>接地工事</translation>
    </message>
    <message>
        <source>Where cables pass the wall</source>
        <translation>壁貫通部</translation>
    </message>
</context>
<context>
    <name>Electrical ledger</name>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}から{last}まで</translation>
    </message>
    <message>
        <source>Printed {date} by {name}</source>
        <translation>印刷 {date}&#x3000;{name}</translation>
    </message>
    <message>
        <source>Insulation</source>
        <translation>絶縁抵抗</translation>
    </message>
</context>
<context>
    <name>ElectricalLedgerTab</name>
    <message>
        <source>No electrical work in this period</source>
        <translation>この期間に電気工事はありません</translation>
    </message>
    <message>
        <source>Jobs with a new circuit, an outlet, a breaker or a change of voltage come here as soon as they are done; their entry is made from the job.</source>
        <translation>専用回路・コンセント・ブレーカー・電圧変更のある工事が完了すると、ここに表示されます。記入は工事の内容から行います。</translation>
    </message>
    <message>
        <source>Drawing the ledger</source>
        <translation>帳簿を作成しています</translation>
    </message>
    <message>
        <source>Open the entry</source>
        <translation>記入を開く</translation>
    </message>
    <message>
        <source>Print the ledger</source>
        <translation>帳簿を印刷</translation>
    </message>
    <message>
        <source>Electrical-work ledger</source>
        <translation>電気工事の帳簿</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>施工日</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工事</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>施工場所</translation>
    </message>
    <message>
        <source>Kind of electrical work</source>
        <translation>電気工事の種類</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>検査結果</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状況</translation>
    </message>
    <message>
        <source>entry missing</source>
        <translation>未記入</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>記入済み</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>記入 %Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) still need one</source>
        <translation>
            <numerusform>未記入の工事 %Ln件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndForm</name>
    <message>
        <source>What became of it</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Ask the firm and write down what it says. The log keeps who confirmed it.</source>
        <translation>会社に確認し、その結果を記録してください。確認した人は操作記録に残ります。</translation>
    </message>
    <message>
        <source>Choose what the firm says</source>
        <translation>先方の回答を選んでください</translation>
    </message>
</context>
<context>
    <name>EnrolDialog</name>
    <message>
        <source>Enrol another login of this computer</source>
        <translation>このパソコンの別のログインを登録</translation>
    </message>
    <message>
        <source>Each login of this computer has a key store of its own. Enrolling puts the office&apos;s key into one more of them; passphrases are still asked for.</source>
        <translation>鍵の保管庫は、このパソコンのログインごとに分かれています。登録すると、別のログインの保管庫にも事務所の鍵が入ります。パスフレーズの入力は引き続き必要です。</translation>
    </message>
    <message>
        <source>As you will recognise it later, for example the login&apos;s user name.</source>
        <translation>あとで見分けられる名前にします（例：ログインに使う名前）。</translation>
    </message>
    <message>
        <source>Name of the login</source>
        <translation>ログインの名前</translation>
    </message>
    <message>
        <source>Make the words</source>
        <translation>合言葉を作成</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Type a name for the login.</source>
        <translation>ログインの名前を入力してください。</translation>
    </message>
    <message>
        <source>Making the words</source>
        <translation>合言葉を作成しています</translation>
    </message>
    <message>
        <source>The words for {name}</source>
        <translation>{name}の合言葉</translation>
    </message>
    <message>
        <source>Write them down. They are shown only now, work once, and only within 24 hours.</source>
        <translation>書き留めてください。表示されるのは今だけです。24時間以内に1回だけ使えます。</translation>
    </message>
    <message>
        <source>Log in to this computer with the other login and start hvacdesk there.</source>
        <translation>登録するログインでこのパソコンにログインし、hvacdeskを起動します。</translation>
    </message>
    <message>
        <source>Choose to enrol this login, and type the words.</source>
        <translation>このログインの登録を選び、合言葉を入力します。</translation>
    </message>
    <message>
        <source>Destroy the note.</source>
        <translation>書き留めたメモを処分します。</translation>
    </message>
</context>
<context>
    <name>EnrolView</name>
    <message>
        <source>Enrol this computer login</source>
        <translation>このログインの登録</translation>
    </message>
    <message>
        <source>Each login of a computer has a key store of its own, and this one has no key yet.</source>
        <translation>鍵の保管庫はパソコンのログインごとに別々で、このログインにはまだ鍵がありません。</translation>
    </message>
    <message>
        <source>Somebody responsible logs in to the computer where the office opens already.</source>
        <translation>すでに事務所を開けるログインで、責任者がパソコンにサインインします。</translation>
    </message>
    <message>
        <source>There, Settings, Keys, “Enrol another login” shows one-time words, good for one day.</source>
        <translation>そこで「設定」の「鍵」から「別のログインを登録」を選ぶと、1日だけ使える合言葉が表示されます。</translation>
    </message>
    <message>
        <source>Type these words here. From then on the office opens under this login too.</source>
        <translation>その合言葉をここに入力します。以後はこのログインでも事務所を開けます。</translation>
    </message>
    <message>
        <source>One-time words</source>
        <translation>1回限りの合言葉</translation>
    </message>
    <message>
        <source>Enrolling this login</source>
        <translation>このログインを登録しています</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Type the words that you were given.</source>
        <translation>受け取った合言葉を入力してください。</translation>
    </message>
</context>
<context>
    <name>EntryWindow</name>
    <message>
        <source>Front desk for air conditioning</source>
        <translation>空調工事店の受付・事務</translation>
    </message>
    <message>
        <source>Customer data is encrypted on this computer. Names stay masked.</source>
        <translation>お客様の情報は、このパソコンに暗号化して保存します。お名前は伏せ字で表示します。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
</context>
<context>
    <name>Erasure answer</name>
    <message>
        <source>Customer no. {number}</source>
        <translation>お客様番号 {number}</translation>
    </message>
    <message>
        <source>Issued {date}</source>
        <translation>発行日 {date}</translation>
    </message>
    <message>
        <source>Certificate of disposal</source>
        <translation>廃棄・消去証明書</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>法令</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>our estimate</source>
        <translation>お見積り</translation>
    </message>
    <message>
        <source>the contract for the work</source>
        <translation>ご契約</translation>
    </message>
    <message>
        <source>the completion of the work</source>
        <translation>工事の完了</translation>
    </message>
    <message>
        <source>the handover of the work</source>
        <translation>お引き渡し</translation>
    </message>
    <message>
        <source>our bill for the work</source>
        <translation>工事代金のご請求書の発行</translation>
    </message>
    <message>
        <source>your payment for the work</source>
        <translation>工事代金のお支払い</translation>
    </message>
</context>
<context>
    <name>Erasure requests</name>
    <message>
        <source>Can be erased</source>
        <translation>消去できます</translation>
    </message>
    <message>
        <source>Being erased</source>
        <translation>消去の手続き中</translation>
    </message>
    <message>
        <source>Kept by law</source>
        <translation>法律により保存</translation>
    </message>
    <message>
        <source>Something is still open</source>
        <translation>未完了のことがあります</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>消去済み</translation>
    </message>
    <message>
        <source>Erased but for what laws keep</source>
        <translation>法律で保存するもの以外を消去済み</translation>
    </message>
    <message>
        <source>Deleted, not confirmed</source>
        <translation>削除済み（未確認）</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>This did not work</source>
        <translation>処理できませんでした</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>This is not the code of a paper, or a digit of it is wrong.</source>
        <translation>用紙の番号ではないか、数字に誤りがあります。</translation>
    </message>
    <message>
        <source>No paper was changed.</source>
        <translation>用紙の状態は変わっていません。</translation>
    </message>
    <message>
        <source>Scan it again, or type the digits printed under the square.</source>
        <translation>もう一度読み取るか、QRコードの下に印字された番号を入力してください。</translation>
    </message>
    <message>
        <source>A postal code has seven digits.</source>
        <translation>郵便番号は7桁です。</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>メールアドレスの形式ではありません。</translation>
    </message>
    <message>
        <source>Only the last four digits of a card are kept.</source>
        <translation>カード番号は下4桁だけを登録できます。</translation>
    </message>
    <message>
        <source>A customer can have {limit} phone numbers at most.</source>
        <translation>電話番号は、お客様1件につき{limit}個まで登録できます。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>何も変更されていません。</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>今の役割では、この操作はできません。</translation>
    </message>
    <message>
        <source>Ask the person responsible if your work needs it.</source>
        <translation>業務に必要な場合は、責任者に相談してください。</translation>
    </message>
    <message>
        <source>This value cannot be used.</source>
        <translation>この内容は登録できません。</translation>
    </message>
    <message>
        <source>What you typed is still on the screen; nothing was saved.</source>
        <translation>入力した内容は画面に残っています。まだ何も保存されていません。</translation>
    </message>
    <message>
        <source>Correct the marked field and save again.</source>
        <translation>印の付いた欄を直して、もう一度保存してください。</translation>
    </message>
    <message>
        <source>A required field is empty.</source>
        <translation>必須の欄が空です。</translation>
    </message>
    <message>
        <source>Fill in the marked field and save again.</source>
        <translation>印の付いた欄に入力して、もう一度保存してください。</translation>
    </message>
    <message>
        <source>This text is longer than {limit} characters.</source>
        <translation>{limit}文字を超えています。</translation>
    </message>
    <message>
        <source>Shorten the marked field to {limit} characters at most and save again.</source>
        <translation>印の付いた欄を{limit}文字以内にして、もう一度保存してください。</translation>
    </message>
    <message>
        <source>This text holds a character that cannot be shown or printed.</source>
        <translation>表示や印刷のできない文字が含まれています。</translation>
    </message>
    <message>
        <source>Type the marked field again instead of pasting it, and save again.</source>
        <translation>印の付いた欄を、貼り付けずに入力し直して、もう一度保存してください。</translation>
    </message>
    <message>
        <source>This date cannot be right.</source>
        <translation>日付が正しくありません。</translation>
    </message>
    <message>
        <source>Enter a date from {earliest} to {latest} and save again.</source>
        <translation>{earliest}から{latest}までの日付を入力して、もう一度保存してください。</translation>
    </message>
    <message>
        <source>There is no such day.</source>
        <translation>暦にない日付です。</translation>
    </message>
    <message>
        <source>Check the month and the day, and save again.</source>
        <translation>月と日を確かめて、もう一度保存してください。</translation>
    </message>
    <message>
        <source>Enter it in figures alone, such as 12,000, and save again.</source>
        <translation>12,000 のように数字だけで入力して、もう一度保存してください。</translation>
    </message>
    <message>
        <source>These times cannot be right.</source>
        <translation>時刻が正しくありません。</translation>
    </message>
    <message>
        <source>Enter times such as 09:00 and 12:30, the end after the start, and save again.</source>
        <translation>09:00、12:30のように、終了が開始より後になるように入力して、もう一度保存してください。</translation>
    </message>
    <message>
        <source>This number cannot be right.</source>
        <translation>数値が正しくありません。</translation>
    </message>
    <message>
        <source>Enter a number from {lowest} to {highest} and save again.</source>
        <translation>{lowest}から{highest}までの数値を入力して、もう一度保存してください。</translation>
    </message>
    <message>
        <source>Someone else changed this record in the meantime.</source>
        <translation>この記録は、その間にほかの人が変更しました。</translation>
    </message>
    <message>
        <source>Open the record again and compare before you save.</source>
        <translation>記録を開き直し、内容を見比べてから保存してください。</translation>
    </message>
    <message>
        <source>This record no longer exists.</source>
        <translation>この記録はもうありません。</translation>
    </message>
    <message>
        <source>Refresh the list. The disposal ledger tells whether it was destroyed.</source>
        <translation>一覧を更新してください。廃棄されたかどうかは廃棄台帳で確認できます。</translation>
    </message>
    <message>
        <source>The change was made, but not finished: {cause}</source>
        <translation>変更は行われましたが、完了していません：{cause}</translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation>失われたものはありません。</translation>
    </message>
    <message>
        <source>Remove the cause, then start the program again: it goes on where it stopped.</source>
        <translation>原因を取り除いてから、プログラムを起動し直してください。中断したところから続きます。</translation>
    </message>
    <message>
        <source>This is not a complete phone number.</source>
        <translation>電話番号の桁が足りません。</translation>
    </message>
    <message>
        <source>Enter the number with its area code, digits and hyphens only; remarks go into the note.</source>
        <translation>市外局番から、数字とハイフンだけで入力してください。補足は、メモや用件などほかの欄に書いてください。</translation>
    </message>
    <message>
        <source>Delete the number from the marked field and save again.</source>
        <translation>印の付いた欄から番号を削除して、もう一度保存してください。</translation>
    </message>
    <message>
        <source>This looks like a card number. Card numbers are never stored.</source>
        <translation>カード番号のようです。カード番号は保存しません。</translation>
    </message>
    <message>
        <source>Delete the number from the marked field. If it is something else, say so and save again.</source>
        <translation>印の付いた欄から番号を削除してください。別の番号の場合は、その旨を選んで、もう一度保存してください。</translation>
    </message>
    <message>
        <source>This looks like an individual number (My Number). It is never stored.</source>
        <translation>マイナンバー（個人番号）のようです。マイナンバーは保存しません。</translation>
    </message>
    <message>
        <source>hvacdesk is already open on this office.</source>
        <translation>この事務所のデータは、すでにhvacdeskで開かれています。</translation>
    </message>
    <message>
        <source>Use the window that is already open. If there is none, restart the computer.</source>
        <translation>すでに開いている画面を使ってください。見当たらない場合は、パソコンを再起動してください。</translation>
    </message>
    <message>
        <source>The office&apos;s folder cannot be read or written.</source>
        <translation>事務所のフォルダーを読み書きできません。</translation>
    </message>
    <message>
        <source>Check who may use the folder and whether the disk is write-protected, then try again.</source>
        <translation>フォルダーの使用権限と、ディスクが書き込み禁止になっていないかを確認し、もう一度試してください。</translation>
    </message>
    <message>
        <source>The office was created, but could not be opened: {cause}</source>
        <translation>事務所は作成されましたが、開けませんでした：{cause}</translation>
    </message>
    <message>
        <source>The office is complete; its recovery sheet and your passphrase are valid.</source>
        <translation>事務所の作成は完了しています。復旧用シートとパスフレーズはそのまま使えます。</translation>
    </message>
    <message>
        <source>Remove the cause, then try again and log in with your passphrase.</source>
        <translation>原因を取り除いてからもう一度試し、パスフレーズでログインしてください。</translation>
    </message>
    <message>
        <source>Your own passphrase is set, but the office could not be opened: {cause}</source>
        <translation>ご自分のパスフレーズは設定されましたが、事務所を開けませんでした：{cause}</translation>
    </message>
    <message>
        <source>The one-time passphrase is no longer needed.</source>
        <translation>初回用パスフレーズはもう必要ありません。</translation>
    </message>
    <message>
        <source>Remove the cause, then try again and log in with your own passphrase.</source>
        <translation>原因を取り除いてからもう一度試し、ご自分のパスフレーズでログインしてください。</translation>
    </message>
    <message>
        <source>Too many whole names and numbers were searched for in a short time.</source>
        <translation>氏名や番号の完全一致検索が、短時間に繰り返されました。</translation>
    </message>
    <message>
        <source>Searching by part of a name, town or last four digits still works.</source>
        <translation>姓・町名・電話下4桁の検索は、引き続き使えます。</translation>
    </message>
    <message>
        <source>Try again in {wait} seconds.</source>
        <translation>{wait}秒後にもう一度お試しください。</translation>
    </message>
    <message>
        <source>Job {number} is cancelled, so no work order is printed for it.</source>
        <translation>工事 {number} は取り消されているため、作業指示書を印刷できません。</translation>
    </message>
    <message>
        <source>Job {number} is cancelled, so no estimate is made or accepted for it.</source>
        <translation>工事{number}は取り消されているため、見積の作成や受注はできません。</translation>
    </message>
    <message>
        <source>Book a new job if the work is to be done after all.</source>
        <translation>作業を行う場合は、新しく工事を受け付けてください。</translation>
    </message>
    <message>
        <source>No partner firm is assigned to job {number}.</source>
        <translation>工事 {number} には協力会社が割り当てられていません。</translation>
    </message>
    <message>
        <source>Assign the firm to the job first, or print the other copies only.</source>
        <translation>先に協力会社を割り当てるか、ほかの控えだけを印刷してください。</translation>
    </message>
    <message>
        <source>Job {number} already has a copy of this kind.</source>
        <translation>工事 {number} では、この種類の控えを印刷済みです。</translation>
    </message>
    <message>
        <source>Say why another copy is needed, and shred the earlier one when it comes back.</source>
        <translation>再印刷の理由を選んでください。前の控えは、戻ったら裁断してください。</translation>
    </message>
    <message>
        <source>This code belongs to no registered paper.</source>
        <translation>この番号の用紙は登録されていません。</translation>
    </message>
    <message>
        <source>Scan it again, or type the code printed under the square.</source>
        <translation>もう一度読み取るか、QRコードの下に印字された番号を入力してください。</translation>
    </message>
    <message>
        <source>This paper was registered as shredded.</source>
        <translation>この用紙は裁断済みとして登録されています。</translation>
    </message>
    <message>
        <source>Look at the number printed on the paper: it may be another one.</source>
        <translation>用紙に印刷された番号を確かめてください。別の用紙かもしれません。</translation>
    </message>
    <message>
        <source>No printer is set up on this computer.</source>
        <translation>このパソコンにはプリンターが設定されていません。</translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation>何も印刷されていません。</translation>
    </message>
    <message>
        <source>Add the printer in the system&apos;s settings, then print again.</source>
        <translation>パソコンの設定でプリンターを追加してから、もう一度印刷してください。</translation>
    </message>
    <message>
        <source>The printer {printer} does not answer or has been stopped.</source>
        <translation>プリンター（{printer}）が応答しないか、停止しています。</translation>
    </message>
    <message>
        <source>Nothing was printed. The copies stay on this screen.</source>
        <translation>何も印刷されていません。控えはこの画面に残っています。</translation>
    </message>
    <message>
        <source>Switch the printer on and check its cable, or choose another printer.</source>
        <translation>プリンターの電源とケーブルを確認するか、別のプリンターを選んでください。</translation>
    </message>
    <message>
        <source>The printer {printer} stopped after {pages} of {total} pages.</source>
        <translation>プリンター{printer}が{total}ページ中{pages}ページで止まりました。</translation>
    </message>
    <message>
        <source>The copies that came out are good; all of them count as out until you say so.</source>
        <translation>出てきた控えはそのまま使えます。確認するまで、すべて持ち出し中として扱います。</translation>
    </message>
    <message>
        <source>The key store of this computer cannot be reached.</source>
        <translation>このパソコンの鍵の保管庫に接続できません。</translation>
    </message>
    <message>
        <source>The office&apos;s data is untouched and still encrypted.</source>
        <translation>事務所のデータは暗号化されたまま、変わっていません。</translation>
    </message>
    <message>
        <source>Start the key store (log in to the desktop again) and try again, or use the recovery sheet.</source>
        <translation>パソコンにサインインし直して鍵の保管庫を起動し、もう一度お試しください。または復旧用シートを使ってください。</translation>
    </message>
    <message>
        <source>The key store of this computer is locked.</source>
        <translation>このパソコンの鍵の保管庫がロックされています。</translation>
    </message>
    <message>
        <source>Unlock the key store and try again, or use the recovery sheet.</source>
        <translation>鍵の保管庫のロックを解除して、もう一度お試しください。または復旧用シートを使ってください。</translation>
    </message>
    <message>
        <source>The keyring “{keyrings}” is locked. It holds or may hold a key of this office.</source>
        <translation>キーリング「{keyrings}」がロックされています。この事務所の鍵が入っているか、入っている可能性があります。</translation>
    </message>
    <message>
        <source>Unlock this keyring in the desktop&apos;s program for passwords and keys, then try again.</source>
        <translation>デスクトップのパスワード管理アプリでこのキーリングのロックを解除してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The configured key store ({backend}) does not protect secrets and is not used.</source>
        <translation>設定されている鍵の保管庫（{backend}）は秘密を守れないため、使用しません。</translation>
    </message>
    <message>
        <source>No key was stored in it.</source>
        <translation>そこに鍵は保存されていません。</translation>
    </message>
    <message>
        <source>The key store of this computer can be read, but it takes no changes.</source>
        <translation>このパソコンの鍵の保管庫は読み取れますが、変更できません。</translation>
    </message>
    <message>
        <source>The keys in it and the office&apos;s data are untouched.</source>
        <translation>保管庫の鍵も事務所のデータもそのままです。</translation>
    </message>
    <message>
        <source>The key store accepted a key but did not keep it.</source>
        <translation>鍵の保管庫に鍵を保存できませんでした。</translation>
    </message>
    <message>
        <source>Check the key store of this computer, restart it and try again.</source>
        <translation>このパソコンの鍵の保管庫を確認し、再起動してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>This desktop has only a keyring that forgets every key at logoff.</source>
        <translation>このデスクトップには、ログオフするとすべての鍵が消えるキーリングしかありません。</translation>
    </message>
    <message>
        <source>In the desktop&apos;s program for passwords and keys make a keyring with a password, and make it the default one. Then try again, before you log off.</source>
        <translation>デスクトップのパスワード管理アプリで、パスワード付きのキーリングを作り、既定に設定してください。そのあと、ログオフする前にもう一度お試しください。</translation>
    </message>
    <message>
        <source>The key store was told to remove a key but still holds it.</source>
        <translation>鍵の保管庫から鍵を削除しようとしましたが、まだ残っています。</translation>
    </message>
    <message>
        <source>The office&apos;s key is in {recorded}, but this computer now offers {found}.</source>
        <translation>事務所の鍵は{recorded}にありますが、このパソコンでは今{found}が使われています。</translation>
    </message>
    <message>
        <source>The office&apos;s data is untouched and still encrypted. No new key was made.</source>
        <translation>事務所のデータは暗号化されたまま、変わっていません。新しい鍵は作られていません。</translation>
    </message>
    <message>
        <source>Switch back to the former key store and try again, or use the recovery sheet.</source>
        <translation>元の鍵の保管庫に戻して、もう一度お試しください。または復旧用シートを使ってください。</translation>
    </message>
    <message>
        <source>The key store does not hold the key of this office.</source>
        <translation>鍵の保管庫に、この事務所の鍵がありません。</translation>
    </message>
    <message>
        <source>The key in the key store does not fit this office&apos;s key file.</source>
        <translation>鍵の保管庫の鍵が、この事務所の鍵ファイルと合いません。</translation>
    </message>
    <message>
        <source>Restore the key store&apos;s former state, or use the recovery sheet.</source>
        <translation>鍵の保管庫を元の状態に戻すか、復旧用シートを使ってください。</translation>
    </message>
    <message>
        <source>The key file of this office is missing.</source>
        <translation>この事務所の鍵ファイルが見つかりません。</translation>
    </message>
    <message>
        <source>The database is untouched. No new key was made.</source>
        <translation>データベースは変わっていません。新しい鍵は作られていません。</translation>
    </message>
    <message>
        <source>Put the key file back from the newest backup of this office.</source>
        <translation>この事務所の最新のバックアップから、鍵ファイルを戻してください。</translation>
    </message>
    <message>
        <source>Both copies of the office&apos;s key file are damaged.</source>
        <translation>事務所の鍵ファイルが、予備も含めて壊れています。</translation>
    </message>
    <message>
        <source>The office&apos;s key file was written by a newer version of this program.</source>
        <translation>事務所の鍵ファイルは、新しい版のプログラムで作成されています。</translation>
    </message>
    <message>
        <source>No login of this computer is waiting to be enrolled.</source>
        <translation>登録を待っているログインはありません。</translation>
    </message>
    <message>
        <source>Nothing was opened and nothing was changed.</source>
        <translation>何も開かれず、何も変更されていません。</translation>
    </message>
    <message>
        <source>Ask a person responsible to enrol this login in the settings, under Keys.</source>
        <translation>責任者に、設定の「鍵」からこのログインを登録するよう依頼してください。</translation>
    </message>
    <message>
        <source>The one-time words for this login are no longer valid.</source>
        <translation>このログインの合言葉は期限が切れています。</translation>
    </message>
    <message>
        <source>Ask a person responsible for new ones.</source>
        <translation>責任者に新しい合言葉を依頼してください。</translation>
    </message>
    <message>
        <source>These are not the one-time words.</source>
        <translation>合言葉が違います。</translation>
    </message>
    <message>
        <source>Type them again, as they were shown to the person responsible.</source>
        <translation>責任者の画面に表示されたとおりに、もう一度入力してください。</translation>
    </message>
    <message>
        <source>This login of the computer can no longer open the office anyway.</source>
        <translation>パソコンのこのログインでは、すでに事務所を開けません。</translation>
    </message>
    <message>
        <source>Look at the list again.</source>
        <translation>一覧をもう一度確認してください。</translation>
    </message>
    <message>
        <source>Log in to the computer with the login that uses the office, ask a person responsible to enrol this login, or use the recovery sheet.</source>
        <translation>この事務所を使っているログインでパソコンに入るか、責任者にこのログインの登録を依頼するか、復旧用シートを使ってください。</translation>
    </message>
    <message>
        <source>Install the newer version of the program.</source>
        <translation>新しい版のプログラムをインストールしてください。</translation>
    </message>
    <message>
        <source>The office&apos;s key file is older than the one last used.</source>
        <translation>事務所の鍵ファイルが、前回使ったものより古くなっています。</translation>
    </message>
    <message>
        <source>Put the newest key file back. If nobody exchanged it, inform the person responsible.</source>
        <translation>最新の鍵ファイルに戻してください。入れ替えた覚えがない場合は、責任者に知らせてください。</translation>
    </message>
    <message>
        <source>The list of accounts in the key file is not signed by this office.</source>
        <translation>鍵ファイルのアカウント一覧に、この事務所の署名がありません。</translation>
    </message>
    <message>
        <source>Nothing was opened, and no key was given to anybody.</source>
        <translation>何も開かれず、鍵は誰にも渡されていません。</translation>
    </message>
    <message>
        <source>Inform the person responsible: somebody may have tampered with the key file.</source>
        <translation>責任者に知らせてください。鍵ファイルが改ざんされた可能性があります。</translation>
    </message>
    <message>
        <source>This folder already holds an office.</source>
        <translation>このフォルダーには、すでに事務所のデータがあります。</translation>
    </message>
    <message>
        <source>Open that office, or choose another folder.</source>
        <translation>その事務所のデータを開くか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>There is no office in this folder.</source>
        <translation>このフォルダーには事務所のデータがありません。</translation>
    </message>
    <message>
        <source>Set up an office, or choose the folder that holds it.</source>
        <translation>事務所の初期設定をするか、データのあるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The database file {file} is missing.</source>
        <translation>データベースのファイル（{file}）が見つかりません。</translation>
    </message>
    <message>
        <source>The keys are untouched.</source>
        <translation>鍵は変わっていません。</translation>
    </message>
    <message>
        <source>Put the file back from the newest backup of this office.</source>
        <translation>この事務所の最新のバックアップから、ファイルを戻してください。</translation>
    </message>
    <message>
        <source>This passphrase is not correct.</source>
        <translation>パスフレーズが違います。</translation>
    </message>
    <message>
        <source>Nothing was opened.</source>
        <translation>何も開かれていません。</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>もう一度入力してください。</translation>
    </message>
    <message>
        <source>There were too many failed tries.</source>
        <translation>失敗が続いたため、一時的に受け付けていません。</translation>
    </message>
    <message>
        <source>This try was not looked at.</source>
        <translation>今回の入力は確認していません。</translation>
    </message>
    <message>
        <source>This account no longer exists.</source>
        <translation>このアカウントはもうありません。</translation>
    </message>
    <message>
        <source>Choose another account.</source>
        <translation>別のアカウントを選んでください。</translation>
    </message>
    <message>
        <source>An office needs at least one person responsible.</source>
        <translation>事務所には責任者が1人以上必要です。</translation>
    </message>
    <message>
        <source>Give another account this role first.</source>
        <translation>先に、別のアカウントにこの役割を付けてください。</translation>
    </message>
    <message>
        <source>Group {group} of the recovery code has a typing error.</source>
        <translation>復旧コードの{group}組目に入力の誤りがあります。</translation>
    </message>
    <message>
        <source>Compare this group with the sheet and type it again.</source>
        <translation>この組をシートと見比べて、入力し直してください。</translation>
    </message>
    <message>
        <source>The recovery code has {expected} groups of {length} characters, but {found} were typed.</source>
        <translation>復旧コードは{length}文字×{expected}組ですが、入力されたのは{found}組です。</translation>
    </message>
    <message>
        <source>Type the whole code as printed on the sheet.</source>
        <translation>シートに印刷されたとおり、コードをすべて入力してください。</translation>
    </message>
    <message>
        <source>This recovery sheet does not open this office&apos;s present data. Sheet {number} does.</source>
        <translation>この復旧用シートでは、事務所の現在のデータを開けません。第{number}号のシートが必要です。</translation>
    </message>
    <message>
        <source>Use the sheet with this number. Shred older sheets.</source>
        <translation>この番号のシートを使ってください。古いシートは裁断してください。</translation>
    </message>
    <message>
        <source>The recovery sheet has not been checked yet.</source>
        <translation>復旧用シートの確認が済んでいません。</translation>
    </message>
    <message>
        <source>Print the sheet and retype the groups that are asked for.</source>
        <translation>シートを印刷し、指定された組を入力してください。</translation>
    </message>
    <message>
        <source>The office&apos;s keys were changed after this recovery sheet was printed.</source>
        <translation>この復旧用シートを印刷したあとに、事務所の鍵が更新されました。</translation>
    </message>
    <message>
        <source>Nothing was changed. The former recovery sheet is still the one that counts.</source>
        <translation>何も変更していません。これまでの復旧用シートが引き続き有効です。</translation>
    </message>
    <message>
        <source>Shred the sheet that was just printed, and print a new one.</source>
        <translation>いま印刷したシートは裁断し、新しい復旧用シートを印刷してください。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>ディスクの空きがありません。</translation>
    </message>
    <message>
        <source>Everything saved before is intact; this change was not saved.</source>
        <translation>以前に保存した内容は無事です。今回の変更は保存されていません。</translation>
    </message>
    <message>
        <source>Free some space on the disk and save again.</source>
        <translation>ディスクの空きを増やして、もう一度保存してください。</translation>
    </message>
    <message>
        <source>The office&apos;s folder cannot be written to.</source>
        <translation>事務所のフォルダーに書き込めません。</translation>
    </message>
    <message>
        <source>The office is untouched, and earlier backups are still there.</source>
        <translation>事務所のデータはそのままで、以前のバックアップも残っています。</translation>
    </message>
    <message>
        <source>The disk with the backup folder reported an error.</source>
        <translation>バックアップ先のディスクでエラーが起きました。</translation>
    </message>
    <message>
        <source>Check the disk and its cable, or use another one.</source>
        <translation>ディスクとケーブルを確認するか、別のディスクを使ってください。</translation>
    </message>
    <message>
        <source>The backup folder is not connected.</source>
        <translation>バックアップ先が接続されていません。</translation>
    </message>
    <message>
        <source>Connect the disk or the network drive and back up again.</source>
        <translation>ディスクまたはネットワークドライブを接続し、もう一度バックアップしてください。</translation>
    </message>
    <message>
        <source>The backup folder disappeared during the backup.</source>
        <translation>バックアップの途中で、バックアップ先が外れました。</translation>
    </message>
    <message>
        <source>Connect the disk or the network drive again and leave it until the backup is done.</source>
        <translation>もう一度接続し、バックアップが終わるまで外さないでください。</translation>
    </message>
    <message>
        <source>The backup folder has too little free space.</source>
        <translation>バックアップ先の空き容量が足りません。</translation>
    </message>
    <message>
        <source>Free some space on that disk, or use a larger one.</source>
        <translation>ディスクの空きを増やすか、大きなディスクを使ってください。</translation>
    </message>
    <message>
        <source>The backup folder cannot be written to.</source>
        <translation>バックアップ先に書き込めません。</translation>
    </message>
    <message>
        <source>Check the permissions of the folder and whether the disk is write-protected.</source>
        <translation>フォルダーのアクセス権と、ディスクが書き込み禁止になっていないかを確認してください。</translation>
    </message>
    <message>
        <source>The backup did not match when it was read back from the disk.</source>
        <translation>バックアップを読み返したところ、内容が一致しませんでした。</translation>
    </message>
    <message>
        <source>Use another disk for backups: this one does not keep what is written to it.</source>
        <translation>このディスクは書いた内容を保てません。バックアップには別のディスクを使ってください。</translation>
    </message>
    <message>
        <source>The office&apos;s database could not be read completely.</source>
        <translation>事務所のデータベースを最後まで読み取れませんでした。</translation>
    </message>
    <message>
        <source>Earlier backups are still there.</source>
        <translation>以前のバックアップは残っています。</translation>
    </message>
    <message>
        <source>Check the database under the safeguards. If it is damaged, restore the newest backup.</source>
        <translation>「安全管理」でデータベースを点検してください。壊れている場合は、最新のバックアップから復元してください。</translation>
    </message>
    <message>
        <source>The database was in use and could not be copied.</source>
        <translation>データベースが使用中のため、写せませんでした。</translation>
    </message>
    <message>
        <source>Back up again in a moment.</source>
        <translation>少し待ってから、もう一度バックアップしてください。</translation>
    </message>
    <message>
        <source>This folder holds another office&apos;s backups, or an unreadable marker of one.</source>
        <translation>このフォルダーには別の事務所のバックアップがあるか、目印のファイルが読み取れません。</translation>
    </message>
    <message>
        <source>Choose another folder, or make a new one beside it.</source>
        <translation>別のフォルダーを選ぶか、隣に新しいフォルダーを作ってください。</translation>
    </message>
    <message>
        <source>This folder is the office&apos;s own data folder, or lies in it.</source>
        <translation>このフォルダーは事務所のデータフォルダーか、その中にあります。</translation>
    </message>
    <message>
        <source>Choose a folder on another disk, so that both are not lost together.</source>
        <translation>一緒に失われないよう、別のディスクのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>This folder is a backup itself.</source>
        <translation>このフォルダー自体がバックアップです。</translation>
    </message>
    <message>
        <source>Choose the folder in which the backups lie.</source>
        <translation>バックアップが入っているフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>このフォルダーはありません。</translation>
    </message>
    <message>
        <source>Connect the disk, or make the folder first.</source>
        <translation>ディスクを接続するか、先にフォルダーを作ってください。</translation>
    </message>
    <message>
        <source>Backups already go to this folder.</source>
        <translation>このフォルダーはすでにバックアップ先です。</translation>
    </message>
    <message>
        <source>Choose another folder, on another disk.</source>
        <translation>別のディスクのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The list of backup folders cannot be read.</source>
        <translation>バックアップ先の一覧を読み取れません。</translation>
    </message>
    <message>
        <source>The office and its backups are untouched.</source>
        <translation>事務所のデータとバックアップはそのままです。</translation>
    </message>
    <message>
        <source>Add the backup folders again.</source>
        <translation>バックアップ先を追加し直してください。</translation>
    </message>
    <message>
        <source>No backup folder is connected that has room for a backup.</source>
        <translation>接続されていて空きのあるバックアップ先がありません。</translation>
    </message>
    <message>
        <source>Connect the disk with a backup folder, or add a backup folder, and try again.</source>
        <translation>バックアップ先のディスクを接続するか、バックアップ先を追加して、もう一度試してください。</translation>
    </message>
    <message>
        <source>This folder was not put aside by a restore.</source>
        <translation>このフォルダーは復元のときに退避したものではありません。</translation>
    </message>
    <message>
        <source>Refresh the list.</source>
        <translation>一覧を更新してください。</translation>
    </message>
    <message>
        <source>This folder is not a backup of this program.</source>
        <translation>このフォルダーはこのプログラムのバックアップではありません。</translation>
    </message>
    <message>
        <source>Choose a folder whose name begins with “hvacdesk-backup-”, or the folder that holds it.</source>
        <translation>「hvacdesk-backup-」で始まるバックアップのフォルダーか、それが入っているフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>This backup is not complete.</source>
        <translation>このバックアップは不完全です。</translation>
    </message>
    <message>
        <source>Copy the whole folder again, or choose another backup.</source>
        <translation>フォルダー全体を写し直すか、別のバックアップを選んでください。</translation>
    </message>
    <message>
        <source>This backup is damaged.</source>
        <translation>このバックアップは壊れています。</translation>
    </message>
    <message>
        <source>Choose another backup.</source>
        <translation>別のバックアップを選んでください。</translation>
    </message>
    <message>
        <source>The disk with the backup was disconnected, or reported an error.</source>
        <translation>バックアップのあるディスクが外れたか、エラーが起きました。</translation>
    </message>
    <message>
        <source>The office&apos;s own key file can be read, so none is needed from a backup.</source>
        <translation>事務所の鍵ファイルは読み取れるため、バックアップのものは必要ありません。</translation>
    </message>
    <message>
        <source>Open the office again.</source>
        <translation>もう一度事務所を開いてください。</translation>
    </message>
    <message>
        <source>The key file of this backup does not belong to the database on this computer.</source>
        <translation>このバックアップの鍵ファイルは、このパソコンのデータベースのものではありません。</translation>
    </message>
    <message>
        <source>Choose the newest backup of this office, or restore the backup as a whole.</source>
        <translation>この事務所の最新のバックアップを選ぶか、バックアップ全体を復元してください。</translation>
    </message>
    <message>
        <source>Accounts or passphrases were changed after this backup was taken.</source>
        <translation>このバックアップのあとに、アカウントまたはパスフレーズが変更されています。</translation>
    </message>
    <message>
        <source>Choose a newer backup of this office, or restore the backup as a whole.</source>
        <translation>この事務所のもっと新しいバックアップを選ぶか、バックアップ全体を復元してください。</translation>
    </message>
    <message>
        <source>This account is not a person responsible.</source>
        <translation>このアカウントは責任者ではありません。</translation>
    </message>
    <message>
        <source>Let a person responsible restore the backup, or use the recovery sheet.</source>
        <translation>責任者がバックアップを復元するか、復旧用シートを使ってください。</translation>
    </message>
    <message>
        <source>This account was reset after the backup was taken and cannot open it.</source>
        <translation>このアカウントはバックアップのあとに再設定されたため、このバックアップを開けません。</translation>
    </message>
    <message>
        <source>Use another person responsible&apos;s passphrase, or the recovery sheet.</source>
        <translation>別の責任者のパスフレーズか、復旧用シートを使ってください。</translation>
    </message>
    <message>
        <source>Customers who had been destroyed could not be removed from the restored data for certain.</source>
        <translation>廃棄済みのお客様の情報を、復元したデータから確実に消去できませんでした。</translation>
    </message>
    <message>
        <source>Choose another backup, and keep this message for whoever supports the program.</source>
        <translation>別のバックアップを選んでください。このメッセージは、プログラムの担当窓口に伝えるために控えておいてください。</translation>
    </message>
    <message>
        <source>This backup was made by a newer version of this program.</source>
        <translation>このバックアップは新しいバージョンのプログラムで作られています。</translation>
    </message>
    <message>
        <source>Install the newer version of the program and restore with it.</source>
        <translation>新しいバージョンのプログラムを入れ、それで復元してください。</translation>
    </message>
    <message>
        <source>This backup was made under former keys, so the present ones cannot check it.</source>
        <translation>このバックアップは以前の鍵で作られたため、今の鍵では確かめられません。</translation>
    </message>
    <message>
        <source>Check a backup that was made after the keys were last renewed.</source>
        <translation>最後に鍵を更新したあとのバックアップを確かめてください。</translation>
    </message>
    <message>
        <source>The key file of this backup is missing or damaged, and no other one fits it.</source>
        <translation>このバックアップの鍵ファイルがないか壊れていて、ほかに合うものもありません。</translation>
    </message>
    <message>
        <source>Connect another disk with backups of this office, or choose another backup. Keep this one: its database is not lost.</source>
        <translation>この事務所のバックアップがある別のディスクを接続するか、別のバックアップを選んでください。このバックアップは捨てないでください。データベースは失われていません。</translation>
    </message>
    <message>
        <source>This backup belongs to another office than the one on this computer.</source>
        <translation>このバックアップは、このパソコンの事務所のものではありません。</translation>
    </message>
    <message>
        <source>Choose a backup of this office, or restore into another folder.</source>
        <translation>この事務所のバックアップを選ぶか、別のフォルダーに復元してください。</translation>
    </message>
    <message>
        <source>The database is in use by another program.</source>
        <translation>データベースは別のプログラムが使用中です。</translation>
    </message>
    <message>
        <source>Close other copies of this program and try again.</source>
        <translation>ほかに開いているこのプログラムを閉じて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Remove this setting (PYTHON_KEYRING_BACKEND or keyringrc.cfg) so that the operating system&apos;s own key store is used.</source>
        <translation>この設定（PYTHON_KEYRING_BACKEND または keyringrc.cfg）を外し、パソコン標準の鍵の保管庫を使ってください。</translation>
    </message>
    <message>
        <source>The file {file}, which chooses the key store, cannot be understood.</source>
        <translation>鍵の保管庫を選ぶファイル {file} を読み取れません。</translation>
    </message>
    <message>
        <source>Correct the file or remove it, then try again.</source>
        <translation>ファイルを直すか削除して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The program cannot use its lock file “{file}”: something else lies there, or this login may not write to it.</source>
        <translation>ロックファイル（{file}）を使えません。別のものが置かれているか、このログインに書き込みの権限がありません。</translation>
    </message>
    <message>
        <source>Nothing was changed. The lock file itself never holds anything.</source>
        <translation>何も変更されていません。ロックファイルには何も保存されません。</translation>
    </message>
    <message>
        <source>Close the program everywhere. Move away what lies there, or let this login write to the file and its folder. Then try again.</source>
        <translation>開いている hvacdesk をすべて閉じてください。そこにあるものを別の場所に移すか、このログインがファイルとフォルダに書き込めるようにしてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The database file is damaged.</source>
        <translation>データベースのファイルが壊れています。</translation>
    </message>
    <message>
        <source>Nothing was changed. Do not delete the file.</source>
        <translation>何も変更されていません。ファイルは削除しないでください。</translation>
    </message>
    <message>
        <source>Restore the newest verified backup.</source>
        <translation>確認済みの最新のバックアップから復元してください。</translation>
    </message>
    <message>
        <source>The database was written by a newer version of this program.</source>
        <translation>データベースは、新しい版のプログラムで作成されています。</translation>
    </message>
    <message>
        <source>The file was not touched.</source>
        <translation>ファイルは変わっていません。</translation>
    </message>
    <message>
        <source>The database file does not belong to this program.</source>
        <translation>このプログラムのデータベースではありません。</translation>
    </message>
    <message>
        <source>The note of the audit log&apos;s last entry is unreadable.</source>
        <translation>操作記録の末尾の控えを読み取れません。</translation>
    </message>
    <message>
        <source>The audit log itself is untouched.</source>
        <translation>操作記録そのものは変わっていません。</translation>
    </message>
    <message>
        <source>The office&apos;s keys were changed by another session.</source>
        <translation>別の画面で事務所の鍵が変更されました。</translation>
    </message>
    <message>
        <source>Log in again.</source>
        <translation>ログインし直してください。</translation>
    </message>
    <message>
        <source>The disk reported an error.</source>
        <translation>ディスクでエラーが起きました。</translation>
    </message>
    <message>
        <source>Everything saved before is still there; this change was not saved.</source>
        <translation>以前に保存した内容は残っています。今回の変更は保存されていません。</translation>
    </message>
    <message>
        <source>Check the disk and its free space, then save again. Make a backup soon.</source>
        <translation>ディスクと空き容量を確認して、もう一度保存してください。早めにバックアップを作成してください。</translation>
    </message>
    <message>
        <source>Taking this role away needs the office&apos;s keys to be changed.</source>
        <translation>この役割を外すには、事務所の鍵の変更が必要です。</translation>
    </message>
    <message>
        <source>Remove the role together with a change of keys.</source>
        <translation>鍵の変更とあわせて、役割を外してください。</translation>
    </message>
    <message>
        <source>A payment field cannot be read: it was altered or belongs to another record.</source>
        <translation>支払情報の欄を読み取れません。改変されたか、別の記録のものです。</translation>
    </message>
    <message>
        <source>The other fields are not affected.</source>
        <translation>ほかの欄に影響はありません。</translation>
    </message>
    <message>
        <source>Compare it with the paper original and enter it again, or restore a backup.</source>
        <translation>紙の原本を見て入力し直すか、バックアップから復元してください。</translation>
    </message>
    <message>
        <source>This passphrase is not accepted.</source>
        <translation>このパスフレーズは使えません。</translation>
    </message>
    <message>
        <source>Choose another one, or take the one that is offered.</source>
        <translation>別のパスフレーズにするか、表示された候補を使ってください。</translation>
    </message>
    <message>
        <source>The passphrase is too short: it needs at least {shortest} characters.</source>
        <translation>パスフレーズが短すぎます。{shortest}文字以上にしてください。</translation>
    </message>
    <message>
        <source>The passphrase is too long: at most {longest} characters are possible.</source>
        <translation>パスフレーズが長すぎます。{longest}文字以内にしてください。</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess.</source>
        <translation>このパスフレーズは推測されやすいため使えません。</translation>
    </message>
    <message>
        <source>The new passphrase is the same as the old one.</source>
        <translation>新しいパスフレーズが、今のものと同じです。</translation>
    </message>
    <message>
        <source>The file of retention rules is damaged ({where}).</source>
        <translation>保存期間の決まりのファイルが壊れています（{where}）。</translation>
    </message>
    <message>
        <source>Nothing is judged or destroyed without it.</source>
        <translation>このファイルがない間は、判定も廃棄も行われません。</translation>
    </message>
    <message>
        <source>Install the program again, or put back the file from before it was edited.</source>
        <translation>プログラムをインストールし直すか、編集前のファイルに戻してください。</translation>
    </message>
    <message>
        <source>The file of retention rules is made for a newer version of this program.</source>
        <translation>保存期間の決まりのファイルは、新しい版のプログラム用です。</translation>
    </message>
    <message>
        <source>Update the program.</source>
        <translation>プログラムを更新してください。</translation>
    </message>
    <message>
        <source>This disposal batch is no longer at this step.</source>
        <translation>この廃棄点検は、すでに別の手順に進んでいます。</translation>
    </message>
    <message>
        <source>Open the batch again and go on from where it stands.</source>
        <translation>廃棄点検を開き直して、現在の手順から続けてください。</translation>
    </message>
    <message>
        <source>{count} of the chosen customers cannot be destroyed now.</source>
        <translation>選んだお客様のうち{count}件は、今は廃棄できません。</translation>
    </message>
    <message>
        <source>Look at the reason beside each of them and decide again.</source>
        <translation>それぞれの理由を確認して、判断し直してください。</translation>
    </message>
    <message>
        <source>No customer of this batch can be destroyed.</source>
        <translation>この廃棄点検には、廃棄できるお客様がいません。</translation>
    </message>
    <message>
        <source>Choose at least one customer that is due, or close the batch.</source>
        <translation>保存期間満了のお客様を1件以上選ぶか、廃棄点検を終了してください。</translation>
    </message>
    <message>
        <source>Kept papers of these customers that are not shredded yet: {count}.</source>
        <translation>これらのお客様の書類のうち、{count}件がまだ裁断されていません。</translation>
    </message>
    <message>
        <source>Shred them and scan each one, or type its code.</source>
        <translation>裁断してから、1枚ずつ読み取るか、番号を入力してください。</translation>
    </message>
    <message>
        <source>It was not registered as shredded.</source>
        <translation>裁断としては登録されていません。</translation>
    </message>
    <message>
        <source>The person who proposed this disposal cannot approve it.</source>
        <translation>廃棄を申請した本人は承認できません。</translation>
    </message>
    <message>
        <source>Let another person responsible approve it.</source>
        <translation>別の責任者に承認を依頼してください。</translation>
    </message>
    <message>
        <source>Another person may approve this disposal.</source>
        <translation>この廃棄は、ほかの人が承認できます。</translation>
    </message>
    <message>
        <source>Ask that person to approve it.</source>
        <translation>その人に承認を依頼してください。</translation>
    </message>
    <message>
        <source>You proposed this disposal today.</source>
        <translation>この廃棄は、ご自身が今日申請したものです。</translation>
    </message>
    <message>
        <source>Look at it again and confirm it on a later day.</source>
        <translation>後日、内容を見直してから確認してください。</translation>
    </message>
    <message>
        <source>The person who approved this disposal may no longer approve disposals.</source>
        <translation>この廃棄を承認した人は、現在は承認の権限がありません。</translation>
    </message>
    <message>
        <source>Send the batch back and let another person responsible approve it.</source>
        <translation>差し戻して、別の責任者に承認を依頼してください。</translation>
    </message>
    <message>
        <source>This disposal waits until {day}.</source>
        <translation>この廃棄は{day}まで実行できません。</translation>
    </message>
    <message>
        <source>Destroy on or after that day. Until then the approval can be taken back.</source>
        <translation>その日以降に実行してください。それまでは承認を取り下げられます。</translation>
    </message>
    <message>
        <source>Destroying changes the office&apos;s keys, which only a person responsible can do.</source>
        <translation>廃棄すると事務所の鍵が新しくなります。これができるのは責任者だけです。</translation>
    </message>
    <message>
        <source>Let a person responsible log in and destroy this batch; it waits for them.</source>
        <translation>責任者がログインして、この廃棄を実行してください。それまで待機します。</translation>
    </message>
    <message>
        <source>The customers are deleted, but the disposal is not finished: {cause}</source>
        <translation>お客様のデータは削除しましたが、廃棄はまだ完了していません：{cause}</translation>
    </message>
    <message>
        <source>Nothing else was lost, and nothing is certified yet.</source>
        <translation>ほかに失われたものはありません。証明書もまだ発行されていません。</translation>
    </message>
    <message>
        <source>Remove the cause, then finish the batch: it goes on where it stopped.</source>
        <translation>原因を取り除いてから、この廃棄を再開してください。中断したところから続きます。</translation>
    </message>
    <message>
        <source>No new backup could be taken: {reason}</source>
        <translation>新しいバックアップを作成できませんでした：{reason}</translation>
    </message>
    <message>
        <source>Nothing was lost; the copies from before are still there.</source>
        <translation>何も失われていません。それまでのバックアップも残っています。</translation>
    </message>
    <message>
        <source>Remove the cause and try again.</source>
        <translation>原因を取り除いてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The number you typed is not the number of customers in this batch.</source>
        <translation>入力した数が、対象のお客様の数と一致しません。</translation>
    </message>
    <message>
        <source>Compare the list once more and type the number again.</source>
        <translation>一覧をもう一度確認して、数を入力し直してください。</translation>
    </message>
    <message>
        <source>The disposal was stopped.</source>
        <translation>廃棄を中止しました。</translation>
    </message>
    <message>
        <source>Start it again when you are ready; the approval still stands.</source>
        <translation>準備ができたら、もう一度実行してください。承認は有効なままです。</translation>
    </message>
    <message>
        <source>The computer&apos;s clock is behind the last entry of the audit log.</source>
        <translation>パソコンの時計が、操作記録の最後の日時より遅れています。</translation>
    </message>
    <message>
        <source>The audit log has no entry for {days} days before today.</source>
        <translation>今日までの{days}日間、操作記録がありません。</translation>
    </message>
    <message>
        <source>Set the computer&apos;s date and time right and try again.</source>
        <translation>パソコンの日付と時刻を合わせて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>This paper belongs to no customer of the batch.</source>
        <translation>この用紙は、今回の廃棄に含まれるお客様のものではありません。</translation>
    </message>
    <message>
        <source>Put it back. If it was shredded by mistake, note that in the register of papers.</source>
        <translation>元の場所に戻してください。誤って裁断した場合は、書類の台帳に登録してください。</translation>
    </message>
    <message>
        <source>Check the computer&apos;s date. If it is right, disposals are possible again from tomorrow.</source>
        <translation>パソコンの日付を確認してください。日付が正しければ、明日から廃棄できます。</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>このファイルを読み込めません。</translation>
    </message>
    <message>
        <source>Check that the file is still there and that no other program holds it open.</source>
        <translation>ファイルがまだあるか、ほかのプログラムで開いたままになっていないか確認してください。</translation>
    </message>
    <message>
        <source>This file is neither a CSV file nor an Excel workbook.</source>
        <translation>このファイルはCSVでもExcelブックでもありません。</translation>
    </message>
    <message>
        <source>Open it in the program it comes from and save it as .xlsx or .csv.</source>
        <translation>作成したプログラムで開き、.xlsxまたは.csvで保存し直してください。</translation>
    </message>
    <message>
        <source>This is an Excel file of the old format (.xls).</source>
        <translation>これは旧形式のExcelファイル（.xls）です。</translation>
    </message>
    <message>
        <source>Open it in Excel and save it as an Excel workbook (.xlsx).</source>
        <translation>Excelで開き、「Excelブック（.xlsx）」で保存し直してください。</translation>
    </message>
    <message>
        <source>This workbook is protected by a password.</source>
        <translation>このブックはパスワードで保護されています。</translation>
    </message>
    <message>
        <source>Type the workbook&apos;s password, or save the workbook without one.</source>
        <translation>ブックのパスワードを入力するか、パスワードなしで保存し直してください。</translation>
    </message>
    <message>
        <source>This workbook is too large when unpacked, or damaged.</source>
        <translation>このブックは展開すると大きすぎるか、壊れています。</translation>
    </message>
    <message>
        <source>Copy the list into a new workbook and save that.</source>
        <translation>一覧を新しいブックに移して保存してください。</translation>
    </message>
    <message>
        <source>The characters of this file could not be read.</source>
        <translation>このファイルの文字を読み取れませんでした。</translation>
    </message>
    <message>
        <source>Save it from Excel as “CSV UTF-8” or as an Excel workbook (.xlsx).</source>
        <translation>Excelで「CSV UTF-8」または「Excelブック（.xlsx）」として保存し直してください。</translation>
    </message>
    <message>
        <source>There is nothing in this table.</source>
        <translation>この表には何も入力されていません。</translation>
    </message>
    <message>
        <source>Choose another sheet or another file.</source>
        <translation>別のシートか別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>Line {line} of this file is too long.</source>
        <translation>このファイルの{line}行目が長すぎます。</translation>
    </message>
    <message>
        <source>Look there for a quotation mark that is not closed, and save the file again.</source>
        <translation>閉じられていない引用符（&quot;）がないか確認し、保存し直してください。</translation>
    </message>
    <message>
        <source>This is your own account.</source>
        <translation>これはご自分の担当者情報です。</translation>
    </message>
    <message>
        <source>Ask another person responsible to do this.</source>
        <translation>ほかの責任者に依頼してください。</translation>
    </message>
    <message>
        <source>There are no customers to export.</source>
        <translation>書き出すお客様がいません。</translation>
    </message>
    <message>
        <source>Register customers first.</source>
        <translation>先にお客様を登録してください。</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>書き出しを中止しました。</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>ファイルは書き込まれていません。</translation>
    </message>
    <message>
        <source>Start it again whenever you like.</source>
        <translation>いつでもやり直せます。</translation>
    </message>
    <message>
        <source>This list has more than {limit} rows.</source>
        <translation>この一覧は{limit}行を超えています。</translation>
    </message>
    <message>
        <source>Divide it into several files and import them one after the other.</source>
        <translation>いくつかのファイルに分けて、順に取り込んでください。</translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>取り込みを中止しました。</translation>
    </message>
    <message>
        <source>No customer was registered.</source>
        <translation>お客様は1件も登録されていません。</translation>
    </message>
    <message>
        <source>{count} rows of this list cannot be imported.</source>
        <translation>この一覧のうち{count}行は取り込めません。</translation>
    </message>
    <message>
        <source>Correct them in the list, or choose to import the other rows.</source>
        <translation>一覧を直すか、残りの行だけを取り込んでください。</translation>
    </message>
    <message>
        <source>The file could not be saved there.</source>
        <translation>その場所には保存できませんでした。</translation>
    </message>
    <message>
        <source>“{file}” is open in another program, such as a spreadsheet.</source>
        <translation>「{file}」は、表計算など別のプログラムで開かれています。</translation>
    </message>
    <message>
        <source>Nothing was saved; that file is as it was.</source>
        <translation>何も保存していません。そのファイルは元のままです。</translation>
    </message>
    <message>
        <source>Close it there, or choose another name, and save it again.</source>
        <translation>そちらを閉じるか、別の名前を選んで、もう一度保存してください。</translation>
    </message>
    <message>
        <source>Choose another folder, for example a USB stick, and save it again.</source>
        <translation>USBメモリなど別のフォルダーを選び、もう一度保存してください。</translation>
    </message>
    <message>
        <source>The recovery sheet could not be saved there.</source>
        <translation>その場所には復旧用シートを保存できませんでした。</translation>
    </message>
    <message>
        <source>The office&apos;s keys were changed, but this could not be noted: {cause}</source>
        <translation>事務所の鍵は新しくなりましたが、記録できませんでした：{cause}</translation>
    </message>
    <message>
        <source>Nothing was lost; the change of keys is in force.</source>
        <translation>失われたものはありません。新しい鍵は有効です。</translation>
    </message>
    <message>
        <source>Remove the cause and start the program again: it is noted then.</source>
        <translation>原因を取り除いてから、プログラムを起動し直してください。そのとき記録されます。</translation>
    </message>
    <message>
        <source>The new key could not be put into the key store of this computer. {reason}</source>
        <translation>新しい鍵をこのパソコンの鍵の保管庫に登録できませんでした。{reason}</translation>
    </message>
    <message>
        <source>Nothing was changed: the former keys are the ones that count.</source>
        <translation>何も変更していません。今までの鍵がそのまま有効です。</translation>
    </message>
    <message>
        <source>Unlock or start the key store, or log in to the desktop again, and try again. Until then the office opens with the recovery sheet only.</source>
        <translation>鍵の保管庫のロックを解除するか起動し、またはパソコンにサインインし直してから、もう一度試してください。それまで事務所は復旧用シートでしか開けません。</translation>
    </message>
    <message>
        <source>A name is needed to compare.</source>
        <translation>照合するお名前が入力されていません。</translation>
    </message>
    <message>
        <source>Ask for the name as it is read, and type it in kana.</source>
        <translation>お名前の読みを尋ね、カナで入力してください。</translation>
    </message>
    <message>
        <source>The last four digits of the phone number are needed.</source>
        <translation>電話番号の下4桁が入力されていません。</translation>
    </message>
    <message>
        <source>Ask for them and type exactly four digits.</source>
        <translation>下4桁を尋ね、数字4桁で入力してください。</translation>
    </message>
    <message>
        <source>This estimate has been issued and is no longer changed.</source>
        <translation>この見積書は発行済みのため、変更できません。</translation>
    </message>
    <message>
        <source>Make its next issue: the former one is kept.</source>
        <translation>改訂版を作成してください。前の版は残ります。</translation>
    </message>
    <message>
        <source>This estimate is not waiting for an answer.</source>
        <translation>この見積書は回答待ちではありません。</translation>
    </message>
    <message>
        <source>Refresh the list and look at its newest issue.</source>
        <translation>一覧を更新し、最新の版を確認してください。</translation>
    </message>
    <message>
        <source>This estimate comes to zero yen.</source>
        <translation>見積金額が0円です。</translation>
    </message>
    <message>
        <source>Enter the prices of its lines first.</source>
        <translation>先に明細の単価を入力してください。</translation>
    </message>
    <message>
        <source>The discounts are larger than the sum of the other lines.</source>
        <translation>値引きが、ほかの明細の合計を超えています。</translation>
    </message>
    <message>
        <source>Lower the discount, or check the prices.</source>
        <translation>値引きの金額と単価をご確認ください。</translation>
    </message>
    <message>
        <source>These two are the same registration.</source>
        <translation>同じ登録どうしです。</translation>
    </message>
    <message>
        <source>Choose the other registration of this customer.</source>
        <translation>このお客様のもう一方の登録を選んでください。</translation>
    </message>
    <message>
        <source>A disposal that waits for its destruction names one of these customers.</source>
        <translation>どちらかのお客様が、実行待ちの廃棄に含まれています。</translation>
    </message>
    <message>
        <source>Finish that disposal or have it sent back first.</source>
        <translation>先にその廃棄を実行するか、差し戻してください。</translation>
    </message>
    <message>
        <source>No address is registered for customer {number}.</source>
        <translation>お客様 {number} の住所が登録されていません。</translation>
    </message>
    <message>
        <source>Enter the address in the customer&apos;s form first.</source>
        <translation>先に、お客様の登録画面で住所を入力してください。</translation>
    </message>
    <message>
        <source>No phone number is registered for the customer of job {number}.</source>
        <translation>工事 {number} のお客様の電話番号が登録されていません。</translation>
    </message>
    <message>
        <source>Enter the number in the customer&apos;s form first.</source>
        <translation>先に、お客様の登録画面で電話番号を入力してください。</translation>
    </message>
    <message>
        <source>The two FAX numbers are not the same.</source>
        <translation>2回入力したFAX番号が一致しません。</translation>
    </message>
    <message>
        <source>Type the number again from the firm&apos;s paper, digit by digit.</source>
        <translation>相手先の書類を見ながら、もう一度1桁ずつ入力してください。</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>数字として読み取れません。</translation>
    </message>
    <message>
        <source>Type the number alone, such as 4.15, and save again.</source>
        <translation>4.15のように数値だけを入力し、もう一度保存してください。</translation>
    </message>
    <message>
        <source>A measured value is unusual.</source>
        <translation>通常と異なる測定値があります。</translation>
    </message>
    <message>
        <source>Compare it with the sheet. If it stands there so, say so and save again.</source>
        <translation>用紙と見比べてください。用紙どおりであればその旨にチェックを入れ、もう一度保存してください。</translation>
    </message>
    <message>
        <source>The backup was taken, but this could not be noted: {cause}</source>
        <translation>バックアップは作成されましたが、記録できませんでした：{cause}</translation>
    </message>
    <message>
        <source>The backup is complete and was checked.</source>
        <translation>バックアップは完全で、検査も済んでいます。</translation>
    </message>
    <message>
        <source>Remove the cause; the next backup is noted again.</source>
        <translation>原因を取り除いてください。次のバックアップからは記録されます。</translation>
    </message>
    <message>
        <source>{count} papers are still kept in this cabinet.</source>
        <translation>このキャビネットには、まだ{count}件の書類が入っています。</translation>
    </message>
    <message>
        <source>Put them into another cabinet first.</source>
        <translation>先に別のキャビネットへ移してください。</translation>
    </message>
    <message>
        <source>No results are recorded for job {number}, so there is nothing to report.</source>
        <translation>工事{number}の作業結果が入力されていないため、報告書を作成できません。</translation>
    </message>
    <message>
        <source>Type in the results first.</source>
        <translation>先に作業結果を入力してください。</translation>
    </message>
    <message>
        <source>A customer can have {limit} contacts at most.</source>
        <translation>登録できる先方担当者は{limit}人までです。</translation>
    </message>
    <message>
        <source>The ledger has no entry in this period.</source>
        <translation>この期間の記入はありません。</translation>
    </message>
    <message>
        <source>Choose another period, or make the entries first.</source>
        <translation>期間を変えるか、先に記入してください。</translation>
    </message>
    <message>
        <source>This import cannot be undone: somebody has worked with its customers since.</source>
        <translation>取り込み後にお客様の情報が使われたため、この取り込みは取り消せません。</translation>
    </message>
    <message>
        <source>Change or merge the customers one by one.</source>
        <translation>お客様を1件ずつ変更または統合してください。</translation>
    </message>
    <message>
        <source>This file is no PNG or JPEG picture, or it is damaged.</source>
        <translation>PNGまたはJPEGの画像ではないか、壊れています。</translation>
    </message>
    <message>
        <source>Choose a PNG or JPEG file, for example a scan of the seal.</source>
        <translation>PNGまたはJPEGのファイルを選んでください（印影をスキャンしたものなど）。</translation>
    </message>
    <message>
        <source>This picture is too large.</source>
        <translation>この画像は大きすぎます。</translation>
    </message>
    <message>
        <source>Choose one of at most 10 MB and 8000 × 8000 pixels.</source>
        <translation>10MB以下、縦横8000画素以下の画像を選んでください。</translation>
    </message>
    <message>
        <source>This copy is the office&apos;s own and is not returned to a customer.</source>
        <translation>この控えは事務所のものなので、お客様には返却しません。</translation>
    </message>
    <message>
        <source>Choose whether it is kept or shredded, then scan it again.</source>
        <translation>保管か裁断かを選び、もう一度読み取ってください。</translation>
    </message>
    <message>
        <source>This paper is not here, so it cannot be lent.</source>
        <translation>この用紙は手元にないため、持ち出しを登録できません。</translation>
    </message>
    <message>
        <source>Register first that it is back and kept.</source>
        <translation>先に、戻って保管したことを登録してください。</translation>
    </message>
    <message>
        <source>This entry has been struck already.</source>
        <translation>この記録はすでに取り消されています。</translation>
    </message>
    <message>
        <source>Refresh the log; add a new entry if one is missing.</source>
        <translation>記録を読み込み直し、足りない記録があれば追加してください。</translation>
    </message>
    <message>
        <source>No unit here has a refrigerant log.</source>
        <translation>冷媒の記録がある機器はここにありません。</translation>
    </message>
    <message>
        <source>Mark the units as commercial, or add an entry first.</source>
        <translation>機器を業務用にするか、先に記録を追加してください。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>元に戻せる変更はありません。</translation>
    </message>
    <message>
        <source>Everything is as it was last saved.</source>
        <translation>すべて最後に保存したときのままです。</translation>
    </message>
    <message>
        <source>Only your own changes since your login can be undone.</source>
        <translation>元に戻せるのは、ログインしてからご自身が変更した内容だけです。</translation>
    </message>
    <message>
        <source>The change was not undone: the record was changed again since.</source>
        <translation>その後に記録が変更されたため、元に戻しませんでした。</translation>
    </message>
    <message>
        <source>Nothing was altered; the record is as it was last saved.</source>
        <translation>何も書き換えていません。記録は最後に保存したときのままです。</translation>
    </message>
    <message>
        <source>Open the record and change it there.</source>
        <translation>記録を開いて直接修正してください。</translation>
    </message>
    <message>
        <source>This customer was merged into {number}.</source>
        <translation>このお客様の登録は {number} に統合されています。</translation>
    </message>
    <message>
        <source>Open {number}: everything that was kept here is there.</source>
        <translation>{number} を開いてください。ここにあった記録はすべてそちらにあります。</translation>
    </message>
    <message>
        <source>The backup was restored, but the office could not be opened: {cause}</source>
        <translation>バックアップは復元されましたが、事務所を開けませんでした：{cause}</translation>
    </message>
    <message>
        <source>The restored office is complete; the former one was put aside.</source>
        <translation>復元した事務所のデータは完全です。前の事務所のファイルは退避してあります。</translation>
    </message>
    <message>
        <source>Remove the cause, then try again and log in; do not restore once more.</source>
        <translation>原因を取り除いてからもう一度試し、ログインしてください。もう一度復元する必要はありません。</translation>
    </message>
    <message>
        <source>A receipt number has {digits} digits.</source>
        <translation>受付番号は{digits}桁です。</translation>
    </message>
    <message>
        <source>Type it as it was shown when the report was sent.</source>
        <translation>送信したときに表示された番号のとおりに入力してください。</translation>
    </message>
    <message>
        <source>Nobody is chosen who may read this.</source>
        <translation>受け取る人が選ばれていません。</translation>
    </message>
    <message>
        <source>Choose at least one person.</source>
        <translation>1人以上選んでください。</translation>
    </message>
    <message>
        <source>The report box opens only after a login with your passphrase.</source>
        <translation>相談・通報窓口は、ご自分のパスフレーズでログインした後にだけ開けます。</translation>
    </message>
    <message>
        <source>Log out, then log in with your own passphrase.</source>
        <translation>いったんログアウトし、ご自分のパスフレーズでログインし直してください。</translation>
    </message>
    <message>
        <source>This report is still open.</source>
        <translation>この通報はまだ対応が終わっていません。</translation>
    </message>
    <message>
        <source>Close it first; its writer then still finds your last answer for a while.</source>
        <translation>先に「対応終了」にしてください。通報した人は、しばらくの間は最後の回答を読めます。</translation>
    </message>
    <message>
        <source>The report box cannot be reached on this computer&apos;s disk.</source>
        <translation>このパソコンのディスクにある相談・通報窓口を開けません。</translation>
    </message>
    <message>
        <source>Reports that were sent before are untouched; nothing was sent now.</source>
        <translation>これまでに送られた通報はそのままです。今回は何も送られていません。</translation>
    </message>
    <message>
        <source>Try again later, or use the paper form or one of the desks outside the office.</source>
        <translation>時間をおいてもう一度試すか、相談・通報用紙または社外の窓口をご利用ください。</translation>
    </message>
    <message>
        <source>Another window is using the report box.</source>
        <translation>別の画面が相談・通報窓口を使っています。</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>1分ほどおいて、もう一度試してください。</translation>
    </message>
    <message>
        <source>This report holds as much text as fits.</source>
        <translation>この通報には、これ以上文章が入りません。</translation>
    </message>
    <message>
        <source>What was written before is untouched; this text was not saved.</source>
        <translation>これまでの文章はそのままです。今回の文章は保存されていません。</translation>
    </message>
    <message>
        <source>Shorten the text, or write another report that refers to this one.</source>
        <translation>文章を短くするか、この通報に触れた別の通報を書いてください。</translation>
    </message>
    <message>
        <source>This report is no longer in the box.</source>
        <translation>この通報は窓口に残っていません。</translation>
    </message>
    <message>
        <source>Read the list again.</source>
        <translation>一覧を読み直してください。</translation>
    </message>
    <message>
        <source>No report opens with this receipt number.</source>
        <translation>この受付番号で開ける通報はありません。</translation>
    </message>
    <message>
        <source>A report that was closed long ago is deleted.</source>
        <translation>対応終了から長くたった通報は削除されています。</translation>
    </message>
    <message>
        <source>Check the digits and try again.</source>
        <translation>番号を確かめて、もう一度入力してください。</translation>
    </message>
    <message>
        <source>Check the digits. The next try is possible in {wait} seconds.</source>
        <translation>番号を確かめてください。次は{wait}秒後に入力できます。</translation>
    </message>
    <message>
        <source>This person cannot be given the report.</source>
        <translation>この人には通報を渡せません。</translation>
    </message>
    <message>
        <source>Choose a person responsible who has a passphrase of their own and was not left out.</source>
        <translation>ご自分のパスフレーズがあり、通報した人が外していない責任者を選んでください。</translation>
    </message>
    <message>
        <source>Nobody else could read this report any more.</source>
        <translation>このままでは、この通報を読める人がいなくなります。</translation>
    </message>
    <message>
        <source>Hand it over to another person responsible first.</source>
        <translation>先に、別の責任者に引き継いでください。</translation>
    </message>
    <message>
        <source>{law} asks for {years} years and {months} months; you cannot keep it for less.</source>
        <translation>{law}が{years}年{months}か月の保存を求めているため、それより短くはできません。</translation>
    </message>
    <message>
        <source>Choose at least that period.</source>
        <translation>それ以上の期間を選んでください。</translation>
    </message>
    <message>
        <source>This is not a whole update file of hvacdesk.</source>
        <translation>hvacdesk の更新ファイルではないか、途中で切れています。</translation>
    </message>
    <message>
        <source>Nothing was installed; the program and the office are as they were.</source>
        <translation>何もインストールしていません。ソフトも事務所のデータも元のままです。</translation>
    </message>
    <message>
        <source>Get the update file again from whoever supplies hvacdesk to you.</source>
        <translation>hvacdesk の提供元から、更新ファイルをもう一度受け取ってください。</translation>
    </message>
    <message>
        <source>This update file was not signed by the publisher of hvacdesk, or was changed.</source>
        <translation>この更新ファイルには hvacdesk の発行元の署名がないか、内容が書き換えられています。</translation>
    </message>
    <message>
        <source>Do not install it. Ask whoever supplies hvacdesk to you where it came from.</source>
        <translation>インストールしないでください。どこから来たファイルか、hvacdesk の提供元に確認してください。</translation>
    </message>
    <message>
        <source>This update file brings version {version}; version {installed} is installed.</source>
        <translation>この更新ファイルはバージョン {version} です。いまはバージョン {installed} が入っています。</translation>
    </message>
    <message>
        <source>Nothing needs to be done. An older program could not open the office.</source>
        <translation>することはありません。古いソフトでは事務所のデータを開けません。</translation>
    </message>
    <message>
        <source>This update file is for {system}; this computer is {here}.</source>
        <translation>この更新ファイルは {system} 用です。このパソコンは {here} です。</translation>
    </message>
    <message>
        <source>Get the update file that is made for this kind of computer.</source>
        <translation>このパソコンに合う更新ファイルを受け取ってください。</translation>
    </message>
    <message>
        <source>The installer could not be saved there: the folder is full or cannot be written.</source>
        <translation>インストーラーを保存できませんでした。空き容量が足りないか、書き込めないフォルダーです。</translation>
    </message>
    <message>
        <source>Choose another folder, or make room, and check the update file again.</source>
        <translation>別のフォルダーを選ぶか空きを作って、更新ファイルをもう一度確認してください。</translation>
    </message>
    <message>
        <source>This step does not fit the request as it is now.</source>
        <translation>開示等のご請求の今の状態では、この操作はできません。</translation>
    </message>
    <message>
        <source>Check the person&apos;s identity first; an answered request stays as it is.</source>
        <translation>先に本人確認をしてください。回答済みの請求は変更できません。</translation>
    </message>
    <message>
        <source>No customer belongs to this request.</source>
        <translation>この開示等のご請求には、お客様が結び付いていません。</translation>
    </message>
    <message>
        <source>Assign the customer first, or answer that nothing is held.</source>
        <translation>先にお客様を選ぶか、保有していない旨を回答してください。</translation>
    </message>
    <message>
        <source>The use of this customer&apos;s data is suspended.</source>
        <translation>このお客様のデータは利用停止中です。</translation>
    </message>
    <message>
        <source>Nothing may be shown, changed or printed until the suspension is lifted.</source>
        <translation>利用停止を解除するまで、表示・変更・印刷はできません。</translation>
    </message>
    <message>
        <source>The office has not written its purposes notice yet.</source>
        <translation>「個人情報の取り扱いについて」がまだ作成されていません。</translation>
    </message>
    <message>
        <source>The person responsible writes it under Safeguards, Purposes notice.</source>
        <translation>責任者が「安全管理」の「個人情報の取り扱いについて」で作成します。</translation>
    </message>
    <message>
        <source>This text is no draft any more.</source>
        <translation>この文書はもう下書きではありません。</translation>
    </message>
    <message>
        <source>Open the text again: somebody put it in force, replaced or withdrew it.</source>
        <translation>文書を開き直してください。ほかの責任者が施行、差し替え、または廃止しました。</translation>
    </message>
    <message>
        <source>The 30 days for reading the office&apos;s rules or for the yearly training are over. Until you have done it, nothing hidden is shown and nothing is exported.</source>
        <translation>社内の決まりの確認または年1回の研修の期限（30日）が過ぎています。済むまでは、伏せ字の表示と書き出しができません。</translation>
    </message>
    <message>
        <source>Nothing was shown. Work orders are printed and customers told of a leak all the same.</source>
        <translation>何も表示していません。作業指示書の印刷と、漏えい等のお客様へのご連絡は、これまでどおりできます。</translation>
    </message>
    <message>
        <source>Open “Rules”, acknowledge the texts and take the training.</source>
        <translation>「決まり」を開き、文書を読んで「読みました」を押し、研修を受けてください。</translation>
    </message>
    <message>
        <source>Not every question is answered.</source>
        <translation>まだ答えていない問題があります。</translation>
    </message>
    <message>
        <source>Answer the questions that are left.</source>
        <translation>残りの問題に答えてください。</translation>
    </message>
    <message>
        <source>It is not written down yet what followed.</source>
        <translation>処分がまだ記入されていません。</translation>
    </message>
    <message>
        <source>Choose what followed, or “No penalty”, save, and close the record then.</source>
        <translation>処分または「処分なし」を選んで保存してから、記録を完結してください。</translation>
    </message>
    <message>
        <source>This incident is closed and can only be read.</source>
        <translation>この事案は終了しているため、閲覧のみできます。</translation>
    </message>
    <message>
        <source>This incident cannot be closed yet.</source>
        <translation>この事案はまだ終了できません。</translation>
    </message>
    <message>
        <source>The list beside the button says what is missing.</source>
        <translation>残っていることは、ボタンの横の一覧で確認してください。</translation>
    </message>
    <message>
        <source>This text names one of the customers concerned.</source>
        <translation>この文章に、対象のお客様の名前や連絡先が含まれています。</translation>
    </message>
    <message>
        <source>Write the customer&apos;s number instead: the text is kept longer than their data.</source>
        <translation>お客様番号に置き換えてください。この文章は、お客様の情報より長く保存されます。</translation>
    </message>
    <message>
        <source>The facts do not say where to look yet.</source>
        <translation>どこを調べるか、まだ事実が入力されていません。</translation>
    </message>
    <message>
        <source>Nobody on the list has an address to write to.</source>
        <translation>一覧に、住所の分かるお客様がいません。</translation>
    </message>
    <message>
        <source>Call them, or publish the notice in place of letters.</source>
        <translation>電話でご連絡するか、お知らせの公表に代えてください。</translation>
    </message>
    <message>
        <source>{firm} would get the data for its own use, and the customer has not agreed to that.</source>
        <translation>{firm} への第三者提供になりますが、お客様の同意がありません。</translation>
    </message>
    <message>
        <source>Nothing was handed over.</source>
        <translation>何も渡していません。</translation>
    </message>
    <message>
        <source>Ask the customer first and record the consent, then try again.</source>
        <translation>先にお客様の同意を得て記録してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>What became of this hand-over is written down already.</source>
        <translation>この受け渡しの結果はすでに記録されています。</translation>
    </message>
    <message>
        <source>Look at the list again: somebody else may have confirmed it meanwhile.</source>
        <translation>一覧をもう一度ご覧ください。ほかの人が先に確認したのかもしれません。</translation>
    </message>
    <message>
        <source>{firm} is in the register already.</source>
        <translation>{firm} はすでに登録されています。</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>何も保存していません。</translation>
    </message>
    <message>
        <source>Open the entry that there is, and change that one.</source>
        <translation>登録済みの会社を開いて変更してください。</translation>
    </message>
    <message>
        <source>By its last check {firm} gets no data about customers.</source>
        <translation>前回の点検により、{firm} へのお客様情報の受け渡しは停止されています。</translation>
    </message>
    <message>
        <source>Give the job to somebody else, or let the person responsible check the firm again.</source>
        <translation>ほかの担当に変えるか、責任者がもう一度点検してください。</translation>
    </message>
    <message>
        <source>This month is not over yet.</source>
        <translation>この月はまだ終わっていません。</translation>
    </message>
    <message>
        <source>Sign its sheet after its last day.</source>
        <translation>月が終わってから確認してください。</translation>
    </message>
    <message>
        <source>The sheet lists your own reveals, prints or exports: somebody else has to sign it.</source>
        <translation>点検表にご自身の表示・印刷・書き出しが含まれるため、別の責任者の確認が必要です。</translation>
    </message>
    <message>
        <source>Ask another person responsible to sign it.</source>
        <translation>別の責任者に確認を依頼してください。</translation>
    </message>
    <message>
        <source>This month&apos;s sheet is signed already.</source>
        <translation>この月の点検表は確認済みです。</translation>
    </message>
    <message>
        <source>Print it, or look at another month.</source>
        <translation>印刷するか、別の月を選んでください。</translation>
    </message>
    <message>
        <source>A fault in the program ({kind}).</source>
        <translation>プログラムの不具合（{kind}）です。</translation>
    </message>
    <message>
        <source>This version has to bring the office&apos;s data up to date, and the backup before it failed: {cause}</source>
        <translation>この版に合わせて事務所のデータを更新する必要がありますが、その前のバックアップができませんでした。{cause}</translation>
    </message>
    <message>
        <source>Nothing was changed: the former version of the program still opens the office.</source>
        <translation>何も変更していません。これまでの版のプログラムで開けます。</translation>
    </message>
    <message>
        <source>Connect a backup disk or make room on this computer&apos;s disk, then try again.</source>
        <translation>バックアップ用のディスクをつなぐか、このパソコンのディスクの空きを増やしてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The office&apos;s data could not be brought up to date for this version: {cause}</source>
        <translation>事務所のデータをこの版に合わせて更新できませんでした。{cause}</translation>
    </message>
    <message>
        <source>The office is as it was before. A checked backup of it is in {backup}.</source>
        <translation>事務所のデータは元のままです。確認済みのバックアップが {backup} にあります。</translation>
    </message>
    <message>
        <source>Try again. If it fails again, install the former version, which still opens the office, and tell whoever looks after the program.</source>
        <translation>もう一度お試しください。それでもできないときは、これまでの版を入れ直すと開けます。プログラムの管理者にもお知らせください。</translation>
    </message>
    <message>
        <source>The office&apos;s data was not brought up to date, and its file is no longer whole: {cause}</source>
        <translation>事務所のデータを更新できず、ファイルが元の状態ではなくなりました。{cause}</translation>
    </message>
    <message>
        <source>A checked backup of the office as it was is in {backup}. Do not delete anything.</source>
        <translation>更新前の確認済みバックアップが {backup} にあります。何も削除しないでください。</translation>
    </message>
    <message>
        <source>Restore this backup.</source>
        <translation>このバックアップを復元してください。</translation>
    </message>
    <message>
        <source>Another program, such as a virus scanner, holds a file of the office.</source>
        <translation>ウイルス対策ソフトなど、ほかのプログラムが事務所のファイルを使っています。</translation>
    </message>
    <message>
        <source>Try again in a moment. If it fails again, except the office&apos;s folder from scans.</source>
        <translation>少し待ってから、もう一度お試しください。それでもできないときは、事務所のフォルダーを検査の対象から外してください。</translation>
    </message>
    <message>
        <source>The path of this folder is too long for backups on Windows.</source>
        <translation>このフォルダーのパスは、Windows でバックアップ先にするには長すぎます。</translation>
    </message>
    <message>
        <source>Choose a folder with a shorter path, for example directly on the disk.</source>
        <translation>パスの短いフォルダー（ディスクの直下など）を選んでください。</translation>
    </message>
    <message>
        <source>The filed certificate {number} is not the one that was issued any more.</source>
        <translation>保管されている証明書 {number} が、発行時のものと一致しません。</translation>
    </message>
    <message>
        <source>It was neither shown nor printed, and nothing was changed.</source>
        <translation>表示も印刷もしていません。何も変更していません。</translation>
    </message>
    <message>
        <source>The signed paper holds. Tell the person responsible, who checks the audit log and the database.</source>
        <translation>署名済みの書面が有効です。責任者に伝え、操作記録とデータベースの検査をしてもらってください。</translation>
    </message>
    <message>
        <source>This answer would say something that has not happened.</source>
        <translation>この回答は、実際に行ったことと合いません。</translation>
    </message>
    <message>
        <source>The request is still open.</source>
        <translation>ご請求は未回答のままです。</translation>
    </message>
    <message>
        <source>Do first what was asked for, as the request&apos;s page says; then answer.</source>
        <translation>先にご請求の内容を行ってから回答してください。何が必要かは、ご請求の画面に出ています。</translation>
    </message>
    <message>
        <source>This ZIP archive is protected by a password.</source>
        <translation>このZIPファイルはパスワードで保護されています。</translation>
    </message>
    <message>
        <source>Type the password that was shown when the list was made.</source>
        <translation>書き出したときに表示されたパスワードを入力してください。</translation>
    </message>
    <message>
        <source>There is no column “{column}” in this list.</source>
        <translation>この一覧に「{column}」という列はありません。</translation>
    </message>
    <message>
        <source>Name one of these: {columns}.</source>
        <translation>次の中から指定してください：{columns}。</translation>
    </message>
    <message>
        <source>The passphrase has characters that cannot be typed while they are hidden.</source>
        <translation>パスフレーズに、隠したままでは入力できない文字があります。</translation>
    </message>
    <message>
        <source>Use letters, digits, signs and spaces as they are on the keys, without conversion.</source>
        <translation>変換せずに、半角の英数字・記号・空白で入力してください。</translation>
    </message>
    <message>
        <source>Line {line} names no registered paper, or a digit of it is wrong.</source>
        <translation>{line}行目は、登録のある書類の番号ではないか、数字が違います。</translation>
    </message>
    <message>
        <source>Type what is printed on the paper: its number, or the digits under its square.</source>
        <translation>書類に印刷された番号か、QRコードの下の数字を入力してください。</translation>
    </message>
    <message>
        <source>These two incidents cannot be joined.</source>
        <translation>この二つの事案はまとめられません。</translation>
    </message>
    <message>
        <source>Both are as they were.</source>
        <translation>どちらも元のままです。</translation>
    </message>
    <message>
        <source>Both have to be open, and a drill is joined with drills only.</source>
        <translation>まとめられるのは、どちらも対応中のときだけです。訓練は訓練どうしでまとめます。</translation>
    </message>
    <message>
        <source>Open it again with a reason if something else came to light.</source>
        <translation>別のことが分かったときは、理由を書いて再開してください。</translation>
    </message>
    <message>
        <source>In the first tab, name the papers, or the staff member with the days, or the disposal that is concerned, and search again.</source>
        <translation>最初のタブで、書類、担当者と日にち、または廃棄の番号を入力してから、もう一度探してください。</translation>
    </message>
    <message>
        <source>This number stands on several copies.</source>
        <translation>この番号の控えは複数あります。</translation>
    </message>
    <message>
        <source>Say which of them it is: its number ends in 1/3, for example.</source>
        <translation>どの控えか選んでください。番号の後の「1/3」などで見分けられます。</translation>
    </message>
    <message>
        <source>It cannot be told whether this kana holds the given name too.</source>
        <translation>このフリガナに名の読みまで含まれているかどうかを判断できません。</translation>
    </message>
    <message>
        <source>Enter the kana of the family name and that of the given name each in its own field and save again.</source>
        <translation>姓のフリガナと名のフリガナを、それぞれの欄に分けて入力し、もう一度保存してください。</translation>
    </message>
    <message>
        <source>Where the program&apos;s “{file}” belongs, there is a link, a folder or a device.</source>
        <translation>このプログラムの「{file}」があるべき場所に、リンクやフォルダーなど別のものがあります。</translation>
    </message>
    <message>
        <source>It was not used, and nothing was written to it.</source>
        <translation>それは使わず、何も書き込んでいません。</translation>
    </message>
    <message>
        <source>Look into the folder and find out who put it there. Move it away, then try again.</source>
        <translation>フォルダーの中を見て、誰が置いたものか確認してください。別の場所に移してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Lists of destroyed customers were found, but none is whole and signed by the office (looked at: {count}).</source>
        <translation>廃棄済みのお客様の一覧は見つかりましたが、壊れていない、事務所の署名のあるものがありません（確認した数：{count}）。</translation>
    </message>
    <message>
        <source>Nothing was changed. The backup itself is whole.</source>
        <translation>何も変更していません。バックアップそのものは壊れていません。</translation>
    </message>
    <message>
        <source>Connect every disk with a backup folder of the office and try again. Restored without a list, everybody who was destroyed after the backup was taken comes back, and has to be destroyed again.</source>
        <translation>事務所のバックアップ先のディスクをすべて接続して、もう一度お試しください。一覧なしで復元すると、バックアップの作成後に廃棄したお客様の情報がすべて戻り、もう一度廃棄する必要があります。</translation>
    </message>
    <message>
        <source>Customer {number} has not agreed to reminders.</source>
        <translation>お客様{number}は、ご案内に同意していません。</translation>
    </message>
    <message>
        <source>Ask at the next contact, and record the consent on the customer&apos;s page.</source>
        <translation>次の機会にご意向を伺い、お客様の画面で同意を記録してください。</translation>
    </message>
    <message>
        <source>The audit log is not as it should be, so its present state is not saved for others to keep.</source>
        <translation>操作記録に異常があるため、控えは保存しません。</translation>
    </message>
    <message>
        <source>Nothing was written. Copies that were kept before are untouched.</source>
        <translation>何も書き込んでいません。これまでの控えはそのままです。</translation>
    </message>
    <message>
        <source>Compare a kept copy with the log first, and let a person responsible answer for the log.</source>
        <translation>まず手元の控えと照合し、責任者が操作記録を確認してください。</translation>
    </message>
    <message>
        <source>The copy “{file}” that is kept there does not agree with the audit log.</source>
        <translation>そこにある控え「{file}」が操作記録と一致しません。</translation>
    </message>
    <message>
        <source>Nothing was written. The kept copy is untouched: it is the proof.</source>
        <translation>何も書き込んでいません。控えはそのままです。大切な証拠になります。</translation>
    </message>
    <message>
        <source>Choose “Compare with kept copies” to read what differs. After a backup was restored this is expected: save into an empty folder then.</source>
        <translation>「控えと照合」で、どこが違うか確認してください。バックアップを復元した後なら不一致になりますので、空のフォルダーに保存し直してください。</translation>
    </message>
    <message>
        <source>The customer had the provision of their data to other firms stopped.</source>
        <translation>このお客様のデータは、ご請求により第三者提供を停止しています。</translation>
    </message>
    <message>
        <source>Give the firm no data of this customer, unless the stop is lifted.</source>
        <translation>停止を解除するまで、このお客様のデータをその会社に渡さないでください。</translation>
    </message>
    <message>
        <source>A survey of this needs somebody with another qualification.</source>
        <translation>この調査には、別の資格が必要です。</translation>
    </message>
    <message>
        <source>Check the qualification, or have somebody make the survey who may ({source}).</source>
        <translation>資格を確かめるか、資格のある人に調査を依頼してください（{source}）。</translation>
    </message>
    <message>
        <source>A one-person firm is paid within 60 days of the work, by {latest} at the latest.</source>
        <translation>従業員のいない協力会社への支払いは、作業の日から60日以内です。遅くとも{latest}までです。</translation>
    </message>
    <message>
        <source>The order is further on than this window shows.</source>
        <translation>この発注は、画面の表示より先に進んでいます。</translation>
    </message>
    <message>
        <source>The disk of this computer has no room left for the report box.</source>
        <translation>このパソコンのディスクに、窓口のための空きがありません。</translation>
    </message>
    <message>
        <source>Ask for some space to be freed on the disk, without saying why, or use the paper form or one of the desks outside the office.</source>
        <translation>理由は言わずにディスクの空きを増やしてもらうか、相談・通報用紙または社外の窓口をご利用ください。</translation>
    </message>
    <message>
        <source>Places about which nothing was decided yet: {count}.</source>
        <translation>扱いを決めていない箇所が{count}か所あります。</translation>
    </message>
    <message>
        <source>Open the list of other places and decide about each, or about all at once.</source>
        <translation>「ほかの記載…」を開き、1か所ずつ、またはまとめて決めてください。</translation>
    </message>
    <message>
        <source>What stands in this place has changed since the list was made.</source>
        <translation>一覧を作った後に、この箇所の内容が変わりました。</translation>
    </message>
    <message>
        <source>This is recorded of commercial units alone.</source>
        <translation>業務用の機器だけで記録します。</translation>
    </message>
    <message>
        <source>If the unit is commercial, say so on its page first.</source>
        <translation>業務用の機器であれば、先に機器の画面で「業務用」にしてください。</translation>
    </message>
    <message>
        <source>The certificate of this gas has been noted already.</source>
        <translation>この冷媒の証明書は、すでに記録されています。</translation>
    </message>
    <message>
        <source>Refresh the log; strike the entry and add a new one if it is wrong.</source>
        <translation>記録を読み直してください。誤りがあれば、取り消して新しく追加してください。</translation>
    </message>
    <message>
        <source>There is no recovered gas left here to hand on.</source>
        <translation>引き渡せる回収冷媒が残っていません。</translation>
    </message>
    <message>
        <source>Choose an entry of recovered refrigerant that counts, and compare the amounts.</source>
        <translation>有効な冷媒の回収の記録を選び、量を確かめてください。</translation>
    </message>
    <message>
        <source>Job {number} has no issued estimate from which the paper could take the price.</source>
        <translation>工事{number}には、発行済みの見積書がありません。書面に代金を記載できません。</translation>
    </message>
    <message>
        <source>Write and issue the estimate first, then print the contract paper.</source>
        <translation>先に見積書を作成して発行し、その後に契約書面を印刷してください。</translation>
    </message>
    <message>
        <source>Job {number} has no day yet, and the paper must say when the work is done.</source>
        <translation>工事{number}の日付が未定です。書面には作業の時期を記載する必要があります。</translation>
    </message>
    <message>
        <source>Change the booking and enter the day, then print the contract paper.</source>
        <translation>受付内容を変更して日付を入力し、その後に契約書面を印刷してください。</translation>
    </message>
    <message>
        <source>Job {number} has no contract on a visit for which this paper is owed.</source>
        <translation>工事{number}には、書面が必要な訪問販売の契約がありません。</translation>
    </message>
    <message>
        <source>Record the contract on the job&apos;s page first.</source>
        <translation>先に工事の画面で契約を記録してください。</translation>
    </message>
    <message>
        <source>This login of the computer may not read the backup.</source>
        <translation>今サインインしている人は、このバックアップを読み取れません。</translation>
    </message>
    <message>
        <source>Sign in to the computer as the user who made it, or let whoever looks after the computer give you the right to read its folder.</source>
        <translation>バックアップを作成した人のサインインに切り替えるか、パソコンの管理者にフォルダーを読み取れるようにしてもらってください。</translation>
    </message>
    <message>
        <source>The program&apos;s “{file}” has a second name somewhere else (a hard link).</source>
        <translation>プログラムの「{file}」に、別の場所でもう一つの名前が付いています（ハードリンク）。</translation>
    </message>
    <message>
        <source>Nothing was written to it, and its permissions are as they were.</source>
        <translation>何も書き込まず、アクセス権も変えていません。</translation>
    </message>
    <message>
        <source>Find out who made the other name. Put a copy of the file in its place, or delete the other name. Then try again.</source>
        <translation>もう一つの名前を誰が付けたか確かめてください。ファイルを複製に置き換えるか、もう一つの名前を削除して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Lists of destroyed customers that were found are damaged or not the office&apos;s ({count}). The whole ones know of no disposal after {until}.</source>
        <translation>廃棄したお客様の一覧に、壊れているか事務所のものでないものがあります（{count}件）。正しい一覧にあるのは {until} までの廃棄です。</translation>
    </message>
    <message>
        <source>Connect every disk with a backup folder of the office and try again. Restored all the same, everybody whose disposal is on the damaged list alone comes back, and has to be destroyed again.</source>
        <translation>事務所のバックアップ先のディスクをすべて接続して、もう一度お試しください。このまま復元すると、壊れた一覧だけにあるお客様の情報が戻り、もう一度廃棄する必要があります。</translation>
    </message>
    <message>
        <source>The list of destroyed customers may be too old: the last disposal on it is of {until} (certificate {certificate}), before the backup was taken.</source>
        <translation>廃棄したお客様の一覧が古いかもしれません。最後の廃棄は {until}（証明書 {certificate}）で、バックアップの作成より前です。</translation>
    </message>
    <message>
        <source>If the latest certificate of disposal on paper has another number, connect the disk that was there then, and try again. Otherwise go on. Without that disk, whoever was destroyed later comes back.</source>
        <translation>紙の廃棄証明書の最新の番号がこれと違うときは、そのとき接続していたディスクを接続して、もう一度お試しください。同じ番号なら、このまま進めてください。そのディスクがないと、後から廃棄したお客様の情報が戻ります。</translation>
    </message>
    <message>
        <source>Somebody can read this report again; it was not sent to others.</source>
        <translation>この通報を読める人が、また居ます。ほかの人には送っていません。</translation>
    </message>
    <message>
        <source>Leave, and come back with the receipt number: then write more if you want to.</source>
        <translation>いったん閉じ、受付番号で開き直してください。書き足すことができます。</translation>
    </message>
    <message>
        <source>Enter {latest} or an earlier day of payment.</source>
        <translation>{latest}か、それより前の支払期日を入力してください。</translation>
    </message>
    <message>
        <source>The place of the work is empty, and there is no job number to take it from.</source>
        <translation>「作業場所」が空欄です。工事番号もないため、町名を入れられません。</translation>
    </message>
    <message>
        <source>Enter the place, or the job&apos;s number, and save again.</source>
        <translation>「作業場所」か「工事番号」を入力して、もう一度保存してください。</translation>
    </message>
    <message>
        <source>The order was printed, and the firm may have it.</source>
        <translation>この発注書は印刷済みで、会社に渡っている可能性があります。</translation>
    </message>
    <message>
        <source>Withdraw the order, tell the firm, and write a new one.</source>
        <translation>発注を取り消して会社に伝え、新しい発注書を作成してください。</translation>
    </message>
    <message>
        <source>The approval of this disposal, its list or its decisions are not as the audit log says: somebody may have changed them with another program.</source>
        <translation>この廃棄の承認、対象者の一覧、またはほかの記載についての決定が、操作記録と一致しません。別のプログラムで書き換えられたおそれがあります。</translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation>何も消去していません。</translation>
    </message>
    <message>
        <source>The decisions about other places have changed since they were shown here.</source>
        <translation>表示したあとに、ほかの記載についての決定が変わりました。</translation>
    </message>
    <message>
        <source>Nothing was approved.</source>
        <translation>承認はしていません。</translation>
    </message>
    <message>
        <source>Look at the list of other places again, then approve.</source>
        <translation>ほかの記載の一覧をもう一度確かめてから、承認してください。</translation>
    </message>
    <message>
        <source>The audit log did not take the entry: somebody changed the office&apos;s file with other tools.</source>
        <translation>操作記録に書き込めませんでした。事務所のファイルが、ほかのソフトで変更されています。</translation>
    </message>
    <message>
        <source>Nothing was shown, changed or saved: nothing happens here without its entry.</source>
        <translation>何も表示・変更・保存していません。記録の残らない操作は行いません。</translation>
    </message>
    <message>
        <source>Tell the person responsible, who restores a backup from before it.</source>
        <translation>責任者に知らせてください。責任者が、変更される前のバックアップから復元します。</translation>
    </message>
    <message>
        <source>The office&apos;s file says that an earlier version wrote it, but its tables are of a later one: somebody changed it with other tools.</source>
        <translation>事務所のファイルには以前の版で書かれたとありますが、中の表は新しい版のものです。ほかのソフトで変更されています。</translation>
    </message>
    <message>
        <source>The file is as it was found.</source>
        <translation>ファイルは見つけたときのままです。</translation>
    </message>
    <message>
        <source>By these days, the waste manifest&apos;s slips did not come in turn: A, B2, D, E.</source>
        <translation>この日付では、マニフェストの票の順序（A・B2・D・E）が合いません。</translation>
    </message>
    <message>
        <source>Compare the day with the slip. Where a recorded day is wrong, strike it in the list first.</source>
        <translation>票の日付をお確かめください。記録済みの日付が誤りのときは、先に経過の一覧でその記録を取り消してください。</translation>
    </message>
    <message>
        <source>A waste manifest&apos;s slips come in turn, A, B2, D, E; one before this is not recorded.</source>
        <translation>マニフェストの票は A・B2・D・E の順に記録します。この票より前の票がまだ記録されていません。</translation>
    </message>
    <message>
        <source>Record the earlier slip first, with its own day.</source>
        <translation>前の票を、その票の日付で先に記録してください。</translation>
    </message>
    <message>
        <source>Another program is just changing keys in the key store.</source>
        <translation>ほかのプログラムが、鍵の保管庫の鍵を変更しているところです。</translation>
    </message>
    <message>
        <source>The disk has {free} MB left. A new office needs {needed} MB, to grow and to change its keys.</source>
        <translation>ディスクの空きは{free} MBです。新しい事務所には、データの増加と鍵の更新のために{needed} MBの空きが必要です。</translation>
    </message>
    <message>
        <source>Nothing was created.</source>
        <translation>何も作成していません。</translation>
    </message>
    <message>
        <source>Free some space on the disk, then try again.</source>
        <translation>ディスクの空きを増やしてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Check whether the key store is full or write-protected, or its disk is full. Then try again.</source>
        <translation>保管庫がいっぱいになっていないか、書き込み禁止になっていないか、ディスクがいっぱいでないかを確認し、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Windows does not let this login of the computer store keys.</source>
        <translation>Windowsの設定により、このパソコンのログインでは鍵を保管できません。</translation>
    </message>
    <message>
        <source>The keys in the key store and the office&apos;s data are untouched.</source>
        <translation>鍵の保管庫の鍵と事務所のデータは、そのままです。</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer: a policy forbids to store passwords and credentials, or this login is of a kind that keeps none. Once that is changed, log in again and try again.</source>
        <translation>このパソコンの管理を担当している人に相談してください。パスワードと資格情報の保存がポリシーで禁止されているか、このログインが何も保存しない種類のものです。設定を変えてもらったら、パソコンにログインし直して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>See to the printer, then tick which copies came out. The others can be printed again.</source>
        <translation>プリンターを直し、出てきた控えにチェックを入れてください。残りは印刷し直せます。</translation>
    </message>
    <message>
        <source>Connect it again and start again, or choose a backup on another disk.</source>
        <translation>もう一度接続して最初からやり直すか、別のディスクのバックアップを選んでください。</translation>
    </message>
    <message>
        <source>Check the audit log against a printed certificate, then write the note again.</source>
        <translation>印刷した廃棄・消去証明書と操作記録を照合してから、末尾を控え直してください。</translation>
    </message>
    <message>
        <source>Look at the list again and decide again.</source>
        <translation>一覧をもう一度開いて、決め直してください。</translation>
    </message>
    <message>
        <source>Check the audit log. Then send the batch back, review it and propose it again.</source>
        <translation>操作記録を検査してください。そのあと差し戻し、確認からやり直して、もう一度申請してください。</translation>
    </message>
    <message>
        <source>What this command says could not be written: {reason}.</source>
        <translation>コマンドの結果を出力できませんでした（{reason}）。</translation>
    </message>
    <message>
        <source>The command itself was carried out to its end.</source>
        <translation>コマンドの処理は最後まで行われました。</translation>
    </message>
    <message>
        <source>Let its output go somewhere else. Run it again if you need what it says.</source>
        <translation>出力先を変えてください。結果が必要なときは、コマンドをもう一度実行してください。</translation>
    </message>
    <message>
        <source>This PIN is too easy to guess.</source>
        <translation>推測されやすい暗証番号です。</translation>
    </message>
    <message>
        <source>Choose digits that are neither counted nor repeated.</source>
        <translation>同じ数字の繰り返しや、順に並んだ数字は避けてください。</translation>
    </message>
    <message>
        <source>This is not the number of a bank account.</source>
        <translation>口座番号として読み取れません。</translation>
    </message>
    <message>
        <source>Enter its seven figures, for a savings bank eight, and save again.</source>
        <translation>7桁（ゆうちょ銀行は8桁まで）の数字で入力し、もう一度保存してください。</translation>
    </message>
    <message>
        <source>This invoice has been issued and is no longer changed.</source>
        <translation>この請求書は発行済みのため、変更できません。</translation>
    </message>
    <message>
        <source>Make a credit note, or a reissue that takes its place: the former one is kept.</source>
        <translation>返還請求書を作るか、差し替えの再発行をしてください。元の請求書は保管されます。</translation>
    </message>
    <message>
        <source>This invoice is a draft, or no longer stands.</source>
        <translation>この請求書は下書きか、すでに無効になっています。</translation>
    </message>
    <message>
        <source>Refresh the list and look at the invoice that took its place.</source>
        <translation>一覧を更新し、差し替え後の請求書を確認してください。</translation>
    </message>
    <message>
        <source>Something of this invoice was paid or credited already.</source>
        <translation>この請求書には、すでに入金または返還があります。</translation>
    </message>
    <message>
        <source>Make a credit note for what it asks too much.</source>
        <translation>請求し過ぎた分は返還請求書を作成してください。</translation>
    </message>
    <message>
        <source>Final invoice {number} has taken this one off.</source>
        <translation>精算請求書 {number} でこの請求分を差し引いています。</translation>
    </message>
    <message>
        <source>Make the final invoice void first, or a credit note for this one.</source>
        <translation>先に精算請求書を取り消すか、この請求書の返還請求書を作成してください。</translation>
    </message>
    <message>
        <source>Invoice {number} tells of this event.</source>
        <translation>請求書 {number} による記録です。</translation>
    </message>
    <message>
        <source>Put the invoice right: make it void, reissue it or make a credit note.</source>
        <translation>請求書のほうを、取り消し・再発行・返還請求書で訂正してください。</translation>
    </message>
    <message>
        <source>Job {number} is cancelled, so it is not billed as a whole.</source>
        <translation>工事 {number} は取消のため、全額の請求はできません。</translation>
    </message>
    <message>
        <source>Make a part invoice for what was done all the same.</source>
        <translation>実施済みの分だけ中間金請求書で請求してください。</translation>
    </message>
    <message>
        <source>The work of job {number} is not noted as done.</source>
        <translation>工事 {number} は完了になっていません。</translation>
    </message>
    <message>
        <source>Note the completion first, or make a deposit or part invoice.</source>
        <translation>先に完了を記録するか、着手金・中間金の請求書を作成してください。</translation>
    </message>
    <message>
        <source>Job {number} is billed already, with {invoice}.</source>
        <translation>工事 {number} は {invoice} で請求済みです。</translation>
    </message>
    <message>
        <source>Make a credit note or a reissue of that invoice.</source>
        <translation>その請求書の返還請求書を作るか、再発行してください。</translation>
    </message>
    <message>
        <source>Deposit or part invoices of job {number} stand.</source>
        <translation>工事 {number} には着手金・中間金の請求書があります。</translation>
    </message>
    <message>
        <source>Make the final invoice: it takes them off.</source>
        <translation>精算請求書を作成してください。請求済みの分が差し引かれます。</translation>
    </message>
    <message>
        <source>This invoice comes to zero yen.</source>
        <translation>請求金額が0円です。</translation>
    </message>
    <message>
        <source>The earlier invoices asked for more than the whole comes to.</source>
        <translation>これまでの請求額が工事全体の金額を上回っています。</translation>
    </message>
    <message>
        <source>Check the lines, or make a credit note for an earlier invoice first.</source>
        <translation>明細を確認するか、先に以前の請求書の返還請求書を作成してください。</translation>
    </message>
    <message>
        <source>This credit note does not take anything back.</source>
        <translation>この返還請求書には返還する金額がありません。</translation>
    </message>
    <message>
        <source>Enter its prices below zero.</source>
        <translation>単価をマイナスで入力してください。</translation>
    </message>
    <message>
        <source>This takes back more than invoice {number} asked for.</source>
        <translation>請求書 {number} の請求額を超える返還になっています。</translation>
    </message>
    <message>
        <source>Lower the prices, rate by rate, and save again.</source>
        <translation>税率ごとの金額を下げて、もう一度保存してください。</translation>
    </message>
    <message>
        <source>There was no such tax rate on the day of delivery.</source>
        <translation>その取引日には、この税率がありません。</translation>
    </message>
    <message>
        <source>Check the day of delivery and the tax of each line.</source>
        <translation>取引日と各明細の税区分を確認してください。</translation>
    </message>
    <message>
        <source>The tax rate changed within these days of delivery.</source>
        <translation>取引期間の途中で税率が変わっています。</translation>
    </message>
    <message>
        <source>Make one invoice for the days before the change and one for those after it.</source>
        <translation>税率の変更前と変更後に分けて請求書を作成してください。</translation>
    </message>
    <message>
        <source>The payment would be due before the closing day.</source>
        <translation>支払日が締め日より前になっています。</translation>
    </message>
    <message>
        <source>Choose a later month or day of payment and save again.</source>
        <translation>支払月か支払日を後にして、もう一度保存してください。</translation>
    </message>
</context>
<context>
    <name>Estimate paper</name>
    <message>
        <source>Estimate</source>
        <translation>御見積書</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>見積番号 {number}</translation>
    </message>
    <message>
        <source>Issued {date}</source>
        <translation>発行日 {date}</translation>
    </message>
    <message>
        <source>Job no. {number}</source>
        <translation>工事番号 {number}</translation>
    </message>
    <message>
        <source>We are pleased to offer the following work.</source>
        <translation>下記のとおりお見積り申し上げます。</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>御見積金額</translation>
    </message>
    <message>
        <source>(tax included)</source>
        <translation>（税込）</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工事内容</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>工事場所</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>工事予定日</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>見積有効期限</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>品名・仕様</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>単価</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Sum without tax</source>
        <translation>小計（税抜）</translation>
    </message>
    <message>
        <source>Consumption tax ({percent} %)</source>
        <translation>消費税（{percent}%）</translation>
    </message>
    <message>
        <source>Total, tax included</source>
        <translation>合計（税込）</translation>
    </message>
    <message>
        <source>Subject to {percent} %: {net}, tax {tax}</source>
        <translation>{percent}%対象 {net}&#x3000;消費税 {tax}</translation>
    </message>
    <message>
        <source>The prices above include the tax.</source>
        <translation>単価・金額は税込です。</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
</context>
<context>
    <name>EstimateForm</name>
    <message>
        <source>Estimate {number}</source>
        <translation>見積書 {number}</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明細</translation>
    </message>
    <message>
        <source>The prices include the consumption tax</source>
        <translation>単価は税込</translation>
    </message>
    <message>
        <source>Empty: {days} days from the day it is issued.</source>
        <translation>空欄の場合は、発行日から{days}日間とします。</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>見積有効期限</translation>
    </message>
    <message>
        <source>Notes for the customer</source>
        <translation>お客様への備考</translation>
    </message>
    <message>
        <source>Save and issue</source>
        <translation>保存して発行</translation>
    </message>
    <message>
        <source>Names material, labour and other needed costs apart</source>
        <translation>材料費・労務費などの内訳を記載している（材料費等記載見積書）</translation>
    </message>
    <message>
        <source>Ticked beforehand for holders of a construction licence: the law wants these costs named apart (建設業法 第20条第1項). Untick it while the lines do not name them.</source>
        <translation>建設業の許可があるため、あらかじめ印を付けています。材料費などの内訳は建設業法 第20条第1項で求められています。明細に内訳を書かないときは、印を外してください。</translation>
    </message>
</context>
<context>
    <name>Estimates</name>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>発行済み</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受注</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>失注</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>差し替え済み</translation>
    </message>
</context>
<context>
    <name>EstimatesTab</name>
    <message>
        <source>No estimate yet. It begins with the job&apos;s work at the prices of the price list.</source>
        <translation>見積書はまだありません。工事の作業項目と単価表をもとに下書きを作ります。</translation>
    </message>
    <message>
        <source>Estimates</source>
        <translation>見積書</translation>
    </message>
    <message>
        <source>The job is cancelled: no estimate is made or accepted for it.</source>
        <translation>取り消した工事です。見積の作成や受注はできません。</translation>
    </message>
    <message>
        <source>Making the page</source>
        <translation>ページを作成しています</translation>
    </message>
    <message>
        <source>Make an estimate</source>
        <translation>見積書を作成</translation>
    </message>
    <message>
        <source>Make the next issue</source>
        <translation>改訂版を作成</translation>
    </message>
    <message>
        <source>Issued {day}, valid until {last}</source>
        <translation>発行日 {day}、有効期限 {last}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Accepted…</source>
        <translation>受注…</translation>
    </message>
    <message>
        <source>Declined…</source>
        <translation>失注…</translation>
    </message>
    <message>
        <source>Estimate {number}</source>
        <translation>見積書 {number}</translation>
    </message>
    <message>
        <source>It would begin with</source>
        <translation>見積書に最初に入る作業</translation>
    </message>
    <message>
        <source>price to be filled in</source>
        <translation>金額は未入力</translation>
    </message>
    <message>
        <source>The estimate itself stays issued and can be printed later.</source>
        <translation>見積書は「発行済み」のままです。あとで印刷できます。</translation>
    </message>
</context>
<context>
    <name>EventForm</name>
    <message>
        <source>Record an event</source>
        <translation>経過を記録</translation>
    </message>
    <message>
        <source>Saving moves the job to “{state}”; cancelling leaves it as it is.</source>
        <translation>保存すると工事が「{state}」に進みます。キャンセルすると元のままです。</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Not always today: the day of the document, or on which it happened. How long data is kept is counted from it.</source>
        <translation>今日とは限りません。請求書の日付など、実際の日付を入力してください。保存期間の起算日になります。</translation>
    </message>
    <message>
        <source>Number on the document</source>
        <translation>書類の番号</translation>
    </message>
    <message>
        <source>Amount (yen)</source>
        <translation>金額（円）</translation>
    </message>
    <message>
        <source>Move without recording</source>
        <translation>記録せずに進める</translation>
    </message>
</context>
<context>
    <name>Example</name>
    <message>
        <source>e.g. {example}</source>
        <translation>例：{example}</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>For the tax adviser</source>
        <translation>税理士に渡すため</translation>
    </message>
    <message>
        <source>For a mailing to customers</source>
        <translation>お客様への郵送のため</translation>
    </message>
    <message>
        <source>For another program of the office</source>
        <translation>社内のほかのソフトで使うため</translation>
    </message>
    <message>
        <source>For a public authority</source>
        <translation>官公署に提出するため</translation>
    </message>
    <message>
        <source>To check the list on paper or screen</source>
        <translation>一覧を点検するため</translation>
    </message>
    <message>
        <source>Masked, as on the screen</source>
        <translation>伏せ字のまま（画面と同じ）</translation>
    </message>
    <message>
        <source>In full, without payment details, notes and lock codes</source>
        <translation>すべて（支払情報・備考・鍵番号を除く）</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>お客様番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Kana</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>登録日</translation>
    </message>
    <message>
        <source>Last contact on</source>
        <translation>最終連絡日</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel ブック</translation>
    </message>
    <message>
        <source>ZIP archive of CSV files (opened with 7-Zip and the like)</source>
        <translation>CSV の ZIP ファイル（7-Zip などで開きます）</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>先方担当者</translation>
    </message>
    <message>
        <source>Cautions</source>
        <translation>注意事項</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>工事先</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>機器</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>工事</translation>
    </message>
    <message>
        <source>Address of the site</source>
        <translation>工事先の住所</translation>
    </message>
    <message>
        <source>Way of payment</source>
        <translation>お支払い方法</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意事項</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Job number</source>
        <translation>工事番号</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Amount to collect (yen)</source>
        <translation>集金額（円）</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>会社・団体名</translation>
    </message>
    <message>
        <source>Organisation, kana</source>
        <translation>会社・団体名（フリガナ）</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Family name, kana</source>
        <translation>姓（フリガナ）</translation>
    </message>
    <message>
        <source>Given name, kana</source>
        <translation>名（フリガナ）</translation>
    </message>
    <message>
        <source>Prefecture</source>
        <translation>都道府県</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>町名</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>丁目・番地</translation>
    </message>
    <message>
        <source>Building and room</source>
        <translation>建物名・部屋</translation>
    </message>
    <message>
        <source>Mobile phone</source>
        <translation>携帯電話</translation>
    </message>
    <message>
        <source>Work phone</source>
        <translation>勤務先電話</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>FAX</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export customers</source>
        <translation>お客様一覧の書き出し</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>範囲</translation>
    </message>
    <message>
        <source>Choose where to save it</source>
        <translation>保存先を選ぶ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Choose why the list is needed.</source>
        <translation>一覧が必要な理由を選んでください。</translation>
    </message>
    <message>
        <source>{count} customers are in “{name}”. This password is shown only now and is stored nowhere. Delete the file when it is no longer needed.</source>
        <translation>「{name}」にお客様{count}件を書き出しました。このパスワードは今だけ表示され、どこにも保存されません。不要になったファイルは消去してください。</translation>
    </message>
    <message>
        <source>All customers with their contacts, cautions, sites, units and jobs go into a file under a password. The log keeps who exported, why and how much. Whoever gets the file needs the password from you, not by the same mail.</source>
        <translation>すべてのお客様を、先方担当者・注意事項・工事先・機器・工事とともに、パスワード付きのファイルに書き出します。誰が、なぜ、どこまで書き出したかは操作記録に残ります。受け取る方には、同じメールではなく、別の方法でパスワードをお伝えください。</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>ファイルの種類</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>ファイルを書き出しています</translation>
    </message>
    <message>
        <source>customers {day}</source>
        <translation>お客様一覧 {day}</translation>
    </message>
    <message>
        <source>The file&apos;s password</source>
        <translation>ファイルのパスワード</translation>
    </message>
</context>
<context>
    <name>FactsForm</name>
    <message>
        <source>Facts of {number}</source>
        <translation>{number} の事実</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>知った日</translation>
    </message>
    <message>
        <source>This day is day 1 of every deadline.</source>
        <translation>この日を1日目として、期限を数えます。</translation>
    </message>
    <message>
        <source>It began on</source>
        <translation>発生日（始まり）</translation>
    </message>
    <message>
        <source>It ended on</source>
        <translation>発生日（終わり）</translation>
    </message>
    <message>
        <source>Whose login is concerned</source>
        <translation>関係するアカウント</translation>
    </message>
    <message>
        <source>For a stolen computer or a misuse: everything this login saw, printed or exported in these days is found in the log.</source>
        <translation>パソコンの盗難や不正な利用のとき：このアカウントが期間内に表示・印刷・書き出しをしたお客様を、操作記録から探します。</translation>
    </message>
    <message>
        <source>Which disposal is concerned</source>
        <translation>関係する廃棄</translation>
    </message>
</context>
<context>
    <name>FactsTab</name>
    <message>
        <source>Facts</source>
        <translation>事実</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>知った日</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>発生した日</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Disposal</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>報告した人</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>書く</translation>
    </message>
    <message>
        <source>Write: {part}</source>
        <translation>書く：{part}</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>Name papers</source>
        <translation>書類を追加</translation>
    </message>
    <message>
        <source>None named.</source>
        <translation>書類は入力されていません。</translation>
    </message>
    <message>
        <source>Found again on {day}</source>
        <translation>{day}に見つかりました</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>For inside and for the reports. What customers read is worded apart, under “Letters to all”.</source>
        <translation>社内の記録と報告のためのものです。お客様への文面は「全員へのお詫び状」で別に書きます。</translation>
    </message>
    <message>
        <source>Reword</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>Reword: {part}</source>
        <translation>直す：{part}</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
</context>
<context>
    <name>Farewell</name>
    <message>
        <source>Folders without a new backup</source>
        <translation>新しいバックアップがないバックアップ先</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>バックアップしています…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Skip the backup</source>
        <translation>バックアップを省く</translation>
    </message>
    <message>
        <source>Close without a backup</source>
        <translation>バックアップせずに閉じる</translation>
    </message>
    <message>
        <source>The first backup of the day is taken. The login window follows by itself.</source>
        <translation>今日最初のバックアップを作成しています。終わるとログイン画面が開きます。</translation>
    </message>
    <message>
        <source>This window closes by itself. You can switch the computer off afterwards.</source>
        <translation>終わるとこの画面は自動で閉じます。パソコンの電源はそのあとに切ってください。</translation>
    </message>
    <message>
        <source>The data on this computer is not affected.</source>
        <translation>このパソコンのデータに影響はありません。</translation>
    </message>
    <message>
        <source>Not every backup could be taken</source>
        <translation>作成できなかったバックアップがあります</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>The backup could not be taken</source>
        <translation>バックアップを作成できませんでした</translation>
    </message>
</context>
<context>
    <name>Fax</name>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>Work order (job no. {number})</source>
        <translation>作業指示書の送付（工事番号 {number}）</translation>
    </message>
    <message>
        <source>Thank you for working with us. We send you a work order; please look it through.</source>
        <translation>いつもお世話になっております。作業指示書をお送りしますので、ご確認のほどよろしくお願いいたします。</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>連絡事項</translation>
    </message>
</context>
<context>
    <name>FaxDialog</name>
    <message>
        <source>FAX to {firm}</source>
        <translation>{firm}へのFAX</translation>
    </message>
    <message>
        <source>A cover and the firm&apos;s copy, in type that a FAX leaves legible. Shred both then.</source>
        <translation>送付状と協力会社控を、FAXで読みやすい形で印刷します。送信後は両方とも裁断してください。</translation>
    </message>
    <message>
        <source>FAX number</source>
        <translation>FAX番号</translation>
    </message>
    <message>
        <source>FAX number once more</source>
        <translation>FAX番号（もう一度）</translation>
    </message>
    <message>
        <source>Printed on the cover; no customer&apos;s name or address.</source>
        <translation>送付状に印刷されます。お客様の氏名や住所は書かないでください。</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>連絡事項</translation>
    </message>
    <message>
        <source>Why is it printed again?</source>
        <translation>もう一度印刷する理由</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>FAX {number}</source>
        <translation>FAX送付状 {number}</translation>
    </message>
</context>
<context>
    <name>FilePaperDialog</name>
    <message>
        <source>Register a paper</source>
        <translation>書類を登録</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>枚数</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工事</translation>
    </message>
    <message>
        <source>What tells it apart: “warranty of the bedroom unit”</source>
        <translation>見分けがつく名前（例：寝室の機器の保証書）</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Give back by</source>
        <translation>返却の期限</translation>
    </message>
    <message>
        <source>Date on it</source>
        <translation>書類の日付</translation>
    </message>
    <message>
        <source>no cabinet</source>
        <translation>キャビネットなし</translation>
    </message>
    <message>
        <source>Cabinet</source>
        <translation>キャビネット</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Choose a file</source>
        <translation>ファイルを選ぶ</translation>
    </message>
    <message>
        <source>Earlier imports</source>
        <translation>これまでの取り込み</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>シート</translation>
    </message>
    <message>
        <source>Choose a customer list</source>
        <translation>お客様一覧を選ぶ</translation>
    </message>
    <message>
        <source>Excel workbooks (.xlsx), CSV files in any encoding, contact cards (.vcf) and this program&apos;s own exports. Lists of accounting, address and mail programs are recognised by their headers. Titles above the list, merged cells and a name or an address in one cell are understood.</source>
        <translation>Excelブック（.xlsx）、文字コードを問わずCSVファイル、連絡先カード（.vcf）、このプログラムで書き出したファイルを取り込めます。会計・住所録・メールなど、ほかのプログラムの一覧は見出しで見分けます。表の上の見出し、結合されたセル、1つの欄に書かれた氏名や住所も読み取ります。</translation>
    </message>
    <message>
        <source>The file&apos;s password</source>
        <translation>ファイルのパスワード</translation>
    </message>
    <message>
        <source>Customer lists (*.xlsx *.xlsm *.csv *.txt *.tsv *.vcf *.zip);;All files (*)</source>
        <translation>お客様の一覧 (*.xlsx *.xlsm *.csv *.txt *.tsv *.vcf *.zip);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>You can also type or paste where the file is, or drop the file here.</source>
        <translation>ファイルの場所を入力または貼り付けることも、ファイルをここにドロップすることもできます。</translation>
    </message>
    <message>
        <source>Choose a file, or type where it is.</source>
        <translation>ファイルを選ぶか、ファイルの場所を入力してください。</translation>
    </message>
</context>
<context>
    <name>FilteredRows</name>
    <message>
        <source>and {count} more: type a part to find them</source>
        <translation>ほか {count}件（一部を入力すると絞り込めます）</translation>
    </message>
</context>
<context>
    <name>FindStep</name>
    <message>
        <source>Find the backup</source>
        <translation>バックアップを探す</translation>
    </message>
    <message>
        <source>Connect the disk with the backups. Everything is read only until the last step.</source>
        <translation>バックアップの入ったディスクを接続してください。最後の手順までは読み取るだけです。</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>探す場所</translation>
    </message>
    <message>
        <source>Look for disks and backups again</source>
        <translation>ディスクとバックアップを探し直す</translation>
    </message>
    <message>
        <source>Another folder</source>
        <translation>別のフォルダー</translation>
    </message>
    <message>
        <source>Looking for backups</source>
        <translation>バックアップを探しています</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Known backup folders</source>
        <translation>登録済みのバックアップ先</translation>
    </message>
    <message>
        <source>Folder with backups</source>
        <translation>バックアップのあるフォルダー</translation>
    </message>
    <message>
        <source>The newest backup comes first. Take an older one only if the newer ones are unfit.</source>
        <translation>新しいバックアップから順に並んでいます。新しいものが使えないときだけ、古いものを選んでください。</translation>
    </message>
    <message>
        <source>This computer knows no backup folder that is connected. Connect the disk and choose it above, or choose another folder.</source>
        <translation>このパソコンに登録されたバックアップ先が見つかりません。ディスクを接続して上で選ぶか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>No backup was found there. Backups are folders whose names begin with “hvacdesk-backup-”; they lie in the folder that was chosen for backups.</source>
        <translation>そこにバックアップはありません。バックアップは名前が「hvacdesk-backup-」で始まるフォルダーで、バックアップ先に選んだフォルダーの中にあります。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>事務所</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>Unfit</source>
        <translation>使えません</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>完全</translation>
    </message>
</context>
<context>
    <name>FinishForm</name>
    <message>
        <source>Called back</source>
        <translation>折り返し済みにする</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>対応の結果</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>対応済みにする</translation>
    </message>
    <message>
        <source>What you had typed before is here again.</source>
        <translation>前回の入力途中の内容を復元しました。</translation>
    </message>
</context>
<context>
    <name>FirmForm</name>
    <message>
        <source>Change {firm}</source>
        <translation>{firm} の登録を変更</translation>
    </message>
    <message>
        <source>Register a firm</source>
        <translation>会社を登録</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>会社名</translation>
    </message>
    <message>
        <source>Works for us: it gets customers&apos; data (partner firm)</source>
        <translation>当社が仕事を委託し、お客様の情報を渡す（協力会社）</translation>
    </message>
    <message>
        <source>Entrusts us: its customers&apos; data comes to us (client contractor)</source>
        <translation>当社に仕事を委託し、その情報を預かる（元請）</translation>
    </message>
    <message>
        <source>What it is to us</source>
        <translation>当社との関係</translation>
    </message>
    <message>
        <source>Why it gets data</source>
        <translation>渡す根拠</translation>
    </message>
    <message>
        <source>Entrusted work needs a contract and supervision. For the firm&apos;s own use each customer must agree, and a record is kept ({source}, as of {date}).</source>
        <translation>委託には契約と監督が必要です。相手が自社のために使う場合は、お客様ごとの同意と記録が必要です（{source}、{date}時点）。</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>所在地</translation>
    </message>
    <message>
        <source>Represented by</source>
        <translation>代表者</translation>
    </message>
    <message>
        <source>We work with this firm now</source>
        <translation>現在取引がある</translation>
    </message>
    <message>
        <source>Contract on personal data</source>
        <translation>個人情報の取り扱いに関する契約</translation>
    </message>
    <message>
        <source>Concluded on</source>
        <translation>契約日</translation>
    </message>
    <message>
        <source>Ends on (empty: until ended)</source>
        <translation>契約の終了日（空欄：期限なし）</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>契約番号</translation>
    </message>
    <message>
        <source>It has confidentiality terms</source>
        <translation>秘密保持の条項がある</translation>
    </message>
    <message>
        <source>Passing the work on</source>
        <translation>再委託</translation>
    </message>
    <message>
        <source>Terms in short</source>
        <translation>契約内容の要点</translation>
    </message>
    <message>
        <source>What the client contractor asks</source>
        <translation>元請との取り決め</translation>
    </message>
    <message>
        <source>Data after the work</source>
        <translation>工事後のデータ</translation>
    </message>
    <message>
        <source>Within days of completion</source>
        <translation>完了から何日以内</translation>
    </message>
    <message>
        <source>Leak: told within hours</source>
        <translation>漏えい時：何時間以内に連絡</translation>
    </message>
    <message>
        <source>Leak: whom we call</source>
        <translation>漏えい時：連絡先</translation>
    </message>
    <message>
        <source>It hears of a leak first, before customers and offices</source>
        <translation>漏えいのときは、お客様や行政より先に元請に知らせる</translation>
    </message>
    <message>
        <source>One-person firm</source>
        <translation>一人の協力会社</translation>
    </message>
    <message>
        <source>One person without employees (freelancer law)</source>
        <translation>従業員がいない（フリーランス法の対象）</translation>
    </message>
    <message>
        <source>Such a firm gets its order in writing at once and is paid within 60 days of the work ({source}, as of {date}).</source>
        <translation>発注書をすぐに渡し、作業の日から60日以内に支払います（{source}、{date}時点）。</translation>
    </message>
    <message>
        <source>Invoice number (T and 13 digits)</source>
        <translation>インボイスの登録番号（Tと13桁）</translation>
    </message>
    <message>
        <source>Without a number {percent} % of the tax may be deducted until {until}</source>
        <translation>番号がない場合、{until}までの仕入れは税額の{percent}%を控除できます</translation>
    </message>
    <message>
        <source>Without a number nothing of the tax may be deducted</source>
        <translation>番号がない場合、税額は控除できません</translation>
    </message>
    <message>
        <source>({source}, as of {date}).</source>
        <translation>（{source}、{date}時点）。</translation>
    </message>
</context>
<context>
    <name>FirmsTab</name>
    <message>
        <source>Register a firm</source>
        <translation>会社を登録</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Check the firm…</source>
        <translation>点検する…</translation>
    </message>
    <message>
        <source>Print the last check</source>
        <translation>前回の点検を印刷</translation>
    </message>
    <message>
        <source>Partner firms</source>
        <translation>協力会社・元請</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>会社名</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Contract until</source>
        <translation>契約期限</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>点検日</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>次回点検</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>未返却</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状況</translation>
    </message>
    <message>
        <source>No firm is registered</source>
        <translation>会社が登録されていません</translation>
    </message>
    <message>
        <source>Register the partner firms that get work orders, and the client contractors whose customers you work for. Firms that jobs name appear here by themselves.</source>
        <translation>作業指示書を渡す協力会社と、仕事を受ける元請を登録してください。工事に入力した会社は、ここに自動で表示されます。</translation>
    </message>
    <message>
        <source>Source: {source} (as of {date}). Have a professional confirm it.</source>
        <translation>根拠：{source}（{date}時点）。専門家にもご確認ください。</translation>
    </message>
    <message>
        <source>Check of {firm}</source>
        <translation>{firm} の点検記録</translation>
    </message>
    <message>
        <source>Partner firm</source>
        <translation>協力会社</translation>
    </message>
    <message>
        <source>Client contractor</source>
        <translation>元請</translation>
    </message>
    <message>
        <source>until ended</source>
        <translation>期限なし</translation>
    </message>
    <message>
        <source>Check due</source>
        <translation>点検の時期</translation>
    </message>
    <message>
        <source>no longer</source>
        <translation>取引なし</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>問題なし</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>インボイス</translation>
    </message>
    <message>
        <source>one person</source>
        <translation>一人</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>登録あり</translation>
    </message>
    <message>
        <source>none: {percent} %</source>
        <translation>なし：{percent}%控除</translation>
    </message>
    <message>
        <source>{trouble}: {count}</source>
        <translation>{trouble} {count}件</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Start menu and taskbar</source>
        <translation>スタートメニューとタスクバー</translation>
    </message>
    <message>
        <source>Open the Start menu and type hvacdesk. Then look at the taskbar.</source>
        <translation>スタートメニューを開いて hvacdesk と入力します。次にタスクバーを見ます。</translation>
    </message>
    <message>
        <source>One entry, hvacdesk, with its own picture; the same picture in the taskbar.</source>
        <translation>hvacdesk が一つだけ、専用の絵とともに出る。タスクバーにも同じ絵が出ている。</translation>
    </message>
    <message>
        <source>No questions from Windows</source>
        <translation>Windows からの問い合わせがないこと</translation>
    </message>
    <message>
        <source>Think back to the installation and to the first start.</source>
        <translation>インストールと最初の起動のときを思い出してください。</translation>
    </message>
    <message>
        <source>No firewall asked for anything, and no virus scanner stopped the program.</source>
        <translation>ファイアウォールから何も聞かれず、ウイルス対策ソフトにも止められなかった。</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>拡大表示</translation>
    </message>
    <message>
        <source>In Windows&apos; settings, System, Display, set the scale to 125 %, then to 150 %. If there is a second screen, drag this window there. Set everything back.</source>
        <translation>Windows の設定の「システム」「ディスプレイ」で、拡大縮小を 125 %、次に 150 % にします。画面が二台あれば、このウィンドウをもう一台へ動かします。終わったら元に戻します。</translation>
    </message>
    <message>
        <source>Text and pictures grow along and stay sharp; nothing is cut off.</source>
        <translation>文字も絵も一緒に大きくなり、ぼやけず、欠けもない。</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>暗い配色</translation>
    </message>
    <message>
        <source>In Windows&apos; settings, Personalisation, Colours, choose dark, look at this window, and choose what it was before.</source>
        <translation>Windows の設定の「個人用設定」「色」で「ダーク」を選び、このウィンドウを見てから、元の選択に戻します。</translation>
    </message>
    <message>
        <source>The program turns dark where its own setting says “As the desktop”; every text can be read.</source>
        <translation>配色の設定が「パソコンの設定に合わせる」なら、画面が暗くなる。どの文字も読める。</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source>Press the left Alt key, the left Shift key and Print Screen together and agree. Afterwards press them again.</source>
        <translation>左 Alt、左 Shift、Print Screen を同時に押し、確認に「はい」と答えます。見終わったらもう一度押します。</translation>
    </message>
    <message>
        <source>The program keeps colours of its own; every text and every field can be seen.</source>
        <translation>このソフトの配色のままで、どの文字も、どの入力欄も見える。</translation>
    </message>
    <message>
        <source>Typing Japanese</source>
        <translation>日本語の入力</translation>
    </message>
    <message>
        <source>Switch Japanese on with the key 半角/全角. Type a word into the remark below, convert it with the space bar, and confirm it with Enter.</source>
        <translation>半角/全角キーで日本語入力にします。下の備考欄に言葉を入力し、スペースキーで変換し、Enter で確定します。</translation>
    </message>
    <message>
        <source>The suggestions stand beside the word. Enter confirms the word and does nothing else.</source>
        <translation>変換候補が言葉のそばに出る。Enter は言葉を確定するだけで、ほかには何も起こらない。</translation>
    </message>
    <message>
        <source>Reading aloud</source>
        <translation>読み上げ</translation>
    </message>
    <message>
        <source>Press Ctrl, the Windows key and Enter together to start Narrator, and go from field to field with the Tab key. The same keys end it.</source>
        <translation>Ctrl、Windows キー、Enter を同時に押してナレーターを始め、Tab キーで欄から欄へ移ります。同じキーで終わります。</translation>
    </message>
    <message>
        <source>Narrator says the name of each field and each button.</source>
        <translation>ナレーターが、どの欄とどのボタンの名前も読み上げる。</translation>
    </message>
    <message>
        <source>Choosing a file</source>
        <translation>ファイルの選択</translation>
    </message>
    <message>
        <source>Press the button for the report below, look at the window, and cancel it.</source>
        <translation>下の報告書のボタンを押し、開いた画面を見てから、キャンセルします。</translation>
    </message>
    <message>
        <source>Windows&apos; own window opens, in Windows&apos; language and in a size that can be read.</source>
        <translation>Windows の画面が、Windows の言語で、読める大きさで開く。</translation>
    </message>
    <message>
        <source>Printer that is switched off</source>
        <translation>電源の切れたプリンター</translation>
    </message>
    <message>
        <source>Switch the printer off and print a work order of the sample office, or of a practice job.</source>
        <translation>プリンターの電源を切り、見本の事務所か練習用の仕事で作業指示書を印刷します。</translation>
    </message>
    <message>
        <source>The program goes on at once: it says that the printer does not answer, or Windows keeps the page until it is switched on.</source>
        <translation>画面は止まらない。プリンターが応答しないと表示されるか、電源が入るまで Windows が印刷を待たせている。</translation>
    </message>
    <message>
        <source>Folder that OneDrive synchronises</source>
        <translation>OneDrive が同期するフォルダー</translation>
    </message>
    <message>
        <source>Under Settings, Backups, begin to add a folder inside OneDrive. Do not save it.</source>
        <translation>設定の「バックアップ」で、OneDrive の中のフォルダーを追加しかけます。保存はしません。</translation>
    </message>
    <message>
        <source>A warning says that the folder is synchronised.</source>
        <translation>同期されているフォルダーだという注意が出る。</translation>
    </message>
    <message>
        <source>Backup on a network drive</source>
        <translation>ネットワークドライブへのバックアップ</translation>
    </message>
    <message>
        <source>Under Settings, Backups, add a folder of a network drive and back up.</source>
        <translation>設定の「バックアップ」でネットワークドライブのフォルダーを追加し、バックアップします。</translation>
    </message>
    <message>
        <source>The backup is finished and checked.</source>
        <translation>バックアップが終わり、検査も済む。</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>スリープ</translation>
    </message>
    <message>
        <source>Choose Sleep in the Start menu, and wake the PC up after a minute.</source>
        <translation>スタートメニューで「スリープ」を選び、一分ほどしてからパソコンを復帰させます。</translation>
    </message>
    <message>
        <source>The program is locked. After your passphrase this page has all your answers.</source>
        <translation>画面がロックされている。パスフレーズを入れると、この画面に答えがすべて残っている。</translation>
    </message>
    <message>
        <source>Locking Windows, another user</source>
        <translation>Windows のロックと別のログイン</translation>
    </message>
    <message>
        <source>Press the Windows key and L, or switch to another user of this PC and back.</source>
        <translation>Windows キーと L を押すか、このパソコンの別のログインに切り替えてから戻ります。</translation>
    </message>
    <message>
        <source>The program is locked too, and shows no customer.</source>
        <translation>このソフトもロックされ、お客様の情報は見えない。</translation>
    </message>
    <message>
        <source>As described</source>
        <translation>書いてあるとおり</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>違っていた</translation>
    </message>
    <message>
        <source>Could not try it</source>
        <translation>試せなかった</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>hvacdesk: first run on this Windows</source>
        <translation>hvacdesk：この Windows での初回確認</translation>
    </message>
    <message>
        <source>this computer&apos;s own disk</source>
        <translation>このパソコンのディスク</translation>
    </message>
    <message>
        <source>network drive</source>
        <translation>ネットワークドライブ</translation>
    </message>
    <message>
        <source>synchronised folder</source>
        <translation>同期されるフォルダー</translation>
    </message>
    <message>
        <source>memory that is lost when the computer is switched off</source>
        <translation>電源を切ると消えるメモリー</translation>
    </message>
    <message>
        <source>a login whose files are discarded at logoff</source>
        <translation>ログオフのたびにファイルが消えるログイン</translation>
    </message>
    <message>
        <source>a login with a roaming profile</source>
        <translation>移動プロファイルのログイン</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>ソフト</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Code page</source>
        <translation>コードページ</translation>
    </message>
    <message>
        <source>Key store</source>
        <translation>鍵の保管場所</translation>
    </message>
    <message>
        <source>Number of printers</source>
        <translation>プリンターの台数</translation>
    </message>
    <message>
        <source>The office lies on</source>
        <translation>事務所のデータの場所</translation>
    </message>
    <message>
        <source>Own fonts</source>
        <translation>付属の書体</translation>
    </message>
    <message>
        <source>System&apos;s language</source>
        <translation>システムの言語</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Text size in the program</source>
        <translation>このソフトの文字の大きさ</translation>
    </message>
    <message>
        <source>System&apos;s colours</source>
        <translation>システムの配色</translation>
    </message>
</context>
<context>
    <name>FirstRunDialog</name>
    <message>
        <source>First run on this Windows</source>
        <translation>この Windows での初回確認</translation>
    </message>
    <message>
        <source>Try these points; it takes about ten minutes. What you leave out is no harm. The report that you save holds your answers and facts about this PC, but no names and no folders.</source>
        <translation>次の項目を試してください。十分ほどで終わります。飛ばした項目があってもかまいません。保存する報告書には、答えとこのパソコンの状態だけが入り、氏名やフォルダー名は入りません。</translation>
    </message>
    <message>
        <source>Save the report …</source>
        <translation>報告書を保存 …</translation>
    </message>
    <message>
        <source>The report was saved.</source>
        <translation>報告書を保存しました。</translation>
    </message>
    <message>
        <source>What should be seen: {expected}</source>
        <translation>見えるはずのもの：{expected}</translation>
    </message>
    <message>
        <source>What you saw</source>
        <translation>実際に見えたもの</translation>
    </message>
    <message>
        <source>Remark, without names</source>
        <translation>備考（氏名は書かない）</translation>
    </message>
    <message>
        <source>hvacdesk first run {day}.txt</source>
        <translation>hvacdesk 初回確認 {day}.txt</translation>
    </message>
    <message>
        <source>Text files ({names})</source>
        <translation>テキストファイル ({names})</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>報告書の保存</translation>
    </message>
</context>
<context>
    <name>FirstWeek</name>
    <message>
        <source>Fill in the letterhead</source>
        <translation>書類に印刷する事務所の情報を入力</translation>
    </message>
    <message>
        <source>Postal code, address and phone stand on every paper.</source>
        <translation>郵便番号・住所・電話番号は、すべての書類に印刷されます。</translation>
    </message>
    <message>
        <source>Name a folder for backups</source>
        <translation>バックアップの保存先を決める</translation>
    </message>
    <message>
        <source>On a disk or stick that is taken off afterwards.</source>
        <translation>使った後に外すディスクかUSBメモリが安全です。</translation>
    </message>
    <message>
        <source>Invite those who work here</source>
        <translation>事務所の人を招待する</translation>
    </message>
    <message>
        <source>Everybody works under their own name.</source>
        <translation>全員が自分の名前で使います。</translation>
    </message>
    <message>
        <source>Bring in your customer list</source>
        <translation>お客様一覧を取り込む</translation>
    </message>
    <message>
        <source>From Excel or CSV; you see it before it is stored.</source>
        <translation>ExcelやCSVから。保存の前に確認できます。</translation>
    </message>
    <message>
        <source>Or register the first customer</source>
        <translation>または、最初のお客様を登録する</translation>
    </message>
    <message>
        <source>The postal code fills in the address.</source>
        <translation>郵便番号から住所が入ります。</translation>
    </message>
    <message>
        <source>Book the first job</source>
        <translation>最初の工事を受け付ける</translation>
    </message>
    <message>
        <source>For a customer, on a day, with who goes there.</source>
        <translation>お客様、日付、担当者を選びます。</translation>
    </message>
    <message>
        <source>Print the first work order</source>
        <translation>最初の作業指示書を印刷する</translation>
    </message>
    <message>
        <source>Each copy has a number and comes back.</source>
        <translation>控えには番号があり、後で回収します。</translation>
    </message>
</context>
<context>
    <name>FirstWeekView</name>
    <message>
        <source>The first week</source>
        <translation>はじめの1週間</translation>
    </message>
    <message>
        <source>There are no jobs today. This is what a new office sees to first; a step is ticked once it is done.</source>
        <translation>今日の工事はありません。はじめにしておくことを並べました。済んだものには印が付きます。</translation>
    </message>
    <message>
        <source>Do not show this list any more</source>
        <translation>この一覧を表示しない</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>済み</translation>
    </message>
</context>
<context>
    <name>FloodDialog</name>
    <message>
        <source>Sort out unread reports</source>
        <translation>読んでいない通報の整理</translation>
    </message>
    <message>
        <source>Tick what is nonsense. It is deleted for every reader, and its writer finds nothing any more. What is not ticked stays in the list: if you are not sure of one, leave it and open it there.</source>
        <translation>でたらめなものにチェックを付けてください。受け取る人全員から削除され、書いた人も開けなくなります。チェックのないものは一覧に残ります。迷うものは残して、一覧から開いてください。</translation>
    </message>
    <message>
        <source>Unread reports</source>
        <translation>読んでいない通報</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>すべてチェック</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Deleting the reports</source>
        <translation>通報を削除しています</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n reports</source>
        <translation>
            <numerusform>%Ln件を削除</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderWarning</name>
    <message>
        <source>Put the office there all the same</source>
        <translation>それでもこのフォルダーに作成する</translation>
    </message>
</context>
<context>
    <name>Folders</name>
    <message>
        <source>The office&apos;s folder is on a network drive ({name}). The database is safe only on this computer&apos;s own disk: a broken connection can damage it, and two computers must never open it at once.</source>
        <translation>事務所のフォルダーはネットワークドライブ（{name}）にあります。データベースを安全に使えるのは、このパソコン自身のディスクだけです。接続が切れるとデータベースが壊れることがあり、2台のパソコンから同時に開くこともできません。</translation>
    </message>
    <message>
        <source>{name} synchronises the office&apos;s folder. It can put an older file over the database, and it keeps copies elsewhere that a disposal cannot reach.</source>
        <translation>事務所のフォルダーは {name} で同期されています。古いファイルでデータベースが上書きされることがあり、廃棄しても消せない写しがほかの場所に残ります。</translation>
    </message>
    <message>
        <source>{name} synchronises this folder. Backups are encrypted, but the service may keep removed ones: empty its bin and its version history after each disposal.</source>
        <translation>このフォルダーは {name} で同期されています。バックアップは暗号化されていますが、削除したものがサービス側に残ることがあります。廃棄のたびに、ゴミ箱とバージョン履歴を空にしてください。</translation>
    </message>
    <message>
        <source>This folder is on the same disk as the office. If that disk breaks, the office and these backups are lost together.</source>
        <translation>このフォルダーは事務所と同じディスクにあります。ディスクが壊れると、事務所のデータとバックアップが同時に失われます。</translation>
    </message>
    <message>
        <source>The home folder of this computer login is kept in memory: an office in it is gone when the computer is switched off. Use a login whose folder is on the disk.</source>
        <translation>このパソコンのログインのフォルダーはメモリー上にあるため、ここに作った事務所は電源を切ると消えます。フォルダーがディスクにあるログインを使ってください。</translation>
    </message>
    <message>
        <source>Windows discards the files and keys of this computer login at each logoff (a temporary or mandatory profile): the office would be gone the next day. Use a login that has a profile of its own.</source>
        <translation>このパソコンのログインは、サインアウトのたびにファイルと鍵がWindowsに消される種類のものです（一時プロファイルまたは固定プロファイル）。事務所は翌日には消えてしまいます。自分のプロファイルを持つログインを使ってください。</translation>
    </message>
    <message>
        <source>This computer login has a roaming profile. The office and its key stay on this computer; where profiles are removed at logoff, they are gone. Ask whoever looks after the computer first.</source>
        <translation>このパソコンのログインは移動プロファイルです。事務所と鍵はこのパソコンだけに置かれ、サインアウト時にプロファイルが消される設定では、一緒に消えます。先に、パソコンの管理を担当している人に相談してください。</translation>
    </message>
</context>
<context>
    <name>ForgetPlaceDialog</name>
    <message>
        <source>Stop backing up to this folder?</source>
        <translation>このバックアップ先の使用をやめますか？</translation>
    </message>
    <message>
        <source>The backups in it stay there, encrypted, and are no longer looked after. After a disposal they may still hold what was destroyed: delete them then, or destroy the disk.</source>
        <translation>中のバックアップは暗号化されたまま残り、以後は管理されません。廃棄のあとも、廃棄した情報が残っている可能性があります。そのときはバックアップを削除するか、ディスクを破壊してください。</translation>
    </message>
    <message>
        <source>Delete the backups in it as well</source>
        <translation>中のバックアップも削除する</translation>
    </message>
    <message>
        <source>Stop using the folder</source>
        <translation>使用をやめる</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存しています</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Saving</source>
        <translation>保存しています</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>This is not a card number</source>
        <translation>カード番号ではありません</translation>
    </message>
    <message>
        <source>This is not a My Number</source>
        <translation>マイナンバーではありません</translation>
    </message>
    <message>
        <source>Throw away what you typed?</source>
        <translation>入力した内容を破棄しますか？</translation>
    </message>
    <message>
        <source>Nothing of it has been saved.</source>
        <translation>入力した内容はまだ保存されていません。</translation>
    </message>
    <message>
        <source>Keep typing</source>
        <translation>入力を続ける</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Save and add another</source>
        <translation>保存して次を入力</translation>
    </message>
    <message numerus="yes">
        <source>%n saved. Enter the next one.</source>
        <translation>
            <numerusform>%Ln件を保存しました。次を入力してください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>{name} (required)</source>
        <translation>{name}（必須）</translation>
    </message>
</context>
<context>
    <name>GasForm</name>
    <message>
        <source>Recovered gas handed on</source>
        <translation>回収冷媒の引渡し</translation>
    </message>
    <message>
        <source>Handed on</source>
        <translation>引渡日</translation>
    </message>
    <message>
        <source>Amount (kg)</source>
        <translation>数量（kg）</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>処理</translation>
    </message>
    <message>
        <source>To whom (name and address)</source>
        <translation>引渡先（名称・住所）</translation>
    </message>
    <message>
        <source>Certificate no.</source>
        <translation>証明書番号</translation>
    </message>
    <message>
        <source>Certificate of</source>
        <translation>証明書の日付</translation>
    </message>
    <message>
        <source>The certificate of reclaiming or destruction may be noted later. Send it on to whoever ordered the work; its copy is kept for three years.</source>
        <translation>再生証明書・破壊証明書は、届いてから記録できます。原本は整備を発注した方に回付し、写しを3年間保存します。</translation>
    </message>
</context>
<context>
    <name>GroupMark</name>
    <message>
        <source>Group {number} is not complete</source>
        <translation>{number}組目はまだ途中です</translation>
    </message>
    <message>
        <source>Group {number} is right</source>
        <translation>{number}組目は正しい入力です</translation>
    </message>
    <message>
        <source>Group {number} has a typing error</source>
        <translation>{number}組目に入力の誤りがあります</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Guide for the wall</source>
        <translation>壁に貼るガイド</translation>
    </message>
    <message>
        <source>A day at the desk</source>
        <translation>受付の1日</translation>
    </message>
    <message>
        <source>When something happened</source>
        <translation>困ったことが起きたら</translation>
    </message>
    <message>
        <source>F1 in the program says more about each screen.</source>
        <translation>くわしい説明は、プログラムの中でF1キーを押すと表示されます。</translation>
    </message>
    <message>
        <source>In the morning</source>
        <translation>朝</translation>
    </message>
    <message>
        <source>Log in and look at “Today”. Begin with the red numbers</source>
        <translation>ログインして「今日」を見る。赤い数字から対応する</translation>
    </message>
    <message>
        <source>Print the day&apos;s work orders, count the copies, and hand them over</source>
        <translation>今日の作業指示書を印刷し、枚数を確かめて渡す</translation>
    </message>
    <message>
        <source>Connect the disk for backups</source>
        <translation>バックアップ用のディスクをつなぐ</translation>
    </message>
    <message>
        <source>The telephone rings</source>
        <translation>電話が鳴ったら</translation>
    </message>
    <message>
        <source>Check who is calling: name in kana and the last four digits</source>
        <translation>電話の相手の確認（フリガナと番号の下4桁）</translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation>お客様を探す</translation>
    </message>
    <message>
        <source>Show phone and address, only when the work needs it</source>
        <translation>電話番号と住所を表示（仕事に必要なときだけ）</translation>
    </message>
    <message>
        <source>Note a call, and who calls back until when</source>
        <translation>電話メモを書く（誰がいつまでに折り返すか）</translation>
    </message>
    <message>
        <source>New customer (on the page of customers)</source>
        <translation>新規登録（「お客様」のページで）</translation>
    </message>
    <message>
        <source>Book a job for the chosen customer</source>
        <translation>選んだお客様の工事を受け付ける</translation>
    </message>
    <message>
        <source>Somebody is at the counter, or you leave the desk</source>
        <translation>カウンターに人が来たら・席を離れるとき</translation>
    </message>
    <message>
        <source>Curtain: no name stays on the screen. Once more lifts it</source>
        <translation>目隠し。画面から名前が消える（もう一度押すと戻る）</translation>
    </message>
    <message>
        <source>Lock the screen; what you typed is kept</source>
        <translation>画面ロック（途中の入力は残る）</translation>
    </message>
    <message>
        <source>A colleague takes over</source>
        <translation>担当者の切替</translation>
    </message>
    <message>
        <source>In the evening</source>
        <translation>夕方</translation>
    </message>
    <message>
        <source>Scan every paper that came back. Print the evening check sheet</source>
        <translation>戻った用紙をすべて読み取り、紙の点検表を印刷する</translation>
    </message>
    <message>
        <source>Clear the desk and close the program: the last backup is made</source>
        <translation>机の上を片付けてプログラムを終了する（最後のバックアップが作成される）</translation>
    </message>
    <message>
        <source>Call the person responsible, also when it turned up again</source>
        <translation>責任者に電話する。見つかったときも知らせる</translation>
    </message>
    <message>
        <source>Write to no customer on your own: the leak desk makes the letters</source>
        <translation>自分の判断でお客様に書面を送らない。お詫び状は「漏えい等対応」で作る</translation>
    </message>
    <message>
        <source>Call the person responsible and the police</source>
        <translation>責任者と警察に連絡する</translation>
    </message>
    <message>
        <source>Restore the newest backup on another computer, with the recovery sheet</source>
        <translation>別のパソコンで、復旧用シートを使って最新のバックアップを復元する</translation>
    </message>
    <message>
        <source>A person responsible resets it: Settings, Accounts, Reset passphrase</source>
        <translation>責任者が再設定する（「設定」→「アカウント」→「パスフレーズを再設定」）</translation>
    </message>
    <message>
        <source>Nobody responsible can log in: “Passphrase forgotten”, with the recovery sheet</source>
        <translation>責任者も開けないときは、復旧用シートで「パスフレーズを忘れた場合」から開く</translation>
    </message>
    <message>
        <source>Afterwards print a new recovery sheet and shred the used one</source>
        <translation>終わったら新しい復旧用シートを印刷し、使ったシートを裁断する</translation>
    </message>
    <message>
        <source>Read the message: it says what is safe and what helps. Delete nothing</source>
        <translation>表示を最後まで読む（無事なものと次にすること）。何も削除しない</translation>
    </message>
    <message>
        <source>Call whoever looks after the computer, and read the message out</source>
        <translation>パソコンの管理をしている人に電話し、表示を読み上げる</translation>
    </message>
    <message>
        <source>Have all backup disks and the papers to shred at hand, and take an hour</source>
        <translation>バックアップ用のディスクと裁断する書類をすべて用意し、1時間ほどとる</translation>
    </message>
    <message>
        <source>“Month-end review”: check, decide, shred, have it approved, destroy</source>
        <translation>「月末の廃棄点検」を押し、確認、判断、裁断、承認、廃棄の順に進める</translation>
    </message>
    <message>
        <source>Print the certificate, sign it, file it. Then sign the access review</source>
        <translation>証明書を印刷し、署名して保管する。続けて閲覧点検表を確認する</translation>
    </message>
    <message>
        <source>Go to what still waits</source>
        <translation>残っている用件を見る</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>いつでも</translation>
    </message>
    <message>
        <source>Help for what is in front</source>
        <translation>いまの画面のヘルプ</translation>
    </message>
    <message>
        <source>Every key in one list</source>
        <translation>キーの一覧</translation>
    </message>
    <message>
        <source>Undo the last saved change</source>
        <translation>最後に保存した変更を元に戻す</translation>
    </message>
    <message>
        <source>Report that something happened</source>
        <translation>漏えい等を報告する</translation>
    </message>
    <message>
        <source>A paper is missing, or something went to the wrong person</source>
        <translation>書類が見つからない・間違った相手に渡した</translation>
    </message>
    <message>
        <source>Report it at once; the paper&apos;s number is enough</source>
        <translation>すぐに報告する（書類の番号だけでよい）</translation>
    </message>
    <message>
        <source>A computer or a backup disk was lost or stolen</source>
        <translation>パソコンやバックアップ用のディスクを紛失した・盗まれた</translation>
    </message>
    <message>
        <source>There: report it, print a new recovery sheet, shred the old one</source>
        <translation>そこで報告し、新しい復旧用シートを印刷し、古いシートを裁断する</translation>
    </message>
    <message>
        <source>A passphrase is forgotten</source>
        <translation>パスフレーズを忘れた</translation>
    </message>
    <message>
        <source>The program does not open the office</source>
        <translation>事務所のデータが開かない</translation>
    </message>
    <message>
        <source>The end of the month: disposal</source>
        <translation>月末の廃棄</translation>
    </message>
    <message>
        <source>Whom to call</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>Our office</source>
        <translation>事務所</translation>
    </message>
    <message>
        <source>Person responsible</source>
        <translation>責任者</translation>
    </message>
    <message>
        <source>In their absence</source>
        <translation>不在のとき</translation>
    </message>
    <message>
        <source>Looks after the computer</source>
        <translation>パソコンの管理</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>警察</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
</context>
<context>
    <name>Hand-overs</name>
    <message>
        <source>Paper</source>
        <translation>紙</translation>
    </message>
    <message>
        <source>By FAX</source>
        <translation>FAX送信</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>File on a medium</source>
        <translation>媒体のファイル</translation>
    </message>
    <message>
        <source>By word of mouth</source>
        <translation>口頭</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>返却</translation>
    </message>
    <message>
        <source>Shredded by the firm</source>
        <translation>相手先で裁断</translation>
    </message>
    <message>
        <source>Erased by the firm</source>
        <translation>相手先で消去</translation>
    </message>
    <message>
        <source>Returned and shredded</source>
        <translation>返却後に裁断</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>紛失</translation>
    </message>
    <message>
        <source>Not handed over</source>
        <translation>渡していない</translation>
    </message>
    <message>
        <source>Parking and carry-in</source>
        <translation>駐車・搬入</translation>
    </message>
    <message>
        <source>Estimates, slips</source>
        <translation>見積・伝票</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Hand the report over</source>
        <translation>通報の引き継ぎ</translation>
    </message>
    <message>
        <source>They can read it from then on, and you as well. Whoever the reporter left out is not offered. Somebody whose passphrase was reset has a new key: hand it over only once you know that they asked for the reset themselves.</source>
        <translation>引き継いだ後は、その人も自分も読めます。通報した人が外した人は選べません。パスフレーズを再設定した人は鍵が新しくなっています。本人が再設定を頼んだと確かめてから引き継いでください。</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>引き継ぐ相手</translation>
    </message>
    <message>
        <source>Note for the hand-over</source>
        <translation>引き継ぎのメモ</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>引き継ぐ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Sealing the report</source>
        <translation>通報に封をしています</translation>
    </message>
</context>
<context>
    <name>Handover ledger</name>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}から{last}まで</translation>
    </message>
    <message>
        <source>Printed {date}</source>
        <translation>印刷日 {date}</translation>
    </message>
    <message>
        <source>Source: {source} (as of {date}).</source>
        <translation>根拠：{source}（{date}時点）。</translation>
    </message>
</context>
<context>
    <name>HandoverForm</name>
    <message>
        <source>Enter a hand-over</source>
        <translation>受け渡しを記録</translation>
    </message>
    <message>
        <source>Copies of work orders for partner firms enter themselves. Enter here what else was given.</source>
        <translation>作業指示書の協力会社控は自動で記録されます。それ以外に渡したものをここに記録してください。</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>会社名</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>A contract with the customer says all that the record must say (kept one year)</source>
        <translation>お客様との契約書に、記録すべき事項がすべて書いてある（保存1年）</translation>
    </message>
    <message>
        <source>The customer must have agreed; the consent stands on the customer&apos;s page. The firm&apos;s seat and who represents it must be in the register.</source>
        <translation>お客様の同意が必要です（お客様の画面に記録します）。また、提供先の所在地と代表者を登録しておいてください。</translation>
    </message>
    <message>
        <source>Job number</source>
        <translation>工事番号</translation>
    </message>
    <message>
        <source>Or customer number</source>
        <translation>またはお客様番号</translation>
    </message>
    <message>
        <source>What was handed over</source>
        <translation>渡した項目</translation>
    </message>
    <message>
        <source>On what</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Back or destroyed by</source>
        <translation>返却・廃棄の期限</translation>
    </message>
</context>
<context>
    <name>Heads</name>
    <message>
        <source>No day yet</source>
        <translation>日付未定</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Office closed</source>
        <translation>休業日</translation>
    </message>
    <message>
        <source>Rest day</source>
        <translation>定休日</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Coming in</source>
        <translation>はじめに</translation>
    </message>
    <message>
        <source>The day&apos;s work</source>
        <translation>毎日の仕事</translation>
    </message>
    <message>
        <source>The month&apos;s end</source>
        <translation>月末の廃棄</translation>
    </message>
    <message>
        <source>Safeguards and rules</source>
        <translation>安全管理と決まり</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー操作</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>ヘルプを検索</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>キーの一覧</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>The office&apos;s choices so far</source>
        <translation>事務所によるこれまでの変更</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>By</source>
        <translation>設定した人</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>保存期間</translation>
    </message>
    <message>
        <source>The office has chosen nothing yet: the program&apos;s rules apply.</source>
        <translation>事務所による変更はまだありません。プログラムの基準が適用されます。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>取り消し</translation>
    </message>
</context>
<context>
    <name>HoldDialog</name>
    <message>
        <source>Hold disposal</source>
        <translation>廃棄を保留</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Hold until</source>
        <translation>保留の期限</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Without one, a lost computer means lost data.</source>
        <translation>バックアップがないと、パソコンを失ったときにデータも失われます。</translation>
    </message>
    <message>
        <source>Choose a backup folder</source>
        <translation>バックアップ先を選ぶ</translation>
    </message>
    <message>
        <source>The keys were renewed; their former file is kept until then.</source>
        <translation>鍵は更新済みです。バックアップができるまで以前のファイルが残ります。</translation>
    </message>
    <message>
        <source>Back up under the new keys</source>
        <translation>新しい鍵でバックアップ</translation>
    </message>
    <message>
        <source>The present one was used, or somebody who left may know it.</source>
        <translation>今のシートは使用済みか、退職した人が内容を知っている可能性があります。</translation>
    </message>
    <message>
        <source>Print a new recovery sheet</source>
        <translation>新しい復旧用シートを印刷</translation>
    </message>
    <message>
        <source>The present one is of {day}; it is renewed once a year.</source>
        <translation>現在のシートは{day}のものです。年に一度更新します。</translation>
    </message>
    <message>
        <source>Renew the recovery sheet</source>
        <translation>復旧用シートを更新する</translation>
    </message>
    <message>
        <source>Shred recovery sheet {number}</source>
        <translation>復旧用シート{number}を裁断</translation>
    </message>
    <message>
        <source>It still opens old backups.</source>
        <translation>以前のバックアップをまだ開けます。</translation>
    </message>
    <message>
        <source>Connect the backup disk</source>
        <translation>バックアップ用ディスクを接続</translation>
    </message>
    <message>
        <source>See why the backup failed</source>
        <translation>バックアップ失敗の理由を見る</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>今すぐバックアップ</translation>
    </message>
</context>
<context>
    <name>HoursForm</name>
    <message>
        <source>Working hours</source>
        <translation>営業時間</translation>
    </message>
    <message>
        <source>From</source>
        <translation>始まり</translation>
    </message>
    <message>
        <source>To</source>
        <translation>終わり</translation>
    </message>
    <message>
        <source>Rest days every week</source>
        <translation>毎週の定休日</translation>
    </message>
</context>
<context>
    <name>IdentityForm</name>
    <message>
        <source>How do you know who asks?</source>
        <translation>本人確認</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>確認の方法</translation>
    </message>
    <message>
        <source>Look at the document and give it back. Its number is not written down or copied.</source>
        <translation>書類は見てお返しします。番号は書き写さず、控えも取りません。</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Name (one cell)</source>
        <translation>氏名（1つの欄）</translation>
    </message>
    <message>
        <source>Kana (one cell)</source>
        <translation>フリガナ（1つの欄）</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Family name, kana</source>
        <translation>姓（フリガナ）</translation>
    </message>
    <message>
        <source>Given name, kana</source>
        <translation>名（フリガナ）</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>会社・団体名</translation>
    </message>
    <message>
        <source>Organisation, kana</source>
        <translation>会社・団体名（フリガナ）</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Address (one cell)</source>
        <translation>住所（1つの欄）</translation>
    </message>
    <message>
        <source>Prefecture</source>
        <translation>都道府県</translation>
    </message>
    <message>
        <source>City and town</source>
        <translation>市区町村・町名</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>丁目・番地</translation>
    </message>
    <message>
        <source>Building and room</source>
        <translation>建物名・部屋</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Mobile phone</source>
        <translation>携帯電話</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>FAX</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>取り込めます</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>確認してください</translation>
    </message>
    <message>
        <source>Probably registered already</source>
        <translation>登録済みの可能性</translation>
    </message>
    <message>
        <source>Cannot be imported</source>
        <translation>取り込めません</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空の行</translation>
    </message>
    <message>
        <source>The name had no space: check where the family name ends.</source>
        <translation>氏名に空白がないため姓と名の区切りを推定しました。確認してください。</translation>
    </message>
    <message>
        <source>The file is cut off or damaged here: this row is incomplete.</source>
        <translation>ファイルがここで切れているか壊れていて、この行は完全ではありません。</translation>
    </message>
    <message>
        <source>The same name and phone or address stand in line {line} too.</source>
        <translation>{line}行目にも同じ氏名と、同じ電話または住所があります。</translation>
    </message>
    <message>
        <source>Customer {number} has the same name and the same phone or address.</source>
        <translation>お客様{number}と氏名、および電話または住所が同じです。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Town alone</source>
        <translation>町名のみ</translation>
    </message>
    <message>
        <source>Work phone</source>
        <translation>勤務先電話</translation>
    </message>
    <message>
        <source>No customer</source>
        <translation>お客様ではない</translation>
    </message>
    <message>
        <source>The kana could not be divided like the name: it is hidden until somebody divides it.</source>
        <translation>フリガナを姓と名に分けられませんでした。分けて入力するまで、全体を伏せておきます。</translation>
    </message>
    <message>
        <source>What stands under “{column}” was not understood and is kept in the note.</source>
        <translation>「{column}」の内容を読み取れなかったため、備考に残しました。</translation>
    </message>
    <message>
        <source>“{column}” refers to a row above that says nothing there.</source>
        <translation>「{column}」には上の行と同じと書かれていますが、上の行に内容がありません。</translation>
    </message>
    <message>
        <source>“{column}” seems to be an address, but is not imported.</source>
        <translation>「{column}」は住所のようですが、取り込まれません。</translation>
    </message>
    <message>
        <source>This row is a total, the list&apos;s end or a failed formula, not a customer.</source>
        <translation>合計・表の終わり・計算式のエラーの行で、お客様ではありません。</translation>
    </message>
    <message>
        <source>Date (kept in the note)</source>
        <translation>日付（備考に残す）</translation>
    </message>
</context>
<context>
    <name>ImportCheckStep</name>
    <message>
        <source>{good} rows are ready, {check} need a look, {duplicate} are probably registered, {wrong} cannot be imported.</source>
        <translation>取り込める行{good}件、確認が必要な行{check}件、登録済みの可能性がある行{duplicate}件、取り込めない行{wrong}件です。</translation>
    </message>
    <message>
        <source>Which rows are shown</source>
        <translation>表示する行</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>一覧の行</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓・会社名</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>確認事項</translation>
    </message>
    <message>
        <source>Also import what is probably registered already</source>
        <translation>登録済みの可能性がある行も取り込む</translation>
    </message>
    <message>
        <source>{nobody} rows are no customers.</source>
        <translation>お客様ではない行が{nobody}件あります。</translation>
    </message>
    <message>
        <source>Rows that need a look</source>
        <translation>確認が必要な行</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>すべての行</translation>
    </message>
    <message>
        <source>Register {count} customers</source>
        <translation>お客様{count}件を登録</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import a customer list</source>
        <translation>お客様一覧の取り込み</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Reading the list</source>
        <translation>一覧を読み込んでいます</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Check the list</source>
        <translation>一覧を確認する</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Looking through the list: {count} rows</source>
        <translation>一覧を確認しています：{count}行</translation>
    </message>
    <message>
        <source>Registering: {count} of {total}</source>
        <translation>登録しています：{count}／{total}件</translation>
    </message>
</context>
<context>
    <name>ImportsDialog</name>
    <message>
        <source>Earlier imports</source>
        <translation>これまでの取り込み</translation>
    </message>
    <message>
        <source>No list was imported yet.</source>
        <translation>取り込んだ一覧はまだありません。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} to {last}, by {who}</source>
        <translation>{first}から{last}まで&#x3000;担当：{who}</translation>
    </message>
    <message>
        <source>Somebody has worked with these customers since: this import stays.</source>
        <translation>取り込み後にこのお客様の情報を使ったため、取り消せません。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Undo the import of {when}</source>
        <translation>{when}の取り込みを取り消す</translation>
    </message>
</context>
<context>
    <name>InTheWay</name>
    <message>
        <source>What stands in the way</source>
        <translation>消去の前に必要なこと</translation>
    </message>
    <message>
        <source>The disposal is on hold.</source>
        <translation>廃棄を保留しています。</translation>
    </message>
    <message>
        <source>The disposal is on hold until {day}.</source>
        <translation>{day} まで廃棄を保留しています。</translation>
    </message>
    <message>
        <source>Wait until then, or end the hold in the month&apos;s review.</source>
        <translation>その日を待つか、月末の廃棄点検で保留を解除してください。</translation>
    </message>
    <message>
        <source>Open: {what}</source>
        <translation>開く：{what}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>{title} ({law})</source>
        <translation>{title}（{law}）</translation>
    </message>
    <message>
        <source>Kept until {day}; it can be erased from the next day on.</source>
        <translation>{day} まで保存します。翌日から消去できます。</translation>
    </message>
    <message>
        <source>It cannot be told until when it is kept.</source>
        <translation>いつまで保存するか、まだ判定できません。</translation>
    </message>
    <message>
        <source>It cannot be told until when it is kept: “{event}” is not recorded in the job yet.</source>
        <translation>いつまで保存するか、まだ判定できません。工事に「{event}」が記録されていません。</translation>
    </message>
</context>
<context>
    <name>Incident letters</name>
    <message>
        <source>〒{code}</source>
        <translation>〒{code}</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>発生した事案の概要</translation>
    </message>
    <message>
        <source>Known since {day}.</source>
        <translation>{day}に判明しました。</translation>
    </message>
    <message>
        <source>Happened on {day}.</source>
        <translation>発生した日：{day}。</translation>
    </message>
    <message>
        <source>Happened between {first} and {last}.</source>
        <translation>発生した期間：{first}から{last}まで。</translation>
    </message>
    <message>
        <source>The paper with your data was found again on {day}.</source>
        <translation>お客様の情報が記載された書類は、{day}に見つかりました。</translation>
    </message>
    <message>
        <source>We lost papers that we use for our work and on which your data stands.</source>
        <translation>当社が作業のために使用している、お客様の情報が記載された書類を紛失いたしました。</translation>
    </message>
    <message>
        <source>Papers that we use for our work and on which your data stands were stolen from us.</source>
        <translation>当社が作業のために使用している、お客様の情報が記載された書類が盗難に遭いました。</translation>
    </message>
    <message>
        <source>We sent or handed something with your data to somebody whom it was not meant for.</source>
        <translation>お客様の情報が記載されたものを、誤って別の方にお送りし、またはお渡ししてしまいました。</translation>
    </message>
    <message>
        <source>A device or a bag with your data was lost by us or stolen from us.</source>
        <translation>お客様の情報が入った機器などを紛失し、または盗難に遭いました。</translation>
    </message>
    <message>
        <source>Your data was used or taken along in a way that it must not be used.</source>
        <translation>お客様の情報が、本来の目的以外に使用され、または持ち出されました。</translation>
    </message>
    <message>
        <source>We destroyed records of your data by mistake.</source>
        <translation>お客様の情報が記載された記録を、誤って廃棄いたしました。</translation>
    </message>
    <message>
        <source>We lost a key to the records in which we keep your data.</source>
        <translation>お客様の情報を保管している記録の鍵を紛失いたしました。</translation>
    </message>
    <message>
        <source>Somebody may have intruded into the computer on which we keep your data.</source>
        <translation>お客様の情報を保管しているパソコンに、外部から不正に侵入されたおそれがあります。</translation>
    </message>
    <message>
        <source>Somebody whom it was not meant for may have seen your data.</source>
        <translation>お客様の情報が、本来見るべきでない方の目に触れたおそれがあります。</translation>
    </message>
    <message>
        <source>Papers: {papers}.</source>
        <translation>対象の書類：{papers}。</translation>
    </message>
    <message>
        <source>{paper} × {count}</source>
        <translation>{paper} {count}枚</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>We are doing everything to keep this from doing harm, and change how we work so that it does not happen again.</source>
        <translation>被害が生じないよう対応に努めるとともに、二度と起こさないよう仕事の進め方を改めます。</translation>
    </message>
</context>
<context>
    <name>Incident record</name>
    <message>
        <source>Incident {number}</source>
        <translation>事案 {number}</translation>
    </message>
    <message>
        <source>Printed {date}</source>
        <translation>印刷日 {date}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Known on</source>
        <translation>知った日</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}から{last}まで</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Duty to report</source>
        <translation>報告の義務</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Grounds</source>
        <translation>該当する事由</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様番号</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>個人データの項目</translation>
    </message>
    <message>
        <source>–</source>
        <translation>－</translation>
    </message>
</context>
<context>
    <name>IncidentView</name>
    <message>
        <source>What happened</source>
        <translation>事実</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Prevention</source>
        <translation>再発防止</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>事案の記録</translation>
    </message>
    <message>
        <source>Print the record</source>
        <translation>記録を印刷</translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation>事案を終了</translation>
    </message>
    <message>
        <source>Close {number}?</source>
        <translation>{number}を終了しますか</translation>
    </message>
    <message>
        <source>It can only be read then, and its deadlines end. It can be opened again with a reason, which stays in the timeline.</source>
        <translation>終了すると閲覧だけになり、期限も止まります。理由を書けば再開でき、その理由は経過に残ります。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>There is no other open incident.</source>
        <translation>対応中の事案はほかにありません。</translation>
    </message>
    <message>
        <source>Join with another…</source>
        <translation>別の事案とまとめる…</translation>
    </message>
    <message>
        <source>Open it again…</source>
        <translation>再開する…</translation>
    </message>
    <message>
        <source>Still to do</source>
        <translation>残っていること</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%Ln件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Incidents</name>
    <message>
        <source>Not settled yet</source>
        <translation>未確定</translation>
    </message>
    <message>
        <source>The customers on the list</source>
        <translation>一覧のお客様</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>お客様全員</translation>
    </message>
    <message>
        <source>Cannot be traced</source>
        <translation>特定できない</translation>
    </message>
    <message>
        <source>by the paper</source>
        <translation>書類から</translation>
    </message>
    <message>
        <source>by the log</source>
        <translation>操作記録から</translation>
    </message>
    <message>
        <source>by the disposal</source>
        <translation>廃棄から</translation>
    </message>
    <message>
        <source>as everybody</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手入力</translation>
    </message>
    <message>
        <source>made up</source>
        <translation>架空</translation>
    </message>
    <message>
        <source>Stood on the paper or in the file</source>
        <translation>書類やファイルに載っていた</translation>
    </message>
    <message>
        <source>A member of the staff said so</source>
        <translation>担当者の申告</translation>
    </message>
    <message>
        <source>Somebody outside said so</source>
        <translation>社外からの指摘</translation>
    </message>
    <message>
        <source>Checked: not concerned</source>
        <translation>確認の結果、対象外</translation>
    </message>
    <message>
        <source>Only masked data could be seen</source>
        <translation>伏せ字しか見えなかった</translation>
    </message>
    <message>
        <source>Entered by mistake</source>
        <translation>入力の誤り</translation>
    </message>
    <message>
        <source>Not told yet</source>
        <translation>未連絡</translation>
    </message>
    <message>
        <source>Told by telephone</source>
        <translation>電話で連絡済み</translation>
    </message>
    <message>
        <source>Told in person</source>
        <translation>対面で連絡済み</translation>
    </message>
    <message>
        <source>Told by letter</source>
        <translation>書面で連絡済み</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>電話に出ない</translation>
    </message>
    <message>
        <source>Number not in use</source>
        <translation>電話番号が使われていない</translation>
    </message>
    <message>
        <source>Letter came back</source>
        <translation>書面が返送された</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>何が起きたか</translation>
    </message>
    <message>
        <source>How it could happen</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Damage that followed or may follow</source>
        <translation>二次被害（おそれを含む）</translation>
    </message>
    <message>
        <source>What was done at once</source>
        <translation>直ちに行った対応</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>公表</translation>
    </message>
    <message>
        <source>Anything else</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Why nobody has to be told</source>
        <translation>ご連絡が不要な理由</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>The person responsible looked at it</source>
        <translation>責任者が確認</translation>
    </message>
    <message>
        <source>The paper was found again</source>
        <translation>書類が見つかった</translation>
    </message>
    <message>
        <source>Customers concerned settled</source>
        <translation>対象のお客様を更新</translation>
    </message>
    <message>
        <source>Assessed</source>
        <translation>報告の要否を判断</translation>
    </message>
    <message>
        <source>Client told</source>
        <translation>委託元へ通知</translation>
    </message>
    <message>
        <source>Preliminary report sent</source>
        <translation>速報を提出</translation>
    </message>
    <message>
        <source>Final report sent</source>
        <translation>確報を提出</translation>
    </message>
    <message>
        <source>Letters printed</source>
        <translation>お詫び状を印刷</translation>
    </message>
    <message>
        <source>Notice published in place of letters</source>
        <translation>お知らせを公表</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Write down what happened.</source>
        <translation>何が起きたかを書いてください。</translation>
    </message>
    <message>
        <source>Settle which customers it concerns.</source>
        <translation>対象のお客様を確定してください。</translation>
    </message>
    <message>
        <source>Answer whether it has to be reported.</source>
        <translation>報告の要否の質問に答えてください。</translation>
    </message>
    <message>
        <source>Send the preliminary report and note its day.</source>
        <translation>速報を提出し、提出日を記録してください。</translation>
    </message>
    <message>
        <source>Send the final report and note its day.</source>
        <translation>確報を提出し、提出日を記録してください。</translation>
    </message>
    <message>
        <source>Tell every customer concerned, or say why not.</source>
        <translation>対象のお客様全員にご連絡するか、不要な理由を書いてください。</translation>
    </message>
    <message>
        <source>Publish for those not reached; note the day.</source>
        <translation>連絡が取れない方のためのお知らせを公表し、その日を記録してください。</translation>
    </message>
    <message>
        <source>Write down how it could happen.</source>
        <translation>原因を書いてください。</translation>
    </message>
    <message>
        <source>Write down what was done at once.</source>
        <translation>直ちに行った対応を書いてください。</translation>
    </message>
    <message>
        <source>Decide what prevents it, who sees to it, and by when.</source>
        <translation>再発防止策と担当、期限を決めてください。</translation>
    </message>
    <message>
        <source>Finish every measure of prevention.</source>
        <translation>再発防止策をすべて完了してください。</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>A technician says in the evening that the work order of the morning is gone. It was last seen on the seat of the van, which stood unlocked in front of a shop.</source>
        <translation>夕方、作業員から「朝の作業指示書が見当たらない」と申し出がありました。最後に見たのは車の座席の上で、車は店の前に鍵をかけずに止めてありました。</translation>
    </message>
    <message>
        <source>A FAX for a partner firm went to a wrong number. Three work orders arrived at a shop that nobody in the office knows; the shop called.</source>
        <translation>協力会社宛てのFAXを誤った番号に送りました。作業指示書3枚が見ず知らずの店に届き、その店から電話がありました。</translation>
    </message>
    <message>
        <source>The laptop with the office&apos;s data was stolen from a car over night. It was switched off; its owner is not sure where the note with the passphrase is.</source>
        <translation>会社の情報が入ったノートパソコンが、夜の間に車から盗まれました。電源は切れていましたが、パスフレーズを書いたメモがどこにあるか、持ち主ははっきり覚えていません。</translation>
    </message>
    <message>
        <source>Paper lost</source>
        <translation>書類の紛失</translation>
    </message>
    <message>
        <source>Sent or handed to the wrong person</source>
        <translation>誤送信・誤交付</translation>
    </message>
    <message>
        <source>Computer or phone lost or stolen</source>
        <translation>パソコン・スマホの紛失や盗難</translation>
    </message>
    <message>
        <source>Misused or taken out by somebody</source>
        <translation>不正な利用・持ち出し</translation>
    </message>
    <message>
        <source>Destroyed by mistake</source>
        <translation>誤った廃棄</translation>
    </message>
    <message>
        <source>Key or recovery sheet lost</source>
        <translation>鍵・復旧用シートの紛失</translation>
    </message>
    <message>
        <source>Malware or an intruder</source>
        <translation>ウイルス・不正侵入</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Sensitive data (illness, disability, crime …)</source>
        <translation>要配慮個人情報（病歴・障害・犯罪歴など）</translation>
    </message>
    <message>
        <source>Financial damage is possible</source>
        <translation>財産的被害のおそれ</translation>
    </message>
    <message>
        <source>An improper purpose is possible (theft, intrusion, taken out)</source>
        <translation>不正の目的のおそれ（盗難・侵入・持ち出し）</translation>
    </message>
    <message>
        <source>More than 1,000 people</source>
        <translation>1,000人を超える</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>分からない</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Encryption plays no part in this kind of incident.</source>
        <translation>この種類の事案では、暗号化は関係しません。</translation>
    </message>
    <message>
        <source>Encrypted, and the key was apart and protected: no leak that has to be reported. Keep the proof.</source>
        <translation>暗号化されており、鍵も別の場所で守られていたため、報告の対象外です。根拠を残してください。</translation>
    </message>
    <message>
        <source>Unclear: it cannot be ruled out that somebody got at the key or found the screen unlocked. Treat it as reportable, or ask the commission.</source>
        <translation>判断できません。鍵を知られたり、ロックされていない画面を見られたりした可能性が残ります。報告の対象として扱うか、個人情報保護委員会に相談してください。</translation>
    </message>
    <message>
        <source>No exemption: the data was not encrypted, or the key went with it.</source>
        <translation>対象外にはなりません。暗号化されていないか、鍵も一緒に失われています。</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>未判断</translation>
    </message>
    <message>
        <source>To be reported</source>
        <translation>報告が必要</translation>
    </message>
    <message>
        <source>Reported through the client</source>
        <translation>委託元を通じて報告</translation>
    </message>
    <message>
        <source>Exempt by encryption</source>
        <translation>暗号化により対象外</translation>
    </message>
    <message>
        <source>No loss: the data survives</source>
        <translation>滅失に当たらない</translation>
    </message>
    <message>
        <source>Need not be reported</source>
        <translation>報告は不要</translation>
    </message>
    <message>
        <source>Answer the questions: the deadlines run from the day of knowing.</source>
        <translation>質問に答えてください。期限は知った日から数えます。</translation>
    </message>
    <message>
        <source>Has to be reported to the commission, twice, and the people told.</source>
        <translation>個人情報保護委員会への速報・確報と、ご本人への通知が必要です。</translation>
    </message>
    <message>
        <source>Need not be reported, because the data was encrypted.</source>
        <translation>暗号化されていたため、報告は不要です。</translation>
    </message>
    <message>
        <source>None of the four triggers: no duty to report. Tell the people all the same (office rule 6).</source>
        <translation>四つの事由に当たらないため、報告の義務はありません。お客様へのご連絡は、会社の決まり（6）により行ってください。</translation>
    </message>
    <message>
        <source>Paper named</source>
        <translation>書類を追加</translation>
    </message>
    <message>
        <source>Paper taken off</source>
        <translation>書類を外した</translation>
    </message>
    <message>
        <source>Facts changed</source>
        <translation>事実関係を変更</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>記入</translation>
    </message>
    <message>
        <source>Customers told or tried</source>
        <translation>お客様への連絡</translation>
    </message>
    <message>
        <source>Measure decided</source>
        <translation>再発防止策を決定</translation>
    </message>
    <message>
        <source>Measure done</source>
        <translation>再発防止策を実施</translation>
    </message>
    <message>
        <source>Measure not done after all</source>
        <translation>再発防止策を未実施に戻した</translation>
    </message>
    <message>
        <source>Joined with another incident</source>
        <translation>別の事案とまとめた</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>The data was entrusted by a client, who was told: the client reports and tells the people. Agree with the client before you write to them yourself.</source>
        <translation>元請から預かった情報で、元請に知らせ済みです。報告とご本人への通知は元請が行います。当社からご本人に連絡するときは、先に元請と相談してください。</translation>
    </message>
    <message>
        <source>Need not be reported: nobody can have read what went, and the same data is still there elsewhere.</source>
        <translation>報告は不要です。誰にも読めない形でなくなり、同じ情報が別に残っています。</translation>
    </message>
    <message>
        <source>Paper stolen, for example from a van</source>
        <translation>書類の盗難（車上荒らしなど）</translation>
    </message>
    <message>
        <source>Paper found again: nobody can have read it</source>
        <translation>書類が見つかり、誰にも読まれていない</translation>
    </message>
    <message>
        <source>Why the client contractor need not be told</source>
        <translation>元請に連絡しなくてよい理由</translation>
    </message>
    <message>
        <source>Letter: what happened</source>
        <translation>お詫び状：起きたこと</translation>
    </message>
    <message>
        <source>Letter: how it happened</source>
        <translation>お詫び状：経緯</translation>
    </message>
    <message>
        <source>Letter: damage that may follow</source>
        <translation>お詫び状：起こりうる被害</translation>
    </message>
    <message>
        <source>Letter: what we do</source>
        <translation>お詫び状：当社の対応</translation>
    </message>
    <message>
        <source>Tell the client contractor first.</source>
        <translation>最初に元請へ連絡してください。</translation>
    </message>
</context>
<context>
    <name>Inspection</name>
    <message>
        <source>Simple inspection (commercial unit)</source>
        <translation>簡易点検（業務用機器）</translation>
    </message>
</context>
<context>
    <name>Integrity</name>
    <message>
        <source>The database file is damaged.</source>
        <translation>データベースファイルが破損しています。</translation>
    </message>
    <message>
        <source>The database file is missing.</source>
        <translation>データベースファイルがありません。</translation>
    </message>
    <message>
        <source>A note of the audit log&apos;s last entry, kept outside the database, is missing, damaged or older than it should be: entries of the log may have been taken away.</source>
        <translation>データベースの外に控えてある操作記録の末尾が、ないか、壊れているか、あるべきものより古くなっています。操作記録が抜き取られた可能性があります。</translation>
    </message>
    <message>
        <source>The disposal ledger, a certificate, the register of media, a hold, an approval or a note is not what the audit log says was written.</source>
        <translation>廃棄台帳・証明書・媒体台帳・廃棄保留・承認・メモのどれかが、操作記録に書かれているものと一致しません。</translation>
    </message>
    <message>
        <source>The audit log does not hold an entry that was noted outside it: an older or altered database file lies in the office&apos;s folder.</source>
        <translation>データベースの外に控えてある記録が、操作記録の中にありません。事務所のフォルダーに、古いデータベースファイルか、書き換えられたデータベースファイルがあります。</translation>
    </message>
    <message>
        <source>The program was stopped last time, and part of what was saved shortly before cannot be read: look through what was entered last, and enter what is missing.</source>
        <translation>前回プログラムが途中で止まり、その直前に保存した内容の一部を読み取れません。最後に入力した内容を見直し、足りないものを入力してください。</translation>
    </message>
    <message>
        <source>An entry of the audit log was changed, taken out or put in, carries a signature that is not the office&apos;s, or could be kept out by what somebody changed in the file&apos;s tables.</source>
        <translation>操作記録に、書き換えられた記録、抜き取られた記録、付け加えられた記録、または事務所のものでない署名のある記録があります。あるいは、データベースの表が変更され、記録が残らないおそれがあります。</translation>
    </message>
</context>
<context>
    <name>InvitationSlip</name>
    <message>
        <source>Your first login</source>
        <translation>初回ログインのご案内</translation>
    </message>
    <message>
        <source>For {name}</source>
        <translation>{name} さん</translation>
    </message>
    <message>
        <source>One-time passphrase</source>
        <translation>初回用パスフレーズ</translation>
    </message>
    <message>
        <source>How to begin</source>
        <translation>はじめかた</translation>
    </message>
    <message>
        <source>Start hvacdesk and choose your name, {name}.</source>
        <translation>hvacdeskを起動し、自分の名前「{name}」を選びます。</translation>
    </message>
    <message>
        <source>Type the one-time passphrase as it stands above. It works once.</source>
        <translation>上の初回用パスフレーズを、そのまま入力します。使えるのは1回だけです。</translation>
    </message>
    <message>
        <source>Choose a passphrase of your own that nobody else knows. Do not write it here.</source>
        <translation>自分だけが知っているパスフレーズを決めます。この紙には書かないでください。</translation>
    </message>
    <message>
        <source>Read the office&apos;s rules and confirm them.</source>
        <translation>事務所の決まりを読み、確認します。</translation>
    </message>
    <message>
        <source>What you may do</source>
        <translation>できること</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>ログインした後</translation>
    </message>
    <message>
        <source>Put this slip into the shredder as soon as you have logged in.</source>
        <translation>ログインできたら、この紙はすぐにシュレッダーにかけてください。</translation>
    </message>
    <message>
        <source>Was it lost, or may somebody else have read it? Say so at once: the person responsible makes a new one.</source>
        <translation>なくしたとき、ほかの人に読まれたかもしれないときは、すぐに責任者に伝えてください。新しいものを作り直します。</translation>
    </message>
    <message>
        <source>{office}&#x3000;to be shredded after the first login</source>
        <translation>{office}&#x3000;初回ログイン後はシュレッダーへ</translation>
    </message>
    <message>
        <source>Slip for the first login</source>
        <translation>初回ログインの案内</translation>
    </message>
    <message>
        <source>Take it from the printer yourself and hand it over at once. Whoever reads it can log in as that person.</source>
        <translation>印刷したら、自分でプリンターから取り、すぐに本人に手渡してください。この紙を読んだ人は、本人としてログインできてしまいます。</translation>
    </message>
    <message>
        <source>Show it to nobody, take no photograph of it, and send it to nobody.</source>
        <translation>誰にも見せず、写真に撮らず、送らないでください。</translation>
    </message>
</context>
<context>
    <name>InvitationView</name>
    <message>
        <source>Welcome, {name}</source>
        <translation>{name}さん、はじめに</translation>
    </message>
    <message>
        <source>Type the one-time passphrase you were given, then choose one that only you know.</source>
        <translation>受け取った初回用パスフレーズを入力し、自分だけのパスフレーズを決めてください。</translation>
    </message>
    <message>
        <source>One-time passphrase</source>
        <translation>初回用パスフレーズ</translation>
    </message>
    <message>
        <source>Opening the office</source>
        <translation>事務所のデータを開いています</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>ログイン</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Type the passphrase from your invitation.</source>
        <translation>招待のときに受け取ったパスフレーズを入力してください。</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Invite</source>
        <translation>招待</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Making the account</source>
        <translation>アカウントを作成しています</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Type the person&apos;s name.</source>
        <translation>氏名を入力してください。</translation>
    </message>
    <message>
        <source>Tick at least one role.</source>
        <translation>役割を1つ以上選んでください。</translation>
    </message>
    <message>
        <source>The one-time passphrase</source>
        <translation>初回用パスフレーズ</translation>
    </message>
    <message>
        <source>Hand this to {name} in person. It is shown only now and works once.</source>
        <translation>{name}さんに直接渡してください。今だけ表示され、使えるのは1回限りです。</translation>
    </message>
</context>
<context>
    <name>Invoice index</name>
    <message>
        <source>Number</source>
        <translation>請求書番号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>取引年月日</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>取引先</translation>
    </message>
    <message>
        <source>Amount (yen)</source>
        <translation>取引金額（円）</translation>
    </message>
    <message>
        <source>Tax (yen)</source>
        <translation>うち消費税（円）</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>支払期限</translation>
    </message>
    <message>
        <source>About</source>
        <translation>元の請求書</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル名</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>ハッシュ値（SHA-256）</translation>
    </message>
</context>
<context>
    <name>Invoice paper</name>
    <message>
        <source>Invoice</source>
        <translation>請求書</translation>
    </message>
    <message>
        <source>Deposit invoice</source>
        <translation>着手金請求書</translation>
    </message>
    <message>
        <source>Part invoice</source>
        <translation>中間金請求書</translation>
    </message>
    <message>
        <source>Final invoice</source>
        <translation>精算請求書</translation>
    </message>
    <message>
        <source>Collective invoice</source>
        <translation>合計請求書</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>返還請求書</translation>
    </message>
    <message>
        <source>Qualified credit note</source>
        <translation>適格返還請求書</translation>
    </message>
    <message>
        <source>Invoices, {count}</source>
        <translation>請求書 {count}通</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>請求書番号 {number}</translation>
    </message>
    <message>
        <source>Credit note no. {number}</source>
        <translation>返還請求書番号 {number}</translation>
    </message>
    <message>
        <source>Issued {date}</source>
        <translation>発行日 {date}</translation>
    </message>
    <message>
        <source>Draft, not an invoice</source>
        <translation>下書き（請求書ではありません）</translation>
    </message>
    <message>
        <source>Reissue</source>
        <translation>再発行</translation>
    </message>
    <message>
        <source>We ask you to pay the following.</source>
        <translation>下記のとおりご請求申し上げます。</translation>
    </message>
    <message>
        <source>We take back the following of our invoice.</source>
        <translation>下記のとおり対価を返還いたします。</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>ご請求金額</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>返還金額</translation>
    </message>
    <message>
        <source>(tax included)</source>
        <translation>（税込）</translation>
    </message>
    <message>
        <source>Pay by</source>
        <translation>お支払期限</translation>
    </message>
    <message>
        <source>Delivered on</source>
        <translation>取引年月日</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>取引期間</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}から{last}まで</translation>
    </message>
    <message>
        <source>First delivered</source>
        <translation>元の取引年月日</translation>
    </message>
    <message>
        <source>Taken back on</source>
        <translation>返還年月日</translation>
    </message>
    <message>
        <source>Job no.</source>
        <translation>工事番号</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>工事場所</translation>
    </message>
    <message>
        <source>First invoice</source>
        <translation>元の請求書</translation>
    </message>
    <message>
        <source>No. {number} of {date}</source>
        <translation>請求書番号 {number}（{date}発行）</translation>
    </message>
    <message>
        <source>This takes the place of invoice no. {number} of {date}.</source>
        <translation>本書は、請求書番号 {number}（{date}発行）に代わるものです。</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工事番号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>品名・仕様</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>単価</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>{label} ※</source>
        <translation>{label} ※</translation>
    </message>
    <message>
        <source>{label} (outside the tax)</source>
        <translation>{label}（対象外）</translation>
    </message>
    <message>
        <source>Sum of the pages before</source>
        <translation>前ページまでの計</translation>
    </message>
    <message>
        <source>Sum without tax</source>
        <translation>小計（税抜）</translation>
    </message>
    <message>
        <source>Consumption tax</source>
        <translation>消費税額</translation>
    </message>
    <message>
        <source>Total, tax included</source>
        <translation>合計（税込）</translation>
    </message>
    <message>
        <source>Whole, tax included</source>
        <translation>総額（税込）</translation>
    </message>
    <message>
        <source>Asked before</source>
        <translation>ご請求済みの額</translation>
    </message>
    <message>
        <source>Asked now</source>
        <translation>今回ご請求額</translation>
    </message>
    <message>
        <source>The prices above include the tax.</source>
        <translation>単価・金額は税込です。</translation>
    </message>
    <message>
        <source>Invoices before this one, tax included</source>
        <translation>ご請求済みの内訳（税込）</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>請求書番号</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>発行日</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
</context>
<context>
    <name>InvoiceActs</name>
    <message>
        <source>Invoice {number}</source>
        <translation>請求書 {number}</translation>
    </message>
    <message>
        <source>The invoice itself stays issued, and can be shown and printed later.</source>
        <translation>請求書は発行済みのまま残り、後から表示・印刷できます。</translation>
    </message>
    <message>
        <source>Draft of an invoice</source>
        <translation>請求書の下書き</translation>
    </message>
</context>
<context>
    <name>InvoiceForm</name>
    <message>
        <source>{kind}, draft</source>
        <translation>{kind}（下書き）</translation>
    </message>
    <message>
        <source>About invoice {number}, which is kept as it was issued.</source>
        <translation>請求書 {number} についてのものです。元の請求書は発行したまま保管されます。</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明細</translation>
    </message>
    <message>
        <source>The prices include the consumption tax</source>
        <translation>単価は税込</translation>
    </message>
    <message>
        <source>Delivered, first day</source>
        <translation>取引日（開始）</translation>
    </message>
    <message>
        <source>The tax rates are those of the days of delivery.</source>
        <translation>税率は取引日のものを使います。</translation>
    </message>
    <message>
        <source>Delivered, last day</source>
        <translation>取引日（終了）</translation>
    </message>
    <message>
        <source>Pay by</source>
        <translation>支払期限</translation>
    </message>
    <message>
        <source>Empty: the day that was agreed on with the customer, else the office&apos;s usual one.</source>
        <translation>空欄なら、お客様との取り決め、なければ通常の支払日になります。</translation>
    </message>
    <message>
        <source>Remarks for the customer</source>
        <translation>お客様への備考</translation>
    </message>
    <message>
        <source>Save and issue</source>
        <translation>保存して発行</translation>
    </message>
</context>
<context>
    <name>InvoicesTab</name>
    <message>
        <source>Invoices</source>
        <translation>請求書</translation>
    </message>
    <message>
        <source>Make an invoice</source>
        <translation>請求書を作成</translation>
    </message>
    <message>
        <source>Deposit or part invoice…</source>
        <translation>着手金・中間金の請求…</translation>
    </message>
    <message>
        <source>No invoice yet. It begins with the accepted estimate, else with the job&apos;s work.</source>
        <translation>請求書はまだありません。受注した見積、なければ工事の内容から作ります。</translation>
    </message>
    <message>
        <source>Issued {day}, to be paid by {last}</source>
        <translation>{day} 発行、支払期限 {last}</translation>
    </message>
    <message>
        <source>Issued {day}</source>
        <translation>{day} 発行</translation>
    </message>
    <message>
        <source>About invoice {number}</source>
        <translation>元の請求書 {number}</translation>
    </message>
    <message>
        <source>Open: {amount}</source>
        <translation>未入金 {amount}</translation>
    </message>
    <message>
        <source>To pay back or set off: {amount}</source>
        <translation>返金または充当 {amount}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>It was sent</source>
        <translation>送付済みにする</translation>
    </message>
    <message>
        <source>Put right…</source>
        <translation>訂正…</translation>
    </message>
    <message>
        <source>Credit note…</source>
        <translation>返還請求書…</translation>
    </message>
    <message>
        <source>Reissue…</source>
        <translation>再発行…</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>取り消し…</translation>
    </message>
</context>
<context>
    <name>InvoicesView</name>
    <message>
        <source>Customer or invoice number</source>
        <translation>お客様または請求書番号</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open the job</source>
        <translation>工事を開く</translation>
    </message>
    <message>
        <source>Save the index…</source>
        <translation>索引を保存…</translation>
    </message>
    <message>
        <source>Lowest sum in yen</source>
        <translation>金額の下限（円）</translation>
    </message>
    <message>
        <source>Highest sum in yen</source>
        <translation>金額の上限（円）</translation>
    </message>
    <message>
        <source>Sum from</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>to</source>
        <translation>円から</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工事番号</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>発行日</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>All invoices</source>
        <translation>すべての請求書</translation>
    </message>
    <message>
        <source>No invoice fits</source>
        <translation>該当する請求書はありません</translation>
    </message>
    <message>
        <source>Drafts and everything that was issued is found here, also what was made void.</source>
        <translation>下書きと発行したもの、取り消したものも、ここで探せます。</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s)</source>
        <translation>
            <numerusform>%Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest {shown} of %n invoice(s)</source>
        <translation>
            <numerusform>%Ln件のうち新しい{shown}件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) are in the file, with names. Delete it when it is no longer needed.</source>
        <translation>
            <numerusform>%Ln件の請求書を、お客様の名前と一緒に保存しました。使い終わったらファイルを削除してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>invoices {day}.csv</source>
        <translation>請求書一覧 {day}.csv</translation>
    </message>
    <message>
        <source>Save the index of invoices</source>
        <translation>請求書の索引を保存</translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message>
        <source>Work order {number}</source>
        <translation>作業指示書 {number}</translation>
    </message>
    <message>
        <source>Why is it printed again?</source>
        <translation>再印刷の理由</translation>
    </message>
    <message>
        <source>Drawing the work orders</source>
        <translation>作業指示書を作成しています</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>{copy} (already printed)</source>
        <translation>{copy}（印刷済み）</translation>
    </message>
</context>
<context>
    <name>ItemFields</name>
    <message>
        <source>Collect this amount</source>
        <translation>この金額を集金額にする</translation>
    </message>
    <message>
        <source>Quantity: {item}</source>
        <translation>数量：{item}</translation>
    </message>
    <message>
        <source>yen each</source>
        <translation>単価（円）</translation>
    </message>
    <message>
        <source>Price of one: {item}</source>
        <translation>単価：{item}</translation>
    </message>
    <message>
        <source>Material, kind, place</source>
        <translation>材質・種類・場所</translation>
    </message>
    <message>
        <source>Detail: {item}</source>
        <translation>詳細：{item}</translation>
    </message>
    <message>
        <source>pcs</source>
        <translation>個</translation>
    </message>
</context>
<context>
    <name>JobDialog</name>
    <message>
        <source>Job {number}</source>
        <translation>工事 {number}</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工事</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>作業結果</translation>
    </message>
    <message>
        <source>Estimates</source>
        <translation>見積</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>請求書</translation>
    </message>
    <message>
        <source>Print work order</source>
        <translation>作業指示書を印刷</translation>
    </message>
    <message>
        <source>Other papers</source>
        <translation>その他の書類</translation>
    </message>
    <message>
        <source>Change booking</source>
        <translation>受付内容を変更</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>The use of the customer&apos;s data is suspended: estimates and results are not shown, and nothing is changed or printed but what laws require.</source>
        <translation>お客様のデータは利用停止中です。見積と作業結果は表示せず、法令で必要なもの以外は変更も印刷もしません。</translation>
    </message>
    <message>
        <source>To “{state}”</source>
        <translation>「{state}」へ進める</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>工事を取消</translation>
    </message>
    <message>
        <source>no day yet</source>
        <translation>日時未定</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who goes</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Contact there</source>
        <translation>先方担当者</translation>
    </message>
    <message>
        <source>To collect</source>
        <translation>集金額</translation>
    </message>
    <message>
        <source>Amount (not collected at the site)</source>
        <translation>金額（現地での集金なし）</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>工事先</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>作業内容</translation>
    </message>
    <message>
        <source>Plan this again…</source>
        <translation>定期作業に登録…</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Nothing recorded. Without an invoice&apos;s or handover&apos;s day, data is never due.</source>
        <translation>まだ記録がありません。請求日や引渡日がないと、保存期間満了になりません。</translation>
    </message>
    <message>
        <source>Record an event</source>
        <translation>経過を記録</translation>
    </message>
    <message>
        <source>Cancel this job?</source>
        <translation>この工事を取り消しますか？</translation>
    </message>
    <message>
        <source>A cancelled job cannot be taken up again; book a new one instead.</source>
        <translation>取り消した工事は元に戻せません。再開するときは、新しく受け付けてください。</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) of its work order are out: call them back and shred them.</source>
        <translation>
            <numerusform>作業指示書の控えが %Ln枚 持ち出されています。回収して裁断してください。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) of its work order were perhaps printed: look for them and shred them.</source>
        <translation>
            <numerusform>作業指示書の控え %Ln枚 は印刷されたかもしれません。探して裁断してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>取り消さない</translation>
    </message>
    <message>
        <source>No phone number is registered for whoever is at the site.</source>
        <translation>工事先の方の電話番号が登録されていません。</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>お客様を表示</translation>
    </message>
    <message>
        <source>Contract on a visit</source>
        <translation>訪問販売の契約</translation>
    </message>
    <message>
        <source>Strike an event…</source>
        <translation>経過を取り消す…</translation>
    </message>
</context>
<context>
    <name>JobForm</name>
    <message>
        <source>Book a job</source>
        <translation>工事の受付</translation>
    </message>
    <message>
        <source>Change job {number}</source>
        <translation>工事 {number} の変更</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工事の種類</translation>
    </message>
    <message>
        <source>Site and units</source>
        <translation>工事先・機器</translation>
    </message>
    <message>
        <source>People</source>
        <translation>関係者</translation>
    </message>
    <message>
        <source>Standard and additional work</source>
        <translation>標準工事・追加工事</translation>
    </message>
    <message>
        <source>Money and client</source>
        <translation>集金・元請</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Amount to collect (yen)</source>
        <translation>集金額（円）</translation>
    </message>
    <message>
        <source>New housing: its papers are kept for longer</source>
        <translation>新築住宅（書類の保存期間が長くなります）</translation>
    </message>
    <message>
        <source>Nobody can be assigned yet.</source>
        <translation>担当にできる人がまだいません。</translation>
    </message>
    <message>
        <source>What you had typed before is here again.</source>
        <translation>前回の入力途中の内容を復元しました。</translation>
    </message>
    <message>
        <source>The job is booked.</source>
        <translation>工事を受け付けました。</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Installation</source>
        <translation>新設</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>交換</translation>
    </message>
    <message>
        <source>Relocation</source>
        <translation>移設</translation>
    </message>
    <message>
        <source>Removal</source>
        <translation>撤去</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修理</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>洗浄</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>点検</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受付</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>見積</translation>
    </message>
    <message>
        <source>Arranged</source>
        <translation>手配</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>作業中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>入金済</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最後の連絡</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>契約</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>引渡し</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>入金</translation>
    </message>
    <message>
        <source>Electrical-work ledger entry</source>
        <translation>電気工事の帳簿への記載</translation>
    </message>
    <message>
        <source>Refrigerant record</source>
        <translation>冷媒の記録</translation>
    </message>
    <message>
        <source>Refrigerant recovery slip</source>
        <translation>冷媒の行程管理票</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>依頼者</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>居住者</translation>
    </message>
    <message>
        <source>Building manager</source>
        <translation>管理会社</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>支払者</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新設</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>撤去</translation>
    </message>
    <message>
        <source>Serviced</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Pipe up to 4 m</source>
        <translation>配管 4mまで</translation>
    </message>
    <message>
        <source>Existing hole used</source>
        <translation>既存の穴を使用</translation>
    </message>
    <message>
        <source>Outdoor unit on the same floor</source>
        <translation>室外機が同じ階</translation>
    </message>
    <message>
        <source>Dedicated circuit present</source>
        <translation>専用回路あり</translation>
    </message>
    <message>
        <source>Evacuation</source>
        <translation>真空引き</translation>
    </message>
    <message>
        <source>Trial run and explanation</source>
        <translation>試運転・説明</translation>
    </message>
    <message>
        <source>Extra pipe</source>
        <translation>配管延長</translation>
    </message>
    <message>
        <source>Drilling</source>
        <translation>穴あけ</translation>
    </message>
    <message>
        <source>New dedicated circuit</source>
        <translation>専用回路の新設</translation>
    </message>
    <message>
        <source>Voltage change</source>
        <translation>電圧変更</translation>
    </message>
    <message>
        <source>Outlet change</source>
        <translation>コンセント変更</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>ブレーカー</translation>
    </message>
    <message>
        <source>Decorative cover</source>
        <translation>化粧カバー</translation>
    </message>
    <message>
        <source>Bracket</source>
        <translation>架台・金具</translation>
    </message>
    <message>
        <source>Hidden pipe</source>
        <translation>隠蔽配管</translation>
    </message>
    <message>
        <source>Removal of the old unit</source>
        <translation>既設機の撤去</translation>
    </message>
    <message>
        <source>Recycling ticket</source>
        <translation>家電リサイクル券</translation>
    </message>
    <message>
        <source>Provision to a third party</source>
        <translation>第三者提供</translation>
    </message>
    <message>
        <source>Provision to a third party, by contract</source>
        <translation>第三者提供（契約書で代替）</translation>
    </message>
    <message>
        <source>Estimate issued</source>
        <translation>見積書の発行</translation>
    </message>
    <message>
        <source>Asbestos survey</source>
        <translation>石綿の事前調査</translation>
    </message>
    <message>
        <source>Retailer&apos;s part of the recycling slip received</source>
        <translation>家電リサイクル券（小売業者回付片）の回付</translation>
    </message>
    <message>
        <source>Waste manifest issued (A slip)</source>
        <translation>マニフェストの交付（A票）</translation>
    </message>
    <message>
        <source>Waste manifest: B2 slip received</source>
        <translation>マニフェスト：B2票の受領</translation>
    </message>
    <message>
        <source>Waste manifest: D slip received</source>
        <translation>マニフェスト：D票の受領</translation>
    </message>
    <message>
        <source>Waste manifest: E slip received (the last)</source>
        <translation>マニフェスト：E票の受領（最終）</translation>
    </message>
    <message>
        <source>Certificate of reclaimed or destroyed gas</source>
        <translation>再生証明書・破壊証明書</translation>
    </message>
    <message>
        <source>Wrong day, number or amount</source>
        <translation>日付・番号・金額の誤り</translation>
    </message>
    <message>
        <source>Belongs to another job</source>
        <translation>別の工事の記録</translation>
    </message>
    <message>
        <source>Recorded twice</source>
        <translation>二重の記録</translation>
    </message>
    <message>
        <source>Did not happen</source>
        <translation>事実がない</translation>
    </message>
    <message>
        <source>Partner firm</source>
        <translation>協力会社</translation>
    </message>
    <message>
        <source>Client contractor</source>
        <translation>元請</translation>
    </message>
    <message>
        <source>Its slip number</source>
        <translation>元請の伝票番号</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
</context>
<context>
    <name>JobsTab</name>
    <message>
        <source>Jobs of this customer</source>
        <translation>このお客様の工事</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation>工事はまだありません</translation>
    </message>
    <message>
        <source>Book the first one with “Book a job”.</source>
        <translation>「工事を受付」から登録できます。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>JoinForm</name>
    <message>
        <source>Join with another incident</source>
        <translation>別の事案とまとめる</translation>
    </message>
    <message>
        <source>The papers, customers, texts and measures of the other incident go over into {number}, and the other one is closed. The earlier day of knowing holds for both. It cannot be taken back.</source>
        <translation>もう一方の事案の書類・お客様・文章・再発防止策を{number}に移し、もう一方は終了します。知った日は早いほうになります。元には戻せません。</translation>
    </message>
    <message>
        <source>The other incident</source>
        <translation>もう一方の事案</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>まとめる</translation>
    </message>
</context>
<context>
    <name>Key stores</name>
    <message>
        <source>Windows Credential Manager</source>
        <translation>Windowsの資格情報マネージャー</translation>
    </message>
    <message>
        <source>the desktop&apos;s keyring (Secret Service)</source>
        <translation>デスクトップのキーリング（Secret Service）</translation>
    </message>
    <message>
        <source>the desktop&apos;s keyring (libsecret)</source>
        <translation>デスクトップのキーリング（libsecret）</translation>
    </message>
    <message>
        <source>the KDE wallet</source>
        <translation>KDEウォレット</translation>
    </message>
</context>
<context>
    <name>KeysTab</name>
    <message>
        <source>Keys of the office</source>
        <translation>事務所の鍵</translation>
    </message>
    <message>
        <source>Fingerprint of the signing key, as on the recovery sheet</source>
        <translation>署名鍵の確認値（復旧用シートと同じもの）</translation>
    </message>
    <message>
        <source>Renew the keys</source>
        <translation>鍵を更新</translation>
    </message>
    <message>
        <source>Recovery sheets</source>
        <translation>復旧用シート</translation>
    </message>
    <message>
        <source>New recovery sheet</source>
        <translation>新しい復旧用シート</translation>
    </message>
    <message>
        <source>Only the newest opens the office. An older one opens old backups: shred it.</source>
        <translation>事務所を開けるのは最新のシートだけです。古いシートは以前のバックアップを開けるため、裁断してください。</translation>
    </message>
    <message>
        <source>Logins of this computer</source>
        <translation>このパソコンのログイン</translation>
    </message>
    <message>
        <source>Enrol another login</source>
        <translation>別のログインを登録</translation>
    </message>
    <message>
        <source>Whose key stores hold the office&apos;s key. Most offices need one only.</source>
        <translation>鍵の保管庫に事務所の鍵があるログインです。ほとんどの事務所では1つで足ります。</translation>
    </message>
    <message>
        <source>Epoch {number}</source>
        <translation>鍵の世代：{number}</translation>
    </message>
    <message>
        <source>The file and the key of epoch {numbers} are kept until a verified backup of the present epoch exists.</source>
        <translation>今の鍵の世代の確認済みのバックアップができるまで、鍵の世代{numbers}のファイルと鍵を残しています。</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>バックアップへ</translation>
    </message>
    <message>
        <source>A new recovery sheet is due: the present one was used, or somebody may know it.</source>
        <translation>新しい復旧用シートが必要です。今のシートは使用済みか、内容を知っている人がいる可能性があります。</translation>
    </message>
    <message>
        <source>Sheet {number}</source>
        <translation>シート{number}</translation>
    </message>
    <message>
        <source>printed {day}</source>
        <translation>印刷 {day}</translation>
    </message>
    <message>
        <source>replaced {day}</source>
        <translation>交換 {day}</translation>
    </message>
    <message>
        <source>shredded {day}</source>
        <translation>裁断 {day}</translation>
    </message>
    <message>
        <source>Opens the office</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Shredded</source>
        <translation>裁断済み</translation>
    </message>
    <message>
        <source>Sheet {number} is shredded</source>
        <translation>シート{number}を裁断しました</translation>
    </message>
    <message>
        <source>To be shredded</source>
        <translation>要裁断</translation>
    </message>
    <message>
        <source>This login</source>
        <translation>このログイン</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>登録を解除</translation>
    </message>
    <message>
        <source>Withdraw {name}</source>
        <translation>{name}の登録を解除</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>登録済み</translation>
    </message>
    <message>
        <source>Takes over the renewed keys by itself at its next start.</source>
        <translation>次回の起動時に、新しい鍵を自動で受け取ります。</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>更新待ち</translation>
    </message>
</context>
<context>
    <name>LabelDialog</name>
    <message>
        <source>Address labels</source>
        <translation>宛名ラベル</translation>
    </message>
    <message>
        <source>Written to</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Another customer</source>
        <translation>お客様を追加</translation>
    </message>
    <message>
        <source>{count} labels, {width} × {height} mm</source>
        <translation>{count}面（{width}×{height}mm）</translation>
    </message>
    <message>
        <source>Mark as private and confidential</source>
        <translation>親展と印刷する</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>First free label</source>
        <translation>最初に使うラベル</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Address labels {number}</source>
        <translation>宛名ラベル {number}</translation>
    </message>
</context>
<context>
    <name>LabelFeed</name>
    <message>
        <source>Usual printer</source>
        <translation>いつものプリンター</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>右へ</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>The trial sheet for plain paper shows what to enter, once for each printer.</source>
        <translation>普通紙に試し刷りすると、入力する値が分かります。プリンターごとに一度だけ行います。</translation>
    </message>
    <message>
        <source>Trial sheet</source>
        <translation>試し刷り</translation>
    </message>
    <message>
        <source>Trial sheet for labels</source>
        <translation>ラベルの試し刷り</translation>
    </message>
</context>
<context>
    <name>LabelGrid</name>
    <message>
        <source>First free label: number {number} of {count}</source>
        <translation>最初に使うラベル：{count}枚中 {number}番目</translation>
    </message>
</context>
<context>
    <name>LawTab</name>
    <message>
        <source>Duty to report</source>
        <translation>報告の要否</translation>
    </message>
    <message>
        <source>Answer the questions</source>
        <translation>質問に答える</translation>
    </message>
    <message>
        <source>Preliminary report: promptly, {first} to {last} by the guideline. Final report: by {final}.</source>
        <translation>速報は速やかに（ガイドラインの目安 {first}から{last}まで）、確報は {final} までです。</translation>
    </message>
    <message>
        <source>{source}. As of {as_of}; have a professional confirm.</source>
        <translation>{source}。{as_of}時点の内容です。専門家の確認を受けてください。</translation>
    </message>
    <message>
        <source>Sent on {day}</source>
        <translation>提出日 {day}</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>未提出</translation>
    </message>
    <message>
        <source>Nine items</source>
        <translation>9項目の案</translation>
    </message>
    <message>
        <source>Print the draft</source>
        <translation>案を印刷</translation>
    </message>
    <message>
        <source>It was sent</source>
        <translation>提出した</translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>Logo</source>
        <translation>ロゴ</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>印影</translation>
    </message>
    <message>
        <source>List of work items to tick</source>
        <translation>作業項目のチェック欄</translation>
    </message>
    <message>
        <source>Results to write in (pressure, vacuum, refrigerant …)</source>
        <translation>作業結果の記入欄（気密・真空・冷媒など）</translation>
    </message>
    <message>
        <source>Checks, photos and warranty</source>
        <translation>確認・写真・保証の欄</translation>
    </message>
    <message>
        <source>Simple inspection of commercial units</source>
        <translation>業務用機器の簡易点検欄</translation>
    </message>
</context>
<context>
    <name>LayoutTab</name>
    <message>
        <source>What papers show</source>
        <translation>書類に載せる内容</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>FAX</source>
        <translation>FAX</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>代表者</translation>
    </message>
    <message>
        <source>Registration number (T and 13 digits)</source>
        <translation>登録番号（T＋13桁）</translation>
    </message>
    <message>
        <source>On the office&apos;s copy and its own forms. An empty title leaves the box blank.</source>
        <translation>事務所控と社内の書類に印刷されます。名前を空にすると、枠だけになります。</translation>
    </message>
    <message>
        <source>Boxes for seals</source>
        <translation>検印欄</translation>
    </message>
    <message>
        <source>The work order has</source>
        <translation>作業指示書に載せる欄</translation>
    </message>
    <message>
        <source>Line at the foot</source>
        <translation>ページの下に入れる一文</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>This is how the office&apos;s copy will look.</source>
        <translation>事務所控は、このように印刷されます。</translation>
    </message>
    <message>
        <source>Papers are printed like this from now on.</source>
        <translation>今後はこの体裁で印刷します。</translation>
    </message>
</context>
<context>
    <name>Leak report</name>
    <message>
        <source>Known since {day}.</source>
        <translation>{day}に判明しました。</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>ありません。</translation>
    </message>
    <message>
        <source>Incident {number}</source>
        <translation>事案 {number}</translation>
    </message>
    <message>
        <source>Known on</source>
        <translation>知った日</translation>
    </message>
    <message>
        <source>Grounds</source>
        <translation>該当する事由</translation>
    </message>
    <message>
        <source>Duty to report</source>
        <translation>報告の義務</translation>
    </message>
</context>
<context>
    <name>LeakClients</name>
    <message>
        <source>{client}: told on {day}</source>
        <translation>{client}：{day}に連絡済み</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>直ちに</translation>
    </message>
    <message numerus="yes">
        <source>by {moment} (within %n hour(s))</source>
        <translation>
            <numerusform>{moment}まで（%Ln時間以内）</numerusform>
        </translation>
    </message>
    <message>
        <source>The client contractor is told first</source>
        <translation>最初に元請へ連絡してください</translation>
    </message>
    <message>
        <source>Do not call or write to its customers before it agrees: the contract may forbid it.</source>
        <translation>元請の了解を得るまで、元請のお客様に電話や手紙で連絡しないでください。契約に反することがあります。</translation>
    </message>
    <message>
        <source>Client contractor</source>
        <translation>元請</translation>
    </message>
    <message>
        <source>Call or write to its customers only as agreed with it.</source>
        <translation>元請のお客様への連絡は、元請と決めたとおりに行ってください。</translation>
    </message>
    <message>
        <source>The client was told…</source>
        <translation>元請に連絡した…</translation>
    </message>
</context>
<context>
    <name>Leaks</name>
    <message>
        <source>{paper}, incident {number}</source>
        <translation>{paper}（事案 {number}）</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>open</source>
        <translation>対応中</translation>
    </message>
    <message>
        <source>new</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>out of reach</source>
        <translation>連絡不能</translation>
    </message>
    <message>
        <source>(data destroyed)</source>
        <translation>（情報は廃棄済み）</translation>
    </message>
    <message>
        <source>in {number}</source>
        <translation>{number}に統合</translation>
    </message>
    <message>
        <source>looked at, not begun</source>
        <translation>確認済み・未着手</translation>
    </message>
    <message>
        <source>paper found {day}, not told</source>
        <translation>{day}書類発見・未連絡</translation>
    </message>
</context>
<context>
    <name>LeaksList</name>
    <message>
        <source>Start a drill</source>
        <translation>訓練を始める</translation>
    </message>
    <message>
        <source>What to practise</source>
        <translation>訓練の内容</translation>
    </message>
    <message>
        <source>Report something</source>
        <translation>発生を報告</translation>
    </message>
    <message>
        <source>Open one to see what is missing. Call the customers first: promptly means the telephone.</source>
        <translation>開くと、残っていることが分かります。お客様へは、まず電話でご連絡ください。</translation>
    </message>
    <message>
        <source>Nothing has happened</source>
        <translation>事案はありません</translation>
    </message>
    <message>
        <source>When a paper is lost, something is sent wrongly or a computer is stolen, it stands here with its deadlines. Practise it once a year with a drill.</source>
        <translation>書類の紛失、誤送信、パソコンの盗難などが起きると、期限とともにここに表示されます。年に一度は訓練をしてください。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>What</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>知った日</translation>
    </message>
    <message>
        <source>People</source>
        <translation>関係者</translation>
    </message>
    <message>
        <source>Duty to report</source>
        <translation>報告の要否</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>次の期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>報告者</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事案</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>LedgerForm</name>
    <message>
        <source>Electrical-work ledger, job {number}</source>
        <translation>電気工事の帳簿&#x3000;工事{number}</translation>
    </message>
    <message>
        <source>Kind of electrical work</source>
        <translation>電気工事の種類</translation>
    </message>
    <message>
        <source>Chief electrician</source>
        <translation>主任電気工事士</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>作業者</translation>
    </message>
    <message>
        <source>Wiring diagram (number or place)</source>
        <translation>配線図（番号または保管場所）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Day of the work</source>
        <translation>施工年月日</translation>
    </message>
    <message>
        <source>Result of the inspection</source>
        <translation>検査結果</translation>
    </message>
</context>
<context>
    <name>LedgerReasonDialog</name>
    <message>
        <source>Why is the ledger printed?</source>
        <translation>帳簿を印刷する理由</translation>
    </message>
    <message>
        <source>It shows the customers&apos; names and addresses in full. The reason goes into the log.</source>
        <translation>お客様の氏名と住所がすべて印刷されます。理由は操作記録に残ります。</translation>
    </message>
    <message>
        <source>Go on to the preview</source>
        <translation>プレビューへ進む</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>LedgerTab</name>
    <message>
        <source>Day</source>
        <translation>施工日</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工事</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状況</translation>
    </message>
    <message>
        <source>Enter by hand…</source>
        <translation>手で記録…</translation>
    </message>
    <message>
        <source>It came back…</source>
        <translation>返却・廃棄を確認…</translation>
    </message>
    <message>
        <source>Provision record</source>
        <translation>第三者提供記録</translation>
    </message>
    <message>
        <source>Copies for partner firms enter themselves. The ledger names customers by number and stays when their data is destroyed.</source>
        <translation>協力会社控は自動で記録されます。この記録はお客様を番号で示し、お客様の情報を廃棄した後も残ります。</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>会社</translation>
    </message>
    <message>
        <source>All firms</source>
        <translation>すべての会社</translation>
    </message>
    <message>
        <source>Only what is out</source>
        <translation>未返却だけ</translation>
    </message>
    <message>
        <source>Hand-over ledger</source>
        <translation>受け渡し記録</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>What</source>
        <translation>渡した項目</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>On</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Back by</source>
        <translation>返却期限</translation>
    </message>
    <message>
        <source>Nothing was handed over</source>
        <translation>受け渡しはありません</translation>
    </message>
    <message>
        <source>As soon as a partner firm&apos;s copy of a work order is printed, it stands here.</source>
        <translation>作業指示書の協力会社控を印刷すると、ここに記録されます。</translation>
    </message>
    <message>
        <source>Record of provision {number}</source>
        <translation>第三者提供記録 {number}</translation>
    </message>
    <message>
        <source>waiting to be printed</source>
        <translation>印刷待ち</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>out</source>
        <translation>未返却</translation>
    </message>
    <message>
        <source>given for good</source>
        <translation>返却なし</translation>
    </message>
    <message>
        <source>Print the hand-over ledger</source>
        <translation>受け渡し記録を印刷</translation>
    </message>
</context>
<context>
    <name>LedgerView</name>
    <message>
        <source>Customer number or certificate number</source>
        <translation>お客様番号または証明書番号</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>ファイルに保存</translation>
    </message>
    <message>
        <source>Disposal ledger</source>
        <translation>廃棄台帳</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Destroyed</source>
        <translation>廃棄日</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>保存期間の決まり</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>値の数</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>申請者</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>承認者</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>立会人</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Nothing in the ledger fits</source>
        <translation>該当する記録はありません</translation>
    </message>
    <message>
        <source>Each destroyed customer stands here by number, with rule, day and certificate.</source>
        <translation>廃棄したお客様の番号・根拠・日付・証明書番号がここに残ります。</translation>
    </message>
    <message>
        <source>disposal ledger {day}.csv</source>
        <translation>廃棄台帳 {day}.csv</translation>
    </message>
    <message>
        <source>Save the disposal ledger</source>
        <translation>廃棄台帳を保存</translation>
    </message>
    <message>
        <source>The ledger was saved. It names no customer.</source>
        <translation>廃棄台帳を保存しました。お客様の情報は含まれていません。</translation>
    </message>
    <message>
        <source>Call note</source>
        <translation>電話メモ</translation>
    </message>
    <message>
        <source>Answer to the customer…</source>
        <translation>お客様への回答書…</translation>
    </message>
    <message>
        <source>What was erased, and what a law keeps until when</source>
        <translation>消去した情報と、法律により保存する情報とその期限</translation>
    </message>
    <message>
        <source>Restores…</source>
        <translation>復元の記録…</translation>
    </message>
    <message>
        <source>What was destroyed again when a backup was restored</source>
        <translation>バックアップの復元時にあらためて廃棄したもの</translation>
    </message>
</context>
<context>
    <name>LendDialog</name>
    <message>
        <source>Lend {number}</source>
        <translation>{number}の持ち出し</translation>
    </message>
    <message>
        <source>Who takes it</source>
        <translation>持ち出す人</translation>
    </message>
    <message>
        <source>Back by</source>
        <translation>戻す期限</translation>
    </message>
    <message>
        <source>Lend</source>
        <translation>持ち出す</translation>
    </message>
</context>
<context>
    <name>Letter heading</name>
    <message>
        <source>Desk for personal data: {name}</source>
        <translation>個人情報の窓口：{name}</translation>
    </message>
</context>
<context>
    <name>Letterhead</name>
    <message>
        <source>〒{code}</source>
        <translation>〒{code}</translation>
    </message>
</context>
<context>
    <name>LettersForm</name>
    <message>
        <source>What the letters say</source>
        <translation>お詫び状の文面</translation>
    </message>
    <message>
        <source>What the notice says</source>
        <translation>お知らせ文の文面</translation>
    </message>
    <message>
        <source>Customers read these texts, and the days and kinds of data from the facts. Nothing else that is written down about the incident goes into them.</source>
        <translation>お客様がお読みになる文面です。日付と情報の種類は「事実」から入ります。事案に書いたそのほかの内容は、お詫び状には入りません。</translation>
    </message>
    <message>
        <source>Noted inside, not for customers: {text}</source>
        <translation>社内の記録（お客様には見えません）：{text}</translation>
    </message>
    <message>
        <source>Save and show</source>
        <translation>保存して表示</translation>
    </message>
    <message numerus="yes">
        <source>Also to %n customer(s) of the client contractor, who agreed to it</source>
        <translation>
            <numerusform>元請の了解を得たので、元請のお客様%Ln名にも送る</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also to %n customer(s) whose paper was found; their letter says so</source>
        <translation>
            <numerusform>書類が見つかったお客様%Ln名にも送る（見つかったことを書きます）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>使っているソフトウェアなど</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>ライセンスの全文</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>LineAdding</name>
    <message>
        <source>Add a line</source>
        <translation>行を追加</translation>
    </message>
    <message>
        <source>From the price list</source>
        <translation>単価表から追加</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>値引き</translation>
    </message>
</context>
<context>
    <name>LineRows</name>
    <message>
        <source>Item</source>
        <translation>品名・仕様</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Price (yen)</source>
        <translation>単価（円）</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税区分</translation>
    </message>
    <message>
        <source>{column}, line {number}</source>
        <translation>{number}行目の{column}</translation>
    </message>
    <message>
        <source>Remove line {number}</source>
        <translation>{number}行目を削除</translation>
    </message>
</context>
<context>
    <name>ListDestroyedDialog</name>
    <message>
        <source>Is this list destroyed?</source>
        <translation>この一覧は消去しましたか</translation>
    </message>
    <message>
        <source>Confirm only after every copy is gone: on this computer, on USB sticks, in e-mails and in the bin. The log keeps who confirmed it.</source>
        <translation>このパソコン、USBメモリ、メール、ごみ箱のすべてから消えたことを確かめてから、確認してください。誰が確認したかは操作記録に残ります。</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>It is destroyed</source>
        <translation>消去しました</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Noting it</source>
        <translation>記録しています</translation>
    </message>
    <message>
        <source>What became of this file?</source>
        <translation>このファイルはどうなりましたか</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>記録する</translation>
    </message>
</context>
<context>
    <name>ListNames</name>
    <message>
        <source>By customer</source>
        <translation>お客様別</translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>通常と異なる点</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>担当者別</translation>
    </message>
    <message>
        <source>Who may do what</source>
        <translation>役割と権限</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>操作記録</translation>
    </message>
    <message>
        <source>Cabinets</source>
        <translation>キャビネット</translation>
    </message>
    <message>
        <source>Call notes</source>
        <translation>電話メモ</translation>
    </message>
    <message>
        <source>Entrusted to us</source>
        <translation>当社が受託</translation>
    </message>
    <message>
        <source>Collective invoices</source>
        <translation>合計請求書</translation>
    </message>
    <message>
        <source>Customers concerned</source>
        <translation>対象のお客様</translation>
    </message>
    <message>
        <source>Access history</source>
        <translation>閲覧の履歴</translation>
    </message>
    <message>
        <source>Calls of this customer</source>
        <translation>このお客様の電話メモ</translation>
    </message>
    <message>
        <source>Jobs of this customer</source>
        <translation>このお客様の工事</translation>
    </message>
    <message>
        <source>Papers of this customer</source>
        <translation>このお客様の控え</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>見つかったお客様</translation>
    </message>
    <message>
        <source>Customers of the proposal</source>
        <translation>申請されたお客様</translation>
    </message>
    <message>
        <source>Disposal batches</source>
        <translation>廃棄点検の一覧</translation>
    </message>
    <message>
        <source>Backups and media</source>
        <translation>バックアップと媒体</translation>
    </message>
    <message>
        <source>Customers to decide about</source>
        <translation>判断するお客様</translation>
    </message>
    <message>
        <source>Customers who go</source>
        <translation>廃棄するお客様</translation>
    </message>
    <message>
        <source>Papers to shred</source>
        <translation>裁断する書類</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>期日のある業務</translation>
    </message>
    <message>
        <source>Electrical-work ledger</source>
        <translation>電気工事の帳簿</translation>
    </message>
    <message>
        <source>Hand-over ledger</source>
        <translation>受け渡し記録</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>一覧の行</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事案</translation>
    </message>
    <message>
        <source>All invoices</source>
        <translation>すべての請求書</translation>
    </message>
    <message>
        <source>Disposal ledger</source>
        <translation>廃棄台帳</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>使っているソフトウェアなど</translation>
    </message>
    <message>
        <source>Measures of prevention</source>
        <translation>再発防止策</translation>
    </message>
    <message>
        <source>Storage media</source>
        <translation>媒体の台帳</translation>
    </message>
    <message>
        <source>Versions of the purposes notice</source>
        <translation>「個人情報の取り扱いについて」の版</translation>
    </message>
    <message>
        <source>Office rules</source>
        <translation>社内の決まり</translation>
    </message>
    <message>
        <source>Open invoices</source>
        <translation>未入金の請求書</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>Partner firms</source>
        <translation>協力会社・元請</translation>
    </message>
    <message>
        <source>Recurring work</source>
        <translation>定期作業</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>単価表</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>見つかったもの</translation>
    </message>
    <message>
        <source>Places outside the records</source>
        <translation>台帳以外の記載</translation>
    </message>
    <message>
        <source>Orders to partner firms</source>
        <translation>協力会社への発注</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>ご案内</translation>
    </message>
    <message>
        <source>Refrigerant log</source>
        <translation>冷媒の記録</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>相談・通報</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>開示等のご請求</translation>
    </message>
    <message>
        <source>Certificates of restores</source>
        <translation>復元証明書</translation>
    </message>
    <message>
        <source>Customers whose answer changes</source>
        <translation>判定が変わるお客様</translation>
    </message>
    <message>
        <source>The office&apos;s choices so far</source>
        <translation>事務所によるこれまでの変更</translation>
    </message>
    <message>
        <source>Retention rules</source>
        <translation>保存期間の決まり</translation>
    </message>
    <message>
        <source>Training of the staff</source>
        <translation>研修の実施状況</translation>
    </message>
    <message>
        <source>Done and not billed</source>
        <translation>完了して未請求の工事</translation>
    </message>
    <message>
        <source>Today&apos;s jobs</source>
        <translation>今日の工事</translation>
    </message>
    <message>
        <source>Training pages</source>
        <translation>教材</translation>
    </message>
    <message>
        <source>Violations</source>
        <translation>違反・処分の記録</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>LockView</name>
    <message>
        <source>The screen is locked</source>
        <translation>画面ロック中です</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>暗証番号</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>パスフレーズ</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>確認しています</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>パスフレーズを使う</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>担当者の切替</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロックを解除</translation>
    </message>
    <message>
        <source>Wrong PIN. Tries left: {count}</source>
        <translation>暗証番号が違います。残り：{count}回</translation>
    </message>
    <message>
        <source>Five wrong PINs. Now the passphrase is needed.</source>
        <translation>暗証番号を5回間違えました。パスフレーズを入力してください。</translation>
    </message>
</context>
<context>
    <name>LoginView</name>
    <message>
        <source>Who is working?</source>
        <translation>担当者を選んでください</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>パスフレーズ</translation>
    </message>
    <message>
        <source>Opening the office</source>
        <translation>事務所のデータを開いています</translation>
    </message>
    <message>
        <source>Report box</source>
        <translation>匿名の相談・通報窓口</translation>
    </message>
    <message>
        <source>Passphrase forgotten</source>
        <translation>パスフレーズを忘れた場合</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>ログイン</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>first login</source>
        <translation>初回ログイン</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>次へ</translation>
    </message>
</context>
<context>
    <name>LossList</name>
    <message>
        <source>Lost: {name} {number}, reported {day} {time} by {who}. It concerns {customers}.</source>
        <translation>紛失：{name} {number}（{day} {time} {who}さんが届け出）。対象のお客様は {customers} です。</translation>
    </message>
    <message>
        <source>It was found again on {day}.</source>
        <translation>{day}に見つかりました。</translation>
    </message>
    <message>
        <source>Open the incident</source>
        <translation>事案を開く</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The daily backup was not possible in {folders}.</source>
        <translation>{folders}に今日のバックアップを作成できませんでした。</translation>
    </message>
    <message>
        <source>The window stays open until this is finished</source>
        <translation>処理が終わるまで、ウィンドウは閉じられません</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>このお知らせを閉じる</translation>
    </message>
</context>
<context>
    <name>MaskedValue</name>
    <message>
        <source>Show</source>
        <translation>表示する</translation>
    </message>
    <message>
        <source>Your role may not see this.</source>
        <translation>今の役割では表示できません。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隠す</translation>
    </message>
    <message>
        <source>Hide: %1</source>
        <translation>隠す：%1</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>表示する：%1</translation>
    </message>
</context>
<context>
    <name>Meanwhile</name>
    <message>
        <source>name</source>
        <translation>氏名・名称</translation>
    </message>
    <message>
        <source>address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>phone numbers</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>cautions</source>
        <translation>注意事項</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>支払情報</translation>
    </message>
    <message>
        <source>other details</source>
        <translation>その他の項目</translation>
    </message>
</context>
<context>
    <name>MeanwhileNote</name>
    <message>
        <source>{who} changed at {time}: {what}</source>
        <translation>{who}さんが{time}に変更しました：{what}</translation>
    </message>
    <message>
        <source>Show the present numbers</source>
        <translation>現在の電話番号を表示</translation>
    </message>
    <message>
        <source>Save mine on top</source>
        <translation>重ねて保存</translation>
    </message>
    <message>
        <source>Changed in the meantime</source>
        <translation>ほかの人が変更しました</translation>
    </message>
    <message>
        <source>What you typed is untouched by that; nothing of it is saved yet.</source>
        <translation>入力した内容には影響ありません。まだ保存されていません。</translation>
    </message>
    <message>
        <source>You both changed the phone numbers. What you typed is still here and not saved yet.</source>
        <translation>電話番号は両方で変更されています。入力した内容は残っていますが、まだ保存されていません。</translation>
    </message>
    <message>
        <source>You both changed: {what}. Nothing of yours is saved yet; saving puts yours in place.</source>
        <translation>両方で変更された項目：{what}。入力した内容はまだ保存されていません。保存すると入力した内容になります。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>・</translation>
    </message>
</context>
<context>
    <name>MeasureField</name>
    <message>
        <source>{name} ({unit})</source>
        <translation>{name}（{unit}）</translation>
    </message>
    <message>
        <source>Usually {lowest} to {highest}</source>
        <translation>通常は{lowest}～{highest}です</translation>
    </message>
</context>
<context>
    <name>MeasureForm</name>
    <message>
        <source>Measure of prevention</source>
        <translation>再発防止策</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who sees to it</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>期限</translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>USB stick, memory card</source>
        <translation>USBメモリ・メモリカード</translation>
    </message>
    <message>
        <source>External disk</source>
        <translation>外付けディスク</translation>
    </message>
    <message>
        <source>Hard disk</source>
        <translation>ハードディスク</translation>
    </message>
    <message>
        <source>Solid-state disk</source>
        <translation>SSDディスク</translation>
    </message>
    <message>
        <source>Computer with its disk</source>
        <translation>パソコン（ディスクを含む）</translation>
    </message>
    <message>
        <source>Phone, tablet</source>
        <translation>スマートフォン・タブレット</translation>
    </message>
    <message>
        <source>Copier, FAX</source>
        <translation>複合機・FAX</translation>
    </message>
    <message>
        <source>CD, DVD</source>
        <translation>CD・DVD</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Clear (overwritten)</source>
        <translation>消去（Clear：上書き）</translation>
    </message>
    <message>
        <source>Purge (out of reach of a laboratory)</source>
        <translation>除去（Purge：専門の装置でも復元できない）</translation>
    </message>
    <message>
        <source>Destroy (cannot be used again)</source>
        <translation>破壊（Destroy：再び使えない）</translation>
    </message>
    <message>
        <source>Overwritten by a program</source>
        <translation>ソフトで上書き</translation>
    </message>
    <message>
        <source>Reset to the state of delivery</source>
        <translation>出荷時の状態に初期化</translation>
    </message>
    <message>
        <source>Key of an encrypted disk erased</source>
        <translation>暗号化ディスクの鍵を消去</translation>
    </message>
    <message>
        <source>The device&apos;s own erase command</source>
        <translation>機器の消去コマンド</translation>
    </message>
    <message>
        <source>Degaussed</source>
        <translation>磁気で消去</translation>
    </message>
    <message>
        <source>Shredded, crushed</source>
        <translation>裁断・破砕</translation>
    </message>
    <message>
        <source>Drilled, broken by hand</source>
        <translation>穴あけ・手作業で破壊</translation>
    </message>
    <message>
        <source>Burnt, melted</source>
        <translation>焼却・溶解</translation>
    </message>
    <message>
        <source>The whole medium was read again</source>
        <translation>媒体全体を読み直して確認</translation>
    </message>
    <message>
        <source>Samples were read again</source>
        <translation>一部を読み直して確認</translation>
    </message>
    <message>
        <source>The program&apos;s report was checked</source>
        <translation>ソフトの報告書を確認</translation>
    </message>
    <message>
        <source>Certificate of a contractor</source>
        <translation>業者の証明書</translation>
    </message>
    <message>
        <source>Seen with one&apos;s own eyes</source>
        <translation>目視で確認</translation>
    </message>
    <message>
        <source>Used on in the office</source>
        <translation>社内で再利用</translation>
    </message>
    <message>
        <source>Given back (lease)</source>
        <translation>返却（リース）</translation>
    </message>
    <message>
        <source>Sold, given away</source>
        <translation>売却・譲渡</translation>
    </message>
    <message>
        <source>Recycled by the maker</source>
        <translation>メーカーのリサイクル</translation>
    </message>
    <message>
        <source>Industrial waste</source>
        <translation>産業廃棄物</translation>
    </message>
    <message>
        <source>Overwriting does not reach all of a flash memory. Choose Purge or Destroy if it leaves the office.</source>
        <translation>フラッシュメモリは、上書きでは全体を消せません。社外に出すときは「除去」か「破壊」を選んでください。</translation>
    </message>
    <message>
        <source>Parts of a drilled medium can still be read. Let a contractor shred it.</source>
        <translation>穴をあけた媒体は、一部が読み取れることがあります。業者に破砕を依頼してください。</translation>
    </message>
</context>
<context>
    <name>MediaView</name>
    <message>
        <source>No medium is registered</source>
        <translation>媒体はまだ登録されていません</translation>
    </message>
    <message>
        <source>Register the computers, disks and USB sticks that hold customers&apos; data. Before one is sold, returned or thrown away, write down here how it was sanitized.</source>
        <translation>お客様の情報が入っているパソコン、ディスク、USBメモリを登録します。売却、返却、廃棄の前に、どのように消去したかをここに記録します。</translation>
    </message>
    <message>
        <source>Sanitized in the terms of NIST SP 800-88: Clear, Purge or Destroy.</source>
        <translation>区分は NIST SP 800-88（消去・除去・破壊）によります。</translation>
    </message>
    <message>
        <source>Register a medium</source>
        <translation>媒体を登録</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>訂正</translation>
    </message>
    <message>
        <source>It was sanitized…</source>
        <translation>消去・廃棄を記録…</translation>
    </message>
    <message>
        <source>Print the record</source>
        <translation>記録を印刷</translation>
    </message>
    <message>
        <source>Storage media</source>
        <translation>媒体の台帳</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Written on it</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>製造番号</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>登録日</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>実施日</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Record of medium {number}</source>
        <translation>媒体の記録 {number}</translation>
    </message>
</context>
<context>
    <name>Medium record</name>
    <message>
        <source>No. {number}</source>
        <translation>番号 {number}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Maker, model</source>
        <translation>メーカー・型番</translation>
    </message>
    <message>
        <source>Serial no.</source>
        <translation>製造番号</translation>
    </message>
    <message>
        <source>Written down by</source>
        <translation>記録者</translation>
    </message>
    <message>
        <source>Person responsible</source>
        <translation>個人情報管理責任者</translation>
    </message>
    <message>
        <source>–</source>
        <translation>－</translation>
    </message>
</context>
<context>
    <name>MediumForm</name>
    <message>
        <source>Correct {number}</source>
        <translation>{number} を訂正</translation>
    </message>
    <message>
        <source>Register a medium</source>
        <translation>媒体を登録</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>What is written on it</source>
        <translation>媒体の表示</translation>
    </message>
    <message>
        <source>As the office tells it from others, for example “Backup A” or “PC at the counter”.</source>
        <translation>社内での呼び名です（例：「バックアップA」「受付のパソコン」）。</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>メーカー</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型番</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>製造番号</translation>
    </message>
    <message>
        <source>Used by (person, computer)</source>
        <translation>使用者（人・パソコン）</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge two registrations</source>
        <translation>2つの登録を統合</translation>
    </message>
    <message>
        <source>Jobs, sites, units, phones, contacts, call notes, papers and holds of both are kept. You can undo this on the customer&apos;s page.</source>
        <translation>工事・工事先・機器・電話番号・先方担当者・電話メモ・書類・保留は、両方とも残ります。お客様の画面から元に戻せます。</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>統合しています</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>統合する</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Stays: {number}</source>
        <translation>残す登録：{number}</translation>
    </message>
    <message>
        <source>Is merged into it: {number}</source>
        <translation>統合される登録：{number}</translation>
    </message>
    <message>
        <source>Let the other one stay</source>
        <translation>残す登録を入れ替える</translation>
    </message>
    <message>
        <source>The two differ in nothing that must be chosen.</source>
        <translation>選ぶ必要のある違いはありません。</translation>
    </message>
    <message>
        <source>Jobs: {jobs}. Last contact: {day}</source>
        <translation>工事 {jobs}件、最終連絡 {day}</translation>
    </message>
    <message>
        <source>Both, one below the other</source>
        <translation>両方を続けて残す</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Both have payment details: those of {kept} stay.</source>
        <translation>支払情報が両方にあります。{kept} のものを残します。</translation>
    </message>
    <message>
        <source>{merged} has payment details that your role cannot take over. Accounting enters them again.</source>
        <translation>{merged} に支払情報がありますが、今の役割では引き継げません。経理で入力し直してください。</translation>
    </message>
</context>
<context>
    <name>MergedNotes</name>
    <message>
        <source>{number} was merged into this on {day}</source>
        <translation>{number} を {day} に統合しました</translation>
    </message>
    <message>
        <source>Undo the merge with {number}</source>
        <translation>{number} との統合を元に戻す</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>Name</source>
        <translation>氏名・名称</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>お支払い方法</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>You</source>
        <translation>自分</translation>
    </message>
    <message>
        <source>From the reporter</source>
        <translation>通報した人</translation>
    </message>
    <message>
        <source>Answer by {name}</source>
        <translation>{name}からの回答</translation>
    </message>
    <message>
        <source>week from {day}</source>
        <translation>{day}の週</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>Sum {gross}, of which {percent} % tax {tax}</source>
        <translation>合計 {gross}（うち消費税{percent}% {tax}）</translation>
    </message>
    <message>
        <source>Sum {net} + {percent} % tax {tax} = {gross}</source>
        <translation>小計 {net} ＋ 消費税{percent}% {tax} ＝ 合計 {gross}</translation>
    </message>
    <message>
        <source>Sum {net} + tax {tax} = {gross}</source>
        <translation>小計 {net} ＋ 消費税 {tax} ＝ 合計 {gross}</translation>
    </message>
    <message>
        <source>({earlier} asked for before is taken off)</source>
        <translation>（請求済み {earlier} を差引）</translation>
    </message>
</context>
<context>
    <name>Month summary</name>
    <message>
        <source>Sales and receipts</source>
        <translation>売上・入金集計表</translation>
    </message>
    <message>
        <source>Made {date}</source>
        <translation>作成日 {date}</translation>
    </message>
    <message>
        <source>Sales without tax</source>
        <translation>売上（税抜）</translation>
    </message>
    <message>
        <source>Consumption tax</source>
        <translation>消費税額</translation>
    </message>
    <message>
        <source>Sales with tax</source>
        <translation>売上（税込）</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>入金</translation>
    </message>
    <message>
        <source>Month by month, in thousands of yen</source>
        <translation>月別の推移（千円）</translation>
    </message>
    <message>
        <source>Black: sales with tax, outlined: received</source>
        <translation>黒：売上（税込）&#x3000;枠のみ：入金</translation>
    </message>
    <message>
        <source>By customer</source>
        <translation>お客様別</translation>
    </message>
    <message>
        <source>By person in charge</source>
        <translation>担当者別</translation>
    </message>
    <message>
        <source>By kind of work</source>
        <translation>工事の種類別</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation>工事の種類</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>担当者なし</translation>
    </message>
    <message>
        <source>For no job</source>
        <translation>工事以外</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>{month}/{year}</source>
        <translation>{year}/{month}</translation>
    </message>
</context>
<context>
    <name>MonthView</name>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Move job {number}</source>
        <translation>工事{number}の日程変更</translation>
    </message>
    <message>
        <source>Who goes</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Move the job all the same?</source>
        <translation>このまま変更しますか</translation>
    </message>
    <message>
        <source>Move all the same</source>
        <translation>このまま変更</translation>
    </message>
    <message>
        <source>Leave it where it was</source>
        <translation>元のままにする</translation>
    </message>
    <message>
        <source>Moved to {slot}.</source>
        <translation>{slot}に変更しました。</translation>
    </message>
</context>
<context>
    <name>NameFields</name>
    <message>
        <source>Name of the organisation</source>
        <translation>法人・団体名</translation>
    </message>
    <message>
        <source>Its kana</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Family name in kana</source>
        <translation>姓（フリガナ）</translation>
    </message>
    <message>
        <source>Given name in kana</source>
        <translation>名（フリガナ）</translation>
    </message>
    <message>
        <source>Contact person&apos;s family name</source>
        <translation>ご担当者の姓</translation>
    </message>
</context>
<context>
    <name>NamePapersForm</name>
    <message>
        <source>Which papers is it about?</source>
        <translation>どの書類についてですか</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>The customers whose data they carry are put onto the list.</source>
        <translation>書類に載っているお客様を、対象の一覧に加えます。</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Navigation</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Curtain</source>
        <translation>目隠し</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>画面ロック</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>担当者の切替</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Call notes</source>
        <translation>電話メモ</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>予定表</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>作業指示書</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Disposal</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>Safeguards</source>
        <translation>安全管理</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>決まり</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Report a leak</source>
        <translation>漏えい等を報告</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>さがす</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
</context>
<context>
    <name>NewSheetDialog</name>
    <message>
        <source>New recovery sheet</source>
        <translation>新しい復旧用シート</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>はじめに</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>復旧用シート</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Preparing the keys</source>
        <translation>鍵を準備しています</translation>
    </message>
    <message>
        <source>Put the new sheet in force</source>
        <translation>新しいシートに切り替える</translation>
    </message>
    <message>
        <source>Renewing the keys</source>
        <translation>鍵を更新しています</translation>
    </message>
    <message>
        <source>The new recovery sheet is in force</source>
        <translation>新しい復旧用シートに切り替わりました</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Keep it in a locked place away from this computer. Now shred sheet {number}.</source>
        <translation>このパソコンとは別の、鍵のかかる場所に保管してください。シート{number}はすぐに裁断してください。</translation>
    </message>
    <message>
        <source>Sheet {number} is shredded</source>
        <translation>シート{number}を裁断しました</translation>
    </message>
    <message>
        <source>Stop without a new sheet?</source>
        <translation>新しいシートを作らずにやめますか？</translation>
    </message>
    <message>
        <source>Sheet {number} stays in force. What you printed or saved opens nothing: shred or delete it.</source>
        <translation>シート{number}を引き続き使います。印刷または保存した新しいシートでは何も開けません。裁断または削除してください。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>やめる</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Note for the timeline</source>
        <translation>経過のメモ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>書面</translation>
    </message>
    <message>
        <source>Read out, by phone</source>
        <translation>電話などで読み上げ</translation>
    </message>
    <message>
        <source>Shown on the wall at the counter</source>
        <translation>窓口に掲示</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Together with an estimate</source>
        <translation>見積書と一緒に</translation>
    </message>
    <message>
        <source>What the data is used for</source>
        <translation>利用目的</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>手数料</translation>
    </message>
    <message>
        <source>Complaints and questions</source>
        <translation>苦情・お問い合わせの窓口</translation>
    </message>
    <message>
        <source>How the data is kept safe</source>
        <translation>安全管理のために講じている措置</translation>
    </message>
    <message>
        <source>1. To estimate, install, repair and inspect air conditioners, and to carry out the order
2. To send invoices and confirm payments
3. To keep in touch about the work and for warranty and after-sales service
4. To keep the records that laws require
Other uses only with your consent.</source>
        <translation>1. 空調機器の見積り・取付け・修理・点検と、ご注文いただいた工事を行うため
2. 請求書の送付と入金の確認のため
3. 工事に関するご連絡と、保証・アフターサービスのため
4. 法令で定められた記録を保存するため
これ以外の目的で利用するときは、あらかじめご本人の同意をいただきます。</translation>
    </message>
    <message>
        <source>Ask at the counter, by phone or by post. We confirm who you are with an identity document, of which we record the kind but not the number, and answer within two weeks.</source>
        <translation>窓口・電話・郵便でお申し出ください。本人確認書類でご本人を確認し（書類の種類だけを記録し、番号は控えません）、2週間以内に回答します。</translation>
    </message>
    <message>
        <source>Free of charge.</source>
        <translation>無料です。</translation>
    </message>
    <message>
        <source>Our office, at the phone number above, on working days.</source>
        <translation>営業日に上記の電話で承ります。</translation>
    </message>
    <message>
        <source>We keep data encrypted, show staff only what their work needs, record who looked at it, lock papers away, train staff every year, check partner firms, and destroy what is no longer needed.</source>
        <translation>データの暗号化、業務に必要な範囲だけの閲覧、閲覧の記録、紙の施錠保管、毎年の教育、協力会社の監督、不要になったデータの確実な廃棄を行っています。</translation>
    </message>
    <message>
        <source>How people ask to see, correct, stop or erase their data</source>
        <translation>開示・訂正・利用停止・第三者提供の停止・消去の請求の手続き</translation>
    </message>
</context>
<context>
    <name>Notice paper</name>
    <message>
        <source>How we handle personal data</source>
        <translation>個人情報の取り扱いについて</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>第{number}版</translation>
    </message>
    <message>
        <source>In force since {date}</source>
        <translation>{date}から</translation>
    </message>
    <message>
        <source>Who handles the data</source>
        <translation>個人情報を取り扱う事業者</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>代表者</translation>
    </message>
    <message>
        <source>Responsible for personal data</source>
        <translation>個人情報管理責任者</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>This notice follows {law} (as read in {as_of}).</source>
        <translation>この文書は{law}（{as_of}時点）に基づくものです。</translation>
    </message>
</context>
<context>
    <name>NoticeForm</name>
    <message>
        <source>Write the purposes notice</source>
        <translation>「個人情報の取り扱いについて」の作成</translation>
    </message>
    <message>
        <source>Name, address, representative and phone come from the office&apos;s facts. Each part may hold up to {limit} characters. It follows {law} (as of {as_of}); have a professional confirm it.</source>
        <translation>名称・住所・代表者・電話は事務所の情報から入ります。各項目は{limit}文字までです。{law}（{as_of}時点）に基づきます。専門家に確認してください。</translation>
    </message>
</context>
<context>
    <name>NoticeGivenForm</name>
    <message>
        <source>The notice was given</source>
        <translation>「個人情報の取り扱いについて」の交付</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Today&apos;s date is recorded.</source>
        <translation>今日の日付で記録します。</translation>
    </message>
</context>
<context>
    <name>NoticeTick</name>
    <message>
        <source>The purposes notice was given</source>
        <translation>「個人情報の取り扱いについて」を交付済み</translation>
    </message>
    <message>
        <source>How the notice was given</source>
        <translation>交付の方法</translation>
    </message>
    <message>
        <source>The person responsible writes the notice under Safeguards first.</source>
        <translation>先に責任者が「安全管理」で作成します。</translation>
    </message>
</context>
<context>
    <name>NoticeView</name>
    <message>
        <source>Hand it over before a form is filled in; the customer&apos;s page records when and how.</source>
        <translation>用紙に記入していただく前にお渡しします。いつ・どの方法で渡したかは、お客様の画面に記録します。</translation>
    </message>
    <message>
        <source>Write a new version</source>
        <translation>新しい版を書く</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Write the notice</source>
        <translation>作成する</translation>
    </message>
    <message>
        <source>The notice is not written yet</source>
        <translation>まだ作成されていません</translation>
    </message>
    <message>
        <source>It tells customers what their data is used for, how it is kept safe and how they may ask. The person responsible starts from a draft.</source>
        <translation>利用目的、安全管理、開示等のご請求の手続きをお客様にお知らせする文書です。責任者がひな形から作成します。</translation>
    </message>
    <message>
        <source>Purposes notice {number}</source>
        <translation>個人情報の取り扱いについて 第{number}版</translation>
    </message>
    <message>
        <source>Versions of the purposes notice</source>
        <translation>「個人情報の取り扱いについて」の版</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Purposes</source>
        <translation>利用目的</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>以前の版</translation>
    </message>
</context>
<context>
    <name>NoticeWithEstimate</name>
    <message>
        <source>Print the purposes notice with it (given before)</source>
        <translation>「個人情報の取り扱いについて」も一緒に印刷する（交付済み）</translation>
    </message>
    <message>
        <source>Print the purposes notice with it (not given yet in this version)</source>
        <translation>「個人情報の取り扱いについて」も一緒に印刷する（今の版は未交付）</translation>
    </message>
</context>
<context>
    <name>Office</name>
    <message>
        <source>Company</source>
        <translation>法人</translation>
    </message>
    <message>
        <source>Sole proprietor, blue return</source>
        <translation>個人事業主（青色申告）</translation>
    </message>
    <message>
        <source>Sole proprietor, white return</source>
        <translation>個人事業主（白色申告）</translation>
    </message>
</context>
<context>
    <name>OfficeForm</name>
    <message>
        <source>Name of the office</source>
        <translation>事務所名</translation>
    </message>
    <message>
        <source>Address of the office</source>
        <translation>事務所の住所</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Responsible for personal data</source>
        <translation>個人情報管理責任者</translation>
    </message>
    <message>
        <source>End of month {number}</source>
        <translation>{number}月末</translation>
    </message>
    <message>
        <source>Legal form</source>
        <translation>事業形態</translation>
    </message>
    <message>
        <source>Fiscal year ends</source>
        <translation>決算期</translation>
    </message>
    <message>
        <source>Has a construction licence</source>
        <translation>建設業の許可を受けている</translation>
    </message>
    <message>
        <source>These records are the accounting books (kept 10 years)</source>
        <translation>この記録を会計帳簿として使う（10年保存）</translation>
    </message>
    <message>
        <source>Type the office&apos;s name as it shall stand on papers.</source>
        <translation>書類に載せる事務所名を入力してください。</translation>
    </message>
    <message>
        <source>Years that closed with a loss</source>
        <translation>欠損金の生じた年度</translation>
    </message>
    <message>
        <source>The years in which such a fiscal year ended, for example 2023 2025. Papers of a loss year are kept for 10 years.</source>
        <translation>欠損金の生じた事業年度の終了した年を入力します（例：2023 2025）。その年度の書類は10年保存します。</translation>
    </message>
    <message>
        <source>Type years of four digits with a space between them.</source>
        <translation>4桁の年を空白で区切って入力してください。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Extension of the tax return</source>
        <translation>法人税の申告期限の延長</translation>
    </message>
    <message>
        <source>Only if the tax office granted it. Papers are kept as many months longer.</source>
        <translation>税務署から延長が認められているときだけ選びます。書類の保存期間もその月数だけ延びます。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <translation>
            <numerusform>%Lnか月</numerusform>
        </translation>
    </message>
    <message>
        <source>Is registered for electrical work, or has notified it</source>
        <translation>電気工事業の登録か届出（みなし登録）がある</translation>
    </message>
    <message>
        <source>Electrical work only where it sells appliances</source>
        <translation>電気工事は家電の販売に伴うものだけ</translation>
    </message>
</context>
<context>
    <name>OfficeRulesTab</name>
    <message>
        <source>No rule of the office is in force yet</source>
        <translation>施行中の社内の決まりはまだありません</translation>
    </message>
    <message>
        <source>Once a person responsible puts the office&apos;s rules in force, you read them here.</source>
        <translation>責任者が社内の決まりを施行すると、ここで読めます。</translation>
    </message>
    <message>
        <source>Put all proposals in force</source>
        <translation>案をすべて施行する</translation>
    </message>
    <message>
        <source>Office rules</source>
        <translation>社内の決まり</translation>
    </message>
    <message>
        <source>Rule text</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>You read it</source>
        <translation>読んだ日</translation>
    </message>
    <message>
        <source>Write another text…</source>
        <translation>文書を追加…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編集…</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>版を比べる…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Put in force…</source>
        <translation>施行する…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>廃止する…</translation>
    </message>
    <message>
        <source>This text was changed meanwhile. What you read is the one from before.</source>
        <translation>その間に、この文書が変わりました。表示は変更前のものです。</translation>
    </message>
    <message>
        <source>Show it as it is now</source>
        <translation>現在の文書を表示</translation>
    </message>
    <message>
        <source>The rule text</source>
        <translation>決まりの本文</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>読みました</translation>
    </message>
    <message>
        <source>The program proposes these texts. Read them, change what does not fit your office, and put them in force: everybody reads them at their next login.</source>
        <translation>プログラムからの案です。読んで、事務所に合わないところを直してから施行してください。全員が次のログインのときに読みます。</translation>
    </message>
    <message>
        <source>Read the texts that you have not read yet, and say so below each.</source>
        <translation>まだ読んでいない文書を読み、本文の下の「読みました」を押してください。</translation>
    </message>
    <message>
        <source>You have read everything that is in force.</source>
        <translation>施行中の決まりはすべて読んでいます。</translation>
    </message>
    <message>
        <source>After: {source} (read {as_of})</source>
        <translation>参考：{source}（{as_of}時点）</translation>
    </message>
    <message>
        <source>Throw away…</source>
        <translation>破棄…</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Put in force from today?</source>
        <translation>今日から施行しますか？</translation>
    </message>
    <message>
        <source>Everybody reads it at their next login and says so. Whoever has not done it after 30 days cannot show hidden values or export until they have; today&apos;s work orders always print.</source>
        <translation>全員が次のログインのときに読み、「読みました」を押します。30日たっても済んでいない人は、済むまで伏せ字の表示と書き出しができません。当日の作業指示書はいつでも印刷できます。</translation>
    </message>
    <message>
        <source>The yearly training is asked of everybody from then on, too.</source>
        <translation>年1回の研修も、このときから全員に求めます。</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>施行する</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Throw this draft away?</source>
        <translation>この下書きを破棄しますか？</translation>
    </message>
    <message>
        <source>Withdraw this text?</source>
        <translation>この文書を廃止しますか？</translation>
    </message>
    <message>
        <source>A version in force stays as it is.</source>
        <translation>施行中の版はそのまま残ります。</translation>
    </message>
    <message>
        <source>It is no longer in force, and nobody has to read it. It stays on record.</source>
        <translation>施行中ではなくなり、読む必要もなくなります。記録には残ります。</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>破棄する</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>廃止する</translation>
    </message>
    <message>
        <source>Rule text {title}</source>
        <translation>決まり {title}</translation>
    </message>
</context>
<context>
    <name>OfficeStep</name>
    <message>
        <source>Your office</source>
        <translation>事務所の情報</translation>
    </message>
    <message>
        <source>Legal form, fiscal year and licences decide how long records must be kept.</source>
        <translation>記録の保存期間は、事業形態・決算期・許可や登録によって決まります。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
</context>
<context>
    <name>OfficeTab</name>
    <message>
        <source>The office&apos;s facts</source>
        <translation>事務所の情報</translation>
    </message>
    <message>
        <source>They stand on papers, and retention periods are counted from them.</source>
        <translation>書類に載り、保存期間の計算にも使われます。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The office&apos;s facts were saved.</source>
        <translation>事務所の情報を保存しました。</translation>
    </message>
    <message>
        <source>When nobody is at the desk</source>
        <translation>席を離れたとき</translation>
    </message>
    <message>
        <source>The curtain falls after</source>
        <translation>目隠しまでの時間</translation>
    </message>
    <message>
        <source>The screen locks after</source>
        <translation>画面ロックまでの時間</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count}分</translation>
    </message>
    <message>
        <source>never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>Looking at every customer&apos;s retention</source>
        <translation>すべてのお客様の保存期間を確かめています</translation>
    </message>
    <message>
        <source>Between approval and destruction</source>
        <translation>承認から廃棄までの待機</translation>
    </message>
    <message>
        <source>An approved disposal waits, since a wrong approval would end every copy at once. The log notes each change.</source>
        <translation>誤って承認するとすべての控えが一度に失われるため、承認した廃棄は待機させます。変更は操作記録に残ります。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%Ln日</numerusform>
        </translation>
    </message>
    <message>
        <source>no waiting</source>
        <translation>待機なし</translation>
    </message>
    <message>
        <source>Days to wait</source>
        <translation>待機する日数</translation>
    </message>
    <message>
        <source>The waiting days were saved.</source>
        <translation>待機する日数を保存しました。</translation>
    </message>
</context>
<context>
    <name>OldComputerCard</name>
    <message>
        <source>If the office moved from another computer</source>
        <translation>別のパソコンから引っ越したときは</translation>
    </message>
    <message>
        <source>Work on this computer only. What is still entered on the old one does not come over.</source>
        <translation>今後はこのパソコンだけで作業してください。古いパソコンに入力した内容は、こちらには移りません。</translation>
    </message>
    <message>
        <source>The old computer can still open its own copy, with the passphrases of that day. When everything is found here, delete the hvacdesk folder of its user and the entries named “hvacdesk” in its key store (on Windows: Credential Manager).</source>
        <translation>古いパソコンでは、当時のパスフレーズで古いデータをまだ開けます。こちらにすべて揃っていることを確かめたら、古いパソコンの利用者のhvacdeskフォルダーと、鍵の保管庫（Windowsでは資格情報マネージャー）の「hvacdesk」の項目を削除してください。</translation>
    </message>
    <message>
        <source>Deleted files can often be recovered. Without the key store&apos;s entries they open with the recovery sheet only: print a new sheet here, shred the old one, and have the old disk wiped before the computer is given away.</source>
        <translation>削除したファイルは復元できることがあります。鍵の保管庫の項目がなければ、開けるのは復旧用シートだけです。こちらで新しいシートを印刷して古いシートを裁断し、パソコンを手放す前にディスクを消去してください。</translation>
    </message>
</context>
<context>
    <name>OneTimeDialog</name>
    <message>
        <source>I have handed it over</source>
        <translation>渡しました</translation>
    </message>
    <message>
        <source>Print a slip…</source>
        <translation>案内を印刷…</translation>
    </message>
    <message>
        <source>A paper to hand over. It is to be shredded after the first login.</source>
        <translation>手渡しする紙です。初回ログインの後はシュレッダーにかけます。</translation>
    </message>
</context>
<context>
    <name>OpenView</name>
    <message>
        <source>Show the invoice</source>
        <translation>請求書を表示</translation>
    </message>
    <message>
        <source>Open the job</source>
        <translation>工事を開く</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>発行日</translation>
    </message>
    <message>
        <source>Pay by</source>
        <translation>支払期限</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未入金額</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Open invoices</source>
        <translation>未入金の請求書</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>未入金はありません</translation>
    </message>
    <message>
        <source>Invoices stand here from the day on which they are issued until they are paid.</source>
        <translation>発行した請求書は、入金までここに並びます。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%Ln日</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningView</name>
    <message>
        <source>One moment</source>
        <translation>お待ちください</translation>
    </message>
    <message>
        <source>Reading the names from the key file</source>
        <translation>担当者の一覧を読み込んでいます</translation>
    </message>
</context>
<context>
    <name>OpennessTab</name>
    <message>
        <source>What is held</source>
        <translation>保存している内容</translation>
    </message>
    <message>
        <source>{name} ({count})</source>
        <translation>{name}（{count}）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) in the log</source>
        <translation>
            <numerusform>操作記録 %Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>Purposes notice</source>
        <translation>個人情報の取り扱いについて</translation>
    </message>
    <message>
        <source>It was given</source>
        <translation>交付を記録</translation>
    </message>
    <message>
        <source>{day}  version {version}, {way}, by {who}</source>
        <translation>{day}&#x3000;第{version}版、{way}（{who}）</translation>
    </message>
    <message>
        <source>Not given yet.</source>
        <translation>まだお渡ししていません。</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>同意あり</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回を記録</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>同意を記録</translation>
    </message>
    <message>
        <source>{act}: {kind}</source>
        <translation>{act}：{kind}</translation>
    </message>
    <message>
        <source>{day}  {way}, recorded by {who}</source>
        <translation>{day}&#x3000;{way}（記録：{who}）</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>開示等のご請求</translation>
    </message>
    <message>
        <source>Enter a request</source>
        <translation>開示等のご請求を受け付ける</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>ありません。</translation>
    </message>
    <message>
        <source>Note it as given</source>
        <translation>交付を記録する</translation>
    </message>
    <message>
        <source>The notice was sent to the printer.</source>
        <translation>「個人情報の取り扱いについて」をプリンターに送りました。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Print the purposes notice</source>
        <translation>「個人情報の取り扱いについて」を印刷</translation>
    </message>
    <message>
        <source>Data and requests</source>
        <translation>データと開示請求</translation>
    </message>
    <message>
        <source>{record}: {counted}</source>
        <translation>{record}：{counted}</translation>
    </message>
    <message>
        <source>Show the rule</source>
        <translation>保存期間の決まりを見る</translation>
    </message>
    <message>
        <source>Agreed with {client} for job {job}: {agreed} by {due}. Records that a law asks us to keep stay until the day above; tell the client which.</source>
        <translation>元請「{client}」との取り決め（工事 {job}）：{agreed}、期限 {due}。法律で保存する記録は上の日まで残るため、残す記録を元請に伝えてください。</translation>
    </message>
    <message>
        <source>the agreed day once the work is done</source>
        <translation>作業完了後に決まる日</translation>
    </message>
    <message>
        <source>{entries}, the latest {moment}: see “{tab}”</source>
        <translation>{entries}、最新は{moment}（「{tab}」で確認できます）</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) and copy(s): see “{tab}”</source>
        <translation>
            <numerusform>書類・控え%Ln点（「{tab}」で確認できます）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <source>Order to a firm</source>
        <translation>協力会社への発注</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>会社</translation>
    </message>
    <message>
        <source>Job number</source>
        <translation>工事番号</translation>
    </message>
    <message>
        <source>Work: what, how many, which model</source>
        <translation>業務の内容（作業、台数、型式など）</translation>
    </message>
    <message>
        <source>Name no customer here: the work order&apos;s copy does.</source>
        <translation>お客様の名前は書かないでください。作業指示書の控えに記載されます。</translation>
    </message>
    <message>
        <source>Place (empty: the job&apos;s town, in full on its work order)</source>
        <translation>作業場所（空欄なら工事先の町名。番地は作業指示書に記載）</translation>
    </message>
    <message>
        <source>Day of the work</source>
        <translation>作業日</translation>
    </message>
    <message>
        <source>Inspection by (empty: none)</source>
        <translation>検査完了期日（空欄なら検査なし）</translation>
    </message>
    <message>
        <source>Reward in yen, tax included</source>
        <translation>報酬（円、税込）</translation>
    </message>
    <message>
        <source>Day of payment</source>
        <translation>支払期日</translation>
    </message>
    <message>
        <source>Paid by {latest} at the latest. {source} (as of {as_of}).</source>
        <translation>支払期日は遅くとも{latest}です。{source}（{as_of}時点）。</translation>
    </message>
    <message>
        <source>{firm} (one person)</source>
        <translation>{firm}（一人の事業者）</translation>
    </message>
    <message>
        <source>Correct order {number}</source>
        <translation>発注書{number}を訂正</translation>
    </message>
    <message>
        <source>More than 60 days after the work ({latest}). Laws may want this firm paid earlier as well: {source} (as of {as_of}). The order can be saved all the same.</source>
        <translation>支払期日が作業の日から60日（{latest}）を過ぎています。この会社への支払いにも、法令の期限があることがあります：{source}（{as_of}時点）。このままでも保存できます。</translation>
    </message>
</context>
<context>
    <name>OrderStepForm</name>
    <message>
        <source>Note a step</source>
        <translation>経過を記録</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日付</translation>
    </message>
</context>
<context>
    <name>OrdersTab</name>
    <message>
        <source>Write an order…</source>
        <translation>発注書を作成…</translation>
    </message>
    <message>
        <source>Note a step…</source>
        <translation>経過を記録…</translation>
    </message>
    <message>
        <source>Print the order</source>
        <translation>発注書を印刷</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>発注</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>会社</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工事番号</translation>
    </message>
    <message>
        <source>Work on</source>
        <translation>作業日</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>報酬</translation>
    </message>
    <message>
        <source>Pay by</source>
        <translation>支払期日</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>No order was written</source>
        <translation>発注書はまだありません</translation>
    </message>
    <message>
        <source>Orders to partner firms stand here until the work is done and paid.</source>
        <translation>協力会社への発注が並びます。作業と支払いが済むまで確かめられます。</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>発注書 {number}</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>Correct the order…</source>
        <translation>発注書を訂正…</translation>
    </message>
    <message>
        <source>Withdraw the order…</source>
        <translation>発注を取り消し…</translation>
    </message>
    <message>
        <source>A one-person firm gets its order in writing as soon as the work is agreed, and is paid within 60 days of the work, its day included. Until it is printed an order can be corrected; afterwards it is withdrawn and a new one is written.</source>
        <translation>従業員のいない一人の会社には、作業を頼んだらすぐに発注書を渡し、作業の日を1日目として60日以内に支払います。発注書は印刷するまで訂正できます。印刷した後は取り消して、新しく作成してください。</translation>
    </message>
</context>
<context>
    <name>Other papers</name>
    <message>
        <source>Address label…</source>
        <translation>宛名ラベル…</translation>
    </message>
    <message>
        <source>Envelope…</source>
        <translation>封筒…</translation>
    </message>
    <message>
        <source>Envelope, private and confidential…</source>
        <translation>封筒（親展）…</translation>
    </message>
    <message>
        <source>Other papers</source>
        <translation>その他の書類</translation>
    </message>
    <message>
        <source>Contact slip…</source>
        <translation>連絡票…</translation>
    </message>
    <message>
        <source>FAX to the partner firm…</source>
        <translation>協力会社へFAX…</translation>
    </message>
    <message>
        <source>Contact slip {number}</source>
        <translation>連絡票 {number}</translation>
    </message>
    <message>
        <source>Envelope {number}</source>
        <translation>封筒 {number}</translation>
    </message>
    <message>
        <source>Long envelope no. 3, 120 × 235 mm. Feed it as the printer&apos;s own picture shows, the flap at the top.</source>
        <translation>長形3号（120×235mm）。プリンターの表示に従い、ふたを上にして差し込んでください。</translation>
    </message>
    <message>
        <source>FAX to the partner firm: no firm does this job</source>
        <translation>協力会社へFAX（協力会社が担当する工事だけ）</translation>
    </message>
    <message>
        <source>FAX to the partner firm: the job is cancelled</source>
        <translation>協力会社へFAX（キャンセルした工事では送れません）</translation>
    </message>
    <message>
        <source>FAX to the partner firm: from the job, “Other papers”</source>
        <translation>協力会社へFAX（工事の画面の「その他の書類」から）</translation>
    </message>
    <message>
        <source>It shows the job&apos;s number, the phone number, the time and who goes, but no name or address. Shred it today.</source>
        <translation>工事番号・電話番号・日時・担当者を印刷します。お客様の氏名と住所は印刷しません。本日中に裁断してください。</translation>
    </message>
</context>
<context>
    <name>OtherPlaces</name>
    <message>
        <source>Other places…</source>
        <translation>ほかの記載…</translation>
    </message>
    <message>
        <source>Searching all other records for these customers</source>
        <translation>ほかの記録に対象のお客様の記載がないか調べています</translation>
    </message>
    <message>
        <source>Nothing of these customers stands in other records.</source>
        <translation>ほかの記録に、対象のお客様についての記載はありません。</translation>
    </message>
    <message numerus="yes">
        <source>Something of these customers stands in %n place(s) of other records.</source>
        <translation>
            <numerusform>ほかの記録の%Lnか所に、対象のお客様についての記載があります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decide about %n of them before the approval.</source>
        <translation>
            <numerusform>承認の前に、残り%Lnか所の扱いを決めてください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Decided: {keep} kept, {clean} blacked out, {take} destroyed as well.</source>
        <translation>決定済み：残す{keep}、黒塗り{clean}、一緒に廃棄{take}。</translation>
    </message>
</context>
<context>
    <name>OutPapersDialog</name>
    <message>
        <source>Papers that are out</source>
        <translation>持ち出し中の書類</translation>
    </message>
    <message>
        <source>Tick what is gone. Each line says who had the paper and since when.</source>
        <translation>なくなったものに印を付けてください。各行に、誰がいつから持っていたかが出ます。</translation>
    </message>
    <message>
        <source>No paper is out.</source>
        <translation>持ち出し中の書類はありません。</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Choose from the papers that are out…</source>
        <translation>持ち出し中の書類から選ぶ…</translation>
    </message>
</context>
<context>
    <name>Outside lists</name>
    <message>
        <source>Deleted everywhere, bin emptied</source>
        <translation>すべて削除し、ごみ箱も空にした</translation>
    </message>
    <message>
        <source>Overwritten with an erasing program</source>
        <translation>消去ソフトで上書きした</translation>
    </message>
    <message>
        <source>The medium was destroyed</source>
        <translation>媒体ごと破壊した</translation>
    </message>
    <message>
        <source>The list imported on {day} still holds {count} customers in plain text.</source>
        <translation>{day}に取り込んだ一覧に、お客様{count}件の情報が暗号化されずに残っています。</translation>
    </message>
    <message>
        <source>The list exported on {day} holds {count} customers.</source>
        <translation>{day}に書き出した一覧に、お客様{count}件の情報があります。</translation>
    </message>
    <message>
        <source>Handed to the customer, no copy kept</source>
        <translation>お客様に渡し、控えは残していない</translation>
    </message>
    <message>
        <source>The file made on {day} for a customer&apos;s disclosure is outside the program.</source>
        <translation>{day}に作成した開示資料が、プログラムの外にあります。</translation>
    </message>
    <message>
        <source>It could not be saved</source>
        <translation>保存できなかった</translation>
    </message>
</context>
<context>
    <name>OutsideDesks</name>
    <message>
        <source>Consumer Affairs Agency: whistleblower protection helpline</source>
        <translation>消費者庁&#x3000;公益通報者保護制度相談ダイヤル</translation>
    </message>
    <message>
        <source>Questions about the law and about where to report. Individual reports are not taken there.</source>
        <translation>法律や通報先についての相談。個別の通報は受け付けていません。</translation>
    </message>
    <message>
        <source>Personal Information Protection Commission</source>
        <translation>個人情報保護委員会</translation>
    </message>
    <message>
        <source>Misuse or loss of personal data.</source>
        <translation>個人情報の不正な利用や漏えい。</translation>
    </message>
    <message>
        <source>Labour standards inspection office</source>
        <translation>労働基準監督署</translation>
    </message>
    <message>
        <source>Working hours, pay, safety at work.</source>
        <translation>労働時間、賃金、職場の安全。</translation>
    </message>
    <message>
        <source>Prefectural labour bureau: general labour consultation</source>
        <translation>都道府県労働局&#x3000;総合労働相談コーナー</translation>
    </message>
    <message>
        <source>Harassment, dismissal, retaliation.</source>
        <translation>ハラスメント、解雇、不利益な取扱い。</translation>
    </message>
    <message>
        <source>Freelance trouble hotline</source>
        <translation>フリーランス・トラブル110番</translation>
    </message>
    <message>
        <source>One-person contractors in trouble with the firm that gives them work.</source>
        <translation>仕事の発注元とのトラブル（一人親方の方）。</translation>
    </message>
    <message>
        <source>Houterasu (Japan Legal Support Center) or a bar association</source>
        <translation>法テラス（日本司法支援センター）または弁護士会</translation>
    </message>
    <message>
        <source>Legal advice before or after a report.</source>
        <translation>通報の前後の法律相談。</translation>
    </message>
</context>
<context>
    <name>OutsideListsCard</name>
    <message>
        <source>Customer lists outside</source>
        <translation>外部のお客様一覧</translation>
    </message>
    <message>
        <source>Confirm that it is destroyed</source>
        <translation>消去したことを確認する</translation>
    </message>
    <message>
        <source>Say what became of it</source>
        <translation>どうなったかを記録する</translation>
    </message>
</context>
<context>
    <name>OwnReportsDialog</name>
    <message>
        <source>What you reported</source>
        <translation>自分の報告</translation>
    </message>
    <message>
        <source>Your own words and the papers. Ask the person responsible how it goes on.</source>
        <translation>ご自分が書いた内容と書類です。その後のことは責任者に聞いてください。</translation>
    </message>
    <message>
        <source>You have reported nothing yet.</source>
        <translation>まだ報告はありません。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Add papers…</source>
        <translation>書類を追加…</translation>
    </message>
    <message>
        <source>Papers: {papers}</source>
        <translation>書類：{papers}</translation>
    </message>
    <message>
        <source>The papers were added to {number}.</source>
        <translation>{number}に書類を追加しました。</translation>
    </message>
</context>
<context>
    <name>OwnRuleForm</name>
    <message>
        <source>A rule of the office&apos;s own</source>
        <translation>事務所の決まり</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>保存するもの</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>起算日</translation>
    </message>
    <message>
        <source>Fields that are kept</source>
        <translation>保存する項目</translation>
    </message>
</context>
<context>
    <name>OwnerStep</name>
    <message>
        <source>You</source>
        <translation>責任者の登録</translation>
    </message>
    <message>
        <source>You become the person responsible. You can invite the others afterwards.</source>
        <translation>ご自身が責任者になります。ほかの担当者は後で招待できます。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Type your name as colleagues shall see it.</source>
        <translation>ほかの担当者に表示する氏名を入力してください。</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>ページ全体</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>ページ幅</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>{number} / {count}ページ</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message>
        <source>It is in the register of papers. Closing without printing strikes it from there.</source>
        <translation>書類の台帳に登録済みです。印刷せずに閉じると、台帳から取り消されます。</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>プリンターへ送りました。</translation>
    </message>
    <message>
        <source>It did not come out</source>
        <translation>印刷されなかった</translation>
    </message>
    <message>
        <source>Did the paper not come out?</source>
        <translation>用紙が出てきませんでしたか</translation>
    </message>
    <message>
        <source>Nothing came out</source>
        <translation>出てこなかった</translation>
    </message>
    <message>
        <source>It is here</source>
        <translation>手元にある</translation>
    </message>
    <message>
        <source>It was struck from the register.</source>
        <translation>台帳から取り消しました。</translation>
    </message>
    <message>
        <source>Not printed. The printed paper was struck from the register.</source>
        <translation>印刷しませんでした。印刷用の登録は、書類の台帳から取り消しました。</translation>
    </message>
    <message>
        <source>It is struck from the register then, and can be printed again. If any page came out, keep it in the register and shred it.</source>
        <translation>台帳から取り消し、あらためて印刷できます。1枚でも出てきた場合は取り消さず、裁断して登録してください。</translation>
    </message>
</context>
<context>
    <name>PaperRegister</name>
    <message>
        <source>Every paper is back</source>
        <translation>持ち出し中の書類はありません</translation>
    </message>
    <message>
        <source>Printed work orders are listed here until they come back and are kept or shredded.</source>
        <translation>印刷した作業指示書は、戻って保管または裁断されるまで、ここに表示されます。</translation>
    </message>
    <message>
        <source>No such paper</source>
        <translation>該当する書類はありません</translation>
    </message>
    <message>
        <source>Choose other kinds or states above, or register a paper that came in.</source>
        <translation>上の種類や状態を変えるか、受け取った書類を登録してください。</translation>
    </message>
    <message>
        <source>Register a paper</source>
        <translation>書類を登録</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>In every state</source>
        <translation>すべての状態</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>すべての種類</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>用紙の番号</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>所在</translation>
    </message>
    <message>
        <source>Due back</source>
        <translation>戻す期限</translation>
    </message>
    <message>
        <source>Somebody takes the selected paper out</source>
        <translation>選んだ書類を持ち出す人を登録します</translation>
    </message>
    <message>
        <source>Lend</source>
        <translation>持ち出し</translation>
    </message>
    <message>
        <source>Evening check sheet</source>
        <translation>紙の点検表</translation>
    </message>
    <message>
        <source>Put the selected paper into another cabinet</source>
        <translation>選んだ書類を別のキャビネットへ移す</translation>
    </message>
    <message>
        <source>Cabinets</source>
        <translation>キャビネット</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) out</source>
        <translation>
            <numerusform>持出中 %Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be printed</source>
        <translation>
            <numerusform>印刷待ち %Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>期限超過 %Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>Registered as {number}. Write this number on the paper.</source>
        <translation>{number}として登録しました。この番号を用紙に書いてください。</translation>
    </message>
    <message>
        <source>Evening check sheet {day}</source>
        <translation>紙の点検表 {day}</translation>
    </message>
    <message>
        <source>Put the number into the field</source>
        <translation>番号を入力欄に入れる</translation>
    </message>
    <message>
        <source>Who has it, or its number</source>
        <translation>持っている人、または番号</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Work orders {day}</source>
        <translation>作業指示書 {day}</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>作業指示書</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>契約書</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>見積書</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>請求書</translation>
    </message>
    <message>
        <source>Completion report</source>
        <translation>作業完了報告書</translation>
    </message>
    <message>
        <source>Refrigerant log</source>
        <translation>冷媒の記録</translation>
    </message>
    <message>
        <source>Electrical-work ledger</source>
        <translation>電気工事の帳簿</translation>
    </message>
    <message>
        <source>Held for the customer</source>
        <translation>お客様からの預かり書類</translation>
    </message>
    <message>
        <source>Contact slip</source>
        <translation>連絡票</translation>
    </message>
    <message>
        <source>Address label</source>
        <translation>宛名ラベル</translation>
    </message>
    <message>
        <source>Envelope</source>
        <translation>封筒</translation>
    </message>
    <message>
        <source>FAX cover</source>
        <translation>FAX送付状</translation>
    </message>
    <message>
        <source>Other paper</source>
        <translation>その他の書類</translation>
    </message>
    <message>
        <source>Waiting to be printed</source>
        <translation>印刷待ち</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>持出中</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保管</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>交付済</translation>
    </message>
    <message>
        <source>Returned to the customer</source>
        <translation>お客様へ返却</translation>
    </message>
    <message>
        <source>Shredded</source>
        <translation>裁断</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>紛失</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>印刷せず</translation>
    </message>
    <message>
        <source>Back here (kept)</source>
        <translation>戻りました（保管）</translation>
    </message>
    <message>
        <source>{cabinet} (key: {name})</source>
        <translation>{cabinet}（鍵：{name}）</translation>
    </message>
    <message>
        <source>Reminder letter</source>
        <translation>ご案内状</translation>
    </message>
</context>
<context>
    <name>Papers of money</name>
    <message>
        <source>Please pay to</source>
        <translation>お振込先</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>金融機関</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>口座</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>口座名義</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>税率区分</translation>
    </message>
    <message>
        <source>Base without tax</source>
        <translation>対価の額（税抜）</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>消費税額</translation>
    </message>
    <message>
        <source>With tax</source>
        <translation>税込金額</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%対象</translation>
    </message>
    <message>
        <source>{percent} % ※</source>
        <translation>{percent}%対象 ※</translation>
    </message>
    <message>
        <source>※ subject to the reduced rate</source>
        <translation>※は軽減税率対象</translation>
    </message>
    <message>
        <source>Outside the tax</source>
        <translation>対象外</translation>
    </message>
</context>
<context>
    <name>PapersBox</name>
    <message>
        <source>As it is printed on the paper, such as 2026-000037 1/3 or P2026-00012, or the digits under its square. Several: one on a line.</source>
        <translation>書類に印刷された番号（例：2026-000037 1/3、P2026-00012）か、QRコードの下の数字。複数あるときは1行に1件。</translation>
    </message>
</context>
<context>
    <name>PapersStep</name>
    <message>
        <source>Propose disposal</source>
        <translation>廃棄を申請</translation>
    </message>
    <message>
        <source>Shred these papers (P-4 or finer) and scan each</source>
        <translation>次の書類を裁断し（P-4以上の細かさ）、1枚ずつ読み取ってください</translation>
    </message>
    <message>
        <source>Scan the QR code or type the paper&apos;s number</source>
        <translation>QRコードを読み取るか、用紙の番号を入力</translation>
    </message>
    <message>
        <source>Number of the shredded paper</source>
        <translation>裁断した用紙の番号</translation>
    </message>
    <message>
        <source>Papers to shred</source>
        <translation>裁断する書類</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>用紙の番号</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>番号（QR）</translation>
    </message>
    <message>
        <source>Kind of paper</source>
        <translation>書類の種類</translation>
    </message>
    <message>
        <source>No papers of these customers are kept. You can propose the disposal now.</source>
        <translation>これらのお客様の書類は保管されていません。このまま廃棄を申請できます。</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) still to be shredded before you can propose.</source>
        <translation>
            <numerusform>廃棄を申請する前に、あと%Ln件の書類を裁断してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Shredded</source>
        <translation>裁断済み</translation>
    </message>
    <message>
        <source>Paper and media</source>
        <translation>紙・媒体</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Proposing asks another person responsible to approve. Nothing is destroyed yet.</source>
        <translation>申請すると、別の責任者に承認を依頼します。まだ何も廃棄されません。</translation>
    </message>
    <message>
        <source>To be shredded</source>
        <translation>未裁断</translation>
    </message>
    <message>
        <source>Was {number} shredded?</source>
        <translation>{number}を裁断しましたか？</translation>
    </message>
    <message>
        <source>Check the number on the paper. That it was shredded cannot be taken back afterwards.</source>
        <translation>用紙の番号を確かめてください。裁断済みにすると、元に戻せません。</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>まだ</translation>
    </message>
    <message>
        <source>It was shredded</source>
        <translation>裁断した</translation>
    </message>
</context>
<context>
    <name>PapersTab</name>
    <message>
        <source>Papers of this customer</source>
        <translation>このお客様の控え</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工事番号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>所在</translation>
    </message>
    <message>
        <source>Printed work orders, contracts and papers held for the customer are listed here.</source>
        <translation>印刷した作業指示書、契約書、お客様からの預かり書類がここに表示されます。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>No papers yet</source>
        <translation>控えはまだありません</translation>
    </message>
</context>
<context>
    <name>PartEdit</name>
    <message>
        <source>Show the stored value (F6)</source>
        <translation>登録内容を表示する（F6）</translation>
    </message>
</context>
<context>
    <name>PartText</name>
    <message>
        <source>{mask}  (F6 shows the stored text)</source>
        <translation>{mask}（F6で登録内容を表示）</translation>
    </message>
</context>
<context>
    <name>Partner check</name>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Source: {source} (as of {date}).</source>
        <translation>根拠：{source}（{date}時点）。</translation>
    </message>
    <message>
        <source>–</source>
        <translation>－</translation>
    </message>
</context>
<context>
    <name>Partner checks</name>
    <message>
        <source>Choosing the firm</source>
        <translation>委託先の選定</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>委託契約</translation>
    </message>
    <message>
        <source>Handling of the data</source>
        <translation>取り扱いの把握</translation>
    </message>
    <message>
        <source>The firm has named a person responsible for personal data.</source>
        <translation>個人情報管理責任者を決めている。</translation>
    </message>
    <message>
        <source>Papers are locked away and devices have a passphrase, also in the vans.</source>
        <translation>車内も含め、書類は鍵のかかる場所に、端末はパスフレーズ付きで管理している。</translation>
    </message>
    <message>
        <source>No leak or misuse has become known since the last check.</source>
        <translation>前回の点検以降、漏えいや不正利用は起きていない。</translation>
    </message>
    <message>
        <source>A contract on the handling of personal data is in force.</source>
        <translation>個人情報の取り扱いに関する契約が有効である。</translation>
    </message>
    <message>
        <source>It binds the firm to confidentiality and to the use for the job alone.</source>
        <translation>契約に、秘密保持と、工事以外に使わないことが書いてある。</translation>
    </message>
    <message>
        <source>It says whether the work may be passed on, and on which conditions.</source>
        <translation>契約に、再委託の可否と条件が書いてある。</translation>
    </message>
    <message>
        <source>It asks for return or destruction after the job, with a confirmation.</source>
        <translation>契約に、工事後の返却または廃棄と、その確認が書いてある。</translation>
    </message>
    <message>
        <source>It asks the firm to tell us of a leak at once.</source>
        <translation>契約に、漏えいを直ちに当社へ知らせることが書いてある。</translation>
    </message>
    <message>
        <source>By the hand-over ledger everything came back or was destroyed in time.</source>
        <translation>受け渡し記録のとおり、期限までに返却または廃棄されている。</translation>
    </message>
    <message>
        <source>The handling was looked at on the spot, or a report of it was read.</source>
        <translation>取り扱いの状況を現地または報告書で確かめた。</translation>
    </message>
    <message>
        <source>The firm&apos;s workers have been told our rules for papers on site.</source>
        <translation>作業する人に、工事先での書類の扱いを説明した。</translation>
    </message>
    <message>
        <source>Firms that the work was passed on to are known, and were checked as well.</source>
        <translation>再委託先を把握し、同じように点検した。</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>該当なし</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>問題なし</translation>
    </message>
    <message>
        <source>To be mended</source>
        <translation>要改善</translation>
    </message>
    <message>
        <source>Stop handing over data</source>
        <translation>受け渡しを停止</translation>
    </message>
</context>
<context>
    <name>Partner order</name>
    <message>
        <source>Order</source>
        <translation>発注書</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>発注番号 {number}</translation>
    </message>
    <message>
        <source>We order the following work from you.</source>
        <translation>下記のとおり発注いたします。</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>取引条件</translation>
    </message>
    <message>
        <source>Ordered on</source>
        <translation>発注日</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>業務の内容</translation>
    </message>
    <message>
        <source>Day of the work</source>
        <translation>作業日</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>作業場所</translation>
    </message>
    <message>
        <source>{place} (in full on the partner firm&apos;s copy of work order {job})</source>
        <translation>{place}（番地は作業指示書 {job} の協力会社控のとおり）</translation>
    </message>
    <message>
        <source>Inspection finished by</source>
        <translation>検査完了期日</translation>
    </message>
    <message>
        <source>no inspection</source>
        <translation>検査なし</translation>
    </message>
    <message>
        <source>Reward (tax included)</source>
        <translation>報酬（税込）</translation>
    </message>
    <message>
        <source>Day of payment</source>
        <translation>支払期日</translation>
    </message>
    <message>
        <source>Way of payment</source>
        <translation>支払方法</translation>
    </message>
    <message>
        <source>in money, by bank transfer</source>
        <translation>現金（銀行振込）</translation>
    </message>
    <message>
        <source>Ordered by</source>
        <translation>発注担当</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工事番号</translation>
    </message>
    <message>
        <source>Please keep this paper. Ask us at once if anything on it is not as agreed.</source>
        <translation>本書は保管してください。お約束と違う点がございましたら、すぐにお知らせください。</translation>
    </message>
    <message>
        <source>Terms stated under: {source} (as of {date}).</source>
        <translation>根拠：{source}（{date}時点）。</translation>
    </message>
</context>
<context>
    <name>Partner orders</name>
    <message>
        <source>Ordered</source>
        <translation>発注済み</translation>
    </message>
    <message>
        <source>To be paid</source>
        <translation>支払い待ち</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支払い済み</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The work was done and received</source>
        <translation>作業が終わり、受け取った</translation>
    </message>
    <message>
        <source>The firm was paid</source>
        <translation>支払った</translation>
    </message>
    <message>
        <source>The order was withdrawn</source>
        <translation>発注を取り消した</translation>
    </message>
</context>
<context>
    <name>Partners</name>
    <message>
        <source>Entrusted work</source>
        <translation>委託</translation>
    </message>
    <message>
        <source>Provision to a third party</source>
        <translation>第三者提供</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>禁止</translation>
    </message>
    <message>
        <source>With our consent in advance</source>
        <translation>事前の承諾があれば可</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>可</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>返却</translation>
    </message>
    <message>
        <source>Destroy and report</source>
        <translation>廃棄して報告</translation>
    </message>
    <message>
        <source>Return or destroy</source>
        <translation>返却または廃棄</translation>
    </message>
    <message>
        <source>Nothing agreed</source>
        <translation>取り決めなし</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>未登録</translation>
    </message>
    <message>
        <source>Stopped by the check</source>
        <translation>点検により停止</translation>
    </message>
    <message>
        <source>No contract</source>
        <translation>契約なし</translation>
    </message>
    <message>
        <source>Contract has ended</source>
        <translation>契約の期限切れ</translation>
    </message>
    <message>
        <source>No confidentiality terms</source>
        <translation>秘密保持の条項なし</translation>
    </message>
    <message>
        <source>Contract ends soon</source>
        <translation>まもなく契約終了</translation>
    </message>
    <message>
        <source>As far as this program sees, the relief for small firms holds: nobody entrusts us, not more than 5,000 people are registered. It also needs 100 employees at most.</source>
        <translation>このプログラムで分かる範囲では、中小規模事業者の特例に当たります（受託なし、登録 5,000人以下）。ほかに従業員 100人以下であることが必要です。</translation>
    </message>
    <message>
        <source>Not given back in time</source>
        <translation>返却期限超過</translation>
    </message>
    <message>
        <source>Client contractors entrust us with personal data, so the relief for small firms lapses. The guidelines&apos; full measures are needed: keep rules and training up to date under “Rules”, and review access rights and the log under “Safeguards”.</source>
        <translation>元請から個人情報の取り扱いを委託されているため、中小規模事業者の特例は使えません。ガイドラインの通常の安全管理措置が必要です。「決まり」で社内の決まりと研修を、「安全管理」で権限と操作記録の点検を続けてください。</translation>
    </message>
    <message>
        <source>The office holds data of more than 5,000 people, so the relief for small firms lapses. The guidelines&apos; full measures are needed: keep rules and training up to date under “Rules”, and review access rights and the log under “Safeguards”.</source>
        <translation>5,000人を超える個人情報を保有しているため、中小規模事業者の特例は使えません。ガイドラインの通常の安全管理措置が必要です。「決まり」で社内の決まりと研修を、「安全管理」で権限と操作記録の点検を続けてください。</translation>
    </message>
</context>
<context>
    <name>PartnersView</name>
    <message>
        <source>Firms</source>
        <translation>会社</translation>
    </message>
    <message>
        <source>Hand-over ledger</source>
        <translation>受け渡し記録</translation>
    </message>
    <message>
        <source>Entrusted to us</source>
        <translation>当社が受託</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>発注</translation>
    </message>
</context>
<context>
    <name>PartyFields</name>
    <message>
        <source>Choose</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Choose: {part}</source>
        <translation>選択：{part}</translation>
    </message>
    <message>
        <source>Remove: {part}</source>
        <translation>外す：{part}</translation>
    </message>
    <message>
        <source>Contact there</source>
        <translation>先方担当者</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <source>same as the requester</source>
        <translation>依頼者と同じ</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Change passphrase</source>
        <translation>パスフレーズの変更</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>今のパスフレーズ</translation>
    </message>
    <message>
        <source>Changing the passphrase</source>
        <translation>パスフレーズを変更しています</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Type the passphrase you use now.</source>
        <translation>今使っているパスフレーズを入力してください。</translation>
    </message>
    <message>
        <source>Your passphrase was changed.</source>
        <translation>パスフレーズを変更しました。</translation>
    </message>
</context>
<context>
    <name>PassphraseEdit</name>
    <message>
        <source>Show what you type</source>
        <translation>入力内容を見せる</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lockがオンです。</translation>
    </message>
    <message>
        <source>Hide what you type</source>
        <translation>入力内容を隠す</translation>
    </message>
</context>
<context>
    <name>PastDoubt</name>
    <message>
        <source>Put the job into the past?</source>
        <translation>過ぎた日時に入れますか？</translation>
    </message>
    <message>
        <source>{slot} has already passed.</source>
        <translation>{slot}はすでに過ぎています。</translation>
    </message>
    <message>
        <source>Change the day</source>
        <translation>日時を直す</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>このまま保存する</translation>
    </message>
</context>
<context>
    <name>Payment reminder</name>
    <message>
        <source>Please check a payment</source>
        <translation>ご確認のお願い</translation>
    </message>
    <message>
        <source>As of {today} we could not find your payment of the invoices below. It may simply have been overlooked.</source>
        <translation>さて、下記のご請求につきまして、{today}現在、当方ではご入金の確認ができておりません。</translation>
    </message>
    <message>
        <source>Please check it, and pay by {pay_by} if it is still open.</source>
        <translation>お忙しいところ恐れ入りますが、いま一度ご確認いただき、お済みでない場合は{pay_by}までにお支払いくださいますようお願い申し上げます。</translation>
    </message>
    <message>
        <source>If anything about an invoice is unclear, please call us at any time.</source>
        <translation>ご請求の内容にご不明な点がございましたら、お気軽にお問い合わせください。</translation>
    </message>
    <message>
        <source>Request for payment</source>
        <translation>お支払いのお願い</translation>
    </message>
    <message>
        <source>The invoices below are past their due day, and as of {today} we could not find your payment.</source>
        <translation>さて、下記のご請求は、お支払期限を過ぎておりますが、{today}現在、ご入金の確認ができておりません。</translation>
    </message>
    <message>
        <source>We ask you to pay by {pay_by}.</source>
        <translation>つきましては、{pay_by}までにお支払いくださいますようお願い申し上げます。</translation>
    </message>
    <message>
        <source>If you cannot pay by that day, or if anything about an invoice is unclear, please call us before it: we will talk it over with you.</source>
        <translation>期日までのお支払いが難しい場合や、ご請求の内容にご不明な点がある場合は、ご相談を承りますので、期日までにご連絡ください。</translation>
    </message>
    <message>
        <source>Last notice</source>
        <translation>最終のご案内</translation>
    </message>
    <message>
        <source>We have written to you before about the invoices below. As of {today} we could not find your payment.</source>
        <translation>さて、下記のご請求につきましては、これまでにもご案内申し上げましたが、{today}現在、ご入金の確認ができておりません。</translation>
    </message>
    <message>
        <source>With this letter we ask once more for their payment by {pay_by}. It is the last letter that we send you about it.</source>
        <translation>本状をもちまして、あらためて{pay_by}までのお支払いをお願い申し上げます。なお、書面でのご案内は本状を最後とさせていただきます。</translation>
    </message>
    <message>
        <source>If you cannot pay by that day, or if you see an invoice differently, please tell us by then: we will talk it over with you.</source>
        <translation>期日までのお支払いが難しい場合や、ご請求の内容にご異議がある場合は、ご相談を承りますので、期日までに必ずご連絡くださいますようお願いいたします。</translation>
    </message>
    <message>
        <source>Payment reminders, {count}</source>
        <translation>お支払いのお願い {count}通</translation>
    </message>
    <message>
        <source>{date}</source>
        <translation>{date}</translation>
    </message>
    <message>
        <source>In charge: {name}</source>
        <translation>担当 {name}</translation>
    </message>
    <message>
        <source>Thank you for placing your trust in us.</source>
        <translation>拝啓&#x3000;平素は格別のお引き立てを賜り、厚く御礼申し上げます。</translation>
    </message>
    <message>
        <source>If your payment has crossed with this letter, please accept our apologies.</source>
        <translation>なお、本状と行き違いにお支払いいただいております場合は、何卒ご容赦ください。</translation>
    </message>
    <message>
        <source>Yours sincerely</source>
        <translation>敬具</translation>
    </message>
    <message>
        <source>Open in all</source>
        <translation>未入金の合計</translation>
    </message>
    <message>
        <source>(tax included)</source>
        <translation>（税込）</translation>
    </message>
    <message>
        <source>Please pay by</source>
        <translation>お支払いをお願いする日</translation>
    </message>
    <message>
        <source>Invoice no.</source>
        <translation>請求書番号</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>発行日</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>お支払期限</translation>
    </message>
    <message>
        <source>Days past due</source>
        <translation>経過日数</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>ご請求額</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>未入金額</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合計</translation>
    </message>
</context>
<context>
    <name>PaymentFields</name>
    <message>
        <source>Payment method</source>
        <translation>お支払い方法</translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%Ln人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) added to the list.</source>
        <translation>
            <numerusform>%Ln人を一覧に追加しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>お詫び状</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>お知らせ文</translation>
    </message>
    <message>
        <source>Whom it concerns</source>
        <translation>対象のお客様</translation>
    </message>
    <message>
        <source>Find them</source>
        <translation>対象を探す</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>対象外にする</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>電話する</translation>
    </message>
    <message>
        <source>Note the outcome</source>
        <translation>結果を記録</translation>
    </message>
    <message>
        <source>Letters to all</source>
        <translation>全員へのお詫び状</translation>
    </message>
    <message>
        <source>It was published</source>
        <translation>公表した</translation>
    </message>
    <message>
        <source>Customers concerned</source>
        <translation>対象のお客様</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>経緯</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>ご連絡</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>電話回数</translation>
    </message>
    <message>
        <source>Nobody is on the list yet</source>
        <translation>まだ対象のお客様がいません</translation>
    </message>
    <message>
        <source>“Find them” looks through papers, log and disposals by the facts; “Add” takes one customer by hand. From here they are called and written to.</source>
        <translation>「対象を探す」は、事実関係をもとに書類・操作記録・廃棄を調べます。「追加」でお客様を1件ずつ加えることもできます。電話や書面でのお知らせは、ここから行います。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them with a paper that was found again</source>
        <translation>
            <numerusform>うち%Ln名は書類が見つかりました</numerusform>
        </translation>
    </message>
    <message>
        <source>Does the client contractor agree?</source>
        <translation>元請の了解はありますか？</translation>
    </message>
    <message>
        <source>The data of {number} was entrusted by {client}. Call only if the client was told and agrees that you call its customers.</source>
        <translation>{number}の情報は{client}から預かったものです。元請に連絡し、お客様へ電話することの了解を得てから電話してください。</translation>
    </message>
    <message>
        <source>It agrees: call</source>
        <translation>了解済みなので電話する</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Saved. There is no letter, since nobody was chosen to get one.</source>
        <translation>保存しました。送る相手が選ばれていないので、お詫び状はありません。</translation>
    </message>
    <message>
        <source>Client contractor</source>
        <translation>元請</translation>
    </message>
</context>
<context>
    <name>PeriodForm</name>
    <message>
        <source>How long is it kept?</source>
        <translation>保存する期間</translation>
    </message>
    <message>
        <source>A rule of the office: you may lengthen or shorten it.</source>
        <translation>社内の決まりです。長くも短くもできます。</translation>
    </message>
    <message>
        <source>{law} asks for {period}. You may keep it longer.</source>
        <translation>{law}では{period}の保存が必要です。それより長くすることはできます。</translation>
    </message>
</context>
<context>
    <name>Periods</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%Ln年</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%Lnか月</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Permissions</name>
    <message>
        <source>Find customers (masked)</source>
        <translation>お客様の検索（伏せ字）</translation>
    </message>
    <message>
        <source>Register and change customers</source>
        <translation>お客様の登録・変更</translation>
    </message>
    <message>
        <source>Show contact fields, with a reason</source>
        <translation>連絡先の表示（理由が必要）</translation>
    </message>
    <message>
        <source>Show name and address for one document</source>
        <translation>書類1件の宛名・住所の表示</translation>
    </message>
    <message>
        <source>See payment fields</source>
        <translation>支払情報の表示</translation>
    </message>
    <message>
        <source>Book and change jobs</source>
        <translation>工事の受付・変更</translation>
    </message>
    <message>
        <source>See all jobs</source>
        <translation>すべての工事の閲覧</translation>
    </message>
    <message>
        <source>See own jobs</source>
        <translation>自分の工事の閲覧</translation>
    </message>
    <message>
        <source>Print work orders</source>
        <translation>作業指示書の印刷</translation>
    </message>
    <message>
        <source>Register returned copies</source>
        <translation>控えの返却の登録</translation>
    </message>
    <message>
        <source>Propose disposal</source>
        <translation>廃棄を申請</translation>
    </message>
    <message>
        <source>Approve disposal</source>
        <translation>廃棄を承認</translation>
    </message>
    <message>
        <source>Hold disposal</source>
        <translation>廃棄を保留</translation>
    </message>
    <message>
        <source>Read the audit log</source>
        <translation>操作記録の閲覧</translation>
    </message>
    <message>
        <source>Read the disposal ledger</source>
        <translation>廃棄台帳の閲覧</translation>
    </message>
    <message>
        <source>Invite staff and give roles</source>
        <translation>担当者の招待と役割の設定</translation>
    </message>
    <message>
        <source>Change the office&apos;s settings</source>
        <translation>事務所の設定の変更</translation>
    </message>
    <message>
        <source>Loosen a mask</source>
        <translation>伏せ字の範囲をゆるめる</translation>
    </message>
    <message>
        <source>Read the report box, as far as chosen by who reports</source>
        <translation>相談・通報を読む（通報した人に選ばれたものだけ）</translation>
    </message>
    <message>
        <source>Record notices, consents and customers&apos; requests</source>
        <translation>交付・同意・開示等のご請求を記録する</translation>
    </message>
    <message>
        <source>Answer requests, disclose, suspend use</source>
        <translation>開示等のご請求への回答・開示・利用停止</translation>
    </message>
    <message>
        <source>Export the customer list</source>
        <translation>お客様の一覧の書き出し</translation>
    </message>
    <message>
        <source>See what is billed and open</source>
        <translation>請求と未入金を見る</translation>
    </message>
    <message>
        <source>Make invoices and book payments</source>
        <translation>請求書の作成と入金の登録</translation>
    </message>
    <message>
        <source>Put office rules in force</source>
        <translation>社内の決まりの施行</translation>
    </message>
    <message>
        <source>Read the training record</source>
        <translation>教育記録の閲覧</translation>
    </message>
    <message>
        <source>Record violations</source>
        <translation>違反・処分の記録</translation>
    </message>
    <message>
        <source>Report that something happened</source>
        <translation>漏えい等の発生を報告する</translation>
    </message>
    <message>
        <source>Handle incidents</source>
        <translation>事案に対応する</translation>
    </message>
    <message>
        <source>Sign the access review</source>
        <translation>閲覧点検を確認する</translation>
    </message>
    <message>
        <source>Keep and check partner firms</source>
        <translation>協力会社の登録と点検</translation>
    </message>
    <message>
        <source>Take call notes, and see to the own ones</source>
        <translation>電話メモをとる・自分宛てのメモに対応する</translation>
    </message>
    <message>
        <source>Change and close everybody&apos;s call notes</source>
        <translation>全員の電話メモを変更・完了する</translation>
    </message>
    <message>
        <source>Take backups and see how they stand</source>
        <translation>バックアップを作成する・状態を見る</translation>
    </message>
</context>
<context>
    <name>PersonalTab</name>
    <message>
        <source>A PIN is set until the program is closed.</source>
        <translation>暗証番号は設定済みです（プログラムを終了するまで有効）。</translation>
    </message>
    <message>
        <source>No PIN is set: the locked screen asks for the passphrase.</source>
        <translation>暗証番号は未設定です。画面ロックの解除にはパスフレーズが必要です。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>パソコンの設定に合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>明るい</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗い</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>Passphrase and PIN</source>
        <translation>パスフレーズと暗証番号</translation>
    </message>
    <message>
        <source>The passphrase opens the office once a day; the PIN opens the locked screen.</source>
        <translation>パスフレーズは1日1回のログインに、暗証番号は画面ロックの解除に使います。</translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation>パスフレーズを変更</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>暗証番号を設定</translation>
    </message>
</context>
<context>
    <name>PhoneFields</name>
    <message>
        <source>Add a phone number</source>
        <translation>電話番号を追加</translation>
    </message>
    <message>
        <source>Kind of phone</source>
        <translation>電話の種類</translation>
    </message>
    <message>
        <source>Phone {number}</source>
        <translation>電話 {number}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
</context>
<context>
    <name>PictureCard</name>
    <message>
        <source>Logo and seal</source>
        <translation>ロゴと印影</translation>
    </message>
    <message>
        <source>PNG or JPEG, at most 10 MB and 8000 × 8000 pixels. For printing, 600 pixels across are plenty; a seal on a transparent or white ground looks best.</source>
        <translation>PNGまたはJPEG、10MB以下、縦横8000画素以下。印刷には幅600画素もあれば十分です。印影は、背景が透明か白のものがきれいに印刷されます。</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>ファイルを選ぶ</translation>
    </message>
    <message>
        <source>Choose a file: {picture}</source>
        <translation>ファイルを選ぶ：{picture}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Remove: {picture}</source>
        <translation>削除：{picture}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>画像 (*.png *.jpg *.jpeg)</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Set PIN</source>
        <translation>暗証番号の設定</translation>
    </message>
    <message>
        <source>Six digits that open the locked screen until the program is closed.</source>
        <translation>画面ロックの解除に使う6桁の数字です。プログラムを終了するまで有効です。</translation>
    </message>
    <message>
        <source>Use this PIN</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Setting the PIN</source>
        <translation>暗証番号を設定しています</translation>
    </message>
</context>
<context>
    <name>PinFields</name>
    <message>
        <source>PIN</source>
        <translation>暗証番号</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>もう一度入力</translation>
    </message>
    <message>
        <source>Type six digits.</source>
        <translation>6桁の数字を入力してください。</translation>
    </message>
    <message>
        <source>The two PINs differ.</source>
        <translation>2つの暗証番号が一致しません。</translation>
    </message>
</context>
<context>
    <name>PinView</name>
    <message>
        <source>A PIN for the screen lock</source>
        <translation>画面ロックの暗証番号</translation>
    </message>
    <message>
        <source>Six digits open the locked screen until the program is closed. After five wrong tries the passphrase is needed.</source>
        <translation>プログラムを終了するまで、6桁の数字で画面ロックを解除できます。5回間違えるとパスフレーズが必要になります。</translation>
    </message>
    <message>
        <source>Setting the PIN</source>
        <translation>暗証番号を設定しています</translation>
    </message>
    <message>
        <source>Use this PIN</source>
        <translation>この番号を使う</translation>
    </message>
    <message>
        <source>Without a PIN</source>
        <translation>設定しない</translation>
    </message>
</context>
<context>
    <name>PlacesDialog</name>
    <message>
        <source>Other places</source>
        <translation>ほかの記載</translation>
    </message>
    <message>
        <source>Here a name, number or address of customers who go stands outside their own records. Black it out, let the record go as well, or keep it with a reason: what is kept stands on the certificate as an exception, without a name. Nothing is changed before the destruction.</source>
        <translation>廃棄するお客様の氏名・番号・住所が、ご本人の記録以外に残っている箇所です。黒塗りにする、記録ごと一緒に廃棄する、理由を選んで残す、のいずれかを決めてください。残した箇所は、お名前を出さずに証明書に例外として記載されます。廃棄を実行するまでは何も変わりません。</translation>
    </message>
    <message>
        <source>Reason for keeping</source>
        <translation>残す理由</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Places to decide about</source>
        <translation>扱いを決める箇所</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>記載の種類</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>扱い</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>本文を表示</translation>
    </message>
    <message>
        <source>Black out</source>
        <translation>黒塗りにする</translation>
    </message>
    <message>
        <source>Destroy as well</source>
        <translation>一緒に廃棄する</translation>
    </message>
    <message>
        <source>Keep with this reason</source>
        <translation>この理由で残す</translation>
    </message>
    <message>
        <source>All undecided…</source>
        <translation>未決定をまとめて…</translation>
    </message>
    <message>
        <source>A name stands beside a way to reach the same person.</source>
        <translation>氏名と、同じ人の電話番号・メールアドレスなどの連絡先が並んでいます。</translation>
    </message>
    <message>
        <source>Its text is not shown to you.</source>
        <translation>この箇所の本文は、今の権限では表示できません。</translation>
    </message>
    <message>
        <source>The text is hidden. “Show the text” asks why and is noted in the log.</source>
        <translation>本文は伏せています。「本文を表示」では理由を選び、記録に残ります。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>未決定</translation>
    </message>
    <message numerus="yes">
        <source>Keep all %n undecided with this reason</source>
        <translation>
            <numerusform>未決定の%Lnか所をすべてこの理由で残す</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Black out all %n undecided where that is possible</source>
        <translation>
            <numerusform>黒塗りにできる未決定の%Lnか所をすべて黒塗りにする</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Destroy all %n undecided records that may go as well</source>
        <translation>
            <numerusform>一緒に廃棄できる未決定の%Ln件をすべて廃棄する</numerusform>
        </translation>
    </message>
    <message>
        <source>Blacked out: {text}</source>
        <translation>黒塗り後：{text}</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Plan recurring work</source>
        <translation>定期作業の登録</translation>
    </message>
    <message>
        <source>Change recurring work</source>
        <translation>定期作業の変更</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>工事先</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>作業の種類</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Every … months</source>
        <translation>間隔（か月）</translation>
    </message>
    <message>
        <source>Next on</source>
        <translation>次回の日付</translation>
    </message>
    <message>
        <source>What to do (goes into the job&apos;s note)</source>
        <translation>作業内容（工事のメモに入ります）</translation>
    </message>
    <message>
        <source>Comes round again</source>
        <translation>今後も続ける</translation>
    </message>
    <message>
        <source>{source} (as of {as_of}). The output in kW is that of the compressor&apos;s motor, not the cooling capacity: see the unit&apos;s plate. Have a professional confirm the duty.</source>
        <translation>{source}（{as_of}時点）。kWは冷房能力ではなく、圧縮機の電動機の定格出力です。機器の銘板を確認してください。義務の有無は専門家に確認してください。</translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message>
        <source>Agreed with the customer</source>
        <translation>お客様との取り決め</translation>
    </message>
    <message>
        <source>Simple inspection of commercial units</source>
        <translation>業務用機器の簡易点検</translation>
    </message>
    <message>
        <source>Regular inspection of air conditioners, 7.5 kW to below 50 kW</source>
        <translation>業務用エアコンの定期点検（7.5kW以上50kW未満）</translation>
    </message>
    <message>
        <source>Regular inspection of air conditioners, 50 kW and more</source>
        <translation>業務用エアコンの定期点検（50kW以上）</translation>
    </message>
</context>
<context>
    <name>PlansTab</name>
    <message>
        <source>Nothing is due</source>
        <translation>期限の近い作業はありません</translation>
    </message>
    <message>
        <source>Inspections and cleanings that come round again stand here when they are due, and the next job is booked from them in one step.</source>
        <translation>定期的な点検や洗浄の期限が近づくと、ここに表示されます。次回の工事をそのまま登録できます。</translation>
    </message>
    <message>
        <source>Due within</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>1か月以内</translation>
    </message>
    <message>
        <source>three months</source>
        <translation>3か月以内</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>1年以内</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Book the next job</source>
        <translation>次回の工事を受付</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>Plan recurring work…</source>
        <translation>定期作業を登録…</translation>
    </message>
    <message>
        <source>Recurring work</source>
        <translation>定期作業</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>町名</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>Booked {day}</source>
        <translation>予約済み {day}</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>Not booked</source>
        <translation>未予約</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%Lnか月ごと</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the job</source>
        <translation>工事を開く</translation>
    </message>
    <message>
        <source>The next job is booked.</source>
        <translation>次回の工事を受け付けました。</translation>
    </message>
    <message>
        <source>For which customer?</source>
        <translation>お客様の選択</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>PreventionTab</name>
    <message>
        <source>Decide a measure</source>
        <translation>再発防止策を追加</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>完了にする</translation>
    </message>
    <message>
        <source>Measures of prevention</source>
        <translation>再発防止策</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>done {day}</source>
        <translation>{day} 完了</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未完了</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>未完了に戻す</translation>
    </message>
    <message>
        <source>No measure decided yet</source>
        <translation>まだ対策が決まっていません</translation>
    </message>
    <message>
        <source>Write down what is done so that it does not happen again, by whom and by when. The incident can be closed once all of it is done.</source>
        <translation>再発を防ぐために、誰がいつまでに何をするかを書き留めます。すべて済むと、事案を終了できます。</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Sending to the printer</source>
        <translation>プリンターへ送っています</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation>印刷しない</translation>
    </message>
</context>
<context>
    <name>PriceForm</name>
    <message>
        <source>New position</source>
        <translation>項目の追加</translation>
    </message>
    <message>
        <source>Change the position</source>
        <translation>項目の変更</translation>
    </message>
    <message>
        <source>A line of its own</source>
        <translation>独自の項目</translation>
    </message>
    <message>
        <source>Work item</source>
        <translation>作業項目</translation>
    </message>
    <message>
        <source>Name of the line</source>
        <translation>項目名</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Price of one (yen)</source>
        <translation>単価（円）</translation>
    </message>
    <message>
        <source>Offer this position</source>
        <translation>この項目を使う</translation>
    </message>
</context>
<context>
    <name>Prices</name>
    <message>
        <source>Standard installation</source>
        <translation>標準取付工事</translation>
    </message>
    <message>
        <source>Relocation</source>
        <translation>移設工事</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>洗浄</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>点検</translation>
    </message>
    <message>
        <source>Call-out</source>
        <translation>出張費</translation>
    </message>
</context>
<context>
    <name>PricesTab</name>
    <message>
        <source>No prices yet</source>
        <translation>単価はまだありません</translation>
    </message>
    <message>
        <source>Positions of this list are offered where jobs and estimates are priced. Begin with the usual positions and enter your own prices; none is filled in for you.</source>
        <translation>ここに登録した項目を、工事や見積書の金額を入れるときに選べます。よく使う項目を追加し、自社の単価を入力してください。単価は空欄のまま追加されます。</translation>
    </message>
    <message>
        <source>Add the usual positions</source>
        <translation>よく使う項目を追加</translation>
    </message>
    <message>
        <source>New position</source>
        <translation>項目を追加</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>The prices of this list include the consumption tax</source>
        <translation>この単価表の単価は税込</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>単価表</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>単価</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>no price yet</source>
        <translation>単価未定</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Not offered</source>
        <translation>使用しない</translation>
    </message>
    <message>
        <source>Tax rate {percent} %. A fraction of a yen of the tax is dropped, once for each estimate. {rate}; {rounding} (as of {as_of}). Have a professional confirm them.</source>
        <translation>消費税率は{percent}%です。消費税の1円未満は、見積書ごとに1回切り捨てます。根拠：{rate}、{rounding}（{as_of}時点）。詳しくは専門家に確認してください。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
</context>
<context>
    <name>Printed list</name>
    <message>
        <source>Printed {date} by {name}</source>
        <translation>印刷 {date}&#x3000;{name}</translation>
    </message>
</context>
<context>
    <name>PrintedPagesCard</name>
    <message>
        <source>Printed pages</source>
        <translation>印刷したページ</translation>
    </message>
    <message>
        <source>Large office printers keep pages in a memory of their own, which this program cannot reach. Have it erased before such a printer is returned or sold.</source>
        <translation>大型の複合機は本体のメモリーにページを保存します。このプログラムからは消せません。複合機を返却・売却する前に、業者に消去を依頼してください。</translation>
    </message>
    <message>
        <source>This computer does not let hvacdesk remove printed pages from its print queue: it keeps them for a day. Ask whoever looks after the computer to write the line “PreserveJobFiles No” into /etc/cups/cupsd.conf and to restart CUPS.</source>
        <translation>このパソコンでは、印刷したページを印刷キューから削除できず、1日残ります。パソコンの管理者に、/etc/cups/cupsd.conf に「PreserveJobFiles No」の行を加えて CUPS を再起動するよう依頼してください。</translation>
    </message>
    <message>
        <source>As soon as a paper is out, hvacdesk removes its pages from this computer&apos;s print queue.</source>
        <translation>紙が印刷され次第、そのページをこのパソコンの印刷キューから削除します。</translation>
    </message>
    <message>
        <source>Windows removes pages from its print queue as soon as they are out, unless the printer is set up to keep them: in the printer&apos;s properties, on the tab Advanced, “Keep printed documents” must not be ticked.</source>
        <translation>Windows は印刷が終わるとページを印刷キューから削除します。ただし、プリンターのプロパティの「詳細設定」タブで「印刷後ドキュメントを残す」にチェックが入っていると残ります。チェックを外してください。</translation>
    </message>
</context>
<context>
    <name>ProtectionView</name>
    <message>
        <source>What protects you</source>
        <translation>通報する人を守る決まり</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>What the law says</source>
        <translation>法律で決まっていること</translation>
    </message>
    <message>
        <source>Desks outside the office</source>
        <translation>社外の窓口</translation>
    </message>
</context>
<context>
    <name>Provision record</name>
    <message>
        <source>No. {number}</source>
        <translation>番号 {number}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>提供した個人データ</translation>
    </message>
    <message>
        <source>Written down by</source>
        <translation>記録者</translation>
    </message>
    <message>
        <source>Source: {source} (as of {date}).</source>
        <translation>根拠：{source}（{date}時点）。</translation>
    </message>
</context>
<context>
    <name>PutBackWizard</name>
    <message>
        <source>Putting the key file back</source>
        <translation>鍵ファイルを戻しています</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>ログイン</translation>
    </message>
</context>
<context>
    <name>PutDialog</name>
    <message>
        <source>Where is {number} kept?</source>
        <translation>{number}の保管場所</translation>
    </message>
    <message>
        <source>no cabinet</source>
        <translation>キャビネットなし</translation>
    </message>
    <message>
        <source>Cabinet</source>
        <translation>キャビネット</translation>
    </message>
</context>
<context>
    <name>QuickSearch</name>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工事</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>会社</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新規のお客様</translation>
    </message>
    <message>
        <source>Bring in a customer list</source>
        <translation>お客様一覧の取り込み</translation>
    </message>
    <message>
        <source>import CSV Excel file</source>
        <translation>インポート CSV Excel エクセル ファイル 移行</translation>
    </message>
    <message>
        <source>Hand out a customer list</source>
        <translation>お客様一覧の書き出し</translation>
    </message>
    <message>
        <source>export CSV Excel file</source>
        <translation>エクスポート CSV Excel エクセル ファイル</translation>
    </message>
    <message>
        <source>Recurring work</source>
        <translation>定期作業</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>休み</translation>
    </message>
    <message>
        <source>Register of papers</source>
        <translation>書類の台帳</translation>
    </message>
    <message>
        <source>copies scan return</source>
        <translation>控え スキャン 読み取り 返却 回収</translation>
    </message>
    <message>
        <source>Register a paper that came in</source>
        <translation>受け取った書類の登録</translation>
    </message>
    <message>
        <source>This month&apos;s disposal review</source>
        <translation>今月の廃棄</translation>
    </message>
    <message>
        <source>destroy erase delete</source>
        <translation>消去 削除 破棄</translation>
    </message>
    <message>
        <source>Note a call</source>
        <translation>電話メモを書く</translation>
    </message>
    <message>
        <source>Check who is calling</source>
        <translation>電話の相手を確認</translation>
    </message>
    <message>
        <source>Report that something happened</source>
        <translation>漏えい等を報告</translation>
    </message>
    <message>
        <source>Draw the curtain</source>
        <translation>目隠し</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>画面ロック</translation>
    </message>
    <message>
        <source>log out leave</source>
        <translation>ログアウト 離席</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>担当者の切替</translation>
    </message>
    <message>
        <source>log out log in</source>
        <translation>ログアウト ログイン 交代</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>キー操作の一覧</translation>
    </message>
    <message>
        <source>keyboard shortcuts</source>
        <translation>ショートカット キーボード</translation>
    </message>
</context>
<context>
    <name>QuickSearchDialog</name>
    <message>
        <source>Find anything</source>
        <translation>さがす</translation>
    </message>
    <message>
        <source>Customer, job or paper number, firm, page or task</source>
        <translation>お客様、工事や書類の番号、会社名、画面や操作の名前</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>見つかったもの</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>More</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Customers you opened last</source>
        <translation>最近開いたお客様</translation>
    </message>
    <message>
        <source>Type what you look for.</source>
        <translation>さがす言葉を入力してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>見つかりませんでした。</translation>
    </message>
</context>
<context>
    <name>QuizDialog</name>
    <message>
        <source>Go on</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Nothing of this try is recorded.</source>
        <translation>今回の分は記録されません。</translation>
    </message>
    <message>
        <source>Question {number} of {count}</source>
        <translation>第{number}問（全{count}問）</translation>
    </message>
    <message>
        <source>Choose what you would do.</source>
        <translation>正しいと思うものを選んでください。</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>選択肢</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>not right</source>
        <translation>不正解</translation>
    </message>
    <message>
        <source>Your answer: {answer}</source>
        <translation>選んだ答え：{answer}</translation>
    </message>
    <message>
        <source>Right is: {answer}</source>
        <translation>正解：{answer}</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>合格です</translation>
    </message>
    <message>
        <source>Not passed yet</source>
        <translation>まだ合格していません</translation>
    </message>
    <message>
        <source>{right} of {asked} answers were right; {needed} are needed.</source>
        <translation>{asked}問中{right}問が正解でした（合格は{needed}問以上）。</translation>
    </message>
    <message>
        <source>It is on record. The training is asked of you again in a year.</source>
        <translation>記録しました。次の研修は1年後です。</translation>
    </message>
    <message>
        <source>Read the pages again and take it once more: the questions will be others.</source>
        <translation>教材を読み直して、もう一度受けてください。問題は変わります。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度受ける</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>あとで</translation>
    </message>
</context>
<context>
    <name>ReaderChoice</name>
    <message>
        <source>Key {fingerprint}</source>
        <translation>鍵&#x3000;{fingerprint}</translation>
    </message>
</context>
<context>
    <name>ReasonsDialog</name>
    <message>
        <source>Why? {number}</source>
        <translation>判定の理由 {number}</translation>
    </message>
    <message>
        <source>May go now: {fields}</source>
        <translation>今、廃棄できる項目：{fields}</translation>
    </message>
    <message>
        <source>Kept: {fields}</source>
        <translation>残す項目：{fields}</translation>
    </message>
    <message>
        <source>Not now: {what}</source>
        <translation>今は廃棄できません：{what}</translation>
    </message>
    <message>
        <source>On hold until {until}: {reason}</source>
        <translation>{until}まで廃棄を保留：{reason}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{ground}. {counted}</source>
        <translation>{ground}&#x3000;{counted}</translation>
    </message>
    <message>
        <source>The rules, one by one</source>
        <translation>保存期間の決まりの一覧</translation>
    </message>
</context>
<context>
    <name>Receipt paper</name>
    <message>
        <source>Receipt</source>
        <translation>領収書</translation>
    </message>
    <message>
        <source>Blank receipts, {count}</source>
        <translation>領収書用紙 {count}枚</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>番号 {number}</translation>
    </message>
    <message>
        <source>Issued {date}</source>
        <translation>発行日 {date}</translation>
    </message>
    <message>
        <source>Reissue</source>
        <translation>再発行</translation>
    </message>
    <message>
        <source>Office&apos;s counterfoil</source>
        <translation>控（事務所保管）</translation>
    </message>
    <message>
        <source>{name} {honorific}</source>
        <translation>{name}&#x3000;{honorific}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>領収金額</translation>
    </message>
    <message>
        <source>(tax included)</source>
        <translation>（税込）</translation>
    </message>
    <message>
        <source>¥{amount}</source>
        <translation>￥{amount}－</translation>
    </message>
    <message>
        <source>For: {what}</source>
        <translation>但し&#x3000;{what}</translation>
    </message>
    <message>
        <source>We have received the above sum.</source>
        <translation>上記の金額を正に領収いたしました。</translation>
    </message>
    <message>
        <source>Received {date}, {way}</source>
        <translation>領収日 {date}（{way}）</translation>
    </message>
    <message>
        <source>Invoice no. {number}</source>
        <translation>請求書番号 {number}</translation>
    </message>
    <message>
        <source>In charge: {name}</source>
        <translation>担当 {name}</translation>
    </message>
    <message>
        <source>Revenue stamp</source>
        <translation>収入印紙</translation>
    </message>
    <message>
        <source>worth ¥{amount}</source>
        <translation>{amount}円</translation>
    </message>
    <message>
        <source>Issued electronically, no revenue stamp due</source>
        <translation>電子発行のため印紙不要</translation>
    </message>
    <message>
        <source>Job no. {number}</source>
        <translation>工事番号 {number}</translation>
    </message>
    <message>
        <source>Printed {date}</source>
        <translation>印刷日 {date}</translation>
    </message>
    <message>
        <source>Held by: {name}</source>
        <translation>所持者 {name}</translation>
    </message>
    <message>
        <source>Mr/Ms</source>
        <translation>様</translation>
    </message>
    <message>
        <source>Date (year, month, day)</source>
        <translation>領収日（年・月・日）</translation>
    </message>
    <message>
        <source>For</source>
        <translation>但し</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>現金</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>tax</source>
        <translation>消費税</translation>
    </message>
    <message>
        <source>from ¥{amount} in cash</source>
        <translation>{amount}円以上</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>取扱者（署名または印）</translation>
    </message>
    <message>
        <source>Bring this counterfoil back, and the receipt if it was spoiled.</source>
        <translation>この控は必ず持ち帰り、書き損じた場合は領収書も一緒に返却してください。</translation>
    </message>
</context>
<context>
    <name>ReceiptView</name>
    <message>
        <source>Your report is in the box</source>
        <translation>窓口に届きました</translation>
    </message>
    <message>
        <source>With this number you come back, read the answer and write more.</source>
        <translation>この番号で、後から回答を読んだり、書き足したりできます。</translation>
    </message>
    <message>
        <source>It is shown only now and kept nowhere. Nobody can look it up or replace it.</source>
        <translation>表示されるのは今だけです。どこにも残らず、誰も調べたり出し直したりできません。</translation>
    </message>
    <message>
        <source>Write it by hand and keep it where nobody looks. Do not photograph the screen here.</source>
        <translation>手で書き写し、人目につかない所に保管してください。ここで画面を撮影しないでください。</translation>
    </message>
    <message>
        <source>I have written the number down</source>
        <translation>番号を書き写しました</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>終わる</translation>
    </message>
</context>
<context>
    <name>Record fields</name>
    <message>
        <source>Name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Kana</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Customer&apos;s address</source>
        <translation>お客様の住所</translation>
    </message>
    <message>
        <source>Site address</source>
        <translation>工事先の住所</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Payment details</source>
        <translation>支払情報</translation>
    </message>
    <message>
        <source>Invoices, estimates, slips</source>
        <translation>請求書・見積書・伝票の番号</translation>
    </message>
    <message>
        <source>Serial numbers</source>
        <translation>機器の製造番号</translation>
    </message>
    <message>
        <source>Refrigerant certificates</source>
        <translation>冷媒の証明書</translation>
    </message>
    <message>
        <source>Parking, keys and lock codes</source>
        <translation>駐車・鍵・解錠番号</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
</context>
<context>
    <name>RecoveryView</name>
    <message>
        <source>Open with the recovery sheet</source>
        <translation>復旧用シートで開く</translation>
    </message>
    <message>
        <source>Type the code from the printed sheet, or scan its QR code. The log shows that it was used.</source>
        <translation>印刷したシートのコードを入力するか、QRコードを読み取ってください。使用したことは操作記録に残ります。</translation>
    </message>
    <message>
        <source>Eight groups of five. Spaces, hyphens and small letters do not matter.</source>
        <translation>5文字×8組です。空白・ハイフン・大文字小文字の違いは問いません。</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>復旧コード</translation>
    </message>
    <message>
        <source>Opening the office</source>
        <translation>事務所のデータを開いています</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Type the code from the sheet.</source>
        <translation>シートのコードを入力してください。</translation>
    </message>
</context>
<context>
    <name>Refrigerant</name>
    <message>
        <source>Charged</source>
        <translation>充塡</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>回収</translation>
    </message>
    <message>
        <source>At installation</source>
        <translation>設置時</translation>
    </message>
    <message>
        <source>At servicing</source>
        <translation>整備時</translation>
    </message>
    <message>
        <source>At disposal</source>
        <translation>廃棄時</translation>
    </message>
    <message>
        <source>Wrong amount or day</source>
        <translation>数量または日付の誤り</translation>
    </message>
    <message>
        <source>Belongs to another unit</source>
        <translation>別の機器の記録</translation>
    </message>
    <message>
        <source>Entered twice</source>
        <translation>二重の記入</translation>
    </message>
    <message>
        <source>Was not done</source>
        <translation>実施していない</translation>
    </message>
    <message>
        <source>To be reclaimed</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>To be destroyed</source>
        <translation>破壊</translation>
    </message>
    <message>
        <source>Certificate of reclaiming</source>
        <translation>再生証明書</translation>
    </message>
    <message>
        <source>Certificate of destruction</source>
        <translation>破壊証明書</translation>
    </message>
</context>
<context>
    <name>Refrigerant log</name>
    <message>
        <source>No. {number}</source>
        <translation>番号 {number}</translation>
    </message>
    <message>
        <source>Printed {date}</source>
        <translation>印刷日 {date}</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>設置場所</translation>
    </message>
    <message>
        <source>Unit {number}</source>
        <translation>機器{number}</translation>
    </message>
    <message>
        <source>Serial no.</source>
        <translation>製造番号</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>年月日</translation>
    </message>
    <message>
        <source>What</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Refrigerant</source>
        <translation>冷媒</translation>
    </message>
    <message>
        <source>Owner&apos;s address</source>
        <translation>管理者の住所</translation>
    </message>
    <message>
        <source>Kind and number of products</source>
        <translation>製品の種類と台数</translation>
    </message>
    <message>
        <source>Air conditioners, {count}</source>
        <translation>エアコンディショナー&#x3000;{count}台</translation>
    </message>
    <message>
        <source>Servicer: {name}</source>
        <translation>整備者：{name}</translation>
    </message>
    <message>
        <source>Handed on {date}: {kg} kg to {receiver}, {use}</source>
        <translation>引渡し {date}：{kg} kg、{receiver}（{use}）</translation>
    </message>
    <message>
        <source>{certificate} {number}, {date}</source>
        <translation>{certificate} {number}（{date}）</translation>
    </message>
</context>
<context>
    <name>RefrigerantDialog</name>
    <message>
        <source>Refrigerant log</source>
        <translation>冷媒の充塡・回収の記録</translation>
    </message>
    <message>
        <source>Nothing charged or recovered yet</source>
        <translation>充塡・回収の記録はまだありません</translation>
    </message>
    <message>
        <source>Typed results make entries by themselves; others are added here.</source>
        <translation>作業結果を入力すると自動で記録されます。それ以外はここで追加します。</translation>
    </message>
    <message>
        <source>Drawing the log</source>
        <translation>記録を作成しています</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>年月日</translation>
    </message>
    <message>
        <source>What</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>差引</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>時期</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>作業者</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工事番号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>struck: {reason}</source>
        <translation>取消：{reason}</translation>
    </message>
    <message>
        <source>Add an entry</source>
        <translation>記録を追加</translation>
    </message>
    <message>
        <source>Strike the entry</source>
        <translation>記録を取り消す</translation>
    </message>
    <message>
        <source>Print this log</source>
        <translation>この記録を印刷</translation>
    </message>
    <message>
        <source>Print all of this site</source>
        <translation>この工事先の全機器を印刷</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>{refrigerant}  Charge from the works: {rated}  Charge now (net): {net}</source>
        <translation>冷媒 {refrigerant}&#x3000;出荷時の充塡量：{rated}&#x3000;現在の充塡量（差引）：{net}</translation>
    </message>
    <message>
        <source>Refrigerant not known</source>
        <translation>冷媒の種類は不明</translation>
    </message>
    <message>
        <source>Refrigerant log {number}</source>
        <translation>冷媒の記録 {number}</translation>
    </message>
    <message>
        <source>gas here: {kg} kg</source>
        <translation>未引渡し {kg} kg</translation>
    </message>
    <message>
        <source>certificate awaited</source>
        <translation>証明書待ち</translation>
    </message>
    <message>
        <source>Gas handed on…</source>
        <translation>冷媒の引渡し…</translation>
    </message>
</context>
<context>
    <name>RefrigerantForm</name>
    <message>
        <source>Refrigerant charged or recovered</source>
        <translation>冷媒の充塡・回収を記録</translation>
    </message>
    <message>
        <source>Amount (kg)</source>
        <translation>数量（kg）</translation>
    </message>
    <message>
        <source>Refrigerant</source>
        <translation>冷媒</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>作業者</translation>
    </message>
    <message>
        <source>Certificate no.</source>
        <translation>証明書番号</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>What</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>年月日</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>時期</translation>
    </message>
    <message>
        <source>Entries cannot be changed later: a wrong one is struck.</source>
        <translation>記録はあとから変更できません。誤りは取り消しとして残します。</translation>
    </message>
    <message>
        <source>Servicer, if not this office (name and address)</source>
        <translation>整備者（当社以外のとき。名称・住所）</translation>
    </message>
</context>
<context>
    <name>Reminder letter</name>
    <message>
        <source>Your warranty ends soon</source>
        <translation>保証期間満了のご案内</translation>
    </message>
    <message>
        <source>The age of your air conditioner</source>
        <translation>エアコンの標準使用期間のお知らせ</translation>
    </message>
    <message>
        <source>It is time for the agreed work</source>
        <translation>定期作業のご案内</translation>
    </message>
    <message>
        <source>Thank you for placing your trust in us.</source>
        <translation>平素より格別のお引き立てを賜り、誠にありがとうございます。</translation>
    </message>
    <message>
        <source>The warranty on our work below ends on {due}. If anything about it concerns you, such as noise, water or weak cooling, please call us before that day.</source>
        <translation>下記の工事の保証期間が、{due}で満了いたします。異音・水漏れ・効きが弱いなど、お気づきの点がございましたら、満了日までにお電話ください。</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工事番号</translation>
    </message>
    <message>
        <source>Work done on</source>
        <translation>施工日</translation>
    </message>
    <message>
        <source>Warranty ends on</source>
        <translation>保証満了日</translation>
    </message>
    <message>
        <source>Air conditioner</source>
        <translation>機器</translation>
    </message>
    <message>
        <source>Made in</source>
        <translation>製造年</translation>
    </message>
    <message>
        <source>{year}</source>
        <translation>{year}年</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>Due around</source>
        <translation>時期</translation>
    </message>
    <message>
        <source>You get this letter because you agreed to reminders. You can take that back at any time: a call is enough, and no further one will come.</source>
        <translation>このご案内は、ご同意いただいた方にお送りしています。今後ご不要の場合は、お電話でお知らせください。以後のご案内を差し控えます。</translation>
    </message>
    <message>
        <source>The air conditioner below was made in {on}, and its standard period of use runs until {year}. It may go on running, but worn parts can cause fire or injury. If you notice a burnt smell, an unusual noise or a tripped breaker, please stop using it, pull the plug and call us.</source>
        <translation>下記のエアコンは{on}年製で、設計上の標準使用期間は{year}年までです。この期間を過ぎると、経年劣化による発火・けがなどの事故に至るおそれがあります。焦げくさいにおい、いつもと違う音、ブレーカーが落ちるなどの症状がありましたら、使用をやめて電源プラグを抜き、お電話ください。</translation>
    </message>
    <message>
        <source>The time for the work below, which we agreed to do regularly, has come round. Please call us for a day that suits you.</source>
        <translation>お約束しております下記の定期作業の時期が近づいてまいりました。ご都合のよい日をお電話でお知らせください。</translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>Warranty ends</source>
        <translation>保証期間の満了</translation>
    </message>
    <message>
        <source>Design period ends</source>
        <translation>標準使用期間の満了</translation>
    </message>
    <message>
        <source>Agreed work is due</source>
        <translation>定期作業の時期</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>電話した</translation>
    </message>
    <message>
        <source>Letter sent</source>
        <translation>案内状を送った</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>対応不要</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>同意あり</translation>
    </message>
    <message>
        <source>Never asked</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Wants none</source>
        <translation>案内不要</translation>
    </message>
</context>
<context>
    <name>RemindersTab</name>
    <message>
        <source>Nobody has to be reminded</source>
        <translation>ご案内の予定はありません</translation>
    </message>
    <message>
        <source>Warranties that end, household units past their design period and agreed work that is due stand here, to be worked through one by one.</source>
        <translation>保証が切れる工事、標準使用期間を過ぎる家庭用の機器、時期が来た定期作業がここに並びます。1件ずつ対応できます。</translation>
    </message>
    <message>
        <source>Design period: {period}. Reminders: {reminders} (as of {as_of}).</source>
        <translation>標準使用期間：{period}。ご案内：{reminders}（{as_of}時点）。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Due within</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>1か月</translation>
    </message>
    <message>
        <source>three months</source>
        <translation>3か月</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>1年</translation>
    </message>
    <message>
        <source>Call note…</source>
        <translation>電話メモ…</translation>
    </message>
    <message>
        <source>Letter…</source>
        <translation>案内状…</translation>
    </message>
    <message>
        <source>Labels…</source>
        <translation>宛名ラベル…</translation>
    </message>
    <message>
        <source>Consent…</source>
        <translation>同意…</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>電話した</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>対応不要</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>ご案内</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>期日</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>About</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>町名</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>お客様を開く</translation>
    </message>
    <message>
        <source>made in {year}</source>
        <translation>{year}年製</translation>
    </message>
    <message>
        <source>The first {shown} of {count} are listed.</source>
        <translation>全{count}件のうち、最初の{shown}件を表示しています。</translation>
    </message>
    <message>
        <source>This customer agreed to reminders: call, or send a letter.</source>
        <translation>ご案内への同意があります。電話か案内状でご連絡できます。</translation>
    </message>
    <message>
        <source>This customer was never asked about reminders: no letter and no label. At the next call, ask first and record the answer.</source>
        <translation>ご案内の希望をまだ伺っていません。案内状と宛名ラベルは作成できません。次のお電話で先に希望を伺い、回答を記録してください。</translation>
    </message>
    <message>
        <source>This customer wants no reminders: do not call and do not write.</source>
        <translation>ご案内は不要と伺っています。電話も案内状も控えてください。</translation>
    </message>
    <message>
        <source>{customer}: {said}</source>
        <translation>{customer}：{said}</translation>
    </message>
    <message>
        <source>Ask first whether reminders are wanted.</source>
        <translation>最初に、ご案内を希望されるか伺うこと。</translation>
    </message>
    <message>
        <source>Reminder letter {number}</source>
        <translation>ご案内状 {number}</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>To be seen to</source>
        <translation>未対応</translation>
    </message>
    <message>
        <source>Seen to</source>
        <translation>対応済み</translation>
    </message>
    <message>
        <source>Wants no reminders…</source>
        <translation>案内は不要との回答…</translation>
    </message>
    <message>
        <source>Back on the list</source>
        <translation>一覧に戻す</translation>
    </message>
    <message>
        <source>Labels ({count} agreed)…</source>
        <translation>宛名ラベル（同意 {count} 件）…</translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s).</source>
        <translation>
            <numerusform>%Ln 件。</numerusform>
        </translation>
    </message>
    <message>
        <source>These are labels for reminders: for everybody on the list who agreed to reminders. Labels for anything else are made on the customer&apos;s page.</source>
        <translation>ご案内のための宛名ラベルです。一覧のうち、案内に同意された方だけが対象です。ほかの用件の宛名ラベルは、お客様の画面から作成してください。</translation>
    </message>
    <message>
        <source>{customer} stands on the list again.</source>
        <translation>{customer} の案内を一覧に戻しました。</translation>
    </message>
    <message>
        <source>Noted: {outcome}. {customer}</source>
        <translation>記録しました：{outcome}（{customer}）</translation>
    </message>
</context>
<context>
    <name>Remnants</name>
    <message>
        <source>Records and notes of other customers</source>
        <translation>ほかのお客様の記録・備考</translation>
    </message>
    <message>
        <source>Search lines of other customers</source>
        <translation>ほかのお客様の検索用の項目</translation>
    </message>
    <message>
        <source>Call notes</source>
        <translation>電話メモ</translation>
    </message>
    <message>
        <source>Jobs, estimates and results of other customers</source>
        <translation>ほかのお客様の工事・見積・作業結果</translation>
    </message>
    <message>
        <source>Register of papers</source>
        <translation>書類の台帳</translation>
    </message>
    <message>
        <source>Requests and consents</source>
        <translation>開示等のご請求・同意</translation>
    </message>
    <message>
        <source>Half-typed forms</source>
        <translation>入力途中の画面</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事案</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>操作記録</translation>
    </message>
    <message>
        <source>Notes in the audit log</source>
        <translation>操作記録のメモ</translation>
    </message>
    <message>
        <source>Ledger, certificates and retention rules</source>
        <translation>廃棄台帳・証明書・保存期間の決まり</translation>
    </message>
    <message>
        <source>Partner firms and hand-overs</source>
        <translation>協力会社・提供の記録</translation>
    </message>
    <message>
        <source>Rule texts, training and violations</source>
        <translation>決まり・研修・違反の記録</translation>
    </message>
    <message>
        <source>The office&apos;s own records</source>
        <translation>事務所自身の記録</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Rows that belong to nobody</source>
        <translation>どのお客様のものでもない行</translation>
    </message>
    <message>
        <source>Tables or columns that are not the program&apos;s</source>
        <translation>このソフトのものではない表や列</translation>
    </message>
    <message>
        <source>{place}: {count}</source>
        <translation>{place}：{count}件</translation>
    </message>
    <message>
        <source>Records that were kept name persons whose data was erased, in places where that does not belong.</source>
        <translation>消去した方の情報が、残した記録の本来あるべきでない箇所に残っています。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>その他の情報</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Black out</source>
        <translation>黒塗りにする</translation>
    </message>
    <message>
        <source>Destroy as well</source>
        <translation>一緒に廃棄する</translation>
    </message>
    <message>
        <source>Somebody else is meant</source>
        <translation>別の人を指している</translation>
    </message>
    <message>
        <source>Needed for another customer&apos;s order</source>
        <translation>ほかのお客様の依頼に必要</translation>
    </message>
    <message>
        <source>A law asks for it</source>
        <translation>法令で保存が必要</translation>
    </message>
    <message>
        <source>Needed for a complaint or a dispute</source>
        <translation>苦情や争いの対応に必要</translation>
    </message>
    <message>
        <source>Cannot be changed in the program</source>
        <translation>プログラムでは変更できない</translation>
    </message>
    <message>
        <source>{place}: {count}, kept on purpose ({reason})</source>
        <translation>{place}：{count}件（理由を付けて残したもの：{reason}）</translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message>
        <source>Remove {name}</source>
        <translation>{name}さんを削除</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Removing the account and renewing the keys</source>
        <translation>アカウントを削除し、鍵を更新しています</translation>
    </message>
    <message>
        <source>{name} can no longer log in. The audit log keeps what they did.</source>
        <translation>{name}さんはログインできなくなります。これまでの操作は操作記録に残ります。</translation>
    </message>
    <message>
        <source>The office&apos;s keys are renewed, so that nothing {name} knows or may have copied opens the data from now on. It takes some seconds and needs no printer.</source>
        <translation>{name}さんが知っていることや持ち出したかもしれないもので以後のデータが開けないように、事務所の鍵を更新します。数秒かかります。プリンターは要りません。</translation>
    </message>
    <message>
        <source>{name} may know the recovery sheet: print a new one afterwards.</source>
        <translation>{name}さんは復旧用シートの内容を知っている可能性があります。あとで新しいシートを印刷してください。</translation>
    </message>
    <message>
        <source>Papers still out with {name}: {numbers}</source>
        <translation>{name}さんが持ち出し中の控え：{numbers}</translation>
    </message>
    <message>
        <source>Take back the key of: {cabinets}. Then name who holds it.</source>
        <translation>{cabinets} の鍵を返してもらい、新しい管理者を登録してください。</translation>
    </message>
    <message>
        <source>{name} was removed and the keys were renewed</source>
        <translation>{name}さんを削除し、鍵を更新しました</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Nothing else needs to be done.</source>
        <translation>ほかに必要な作業はありません。</translation>
    </message>
    <message>
        <source>Print a new recovery sheet. Until then the present one still opens the office.</source>
        <translation>新しい復旧用シートを印刷してください。それまでは今のシートで事務所を開けます。</translation>
    </message>
    <message>
        <source>New recovery sheet</source>
        <translation>新しい復旧用シート</translation>
    </message>
    <message>
        <source>Computer logins</source>
        <translation>パソコンのログイン</translation>
    </message>
    <message>
        <source>The former keys and their file are kept until a verified backup of the new ones exists.</source>
        <translation>新しい鍵の確認済みのバックアップができるまで、以前の鍵とそのファイルを残しています。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>今すぐバックアップ</translation>
    </message>
    <message>
        <source>Register returns</source>
        <translation>返却を登録</translation>
    </message>
    <message>
        <source>Register of papers</source>
        <translation>書類の台帳</translation>
    </message>
    <message>
        <source>These logins of this computer have to be enrolled again afterwards: {names}.</source>
        <translation>このパソコンの次のログインは、あとで登録し直す必要があります：{names}。</translation>
    </message>
    <message>
        <source>Enrol these logins of this computer again: {names}.</source>
        <translation>このパソコンの次のログインを登録し直してください：{names}。</translation>
    </message>
</context>
<context>
    <name>RemoveCustomerForm</name>
    <message>
        <source>Take {number} off the list</source>
        <translation>{number} を対象外にする</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The line stays on the list with this reason.</source>
        <translation>一覧には、理由とともに残ります。</translation>
    </message>
</context>
<context>
    <name>RemoveSetAsideDialog</name>
    <message>
        <source>Remove what was set aside?</source>
        <translation>退避したデータを削除しますか？</translation>
    </message>
    <message>
        <source>It holds the office as it was before the restore, with what is not in the present one. Remove it once you have seen that nothing is missing. It cannot be brought back.</source>
        <translation>復元する前の事務所のデータです。今の事務所にない内容も含まれます。足りないものがないことを確かめてから削除してください。元に戻すことはできません。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>残しておく</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>削除しています</translation>
    </message>
    <message>
        <source>What was set aside was removed.</source>
        <translation>退避したデータを削除しました。</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename {name}</source>
        <translation>{name}さんの氏名を変更</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Type the person&apos;s name.</source>
        <translation>氏名を入力してください。</translation>
    </message>
</context>
<context>
    <name>RenewDialog</name>
    <message>
        <source>Renew the office&apos;s keys</source>
        <translation>事務所の鍵を更新</translation>
    </message>
    <message>
        <source>Do this when somebody may have copied the data or the key store: what they have then opens nothing that is saved from now on.</source>
        <translation>データや鍵の保管庫を誰かに複製されたおそれがあるときに行います。更新すると、以後に保存したデータはその複製では開けません。</translation>
    </message>
    <message>
        <source>Renew the keys</source>
        <translation>鍵を更新</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Renewing the keys</source>
        <translation>鍵を更新しています</translation>
    </message>
    <message>
        <source>The office&apos;s keys were renewed.</source>
        <translation>事務所の鍵を更新しました。</translation>
    </message>
    <message>
        <source>The whole file is rewritten under new keys. It takes some seconds, and nobody can save meanwhile. Passphrases and the recovery sheet stay as they are.</source>
        <translation>ファイル全体を新しい鍵で書き直します。数秒かかり、その間は保存できません。パスフレーズと復旧用シートは変わりません。</translation>
    </message>
</context>
<context>
    <name>ReopenForm</name>
    <message>
        <source>Open {number} again</source>
        <translation>{number}を再開</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>It stands in the timeline. Name customers by their number.</source>
        <translation>経過に残ります。お客様はお客様番号で書いてください。</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>再開する</translation>
    </message>
</context>
<context>
    <name>Report form paper</name>
    <message>
        <source>Confidential report</source>
        <translation>相談・通報用紙</translation>
    </message>
    <message>
        <source>You need not give your name.</source>
        <translation>お名前は書かなくてかまいません。</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>内容の種類</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>何があったか</translation>
    </message>
    <message>
        <source>When and where (as far as you want to say)</source>
        <translation>いつ、どこで（書ける範囲で）</translation>
    </message>
    <message>
        <source>Who is concerned, and how you know</source>
        <translation>誰に関することか、どのように知ったか</translation>
    </message>
    <message>
        <source>How you may be reached (only if you want to)</source>
        <translation>連絡方法（希望する場合だけ）</translation>
    </message>
    <message>
        <source>Phone, e-mail, or a sign agreed on</source>
        <translation>電話、メール、または取り決めた合図</translation>
    </message>
    <message>
        <source>People who must not read this</source>
        <translation>読んでほしくない人</translation>
    </message>
    <message>
        <source>How to hand it in</source>
        <translation>出し方</translation>
    </message>
    <message>
        <source>Put it into an envelope, seal it, and write on it that it is confidential and who may open it.</source>
        <translation>封筒に入れて封をし、「親展」と、開けてよい人の名前を書いてください。</translation>
    </message>
    <message>
        <source>Lay it where that person alone finds it, or post it. It can be typed, and need not be in your handwriting.</source>
        <translation>その人だけが見つける所に置くか、郵送してください。手書きでなく、印刷した文章でもかまいません。</translation>
    </message>
    <message>
        <source>The person named opens it alone, keeps it locked up, and looks into it within {days} days.</source>
        <translation>名前を書かれた人は1人で開け、鍵のかかる所に保管し、{days}日以内に調べ始めます。</translation>
    </message>
    <message>
        <source>Desks outside the office</source>
        <translation>社外の窓口</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>{office}&#x3000;report box</source>
        <translation>{office}&#x3000;匿名の相談・通報窓口</translation>
    </message>
</context>
<context>
    <name>ReportBox</name>
    <message>
        <source>Customers&apos; data misused or lost</source>
        <translation>お客様の情報の不正な利用・紛失</translation>
    </message>
    <message>
        <source>Another breach of law or of the office&apos;s rules</source>
        <translation>その他の法令・社内の決まりの違反</translation>
    </message>
    <message>
        <source>Harassment</source>
        <translation>ハラスメント</translation>
    </message>
    <message>
        <source>Working hours, pay, contracts</source>
        <translation>労働時間・賃金・契約</translation>
    </message>
    <message>
        <source>Danger at work, refrigerant, electricity</source>
        <translation>作業の危険・冷媒・電気</translation>
    </message>
    <message>
        <source>Money, invoices, gifts</source>
        <translation>お金・請求・贈り物</translation>
    </message>
    <message>
        <source>A question or a worry</source>
        <translation>質問・心配ごと</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>未読</translation>
    </message>
    <message>
        <source>read</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>対応中</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>対応終了</translation>
    </message>
    <message>
        <source>Nobody may search for who wrote a report, or ask somebody to say that it was them.</source>
        <translation>誰が通報したかを探すこと、通報したと名乗らせることは禁止されています。</translation>
    </message>
    <message>
        <source>Nobody may be treated worse for a report: no dismissal, no lower pay, no cancelled contract, no harassment. That goes for firms of any size.</source>
        <translation>通報を理由に、解雇、減給、契約の打ち切り、嫌がらせなどの不利益な取扱いをしてはなりません。会社の規模を問いません。</translation>
    </message>
    <message>
        <source>One-person contractors who work for the office are protected as employees are.</source>
        <translation>会社の仕事を請け負う一人親方も、従業員と同じように保護されます。</translation>
    </message>
    <message>
        <source>Whistleblower Protection Act with its amendment of 2025 (Act No. 62), in force on 1 December 2026</source>
        <translation>公益通報者保護法（令和7年法律第62号による改正を含む。2026年12月1日施行）</translation>
    </message>
    <message>
        <source>Reports of the report box that are sealed to {name} alone cannot be read by anybody afterwards. {name} hands them over beforehand, under Safeguards, Report box.</source>
        <translation>匿名の相談・通報窓口で{name}だけに宛てられた通報は、この後は誰も読めなくなります。必要なものは、事前に{name}が「安全管理」の「匿名の相談・通報窓口」で引き継いでください。</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>相談・通報</translation>
    </message>
    <message>
        <source>Notes among readers; the reporter does not see them</source>
        <translation>受け取った人どうしのメモ（通報した人には見えません）</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>引き継ぐ…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Seal and send</source>
        <translation>封をして送る</translation>
    </message>
    <message>
        <source>Sealing the text</source>
        <translation>文章に封をしています</translation>
    </message>
    <message>
        <source>Sealing the state</source>
        <translation>状態を保存しています</translation>
    </message>
    <message>
        <source>Delete this report?</source>
        <translation>この通報を削除しますか？</translation>
    </message>
    <message>
        <source>It is gone for every reader, and its writer finds nothing any more.</source>
        <translation>受け取った全員の一覧から消え、通報した人も開けなくなります。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除する</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Deleting the report</source>
        <translation>通報を削除しています</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>やり取り</translation>
    </message>
    <message>
        <source>The reporter, with the receipt number</source>
        <translation>通報した人（受付番号で読めます）</translation>
    </message>
    <message>
        <source>The other readers alone</source>
        <translation>ほかの受け取った人だけ</translation>
    </message>
    <message>
        <source>For</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>State; the reporter sees it</source>
        <translation>状態（通報した人にも見えます）</translation>
    </message>
    <message>
        <source>{category}, week from {day}</source>
        <translation>{category}&#x3000;{day}の週</translation>
    </message>
    <message>
        <source>Read by: {names}</source>
        <translation>受け取った人：{names}</translation>
    </message>
    <message>
        <source>Left out by the reporter: {names}</source>
        <translation>通報した人が外した人：{names}</translation>
    </message>
    <message>
        <source>To be reached at: {contact}</source>
        <translation>連絡先：{contact}</translation>
    </message>
    <message>
        <source>First answer by {day}</source>
        <translation>最初の回答の期限：{day}</translation>
    </message>
    <message>
        <source>Opening the report</source>
        <translation>通報を開いています</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>What happened</source>
        <translation>何があったか</translation>
    </message>
    <message>
        <source>Something happened</source>
        <translation>漏えい等の報告</translation>
    </message>
    <message>
        <source>Lost, sent wrongly, stolen, seen by somebody it was not meant for: report it at once, even if you are not sure. The person responsible decides what follows.</source>
        <translation>紛失、誤送信、盗難、見られてはいけない人に見られたなど、確かでなくてもすぐに報告してください。その後の対応は責任者が判断します。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>When</source>
        <translation>いつ</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>お客様番号</translation>
    </message>
    <message>
        <source>Reported as {number}. The person responsible sees it now.</source>
        <translation>{number} として報告しました。責任者の画面に表示されます。</translation>
    </message>
    <message>
        <source>Papers concerned</source>
        <translation>関係する書類</translation>
    </message>
    <message>
        <source>In your own words, without customers&apos; names: the number goes below. Only the person responsible reads it; no customer ever does. At most {limit} characters.</source>
        <translation>ご自分の言葉で書いてください。お客様の名前は書かず、番号を下に入れます。読むのは責任者だけで、お客様には届きません。{limit}文字まで。</translation>
    </message>
    <message>
        <source>My reports…</source>
        <translation>自分の報告…</translation>
    </message>
</context>
<context>
    <name>ReportStartView</name>
    <message>
        <source>Report box</source>
        <translation>匿名の相談・通報窓口</translation>
    </message>
    <message>
        <source>Questions and reports in confidence. You need no login and no name.</source>
        <translation>秘密を守って相談・通報できます。ログインも名前もいりません。</translation>
    </message>
    <message>
        <source>In a small office, your words or what only you know may tell who you are, and somebody may see you at this computer. Who looks after the computer sees that the program ran. If that is too near, use the paper form, which lies where the person responsible put it out, or a desk outside the office.</source>
        <translation>少人数の会社では、言葉づかいや自分しか知らないことから、誰が書いたか分かってしまうことがあります。このパソコンの前にいるところを見られるかもしれません。パソコンの管理者には、プログラムが動いたことが分かります。心配な場合は、責任者が置いている相談・通報用紙か、社外の窓口をご利用ください。</translation>
    </message>
    <message>
        <source>I have a receipt number</source>
        <translation>受付番号がある方</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>書く</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>残るもの</translation>
    </message>
    <message>
        <source>Nothing of who you are, which computer this is, or what time it is: only the week.</source>
        <translation>誰が、どのパソコンで、何時に書いたかは残りません。残るのは週だけです。</translation>
    </message>
    <message>
        <source>What you write is sealed to the people you choose. Nobody else can open it, not even another person responsible.</source>
        <translation>書いたものは、選んだ人だけに宛てて暗号化されます。ほかの人は、ほかの責任者でも開けません。</translation>
    </message>
    <message>
        <source>No log, draft or table tells that a report exists.</source>
        <translation>通報があったことは、操作記録にも下書きにもデータベースにも残りません。</translation>
    </message>
    <message>
        <source>What protects you, and desks outside the office</source>
        <translation>通報する人を守る決まりと、社外の窓口</translation>
    </message>
</context>
<context>
    <name>ReportStep</name>
    <message>
        <source>The office is restored</source>
        <translation>事務所を復元しました</translation>
    </message>
    <message>
        <source>The log had {count} more entries after this backup. Enter that work again.</source>
        <translation>操作記録には、このバックアップより後の記録が{count}件ありました。その作業をもう一度入力してください。</translation>
    </message>
    <message>
        <source>Choose a new passphrase</source>
        <translation>新しいパスフレーズを決める</translation>
    </message>
    <message>
        <source>Log in as usual</source>
        <translation>いつもどおりログイン</translation>
    </message>
    <message>
        <source>Open the office</source>
        <translation>事務所を開く</translation>
    </message>
    <message>
        <source>Customers destroyed again: {count}</source>
        <translation>もう一度廃棄したお客様：{count}件</translation>
    </message>
    <message>
        <source>None was due again</source>
        <translation>やり直しはありません</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>事務所</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>Disposals</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>Former files</source>
        <translation>以前のファイル</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>New keys, generation {number}</source>
        <translation>新しい鍵（第{number}世代）</translation>
    </message>
    <message>
        <source>Everybody&apos;s passphrase is as it was when the backup was taken. If yours is forgotten, choose a new one. Print a new recovery sheet soon, in Settings, Keys.</source>
        <translation>パスフレーズは全員、バックアップを作成したときのものです。忘れた場合は新しく決めてください。新しい復旧用シートを「設定」の「鍵」から早めに印刷してください。</translation>
    </message>
    <message>
        <source>Everybody&apos;s passphrase is as it was when the backup was taken.</source>
        <translation>パスフレーズは全員、バックアップを作成したときのものです。</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Customers reduced again: {count}</source>
        <translation>あらためて帳簿項目だけ残したお客様：{count}件</translation>
    </message>
    <message numerus="yes">
        <source>Customers were destroyed again, and %n place(s) in records that stay still name them. The certificate says where; look at them and decide.</source>
        <translation>
            <numerusform>お客様を再び廃棄しましたが、残る記録の%Lnか所に記載があります。場所は証明書にあります。内容を確かめて、扱いを決めてください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Disposals after the last one on the list could not be repeated. Last one: {last}. If a certificate on paper is newer, destroy those customers again.</source>
        <translation>一覧にある最後の廃棄より後の廃棄は、やり直せていません。最後の廃棄：{last}。それより新しい紙の証明書があれば、そのお客様をもう一度廃棄してください。</translation>
    </message>
    <message>
        <source>No list of destroyed customers could be used. If there are certificates of disposal on paper from after the backup, destroy those customers again.</source>
        <translation>廃棄したお客様の一覧を使えませんでした。バックアップより後の廃棄証明書が紙で残っていれば、そのお客様をもう一度廃棄してください。</translation>
    </message>
    <message>
        <source>None that is known of was due again</source>
        <translation>分かっている範囲では、やり直す廃棄はありませんでした</translation>
    </message>
</context>
<context>
    <name>ReportWriteView</name>
    <message>
        <source>Write a report</source>
        <translation>相談・通報を書く</translation>
    </message>
    <message>
        <source>Write what you want to tell, not what tells who you are.</source>
        <translation>伝えたいことを書いてください。自分が誰か分かることは書かないようにしてください。</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>内容の種類</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>No file can be added. More can be written later, with the receipt number.</source>
        <translation>ファイルは付けられません。後から受付番号で書き足せます。</translation>
    </message>
    <message>
        <source>How you may be reached (only if you want to)</source>
        <translation>連絡方法（希望する場合だけ）</translation>
    </message>
    <message>
        <source>The answer comes here, without it. It is read with the receipt number.</source>
        <translation>空欄でも、回答はこの窓口に届き、受付番号で読めます。</translation>
    </message>
    <message>
        <source>Who may read it</source>
        <translation>受け取る人</translation>
    </message>
    <message>
        <source>Leave out whoever it is about. Those you choose see whom you left out; nobody else sees anything. Each finds the same key beside their own inbox.</source>
        <translation>内容に関わる人は外してください。選んだ人には、誰を外したかが見えます。ほかの人には何も見えません。鍵の文字は、受け取る人の受信箱にも同じものが表示されます。</translation>
    </message>
    <message>
        <source>Seal and send</source>
        <translation>封をして送る</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>The report is sealed and waits for the box&apos;s next regular write, half a minute at most. So its moment tells nothing. Stay until the receipt number is shown.</source>
        <translation>封をして、次の定時の書き込みを待っています。長くても30秒です。こうすると、送った時刻からは何もわかりません。受付番号が出るまで、このままお待ちください。</translation>
    </message>
    <message>
        <source>The box holds very many reports, so sealing takes longer than usual: a minute or two at most.</source>
        <translation>窓口にとても多くの通報が入っているため、封をするのにふだんより時間がかかります（長くて1～2分）。</translation>
    </message>
</context>
<context>
    <name>ReportsSection</name>
    <message>
        <source>No report is sealed to you</source>
        <translation>自分宛ての通報はありません</translation>
    </message>
    <message>
        <source>Reports are written at the login window, without a login. Print the paper form and lay it out where everybody can take one unseen.</source>
        <translation>通報はログイン画面で、ログインせずに書けます。相談・通報用紙を印刷し、人目につかずに取れる所に置いてください。</translation>
    </message>
    <message>
        <source>Searching for who wrote a report is forbidden, and so is any retaliation.</source>
        <translation>誰が通報したかを探すこと、不利益な取扱いをすることは禁止されています。</translation>
    </message>
    <message>
        <source>Print the paper form</source>
        <translation>用紙を印刷</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>相談・通報</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>週</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>内容の種類</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>回答の期限</translation>
    </message>
    <message>
        <source>Your key: {fingerprint}. The list at the login window has to show the same.</source>
        <translation>自分の鍵：{fingerprint}&#x3000;ログイン画面の窓口にも同じものが表示されているか確かめてください。</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>確認しました</translation>
    </message>
    <message>
        <source>Paper form</source>
        <translation>相談・通報用紙</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>The box&apos;s file “report-box.sealed” was missing once, and an empty one was made. If the office moved to this computer, reports stayed on the former one.</source>
        <translation>窓口のファイル「report-box.sealed」が見つからなかったため、空のものを作りました。パソコンを入れ替えた場合、通報は前のパソコンに残っています。</translation>
    </message>
    <message>
        <source>Parts of the box were damaged. They lie in the folder “report-box-damaged”; a report may be lost. Let everybody know, without asking who wrote one.</source>
        <translation>窓口の一部が壊れていました。フォルダー「report-box-damaged」に移してあります。失われた通報があるかもしれません。誰が書いたかを尋ねずに、全員に知らせてください。</translation>
    </message>
    <message numerus="yes">
        <source>%n reports to you are unread: somebody may be flooding the box to hide a real one. None was pushed out, and the box still takes new ones.</source>
        <translation>
            <numerusform>自分宛ての通報が%Ln件、読まれていません。誰かが本当の通報を埋もれさせようと、大量に送り込んでいるのかもしれません。消えたものはなく、新しい通報も受け付けています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sort them out…</source>
        <translation>整理する…</translation>
    </message>
    <message>
        <source>The box holds far more reports than is usual, also for others who read: somebody may be flooding it. It still takes new ones. Delete what is done with.</source>
        <translation>ほかの受け取る人宛てのものも含めて、窓口の通報がいつもよりはるかに多くなっています。誰かが大量に送り込んでいるのかもしれません。新しい通報は今も受け付けています。済んだものは削除してください。</translation>
    </message>
    <message>
        <source>Your passphrase was reset on {day}, and your key with it. A report that was sealed to your former key alone opens for nobody. Whether there is one cannot be seen here; its writer is told on coming back with the receipt number, and can send it again.</source>
        <translation>{day}にパスフレーズが再設定され、鍵も替わりました。前の鍵だけに宛てた通報は、誰にも開けません。あるかどうかは、ここでは分かりません。書いた人が受付番号で開くとそのことが伝わり、送り直せます。</translation>
    </message>
</context>
<context>
    <name>ReprintDialog</name>
    <message>
        <source>Why is it printed again?</source>
        <translation>再印刷の理由</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) already have such a copy. The reason goes into the log.</source>
        <translation>
            <numerusform>%Ln件の工事では、この控えを印刷済みです。理由は操作記録に残ります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on to the preview</source>
        <translation>プレビューへ進む</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>{number}: {kind}</source>
        <translation>{number}：{kind}</translation>
    </message>
    <message>
        <source>Somebody who is not in the register</source>
        <translation>登録のない方</translation>
    </message>
    <message>
        <source>{day}, {way}, taken by {who}</source>
        <translation>{day}、{way}（受付：{who}）</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受付</translation>
    </message>
    <message>
        <source>Answer due</source>
        <translation>回答期限</translation>
    </message>
    <message>
        <source>Asked by (agent)</source>
        <translation>請求者（代理人）</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>請求者</translation>
    </message>
    <message>
        <source>What exactly</source>
        <translation>ご請求の内容</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>本人確認</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Suspension lifted</source>
        <translation>利用停止の解除</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>お客様を表示</translation>
    </message>
    <message>
        <source>Choose the customer</source>
        <translation>お客様を選ぶ</translation>
    </message>
    <message>
        <source>Make the disclosure…</source>
        <translation>開示資料を作成…</translation>
    </message>
    <message>
        <source>Begin the erasure</source>
        <translation>消去を始める</translation>
    </message>
    <message>
        <source>What laws keep: print it</source>
        <translation>消去請求の回答を印刷</translation>
    </message>
    <message>
        <source>Print the purposes notice</source>
        <translation>利用目的の文書を印刷</translation>
    </message>
    <message>
        <source>Print the answer</source>
        <translation>回答書を印刷</translation>
    </message>
    <message>
        <source>Lift the suspension</source>
        <translation>利用停止を解除</translation>
    </message>
    <message>
        <source>Delete the words of the request</source>
        <translation>ご請求の文面を削除</translation>
    </message>
    <message>
        <source>It was taken back</source>
        <translation>取り下げを記録</translation>
    </message>
    <message>
        <source>Check the identity…</source>
        <translation>本人確認…</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>拒否する…</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>回答する…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Whose data is it about?</source>
        <translation>どのお客様のデータですか</translation>
    </message>
    <message>
        <source>Answer to {number}</source>
        <translation>{number} への回答書</translation>
    </message>
    <message>
        <source>Purposes notice</source>
        <translation>個人情報の取り扱いについて</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>行ったこと</translation>
    </message>
    <message>
        <source>Disclosure made</source>
        <translation>開示資料を作成</translation>
    </message>
    <message>
        <source>Record changed</source>
        <translation>登録内容を変更</translation>
    </message>
    <message>
        <source>Notice given</source>
        <translation>書面を交付</translation>
    </message>
    <message>
        <source>Go on with the erasure</source>
        <translation>消去を続ける</translation>
    </message>
    <message>
        <source>Printed, and noted as given to the customer.</source>
        <translation>印刷し、お客様への交付を記録しました。</translation>
    </message>
    <message>
        <source>It did not come out</source>
        <translation>出てきませんでした</translation>
    </message>
    <message>
        <source>Person concerned</source>
        <translation>ご本人</translation>
    </message>
    <message>
        <source>Stop of provision lifted</source>
        <translation>第三者提供の停止を解除</translation>
    </message>
    <message>
        <source>Lift the stop of provision</source>
        <translation>第三者提供の停止を解除</translation>
    </message>
    <message>
        <source>As it stands</source>
        <translation>いまの見通し</translation>
    </message>
    <message>
        <source>noted: erased as soon as nothing stands in the way</source>
        <translation>妨げがなくなりしだい消去するよう記録済み</translation>
    </message>
    <message>
        <source>Erase as soon as it is possible</source>
        <translation>消去できるようになりしだい消去する</translation>
    </message>
    <message>
        <source>Correct what was noted…</source>
        <translation>受付内容を訂正…</translation>
    </message>
    <message>
        <source>Request {number} is still open.</source>
        <translation>請求{number}はまだ回答していません。</translation>
    </message>
    <message>
        <source>Request {number}</source>
        <translation>請求{number}</translation>
    </message>
    <message>
        <source>Back to the request</source>
        <translation>請求に戻る</translation>
    </message>
    <message>
        <source>Answer to the erasure request of {number}</source>
        <translation>消去のご請求への回答（{number}）</translation>
    </message>
    <message>
        <source>A person responsible does this: tell them. You are done here.</source>
        <translation>次は責任者が行います。責任者に伝えてください。受付の作業はこれで終わりです。</translation>
    </message>
    <message>
        <source>Then a person responsible answers.</source>
        <translation>そのあとの回答は責任者が行います。</translation>
    </message>
    <message>
        <source>It is ready to be answered. A person responsible does this: tell them. You are done here.</source>
        <translation>回答できる状態です。回答は責任者が行います。責任者に伝えてください。受付の作業はこれで終わりです。</translation>
    </message>
    <message>
        <source>Choose the customer whose data it is. If nobody fits, a person responsible answers that nothing is held.</source>
        <translation>どのお客様の情報かを選んでください。該当する方がいないときは、保存している情報がないことを責任者が回答します。</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>A customer&apos;s request</source>
        <translation>開示等のご請求</translation>
    </message>
    <message>
        <source>Somebody who is not in the register</source>
        <translation>登録のない方</translation>
    </message>
    <message>
        <source>Choose the customer</source>
        <translation>お客様を選ぶ</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>ご請求の種類</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>受付の方法</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>受付日</translation>
    </message>
    <message>
        <source>Somebody else asks for them (agent, guardian)</source>
        <translation>本人以外からの請求（代理人・親権者など）</translation>
    </message>
    <message>
        <source>Name of whoever asks</source>
        <translation>請求する方の氏名</translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>What exactly, in their words</source>
        <translation>請求の内容（お客様の言葉で）</translation>
    </message>
    <message>
        <source>No number of an identity document. It goes with the customer&apos;s data.</source>
        <translation>本人確認書類の番号は書かないでください。ここに書いた内容は、お客様のデータと一緒に廃棄されます。</translation>
    </message>
    <message>
        <source>Whose data is it about?</source>
        <translation>どのお客様のデータですか</translation>
    </message>
    <message>
        <source>{law}. To be answered within {days} days ({source}, as of {as_of}).</source>
        <translation>{law}。{days}日以内に回答します（{source}、{as_of}時点）。</translation>
    </message>
    <message>
        <source>Name of the person concerned</source>
        <translation>ご本人の氏名</translation>
    </message>
    <message>
        <source>Only a person can ask: type the name of whoever is concerned, not the firm&apos;s.</source>
        <translation>会社名ではなく、請求されるご本人（担当の方など）の氏名を入力します。</translation>
    </message>
</context>
<context>
    <name>RequestWording</name>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>利用停止中</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Provision stopped</source>
        <translation>第三者提供停止中</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>We could not confirm that you are the person concerned.</source>
        <translation>ご本人であることを確認できませんでした。</translation>
    </message>
    <message>
        <source>We hold no personal data about you.</source>
        <translation>お客様の個人データは保有しておりません。</translation>
    </message>
    <message>
        <source>It could harm life, body, property or other rights of you or somebody else.</source>
        <translation>ご本人または第三者の生命、身体、財産その他の権利利益を害するおそれがあります。</translation>
    </message>
    <message>
        <source>It would seriously hinder our proper business.</source>
        <translation>当社の業務の適正な実施に著しい支障を及ぼすおそれがあります。</translation>
    </message>
    <message>
        <source>Another law forbids it or sets another procedure for it.</source>
        <translation>他の法令に違反することになるか、他の法令に別の手続きが定められています。</translation>
    </message>
    <message>
        <source>The purpose of use is already clear from what we make known.</source>
        <translation>公表している内容から、利用目的が明らかです。</translation>
    </message>
    <message>
        <source>We looked into it, and what we hold is correct.</source>
        <translation>調査の結果、保有している内容に誤りはありませんでした。</translation>
    </message>
    <message>
        <source>None of the reasons is given for which the law lets you ask for it.</source>
        <translation>法律で請求が認められる理由に当たらないと判断しました。</translation>
    </message>
    <message>
        <source>It would be very costly; your rights are protected by another measure instead.</source>
        <translation>多額の費用を要するため、お客様の権利利益を守る別の措置をとります。</translation>
    </message>
    <message>
        <source>A law obliges us to keep the records for a time that has not ended.</source>
        <translation>法令で定められた記録の保存期間が、まだ終わっていません。</translation>
    </message>
    <message>
        <source>Disclosure</source>
        <translation>開示</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>訂正</translation>
    </message>
    <message>
        <source>Suspension of use</source>
        <translation>利用停止</translation>
    </message>
    <message>
        <source>Erasure</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Notification of purpose</source>
        <translation>利用目的の通知</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受付</translation>
    </message>
    <message>
        <source>Identity checked</source>
        <translation>本人確認済み</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>回答済み</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>取り下げ</translation>
    </message>
    <message>
        <source>At the counter</source>
        <translation>窓口</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>By post</source>
        <translation>郵便</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Driving licence</source>
        <translation>運転免許証</translation>
    </message>
    <message>
        <source>My Number card (front only)</source>
        <translation>マイナンバーカード（表面だけ）</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>パスポート</translation>
    </message>
    <message>
        <source>Residence card</source>
        <translation>在留カード</translation>
    </message>
    <message>
        <source>Health-insurance certificate</source>
        <translation>健康保険の資格確認書など</translation>
    </message>
    <message>
        <source>Called back on the registered number</source>
        <translation>登録の電話番号へ折り返し</translation>
    </message>
    <message>
        <source>Known in person for years</source>
        <translation>長年の面識あり</translation>
    </message>
    <message>
        <source>Agent: power of attorney and own document</source>
        <translation>代理人（委任状と本人確認書類）</translation>
    </message>
    <message>
        <source>Legal representative: register extract and document</source>
        <translation>法定代理人（戸籍などと本人確認書類）</translation>
    </message>
    <message>
        <source>Done as asked</source>
        <translation>請求どおり対応</translation>
    </message>
    <message>
        <source>Done in part</source>
        <translation>一部だけ対応</translation>
    </message>
    <message>
        <source>PDF, to be read or printed</source>
        <translation>PDF（読む・印刷する）</translation>
    </message>
    <message>
        <source>JSON, for another program</source>
        <translation>JSON（ほかのプログラム用）</translation>
    </message>
    <message>
        <source>No disclosure has been made yet. Make it first; then it can be answered as done.</source>
        <translation>まだ開示資料を作成していません。先に作成すると、対応済みとして回答できます。</translation>
    </message>
    <message>
        <source>Nothing was changed in the customer&apos;s record since the request came. Correct it first; then it can be answered as done.</source>
        <translation>ご請求の後、お客様の登録内容は変わっていません。先に訂正すると、対応済みとして回答できます。</translation>
    </message>
    <message>
        <source>The purposes notice has not been given since the request came. Print it, or note on the customer&apos;s page how it was given; then it can be answered as done.</source>
        <translation>ご請求の後、「個人情報の取り扱いについて」をまだお渡ししていません。印刷するか、お客様の画面で渡し方を記録すると、対応済みとして回答できます。</translation>
    </message>
    <message>
        <source>Nothing has been erased yet. Begin the erasure; once it is done, it can be answered.</source>
        <translation>まだ何も消去していません。消去を始めてください。終わると回答できます。</translation>
    </message>
    <message>
        <source>The erasure is under way. Once it is carried out, the request can be answered.</source>
        <translation>消去の手続き中です。消去が終わると回答できます。</translation>
    </message>
    <message>
        <source>Nothing has been erased yet: something of this customer is still open or on hold. See to what is listed below; then the erasure can begin.</source>
        <translation>まだ何も消去していません。このお客様には、終わっていないことか保留があります。下に並ぶことを済ませると、消去を始められます。</translation>
    </message>
    <message>
        <source>Laws keep everything that is there, as listed below. Nothing was erased.</source>
        <translation>残っている情報はすべて、下に並ぶ理由で保存しています。何も消去していません。</translation>
    </message>
    <message>
        <source>The records were deleted, but the check of the erasure did not succeed. Check it again in the month&apos;s disposal; once it succeeds, the request can be answered.</source>
        <translation>記録は削除しましたが、消去を確認できませんでした。月末の廃棄点検でもう一度確認してください。確認できると回答できます。</translation>
    </message>
    <message>
        <source>No more provision to third parties</source>
        <translation>第三者提供の停止</translation>
    </message>
</context>
<context>
    <name>RequestsView</name>
    <message>
        <source>Each is answered within two weeks of its arrival, after the identity was checked.</source>
        <translation>本人確認のうえ、受付から2週間以内に回答します。</translation>
    </message>
    <message>
        <source>Enter a request</source>
        <translation>開示等のご請求を受け付ける</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Nobody has asked yet</source>
        <translation>開示等のご請求はまだありません</translation>
    </message>
    <message>
        <source>Customers may ask what you hold, and have it corrected, suspended or erased. Enter each request on the day it comes, also on the phone.</source>
        <translation>お客様は、保存している内容の開示や訂正、利用停止、消去を請求できます。電話での請求も、受けたその日に記録してください。</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>開示等のご請求</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>ご請求</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Customer no.</source>
        <translation>お客様番号</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受付日</translation>
    </message>
    <message>
        <source>Answer due</source>
        <translation>回答期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
</context>
<context>
    <name>ResetDialog</name>
    <message>
        <source>Reset the passphrase of {name}</source>
        <translation>{name}さんのパスフレーズを再設定</translation>
    </message>
    <message>
        <source>{name} gets a one-time passphrase and chooses a new one with it at the next login. The present passphrase stops working at once. No data is lost.</source>
        <translation>{name}さんに初回用パスフレーズを発行します。次のログインのときに、それを使って新しいパスフレーズを決めます。今のパスフレーズはすぐに使えなくなります。データは失われません。</translation>
    </message>
    <message>
        <source>Reset passphrase</source>
        <translation>パスフレーズを再設定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Making the one-time passphrase</source>
        <translation>初回用パスフレーズを作成しています</translation>
    </message>
    <message>
        <source>Hand this to {name} in person. It is shown only now and works once.</source>
        <translation>{name}さんに直接渡してください。今だけ表示され、使えるのは1回限りです。</translation>
    </message>
    <message>
        <source>The one-time passphrase</source>
        <translation>初回用パスフレーズ</translation>
    </message>
</context>
<context>
    <name>Restore certificate</name>
    <message>
        <source>No. {number}</source>
        <translation>番号 {number}</translation>
    </message>
    <message>
        <source>Certificate of disposal</source>
        <translation>廃棄・消去証明書</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
</context>
<context>
    <name>RestoreQuestion</name>
    <message>
        <source>Close the office and restore a backup?</source>
        <translation>事務所を閉じてバックアップから復元しますか？</translation>
    </message>
    <message>
        <source>The office is closed and the restore begins. It shows the backup first; nothing is changed before you confirm it there. Half-typed forms are kept if the file still takes them.</source>
        <translation>事務所を閉じ、復元の画面を開きます。最初にバックアップの内容が表示され、そこで確認するまで何も変わりません。入力途中の内容は、ファイルに保存できる場合に限り保存されます。</translation>
    </message>
    <message>
        <source>Close the office</source>
        <translation>事務所を閉じる</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>このまま続ける</translation>
    </message>
</context>
<context>
    <name>RestoreWizard</name>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>中止しました。何も変更していません。</translation>
    </message>
</context>
<context>
    <name>RestoresDialog</name>
    <message>
        <source>Certificates of restores</source>
        <translation>復元証明書</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>復元した日時</translation>
    </message>
    <message>
        <source>Backup taken</source>
        <translation>バックアップの日時</translation>
    </message>
    <message>
        <source>Destroyed again</source>
        <translation>再廃棄</translation>
    </message>
    <message>
        <source>Reduced again</source>
        <translation>帳簿項目のみ</translation>
    </message>
    <message>
        <source>Show the certificate</source>
        <translation>証明書を表示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>This office was never restored from a backup.</source>
        <translation>この事務所は、バックアップから復元されたことがありません。</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>Airtightness, pressure</source>
        <translation>気密試験の圧力</translation>
    </message>
    <message>
        <source>Airtightness, time</source>
        <translation>気密試験の時間</translation>
    </message>
    <message>
        <source>Vacuum, time</source>
        <translation>真空引きの時間</translation>
    </message>
    <message>
        <source>Vacuum, reached</source>
        <translation>到達真空度</translation>
    </message>
    <message>
        <source>Vacuum, held</source>
        <translation>真空保持の時間</translation>
    </message>
    <message>
        <source>Refrigerant added</source>
        <translation>冷媒の追加充塡</translation>
    </message>
    <message>
        <source>Refrigerant recovered</source>
        <translation>冷媒の回収</translation>
    </message>
    <message>
        <source>Insulation resistance</source>
        <translation>絶縁抵抗</translation>
    </message>
    <message>
        <source>Suction air</source>
        <translation>吸込温度</translation>
    </message>
    <message>
        <source>Outlet air</source>
        <translation>吹出温度</translation>
    </message>
    <message>
        <source>Running current</source>
        <translation>運転電流</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>異常なし</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>異常あり</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>該当なし</translation>
    </message>
    <message>
        <source>Drain test done</source>
        <translation>ドレン排水確認</translation>
    </message>
    <message>
        <source>No noise or vibration</source>
        <translation>異音・振動なし</translation>
    </message>
    <message>
        <source>Remote control works</source>
        <translation>リモコン動作</translation>
    </message>
    <message>
        <source>Explained to the customer</source>
        <translation>お客様へ説明済み</translation>
    </message>
    <message>
        <source>Photo before</source>
        <translation>施工前の写真</translation>
    </message>
    <message>
        <source>Photo of hidden parts</source>
        <translation>隠蔽部の写真</translation>
    </message>
    <message>
        <source>Photo after</source>
        <translation>施工後の写真</translation>
    </message>
    <message>
        <source>Signed by the customer</source>
        <translation>お客様の署名あり</translation>
    </message>
    <message>
        <source>No asbestos</source>
        <translation>石綿なし</translation>
    </message>
    <message>
        <source>Asbestos found</source>
        <translation>石綿あり</translation>
    </message>
    <message>
        <source>Presumed to contain asbestos</source>
        <translation>みなし含有</translation>
    </message>
    <message>
        <source>Begun after the ban, by documents</source>
        <translation>2006年9月1日以降の着工を書面で確認</translation>
    </message>
    <message>
        <source>Building and its equipment</source>
        <translation>建築物（建築設備を含む）</translation>
    </message>
    <message>
        <source>Plant: boilers, vessels, piping, power equipment</source>
        <translation>特定工作物：ボイラー・圧力容器・配管・電気設備など</translation>
    </message>
    <message>
        <source>Chimney or other listed structure</source>
        <translation>特定工作物：煙突など</translation>
    </message>
    <message>
        <source>Surveyor of buildings, specific</source>
        <translation>特定建築物石綿含有建材調査者</translation>
    </message>
    <message>
        <source>Surveyor of buildings, general</source>
        <translation>一般建築物石綿含有建材調査者</translation>
    </message>
    <message>
        <source>Surveyor of houses and flats</source>
        <translation>一戸建て等石綿含有建材調査者</translation>
    </message>
    <message>
        <source>Registered with the association by September 2023</source>
        <translation>日本アスベスト調査診断協会の登録者（2023年9月まで）</translation>
    </message>
    <message>
        <source>Surveyor of structures</source>
        <translation>工作物石綿事前調査者</translation>
    </message>
</context>
<context>
    <name>Results sheet</name>
    <message>
        <source>Airtightness</source>
        <translation>気密試験</translation>
    </message>
    <message>
        <source>Vacuum</source>
        <translation>真空引き</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>到達</translation>
    </message>
    <message>
        <source>held</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>Refrigerant</source>
        <translation>冷媒</translation>
    </message>
    <message>
        <source>added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>回収</translation>
    </message>
    <message>
        <source>net charge</source>
        <translation>合計充塡量</translation>
    </message>
    <message>
        <source>Insulation</source>
        <translation>絶縁抵抗</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>suction</source>
        <translation>吸込</translation>
    </message>
    <message>
        <source>outlet</source>
        <translation>吹出</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>運転電流</translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation>保証</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>連絡事項</translation>
    </message>
    <message>
        <source>Customer&apos;s signature</source>
        <translation>お客様ご署名</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
</context>
<context>
    <name>ResultsForm</name>
    <message>
        <source>Results of job {number}</source>
        <translation>工事{number}の作業結果</translation>
    </message>
    <message>
        <source>Day of the work</source>
        <translation>作業日</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Warranty until</source>
        <translation>保証期限</translation>
    </message>
    <message>
        <source>A day, or years such as “2y”, counted from the day of the work.</source>
        <translation>日付、または「2年」のように作業日からの年数を入力します。</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Move the job to “Done”, completed on the day of the work</source>
        <translation>工事を「完了」にし、作業日を完了日として記録する</translation>
    </message>
    <message>
        <source>Unusual values are as on the sheet</source>
        <translation>通常と異なる値は用紙に書かれているとおりです</translation>
    </message>
    <message>
        <source>What you had typed before is here again.</source>
        <translation>前回の入力途中の内容を復元しました。</translation>
    </message>
    <message>
        <source>Save results with nothing in them?</source>
        <translation>何も入力されていない結果を保存しますか</translation>
    </message>
    <message>
        <source>No time, no value, no check and no remark is filled in.</source>
        <translation>時間、測定値、確認項目、備考のどれも入力されていません。</translation>
    </message>
    <message>
        <source>The job would be “Done” without any result.</source>
        <translation>このまま保存すると、結果がないまま工事が「完了」になります。</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>このまま保存</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>入力を続ける</translation>
    </message>
</context>
<context>
    <name>ResultsTab</name>
    <message>
        <source>Drawing the report</source>
        <translation>報告書を作成しています</translation>
    </message>
    <message>
        <source>Nothing is typed in yet. Take the sheet that the technician brought back and type it down; the form has its order.</source>
        <translation>まだ入力されていません。作業員が持ち帰った用紙を見ながら入力してください。欄の順番は用紙と同じです。</translation>
    </message>
    <message>
        <source>Asbestos survey</source>
        <translation>石綿の事前調査</translation>
    </message>
    <message>
        <source>Asbestos survey first: the building was begun before September 2006, or unknown.</source>
        <translation>石綿の事前調査が必要です：2006年8月以前に着工した建物、または着工時期が不明です。</translation>
    </message>
    <message>
        <source>Record the survey</source>
        <translation>事前調査を記録</translation>
    </message>
    <message>
        <source>Change the results</source>
        <translation>作業結果を変更</translation>
    </message>
    <message>
        <source>Type in the results</source>
        <translation>作業結果を入力</translation>
    </message>
    <message>
        <source>Completion report</source>
        <translation>作業完了報告書</translation>
    </message>
    <message>
        <source>Electrical-work ledger</source>
        <translation>電気工事の帳簿</translation>
    </message>
    <message>
        <source>Day of the work</source>
        <translation>作業日</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Not ticked</source>
        <translation>チェックなし</translation>
    </message>
    <message>
        <source>Warranty until</source>
        <translation>保証期限</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n unit(s)</source>
        <translation>
            <numerusform>%Ln台すべてを表示</numerusform>
        </translation>
    </message>
    <message>
        <source>Suction − outlet</source>
        <translation>吸込 − 吹出</translation>
    </message>
    <message>
        <source>Net charge</source>
        <translation>差引の充塡量</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Refrigerant log of unit {number}</source>
        <translation>機器{number}の冷媒の記録</translation>
    </message>
    <message>
        <source>Refrigerant log</source>
        <translation>冷媒の記録</translation>
    </message>
    <message>
        <source>{value}  (unusual)</source>
        <translation>{value}（通常と異なる値）</translation>
    </message>
    <message>
        <source>Completion report {number}</source>
        <translation>作業完了報告書 {number}</translation>
    </message>
    <message>
        <source>What the sheet asks for</source>
        <translation>用紙に書いてある項目</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>機器</translation>
    </message>
    <message>
        <source>To tick</source>
        <translation>確認項目</translation>
    </message>
    <message>
        <source>Begun in September 2006 or later: check that day in documents before drilling, and record the check.</source>
        <translation>2006年9月1日以降に着工した建物です。穴あけの前に、着工日を書類で確認して記録してください。</translation>
    </message>
    <message>
        <source>Record the check</source>
        <translation>着工日の確認を記録</translation>
    </message>
</context>
<context>
    <name>Retention</name>
    <message>
        <source>No retention rule covers this.</source>
        <translation>当てはまる保存期間の決まりがありません。</translation>
    </message>
    <message>
        <source>Undecidable, kept: no contact is recorded.</source>
        <translation>判定できません（保存）：連絡の記録がありません。</translation>
    </message>
    <message>
        <source>Undecidable, kept: job {job} has no contract date.</source>
        <translation>判定できません（保存）：契約日がありません（工事 {job}）。</translation>
    </message>
    <message>
        <source>Undecidable, kept: job {job} has no completion date.</source>
        <translation>判定できません（保存）：完了日がありません（工事 {job}）。</translation>
    </message>
    <message>
        <source>Undecidable, kept: job {job} has no handover date.</source>
        <translation>判定できません（保存）：引渡日がありません（工事 {job}）。</translation>
    </message>
    <message>
        <source>Undecidable, kept: job {job} has no invoice date.</source>
        <translation>判定できません（保存）：請求日がありません（工事 {job}）。</translation>
    </message>
    <message>
        <source>Undecidable, kept: job {job} has no settlement date.</source>
        <translation>判定できません（保存）：入金日がありません（工事 {job}）。</translation>
    </message>
    <message>
        <source>Undecidable, kept: job {job} has no electrical-work ledger date.</source>
        <translation>判定できません（保存）：電気工事の帳簿の記載日がありません（工事 {job}）。</translation>
    </message>
    <message>
        <source>Undecidable, kept: no recycling slip came back for job {job}.</source>
        <translation>判定できません（保存）：家電リサイクル券の小売業者回付片が回付されていません（工事 {job}）。</translation>
    </message>
    <message>
        <source>Undecidable, kept: job {job} has no refrigerant record.</source>
        <translation>判定できません（保存）：工事 {job} に冷媒の記録がありません。</translation>
    </message>
    <message>
        <source>Undecidable, kept: job {job} has no refrigerant slip.</source>
        <translation>判定できません（保存）：工事 {job} に冷媒の行程管理票の記録がありません。</translation>
    </message>
    <message>
        <source>Undecidable, kept: job {job} has no waste manifest.</source>
        <translation>判定できません（保存）：工事 {job} に産業廃棄物管理票の記録がありません。</translation>
    </message>
    <message>
        <source>Undecidable, kept: no retention rule covers this customer.</source>
        <translation>判定できません（保存）：当てはまる保存期間の決まりがありません。</translation>
    </message>
    <message>
        <source>Undecidable, kept: no retention rule covers job {job}.</source>
        <translation>判定できません（保存）：当てはまる保存期間の決まりがありません（工事 {job}）。</translation>
    </message>
    <message>
        <source>Undecidable: {event} not recorded</source>
        <translation>判定できません（保存）：「{event}」が未入力</translation>
    </message>
    <message>
        <source>Undecidable: no retention rule fits</source>
        <translation>判定できません（保存）：当てはまる保存期間の決まりがありません</translation>
    </message>
    <message>
        <source>Disposal is on hold.</source>
        <translation>廃棄を保留しています。</translation>
    </message>
    <message>
        <source>Disposal is on hold; kept until {until}.</source>
        <translation>廃棄を保留しています（{until}まで保存）。</translation>
    </message>
    <message>
        <source>Kept: the work of job {job} is not done yet.</source>
        <translation>保存：作業がまだ終わっていません（工事 {job}）。</translation>
    </message>
    <message>
        <source>Kept: job {job} is not paid yet.</source>
        <translation>保存中：工事 {job} の入金がまだありません。</translation>
    </message>
    <message>
        <source>Kept until {until} ({law})</source>
        <translation>{until}まで保存（{law}）</translation>
    </message>
    <message>
        <source>Kept until {until} (office rule)</source>
        <translation>{until}まで保存（社内の決まり）</translation>
    </message>
    <message>
        <source>Part may go; rest until {until} ({law})</source>
        <translation>一部は廃棄可、残りは {until} まで保存（{law}）</translation>
    </message>
    <message>
        <source>Part may go; rest until {until} (office rule)</source>
        <translation>一部は廃棄可、残りは {until} まで保存（社内の決まり）</translation>
    </message>
    <message>
        <source>Retention ended {until} (office rule)</source>
        <translation>保存期間満了 {until}（社内の決まり）</translation>
    </message>
    <message>
        <source>Retention ended {until} ({law})</source>
        <translation>保存期間満了 {until}（{law}）</translation>
    </message>
    <message>
        <source>Copies of qualified invoices</source>
        <translation>適格請求書の写し</translation>
    </message>
    <message>
        <source>Accounting books</source>
        <translation>会計帳簿</translation>
    </message>
    <message>
        <source>Construction ledger and contract</source>
        <translation>工事の帳簿・契約書</translation>
    </message>
    <message>
        <source>Construction ledger, new housing</source>
        <translation>工事の帳簿（新築住宅）</translation>
    </message>
    <message>
        <source>Drawings and meeting records</source>
        <translation>図面・打合せの記録</translation>
    </message>
    <message>
        <source>Electrical-work ledger</source>
        <translation>電気工事の帳簿</translation>
    </message>
    <message>
        <source>Refrigerant charge and recovery log</source>
        <translation>冷媒の充塡・回収の記録</translation>
    </message>
    <message>
        <source>Refrigerant recovery slips</source>
        <translation>冷媒の行程管理票</translation>
    </message>
    <message>
        <source>Industrial-waste manifest</source>
        <translation>産業廃棄物管理票</translation>
    </message>
    <message>
        <source>Service and warranty</source>
        <translation>アフターサービス・保証</translation>
    </message>
    <message>
        <source>Payment details after settlement</source>
        <translation>入金後の支払情報</translation>
    </message>
    <message>
        <source>Inquiry that became no order</source>
        <translation>受注に至らなかった問い合わせ</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>保存期間満了</translation>
    </message>
    <message>
        <source>Reducible to the ledger</source>
        <translation>帳簿項目だけ残せます</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保存中</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>廃棄を保留</translation>
    </message>
    <message>
        <source>Undecidable, kept</source>
        <translation>判定できません（保存）</translation>
    </message>
    <message>
        <source>the office has a construction licence</source>
        <translation>建設業の許可がある</translation>
    </message>
    <message>
        <source>the office issues qualified invoices</source>
        <translation>適格請求書を発行している</translation>
    </message>
    <message>
        <source>these records serve as the accounting books</source>
        <translation>この記録を会計帳簿として使っている</translation>
    </message>
    <message>
        <source>electrical work was done</source>
        <translation>電気工事をした</translation>
    </message>
    <message>
        <source>an appliance was taken for recycling</source>
        <translation>家電をリサイクルに引き取った</translation>
    </message>
    <message>
        <source>work on a house that is being built</source>
        <translation>新築住宅の工事</translation>
    </message>
    <message>
        <source>ordered by the customer directly</source>
        <translation>お客様から直接請け負った</translation>
    </message>
    <message>
        <source>drawings or meeting records were made</source>
        <translation>図面や打合せの記録を作った</translation>
    </message>
    <message>
        <source>payment details are held</source>
        <translation>支払情報がある</translation>
    </message>
    <message>
        <source>Office rule</source>
        <translation>社内の決まり</translation>
    </message>
    <message>
        <source>Erasure asked for by the customer</source>
        <translation>お客様からの消去の請求</translation>
    </message>
    <message>
        <source>Asked for erasure; no law keeps anything</source>
        <translation>お客様から消去の請求があり、法律による保存の必要もありません</translation>
    </message>
    <message>
        <source>Undecidable, kept: job {job} has no record of a provision.</source>
        <translation>判定できません（保存）：工事 {job} に第三者提供の記録がありません。</translation>
    </message>
    <message>
        <source>Undecidable, kept: job {job} has no provision by contract.</source>
        <translation>判定できません（保存）：工事 {job} に契約書による第三者提供の記録がありません。</translation>
    </message>
    <message>
        <source>Record of a provision to a third party</source>
        <translation>第三者提供記録</translation>
    </message>
    <message>
        <source>Provision to a third party, contract instead of a record</source>
        <translation>第三者提供記録（契約書で代える場合）</translation>
    </message>
    <message>
        <source>Undecidable, kept: job {job} has no day of its estimate.</source>
        <translation>判定できません（保存）：見積書の発行日がありません（工事 {job}）。</translation>
    </message>
    <message>
        <source>Estimates, contracts, invoices and receipts</source>
        <translation>見積書・契約書・請求書・領収書</translation>
    </message>
    <message>
        <source>Books, estimates, contracts, invoices and receipts</source>
        <translation>帳簿・見積書・契約書・請求書・領収書</translation>
    </message>
    <message>
        <source>Undecidable, kept: job {job} has no asbestos survey.</source>
        <translation>判定できません（保存）：石綿の事前調査の日がありません（工事 {job}）。</translation>
    </message>
    <message>
        <source>Record of the asbestos survey</source>
        <translation>石綿の事前調査の記録</translation>
    </message>
    <message>
        <source>Record of the asbestos survey, main contractor</source>
        <translation>石綿の事前調査の記録（元請）</translation>
    </message>
    <message>
        <source>an asbestos survey was made</source>
        <translation>石綿の事前調査をした</translation>
    </message>
    <message>
        <source>Undecidable, kept: the B2 slip of job {job} is missing.</source>
        <translation>判定できません（保存）：マニフェストB2票が届いていません（工事 {job}）。</translation>
    </message>
    <message>
        <source>Undecidable, kept: the D slip of job {job} is missing.</source>
        <translation>判定できません（保存）：マニフェストD票が届いていません（工事 {job}）。</translation>
    </message>
    <message>
        <source>Undecidable, kept: the last slip (E) of job {job}&apos;s manifest has not come back.</source>
        <translation>判定できません（保存）：マニフェストの最後の票（E票）が届いていません（工事 {job}）。</translation>
    </message>
    <message>
        <source>Appliance recycling slip, the part sent back to the retailer</source>
        <translation>家電リサイクル券（小売業者回付片）</translation>
    </message>
    <message>
        <source>Industrial-waste manifest, last slip</source>
        <translation>産業廃棄物管理票（最後の票）</translation>
    </message>
    <message>
        <source>Estimates that name costs apart, and their meeting records</source>
        <translation>材料費等記載見積書と打合せ記録</translation>
    </message>
    <message>
        <source>the office keeps the electrical-work ledger</source>
        <translation>電気工事の帳簿を備える事務所</translation>
    </message>
    <message>
        <source>an estimate names material and labour apart</source>
        <translation>材料費等記載見積書がある</translation>
    </message>
    <message>
        <source>a waste manifest was issued</source>
        <translation>マニフェストを交付した</translation>
    </message>
    <message>
        <source>Certificates of reclaimed or destroyed gas</source>
        <translation>再生証明書・破壊証明書</translation>
    </message>
    <message>
        <source>Undecidable, kept: job {job} has no certificate of its gas.</source>
        <translation>判定できません（保存）：再生証明書・破壊証明書がありません（工事 {job}）。</translation>
    </message>
</context>
<context>
    <name>RetentionTab</name>
    <message>
        <source>Read from the sources named, on the dates named. Have a professional confirm them.</source>
        <translation>記載の出典を、記載の日付の時点で確認した内容です。専門家の確認を受けてください。</translation>
    </message>
    <message>
        <source>Looking at every customer&apos;s retention</source>
        <translation>すべてのお客様の保存期間を確かめています</translation>
    </message>
    <message>
        <source>The retention rule was saved.</source>
        <translation>保存期間の決まりを保存しました。</translation>
    </message>
    <message>
        <source>Retention rules</source>
        <translation>保存期間の決まり</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Law or office rule</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>保存期間</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>起算日</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出典</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>確認日</translation>
    </message>
    <message>
        <source>Another period…</source>
        <translation>期間を変更…</translation>
    </message>
    <message>
        <source>A rule of our own…</source>
        <translation>事務所の決まりを追加…</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>変更を取り消す…</translation>
    </message>
    <message>
        <source>Choices so far</source>
        <translation>これまでの変更</translation>
    </message>
    <message>
        <source>Set by {name} on {day}.</source>
        <translation>{day} {name}さんが設定しました。</translation>
    </message>
    <message>
        <source>{years} years (loss years {loss_years})</source>
        <translation>{years}年（欠損金の生じた年度は{loss_years}年）</translation>
    </message>
    <message>
        <source>{period} (program: {shipped})</source>
        <translation>{period}（プログラムの基準：{shipped}）</translation>
    </message>
    <message>
        <source>, else </source>
        <translation>、なければ</translation>
    </message>
    <message>
        <source>{event}; the day after that year&apos;s tax return is due</source>
        <translation>{event}（その年度の申告期限の翌日）</translation>
    </message>
    <message>
        <source>{event}; two months after that year&apos;s end</source>
        <translation>{event}（その事業年度の末日から2か月後の翌日）</translation>
    </message>
    <message>
        <source>{event}; the day after that year&apos;s end</source>
        <translation>{event}（その事業年度の末日の翌日）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Only if: {needs}</source>
        <translation>対象：{needs}</translation>
    </message>
    <message>
        <source>Keeps: {fields}</source>
        <translation>残す項目：{fields}</translation>
    </message>
    <message>
        <source>{event}, or if later {others}</source>
        <translation>{event}（{others}がこれより後なら、その日）</translation>
    </message>
</context>
<context>
    <name>ReturnView</name>
    <message>
        <source>Come back with a receipt number</source>
        <translation>受付番号で開く</translation>
    </message>
    <message>
        <source>Wrong numbers slow the next try down; nobody is locked out.</source>
        <translation>番号を間違えると、次に入力できるまで少し待ちます。使えなくなることはありません。</translation>
    </message>
    <message>
        <source>Sixteen digits. Spaces do not matter.</source>
        <translation>16桁。空白はあってもなくてもかまいません。</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>受付番号</translation>
    </message>
    <message>
        <source>Looking into the box</source>
        <translation>窓口を調べています</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>Revealer</name>
    <message>
        <source>Reason for showing</source>
        <translation>表示の理由</translation>
    </message>
</context>
<context>
    <name>ReviewTable</name>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Last job</source>
        <translation>最後の工事</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>No job</source>
        <translation>工事なし</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Person responsible</source>
        <translation>責任者</translation>
    </message>
    <message>
        <source>Front desk</source>
        <translation>受付・事務</translation>
    </message>
    <message>
        <source>Accounting</source>
        <translation>経理</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>作業員</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>点検担当</translation>
    </message>
    <message>
        <source>Everything: staff and keys, settings, exports, approving disposal, leaks and reports, all records.</source>
        <translation>すべての操作ができます。担当者と鍵、設定、書き出し、廃棄の承認、漏えい等への対応、すべての記録。</translation>
    </message>
    <message>
        <source>Finds and keeps customers, shows contact fields with a reason, books jobs, prints and takes back papers, proposes disposal. Neither payment fields nor exports.</source>
        <translation>お客様の検索と登録、理由を付けた連絡先の表示、工事の受付、書類の印刷と回収、廃棄の申請ができます。支払情報の表示と書き出しはできません。</translation>
    </message>
    <message>
        <source>Finds customers, keeps payment fields, sees all jobs, shows name and address for a document. Makes invoices and books payments, but no jobs.</source>
        <translation>お客様の検索、支払情報の管理、すべての工事の閲覧、書類のための氏名・住所の表示、請求書の作成と入金の登録ができます。工事の登録はできません。</translation>
    </message>
    <message>
        <source>Sees the own jobs and what they need on their day. Finds no customers.</source>
        <translation>自分の工事と、その日に必要な内容だけを見られます。お客様の検索はできません。</translation>
    </message>
    <message>
        <source>Reads the audit log, the disposal ledger and the training record. Sees no customers.</source>
        <translation>操作記録、廃棄台帳、研修の記録を読めます。お客様の情報は見られません。</translation>
    </message>
</context>
<context>
    <name>RolesDialog</name>
    <message>
        <source>Roles of {name}</source>
        <translation>{name}さんの役割</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Only another person responsible can take that role from you.</source>
        <translation>この役割を外せるのは、ほかの責任者だけです。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Tick at least one role.</source>
        <translation>役割を1つ以上選んでください。</translation>
    </message>
    <message>
        <source>Renewing the keys</source>
        <translation>鍵を更新しています</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存しています</translation>
    </message>
    <message>
        <source>Saving renews the office&apos;s keys, so that those that went with the role open nothing any more. It takes some seconds. Nobody else needs to do anything.</source>
        <translation>保存すると、外した役割の鍵で何も開けないように、事務所の鍵が更新されます。数秒かかります。ほかの人の作業は必要ありません。</translation>
    </message>
    <message>
        <source>A person responsible may know the recovery sheet: print a new one afterwards.</source>
        <translation>責任者は復旧用シートの内容を知っている可能性があります。あとで新しいシートを印刷してください。</translation>
    </message>
    <message>
        <source>The roles of {name} were saved and the keys renewed.</source>
        <translation>{name}さんの役割を保存し、鍵を更新しました。</translation>
    </message>
    <message>
        <source>The roles of {name} were saved.</source>
        <translation>{name}さんの役割を保存しました。</translation>
    </message>
</context>
<context>
    <name>Rule text</name>
    <message>
        <source>After: {source} (read {as_of})</source>
        <translation>参考：{source}（{as_of}時点）</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>Write another rule text</source>
        <translation>決まりの文書を追加</translation>
    </message>
    <message>
        <source>Change “{title}”</source>
        <translation>「{title}」を編集</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>題名</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>A line that begins with ## is a heading, one with - is a point. Everything else is shown as it is typed. At most {limit} characters.</source>
        <translation>行の先頭に「## 」を付けると見出し、「- 」を付けると箇条書きになります。ほかは入力したとおりに表示します。{limit}文字まで。</translation>
    </message>
    <message>
        <source>Save as a draft</source>
        <translation>下書きとして保存</translation>
    </message>
</context>
<context>
    <name>RuleTexts</name>
    <message>
        <source>same</source>
        <translation>同じ</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>new</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>案</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>施行中</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>改定済み</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>廃止</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Version {version}</source>
        <translation>第{version}版</translation>
    </message>
    <message>
        <source>A proposal of the program. It binds nobody yet.</source>
        <translation>プログラムからの案です。まだ誰にも適用されません。</translation>
    </message>
    <message>
        <source>{number}, a draft by {name} of {day}. It binds nobody yet.</source>
        <translation>{number}、{day}の{name}による下書きです。まだ誰にも適用されません。</translation>
    </message>
    <message>
        <source>{number}, in force since {day} ({name})</source>
        <translation>{number}、{day}から施行（{name}）</translation>
    </message>
    <message>
        <source>{number}, in force {period} ({name})</source>
        <translation>{number}、{period}施行（{name}）</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Rules</source>
        <translation>決まり</translation>
    </message>
    <message>
        <source>Retention rules</source>
        <translation>保存期間の決まり</translation>
    </message>
    <message>
        <source>Who may do what</source>
        <translation>役割と権限</translation>
    </message>
    <message>
        <source>The whole of the office&apos;s access rules; nothing else grants anything.</source>
        <translation>事務所の権限はこの表がすべてです。ここにない権限は与えられません。</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>権限</translation>
    </message>
    <message>
        <source>Office rules</source>
        <translation>社内の決まり</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>研修</translation>
    </message>
    <message>
        <source>Staff standing</source>
        <translation>実施状況</translation>
    </message>
    <message>
        <source>Violations</source>
        <translation>違反・処分の記録</translation>
    </message>
</context>
<context>
    <name>RulesView</name>
    <message>
        <source>The rule text</source>
        <translation>決まりの本文</translation>
    </message>
    <message>
        <source>Noting that you have read it</source>
        <translation>確認を記録しています</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>読みました</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>あとで読む</translation>
    </message>
    <message>
        <source>A rule of the office came into force ({number} of {count}). Please read it.</source>
        <translation>社内の決まりが施行されました（{number}／{count}）。お読みください。</translation>
    </message>
</context>
<context>
    <name>RunStep</name>
    <message>
        <source>Opening the backup</source>
        <translation>バックアップを開いています</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>復元しています</translation>
    </message>
    <message>
        <source>The new file is made beside what is there and proved before it counts. If the computer is switched off now, everything is as before.</source>
        <translation>新しいファイルは今のファイルとは別に作り、確かめてから切り替えます。途中で電源が切れても、元のままです。</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>手順 {number} / {count}</translation>
    </message>
    <message>
        <source>The backup was not restored</source>
        <translation>バックアップを復元できませんでした</translation>
    </message>
    <message>
        <source>Restore without a list</source>
        <translation>一覧なしで復元する</translation>
    </message>
    <message>
        <source>Restore all the same</source>
        <translation>このまま復元する</translation>
    </message>
    <message>
        <source>Before the backup is restored</source>
        <translation>バックアップを復元する前にご確認ください</translation>
    </message>
</context>
<context>
    <name>Safeguards</name>
    <message>
        <source>Customers and firms</source>
        <translation>お客様・取引先</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>点検</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Calendar of duties</source>
        <translation>期日一覧</translation>
    </message>
    <message>
        <source>Everything with a day on which it is due, one click from the work.</source>
        <translation>期日のある業務を一覧にし、ワンクリックで開きます。</translation>
    </message>
    <message>
        <source>Report box</source>
        <translation>匿名の相談・通報窓口</translation>
    </message>
    <message>
        <source>Reports in confidence that are sealed to you.</source>
        <translation>自分に宛てて送られた相談・通報を読み、回答します。</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>操作記録</translation>
    </message>
    <message>
        <source>Who did what and when, in a chain that shows a missing entry.</source>
        <translation>誰がいつ何をしたかを、抜けや書き換えが分かる形で残します。</translation>
    </message>
    <message>
        <source>Disposal ledger</source>
        <translation>廃棄台帳</translation>
    </message>
    <message>
        <source>What was destroyed, by which rule, and who approved it.</source>
        <translation>何をどの決まりで廃棄し、誰が承認したかが残ります。</translation>
    </message>
    <message>
        <source>Storage media</source>
        <translation>媒体の台帳</translation>
    </message>
    <message>
        <source>Sticks, disks and computers, and how each was sanitized.</source>
        <translation>USBメモリ・ディスク・パソコンと、その消去の方法です。</translation>
    </message>
    <message>
        <source>Customers&apos; requests</source>
        <translation>開示等のご請求</translation>
    </message>
    <message>
        <source>Purposes notice</source>
        <translation>個人情報の取り扱いについて</translation>
    </message>
    <message>
        <source>What the office tells customers about their data, version by version.</source>
        <translation>お客様にお知らせする利用目的などの文書を、版ごとに残します。</translation>
    </message>
    <message>
        <source>Leak desk</source>
        <translation>漏えい等対応</translation>
    </message>
    <message>
        <source>What went wrong, whom it concerns, by when it is reported, and what prevents it.</source>
        <translation>何が起きたか、対象のお客様、報告の期限、再発防止をまとめます。</translation>
    </message>
    <message>
        <source>Partner firms</source>
        <translation>協力会社・元請</translation>
    </message>
    <message>
        <source>Contracts and checks, what was handed over, and whether it came back.</source>
        <translation>契約と点検、渡した情報とその返却・廃棄を管理します。</translation>
    </message>
    <message>
        <source>Access review</source>
        <translation>閲覧点検</translation>
    </message>
    <message>
        <source>Who looked at whose data in a month, what of it is unusual, and who signed.</source>
        <translation>1か月の閲覧の状況、通常と異なる点、確認の記録をまとめます。</translation>
    </message>
    <message>
        <source>Disclosure, correction, suspension, no more provision, and erasure, answered within two weeks.</source>
        <translation>開示・訂正・利用停止・第三者提供の停止・消去の請求に、2週間以内に回答します。</translation>
    </message>
</context>
<context>
    <name>SafeguardsPage</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Safeguards</source>
        <translation>安全管理</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>未対応 %Ln件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SampleView</name>
    <message>
        <source>Sample of the work order</source>
        <translation>作業指示書の見本</translation>
    </message>
</context>
<context>
    <name>SanitizeForm</name>
    <message>
        <source>How was {number} sanitized?</source>
        <translation>{number} の消去・廃棄</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>実施日</translation>
    </message>
    <message>
        <source>Kind of sanitization</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Technique</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Program with version, or machine</source>
        <translation>ソフト名と版、または機械</translation>
    </message>
    <message>
        <source>How it was verified</source>
        <translation>確認の方法</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>確認者</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>立会人</translation>
    </message>
    <message>
        <source>Number of the contractor&apos;s certificate</source>
        <translation>業者の証明書番号</translation>
    </message>
    <message>
        <source>Where it went</source>
        <translation>行き先</translation>
    </message>
    <message>
        <source>Once saved, this cannot be changed. The log keeps who saved it.</source>
        <translation>保存すると変更できません。保存した人は操作記録に残ります。</translation>
    </message>
</context>
<context>
    <name>ScanCard</name>
    <message>
        <source>The papers are</source>
        <translation>用紙は</translation>
    </message>
    <message>
        <source>Code of the paper</source>
        <translation>用紙の番号</translation>
    </message>
    <message>
        <source>Scan the square, or type the number on the paper</source>
        <translation>QRコードを読み取るか、用紙の番号を入力</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>The scanner types the code and Enter by itself.</source>
        <translation>バーコードリーダーは、番号とEnterを自動で入力します。</translation>
    </message>
    <message>
        <source>Register as lost</source>
        <translation>紛失として登録</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>{number}: {state}</source>
        <translation>{number}：{state}</translation>
    </message>
    <message>
        <source>A new incident</source>
        <translation>新しい事案</translation>
    </message>
    <message>
        <source>It belongs to</source>
        <translation>どの事案か</translation>
    </message>
    <message>
        <source>First choose what happened to the papers. Nothing is registered yet.</source>
        <translation>先に、書類をどうしたかを選んでください。まだ何も登録されていません。</translation>
    </message>
    <message>
        <source>An incident is about this paper: {numbers}. It is noted there as found.</source>
        <translation>この用紙は事案 {numbers} の対象です。見つかったことを事案に記録しました。</translation>
    </message>
    <message>
        <source>Register {number} as lost?</source>
        <translation>{number} を紛失として登録しますか</translation>
    </message>
    <message>
        <source>It carries a customer&apos;s data. The loss stays on the page “Today” until a person responsible has looked at it.</source>
        <translation>お客様の情報が載った用紙です。責任者が確認するまで、「今日」のページに表示されます。</translation>
    </message>
</context>
<context>
    <name>SchedulePage</name>
    <message>
        <source>Schedule</source>
        <translation>予定表</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>カレンダー</translation>
    </message>
    <message>
        <source>Recurring work</source>
        <translation>定期作業</translation>
    </message>
    <message>
        <source>Book a job</source>
        <translation>工事を受付</translation>
    </message>
    <message>
        <source>For which customer?</source>
        <translation>お客様の選択</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>工事 %Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>ご案内</translation>
    </message>
</context>
<context>
    <name>SealTitles</name>
    <message>
        <source>Number of boxes for seals</source>
        <translation>検印欄の数</translation>
    </message>
    <message>
        <source>Title of box {number}</source>
        <translation>{number}番目の欄の名前</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
</context>
<context>
    <name>SecretText</name>
    <message>
        <source>{count} of {limit} characters</source>
        <translation>{count}文字（{limit}文字まで）</translation>
    </message>
</context>
<context>
    <name>SelfCheck</name>
    <message>
        <source>Program</source>
        <translation>ソフト</translation>
    </message>
    <message>
        <source>Key store</source>
        <translation>鍵の保管場所</translation>
    </message>
    <message>
        <source>Encrypted database</source>
        <translation>暗号化データベース</translation>
    </message>
    <message>
        <source>Office folder</source>
        <translation>事務所フォルダー</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>空き容量</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>時計</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>文字（フォント）</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>Backup folders</source>
        <translation>バックアップ先</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>使えません</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>The system refuses it: {reason}</source>
        <translation>実行できませんでした：{reason}</translation>
    </message>
    <message>
        <source>Version {version} on {system}</source>
        <translation>バージョン {version}（{system}）</translation>
    </message>
    <message>
        <source>{store} keeps what it is given.</source>
        <translation>{store} に保存し、読み戻せました。</translation>
    </message>
    <message>
        <source>SQLCipher {cipher}, SQLite {sqlite}; every setting takes effect.</source>
        <translation>SQLCipher {cipher}、SQLite {sqlite}。設定はすべて有効です。</translation>
    </message>
    <message>
        <source>{folder} cannot be written to.</source>
        <translation>{folder} に書き込めません。</translation>
    </message>
    <message>
        <source>{folder} lies in a synchronised folder: copies of the office leave the PC.</source>
        <translation>{folder} は同期フォルダーの中です。事務所のデータの写しがパソコンの外に出ます。</translation>
    </message>
    <message>
        <source>{folder} lies on a network drive, where a database can be damaged.</source>
        <translation>{folder} はネットワークドライブです。データベースが壊れるおそれがあります。</translation>
    </message>
    <message>
        <source>{folder} can be read by other logins of this computer.</source>
        <translation>{folder} は、このパソコンのほかの利用者からも読めます。</translation>
    </message>
    <message>
        <source>{folder}, on this computer&apos;s disk</source>
        <translation>{folder}（このパソコンのディスク）</translation>
    </message>
    <message>
        <source>{free:.1f} GB free; the office takes {used:.2f} GB.</source>
        <translation>空き {free:.1f} GB、事務所のデータ {used:.2f} GB。</translation>
    </message>
    <message>
        <source>It says {now}, but the office was last used {used}: set the clock.</source>
        <translation>時計は {now} ですが、事務所は {used} に使われています。時計を合わせてください。</translation>
    </message>
    <message>
        <source>{now} in the office</source>
        <translation>事務所の時刻 {now}</translation>
    </message>
    <message>
        <source>Missing: {names}. Install the program again.</source>
        <translation>{names} がありません。ソフトを入れ直してください。</translation>
    </message>
    <message>
        <source>The program&apos;s own fonts are all there.</source>
        <translation>付属の文字はすべてそろっています。</translation>
    </message>
    <message>
        <source>No printer is set up on this computer.</source>
        <translation>このパソコンにはプリンターが設定されていません。</translation>
    </message>
    <message>
        <source>{names}</source>
        <translation>{names}</translation>
    </message>
    <message>
        <source>Shown after a login: Settings, About.</source>
        <translation>ログイン後に「設定」の「このプログラム」で確認できます。</translation>
    </message>
    <message>
        <source>No folder for backups was named.</source>
        <translation>バックアップ先のフォルダーが決められていません。</translation>
    </message>
    <message>
        <source>{places}</source>
        <translation>{places}</translation>
    </message>
    <message>
        <source>Program&apos;s parts</source>
        <translation>プログラムの部品</translation>
    </message>
    <message>
        <source>Every part of the program loads.</source>
        <translation>プログラムの部品はすべて読み込めます。</translation>
    </message>
    <message>
        <source>Key of this office</source>
        <translation>この事務所の鍵</translation>
    </message>
    <message>
        <source>There is no office here yet.</source>
        <translation>ここにはまだ事務所がありません。</translation>
    </message>
    <message>
        <source>The key store has to answer first.</source>
        <translation>先に鍵の保管庫が使える必要があります。</translation>
    </message>
    <message>
        <source>The key store holds it, and it opens the key file.</source>
        <translation>鍵の保管庫にあり、鍵ファイルを開けます。</translation>
    </message>
    <message>
        <source>{what} {safe} {todo}</source>
        <translation>{what}{safe}{todo}</translation>
    </message>
    <message>
        <source>Typing Japanese</source>
        <translation>日本語入力</translation>
    </message>
    <message>
        <source>Not looked at here.</source>
        <translation>ここでは調べません。</translation>
    </message>
    <message>
        <source>The system&apos;s own input method is used.</source>
        <translation>システムの日本語入力を使います。</translation>
    </message>
    <message>
        <source>There is no screen here.</source>
        <translation>画面がありません。</translation>
    </message>
    <message>
        <source>This login&apos;s settings keep every input method out: QT_IM_MODULE is {value}. Remove it.</source>
        <translation>ログインの設定で日本語入力が使えなくなっています（QT_IM_MODULEが{value}）。この設定を消してください。</translation>
    </message>
    <message>
        <source>{name} was started after hvacdesk. Close hvacdesk and start it again.</source>
        <translation>{name}があとから起動しました。hvacdeskを終了して、もう一度起動してください。</translation>
    </message>
    <message>
        <source>{name} runs, but Japanese is not among its inputs. Add {engine} in its settings.</source>
        <translation>{name}は動いていますが、日本語が選ばれていません。設定で{engine}を追加してください。</translation>
    </message>
    <message>
        <source>{engine} through {name}</source>
        <translation>{name}の{engine}</translation>
    </message>
    <message>
        <source>The database&apos;s pages</source>
        <translation>データベースの全ページ</translation>
    </message>
    <message>
        <source>The daily check has not looked at every page yet.</source>
        <translation>毎日の点検で、まだすべてのページを確認していません。</translation>
    </message>
    <message>
        <source>Every page was last seen to be sound on {day}.</source>
        <translation>{day}に、すべてのページに問題がないことを確認しました。</translation>
    </message>
    <message>
        <source>{name} is installed but does not run, so no Japanese can be typed. Choose it as the input method in the system&apos;s settings, log in to the computer again, then start hvacdesk.</source>
        <translation>{name}は入っていますが動いていないため、日本語を入力できません。システムの設定で入力メソッドに選び、パソコンにログインし直してから、hvacdeskを起動してください。</translation>
    </message>
    <message>
        <source>No input method was found, so no Japanese can be typed. Install {package} (Debian, Ubuntu), log in to the computer again, then start hvacdesk.</source>
        <translation>入力メソッドが見つからないため、日本語を入力できません。{package}（Debian・Ubuntu）をインストールし、パソコンにログインし直してから、hvacdeskを起動してください。</translation>
    </message>
    <message>
        <source>{name} runs, but has no Japanese. Install {package}, then log in again.</source>
        <translation>{name}は動いていますが、日本語入力が入っていません。{package}をインストールして、パソコンにログインし直してください。</translation>
    </message>
</context>
<context>
    <name>SelfCheckDialog</name>
    <message>
        <source>Check of this computer</source>
        <translation>このパソコンの点検</translation>
    </message>
    <message>
        <source>Looking at this computer</source>
        <translation>このパソコンを調べています</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>SentForm</name>
    <message>
        <source>The preliminary report was sent</source>
        <translation>速報を提出した</translation>
    </message>
    <message>
        <source>The final report was sent</source>
        <translation>確報を提出した</translation>
    </message>
    <message>
        <source>The notice was published</source>
        <translation>お知らせを公表した</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>受付番号</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>You</source>
        <translation>自分の設定</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>事務所</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>単価表</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>About</source>
        <translation>このプログラム</translation>
    </message>
</context>
<context>
    <name>SetupWizard</name>
    <message>
        <source>Start</source>
        <translation>はじめに</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>事務所</translation>
    </message>
    <message>
        <source>You</source>
        <translation>責任者</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>復旧用シート</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Preparing the keys</source>
        <translation>鍵を準備しています</translation>
    </message>
    <message>
        <source>Create the office</source>
        <translation>事務所を作成</translation>
    </message>
    <message>
        <source>Creating the office</source>
        <translation>事務所を作成しています</translation>
    </message>
</context>
<context>
    <name>ShareForm</name>
    <message>
        <source>Deposit or part invoice</source>
        <translation>着手金・中間金の請求</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Percent of the whole</source>
        <translation>全体に対する割合（％）</translation>
    </message>
    <message>
        <source>The sum can be changed in the draft. The final invoice takes it off.</source>
        <translation>金額は下書きで変更できます。精算請求書では、この分が差し引かれます。</translation>
    </message>
    <message>
        <source>Make the draft</source>
        <translation>下書きを作成</translation>
    </message>
</context>
<context>
    <name>SheetCheckStep</name>
    <message>
        <source>Check the sheet</source>
        <translation>シートの確認</translation>
    </message>
    <message>
        <source>Take the printed sheet and type these groups from the paper.</source>
        <translation>印刷したシートを手元に置き、紙に書かれた次の組を入力してください。</translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation>{number}組目</translation>
    </message>
    <message>
        <source>This does not agree with the sheet. Compare it once more.</source>
        <translation>シートと一致しません。もう一度見比べてください。</translation>
    </message>
</context>
<context>
    <name>SheetStep</name>
    <message>
        <source>The recovery sheet</source>
        <translation>復旧用シート</translation>
    </message>
    <message>
        <source>Print it now and keep it in a locked place away from this computer.</source>
        <translation>今すぐ印刷し、このパソコンとは別の、鍵のかかる場所に保管してください。</translation>
    </message>
    <message>
        <source>Whoever holds this sheet and the data can open everything. Without it, a lost computer or a forgotten passphrase means that the data is lost.</source>
        <translation>このシートとデータがあれば、誰でもすべてを開けます。シートがないと、パソコンを紛失したりパスフレーズを忘れたりしたときに、データを取り戻せません。</translation>
    </message>
    <message>
        <source>Preview and print</source>
        <translation>プレビューして印刷</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDFとして保存</translation>
    </message>
    <message>
        <source>Drawing the sheet</source>
        <translation>シートを作成しています</translation>
    </message>
    <message>
        <source>Without a printer: I copied the code by hand</source>
        <translation>プリンターがないため、コードを手で書き写しました</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>プリンターへ送りました。</translation>
    </message>
    <message>
        <source>Not printed yet.</source>
        <translation>まだ印刷していません。</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>復旧用シート</translation>
    </message>
    <message>
        <source>Saved. Print the file, then delete it: whoever has it can open everything.</source>
        <translation>保存しました。ファイルを印刷したら、必ず削除してください。このファイルがあれば、誰でもすべてを開けます。</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>復旧用シートを保存</translation>
    </message>
    <message>
        <source>recovery-sheet.pdf</source>
        <translation>復旧用シート.pdf</translation>
    </message>
    <message>
        <source>Open the preview first: the code stands on the sheet.</source>
        <translation>先にプレビューを開いてください。コードはシートに書かれています。</translation>
    </message>
</context>
<context>
    <name>ShortcutOverview</name>
    <message>
        <source>Keys</source>
        <translation>キー操作</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Pages</source>
        <translation>画面の切り替え</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>どの画面でも</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>このキー操作の一覧</translation>
    </message>
    <message>
        <source>Note a call</source>
        <translation>電話メモを取る</translation>
    </message>
    <message>
        <source>Go to what waits first</source>
        <translation>最初の要対応へ移動</translation>
    </message>
    <message>
        <source>Check who is calling</source>
        <translation>電話の相手を確認</translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation>お客様を検索</translation>
    </message>
    <message>
        <source>Read the page again</source>
        <translation>画面を更新</translation>
    </message>
    <message>
        <source>Undo the last saved change</source>
        <translation>直前に保存した変更を元に戻す</translation>
    </message>
    <message>
        <source>Draw or lift the curtain</source>
        <translation>目隠しをする・解除する</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>画面ロック</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>担当者の切替</translation>
    </message>
    <message>
        <source>Print the work order of the chosen job</source>
        <translation>選んだ工事の作業指示書を印刷</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>お客様の新規登録</translation>
    </message>
    <message>
        <source>Change the customer</source>
        <translation>お客様の変更</translation>
    </message>
    <message>
        <source>Book a job</source>
        <translation>工事を受付</translation>
    </message>
    <message>
        <source>Show phone and address</source>
        <translation>電話と住所を表示</translation>
    </message>
    <message>
        <source>On a call: keep them shown</source>
        <translation>通話中は表示を続ける</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>今週</translation>
    </message>
    <message>
        <source>Take the job up</source>
        <translation>工事を持ち上げる</translation>
    </message>
    <message>
        <source>Put it down</source>
        <translation>工事を置く</translation>
    </message>
    <message>
        <source>Move the job</source>
        <translation>工事を移動</translation>
    </message>
    <message>
        <source>Print the checked copies</source>
        <translation>チェックした控えを印刷</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>前の日</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>次の日</translation>
    </message>
    <message>
        <source>Today&apos;s list</source>
        <translation>今日の一覧</translation>
    </message>
    <message>
        <source>Papers that come back are filed</source>
        <translation>戻った書類を保管にする</translation>
    </message>
    <message>
        <source>Papers that come back are shredded</source>
        <translation>戻った書類を「裁断」として登録</translation>
    </message>
    <message>
        <source>Papers go back to the customer</source>
        <translation>書類をお客様へ返却にする</translation>
    </message>
    <message>
        <source>Papers are lost</source>
        <translation>書類を紛失にする</translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Reduce to what the law asks for</source>
        <translation>法令で必要な分だけ残す</translation>
    </message>
    <message>
        <source>Back to the overview</source>
        <translation>一覧に戻る</translation>
    </message>
    <message>
        <source>Move a position of the price list</source>
        <translation>料金表の項目を移動</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Another line</source>
        <translation>別の行へ</translation>
    </message>
    <message>
        <source>First or last line</source>
        <translation>最初の行・最後の行</translation>
    </message>
    <message>
        <source>Open the line</source>
        <translation>行を開く</translation>
    </message>
    <message>
        <source>Another tab, on a row of tabs</source>
        <translation>タブの切り替え（タブの列で）</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>入力画面</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Show the hidden value of the field</source>
        <translation>伏せ字の欄を表示</translation>
    </message>
    <message>
        <source>Pick a day</source>
        <translation>日付を選ぶ</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>印刷プレビュー</translation>
    </message>
    <message>
        <source>Choose the printer</source>
        <translation>プリンターを選ぶ</translation>
    </message>
    <message>
        <source>Larger or smaller</source>
        <translation>拡大・縮小</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>ページ全体</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>ページ幅</translation>
    </message>
    <message>
        <source>Report that something happened</source>
        <translation>漏えい等の発生を報告</translation>
    </message>
    <message>
        <source>Help for what is in front</source>
        <translation>いまの画面のヘルプ</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>ヘルプを検索</translation>
    </message>
    <message>
        <source>Back to the page before</source>
        <translation>前のページに戻る</translation>
    </message>
    <message>
        <source>Find anything: customers, jobs, papers, firms, pages</source>
        <translation>お客様・工事・書類・会社・画面をまとめてさがす</translation>
    </message>
    <message>
        <source>Month, week or day before</source>
        <translation>前の月・週・日</translation>
    </message>
    <message>
        <source>Month, week or day after</source>
        <translation>次の月・週・日</translation>
    </message>
    <message>
        <source>What can be done with the line; columns</source>
        <translation>行のメニュー（操作・印刷・列の選択）</translation>
    </message>
    <message>
        <source>Copy the line as it is shown</source>
        <translation>行を表示どおりにコピー</translation>
    </message>
    <message>
        <source>Save and add another</source>
        <translation>保存して次を入力</translation>
    </message>
    <message>
        <source>On to the next field; on a button, press it</source>
        <translation>次の欄へ進む（ボタンの上では、押す）</translation>
    </message>
</context>
<context>
    <name>ShowPages</name>
    <message>
        <source>The printer gave up on “{document}”. Print it again.</source>
        <translation>プリンターが「{document}」を印刷できませんでした。もう一度印刷してください。</translation>
    </message>
</context>
<context>
    <name>ShreddingFields</name>
    <message>
        <source>How they were destroyed</source>
        <translation>廃棄の方法</translation>
    </message>
    <message>
        <source>Level of the shredder</source>
        <translation>裁断の細かさ</translation>
    </message>
    <message>
        <source>Contractor&apos;s certificate</source>
        <translation>業者の証明書番号</translation>
    </message>
    <message>
        <source>Witness (may stay empty)</source>
        <translation>立会人（空欄でもかまいません）</translation>
    </message>
</context>
<context>
    <name>SignForm</name>
    <message>
        <source>Sign the access review of {month}</source>
        <translation>{month} の閲覧点検の確認</translation>
    </message>
    <message numerus="yes">
        <source>%n unusual thing(s) on the sheet.</source>
        <translation>
            <numerusform>通常と異なる点が%Ln件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>What you asked and what the answer was</source>
        <translation>確認した内容と回答</translation>
    </message>
    <message>
        <source>Without customers&apos; names. Once signed, the sheet stands.</source>
        <translation>お客様の名前は書かないでください。確認後は変更できません。</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>Seal</source>
        <translation>印</translation>
    </message>
</context>
<context>
    <name>Single</name>
    <message>
        <source>Page {page}/{pages}</source>
        <translation>{page}/{pages}ページ</translation>
    </message>
    <message>
        <source>〓 stands for a character that cannot be printed. The screen shows it.</source>
        <translation>「〓」は印刷できない文字です。正しい文字は画面でご確認ください。</translation>
    </message>
</context>
<context>
    <name>SiteChoice</name>
    <message>
        <source>Site</source>
        <translation>工事先</translation>
    </message>
    <message>
        <source>New site</source>
        <translation>工事先を追加</translation>
    </message>
    <message>
        <source>Asbestos survey first: the building was begun before September 2006, or unknown.</source>
        <translation>石綿の事前調査が必要です：2006年8月以前に着工した建物、または着工時期が不明です。</translation>
    </message>
    <message>
        <source>Room, maker, model or serial number</source>
        <translation>部屋・メーカー・型番・製造番号</translation>
    </message>
    <message>
        <source>Unit: {unit}</source>
        <translation>機器：{unit}</translation>
    </message>
    <message>
        <source>not concerned</source>
        <translation>対象外</translation>
    </message>
    <message>
        <source>Add a unit</source>
        <translation>機器を追加</translation>
    </message>
    <message>
        <source>Add a site first: the place where the work is done.</source>
        <translation>先に工事先を追加してください。</translation>
    </message>
    <message>
        <source>Use the customer&apos;s address</source>
        <translation>お客様の住所を使う</translation>
    </message>
</context>
<context>
    <name>SiteForm</name>
    <message>
        <source>New site</source>
        <translation>工事先の追加</translation>
    </message>
    <message>
        <source>Change site</source>
        <translation>工事先の変更</translation>
    </message>
    <message>
        <source>Enter another address</source>
        <translation>別の住所を入力</translation>
    </message>
    <message>
        <source>Detached house</source>
        <translation>戸建て</translation>
    </message>
    <message>
        <source>The building manager gave permission</source>
        <translation>管理会社の許可を得ている</translation>
    </message>
    <message>
        <source>Construction of the building started</source>
        <translation>建物の着工日</translation>
    </message>
    <message>
        <source>Never printed. Shown only with a reason.</source>
        <translation>印刷されません。表示には理由が必要です。</translation>
    </message>
    <message>
        <source>Before 1 Sept 2006 or unknown: asbestos survey before drilling. A month or a year alone counts from its first day.</source>
        <translation>2006年8月31日以前の着工または不明の場合は、穴あけの前に石綿の調査が必要です。年や月だけの場合は、その最初の日とみなします。</translation>
    </message>
</context>
<context>
    <name>Sites</name>
    <message>
        <source>Name of the site</source>
        <translation>工事先の名前</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>階</translation>
    </message>
    <message>
        <source>Who attends</source>
        <translation>立会い</translation>
    </message>
    <message>
        <source>Attends</source>
        <translation>立会い</translation>
    </message>
    <message>
        <source>Parking and carrying in</source>
        <translation>駐車・搬入</translation>
    </message>
    <message>
        <source>Parking</source>
        <translation>駐車・搬入</translation>
    </message>
    <message>
        <source>Keys, lock codes, absences</source>
        <translation>鍵・解錠番号・不在時の情報</translation>
    </message>
    <message>
        <source>Keys, codes</source>
        <translation>鍵・解錠番号</translation>
    </message>
</context>
<context>
    <name>SitesTab</name>
    <message>
        <source>Add a site</source>
        <translation>工事先を追加</translation>
    </message>
    <message>
        <source>No site yet</source>
        <translation>工事先はまだありません</translation>
    </message>
    <message>
        <source>A site is a place where the work is done. Jobs are booked for a site.</source>
        <translation>工事先は作業をする場所です。工事は工事先ごとに受け付けます。</translation>
    </message>
    <message>
        <source>Room, maker, model or serial number</source>
        <translation>部屋・メーカー・型番・製造番号</translation>
    </message>
    <message>
        <source>Refrigerant log of {unit}</source>
        <translation>{unit}の冷媒の記録</translation>
    </message>
    <message>
        <source>Change unit {unit}</source>
        <translation>機器を変更：{unit}</translation>
    </message>
    <message>
        <source>Add a unit</source>
        <translation>機器を追加</translation>
    </message>
    <message>
        <source>Change site</source>
        <translation>工事先を変更</translation>
    </message>
</context>
<context>
    <name>SlotFields</name>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>終了</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>done</source>
        <translation>済み</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>未実施</translation>
    </message>
    <message>
        <source>due soon</source>
        <translation>期限間近</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>Do it now</source>
        <translation>今すぐ行う</translation>
    </message>
    <message>
        <source>Yearly training</source>
        <translation>年1回の研修</translation>
    </message>
    <message>
        <source>Rule to read: {title}</source>
        <translation>読む決まり：{title}</translation>
    </message>
    <message>
        <source>{what}.</source>
        <translation>{what}。</translation>
    </message>
    <message>
        <source>left</source>
        <translation>退職</translation>
    </message>
    <message>
        <source>Overdue since {day}: nothing hidden is shown and nothing is exported until it is done.</source>
        <translation>期限切れ（{day}まで）：済むまで、伏せ字の表示と書き出しができません。</translation>
    </message>
    <message>
        <source>To be done by {day}</source>
        <translation>期限：{day}</translation>
    </message>
</context>
<context>
    <name>StandingTab</name>
    <message>
        <source>Whoever is overdue cannot show hidden values or export until it is done. Today&apos;s work orders always print.</source>
        <translation>期限切れの人は、済むまで伏せ字の表示と書き出しができません。当日の作業指示書はいつでも印刷できます。</translation>
    </message>
    <message>
        <source>Staff standing</source>
        <translation>実施状況</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Rules read</source>
        <translation>読んだ決まり</translation>
    </message>
    <message>
        <source>Training passed</source>
        <translation>研修の合格日</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>次の期限</translation>
    </message>
    <message>
        <source>Print this person&apos;s record</source>
        <translation>この人の教育記録を印刷</translation>
    </message>
    <message>
        <source>Year of the record</source>
        <translation>記録の年</translation>
    </message>
    <message>
        <source>Print the year&apos;s record</source>
        <translation>1年分の教育記録を印刷</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>{year}年</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未受講</translation>
    </message>
    <message>
        <source>Record of training {name}</source>
        <translation>教育記録 {name}</translation>
    </message>
    <message>
        <source>Record of training {year}</source>
        <translation>教育記録 {year}年</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Nothing has been destroyed yet.</source>
        <translation>まだ何も廃棄されていません。</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>All steps are done</source>
        <translation>すべての手順が終わりました</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {name}</source>
        <translation>手順 {number} / {count}：{name}</translation>
    </message>
</context>
<context>
    <name>StrikeEventForm</name>
    <message>
        <source>Strike an event?</source>
        <translation>経過の取消</translation>
    </message>
    <message>
        <source>It leaves the list and no longer counts for how long data is kept. The log keeps that it was recorded, struck, and why.</source>
        <translation>一覧から消え、保存期間の計算にも使われなくなります。記録したこと・取り消したこと・その理由は操作記録に残ります。</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Strike</source>
        <translation>取り消す</translation>
    </message>
</context>
<context>
    <name>StrikeForm</name>
    <message>
        <source>Strike this entry?</source>
        <translation>この記録を取り消しますか？</translation>
    </message>
    <message>
        <source>It stays in the log, crossed out, and no longer counts.</source>
        <translation>取り消し線を付けて記録に残り、計算には含まれなくなります。</translation>
    </message>
    <message>
        <source>Strike</source>
        <translation>取り消す</translation>
    </message>
</context>
<context>
    <name>SurveyFields</name>
    <message>
        <source>Not done yet</source>
        <translation>未実施</translation>
    </message>
    <message>
        <source>Asbestos survey</source>
        <translation>石綿の事前調査</translation>
    </message>
    <message>
        <source>Surveyed on</source>
        <translation>調査日</translation>
    </message>
    <message>
        <source>Surveyed by</source>
        <translation>調査した人</translation>
    </message>
    <message>
        <source>Survey of</source>
        <translation>調査の対象</translation>
    </message>
    <message>
        <source>Surveyor&apos;s qualification</source>
        <translation>調査者の資格</translation>
    </message>
    <message>
        <source>From what it is known (documents, parts looked at)</source>
        <translation>判断の根拠（確認した書類・調査した箇所など）</translation>
    </message>
</context>
<context>
    <name>SurveyForm</name>
    <message>
        <source>Asbestos survey of job {number}</source>
        <translation>工事{number}の石綿事前調査</translation>
    </message>
    <message>
        <source>The building was begun before September 2006, or its age is not known: the survey is done and recorded before anything is drilled or removed.</source>
        <translation>2006年8月以前に着工した建物、または着工時期が不明な建物です。穴あけや撤去の前に事前調査を行い、記録してください。</translation>
    </message>
    <message>
        <source>The building was begun in September 2006 or later: check that day in the building&apos;s documents, and name them here. This record is kept for three years like a survey.</source>
        <translation>2006年9月1日以降に着工した建物です。着工日を書類で確認し、確認した書類を入力してください。この記録も、事前調査と同じく3年間保存します。</translation>
    </message>
    <message>
        <source>{source}, as of {as_of}.</source>
        <translation>{source}、{as_of}時点。</translation>
    </message>
</context>
<context>
    <name>TabRow</name>
    <message>
        <source>Tabs</source>
        <translation>タブ</translation>
    </message>
</context>
<context>
    <name>TableMenu</name>
    <message>
        <source>Row and list</source>
        <translation>行と一覧</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>この行をコピー</translation>
    </message>
    <message>
        <source>Copy the row with titles</source>
        <translation>見出しも付けてコピー</translation>
    </message>
    <message>
        <source>Print this list…</source>
        <translation>この一覧を印刷…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>TakeOverView</name>
    <message>
        <source>Take over the office</source>
        <translation>事務所の引き継ぎ</translation>
    </message>
    <message>
        <source>The recovery sheet opened the office. Choose who goes on as the person responsible.</source>
        <translation>復旧用シートで事務所を開きました。引き継ぐ責任者を選んでください。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Making new keys</source>
        <translation>新しい鍵を作っています</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>引き継ぐ</translation>
    </message>
    <message>
        <source>Log in as usual</source>
        <translation>いつもどおりログイン</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>引き継ぐとどうなるか</translation>
    </message>
    <message>
        <source>The office gets new keys, and the key store of this computer login holds its part.</source>
        <translation>事務所の鍵が新しくなり、このログインの鍵の保管庫に登録されます。</translation>
    </message>
    <message>
        <source>The chosen account gets this passphrase. The others keep theirs.</source>
        <translation>選んだ担当者のパスフレーズだけが変わります。ほかの人はそのままです。</translation>
    </message>
    <message>
        <source>The recovery sheet counts as used: print a new one soon, in Settings, Keys. Until then it still opens the office.</source>
        <translation>復旧用シートは使用済みになります。「設定」の「鍵」から新しいシートを早めに印刷してください。それまでは今のシートで開けます。</translation>
    </message>
    <message>
        <source>Work now without taking over</source>
        <translation>引き継がずに今すぐ使う</translation>
    </message>
    <message>
        <source>Other logins of this computer have to be enrolled again.</source>
        <translation>このパソコンのほかのログインは、登録し直す必要があります。</translation>
    </message>
</context>
<context>
    <name>TellForm</name>
    <message>
        <source>Tell {number}</source>
        <translation>{number} へのご連絡</translation>
    </message>
    <message>
        <source>No phone number is known.</source>
        <translation>電話番号が登録されていません。</translation>
    </message>
    <message>
        <source>Say what happened, which data, what you do about it, and that you are sorry.</source>
        <translation>何が起きたか、どの情報か、これからの対応、お詫びの順にお伝えください。</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>TermsForm</name>
    <message>
        <source>Payment terms: {name}</source>
        <translation>支払条件：{name}</translation>
    </message>
    <message>
        <source>The office&apos;s usual terms hold</source>
        <translation>会社の通常の条件を使う</translation>
    </message>
    <message>
        <source>none: each job by itself</source>
        <translation>なし（工事ごとに請求）</translation>
    </message>
    <message>
        <source>Closing day</source>
        <translation>締め日</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支払月</translation>
    </message>
    <message>
        <source>on</source>
        <translation>支払日</translation>
    </message>
</context>
<context>
    <name>TextForm</name>
    <message>
        <source>No customers&apos; names: write their numbers. The text stays when their data is gone. At most {limit} characters.</source>
        <translation>お客様の名前は書かず、番号を書いてください。この文章は、お客様の情報が廃棄されたあとも残ります。{limit}文字までです。</translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>Your report</source>
        <translation>自分が書いた相談・通報</translation>
    </message>
    <message>
        <source>Write more</source>
        <translation>書き足す</translation>
    </message>
    <message>
        <source>Seal and send</source>
        <translation>封をして送る</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>終わる</translation>
    </message>
    <message>
        <source>State: {state}</source>
        <translation>状態：{state}</translation>
    </message>
    <message>
        <source>Read by: {names}</source>
        <translation>受け取った人：{names}</translation>
    </message>
    <message>
        <source>The text is sealed and waits for the box&apos;s next regular write, half a minute at most. So its moment tells nothing.</source>
        <translation>封をして、次の定時の書き込みを待っています。長くても30秒です。こうすると、送った時刻からは何もわかりません。</translation>
    </message>
    <message>
        <source>{names}: the key was replaced, or this person no longer reads reports. Nobody can open your report any more. You can send it again to others below; the receipt number stays the same. A key changes when somebody resets a passphrase, and whoever did so could log in as that person.</source>
        <translation>{names}：鍵が替わったか、窓口の担当を外れました。この通報は、もう誰にも開けません。下で人を選んで送り直せます。受付番号は変わりません。鍵は、誰かがパスフレーズを再設定すると替わります。再設定した人は、その人としてログインできた可能性があります。</translation>
    </message>
    <message>
        <source>{names}: the key was replaced, or this person no longer reads reports, and cannot open your report any more. The others can.</source>
        <translation>{names}：鍵が替わったか、窓口の担当を外れたため、この通報を開けません。ほかの受け取った人は開けます。</translation>
    </message>
    <message>
        <source>Who may read it now</source>
        <translation>あらためて読む人</translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message>
        <source>Add a note</source>
        <translation>メモを追加</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>What</source>
        <translation>できごと</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>まだ経過がありません</translation>
    </message>
    <message>
        <source>Every step is written down here by itself; “Add a note” adds a line of your own.</source>
        <translation>対応のたびに自動で記録されます。「メモを追加」で、自分でも書き加えられます。</translation>
    </message>
</context>
<context>
    <name>ToBillView</name>
    <message>
        <source>Make the invoice</source>
        <translation>請求書を作成</translation>
    </message>
    <message>
        <source>Open the job</source>
        <translation>工事を開く</translation>
    </message>
    <message>
        <source>Payment terms…</source>
        <translation>支払条件…</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工事番号</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工事内容</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>完了日</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>請求のしかた</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Done and not billed</source>
        <translation>完了して未請求の工事</translation>
    </message>
    <message>
        <source>Everything that is done is billed</source>
        <translation>完了した工事はすべて請求済みです</translation>
    </message>
    <message>
        <source>A job stands here from its completion until an invoice asks for the whole of it.</source>
        <translation>完了した工事は、全額を請求するまでここに並びます。</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>工事ごと</translation>
    </message>
    <message>
        <source>at the closing day</source>
        <translation>締め日にまとめて</translation>
    </message>
    <message>
        <source>there is one</source>
        <translation>下書きあり</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Print the day&apos;s work orders</source>
        <translation>今日の作業指示書を印刷</translation>
    </message>
    <message>
        <source>jobs today</source>
        <translation>今日の工事</translation>
    </message>
    <message>
        <source>without a printed work order</source>
        <translation>作業指示書が未印刷</translation>
    </message>
    <message>
        <source>open call notes</source>
        <translation>未対応の電話メモ</translation>
    </message>
    <message>
        <source>papers out</source>
        <translation>持ち出し中の控え・書類</translation>
    </message>
    <message>
        <source>papers not back in time</source>
        <translation>返却期限を過ぎた控え</translation>
    </message>
    <message>
        <source>done and not billed</source>
        <translation>完了・未請求の工事</translation>
    </message>
    <message>
        <source>invoices overdue</source>
        <translation>期限超過の請求書</translation>
    </message>
    <message>
        <source>Today&apos;s jobs</source>
        <translation>今日の工事</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>工事先</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>作業指示書</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>No jobs today</source>
        <translation>今日の工事はありません</translation>
    </message>
    <message>
        <source>Find the customer and book a job, or look at the week.</source>
        <translation>お客様を検索して工事を受け付けるか、週の予定を確認してください。</translation>
    </message>
    <message>
        <source>Look at the week</source>
        <translation>週の予定を見る</translation>
    </message>
    <message>
        <source>Enter opens the job</source>
        <translation>Enterで工事を開きます</translation>
    </message>
    <message>
        <source>Open job</source>
        <translation>工事を開く</translation>
    </message>
    <message>
        <source>Print work order</source>
        <translation>作業指示書を印刷</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>終日</translation>
    </message>
    <message numerus="yes">
        <source>%n out</source>
        <translation>
            <numerusform>持出中 %Ln枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be printed</source>
        <translation>
            <numerusform>印刷待ち %Ln枚</numerusform>
        </translation>
    </message>
    <message>
        <source>printed</source>
        <translation>印刷済み</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>未印刷</translation>
    </message>
</context>
<context>
    <name>Training record</name>
    <message>
        <source>Printed {date}</source>
        <translation>印刷日 {date}</translation>
    </message>
    <message>
        <source>After: {source} (read {as_of})</source>
        <translation>参考：{source}（{as_of}時点）</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>年月日</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>TrainingTab</name>
    <message>
        <source>Read the {pages} pages, then take the quiz: {asked} questions, {needed} right answers are enough, and it can be taken again.</source>
        <translation>{pages}ページの教材を読んでから、確認テスト（{asked}問、{needed}問以上の正解で合格）を受けてください。何度でも受けられます。</translation>
    </message>
    <message>
        <source>Take the quiz</source>
        <translation>確認テストを受ける</translation>
    </message>
    <message>
        <source>Print my record</source>
        <translation>自分の教育記録を印刷</translation>
    </message>
    <message>
        <source>Training pages</source>
        <translation>教材</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>The training page</source>
        <translation>教材の本文</translation>
    </message>
    <message>
        <source>Passed on {day}. It is asked again from {next}.</source>
        <translation>{day}に合格しました。次の研修は{next}からです。</translation>
    </message>
    <message>
        <source>The office does not ask for the training yet; you may take it.</source>
        <translation>まだ研修を受ける時期ではありませんが、受けることはできます。</translation>
    </message>
    <message>
        <source>Record of training {name}</source>
        <translation>教育記録 {name}</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>The booking was undone: the job is cancelled.</source>
        <translation>受付を元に戻しました。この工事は取消になりました。</translation>
    </message>
    <message>
        <source>The change was undone.</source>
        <translation>変更を元に戻しました。</translation>
    </message>
    <message>
        <source>The reminder stands on the list again.</source>
        <translation>ご案内の一覧に戻しました。</translation>
    </message>
    <message>
        <source>Call note</source>
        <translation>電話メモ</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工事</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>工事先</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>機器</translation>
    </message>
</context>
<context>
    <name>UndoImportDialog</name>
    <message>
        <source>Undo this import?</source>
        <translation>この取り込みを取り消しますか</translation>
    </message>
    <message>
        <source>The customers {first} to {last} leave the register at once: all of them or none.</source>
        <translation>お客様{first}から{last}までをまとめて名簿から除きます。一部だけが残ることはありません。</translation>
    </message>
    <message>
        <source>Their numbers are not given out again, and the log keeps that the import was undone. This is no disposal: it is not verified and there is no certificate.</source>
        <translation>お客様番号は再び使われません。取り消したことは操作記録に残ります。廃棄とは異なり、消去の確認は行わず、証明書も発行しません。</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n customer(s)</source>
        <translation>
            <numerusform>%Ln件を名簿から除く</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Undoing the import</source>
        <translation>取り込みを取り消しています</translation>
    </message>
    <message>
        <source>The import was undone.</source>
        <translation>取り込みを取り消しました。</translation>
    </message>
    <message>
        <source>The imported file itself is not touched; it stays on the page “Today”.</source>
        <translation>取り込んだファイルそのものはそのまま残ります。「今日」のページでの案内も続きます。</translation>
    </message>
</context>
<context>
    <name>UnitBlock</name>
    <message>
        <source>{number}. {part}  {unit}</source>
        <translation>{number}. {part}  {unit}</translation>
    </message>
    <message>
        <source>Remark on this unit</source>
        <translation>この機器の備考</translation>
    </message>
    <message>
        <source>Simple inspection</source>
        <translation>簡易点検</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>異常なし</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>異常あり</translation>
    </message>
    <message>
        <source>Net charge: not known, the unit&apos;s own charge is not registered</source>
        <translation>差引の充塡量：機器の出荷時充塡量が未登録のため計算できません</translation>
    </message>
    <message>
        <source>Net charge: {before} + {added} − {recovered} = {net} kg</source>
        <translation>差引の充塡量：{before} ＋ {added} − {recovered} ＝ {net} kg</translation>
    </message>
    <message>
        <source>The unit&apos;s own charge is {rated} kg</source>
        <translation>出荷時の充塡量は{rated} kgです</translation>
    </message>
    <message>
        <source>Suction − outlet = {difference} K</source>
        <translation>吸込 − 吹出 ＝ {difference} K</translation>
    </message>
    <message>
        <source>Less than the usual {least} K</source>
        <translation>通常の{least} Kを下回っています</translation>
    </message>
    <message>
        <source>Before the removal it held {before} kg by the refrigerant log.</source>
        <translation>撤去前の充塡量は、冷媒の記録では{before} kgです。</translation>
    </message>
</context>
<context>
    <name>UnitBlocks</name>
    <message>
        <source>No unit is chosen in this job, so there is nothing to measure.</source>
        <translation>この工事には機器が選ばれていないため、測定値の欄はありません。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>機器</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>機器 %Ln台</numerusform>
        </translation>
    </message>
    <message>
        <source>Next unit</source>
        <translation>次の機器</translation>
    </message>
</context>
<context>
    <name>UnitForm</name>
    <message>
        <source>New unit</source>
        <translation>機器の追加</translation>
    </message>
    <message>
        <source>Change unit</source>
        <translation>機器の変更</translation>
    </message>
    <message>
        <source>Outdoor unit</source>
        <translation>室外機</translation>
    </message>
    <message>
        <source>Commercial unit (refrigerant log is kept)</source>
        <translation>業務用機器（冷媒の記録が必要）</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>How many alike</source>
        <translation>同じ機器の台数</translation>
    </message>
    <message>
        <source>each its own, later</source>
        <translation>あとで1台ずつ</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>outdoor</source>
        <translation>室外機</translation>
    </message>
    <message>
        <source>indoor</source>
        <translation>室内機</translation>
    </message>
    <message>
        <source>Room or place</source>
        <translation>部屋・場所</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>メーカー</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型番</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>製造番号</translation>
    </message>
    <message>
        <source>Capacity (kW)</source>
        <translation>能力（kW）</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年式</translation>
    </message>
    <message>
        <source>Design period (years)</source>
        <translation>標準使用期間（年）</translation>
    </message>
    <message>
        <source>Refrigerant</source>
        <translation>冷媒</translation>
    </message>
    <message>
        <source>Charge (kg)</source>
        <translation>充塡量（kg）</translation>
    </message>
    <message>
        <source>Outlet shape</source>
        <translation>コンセント形状</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>電圧</translation>
    </message>
</context>
<context>
    <name>UnlockStep</name>
    <message>
        <source>With a passphrase</source>
        <translation>パスフレーズで開く</translation>
    </message>
    <message>
        <source>With the recovery sheet</source>
        <translation>復旧用シートで開く</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>パスフレーズ</translation>
    </message>
    <message>
        <source>Eight groups of five. A scanner may read the sheet&apos;s QR code.</source>
        <translation>5文字ずつ8組です。QRコードをスキャナーで読み取ることもできます。</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>復旧コード</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>With recovery sheet no. {number}</source>
        <translation>復旧用シート 第{number}号で開く</translation>
    </message>
    <message>
        <source>Open the backup</source>
        <translation>バックアップを開く</translation>
    </message>
    <message>
        <source>The backup is encrypted. The recovery sheet opens it, or a passphrase of that day.</source>
        <translation>バックアップは暗号化されています。復旧用シートか、当時のパスフレーズで開けます。</translation>
    </message>
    <message>
        <source>The backup is encrypted. Take the recovery sheet from its locked place.</source>
        <translation>バックアップは暗号化されています。保管場所から復旧用シートを出してください。</translation>
    </message>
    <message>
        <source>Code of recovery sheet no. {number}</source>
        <translation>復旧用シート 第{number}号のコード</translation>
    </message>
    <message>
        <source>Nothing has been changed yet. It is only changed once the new file was proved.</source>
        <translation>まだ何も変更していません。新しいファイルを確かめてから切り替えます。</translation>
    </message>
    <message>
        <source>Type the code from the sheet.</source>
        <translation>シートのコードを入力してください。</translation>
    </message>
    <message>
        <source>Type the passphrase of this account.</source>
        <translation>この担当者のパスフレーズを入力してください。</translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message>
        <source>Update file</source>
        <translation>更新ファイル</translation>
    </message>
    <message>
        <source>Save the installer …</source>
        <translation>インストーラーを保存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Checking the signature</source>
        <translation>署名を確認しています</translation>
    </message>
    <message>
        <source>Where to save the installer</source>
        <translation>インストーラーの保存先</translation>
    </message>
    <message>
        <source>Checking every byte</source>
        <translation>内容をすべて確認しています</translation>
    </message>
    <message>
        <source>Version {version} is signed by the publisher. Version {installed} is installed.</source>
        <translation>バージョン {version} は発行元の署名を確認できました。いまはバージョン {installed} が入っています。</translation>
    </message>
    <message>
        <source>Saved and checked: {path}</source>
        <translation>確認して保存しました：{path}</translation>
    </message>
    <message>
        <source>Close hvacdesk, open the installer, then start hvacdesk again.</source>
        <translation>hvacdesk を閉じ、インストーラーを開いてから、もう一度 hvacdesk を起動してください。</translation>
    </message>
    <message>
        <source>Saving installs nothing. When the new version opens the office for the first time, it takes a checked backup before it changes anything.</source>
        <translation>保存しただけではインストールされません。新しい版で初めて事務所を開くとき、確認済みのバックアップをとってからデータを更新します。</translation>
    </message>
</context>
<context>
    <name>ViolationForm</name>
    <message>
        <source>Change record {number}</source>
        <translation>記録{number}を変更</translation>
    </message>
    <message>
        <source>Record a violation</source>
        <translation>違反を記録</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Staff member</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>{name} (left the office)</source>
        <translation>{name}（退職）</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>違反の内容</translation>
    </message>
    <message>
        <source>Nothing about customers: no names, no numbers. At most {limit} characters.</source>
        <translation>お客様のことは、名前も番号も書かないでください。{limit}文字まで。</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>くわしい内容</translation>
    </message>
    <message>
        <source>What followed</source>
        <translation>処分</translation>
    </message>
    <message>
        <source>As the rules state it; the work rules and labour law set its bounds.</source>
        <translation>決まりに定めた処分です。就業規則と労働法の範囲で決めてください。</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>対応の内容</translation>
    </message>
</context>
<context>
    <name>Violations</name>
    <message>
        <source>Papers left behind or lost</source>
        <translation>紙の置き忘れ・紛失</translation>
    </message>
    <message>
        <source>Sent or handed to the wrong person</source>
        <translation>誤送信・誤った手渡し</translation>
    </message>
    <message>
        <source>Passphrase or PIN shared</source>
        <translation>パスフレーズ・暗証番号の使い回し</translation>
    </message>
    <message>
        <source>Screen left open</source>
        <translation>画面の開けっぱなし</translation>
    </message>
    <message>
        <source>Customer data looked at without need</source>
        <translation>必要のない閲覧</translation>
    </message>
    <message>
        <source>Data carried out without permission</source>
        <translation>許可のない持ち出し</translation>
    </message>
    <message>
        <source>Thrown away without shredding</source>
        <translation>裁断しない廃棄</translation>
    </message>
    <message>
        <source>Posted or told to outsiders</source>
        <translation>投稿・口外</translation>
    </message>
    <message>
        <source>Used for one&apos;s own ends</source>
        <translation>私的な利用・悪用</translation>
    </message>
    <message>
        <source>Incident not reported</source>
        <translation>報告をしなかった</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Spoken warning</source>
        <translation>口頭での注意</translation>
    </message>
    <message>
        <source>Written apology and training again</source>
        <translation>始末書と研修のやり直し</translation>
    </message>
    <message>
        <source>Written warning</source>
        <translation>けん責</translation>
    </message>
    <message>
        <source>Access withdrawn</source>
        <translation>表示できる範囲の取り消し</translation>
    </message>
    <message>
        <source>Cut in pay</source>
        <translation>減給</translation>
    </message>
    <message>
        <source>Suspension from work</source>
        <translation>出勤停止</translation>
    </message>
    <message>
        <source>Dismissal</source>
        <translation>懲戒解雇</translation>
    </message>
    <message>
        <source>No penalty</source>
        <translation>処分なし</translation>
    </message>
</context>
<context>
    <name>Violations record</name>
    <message>
        <source>Printed {date}</source>
        <translation>印刷日 {date}</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>違反の内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Written down by</source>
        <translation>記録者</translation>
    </message>
</context>
<context>
    <name>ViolationsTab</name>
    <message>
        <source>Only persons responsible see this. Write nothing about customers.</source>
        <translation>責任者だけに表示されます。お客様のことは書かないでください。</translation>
    </message>
    <message>
        <source>No violation is on record</source>
        <translation>違反の記録はありません</translation>
    </message>
    <message>
        <source>When somebody broke a rule, write down what happened and what followed, as the rules state.</source>
        <translation>決まりに反することがあったときは、内容と、決まりに定めた処分をここに記録します。</translation>
    </message>
    <message>
        <source>Record a violation…</source>
        <translation>違反を記録…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>Close the record…</source>
        <translation>記録を完結…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Violations</source>
        <translation>違反・処分の記録</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Staff member</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>違反の内容</translation>
    </message>
    <message>
        <source>What followed</source>
        <translation>処分</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>完結</translation>
    </message>
    <message>
        <source>open</source>
        <translation>対応中</translation>
    </message>
    <message>
        <source>Close record {number}?</source>
        <translation>記録{number}を完結しますか？</translation>
    </message>
    <message>
        <source>It then stands as it is and cannot be changed.</source>
        <translation>完結すると、変更できなくなります。</translation>
    </message>
    <message>
        <source>Close the record</source>
        <translation>完結する</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Record of violations</source>
        <translation>違反・処分の記録</translation>
    </message>
</context>
<context>
    <name>Visit contract</name>
    <message>
        <source>Contract (sale on a visit)</source>
        <translation>契約書（訪問販売）</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>契約書番号 {number}</translation>
    </message>
    <message>
        <source>Concluded {date}</source>
        <translation>契約日 {date}</translation>
    </message>
    <message>
        <source>Job no. {number}</source>
        <translation>工事番号 {number}</translation>
    </message>
    <message>
        <source>Please read this paper carefully.</source>
        <translation>この書面の内容を十分にお読みください。</translation>
    </message>
    <message>
        <source>Content of the contract</source>
        <translation>契約の内容</translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation>役務の種類</translation>
    </message>
    <message>
        <source>{kind} (air conditioners)</source>
        <translation>エアコンの{kind}</translation>
    </message>
    <message>
        <source>Your address</source>
        <translation>ご住所</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>工事先</translation>
    </message>
    <message>
        <source>Day of the work</source>
        <translation>役務の提供時期</translation>
    </message>
    <message>
        <source>Goods (maker, model, number)</source>
        <translation>商品（製造者名・型式・数量）</translation>
    </message>
    <message>
        <source>Price, tax included</source>
        <translation>代金（税込）</translation>
    </message>
    <message>
        <source>Time and way of payment</source>
        <translation>お支払いの時期と方法</translation>
    </message>
    <message>
        <source>On completion of the work</source>
        <translation>工事完了時に現金でお支払い</translation>
    </message>
    <message>
        <source>Special terms, defects, dissolution</source>
        <translation>特約・契約不適合責任・解除</translation>
    </message>
    <message>
        <source>None are agreed; the Civil Code applies.</source>
        <translation>特に定めはありません（民法の定めによります）。</translation>
    </message>
    <message>
        <source>Concluded for us by</source>
        <translation>契約担当者</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>{unit}, {count} pcs</source>
        <translation>{unit} {count}台</translation>
    </message>
    <message>
        <source>Cooling-off</source>
        <translation>クーリング・オフのお知らせ</translation>
    </message>
    <message>
        <source>1. Within {days} days, the day on which you received this paper being the first, you may withdraw from this contract without a reason, by a written notice or an electronic one such as an e-mail.</source>
        <translation>1. お客様は、この書面を受け取った日から起算して{days}日を経過するまでの間、書面または電子メールなどの電磁的記録により、理由を問わず契約の解除（クーリング・オフ）ができます。</translation>
    </message>
    <message>
        <source>2. The withdrawal takes effect when you send the notice.</source>
        <translation>2. クーリング・オフは、お客様が通知を発した時に効力を生じます。</translation>
    </message>
    <message>
        <source>3. If you withdraw, we ask no damages and no penalty. We bear the cost of taking back goods that were handed over, and we ask no price for work done or for the use of goods.</source>
        <translation>3. クーリング・オフをされた場合、当社は損害賠償や違約金を請求しません。引き渡し済みの商品の引き取り費用は当社が負担し、行った工事の代金や、商品の使用による利益に相当する金額も請求しません。</translation>
    </message>
    <message>
        <source>4. What you have paid is returned to you at once and in full.</source>
        <translation>4. すでにお支払いいただいた代金は、速やかに全額をお返しします。</translation>
    </message>
    <message>
        <source>5. Where the work changed your land or building, you may ask us to put it back as it was, free of charge.</source>
        <translation>5. 工事によって土地や建物の現状が変わったときは、無料で元の状態に戻すよう請求できます。</translation>
    </message>
    <message>
        <source>6. If you did not withdraw because we told you an untruth or put you under pressure, you may withdraw until {days} days have passed since you received a paper from us that says so and we explained it.</source>
        <translation>6. 当社が事実と違うことを告げたり威迫したりしたために、お客様が誤認または困惑してクーリング・オフをされなかったときは、当社が改めてその旨の書面をお渡しして説明した日から起算して{days}日を経過するまで、クーリング・オフができます。</translation>
    </message>
    <message>
        <source>Send the notice to: {office}</source>
        <translation>通知先：{office}</translation>
    </message>
    <message>
        <source>Amount, tax excluded</source>
        <translation>金額（税抜）</translation>
    </message>
    <message>
        <source>Amount, tax included</source>
        <translation>金額（税込）</translation>
    </message>
</context>
<context>
    <name>Visit contracts</name>
    <message>
        <source>None: paper and cooling-off are owed</source>
        <translation>なし（書面とクーリング・オフが必要）</translation>
    </message>
    <message>
        <source>The customer asked us to come to make this contract</source>
        <translation>お客様が、この契約のために訪問を請求した</translation>
    </message>
    <message>
        <source>The customer makes it for a business</source>
        <translation>お客様の営業のための契約</translation>
    </message>
    <message>
        <source>Letter or postcard (day of the postmark)</source>
        <translation>手紙・はがき（消印の日）</translation>
    </message>
    <message>
        <source>E-mail, form or FAX (day it was sent)</source>
        <translation>メール・フォーム・FAX（送信日）</translation>
    </message>
    <message>
        <source>Said to us</source>
        <translation>口頭</translation>
    </message>
</context>
<context>
    <name>VisitCard</name>
    <message>
        <source>Change the contract on a visit…</source>
        <translation>訪問販売の契約を変更…</translation>
    </message>
    <message>
        <source>Made on a visit…</source>
        <translation>訪問先で契約した…</translation>
    </message>
    <message>
        <source>Print the contract paper…</source>
        <translation>契約書面を印刷…</translation>
    </message>
    <message>
        <source>Nothing recorded. A contract that is made at the customer&apos;s needs its paper at once.</source>
        <translation>記録はありません。お客様宅などで契約したときは、すぐに契約書面を渡す必要があります。</translation>
    </message>
    <message>
        <source>Concluded on {day}.</source>
        <translation>{day}に契約。</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>期間内</translation>
    </message>
    <message>
        <source>after the last day</source>
        <translation>期間後</translation>
    </message>
    <message>
        <source>Withdrawn on {day}, {how}.</source>
        <translation>{day}にクーリング・オフ（{how}）。</translation>
    </message>
    <message>
        <source>Paper received on {paper}. Cooling-off until {ends}, by letter or e-mail.</source>
        <translation>書面の受け取り：{paper}。クーリング・オフは{ends}まで（書面・メール可）。</translation>
    </message>
    <message>
        <source>The customer has no paper yet. It is owed at once, and until it is received the contract can be withdrawn without any limit.</source>
        <translation>お客様に契約書面が渡っていません。直ちに渡す必要があり、渡すまでは期限なくクーリング・オフができます。</translation>
    </message>
    <message>
        <source>Withdrawn in time: return what was paid, take back what was delivered and put the site back as it was, at our cost. Then cancel the job.</source>
        <translation>期間内のクーリング・オフです。代金を返し、商品の引き取りと原状回復を当社の負担で行い、そのあと工事を取り消してください。</translation>
    </message>
    <message>
        <source>The work is planned within the cooling-off. If the customer withdraws, everything is put back free of charge.</source>
        <translation>クーリング・オフの期間中に作業の予定があります。お客様が解除されたときは、無料で元に戻します。</translation>
    </message>
    <message>
        <source>Contract paper {number}</source>
        <translation>契約書面 {number}</translation>
    </message>
    <message>
        <source>Print it in colour: the law asks for red in a red frame. Hand it over at once, and record the day on which the customer received it.</source>
        <translation>カラーで印刷してください。法令により、赤枠の中に赤字で記載する必要があります。すぐにお渡しし、受け取られた日を記録してください。</translation>
    </message>
</context>
<context>
    <name>VisitForm</name>
    <message>
        <source>Contract on a visit, job {number}</source>
        <translation>訪問販売の契約&#x3000;工事{number}</translation>
    </message>
    <message>
        <source>Paper received by the customer on</source>
        <translation>お客様が書面を受け取った日</translation>
    </message>
    <message>
        <source>Concluded on</source>
        <translation>契約日</translation>
    </message>
    <message>
        <source>Concluded for us by</source>
        <translation>契約担当者</translation>
    </message>
    <message>
        <source>The customer may withdraw for {days} days, the day of receipt included. {source} (as of {as_of}).</source>
        <translation>書面を受け取った日を1日目として、{days}日間クーリング・オフができます。{source}（{as_of}時点）。</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>適用除外</translation>
    </message>
    <message>
        <source>{source} (as of {as_of}).</source>
        <translation>{source}（{as_of}時点）。</translation>
    </message>
    <message>
        <source>This holds only where the customer called to have this very contract made at home. A call for a look, an estimate or a repair is no such call, and whatever was added on the visit is not covered. In doubt choose no exception and hand over the paper.</source>
        <translation>お客様が、まさにこの契約を自宅で結ぶために呼んだときだけ選べます。様子を見てほしい、見積もりがほしい、修理してほしいという依頼は当たりません。訪問先で追加した内容も対象外です。迷うときは「なし」を選び、書面を渡してください。</translation>
    </message>
    <message>
        <source>Called us on</source>
        <translation>依頼を受けた日</translation>
    </message>
    <message>
        <source>Called us for</source>
        <translation>依頼の内容</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Nothing beyond what they called for was agreed on</source>
        <translation>依頼の内容を超える契約はしていない</translation>
    </message>
    <message>
        <source>Time and way of payment (empty: on completion)</source>
        <translation>お支払いの時期と方法（空欄なら工事完了時）</translation>
    </message>
    <message>
        <source>Special terms (empty: none)</source>
        <translation>特約（空欄ならなし）</translation>
    </message>
    <message>
        <source>Withdrawn: notice sent on</source>
        <translation>クーリング・オフの通知が発せられた日</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>通知の方法</translation>
    </message>
    <message>
        <source>Did the customer receive another paper?</source>
        <translation>お客様に別の書面を渡しましたか？</translation>
    </message>
    <message>
        <source>No contract paper for this job was printed here. The cooling-off days only begin with a paper that says all the law asks for. Enter the day if you handed one over that was made elsewhere.</source>
        <translation>この工事の契約書面は、このプログラムではまだ印刷していません。クーリング・オフの期間は、法令の記載事項がそろった書面を渡した日から始まります。別に作った書面を渡したときだけ、受け取った日を入力してください。</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>入力に戻る</translation>
    </message>
    <message>
        <source>Save the day</source>
        <translation>この日で保存</translation>
    </message>
</context>
<context>
    <name>VoidForm</name>
    <message>
        <source>Make invoice {number} void</source>
        <translation>請求書 {number} の取り消し</translation>
    </message>
    <message>
        <source>It asks for nothing any more, and the job is to bill again. Number and document are kept. If the customer has it already, tell them, or make a credit note instead.</source>
        <translation>この請求は無効になり、工事は未請求に戻ります。番号と控えは残ります。すでにお客様に渡しているときは、お客様に連絡するか、代わりに返還請求書を作成してください。</translation>
    </message>
    <message>
        <source>Make it void</source>
        <translation>取り消す</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Try again in {minutes} min {seconds} s.</source>
        <translation>{minutes}分{seconds}秒後にもう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>WallGuide</name>
    <message>
        <source>Guide for the wall</source>
        <translation>壁に貼るガイド</translation>
    </message>
    <message>
        <source>Save the guide as PDF</source>
        <translation>ガイドをPDFで保存</translation>
    </message>
    <message>
        <source>Drawing the guide</source>
        <translation>ガイドを作成しています</translation>
    </message>
    <message>
        <source>Save the guide for the wall</source>
        <translation>壁に貼るガイドを保存</translation>
    </message>
    <message>
        <source>guide-for-the-wall.pdf</source>
        <translation>壁に貼るガイド.pdf</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>保存しました。</translation>
    </message>
</context>
<context>
    <name>WelcomeStep</name>
    <message>
        <source>Set up your office</source>
        <translation>事務所の初期設定</translation>
    </message>
    <message>
        <source>It takes about five minutes. Nothing is written before the last step.</source>
        <translation>5分ほどで終わります。最後の手順まで何も保存されません。</translation>
    </message>
    <message>
        <source>The office&apos;s name and the facts from which retention periods are counted</source>
        <translation>事務所名と、保存期間の計算に使う情報</translation>
    </message>
    <message>
        <source>Your name and a passphrase: you become the person responsible</source>
        <translation>責任者になる方の氏名とパスフレーズ</translation>
    </message>
    <message>
        <source>A recovery sheet on paper, for the day on which this computer or the passphrase is lost</source>
        <translation>パソコンの紛失や、パスフレーズを忘れたときに備える紙の復旧用シート</translation>
    </message>
    <message>
        <source>Set up a new office</source>
        <translation>新しい事務所を作る</translation>
    </message>
    <message>
        <source>This computer knows a backup of {office}, taken {time}.</source>
        <translation>このパソコンには、{office}のバックアップ（{time}）が登録されています。</translation>
    </message>
    <message>
        <source>There is an office already</source>
        <translation>すでに事務所があるとき</translation>
    </message>
    <message>
        <source>After a new computer or a broken disk, or to move: with a backup and the recovery sheet the office comes to this computer. Do not set up a second one beside it.</source>
        <translation>パソコンの買い替え・ディスクの故障・引っ越しのときは、バックアップと復旧用シートがあれば、このパソコンに事務所を移せます。別に新しく作らないでください。</translation>
    </message>
    <message>
        <source>Restore or move an office to this computer</source>
        <translation>復元・このパソコンへの引っ越し</translation>
    </message>
</context>
<context>
    <name>WhatGoes</name>
    <message numerus="yes">
        <source>Destroy %n call note(s)</source>
        <translation>
            <numerusform>電話メモ%Ln件を廃棄</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Destroy %n customer(s)</source>
        <translation>
            <numerusform>お客様%Ln件を廃棄</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reduce %n customer(s) to the ledger</source>
        <translation>
            <numerusform>お客様%Ln件を帳簿項目だけに削減</numerusform>
        </translation>
    </message>
    <message>
        <source>Destroy {destroyed} and reduce {reduced} customers</source>
        <translation>お客様{destroyed}件を廃棄し、{reduced}件を帳簿項目だけに削減</translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>Destroy and reduce</source>
        <translation>廃棄と削減</translation>
    </message>
    <message>
        <source>Reduce to the ledger</source>
        <translation>帳簿項目だけに削減</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) go as a whole: names, addresses, phones, jobs and everything else.</source>
        <translation>
            <numerusform>廃棄%Ln件：氏名・住所・電話・工事など、お客様の情報がすべて消えます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) are reduced to the ledger. Stays: {kept}. Goes: {gone}.</source>
        <translation>
            <numerusform>削減%Ln件：法律が求める帳簿項目だけが残ります。残る項目：{kept}。消える項目：{gone}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call note(s) without a customer go.</source>
        <translation>
            <numerusform>お客様のない電話メモ%Ln件が消えます。</numerusform>
        </translation>
    </message>
    <message>
        <source>What stays is written into a new file under new keys.</source>
        <translation>残すデータを、新しい鍵で新しいファイルに書き出します。</translation>
    </message>
    <message>
        <source>Every page of the new file is decrypted and searched, to prove that nothing of what was erased is left in it.</source>
        <translation>新しいファイルの全ページを復号して探索し、消去したデータが残っていないことを確かめます。</translation>
    </message>
    <message>
        <source>New backups take the place of the former ones: leave the backup disk connected.</source>
        <translation>新しいバックアップが古いものに置き換わります。バックアップ用のディスクをつないだままにしてください。</translation>
    </message>
    <message>
        <source>A certificate is made. Until then leave the computer switched on.</source>
        <translation>廃棄・消去証明書を作ります。それまでパソコンの電源を切らないでください。</translation>
    </message>
    <message>
        <source>This cannot be undone, and no backup made from now on will hold what goes.</source>
        <translation>元に戻せません。今後のバックアップにも、消えるデータは残りません。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>WhichCopyDialog</name>
    <message>
        <source>Which copy is it?</source>
        <translation>どの控えですか</translation>
    </message>
    <message>
        <source>This number stands on several copies. The top of each says what it is.</source>
        <translation>この番号の控えは複数あります。種類は控えのいちばん上に書いてあります。</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>WhichJob</name>
    <message>
        <source>no day yet</source>
        <translation>日時未定</translation>
    </message>
</context>
<context>
    <name>WhichJobDialog</name>
    <message>
        <source>Work order for which job?</source>
        <translation>どの工事の作業指示書を印刷しますか</translation>
    </message>
    <message>
        <source>Choose the copies…</source>
        <translation>控えを選ぶ…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Withdraw {name}</source>
        <translation>{name}の登録を解除</translation>
    </message>
    <message>
        <source>The login {name} of this computer can no longer open the office. The keys are renewed for that; it takes some seconds.</source>
        <translation>このパソコンのログイン{name}では事務所を開けなくなります。そのために鍵を更新します。数秒かかります。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>登録を解除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Renewing the keys</source>
        <translation>鍵を更新しています</translation>
    </message>
    <message>
        <source>{name} was withdrawn.</source>
        <translation>{name}の登録を解除しました。</translation>
    </message>
    <message>
        <source>These logins have to be enrolled again afterwards: {names}.</source>
        <translation>次のログインは、あとで登録し直す必要があります：{names}。</translation>
    </message>
</context>
<context>
    <name>WizardStep</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>Work notice</name>
    <message>
        <source>Thank you for your order. We will come for the work below. If the day no longer suits you, please call us.</source>
        <translation>このたびはご依頼いただき、ありがとうございます。下記のとおり工事に伺います。ご都合が変わりましたら、お早めにお電話ください。</translation>
    </message>
    <message>
        <source>Thank you for your order. We will do the work below, and let you know its day once it is fixed.</source>
        <translation>このたびはご依頼いただき、ありがとうございます。下記の内容で工事を承りました。日程が決まりましたら、あらためてご連絡いたします。</translation>
    </message>
    <message>
        <source>Your contact</source>
        <translation>お問い合わせ先</translation>
    </message>
</context>
<context>
    <name>Work orders</name>
    <message>
        <source>Technician&apos;s copy</source>
        <translation>作業員控</translation>
    </message>
    <message>
        <source>Partner firm&apos;s copy</source>
        <translation>協力会社控</translation>
    </message>
    <message>
        <source>Customer&apos;s copy</source>
        <translation>お客様控</translation>
    </message>
    <message>
        <source>Office copy</source>
        <translation>事務所控</translation>
    </message>
    <message>
        <source>Waiting to be printed</source>
        <translation>印刷待ち</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>持出中</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>交付済</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保管</translation>
    </message>
    <message>
        <source>Shredded</source>
        <translation>裁断</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>紛失</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>未印刷</translation>
    </message>
    <message>
        <source>The print was spoiled</source>
        <translation>印刷の失敗</translation>
    </message>
    <message>
        <source>The copy was lost</source>
        <translation>控えの紛失</translation>
    </message>
    <message>
        <source>The job was changed</source>
        <translation>工事内容の変更</translation>
    </message>
    <message>
        <source>Another person goes</source>
        <translation>担当者の変更</translation>
    </message>
</context>
<context>
    <name>Work scope</name>
    <message>
        <source>Staff</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Partner firm</source>
        <translation>協力会社</translation>
    </message>
    <message>
        <source>Asbestos survey</source>
        <translation>石綿の事前調査</translation>
    </message>
    <message>
        <source>The building was begun before September 2006, or we do not know when: we look for asbestos before we drill or take anything down, and tell you what we found.</source>
        <translation>2006年8月31日以前に着工、または着工日が分からない建物のため、穴あけ・撤去の前に石綿（アスベスト）の事前調査を行い、結果をお知らせします。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>機器</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Refrigerant</source>
        <translation>冷媒</translation>
    </message>
    <message>
        <source>Serial no.</source>
        <translation>製造番号</translation>
    </message>
</context>
<context>
    <name>Work subjects</name>
    <message>
        <source>Installation of air conditioners</source>
        <translation>エアコン新設工事</translation>
    </message>
    <message>
        <source>Replacement of air conditioners</source>
        <translation>エアコン交換工事</translation>
    </message>
    <message>
        <source>Relocation of air conditioners</source>
        <translation>エアコン移設工事</translation>
    </message>
    <message>
        <source>Removal of air conditioners</source>
        <translation>エアコン撤去工事</translation>
    </message>
    <message>
        <source>Repair of air conditioners</source>
        <translation>エアコン修理</translation>
    </message>
    <message>
        <source>Cleaning of air conditioners</source>
        <translation>エアコン洗浄</translation>
    </message>
    <message>
        <source>Inspection of air conditioners</source>
        <translation>エアコン点検</translation>
    </message>
    <message>
        <source>{work} ({units})</source>
        <translation>{work}（{units}）</translation>
    </message>
    <message>
        <source>{units} and {count} more</source>
        <translation>{units} ほか{count}台</translation>
    </message>
</context>
<context>
    <name>WorkOrderPreview</name>
    <message numerus="yes">
        <source>%n copy(ies) to print</source>
        <translation>
            <numerusform>印刷する控え %Ln枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Each copy has its own number and is printed once, on one side. Closing without printing strikes the copies from the register.</source>
        <translation>控えには1枚ずつ番号が付き、片面で1回だけ印刷されます。印刷せずに閉じると、台帳では「未印刷」になります。</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) sent to the printer.</source>
        <translation>
            <numerusform>控え%Ln枚をプリンターへ送りました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Something missing?</source>
        <translation>出てこない控えがある</translation>
    </message>
    <message numerus="yes">
        <source>The printer gave up on %n copy(ies). See what came out.</source>
        <translation>
            <numerusform>プリンターが%Ln枚の印刷を中止しました。出てきた控えを確認してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Say what came out</source>
        <translation>確認する</translation>
    </message>
    <message>
        <source>Not printed. The copies were struck from the register.</source>
        <translation>印刷しませんでした。台帳では「未印刷」になります。</translation>
    </message>
</context>
<context>
    <name>WorkOrdersPage</name>
    <message>
        <source>Work orders</source>
        <translation>作業指示書</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Print a day</source>
        <translation>日付ごとに印刷</translation>
    </message>
    <message>
        <source>Register of papers</source>
        <translation>書類の台帳</translation>
    </message>
    <message>
        <source>Electrical-work ledger</source>
        <translation>電気工事の帳簿</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>前日</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>翌日</translation>
    </message>
    <message>
        <source>Something did not come out</source>
        <translation>出てこなかった控えがある</translation>
    </message>
    <message>
        <source>No jobs on this day</source>
        <translation>この日の工事はありません</translation>
    </message>
    <message>
        <source>Book jobs first; their work orders are printed here in one go.</source>
        <translation>先に工事を受け付けてください。作業指示書をここでまとめて印刷できます。</translation>
    </message>
    <message>
        <source>Look at the week</source>
        <translation>週の予定を見る</translation>
    </message>
    <message>
        <source>Drawing the work orders</source>
        <translation>作業指示書を作成しています</translation>
    </message>
    <message numerus="yes">
        <source>Print %n copy(ies)</source>
        <translation>
            <numerusform>控え%Ln枚を印刷</numerusform>
        </translation>
    </message>
</context>
</TS>
