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
        <source>Built on</source>
        <translation>使用しているソフトウェア</translation>
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
    <name>AnchorQuestion</name>
    <message>
        <source>Note the audit log&apos;s end anew?</source>
        <translation>操作記録の末尾を記録し直しますか？</translation>
    </message>
    <message>
        <source>Do this when you know why the file is older than the log&apos;s noted end, for example because it was put back from a copy. What was logged after that copy is not in it. The log shows that you answered for it.</source>
        <translation>ファイルが記録済みの末尾より古い理由がわかっているときに行います（例：複製から戻した）。その複製より後の操作記録は含まれていません。あなたが確認したことが操作記録に残ります。</translation>
    </message>
    <message>
        <source>Note it anew</source>
        <translation>記録し直す</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>ApprovalStep</name>
    <message>
        <source>Approval</source>
        <translation>承認</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) proposed to be destroyed by {name}</source>
        <translation>
            <numerusform>{name}さんがお客様%n件の廃棄を申請しました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) proposed to be reduced to the ledger</source>
        <translation>
            <numerusform>帳簿項目だけ残すお客様：%n 名</numerusform>
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
        <source>You may approve this batch. Look at step 2 first.</source>
        <translation>この廃棄点検を承認できます。先に手順2の内容を確認してください。</translation>
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
            <numerusform>ほかに期限超過の書類%n件</numerusform>
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
        <source>%n more recurring job(s) to book</source>
        <translation>
            <numerusform>ほかに未予約の定期作業%n件</numerusform>
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
        <translation>お客様からの請求</translation>
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
        <translation>画面をロック</translation>
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
        <source>Customer list outside destroyed</source>
        <translation>外部のお客様一覧を消去</translation>
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
        <source>Loss reported</source>
        <translation>紛失の届け出</translation>
    </message>
    <message>
        <source>Loss looked at</source>
        <translation>紛失の確認</translation>
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
        <source>Chain anchored anew</source>
        <translation>操作記録の末尾を控え直し</translation>
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
        <source>Damage found</source>
        <translation>破損を検出</translation>
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
        <source>Estimate</source>
        <translation>見積書</translation>
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
        <translation>調査結果</translation>
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
        <source>person or organisation</source>
        <translation>個人・法人の別</translation>
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
</context>
<context>
    <name>CalendarTab</name>
    <message>
        <source>Before</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>After</source>
        <translation>次へ</translation>
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
        <translation>{first}～{last}</translation>
    </message>
    <message>
        <source>Drag a job, or take it up with Ctrl+X, carry it with the arrow keys and press Enter. Ctrl+M asks for day and time.</source>
        <translation>工事はマウスで動かせます。キーでは Ctrl+X で持ち上げ、矢印で運び、Enter で置きます。日時の入力は Ctrl+M です。</translation>
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
        <translation>{moment}　受けた人：{who}</translation>
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
        <translation>{moment}　受付：{who}</translation>
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
        <translation>工事を予約</translation>
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
        <source>What you had typed before is here again.</source>
        <translation>入力途中だった内容を元に戻しました。</translation>
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
        <source>Caller&apos;s name</source>
        <translation>お名前</translation>
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
            <numerusform>未対応の電話メモ全%n件</numerusform>
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
        <translation>あなた宛ての未対応メモはありません</translation>
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
        <source>Look at the paper and untick what is missing or spoiled. What is unticked is struck from the register and can be printed anew; shred a spoiled sheet.</source>
        <translation>紙を確認し、出てこなかったものや印刷に失敗したもののチェックを外してください。外したものは台帳から取り消され、印刷し直せます。失敗した紙は裁断してください。</translation>
    </message>
    <message>
        <source>Noting it in the register</source>
        <translation>台帳に記録しています</translation>
    </message>
    <message numerus="yes">
        <source>Strike %n copy(ies)</source>
        <translation>
            <numerusform>%n枚を取り消す</numerusform>
        </translation>
    </message>
    <message>
        <source>All came out</source>
        <translation>すべて出てきました</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) struck. They can be printed anew.</source>
        <translation>
            <numerusform>%n枚を取り消しました。印刷し直せます。</numerusform>
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
        <translation>使う言葉の指定あり</translation>
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
    <message numerus="yes">
        <source>Certificate {number}: %n customer(s)</source>
        <translation>
            <numerusform>廃棄・消去証明書 {number}（お客様 %n件）</numerusform>
        </translation>
    </message>
    <message>
        <source>Call notes without a customer</source>
        <translation>登録のないお客様の電話メモ</translation>
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
        <source>Values sought</source>
        <translation>探索した値</translation>
    </message>
    <message>
        <source>Pages decrypted and searched</source>
        <translation>復号して探索したページ</translation>
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
        <source>Certificate {number}</source>
        <translation>廃棄・消去証明書 {number}</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
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
        <translation>判定できません（保存）</translation>
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
        <translation>返却されていない控え</translation>
    </message>
    <message numerus="yes">
        <source>%n call note(s) without a customer are older than six months and go with this batch.</source>
        <translation>
            <numerusform>登録のないお客様の電話メモ%n件が6か月を過ぎているため、今回あわせて廃棄します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call note(s) without a customer are still open and stay.</source>
        <translation>
            <numerusform>未対応の電話メモ%n件（登録のないお客様）は残します。</numerusform>
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
        <translation>復旧用シート No.{number}</translation>
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
        <source>Remark</source>
        <translation>確認事項</translation>
    </message>
    <message>
        <source>Also import what is probably registered already</source>
        <translation>登録済みの可能性がある行も取り込む</translation>
    </message>
    <message>
        <source>{good} rows are ready, {check} need a look, {duplicate} are probably registered, {wrong} cannot be imported.</source>
        <translation>取り込める行は{good}、確認が必要な行は{check}、登録済みの可能性がある行は{duplicate}、取り込めない行は{wrong}です。</translation>
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
    <name>ChoosePassphrase</name>
    <message>
        <source>At least {count} characters. Several words are easier to remember than signs.</source>
        <translation>{count}文字以上にしてください。記号より、単語をいくつか並べると覚えやすくなります。</translation>
    </message>
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
        <source>Stored head ({place}): lies on the chain</source>
        <translation>控えた末尾（{place}）：記録と一致しています</translation>
    </message>
    <message>
        <source>Stored head ({place}): DOES NOT LIE ON THE CHAIN</source>
        <translation>控えた末尾（{place}）：【異常】記録と一致しません</translation>
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
        <source>not imported</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>ほか{count}件</translation>
    </message>
    <message>
        <source>Column {number}, {name}: {meaning}</source>
        <translation>{number}列目　{name}：{meaning}</translation>
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
        <source>The workbook&apos;s password: </source>
        <translation>ブックのパスワード：</translation>
    </message>
    <message>
        <source>Nothing was stored: it was asked to check only.</source>
        <translation>確認だけを行いました。何も登録していません。</translation>
    </message>
    <message>
        <source>No customer was registered.</source>
        <translation>お客様は登録されませんでした。</translation>
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
        <source>Department</source>
        <translation>部署</translation>
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
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
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
        <source>Full name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Kana</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
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
        <source>E-mail</source>
        <translation>メール</translation>
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
        <source>Note</source>
        <translation>備考</translation>
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
        <translation>{organisation} 様</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>工事</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>控え</translation>
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
        <source>History</source>
        <translation>閲覧履歴</translation>
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
        <source>Print the work order of the next open job</source>
        <translation>次の工事の作業指示書を印刷</translation>
    </message>
    <message>
        <source>On a call: values stay shown, ten minutes at most</source>
        <translation>通話中：表示を続けます（最長10分）</translation>
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
        <source>{hits} / {total} customers</source>
        <translation>{hits} / {total}件</translation>
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
        <source>I have checked it: note the log&apos;s end anew</source>
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
</context>
<context>
    <name>DayList</name>
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
        <source>all day</source>
        <translation>終日</translation>
    </message>
    <message>
        <source>{copy} (already printed)</source>
        <translation>{copy}（印刷済み）</translation>
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
        <source>Paper</source>
        <translation>紙</translation>
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
        <translation>{shown} / {all} 名</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) chosen to be destroyed. Nothing has been destroyed yet.</source>
        <translation>
            <numerusform>お客様%n件を廃棄の対象に選びました。まだ何も廃棄されていません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) chosen to be reduced to the ledger.</source>
        <translation>
            <numerusform>%n 名のお客様は帳簿項目だけを残します。</numerusform>
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
        <translation>帳簿項目だけ残す (R)</translation>
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
        <source>This customer cannot be destroyed now: see the reason.</source>
        <translation>このお客様は今は廃棄できません。理由を確認してください。</translation>
    </message>
    <message>
        <source>Nothing of this customer can go before the rest: see the reason.</source>
        <translation>このお客様には、先に廃棄できる項目がありません。理由をご覧ください。</translation>
    </message>
    <message>
        <source>No job</source>
        <translation>工事なし</translation>
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
        <translation>このパソコンの印刷キューには、印刷したページが 1 日残ります。変更方法は、責任者が［設定］の［事務所］で確認できます。</translation>
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
            <numerusform>お客様 %n件（承認者：{name}）</numerusform>
        </translation>
    </message>
    <message>
        <source>Of those who are reduced, only what a law still needs is kept.</source>
        <translation>帳簿項目だけ残すお客様は、法律が求める項目だけが残ります。</translation>
    </message>
    <message>
        <source>This cannot be undone, and no backup made from now on will hold it.</source>
        <translation>元に戻すことはできません。今後のバックアップにも残りません。</translation>
    </message>
    <message>
        <source>Part of the work was done. It is only certified once every page was looked at.</source>
        <translation>廃棄は途中まで進んでいます。全ページの確認が終わるまで証明書は作成されません。</translation>
    </message>
    <message>
        <source>Approved. Nothing has been destroyed yet.</source>
        <translation>承認済みです。まだ何も廃棄されていません。</translation>
    </message>
    <message numerus="yes">
        <source>Destroy %n call note(s)</source>
        <translation>
            <numerusform>電話メモ%n件を廃棄する</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reduce %n customer(s) to the ledger</source>
        <translation>
            <numerusform>%n 名のお客様を帳簿項目だけにする</numerusform>
        </translation>
    </message>
    <message>
        <source>Destroy {destroyed} and reduce {reduced} customers</source>
        <translation>{destroyed} 名を廃棄し、{reduced} 名を帳簿項目だけにする</translation>
    </message>
    <message>
        <source>All their data is erased. The rest is written into a new file under new keys, which is decrypted page by page to prove that nothing is left. New backups take the place of the former ones, and a certificate is made. Leave the backup disk connected and the computer switched on.</source>
        <translation>対象のお客様のデータをすべて消去します。残りのデータは新しい鍵で新しいファイルに書き出し、全ページを復号して何も残っていないことを確かめます。バックアップも新しいものに置き換え、証明書を作成します。完了するまで、バックアップ用ディスクを接続したまま、電源を切らないでください。</translation>
    </message>
    <message numerus="yes">
        <source>Destroy %n customer(s)</source>
        <translation>
            <numerusform>お客様%n件を廃棄</numerusform>
        </translation>
    </message>
    <message>
        <source>Names, addresses, phones, jobs and everything else about them will be gone.</source>
        <translation>氏名・住所・電話・工事など、お客様の情報がすべて消えます。</translation>
    </message>
    <message>
        <source>Backup folders</source>
        <translation>バックアップ先</translation>
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
        <source>Writing the file anew under new keys and searching every page</source>
        <translation>新しい鍵でファイルを作り直し、全ページを検索しています</translation>
    </message>
    <message>
        <source>Taking new backups and removing the former copies</source>
        <translation>新しいバックアップを取り、以前の複製を削除しています</translation>
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
        <source>Certificate</source>
        <translation>証明書</translation>
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
        <source>Month-end disposal review {month}</source>
        <translation>月末の廃棄点検 {month}</translation>
    </message>
</context>
<context>
    <name>DisposalWizard</name>
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
    <message numerus="yes">
        <source>%n call note(s) without a customer go as well.</source>
        <translation>
            <numerusform>登録のないお客様の電話メモ%n件もあわせて廃棄します。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Certificate of disposal</source>
        <translation>廃棄・消去証明書</translation>
    </message>
    <message>
        <source>Certificate of disposal {number}</source>
        <translation>廃棄・消去証明書 {number}</translation>
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
        <source>Every page was checked and none of the erased values was found.</source>
        <translation>すべてのページを点検し、消去した値が残っていないことを確認しました。</translation>
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
        <source>Method used</source>
        <translation>用いた方法</translation>
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
        <source>Retention rules whose period had ended</source>
        <translation>満了した保存期間の決まり</translation>
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
        <source>Law</source>
        <translation>法令</translation>
    </message>
    <message>
        <source>{count} other customers were reduced to the ledger; only these fields stay: {fields} ({rule}, {law})</source>
        <translation>ほかに {count} 名は帳簿項目だけを残しました。残した項目：{fields}（{rule}、{law}）</translation>
    </message>
    <message>
        <source>Besides, {count} call notes without a customer were destroyed, six months after the call (office rule)</source>
        <translation>ほかに、登録のないお客様の電話メモ{count}件を、着信から6か月が過ぎたため廃棄しました（社内の決まり）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
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
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>{pages} database pages and {frames} log frames decrypted and searched</source>
        <translation>データベース {pages} ページとログ {frames} フレームを復号して探索</translation>
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
        <source>Person responsible</source>
        <translation>個人情報管理責任者</translation>
    </message>
    <message>
        <source>The same person proposed and, on a later day, confirmed: no one else could.</source>
        <translation>ほかに承認できる者がいないため、申請者本人が後日あらためて確認しました。</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>印</translation>
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
        <source>Job no. {number}</source>
        <translation>工事番号 {number}</translation>
    </message>
    <message>
        <source>Copy {copy} of {copies}</source>
        <translation>控 {copy} / {copies}</translation>
    </message>
    <message>
        <source>Page {page}/{pages}</source>
        <translation>{page}/{pages} ページ</translation>
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
        <source>To see, correct or delete your data, tell us your customer number.</source>
        <translation>個人情報の開示・訂正・削除などのご請求は、お客様番号を添えて下記までお申し付けください。</translation>
    </message>
    <message>
        <source>Customer no. {number}</source>
        <translation>お客様番号 {number}</translation>
    </message>
    <message>
        <source>Phone {phone}</source>
        <translation>電話 {phone}</translation>
    </message>
    <message>
        <source>FAX {fax}</source>
        <translation>ファックス {fax}</translation>
    </message>
    <message>
        <source>Representative {name}</source>
        <translation>代表 {name}</translation>
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
        <source>〓 stands for a character that cannot be printed. The screen shows it.</source>
        <translation>「〓」は印刷できない文字です。正しい文字は画面でご確認ください。</translation>
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
        <translation>{month}月{day}日({weekday})</translation>
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
        <translation>充填量計</translation>
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
        <source>Asbestos survey</source>
        <translation>石綿の事前調査</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
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
        <source>Measured values</source>
        <translation>測定値</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Unit {number}</source>
        <translation>機器{number}</translation>
    </message>
    <message>
        <source>difference {difference} K</source>
        <translation>差 {difference} K</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
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
        <translation>ドレン排水</translation>
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
        <source>Simple inspection (commercial unit)</source>
        <translation>簡易点検（業務用機器）</translation>
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
        <translation>○ 正常　× 異常</translation>
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
        <source>Warranty</source>
        <translation>保証</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
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
        <source>Technician&apos;s signature</source>
        <translation>作業者署名</translation>
    </message>
    <message>
        <source>Checked by (seal)</source>
        <translation>検印</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
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
        <source>Staff</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Partner firm</source>
        <translation>協力会社</translation>
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
        <source>Units</source>
        <translation>機器</translation>
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
        <source>Work</source>
        <translation>作業</translation>
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
        <source>Capacity</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>電源</translation>
    </message>
    <message>
        <source>Serial no.</source>
        <translation>製造番号</translation>
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
        <source>〒{code}</source>
        <translation>〒{code}</translation>
    </message>
    <message>
        <source>Contact slip</source>
        <translation>連絡票</translation>
    </message>
    <message>
        <source>Job no.</source>
        <translation>工事番号</translation>
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
        <translation>持つ人</translation>
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
        <source>None.</source>
        <translation>ありません。</translation>
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
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様番号</translation>
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
        <source>{first} to {last}</source>
        <translation>{first}から{last}まで</translation>
    </message>
    <message>
        <source>Entries: {count}</source>
        <translation>記入 {count}件</translation>
    </message>
    <message>
        <source>Printed {date} by {name}</source>
        <translation>印刷 {date}　{name}</translation>
    </message>
    <message>
        <source>Place of business</source>
        <translation>営業所</translation>
    </message>
    <message>
        <source>{day}&#x3000;Job no. {number}</source>
        <translation>{day}　工事番号 {number}</translation>
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
        <translation>ファックス {paper}</translation>
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
        <translation>このFAXには個人情報が含まれています。誤って届いた場合は、お手数ですが {phone} までお電話のうえ、裁断してください。複写や他の方への提供はなさらないでください。</translation>
    </message>
    <message>
        <source>Please call us when all pages have arrived and can be read.</source>
        <translation>全ページが届き、読み取れることをご確認のうえ、お電話をお願いいたします。</translation>
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
        <source>Written down by</source>
        <translation>記録者</translation>
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
        <source>Terms of NIST SP 800-88 Rev. 2 (Guidelines for Media Sanitization).</source>
        <translation>区分の用語は NIST SP 800-88 Rev. 2（媒体のデータ抹消の指針）によります。</translation>
    </message>
    <message>
        <source>–</source>
        <translation>－</translation>
    </message>
    <message>
        <source>Refrigerant log</source>
        <translation>冷媒の充塡・回収の記録</translation>
    </message>
    <message>
        <source>Printed {date}</source>
        <translation>印刷日 {date}</translation>
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
        <translation>お客様{count}件を登録しました（{first}〜{last}）。</translation>
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
    <name>EditUndo</name>
    <message>
        <source>Saved.</source>
        <translation>保存しました。</translation>
    </message>
    <message>
        <source>The change was undone.</source>
        <translation>変更を元に戻しました。</translation>
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
        <translation>手直し後 良</translation>
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
        <translation>あなたの役割では、この操作はできません。</translation>
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
        <translation>市外局番から、数字とハイフンだけで入力してください。補足は備考欄に書いてください。</translation>
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
        <source>See to the printer, then tick which copies came out. The others can be printed anew.</source>
        <translation>プリンターを直し、出てきた控えにチェックを入れてください。残りは印刷し直せます。</translation>
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
        <source>The configured key store ({backend}) does not protect secrets and is not used.</source>
        <translation>設定されている鍵の保管庫（{backend}）は秘密を守れないため、使用しません。</translation>
    </message>
    <message>
        <source>No key was stored in it.</source>
        <translation>そこに鍵は保存されていません。</translation>
    </message>
    <message>
        <source>Remove this setting so that the operating system&apos;s own key store is used.</source>
        <translation>この設定を外し、パソコン標準の鍵の保管庫を使ってください。</translation>
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
        <source>Check whether the key store is write-protected or its disk is full, or whether this computer&apos;s policy forbids to store passwords. Then try again.</source>
        <translation>保管庫が書き込み禁止になっていないか、ディスクがいっぱいでないか、このパソコンの設定でパスワードの保存が禁止されていないかを確認し、もう一度お試しください。</translation>
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
        <source>Connect it again and start anew, or choose a backup on another disk.</source>
        <translation>もう一度接続して最初からやり直すか、別のディスクのバックアップを選んでください。</translation>
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
        <source>Check the audit log against a printed certificate, then write the note anew.</source>
        <translation>印刷した廃棄・消去証明書と操作記録を照合してから、末尾を控え直してください。</translation>
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
        <translation>お支払い情報の欄を読み取れません。改変されたか、別の記録のものです。</translation>
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
        <translation>この廃棄は、あなたが今日申請したものです。</translation>
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
        <source>{count} kept papers of these customers are not shredded yet.</source>
        <translation>これらのお客様の書類のうち、{count}件がまだ裁断されていません。</translation>
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
        <source>Choose another folder, for example a USB stick, and save it again.</source>
        <translation>USBメモリーなど別のフォルダーを選び、もう一度保存してください。</translation>
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
        <translation>数値として読み取れません。</translation>
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
        <translation>{percent}%対象 {net}　消費税 {tax}</translation>
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
</context>
<context>
    <name>EventForm</name>
    <message>
        <source>Record an event</source>
        <translation>経過を記録</translation>
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
        <source>The day it happened, not today&apos;s: how long data is kept is counted from it.</source>
        <translation>今日ではなく、実際の日付を入力してください。保存期間の起算日になります。</translation>
    </message>
    <message>
        <source>Number on the document</source>
        <translation>書類の番号</translation>
    </message>
    <message>
        <source>Amount (yen)</source>
        <translation>金額（円）</translation>
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
        <translation>すべて（支払い情報・備考・鍵番号を除く）</translation>
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
        <source>E-mail</source>
        <translation>メール</translation>
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
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export customers</source>
        <translation>お客様一覧の書き出し</translation>
    </message>
    <message>
        <source>All customers go into an Excel workbook under a password. The log keeps who exported, why and how much. Whoever gets the file needs the password from you, not by the same mail.</source>
        <translation>すべてのお客様を、パスワード付きのExcelブックに書き出します。だれが、なぜ、どこまで書き出したかは操作記録に残ります。パスワードは、ファイルと同じメールでは送らないでください。</translation>
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
        <source>Writing the workbook</source>
        <translation>ブックを書き出しています</translation>
    </message>
    <message>
        <source>Choose why the list is needed.</source>
        <translation>一覧が必要な理由を選んでください。</translation>
    </message>
    <message>
        <source>customers {day}.xlsx</source>
        <translation>お客様一覧 {day}.xlsx</translation>
    </message>
    <message>
        <source>{count} customers are in “{name}”. This password is shown only now and is stored nowhere. Delete the file when it is no longer needed.</source>
        <translation>「{name}」にお客様{count}件を書き出しました。このパスワードは今だけ表示され、どこにも保存されません。不要になったファイルは消去してください。</translation>
    </message>
    <message>
        <source>The workbook&apos;s password</source>
        <translation>ブックの読み取りパスワード</translation>
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
        <translation>ファックス {number}</translation>
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
        <source>Excel workbooks (.xlsx) and CSV files in any encoding. Titles above the list, merged cells and a name or an address in one cell are understood.</source>
        <translation>Excelブック（.xlsx）と、文字コードを問わずCSVファイルを取り込めます。表の上の見出し、結合されたセル、1つの欄に書かれた氏名や住所も読み取ります。</translation>
    </message>
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
        <source>The workbook&apos;s password</source>
        <translation>ブックの読み取りパスワード</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>シート</translation>
    </message>
    <message>
        <source>Customer lists (*.xlsx *.xlsm *.csv *.txt *.tsv);;All files (*)</source>
        <translation>お客様一覧 (*.xlsx *.xlsm *.csv *.txt *.tsv);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Choose a customer list</source>
        <translation>お客様一覧を選ぶ</translation>
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
        <translation>入力途中だった内容を元に戻しました。</translation>
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
        <translation>事務所のフォルダーはネットワークドライブ（{name}）にあります。データベースを安全に使えるのは、このパソコン自身のディスクだけです。接続が切れるとデータベースが壊れることがあり、2 台のパソコンから同時に開くこともできません。</translation>
    </message>
    <message>
        <source>{name} synchronises the office&apos;s folder. It can put an older file over the database, and it keeps copies elsewhere that a disposal cannot reach.</source>
        <translation>事務所のフォルダーは {name} で同期されています。古いファイルでデータベースが上書きされることがあり、廃棄しても消せない控えがほかの場所に残ります。</translation>
    </message>
    <message>
        <source>{name} synchronises this folder. Backups are encrypted, but the service may keep removed ones: empty its bin and its version history after each disposal.</source>
        <translation>このフォルダーは {name} で同期されています。バックアップは暗号化されていますが、削除したものがサービス側に残ることがあります。廃棄のたびに、ゴミ箱とバージョン履歴を空にしてください。</translation>
    </message>
    <message>
        <source>This folder is on the same disk as the office. If that disk breaks, the office and these backups are lost together.</source>
        <translation>このフォルダーは事務所と同じディスクにあります。ディスクが壊れると、事務所のデータとバックアップが同時に失われます。</translation>
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
</context>
<context>
    <name>FormField</name>
    <message>
        <source>{name} (required)</source>
        <translation>{name}（必須）</translation>
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
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
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
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
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
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} to {last}, by {who}</source>
        <translation>{first}～{last}　担当：{who}</translation>
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
        <source>The audit log does not hold the entry that was noted as its last one: an older or altered database file lies in the office&apos;s folder.</source>
        <translation>操作記録の末尾が、控えておいたものと一致しません。事務所のフォルダーに、古いデータベースファイルか、書き換えられたデータベースファイルがあります。</translation>
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
        <source>Client contractor</source>
        <translation>元請</translation>
    </message>
    <message>
        <source>To collect</source>
        <translation>集金額</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>工事先</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Attends</source>
        <translation>立会い</translation>
    </message>
    <message>
        <source>Parking</source>
        <translation>駐車・搬入</translation>
    </message>
    <message>
        <source>Keys, codes</source>
        <translation>鍵・解錠番号</translation>
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
    <message>
        <source>Keep it</source>
        <translation>取り消さない</translation>
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
        <source>Note</source>
        <translation>備考</translation>
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
        <source>Amount to collect (yen)</source>
        <translation>集金額（円）</translation>
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
        <source>Recycling slip returned</source>
        <translation>家電リサイクル券の返送</translation>
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
        <source>Waste manifest</source>
        <translation>産業廃棄物管理票</translation>
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
        <translation>室外機 同じ階</translation>
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
</context>
<context>
    <name>Key stores</name>
    <message>
        <source>Windows Credential Manager</source>
        <translation>Windowsの資格情報マネージャー</translation>
    </message>
    <message>
        <source>the macOS keychain</source>
        <translation>macOSのキーチェーン</translation>
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
        <translation>署名鍵の指紋（復旧用シートと同じもの）</translation>
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
        <source>Sheet</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>First free label</source>
        <translation>最初に使うラベル</translation>
    </message>
    <message>
        <source>Print on plain paper first and hold it over a sheet of labels.</source>
        <translation>先に普通紙に印刷し、ラベル用紙に重ねて位置を確かめてください。</translation>
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
    <name>LabelGrid</name>
    <message>
        <source>First free label: number {number} of {count}</source>
        <translation>最初に使うラベル：{count}枚中 {number}番目</translation>
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
        <translation>ファックス</translation>
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
    <name>LedgerForm</name>
    <message>
        <source>Electrical-work ledger, job {number}</source>
        <translation>電気工事の帳簿　工事{number}</translation>
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
        <source>From</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>To</source>
        <translation>終了日</translation>
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
        <translation>工事番号</translation>
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
        <translation>状態</translation>
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
            <numerusform>記入 %n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) still need one</source>
        <translation>
            <numerusform>未記入の工事 %n件</numerusform>
        </translation>
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
        <translation>このパソコン、USBメモリ、メール、ごみ箱のすべてから消えたことを確かめてから、確認してください。だれが確認したかは操作記録に残ります。</translation>
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
        <source>I have looked at it</source>
        <translation>確認しました</translation>
    </message>
    <message>
        <source>Lost: {name} {number}, reported {day} {time} by {who}. It concerns {customers}.</source>
        <translation>紛失：{name} {number}（{day} {time} {who}さんが届け出）。対象のお客様は {customers} です。</translation>
    </message>
    <message>
        <source>It was found again on {day}.</source>
        <translation>{day}に見つかりました。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Half-typed forms are waiting: {count}</source>
        <translation>入力途中のフォームが{count}件あります</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>The daily backup was not possible in {folders}.</source>
        <translation>{folders}に今日のバックアップを作成できませんでした。</translation>
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
        <translation>あなたの役割では表示できません。</translation>
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
        <translation>支払</translation>
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
        <translation>{merged} に支払情報がありますが、あなたの役割では引き継げません。経理で入力し直してください。</translation>
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
        <source>Kana</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>支払方法</translation>
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
    <name>Notice</name>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
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
        <source>Is registered for electrical work</source>
        <translation>電気工事業の登録をしている</translation>
    </message>
    <message>
        <source>Type the office&apos;s name as it shall stand on papers.</source>
        <translation>書類に載せる事務所名を入力してください。</translation>
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
        <source>It shows the job&apos;s number and the phone number only, and is shredded today.</source>
        <translation>工事番号と電話番号だけを印刷します。本日中に裁断してください。</translation>
    </message>
    <message>
        <source>Envelope {number}</source>
        <translation>封筒 {number}</translation>
    </message>
    <message>
        <source>Long envelope no. 3, 120 × 235 mm. Feed it as the printer&apos;s own picture shows, the flap at the top.</source>
        <translation>長形3号（120×235mm）。プリンターの表示に従い、ふたを上にして差し込んでください。</translation>
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
</context>
<context>
    <name>OwnerStep</name>
    <message>
        <source>You</source>
        <translation>責任者の登録</translation>
    </message>
    <message>
        <source>You become the person responsible. You can invite the others afterwards.</source>
        <translation>あなたが責任者になります。ほかの担当者は後で招待できます。</translation>
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
        <source>It is struck from the register then, and can be printed anew. If any page came out, keep it in the register and shred it.</source>
        <translation>台帳から取り消し、あらためて印刷できます。1枚でも出てきた場合は取り消さず、裁断して登録してください。</translation>
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
        <source>Not printed. It was struck from the register.</source>
        <translation>印刷しませんでした。台帳から取り消しました。</translation>
    </message>
</context>
<context>
    <name>PaperRegister</name>
    <message>
        <source>Who has it</source>
        <translation>持っている人</translation>
    </message>
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
            <numerusform>持出中 %n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>期限超過 %n件</numerusform>
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
        <source>Being printed</source>
        <translation>印刷中</translation>
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
        <source>{cabinet} (key: {name})</source>
        <translation>{cabinet}（鍵：{name}）</translation>
    </message>
</context>
<context>
    <name>PapersStep</name>
    <message>
        <source>Paper</source>
        <translation>紙・媒体</translation>
    </message>
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
            <numerusform>廃棄を申請する前に、あと%n件の書類を裁断してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Shredded</source>
        <translation>裁断済み</translation>
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
    <name>PaymentFields</name>
    <message>
        <source>Payment method</source>
        <translation>お支払い方法</translation>
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
        <translation>お支払い情報の表示</translation>
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
        <source>Use this PIN</source>
        <translation>この番号を使う</translation>
    </message>
    <message>
        <source>Without a PIN</source>
        <translation>設定しない</translation>
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
        <translation>{source}（{as_of}現在）。kWは冷房能力ではなく、圧縮機の電動機の定格出力です。機器の銘板を確認してください。義務の有無は専門家に確認してください。</translation>
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
        <translation>次回の工事を登録</translation>
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
            <numerusform>%nか月ごと</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the job</source>
        <translation>工事を開く</translation>
    </message>
    <message>
        <source>The next job is booked.</source>
        <translation>次回の工事を登録しました。</translation>
    </message>
    <message>
        <source>For which customer?</source>
        <translation>お客様の選択</translation>
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
        <translation>消費税率は{percent}%です。消費税の1円未満は、見積書ごとに1回切り捨てます。根拠：{rate}、{rounding}（{as_of}現在）。詳しくは専門家に確認してください。</translation>
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
        <translation>このパソコンでは、印刷したページを印刷キューから削除できず、1 日残ります。パソコンの管理者に、/etc/cups/cupsd.conf に「PreserveJobFiles No」の行を加えて CUPS を再起動するよう依頼してください。</translation>
    </message>
    <message>
        <source>As soon as a paper is out, hvacdesk removes its pages from this computer&apos;s print queue.</source>
        <translation>紙が印刷され次第、そのページをこのパソコンの印刷キューから削除します。</translation>
    </message>
    <message>
        <source>Windows removes pages from its print queue as soon as they are out, unless the printer is set up to keep them: in the printer&apos;s properties, on the tab Advanced, “Keep printed documents” must not be ticked.</source>
        <translation>Windows は印刷が終わるとページを印刷キューから削除します。ただし、プリンターのプロパティの［詳細設定］タブで「印刷後ドキュメントを残す」にチェックが入っていると残ります。チェックを外してください。</translation>
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
        <source>The date is not recorded: {event}</source>
        <translation>日付が記録されていません：{event}</translation>
    </message>
    <message>
        <source>Counted from {start}, kept until {until}</source>
        <translation>起算日 {start}、保存期限 {until}</translation>
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
        <translation>お支払いの情報</translation>
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
        <translation>駐車・鍵・暗証番号</translation>
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
        <translation>冷媒 {refrigerant}　出荷時の充塡量：{rated}　現在の充塡量（差引）：{net}</translation>
    </message>
    <message>
        <source>Refrigerant not known</source>
        <translation>冷媒の種類は不明</translation>
    </message>
    <message>
        <source>Refrigerant log {number}</source>
        <translation>冷媒の記録 {number}</translation>
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
        <source>These logins of this computer have to be enrolled anew afterwards: {names}.</source>
        <translation>このパソコンの次のログインは、あとで登録し直す必要があります：{names}。</translation>
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
        <source>Enrol these logins of this computer anew: {names}.</source>
        <translation>このパソコンの次のログインを登録し直してください：{names}。</translation>
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
        <source>Save</source>
        <translation>保存</translation>
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
        <source>Saving</source>
        <translation>保存しています</translation>
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
        <source>The whole file is written anew under new keys. It takes some seconds, and nobody can save meanwhile. Passphrases and the recovery sheet stay as they are.</source>
        <translation>ファイル全体を新しい鍵で書き直します。数秒かかり、その間は保存できません。パスフレーズと復旧用シートは変わりません。</translation>
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
        <translation>もう一度廃棄したお客様：{count}名</translation>
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
            <numerusform>%n件の工事では、この控えを印刷済みです。理由は操作記録に残ります。</numerusform>
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
    <name>ResetDialog</name>
    <message>
        <source>Reset the passphrase of {name}</source>
        <translation>{name}さんのパスフレーズを再設定</translation>
    </message>
    <message>
        <source>{name} gets a one-time passphrase and chooses a new one with it at the next login. The present passphrase stops working at once. No data is lost.</source>
        <translation>{name}さんに1回限りのパスフレーズを発行します。次のログインのときに、それを使って新しいパスフレーズを決めます。今のパスフレーズはすぐに使えなくなります。データは失われません。</translation>
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
        <translation>1回限りのパスフレーズを作成しています</translation>
    </message>
    <message>
        <source>Hand this to {name} in person. It is shown only now and works once.</source>
        <translation>{name}さんに直接渡してください。今だけ表示され、使えるのは1回限りです。</translation>
    </message>
    <message>
        <source>The one-time passphrase</source>
        <translation>1回限りのパスフレーズ</translation>
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
    <name>Results</name>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>Airtightness, pressure</source>
        <translation>気密試験 圧力</translation>
    </message>
    <message>
        <source>Airtightness, time</source>
        <translation>気密試験 時間</translation>
    </message>
    <message>
        <source>Vacuum, time</source>
        <translation>真空引き 時間</translation>
    </message>
    <message>
        <source>Vacuum, reached</source>
        <translation>到達真空度</translation>
    </message>
    <message>
        <source>Vacuum, held</source>
        <translation>真空保持 時間</translation>
    </message>
    <message>
        <source>Refrigerant added</source>
        <translation>冷媒 追加充塡</translation>
    </message>
    <message>
        <source>Refrigerant recovered</source>
        <translation>冷媒 回収</translation>
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
        <translation>ドレン通水</translation>
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
        <translation>入力途中の内容を元に戻しました。</translation>
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
            <numerusform>%n台すべてを表示</numerusform>
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
        <translation>判定できません（保存）：家電リサイクル券が返送されていません（工事 {job}）。</translation>
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
        <source>Some fields may go now; the others are kept until {until} ({law})</source>
        <translation>一部の項目は廃棄できます。ほかは {until} まで保存します（{law}）</translation>
    </message>
    <message>
        <source>Retention ended {until} ({law})</source>
        <translation>保存期間満了 {until}（{law}）</translation>
    </message>
    <message>
        <source>Invoices and contracts</source>
        <translation>請求書・契約書</translation>
    </message>
    <message>
        <source>Books, invoices and contracts</source>
        <translation>帳簿・請求書・契約書</translation>
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
        <source>Appliance recycling slip, dealer&apos;s copy</source>
        <translation>家電リサイクル券（小売業者控）</translation>
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
        <translation>入金後のお支払いの情報</translation>
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
        <source>the office is registered for electrical work</source>
        <translation>電気工事業の登録がある</translation>
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
        <translation>お支払いの情報がある</translation>
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
        <source>Read from the sources named, on the dates named. Have a professional confirm them.</source>
        <translation>記載の出典を、記載の日付の時点で確認した内容です。専門家の確認を受けてください。</translation>
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
        <source>The whole of the office&apos;s access rules; nothing else grants anything.</source>
        <translation>事務所の権限はこの表がすべてです。ここにない権限は与えられません。</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>権限</translation>
    </message>
    <message>
        <source>{years} years (loss years {loss_years})</source>
        <translation>{years}年（欠損金の生じた年度は{loss_years}年）</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n年</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%nか月</numerusform>
        </translation>
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
</context>
<context>
    <name>SafeguardsPage</name>
    <message>
        <source>Safeguards</source>
        <translation>安全管理</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>操作記録</translation>
    </message>
    <message>
        <source>Disposal ledger</source>
        <translation>廃棄台帳</translation>
    </message>
    <message>
        <source>Storage media</source>
        <translation>媒体の台帳</translation>
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
        <source>Register this paper as lost?</source>
        <translation>この用紙を紛失として登録しますか</translation>
    </message>
    <message>
        <source>It carries a customer&apos;s data. The loss stays on the home page until a person responsible has looked at it.</source>
        <translation>お客様の情報が載った用紙です。責任者が確認するまで、ホーム画面に表示されます。</translation>
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
        <translation>工事を登録</translation>
    </message>
    <message>
        <source>For which customer?</source>
        <translation>お客様の選択</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>工事 %n件</numerusform>
        </translation>
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
        <source>Week before</source>
        <translation>前の週</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>次の週</translation>
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
        <translation>戻った書類を裁断にする</translation>
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
        <source>Choose columns and order</source>
        <translation>列と並び順を選ぶ</translation>
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
        <source>Witness</source>
        <translation>立会人</translation>
    </message>
    <message>
        <source>Contractor&apos;s certificate</source>
        <translation>業者の証明書番号</translation>
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
        <source>Name of the site</source>
        <translation>工事先の名前</translation>
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
        <source>Floor</source>
        <translation>階</translation>
    </message>
    <message>
        <source>Construction of the building started</source>
        <translation>建物の着工日</translation>
    </message>
    <message>
        <source>Before 2006-09-01 or unknown: asbestos survey before drilling.</source>
        <translation>2006年8月31日以前の着工または不明の場合は、穴あけの前に石綿の調査が必要です。</translation>
    </message>
    <message>
        <source>Who attends</source>
        <translation>立会い</translation>
    </message>
    <message>
        <source>Parking and carrying in</source>
        <translation>駐車・搬入</translation>
    </message>
    <message>
        <source>Keys, lock codes, absences</source>
        <translation>鍵・解錠番号・不在時の情報</translation>
    </message>
    <message>
        <source>Never printed. Shown only with a reason.</source>
        <translation>印刷されません。表示には理由が必要です。</translation>
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
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Attends</source>
        <translation>立会い</translation>
    </message>
    <message>
        <source>Parking</source>
        <translation>駐車・搬入</translation>
    </message>
    <message>
        <source>Keys, codes</source>
        <translation>鍵・解錠番号</translation>
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
        <source>Surveyed by (name, qualification)</source>
        <translation>調査者（氏名・資格）</translation>
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
        <source>Other logins of this computer have to be enrolled anew.</source>
        <translation>このパソコンのほかのログインは、登録し直す必要があります。</translation>
    </message>
    <message>
        <source>Work now without taking over</source>
        <translation>引き継がずに今すぐ使う</translation>
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
            <numerusform>持出中 %n枚</numerusform>
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
    <name>UndoImportDialog</name>
    <message>
        <source>Undo this import?</source>
        <translation>この取り込みを取り消しますか</translation>
    </message>
    <message>
        <source>The customers {first} to {last} leave the register at once: all of them or none.</source>
        <translation>お客様{first}～{last}をまとめて名簿から除きます。一部だけが残ることはありません。</translation>
    </message>
    <message>
        <source>Their numbers are not given out again, and the log keeps that the import was undone. This is no disposal: it is not verified and there is no certificate.</source>
        <translation>お客様番号は再び使われません。取り消したことは操作記録に残ります。廃棄とは異なり、消去の確認は行わず、証明書も発行しません。</translation>
    </message>
    <message>
        <source>The imported file itself is not touched; it stays on the home page.</source>
        <translation>取り込んだファイルそのものはそのまま残ります。今日の画面での案内も続きます。</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n customer(s)</source>
        <translation>
            <numerusform>%n件を名簿から除く</numerusform>
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
            <numerusform>機器 %n台</numerusform>
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
        <source>Refrigerant</source>
        <translation>冷媒</translation>
    </message>
    <message>
        <source>Charge (kg)</source>
        <translation>充填量（kg）</translation>
    </message>
    <message>
        <source>Outlet shape</source>
        <translation>コンセント形状</translation>
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
        <source>Voltage</source>
        <translation>電圧</translation>
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
        <translation>復旧用シート No.{number} で開く</translation>
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
        <translation>復旧用シート No.{number} のコード</translation>
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
    <name>Waiting</name>
    <message>
        <source>Try again in {minutes} min {seconds} s.</source>
        <translation>{minutes}分{seconds}秒後にもう一度お試しください。</translation>
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
        <source>These logins have to be enrolled anew afterwards: {names}.</source>
        <translation>次のログインは、あとで登録し直す必要があります：{names}。</translation>
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
</context>
<context>
    <name>WizardStep</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
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
    <name>WorkOrderPreview</name>
    <message numerus="yes">
        <source>%n copy(ies) to print</source>
        <translation>
            <numerusform>印刷する控え %n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Each copy has its own number and is printed once, on one side. Closing without printing strikes the copies from the register.</source>
        <translation>控えには1枚ずつ番号が付き、片面で1回だけ印刷されます。印刷せずに閉じると、台帳では「未印刷」になります。</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) sent to the printer.</source>
        <translation>
            <numerusform>控え%n枚をプリンターへ送りました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Something missing?</source>
        <translation>出てこない控えがある</translation>
    </message>
    <message numerus="yes">
        <source>The printer gave up on %n copy(ies). See what came out.</source>
        <translation>
            <numerusform>プリンターが%n枚の印刷を中止しました。出てきた控えを確認してください。</numerusform>
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
            <numerusform>控え%n枚を印刷</numerusform>
        </translation>
    </message>
</context>
</TS>
