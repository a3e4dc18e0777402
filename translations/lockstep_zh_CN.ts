<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ChangeRows</name>
    <message numerus="yes">
        <source>%n column(s): %1</source>
        <translation>
            <numerusform>%n 列：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>would lose %1</source>
        <translation>将丢失%1</translation>
    </message>
    <message>
        <source>was: %1</source>
        <translation>原定义：%1</translation>
    </message>
    <message>
        <source>%1: only white space differs</source>
        <translation>%1：仅空白不同</translation>
    </message>
    <message>
        <source>%1: %2 %4 %3</source>
        <comment>property: before arrow after</comment>
        <translation>%1：%2 %4 %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>原名 %1</translation>
    </message>
    <message>
        <source>its counter</source>
        <translation>其计数器</translation>
    </message>
    <message>
        <source>its values, in rows that nobody has counted</source>
        <translation>其中的值（行数未知）</translation>
    </message>
    <message>
        <source>its rows, which nobody has counted</source>
        <translation>其中的行（行数未知）</translation>
    </message>
    <message>
        <source>about %1 rows, %2</source>
        <translation>约 %1 行，%2</translation>
    </message>
    <message>
        <source>its values in about %1 rows</source>
        <translation>约 %1 行中的值</translation>
    </message>
    <message>
        <source>its values in about %1 rows, %2</source>
        <translation>约 %1 行中的值，%2</translation>
    </message>
    <message>
        <source>The role that read the catalog may not see all of it: connect as one that may.</source>
        <translation>读取系统目录的角色可能无法看到全部内容：请以有权限的角色连接。</translation>
    </message>
    <message>
        <source>Lockstep does not compare this: the plan neither makes, changes nor drops it.</source>
        <translation>Lockstep 不比较此对象：计划不会创建、更改或删除它。</translation>
    </message>
    <message>
        <source>%1 stays and needs it</source>
        <translation>%1 保留且需要它</translation>
    </message>
    <message>
        <source>it needs %1, which is left out</source>
        <translation>它需要 %1，而后者已排除</translation>
    </message>
    <message>
        <source>it is part of %1, which stays</source>
        <translation>它是 %1 的一部分，而后者保留</translation>
    </message>
    <message>
        <source>it is part of %1, which is left out</source>
        <translation>它是 %1 的一部分，而后者已排除</translation>
    </message>
    <message>
        <source>%1 stays and has its name</source>
        <translation>%1 保留且占用其名称</translation>
    </message>
    <message>
        <source>a table has one primary key, and %1 stays</source>
        <translation>一个表只有一个主键，而 %1 保留</translation>
    </message>
    <message>
        <source>it goes together with %1</source>
        <translation>它与 %1 是一体的</translation>
    </message>
    <message>
        <source>%1, because of %2</source>
        <translation>%1（因为 %2）</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>PostgreSQL schema changes, proved before they run.</source>
        <translation>执行前先经证明的 PostgreSQL 模式变更。</translation>
    </message>
    <message>
        <source>A project (.lockstep), a plan (.lockplan) or a schema (.sql).</source>
        <translation>项目 (.lockstep)、计划 (.lockplan) 或模式 (.sql)。</translation>
    </message>
    <message>
        <source>What there is: file, archive, snapshot or connection.</source>
        <translation>当前模式：文件、归档、快照或连接。</translation>
    </message>
    <message>
        <source>What is wanted.</source>
        <translation>目标模式。</translation>
    </message>
    <message>
        <source>Where proofs are made: auto, or a connection.</source>
        <translation>在何处进行证明：auto 或某个连接。</translation>
    </message>
    <message>
        <source>debug, info, warning or error.</source>
        <translation>debug、info、warning 或 error。</translation>
    </message>
    <message>
        <source>Appends the log to a file.</source>
        <translation>将日志追加到文件。</translation>
    </message>
    <message>
        <source>Waits until the plan is proved, writes the window as a PNG file and ends.</source>
        <translation>等待计划证明完成，将窗口写成 PNG 文件后退出。</translation>
    </message>
    <message>
        <source>A migration script, or a folder of them, to review.</source>
        <translation>要审查的迁移脚本，或其所在文件夹。</translation>
    </message>
    <message>
        <source>Page of the screenshot: compare, plan, check, rehearse, run, review or home.</source>
        <translation>截图的页面：compare、plan、check、rehearse、run、review 或 home。</translation>
    </message>
    <message>
        <source>Step that is selected, counted from 1.</source>
        <translation>选中的步骤，从 1 开始计数。</translation>
    </message>
    <message>
        <source>en, de, es, fr, ja or zh_CN; otherwise as set in the View menu.</source>
        <translation>en、de、es、fr、ja 或 zh_CN；未指定时按“视图”菜单的设置。</translation>
    </message>
    <message>
        <source>Size of the window, such as 1600x1000.</source>
        <translation>窗口大小，例如 1600x1000。</translation>
    </message>
    <message>
        <source>light, dark, contrast-light or contrast-dark; otherwise as the system.</source>
        <translation>light、dark、contrast-light 或 contrast-dark；未指定时跟随系统。</translation>
    </message>
</context>
<context>
    <name>ConnectionMenu</name>
    <message>
        <source>Your connections</source>
        <translation>您的连接</translation>
    </message>
    <message>
        <source>Your connections (Alt+Down)</source>
        <translation>您的连接 (Alt+Down)</translation>
    </message>
    <message>
        <source>None are kept yet: the Home page keeps them.</source>
        <translation>尚未保存连接：可在主页保存。</translation>
    </message>
    <message>
        <source>read-only: nothing can be run there</source>
        <translation>只读：不能在那里执行任何内容</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>%1 to %2</source>
        <comment>keys</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Lockstep %1&lt;/h2&gt;&lt;p&gt;PostgreSQL schema changes, proved before they run.&lt;/p&gt;&lt;p&gt;Qt %2 · free software under the GNU General Public License, version 3.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;Lockstep %1&lt;/h2&gt;&lt;p&gt;执行前先经证明的 PostgreSQL 模式变更。&lt;/p&gt;&lt;p&gt;Qt %2 · 基于 GNU 通用公共许可证第 3 版的自由软件&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Lockstep</source>
        <translation>关于 Lockstep</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>A page of the work, by its number</source>
        <translation>按编号打开工作页面</translation>
    </message>
    <message>
        <source>Next or previous part of the page</source>
        <translation>页面的下一部分或上一部分</translation>
    </message>
    <message>
        <source>Close what came up</source>
        <translation>关闭弹出的内容</translation>
    </message>
    <message>
        <source>In the SQL editor</source>
        <translation>SQL 编辑器</translation>
    </message>
    <message>
        <source>Find, and find again</source>
        <translation>查找、继续查找</translation>
    </message>
    <message>
        <source>Complete the name</source>
        <translation>补全名称</translation>
    </message>
    <message>
        <source>Comment lines in or out</source>
        <translation>注释或取消注释行</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>In the timeline</source>
        <translation>在时间线中</translation>
    </message>
    <message>
        <source>Zoom in, and out</source>
        <translation>放大和缩小</translation>
    </message>
    <message>
        <source>Show all of the time</source>
        <translation>显示全部时间</translation>
    </message>
    <message>
        <source>Back to what was in sight before</source>
        <translation>回到之前的视图</translation>
    </message>
</context>
<context>
    <name>HintText</name>
    <message>
        <source>Compare the database with the target again and make a new plan. If this plan was run here before and its journal was removed, press &quot;%1&quot; and say at which step it stands.</source>
        <translation>请将数据库与目标重新比较并制定新计划。如果此计划曾在这里执行过而其运行日志已被删除，请按“%1”并说明它停在哪个步骤。</translation>
    </message>
    <message>
        <source>Nothing of this step was changed. End what holds the lock, or let the run do it (&quot;%1&quot;); then press &quot;%2&quot;.</source>
        <translation>此步骤未做任何更改。请结束持有锁的会话，或让运行来处理（“%1”），然后按“%2”。</translation>
    </message>
    <message>
        <source>Make sure that this is the server to go on with and that the old one is off. Then tick &quot;%1&quot; and press &quot;%2&quot;.</source>
        <translation>请确认应在此服务器上继续，且旧服务器已关闭。然后勾选“%1”并按“%2”。</translation>
    </message>
    <message>
        <source>Name its database on the Run page again: there you can press &quot;%1&quot; or &quot;%2&quot;.</source>
        <translation>请在运行页再次指定该数据库：可在那里按“%1”或“%2”。</translation>
    </message>
    <message>
        <source>Name the database on the Run page again, and start the plan there.</source>
        <translation>请在运行页再次指定数据库，并在那里启动计划。</translation>
    </message>
    <message>
        <source>Press &quot;%1&quot; first.</source>
        <translation>请先按“%1”。</translation>
    </message>
    <message>
        <source>Press &quot;%1&quot; or &quot;%2&quot;.</source>
        <translation>请按“%1”或“%2”。</translation>
    </message>
    <message>
        <source>Name the database on the Run page again to see what the other one does.</source>
        <translation>请在运行页再次指定数据库，以查看另一方在做什么。</translation>
    </message>
    <message>
        <source>Look into the server&apos;s log for what ends it. What is done is kept: press &quot;%1&quot; or &quot;%2&quot;.</source>
        <translation>请在服务器日志中查找断开的原因。已完成的部分会保留：请按“%1”或“%2”。</translation>
    </message>
    <message>
        <source>Prove it on the Plan page first.</source>
        <translation>请先在计划页进行证明。</translation>
    </message>
    <message>
        <source>Correct the row or the expression, then press &quot;%1&quot;; or press &quot;%2&quot;. Everything before it is done and stays.</source>
        <translation>请更正该行或表达式，然后按“%1”；或者按“%2”。在此之前的一切均已完成并保留。</translation>
    </message>
    <message>
        <source>Take that change back and press &quot;%1&quot;, go on with it as it is by &quot;%2&quot;, or press &quot;%3&quot; and plan anew.</source>
        <translation>请撤销该更改并按“%1”，或用“%2”按现状继续，或按“%3”并重新制定计划。</translation>
    </message>
    <message>
        <source>Tick each under &quot;%1&quot; on the Run page, or park what may still be needed.</source>
        <translation>请在执行页的“%1”下逐一勾选，或将可能仍需要的内容停放。</translation>
    </message>
    <message>
        <source>Name the server itself on the Run page, without the pooler in between.</source>
        <translation>请在执行页指定服务器本身，不要经过中间的连接池。</translation>
    </message>
</context>
<context>
    <name>RatesText</name>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>default rates</source>
        <translation>默认速率</translation>
    </message>
    <message>
        <source>measured %1</source>
        <translation>测量：%1</translation>
    </message>
    <message>
        <source>Estimates use the default rates of a common server; nothing was measured.</source>
        <translation>估计使用普通服务器的默认速率；未做任何测量。</translation>
    </message>
    <message>
        <source>Estimates use what a calibration measured on %1, %2 (%3).</source>
        <translation>估计使用在 %1 上校准所得的测量值（%2，%3）。</translation>
    </message>
    <message>
        <source>Estimates use what a rehearsal measured on %1, %2 (%3).</source>
        <translation>估计使用在 %1 上演练所得的测量值（%2，%3）。</translation>
    </message>
    <message>
        <source>Of rows of %1 bytes it reads about %2, indexes %3 by text and fills %4 a second.</source>
        <translation>对于每行 %1 字节的数据，每秒约读取 %2 行、按文本索引 %3 行、填充 %4 行。</translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>application “%1”</source>
        <translation>应用程序“%1”</translation>
    </message>
    <message>
        <source>its transaction is %1 old</source>
        <translation>其事务已持续 %1</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>pid %1</translation>
    </message>
    <message>
        <source>a prepared transaction</source>
        <translation>预备事务</translation>
    </message>
    <message>
        <source>size unchanged</source>
        <translation>大小未变</translation>
    </message>
    <message>
        <source>size +%1 (+%2)</source>
        <translation>大小 +%1 (+%2)</translation>
    </message>
    <message>
        <source>size −%1</source>
        <translation>大小 −%1</translation>
    </message>
    <message>
        <source>phase %1 of %2, %3 · step %4 of %5</source>
        <translation>阶段 %1/%2，%3 · 步骤 %4/%5</translation>
    </message>
    <message>
        <source>%1 of about %2 rows</source>
        <translation>%1 / 约 %2 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>speed: not known yet</source>
        <translation>速度：尚不清楚</translation>
    </message>
    <message>
        <source>time left: not known yet</source>
        <translation>剩余时间：尚不清楚</translation>
    </message>
    <message>
        <source>left about %1 (%2)</source>
        <translation>剩余约 %1 (%2)</translation>
    </message>
    <message>
        <source>batches of %1 rows, the last took %2</source>
        <translation>每批 %1 行，上一批耗时 %2</translation>
    </message>
    <message>
        <source>%1 stripes</source>
        <translation>%1 个条带</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>%1 个工作进程</translation>
    </message>
    <message>
        <source>%1 of WAL, %2 a row</source>
        <translation>WAL %1，每行 %2</translation>
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
        <translation>%1 个死行</translation>
    </message>
    <message>
        <source>replica %1 behind</source>
        <translation>副本延迟 %1</translation>
    </message>
    <message>
        <source>%1 rows put aside</source>
        <translation>已暂存 %1 行</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>已暂缓：%1</translation>
    </message>
    <message>
        <source>Slowed to %1 of the time: %2</source>
        <translation>已限速至 %1 的时间：%2</translation>
    </message>
    <message>
        <source>Slowed: %1</source>
        <translation>已限速：%1</translation>
    </message>
    <message>
        <source>working</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>waits for the transaction of pid %1</source>
        <translation>等待 pid %1 的事务</translation>
    </message>
    <message>
        <source>Waiting for a lock.</source>
        <translation>正在等待锁。</translation>
    </message>
    <message>
        <source>Waiting for a lock held by %1</source>
        <translation>正在等待 %1 持有的锁</translation>
    </message>
    <message>
        <source>The time for this lock is used up, nothing is tried any more.</source>
        <translation>此锁的可用时间已用完，不再尝试。</translation>
    </message>
    <message>
        <source>About %1 in all, and nobody waits for longer than about %2.</source>
        <translation>总共约 %1，任何人的等待都不会超过约 %2。</translation>
    </message>
</context>
<context>
    <name>SearchWords</name>
    <message>
        <source>theme colour color scheme dark mode night black look settings preferences</source>
        <extracomment>Each of these: other words that find a command in the command palette, with blanks between them. Not shown.</extracomment>
        <translation>主题 颜色 配色 深色 深色模式 暗色 夜间 黑色 外观 设置 首选项</translation>
    </message>
    <message>
        <source>theme colour color scheme light mode day white look settings preferences</source>
        <translation>主题 颜色 配色 浅色 浅色模式 亮色 日间 白色 外观 设置 首选项</translation>
    </message>
    <message>
        <source>theme colour color scheme mode accessibility a11y look settings preferences</source>
        <translation>主题 颜色 配色 模式 无障碍 对比度 外观 设置 首选项</translation>
    </message>
    <message>
        <source>theme colour color scheme mode automatic desktop look settings preferences</source>
        <translation>主题 颜色 配色 模式 自动 桌面 外观 设置 首选项</translation>
    </message>
    <message>
        <source>language translation locale settings preferences</source>
        <translation>语言 翻译 language 设置 首选项</translation>
    </message>
    <message>
        <source>create comparison connect database</source>
        <translation>新建 比较 连接 数据库</translation>
    </message>
    <message>
        <source>lint check analyse migration SQL file</source>
        <translation>lint 检查 分析 迁移 SQL 文件</translation>
    </message>
    <message>
        <source>export generate script SQL write</source>
        <translation>导出 生成 脚本 SQL</translation>
    </message>
    <message>
        <source>export print PDF HTML</source>
        <translation>导出 打印 PDF HTML</translation>
    </message>
    <message>
        <source>export image SVG PNG chart</source>
        <translation>导出 图片 SVG PNG 图表</translation>
    </message>
    <message>
        <source>exit close leave</source>
        <translation>退出 关闭</translation>
    </message>
    <message>
        <source>refresh reload update</source>
        <translation>刷新 重新加载</translation>
    </message>
    <message>
        <source>reverse exchange direction</source>
        <translation>反转 交换 方向</translation>
    </message>
    <message>
        <source>policy strategy online offline</source>
        <translation>策略 在线 离线</translation>
    </message>
    <message>
        <source>verify test validate dry</source>
        <translation>验证 测试 校验</translation>
    </message>
    <message>
        <source>speed benchmark measure time</source>
        <translation>速度 测量 基准 时间</translation>
    </message>
    <message>
        <source>revert undo rollback</source>
        <translation>撤销 还原 回滚</translation>
    </message>
    <message>
        <source>execute deploy apply start</source>
        <translation>执行 部署 应用 开始</translation>
    </message>
    <message>
        <source>journal audit past</source>
        <translation>日志 审计 历史</translation>
    </message>
    <message>
        <source>hotkeys keys cheat sheet help</source>
        <translation>快捷键 热键 帮助</translation>
    </message>
    <message>
        <source>messages output errors</source>
        <translation>消息 输出 错误</translation>
    </message>
    <message>
        <source>version license</source>
        <translation>版本 许可</translation>
    </message>
</context>
<context>
    <name>lockstep::app::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation>新建项目(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Re&amp;view a script…</source>
        <translation>审查脚本(&amp;V)…</translation>
    </message>
    <message>
        <source>What a migration that somebody else wrote would do, statement by statement.</source>
        <translation>逐条语句说明他人编写的迁移会做什么。</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>打开最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>保存项目(&amp;S)</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>项目另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save &amp;plan…</source>
        <translation>保存计划(&amp;P)…</translation>
    </message>
    <message>
        <source>As a plan file for lockstep-cli, or as SQL for psql.</source>
        <translation>保存为 lockstep-cli 的计划文件，或供 psql 使用的 SQL。</translation>
    </message>
    <message>
        <source>Save the review repor&amp;t…</source>
        <translation>保存审查报告(&amp;T)…</translation>
    </message>
    <message>
        <source>Timeline, steps, SQL, locks, estimates, proof and lines to sign, as HTML or PDF.</source>
        <translation>时间线、步骤、SQL、锁、估计、证明和签名栏，格式为 HTML 或 PDF。</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Complete words while typing</source>
        <translation>输入时补全单词(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Mark findings in the SQL</source>
        <translation>在 SQL 中标记问题(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Ho&amp;me</source>
        <translation>主页(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>计划(&amp;P)</translation>
    </message>
    <message>
        <source>C&amp;hecklist</source>
        <translation>检查清单(&amp;H)</translation>
    </message>
    <message>
        <source>Re&amp;hearsal</source>
        <translation>演练(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>执行(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>审查(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Read both sides again</source>
        <translation>重新读取两侧(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Swap current and target</source>
        <translation>交换当前与目标(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Zero downtime</source>
        <translation>零停机(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Maintenance window</source>
        <translation>维护窗口(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Prove</source>
        <translation>证明(&amp;P)</translation>
    </message>
    <message>
        <source>Calibrate the &amp;estimates…</source>
        <translation>校准估计(&amp;E)…</translation>
    </message>
    <message>
        <source>Measures how fast a server is, so that the times of the plan are its own.</source>
        <translation>测量服务器的速度，使计划的时间符合该服务器。</translation>
    </message>
    <message>
        <source>&amp;Cancel what is going on</source>
        <translation>取消正在进行的操作(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Run on a database…</source>
        <translation>在数据库上执行(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>继续(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Stop…</source>
        <translation>停止(&amp;S)…</translation>
    </message>
    <message>
        <source>Roll &amp;back…</source>
        <translation>回滚(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;History of runs…</source>
        <translation>执行历史(&amp;H)…</translation>
    </message>
    <message>
        <source>What the journal of the Run page&apos;s database remembers.</source>
        <translation>执行页所选数据库的运行日志中的记录。</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
    <message>
        <source>Every command and every step, found by a few letters.</source>
        <translation>所有命令和步骤，输入几个字母即可找到。</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Lockstep</source>
        <translation>关于 Lockstep(&amp;A)</translation>
    </message>
    <message>
        <source>Save a &amp;picture of the timeline…</source>
        <translation>保存时间线图片(&amp;P)…</translation>
    </message>
    <message>
        <source>All of the plan, as SVG or PNG.</source>
        <translation>整个计划，保存为 SVG 或 PNG。</translation>
    </message>
    <message>
        <source>&amp;High contrast, light</source>
        <translation>高对比度，浅色(&amp;H)</translation>
    </message>
    <message>
        <source>High &amp;contrast, dark</source>
        <translation>高对比度，深色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Rules for findings…</source>
        <translation>检查规则(&amp;R)…</translation>
    </message>
    <message>
        <source>Which rules speak in this project, and how severe they are.</source>
        <translation>本项目中哪些规则生效,以及它们的严重程度。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::CalibrationController</name>
    <message>
        <source>The server of the plan</source>
        <translation>计划的服务器</translation>
    </message>
    <message>
        <source>In the database %1. The estimates become those of this server, and are kept for it. What runs there feels a short load; measure when it is as busy as when the plan will run.</source>
        <translation>在数据库 %1 中测量。估计将符合此服务器，并为其保留。在那里运行的负载会短暂受到影响；请在与执行计划时同样繁忙的时候测量。</translation>
    </message>
    <message>
        <source>The server of the Run page</source>
        <translation>执行页的服务器</translation>
    </message>
    <message>
        <source>In the database %1, where the plan will run, but not where its sizes come from. Kept for that server.</source>
        <translation>在数据库 %1 中测量：计划将在那里执行，但其大小并非取自那里。结果为该服务器保留。</translation>
    </message>
    <message>
        <source>A scratch server on this computer</source>
        <translation>本机上的临时服务器</translation>
    </message>
    <message>
        <source>Nobody&apos;s data is near it, but its disk, memory and settings are not those of your server: the proportions of the steps come out right, their times perhaps not. Used for this plan until the window closes.</source>
        <translation>不会触及任何人的数据，但其磁盘、内存和设置与您的服务器不同：各步骤的比例是准确的，时间则未必。在窗口关闭前用于此计划。</translation>
    </message>
    <message>
        <source>The current side is another one by now, so estimates stay as they are.</source>
        <translation>当前侧已经更换，因此估计保持不变。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>要查找的内容</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>匹配的命令</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>A few letters of a command, a step or an object that was compared</source>
        <translation>命令、步骤或已比较对象的几个字母</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ConnectionsController</name>
    <message>
        <source>%1 (logged in as %2)</source>
        <translation>%1（以 %2 登录）</translation>
    </message>
    <message>
        <source>It answers: PostgreSQL %1, database %2, as %3.</source>
        <translation>有响应：PostgreSQL %1，数据库 %2，用户 %3。</translation>
    </message>
    <message>
        <source>A standby: nothing can be changed there.</source>
        <translation>备库：不能在那里更改任何内容。</translation>
    </message>
    <message>
        <source>Read-only: the server refuses every write.</source>
        <translation>只读：服务器拒绝一切写入。</translation>
    </message>
    <message>
        <source>Kept as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::Document</name>
    <message>
        <source>New project</source>
        <translation>新项目</translation>
    </message>
    <message>
        <source>Changes towards %1</source>
        <translation>变更为 %1</translation>
    </message>
    <message>
        <source>%1 was not opened again, because what was changed in it cannot be saved.</source>
        <translation>%1 的修改无法保存，因此没有重新打开。</translation>
    </message>
    <message>
        <source>Save it under another name first.</source>
        <translation>请先以其他名称保存。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::DropController</name>
    <message>
        <source>Drop a project, a plan, SQL scripts or a folder of them, a pg_dump archive, a snapshot or a postgresql:// address.</source>
        <translation>请拖放项目、计划、SQL 脚本或其所在文件夹、pg_dump 归档、快照或 postgresql:// 地址。</translation>
    </message>
    <message>
        <source>%1 is not on this computer.</source>
        <translation>%1 不在此计算机上。</translation>
    </message>
    <message>
        <source>%1 cannot be opened here.</source>
        <translation>无法在此打开 %1。</translation>
    </message>
    <message numerus="yes">
        <source>These %n files cannot be opened together.</source>
        <translation>
            <numerusform>这 %n 个文件无法一起打开。</numerusform>
        </translation>
    </message>
    <message>
        <source>Two schemas become the two sides of a comparison; scripts are reviewed together.</source>
        <translation>两个模式会成为比较的两侧；脚本会一起审查。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::FileConflict</name>
    <message>
        <source>Nothing is saved into it until you choose. Until then your work is kept where the next start finds it.</source>
        <translation>在您选择之前，不会向其中保存任何内容。在此之前，您的工作会保存在下次启动能找到的位置。</translation>
    </message>
    <message>
        <source>Somebody else has changed the project file %1.</source>
        <translation>项目文件 %1 已被他人更改。</translation>
    </message>
    <message>
        <source>It is not what was last read or saved here: %1</source>
        <translation>它与此处上次读取或保存的内容不同：%1</translation>
    </message>
    <message>
        <source>Reload, without my changes</source>
        <translation>重新加载，放弃我的更改</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>The project file %1 is not there any more.</source>
        <translation>项目文件 %1 已不存在。</translation>
    </message>
    <message>
        <source>It was removed, moved or renamed: %1</source>
        <translation>它已被删除、移动或重命名：%1</translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation>重新写入</translation>
    </message>
</context>
<context>
    <name>lockstep::app::FileController</name>
    <message>
        <source>The plan cannot be opened: %1.</source>
        <translation>无法打开计划：%1。</translation>
    </message>
    <message>
        <source>Check that the file exists and that you may read it.</source>
        <translation>请检查文件是否存在，以及您是否有读取权限。</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Lockstep projects (*.lockstep)</source>
        <translation>Lockstep 项目 (*.lockstep)</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>保存计划</translation>
    </message>
    <message>
        <source>Plan for lockstep-cli (*.lockplan)</source>
        <translation>lockstep-cli 计划 (*.lockplan)</translation>
    </message>
    <message>
        <source>SQL for psql (*.sql)</source>
        <translation>供 psql 使用的 SQL (*.sql)</translation>
    </message>
    <message>
        <source>Rollback as SQL (*.rollback.sql)</source>
        <translation>回滚 SQL (*.rollback.sql)</translation>
    </message>
    <message>
        <source>Verification as SQL (*.verify.sql)</source>
        <translation>校验 SQL (*.verify.sql)</translation>
    </message>
    <message>
        <source>Text for reading (*.txt)</source>
        <translation>供阅读的文本 (*.txt)</translation>
    </message>
    <message>
        <source>The plan cannot be saved: %1.</source>
        <translation>无法保存计划：%1。</translation>
    </message>
    <message>
        <source>Save it under another name.</source>
        <translation>请以其他名称保存。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Projects, plans and schemas (*.lockstep *.lockplan *.sql *.dump *.json)</source>
        <translation>项目、计划和模式 (*.lockstep *.lockplan *.sql *.dump *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>The project decides about %n rule(s) that Lockstep does not know here: %1.</source>
        <translation>
            <numerusform>该项目对此 Lockstep 不认识的 %n 条规则作了规定：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>What it says of them stays in the file. A newer Lockstep may know them, or they are misspelled.</source>
        <translation>关于它们的内容会保留在文件中。可能较新的 Lockstep 认识它们，也可能是拼写有误。</translation>
    </message>
    <message>
        <source>Save it under another name, or do this again to go on without it.</source>
        <translation>请以其他名称保存，或再次执行此操作以放弃这些修改并继续。</translation>
    </message>
    <message>
        <source>%1 is not saved: the last try has failed.</source>
        <translation>%1 尚未保存：上一次保存失败。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::HistoryController</name>
    <message>
        <source>Save the events of run %1</source>
        <translation>保存执行 %1 的事件</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::HomeController</name>
    <message>
        <source>nothing yet</source>
        <translation>尚未选择</translation>
    </message>
    <message>
        <source>Preparing the demo</source>
        <translation>正在准备演示</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>打开计划</translation>
    </message>
    <message>
        <source>Plans (*.lockplan)</source>
        <translation>计划 (*.lockplan)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::MainWindow</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Log of Lockstep</source>
        <translation>Lockstep 日志</translation>
    </message>
    <message>
        <source>The report is saved as %1.</source>
        <translation>报告已保存为 %1。</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>撤销“%1”(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>语言将在下次启动时更改。</translation>
    </message>
    <message>
        <source>Close Lockstep and open it again; nothing is lost by that.</source>
        <translation>请关闭 Lockstep 后重新打开；不会丢失任何内容。</translation>
    </message>
    <message>
        <source>It answers: PostgreSQL %1, database %2, as %3.</source>
        <translation>有响应：PostgreSQL %1，数据库 %2，用户 %3。</translation>
    </message>
    <message>
        <source>%1[*] – Lockstep</source>
        <translation>%1[*] – Lockstep</translation>
    </message>
    <message>
        <source>The window closes when the batch that is on its way is done.</source>
        <translation>正在处理的批次完成后窗口将关闭。</translation>
    </message>
    <message>
        <source>The run can be resumed later from any computer.</source>
        <translation>稍后可以在任意计算机上恢复执行。</translation>
    </message>
    <message>
        <source>The timeline is saved as %1.</source>
        <translation>时间线已保存为 %1。</translation>
    </message>
    <message>
        <source>Save it under another name, or close the window again to leave without saving.</source>
        <translation>请以其他名称保存，或再次关闭窗口以不保存退出。</translation>
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
        <translation>%1 个对象</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>读取：%1</translation>
    </message>
    <message>
        <source>loaded %1</source>
        <translation>加载：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the current side</source>
        <translation>正在读取当前侧</translation>
    </message>
    <message>
        <source>Reading the target side</source>
        <translation>正在读取目标侧</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>正在生成计划</translation>
    </message>
    <message>
        <source>Working out locks and times</source>
        <translation>正在计算锁和时间</translation>
    </message>
    <message>
        <source>Proving</source>
        <translation>正在证明</translation>
    </message>
    <message>
        <source>Choose both sides on the Compare page; the plan follows by itself.</source>
        <translation>请在比较页选择两侧；计划会自动生成。</translation>
    </message>
    <message>
        <source>the plan comes from a file</source>
        <translation>计划来自文件</translation>
    </message>
    <message>
        <source>reading and comparing</source>
        <translation>正在读取和比较</translation>
    </message>
    <message>
        <source>no plan yet</source>
        <translation>尚无计划</translation>
    </message>
    <message>
        <source>planning</source>
        <translation>正在生成计划</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 个步骤</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s)</source>
        <translation>
            <numerusform>%n 个关卡</numerusform>
        </translation>
    </message>
    <message>
        <source>, incomplete</source>
        <translation>，不完整</translation>
    </message>
    <message>
        <source>, being proved</source>
        <translation>，正在证明</translation>
    </message>
    <message>
        <source>, the proof failed</source>
        <translation>，证明失败</translation>
    </message>
    <message>
        <source>, not proved</source>
        <translation>，未证明</translation>
    </message>
    <message>
        <source>The proof failed.</source>
        <translation>证明失败。</translation>
    </message>
    <message>
        <source>Take back what was edited (step %1), or change the target so that it says the same.</source>
        <translation>请撤销所做的编辑（步骤 %1），或将目标改成相同的内容。</translation>
    </message>
    <message>
        <source>Take back what was edited (steps %1), or change the target so that it says the same.</source>
        <translation>请撤销所做的编辑（步骤 %1），或将目标改成相同的内容。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::PaletteController</name>
    <message>
        <source>%1: %2</source>
        <comment>menu and command</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>步骤 %1：%2</translation>
    </message>
    <message>
        <source>Compare: %1 %2</source>
        <comment>kind and name of an object</comment>
        <translation>比较：%1 %2</translation>
    </message>
</context>
<context>
    <name>lockstep::app::PasswordController</name>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
</context>
<context>
    <name>lockstep::app::PictureController</name>
    <message>
        <source>The picture cannot be saved: %1.</source>
        <translation>无法保存图片：%1。</translation>
    </message>
    <message>
        <source>Save it under another name.</source>
        <translation>请用其他名称保存。</translation>
    </message>
    <message>
        <source>Save the timeline</source>
        <translation>保存时间线</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::RehearsalController</name>
    <message>
        <source>The plan was made from %1 itself: it may be production.</source>
        <translation>计划就是根据 %1 生成的：它可能是生产环境。</translation>
    </message>
    <message>
        <source>PostgreSQL %1. The rehearsal changes this database and takes it back.</source>
        <translation>PostgreSQL %1。演练会更改此数据库，然后撤回更改。</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>选择备份</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReportController</name>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>PDF for printing and signing (*.pdf)</source>
        <translation>供打印和签名的 PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReportFile</name>
    <message>
        <source>Plan of a schema change</source>
        <translation>模式变更计划</translation>
    </message>
    <message>
        <source>The report cannot be saved: %1.</source>
        <translation>无法保存报告：%1。</translation>
    </message>
    <message>
        <source>Save it under another name.</source>
        <translation>请以其他名称保存。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReviewController</name>
    <message>
        <source>Review scripts</source>
        <translation>审查脚本</translation>
    </message>
    <message>
        <source>SQL scripts (*.sql *.psql *.ddl)</source>
        <translation>SQL 脚本 (*.sql *.psql *.ddl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Review a folder of migrations</source>
        <translation>审查迁移文件夹</translation>
    </message>
    <message>
        <source>Working out what the script makes of the schema</source>
        <translation>正在推算脚本执行后的模式</translation>
    </message>
    <message>
        <source>Save the script</source>
        <translation>保存脚本</translation>
    </message>
    <message>
        <source>SQL scripts (*.sql)</source>
        <translation>SQL 脚本 (*.sql)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReviewKeeper</name>
    <message>
        <source>These scripts were not saved when Lockstep ended; here they are again.</source>
        <translation>Lockstep 结束时这些脚本尚未保存；现已恢复。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReviewSaver</name>
    <message>
        <source>The script cannot be saved: %1.</source>
        <translation>无法保存脚本：%1。</translation>
    </message>
    <message>
        <source>Save it under another name; what was there before is unchanged.</source>
        <translation>请以其他名称保存；原有内容未改动。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::RunController</name>
    <message>
        <source>local socket</source>
        <translation>本地套接字</translation>
    </message>
    <message>
        <source>PostgreSQL %1 · database %2 · %3 · as %4</source>
        <translation>PostgreSQL %1 · 数据库 %2 · %3 · 用户 %4</translation>
    </message>
    <message>
        <source>%1 is a standby and cannot be changed.</source>
        <translation>%1 是备库，无法更改。</translation>
    </message>
    <message>
        <source>Name the primary server instead.</source>
        <translation>请改为指定主服务器。</translation>
    </message>
    <message>
        <source>The connection to %1 is marked read-only: nothing can be run there.</source>
        <translation>到 %1 的连接标记为只读：不能在那里执行任何内容。</translation>
    </message>
    <message>
        <source>Choose another connection, or take the mark away from this one on the Home page.</source>
        <translation>请选择其他连接，或在主页取消此连接的只读标记。</translation>
    </message>
    <message>
        <source>%1 is read-only for %2.</source>
        <translation>%1 对 %2 是只读的。</translation>
    </message>
    <message>
        <source>Use a role that may write (default_transaction_read_only is on).</source>
        <translation>请使用可写入的角色（default_transaction_read_only 为 on）。</translation>
    </message>
    <message>
        <source>The run did not begin, because the checklist says stop.</source>
        <translation>执行未开始，因为检查清单判定为停止。</translation>
    </message>
    <message>
        <source>The Check page says what to do about each item, and lets you run in spite of it. Nothing was changed.</source>
        <translation>检查页说明了每一项的处理方法，也可在那里选择仍然执行。未做任何更改。</translation>
    </message>
</context>
<context>
    <name>lockstep::app::StatusLine</name>
    <message>
        <source>no server</source>
        <translation>无服务器</translation>
    </message>
    <message>
        <source>%1 (logged in as %2)</source>
        <translation>%1（以 %2 登录）</translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>standby, read-only</source>
        <translation>备库，只读</translation>
    </message>
    <message>
        <source>read-only by the server</source>
        <translation>服务器设为只读</translation>
    </message>
    <message>
        <source>read-only until Run</source>
        <translation>执行前只读</translation>
    </message>
    <message>
        <source>no transaction open</source>
        <translation>没有打开的事务</translation>
    </message>
    <message>
        <source>between two transactions</source>
        <translation>在两个事务之间</translation>
    </message>
    <message>
        <source>in a transaction that waits for a lock</source>
        <translation>在等待锁的事务中</translation>
    </message>
    <message>
        <source>in a transaction</source>
        <translation>在事务中</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>catalog read %1</source>
        <translation>系统目录读取：%1</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>saved just now</source>
        <translation>刚刚保存</translation>
    </message>
    <message>
        <source>saved %1 ago</source>
        <translation>%1前保存</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>保存：%1</translation>
    </message>
    <message>
        <source>not saved since %1</source>
        <translation>自 %1 起未保存</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未能保存</translation>
    </message>
</context>
<context>
    <name>lockstep::items::BlockersModel</name>
    <message>
        <source>%1 for %2</source>
        <translation>%1，已 %2</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>pid %1</translation>
    </message>
    <message>
        <source>prepared transaction</source>
        <translation>预备事务</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>语句</translation>
    </message>
</context>
<context>
    <name>lockstep::items::ChangesModel</name>
    <message>
        <source>outside schemas</source>
        <translation>不属于模式</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>group and how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>left out: why</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>%1 more: narrow the filter, or press Enter</source>
        <translation>还有 %1 个：缩小筛选范围，或按 Enter 键</translation>
    </message>
    <message>
        <source>%1 more are not listed yet. Narrow the filter, or press Enter on this line to list the next ones.</source>
        <translation>还有 %1 个尚未列出。请缩小筛选范围，或在此行按 Enter 键列出后面的内容。</translation>
    </message>
</context>
<context>
    <name>lockstep::items::ChecklistModel</name>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1：%2。%3</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>检查项</translation>
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
        <translation>服务文件</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>lockstep::items::EventLogModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>步骤 %1：%2</translation>
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
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
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
        <translation>问题</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
</context>
<context>
    <name>lockstep::items::Format</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
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
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
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
        <translation>模式</translation>
    </message>
    <message>
        <source>extension</source>
        <translation>扩展</translation>
    </message>
    <message>
        <source>collation</source>
        <translation>排序规则</translation>
    </message>
    <message>
        <source>enum</source>
        <translation>枚举类型</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>域</translation>
    </message>
    <message>
        <source>composite type</source>
        <translation>复合类型</translation>
    </message>
    <message>
        <source>range type</source>
        <translation>范围类型</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>约束</translation>
    </message>
    <message>
        <source>domain constraint</source>
        <translation>域约束</translation>
    </message>
    <message>
        <source>index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>view</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>materialized view</source>
        <translation>物化视图</translation>
    </message>
    <message>
        <source>function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>过程</translation>
    </message>
    <message>
        <source>aggregate</source>
        <translation>聚合函数</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>触发器</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>event trigger</source>
        <translation>事件触发器</translation>
    </message>
    <message>
        <source>statistics object</source>
        <translation>统计对象</translation>
    </message>
    <message>
        <source>publication</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>access method</source>
        <translation>访问方法</translation>
    </message>
    <message>
        <source>base type</source>
        <translation>基础类型</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>操作符</translation>
    </message>
    <message>
        <source>operator family</source>
        <translation>操作符族</translation>
    </message>
    <message>
        <source>operator class</source>
        <translation>操作符类</translation>
    </message>
    <message>
        <source>cast</source>
        <translation>类型转换</translation>
    </message>
    <message>
        <source>conversion</source>
        <translation>编码转换</translation>
    </message>
    <message>
        <source>transform</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>text search parser</source>
        <translation>文本搜索解析器</translation>
    </message>
    <message>
        <source>text search template</source>
        <translation>文本搜索模板</translation>
    </message>
    <message>
        <source>text search dictionary</source>
        <translation>文本搜索字典</translation>
    </message>
    <message>
        <source>text search configuration</source>
        <translation>文本搜索配置</translation>
    </message>
    <message>
        <source>foreign-data wrapper</source>
        <translation>外部数据包装器</translation>
    </message>
    <message>
        <source>foreign server</source>
        <translation>外部服务器</translation>
    </message>
    <message>
        <source>user mapping</source>
        <translation>用户映射</translation>
    </message>
    <message>
        <source>subscription</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>publication member</source>
        <translation>发布成员</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>security label</source>
        <translation>安全标签</translation>
    </message>
    <message>
        <source>grant</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>default privilege</source>
        <translation>默认权限</translation>
    </message>
    <message>
        <source>enum label</source>
        <translation>枚举值</translation>
    </message>
    <message>
        <source>unmodelled object</source>
        <translation>未比较的对象</translation>
    </message>
</context>
<context>
    <name>lockstep::items::LintRulesModel</name>
    <message>
        <source>as usual: off</source>
        <translation>默认:关</translation>
    </message>
    <message>
        <source>as usual: on</source>
        <translation>默认:开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>About</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>In this project</source>
        <translation>本项目</translation>
    </message>
</context>
<context>
    <name>lockstep::items::LogModel</name>
    <message>
        <source>debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
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
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>需要查看的内容</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
</context>
<context>
    <name>lockstep::items::PlanModel</name>
    <message>
        <source>Gate: %1</source>
        <translation>关卡：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Place in the order of the plan</source>
        <translation>在计划中的顺序</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>What the step does</source>
        <translation>步骤的内容</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Tables the step is about</source>
        <translation>步骤涉及的表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Expand, backfill, validate, switch or contract</source>
        <translation>扩展、回填、验证、切换或收缩</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>The strongest lock the step takes on any table</source>
        <translation>步骤在任一表上获取的最强的锁</translation>
    </message>
    <message>
        <source>Strongest lock</source>
        <translation>最强的锁</translation>
    </message>
    <message>
        <source>What other sessions cannot do meanwhile</source>
        <translation>其间其他会话不能做的事</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>阻塞</translation>
    </message>
    <message>
        <source>What the server does to the table</source>
        <translation>服务器对表所做的操作</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>How long the step will likely take</source>
        <translation>步骤的预计耗时</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>The shortest and longest time to expect</source>
        <translation>预计的最短和最长时间</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>What to look at before running the step</source>
        <translation>执行步骤前需要查看的内容</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <comment>a table&apos;s copy</comment>
        <translation>%1（新）</translation>
    </message>
    <message>
        <source>%1 (old)</source>
        <comment>a table&apos;s copy</comment>
        <translation>%1（旧）</translation>
    </message>
    <message>
        <source>a copy</source>
        <comment>of a table that is not named</comment>
        <translation>副本</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已停用</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RecentProjectsModel</name>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>尚未选择</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>%1, not there any more</source>
        <translation>%1，已不存在</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RecordedStepsModel</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RehearsalModel</name>
    <message>
        <source>over 30 s</source>
        <translation>超过 30 秒</translation>
    </message>
    <message>
        <source>long lock</source>
        <translation>锁时间长</translation>
    </message>
    <message>
        <source>long lock on the way back</source>
        <translation>回退时锁时间长</translation>
    </message>
    <message>
        <source>rewrites a table</source>
        <translation>重写表</translation>
    </message>
    <message>
        <source>rows not taken</source>
        <translation>有行不被接受</translation>
    </message>
    <message>
        <source>not as estimated</source>
        <translation>与估计不符</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Step %1, %2: %3 %4</source>
        <translation>步骤 %1，%2：%3 %4</translation>
    </message>
    <message>
        <source>The longest time in one piece of a lock that keeps others from reading or writing.</source>
        <translation>连续持有会妨碍他人读取或写入的锁的最长时间。</translation>
    </message>
    <message>
        <source>An estimate for the sizes of production, by what was measured here.</source>
        <translation>根据此处的测量值，针对生产环境大小的估计。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Expected here</source>
        <translation>此处预计</translation>
    </message>
    <message>
        <source>Lock held</source>
        <translation>持锁时间</translation>
    </message>
    <message>
        <source>WAL</source>
        <translation>WAL</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>In production</source>
        <translation>在生产环境</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
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
        <translation>开始</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation>已完成步骤</translation>
    </message>
    <message>
        <source>By</source>
        <translation>执行者</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Run %1 began.</source>
        <translation>执行 %1 已开始。</translation>
    </message>
    <message>
        <source>Step %1, %2: %3 in %4.</source>
        <translation>步骤 %1，%2：%3（%4）。</translation>
    </message>
    <message>
        <source>Step %1, %2: %3.</source>
        <translation>步骤 %1，%2：%3。</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RunStepsModel</name>
    <message>
        <source>will wait for you</source>
        <translation>届时将等待您确认</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Gate: %1</source>
        <translation>关卡：%1</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Took / estimate</source>
        <translation>耗时 / 估计</translation>
    </message>
</context>
<context>
    <name>lockstep::items::Words</name>
    <message>
        <source>expand</source>
        <translation>扩展</translation>
    </message>
    <message>
        <source>backfill</source>
        <translation>回填</translation>
    </message>
    <message>
        <source>validate</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>contract</source>
        <translation>收缩</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>verification</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>关卡</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>other schema changes and vacuum</source>
        <translation>其他模式变更和 VACUUM</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>reads and writes</source>
        <translation>读取和写入</translation>
    </message>
    <message>
        <source>blocks nothing</source>
        <translation>不阻塞任何操作</translation>
    </message>
    <message>
        <source>blocks other schema changes and vacuum</source>
        <translation>阻塞其他模式变更和 VACUUM</translation>
    </message>
    <message>
        <source>blocks writes</source>
        <translation>阻塞写入</translation>
    </message>
    <message>
        <source>blocks reads and writes</source>
        <translation>阻塞读写</translation>
    </message>
    <message>
        <source>instant</source>
        <translation>瞬时</translation>
    </message>
    <message>
        <source>reads the table</source>
        <translation>读取表</translation>
    </message>
    <message>
        <source>builds an index</source>
        <translation>创建索引</translation>
    </message>
    <message>
        <source>rewrites the table</source>
        <translation>重写表</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>in batches</source>
        <translation>分批</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>需要注意</translation>
    </message>
    <message>
        <source>stops the run</source>
        <translation>停止执行</translation>
    </message>
    <message>
        <source>Zero downtime</source>
        <translation>零停机</translation>
    </message>
    <message>
        <source>Maintenance window</source>
        <translation>维护窗口</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>about to start</source>
        <translation>即将开始</translation>
    </message>
    <message>
        <source>running</source>
        <translation>正在执行</translation>
    </message>
    <message>
        <source>waiting for a lock</source>
        <translation>等待锁</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>等待您确认</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>checking the database</source>
        <translation>正在检查数据库</translation>
    </message>
    <message>
        <source>slowed</source>
        <translation>已限速</translation>
    </message>
    <message>
        <source>waits for you at a gate</source>
        <translation>在关卡等待您确认</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>stopped, can be resumed</source>
        <translation>已停止，可恢复</translation>
    </message>
    <message>
        <source>rolling back</source>
        <translation>正在回滚</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>已回滚</translation>
    </message>
    <message>
        <source>info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已变更</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>cannot be compared</source>
        <translation>无法比较</translation>
    </message>
    <message>
        <source>Proved, forward and back</source>
        <translation>已证明（正向与回滚）</translation>
    </message>
    <message>
        <source>Not proved yet</source>
        <translation>尚未证明</translation>
    </message>
    <message>
        <source>Proof skipped</source>
        <translation>已跳过证明</translation>
    </message>
    <message>
        <source>Proof failed</source>
        <translation>证明失败</translation>
    </message>
    <message>
        <source>Changed since the proof</source>
        <translation>证明后已更改</translation>
    </message>
    <message>
        <source>a person confirms</source>
        <translation>人工确认</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, %2 a batch</source>
        <translation>%1，每批 %2</translation>
    </message>
    <message>
        <source>%1 %3 %2</source>
        <comment>lock mode times how many</comment>
        <translation>%1 %3 %2</translation>
    </message>
    <message>
        <source>Step %1, gate: %2, a person confirms</source>
        <translation>步骤 %1，关卡：%2，人工确认</translation>
    </message>
    <message>
        <source>Step %1, %2, %3, about %4</source>
        <translation>步骤 %1，%2，%3，约 %4</translation>
    </message>
    <message>
        <source>%1, switched off</source>
        <translation>%1，已停用</translation>
    </message>
    <message>
        <source>It must come after step %1, which it needs: %2.</source>
        <translation>它必须在其所需的步骤 %1 之后：%2。</translation>
    </message>
    <message>
        <source>It must come before step %1, which needs it: %2.</source>
        <translation>它必须在需要它的步骤 %1 之前：%2。</translation>
    </message>
    <message>
        <source>It must come before the gate that is step %1: what is confirmed there needs it.</source>
        <translation>它必须在作为关卡的步骤 %1 之前：那里确认的内容需要它。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>step number and title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>“%1” is switched off, so the plan does not reach its target any more.</source>
        <translation>“%1”已停用，因此计划不再能达到目标。</translation>
    </message>
    <message>
        <source>%1 Steps that need it: %2.</source>
        <translation>%1 需要它的步骤：%2。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::BackfillChoice</name>
    <message>
        <source>Workers of a backfill</source>
        <translation>回填的工作进程</translation>
    </message>
    <message>
        <source>Batches that are written at a time, each on a connection of its own. There are fewer while the server feels it.</source>
        <translation>同时写入的批次数，每批使用各自的连接。服务器感到压力时会减少。</translation>
    </message>
    <message>
        <source>Share of the time that batches take while others are at work</source>
        <translation>有其他负载时批次占用时间的比例</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Between batches the server has time for everybody else. With nobody else at work batches follow each other without a pause.</source>
        <translation>批次之间，服务器可以处理其他负载。没有其他负载时，各批次连续进行，不作停顿。</translation>
    </message>
    <message>
        <source>&amp;Workers</source>
        <translation>工作进程(&amp;W)</translation>
    </message>
    <message>
        <source>Ti&amp;me while others are at work</source>
        <translation>有其他负载时的时间占比(&amp;M)</translation>
    </message>
    <message>
        <source>Rows that may be put aside</source>
        <translation>可以搁置的行数</translation>
    </message>
    <message>
        <source>So many rows that cannot be written stay as they are, and the journal names them; the next one stops the backfill. With 0 the first one does.</source>
        <translation>最多这么多无法写入的行保持原样，并由运行日志逐一记录；再多一行就会停止回填。为 0 时第一行就会停止。</translation>
    </message>
    <message>
        <source>Rows put &amp;aside at most</source>
        <translation>最多搁置行数(&amp;A)</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Badge</name>
    <message>
        <source>DEVELOPMENT</source>
        <translation>开发</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation>预发布</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>环境：%1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::BandLegend</name>
    <message>
        <source>What the colours beside the statements mean</source>
        <translation>语句旁颜色的含义</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Banner</name>
    <message>
        <source>Copy the whole message</source>
        <translation>复制整条消息</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Statement: %1</source>
        <translation>语句：%1</translation>
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
        <translation>取消其语句(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Disconnect it…</source>
        <translation>断开连接(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Wait longer</source>
        <translation>继续等待(&amp;W)</translation>
    </message>
    <message>
        <source>Tries for this lock again, for as long as before.</source>
        <translation>再次尝试获取此锁，时长与之前相同。</translation>
    </message>
    <message>
        <source>Sessions that the run waits for</source>
        <translation>执行正在等待的会话</translation>
    </message>
    <message>
        <source>It runs no statement: its transaction is open, and idle.</source>
        <translation>没有执行任何语句：其事务处于打开状态且空闲。</translation>
    </message>
    <message>
        <source>Cancel the autovacuum of %1? The server begins it again later.</source>
        <translation>取消 %1 的 autovacuum？服务器稍后会重新开始。</translation>
    </message>
    <message>
        <source>Cancel the statement of %1? Its application gets an error.</source>
        <translation>取消 %1 的语句？其应用程序会收到错误。</translation>
    </message>
    <message>
        <source>Disconnect %1? Its transaction, %2 old, is rolled back and its application gets an error.</source>
        <translation>断开 %1？其已持续 %2 的事务将回滚，其应用程序会收到错误。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::BusyBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop the work in the background (Esc)</source>
        <translation>停止后台工作 (Esc)</translation>
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
        <translation>测量(&amp;M)</translation>
    </message>
    <message>
        <source>Use the &amp;default rates</source>
        <translation>使用默认速率(&amp;D)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Calibrate the estimates</source>
        <translation>校准估计</translation>
    </message>
    <message>
        <source>How fast is the server?</source>
        <translation>服务器有多快？</translation>
    </message>
    <message>
        <source>A calibration takes under a minute. It makes a schema lockstep_calibration with up to 500 MB of tables, measures reading, writing and indexing in it (up to 4 GB of WAL, which standbys receive too), and removes it again, also when it fails or is canceled. Tables of others are neither read nor locked.</source>
        <translation>校准用时不到一分钟。它会创建模式 lockstep_calibration,其中的表最多 500 MB,在其中测量读取、写入和建索引的速度(WAL 最多 4 GB,备库也会收到),然后再将其删除,失败或取消时也一样。不会读取或锁定他人的表。</translation>
    </message>
    <message>
        <source>Forgets what was measured on this server.</source>
        <translation>丢弃此服务器上的测量值。</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Measured on %1.</source>
        <translation>测量：%1。</translation>
    </message>
    <message>
        <source>The calibration was canceled and its tables are removed. Estimates stay as they were.</source>
        <translation>校准已取消，其表已删除。估计保持不变。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ChangeDetail</name>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>In the plan</source>
        <translation>纳入计划</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Properties that differ</source>
        <translation>有差异的属性</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Stays as it is, though the target does not have it</source>
        <translation>保持原样，尽管目标中没有它</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Moves to a schema of its own with its rows, to be dropped for good later</source>
        <translation>连同数据行移到专用的模式中，供以后彻底删除</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Drops it behind a gate; the run still asks before it loses anything</source>
        <translation>在关卡之后删除；执行时在丢失任何内容之前仍会询问</translation>
    </message>
    <message>
        <source>Previous difference (Alt+Up)</source>
        <translation>上一处差异 (Alt+Up)</translation>
    </message>
    <message>
        <source>Next difference (Alt+Down)</source>
        <translation>下一处差异 (Alt+Down)</translation>
    </message>
    <message>
        <source>No change selected</source>
        <translation>未选择变更</translation>
    </message>
    <message>
        <source>Only white space differs.</source>
        <translation>仅空白不同。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) differ</source>
        <translation>
            <numerusform>%n 处不同</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ChangesView</name>
    <message>
        <source>New %1</source>
        <translation>新增 %1</translation>
    </message>
    <message>
        <source>Dropped %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>变更 %1</translation>
    </message>
    <message>
        <source>Renamed %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>Identical %1</source>
        <translation>相同 %1</translation>
    </message>
    <message>
        <source>Cannot be compared %1</source>
        <translation>无法比较 %1</translation>
    </message>
    <message>
        <source>No difference passes the filter.</source>
        <translation>没有符合筛选条件的差异。</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组方式</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>按状态</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按类型</translation>
    </message>
    <message>
        <source>By schema</source>
        <translation>按模式</translation>
    </message>
    <message>
        <source>Kind of object</source>
        <translation>对象类型</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>按名称筛选</translation>
    </message>
    <message>
        <source>Name, or schema.table*</source>
        <translation>名称，或 schema.table*</translation>
    </message>
    <message>
        <source>Ignore rules</source>
        <translation>忽略规则</translation>
    </message>
    <message>
        <source>What the comparison leaves aside: owners, privileges, comments and more</source>
        <translation>比较时忽略的内容：所有者、权限、注释等</translation>
    </message>
    <message>
        <source>Shows or hides these</source>
        <translation>显示或隐藏这些内容</translation>
    </message>
    <message>
        <source>Tick all shown</source>
        <translation>勾选所有显示项</translation>
    </message>
    <message>
        <source>Untick all shown</source>
        <translation>取消勾选所有显示项</translation>
    </message>
    <message>
        <source>Takes what the list shows into the plan, drops too</source>
        <translation>将列表中显示的内容纳入计划，包括删除</translation>
    </message>
    <message>
        <source>Leaves what the list shows out of the plan</source>
        <translation>将列表中显示的内容从计划中排除</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>未比较</translation>
    </message>
    <message>
        <source>%1 of %2 changes are in the plan.</source>
        <translation>计划包含 %2 项变更中的 %1 项。</translation>
    </message>
    <message numerus="yes">
        <source>%n drop(s) not selected: the plan keeps them.</source>
        <translation>
            <numerusform>有 %n 项删除未选中：计划将保留这些对象。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::CheckDetail</name>
    <message>
        <source>Run although this item says stop</source>
        <translation>即使此项判定为停止也执行</translation>
    </message>
    <message>
        <source>Copy the query</source>
        <translation>复制查询</translation>
    </message>
    <message>
        <source>The query of this item</source>
        <translation>此项的查询</translation>
    </message>
    <message>
        <source>The rows that the query gave</source>
        <translation>查询返回的行</translation>
    </message>
    <message>
        <source>Select a question to see its answer, the query and its rows.</source>
        <translation>选择检查项以查看其回答、查询和返回的行。</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>处理方法：%1</translation>
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
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Questions to the database before the plan runs on it</source>
        <translation>计划执行前对数据库的检查项</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>正在查询 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) stop the run</source>
        <translation>
            <numerusform>%n 项停止执行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n 项需要注意</numerusform>
        </translation>
    </message>
    <message>
        <source>all clear</source>
        <translation>全部通过</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>正在查询</translation>
    </message>
    <message>
        <source>could not ask</source>
        <translation>无法查询</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>尚未查询</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Make a plan and name the database on the Run page first.</source>
        <translation>请先生成计划，并在执行页指定数据库。</translation>
    </message>
    <message>
        <source>Asks %1; reads only.</source>
        <translation>查询 %1；只读。</translation>
    </message>
    <message>
        <source>%1, PostgreSQL %2, asked at %3</source>
        <translation>%1，PostgreSQL %2，查询于 %3</translation>
    </message>
    <message>
        <source>Before the plan runs</source>
        <translation>计划执行之前</translation>
    </message>
    <message>
        <source>%1 was not asked yet.</source>
        <translation>尚未查询 %1。</translation>
    </message>
    <message>
        <source>clear to begin</source>
        <translation>可以开始</translation>
    </message>
    <message>
        <source>%1, PostgreSQL %2, asked at %3 by the run: not about rows and traffic</source>
        <translation>%1，PostgreSQL %2，由运行查询于 %3：未查询行和流量</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ComparePage</name>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take into the plan</source>
        <translation>纳入计划</translation>
    </message>
    <message>
        <source>Leave out of the plan</source>
        <translation>从计划中排除</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Also left out, because it goes along:</source>
        <translation>因相互关联，以下内容也已排除：</translation>
    </message>
    <message>
        <source>Also selected, because it is needed:</source>
        <translation>因有需要，以下内容也已选中：</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>What there is: a database, a .sql file, an archive, a snapshot</source>
        <translation>当前模式：数据库、.sql 文件、归档或快照</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>What is wanted: a .sql file, a database, an archive, a snapshot</source>
        <translation>目标模式：.sql 文件、数据库、归档或快照</translation>
    </message>
    <message>
        <source>will be changed
to match</source>
        <translation>将变更为
一致</translation>
    </message>
    <message>
        <source>Swaps the two sides.</source>
        <translation>交换两侧。</translation>
    </message>
    <message>
        <source>The two schemas are identical</source>
        <translation>两个模式相同</translation>
    </message>
    <message>
        <source>%1 objects were compared; there is nothing to change.</source>
        <translation>已比较 %1 个对象；没有需要变更的内容。</translation>
    </message>
    <message>
        <source>Choose what there is and what is wanted</source>
        <translation>选择当前模式和目标模式</translation>
    </message>
    <message>
        <source>Drop a .sql file on Current and another on Target, or connect to a server. Nothing is changed until you run a plan and type the name of the database.</source>
        <translation>将一个 .sql 文件拖到“当前”，另一个拖到“目标”，或连接服务器。在您执行计划并输入数据库名称之前，不会更改任何内容。</translation>
    </message>
    <message>
        <source>nothing compared yet</source>
        <translation>尚未比较</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>相同</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 项变更</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>排除 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) open</source>
        <translation>
            <numerusform>%n 项待决定</numerusform>
        </translation>
    </message>
    <message>
        <source>The run %1 on %2 is not finished.</source>
        <translation>%2 上的执行 %1 尚未完成。</translation>
    </message>
    <message>
        <source>The comparison shows the database between two steps. What the run has put there for itself is left out, and a plan made now cannot be proved.</source>
        <translation>该比较显示的是处于两个步骤之间的数据库。执行为自身放置的对象已略去，现在制定的计划无法证明。</translation>
    </message>
    <message>
        <source>Finish the run first, then compare again.</source>
        <translation>请先完成该执行，然后重新比较。</translation>
    </message>
    <message>
        <source>The two sides are not compared yet</source>
        <translation>两侧尚未比较</translation>
    </message>
    <message>
        <source>The differences are listed here as soon as both sides are read.</source>
        <translation>读取完两侧后，差异会列在这里。</translation>
    </message>
    <message>
        <source>Now choose what is wanted</source>
        <translation>现在请选择想要的目标</translation>
    </message>
    <message>
        <source>Now choose what there is</source>
        <translation>现在请选择现有的内容</translation>
    </message>
    <message>
        <source>Finish the run…</source>
        <translation>完成该执行…</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ConflictBar</name>
    <message>
        <source>Keep &amp;mine</source>
        <translation>保留我的(&amp;M)</translation>
    </message>
    <message>
        <source>Take what is &amp;generated</source>
        <translation>采用生成的(&amp;G)</translation>
    </message>
    <message>
        <source>Edits that no longer fit</source>
        <translation>不再适用的编辑</translation>
    </message>
    <message>
        <source>Generated when you edited it</source>
        <translation>您编辑时生成的内容</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>您的内容</translation>
    </message>
    <message>
        <source>Generated now</source>
        <translation>现在生成的内容</translation>
    </message>
    <message>
        <source>Your change of “%1” needs a decision.</source>
        <translation>您对“%1”的更改需要作出决定。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>title, how many more</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more follow(s).</source>
        <translation>
            <numerusform>后面还有 %n 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep &amp;mine at the end</source>
        <translation>在末尾保留我的(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>放弃(&amp;F)</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ConnectionForm</name>
    <message>
        <source>Read-only: the server refuses every write</source>
        <translation>只读：服务器拒绝一切写入</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>使用此服务器</translation>
    </message>
    <message>
        <source>Connection text</source>
        <translation>连接字符串</translation>
    </message>
    <message>
        <source>Paste postgresql://… or host=… dbname=… here, or fill in the fields</source>
        <translation>在此粘贴 postgresql://… 或 host=… dbname=…，或填写各字段</translation>
    </message>
    <message>
        <source>TLS, SSH server, role, read-only</source>
        <translation>TLS、SSH 服务器、角色、只读</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>to keep it under</source>
        <translation>用于保存</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>local socket</source>
        <translation>本地套接字</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>same as the user</source>
        <translation>与用户相同</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>开发</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>预发布</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>from ~/.pgpass, or asked for; never stored here</source>
        <translation>来自 ~/.pgpass，或询问；从不保存在此处</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>from ~/.pg_service.conf</source>
        <translation>来自 ~/.pg_service.conf</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>prefer, as libpq does</source>
        <translation>prefer，与 libpq 相同</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>证书颁发机构</translation>
    </message>
    <message>
        <source>~/.postgresql/root.crt, or “system”</source>
        <translation>~/.postgresql/root.crt，或“system”</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>~/.postgresql/postgresql.crt</source>
        <translation>~/.postgresql/postgresql.crt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>~/.postgresql/postgresql.key</source>
        <translation>~/.postgresql/postgresql.key</translation>
    </message>
    <message>
        <source>Channel binding</source>
        <translation>通道绑定</translation>
    </message>
    <message>
        <source>SSH server</source>
        <translation>SSH 服务器</translation>
    </message>
    <message>
        <source>user@host:port, or a Host of ~/.ssh/config</source>
        <translation>user@host:port，或 ~/.ssh/config 中的 Host</translation>
    </message>
    <message>
        <source>Passfile</source>
        <translation>密码文件</translation>
    </message>
    <message>
        <source>~/.pgpass</source>
        <translation>~/.pgpass</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>SET ROLE after connecting</source>
        <translation>连接后执行 SET ROLE</translation>
    </message>
    <message>
        <source>default_transaction_read_only=on from the first moment; plans cannot be run there.</source>
        <translation>从一开始就是 default_transaction_read_only=on；不能在那里执行计划。</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Give it a name to keep it under.</source>
        <translation>请为其命名以便保存。</translation>
    </message>
    <message>
        <source>asked for when needed</source>
        <translation>需要时询问</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ConnectionsPanel</name>
    <message>
        <source>None yet. A connection keeps how to reach a database, what it is for and whether it may be written to; never its password.</source>
        <translation>尚无连接。连接保存如何访问数据库、其用途以及是否可以写入；从不保存密码。</translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation>新建连接…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>复制副本…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Starts a comparison with this database as the current side.</source>
        <translation>以此数据库作为当前侧开始比较。</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>正在连接 %1…</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>已删除 %1。</translation>
    </message>
    <message>
        <source>It is a section of your service file; change it there, or duplicate it.</source>
        <translation>它是您的服务文件中的一节；请在该文件中更改，或复制一份。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Curve</name>
    <message>
        <source>last %1</source>
        <translation>最近 %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::DiffView</name>
    <message>
        <source>Current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::DifferencesModel</name>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
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
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>全字匹配</translation>
    </message>
    <message>
        <source>.*</source>
        <translation>.*</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>Replace &amp;all</source>
        <translation>全部替换(&amp;A)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find in the SQL</source>
        <translation>在 SQL 中查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>关闭查找栏</translation>
    </message>
    <message>
        <source>not an expression yet</source>
        <translation>表达式尚不完整</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n 处匹配</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation>问题(&amp;F)</translation>
    </message>
    <message>
        <source>Findings from which severity on</source>
        <translation>显示问题的最低严重程度</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Findings that hold this text</source>
        <translation>包含此文本的问题</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>共 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1 / %2 个</translation>
    </message>
    <message>
        <source>&amp;Rule in this project…</source>
        <translation>本项目中的规则(&amp;R)…</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::FoundRun</name>
    <message>
        <source>Go on although a standby was promoted or a backup restored since</source>
        <translation>即使此后有备库被提升或备份被还原，也继续执行</translation>
    </message>
    <message>
        <source>What was committed last may be missing there; the run notices and refuses to go on unless this is ticked.</source>
        <translation>最后提交的内容在那里可能已丢失；除非勾选此项，否则执行会发现这一点并拒绝继续。</translation>
    </message>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>已完成 %1 / %2 个步骤</translation>
    </message>
    <message>
        <source>This database has run %1 of this plan: %2, %3.</source>
        <translation>此数据库有此计划的执行 %1：%2，%3。</translation>
    </message>
    <message>
        <source>This database has an unfinished run %1: %2, %3.</source>
        <translation>此数据库有一个未完成的执行 %1：%2，%3。</translation>
    </message>
    <message>
        <source>It belongs to another plan; open that plan to resume it or to roll it back.</source>
        <translation>它属于另一个计划；请打开该计划以恢复或回滚。</translation>
    </message>
    <message>
        <source>It is of another plan.</source>
        <translation>它属于另一个计划。</translation>
    </message>
    <message>
        <source>Open that plan</source>
        <translation>打开该计划</translation>
    </message>
    <message>
        <source>Another Lockstep is at work on this run %1: %2.</source>
        <translation>另一个 Lockstep 正在处理此执行 %1：%2。</translation>
    </message>
    <message>
        <source>Stop it there</source>
        <translation>在原处停止</translation>
    </message>
    <message>
        <source>Take it over…</source>
        <translation>接管…</translation>
    </message>
    <message>
        <source>Roll it back…</source>
        <translation>回滚…</translation>
    </message>
    <message>
        <source>Go on rolling back…</source>
        <translation>继续回滚…</translation>
    </message>
    <message>
        <source>Resume it</source>
        <translation>恢复执行</translation>
    </message>
    <message>
        <source>Take run %1 over? The other Lockstep is disconnected from the database, what it has not committed is rolled back, and the run goes on here.</source>
        <translation>接管执行 %1？另一个 Lockstep 将与数据库断开，其未提交的内容将回滚，执行在此处继续。</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>Leave it there</source>
        <translation>留在原处执行</translation>
    </message>
    <message>
        <source>Roll back run %1? Every step that was done is taken back, last one first. What has no way back is said before anything is changed.</source>
        <translation>回滚执行 %1？已完成的每个步骤都将撤回，从最后一个开始。无法撤回的内容会在更改前说明。</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原样</translation>
    </message>
    <message numerus="yes">
        <source>The rollback of run %1 on this database is not finished: %n step(s) are still to be taken back.</source>
        <translation>
            <numerusform>此数据库上执行 %1 的回滚尚未完成：还有 %n 个步骤需要撤回。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another Lockstep is rolling this run %1 back.</source>
        <translation>另一个 Lockstep 正在回滚此执行 %1。</translation>
    </message>
    <message>
        <source>Take the rollback of run %1 over? The other Lockstep is disconnected from the database, what it has not committed is undone, and the rollback goes on here.</source>
        <translation>接管执行 %1 的回滚？另一个 Lockstep 将与数据库断开，其未提交的内容将撤销，回滚在此处继续。</translation>
    </message>
    <message>
        <source>Go on rolling run %1 back? What is left of it is taken back, last step first.</source>
        <translation>继续回滚执行 %1？将从最后一个步骤开始撤回剩余的内容。</translation>
    </message>
    <message>
        <source>Go on rolling back</source>
        <translation>继续回滚</translation>
    </message>
    <message>
        <source>nobody is working on it</source>
        <translation>没有程序在处理它</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::GoToBar</name>
    <message>
        <source>Line to go to</source>
        <translation>要转到的行</translation>
    </message>
    <message>
        <source>&amp;Go to line</source>
        <translation>转到行(&amp;G)</translation>
    </message>
    <message>
        <source>1 to %1</source>
        <translation>1 至 %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::HistoryView</name>
    <message>
        <source>Read a&amp;gain</source>
        <translation>重新读取(&amp;G)</translation>
    </message>
    <message>
        <source>Save even&amp;ts…</source>
        <translation>保存事件(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Open its plan</source>
        <translation>打开其计划(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>The plan that the chosen run was begun with, instead of what is open.</source>
        <translation>打开所选执行开始时使用的计划，替换当前打开的内容。</translation>
    </message>
    <message>
        <source>The events of the chosen run as JSON lines or CSV.</source>
        <translation>将所选执行的事件保存为 JSON Lines 或 CSV。</translation>
    </message>
    <message>
        <source>Runs, newest first</source>
        <translation>执行，最新的在前</translation>
    </message>
    <message>
        <source>Steps of the chosen run</source>
        <translation>所选执行的步骤</translation>
    </message>
    <message>
        <source>Events of the chosen run, newest first</source>
        <translation>所选执行的事件，最新的在前</translation>
    </message>
    <message>
        <source>Runs of %1</source>
        <translation>%1 的执行</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>正在读取运行日志…</translation>
    </message>
    <message>
        <source>The journal of this database holds no run.</source>
        <translation>此数据库的运行日志中没有执行。</translation>
    </message>
    <message>
        <source>Reading run %1…</source>
        <translation>正在读取执行 %1…</translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation>执行 %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>The oldest %n event(s) stay in the journal and are not shown.</source>
        <translation>
            <numerusform>最早的 %n 个事件保留在运行日志中，未显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>The events are saved in %1.</source>
        <translation>事件已保存到 %1。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::HomePage</name>
    <message>
        <source>New comparison</source>
        <translation>新建比较</translation>
    </message>
    <message>
        <source>What there is and what you want; the plan follows by itself.</source>
        <translation>当前模式和目标模式；计划会自动生成。</translation>
    </message>
    <message>
        <source>Open a plan…</source>
        <translation>打开计划…</translation>
    </message>
    <message>
        <source>A .lockplan that somebody made, to look at or run.</source>
        <translation>他人生成的 .lockplan，可查看或执行。</translation>
    </message>
    <message>
        <source>Review a script</source>
        <translation>审查脚本</translation>
    </message>
    <message>
        <source>What a migration locks and how long, statement by statement.</source>
        <translation>逐条语句说明迁移锁定什么以及锁定多久。</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示</translation>
    </message>
    <message>
        <source>A small shop on a throw-away server, ready to be changed.</source>
        <translation>临时服务器上的一个小商店，可随意更改。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Projects you save are listed here. A project is a .lockstep file: both sides, your decisions and your edits.</source>
        <translation>您保存的项目会列在此处。项目是一个 .lockstep 文件：包含两侧、您的决定和您的编辑。</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>主页</translation>
    </message>
    <message>
        <source>Lockstep</source>
        <translation>Lockstep</translation>
    </message>
    <message>
        <source>Change a PostgreSQL schema while it is in use: compare, plan, prove, run.</source>
        <translation>在使用中更改 PostgreSQL 模式：比较、计划、证明、执行。</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>The file itself stays where it is.</source>
        <translation>文件本身保留在原处。</translation>
    </message>
    <message>
        <source>Or drop a project, a plan, a schema or a migration script anywhere here.</source>
        <translation>也可将项目、计划、模式或迁移脚本拖到此处任意位置。</translation>
    </message>
    <message>
        <source>Work that was never saved under a name was kept %1: %2.</source>
        <translation>从未命名保存的工作已于 %1 留存：%2。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Inspector</name>
    <message>
        <source>About the selected step</source>
        <translation>关于所选步骤</translation>
    </message>
    <message>
        <source>Select a step to see what it locks, how long it takes and why.</source>
        <translation>选择一个步骤，查看它锁定什么、耗时多久以及原因。</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>执行方式</translation>
    </message>
    <message>
        <source>After</source>
        <translation>前置</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>in batches, each committed by itself; it can stop and go on anywhere</source>
        <translation>分批，每批单独提交；可在任意处停止和继续</translation>
    </message>
    <message>
        <source>in a transaction of its own</source>
        <translation>在单独的事务中</translation>
    </message>
    <message>
        <source>outside of a transaction, each statement by itself</source>
        <translation>在事务之外，每条语句单独执行</translation>
    </message>
    <message>
        <source>none: the run stops here until a person confirms</source>
        <translation>无：执行在此停止，直到人工确认</translation>
    </message>
    <message>
        <source>not known: this SQL could not be analysed</source>
        <translation>未知：无法分析此 SQL</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1; held about %2 a batch</source>
        <translation>%1；每批持有约 %2</translation>
    </message>
    <message>
        <source>%1; held about %2</source>
        <translation>%1；持有约 %2</translation>
    </message>
    <message>
        <source>%1/s, %2 each: %3</source>
        <translation>%1/秒，每次 %2：%3</translation>
    </message>
    <message numerus="yes">
        <source>%n more transaction(s) stand before it.</source>
        <translation>
            <numerusform>前面还有 %n 个事务。</numerusform>
        </translation>
    </message>
    <message>
        <source>as %1 was seen at %2</source>
        <translation>依据 %2 时的 %1</translation>
    </message>
    <message>
        <source>as long as it takes</source>
        <translation>需要多久就多久</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (%2), %3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; (%2)，%3</translation>
    </message>
    <message>
        <source>%1 in the proof, on an empty copy</source>
        <translation>证明中为 %1（空副本上）</translation>
    </message>
    <message>
        <source>%1; gives up and tries again after waiting %2 for a lock</source>
        <translation>%1；等待锁 %2 后放弃并重试</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>step number and title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2 rows, %3</source>
        <translation>%1：%2 行，%3</translation>
    </message>
    <message>
        <source>%1: %2 rows</source>
        <translation>%1：%2 行</translation>
    </message>
    <message>
        <source>Costs: %1</source>
        <translation>代价：%1</translation>
    </message>
    <message>
        <source>No way back: %1</source>
        <translation>无法回退：%1</translation>
    </message>
    <message>
        <source>nothing to take back</source>
        <translation>无需撤回</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Off</source>
        <translation>停用</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::LintRulesDialog</name>
    <message>
        <source>&amp;All as usual</source>
        <translation>全部恢复默认(&amp;A)</translation>
    </message>
    <message>
        <source>Rules of this project</source>
        <translation>本项目的规则</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rules that hold this text</source>
        <translation>包含此文本的规则</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>What the rule is about</source>
        <translation>规则说明</translation>
    </message>
    <message>
        <source>&amp;In this project:</source>
        <translation>本项目(&amp;I):</translation>
    </message>
    <message>
        <source>What this project does with the rule</source>
        <translation>本项目如何处理该规则</translation>
    </message>
    <message>
        <source>What is chosen here holds for the findings of plans and of reviewed scripts, and is kept in the project file. lockstep-cli lint --settings reads that file.</source>
        <translation>此处的选择适用于计划和所审查脚本的检查结果,并保存在项目文件中。lockstep-cli lint --settings 会读取该文件。</translation>
    </message>
    <message>
        <source>Forgets everything that this project decides about rules.</source>
        <translation>清除本项目对规则所做的全部决定。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>All rules are as usual.</source>
        <translation>所有规则均为默认设置。</translation>
    </message>
    <message numerus="yes">
        <source>%n rules are not as usual.</source>
        <translation>
            <numerusform>%n 条规则与默认不同。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PasswordStrip</name>
    <message>
        <source>Keep in the keychain</source>
        <translation>保存到钥匙串</translation>
    </message>
    <message>
        <source>No keychain answers here: kept in memory until the window closes.</source>
        <translation>此处没有可用的钥匙串：在窗口关闭前保存在内存中。</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>That password was not right. Password of %1:</source>
        <translation>密码不正确。%1 的密码：</translation>
    </message>
    <message>
        <source>Password of %1:</source>
        <translation>%1 的密码：</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanFindings</name>
    <message>
        <source>Findings of the plan</source>
        <translation>计划的问题</translation>
    </message>
    <message>
        <source>Nothing in this plan needs a look.</source>
        <translation>此计划中没有需要查看的内容。</translation>
    </message>
    <message>
        <source>&amp;Rule in this project…</source>
        <translation>本项目中的规则(&amp;R)…</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) are switched off in this project, and were not asked.</source>
        <translation>
            <numerusform>该项目关闭了 %n 条规则，未对其进行检查。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanHeader</name>
    <message>
        <source>%1 will be changed to match %1</source>
        <comment>arrows around</comment>
        <translation>%1 将变更为一致 %1</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Zero downtime: nothing blocks for long. Maintenance window: the shortest way, the application may stand.</source>
        <translation>零停机：没有长时间的阻塞。维护窗口：最短的方式，应用程序可以停机。</translation>
    </message>
    <message>
        <source>Scale of the timeline</source>
        <translation>时间线的刻度</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Compressed shows 6 ms and 6 h side by side; linear shows the truth of proportions.</source>
        <translation>压缩刻度可并排显示 6 ms 和 6 小时；线性刻度显示真实比例。</translation>
    </message>
    <message>
        <source>&amp;Policy</source>
        <translation>策略(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>刻度(&amp;S)</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Calibrate…</source>
        <translation>校准…</translation>
    </message>
    <message>
        <source>Click to measure a server, which takes under a minute.</source>
        <translation>点击以测量服务器，用时不到一分钟。</translation>
    </message>
    <message>
        <source>Calibrate the estimates: %1</source>
        <translation>校准估计：%1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanPage</name>
    <message>
        <source>Run…</source>
        <translation>执行…</translation>
    </message>
    <message>
        <source>There is no plan yet. Choose what there is (Current) and what is wanted (Target) under Compare; the plan follows by itself.</source>
        <translation>尚无计划。请在“比较”中选择“当前”和“目标”；计划会自动生成。</translation>
    </message>
    <message>
        <source>Choose a database and run the plan on it</source>
        <translation>选择数据库并在其上执行计划</translation>
    </message>
    <message numerus="yes">
        <source>%n more stand(s) in the saved plan.</source>
        <translation>
            <numerusform>已保存的计划中还有 %n 项。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) beside the plan need a look.</source>
        <translation>
            <numerusform>计划之外还有 %n 项需要查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>Proving…</source>
        <translation>正在证明…</translation>
    </message>
    <message>
        <source>Prove</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Runs plan and rollback on a scratch copy and compares the result</source>
        <translation>在临时副本上执行计划和回滚，并比较结果</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>tick and words</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Runs plan and rollback on a scratch copy and compares the result. Click to prove the plan as it stands now.</source>
        <translation>在临时副本上执行计划和回滚，并比较结果。点击以证明现在的计划。</translation>
    </message>
    <message>
        <source>With rows: %1.</source>
        <translation>带数据行：%1。</translation>
    </message>
    <message>
        <source>about %1 · longest block %2</source>
        <translation>约 %1 · 最长阻塞 %2</translation>
    </message>
    <message>
        <source>All steps together: %1. Reads or writes are held up for about %2 at a time, no longer.</source>
        <translation>所有步骤合计：%1。读取或写入每次最多被阻塞约 %2。</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>步骤(&amp;T)</translation>
    </message>
    <message>
        <source>The plan is made anew.</source>
        <translation>正在重新制定计划。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>About the step or all findings</source>
        <translation>关于该步骤或全部问题</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>此步骤</translation>
    </message>
    <message>
        <source>All findings</source>
        <translation>全部问题</translation>
    </message>
    <message>
        <source>All findings (%1)</source>
        <translation>全部问题（%1）</translation>
    </message>
    <message>
        <source>The plan is being made anew.</source>
        <translation>正在重新生成计划。</translation>
    </message>
    <message>
        <source>What you change meanwhile is applied as soon as it is there.</source>
        <translation>其间所做的更改会在计划生成后立即应用。</translation>
    </message>
    <message>
        <source>What you undid cannot be done again.</source>
        <translation>您撤销的操作无法重做。</translation>
    </message>
    <message>
        <source>The steps that it changed are generated differently now. What you did not undo is still there.</source>
        <translation>相关步骤现在的生成方式不同。未撤销的更改仍然保留。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanTable</name>
    <message>
        <source>Steps of the plan</source>
        <translation>计划的步骤</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RehearsalDetail</name>
    <message>
        <source>%1 rows written</source>
        <translation>写入 %1 行</translation>
    </message>
    <message>
        <source>, %1 of the updates of the table HOT, %2 dead rows left</source>
        <translation>，表的更新中 %1 为 HOT，残留 %2 个死行</translation>
    </message>
    <message>
        <source>%1 on %2 for %3</source>
        <translation>%2 上的 %1，持续 %3</translation>
    </message>
    <message>
        <source>The database grew by %1.</source>
        <translation>数据库增大了 %1。</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>预计：%1</translation>
    </message>
    <message>
        <source>To the end and back</source>
        <translation>到终点再回退</translation>
    </message>
    <message>
        <source>To the gate “%1” and back</source>
        <translation>到关卡“%1”再回退</translation>
    </message>
    <message>
        <source>%1: schema and rows are as before. %2 there, %3 back.</source>
        <translation>%1：模式和行与之前一致。正向 %2，回退 %3。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>not as it should be.</source>
        <translation>与预期不符。</translation>
    </message>
    <message>
        <source>What the rehearsal found</source>
        <translation>演练结果</translation>
    </message>
    <message>
        <source>A rehearsal runs the plan with rows and a clock, then its way back from the end and from each gate. It says how long each step takes, how long its locks keep others waiting, and whether schema and rows come back.</source>
        <translation>演练带着数据行并计时执行计划，然后从终点和每个关卡回退。它说明每个步骤耗时多久、其锁让他人等待多久，以及模式和行是否恢复。</translation>
    </message>
    <message>
        <source>The ways</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Rows that a step does not pass; they were left out</source>
        <translation>未能通过步骤而被排除的行</translation>
    </message>
    <message>
        <source>Not rehearsed</source>
        <translation>未演练</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RehearsalPage</name>
    <message>
        <source>Save the report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Use its rates for the estimates</source>
        <translation>将其速率用于估计</translation>
    </message>
    <message>
        <source>Stopping, and taking back what was done</source>
        <translation>正在停止，并撤回已完成的内容</translation>
    </message>
    <message>
        <source>Steps of the plan with what the rehearsal measured</source>
        <translation>计划的步骤及演练的测量值</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>正在开始</translation>
    </message>
    <message>
        <source>The rehearsal was stopped.</source>
        <translation>演练已停止。</translation>
    </message>
    <message>
        <source>What it made is gone.</source>
        <translation>演练创建的内容已清除。</translation>
    </message>
    <message>
        <source>The report was saved.</source>
        <translation>报告已保存。</translation>
    </message>
    <message>
        <source>The estimates of the plan are made with these rates now.</source>
        <translation>计划的估计现已使用这些速率。</translation>
    </message>
    <message>
        <source>Of this plan, until the window closes or another side is chosen.</source>
        <translation>用于此计划，直到窗口关闭或选择另一侧。</translation>
    </message>
    <message>
        <source>rehearsing</source>
        <translation>正在演练</translation>
    </message>
    <message>
        <source>could not rehearse</source>
        <translation>无法演练</translation>
    </message>
    <message>
        <source>not rehearsed yet</source>
        <translation>尚未演练</translation>
    </message>
    <message>
        <source>went well, %1</source>
        <translation>顺利，%1</translation>
    </message>
    <message>
        <source>a step failed</source>
        <translation>有步骤失败</translation>
    </message>
    <message>
        <source>not as it should be</source>
        <translation>与预期不符</translation>
    </message>
    <message>
        <source>No step had enough work to learn rates from; more rows tell more.</source>
        <translation>没有哪个步骤的工作量足以得出速率；行越多，结果越有参考价值。</translation>
    </message>
    <message>
        <source>Estimates go by what was measured here.</source>
        <translation>估计依据此处的测量值。</translation>
    </message>
    <message>
        <source>%1, on %2, at %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>Rehearsing</source>
        <translation>正在演练</translation>
    </message>
    <message>
        <source>Rehearse the plan</source>
        <translation>演练计划</translation>
    </message>
    <message>
        <source>With rows and a clock, there and back, before it runs where it matters.</source>
        <translation>在正式执行之前，带数据行并计时，正向执行再回退。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RehearsalSetup</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Start the rehearsal</source>
        <translation>开始演练</translation>
    </message>
    <message>
        <source>Make up rows</source>
        <translation>生成数据行</translation>
    </message>
    <message>
        <source>Rows in a table that refers to no other</source>
        <translation>不引用其他表的表的行数</translation>
    </message>
    <message>
        <source>in each table that refers to no other, five times as many in the others</source>
        <translation>行（不引用其他表的每个表），其他表为五倍</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>还原备份</translation>
    </message>
    <message>
        <source>Backup by pg_dump</source>
        <translation>pg_dump 备份</translation>
    </message>
    <message>
        <source>A pg_dump archive, a directory of one, or SQL text with its rows</source>
        <translation>pg_dump 归档、目录格式的归档，或带数据行的 SQL 文本</translation>
    </message>
    <message>
        <source>Use a database</source>
        <translation>使用数据库</translation>
    </message>
    <message>
        <source>Database that may be changed</source>
        <translation>可以更改的数据库</translation>
    </message>
    <message>
        <source>A copy that may be changed: postgresql://user@host/database or service=name</source>
        <translation>可以更改的副本：postgresql://user@host/database 或 service=name</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在查询服务器…</translation>
    </message>
    <message>
        <source>%1 The plan loses for good there: %2.</source>
        <translation>%1 计划会在那里永久丢失：%2。</translation>
    </message>
    <message>
        <source>There is no plan to rehearse yet.</source>
        <translation>尚无可演练的计划。</translation>
    </message>
    <message>
        <source>A rehearsal is going on.</source>
        <translation>演练正在进行。</translation>
    </message>
    <message>
        <source>Name the backup.</source>
        <translation>请指定备份。</translation>
    </message>
    <message>
        <source>Name a database that can be reached.</source>
        <translation>请指定可连接的数据库。</translation>
    </message>
    <message>
        <source>The name of the database is not typed yet.</source>
        <translation>尚未输入数据库名称。</translation>
    </message>
    <message>
        <source>To confirm, type its name</source>
        <translation>请输入其名称以确认</translation>
    </message>
    <message>
        <source>To confirm, type: %1</source>
        <translation>请输入以确认：%1</translation>
    </message>
    <message>
        <source>It runs on a scratch server of this computer; no database of yours is touched.</source>
        <translation>在本机的临时服务器上执行；不会触及您的任何数据库。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RenamesList</name>
    <message>
        <source>Renamed, or dropped and new?</source>
        <translation>重命名，还是删除后新建？</translation>
    </message>
    <message>
        <source>Until you decide, the old one is kept and the new one is made beside it.</source>
        <translation>在您决定之前，旧对象保留，新对象在其旁创建。</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1 alike: %2</source>
        <translation>相似度 %1：%2</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未决定</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Dropped and new</source>
        <translation>删除后新建</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ReviewHeader</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Opens scripts, or a folder of migrations in the order they run in.</source>
        <translation>打开脚本，或按执行顺序排列的迁移文件夹。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Looks at what is on the clipboard instead.</source>
        <translation>改为查看剪贴板中的内容。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saves the script.</source>
        <translation>保存脚本。</translation>
    </message>
    <message>
        <source>each file runs in one &amp;transaction</source>
        <translation>每个文件在一个事务中执行(&amp;T)</translation>
    </message>
    <message>
        <source>Rewrite safely as a plan</source>
        <translation>改写为安全的计划</translation>
    </message>
    <message>
        <source>&amp;Files…</source>
        <translation>文件(&amp;F)…</translation>
    </message>
    <message>
        <source>F&amp;older of migrations…</source>
        <translation>迁移文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Script that is shown</source>
        <translation>显示的脚本</translation>
    </message>
    <message>
        <source>Schema that the script meets</source>
        <translation>脚本所应用的模式</translation>
    </message>
    <message>
        <source>With a schema it is known what is locked and how big it is; a live database tells sizes too. Without one tables are taken as the script writes them.</source>
        <translation>有了模式，就知道锁定了什么、有多大；在线数据库还能给出大小。没有模式时，按脚本所写看待表。</translation>
    </message>
    <message>
        <source>Version of PostgreSQL that the script runs on</source>
        <translation>执行脚本的 PostgreSQL 版本</translation>
    </message>
    <message>
        <source>as the schema</source>
        <translation>与模式相同</translation>
    </message>
    <message>
        <source>Many migration tools put each file into a transaction of its own.</source>
        <translation>许多迁移工具将每个文件放在单独的事务中。</translation>
    </message>
    <message>
        <source>&amp;Meets</source>
        <translation>应用于(&amp;M)</translation>
    </message>
    <message>
        <source>on Postgre&amp;SQL</source>
        <translation>PostgreSQL(&amp;S)</translation>
    </message>
    <message>
        <source>no schema: as written</source>
        <translation>无模式：按脚本所写</translation>
    </message>
    <message>
        <source>Choose the current schema…</source>
        <translation>选择当前模式…</translation>
    </message>
    <message>
        <source>Works out the schema that the script makes and plans the way there that keeps the application running.</source>
        <translation>推算脚本执行后的模式，并生成保持应用程序运行的变更计划。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ReviewPage</name>
    <message>
        <source>pasted script</source>
        <translation>粘贴的脚本</translation>
    </message>
    <message>
        <source>Review of scripts</source>
        <translation>脚本审查</translation>
    </message>
    <message>
        <source>Paste a migration script, drop .sql files here, or open them.
Nothing of it is run: it is read and judged.</source>
        <translation>粘贴迁移脚本，将 .sql 文件拖到此处，或打开脚本。
不会执行任何内容，仅读取并评判。</translation>
    </message>
    <message>
        <source>Put the caret into a statement to see what it locks, how long it takes and what to write instead.</source>
        <translation>将光标置于语句中，查看它锁定什么、耗时多久以及应改写成什么。</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1，未保存</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Choose what there is (Current) on the Compare page first: a plan leads from there to what the script makes of it.</source>
        <translation>请先在比较页选择“当前”：计划从那里通向脚本执行后的模式。</translation>
    </message>
    <message numerus="yes">
        <source>%n script(s) are not saved: %1.</source>
        <translation>
            <numerusform>有 %n 个脚本未保存：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>What was written is lost without that.</source>
        <translation>否则所写的内容将丢失。</translation>
    </message>
    <message>
        <source>Save them first, or go on without them.</source>
        <translation>请先保存，或不保存并继续。</translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation>不保存并继续</translation>
    </message>
    <message>
        <source>The clipboard holds no text.</source>
        <translation>剪贴板中没有文本。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ReviewSummary</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 个备注</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>未发现问题</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>what was found, and in how many statements</comment>
        <translation>%2中有 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n 条语句</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · longest block %2</source>
        <translation>%1 · 最长阻塞 %2</translation>
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
        <translation>权限，包括默认权限</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Tablespaces</source>
        <translation>表空间</translation>
    </message>
    <message>
        <source>Storage parameters</source>
        <translation>存储参数</translation>
    </message>
    <message>
        <source>White space in functions</source>
        <translation>函数中的空白</translation>
    </message>
    <message>
        <source>Security labels</source>
        <translation>安全标签</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Left aside when comparing</source>
        <translation>比较时忽略</translation>
    </message>
    <message>
        <source>Objects like these</source>
        <translation>匹配以下模式的对象</translation>
    </message>
    <message>
        <source>Everything not like these</source>
        <translation>不匹配以下模式的所有对象</translation>
    </message>
    <message>
        <source>Nothing is left aside by a rule.</source>
        <translation>没有内容被规则忽略。</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) left aside by rules.</source>
        <translation>
            <numerusform>规则忽略了 %n 处差异。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunButtons</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>停止…</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>回滚…</translation>
    </message>
    <message>
        <source>Finishes the batch and waits. Nothing is lost.</source>
        <translation>完成当前批次后等待。不会丢失任何内容。</translation>
    </message>
    <message>
        <source>Goes on where the run paused.</source>
        <translation>从暂停处继续执行。</translation>
    </message>
    <message>
        <source>Ends the run after its batch. It can be resumed later from any computer.</source>
        <translation>在当前批次后结束执行。稍后可在任意计算机上恢复。</translation>
    </message>
    <message>
        <source>Takes every step that was done back, last one first.</source>
        <translation>撤回已完成的每个步骤，从最后一个开始。</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>立即停止</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunPage</name>
    <message>
        <source>finishing what is under way, then pausing</source>
        <translation>正在完成手头的工作，然后暂停</translation>
    </message>
    <message>
        <source>finishing what is under way, then stopping</source>
        <translation>正在完成手头的工作，然后停止</translation>
    </message>
    <message>
        <source>Stop the run? The batch that is on its way is finished; what is done stays done, and the run can be resumed later from any computer.</source>
        <translation>停止执行？正在处理的批次会完成；已完成的内容保留，稍后可在任意计算机上恢复执行。</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>停止执行</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>让其继续</translation>
    </message>
    <message>
        <source>Roll back? Every step that was done is taken back, last one first. A run that is going on is stopped before.</source>
        <translation>回滚？已完成的每个步骤都将撤回，从最后一个开始。正在进行的执行会先停止。</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Cancel its statement</source>
        <translation>取消其语句</translation>
    </message>
    <message>
        <source>Disconnect it</source>
        <translation>断开连接</translation>
    </message>
    <message>
        <source>Leave it alone</source>
        <translation>不处理</translation>
    </message>
    <message>
        <source>The events are saved in %1.</source>
        <translation>事件已保存到 %1。</translation>
    </message>
    <message>
        <source>Done: the database now has the target schema.</source>
        <translation>完成：数据库现已是目标模式。</translation>
    </message>
    <message>
        <source>Rolled back: the database has the schema it had before.</source>
        <translation>已回滚：数据库恢复为之前的模式。</translation>
    </message>
    <message>
        <source>The run ended early: %1.</source>
        <translation>执行提前结束：%1。</translation>
    </message>
    <message>
        <source>What is done stays done; the journal knows where to go on.</source>
        <translation>已完成的内容保留；运行日志记录了从何处继续。</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>回到开始</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>step %1 of %2, %3</source>
        <translation>步骤 %1/%2，%3</translation>
    </message>
    <message>
        <source>Put such rows aside…</source>
        <translation>搁置此类行…</translation>
    </message>
    <message>
        <source>Accept the change…</source>
        <translation>接受该更改…</translation>
    </message>
    <message numerus="yes">
        <source>Done, but %n row(s) were put aside and are as they were before.</source>
        <translation>
            <numerusform>已完成，但有 %n 行被搁置，保持原样。</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct them by hand; the history of runs keeps what is said here.</source>
        <translation>请手动更正；执行历史会保留此处的内容。</translation>
    </message>
    <message>
        <source>Resume, and put up to %1 rows aside that cannot be written? They stay as they are, the plan goes on without them, and the journal names each of them. Steps that check every row may fail because of them.</source>
        <translation>要继续并搁置最多 %1 行无法写入的行吗？它们保持原样，计划将跳过它们继续进行，运行日志会逐一记录。检查所有行的步骤可能因此失败。</translation>
    </message>
    <message>
        <source>Put them aside and resume</source>
        <translation>搁置并继续</translation>
    </message>
    <message>
        <source>Resume with the tables as they are now? %1 The plan was not proved with that change; what it does from here on is your responsibility.</source>
        <translation>要按表的现状继续吗？%1 该计划未在此更改下得到证明；此后的结果由您负责。</translation>
    </message>
    <message>
        <source>Accept the change and resume</source>
        <translation>接受更改并继续</translation>
    </message>
    <message>
        <source>Go on from a step…</source>
        <translation>从某一步骤继续…</translation>
    </message>
    <message>
        <source>What was committed is kept, and nothing more is changed. Press &quot;%1&quot; and say at which step it stands: the run begins if the database looks as it should then.</source>
        <translation>已提交的内容会保留，不再更改其他内容。请按“%1”并指明进行到哪一步：如果数据库符合那时应有的状态，执行就会开始。</translation>
    </message>
    <message>
        <source>The rollback ended early: %1.</source>
        <translation>回滚提前结束：%1。</translation>
    </message>
    <message>
        <source>What is taken back stays so; the journal knows where to go on.</source>
        <translation>已撤回的内容保持撤回；运行日志记录了从何处继续。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunProgress</name>
    <message>
        <source>WAL is what the whole server wrote meanwhile. HOT updates need no new index entries. Dead rows are those that vacuum has not removed yet.</source>
        <translation>WAL 是整个服务器在此期间写入的量。HOT 更新不需要新的索引项。死行是 VACUUM 尚未清除的行。</translation>
    </message>
    <message>
        <source>Progress of the step</source>
        <translation>步骤进度</translation>
    </message>
    <message>
        <source>No step is running</source>
        <translation>没有正在执行的步骤</translation>
    </message>
    <message>
        <source>Estimated %1 (%2)</source>
        <translation>估计 %1 (%2)</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>已 %1</translation>
    </message>
    <message>
        <source>%1 – since %2 (%3)</source>
        <translation>%1 – 自 %2 起 (%3)</translation>
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
        <translation>执行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>His&amp;tory…</source>
        <translation>历史(&amp;T)…</translation>
    </message>
    <message>
        <source>Run the plan on a database</source>
        <translation>在数据库上执行计划</translation>
    </message>
    <message>
        <source>postgresql://user@host/database, service=name, or host=… dbname=…</source>
        <translation>postgresql://user@host/database、service=name 或 host=… dbname=…</translation>
    </message>
    <message>
        <source>Database to run on</source>
        <translation>执行计划的数据库</translation>
    </message>
    <message>
        <source>The runs that the journal of this database remembers.</source>
        <translation>此数据库的运行日志中记录的执行。</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在查询服务器…</translation>
    </message>
    <message>
        <source>Who may be ended when the run waits for a lock</source>
        <translation>执行等待锁时可以终止谁</translation>
    </message>
    <message>
        <source>Nobody, unless I say so then</source>
        <translation>不终止任何会话，除非我届时指定</translation>
    </message>
    <message>
        <source>Autovacuum is canceled, which begins again later</source>
        <translation>取消 autovacuum，它稍后会重新开始</translation>
    </message>
    <message>
        <source>Also who is idle in a transaction for %1 is disconnected</source>
        <translation>此外，断开在事务中空闲 %1 的会话</translation>
    </message>
    <message>
        <source>Also statements of %1 and more are canceled</source>
        <translation>此外，取消已执行 %1 及以上的语句</translation>
    </message>
    <message>
        <source>Also every session whose transaction is %1 old is disconnected</source>
        <translation>此外，断开事务已持续 %1 的所有会话</translation>
    </message>
    <message>
        <source>Only who keeps the run from a lock at that moment; never replication, superusers, other runs, or a vacuum against wraparound.</source>
        <translation>仅限当时妨碍执行获取锁的会话；绝不包括复制、超级用户、其他执行或防回卷的 VACUUM。</translation>
    </message>
    <message>
        <source>Who may be en&amp;ded when the run waits for a lock</source>
        <translation>执行等待锁时可以终止谁(&amp;D)</translation>
    </message>
    <message>
        <source>Backfills</source>
        <translation>回填</translation>
    </message>
    <message>
        <source>Step %1, %2</source>
        <translation>步骤 %1，%2</translation>
    </message>
    <message>
        <source>What may be lost for good</source>
        <translation>可能永久丢失的内容</translation>
    </message>
    <message>
        <source>The run stops before a step that is not ticked and asks.</source>
        <translation>执行会在未勾选的步骤前停下并询问。</translation>
    </message>
    <message>
        <source>There is no plan to run yet.</source>
        <translation>尚无可执行的计划。</translation>
    </message>
    <message>
        <source>The plan is not proved as it stands. Prove it on the Plan page first.</source>
        <translation>现在的计划尚未证明。请先在计划页进行证明。</translation>
    </message>
    <message>
        <source>Name a database that can be reached.</source>
        <translation>请指定可连接的数据库。</translation>
    </message>
    <message>
        <source>Another Lockstep is running a plan on this database now.</source>
        <translation>另一个 Lockstep 正在此数据库上执行计划。</translation>
    </message>
    <message>
        <source>The unfinished run has to be resumed or rolled back first.</source>
        <translation>必须先恢复或回滚未完成的执行。</translation>
    </message>
    <message>
        <source>The name of the database is not typed yet.</source>
        <translation>尚未输入数据库名称。</translation>
    </message>
    <message>
        <source>To confirm, type the name of the database</source>
        <translation>请输入数据库名称以确认</translation>
    </message>
    <message>
        <source>To confirm, type the name of the database: %1</source>
        <translation>请输入数据库名称以确认：%1</translation>
    </message>
    <message>
        <source>Run on %1</source>
        <translation>在 %1 上执行</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s). %1.</source>
        <translation>
            <numerusform>%n 个步骤。%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The rollback that was begun has to be finished first.</source>
        <translation>必须先完成已开始的回滚。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunView</name>
    <message>
        <source>Confirm: %1</source>
        <translation>确认：%1</translation>
    </message>
    <message>
        <source>Confirm all of this</source>
        <translation>全部确认</translation>
    </message>
    <message>
        <source>Rows per second</source>
        <translation>每秒行数</translation>
    </message>
    <message>
        <source>Transaction time, ms</source>
        <translation>事务时间 (ms)</translation>
    </message>
    <message>
        <source>Sessions waiting on us</source>
        <translation>等待本执行的会话</translation>
    </message>
    <message>
        <source>Replica behind, s</source>
        <translation>副本延迟（秒）</translation>
    </message>
    <message>
        <source>aim %1 ms</source>
        <translation>目标值 %1 ms</translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation>执行的步骤</translation>
    </message>
    <message>
        <source>Events of the run, newest first</source>
        <translation>执行的事件，最新的在前</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Save even&amp;ts…</source>
        <translation>保存事件(&amp;T)…</translation>
    </message>
    <message>
        <source>What is listed here, as JSON lines or CSV.</source>
        <translation>将此处列出的内容保存为 JSON Lines 或 CSV。</translation>
    </message>
    <message>
        <source>as %1 · pid %2 · run %3</source>
        <translation>用户 %1 · pid %2 · 执行 %3</translation>
    </message>
    <message>
        <source>Run %1 resumed by %2.</source>
        <translation>执行 %1 由 %2 恢复。</translation>
    </message>
    <message>
        <source>Run %1 started by %2.</source>
        <translation>执行 %1 由 %2 开始。</translation>
    </message>
    <message>
        <source>Step %1, %2: %3 in %4.</source>
        <translation>步骤 %1，%2：%3（%4）。</translation>
    </message>
    <message>
        <source>now %1, best %2</source>
        <translation>现在 %1，最佳 %2</translation>
    </message>
    <message>
        <source>most %1</source>
        <translation>最大 %1</translation>
    </message>
    <message>
        <source>now %1, most %2</source>
        <translation>现在 %1，最大 %2</translation>
    </message>
    <message>
        <source>The run waits for you: %1</source>
        <translation>执行正在等待您：%1</translation>
    </message>
    <message>
        <source>The next step loses data for good: %1</source>
        <translation>下一步骤将永久丢失数据：%1</translation>
    </message>
    <message>
        <source>Allow it</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Running on %1</source>
        <translation>正在 %1 上执行</translation>
    </message>
    <message>
        <source>Ran on %1</source>
        <translation>已在 %1 上执行</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>everything left: %1</source>
        <translation>全部剩余：%1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::SourcePicker</name>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Opens a .sql file, an archive or a snapshot.</source>
        <translation>打开 .sql 文件、归档或快照。</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>服务器…</translation>
    </message>
    <message>
        <source>Connects to a live database.</source>
        <translation>连接在线数据库。</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Reads it again.</source>
        <translation>重新读取。</translation>
    </message>
    <message>
        <source>Nothing chosen yet.</source>
        <translation>尚未选择。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Choose a schema</source>
        <translation>选择模式</translation>
    </message>
    <message>
        <source>Schemas (*.sql *.dump *.backup *.json *.prisma)</source>
        <translation>模式 (*.sql *.dump *.backup *.json *.prisma)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Known connections</source>
        <translation>已知连接</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>另一台服务器</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::SqlEditor</name>
    <message>
        <source>SQL of the step</source>
        <translation>步骤的 SQL</translation>
    </message>
    <message>
        <source>&amp;Undo typing</source>
        <translation>撤销输入(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo typing</source>
        <translation>重做输入(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Co&amp;mplete the word</source>
        <translation>补全单词(&amp;M)</translation>
    </message>
    <message>
        <source>Comment &amp;in or out</source>
        <translation>注释或取消注释(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Lay out for reading</source>
        <translation>格式化以便阅读(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>替换(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Go to line…</source>
        <translation>转到行(&amp;G)…</translation>
    </message>
    <message>
        <source>SQL of the script</source>
        <translation>脚本的 SQL</translation>
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
        <translation>工作阶段</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未开始</translation>
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
        <translation>环境：%1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StaleList</name>
    <message>
        <source>Rename of %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>Drop of %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>排除：%1</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>保留：%1</translation>
    </message>
    <message>
        <source>Parked: %1</source>
        <translation>暂存：%1</translation>
    </message>
    <message>
        <source>Decision about %1</source>
        <translation>关于 %1 的决定</translation>
    </message>
    <message>
        <source>Not there any more</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>Forget these decisions</source>
        <translation>丢弃这些决定</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StatementPanel</name>
    <message>
        <source>Write this instead</source>
        <translation>建议改写为</translation>
    </message>
    <message>
        <source>Ignore here</source>
        <translation>在此处忽略</translation>
    </message>
    <message>
        <source>Puts a comment over the statement that takes this finding back.</source>
        <translation>在语句上方添加注释，以消除此问题。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copies the statements.</source>
        <translation>复制语句。</translation>
    </message>
    <message>
        <source>Replace in script</source>
        <translation>在脚本中替换</translation>
    </message>
    <message>
        <source>Puts them in place of the statement; Undo takes that back.</source>
        <translation>用它们替换该语句；“撤销”可还原。</translation>
    </message>
    <message>
        <source>About the selected statement</source>
        <translation>关于所选语句</translation>
    </message>
    <message>
        <source>Ignore %1 here</source>
        <translation>在此处忽略 %1</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>执行方式</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>Line %1, %2</source>
        <translation>第 %1 行，%2</translation>
    </message>
    <message>
        <source>not known: this statement could not be read</source>
        <translation>未知：无法解读此语句</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Nobody waits: what is locked strongly is new, others do not know it.</source>
        <translation>无人等待：被强锁锁定的是新对象，其他会话尚不知道它。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (%2), %3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; (%2)，%3</translation>
    </message>
    <message>
        <source>in a transaction of its own</source>
        <translation>在单独的事务中</translation>
    </message>
    <message>
        <source>outside of a transaction</source>
        <translation>在事务之外</translation>
    </message>
    <message>
        <source>in the transaction that is open; its locks stay until that ends</source>
        <translation>在已打开的事务中；其锁保持到事务结束</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>rule and the reason to ignore it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Write this instead, outside the transaction</source>
        <translation>请改为在事务之外这样写</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepActions</name>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Switch off</source>
        <translation>停用(&amp;S)</translation>
    </message>
    <message>
        <source>Switch off with &amp;all that need it</source>
        <translation>连同所有需要它的步骤一起停用(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Join with the next step</source>
        <translation>与下一步合并(&amp;J)</translation>
    </message>
    <message>
        <source>Insert own S&amp;QL after it</source>
        <translation>在其后插入自己的 SQL(&amp;Q)</translation>
    </message>
    <message>
        <source>Insert a &amp;gate after it</source>
        <translation>在其后插入关卡(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>S&amp;plit before</source>
        <translation>在此前拆分(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Switch on</source>
        <translation>启用(&amp;S)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number and text of a statement</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>“%1” cannot be moved there.</source>
        <translation>“%1”不能移到那里。</translation>
    </message>
    <message>
        <source>Look at the database, and go on when it is well.</source>
        <translation>请查看数据库，确认正常后继续。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepEditor</name>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Part of the step</source>
        <translation>步骤的部分</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>正向</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Go back to the SQL that was generated for this step</source>
        <translation>恢复为此步骤生成的 SQL</translation>
    </message>
    <message>
        <source>no step selected</source>
        <translation>未选择步骤</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>步骤 %1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>generated · not edited</source>
        <translation>自动生成 · 未编辑</translation>
    </message>
    <message>
        <source>edited · cannot be taken as it is</source>
        <translation>已编辑 · 按现状无法采用</translation>
    </message>
    <message>
        <source>edited · not analysed</source>
        <translation>已编辑 · 未分析</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>step number and its state</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>switched off: it does not run</source>
        <translation>已停用：不会执行</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>您自己的</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepIntents</name>
    <message>
        <source>%1 is renamed to %2</source>
        <translation>%1 重命名为 %2</translation>
    </message>
    <message>
        <source>Fill %1 with…</source>
        <translation>填充 %1…</translation>
    </message>
    <message>
        <source>Change %1 in a window: it may block</source>
        <translation>在维护窗口中更改 %1：可以阻塞</translation>
    </message>
    <message>
        <source>Change %1 without downtime again</source>
        <translation>重新以零停机方式更改 %1</translation>
    </message>
    <message>
        <source>Park %1 instead of dropping it</source>
        <translation>暂存 %1 而不删除</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>保留 %1</translation>
    </message>
    <message>
        <source>%1 becomes %2 from now on.</source>
        <translation>从现在起 %1 变为 %2。</translation>
    </message>
    <message>
        <source>%1 is filled with another value.</source>
        <translation>%1 将填充其他值。</translation>
    </message>
    <message>
        <source>%1 is changed in a window.</source>
        <translation>%1 将在维护窗口中更改。</translation>
    </message>
    <message>
        <source>%1 is changed without downtime.</source>
        <translation>%1 将以零停机方式更改。</translation>
    </message>
    <message>
        <source>%1 is parked instead of being dropped.</source>
        <translation>%1 将被暂存而不是删除。</translation>
    </message>
    <message>
        <source>%1 is kept.</source>
        <translation>%1 将被保留。</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Fill %1 with</source>
        <translation>填充 %1，使用</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepText</name>
    <message>
        <source>There is no way back: %1</source>
        <translation>无法回退：%1</translation>
    </message>
    <message>
        <source>-- expects %1</source>
        <translation>-- 期望 %1</translation>
    </message>
    <message>
        <source>a gate runs no SQL</source>
        <translation>关卡不执行 SQL</translation>
    </message>
    <message>
        <source>a verification runs only what is under Verify</source>
        <translation>校验仅执行“校验”中的内容</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineCanvas</name>
    <message>
        <source>Timeline of the plan</source>
        <translation>计划的时间线</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineColumns</name>
    <message>
        <source>Phase: %1</source>
        <translation>阶段：%1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineLegend</name>
    <message>
        <source>Legend: green blocks nothing; blue with dots blocks other schema changes and vacuum; amber with stripes blocks writes; red with crossed stripes blocks reads and writes. The band at the left edge is the phase.</source>
        <translation>图例：绿色不阻塞任何操作；蓝色带点阻塞其他模式变更和 VACUUM；琥珀色带条纹阻塞写入；红色带交叉条纹阻塞读写。左边缘的色带表示阶段。</translation>
    </message>
    <message>
        <source>likely range</source>
        <translation>可能范围</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>关卡</translation>
    </message>
    <message>
        <source>must come after</source>
        <translation>须在其后</translation>
    </message>
    <message>
        <source>Ctrl+wheel zooms · F fits · Esc clears</source>
        <translation>Ctrl+滚轮缩放 · F 适合窗口 · Esc 清除</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineMinimap</name>
    <message>
        <source>The whole plan</source>
        <translation>整个计划</translation>
    </message>
    <message>
        <source>Drag the window to what you want to see; drag its sides to see more or less.</source>
        <translation>将窗口拖到要查看的位置；拖动两侧可显示更多或更少。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelinePicture</name>
    <message>
        <source>The plan is too long for a PNG picture.</source>
        <translation>计划太长，无法保存为 PNG 图片。</translation>
    </message>
    <message>
        <source>Save it as SVG, which has no limit.</source>
        <translation>请保存为没有此限制的 SVG。</translation>
    </message>
    <message>
        <source>Timeline of the plan</source>
        <translation>计划的时间线</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineRuler</name>
    <message>
        <source>Time since the start of the plan, estimated</source>
        <translation>自计划开始起的估计时间</translation>
    </message>
    <message>
        <source>The estimated time of everything up to that point</source>
        <translation>截至该处全部内容的估计时间</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineView</name>
    <message>
        <source>&amp;Timeline</source>
        <translation>时间线(&amp;T)</translation>
    </message>
    <message>
        <source>By table</source>
        <translation>按表</translation>
    </message>
    <message>
        <source>Puts the steps of a table together; the time of each stays what it is.</source>
        <translation>将同一张表的步骤放在一起；每一步的时间不变。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应</translation>
    </message>
    <message>
        <source>Shows all of the time (F).</source>
        <translation>显示全部时间（F）。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>To what was in sight before (Backspace or Alt+Left).</source>
        <translation>回到之前的视图（Backspace 或 Alt+左）。</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Shows less of the time (+).</source>
        <translation>显示更短的时间（+）。</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Shows more of the time (-).</source>
        <translation>显示更长的时间（-）。</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::UnusualStart</name>
    <message>
        <source>Direct connection, without the pooler</source>
        <translation>不经过连接池的直接连接</translation>
    </message>
    <message>
        <source>postgresql://user@host:5432/database of the server itself</source>
        <translation>服务器本身的 postgresql://user@host:5432/database</translation>
    </message>
    <message>
        <source>The whole run goes there. It has to be the same database, not another one.</source>
        <translation>整个执行都通过此连接进行。它必须是同一个数据库，而不是别的数据库。</translation>
    </message>
    <message>
        <source>The step to go on from</source>
        <translation>继续执行的起始步骤</translation>
    </message>
    <message>
        <source>The run begins only if the tables, columns, indexes and constraints of the database agree with that.</source>
        <translation>只有数据库的表、列、索引和约束与此相符时，执行才会开始。</translation>
    </message>
    <message>
        <source>&amp;Direct connection, without the pooler: a run needs it, unless the pool is in session mode</source>
        <translation>不经过连接池的直接连接(&amp;D)：除非连接池处于会话模式，否则执行需要它</translation>
    </message>
    <message>
        <source>The journal is gone. &amp;Go on from this step; what comes before it is done</source>
        <translation>运行日志已不存在。从此步骤继续(&amp;G)；之前的步骤都已完成</translation>
    </message>
    <message>
        <source>None: it has not begun</source>
        <translation>无：尚未开始</translation>
    </message>
    <message>
        <source>Step %1, %2</source>
        <translation>步骤 %1，%2</translation>
    </message>
</context>
</TS>
