<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>ChangeRows</name>
    <message numerus="yes">
        <source>%n column(s): %1</source>
        <translation>
            <numerusform>列 %n 個: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>would lose %1</source>
        <translation>%1 が失われます</translation>
    </message>
    <message>
        <source>was: %1</source>
        <translation>元の定義: %1</translation>
    </message>
    <message>
        <source>%1: only white space differs</source>
        <translation>%1: 空白のみ相違</translation>
    </message>
    <message>
        <source>%1: %2 %4 %3</source>
        <comment>property: before arrow after</comment>
        <translation>%1: %2 %4 %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>旧名 %1</translation>
    </message>
    <message>
        <source>its counter</source>
        <translation>カウンター</translation>
    </message>
    <message>
        <source>its values, in rows that nobody has counted</source>
        <translation>値（行数は不明）</translation>
    </message>
    <message>
        <source>its rows, which nobody has counted</source>
        <translation>行（行数は不明）</translation>
    </message>
    <message>
        <source>about %1 rows, %2</source>
        <translation>約 %1 行、%2</translation>
    </message>
    <message>
        <source>its values in about %1 rows</source>
        <translation>約 %1 行の値</translation>
    </message>
    <message>
        <source>its values in about %1 rows, %2</source>
        <translation>約 %1 行の値、%2</translation>
    </message>
    <message>
        <source>The role that read the catalog may not see all of it: connect as one that may.</source>
        <translation>カタログを読み取ったロールには、すべてが見えていない可能性があります。見る権限のあるロールで接続してください。</translation>
    </message>
    <message>
        <source>Lockstep does not compare this: the plan neither makes, changes nor drops it.</source>
        <translation>Lockstep はこれを比較しません。計画で作成、変更、削除することはありません。</translation>
    </message>
    <message>
        <source>%1 stays and needs it</source>
        <translation>%1 が残り、これを必要とするため</translation>
    </message>
    <message>
        <source>it needs %1, which is left out</source>
        <translation>必要とする %1 が除外されているため</translation>
    </message>
    <message>
        <source>it is part of %1, which stays</source>
        <translation>残る %1 の一部であるため</translation>
    </message>
    <message>
        <source>it is part of %1, which is left out</source>
        <translation>除外された %1 の一部であるため</translation>
    </message>
    <message>
        <source>%1 stays and has its name</source>
        <translation>%1 が残り、同じ名前を使っているため</translation>
    </message>
    <message>
        <source>a table has one primary key, and %1 stays</source>
        <translation>テーブルの主キーは 1 つだけで、%1 が残るため</translation>
    </message>
    <message>
        <source>it goes together with %1</source>
        <translation>%1 と一体であるため</translation>
    </message>
    <message>
        <source>%1, because of %2</source>
        <translation>%1（%2 のため）</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>PostgreSQL schema changes, proved before they run.</source>
        <translation>実行前に証明する、PostgreSQL のスキーマ変更。</translation>
    </message>
    <message>
        <source>A project (.lockstep), a plan (.lockplan) or a schema (.sql).</source>
        <translation>プロジェクト (.lockstep)、計画 (.lockplan)、またはスキーマ (.sql)。</translation>
    </message>
    <message>
        <source>What there is: file, archive, snapshot or connection.</source>
        <translation>現在のスキーマ: ファイル、アーカイブ、スナップショット、または接続。</translation>
    </message>
    <message>
        <source>What is wanted.</source>
        <translation>目標とするスキーマ。</translation>
    </message>
    <message>
        <source>Where proofs are made: auto, or a connection.</source>
        <translation>証明を行う場所: auto、または接続。</translation>
    </message>
    <message>
        <source>debug, info, warning or error.</source>
        <translation>debug、info、warning、error のいずれか。</translation>
    </message>
    <message>
        <source>Appends the log to a file.</source>
        <translation>ログをファイルに追記します。</translation>
    </message>
    <message>
        <source>Waits until the plan is proved, writes the window as a PNG file and ends.</source>
        <translation>計画が証明されるまで待ち、ウィンドウを PNG ファイルに書き出して終了します。</translation>
    </message>
    <message>
        <source>A migration script, or a folder of them, to review.</source>
        <translation>レビューするマイグレーションスクリプト、またはそのフォルダー。</translation>
    </message>
    <message>
        <source>Page of the screenshot: compare, plan, check, rehearse, run, review or home.</source>
        <translation>スクリーンショットのページ: compare、plan、check、rehearse、run、review、home のいずれか。</translation>
    </message>
    <message>
        <source>Step that is selected, counted from 1.</source>
        <translation>選択するステップ (1 から数えます)。</translation>
    </message>
    <message>
        <source>en, de, es, fr, ja or zh_CN; otherwise as set in the View menu.</source>
        <translation>en、de、es、fr、ja、zh_CN のいずれか。指定がなければ［表示］メニューの設定に従います。</translation>
    </message>
    <message>
        <source>Size of the window, such as 1600x1000.</source>
        <translation>ウィンドウのサイズ (例: 1600x1000)。</translation>
    </message>
    <message>
        <source>light, dark, contrast-light or contrast-dark; otherwise as the system.</source>
        <translation>light、dark、contrast-light、contrast-dark のいずれか。指定がなければシステムに従います。</translation>
    </message>
</context>
<context>
    <name>ConnectionMenu</name>
    <message>
        <source>Your connections</source>
        <translation>保存した接続</translation>
    </message>
    <message>
        <source>Your connections (Alt+Down)</source>
        <translation>保存した接続 (Alt+Down)</translation>
    </message>
    <message>
        <source>None are kept yet: the Home page keeps them.</source>
        <translation>保存した接続はまだありません。［ホーム］ページで保存できます。</translation>
    </message>
    <message>
        <source>read-only: nothing can be run there</source>
        <translation>読み取り専用: そこでは何も実行できません</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>%1 to %2</source>
        <comment>keys</comment>
        <translation>%1 ～ %2</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Lockstep %1&lt;/h2&gt;&lt;p&gt;PostgreSQL schema changes, proved before they run.&lt;/p&gt;&lt;p&gt;Qt %2 · free software under the GNU General Public License, version 3.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;Lockstep %1&lt;/h2&gt;&lt;p&gt;実行前に証明する、PostgreSQL のスキーマ変更。&lt;/p&gt;&lt;p&gt;Qt %2 · GNU General Public License バージョン 3 に基づくフリーソフトウェア&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Lockstep</source>
        <translation>Lockstep について</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>A page of the work, by its number</source>
        <translation>作業ページを番号で開く</translation>
    </message>
    <message>
        <source>Next or previous part of the page</source>
        <translation>ページの次または前の部分</translation>
    </message>
    <message>
        <source>Close what came up</source>
        <translation>開いているものを閉じる</translation>
    </message>
    <message>
        <source>In the SQL editor</source>
        <translation>SQL エディター</translation>
    </message>
    <message>
        <source>Find, and find again</source>
        <translation>検索、次を検索</translation>
    </message>
    <message>
        <source>Complete the name</source>
        <translation>名前を補完</translation>
    </message>
    <message>
        <source>Comment lines in or out</source>
        <translation>行をコメントにする / 解除する</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>In the timeline</source>
        <translation>タイムライン内</translation>
    </message>
    <message>
        <source>Zoom in, and out</source>
        <translation>拡大と縮小</translation>
    </message>
    <message>
        <source>Show all of the time</source>
        <translation>全期間を表示</translation>
    </message>
    <message>
        <source>Back to what was in sight before</source>
        <translation>直前の表示に戻る</translation>
    </message>
</context>
<context>
    <name>HintText</name>
    <message>
        <source>Compare the database with the target again and make a new plan. If this plan was run here before and its journal was removed, press &quot;%1&quot; and say at which step it stands.</source>
        <translation>データベースを目標ともう一度比較して、新しい計画を作ってください。この計画がすでにここで実行され、そのジャーナルが削除されているなら、「%1」を押して、どのステップまで進んでいるかを指定してください。</translation>
    </message>
    <message>
        <source>Nothing of this step was changed. End what holds the lock, or let the run do it (&quot;%1&quot;); then press &quot;%2&quot;.</source>
        <translation>このステップでは何も変更されていません。ロックを保持しているものを終了するか、実行に任せて（「%1」）、「%2」を押してください。</translation>
    </message>
    <message>
        <source>Make sure that this is the server to go on with and that the old one is off. Then tick &quot;%1&quot; and press &quot;%2&quot;.</source>
        <translation>このサーバーで続行してよいこと、古いサーバーが停止していることを確認してください。そのうえで「%1」にチェックを入れ、「%2」を押してください。</translation>
    </message>
    <message>
        <source>Name its database on the Run page again: there you can press &quot;%1&quot; or &quot;%2&quot;.</source>
        <translation>実行ページでデータベースをもう一度指定してください。そこで「%1」または「%2」を押せます。</translation>
    </message>
    <message>
        <source>Name the database on the Run page again, and start the plan there.</source>
        <translation>実行ページでデータベースをもう一度指定し、そこでプランを開始してください。</translation>
    </message>
    <message>
        <source>Press &quot;%1&quot; first.</source>
        <translation>先に「%1」を押してください。</translation>
    </message>
    <message>
        <source>Press &quot;%1&quot; or &quot;%2&quot;.</source>
        <translation>「%1」または「%2」を押してください。</translation>
    </message>
    <message>
        <source>Name the database on the Run page again to see what the other one does.</source>
        <translation>実行ページでデータベースをもう一度指定すると、もう一方の動作を確認できます。</translation>
    </message>
    <message>
        <source>Look into the server&apos;s log for what ends it. What is done is kept: press &quot;%1&quot; or &quot;%2&quot;.</source>
        <translation>何が接続を終わらせるのか、サーバーのログを確認してください。完了した分は残っています。「%1」または「%2」を押してください。</translation>
    </message>
    <message>
        <source>Prove it on the Plan page first.</source>
        <translation>先にプランページで証明してください。</translation>
    </message>
    <message>
        <source>Correct the row or the expression, then press &quot;%1&quot;; or press &quot;%2&quot;. Everything before it is done and stays.</source>
        <translation>行または式を直してから「%1」を押すか、「%2」を押してください。それより前はすべて済んでおり、そのまま残ります。</translation>
    </message>
    <message>
        <source>Take that change back and press &quot;%1&quot;, go on with it as it is by &quot;%2&quot;, or press &quot;%3&quot; and plan anew.</source>
        <translation>その変更を元に戻して「%1」を押すか、「%2」でそのまま続けるか、「%3」を押して計画を作り直してください。</translation>
    </message>
    <message>
        <source>Tick each under &quot;%1&quot; on the Run page, or park what may still be needed.</source>
        <translation>実行ページの「%1」でそれぞれにチェックを入れるか、まだ必要かもしれないものを退避してください。</translation>
    </message>
    <message>
        <source>Name the server itself on the Run page, without the pooler in between.</source>
        <translation>実行ページでは、間のプーラーではなくサーバーそのものを指定してください。</translation>
    </message>
</context>
<context>
    <name>RatesText</name>
    <message>
        <source>just now</source>
        <translation>たった今</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n 分前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n 時間前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 日前</numerusform>
        </translation>
    </message>
    <message>
        <source>default rates</source>
        <translation>既定の速度</translation>
    </message>
    <message>
        <source>measured %1</source>
        <translation>測定: %1</translation>
    </message>
    <message>
        <source>Estimates use the default rates of a common server; nothing was measured.</source>
        <translation>見積もりには一般的なサーバーの既定の速度を使います。測定はしていません。</translation>
    </message>
    <message>
        <source>Estimates use what a calibration measured on %1, %2 (%3).</source>
        <translation>見積もりには %1 でのキャリブレーションの測定値を使います（%2、%3）。</translation>
    </message>
    <message>
        <source>Estimates use what a rehearsal measured on %1, %2 (%3).</source>
        <translation>見積もりには %1 でのリハーサルの測定値を使います（%2、%3）。</translation>
    </message>
    <message>
        <source>Of rows of %1 bytes it reads about %2, indexes %3 by text and fills %4 a second.</source>
        <translation>%1 バイトの行の場合、1 秒あたり約 %2 行を読み取り、テキストで %3 行のインデックスを作り、%4 行を埋めます。</translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>application “%1”</source>
        <translation>アプリケーション「%1」</translation>
    </message>
    <message>
        <source>its transaction is %1 old</source>
        <translation>トランザクション開始から %1</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>pid %1</translation>
    </message>
    <message>
        <source>a prepared transaction</source>
        <translation>プリペアドトランザクション</translation>
    </message>
    <message>
        <source>size unchanged</source>
        <translation>サイズ変化なし</translation>
    </message>
    <message>
        <source>size +%1 (+%2)</source>
        <translation>サイズ +%1 (+%2)</translation>
    </message>
    <message>
        <source>size −%1</source>
        <translation>サイズ −%1</translation>
    </message>
    <message>
        <source>phase %1 of %2, %3 · step %4 of %5</source>
        <translation>フェーズ %1/%2、%3 · ステップ %4/%5</translation>
    </message>
    <message>
        <source>%1 of about %2 rows</source>
        <translation>%1 / 約 %2 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>speed: not known yet</source>
        <translation>速度: まだ不明</translation>
    </message>
    <message>
        <source>time left: not known yet</source>
        <translation>残り時間: まだ不明</translation>
    </message>
    <message>
        <source>left about %1 (%2)</source>
        <translation>残り約 %1 (%2)</translation>
    </message>
    <message>
        <source>batches of %1 rows, the last took %2</source>
        <translation>バッチ %1 行、直近の所要時間 %2</translation>
    </message>
    <message>
        <source>%1 stripes</source>
        <translation>ストライプ %1</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>ワーカー %1</translation>
    </message>
    <message>
        <source>%1 of WAL, %2 a row</source>
        <translation>WAL %1、1 行あたり %2</translation>
    </message>
    <message>
        <source>%1 of WAL</source>
        <translation>WAL %1</translation>
    </message>
    <message>
        <source>%1 HOT</source>
        <translation>HOT %1</translation>
    </message>
    <message>
        <source>%1 dead rows</source>
        <translation>デッド行 %1</translation>
    </message>
    <message>
        <source>replica %1 behind</source>
        <translation>レプリカの遅延 %1</translation>
    </message>
    <message>
        <source>%1 rows put aside</source>
        <translation>退避した行 %1</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>保留中: %1</translation>
    </message>
    <message>
        <source>Slowed to %1 of the time: %2</source>
        <translation>時間の %1 に抑制中: %2</translation>
    </message>
    <message>
        <source>Slowed: %1</source>
        <translation>抑制中: %1</translation>
    </message>
    <message>
        <source>working</source>
        <translation>処理中</translation>
    </message>
    <message>
        <source>waits for the transaction of pid %1</source>
        <translation>pid %1 のトランザクションを待機</translation>
    </message>
    <message>
        <source>Waiting for a lock.</source>
        <translation>ロックを待っています。</translation>
    </message>
    <message>
        <source>Waiting for a lock held by %1</source>
        <translation>%1 が保持するロックを待っています</translation>
    </message>
    <message>
        <source>The time for this lock is used up, nothing is tried any more.</source>
        <translation>このロックに使える時間を使い切りました。これ以上は試みません。</translation>
    </message>
    <message>
        <source>About %1 in all, and nobody waits for longer than about %2.</source>
        <translation>全体で約 %1、待たされるのは最長でも約 %2 です。</translation>
    </message>
</context>
<context>
    <name>SearchWords</name>
    <message>
        <source>theme colour color scheme dark mode night black look settings preferences</source>
        <extracomment>Each of these: other words that find a command in the command palette, with blanks between them. Not shown.</extracomment>
        <translation>テーマ 色 カラー 配色 ダーク ダークモード モード 夜 黒 外観 設定</translation>
    </message>
    <message>
        <source>theme colour color scheme light mode day white look settings preferences</source>
        <translation>テーマ 色 カラー 配色 ライト ライトモード モード 昼 白 外観 設定</translation>
    </message>
    <message>
        <source>theme colour color scheme mode accessibility a11y look settings preferences</source>
        <translation>テーマ 色 カラー 配色 モード アクセシビリティ コントラスト 外観 設定</translation>
    </message>
    <message>
        <source>theme colour color scheme mode automatic desktop look settings preferences</source>
        <translation>テーマ 色 カラー 配色 モード 自動 デスクトップ 外観 設定</translation>
    </message>
    <message>
        <source>language translation locale settings preferences</source>
        <translation>言語 翻訳 language 設定</translation>
    </message>
    <message>
        <source>create comparison connect database</source>
        <translation>作成 比較 接続 データベース</translation>
    </message>
    <message>
        <source>lint check analyse migration SQL file</source>
        <translation>lint 検査 分析 マイグレーション SQL ファイル</translation>
    </message>
    <message>
        <source>export generate script SQL write</source>
        <translation>エクスポート 生成 スクリプト SQL 書き出し</translation>
    </message>
    <message>
        <source>export print PDF HTML</source>
        <translation>エクスポート 印刷 PDF HTML</translation>
    </message>
    <message>
        <source>export image SVG PNG chart</source>
        <translation>エクスポート 画像 SVG PNG 図</translation>
    </message>
    <message>
        <source>exit close leave</source>
        <translation>終了 閉じる</translation>
    </message>
    <message>
        <source>refresh reload update</source>
        <translation>更新 再読み込み</translation>
    </message>
    <message>
        <source>reverse exchange direction</source>
        <translation>逆 交換 向き</translation>
    </message>
    <message>
        <source>policy strategy online offline</source>
        <translation>方針 戦略 オンライン オフライン</translation>
    </message>
    <message>
        <source>verify test validate dry</source>
        <translation>検証 テスト 確認</translation>
    </message>
    <message>
        <source>speed benchmark measure time</source>
        <translation>速度 測定 ベンチマーク 時間</translation>
    </message>
    <message>
        <source>revert undo rollback</source>
        <translation>元に戻す 取り消し ロールバック</translation>
    </message>
    <message>
        <source>execute deploy apply start</source>
        <translation>実行 デプロイ 適用 開始</translation>
    </message>
    <message>
        <source>journal audit past</source>
        <translation>ジャーナル 監査 履歴</translation>
    </message>
    <message>
        <source>hotkeys keys cheat sheet help</source>
        <translation>ショートカット キー ヘルプ</translation>
    </message>
    <message>
        <source>messages output errors</source>
        <translation>メッセージ 出力 エラー</translation>
    </message>
    <message>
        <source>version license</source>
        <translation>バージョン ライセンス</translation>
    </message>
</context>
<context>
    <name>lockstep::app::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation>新規プロジェクト(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Re&amp;view a script…</source>
        <translation>スクリプトのレビュー(&amp;V)…</translation>
    </message>
    <message>
        <source>What a migration that somebody else wrote would do, statement by statement.</source>
        <translation>ほかの人が書いたマイグレーションが何をするかを、ステートメントごとに示します。</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近使ったものを開く(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>プロジェクトを保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>プロジェクトに名前を付けて保存(&amp;A)…</translation>
    </message>
    <message>
        <source>Save &amp;plan…</source>
        <translation>計画を保存(&amp;P)…</translation>
    </message>
    <message>
        <source>As a plan file for lockstep-cli, or as SQL for psql.</source>
        <translation>lockstep-cli 用の計画ファイル、または psql 用の SQL として保存します。</translation>
    </message>
    <message>
        <source>Save the review repor&amp;t…</source>
        <translation>レビューレポートを保存(&amp;T)…</translation>
    </message>
    <message>
        <source>Timeline, steps, SQL, locks, estimates, proof and lines to sign, as HTML or PDF.</source>
        <translation>タイムライン、ステップ、SQL、ロック、見積もり、証明、署名欄を HTML または PDF にします。</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Complete words while typing</source>
        <translation>入力中に単語を補完(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Mark findings in the SQL</source>
        <translation>SQL に指摘を表示(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>Ho&amp;me</source>
        <translation>ホーム(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比較(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>計画(&amp;P)</translation>
    </message>
    <message>
        <source>C&amp;hecklist</source>
        <translation>チェックリスト(&amp;H)</translation>
    </message>
    <message>
        <source>Re&amp;hearsal</source>
        <translation>リハーサル(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>実行(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>レビュー(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外観(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>システムに合わせる(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>言語(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>ログ(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Read both sides again</source>
        <translation>両側を再読み取り(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Swap current and target</source>
        <translation>現在と目標を入れ替え(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Zero downtime</source>
        <translation>ゼロダウンタイム(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Maintenance window</source>
        <translation>メンテナンス時間帯(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Prove</source>
        <translation>証明(&amp;P)</translation>
    </message>
    <message>
        <source>Calibrate the &amp;estimates…</source>
        <translation>見積もりのキャリブレーション(&amp;E)…</translation>
    </message>
    <message>
        <source>Measures how fast a server is, so that the times of the plan are its own.</source>
        <translation>サーバーの速さを測定し、計画の所要時間をそのサーバーに合わせます。</translation>
    </message>
    <message>
        <source>&amp;Cancel what is going on</source>
        <translation>進行中の処理をキャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Run on a database…</source>
        <translation>データベースで実行(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>続行(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Stop…</source>
        <translation>停止(&amp;S)…</translation>
    </message>
    <message>
        <source>Roll &amp;back…</source>
        <translation>ロールバック(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;History of runs…</source>
        <translation>実行の履歴(&amp;H)…</translation>
    </message>
    <message>
        <source>What the journal of the Run page&apos;s database remembers.</source>
        <translation>実行ページのデータベースのジャーナルに残っている記録。</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>コマンドパレット(&amp;C)…</translation>
    </message>
    <message>
        <source>Every command and every step, found by a few letters.</source>
        <translation>すべてのコマンドとステップを、数文字の入力で探します。</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>キーボードショートカット(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Lockstep</source>
        <translation>Lockstep について(&amp;A)</translation>
    </message>
    <message>
        <source>Save a &amp;picture of the timeline…</source>
        <translation>タイムラインの画像を保存(&amp;P)…</translation>
    </message>
    <message>
        <source>All of the plan, as SVG or PNG.</source>
        <translation>計画全体を SVG または PNG で保存します。</translation>
    </message>
    <message>
        <source>&amp;High contrast, light</source>
        <translation>ハイコントラスト、ライト(&amp;H)</translation>
    </message>
    <message>
        <source>High &amp;contrast, dark</source>
        <translation>ハイコントラスト、ダーク(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Rules for findings…</source>
        <translation>検出ルール(&amp;R)…</translation>
    </message>
    <message>
        <source>Which rules speak in this project, and how severe they are.</source>
        <translation>このプロジェクトでどのルールを有効にし、どの重大度にするか。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::CalibrationController</name>
    <message>
        <source>The server of the plan</source>
        <translation>計画のサーバー</translation>
    </message>
    <message>
        <source>In the database %1. The estimates become those of this server, and are kept for it. What runs there feels a short load; measure when it is as busy as when the plan will run.</source>
        <translation>データベース %1 で測定します。見積もりはこのサーバーのものになり、このサーバー用に保存されます。そこで動いている処理には短い間負荷がかかります。計画を実行するときと同じ程度の負荷のときに測定してください。</translation>
    </message>
    <message>
        <source>The server of the Run page</source>
        <translation>実行ページのサーバー</translation>
    </message>
    <message>
        <source>In the database %1, where the plan will run, but not where its sizes come from. Kept for that server.</source>
        <translation>データベース %1 で測定します。計画を実行する場所ですが、サイズの取得元ではありません。測定値はそのサーバー用に保存されます。</translation>
    </message>
    <message>
        <source>A scratch server on this computer</source>
        <translation>このコンピューター上の使い捨てサーバー</translation>
    </message>
    <message>
        <source>Nobody&apos;s data is near it, but its disk, memory and settings are not those of your server: the proportions of the steps come out right, their times perhaps not. Used for this plan until the window closes.</source>
        <translation>実際のデータには触れませんが、ディスク、メモリ、設定はお使いのサーバーのものではありません。ステップ間の比率は正しく出ますが、時間は異なることがあります。ウィンドウを閉じるまで、この計画に使われます。</translation>
    </message>
    <message>
        <source>The current side is another one by now, so estimates stay as they are.</source>
        <translation>現在の側がその間に変わったため、見積もりはそのままです。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>コマンドパレット</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>検索する文字</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>一致するコマンド</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>A few letters of a command, a step or an object that was compared</source>
        <translation>コマンド、ステップ、比較したオブジェクトの文字を数文字入力</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ConnectionsController</name>
    <message>
        <source>%1 (logged in as %2)</source>
        <translation>%1（%2 でログイン）</translation>
    </message>
    <message>
        <source>It answers: PostgreSQL %1, database %2, as %3.</source>
        <translation>応答がありました: PostgreSQL %1、データベース %2、ユーザー %3。</translation>
    </message>
    <message>
        <source>A standby: nothing can be changed there.</source>
        <translation>スタンバイです。そこでは何も変更できません。</translation>
    </message>
    <message>
        <source>Read-only: the server refuses every write.</source>
        <translation>読み取り専用: サーバーはすべての書き込みを拒否します。</translation>
    </message>
    <message>
        <source>Kept as %1.</source>
        <translation>%1 として保存しました。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::Document</name>
    <message>
        <source>New project</source>
        <translation>新規プロジェクト</translation>
    </message>
    <message>
        <source>Changes towards %1</source>
        <translation>%1 への変更</translation>
    </message>
    <message>
        <source>%1 was not opened again, because what was changed in it cannot be saved.</source>
        <translation>%1 の変更を保存できないため、開き直しませんでした。</translation>
    </message>
    <message>
        <source>Save it under another name first.</source>
        <translation>先に別の名前で保存してください。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::DropController</name>
    <message>
        <source>Drop a project, a plan, SQL scripts or a folder of them, a pg_dump archive, a snapshot or a postgresql:// address.</source>
        <translation>プロジェクト、プラン、SQL スクリプトまたはそのフォルダー、pg_dump アーカイブ、スナップショット、postgresql:// アドレスをドロップしてください。</translation>
    </message>
    <message>
        <source>%1 is not on this computer.</source>
        <translation>%1 はこのコンピューター上にありません。</translation>
    </message>
    <message>
        <source>%1 cannot be opened here.</source>
        <translation>%1 はここでは開けません。</translation>
    </message>
    <message numerus="yes">
        <source>These %n files cannot be opened together.</source>
        <translation>
            <numerusform>この %n 個のファイルは同時に開けません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Two schemas become the two sides of a comparison; scripts are reviewed together.</source>
        <translation>2 つのスキーマは比較の両側になり、スクリプトはまとめてレビューされます。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::FileConflict</name>
    <message>
        <source>Nothing is saved into it until you choose. Until then your work is kept where the next start finds it.</source>
        <translation>選択するまで何も保存されません。それまでの作業は次回の起動時に見つかる場所に保管されます。</translation>
    </message>
    <message>
        <source>Somebody else has changed the project file %1.</source>
        <translation>プロジェクトファイル %1 が他で変更されました。</translation>
    </message>
    <message>
        <source>It is not what was last read or saved here: %1</source>
        <translation>ここで最後に読み込みまたは保存した内容とは異なります: %1</translation>
    </message>
    <message>
        <source>Reload, without my changes</source>
        <translation>自分の変更を捨てて再読み込み</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>再読み込み</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>自分の内容を残す</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>The project file %1 is not there any more.</source>
        <translation>プロジェクトファイル %1 がなくなりました。</translation>
    </message>
    <message>
        <source>It was removed, moved or renamed: %1</source>
        <translation>削除、移動、または名前が変更されました: %1</translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation>もう一度書き込む</translation>
    </message>
</context>
<context>
    <name>lockstep::app::FileController</name>
    <message>
        <source>The plan cannot be opened: %1.</source>
        <translation>計画を開けません: %1。</translation>
    </message>
    <message>
        <source>Check that the file exists and that you may read it.</source>
        <translation>ファイルが存在し、読み取り権限があることを確認してください。</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>プロジェクトを保存</translation>
    </message>
    <message>
        <source>Lockstep projects (*.lockstep)</source>
        <translation>Lockstep プロジェクト (*.lockstep)</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>計画を保存</translation>
    </message>
    <message>
        <source>Plan for lockstep-cli (*.lockplan)</source>
        <translation>lockstep-cli 用の計画 (*.lockplan)</translation>
    </message>
    <message>
        <source>SQL for psql (*.sql)</source>
        <translation>psql 用の SQL (*.sql)</translation>
    </message>
    <message>
        <source>Rollback as SQL (*.rollback.sql)</source>
        <translation>ロールバック SQL (*.rollback.sql)</translation>
    </message>
    <message>
        <source>Verification as SQL (*.verify.sql)</source>
        <translation>検証 SQL (*.verify.sql)</translation>
    </message>
    <message>
        <source>Text for reading (*.txt)</source>
        <translation>閲覧用テキスト (*.txt)</translation>
    </message>
    <message>
        <source>The plan cannot be saved: %1.</source>
        <translation>計画を保存できません: %1。</translation>
    </message>
    <message>
        <source>Save it under another name.</source>
        <translation>別の名前で保存してください。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Projects, plans and schemas (*.lockstep *.lockplan *.sql *.dump *.json)</source>
        <translation>プロジェクト、計画、スキーマ (*.lockstep *.lockplan *.sql *.dump *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message numerus="yes">
        <source>The project decides about %n rule(s) that Lockstep does not know here: %1.</source>
        <translation>
            <numerusform>このプロジェクトは、この Lockstep が知らない %n 個の規則について定めています: %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>What it says of them stays in the file. A newer Lockstep may know them, or they are misspelled.</source>
        <translation>それらについての記述はファイルに残ります。新しい Lockstep が知っているか、つづりが間違っているのかもしれません。</translation>
    </message>
    <message>
        <source>Save it under another name, or do this again to go on without it.</source>
        <translation>別の名前で保存するか、もう一度同じ操作をすると変更を保存せずに続けます。</translation>
    </message>
    <message>
        <source>%1 is not saved: the last try has failed.</source>
        <translation>%1 は保存されていません。最後の保存に失敗しました。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::HistoryController</name>
    <message>
        <source>Save the events of run %1</source>
        <translation>実行 %1 のイベントを保存</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::HomeController</name>
    <message>
        <source>nothing yet</source>
        <translation>未選択</translation>
    </message>
    <message>
        <source>Preparing the demo</source>
        <translation>デモを準備中</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>計画を開く</translation>
    </message>
    <message>
        <source>Plans (*.lockplan)</source>
        <translation>計画 (*.lockplan)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::MainWindow</name>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Log of Lockstep</source>
        <translation>Lockstep のログ</translation>
    </message>
    <message>
        <source>The report is saved as %1.</source>
        <translation>レポートを %1 として保存しました。</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>「%1」を元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>言語は次回の起動時に変わります。</translation>
    </message>
    <message>
        <source>Close Lockstep and open it again; nothing is lost by that.</source>
        <translation>Lockstep を閉じて開き直してください。失われるものはありません。</translation>
    </message>
    <message>
        <source>It answers: PostgreSQL %1, database %2, as %3.</source>
        <translation>応答がありました: PostgreSQL %1、データベース %2、ユーザー %3。</translation>
    </message>
    <message>
        <source>%1[*] – Lockstep</source>
        <translation>%1[*] – Lockstep</translation>
    </message>
    <message>
        <source>The window closes when the batch that is on its way is done.</source>
        <translation>処理中のバッチが終わるとウィンドウを閉じます。</translation>
    </message>
    <message>
        <source>The run can be resumed later from any computer.</source>
        <translation>実行は後でどのコンピューターからでも再開できます。</translation>
    </message>
    <message>
        <source>The timeline is saved as %1.</source>
        <translation>タイムラインを %1 として保存しました。</translation>
    </message>
    <message>
        <source>Save it under another name, or close the window again to leave without saving.</source>
        <translation>別の名前で保存するか、ウィンドウをもう一度閉じて保存せずに終了してください。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::PageController</name>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>%1 objects</source>
        <translation>オブジェクト %1 個</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>読み取り: %1</translation>
    </message>
    <message>
        <source>loaded %1</source>
        <translation>読み込み: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>警告 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the current side</source>
        <translation>現在の側を読み取り中</translation>
    </message>
    <message>
        <source>Reading the target side</source>
        <translation>目標の側を読み取り中</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>比較中</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>計画を作成中</translation>
    </message>
    <message>
        <source>Working out locks and times</source>
        <translation>ロックと時間を算出中</translation>
    </message>
    <message>
        <source>Proving</source>
        <translation>証明中</translation>
    </message>
    <message>
        <source>Choose both sides on the Compare page; the plan follows by itself.</source>
        <translation>比較ページで両側を選んでください。計画は自動的に作られます。</translation>
    </message>
    <message>
        <source>the plan comes from a file</source>
        <translation>計画はファイルのものです</translation>
    </message>
    <message>
        <source>reading and comparing</source>
        <translation>読み取りと比較中</translation>
    </message>
    <message>
        <source>no plan yet</source>
        <translation>計画なし</translation>
    </message>
    <message>
        <source>planning</source>
        <translation>計画を作成中</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n ステップ</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s)</source>
        <translation>
            <numerusform>%n ゲート</numerusform>
        </translation>
    </message>
    <message>
        <source>, incomplete</source>
        <translation>、不完全</translation>
    </message>
    <message>
        <source>, being proved</source>
        <translation>、証明中</translation>
    </message>
    <message>
        <source>, the proof failed</source>
        <translation>、証明に失敗</translation>
    </message>
    <message>
        <source>, not proved</source>
        <translation>、未証明</translation>
    </message>
    <message>
        <source>The proof failed.</source>
        <translation>証明に失敗しました。</translation>
    </message>
    <message>
        <source>Take back what was edited (step %1), or change the target so that it says the same.</source>
        <translation>編集した内容 (ステップ %1) を元に戻すか、目標のほうを同じ内容に変更してください。</translation>
    </message>
    <message>
        <source>Take back what was edited (steps %1), or change the target so that it says the same.</source>
        <translation>編集した内容 (ステップ %1) を元に戻すか、目標のほうを同じ内容に変更してください。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::PaletteController</name>
    <message>
        <source>%1: %2</source>
        <comment>menu and command</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>ステップ %1: %2</translation>
    </message>
    <message>
        <source>Compare: %1 %2</source>
        <comment>kind and name of an object</comment>
        <translation>比較: %1 %2</translation>
    </message>
</context>
<context>
    <name>lockstep::app::PasswordController</name>
    <message>
        <source>%1 on %2</source>
        <translation>%2 の %1</translation>
    </message>
</context>
<context>
    <name>lockstep::app::PictureController</name>
    <message>
        <source>The picture cannot be saved: %1.</source>
        <translation>画像を保存できません: %1。</translation>
    </message>
    <message>
        <source>Save it under another name.</source>
        <translation>別の名前で保存してください。</translation>
    </message>
    <message>
        <source>Save the timeline</source>
        <translation>タイムラインを保存</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>図 (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>画像 (*.png)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::RehearsalController</name>
    <message>
        <source>The plan was made from %1 itself: it may be production.</source>
        <translation>計画は %1 そのものから作られました。本番環境かもしれません。</translation>
    </message>
    <message>
        <source>PostgreSQL %1. The rehearsal changes this database and takes it back.</source>
        <translation>PostgreSQL %1。リハーサルはこのデータベースを変更し、元に戻します。</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>バックアップを選択</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>レポートを保存</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Web ページ (*.html)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>テキスト (*.txt)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReportController</name>
    <message>
        <source>Save the report</source>
        <translation>レポートを保存</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Web ページ (*.html)</translation>
    </message>
    <message>
        <source>PDF for printing and signing (*.pdf)</source>
        <translation>印刷・署名用の PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReportFile</name>
    <message>
        <source>Plan of a schema change</source>
        <translation>スキーマ変更の計画</translation>
    </message>
    <message>
        <source>The report cannot be saved: %1.</source>
        <translation>レポートを保存できません: %1。</translation>
    </message>
    <message>
        <source>Save it under another name.</source>
        <translation>別の名前で保存してください。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReviewController</name>
    <message>
        <source>Review scripts</source>
        <translation>スクリプトのレビュー</translation>
    </message>
    <message>
        <source>SQL scripts (*.sql *.psql *.ddl)</source>
        <translation>SQL スクリプト (*.sql *.psql *.ddl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Review a folder of migrations</source>
        <translation>マイグレーションのフォルダーをレビュー</translation>
    </message>
    <message>
        <source>Working out what the script makes of the schema</source>
        <translation>スクリプト適用後のスキーマを算出中</translation>
    </message>
    <message>
        <source>Save the script</source>
        <translation>スクリプトを保存</translation>
    </message>
    <message>
        <source>SQL scripts (*.sql)</source>
        <translation>SQL スクリプト (*.sql)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReviewKeeper</name>
    <message>
        <source>These scripts were not saved when Lockstep ended; here they are again.</source>
        <translation>これらのスクリプトは Lockstep が終わったとき保存されていませんでした。ここに復元しました。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReviewSaver</name>
    <message>
        <source>The script cannot be saved: %1.</source>
        <translation>スクリプトを保存できません: %1。</translation>
    </message>
    <message>
        <source>Save it under another name; what was there before is unchanged.</source>
        <translation>別の名前で保存してください。元の内容は変わっていません。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::RunController</name>
    <message>
        <source>local socket</source>
        <translation>ローカルソケット</translation>
    </message>
    <message>
        <source>PostgreSQL %1 · database %2 · %3 · as %4</source>
        <translation>PostgreSQL %1 · データベース %2 · %3 · ユーザー %4</translation>
    </message>
    <message>
        <source>%1 is a standby and cannot be changed.</source>
        <translation>%1 はスタンバイのため変更できません。</translation>
    </message>
    <message>
        <source>Name the primary server instead.</source>
        <translation>代わりにプライマリサーバーを指定してください。</translation>
    </message>
    <message>
        <source>The connection to %1 is marked read-only: nothing can be run there.</source>
        <translation>%1 への接続は読み取り専用に指定されています。そこでは何も実行できません。</translation>
    </message>
    <message>
        <source>Choose another connection, or take the mark away from this one on the Home page.</source>
        <translation>別の接続を選ぶか、［ホーム］ページでこの接続の読み取り専用の指定を外してください。</translation>
    </message>
    <message>
        <source>%1 is read-only for %2.</source>
        <translation>%1 は %2 には読み取り専用です。</translation>
    </message>
    <message>
        <source>Use a role that may write (default_transaction_read_only is on).</source>
        <translation>書き込みできるロールを使ってください（default_transaction_read_only が on です）。</translation>
    </message>
    <message>
        <source>The run did not begin, because the checklist says stop.</source>
        <translation>チェックリストが停止と判定したため、実行を開始しませんでした。</translation>
    </message>
    <message>
        <source>The Check page says what to do about each item, and lets you run in spite of it. Nothing was changed.</source>
        <translation>各項目の対処方法はチェックページに示されています。そこで、それでも実行することを許可できます。何も変更していません。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::StatusLine</name>
    <message>
        <source>no server</source>
        <translation>サーバーなし</translation>
    </message>
    <message>
        <source>%1 (logged in as %2)</source>
        <translation>%1（%2 でログイン）</translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>standby, read-only</source>
        <translation>スタンバイ、読み取り専用</translation>
    </message>
    <message>
        <source>read-only by the server</source>
        <translation>サーバーにより読み取り専用</translation>
    </message>
    <message>
        <source>read-only until Run</source>
        <translation>実行までは読み取り専用</translation>
    </message>
    <message>
        <source>no transaction open</source>
        <translation>開いているトランザクションなし</translation>
    </message>
    <message>
        <source>between two transactions</source>
        <translation>トランザクションの合間</translation>
    </message>
    <message>
        <source>in a transaction that waits for a lock</source>
        <translation>ロック待ちのトランザクション内</translation>
    </message>
    <message>
        <source>in a transaction</source>
        <translation>トランザクション内</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>書き込み中</translation>
    </message>
    <message>
        <source>catalog read %1</source>
        <translation>カタログの読み取り: %1</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>saved just now</source>
        <translation>たった今保存</translation>
    </message>
    <message>
        <source>saved %1 ago</source>
        <translation>%1前に保存</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>保存: %1</translation>
    </message>
    <message>
        <source>not saved since %1</source>
        <translation>%1 以降は未保存</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>保存できていません</translation>
    </message>
</context>
<context>
    <name>lockstep::items::BlockersModel</name>
    <message>
        <source>%1 for %2</source>
        <translation>%1、%2 経過</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>pid %1</translation>
    </message>
    <message>
        <source>prepared transaction</source>
        <translation>プリペアドトランザクション</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>動作</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>トランザクション</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>ステートメント</translation>
    </message>
</context>
<context>
    <name>lockstep::items::ChangesModel</name>
    <message>
        <source>outside schemas</source>
        <translation>スキーマ外</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>group and how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>left out: why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>退避</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1、%2、%3</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>オブジェクト</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>相違点</translation>
    </message>
    <message>
        <source>%1 more: narrow the filter, or press Enter</source>
        <translation>ほか %1 件: フィルターを絞るか Enter キーを押す</translation>
    </message>
    <message>
        <source>%1 more are not listed yet. Narrow the filter, or press Enter on this line to list the next ones.</source>
        <translation>ほか %1 件はまだ表示されていません。フィルターを絞るか、この行で Enter キーを押すと続きが表示されます。</translation>
    </message>
</context>
<context>
    <name>lockstep::items::ChecklistModel</name>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2。%3</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>確認事項</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>lockstep::items::ConnectionsModel</name>
    <message>
        <source>service file</source>
        <translation>サービスファイル</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>読み取り専用</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
</context>
<context>
    <name>lockstep::items::EventLogModel</name>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>ステップ %1: %2</translation>
    </message>
</context>
<context>
    <name>lockstep::items::FindingsModel</name>
    <message>
        <source>%1:%2</source>
        <comment>file and line</comment>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>%1 in line %2: %3</source>
        <translation>%1、%2 行目: %3</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>重大度</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>指摘</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>ルール</translation>
    </message>
</context>
<context>
    <name>lockstep::items::Format</name>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>0 ms</source>
        <translation>0 ms</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 日 %2 時間</translation>
    </message>
    <message>
        <source>%1 %3 %2</source>
        <comment>range from to dash</comment>
        <translation>%1 %3 %2</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 TB</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 行/秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>lockstep::items::Kind</name>
    <message>
        <source>schema</source>
        <translation>スキーマ</translation>
    </message>
    <message>
        <source>extension</source>
        <translation>拡張</translation>
    </message>
    <message>
        <source>collation</source>
        <translation>照合順序</translation>
    </message>
    <message>
        <source>enum</source>
        <translation>列挙型</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>ドメイン</translation>
    </message>
    <message>
        <source>composite type</source>
        <translation>複合型</translation>
    </message>
    <message>
        <source>range type</source>
        <translation>範囲型</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>シーケンス</translation>
    </message>
    <message>
        <source>table</source>
        <translation>テーブル</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>default</source>
        <translation>デフォルト値</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>制約</translation>
    </message>
    <message>
        <source>domain constraint</source>
        <translation>ドメイン制約</translation>
    </message>
    <message>
        <source>index</source>
        <translation>インデックス</translation>
    </message>
    <message>
        <source>view</source>
        <translation>ビュー</translation>
    </message>
    <message>
        <source>materialized view</source>
        <translation>マテリアライズドビュー</translation>
    </message>
    <message>
        <source>function</source>
        <translation>関数</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>プロシージャ</translation>
    </message>
    <message>
        <source>aggregate</source>
        <translation>集約関数</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>トリガー</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>ポリシー</translation>
    </message>
    <message>
        <source>event trigger</source>
        <translation>イベントトリガー</translation>
    </message>
    <message>
        <source>statistics object</source>
        <translation>統計オブジェクト</translation>
    </message>
    <message>
        <source>publication</source>
        <translation>パブリケーション</translation>
    </message>
    <message>
        <source>language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>access method</source>
        <translation>アクセスメソッド</translation>
    </message>
    <message>
        <source>base type</source>
        <translation>基本型</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>演算子</translation>
    </message>
    <message>
        <source>operator family</source>
        <translation>演算子族</translation>
    </message>
    <message>
        <source>operator class</source>
        <translation>演算子クラス</translation>
    </message>
    <message>
        <source>cast</source>
        <translation>キャスト</translation>
    </message>
    <message>
        <source>conversion</source>
        <translation>符号化方式変換</translation>
    </message>
    <message>
        <source>transform</source>
        <translation>変換</translation>
    </message>
    <message>
        <source>text search parser</source>
        <translation>テキスト検索パーサー</translation>
    </message>
    <message>
        <source>text search template</source>
        <translation>テキスト検索テンプレート</translation>
    </message>
    <message>
        <source>text search dictionary</source>
        <translation>テキスト検索辞書</translation>
    </message>
    <message>
        <source>text search configuration</source>
        <translation>テキスト検索設定</translation>
    </message>
    <message>
        <source>foreign-data wrapper</source>
        <translation>外部データラッパー</translation>
    </message>
    <message>
        <source>foreign server</source>
        <translation>外部サーバー</translation>
    </message>
    <message>
        <source>user mapping</source>
        <translation>ユーザーマッピング</translation>
    </message>
    <message>
        <source>subscription</source>
        <translation>サブスクリプション</translation>
    </message>
    <message>
        <source>publication member</source>
        <translation>パブリケーションの要素</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>security label</source>
        <translation>セキュリティラベル</translation>
    </message>
    <message>
        <source>grant</source>
        <translation>権限</translation>
    </message>
    <message>
        <source>default privilege</source>
        <translation>デフォルト権限</translation>
    </message>
    <message>
        <source>enum label</source>
        <translation>列挙型の値</translation>
    </message>
    <message>
        <source>unmodelled object</source>
        <translation>比較されないオブジェクト</translation>
    </message>
</context>
<context>
    <name>lockstep::items::LintRulesModel</name>
    <message>
        <source>as usual: off</source>
        <translation>既定: オフ</translation>
    </message>
    <message>
        <source>as usual: on</source>
        <translation>既定: オン</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>on</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>About</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>In this project</source>
        <translation>このプロジェクト</translation>
    </message>
</context>
<context>
    <name>lockstep::items::LogModel</name>
    <message>
        <source>debug</source>
        <translation>デバッグ</translation>
    </message>
    <message>
        <source>info</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>レベル</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
</context>
<context>
    <name>lockstep::items::PlanFindingsModel</name>
    <message>
        <source>%1 %2</source>
        <comment>step number and title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>重大度</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>確認すること</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>ルール</translation>
    </message>
</context>
<context>
    <name>lockstep::items::PlanModel</name>
    <message>
        <source>Gate: %1</source>
        <translation>ゲート: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>指摘 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Place in the order of the plan</source>
        <translation>計画内の順番</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>What the step does</source>
        <translation>ステップの内容</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Tables the step is about</source>
        <translation>ステップの対象テーブル</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>テーブル</translation>
    </message>
    <message>
        <source>Expand, backfill, validate, switch or contract</source>
        <translation>拡張、バックフィル、制約検証、切り替え、縮小のいずれか</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>フェーズ</translation>
    </message>
    <message>
        <source>The strongest lock the step takes on any table</source>
        <translation>ステップがいずれかのテーブルで取得する最も強いロック</translation>
    </message>
    <message>
        <source>Strongest lock</source>
        <translation>最強のロック</translation>
    </message>
    <message>
        <source>What other sessions cannot do meanwhile</source>
        <translation>その間、ほかのセッションができないこと</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>ブロック対象</translation>
    </message>
    <message>
        <source>What the server does to the table</source>
        <translation>サーバーがテーブルに対して行うこと</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>動作</translation>
    </message>
    <message>
        <source>How long the step will likely take</source>
        <translation>ステップの予想所要時間</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>見積もり</translation>
    </message>
    <message>
        <source>The shortest and longest time to expect</source>
        <translation>予想される最短時間と最長時間</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>範囲</translation>
    </message>
    <message>
        <source>What to look at before running the step</source>
        <translation>ステップの実行前に確認すること</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>指摘</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <comment>a table&apos;s copy</comment>
        <translation>%1 (新)</translation>
    </message>
    <message>
        <source>%1 (old)</source>
        <comment>a table&apos;s copy</comment>
        <translation>%1 (旧)</translation>
    </message>
    <message>
        <source>a copy</source>
        <comment>of a table that is not named</comment>
        <translation>コピー</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>オフ</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RecentProjectsModel</name>
    <message>
        <source>today %1</source>
        <translation>今日 %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>未選択</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>ファイルが見つかりません</translation>
    </message>
    <message>
        <source>%1, not there any more</source>
        <translation>%1、ファイルが見つかりません</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RecordedStepsModel</name>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行回数</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RehearsalModel</name>
    <message>
        <source>over 30 s</source>
        <translation>30 秒超</translation>
    </message>
    <message>
        <source>long lock</source>
        <translation>長いロック</translation>
    </message>
    <message>
        <source>long lock on the way back</source>
        <translation>戻りで長いロック</translation>
    </message>
    <message>
        <source>rewrites a table</source>
        <translation>テーブルを書き換え</translation>
    </message>
    <message>
        <source>rows not taken</source>
        <translation>受け付けない行あり</translation>
    </message>
    <message>
        <source>not as estimated</source>
        <translation>見積もりと相違</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Step %1, %2: %3 %4</source>
        <translation>ステップ %1、%2: %3 %4</translation>
    </message>
    <message>
        <source>The longest time in one piece of a lock that keeps others from reading or writing.</source>
        <translation>ほかのセッションの読み取りや書き込みを妨げるロックを、続けて保持した最長の時間。</translation>
    </message>
    <message>
        <source>An estimate for the sizes of production, by what was measured here.</source>
        <translation>ここでの測定値から求めた、本番のサイズに対する見積もり。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Expected here</source>
        <translation>ここでの見込み</translation>
    </message>
    <message>
        <source>Lock held</source>
        <translation>ロック保持</translation>
    </message>
    <message>
        <source>WAL</source>
        <translation>WAL</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>戻り</translation>
    </message>
    <message>
        <source>In production</source>
        <translation>本番では</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RunHistoryModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation>完了ステップ</translation>
    </message>
    <message>
        <source>By</source>
        <translation>実行者</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Run %1 began.</source>
        <translation>実行 %1 が始まりました。</translation>
    </message>
    <message>
        <source>Step %1, %2: %3 in %4.</source>
        <translation>ステップ %1、%2: %3（%4）。</translation>
    </message>
    <message>
        <source>Step %1, %2: %3.</source>
        <translation>ステップ %1、%2: %3。</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RunStepsModel</name>
    <message>
        <source>will wait for you</source>
        <translation>確認待ちになります</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Gate: %1</source>
        <translation>ゲート: %1</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Took / estimate</source>
        <translation>所要時間 / 見積もり</translation>
    </message>
</context>
<context>
    <name>lockstep::items::Words</name>
    <message>
        <source>expand</source>
        <translation>拡張</translation>
    </message>
    <message>
        <source>backfill</source>
        <translation>バックフィル</translation>
    </message>
    <message>
        <source>validate</source>
        <translation>制約検証</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>切り替え</translation>
    </message>
    <message>
        <source>contract</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>verification</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>ゲート</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>other schema changes and vacuum</source>
        <translation>ほかのスキーマ変更と VACUUM</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>書き込み</translation>
    </message>
    <message>
        <source>reads and writes</source>
        <translation>読み取りと書き込み</translation>
    </message>
    <message>
        <source>blocks nothing</source>
        <translation>何もブロックしない</translation>
    </message>
    <message>
        <source>blocks other schema changes and vacuum</source>
        <translation>ほかのスキーマ変更と VACUUM をブロック</translation>
    </message>
    <message>
        <source>blocks writes</source>
        <translation>書き込みをブロック</translation>
    </message>
    <message>
        <source>blocks reads and writes</source>
        <translation>読み書きをブロック</translation>
    </message>
    <message>
        <source>instant</source>
        <translation>即時</translation>
    </message>
    <message>
        <source>reads the table</source>
        <translation>テーブルを読み取り</translation>
    </message>
    <message>
        <source>builds an index</source>
        <translation>インデックスを作成</translation>
    </message>
    <message>
        <source>rewrites the table</source>
        <translation>テーブルを書き換え</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>in batches</source>
        <translation>バッチ処理</translation>
    </message>
    <message>
        <source>note</source>
        <translation>注記</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>要注意</translation>
    </message>
    <message>
        <source>stops the run</source>
        <translation>実行を停止</translation>
    </message>
    <message>
        <source>Zero downtime</source>
        <translation>ゼロダウンタイム</translation>
    </message>
    <message>
        <source>Maintenance window</source>
        <translation>メンテナンス時間帯</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>about to start</source>
        <translation>まもなく開始</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>waiting for a lock</source>
        <translation>ロック待ち</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>確認待ち</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>元に戻し済み</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未開始</translation>
    </message>
    <message>
        <source>checking the database</source>
        <translation>データベースをチェック中</translation>
    </message>
    <message>
        <source>slowed</source>
        <translation>抑制中</translation>
    </message>
    <message>
        <source>waits for you at a gate</source>
        <translation>ゲートで確認待ち</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>停止処理中</translation>
    </message>
    <message>
        <source>stopped, can be resumed</source>
        <translation>停止（再開可能）</translation>
    </message>
    <message>
        <source>rolling back</source>
        <translation>ロールバック中</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>ロールバック済み</translation>
    </message>
    <message>
        <source>info</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>名前変更</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>同一</translation>
    </message>
    <message>
        <source>cannot be compared</source>
        <translation>比較不可</translation>
    </message>
    <message>
        <source>Proved, forward and back</source>
        <translation>証明済み（適用とロールバック）</translation>
    </message>
    <message>
        <source>Not proved yet</source>
        <translation>未証明</translation>
    </message>
    <message>
        <source>Proof skipped</source>
        <translation>証明を省略</translation>
    </message>
    <message>
        <source>Proof failed</source>
        <translation>証明に失敗</translation>
    </message>
    <message>
        <source>Changed since the proof</source>
        <translation>証明後に変更あり</translation>
    </message>
    <message>
        <source>a person confirms</source>
        <translation>人が確認</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1, %2 a batch</source>
        <translation>%1、バッチあたり %2</translation>
    </message>
    <message>
        <source>%1 %3 %2</source>
        <comment>lock mode times how many</comment>
        <translation>%1 %3 %2</translation>
    </message>
    <message>
        <source>Step %1, gate: %2, a person confirms</source>
        <translation>ステップ %1、ゲート: %2、人が確認</translation>
    </message>
    <message>
        <source>Step %1, %2, %3, about %4</source>
        <translation>ステップ %1、%2、%3、約 %4</translation>
    </message>
    <message>
        <source>%1, switched off</source>
        <translation>%1、オフ</translation>
    </message>
    <message>
        <source>It must come after step %1, which it needs: %2.</source>
        <translation>必要とするステップ %1 の後でなければなりません: %2。</translation>
    </message>
    <message>
        <source>It must come before step %1, which needs it: %2.</source>
        <translation>これを必要とするステップ %1 の前でなければなりません: %2。</translation>
    </message>
    <message>
        <source>It must come before the gate that is step %1: what is confirmed there needs it.</source>
        <translation>ゲートであるステップ %1 の前でなければなりません。そこで確認される内容に必要です。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>step number and title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>“%1” is switched off, so the plan does not reach its target any more.</source>
        <translation>「%1」がオフのため、計画は目標に到達しなくなりました。</translation>
    </message>
    <message>
        <source>%1 Steps that need it: %2.</source>
        <translation>%1 これを必要とするステップ: %2。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::BackfillChoice</name>
    <message>
        <source>Workers of a backfill</source>
        <translation>バックフィルのワーカー</translation>
    </message>
    <message>
        <source>Batches that are written at a time, each on a connection of its own. There are fewer while the server feels it.</source>
        <translation>同時に書き込むバッチの数です。それぞれ専用の接続を使います。サーバーに負荷がかかっている間は減ります。</translation>
    </message>
    <message>
        <source>Share of the time that batches take while others are at work</source>
        <translation>ほかの処理があるときにバッチが使う時間の割合</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Between batches the server has time for everybody else. With nobody else at work batches follow each other without a pause.</source>
        <translation>バッチの合間に、サーバーはほかの処理を行えます。ほかの処理がなければ、バッチは間を置かずに続きます。</translation>
    </message>
    <message>
        <source>&amp;Workers</source>
        <translation>ワーカー(&amp;W)</translation>
    </message>
    <message>
        <source>Ti&amp;me while others are at work</source>
        <translation>ほかの処理があるときの時間(&amp;M)</translation>
    </message>
    <message>
        <source>Rows that may be put aside</source>
        <translation>よけておける行数</translation>
    </message>
    <message>
        <source>So many rows that cannot be written stay as they are, and the journal names them; the next one stops the backfill. With 0 the first one does.</source>
        <translation>書き込めない行はこの数までそのまま残り、ジャーナルに記されます。その次の行でバックフィルが止まります。0 なら最初の行で止まります。</translation>
    </message>
    <message>
        <source>Rows put &amp;aside at most</source>
        <translation>よける行数の上限(&amp;A)</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Badge</name>
    <message>
        <source>DEVELOPMENT</source>
        <translation>開発</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation>ステージング</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>本番</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>環境: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::BandLegend</name>
    <message>
        <source>What the colours beside the statements mean</source>
        <translation>ステートメント横の色の意味</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Banner</name>
    <message>
        <source>Copy the whole message</source>
        <translation>メッセージ全体をコピー</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>メッセージをコピー</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>メッセージを閉じる</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1、%2 行目: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Statement: %1</source>
        <translation>ステートメント: %1</translation>
    </message>
    <message>
        <source>SQLSTATE %1</source>
        <translation>SQLSTATE %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::BlockerPanel</name>
    <message>
        <source>Cancel its &amp;statement…</source>
        <translation>ステートメントをキャンセル(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Disconnect it…</source>
        <translation>切断(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Wait longer</source>
        <translation>さらに待つ(&amp;W)</translation>
    </message>
    <message>
        <source>Tries for this lock again, for as long as before.</source>
        <translation>このロックの取得を、先ほどと同じ時間もう一度試みます。</translation>
    </message>
    <message>
        <source>Sessions that the run waits for</source>
        <translation>実行が待っているセッション</translation>
    </message>
    <message>
        <source>It runs no statement: its transaction is open, and idle.</source>
        <translation>ステートメントは実行していません。トランザクションを開いたままアイドル状態です。</translation>
    </message>
    <message>
        <source>Cancel the autovacuum of %1? The server begins it again later.</source>
        <translation>%1 の autovacuum をキャンセルしますか? サーバーが後でもう一度始めます。</translation>
    </message>
    <message>
        <source>Cancel the statement of %1? Its application gets an error.</source>
        <translation>%1 のステートメントをキャンセルしますか? アプリケーションにはエラーが返ります。</translation>
    </message>
    <message>
        <source>Disconnect %1? Its transaction, %2 old, is rolled back and its application gets an error.</source>
        <translation>%1 を切断しますか? 開始から %2 のトランザクションはロールバックされ、アプリケーションにはエラーが返ります。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::BusyBar</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Stop the work in the background (Esc)</source>
        <translation>バックグラウンドの処理を中止 (Esc)</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2/%3)</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::CalibrationDialog</name>
    <message>
        <source>&amp;Measure</source>
        <translation>測定(&amp;M)</translation>
    </message>
    <message>
        <source>Use the &amp;default rates</source>
        <translation>既定の速度を使う(&amp;D)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Calibrate the estimates</source>
        <translation>見積もりのキャリブレーション</translation>
    </message>
    <message>
        <source>How fast is the server?</source>
        <translation>サーバーの速さは?</translation>
    </message>
    <message>
        <source>A calibration takes under a minute. It makes a schema lockstep_calibration with up to 500 MB of tables, measures reading, writing and indexing in it (up to 4 GB of WAL, which standbys receive too), and removes it again, also when it fails or is canceled. Tables of others are neither read nor locked.</source>
        <translation>キャリブレーションは1分もかかりません。最大500 MBのテーブルを含むスキーマlockstep_calibrationを作成し、その中で読み取り、書き込み、インデックス作成を測定します(WALは最大4 GBで、スタンバイにも送られます)。終了後は、失敗や中止の場合も含めて削除します。ほかのテーブルは読み取りもロックもしません。</translation>
    </message>
    <message>
        <source>Forgets what was measured on this server.</source>
        <translation>このサーバーの測定値を破棄します。</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>Measured on %1.</source>
        <translation>測定: %1。</translation>
    </message>
    <message>
        <source>The calibration was canceled and its tables are removed. Estimates stay as they were.</source>
        <translation>キャリブレーションはキャンセルされ、そのテーブルは削除されました。見積もりは以前のままです。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ChangeDetail</name>
    <message>
        <source>name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>In the plan</source>
        <translation>計画に含める</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Properties that differ</source>
        <translation>異なるプロパティ</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>Stays as it is, though the target does not have it</source>
        <translation>目標にはありませんが、そのまま残します</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>退避</translation>
    </message>
    <message>
        <source>Moves to a schema of its own with its rows, to be dropped for good later</source>
        <translation>行ごと専用のスキーマへ移します。後で完全に削除できます</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Drops it behind a gate; the run still asks before it loses anything</source>
        <translation>ゲートの後で削除します。実行時には、何かを失う前にもう一度確認を求めます</translation>
    </message>
    <message>
        <source>Previous difference (Alt+Up)</source>
        <translation>前の相違点 (Alt+Up)</translation>
    </message>
    <message>
        <source>Next difference (Alt+Down)</source>
        <translation>次の相違点 (Alt+Down)</translation>
    </message>
    <message>
        <source>No change selected</source>
        <translation>変更が選択されていません</translation>
    </message>
    <message>
        <source>Only white space differs.</source>
        <translation>空白のみが異なります。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) differ</source>
        <translation>
            <numerusform>相違 %n か所</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ChangesView</name>
    <message>
        <source>New %1</source>
        <translation>新規 %1</translation>
    </message>
    <message>
        <source>Dropped %1</source>
        <translation>削除 %1</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>変更 %1</translation>
    </message>
    <message>
        <source>Renamed %1</source>
        <translation>名前変更 %1</translation>
    </message>
    <message>
        <source>Identical %1</source>
        <translation>同一 %1</translation>
    </message>
    <message>
        <source>Cannot be compared %1</source>
        <translation>比較不可 %1</translation>
    </message>
    <message>
        <source>No difference passes the filter.</source>
        <translation>絞り込みに一致する相違点はありません。</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>グループ化</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>状態別</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>種類別</translation>
    </message>
    <message>
        <source>By schema</source>
        <translation>スキーマ別</translation>
    </message>
    <message>
        <source>Kind of object</source>
        <translation>オブジェクトの種類</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>名前で絞り込み</translation>
    </message>
    <message>
        <source>Name, or schema.table*</source>
        <translation>名前、または schema.table*</translation>
    </message>
    <message>
        <source>Ignore rules</source>
        <translation>無視ルール</translation>
    </message>
    <message>
        <source>What the comparison leaves aside: owners, privileges, comments and more</source>
        <translation>比較の対象外とするもの: 所有者、権限、コメントなど</translation>
    </message>
    <message>
        <source>Shows or hides these</source>
        <translation>これらの表示 / 非表示を切り替えます</translation>
    </message>
    <message>
        <source>Tick all shown</source>
        <translation>表示中のすべてにチェック</translation>
    </message>
    <message>
        <source>Untick all shown</source>
        <translation>表示中のすべてのチェックを外す</translation>
    </message>
    <message>
        <source>Takes what the list shows into the plan, drops too</source>
        <translation>削除も含め、リストに表示されているものを計画に含めます</translation>
    </message>
    <message>
        <source>Leaves what the list shows out of the plan</source>
        <translation>リストに表示されているものを計画から除外します</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>すべての種類</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>未比較</translation>
    </message>
    <message>
        <source>%1 of %2 changes are in the plan.</source>
        <translation>変更 %2 件中 %1 件が計画に含まれています。</translation>
    </message>
    <message numerus="yes">
        <source>%n drop(s) not selected: the plan keeps them.</source>
        <translation>
            <numerusform>未選択の削除 %n 件: 計画では保持します。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::CheckDetail</name>
    <message>
        <source>Run although this item says stop</source>
        <translation>この項目が停止と判定しても実行する</translation>
    </message>
    <message>
        <source>Copy the query</source>
        <translation>クエリをコピー</translation>
    </message>
    <message>
        <source>The query of this item</source>
        <translation>この項目のクエリ</translation>
    </message>
    <message>
        <source>The rows that the query gave</source>
        <translation>クエリが返した行</translation>
    </message>
    <message>
        <source>Select a question to see its answer, the query and its rows.</source>
        <translation>確認事項を選択すると、回答、クエリ、その行が表示されます。</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>対処: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::CheckPage</name>
    <message>
        <source>Check again</source>
        <translation>再チェック</translation>
    </message>
    <message>
        <source>Questions to the database before the plan runs on it</source>
        <translation>計画の実行前にデータベースに照会する確認事項</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>%1 に照会中</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) stop the run</source>
        <translation>
            <numerusform>%n 項目が実行を停止</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n 項目が要注意</numerusform>
        </translation>
    </message>
    <message>
        <source>all clear</source>
        <translation>問題なし</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>照会中</translation>
    </message>
    <message>
        <source>could not ask</source>
        <translation>照会できません</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>未照会</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>チェック</translation>
    </message>
    <message>
        <source>Make a plan and name the database on the Run page first.</source>
        <translation>先に計画を作り、実行ページでデータベースを指定してください。</translation>
    </message>
    <message>
        <source>Asks %1; reads only.</source>
        <translation>%1 に照会します。読み取りのみです。</translation>
    </message>
    <message>
        <source>%1, PostgreSQL %2, asked at %3</source>
        <translation>%1、PostgreSQL %2、照会時刻 %3</translation>
    </message>
    <message>
        <source>Before the plan runs</source>
        <translation>計画の実行前に</translation>
    </message>
    <message>
        <source>%1 was not asked yet.</source>
        <translation>%1 にはまだ照会していません。</translation>
    </message>
    <message>
        <source>clear to begin</source>
        <translation>開始できます</translation>
    </message>
    <message>
        <source>%1, PostgreSQL %2, asked at %3 by the run: not about rows and traffic</source>
        <translation>%1、PostgreSQL %2、実行による照会時刻 %3（行とトラフィックは未照会）</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ComparePage</name>
    <message>
        <source>Keep</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>退避</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Take into the plan</source>
        <translation>計画に含める</translation>
    </message>
    <message>
        <source>Leave out of the plan</source>
        <translation>計画から除外</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>名前をコピー</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Also left out, because it goes along:</source>
        <translation>連動するため、次のものも除外しました:</translation>
    </message>
    <message>
        <source>Also selected, because it is needed:</source>
        <translation>必要なため、次のものも選択しました:</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>What there is: a database, a .sql file, an archive, a snapshot</source>
        <translation>現在のスキーマ: データベース、.sql ファイル、アーカイブ、スナップショット</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>What is wanted: a .sql file, a database, an archive, a snapshot</source>
        <translation>目標のスキーマ: .sql ファイル、データベース、アーカイブ、スナップショット</translation>
    </message>
    <message>
        <source>will be changed
to match</source>
        <translation>変更して
一致させる</translation>
    </message>
    <message>
        <source>Swaps the two sides.</source>
        <translation>両側を入れ替えます。</translation>
    </message>
    <message>
        <source>The two schemas are identical</source>
        <translation>2 つのスキーマは同一です</translation>
    </message>
    <message>
        <source>%1 objects were compared; there is nothing to change.</source>
        <translation>オブジェクト %1 個を比較しました。変更するものはありません。</translation>
    </message>
    <message>
        <source>Choose what there is and what is wanted</source>
        <translation>現在と目標のスキーマを選択</translation>
    </message>
    <message>
        <source>Drop a .sql file on Current and another on Target, or connect to a server. Nothing is changed until you run a plan and type the name of the database.</source>
        <translation>.sql ファイルを［現在］に、別のファイルを［目標］にドロップするか、サーバーに接続してください。計画を実行し、データベースの名前を入力するまで、何も変更されません。</translation>
    </message>
    <message>
        <source>nothing compared yet</source>
        <translation>まだ比較していません</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>同一</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>変更 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>除外 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) open</source>
        <translation>
            <numerusform>未決定 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>The run %1 on %2 is not finished.</source>
        <translation>%2 での実行 %1 は終わっていません。</translation>
    </message>
    <message>
        <source>The comparison shows the database between two steps. What the run has put there for itself is left out, and a plan made now cannot be proved.</source>
        <translation>この比較は 2 つのステップの間にあるデータベースを示しています。実行が自分のために置いたものは除いてあり、今作る計画は証明できません。</translation>
    </message>
    <message>
        <source>Finish the run first, then compare again.</source>
        <translation>先に実行を終わらせてから、もう一度比較してください。</translation>
    </message>
    <message>
        <source>The two sides are not compared yet</source>
        <translation>両側はまだ比較されていません</translation>
    </message>
    <message>
        <source>The differences are listed here as soon as both sides are read.</source>
        <translation>両側の読み込みが終わると、ここに違いが表示されます。</translation>
    </message>
    <message>
        <source>Now choose what is wanted</source>
        <translation>次に、目標を選んでください</translation>
    </message>
    <message>
        <source>Now choose what there is</source>
        <translation>次に、現状を選んでください</translation>
    </message>
    <message>
        <source>Finish the run…</source>
        <translation>実行を終わらせる…</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ConflictBar</name>
    <message>
        <source>Keep &amp;mine</source>
        <translation>自分の変更を保持(&amp;M)</translation>
    </message>
    <message>
        <source>Take what is &amp;generated</source>
        <translation>生成されたものを使う(&amp;G)</translation>
    </message>
    <message>
        <source>Edits that no longer fit</source>
        <translation>合わなくなった編集</translation>
    </message>
    <message>
        <source>Generated when you edited it</source>
        <translation>編集した時点の生成内容</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>自分の内容</translation>
    </message>
    <message>
        <source>Generated now</source>
        <translation>現在の生成内容</translation>
    </message>
    <message>
        <source>Your change of “%1” needs a decision.</source>
        <translation>「%1」への変更について決定が必要です。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>title, how many more</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more follow(s).</source>
        <translation>
            <numerusform>ほかに %n 件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep &amp;mine at the end</source>
        <translation>自分の変更を末尾に残す(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>破棄(&amp;F)</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ConnectionForm</name>
    <message>
        <source>Read-only: the server refuses every write</source>
        <translation>読み取り専用: サーバーはすべての書き込みを拒否します</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>このサーバーを使う</translation>
    </message>
    <message>
        <source>Connection text</source>
        <translation>接続文字列</translation>
    </message>
    <message>
        <source>Paste postgresql://… or host=… dbname=… here, or fill in the fields</source>
        <translation>ここに postgresql://… または host=… dbname=… を貼り付けるか、各欄に入力</translation>
    </message>
    <message>
        <source>TLS, SSH server, role, read-only</source>
        <translation>TLS、SSH サーバー、ロール、読み取り専用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>to keep it under</source>
        <translation>保存用の名前</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>ホスト</translation>
    </message>
    <message>
        <source>local socket</source>
        <translation>ローカルソケット</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>データベース</translation>
    </message>
    <message>
        <source>same as the user</source>
        <translation>ユーザーと同じ</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>開発</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>ステージング</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>本番</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>from ~/.pgpass, or asked for; never stored here</source>
        <translation>~/.pgpass から、または入力を求めます。ここには保存されません</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>from ~/.pg_service.conf</source>
        <translation>~/.pg_service.conf から</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>prefer, as libpq does</source>
        <translation>prefer（libpq と同じ）</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>認証局</translation>
    </message>
    <message>
        <source>~/.postgresql/root.crt, or “system”</source>
        <translation>~/.postgresql/root.crt、または「system」</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>~/.postgresql/postgresql.crt</source>
        <translation>~/.postgresql/postgresql.crt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>~/.postgresql/postgresql.key</source>
        <translation>~/.postgresql/postgresql.key</translation>
    </message>
    <message>
        <source>Channel binding</source>
        <translation>チャネルバインディング</translation>
    </message>
    <message>
        <source>SSH server</source>
        <translation>SSH サーバー</translation>
    </message>
    <message>
        <source>user@host:port, or a Host of ~/.ssh/config</source>
        <translation>user@host:port、または ~/.ssh/config の Host</translation>
    </message>
    <message>
        <source>Passfile</source>
        <translation>パスワードファイル</translation>
    </message>
    <message>
        <source>~/.pgpass</source>
        <translation>~/.pgpass</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>ロール</translation>
    </message>
    <message>
        <source>SET ROLE after connecting</source>
        <translation>接続後に SET ROLE</translation>
    </message>
    <message>
        <source>default_transaction_read_only=on from the first moment; plans cannot be run there.</source>
        <translation>接続した時点から default_transaction_read_only=on です。そこでは計画を実行できません。</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>接続中…</translation>
    </message>
    <message>
        <source>Give it a name to keep it under.</source>
        <translation>保存するには名前を付けてください。</translation>
    </message>
    <message>
        <source>asked for when needed</source>
        <translation>必要なときに尋ねます</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ConnectionsPanel</name>
    <message>
        <source>None yet. A connection keeps how to reach a database, what it is for and whether it may be written to; never its password.</source>
        <translation>まだありません。接続には、データベースへの接続方法、用途、書き込みの可否が保存されます。パスワードは保存されません。</translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation>新しい接続…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編集…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>複製…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Starts a comparison with this database as the current side.</source>
        <translation>このデータベースを現在の側として比較を開始します。</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>%1 に接続中…</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（コピー）</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 を削除しました。</translation>
    </message>
    <message>
        <source>It is a section of your service file; change it there, or duplicate it.</source>
        <translation>お使いのサービスファイルのセクションです。そこで変更するか、複製してください。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Curve</name>
    <message>
        <source>last %1</source>
        <translation>直近 %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::DiffView</name>
    <message>
        <source>Current</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::DifferencesModel</name>
    <message>
        <source>(none)</source>
        <translation>（なし）</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>プロパティ</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::FindBar</name>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Tell capitals from small letters</source>
        <translation>大文字と小文字を区別</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>単語単位</translation>
    </message>
    <message>
        <source>.*</source>
        <translation>.*</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正規表現</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>置換(&amp;R)</translation>
    </message>
    <message>
        <source>Replace &amp;all</source>
        <translation>すべて置換(&amp;A)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Find in the SQL</source>
        <translation>SQL 内を検索</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>置換後の文字列</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>検索バーを閉じる</translation>
    </message>
    <message>
        <source>not an expression yet</source>
        <translation>正規表現が未完成</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n 件一致</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>指摘</translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation>指摘(&amp;F)</translation>
    </message>
    <message>
        <source>Findings from which severity on</source>
        <translation>表示する指摘の最低重大度</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>warnings and errors</source>
        <translation>警告とエラー</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Findings that hold this text</source>
        <translation>このテキストを含む指摘</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>全 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%2 件中 %1 件を表示</translation>
    </message>
    <message>
        <source>&amp;Rule in this project…</source>
        <translation>このプロジェクトでのルール(&amp;R)…</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::FoundRun</name>
    <message>
        <source>Go on although a standby was promoted or a backup restored since</source>
        <translation>その後スタンバイが昇格、またはバックアップがリストアされていても続行する</translation>
    </message>
    <message>
        <source>What was committed last may be missing there; the run notices and refuses to go on unless this is ticked.</source>
        <translation>最後にコミットした内容が、そこでは失われているかもしれません。実行はそれを検出し、ここにチェックがない限り続行しません。</translation>
    </message>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>%2 ステップ中 %1 完了</translation>
    </message>
    <message>
        <source>This database has run %1 of this plan: %2, %3.</source>
        <translation>このデータベースにはこの計画の実行 %1 があります: %2、%3。</translation>
    </message>
    <message>
        <source>This database has an unfinished run %1: %2, %3.</source>
        <translation>このデータベースには未完了の実行 %1 があります: %2、%3。</translation>
    </message>
    <message>
        <source>It belongs to another plan; open that plan to resume it or to roll it back.</source>
        <translation>別の計画のものです。再開またはロールバックするには、その計画を開いてください。</translation>
    </message>
    <message>
        <source>It is of another plan.</source>
        <translation>別の計画のものです。</translation>
    </message>
    <message>
        <source>Open that plan</source>
        <translation>その計画を開く</translation>
    </message>
    <message>
        <source>Another Lockstep is at work on this run %1: %2.</source>
        <translation>別の Lockstep がこの実行 %1 を処理しています: %2。</translation>
    </message>
    <message>
        <source>Stop it there</source>
        <translation>実行元で停止</translation>
    </message>
    <message>
        <source>Take it over…</source>
        <translation>引き継ぐ…</translation>
    </message>
    <message>
        <source>Roll it back…</source>
        <translation>ロールバック…</translation>
    </message>
    <message>
        <source>Go on rolling back…</source>
        <translation>ロールバックを続行…</translation>
    </message>
    <message>
        <source>Resume it</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Take run %1 over? The other Lockstep is disconnected from the database, what it has not committed is rolled back, and the run goes on here.</source>
        <translation>実行 %1 を引き継ぎますか? もう一方の Lockstep はデータベースから切断され、コミットされていない分はロールバックされ、実行はここで続行されます。</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>引き継ぐ</translation>
    </message>
    <message>
        <source>Leave it there</source>
        <translation>実行元に任せる</translation>
    </message>
    <message>
        <source>Roll back run %1? Every step that was done is taken back, last one first. What has no way back is said before anything is changed.</source>
        <translation>実行 %1 をロールバックしますか? 完了したステップを最後のものから順にすべて元に戻します。元に戻せないものは、変更の前に示されます。</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>ロールバック</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>そのままにする</translation>
    </message>
    <message numerus="yes">
        <source>The rollback of run %1 on this database is not finished: %n step(s) are still to be taken back.</source>
        <translation>
            <numerusform>このデータベースの実行 %1 のロールバックは終わっていません: あと %n 個のステップを元に戻す必要があります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another Lockstep is rolling this run %1 back.</source>
        <translation>別の Lockstep がこの実行 %1 をロールバックしています。</translation>
    </message>
    <message>
        <source>Take the rollback of run %1 over? The other Lockstep is disconnected from the database, what it has not committed is undone, and the rollback goes on here.</source>
        <translation>実行 %1 のロールバックを引き継ぎますか? もう一方の Lockstep はデータベースから切断され、コミットされていない分は取り消され、ロールバックはここで続行されます。</translation>
    </message>
    <message>
        <source>Go on rolling run %1 back? What is left of it is taken back, last step first.</source>
        <translation>実行 %1 のロールバックを続行しますか? 残っている分を最後のステップから順に元に戻します。</translation>
    </message>
    <message>
        <source>Go on rolling back</source>
        <translation>ロールバックを続行</translation>
    </message>
    <message>
        <source>nobody is working on it</source>
        <translation>作業中のプログラムはありません</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::GoToBar</name>
    <message>
        <source>Line to go to</source>
        <translation>移動先の行番号</translation>
    </message>
    <message>
        <source>&amp;Go to line</source>
        <translation>行へ移動(&amp;G)</translation>
    </message>
    <message>
        <source>1 to %1</source>
        <translation>1 ～ %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::HistoryView</name>
    <message>
        <source>Read a&amp;gain</source>
        <translation>再読み取り(&amp;G)</translation>
    </message>
    <message>
        <source>Save even&amp;ts…</source>
        <translation>イベントを保存(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Open its plan</source>
        <translation>その計画を開く(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>The plan that the chosen run was begun with, instead of what is open.</source>
        <translation>現在開いているものの代わりに、選択した実行を開始したときの計画を開きます。</translation>
    </message>
    <message>
        <source>The events of the chosen run as JSON lines or CSV.</source>
        <translation>選択した実行のイベントを JSON Lines または CSV で保存します。</translation>
    </message>
    <message>
        <source>Runs, newest first</source>
        <translation>実行（新しい順）</translation>
    </message>
    <message>
        <source>Steps of the chosen run</source>
        <translation>選択した実行のステップ</translation>
    </message>
    <message>
        <source>Events of the chosen run, newest first</source>
        <translation>選択した実行のイベント（新しい順）</translation>
    </message>
    <message>
        <source>Runs of %1</source>
        <translation>%1 の実行</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>ジャーナルを読み取り中…</translation>
    </message>
    <message>
        <source>The journal of this database holds no run.</source>
        <translation>このデータベースのジャーナルに実行はありません。</translation>
    </message>
    <message>
        <source>Reading run %1…</source>
        <translation>実行 %1 を読み取り中…</translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation>実行 %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>The oldest %n event(s) stay in the journal and are not shown.</source>
        <translation>
            <numerusform>最も古い %n 件のイベントはジャーナルに残っていますが、表示していません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The events are saved in %1.</source>
        <translation>イベントを %1 に保存しました。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::HomePage</name>
    <message>
        <source>New comparison</source>
        <translation>新しい比較</translation>
    </message>
    <message>
        <source>What there is and what you want; the plan follows by itself.</source>
        <translation>現在のスキーマと目標のスキーマ。計画は自動的に作られます。</translation>
    </message>
    <message>
        <source>Open a plan…</source>
        <translation>計画を開く…</translation>
    </message>
    <message>
        <source>A .lockplan that somebody made, to look at or run.</source>
        <translation>ほかの人が作成した .lockplan を確認または実行します。</translation>
    </message>
    <message>
        <source>Review a script</source>
        <translation>スクリプトのレビュー</translation>
    </message>
    <message>
        <source>What a migration locks and how long, statement by statement.</source>
        <translation>マイグレーションが何をどれだけの時間ロックするかを、ステートメントごとに示します。</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>デモを試す</translation>
    </message>
    <message>
        <source>A small shop on a throw-away server, ready to be changed.</source>
        <translation>使い捨てサーバー上の小さなショップ。自由に変更できます。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続行</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Projects you save are listed here. A project is a .lockstep file: both sides, your decisions and your edits.</source>
        <translation>保存したプロジェクトがここに表示されます。プロジェクトは、両側、決定、編集を含む .lockstep ファイルです。</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>リストから削除</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>ホーム</translation>
    </message>
    <message>
        <source>Lockstep</source>
        <translation>Lockstep</translation>
    </message>
    <message>
        <source>Change a PostgreSQL schema while it is in use: compare, plan, prove, run.</source>
        <translation>PostgreSQL のスキーマを使用中のまま変更: 比較、計画、証明、実行。</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近使ったプロジェクト</translation>
    </message>
    <message>
        <source>The file itself stays where it is.</source>
        <translation>ファイル自体はそのまま残ります。</translation>
    </message>
    <message>
        <source>Or drop a project, a plan, a schema or a migration script anywhere here.</source>
        <translation>プロジェクト、計画、スキーマ、マイグレーションスクリプトをここにドロップすることもできます。</translation>
    </message>
    <message>
        <source>Work that was never saved under a name was kept %1: %2.</source>
        <translation>名前を付けて保存していない作業が残っています（%1）: %2。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Inspector</name>
    <message>
        <source>About the selected step</source>
        <translation>選択したステップについて</translation>
    </message>
    <message>
        <source>Select a step to see what it locks, how long it takes and why.</source>
        <translation>ステップを選択すると、ロックの対象、所要時間、理由が表示されます。</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>トラフィック</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>見積もり</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>実行方法</translation>
    </message>
    <message>
        <source>After</source>
        <translation>先行</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>失うもの</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻し方</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>指摘</translation>
    </message>
    <message>
        <source>in batches, each committed by itself; it can stop and go on anywhere</source>
        <translation>バッチごとにコミット。どこでも停止・再開できます</translation>
    </message>
    <message>
        <source>in a transaction of its own</source>
        <translation>単独のトランザクションで</translation>
    </message>
    <message>
        <source>outside of a transaction, each statement by itself</source>
        <translation>トランザクションの外で、ステートメントごとに</translation>
    </message>
    <message>
        <source>none: the run stops here until a person confirms</source>
        <translation>なし: 人が確認するまで実行はここで止まります</translation>
    </message>
    <message>
        <source>not known: this SQL could not be analysed</source>
        <translation>不明: この SQL は解析できませんでした</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1; held about %2 a batch</source>
        <translation>%1、バッチごとに約 %2 保持</translation>
    </message>
    <message>
        <source>%1; held about %2</source>
        <translation>%1、約 %2 保持</translation>
    </message>
    <message>
        <source>%1/s, %2 each: %3</source>
        <translation>%1/秒、1 回 %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more transaction(s) stand before it.</source>
        <translation>
            <numerusform>ほかに %n 個のトランザクションが先にあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>as %1 was seen at %2</source>
        <translation>%2 の時点の %1 による</translation>
    </message>
    <message>
        <source>as long as it takes</source>
        <translation>必要なだけ</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (%2), %3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; (%2)、%3</translation>
    </message>
    <message>
        <source>%1 in the proof, on an empty copy</source>
        <translation>証明では %1（空のコピー上）</translation>
    </message>
    <message>
        <source>%1; gives up and tries again after waiting %2 for a lock</source>
        <translation>%1。ロックを %2 待っても取得できなければ、あきらめて再試行</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>step number and title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2 rows, %3</source>
        <translation>%1: %2 行、%3</translation>
    </message>
    <message>
        <source>%1: %2 rows</source>
        <translation>%1: %2 行</translation>
    </message>
    <message>
        <source>Costs: %1</source>
        <translation>代償: %1</translation>
    </message>
    <message>
        <source>No way back: %1</source>
        <translation>元に戻せません: %1</translation>
    </message>
    <message>
        <source>nothing to take back</source>
        <translation>元に戻すものはありません</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::LintRulesDialog</name>
    <message>
        <source>&amp;All as usual</source>
        <translation>すべて既定に戻す(&amp;A)</translation>
    </message>
    <message>
        <source>Rules of this project</source>
        <translation>このプロジェクトのルール</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>Rules that hold this text</source>
        <translation>このテキストを含むルール</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>What the rule is about</source>
        <translation>ルールの説明</translation>
    </message>
    <message>
        <source>&amp;In this project:</source>
        <translation>このプロジェクト(&amp;I):</translation>
    </message>
    <message>
        <source>What this project does with the rule</source>
        <translation>このプロジェクトでのルールの扱い</translation>
    </message>
    <message>
        <source>What is chosen here holds for the findings of plans and of reviewed scripts, and is kept in the project file. lockstep-cli lint --settings reads that file.</source>
        <translation>ここでの選択はプランとレビュー中のスクリプトの検出結果に適用され、プロジェクトファイルに保存されます。lockstep-cli lint --settings はそのファイルを読み込みます。</translation>
    </message>
    <message>
        <source>Forgets everything that this project decides about rules.</source>
        <translation>このプロジェクトのルールに関する設定をすべて破棄します。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>All rules are as usual.</source>
        <translation>すべてのルールは既定のままです。</translation>
    </message>
    <message numerus="yes">
        <source>%n rules are not as usual.</source>
        <translation>
            <numerusform>%n 件のルールが既定と異なります。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PasswordStrip</name>
    <message>
        <source>Keep in the keychain</source>
        <translation>キーチェーンに保存</translation>
    </message>
    <message>
        <source>No keychain answers here: kept in memory until the window closes.</source>
        <translation>キーチェーンが利用できません。ウィンドウを閉じるまでメモリに保持します。</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>That password was not right. Password of %1:</source>
        <translation>パスワードが正しくありません。%1 のパスワード:</translation>
    </message>
    <message>
        <source>Password of %1:</source>
        <translation>%1 のパスワード:</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanFindings</name>
    <message>
        <source>Findings of the plan</source>
        <translation>計画の指摘</translation>
    </message>
    <message>
        <source>Nothing in this plan needs a look.</source>
        <translation>この計画に確認が必要なものはありません。</translation>
    </message>
    <message>
        <source>&amp;Rule in this project…</source>
        <translation>このプロジェクトでのルール(&amp;R)…</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) are switched off in this project, and were not asked.</source>
        <translation>
            <numerusform>このプロジェクトでは %n 個の規則がオフになっており、調べていません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanHeader</name>
    <message>
        <source>%1 will be changed to match %1</source>
        <comment>arrows around</comment>
        <translation>%1 変更して一致させる %1</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>ポリシー</translation>
    </message>
    <message>
        <source>Zero downtime: nothing blocks for long. Maintenance window: the shortest way, the application may stand.</source>
        <translation>ゼロダウンタイム: 長くブロックするものはありません。メンテナンス時間帯: 最短の方法です。アプリケーションは停止していてかまいません。</translation>
    </message>
    <message>
        <source>Scale of the timeline</source>
        <translation>タイムラインの目盛り</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>圧縮</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>線形</translation>
    </message>
    <message>
        <source>Compressed shows 6 ms and 6 h side by side; linear shows the truth of proportions.</source>
        <translation>圧縮では 6 ms と 6 時間を並べて見られます。線形では実際の比率を示します。</translation>
    </message>
    <message>
        <source>&amp;Policy</source>
        <translation>ポリシー(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>目盛り(&amp;S)</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未選択</translation>
    </message>
    <message>
        <source>Calibrate…</source>
        <translation>キャリブレーション…</translation>
    </message>
    <message>
        <source>Click to measure a server, which takes under a minute.</source>
        <translation>クリックしてサーバーを測定します。1 分以内に終わります。</translation>
    </message>
    <message>
        <source>Calibrate the estimates: %1</source>
        <translation>見積もりのキャリブレーション: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanPage</name>
    <message>
        <source>Run…</source>
        <translation>実行…</translation>
    </message>
    <message>
        <source>There is no plan yet. Choose what there is (Current) and what is wanted (Target) under Compare; the plan follows by itself.</source>
        <translation>計画はまだありません。［比較］で［現在］と［目標］を選んでください。計画は自動的に作られます。</translation>
    </message>
    <message>
        <source>Choose a database and run the plan on it</source>
        <translation>データベースを選んで計画を実行</translation>
    </message>
    <message numerus="yes">
        <source>%n more stand(s) in the saved plan.</source>
        <translation>
            <numerusform>ほかに %n 件が保存した計画にあります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) beside the plan need a look.</source>
        <translation>
            <numerusform>計画のほかに %n 件の確認が必要です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Proving…</source>
        <translation>証明中…</translation>
    </message>
    <message>
        <source>Prove</source>
        <translation>証明</translation>
    </message>
    <message>
        <source>Runs plan and rollback on a scratch copy and compares the result</source>
        <translation>使い捨てのコピーで計画とロールバックを実行し、結果を比較します</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>tick and words</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Runs plan and rollback on a scratch copy and compares the result. Click to prove the plan as it stands now.</source>
        <translation>使い捨てのコピーで計画とロールバックを実行し、結果を比較します。クリックすると、今の計画を証明します。</translation>
    </message>
    <message>
        <source>With rows: %1.</source>
        <translation>行あり: %1。</translation>
    </message>
    <message>
        <source>about %1 · longest block %2</source>
        <translation>約 %1 · 最長ブロック %2</translation>
    </message>
    <message>
        <source>All steps together: %1. Reads or writes are held up for about %2 at a time, no longer.</source>
        <translation>全ステップの合計: %1。読み取りや書き込みが一度に待たされるのは、長くても約 %2 です。</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>ステップ(&amp;T)</translation>
    </message>
    <message>
        <source>The plan is made anew.</source>
        <translation>計画を作り直しています。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>About the step or all findings</source>
        <translation>ステップの情報またはすべての指摘</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>このステップ</translation>
    </message>
    <message>
        <source>All findings</source>
        <translation>すべての指摘</translation>
    </message>
    <message>
        <source>All findings (%1)</source>
        <translation>すべての指摘 (%1)</translation>
    </message>
    <message>
        <source>The plan is being made anew.</source>
        <translation>プランを作り直しています。</translation>
    </message>
    <message>
        <source>What you change meanwhile is applied as soon as it is there.</source>
        <translation>その間の変更は、プランができ次第適用されます。</translation>
    </message>
    <message>
        <source>What you undid cannot be done again.</source>
        <translation>取り消した操作はやり直せません。</translation>
    </message>
    <message>
        <source>The steps that it changed are generated differently now. What you did not undo is still there.</source>
        <translation>対象のステップは、いまは別の形で生成されます。取り消していない操作はそのまま残っています。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanTable</name>
    <message>
        <source>Steps of the plan</source>
        <translation>計画のステップ</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RehearsalDetail</name>
    <message>
        <source>%1 rows written</source>
        <translation>書き込んだ行 %1</translation>
    </message>
    <message>
        <source>, %1 of the updates of the table HOT, %2 dead rows left</source>
        <translation>、テーブル更新の %1 が HOT、残ったデッド行 %2</translation>
    </message>
    <message>
        <source>%1 on %2 for %3</source>
        <translation>%2 に %1 を %3</translation>
    </message>
    <message>
        <source>The database grew by %1.</source>
        <translation>データベースは %1 増えました。</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>見込み: %1</translation>
    </message>
    <message>
        <source>To the end and back</source>
        <translation>最後まで進んで戻る</translation>
    </message>
    <message>
        <source>To the gate “%1” and back</source>
        <translation>ゲート「%1」まで進んで戻る</translation>
    </message>
    <message>
        <source>%1: schema and rows are as before. %2 there, %3 back.</source>
        <translation>%1: スキーマと行は元どおりです。行き %2、戻り %3。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not as it should be.</source>
        <translation>期待どおりではありません。</translation>
    </message>
    <message>
        <source>What the rehearsal found</source>
        <translation>リハーサルの結果</translation>
    </message>
    <message>
        <source>A rehearsal runs the plan with rows and a clock, then its way back from the end and from each gate. It says how long each step takes, how long its locks keep others waiting, and whether schema and rows come back.</source>
        <translation>リハーサルでは、行を入れて時間を測りながら計画を実行し、その後、最後と各ゲートから元に戻します。各ステップの所要時間、ロックがほかを待たせる時間、スキーマと行が元に戻るかどうかがわかります。</translation>
    </message>
    <message>
        <source>The ways</source>
        <translation>経路</translation>
    </message>
    <message>
        <source>Rows that a step does not pass; they were left out</source>
        <translation>ステップを通らないため除外した行</translation>
    </message>
    <message>
        <source>Not rehearsed</source>
        <translation>リハーサル対象外</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>注記</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RehearsalPage</name>
    <message>
        <source>Save the report…</source>
        <translation>レポートを保存…</translation>
    </message>
    <message>
        <source>Use its rates for the estimates</source>
        <translation>この速度を見積もりに使う</translation>
    </message>
    <message>
        <source>Stopping, and taking back what was done</source>
        <translation>停止して、実行済みの変更を元に戻しています</translation>
    </message>
    <message>
        <source>Steps of the plan with what the rehearsal measured</source>
        <translation>計画のステップとリハーサルの測定値</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>開始中</translation>
    </message>
    <message>
        <source>The rehearsal was stopped.</source>
        <translation>リハーサルを停止しました。</translation>
    </message>
    <message>
        <source>What it made is gone.</source>
        <translation>リハーサルで作られたものは消去されました。</translation>
    </message>
    <message>
        <source>The report was saved.</source>
        <translation>レポートを保存しました。</translation>
    </message>
    <message>
        <source>The estimates of the plan are made with these rates now.</source>
        <translation>計画の見積もりは、この速度で計算されるようになりました。</translation>
    </message>
    <message>
        <source>Of this plan, until the window closes or another side is chosen.</source>
        <translation>この計画に対して、ウィンドウを閉じるか別の側を選ぶまで有効です。</translation>
    </message>
    <message>
        <source>rehearsing</source>
        <translation>リハーサル中</translation>
    </message>
    <message>
        <source>could not rehearse</source>
        <translation>リハーサルできません</translation>
    </message>
    <message>
        <source>not rehearsed yet</source>
        <translation>リハーサル未実施</translation>
    </message>
    <message>
        <source>went well, %1</source>
        <translation>成功、%1</translation>
    </message>
    <message>
        <source>a step failed</source>
        <translation>ステップが失敗</translation>
    </message>
    <message>
        <source>not as it should be</source>
        <translation>期待どおりではありません</translation>
    </message>
    <message>
        <source>No step had enough work to learn rates from; more rows tell more.</source>
        <translation>速度を求められるだけの処理量があるステップがありませんでした。行を増やすとより多くのことがわかります。</translation>
    </message>
    <message>
        <source>Estimates go by what was measured here.</source>
        <translation>見積もりはここでの測定値に基づいています。</translation>
    </message>
    <message>
        <source>%1, on %2, at %3</source>
        <translation>%1、%2、%3</translation>
    </message>
    <message>
        <source>Rehearsing</source>
        <translation>リハーサル中</translation>
    </message>
    <message>
        <source>Rehearse the plan</source>
        <translation>計画のリハーサル</translation>
    </message>
    <message>
        <source>With rows and a clock, there and back, before it runs where it matters.</source>
        <translation>本番で実行する前に、行を入れて時間を測りながら、適用して元に戻します。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RehearsalSetup</name>
    <message>
        <source>Browse…</source>
        <translation>参照…</translation>
    </message>
    <message>
        <source>Start the rehearsal</source>
        <translation>リハーサルを開始</translation>
    </message>
    <message>
        <source>Make up rows</source>
        <translation>行を生成</translation>
    </message>
    <message>
        <source>Rows in a table that refers to no other</source>
        <translation>ほかを参照しないテーブルの行数</translation>
    </message>
    <message>
        <source>in each table that refers to no other, five times as many in the others</source>
        <translation>行（ほかを参照しない各テーブル。それ以外は 5 倍）</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>バックアップをリストア</translation>
    </message>
    <message>
        <source>Backup by pg_dump</source>
        <translation>pg_dump によるバックアップ</translation>
    </message>
    <message>
        <source>A pg_dump archive, a directory of one, or SQL text with its rows</source>
        <translation>pg_dump のアーカイブ、そのディレクトリ形式、または行を含む SQL テキスト</translation>
    </message>
    <message>
        <source>Use a database</source>
        <translation>データベースを使用</translation>
    </message>
    <message>
        <source>Database that may be changed</source>
        <translation>変更してよいデータベース</translation>
    </message>
    <message>
        <source>A copy that may be changed: postgresql://user@host/database or service=name</source>
        <translation>変更してよいコピー: postgresql://user@host/database または service=name</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>サーバーに照会中…</translation>
    </message>
    <message>
        <source>%1 The plan loses for good there: %2.</source>
        <translation>%1 そこでは計画により次のものが完全に失われます: %2。</translation>
    </message>
    <message>
        <source>There is no plan to rehearse yet.</source>
        <translation>リハーサルする計画がまだありません。</translation>
    </message>
    <message>
        <source>A rehearsal is going on.</source>
        <translation>リハーサルが進行中です。</translation>
    </message>
    <message>
        <source>Name the backup.</source>
        <translation>バックアップを指定してください。</translation>
    </message>
    <message>
        <source>Name a database that can be reached.</source>
        <translation>接続できるデータベースを指定してください。</translation>
    </message>
    <message>
        <source>The name of the database is not typed yet.</source>
        <translation>データベースの名前がまだ入力されていません。</translation>
    </message>
    <message>
        <source>To confirm, type its name</source>
        <translation>確認のため名前を入力</translation>
    </message>
    <message>
        <source>To confirm, type: %1</source>
        <translation>確認のため入力: %1</translation>
    </message>
    <message>
        <source>It runs on a scratch server of this computer; no database of yours is touched.</source>
        <translation>このコンピューターの使い捨てサーバーで実行します。お使いのデータベースには触れません。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RenamesList</name>
    <message>
        <source>Renamed, or dropped and new?</source>
        <translation>名前変更か、削除と新規か?</translation>
    </message>
    <message>
        <source>Until you decide, the old one is kept and the new one is made beside it.</source>
        <translation>決定するまで、古いものを残したまま新しいものを並べて作成します。</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1 alike: %2</source>
        <translation>類似度 %1: %2</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未決定</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>名前変更</translation>
    </message>
    <message>
        <source>Dropped and new</source>
        <translation>削除と新規</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ReviewHeader</name>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Opens scripts, or a folder of migrations in the order they run in.</source>
        <translation>スクリプト、または実行順に並んだマイグレーションのフォルダーを開きます。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Looks at what is on the clipboard instead.</source>
        <translation>代わりにクリップボードの内容を調べます。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saves the script.</source>
        <translation>スクリプトを保存します。</translation>
    </message>
    <message>
        <source>each file runs in one &amp;transaction</source>
        <translation>ファイルごとに 1 つのトランザクション(&amp;T)</translation>
    </message>
    <message>
        <source>Rewrite safely as a plan</source>
        <translation>安全な計画に書き換え</translation>
    </message>
    <message>
        <source>&amp;Files…</source>
        <translation>ファイル(&amp;F)…</translation>
    </message>
    <message>
        <source>F&amp;older of migrations…</source>
        <translation>マイグレーションのフォルダー(&amp;O)…</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>名前を付けて保存(&amp;A)…</translation>
    </message>
    <message>
        <source>Script that is shown</source>
        <translation>表示しているスクリプト</translation>
    </message>
    <message>
        <source>Schema that the script meets</source>
        <translation>スクリプトの適用先スキーマ</translation>
    </message>
    <message>
        <source>With a schema it is known what is locked and how big it is; a live database tells sizes too. Without one tables are taken as the script writes them.</source>
        <translation>スキーマがあれば、何がロックされるか、その大きさがわかります。稼働中のデータベースならサイズもわかります。スキーマがなければ、テーブルはスクリプトの記述どおりとみなします。</translation>
    </message>
    <message>
        <source>Version of PostgreSQL that the script runs on</source>
        <translation>スクリプトを実行する PostgreSQL のバージョン</translation>
    </message>
    <message>
        <source>as the schema</source>
        <translation>スキーマと同じ</translation>
    </message>
    <message>
        <source>Many migration tools put each file into a transaction of its own.</source>
        <translation>多くのマイグレーションツールは、ファイルごとに 1 つのトランザクションで実行します。</translation>
    </message>
    <message>
        <source>&amp;Meets</source>
        <translation>適用先(&amp;M)</translation>
    </message>
    <message>
        <source>on Postgre&amp;SQL</source>
        <translation>PostgreSQL(&amp;S)</translation>
    </message>
    <message>
        <source>no schema: as written</source>
        <translation>スキーマなし: 記述どおり</translation>
    </message>
    <message>
        <source>Choose the current schema…</source>
        <translation>現在のスキーマを選択…</translation>
    </message>
    <message>
        <source>Works out the schema that the script makes and plans the way there that keeps the application running.</source>
        <translation>スクリプト適用後のスキーマを算出し、アプリケーションを止めずにそこへ至る計画を作ります。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ReviewPage</name>
    <message>
        <source>pasted script</source>
        <translation>貼り付けたスクリプト</translation>
    </message>
    <message>
        <source>Review of scripts</source>
        <translation>スクリプトのレビュー</translation>
    </message>
    <message>
        <source>Paste a migration script, drop .sql files here, or open them.
Nothing of it is run: it is read and judged.</source>
        <translation>マイグレーションスクリプトを貼り付けるか、.sql ファイルをここにドロップするか、開いてください。
何も実行しません。読み取って判定するだけです。</translation>
    </message>
    <message>
        <source>Put the caret into a statement to see what it locks, how long it takes and what to write instead.</source>
        <translation>カーソルをステートメントに置くと、ロックの対象、所要時間、代わりの書き方が表示されます。</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1、未保存</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>読み取り中…</translation>
    </message>
    <message>
        <source>Choose what there is (Current) on the Compare page first: a plan leads from there to what the script makes of it.</source>
        <translation>先に比較ページで［現在］を選んでください。計画は、そこからスクリプト適用後のスキーマへ至るものになります。</translation>
    </message>
    <message numerus="yes">
        <source>%n script(s) are not saved: %1.</source>
        <translation>
            <numerusform>保存していないスクリプトが %n 個あります: %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>What was written is lost without that.</source>
        <translation>保存しないと、書いた内容は失われます。</translation>
    </message>
    <message>
        <source>Save them first, or go on without them.</source>
        <translation>先に保存するか、保存せずに続行してください。</translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation>保存せずに続行</translation>
    </message>
    <message>
        <source>The clipboard holds no text.</source>
        <translation>クリップボードにテキストがありません。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ReviewSummary</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>エラー %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>警告 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>注記 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>指摘なし</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>what was found, and in how many statements</comment>
        <translation>%2 に %1</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n ステートメント</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · longest block %2</source>
        <translation>%1 · 最長ブロック %2</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RulesPanel</name>
    <message>
        <source>Owners</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Privileges, default ones too</source>
        <translation>権限（既定の権限を含む）</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>Tablespaces</source>
        <translation>テーブル空間</translation>
    </message>
    <message>
        <source>Storage parameters</source>
        <translation>格納パラメータ</translation>
    </message>
    <message>
        <source>White space in functions</source>
        <translation>関数内の空白</translation>
    </message>
    <message>
        <source>Security labels</source>
        <translation>セキュリティラベル</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>パブリケーション</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>サブスクリプション</translation>
    </message>
    <message>
        <source>Left aside when comparing</source>
        <translation>比較の対象外</translation>
    </message>
    <message>
        <source>Objects like these</source>
        <translation>次に一致するオブジェクト</translation>
    </message>
    <message>
        <source>Everything not like these</source>
        <translation>次に一致しないものすべて</translation>
    </message>
    <message>
        <source>Nothing is left aside by a rule.</source>
        <translation>ルールにより対象外としたものはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) left aside by rules.</source>
        <translation>
            <numerusform>ルールにより比較の対象外とした相違点 %n 件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunButtons</name>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続行</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>停止…</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>ロールバック…</translation>
    </message>
    <message>
        <source>Finishes the batch and waits. Nothing is lost.</source>
        <translation>処理中のバッチを終えて待機します。何も失われません。</translation>
    </message>
    <message>
        <source>Goes on where the run paused.</source>
        <translation>一時停止したところから続行します。</translation>
    </message>
    <message>
        <source>Ends the run after its batch. It can be resumed later from any computer.</source>
        <translation>処理中のバッチの後で実行を終えます。後でどのコンピューターからでも再開できます。</translation>
    </message>
    <message>
        <source>Takes every step that was done back, last one first.</source>
        <translation>完了したステップを最後のものから順にすべて元に戻します。</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>今すぐ停止</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunPage</name>
    <message>
        <source>finishing what is under way, then pausing</source>
        <translation>処理中の分を終えてから一時停止します</translation>
    </message>
    <message>
        <source>finishing what is under way, then stopping</source>
        <translation>処理中の分を終えてから停止します</translation>
    </message>
    <message>
        <source>Stop the run? The batch that is on its way is finished; what is done stays done, and the run can be resumed later from any computer.</source>
        <translation>実行を停止しますか? 処理中のバッチは最後まで行われます。完了した分はそのまま残り、後でどのコンピューターからでも再開できます。</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>実行を停止</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>続行させる</translation>
    </message>
    <message>
        <source>Roll back? Every step that was done is taken back, last one first. A run that is going on is stopped before.</source>
        <translation>ロールバックしますか? 完了したステップを最後のものから順にすべて元に戻します。進行中の実行は先に停止します。</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>ロールバック</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>そのままにする</translation>
    </message>
    <message>
        <source>Cancel its statement</source>
        <translation>ステートメントをキャンセル</translation>
    </message>
    <message>
        <source>Disconnect it</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>Leave it alone</source>
        <translation>何もしない</translation>
    </message>
    <message>
        <source>The events are saved in %1.</source>
        <translation>イベントを %1 に保存しました。</translation>
    </message>
    <message>
        <source>Done: the database now has the target schema.</source>
        <translation>完了: データベースは目標のスキーマになりました。</translation>
    </message>
    <message>
        <source>Rolled back: the database has the schema it had before.</source>
        <translation>ロールバック完了: データベースは元のスキーマに戻りました。</translation>
    </message>
    <message>
        <source>The run ended early: %1.</source>
        <translation>実行が途中で終了しました: %1。</translation>
    </message>
    <message>
        <source>What is done stays done; the journal knows where to go on.</source>
        <translation>完了した分はそのまま残ります。続きの位置はジャーナルに記録されています。</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>最初に戻る</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未開始</translation>
    </message>
    <message>
        <source>step %1 of %2, %3</source>
        <translation>ステップ %1/%2、%3</translation>
    </message>
    <message>
        <source>Put such rows aside…</source>
        <translation>そのような行をよける…</translation>
    </message>
    <message>
        <source>Accept the change…</source>
        <translation>変更を受け入れる…</translation>
    </message>
    <message numerus="yes">
        <source>Done, but %n row(s) were put aside and are as they were before.</source>
        <translation>
            <numerusform>完了しましたが、%n 行がよけられ、元のままです。</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct them by hand; the history of runs keeps what is said here.</source>
        <translation>手で直してください。ここに書かれていることは実行の履歴に残ります。</translation>
    </message>
    <message>
        <source>Resume, and put up to %1 rows aside that cannot be written? They stay as they are, the plan goes on without them, and the journal names each of them. Steps that check every row may fail because of them.</source>
        <translation>再開し、書き込めない行を %1 行までよけますか? それらはそのまま残り、計画はそれらなしで進み、ジャーナルが一つずつ記します。すべての行を調べるステップは、それらのために失敗することがあります。</translation>
    </message>
    <message>
        <source>Put them aside and resume</source>
        <translation>よけて再開</translation>
    </message>
    <message>
        <source>Resume with the tables as they are now? %1 The plan was not proved with that change; what it does from here on is your responsibility.</source>
        <translation>テーブルを今のままで再開しますか? %1 計画はその変更を含めて証明されていません。ここから先の結果はあなたの責任です。</translation>
    </message>
    <message>
        <source>Accept the change and resume</source>
        <translation>変更を受け入れて再開</translation>
    </message>
    <message>
        <source>Go on from a step…</source>
        <translation>ステップを指定して続行…</translation>
    </message>
    <message>
        <source>What was committed is kept, and nothing more is changed. Press &quot;%1&quot; and say at which step it stands: the run begins if the database looks as it should then.</source>
        <translation>コミット済みの内容は保持され、それ以上は何も変更されません。「%1」を押して、どのステップにあるかを指定してください。データベースがその時点のあるべき状態であれば、実行が始まります。</translation>
    </message>
    <message>
        <source>The rollback ended early: %1.</source>
        <translation>ロールバックが途中で終了しました: %1。</translation>
    </message>
    <message>
        <source>What is taken back stays so; the journal knows where to go on.</source>
        <translation>元に戻した分はそのまま残ります。続きの位置はジャーナルに記録されています。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunProgress</name>
    <message>
        <source>WAL is what the whole server wrote meanwhile. HOT updates need no new index entries. Dead rows are those that vacuum has not removed yet.</source>
        <translation>WAL は、その間にサーバー全体が書き込んだ量です。HOT 更新では新しいインデックスエントリが不要です。デッド行は、VACUUM がまだ除去していない行です。</translation>
    </message>
    <message>
        <source>Progress of the step</source>
        <translation>ステップの進捗</translation>
    </message>
    <message>
        <source>No step is running</source>
        <translation>実行中のステップはありません</translation>
    </message>
    <message>
        <source>Estimated %1 (%2)</source>
        <translation>見積もり %1 (%2)</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>%1 経過</translation>
    </message>
    <message>
        <source>%1 – since %2 (%3)</source>
        <translation>%1 – %2 から (%3)</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunSetup</name>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>His&amp;tory…</source>
        <translation>履歴(&amp;T)…</translation>
    </message>
    <message>
        <source>Run the plan on a database</source>
        <translation>データベースで計画を実行</translation>
    </message>
    <message>
        <source>postgresql://user@host/database, service=name, or host=… dbname=…</source>
        <translation>postgresql://user@host/database、service=name、または host=… dbname=…</translation>
    </message>
    <message>
        <source>Database to run on</source>
        <translation>実行先のデータベース</translation>
    </message>
    <message>
        <source>The runs that the journal of this database remembers.</source>
        <translation>このデータベースのジャーナルに残っている実行。</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>データベース</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>サーバーに照会中…</translation>
    </message>
    <message>
        <source>Who may be ended when the run waits for a lock</source>
        <translation>実行がロックを待つときに終了させてよいもの</translation>
    </message>
    <message>
        <source>Nobody, unless I say so then</source>
        <translation>なし（その場で指示した場合を除く）</translation>
    </message>
    <message>
        <source>Autovacuum is canceled, which begins again later</source>
        <translation>autovacuum をキャンセル（後でもう一度始まります）</translation>
    </message>
    <message>
        <source>Also who is idle in a transaction for %1 is disconnected</source>
        <translation>さらに、トランザクション内で %1 アイドルのセッションを切断</translation>
    </message>
    <message>
        <source>Also statements of %1 and more are canceled</source>
        <translation>さらに、%1 以上かかっているステートメントをキャンセル</translation>
    </message>
    <message>
        <source>Also every session whose transaction is %1 old is disconnected</source>
        <translation>さらに、トランザクション開始から %1 を超えたセッションをすべて切断</translation>
    </message>
    <message>
        <source>Only who keeps the run from a lock at that moment; never replication, superusers, other runs, or a vacuum against wraparound.</source>
        <translation>その時点で実行のロック取得を妨げているものだけです。レプリケーション、スーパーユーザー、ほかの実行、周回防止の VACUUM は対象になりません。</translation>
    </message>
    <message>
        <source>Who may be en&amp;ded when the run waits for a lock</source>
        <translation>実行がロックを待つときに終了させてよいもの(&amp;D)</translation>
    </message>
    <message>
        <source>Backfills</source>
        <translation>バックフィル</translation>
    </message>
    <message>
        <source>Step %1, %2</source>
        <translation>ステップ %1、%2</translation>
    </message>
    <message>
        <source>What may be lost for good</source>
        <translation>完全に失われる可能性があるもの</translation>
    </message>
    <message>
        <source>The run stops before a step that is not ticked and asks.</source>
        <translation>チェックのないステップの前で実行が止まり、確認を求めます。</translation>
    </message>
    <message>
        <source>There is no plan to run yet.</source>
        <translation>実行する計画がまだありません。</translation>
    </message>
    <message>
        <source>The plan is not proved as it stands. Prove it on the Plan page first.</source>
        <translation>計画は現在の内容では証明されていません。先に計画ページで証明してください。</translation>
    </message>
    <message>
        <source>Name a database that can be reached.</source>
        <translation>接続できるデータベースを指定してください。</translation>
    </message>
    <message>
        <source>Another Lockstep is running a plan on this database now.</source>
        <translation>別の Lockstep がこのデータベースで計画を実行中です。</translation>
    </message>
    <message>
        <source>The unfinished run has to be resumed or rolled back first.</source>
        <translation>先に未完了の実行を再開またはロールバックする必要があります。</translation>
    </message>
    <message>
        <source>The name of the database is not typed yet.</source>
        <translation>データベースの名前がまだ入力されていません。</translation>
    </message>
    <message>
        <source>To confirm, type the name of the database</source>
        <translation>確認のためデータベースの名前を入力</translation>
    </message>
    <message>
        <source>To confirm, type the name of the database: %1</source>
        <translation>確認のためデータベースの名前を入力: %1</translation>
    </message>
    <message>
        <source>Run on %1</source>
        <translation>%1 で実行</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s). %1.</source>
        <translation>
            <numerusform>%n ステップ。%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The rollback that was begun has to be finished first.</source>
        <translation>先に、始めたロールバックを終わらせる必要があります。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunView</name>
    <message>
        <source>Confirm: %1</source>
        <translation>確認: %1</translation>
    </message>
    <message>
        <source>Confirm all of this</source>
        <translation>すべて確認</translation>
    </message>
    <message>
        <source>Rows per second</source>
        <translation>行/秒</translation>
    </message>
    <message>
        <source>Transaction time, ms</source>
        <translation>トランザクション時間 (ms)</translation>
    </message>
    <message>
        <source>Sessions waiting on us</source>
        <translation>この実行を待つセッション</translation>
    </message>
    <message>
        <source>Replica behind, s</source>
        <translation>レプリカの遅延 (秒)</translation>
    </message>
    <message>
        <source>aim %1 ms</source>
        <translation>目標値 %1 ms</translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation>実行のステップ</translation>
    </message>
    <message>
        <source>Events of the run, newest first</source>
        <translation>実行のイベント（新しい順）</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Save even&amp;ts…</source>
        <translation>イベントを保存(&amp;T)…</translation>
    </message>
    <message>
        <source>What is listed here, as JSON lines or CSV.</source>
        <translation>ここに表示されている内容を JSON Lines または CSV で保存します。</translation>
    </message>
    <message>
        <source>as %1 · pid %2 · run %3</source>
        <translation>ユーザー %1 · pid %2 · 実行 %3</translation>
    </message>
    <message>
        <source>Run %1 resumed by %2.</source>
        <translation>実行 %1 を %2 が再開しました。</translation>
    </message>
    <message>
        <source>Run %1 started by %2.</source>
        <translation>実行 %1 を %2 が開始しました。</translation>
    </message>
    <message>
        <source>Step %1, %2: %3 in %4.</source>
        <translation>ステップ %1、%2: %3（%4）。</translation>
    </message>
    <message>
        <source>now %1, best %2</source>
        <translation>現在 %1、最高 %2</translation>
    </message>
    <message>
        <source>most %1</source>
        <translation>最大 %1</translation>
    </message>
    <message>
        <source>now %1, most %2</source>
        <translation>現在 %1、最大 %2</translation>
    </message>
    <message>
        <source>The run waits for you: %1</source>
        <translation>実行は確認を待っています: %1</translation>
    </message>
    <message>
        <source>The next step loses data for good: %1</source>
        <translation>次のステップでデータが完全に失われます: %1</translation>
    </message>
    <message>
        <source>Allow it</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>Running on %1</source>
        <translation>%1 で実行中</translation>
    </message>
    <message>
        <source>Ran on %1</source>
        <translation>%1 で実行済み</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>everything left: %1</source>
        <translation>残り全体: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::SourcePicker</name>
    <message>
        <source>File…</source>
        <translation>ファイル…</translation>
    </message>
    <message>
        <source>Opens a .sql file, an archive or a snapshot.</source>
        <translation>.sql ファイル、アーカイブ、またはスナップショットを開きます。</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>サーバー…</translation>
    </message>
    <message>
        <source>Connects to a live database.</source>
        <translation>稼働中のデータベースに接続します。</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>再読み込み</translation>
    </message>
    <message>
        <source>Reads it again.</source>
        <translation>もう一度読み取ります。</translation>
    </message>
    <message>
        <source>Nothing chosen yet.</source>
        <translation>まだ選択されていません。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1 行目: %2</translation>
    </message>
    <message>
        <source>Choose a schema</source>
        <translation>スキーマを選択</translation>
    </message>
    <message>
        <source>Schemas (*.sql *.dump *.backup *.json *.prisma)</source>
        <translation>スキーマ (*.sql *.dump *.backup *.json *.prisma)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Known connections</source>
        <translation>登録済みの接続</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>別のサーバー</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::SqlEditor</name>
    <message>
        <source>SQL of the step</source>
        <translation>ステップの SQL</translation>
    </message>
    <message>
        <source>&amp;Undo typing</source>
        <translation>入力を元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo typing</source>
        <translation>入力をやり直す(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>切り取り(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>すべて選択(&amp;A)</translation>
    </message>
    <message>
        <source>Co&amp;mplete the word</source>
        <translation>単語を補完(&amp;M)</translation>
    </message>
    <message>
        <source>Comment &amp;in or out</source>
        <translation>コメントにする / 解除する(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Lay out for reading</source>
        <translation>読みやすく整形(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>検索(&amp;F)…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>次を検索(&amp;N)</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>前を検索(&amp;V)</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>置換(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Go to line…</source>
        <translation>行へ移動(&amp;G)…</translation>
    </message>
    <message>
        <source>SQL of the script</source>
        <translation>スクリプトの SQL</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::SqlView</name>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StageStrip</name>
    <message>
        <source>Stages of the work</source>
        <translation>作業の段階</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>計画</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>チェック</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>リハーサル</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未開始</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StageTab</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>環境: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StaleList</name>
    <message>
        <source>Rename of %1</source>
        <translation>%1 の名前変更</translation>
    </message>
    <message>
        <source>Drop of %1</source>
        <translation>%1 の削除</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>除外: %1</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>保持: %1</translation>
    </message>
    <message>
        <source>Parked: %1</source>
        <translation>退避: %1</translation>
    </message>
    <message>
        <source>Decision about %1</source>
        <translation>%1 についての決定</translation>
    </message>
    <message>
        <source>Not there any more</source>
        <translation>もう存在しないもの</translation>
    </message>
    <message>
        <source>Forget these decisions</source>
        <translation>これらの決定を破棄</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StatementPanel</name>
    <message>
        <source>Write this instead</source>
        <translation>代わりの書き方</translation>
    </message>
    <message>
        <source>Ignore here</source>
        <translation>ここで無視</translation>
    </message>
    <message>
        <source>Puts a comment over the statement that takes this finding back.</source>
        <translation>この指摘を取り下げるコメントをステートメントの上に挿入します。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copies the statements.</source>
        <translation>ステートメントをコピーします。</translation>
    </message>
    <message>
        <source>Replace in script</source>
        <translation>スクリプト内で置換</translation>
    </message>
    <message>
        <source>Puts them in place of the statement; Undo takes that back.</source>
        <translation>ステートメントをこれに置き換えます。［元に戻す］で取り消せます。</translation>
    </message>
    <message>
        <source>About the selected statement</source>
        <translation>選択したステートメントについて</translation>
    </message>
    <message>
        <source>Ignore %1 here</source>
        <translation>ここで %1 を無視</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>実行方法</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>指摘</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>無視</translation>
    </message>
    <message>
        <source>Line %1, %2</source>
        <translation>%1 行目、%2</translation>
    </message>
    <message>
        <source>not known: this statement could not be read</source>
        <translation>不明: このステートメントは読み取れませんでした</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Nobody waits: what is locked strongly is new, others do not know it.</source>
        <translation>待たされるものはありません。強くロックされるのは新しいもので、ほかからはまだ見えません。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (%2), %3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; (%2)、%3</translation>
    </message>
    <message>
        <source>in a transaction of its own</source>
        <translation>単独のトランザクションで</translation>
    </message>
    <message>
        <source>outside of a transaction</source>
        <translation>トランザクションの外で</translation>
    </message>
    <message>
        <source>in the transaction that is open; its locks stay until that ends</source>
        <translation>開いているトランザクション内で。ロックはその終了まで残ります</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>rule and the reason to ignore it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Write this instead, outside the transaction</source>
        <translation>代わりにトランザクションの外で次を実行</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepActions</name>
    <message>
        <source>Move &amp;up</source>
        <translation>上へ移動(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下へ移動(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Switch off</source>
        <translation>オフにする(&amp;S)</translation>
    </message>
    <message>
        <source>Switch off with &amp;all that need it</source>
        <translation>必要とするものもすべてオフにする(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Join with the next step</source>
        <translation>次のステップと結合(&amp;J)</translation>
    </message>
    <message>
        <source>Insert own S&amp;QL after it</source>
        <translation>後に独自の SQL を挿入(&amp;Q)</translation>
    </message>
    <message>
        <source>Insert a &amp;gate after it</source>
        <translation>後にゲートを挿入(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>S&amp;plit before</source>
        <translation>この前で分割(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Switch on</source>
        <translation>オンにする(&amp;S)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number and text of a statement</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>“%1” cannot be moved there.</source>
        <translation>「%1」をそこへ移動することはできません。</translation>
    </message>
    <message>
        <source>Look at the database, and go on when it is well.</source>
        <translation>データベースを確認し、問題がなければ続行してください。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepEditor</name>
    <message>
        <source>Revert</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Part of the step</source>
        <translation>ステップの部分</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>ロールバック</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Go back to the SQL that was generated for this step</source>
        <translation>このステップのために生成された SQL に戻します</translation>
    </message>
    <message>
        <source>no step selected</source>
        <translation>ステップ未選択</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>ステップ %1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>編集済み</translation>
    </message>
    <message>
        <source>generated · not edited</source>
        <translation>自動生成 · 未編集</translation>
    </message>
    <message>
        <source>edited · cannot be taken as it is</source>
        <translation>編集済み · このままでは使えません</translation>
    </message>
    <message>
        <source>edited · not analysed</source>
        <translation>編集済み · 未解析</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>step number and its state</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>switched off: it does not run</source>
        <translation>オフ: 実行されません</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>自分で追加</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepIntents</name>
    <message>
        <source>%1 is renamed to %2</source>
        <translation>%1 を %2 に名前変更</translation>
    </message>
    <message>
        <source>Fill %1 with…</source>
        <translation>%1 に入れる値…</translation>
    </message>
    <message>
        <source>Change %1 in a window: it may block</source>
        <translation>%1 をメンテナンス時間帯に変更 (ブロック可)</translation>
    </message>
    <message>
        <source>Change %1 without downtime again</source>
        <translation>%1 を再びダウンタイムなしで変更</translation>
    </message>
    <message>
        <source>Park %1 instead of dropping it</source>
        <translation>%1 を削除せず退避</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>%1 を保持</translation>
    </message>
    <message>
        <source>%1 becomes %2 from now on.</source>
        <translation>今後 %1 は %2 になります。</translation>
    </message>
    <message>
        <source>%1 is filled with another value.</source>
        <translation>%1 には別の値が入ります。</translation>
    </message>
    <message>
        <source>%1 is changed in a window.</source>
        <translation>%1 はメンテナンス時間帯に変更されます。</translation>
    </message>
    <message>
        <source>%1 is changed without downtime.</source>
        <translation>%1 はダウンタイムなしで変更されます。</translation>
    </message>
    <message>
        <source>%1 is parked instead of being dropped.</source>
        <translation>%1 は削除されず退避されます。</translation>
    </message>
    <message>
        <source>%1 is kept.</source>
        <translation>%1 は保持されます。</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>式</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Fill %1 with</source>
        <translation>%1 に入れる値</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepText</name>
    <message>
        <source>There is no way back: %1</source>
        <translation>元に戻せません: %1</translation>
    </message>
    <message>
        <source>-- expects %1</source>
        <translation>-- 期待値 %1</translation>
    </message>
    <message>
        <source>a gate runs no SQL</source>
        <translation>ゲートは SQL を実行しません</translation>
    </message>
    <message>
        <source>a verification runs only what is under Verify</source>
        <translation>検証は［検証］の内容だけを実行します</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineCanvas</name>
    <message>
        <source>Timeline of the plan</source>
        <translation>計画のタイムライン</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineColumns</name>
    <message>
        <source>Phase: %1</source>
        <translation>フェーズ: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineLegend</name>
    <message>
        <source>Legend: green blocks nothing; blue with dots blocks other schema changes and vacuum; amber with stripes blocks writes; red with crossed stripes blocks reads and writes. The band at the left edge is the phase.</source>
        <translation>凡例: 緑は何もブロックしない。青（点入り）はほかのスキーマ変更と VACUUM をブロック。琥珀色（縞入り）は書き込みをブロック。赤（交差した縞入り）は読み書きをブロック。左端の帯はフェーズ。</translation>
    </message>
    <message>
        <source>likely range</source>
        <translation>予想範囲</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>ゲート</translation>
    </message>
    <message>
        <source>must come after</source>
        <translation>順序の制約</translation>
    </message>
    <message>
        <source>Ctrl+wheel zooms · F fits · Esc clears</source>
        <translation>Ctrl+ホイール: ズーム · F: 全体表示 · Esc: 解除</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineMinimap</name>
    <message>
        <source>The whole plan</source>
        <translation>計画全体</translation>
    </message>
    <message>
        <source>Drag the window to what you want to see; drag its sides to see more or less.</source>
        <translation>見たい場所へ枠をドラッグします。左右の端をドラッグすると表示範囲が変わります。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelinePicture</name>
    <message>
        <source>The plan is too long for a PNG picture.</source>
        <translation>計画が長すぎて PNG 画像にできません。</translation>
    </message>
    <message>
        <source>Save it as SVG, which has no limit.</source>
        <translation>制限のない SVG として保存してください。</translation>
    </message>
    <message>
        <source>Timeline of the plan</source>
        <translation>計画のタイムライン</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineRuler</name>
    <message>
        <source>Time since the start of the plan, estimated</source>
        <translation>計画開始からの見積もり時間</translation>
    </message>
    <message>
        <source>The estimated time of everything up to that point</source>
        <translation>その時点までの見積もり合計時間</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineView</name>
    <message>
        <source>&amp;Timeline</source>
        <translation>タイムライン(&amp;T)</translation>
    </message>
    <message>
        <source>By table</source>
        <translation>テーブル別</translation>
    </message>
    <message>
        <source>Puts the steps of a table together; the time of each stays what it is.</source>
        <translation>テーブルごとにステップをまとめます。各ステップの時間は変わりません。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>Shows all of the time (F).</source>
        <translation>全期間を表示します (F)。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>To what was in sight before (Backspace or Alt+Left).</source>
        <translation>直前の表示に戻ります (Backspace または Alt+←)。</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Shows less of the time (+).</source>
        <translation>表示する期間を狭めます (+)。</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Shows more of the time (-).</source>
        <translation>表示する期間を広げます (-)。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::UnusualStart</name>
    <message>
        <source>Direct connection, without the pooler</source>
        <translation>プーラーを経由しない直接接続</translation>
    </message>
    <message>
        <source>postgresql://user@host:5432/database of the server itself</source>
        <translation>サーバー自体の postgresql://user@host:5432/database</translation>
    </message>
    <message>
        <source>The whole run goes there. It has to be the same database, not another one.</source>
        <translation>実行全体がこの接続で行われます。別のデータベースではなく、同じデータベースでなければなりません。</translation>
    </message>
    <message>
        <source>The step to go on from</source>
        <translation>続行を始めるステップ</translation>
    </message>
    <message>
        <source>The run begins only if the tables, columns, indexes and constraints of the database agree with that.</source>
        <translation>データベースのテーブル、列、インデックス、制約がそれと一致する場合にだけ実行が始まります。</translation>
    </message>
    <message>
        <source>&amp;Direct connection, without the pooler: a run needs it, unless the pool is in session mode</source>
        <translation>プーラーを経由しない直接接続(&amp;D): プールがセッションモードでない限り、実行に必要です</translation>
    </message>
    <message>
        <source>The journal is gone. &amp;Go on from this step; what comes before it is done</source>
        <translation>ジャーナルがありません。このステップから続行します(&amp;G)。それより前は完了しているものとします</translation>
    </message>
    <message>
        <source>None: it has not begun</source>
        <translation>なし: まだ始まっていません</translation>
    </message>
    <message>
        <source>Step %1, %2</source>
        <translation>ステップ %1、%2</translation>
    </message>
</context>
</TS>
