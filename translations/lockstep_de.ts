<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ChangeRows</name>
    <message numerus="yes">
        <source>%n column(s): %1</source>
        <translation>
            <numerusform>%n Spalte: %1</numerusform>
            <numerusform>%n Spalten: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>would lose %1</source>
        <translation>verloren ginge: %1</translation>
    </message>
    <message>
        <source>was: %1</source>
        <translation>war: %1</translation>
    </message>
    <message>
        <source>%1: only white space differs</source>
        <translation>%1: nur Leerraum unterscheidet sich</translation>
    </message>
    <message>
        <source>%1: %2 %4 %3</source>
        <comment>property: before arrow after</comment>
        <translation>%1: %2 %4 %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>war %1</translation>
    </message>
    <message>
        <source>its counter</source>
        <translation>der Zählerstand</translation>
    </message>
    <message>
        <source>its values, in rows that nobody has counted</source>
        <translation>die Werte, in Zeilen, die niemand gezählt hat</translation>
    </message>
    <message>
        <source>its rows, which nobody has counted</source>
        <translation>die Zeilen, die niemand gezählt hat</translation>
    </message>
    <message>
        <source>about %1 rows, %2</source>
        <translation>etwa %1 Zeilen, %2</translation>
    </message>
    <message>
        <source>its values in about %1 rows</source>
        <translation>die Werte in etwa %1 Zeilen</translation>
    </message>
    <message>
        <source>its values in about %1 rows, %2</source>
        <translation>die Werte in etwa %1 Zeilen, %2</translation>
    </message>
    <message>
        <source>The role that read the catalog may not see all of it: connect as one that may.</source>
        <translation>Die Rolle, die den Katalog gelesen hat, darf womöglich nicht alles sehen: Verbinden Sie sich mit einer, die es darf.</translation>
    </message>
    <message>
        <source>Lockstep does not compare this: the plan neither makes, changes nor drops it.</source>
        <translation>Lockstep vergleicht dies nicht: Der Plan legt es weder an, noch ändert oder löscht er es.</translation>
    </message>
    <message>
        <source>%1 stays and needs it</source>
        <translation>%1 bleibt und benötigt es</translation>
    </message>
    <message>
        <source>it needs %1, which is left out</source>
        <translation>es benötigt %1, das ausgelassen ist</translation>
    </message>
    <message>
        <source>it is part of %1, which stays</source>
        <translation>es ist Teil von %1, das bleibt</translation>
    </message>
    <message>
        <source>it is part of %1, which is left out</source>
        <translation>es ist Teil von %1, das ausgelassen ist</translation>
    </message>
    <message>
        <source>%1 stays and has its name</source>
        <translation>%1 bleibt und trägt den Namen</translation>
    </message>
    <message>
        <source>a table has one primary key, and %1 stays</source>
        <translation>eine Tabelle hat nur einen Primärschlüssel, und %1 bleibt</translation>
    </message>
    <message>
        <source>it goes together with %1</source>
        <translation>es gehört mit %1 zusammen</translation>
    </message>
    <message>
        <source>%1, because of %2</source>
        <translation>%1, wegen %2</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>PostgreSQL schema changes, proved before they run.</source>
        <translation>PostgreSQL-Schemaänderungen, nachgewiesen, bevor sie laufen.</translation>
    </message>
    <message>
        <source>A project (.lockstep), a plan (.lockplan) or a schema (.sql).</source>
        <translation>Ein Projekt (.lockstep), ein Plan (.lockplan) oder ein Schema (.sql).</translation>
    </message>
    <message>
        <source>What there is: file, archive, snapshot or connection.</source>
        <translation>Ist: Datei, Archiv, Snapshot oder Verbindung.</translation>
    </message>
    <message>
        <source>What is wanted.</source>
        <translation>Soll: was gewünscht ist.</translation>
    </message>
    <message>
        <source>Where proofs are made: auto, or a connection.</source>
        <translation>Wo nachgewiesen wird: auto oder eine Verbindung.</translation>
    </message>
    <message>
        <source>debug, info, warning or error.</source>
        <translation>debug, info, warning oder error.</translation>
    </message>
    <message>
        <source>Appends the log to a file.</source>
        <translation>Hängt das Protokoll an eine Datei an.</translation>
    </message>
    <message>
        <source>Waits until the plan is proved, writes the window as a PNG file and ends.</source>
        <translation>Wartet, bis der Plan nachgewiesen ist, speichert das Fenster als PNG-Datei und endet.</translation>
    </message>
    <message>
        <source>A migration script, or a folder of them, to review.</source>
        <translation>Ein Migrationsskript oder ein Ordner davon, zu prüfen.</translation>
    </message>
    <message>
        <source>Page of the screenshot: compare, plan, check, rehearse, run, review or home.</source>
        <translation>Seite des Bildschirmfotos: compare, plan, check, rehearse, run, review oder home.</translation>
    </message>
    <message>
        <source>Step that is selected, counted from 1.</source>
        <translation>Ausgewählter Schritt, ab 1 gezählt.</translation>
    </message>
    <message>
        <source>en, de, es, fr, ja or zh_CN; otherwise as set in the View menu.</source>
        <translation>en, de, es, fr, ja oder zh_CN; sonst wie im Menü „Ansicht“ eingestellt.</translation>
    </message>
    <message>
        <source>Size of the window, such as 1600x1000.</source>
        <translation>Größe des Fensters, etwa 1600x1000.</translation>
    </message>
    <message>
        <source>light, dark, contrast-light or contrast-dark; otherwise as the system.</source>
        <translation>light, dark, contrast-light oder contrast-dark; sonst wie das System.</translation>
    </message>
</context>
<context>
    <name>ConnectionMenu</name>
    <message>
        <source>Your connections</source>
        <translation>Ihre Verbindungen</translation>
    </message>
    <message>
        <source>Your connections (Alt+Down)</source>
        <translation>Ihre Verbindungen (Alt+Ab)</translation>
    </message>
    <message>
        <source>None are kept yet: the Home page keeps them.</source>
        <translation>Noch keine gespeichert: Sie werden auf der Startseite angelegt.</translation>
    </message>
    <message>
        <source>read-only: nothing can be run there</source>
        <translation>nur lesend: dort kann nichts ausgeführt werden</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>%1 to %2</source>
        <comment>keys</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Lockstep %1&lt;/h2&gt;&lt;p&gt;PostgreSQL schema changes, proved before they run.&lt;/p&gt;&lt;p&gt;Qt %2 · free software under the GNU General Public License, version 3.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;Lockstep %1&lt;/h2&gt;&lt;p&gt;PostgreSQL-Schemaänderungen, nachgewiesen, bevor sie laufen.&lt;/p&gt;&lt;p&gt;Qt %2 · freie Software unter der GNU General Public License, Version 3.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Lockstep</source>
        <translation>Über Lockstep</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>A page of the work, by its number</source>
        <translation>Eine Seite der Arbeit, nach ihrer Nummer</translation>
    </message>
    <message>
        <source>Next or previous part of the page</source>
        <translation>Nächster oder voriger Teil der Seite</translation>
    </message>
    <message>
        <source>Close what came up</source>
        <translation>Eingeblendetes schließen</translation>
    </message>
    <message>
        <source>In the SQL editor</source>
        <translation>Im SQL-Editor</translation>
    </message>
    <message>
        <source>Find, and find again</source>
        <translation>Suchen und weitersuchen</translation>
    </message>
    <message>
        <source>Complete the name</source>
        <translation>Namen vervollständigen</translation>
    </message>
    <message>
        <source>Comment lines in or out</source>
        <translation>Zeilen aus- oder einkommentieren</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>In the timeline</source>
        <translation>In der Zeitachse</translation>
    </message>
    <message>
        <source>Zoom in, and out</source>
        <translation>Vergrößern und verkleinern</translation>
    </message>
    <message>
        <source>Show all of the time</source>
        <translation>Die ganze Zeit zeigen</translation>
    </message>
    <message>
        <source>Back to what was in sight before</source>
        <translation>Zurück zu dem, was zuvor zu sehen war</translation>
    </message>
</context>
<context>
    <name>HintText</name>
    <message>
        <source>Compare the database with the target again and make a new plan. If this plan was run here before and its journal was removed, press &quot;%1&quot; and say at which step it stands.</source>
        <translation>Vergleichen Sie die Datenbank noch einmal mit dem Ziel und machen Sie einen neuen Plan. Lief dieser Plan hier schon und wurde sein Journal entfernt, drücken Sie „%1“ und sagen Sie, bei welchem Schritt er steht.</translation>
    </message>
    <message>
        <source>Nothing of this step was changed. End what holds the lock, or let the run do it (&quot;%1&quot;); then press &quot;%2&quot;.</source>
        <translation>Von diesem Schritt wurde nichts geändert. Beenden Sie, was die Sperre hält, oder überlassen Sie es dem Lauf („%1“); drücken Sie dann „%2“.</translation>
    </message>
    <message>
        <source>Make sure that this is the server to go on with and that the old one is off. Then tick &quot;%1&quot; and press &quot;%2&quot;.</source>
        <translation>Vergewissern Sie sich, dass es mit diesem Server weitergehen soll und der alte aus ist. Setzen Sie dann den Haken bei „%1“ und drücken Sie „%2“.</translation>
    </message>
    <message>
        <source>Name its database on the Run page again: there you can press &quot;%1&quot; or &quot;%2&quot;.</source>
        <translation>Geben Sie die Datenbank auf der Seite „Ausführen“ erneut an: dort können Sie „%1“ oder „%2“ drücken.</translation>
    </message>
    <message>
        <source>Name the database on the Run page again, and start the plan there.</source>
        <translation>Geben Sie die Datenbank auf der Seite „Ausführen“ erneut an und starten Sie den Plan dort.</translation>
    </message>
    <message>
        <source>Press &quot;%1&quot; first.</source>
        <translation>Drücken Sie zuerst „%1“.</translation>
    </message>
    <message>
        <source>Press &quot;%1&quot; or &quot;%2&quot;.</source>
        <translation>Drücken Sie „%1“ oder „%2“.</translation>
    </message>
    <message>
        <source>Name the database on the Run page again to see what the other one does.</source>
        <translation>Geben Sie die Datenbank auf der Seite „Ausführen“ erneut an, um zu sehen, was der andere tut.</translation>
    </message>
    <message>
        <source>Look into the server&apos;s log for what ends it. What is done is kept: press &quot;%1&quot; or &quot;%2&quot;.</source>
        <translation>Sehen Sie im Protokoll des Servers nach, was sie beendet. Was erledigt ist, bleibt: drücken Sie „%1“ oder „%2“.</translation>
    </message>
    <message>
        <source>Prove it on the Plan page first.</source>
        <translation>Weisen Sie ihn zuerst auf der Seite „Plan“ nach.</translation>
    </message>
    <message>
        <source>Correct the row or the expression, then press &quot;%1&quot;; or press &quot;%2&quot;. Everything before it is done and stays.</source>
        <translation>Berichtigen Sie die Zeile oder den Ausdruck und drücken Sie dann „%1“; oder drücken Sie „%2“. Alles davor ist erledigt und bleibt.</translation>
    </message>
    <message>
        <source>Take that change back and press &quot;%1&quot;, go on with it as it is by &quot;%2&quot;, or press &quot;%3&quot; and plan anew.</source>
        <translation>Nehmen Sie diese Änderung zurück und drücken Sie „%1“, machen Sie mit „%2“ so weiter, wie es ist, oder drücken Sie „%3“ und planen Sie neu.</translation>
    </message>
    <message>
        <source>Tick each under &quot;%1&quot; on the Run page, or park what may still be needed.</source>
        <translation>Haken Sie jeden unter „%1“ auf der Seite „Ausführen“ an, oder parken Sie, was noch gebraucht werden könnte.</translation>
    </message>
    <message>
        <source>Name the server itself on the Run page, without the pooler in between.</source>
        <translation>Nennen Sie auf der Seite „Ausführen“ den Server selbst, ohne den Pooler dazwischen.</translation>
    </message>
</context>
<context>
    <name>RatesText</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>default rates</source>
        <translation>Standardraten</translation>
    </message>
    <message>
        <source>measured %1</source>
        <translation>gemessen %1</translation>
    </message>
    <message>
        <source>Estimates use the default rates of a common server; nothing was measured.</source>
        <translation>Die Schätzungen verwenden die Standardraten eines üblichen Servers; gemessen wurde nichts.</translation>
    </message>
    <message>
        <source>Estimates use what a calibration measured on %1, %2 (%3).</source>
        <translation>Die Schätzungen verwenden, was eine Kalibrierung auf %1, %2 gemessen hat (%3).</translation>
    </message>
    <message>
        <source>Estimates use what a rehearsal measured on %1, %2 (%3).</source>
        <translation>Die Schätzungen verwenden, was ein Probelauf auf %1, %2 gemessen hat (%3).</translation>
    </message>
    <message>
        <source>Of rows of %1 bytes it reads about %2, indexes %3 by text and fills %4 a second.</source>
        <translation>Von Zeilen zu %1 Byte liest er etwa %2, indiziert %3 nach Text und füllt %4 pro Sekunde nach.</translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>application “%1”</source>
        <translation>Anwendung „%1“</translation>
    </message>
    <message>
        <source>its transaction is %1 old</source>
        <translation>ihre Transaktion ist %1 alt</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>PID %1</translation>
    </message>
    <message>
        <source>a prepared transaction</source>
        <translation>eine vorbereitete Transaktion</translation>
    </message>
    <message>
        <source>size unchanged</source>
        <translation>Größe unverändert</translation>
    </message>
    <message>
        <source>size +%1 (+%2)</source>
        <translation>Größe +%1 (+%2)</translation>
    </message>
    <message>
        <source>size −%1</source>
        <translation>Größe −%1</translation>
    </message>
    <message>
        <source>phase %1 of %2, %3 · step %4 of %5</source>
        <translation>Phase %1 von %2, %3 · Schritt %4 von %5</translation>
    </message>
    <message>
        <source>%1 of about %2 rows</source>
        <translation>%1 von etwa %2 Zeilen</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>speed: not known yet</source>
        <translation>Tempo: noch nicht bekannt</translation>
    </message>
    <message>
        <source>time left: not known yet</source>
        <translation>Restzeit: noch nicht bekannt</translation>
    </message>
    <message>
        <source>left about %1 (%2)</source>
        <translation>noch etwa %1 (%2)</translation>
    </message>
    <message>
        <source>batches of %1 rows, the last took %2</source>
        <translation>Stapel zu %1 Zeilen, der letzte dauerte %2</translation>
    </message>
    <message>
        <source>%1 stripes</source>
        <translation>%1 Streifen</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>%1 Worker</translation>
    </message>
    <message>
        <source>%1 of WAL, %2 a row</source>
        <translation>%1 WAL, %2 je Zeile</translation>
    </message>
    <message>
        <source>%1 of WAL</source>
        <translation>%1 WAL</translation>
    </message>
    <message>
        <source>%1 HOT</source>
        <translation>%1 HOT</translation>
    </message>
    <message>
        <source>%1 dead rows</source>
        <translation>%1 tote Zeilen</translation>
    </message>
    <message>
        <source>replica %1 behind</source>
        <translation>Replikat %1 zurück</translation>
    </message>
    <message>
        <source>%1 rows put aside</source>
        <translation>%1 Zeilen beiseitegelegt</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>Angehalten: %1</translation>
    </message>
    <message>
        <source>Slowed to %1 of the time: %2</source>
        <translation>Auf %1 der Zeit gedrosselt: %2</translation>
    </message>
    <message>
        <source>Slowed: %1</source>
        <translation>Gedrosselt: %1</translation>
    </message>
    <message>
        <source>working</source>
        <translation>arbeitet</translation>
    </message>
    <message>
        <source>waits for the transaction of pid %1</source>
        <translation>wartet auf die Transaktion von PID %1</translation>
    </message>
    <message>
        <source>Waiting for a lock.</source>
        <translation>Wartet auf eine Sperre.</translation>
    </message>
    <message>
        <source>Waiting for a lock held by %1</source>
        <translation>Wartet auf eine Sperre, gehalten von %1</translation>
    </message>
    <message>
        <source>The time for this lock is used up, nothing is tried any more.</source>
        <translation>Die Zeit für diese Sperre ist aufgebraucht, es wird nichts mehr versucht.</translation>
    </message>
    <message>
        <source>About %1 in all, and nobody waits for longer than about %2.</source>
        <translation>Insgesamt etwa %1, und niemand wartet länger als etwa %2.</translation>
    </message>
</context>
<context>
    <name>SearchWords</name>
    <message>
        <source>theme colour color scheme dark mode night black look settings preferences</source>
        <extracomment>Each of these: other words that find a command in the command palette, with blanks between them. Not shown.</extracomment>
        <translation>Thema Theme Design Farbe Farben Farbschema dunkel Dunkelmodus Modus Nacht schwarz Aussehen Einstellungen</translation>
    </message>
    <message>
        <source>theme colour color scheme light mode day white look settings preferences</source>
        <translation>Thema Theme Design Farbe Farben Farbschema hell Hellmodus Modus Tag weiß Aussehen Einstellungen</translation>
    </message>
    <message>
        <source>theme colour color scheme mode accessibility a11y look settings preferences</source>
        <translation>Thema Theme Design Farbe Farben Farbschema Modus Barrierefreiheit Kontrast Aussehen Einstellungen</translation>
    </message>
    <message>
        <source>theme colour color scheme mode automatic desktop look settings preferences</source>
        <translation>Thema Theme Design Farbe Farben Farbschema Modus automatisch Desktop Aussehen Einstellungen</translation>
    </message>
    <message>
        <source>language translation locale settings preferences</source>
        <translation>Sprache Übersetzung Language Einstellungen</translation>
    </message>
    <message>
        <source>create comparison connect database</source>
        <translation>anlegen Vergleich verbinden Datenbank</translation>
    </message>
    <message>
        <source>lint check analyse migration SQL file</source>
        <translation>Lint prüfen analysieren Migration SQL Datei</translation>
    </message>
    <message>
        <source>export generate script SQL write</source>
        <translation>exportieren erzeugen Skript SQL schreiben</translation>
    </message>
    <message>
        <source>export print PDF HTML</source>
        <translation>exportieren drucken PDF HTML</translation>
    </message>
    <message>
        <source>export image SVG PNG chart</source>
        <translation>exportieren Bild SVG PNG Diagramm</translation>
    </message>
    <message>
        <source>exit close leave</source>
        <translation>verlassen schließen Ende</translation>
    </message>
    <message>
        <source>refresh reload update</source>
        <translation>aktualisieren auffrischen laden</translation>
    </message>
    <message>
        <source>reverse exchange direction</source>
        <translation>umkehren tauschen Richtung</translation>
    </message>
    <message>
        <source>policy strategy online offline</source>
        <translation>Richtlinie Strategie online offline</translation>
    </message>
    <message>
        <source>verify test validate dry</source>
        <translation>verifizieren testen prüfen Trockenlauf</translation>
    </message>
    <message>
        <source>speed benchmark measure time</source>
        <translation>Geschwindigkeit messen Benchmark Zeit</translation>
    </message>
    <message>
        <source>revert undo rollback</source>
        <translation>zurücknehmen rückgängig Rollback</translation>
    </message>
    <message>
        <source>execute deploy apply start</source>
        <translation>ausführen anwenden deployen starten</translation>
    </message>
    <message>
        <source>journal audit past</source>
        <translation>Journal Protokoll früher</translation>
    </message>
    <message>
        <source>hotkeys keys cheat sheet help</source>
        <translation>Hotkeys Tasten Kürzel Hilfe</translation>
    </message>
    <message>
        <source>messages output errors</source>
        <translation>Meldungen Ausgabe Fehler</translation>
    </message>
    <message>
        <source>version license</source>
        <translation>Version Lizenz</translation>
    </message>
</context>
<context>
    <name>lockstep::app::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation>&amp;Neues Projekt</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Re&amp;view a script…</source>
        <translation>S&amp;kript prüfen…</translation>
    </message>
    <message>
        <source>What a migration that somebody else wrote would do, statement by statement.</source>
        <translation>Was eine Migration aus fremder Hand tun würde, Anweisung für Anweisung.</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>Projekt &amp;speichern</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>Projekt speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save &amp;plan…</source>
        <translation>&amp;Plan speichern…</translation>
    </message>
    <message>
        <source>As a plan file for lockstep-cli, or as SQL for psql.</source>
        <translation>Als Plandatei für lockstep-cli oder als SQL für psql.</translation>
    </message>
    <message>
        <source>Save the review repor&amp;t…</source>
        <translation>Prüfber&amp;icht speichern…</translation>
    </message>
    <message>
        <source>Timeline, steps, SQL, locks, estimates, proof and lines to sign, as HTML or PDF.</source>
        <translation>Zeitachse, Schritte, SQL, Sperren, Schätzungen, Nachweis und Unterschriftszeilen, als HTML oder PDF.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Complete words while typing</source>
        <translation>&amp;Wörter beim Tippen ergänzen</translation>
    </message>
    <message>
        <source>&amp;Mark findings in the SQL</source>
        <translation>Befunde im SQL &amp;markieren</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Ho&amp;me</source>
        <translation>Start&amp;seite</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleich</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>C&amp;hecklist</source>
        <translation>C&amp;heckliste</translation>
    </message>
    <message>
        <source>Re&amp;hearsal</source>
        <translation>P&amp;robelauf</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>Skriptpr&amp;üfung</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Spra&amp;che</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>Pr&amp;otokoll</translation>
    </message>
    <message>
        <source>&amp;Read both sides again</source>
        <translation>&amp;Beide Seiten neu lesen</translation>
    </message>
    <message>
        <source>&amp;Swap current and target</source>
        <translation>Ist und Soll &amp;tauschen</translation>
    </message>
    <message>
        <source>&amp;Zero downtime</source>
        <translation>&amp;Ohne Ausfallzeit</translation>
    </message>
    <message>
        <source>&amp;Maintenance window</source>
        <translation>&amp;Wartungsfenster</translation>
    </message>
    <message>
        <source>&amp;Prove</source>
        <translation>&amp;Nachweisen</translation>
    </message>
    <message>
        <source>Calibrate the &amp;estimates…</source>
        <translation>&amp;Schätzungen kalibrieren…</translation>
    </message>
    <message>
        <source>Measures how fast a server is, so that the times of the plan are its own.</source>
        <translation>Misst, wie schnell ein Server ist, damit die Zeiten des Plans seine eigenen sind.</translation>
    </message>
    <message>
        <source>&amp;Cancel what is going on</source>
        <translation>Laufende Arbeit &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Run on a database…</source>
        <translation>Auf einer &amp;Datenbank ausführen…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Stop…</source>
        <translation>&amp;Stoppen…</translation>
    </message>
    <message>
        <source>Roll &amp;back…</source>
        <translation>&amp;Zurücknehmen…</translation>
    </message>
    <message>
        <source>&amp;History of runs…</source>
        <translation>&amp;Verlauf der Läufe…</translation>
    </message>
    <message>
        <source>What the journal of the Run page&apos;s database remembers.</source>
        <translation>Was im Journal der Datenbank von der Seite „Lauf“ steht.</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>Every command and every step, found by a few letters.</source>
        <translation>Alle Befehle und Schritte, mit wenigen Buchstaben gefunden.</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Lockstep</source>
        <translation>Ü&amp;ber Lockstep</translation>
    </message>
    <message>
        <source>Save a &amp;picture of the timeline…</source>
        <translation>&amp;Bild der Zeitachse speichern…</translation>
    </message>
    <message>
        <source>All of the plan, as SVG or PNG.</source>
        <translation>Der ganze Plan, als SVG oder PNG.</translation>
    </message>
    <message>
        <source>&amp;High contrast, light</source>
        <translation>Hoher &amp;Kontrast, hell</translation>
    </message>
    <message>
        <source>High &amp;contrast, dark</source>
        <translation>Hoher Kon&amp;trast, dunkel</translation>
    </message>
    <message>
        <source>&amp;Rules for findings…</source>
        <translation>&amp;Regeln für Befunde…</translation>
    </message>
    <message>
        <source>Which rules speak in this project, and how severe they are.</source>
        <translation>Welche Regeln sich in diesem Projekt melden und wie schwer sie wiegen.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::CalibrationController</name>
    <message>
        <source>The server of the plan</source>
        <translation>Der Server des Plans</translation>
    </message>
    <message>
        <source>In the database %1. The estimates become those of this server, and are kept for it. What runs there feels a short load; measure when it is as busy as when the plan will run.</source>
        <translation>In der Datenbank %1. Die Schätzungen werden die dieses Servers und für ihn behalten. Was dort läuft, spürt eine kurze Last; messen Sie, wenn er so ausgelastet ist, wie er es beim Lauf des Plans sein wird.</translation>
    </message>
    <message>
        <source>The server of the Run page</source>
        <translation>Der Server der Seite „Lauf“</translation>
    </message>
    <message>
        <source>In the database %1, where the plan will run, but not where its sizes come from. Kept for that server.</source>
        <translation>In der Datenbank %1, auf der der Plan laufen wird, von der aber nicht seine Größen stammen. Wird für diesen Server behalten.</translation>
    </message>
    <message>
        <source>A scratch server on this computer</source>
        <translation>Ein Wegwerf-Server auf diesem Rechner</translation>
    </message>
    <message>
        <source>Nobody&apos;s data is near it, but its disk, memory and settings are not those of your server: the proportions of the steps come out right, their times perhaps not. Used for this plan until the window closes.</source>
        <translation>Niemandes Daten sind in der Nähe, aber Platte, Speicher und Einstellungen sind nicht die Ihres Servers: Die Verhältnisse der Schritte stimmen, ihre Zeiten vielleicht nicht. Gilt für diesen Plan, bis das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>The current side is another one by now, so estimates stay as they are.</source>
        <translation>Die Ist-Seite ist inzwischen eine andere, darum bleiben die Schätzungen, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>Wonach gesucht wird</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>Passende Befehle</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>A few letters of a command, a step or an object that was compared</source>
        <translation>Ein paar Buchstaben eines Befehls, Schritts oder verglichenen Objekts</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ConnectionsController</name>
    <message>
        <source>%1 (logged in as %2)</source>
        <translation>%1 (angemeldet als %2)</translation>
    </message>
    <message>
        <source>It answers: PostgreSQL %1, database %2, as %3.</source>
        <translation>Antwortet: PostgreSQL %1, Datenbank %2, als %3.</translation>
    </message>
    <message>
        <source>A standby: nothing can be changed there.</source>
        <translation>Ein Standby: Dort kann nichts geändert werden.</translation>
    </message>
    <message>
        <source>Read-only: the server refuses every write.</source>
        <translation>Nur lesend: Der Server weist jedes Schreiben ab.</translation>
    </message>
    <message>
        <source>Kept as %1.</source>
        <translation>Als %1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::Document</name>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Changes towards %1</source>
        <translation>Änderungen hin zu %1</translation>
    </message>
    <message>
        <source>%1 was not opened again, because what was changed in it cannot be saved.</source>
        <translation>%1 wurde nicht noch einmal geöffnet, weil sich die Änderungen daran nicht speichern lassen.</translation>
    </message>
    <message>
        <source>Save it under another name first.</source>
        <translation>Speichern Sie es zuerst unter einem anderen Namen.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::DropController</name>
    <message>
        <source>Drop a project, a plan, SQL scripts or a folder of them, a pg_dump archive, a snapshot or a postgresql:// address.</source>
        <translation>Ziehen Sie ein Projekt, einen Plan, SQL-Skripte oder einen Ordner davon, ein pg_dump-Archiv, einen Snapshot oder eine postgresql://-Adresse hierher.</translation>
    </message>
    <message>
        <source>%1 is not on this computer.</source>
        <translation>%1 liegt nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>%1 cannot be opened here.</source>
        <translation>%1 lässt sich hier nicht öffnen.</translation>
    </message>
    <message numerus="yes">
        <source>These %n files cannot be opened together.</source>
        <translation>
            <numerusform>Diese %n Datei lässt sich nicht zusammen mit anderen öffnen.</numerusform>
            <numerusform>Diese %n Dateien lassen sich nicht zusammen öffnen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Two schemas become the two sides of a comparison; scripts are reviewed together.</source>
        <translation>Zwei Schemas werden die beiden Seiten eines Vergleichs; Skripte werden zusammen geprüft.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::FileConflict</name>
    <message>
        <source>Nothing is saved into it until you choose. Until then your work is kept where the next start finds it.</source>
        <translation>Bis Sie wählen, wird nichts hineingespeichert. Solange wird Ihre Arbeit dort aufgehoben, wo der nächste Start sie findet.</translation>
    </message>
    <message>
        <source>Somebody else has changed the project file %1.</source>
        <translation>Jemand anders hat die Projektdatei %1 geändert.</translation>
    </message>
    <message>
        <source>It is not what was last read or saved here: %1</source>
        <translation>Sie ist nicht mehr, was hier zuletzt gelesen oder gespeichert wurde: %1</translation>
    </message>
    <message>
        <source>Reload, without my changes</source>
        <translation>Neu laden, ohne meine Änderungen</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>The project file %1 is not there any more.</source>
        <translation>Die Projektdatei %1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>It was removed, moved or renamed: %1</source>
        <translation>Sie wurde gelöscht, verschoben oder umbenannt: %1</translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation>Erneut schreiben</translation>
    </message>
</context>
<context>
    <name>lockstep::app::FileController</name>
    <message>
        <source>The plan cannot be opened: %1.</source>
        <translation>Der Plan lässt sich nicht öffnen: %1.</translation>
    </message>
    <message>
        <source>Check that the file exists and that you may read it.</source>
        <translation>Prüfen Sie, ob die Datei existiert und Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Projekt speichern</translation>
    </message>
    <message>
        <source>Lockstep projects (*.lockstep)</source>
        <translation>Lockstep-Projekte (*.lockstep)</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Plan speichern</translation>
    </message>
    <message>
        <source>Plan for lockstep-cli (*.lockplan)</source>
        <translation>Plan für lockstep-cli (*.lockplan)</translation>
    </message>
    <message>
        <source>SQL for psql (*.sql)</source>
        <translation>SQL für psql (*.sql)</translation>
    </message>
    <message>
        <source>Rollback as SQL (*.rollback.sql)</source>
        <translation>Rückweg als SQL (*.rollback.sql)</translation>
    </message>
    <message>
        <source>Verification as SQL (*.verify.sql)</source>
        <translation>Verifikation als SQL (*.verify.sql)</translation>
    </message>
    <message>
        <source>Text for reading (*.txt)</source>
        <translation>Text zum Lesen (*.txt)</translation>
    </message>
    <message>
        <source>The plan cannot be saved: %1.</source>
        <translation>Der Plan lässt sich nicht speichern: %1.</translation>
    </message>
    <message>
        <source>Save it under another name.</source>
        <translation>Speichern Sie unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Projects, plans and schemas (*.lockstep *.lockplan *.sql *.dump *.json)</source>
        <translation>Projekte, Pläne und Schemas (*.lockstep *.lockplan *.sql *.dump *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>The project decides about %n rule(s) that Lockstep does not know here: %1.</source>
        <translation>
            <numerusform>Das Projekt entscheidet über %n Regel, die Lockstep hier nicht kennt: %1.</numerusform>
            <numerusform>Das Projekt entscheidet über %n Regeln, die Lockstep hier nicht kennt: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>What it says of them stays in the file. A newer Lockstep may know them, or they are misspelled.</source>
        <translation>Was es über sie sagt, bleibt in der Datei. Vielleicht kennt sie ein neueres Lockstep, oder sie sind falsch geschrieben.</translation>
    </message>
    <message>
        <source>Save it under another name, or do this again to go on without it.</source>
        <translation>Speichern Sie es unter einem anderen Namen, oder tun Sie dies noch einmal, um ohne die Änderungen weiterzumachen.</translation>
    </message>
    <message>
        <source>%1 is not saved: the last try has failed.</source>
        <translation>%1 ist nicht gespeichert: Der letzte Versuch ist fehlgeschlagen.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::HistoryController</name>
    <message>
        <source>Save the events of run %1</source>
        <translation>Ereignisse von Lauf %1 speichern</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::HomeController</name>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>Preparing the demo</source>
        <translation>Demo wird vorbereitet</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>Plan öffnen</translation>
    </message>
    <message>
        <source>Plans (*.lockplan)</source>
        <translation>Pläne (*.lockplan)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::MainWindow</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Log of Lockstep</source>
        <translation>Protokoll von Lockstep</translation>
    </message>
    <message>
        <source>The report is saved as %1.</source>
        <translation>Der Bericht ist als %1 gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
        <source>Close Lockstep and open it again; nothing is lost by that.</source>
        <translation>Schließen Sie Lockstep und öffnen Sie es wieder; dabei geht nichts verloren.</translation>
    </message>
    <message>
        <source>It answers: PostgreSQL %1, database %2, as %3.</source>
        <translation>Er antwortet: PostgreSQL %1, Datenbank %2, als %3.</translation>
    </message>
    <message>
        <source>%1[*] – Lockstep</source>
        <translation>%1[*] – Lockstep</translation>
    </message>
    <message>
        <source>The window closes when the batch that is on its way is done.</source>
        <translation>Das Fenster schließt sich, wenn der laufende Stapel fertig ist.</translation>
    </message>
    <message>
        <source>The run can be resumed later from any computer.</source>
        <translation>Der Lauf kann später von jedem Rechner aus fortgesetzt werden.</translation>
    </message>
    <message>
        <source>The timeline is saved as %1.</source>
        <translation>Die Zeitachse ist als %1 gespeichert.</translation>
    </message>
    <message>
        <source>Save it under another name, or close the window again to leave without saving.</source>
        <translation>Speichern Sie es unter einem anderen Namen, oder schließen Sie das Fenster noch einmal, um ohne Speichern zu gehen.</translation>
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
        <translation>%1 Objekte</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>gelesen %1</translation>
    </message>
    <message>
        <source>loaded %1</source>
        <translation>geladen %1</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the current side</source>
        <translation>Ist-Seite lesen</translation>
    </message>
    <message>
        <source>Reading the target side</source>
        <translation>Soll-Seite lesen</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planen</translation>
    </message>
    <message>
        <source>Working out locks and times</source>
        <translation>Sperren und Zeiten ermitteln</translation>
    </message>
    <message>
        <source>Proving</source>
        <translation>Nachweisen</translation>
    </message>
    <message>
        <source>Choose both sides on the Compare page; the plan follows by itself.</source>
        <translation>Wählen Sie beide Seiten auf der Seite „Vergleich“; der Plan folgt von selbst.</translation>
    </message>
    <message>
        <source>the plan comes from a file</source>
        <translation>der Plan stammt aus einer Datei</translation>
    </message>
    <message>
        <source>reading and comparing</source>
        <translation>liest und vergleicht</translation>
    </message>
    <message>
        <source>no plan yet</source>
        <translation>noch kein Plan</translation>
    </message>
    <message>
        <source>planning</source>
        <translation>wird geplant</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s)</source>
        <translation>
            <numerusform>%n Freigabe</numerusform>
            <numerusform>%n Freigaben</numerusform>
        </translation>
    </message>
    <message>
        <source>, incomplete</source>
        <translation>, unvollständig</translation>
    </message>
    <message>
        <source>, being proved</source>
        <translation>, wird nachgewiesen</translation>
    </message>
    <message>
        <source>, the proof failed</source>
        <translation>, Nachweis gescheitert</translation>
    </message>
    <message>
        <source>, not proved</source>
        <translation>, nicht nachgewiesen</translation>
    </message>
    <message>
        <source>The proof failed.</source>
        <translation>Der Nachweis ist gescheitert.</translation>
    </message>
    <message>
        <source>Take back what was edited (step %1), or change the target so that it says the same.</source>
        <translation>Nehmen Sie zurück, was bearbeitet wurde (Schritt %1), oder ändern Sie das Ziel so, dass es dasselbe sagt.</translation>
    </message>
    <message>
        <source>Take back what was edited (steps %1), or change the target so that it says the same.</source>
        <translation>Nehmen Sie zurück, was bearbeitet wurde (Schritte %1), oder ändern Sie das Ziel so, dass es dasselbe sagt.</translation>
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
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>Compare: %1 %2</source>
        <comment>kind and name of an object</comment>
        <translation>Vergleich: %1 %2</translation>
    </message>
</context>
<context>
    <name>lockstep::app::PasswordController</name>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
</context>
<context>
    <name>lockstep::app::PictureController</name>
    <message>
        <source>The picture cannot be saved: %1.</source>
        <translation>Das Bild kann nicht gespeichert werden: %1.</translation>
    </message>
    <message>
        <source>Save it under another name.</source>
        <translation>Speichern Sie es unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>Save the timeline</source>
        <translation>Zeitachse speichern</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::RehearsalController</name>
    <message>
        <source>The plan was made from %1 itself: it may be production.</source>
        <translation>Der Plan wurde aus %1 selbst erstellt: Das könnte die Produktion sein.</translation>
    </message>
    <message>
        <source>PostgreSQL %1. The rehearsal changes this database and takes it back.</source>
        <translation>PostgreSQL %1. Der Probelauf ändert diese Datenbank und nimmt die Änderungen zurück.</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Sicherung wählen</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReportController</name>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>PDF for printing and signing (*.pdf)</source>
        <translation>PDF zum Drucken und Unterschreiben (*.pdf)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReportFile</name>
    <message>
        <source>Plan of a schema change</source>
        <translation>Plan einer Schemaänderung</translation>
    </message>
    <message>
        <source>The report cannot be saved: %1.</source>
        <translation>Der Bericht lässt sich nicht speichern: %1.</translation>
    </message>
    <message>
        <source>Save it under another name.</source>
        <translation>Speichern Sie unter einem anderen Namen.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReviewController</name>
    <message>
        <source>Review scripts</source>
        <translation>Skripte prüfen</translation>
    </message>
    <message>
        <source>SQL scripts (*.sql *.psql *.ddl)</source>
        <translation>SQL-Skripte (*.sql *.psql *.ddl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Review a folder of migrations</source>
        <translation>Einen Ordner mit Migrationen prüfen</translation>
    </message>
    <message>
        <source>Working out what the script makes of the schema</source>
        <translation>Ermitteln, was das Skript aus dem Schema macht</translation>
    </message>
    <message>
        <source>Save the script</source>
        <translation>Skript speichern</translation>
    </message>
    <message>
        <source>SQL scripts (*.sql)</source>
        <translation>SQL-Skripte (*.sql)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReviewKeeper</name>
    <message>
        <source>These scripts were not saved when Lockstep ended; here they are again.</source>
        <translation>Diese Skripte waren nicht gespeichert, als Lockstep endete; hier sind sie wieder.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReviewSaver</name>
    <message>
        <source>The script cannot be saved: %1.</source>
        <translation>Das Skript lässt sich nicht speichern: %1.</translation>
    </message>
    <message>
        <source>Save it under another name; what was there before is unchanged.</source>
        <translation>Speichern Sie unter einem anderen Namen; was vorher da war, ist unverändert.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::RunController</name>
    <message>
        <source>local socket</source>
        <translation>lokaler Socket</translation>
    </message>
    <message>
        <source>PostgreSQL %1 · database %2 · %3 · as %4</source>
        <translation>PostgreSQL %1 · Datenbank %2 · %3 · als %4</translation>
    </message>
    <message>
        <source>%1 is a standby and cannot be changed.</source>
        <translation>%1 ist ein Standby und kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>Name the primary server instead.</source>
        <translation>Nennen Sie stattdessen den Primärserver.</translation>
    </message>
    <message>
        <source>The connection to %1 is marked read-only: nothing can be run there.</source>
        <translation>Die Verbindung zu %1 ist als nur lesend markiert: Dort kann nichts ausgeführt werden.</translation>
    </message>
    <message>
        <source>Choose another connection, or take the mark away from this one on the Home page.</source>
        <translation>Wählen Sie eine andere Verbindung, oder entfernen Sie die Markierung dieser Verbindung auf der Startseite.</translation>
    </message>
    <message>
        <source>%1 is read-only for %2.</source>
        <translation>%1 ist für %2 nur lesbar.</translation>
    </message>
    <message>
        <source>Use a role that may write (default_transaction_read_only is on).</source>
        <translation>Verwenden Sie eine Rolle, die schreiben darf (default_transaction_read_only ist an).</translation>
    </message>
    <message>
        <source>The run did not begin, because the checklist says stop.</source>
        <translation>Der Lauf hat nicht begonnen, weil die Checkliste „Stopp“ sagt.</translation>
    </message>
    <message>
        <source>The Check page says what to do about each item, and lets you run in spite of it. Nothing was changed.</source>
        <translation>Die Seite „Check“ sagt zu jedem Punkt, was zu tun ist, und lässt Sie trotzdem ausführen. Es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::StatusLine</name>
    <message>
        <source>no server</source>
        <translation>kein Server</translation>
    </message>
    <message>
        <source>%1 (logged in as %2)</source>
        <translation>%1 (angemeldet als %2)</translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>standby, read-only</source>
        <translation>Standby, nur lesend</translation>
    </message>
    <message>
        <source>read-only by the server</source>
        <translation>durch den Server nur lesend</translation>
    </message>
    <message>
        <source>read-only until Run</source>
        <translation>nur lesend bis zum Lauf</translation>
    </message>
    <message>
        <source>no transaction open</source>
        <translation>keine Transaktion offen</translation>
    </message>
    <message>
        <source>between two transactions</source>
        <translation>zwischen zwei Transaktionen</translation>
    </message>
    <message>
        <source>in a transaction that waits for a lock</source>
        <translation>in einer Transaktion, die auf eine Sperre wartet</translation>
    </message>
    <message>
        <source>in a transaction</source>
        <translation>in einer Transaktion</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>schreibt</translation>
    </message>
    <message>
        <source>catalog read %1</source>
        <translation>Katalog gelesen %1</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>noch nicht gespeichert</translation>
    </message>
    <message>
        <source>saved just now</source>
        <translation>gerade eben gespeichert</translation>
    </message>
    <message>
        <source>saved %1 ago</source>
        <translation>vor %1 gespeichert</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>gespeichert %1</translation>
    </message>
    <message>
        <source>not saved since %1</source>
        <translation>seit %1 nicht gespeichert</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>lockstep::items::BlockersModel</name>
    <message>
        <source>%1 for %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>PID %1</translation>
    </message>
    <message>
        <source>prepared transaction</source>
        <translation>vorbereitete Transaktion</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>Tut</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
</context>
<context>
    <name>lockstep::items::ChangesModel</name>
    <message>
        <source>outside schemas</source>
        <translation>außerhalb von Schemas</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>group and how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>left out: why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>geparkt</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>%1 more: narrow the filter, or press Enter</source>
        <translation>%1 weitere: den Filter verengen oder Eingabe drücken</translation>
    </message>
    <message>
        <source>%1 more are not listed yet. Narrow the filter, or press Enter on this line to list the next ones.</source>
        <translation>%1 weitere sind noch nicht aufgeführt. Verengen Sie den Filter, oder drücken Sie in dieser Zeile die Eingabetaste, um die nächsten aufzuführen.</translation>
    </message>
</context>
<context>
    <name>lockstep::items::ChecklistModel</name>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>lockstep::items::ConnectionsModel</name>
    <message>
        <source>service file</source>
        <translation>Service-Datei</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur lesend</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>lockstep::items::EventLogModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
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
        <translation>%1 in Zeile %2: %3</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
</context>
<context>
    <name>lockstep::items::Format</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
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
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
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
        <translation>%1 Zeilen/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>lockstep::items::Kind</name>
    <message>
        <source>schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>extension</source>
        <translation>Erweiterung</translation>
    </message>
    <message>
        <source>collation</source>
        <translation>Sortierfolge</translation>
    </message>
    <message>
        <source>enum</source>
        <translation>Aufzählungstyp</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>composite type</source>
        <translation>zusammengesetzter Typ</translation>
    </message>
    <message>
        <source>range type</source>
        <translation>Bereichstyp</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabewert</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>Constraint</translation>
    </message>
    <message>
        <source>domain constraint</source>
        <translation>Domänen-Constraint</translation>
    </message>
    <message>
        <source>index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>view</source>
        <translation>Sicht</translation>
    </message>
    <message>
        <source>materialized view</source>
        <translation>materialisierte Sicht</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>Prozedur</translation>
    </message>
    <message>
        <source>aggregate</source>
        <translation>Aggregatfunktion</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>event trigger</source>
        <translation>Ereignistrigger</translation>
    </message>
    <message>
        <source>statistics object</source>
        <translation>Statistikobjekt</translation>
    </message>
    <message>
        <source>publication</source>
        <translation>Publikation</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>access method</source>
        <translation>Zugriffsmethode</translation>
    </message>
    <message>
        <source>base type</source>
        <translation>Basistyp</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>operator family</source>
        <translation>Operatorfamilie</translation>
    </message>
    <message>
        <source>operator class</source>
        <translation>Operatorklasse</translation>
    </message>
    <message>
        <source>cast</source>
        <translation>Typumwandlung</translation>
    </message>
    <message>
        <source>conversion</source>
        <translation>Konversion</translation>
    </message>
    <message>
        <source>transform</source>
        <translation>Transformation</translation>
    </message>
    <message>
        <source>text search parser</source>
        <translation>Textsuche-Parser</translation>
    </message>
    <message>
        <source>text search template</source>
        <translation>Textsuche-Vorlage</translation>
    </message>
    <message>
        <source>text search dictionary</source>
        <translation>Textsuche-Wörterbuch</translation>
    </message>
    <message>
        <source>text search configuration</source>
        <translation>Textsuche-Konfiguration</translation>
    </message>
    <message>
        <source>foreign-data wrapper</source>
        <translation>Fremddaten-Wrapper</translation>
    </message>
    <message>
        <source>foreign server</source>
        <translation>Fremdserver</translation>
    </message>
    <message>
        <source>user mapping</source>
        <translation>Benutzerabbildung</translation>
    </message>
    <message>
        <source>subscription</source>
        <translation>Subskription</translation>
    </message>
    <message>
        <source>publication member</source>
        <translation>Teil einer Publikation</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>security label</source>
        <translation>Security-Label</translation>
    </message>
    <message>
        <source>grant</source>
        <translation>Recht</translation>
    </message>
    <message>
        <source>default privilege</source>
        <translation>Vorgaberecht</translation>
    </message>
    <message>
        <source>enum label</source>
        <translation>Wert eines Aufzählungstyps</translation>
    </message>
    <message>
        <source>unmodelled object</source>
        <translation>nicht verglichenes Objekt</translation>
    </message>
</context>
<context>
    <name>lockstep::items::LintRulesModel</name>
    <message>
        <source>as usual: off</source>
        <translation>wie üblich: aus</translation>
    </message>
    <message>
        <source>as usual: on</source>
        <translation>wie üblich: an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>In this project</source>
        <translation>In diesem Projekt</translation>
    </message>
</context>
<context>
    <name>lockstep::items::LogModel</name>
    <message>
        <source>debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
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
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>Was anzusehen ist</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
</context>
<context>
    <name>lockstep::items::PlanModel</name>
    <message>
        <source>Gate: %1</source>
        <translation>Freigabe: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>Place in the order of the plan</source>
        <translation>Platz in der Reihenfolge des Plans</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>What the step does</source>
        <translation>Was der Schritt tut</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Tables the step is about</source>
        <translation>Tabellen, um die es im Schritt geht</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Expand, backfill, validate, switch or contract</source>
        <translation>Erweitern, Backfill, Validieren, Umschalten oder Abbauen</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>The strongest lock the step takes on any table</source>
        <translation>Die stärkste Sperre, die der Schritt auf eine Tabelle nimmt</translation>
    </message>
    <message>
        <source>Strongest lock</source>
        <translation>Stärkste Sperre</translation>
    </message>
    <message>
        <source>What other sessions cannot do meanwhile</source>
        <translation>Was andere Sitzungen währenddessen nicht können</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>What the server does to the table</source>
        <translation>Was der Server mit der Tabelle macht</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>How long the step will likely take</source>
        <translation>Wie lange der Schritt voraussichtlich dauert</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>The shortest and longest time to expect</source>
        <translation>Die kürzeste und die längste zu erwartende Zeit</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Spanne</translation>
    </message>
    <message>
        <source>What to look at before running the step</source>
        <translation>Was vor dem Ausführen des Schritts anzusehen ist</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <comment>a table&apos;s copy</comment>
        <translation>%1 (neu)</translation>
    </message>
    <message>
        <source>%1 (old)</source>
        <comment>a table&apos;s copy</comment>
        <translation>%1 (alt)</translation>
    </message>
    <message>
        <source>a copy</source>
        <comment>of a table that is not named</comment>
        <translation>eine Kopie</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>abgeschaltet</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RecentProjectsModel</name>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>%1, not there any more</source>
        <translation>%1, nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RecordedStepsModel</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RehearsalModel</name>
    <message>
        <source>over 30 s</source>
        <translation>über 30 s</translation>
    </message>
    <message>
        <source>long lock</source>
        <translation>lange Sperre</translation>
    </message>
    <message>
        <source>long lock on the way back</source>
        <translation>lange Sperre auf dem Rückweg</translation>
    </message>
    <message>
        <source>rewrites a table</source>
        <translation>schreibt eine Tabelle neu</translation>
    </message>
    <message>
        <source>rows not taken</source>
        <translation>Zeilen nicht übernommen</translation>
    </message>
    <message>
        <source>not as estimated</source>
        <translation>nicht wie geschätzt</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Step %1, %2: %3 %4</source>
        <translation>Schritt %1, %2: %3 %4</translation>
    </message>
    <message>
        <source>The longest time in one piece of a lock that keeps others from reading or writing.</source>
        <translation>Die längste ununterbrochene Zeit einer Sperre, die andere am Lesen oder Schreiben hindert.</translation>
    </message>
    <message>
        <source>An estimate for the sizes of production, by what was measured here.</source>
        <translation>Eine Schätzung für die Größen der Produktion, nach dem hier Gemessenen.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Expected here</source>
        <translation>Hier erwartet</translation>
    </message>
    <message>
        <source>Lock held</source>
        <translation>Sperrdauer</translation>
    </message>
    <message>
        <source>WAL</source>
        <translation>WAL</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Rückweg</translation>
    </message>
    <message>
        <source>In production</source>
        <translation>In Produktion</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Anmerkungen</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RunHistoryModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation>Schritte fertig</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Run %1 began.</source>
        <translation>Lauf %1 hat begonnen.</translation>
    </message>
    <message>
        <source>Step %1, %2: %3 in %4.</source>
        <translation>Schritt %1, %2: %3 in %4.</translation>
    </message>
    <message>
        <source>Step %1, %2: %3.</source>
        <translation>Schritt %1, %2: %3.</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RunStepsModel</name>
    <message>
        <source>will wait for you</source>
        <translation>wird auf Sie warten</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Gate: %1</source>
        <translation>Freigabe: %1</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Took / estimate</source>
        <translation>Dauer / Schätzung</translation>
    </message>
</context>
<context>
    <name>lockstep::items::Words</name>
    <message>
        <source>expand</source>
        <translation>erweitern</translation>
    </message>
    <message>
        <source>backfill</source>
        <translation>Backfill</translation>
    </message>
    <message>
        <source>validate</source>
        <translation>validieren</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>umschalten</translation>
    </message>
    <message>
        <source>contract</source>
        <translation>abbauen</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>verification</source>
        <translation>Verifikation</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>other schema changes and vacuum</source>
        <translation>andere Schemaänderungen und Vacuum</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>reads and writes</source>
        <translation>Lesen und Schreiben</translation>
    </message>
    <message>
        <source>blocks nothing</source>
        <translation>blockiert nichts</translation>
    </message>
    <message>
        <source>blocks other schema changes and vacuum</source>
        <translation>blockiert andere Schemaänderungen und Vacuum</translation>
    </message>
    <message>
        <source>blocks writes</source>
        <translation>blockiert Schreiben</translation>
    </message>
    <message>
        <source>blocks reads and writes</source>
        <translation>blockiert Lesen und Schreiben</translation>
    </message>
    <message>
        <source>instant</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>reads the table</source>
        <translation>liest die Tabelle</translation>
    </message>
    <message>
        <source>builds an index</source>
        <translation>baut einen Index</translation>
    </message>
    <message>
        <source>rewrites the table</source>
        <translation>schreibt die Tabelle neu</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>in batches</source>
        <translation>in Stapeln</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>braucht Beachtung</translation>
    </message>
    <message>
        <source>stops the run</source>
        <translation>stoppt den Lauf</translation>
    </message>
    <message>
        <source>Zero downtime</source>
        <translation>Ohne Ausfallzeit</translation>
    </message>
    <message>
        <source>Maintenance window</source>
        <translation>Wartungsfenster</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>about to start</source>
        <translation>beginnt gleich</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>waiting for a lock</source>
        <translation>wartet auf eine Sperre</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>wartet auf Sie</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>checking the database</source>
        <translation>prüft die Datenbank</translation>
    </message>
    <message>
        <source>slowed</source>
        <translation>gedrosselt</translation>
    </message>
    <message>
        <source>waits for you at a gate</source>
        <translation>wartet auf Ihre Freigabe</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>stoppt</translation>
    </message>
    <message>
        <source>stopped, can be resumed</source>
        <translation>gestoppt, fortsetzbar</translation>
    </message>
    <message>
        <source>rolling back</source>
        <translation>wird zurückgenommen</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>neuer Versuch</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>identisch</translation>
    </message>
    <message>
        <source>cannot be compared</source>
        <translation>nicht vergleichbar</translation>
    </message>
    <message>
        <source>Proved, forward and back</source>
        <translation>Nachgewiesen, hin und zurück</translation>
    </message>
    <message>
        <source>Not proved yet</source>
        <translation>Noch nicht nachgewiesen</translation>
    </message>
    <message>
        <source>Proof skipped</source>
        <translation>Nachweis übersprungen</translation>
    </message>
    <message>
        <source>Proof failed</source>
        <translation>Nachweis gescheitert</translation>
    </message>
    <message>
        <source>Changed since the proof</source>
        <translation>Seit dem Nachweis geändert</translation>
    </message>
    <message>
        <source>a person confirms</source>
        <translation>eine Person bestätigt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1, %2 a batch</source>
        <translation>%1, %2 je Stapel</translation>
    </message>
    <message>
        <source>%1 %3 %2</source>
        <comment>lock mode times how many</comment>
        <translation>%1 %3 %2</translation>
    </message>
    <message>
        <source>Step %1, gate: %2, a person confirms</source>
        <translation>Schritt %1, Freigabe: %2, eine Person bestätigt</translation>
    </message>
    <message>
        <source>Step %1, %2, %3, about %4</source>
        <translation>Schritt %1, %2, %3, etwa %4</translation>
    </message>
    <message>
        <source>%1, switched off</source>
        <translation>%1, abgeschaltet</translation>
    </message>
    <message>
        <source>It must come after step %1, which it needs: %2.</source>
        <translation>Er muss nach Schritt %1 kommen, den er braucht: %2.</translation>
    </message>
    <message>
        <source>It must come before step %1, which needs it: %2.</source>
        <translation>Er muss vor Schritt %1 kommen, der ihn braucht: %2.</translation>
    </message>
    <message>
        <source>It must come before the gate that is step %1: what is confirmed there needs it.</source>
        <translation>Er muss vor der Freigabe kommen, die Schritt %1 ist: Was dort bestätigt wird, braucht ihn.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>step number and title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>“%1” is switched off, so the plan does not reach its target any more.</source>
        <translation>„%1“ ist abgeschaltet, darum erreicht der Plan sein Ziel nicht mehr.</translation>
    </message>
    <message>
        <source>%1 Steps that need it: %2.</source>
        <translation>%1 Schritte, die ihn brauchen: %2.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::BackfillChoice</name>
    <message>
        <source>Workers of a backfill</source>
        <translation>Worker eines Backfills</translation>
    </message>
    <message>
        <source>Batches that are written at a time, each on a connection of its own. There are fewer while the server feels it.</source>
        <translation>Stapel, die gleichzeitig geschrieben werden, jeder über eine eigene Verbindung. Es sind weniger, solange der Server es spürt.</translation>
    </message>
    <message>
        <source>Share of the time that batches take while others are at work</source>
        <translation>Zeitanteil der Stapel, während andere arbeiten</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Between batches the server has time for everybody else. With nobody else at work batches follow each other without a pause.</source>
        <translation>Zwischen den Stapeln hat der Server Zeit für alle anderen. Arbeitet sonst niemand, folgen die Stapel ohne Pause aufeinander.</translation>
    </message>
    <message>
        <source>&amp;Workers</source>
        <translation>&amp;Worker</translation>
    </message>
    <message>
        <source>Ti&amp;me while others are at work</source>
        <translation>&amp;Zeit, während andere arbeiten</translation>
    </message>
    <message>
        <source>Rows that may be put aside</source>
        <translation>Zeilen, die beiseitegelegt werden dürfen</translation>
    </message>
    <message>
        <source>So many rows that cannot be written stay as they are, and the journal names them; the next one stops the backfill. With 0 the first one does.</source>
        <translation>So viele Zeilen, die sich nicht schreiben lassen, bleiben, wie sie sind, und das Journal nennt sie; die nächste hält den Backfill an. Bei 0 ist das die erste.</translation>
    </message>
    <message>
        <source>Rows put &amp;aside at most</source>
        <translation>Höchstens beiseite&amp;gelegte Zeilen</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Badge</name>
    <message>
        <source>DEVELOPMENT</source>
        <translation>ENTWICKLUNG</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>TEST</translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation>STAGING</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUKTION</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>Umgebung: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::BandLegend</name>
    <message>
        <source>What the colours beside the statements mean</source>
        <translation>Was die Farben neben den Anweisungen bedeuten</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Banner</name>
    <message>
        <source>Copy the whole message</source>
        <translation>Ganze Meldung kopieren</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Meldung kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Statement: %1</source>
        <translation>Anweisung: %1</translation>
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
        <translation>&amp;Anweisung abbrechen…</translation>
    </message>
    <message>
        <source>&amp;Disconnect it…</source>
        <translation>Verbindung &amp;trennen…</translation>
    </message>
    <message>
        <source>&amp;Wait longer</source>
        <translation>&amp;Länger warten</translation>
    </message>
    <message>
        <source>Tries for this lock again, for as long as before.</source>
        <translation>Versucht diese Sperre erneut, so lange wie zuvor.</translation>
    </message>
    <message>
        <source>Sessions that the run waits for</source>
        <translation>Sitzungen, auf die der Lauf wartet</translation>
    </message>
    <message>
        <source>It runs no statement: its transaction is open, and idle.</source>
        <translation>Sie führt keine Anweisung aus: Ihre Transaktion ist offen und untätig.</translation>
    </message>
    <message>
        <source>Cancel the autovacuum of %1? The server begins it again later.</source>
        <translation>Autovacuum von %1 abbrechen? Der Server beginnt es später wieder.</translation>
    </message>
    <message>
        <source>Cancel the statement of %1? Its application gets an error.</source>
        <translation>Anweisung von %1 abbrechen? Die Anwendung erhält einen Fehler.</translation>
    </message>
    <message>
        <source>Disconnect %1? Its transaction, %2 old, is rolled back and its application gets an error.</source>
        <translation>Verbindung von %1 trennen? Die Transaktion, %2 alt, wird zurückgerollt, und die Anwendung erhält einen Fehler.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::BusyBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop the work in the background (Esc)</source>
        <translation>Hintergrundarbeit abbrechen (Esc)</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 von %3)</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::CalibrationDialog</name>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>Use the &amp;default rates</source>
        <translation>&amp;Standardraten verwenden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Calibrate the estimates</source>
        <translation>Schätzungen kalibrieren</translation>
    </message>
    <message>
        <source>How fast is the server?</source>
        <translation>Wie schnell ist der Server?</translation>
    </message>
    <message>
        <source>A calibration takes under a minute. It makes a schema lockstep_calibration with up to 500 MB of tables, measures reading, writing and indexing in it (up to 4 GB of WAL, which standbys receive too), and removes it again, also when it fails or is canceled. Tables of others are neither read nor locked.</source>
        <translation>Eine Kalibrierung dauert weniger als eine Minute. Sie legt ein Schema lockstep_calibration mit bis zu 500 MB an Tabellen an, misst darin das Lesen, Schreiben und Indizieren (bis zu 4 GB WAL, das auch Standbys empfangen) und entfernt es wieder, auch wenn sie fehlschlägt oder abgebrochen wird. Tabellen anderer werden weder gelesen noch gesperrt.</translation>
    </message>
    <message>
        <source>Forgets what was measured on this server.</source>
        <translation>Vergisst, was auf diesem Server gemessen wurde.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindungsaufbau</translation>
    </message>
    <message>
        <source>Measured on %1.</source>
        <translation>Gemessen auf %1.</translation>
    </message>
    <message>
        <source>The calibration was canceled and its tables are removed. Estimates stay as they were.</source>
        <translation>Die Kalibrierung wurde abgebrochen, ihre Tabellen sind entfernt. Die Schätzungen bleiben, wie sie waren.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ChangeDetail</name>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>In the plan</source>
        <translation>Im Plan</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Properties that differ</source>
        <translation>Abweichende Eigenschaften</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Stays as it is, though the target does not have it</source>
        <translation>Bleibt, wie es ist, obwohl das Soll es nicht hat</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Parken</translation>
    </message>
    <message>
        <source>Moves to a schema of its own with its rows, to be dropped for good later</source>
        <translation>Verschiebt es samt Zeilen in ein eigenes Schema, um es später endgültig zu löschen</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Drops it behind a gate; the run still asks before it loses anything</source>
        <translation>Löscht es hinter einer Freigabe; der Lauf fragt trotzdem, bevor etwas verloren geht</translation>
    </message>
    <message>
        <source>Previous difference (Alt+Up)</source>
        <translation>Vorheriger Unterschied (Alt+Auf)</translation>
    </message>
    <message>
        <source>Next difference (Alt+Down)</source>
        <translation>Nächster Unterschied (Alt+Ab)</translation>
    </message>
    <message>
        <source>No change selected</source>
        <translation>Keine Änderung ausgewählt</translation>
    </message>
    <message>
        <source>Only white space differs.</source>
        <translation>Nur Leerraum unterscheidet sich.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) differ</source>
        <translation>
            <numerusform>%n Stelle unterscheidet sich</numerusform>
            <numerusform>%n Stellen unterscheiden sich</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ChangesView</name>
    <message>
        <source>New %1</source>
        <translation>Neu %1</translation>
    </message>
    <message>
        <source>Dropped %1</source>
        <translation>Gelöscht %1</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>Geändert %1</translation>
    </message>
    <message>
        <source>Renamed %1</source>
        <translation>Umbenannt %1</translation>
    </message>
    <message>
        <source>Identical %1</source>
        <translation>Identisch %1</translation>
    </message>
    <message>
        <source>Cannot be compared %1</source>
        <translation>Nicht vergleichbar %1</translation>
    </message>
    <message>
        <source>No difference passes the filter.</source>
        <translation>Kein Unterschied passt zum Filter.</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>Nach Status</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Nach Art</translation>
    </message>
    <message>
        <source>By schema</source>
        <translation>Nach Schema</translation>
    </message>
    <message>
        <source>Kind of object</source>
        <translation>Art des Objekts</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>Name, or schema.table*</source>
        <translation>Name oder schema.tabelle*</translation>
    </message>
    <message>
        <source>Ignore rules</source>
        <translation>Ignorierregeln</translation>
    </message>
    <message>
        <source>What the comparison leaves aside: owners, privileges, comments and more</source>
        <translation>Was der Vergleich außer Acht lässt: Eigentümer, Rechte, Kommentare und mehr</translation>
    </message>
    <message>
        <source>Shows or hides these</source>
        <translation>Zeigt diese an oder blendet sie aus</translation>
    </message>
    <message>
        <source>Tick all shown</source>
        <translation>Alle angezeigten auswählen</translation>
    </message>
    <message>
        <source>Untick all shown</source>
        <translation>Alle angezeigten abwählen</translation>
    </message>
    <message>
        <source>Takes what the list shows into the plan, drops too</source>
        <translation>Nimmt alles, was die Liste zeigt, in den Plan auf, auch Löschungen</translation>
    </message>
    <message>
        <source>Leaves what the list shows out of the plan</source>
        <translation>Lässt alles, was die Liste zeigt, aus dem Plan aus</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>nicht verglichen</translation>
    </message>
    <message>
        <source>%1 of %2 changes are in the plan.</source>
        <translation>%1 von %2 Änderungen sind im Plan.</translation>
    </message>
    <message numerus="yes">
        <source>%n drop(s) not selected: the plan keeps them.</source>
        <translation>
            <numerusform>%n Löschung nicht ausgewählt: Der Plan behält das Objekt.</numerusform>
            <numerusform>%n Löschungen nicht ausgewählt: Der Plan behält die Objekte.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::CheckDetail</name>
    <message>
        <source>Run although this item says stop</source>
        <translation>Trotz Stopp bei diesem Punkt ausführen</translation>
    </message>
    <message>
        <source>Copy the query</source>
        <translation>Abfrage kopieren</translation>
    </message>
    <message>
        <source>The query of this item</source>
        <translation>Die Abfrage dieses Punkts</translation>
    </message>
    <message>
        <source>The rows that the query gave</source>
        <translation>Die Zeilen, die die Abfrage ergab</translation>
    </message>
    <message>
        <source>Select a question to see its answer, the query and its rows.</source>
        <translation>Wählen Sie eine Frage, um ihre Antwort, die Abfrage und deren Zeilen zu sehen.</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::CheckPage</name>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Questions to the database before the plan runs on it</source>
        <translation>Fragen an die Datenbank, bevor der Plan auf ihr läuft</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>%1 wird befragt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) stop the run</source>
        <translation>
            <numerusform>%n Punkt stoppt den Lauf</numerusform>
            <numerusform>%n Punkte stoppen den Lauf</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n braucht Beachtung</numerusform>
            <numerusform>%n brauchen Beachtung</numerusform>
        </translation>
    </message>
    <message>
        <source>all clear</source>
        <translation>alles in Ordnung</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>fragt</translation>
    </message>
    <message>
        <source>could not ask</source>
        <translation>Abfrage nicht möglich</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht befragt</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Make a plan and name the database on the Run page first.</source>
        <translation>Erstellen Sie zuerst einen Plan und nennen Sie die Datenbank auf der Seite „Lauf“.</translation>
    </message>
    <message>
        <source>Asks %1; reads only.</source>
        <translation>Befragt %1; liest nur.</translation>
    </message>
    <message>
        <source>%1, PostgreSQL %2, asked at %3</source>
        <translation>%1, PostgreSQL %2, befragt um %3</translation>
    </message>
    <message>
        <source>Before the plan runs</source>
        <translation>Bevor der Plan läuft</translation>
    </message>
    <message>
        <source>%1 was not asked yet.</source>
        <translation>%1 wurde noch nicht befragt.</translation>
    </message>
    <message>
        <source>clear to begin</source>
        <translation>kann beginnen</translation>
    </message>
    <message>
        <source>%1, PostgreSQL %2, asked at %3 by the run: not about rows and traffic</source>
        <translation>%1, PostgreSQL %2, vom Lauf befragt um %3: nicht nach Zeilen und Verkehr</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ComparePage</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Parken</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Take into the plan</source>
        <translation>In den Plan aufnehmen</translation>
    </message>
    <message>
        <source>Leave out of the plan</source>
        <translation>Aus dem Plan auslassen</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Also left out, because it goes along:</source>
        <translation>Ebenfalls ausgelassen, weil es mitgeht:</translation>
    </message>
    <message>
        <source>Also selected, because it is needed:</source>
        <translation>Ebenfalls ausgewählt, weil es benötigt wird:</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>What there is: a database, a .sql file, an archive, a snapshot</source>
        <translation>Was da ist: eine Datenbank, eine .sql-Datei, ein Archiv, ein Snapshot</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>What is wanted: a .sql file, a database, an archive, a snapshot</source>
        <translation>Was gewünscht ist: eine .sql-Datei, eine Datenbank, ein Archiv, ein Snapshot</translation>
    </message>
    <message>
        <source>will be changed
to match</source>
        <translation>wird angepasst
an</translation>
    </message>
    <message>
        <source>Swaps the two sides.</source>
        <translation>Tauscht die beiden Seiten.</translation>
    </message>
    <message>
        <source>The two schemas are identical</source>
        <translation>Die beiden Schemas sind gleich</translation>
    </message>
    <message>
        <source>%1 objects were compared; there is nothing to change.</source>
        <translation>%1 Objekte wurden verglichen; es gibt nichts zu ändern.</translation>
    </message>
    <message>
        <source>Choose what there is and what is wanted</source>
        <translation>Ist und Soll wählen</translation>
    </message>
    <message>
        <source>Drop a .sql file on Current and another on Target, or connect to a server. Nothing is changed until you run a plan and type the name of the database.</source>
        <translation>Ziehen Sie eine .sql-Datei auf „Ist“ und eine andere auf „Soll“, oder verbinden Sie sich mit einem Server. Es wird nichts geändert, bis Sie einen Plan ausführen und den Namen der Datenbank eingeben.</translation>
    </message>
    <message>
        <source>nothing compared yet</source>
        <translation>noch nichts verglichen</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>gleich</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n ausgelassen</numerusform>
            <numerusform>%n ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) open</source>
        <translation>
            <numerusform>%n Entscheidung offen</numerusform>
            <numerusform>%n Entscheidungen offen</numerusform>
        </translation>
    </message>
    <message>
        <source>The run %1 on %2 is not finished.</source>
        <translation>Der Lauf %1 auf %2 ist nicht beendet.</translation>
    </message>
    <message>
        <source>The comparison shows the database between two steps. What the run has put there for itself is left out, and a plan made now cannot be proved.</source>
        <translation>Der Vergleich zeigt die Datenbank zwischen zwei Schritten. Was der Lauf für sich selbst dort angelegt hat, ist weggelassen, und ein jetzt gemachter Plan lässt sich nicht nachweisen.</translation>
    </message>
    <message>
        <source>Finish the run first, then compare again.</source>
        <translation>Erst den Lauf beenden, dann neu vergleichen.</translation>
    </message>
    <message>
        <source>The two sides are not compared yet</source>
        <translation>Die beiden Seiten sind noch nicht verglichen</translation>
    </message>
    <message>
        <source>The differences are listed here as soon as both sides are read.</source>
        <translation>Die Unterschiede stehen hier, sobald beide Seiten gelesen sind.</translation>
    </message>
    <message>
        <source>Now choose what is wanted</source>
        <translation>Jetzt das Soll wählen</translation>
    </message>
    <message>
        <source>Now choose what there is</source>
        <translation>Jetzt das Ist wählen</translation>
    </message>
    <message>
        <source>Finish the run…</source>
        <translation>Lauf zu Ende führen…</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ConflictBar</name>
    <message>
        <source>Keep &amp;mine</source>
        <translation>&amp;Meins behalten</translation>
    </message>
    <message>
        <source>Take what is &amp;generated</source>
        <translation>&amp;Erzeugtes übernehmen</translation>
    </message>
    <message>
        <source>Edits that no longer fit</source>
        <translation>Änderungen, die nicht mehr passen</translation>
    </message>
    <message>
        <source>Generated when you edited it</source>
        <translation>Erzeugt, als Sie es bearbeitet haben</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihres</translation>
    </message>
    <message>
        <source>Generated now</source>
        <translation>Jetzt erzeugt</translation>
    </message>
    <message>
        <source>Your change of “%1” needs a decision.</source>
        <translation>Ihre Änderung an „%1“ braucht eine Entscheidung.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>title, how many more</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more follow(s).</source>
        <translation>
            <numerusform>%n weitere folgt.</numerusform>
            <numerusform>%n weitere folgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep &amp;mine at the end</source>
        <translation>&amp;Meins am Ende behalten</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Verwerfen</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ConnectionForm</name>
    <message>
        <source>Read-only: the server refuses every write</source>
        <translation>Nur lesend: Der Server weist jedes Schreiben ab</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>Diesen Server verwenden</translation>
    </message>
    <message>
        <source>Connection text</source>
        <translation>Verbindungstext</translation>
    </message>
    <message>
        <source>Paste postgresql://… or host=… dbname=… here, or fill in the fields</source>
        <translation>postgresql://… oder host=… dbname=… hier einfügen oder die Felder ausfüllen</translation>
    </message>
    <message>
        <source>TLS, SSH server, role, read-only</source>
        <translation>TLS, SSH-Server, Rolle, nur lesend</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>to keep it under</source>
        <translation>zum Speichern</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>local socket</source>
        <translation>lokaler Socket</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>same as the user</source>
        <translation>wie der Benutzer</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>from ~/.pgpass, or asked for; never stored here</source>
        <translation>aus ~/.pgpass oder auf Nachfrage; nie hier gespeichert</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>from ~/.pg_service.conf</source>
        <translation>aus ~/.pg_service.conf</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>prefer, as libpq does</source>
        <translation>prefer, wie bei libpq</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>~/.postgresql/root.crt, or “system”</source>
        <translation>~/.postgresql/root.crt oder „system“</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>~/.postgresql/postgresql.crt</source>
        <translation>~/.postgresql/postgresql.crt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>~/.postgresql/postgresql.key</source>
        <translation>~/.postgresql/postgresql.key</translation>
    </message>
    <message>
        <source>Channel binding</source>
        <translation>Kanalbindung</translation>
    </message>
    <message>
        <source>SSH server</source>
        <translation>SSH-Server</translation>
    </message>
    <message>
        <source>user@host:port, or a Host of ~/.ssh/config</source>
        <translation>user@host:port oder ein Host aus ~/.ssh/config</translation>
    </message>
    <message>
        <source>Passfile</source>
        <translation>Passwortdatei</translation>
    </message>
    <message>
        <source>~/.pgpass</source>
        <translation>~/.pgpass</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>SET ROLE after connecting</source>
        <translation>SET ROLE nach dem Verbinden</translation>
    </message>
    <message>
        <source>default_transaction_read_only=on from the first moment; plans cannot be run there.</source>
        <translation>default_transaction_read_only=on vom ersten Moment an; Pläne können dort nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet…</translation>
    </message>
    <message>
        <source>Give it a name to keep it under.</source>
        <translation>Geben Sie einen Namen an, unter dem sie gespeichert wird.</translation>
    </message>
    <message>
        <source>asked for when needed</source>
        <translation>wird bei Bedarf erfragt</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ConnectionsPanel</name>
    <message>
        <source>None yet. A connection keeps how to reach a database, what it is for and whether it may be written to; never its password.</source>
        <translation>Noch keine. Eine Verbindung speichert, wie eine Datenbank zu erreichen ist, wofür sie da ist und ob in sie geschrieben werden darf; nie ihr Passwort.</translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation>Neue Verbindung…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Starts a comparison with this database as the current side.</source>
        <translation>Beginnt einen Vergleich mit dieser Datenbank als Ist.</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung zu %1 wird hergestellt…</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 ist gelöscht.</translation>
    </message>
    <message>
        <source>It is a section of your service file; change it there, or duplicate it.</source>
        <translation>Sie ist ein Abschnitt Ihrer Service-Datei; ändern Sie sie dort, oder duplizieren Sie sie.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Curve</name>
    <message>
        <source>last %1</source>
        <translation>letzte %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::DiffView</name>
    <message>
        <source>Current</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Soll</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::DifferencesModel</name>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Soll</translation>
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
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>.*</source>
        <translation>.*</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>Replace &amp;all</source>
        <translation>&amp;Alle ersetzen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in the SQL</source>
        <translation>Im SQL suchen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Suchleiste schließen</translation>
    </message>
    <message>
        <source>not an expression yet</source>
        <translation>noch kein Ausdruck</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation>Be&amp;funde</translation>
    </message>
    <message>
        <source>Findings from which severity on</source>
        <translation>Befunde ab welcher Schwere</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Findings that hold this text</source>
        <translation>Befunde, die diesen Text enthalten</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n insgesamt</numerusform>
            <numerusform>%n insgesamt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>&amp;Rule in this project…</source>
        <translation>&amp;Regel in diesem Projekt…</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::FoundRun</name>
    <message>
        <source>Go on although a standby was promoted or a backup restored since</source>
        <translation>Fortfahren, obwohl seither ein Standby befördert oder eine Sicherung eingespielt wurde</translation>
    </message>
    <message>
        <source>What was committed last may be missing there; the run notices and refuses to go on unless this is ticked.</source>
        <translation>Zuletzt Festgeschriebenes kann dort fehlen; der Lauf bemerkt das und fährt nur fort, wenn hier ein Haken steht.</translation>
    </message>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>%1 von %2 Schritten fertig</translation>
    </message>
    <message>
        <source>This database has run %1 of this plan: %2, %3.</source>
        <translation>Diese Datenbank hat Lauf %1 dieses Plans: %2, %3.</translation>
    </message>
    <message>
        <source>This database has an unfinished run %1: %2, %3.</source>
        <translation>Diese Datenbank hat einen unfertigen Lauf %1: %2, %3.</translation>
    </message>
    <message>
        <source>It belongs to another plan; open that plan to resume it or to roll it back.</source>
        <translation>Er gehört zu einem anderen Plan; öffnen Sie diesen, um den Lauf fortzusetzen oder zurückzunehmen.</translation>
    </message>
    <message>
        <source>It is of another plan.</source>
        <translation>Er gehört zu einem anderen Plan.</translation>
    </message>
    <message>
        <source>Open that plan</source>
        <translation>Diesen Plan öffnen</translation>
    </message>
    <message>
        <source>Another Lockstep is at work on this run %1: %2.</source>
        <translation>Ein anderes Lockstep arbeitet an diesem Lauf %1: %2.</translation>
    </message>
    <message>
        <source>Stop it there</source>
        <translation>Dort stoppen</translation>
    </message>
    <message>
        <source>Take it over…</source>
        <translation>Übernehmen…</translation>
    </message>
    <message>
        <source>Roll it back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message>
        <source>Go on rolling back…</source>
        <translation>Weiter zurücknehmen…</translation>
    </message>
    <message>
        <source>Resume it</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Take run %1 over? The other Lockstep is disconnected from the database, what it has not committed is rolled back, and the run goes on here.</source>
        <translation>Lauf %1 übernehmen? Das andere Lockstep wird von der Datenbank getrennt, nicht Festgeschriebenes wird zurückgerollt, und der Lauf geht hier weiter.</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Leave it there</source>
        <translation>Dort belassen</translation>
    </message>
    <message>
        <source>Roll back run %1? Every step that was done is taken back, last one first. What has no way back is said before anything is changed.</source>
        <translation>Lauf %1 zurücknehmen? Jeder fertige Schritt wird zurückgenommen, der letzte zuerst. Was keinen Rückweg hat, wird genannt, bevor etwas geändert wird.</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>So lassen</translation>
    </message>
    <message numerus="yes">
        <source>The rollback of run %1 on this database is not finished: %n step(s) are still to be taken back.</source>
        <translation>
            <numerusform>Die Rücknahme von Lauf %1 auf dieser Datenbank ist nicht fertig: %n Schritt ist noch zurückzunehmen.</numerusform>
            <numerusform>Die Rücknahme von Lauf %1 auf dieser Datenbank ist nicht fertig: %n Schritte sind noch zurückzunehmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another Lockstep is rolling this run %1 back.</source>
        <translation>Ein anderes Lockstep nimmt diesen Lauf %1 zurück.</translation>
    </message>
    <message>
        <source>Take the rollback of run %1 over? The other Lockstep is disconnected from the database, what it has not committed is undone, and the rollback goes on here.</source>
        <translation>Rücknahme von Lauf %1 übernehmen? Das andere Lockstep wird von der Datenbank getrennt, nicht Festgeschriebenes wird verworfen, und die Rücknahme geht hier weiter.</translation>
    </message>
    <message>
        <source>Go on rolling run %1 back? What is left of it is taken back, last step first.</source>
        <translation>Lauf %1 weiter zurücknehmen? Was von ihm noch da ist, wird zurückgenommen, der letzte Schritt zuerst.</translation>
    </message>
    <message>
        <source>Go on rolling back</source>
        <translation>Weiter zurücknehmen</translation>
    </message>
    <message>
        <source>nobody is working on it</source>
        <translation>niemand arbeitet daran</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::GoToBar</name>
    <message>
        <source>Line to go to</source>
        <translation>Zielzeile</translation>
    </message>
    <message>
        <source>&amp;Go to line</source>
        <translation>&amp;Gehe zu Zeile</translation>
    </message>
    <message>
        <source>1 to %1</source>
        <translation>1 bis %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::HistoryView</name>
    <message>
        <source>Read a&amp;gain</source>
        <translation>&amp;Neu lesen</translation>
    </message>
    <message>
        <source>Save even&amp;ts…</source>
        <translation>Ereignisse &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Open its plan</source>
        <translation>Seinen Plan ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>The plan that the chosen run was begun with, instead of what is open.</source>
        <translation>Der Plan, mit dem der gewählte Lauf begonnen wurde, anstelle des geöffneten.</translation>
    </message>
    <message>
        <source>The events of the chosen run as JSON lines or CSV.</source>
        <translation>Die Ereignisse des gewählten Laufs als JSON-Zeilen oder CSV.</translation>
    </message>
    <message>
        <source>Runs, newest first</source>
        <translation>Läufe, neueste zuerst</translation>
    </message>
    <message>
        <source>Steps of the chosen run</source>
        <translation>Schritte des gewählten Laufs</translation>
    </message>
    <message>
        <source>Events of the chosen run, newest first</source>
        <translation>Ereignisse des gewählten Laufs, neueste zuerst</translation>
    </message>
    <message>
        <source>Runs of %1</source>
        <translation>Läufe auf %1</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>Journal wird gelesen…</translation>
    </message>
    <message>
        <source>The journal of this database holds no run.</source>
        <translation>Das Journal dieser Datenbank enthält keinen Lauf.</translation>
    </message>
    <message>
        <source>Reading run %1…</source>
        <translation>Lauf %1 wird gelesen…</translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation>Lauf %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>The oldest %n event(s) stay in the journal and are not shown.</source>
        <translation>
            <numerusform>Das älteste Ereignis (%n) bleibt im Journal und wird nicht gezeigt.</numerusform>
            <numerusform>Die ältesten %n Ereignisse bleiben im Journal und werden nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The events are saved in %1.</source>
        <translation>Die Ereignisse sind in %1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::HomePage</name>
    <message>
        <source>New comparison</source>
        <translation>Neuer Vergleich</translation>
    </message>
    <message>
        <source>What there is and what you want; the plan follows by itself.</source>
        <translation>Was vorhanden ist und was Sie wollen; der Plan ergibt sich von selbst.</translation>
    </message>
    <message>
        <source>Open a plan…</source>
        <translation>Plan öffnen…</translation>
    </message>
    <message>
        <source>A .lockplan that somebody made, to look at or run.</source>
        <translation>Eine .lockplan-Datei, die jemand erstellt hat, zum Ansehen oder Ausführen.</translation>
    </message>
    <message>
        <source>Review a script</source>
        <translation>Skript prüfen</translation>
    </message>
    <message>
        <source>What a migration locks and how long, statement by statement.</source>
        <translation>Was eine Migration sperrt und wie lange, Anweisung für Anweisung.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>A small shop on a throw-away server, ready to be changed.</source>
        <translation>Ein kleiner Shop auf einem Wegwerfserver, bereit für Änderungen.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Projects you save are listed here. A project is a .lockstep file: both sides, your decisions and your edits.</source>
        <translation>Projekte, die Sie speichern, werden hier aufgeführt. Ein Projekt ist eine .lockstep-Datei: beide Seiten, Ihre Entscheidungen und Ihre Bearbeitungen.</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Lockstep</source>
        <translation>Lockstep</translation>
    </message>
    <message>
        <source>Change a PostgreSQL schema while it is in use: compare, plan, prove, run.</source>
        <translation>Ein PostgreSQL-Schema im laufenden Betrieb ändern: vergleichen, planen, nachweisen, ausführen.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt verwendete Projekte</translation>
    </message>
    <message>
        <source>The file itself stays where it is.</source>
        <translation>Die Datei selbst bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>Or drop a project, a plan, a schema or a migration script anywhere here.</source>
        <translation>Oder ziehen Sie ein Projekt, einen Plan, ein Schema oder ein Migrationsskript irgendwo hierher.</translation>
    </message>
    <message>
        <source>Work that was never saved under a name was kept %1: %2.</source>
        <translation>Arbeit, die nie unter einem Namen gespeichert wurde, wurde %1 gesichert: %2.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Inspector</name>
    <message>
        <source>About the selected step</source>
        <translation>Zum ausgewählten Schritt</translation>
    </message>
    <message>
        <source>Select a step to see what it locks, how long it takes and why.</source>
        <translation>Wählen Sie einen Schritt, um zu sehen, was er sperrt, wie lange er dauert und warum.</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Zugriffe</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>Verliert</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Rückweg</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>in batches, each committed by itself; it can stop and go on anywhere</source>
        <translation>in Stapeln, jeder für sich festgeschrieben; kann überall anhalten und weitermachen</translation>
    </message>
    <message>
        <source>in a transaction of its own</source>
        <translation>in einer eigenen Transaktion</translation>
    </message>
    <message>
        <source>outside of a transaction, each statement by itself</source>
        <translation>außerhalb einer Transaktion, jede Anweisung für sich</translation>
    </message>
    <message>
        <source>none: the run stops here until a person confirms</source>
        <translation>keine: Der Lauf hält hier an, bis eine Person bestätigt</translation>
    </message>
    <message>
        <source>not known: this SQL could not be analysed</source>
        <translation>nicht bekannt: Dieses SQL konnte nicht analysiert werden</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1; held about %2 a batch</source>
        <translation>%1; etwa %2 je Stapel gehalten</translation>
    </message>
    <message>
        <source>%1; held about %2</source>
        <translation>%1; etwa %2 gehalten</translation>
    </message>
    <message>
        <source>%1/s, %2 each: %3</source>
        <translation>%1/s, je %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more transaction(s) stand before it.</source>
        <translation>
            <numerusform>%n weitere Transaktion steht davor.</numerusform>
            <numerusform>%n weitere Transaktionen stehen davor.</numerusform>
        </translation>
    </message>
    <message>
        <source>as %1 was seen at %2</source>
        <translation>so wie %1 um %2 gesehen wurde</translation>
    </message>
    <message>
        <source>as long as it takes</source>
        <translation>so lange es dauert</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (%2), %3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; (%2), %3</translation>
    </message>
    <message>
        <source>%1 in the proof, on an empty copy</source>
        <translation>%1 im Nachweis, auf einer leeren Kopie</translation>
    </message>
    <message>
        <source>%1; gives up and tries again after waiting %2 for a lock</source>
        <translation>%1; gibt nach %2 Warten auf eine Sperre auf und versucht es erneut</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>step number and title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2 rows, %3</source>
        <translation>%1: %2 Zeilen, %3</translation>
    </message>
    <message>
        <source>%1: %2 rows</source>
        <translation>%1: %2 Zeilen</translation>
    </message>
    <message>
        <source>Costs: %1</source>
        <translation>Kostet: %1</translation>
    </message>
    <message>
        <source>No way back: %1</source>
        <translation>Kein Rückweg: %1</translation>
    </message>
    <message>
        <source>nothing to take back</source>
        <translation>nichts zurückzunehmen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::LintRulesDialog</name>
    <message>
        <source>&amp;All as usual</source>
        <translation>&amp;Alle wie üblich</translation>
    </message>
    <message>
        <source>Rules of this project</source>
        <translation>Regeln dieses Projekts</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Rules that hold this text</source>
        <translation>Regeln, die diesen Text enthalten</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>What the rule is about</source>
        <translation>Worum es in der Regel geht</translation>
    </message>
    <message>
        <source>&amp;In this project:</source>
        <translation>&amp;In diesem Projekt:</translation>
    </message>
    <message>
        <source>What this project does with the rule</source>
        <translation>Was dieses Projekt mit der Regel macht</translation>
    </message>
    <message>
        <source>What is chosen here holds for the findings of plans and of reviewed scripts, and is kept in the project file. lockstep-cli lint --settings reads that file.</source>
        <translation>Was hier gewählt wird, gilt für die Befunde von Plänen und von geprüften Skripten und steht in der Projektdatei. lockstep-cli lint --settings liest diese Datei.</translation>
    </message>
    <message>
        <source>Forgets everything that this project decides about rules.</source>
        <translation>Vergisst alles, was dieses Projekt über Regeln entscheidet.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>All rules are as usual.</source>
        <translation>Alle Regeln sind wie üblich.</translation>
    </message>
    <message numerus="yes">
        <source>%n rules are not as usual.</source>
        <translation>
            <numerusform>%n Regel ist nicht wie üblich.</numerusform>
            <numerusform>%n Regeln sind nicht wie üblich.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PasswordStrip</name>
    <message>
        <source>Keep in the keychain</source>
        <translation>Im Schlüsselbund speichern</translation>
    </message>
    <message>
        <source>No keychain answers here: kept in memory until the window closes.</source>
        <translation>Hier antwortet kein Schlüsselbund: Es bleibt im Arbeitsspeicher, bis das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>That password was not right. Password of %1:</source>
        <translation>Das Passwort war nicht richtig. Passwort von %1:</translation>
    </message>
    <message>
        <source>Password of %1:</source>
        <translation>Passwort von %1:</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanFindings</name>
    <message>
        <source>Findings of the plan</source>
        <translation>Befunde des Plans</translation>
    </message>
    <message>
        <source>Nothing in this plan needs a look.</source>
        <translation>Nichts in diesem Plan ist anzusehen.</translation>
    </message>
    <message>
        <source>&amp;Rule in this project…</source>
        <translation>&amp;Regel in diesem Projekt…</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) are switched off in this project, and were not asked.</source>
        <translation>
            <numerusform>%n Regel ist in diesem Projekt ausgeschaltet und wurde nicht gefragt.</numerusform>
            <numerusform>%n Regeln sind in diesem Projekt ausgeschaltet und wurden nicht gefragt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanHeader</name>
    <message>
        <source>%1 will be changed to match %1</source>
        <comment>arrows around</comment>
        <translation>%1 wird angepasst an %1</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Zero downtime: nothing blocks for long. Maintenance window: the shortest way, the application may stand.</source>
        <translation>Ohne Ausfallzeit: Nichts blockiert lange. Wartungsfenster: der kürzeste Weg, die Anwendung darf stehen.</translation>
    </message>
    <message>
        <source>Scale of the timeline</source>
        <translation>Skala der Zeitachse</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>gestaucht</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>Compressed shows 6 ms and 6 h side by side; linear shows the truth of proportions.</source>
        <translation>Gestaucht zeigt 6 ms und 6 h nebeneinander; linear zeigt die wahren Verhältnisse.</translation>
    </message>
    <message>
        <source>&amp;Policy</source>
        <translation>S&amp;trategie</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>&amp;Skala</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>Calibrate…</source>
        <translation>Kalibrieren…</translation>
    </message>
    <message>
        <source>Click to measure a server, which takes under a minute.</source>
        <translation>Klicken Sie, um einen Server zu messen; das dauert unter einer Minute.</translation>
    </message>
    <message>
        <source>Calibrate the estimates: %1</source>
        <translation>Schätzungen kalibrieren: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanPage</name>
    <message>
        <source>Run…</source>
        <translation>Ausführen…</translation>
    </message>
    <message>
        <source>There is no plan yet. Choose what there is (Current) and what is wanted (Target) under Compare; the plan follows by itself.</source>
        <translation>Es gibt noch keinen Plan. Wählen Sie unter „Vergleich“, was da ist (Ist) und was gewünscht ist (Soll); der Plan folgt von selbst.</translation>
    </message>
    <message>
        <source>Choose a database and run the plan on it</source>
        <translation>Eine Datenbank wählen und den Plan auf ihr ausführen</translation>
    </message>
    <message numerus="yes">
        <source>%n more stand(s) in the saved plan.</source>
        <translation>
            <numerusform>Noch %n im gespeicherten Plan.</numerusform>
            <numerusform>Noch %n im gespeicherten Plan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) beside the plan need a look.</source>
        <translation>
            <numerusform>Neben dem Plan ist %n Punkt anzusehen.</numerusform>
            <numerusform>Neben dem Plan sind %n Punkte anzusehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Proving…</source>
        <translation>Nachweis läuft…</translation>
    </message>
    <message>
        <source>Prove</source>
        <translation>Nachweisen</translation>
    </message>
    <message>
        <source>Runs plan and rollback on a scratch copy and compares the result</source>
        <translation>Führt Plan und Rückweg auf einer Wegwerf-Kopie aus und vergleicht das Ergebnis</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>tick and words</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Runs plan and rollback on a scratch copy and compares the result. Click to prove the plan as it stands now.</source>
        <translation>Führt Plan und Rückweg auf einer Wegwerf-Kopie aus und vergleicht das Ergebnis. Klicken Sie, um den Plan in seiner jetzigen Form nachzuweisen.</translation>
    </message>
    <message>
        <source>With rows: %1.</source>
        <translation>Mit Zeilen: %1.</translation>
    </message>
    <message>
        <source>about %1 · longest block %2</source>
        <translation>etwa %1 · längste Blockade %2</translation>
    </message>
    <message>
        <source>All steps together: %1. Reads or writes are held up for about %2 at a time, no longer.</source>
        <translation>Alle Schritte zusammen: %1. Lesen oder Schreiben wird jeweils etwa %2 aufgehalten, nicht länger.</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>&amp;Schritt</translation>
    </message>
    <message>
        <source>The plan is made anew.</source>
        <translation>Der Plan wird neu erstellt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>About the step or all findings</source>
        <translation>Zum Schritt oder alle Befunde</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>Dieser Schritt</translation>
    </message>
    <message>
        <source>All findings</source>
        <translation>Alle Befunde</translation>
    </message>
    <message>
        <source>All findings (%1)</source>
        <translation>Alle Befunde (%1)</translation>
    </message>
    <message>
        <source>The plan is being made anew.</source>
        <translation>Der Plan wird neu erstellt.</translation>
    </message>
    <message>
        <source>What you change meanwhile is applied as soon as it is there.</source>
        <translation>Was Sie inzwischen ändern, wird angewendet, sobald er da ist.</translation>
    </message>
    <message>
        <source>What you undid cannot be done again.</source>
        <translation>Was Sie rückgängig gemacht haben, lässt sich nicht wiederholen.</translation>
    </message>
    <message>
        <source>The steps that it changed are generated differently now. What you did not undo is still there.</source>
        <translation>Die Schritte, die es betraf, werden jetzt anders erzeugt. Was Sie nicht rückgängig gemacht haben, ist noch da.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanTable</name>
    <message>
        <source>Steps of the plan</source>
        <translation>Schritte des Plans</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RehearsalDetail</name>
    <message>
        <source>%1 rows written</source>
        <translation>%1 Zeilen geschrieben</translation>
    </message>
    <message>
        <source>, %1 of the updates of the table HOT, %2 dead rows left</source>
        <translation>, %1 der Updates der Tabelle HOT, %2 tote Zeilen übrig</translation>
    </message>
    <message>
        <source>%1 on %2 for %3</source>
        <translation>%1 auf %2, %3 lang</translation>
    </message>
    <message>
        <source>The database grew by %1.</source>
        <translation>Die Datenbank wuchs um %1.</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>Erwartet: %1</translation>
    </message>
    <message>
        <source>To the end and back</source>
        <translation>Bis zum Ende und zurück</translation>
    </message>
    <message>
        <source>To the gate “%1” and back</source>
        <translation>Bis zur Freigabe „%1“ und zurück</translation>
    </message>
    <message>
        <source>%1: schema and rows are as before. %2 there, %3 back.</source>
        <translation>%1: Schema und Zeilen sind wie zuvor. Hin %2, zurück %3.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not as it should be.</source>
        <translation>nicht, wie es sein soll.</translation>
    </message>
    <message>
        <source>What the rehearsal found</source>
        <translation>Was der Probelauf ergab</translation>
    </message>
    <message>
        <source>A rehearsal runs the plan with rows and a clock, then its way back from the end and from each gate. It says how long each step takes, how long its locks keep others waiting, and whether schema and rows come back.</source>
        <translation>Ein Probelauf führt den Plan mit Zeilen und Uhr aus, dann seinen Rückweg vom Ende und von jeder Freigabe. Er sagt, wie lange jeder Schritt dauert, wie lange dessen Sperren andere warten lassen und ob Schema und Zeilen zurückkommen.</translation>
    </message>
    <message>
        <source>The ways</source>
        <translation>Die Wege</translation>
    </message>
    <message>
        <source>Rows that a step does not pass; they were left out</source>
        <translation>Zeilen, die ein Schritt nicht durchlässt; sie wurden ausgelassen</translation>
    </message>
    <message>
        <source>Not rehearsed</source>
        <translation>Nicht geprobt</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RehearsalPage</name>
    <message>
        <source>Save the report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>Use its rates for the estimates</source>
        <translation>Seine Raten für die Schätzungen verwenden</translation>
    </message>
    <message>
        <source>Stopping, and taking back what was done</source>
        <translation>Stoppt und nimmt Getanes zurück</translation>
    </message>
    <message>
        <source>Steps of the plan with what the rehearsal measured</source>
        <translation>Schritte des Plans mit dem, was der Probelauf gemessen hat</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>The rehearsal was stopped.</source>
        <translation>Der Probelauf wurde gestoppt.</translation>
    </message>
    <message>
        <source>What it made is gone.</source>
        <translation>Was er angelegt hat, ist weg.</translation>
    </message>
    <message>
        <source>The report was saved.</source>
        <translation>Der Bericht wurde gespeichert.</translation>
    </message>
    <message>
        <source>The estimates of the plan are made with these rates now.</source>
        <translation>Die Schätzungen des Plans verwenden jetzt diese Raten.</translation>
    </message>
    <message>
        <source>Of this plan, until the window closes or another side is chosen.</source>
        <translation>Gilt für diesen Plan, bis das Fenster geschlossen oder eine andere Seite gewählt wird.</translation>
    </message>
    <message>
        <source>rehearsing</source>
        <translation>Probelauf läuft</translation>
    </message>
    <message>
        <source>could not rehearse</source>
        <translation>Probelauf nicht möglich</translation>
    </message>
    <message>
        <source>not rehearsed yet</source>
        <translation>noch nicht geprobt</translation>
    </message>
    <message>
        <source>went well, %1</source>
        <translation>gut verlaufen, %1</translation>
    </message>
    <message>
        <source>a step failed</source>
        <translation>ein Schritt ist gescheitert</translation>
    </message>
    <message>
        <source>not as it should be</source>
        <translation>nicht, wie es sein soll</translation>
    </message>
    <message>
        <source>No step had enough work to learn rates from; more rows tell more.</source>
        <translation>Kein Schritt hatte genug Arbeit, um Raten daraus zu lernen; mehr Zeilen sagen mehr.</translation>
    </message>
    <message>
        <source>Estimates go by what was measured here.</source>
        <translation>Die Schätzungen richten sich nach dem hier Gemessenen.</translation>
    </message>
    <message>
        <source>%1, on %2, at %3</source>
        <translation>%1, auf %2, um %3</translation>
    </message>
    <message>
        <source>Rehearsing</source>
        <translation>Probelauf läuft</translation>
    </message>
    <message>
        <source>Rehearse the plan</source>
        <translation>Den Plan proben</translation>
    </message>
    <message>
        <source>With rows and a clock, there and back, before it runs where it matters.</source>
        <translation>Mit Zeilen und Uhr, hin und zurück, bevor es dort läuft, wo es zählt.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RehearsalSetup</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Start the rehearsal</source>
        <translation>Probelauf starten</translation>
    </message>
    <message>
        <source>Make up rows</source>
        <translation>Zeilen erzeugen</translation>
    </message>
    <message>
        <source>Rows in a table that refers to no other</source>
        <translation>Zeilen in einer Tabelle, die auf keine andere verweist</translation>
    </message>
    <message>
        <source>in each table that refers to no other, five times as many in the others</source>
        <translation>in jeder Tabelle, die auf keine andere verweist, fünfmal so viele in den anderen</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung einspielen</translation>
    </message>
    <message>
        <source>Backup by pg_dump</source>
        <translation>Sicherung von pg_dump</translation>
    </message>
    <message>
        <source>A pg_dump archive, a directory of one, or SQL text with its rows</source>
        <translation>Ein pg_dump-Archiv, ein Verzeichnis davon oder SQL-Text mit seinen Zeilen</translation>
    </message>
    <message>
        <source>Use a database</source>
        <translation>Datenbank verwenden</translation>
    </message>
    <message>
        <source>Database that may be changed</source>
        <translation>Datenbank, die geändert werden darf</translation>
    </message>
    <message>
        <source>A copy that may be changed: postgresql://user@host/database or service=name</source>
        <translation>Eine Kopie, die geändert werden darf: postgresql://user@host/database oder service=name</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Server wird befragt…</translation>
    </message>
    <message>
        <source>%1 The plan loses for good there: %2.</source>
        <translation>%1 Endgültig verliert der Plan dort: %2.</translation>
    </message>
    <message>
        <source>There is no plan to rehearse yet.</source>
        <translation>Es gibt noch keinen Plan zum Proben.</translation>
    </message>
    <message>
        <source>A rehearsal is going on.</source>
        <translation>Ein Probelauf ist im Gange.</translation>
    </message>
    <message>
        <source>Name the backup.</source>
        <translation>Nennen Sie die Sicherung.</translation>
    </message>
    <message>
        <source>Name a database that can be reached.</source>
        <translation>Nennen Sie eine erreichbare Datenbank.</translation>
    </message>
    <message>
        <source>The name of the database is not typed yet.</source>
        <translation>Der Name der Datenbank ist noch nicht eingegeben.</translation>
    </message>
    <message>
        <source>To confirm, type its name</source>
        <translation>Zum Bestätigen den Namen eingeben</translation>
    </message>
    <message>
        <source>To confirm, type: %1</source>
        <translation>Zum Bestätigen eingeben: %1</translation>
    </message>
    <message>
        <source>It runs on a scratch server of this computer; no database of yours is touched.</source>
        <translation>Er läuft auf einem Wegwerf-Server dieses Rechners; keine Ihrer Datenbanken wird berührt.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RenamesList</name>
    <message>
        <source>Renamed, or dropped and new?</source>
        <translation>Umbenannt oder gelöscht und neu?</translation>
    </message>
    <message>
        <source>Until you decide, the old one is kept and the new one is made beside it.</source>
        <translation>Bis Sie entscheiden, wird das alte behalten und das neue daneben angelegt.</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1 alike: %2</source>
        <translation>%1 ähnlich: %2</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Umbenannt</translation>
    </message>
    <message>
        <source>Dropped and new</source>
        <translation>Gelöscht und neu</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ReviewHeader</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Opens scripts, or a folder of migrations in the order they run in.</source>
        <translation>Öffnet Skripte oder einen Ordner mit Migrationen in ihrer Laufreihenfolge.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Looks at what is on the clipboard instead.</source>
        <translation>Betrachtet stattdessen, was in der Zwischenablage ist.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saves the script.</source>
        <translation>Speichert das Skript.</translation>
    </message>
    <message>
        <source>each file runs in one &amp;transaction</source>
        <translation>jede Datei in einer T&amp;ransaktion</translation>
    </message>
    <message>
        <source>Rewrite safely as a plan</source>
        <translation>Sicher als Plan neu schreiben</translation>
    </message>
    <message>
        <source>&amp;Files…</source>
        <translation>&amp;Dateien…</translation>
    </message>
    <message>
        <source>F&amp;older of migrations…</source>
        <translation>&amp;Ordner mit Migrationen…</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Script that is shown</source>
        <translation>Gezeigtes Skript</translation>
    </message>
    <message>
        <source>Schema that the script meets</source>
        <translation>Schema, auf das das Skript trifft</translation>
    </message>
    <message>
        <source>With a schema it is known what is locked and how big it is; a live database tells sizes too. Without one tables are taken as the script writes them.</source>
        <translation>Mit einem Schema ist bekannt, was gesperrt wird und wie groß es ist; eine laufende Datenbank nennt auch Größen. Ohne Schema gelten die Tabellen, wie das Skript sie schreibt.</translation>
    </message>
    <message>
        <source>Version of PostgreSQL that the script runs on</source>
        <translation>PostgreSQL-Version, auf der das Skript läuft</translation>
    </message>
    <message>
        <source>as the schema</source>
        <translation>wie das Schema</translation>
    </message>
    <message>
        <source>Many migration tools put each file into a transaction of its own.</source>
        <translation>Viele Migrationswerkzeuge führen jede Datei in einer eigenen Transaktion aus.</translation>
    </message>
    <message>
        <source>&amp;Meets</source>
        <translation>&amp;Trifft auf</translation>
    </message>
    <message>
        <source>on Postgre&amp;SQL</source>
        <translation>auf Postgre&amp;SQL</translation>
    </message>
    <message>
        <source>no schema: as written</source>
        <translation>kein Schema: wie geschrieben</translation>
    </message>
    <message>
        <source>Choose the current schema…</source>
        <translation>Ist-Schema wählen…</translation>
    </message>
    <message>
        <source>Works out the schema that the script makes and plans the way there that keeps the application running.</source>
        <translation>Ermittelt das Schema, das das Skript ergibt, und plant den Weg dorthin, bei dem die Anwendung weiterläuft.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ReviewPage</name>
    <message>
        <source>pasted script</source>
        <translation>eingefügtes Skript</translation>
    </message>
    <message>
        <source>Review of scripts</source>
        <translation>Skriptprüfung</translation>
    </message>
    <message>
        <source>Paste a migration script, drop .sql files here, or open them.
Nothing of it is run: it is read and judged.</source>
        <translation>Fügen Sie ein Migrationsskript ein, ziehen Sie .sql-Dateien hierher oder öffnen Sie sie.
Nichts davon wird ausgeführt: Es wird gelesen und beurteilt.</translation>
    </message>
    <message>
        <source>Put the caret into a statement to see what it locks, how long it takes and what to write instead.</source>
        <translation>Setzen Sie den Cursor in eine Anweisung, um zu sehen, was sie sperrt, wie lange sie dauert und was stattdessen zu schreiben ist.</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1, nicht gespeichert</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen…</translation>
    </message>
    <message>
        <source>Choose what there is (Current) on the Compare page first: a plan leads from there to what the script makes of it.</source>
        <translation>Wählen Sie zuerst auf der Seite „Vergleich“, was da ist (Ist): Ein Plan führt von dort zu dem, was das Skript daraus macht.</translation>
    </message>
    <message numerus="yes">
        <source>%n script(s) are not saved: %1.</source>
        <translation>
            <numerusform>%n Skript ist nicht gespeichert: %1.</numerusform>
            <numerusform>%n Skripte sind nicht gespeichert: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>What was written is lost without that.</source>
        <translation>Sonst geht das Geschriebene verloren.</translation>
    </message>
    <message>
        <source>Save them first, or go on without them.</source>
        <translation>Speichern Sie sie zuerst, oder machen Sie ohne sie weiter.</translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation>Ohne sie weiter</translation>
    </message>
    <message>
        <source>The clipboard holds no text.</source>
        <translation>Die Zwischenablage enthält keinen Text.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ReviewSummary</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>what was found, and in how many statements</comment>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n Anweisung</numerusform>
            <numerusform>%n Anweisungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · longest block %2</source>
        <translation>%1 · längste Blockade %2</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RulesPanel</name>
    <message>
        <source>Owners</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Privileges, default ones too</source>
        <translation>Rechte, auch Standardrechte</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Tablespaces</source>
        <translation>Tablespaces</translation>
    </message>
    <message>
        <source>Storage parameters</source>
        <translation>Speicherparameter</translation>
    </message>
    <message>
        <source>White space in functions</source>
        <translation>Leerraum in Funktionen</translation>
    </message>
    <message>
        <source>Security labels</source>
        <translation>Sicherheitslabels</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>Publikationen</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Subskriptionen</translation>
    </message>
    <message>
        <source>Left aside when comparing</source>
        <translation>Beim Vergleichen außer Acht gelassen</translation>
    </message>
    <message>
        <source>Objects like these</source>
        <translation>Objekte, die diesen entsprechen</translation>
    </message>
    <message>
        <source>Everything not like these</source>
        <translation>Alles, was diesen nicht entspricht</translation>
    </message>
    <message>
        <source>Nothing is left aside by a rule.</source>
        <translation>Keine Regel lässt etwas außer Acht.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) left aside by rules.</source>
        <translation>
            <numerusform>%n Unterschied durch Regeln außer Acht gelassen.</numerusform>
            <numerusform>%n Unterschiede durch Regeln außer Acht gelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunButtons</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Stoppen…</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message>
        <source>Finishes the batch and waits. Nothing is lost.</source>
        <translation>Beendet den Stapel und wartet. Nichts geht verloren.</translation>
    </message>
    <message>
        <source>Goes on where the run paused.</source>
        <translation>Macht weiter, wo der Lauf pausiert hat.</translation>
    </message>
    <message>
        <source>Ends the run after its batch. It can be resumed later from any computer.</source>
        <translation>Beendet den Lauf nach seinem Stapel. Er kann später von jedem Rechner aus fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Takes every step that was done back, last one first.</source>
        <translation>Nimmt jeden fertigen Schritt zurück, den letzten zuerst.</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>Jetzt stoppen</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunPage</name>
    <message>
        <source>finishing what is under way, then pausing</source>
        <translation>beendet Laufendes, dann Pause</translation>
    </message>
    <message>
        <source>finishing what is under way, then stopping</source>
        <translation>beendet Laufendes, dann Stopp</translation>
    </message>
    <message>
        <source>Stop the run? The batch that is on its way is finished; what is done stays done, and the run can be resumed later from any computer.</source>
        <translation>Den Lauf stoppen? Der laufende Stapel wird beendet; Getanes bleibt getan, und der Lauf kann später von jedem Rechner aus fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>Lauf stoppen</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Roll back? Every step that was done is taken back, last one first. A run that is going on is stopped before.</source>
        <translation>Zurücknehmen? Jeder fertige Schritt wird zurückgenommen, der letzte zuerst. Ein laufender Lauf wird vorher gestoppt.</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Cancel its statement</source>
        <translation>Anweisung abbrechen</translation>
    </message>
    <message>
        <source>Disconnect it</source>
        <translation>Verbindung trennen</translation>
    </message>
    <message>
        <source>Leave it alone</source>
        <translation>In Ruhe lassen</translation>
    </message>
    <message>
        <source>The events are saved in %1.</source>
        <translation>Die Ereignisse sind in %1 gespeichert.</translation>
    </message>
    <message>
        <source>Done: the database now has the target schema.</source>
        <translation>Fertig: Die Datenbank hat jetzt das Soll-Schema.</translation>
    </message>
    <message>
        <source>Rolled back: the database has the schema it had before.</source>
        <translation>Zurückgenommen: Die Datenbank hat das Schema, das sie vorher hatte.</translation>
    </message>
    <message>
        <source>The run ended early: %1.</source>
        <translation>Der Lauf endete vorzeitig: %1.</translation>
    </message>
    <message>
        <source>What is done stays done; the journal knows where to go on.</source>
        <translation>Getanes bleibt getan; das Journal weiß, wo es weitergeht.</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Zurück zum Anfang</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>step %1 of %2, %3</source>
        <translation>Schritt %1 von %2, %3</translation>
    </message>
    <message>
        <source>Put such rows aside…</source>
        <translation>Solche Zeilen beiseitelegen…</translation>
    </message>
    <message>
        <source>Accept the change…</source>
        <translation>Die Änderung hinnehmen…</translation>
    </message>
    <message numerus="yes">
        <source>Done, but %n row(s) were put aside and are as they were before.</source>
        <translation>
            <numerusform>Fertig, aber %n Zeile wurde beiseitegelegt und ist, wie sie vorher war.</numerusform>
            <numerusform>Fertig, aber %n Zeilen wurden beiseitegelegt und sind, wie sie vorher waren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct them by hand; the history of runs keeps what is said here.</source>
        <translation>Berichtigen Sie sie von Hand; der Verlauf der Läufe behält, was hier steht.</translation>
    </message>
    <message>
        <source>Resume, and put up to %1 rows aside that cannot be written? They stay as they are, the plan goes on without them, and the journal names each of them. Steps that check every row may fail because of them.</source>
        <translation>Fortsetzen und bis zu %1 Zeilen beiseitelegen, die sich nicht schreiben lassen? Sie bleiben, wie sie sind, der Plan geht ohne sie weiter, und das Journal nennt jede. Schritte, die jede Zeile prüfen, können an ihnen scheitern.</translation>
    </message>
    <message>
        <source>Put them aside and resume</source>
        <translation>Beiseitelegen und fortsetzen</translation>
    </message>
    <message>
        <source>Resume with the tables as they are now? %1 The plan was not proved with that change; what it does from here on is your responsibility.</source>
        <translation>Mit den Tabellen fortsetzen, wie sie jetzt sind? %1 Mit dieser Änderung ist der Plan nicht nachgewiesen; was er ab hier tut, verantworten Sie.</translation>
    </message>
    <message>
        <source>Accept the change and resume</source>
        <translation>Änderung hinnehmen und fortsetzen</translation>
    </message>
    <message>
        <source>Go on from a step…</source>
        <translation>Ab einem Schritt fortfahren…</translation>
    </message>
    <message>
        <source>What was committed is kept, and nothing more is changed. Press &quot;%1&quot; and say at which step it stands: the run begins if the database looks as it should then.</source>
        <translation>Was festgeschrieben ist, bleibt, und mehr wird nicht geändert. Drücken Sie „%1“ und geben Sie an, bei welchem Schritt es steht: Der Lauf beginnt, wenn die Datenbank so aussieht, wie sie dann aussehen muss.</translation>
    </message>
    <message>
        <source>The rollback ended early: %1.</source>
        <translation>Die Rücknahme endete vorzeitig: %1.</translation>
    </message>
    <message>
        <source>What is taken back stays so; the journal knows where to go on.</source>
        <translation>Zurückgenommenes bleibt zurückgenommen; das Journal weiß, wo es weitergeht.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunProgress</name>
    <message>
        <source>WAL is what the whole server wrote meanwhile. HOT updates need no new index entries. Dead rows are those that vacuum has not removed yet.</source>
        <translation>WAL ist, was der ganze Server inzwischen schrieb. HOT-Updates brauchen keine neuen Indexeinträge. Tote Zeilen sind die, die Vacuum noch nicht entfernt hat.</translation>
    </message>
    <message>
        <source>Progress of the step</source>
        <translation>Fortschritt des Schritts</translation>
    </message>
    <message>
        <source>No step is running</source>
        <translation>Es läuft kein Schritt</translation>
    </message>
    <message>
        <source>Estimated %1 (%2)</source>
        <translation>Geschätzt %1 (%2)</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 – since %2 (%3)</source>
        <translation>%1 – seit %2 (%3)</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunSetup</name>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>His&amp;tory…</source>
        <translation>&amp;Verlauf…</translation>
    </message>
    <message>
        <source>Run the plan on a database</source>
        <translation>Den Plan auf einer Datenbank ausführen</translation>
    </message>
    <message>
        <source>postgresql://user@host/database, service=name, or host=… dbname=…</source>
        <translation>postgresql://user@host/database, service=name oder host=… dbname=…</translation>
    </message>
    <message>
        <source>Database to run on</source>
        <translation>Datenbank für den Lauf</translation>
    </message>
    <message>
        <source>The runs that the journal of this database remembers.</source>
        <translation>Die Läufe, die im Journal dieser Datenbank stehen.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Server wird befragt…</translation>
    </message>
    <message>
        <source>Who may be ended when the run waits for a lock</source>
        <translation>Wer beendet werden darf, wenn der Lauf auf eine Sperre wartet</translation>
    </message>
    <message>
        <source>Nobody, unless I say so then</source>
        <translation>Niemand, außer ich sage es dann</translation>
    </message>
    <message>
        <source>Autovacuum is canceled, which begins again later</source>
        <translation>Autovacuum wird abgebrochen; es beginnt später wieder</translation>
    </message>
    <message>
        <source>Also who is idle in a transaction for %1 is disconnected</source>
        <translation>Auch wer %1 untätig in einer Transaktion ist, wird getrennt</translation>
    </message>
    <message>
        <source>Also statements of %1 and more are canceled</source>
        <translation>Auch Anweisungen ab %1 werden abgebrochen</translation>
    </message>
    <message>
        <source>Also every session whose transaction is %1 old is disconnected</source>
        <translation>Auch jede Sitzung mit einer %1 alten Transaktion wird getrennt</translation>
    </message>
    <message>
        <source>Only who keeps the run from a lock at that moment; never replication, superusers, other runs, or a vacuum against wraparound.</source>
        <translation>Nur wer den Lauf in diesem Moment von einer Sperre abhält; nie Replikation, Superuser, andere Läufe oder ein Vacuum gegen Wraparound.</translation>
    </message>
    <message>
        <source>Who may be en&amp;ded when the run waits for a lock</source>
        <translation>Wer &amp;beendet werden darf, wenn der Lauf auf eine Sperre wartet</translation>
    </message>
    <message>
        <source>Backfills</source>
        <translation>Backfills</translation>
    </message>
    <message>
        <source>Step %1, %2</source>
        <translation>Schritt %1, %2</translation>
    </message>
    <message>
        <source>What may be lost for good</source>
        <translation>Was endgültig verloren gehen kann</translation>
    </message>
    <message>
        <source>The run stops before a step that is not ticked and asks.</source>
        <translation>Der Lauf hält vor einem nicht angehakten Schritt an und fragt.</translation>
    </message>
    <message>
        <source>There is no plan to run yet.</source>
        <translation>Es gibt noch keinen Plan zum Ausführen.</translation>
    </message>
    <message>
        <source>The plan is not proved as it stands. Prove it on the Plan page first.</source>
        <translation>Der Plan ist in dieser Form nicht nachgewiesen. Weisen Sie ihn zuerst auf der Seite „Plan“ nach.</translation>
    </message>
    <message>
        <source>Name a database that can be reached.</source>
        <translation>Nennen Sie eine erreichbare Datenbank.</translation>
    </message>
    <message>
        <source>Another Lockstep is running a plan on this database now.</source>
        <translation>Ein anderes Lockstep führt gerade einen Plan auf dieser Datenbank aus.</translation>
    </message>
    <message>
        <source>The unfinished run has to be resumed or rolled back first.</source>
        <translation>Der unfertige Lauf muss zuerst fortgesetzt oder zurückgenommen werden.</translation>
    </message>
    <message>
        <source>The name of the database is not typed yet.</source>
        <translation>Der Name der Datenbank ist noch nicht eingegeben.</translation>
    </message>
    <message>
        <source>To confirm, type the name of the database</source>
        <translation>Zum Bestätigen den Namen der Datenbank eingeben</translation>
    </message>
    <message>
        <source>To confirm, type the name of the database: %1</source>
        <translation>Zum Bestätigen den Namen der Datenbank eingeben: %1</translation>
    </message>
    <message>
        <source>Run on %1</source>
        <translation>Auf %1 ausführen</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s). %1.</source>
        <translation>
            <numerusform>%n Schritt. %1.</numerusform>
            <numerusform>%n Schritte. %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rollback that was begun has to be finished first.</source>
        <translation>Die begonnene Rücknahme muss zuerst zu Ende geführt werden.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunView</name>
    <message>
        <source>Confirm: %1</source>
        <translation>Bestätigen: %1</translation>
    </message>
    <message>
        <source>Confirm all of this</source>
        <translation>All das bestätigen</translation>
    </message>
    <message>
        <source>Rows per second</source>
        <translation>Zeilen pro Sekunde</translation>
    </message>
    <message>
        <source>Transaction time, ms</source>
        <translation>Transaktionszeit, ms</translation>
    </message>
    <message>
        <source>Sessions waiting on us</source>
        <translation>Auf uns wartende Sitzungen</translation>
    </message>
    <message>
        <source>Replica behind, s</source>
        <translation>Replikat-Rückstand, s</translation>
    </message>
    <message>
        <source>aim %1 ms</source>
        <translation>Ziel %1 ms</translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation>Schritte des Laufs</translation>
    </message>
    <message>
        <source>Events of the run, newest first</source>
        <translation>Ereignisse des Laufs, neueste zuerst</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Save even&amp;ts…</source>
        <translation>Ereignisse &amp;speichern…</translation>
    </message>
    <message>
        <source>What is listed here, as JSON lines or CSV.</source>
        <translation>Was hier steht, als JSON-Zeilen oder CSV.</translation>
    </message>
    <message>
        <source>as %1 · pid %2 · run %3</source>
        <translation>als %1 · PID %2 · Lauf %3</translation>
    </message>
    <message>
        <source>Run %1 resumed by %2.</source>
        <translation>Lauf %1 fortgesetzt von %2.</translation>
    </message>
    <message>
        <source>Run %1 started by %2.</source>
        <translation>Lauf %1 gestartet von %2.</translation>
    </message>
    <message>
        <source>Step %1, %2: %3 in %4.</source>
        <translation>Schritt %1, %2: %3 in %4.</translation>
    </message>
    <message>
        <source>now %1, best %2</source>
        <translation>jetzt %1, Bestwert %2</translation>
    </message>
    <message>
        <source>most %1</source>
        <translation>max. %1</translation>
    </message>
    <message>
        <source>now %1, most %2</source>
        <translation>jetzt %1, max. %2</translation>
    </message>
    <message>
        <source>The run waits for you: %1</source>
        <translation>Der Lauf wartet auf Sie: %1</translation>
    </message>
    <message>
        <source>The next step loses data for good: %1</source>
        <translation>Der nächste Schritt verliert endgültig Daten: %1</translation>
    </message>
    <message>
        <source>Allow it</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Running on %1</source>
        <translation>Läuft auf %1</translation>
    </message>
    <message>
        <source>Ran on %1</source>
        <translation>Lief auf %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>everything left: %1</source>
        <translation>insgesamt noch: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::SourcePicker</name>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>Opens a .sql file, an archive or a snapshot.</source>
        <translation>Öffnet eine .sql-Datei, ein Archiv oder einen Snapshot.</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>Server…</translation>
    </message>
    <message>
        <source>Connects to a live database.</source>
        <translation>Verbindet sich mit einer laufenden Datenbank.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Reads it again.</source>
        <translation>Liest es neu.</translation>
    </message>
    <message>
        <source>Nothing chosen yet.</source>
        <translation>Noch nichts gewählt.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Choose a schema</source>
        <translation>Schema wählen</translation>
    </message>
    <message>
        <source>Schemas (*.sql *.dump *.backup *.json *.prisma)</source>
        <translation>Schemas (*.sql *.dump *.backup *.json *.prisma)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Known connections</source>
        <translation>Bekannte Verbindungen</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Ein anderer Server</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::SqlEditor</name>
    <message>
        <source>SQL of the step</source>
        <translation>SQL des Schritts</translation>
    </message>
    <message>
        <source>&amp;Undo typing</source>
        <translation>Eingabe &amp;rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo typing</source>
        <translation>Eingabe &amp;wiederherstellen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>A&amp;usschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Co&amp;mplete the word</source>
        <translation>Wort ergä&amp;nzen</translation>
    </message>
    <message>
        <source>Comment &amp;in or out</source>
        <translation>Aus- oder e&amp;inkommentieren</translation>
    </message>
    <message>
        <source>&amp;Lay out for reading</source>
        <translation>&amp;Lesbar formatieren</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Weitersu&amp;chen</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Rückwär&amp;ts suchen</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>Erset&amp;zen…</translation>
    </message>
    <message>
        <source>&amp;Go to line…</source>
        <translation>&amp;Gehe zu Zeile…</translation>
    </message>
    <message>
        <source>SQL of the script</source>
        <translation>SQL des Skripts</translation>
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
        <translation>Stationen der Arbeit</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
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
        <translation>Umgebung: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StaleList</name>
    <message>
        <source>Rename of %1</source>
        <translation>Umbenennung von %1</translation>
    </message>
    <message>
        <source>Drop of %1</source>
        <translation>Löschung von %1</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ausgelassen: %1</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>Behalten: %1</translation>
    </message>
    <message>
        <source>Parked: %1</source>
        <translation>Geparkt: %1</translation>
    </message>
    <message>
        <source>Decision about %1</source>
        <translation>Entscheidung über %1</translation>
    </message>
    <message>
        <source>Not there any more</source>
        <translation>Nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>Forget these decisions</source>
        <translation>Diese Entscheidungen verwerfen</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StatementPanel</name>
    <message>
        <source>Write this instead</source>
        <translation>Stattdessen schreiben</translation>
    </message>
    <message>
        <source>Ignore here</source>
        <translation>Hier ignorieren</translation>
    </message>
    <message>
        <source>Puts a comment over the statement that takes this finding back.</source>
        <translation>Setzt einen Kommentar über die Anweisung, der diesen Befund aufhebt.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the statements.</source>
        <translation>Kopiert die Anweisungen.</translation>
    </message>
    <message>
        <source>Replace in script</source>
        <translation>Im Skript ersetzen</translation>
    </message>
    <message>
        <source>Puts them in place of the statement; Undo takes that back.</source>
        <translation>Setzt sie an die Stelle der Anweisung; „Rückgängig“ nimmt das zurück.</translation>
    </message>
    <message>
        <source>About the selected statement</source>
        <translation>Zur ausgewählten Anweisung</translation>
    </message>
    <message>
        <source>Ignore %1 here</source>
        <translation>%1 hier ignorieren</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
    <message>
        <source>Line %1, %2</source>
        <translation>Zeile %1, %2</translation>
    </message>
    <message>
        <source>not known: this statement could not be read</source>
        <translation>nicht bekannt: Diese Anweisung konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Nobody waits: what is locked strongly is new, others do not know it.</source>
        <translation>Niemand wartet: Was stark gesperrt wird, ist neu und anderen unbekannt.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (%2), %3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; (%2), %3</translation>
    </message>
    <message>
        <source>in a transaction of its own</source>
        <translation>in einer eigenen Transaktion</translation>
    </message>
    <message>
        <source>outside of a transaction</source>
        <translation>außerhalb einer Transaktion</translation>
    </message>
    <message>
        <source>in the transaction that is open; its locks stay until that ends</source>
        <translation>in der offenen Transaktion; die Sperren bleiben bis zu deren Ende</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>rule and the reason to ignore it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Write this instead, outside the transaction</source>
        <translation>Stattdessen, außerhalb der Transaktion</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepActions</name>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Switch off</source>
        <translation>&amp;Abschalten</translation>
    </message>
    <message>
        <source>Switch off with &amp;all that need it</source>
        <translation>Mit a&amp;llen abschalten, die ihn brauchen</translation>
    </message>
    <message>
        <source>&amp;Join with the next step</source>
        <translation>Mit dem &amp;nächsten Schritt verbinden</translation>
    </message>
    <message>
        <source>Insert own S&amp;QL after it</source>
        <translation>Eigenes S&amp;QL danach einfügen</translation>
    </message>
    <message>
        <source>Insert a &amp;gate after it</source>
        <translation>&amp;Freigabe danach einfügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Entfe&amp;rnen</translation>
    </message>
    <message>
        <source>S&amp;plit before</source>
        <translation>&amp;Trennen vor</translation>
    </message>
    <message>
        <source>&amp;Switch on</source>
        <translation>&amp;Einschalten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number and text of a statement</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>“%1” cannot be moved there.</source>
        <translation>„%1“ kann nicht dorthin verschoben werden.</translation>
    </message>
    <message>
        <source>Look at the database, and go on when it is well.</source>
        <translation>Sehen Sie die Datenbank an und fahren Sie fort, wenn alles in Ordnung ist.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepEditor</name>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Part of the step</source>
        <translation>Teil des Schritts</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>Rückweg</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verifizieren</translation>
    </message>
    <message>
        <source>Go back to the SQL that was generated for this step</source>
        <translation>Zum SQL zurückkehren, das für diesen Schritt erzeugt wurde</translation>
    </message>
    <message>
        <source>no step selected</source>
        <translation>kein Schritt ausgewählt</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>generated · not edited</source>
        <translation>erzeugt · nicht bearbeitet</translation>
    </message>
    <message>
        <source>edited · cannot be taken as it is</source>
        <translation>bearbeitet · so nicht verwendbar</translation>
    </message>
    <message>
        <source>edited · not analysed</source>
        <translation>bearbeitet · nicht analysiert</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>step number and its state</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>switched off: it does not run</source>
        <translation>abgeschaltet: läuft nicht</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>Ihr eigener</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepIntents</name>
    <message>
        <source>%1 is renamed to %2</source>
        <translation>%1 wird in %2 umbenannt</translation>
    </message>
    <message>
        <source>Fill %1 with…</source>
        <translation>%1 füllen mit…</translation>
    </message>
    <message>
        <source>Change %1 in a window: it may block</source>
        <translation>%1 im Wartungsfenster ändern: darf blockieren</translation>
    </message>
    <message>
        <source>Change %1 without downtime again</source>
        <translation>%1 wieder ohne Ausfallzeit ändern</translation>
    </message>
    <message>
        <source>Park %1 instead of dropping it</source>
        <translation>%1 parken statt löschen</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>%1 behalten</translation>
    </message>
    <message>
        <source>%1 becomes %2 from now on.</source>
        <translation>%1 wird ab jetzt zu %2.</translation>
    </message>
    <message>
        <source>%1 is filled with another value.</source>
        <translation>%1 wird mit einem anderen Wert gefüllt.</translation>
    </message>
    <message>
        <source>%1 is changed in a window.</source>
        <translation>%1 wird im Wartungsfenster geändert.</translation>
    </message>
    <message>
        <source>%1 is changed without downtime.</source>
        <translation>%1 wird ohne Ausfallzeit geändert.</translation>
    </message>
    <message>
        <source>%1 is parked instead of being dropped.</source>
        <translation>%1 wird geparkt statt gelöscht.</translation>
    </message>
    <message>
        <source>%1 is kept.</source>
        <translation>%1 bleibt.</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Fill %1 with</source>
        <translation>%1 füllen mit</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepText</name>
    <message>
        <source>There is no way back: %1</source>
        <translation>Es gibt keinen Rückweg: %1</translation>
    </message>
    <message>
        <source>-- expects %1</source>
        <translation>-- erwartet %1</translation>
    </message>
    <message>
        <source>a gate runs no SQL</source>
        <translation>eine Freigabe führt kein SQL aus</translation>
    </message>
    <message>
        <source>a verification runs only what is under Verify</source>
        <translation>eine Verifikation führt nur aus, was unter „Verifizieren“ steht</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineCanvas</name>
    <message>
        <source>Timeline of the plan</source>
        <translation>Zeitachse des Plans</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineColumns</name>
    <message>
        <source>Phase: %1</source>
        <translation>Phase: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineLegend</name>
    <message>
        <source>Legend: green blocks nothing; blue with dots blocks other schema changes and vacuum; amber with stripes blocks writes; red with crossed stripes blocks reads and writes. The band at the left edge is the phase.</source>
        <translation>Legende: Grün blockiert nichts; Blau mit Punkten blockiert andere Schemaänderungen und Vacuum; Bernstein mit Streifen blockiert Schreiben; Rot mit gekreuzten Streifen blockiert Lesen und Schreiben. Das Band am linken Rand ist die Phase.</translation>
    </message>
    <message>
        <source>likely range</source>
        <translation>wahrscheinliche Spanne</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>must come after</source>
        <translation>muss danach kommen</translation>
    </message>
    <message>
        <source>Ctrl+wheel zooms · F fits · Esc clears</source>
        <translation>Ctrl+Rad zoomt · F passt ein · Esc hebt Auswahl auf</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineMinimap</name>
    <message>
        <source>The whole plan</source>
        <translation>Der ganze Plan</translation>
    </message>
    <message>
        <source>Drag the window to what you want to see; drag its sides to see more or less.</source>
        <translation>Ziehen Sie das Fenster dorthin, wo Sie hinsehen wollen; ziehen Sie an seinen Seiten, um mehr oder weniger zu sehen.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelinePicture</name>
    <message>
        <source>The plan is too long for a PNG picture.</source>
        <translation>Der Plan ist zu lang für ein PNG-Bild.</translation>
    </message>
    <message>
        <source>Save it as SVG, which has no limit.</source>
        <translation>Speichern Sie ihn als SVG, das keine Grenze hat.</translation>
    </message>
    <message>
        <source>Timeline of the plan</source>
        <translation>Zeitachse des Plans</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineRuler</name>
    <message>
        <source>Time since the start of the plan, estimated</source>
        <translation>Geschätzte Zeit seit Beginn des Plans</translation>
    </message>
    <message>
        <source>The estimated time of everything up to that point</source>
        <translation>Die geschätzte Zeit von allem bis zu dieser Stelle</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineView</name>
    <message>
        <source>&amp;Timeline</source>
        <translation>&amp;Zeitachse</translation>
    </message>
    <message>
        <source>By table</source>
        <translation>Nach Tabelle</translation>
    </message>
    <message>
        <source>Puts the steps of a table together; the time of each stays what it is.</source>
        <translation>Stellt die Schritte einer Tabelle zusammen; die Zeit eines jeden bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Shows all of the time (F).</source>
        <translation>Zeigt die ganze Zeit (F).</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>To what was in sight before (Backspace or Alt+Left).</source>
        <translation>Zu dem, was zuvor zu sehen war (Rücktaste oder Alt+Links).</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Shows less of the time (+).</source>
        <translation>Zeigt weniger von der Zeit (+).</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Shows more of the time (-).</source>
        <translation>Zeigt mehr von der Zeit (-).</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::UnusualStart</name>
    <message>
        <source>Direct connection, without the pooler</source>
        <translation>Direkte Verbindung, ohne den Pooler</translation>
    </message>
    <message>
        <source>postgresql://user@host:5432/database of the server itself</source>
        <translation>postgresql://user@host:5432/datenbank des Servers selbst</translation>
    </message>
    <message>
        <source>The whole run goes there. It has to be the same database, not another one.</source>
        <translation>Der ganze Lauf geht dorthin. Es muss dieselbe Datenbank sein, keine andere.</translation>
    </message>
    <message>
        <source>The step to go on from</source>
        <translation>Der Schritt, ab dem fortgefahren wird</translation>
    </message>
    <message>
        <source>The run begins only if the tables, columns, indexes and constraints of the database agree with that.</source>
        <translation>Der Lauf beginnt nur, wenn die Tabellen, Spalten, Indizes und Constraints der Datenbank dazu passen.</translation>
    </message>
    <message>
        <source>&amp;Direct connection, without the pooler: a run needs it, unless the pool is in session mode</source>
        <translation>&amp;Direkte Verbindung, ohne den Pooler: Ein Lauf braucht sie, außer wenn der Pool im Sitzungsmodus ist</translation>
    </message>
    <message>
        <source>The journal is gone. &amp;Go on from this step; what comes before it is done</source>
        <translation>Das Journal ist weg. &amp;Ab diesem Schritt fortfahren; was davor kommt, ist erledigt</translation>
    </message>
    <message>
        <source>None: it has not begun</source>
        <translation>Keiner: Es hat noch nicht begonnen</translation>
    </message>
    <message>
        <source>Step %1, %2</source>
        <translation>Schritt %1, %2</translation>
    </message>
</context>
</TS>
