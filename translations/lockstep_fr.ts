<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ChangeRows</name>
    <message numerus="yes">
        <source>%n column(s): %1</source>
        <translation>
            <numerusform>%n colonne&#xa0;: %1</numerusform>
            <numerusform>%n colonnes&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>would lose %1</source>
        <translation>perdrait %1</translation>
    </message>
    <message>
        <source>was: %1</source>
        <translation>avant&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1: only white space differs</source>
        <translation>%1&#xa0;: seuls les espaces diffèrent</translation>
    </message>
    <message>
        <source>%1: %2 %4 %3</source>
        <comment>property: before arrow after</comment>
        <translation>%1&#xa0;: %2 %4 %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>avant %1</translation>
    </message>
    <message>
        <source>its counter</source>
        <translation>son compteur</translation>
    </message>
    <message>
        <source>its values, in rows that nobody has counted</source>
        <translation>ses valeurs, dans des lignes que personne n’a comptées</translation>
    </message>
    <message>
        <source>its rows, which nobody has counted</source>
        <translation>ses lignes, que personne n’a comptées</translation>
    </message>
    <message>
        <source>about %1 rows, %2</source>
        <translation>environ %1 lignes, %2</translation>
    </message>
    <message>
        <source>its values in about %1 rows</source>
        <translation>ses valeurs dans environ %1 lignes</translation>
    </message>
    <message>
        <source>its values in about %1 rows, %2</source>
        <translation>ses valeurs dans environ %1 lignes, %2</translation>
    </message>
    <message>
        <source>The role that read the catalog may not see all of it: connect as one that may.</source>
        <translation>Le rôle qui a lu le catalogue ne le voit peut-être pas en entier&#xa0;: connectez-vous avec un rôle qui en a le droit.</translation>
    </message>
    <message>
        <source>Lockstep does not compare this: the plan neither makes, changes nor drops it.</source>
        <translation>Lockstep ne compare pas cet objet&#xa0;: le plan ne le crée, ne le modifie ni ne le supprime.</translation>
    </message>
    <message>
        <source>%1 stays and needs it</source>
        <translation>%1 reste et en a besoin</translation>
    </message>
    <message>
        <source>it needs %1, which is left out</source>
        <translation>cela a besoin de %1, qui est laissé de côté</translation>
    </message>
    <message>
        <source>it is part of %1, which stays</source>
        <translation>cela fait partie de %1, qui reste</translation>
    </message>
    <message>
        <source>it is part of %1, which is left out</source>
        <translation>cela fait partie de %1, qui est laissé de côté</translation>
    </message>
    <message>
        <source>%1 stays and has its name</source>
        <translation>%1 reste et porte son nom</translation>
    </message>
    <message>
        <source>a table has one primary key, and %1 stays</source>
        <translation>une table n’a qu’une clé primaire, et %1 reste</translation>
    </message>
    <message>
        <source>it goes together with %1</source>
        <translation>cela va de pair avec %1</translation>
    </message>
    <message>
        <source>%1, because of %2</source>
        <translation>%1, à cause de %2</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>PostgreSQL schema changes, proved before they run.</source>
        <translation>Changements de schéma PostgreSQL, prouvés avant d’être exécutés.</translation>
    </message>
    <message>
        <source>A project (.lockstep), a plan (.lockplan) or a schema (.sql).</source>
        <translation>Un projet (.lockstep), un plan (.lockplan) ou un schéma (.sql).</translation>
    </message>
    <message>
        <source>What there is: file, archive, snapshot or connection.</source>
        <translation>Actuel&#xa0;: fichier, archive, instantané ou connexion.</translation>
    </message>
    <message>
        <source>What is wanted.</source>
        <translation>Cible&#xa0;: ce qui est voulu.</translation>
    </message>
    <message>
        <source>Where proofs are made: auto, or a connection.</source>
        <translation>Où se font les preuves&#xa0;: auto ou une connexion.</translation>
    </message>
    <message>
        <source>debug, info, warning or error.</source>
        <translation>debug, info, warning ou error.</translation>
    </message>
    <message>
        <source>Appends the log to a file.</source>
        <translation>Ajoute les traces à la fin d’un fichier.</translation>
    </message>
    <message>
        <source>Waits until the plan is proved, writes the window as a PNG file and ends.</source>
        <translation>Attend que le plan soit prouvé, écrit la fenêtre dans un fichier PNG et se termine.</translation>
    </message>
    <message>
        <source>A migration script, or a folder of them, to review.</source>
        <translation>Un script de migration, ou un dossier de scripts, à relire.</translation>
    </message>
    <message>
        <source>Page of the screenshot: compare, plan, check, rehearse, run, review or home.</source>
        <translation>Page de la capture d’écran&#xa0;: compare, plan, check, rehearse, run, review ou home.</translation>
    </message>
    <message>
        <source>Step that is selected, counted from 1.</source>
        <translation>Étape sélectionnée, comptée à partir de 1.</translation>
    </message>
    <message>
        <source>en, de, es, fr, ja or zh_CN; otherwise as set in the View menu.</source>
        <translation>en, de, es, fr, ja ou zh_CN&#xa0;; sinon le choix du menu «&#xa0;Affichage&#xa0;».</translation>
    </message>
    <message>
        <source>Size of the window, such as 1600x1000.</source>
        <translation>Taille de la fenêtre, par exemple 1600x1000.</translation>
    </message>
    <message>
        <source>light, dark, contrast-light or contrast-dark; otherwise as the system.</source>
        <translation>light, dark, contrast-light ou contrast-dark&#xa0;; sinon comme le système.</translation>
    </message>
</context>
<context>
    <name>ConnectionMenu</name>
    <message>
        <source>Your connections</source>
        <translation>Vos connexions</translation>
    </message>
    <message>
        <source>Your connections (Alt+Down)</source>
        <translation>Vos connexions (Alt+Bas)</translation>
    </message>
    <message>
        <source>None are kept yet: the Home page keeps them.</source>
        <translation>Aucune n’est encore gardée&#xa0;: c’est la page d’accueil qui les garde.</translation>
    </message>
    <message>
        <source>read-only: nothing can be run there</source>
        <translation>lecture seule&#xa0;: rien ne peut y être exécuté</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>%1 to %2</source>
        <comment>keys</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Lockstep %1&lt;/h2&gt;&lt;p&gt;PostgreSQL schema changes, proved before they run.&lt;/p&gt;&lt;p&gt;Qt %2 · free software under the GNU General Public License, version 3.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;Lockstep %1&lt;/h2&gt;&lt;p&gt;Changements de schéma PostgreSQL, prouvés avant d’être exécutés.&lt;/p&gt;&lt;p&gt;Qt %2 · logiciel libre sous licence publique générale GNU (GPL), version 3.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Lockstep</source>
        <translation>À propos de Lockstep</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>A page of the work, by its number</source>
        <translation>Une page du travail, par son numéro</translation>
    </message>
    <message>
        <source>Next or previous part of the page</source>
        <translation>Partie suivante ou précédente de la page</translation>
    </message>
    <message>
        <source>Close what came up</source>
        <translation>Fermer ce qui s’est ouvert</translation>
    </message>
    <message>
        <source>In the SQL editor</source>
        <translation>Dans l’éditeur SQL</translation>
    </message>
    <message>
        <source>Find, and find again</source>
        <translation>Rechercher, et rechercher encore</translation>
    </message>
    <message>
        <source>Complete the name</source>
        <translation>Compléter le nom</translation>
    </message>
    <message>
        <source>Comment lines in or out</source>
        <translation>Commenter ou décommenter les lignes</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>In the timeline</source>
        <translation>Dans la chronologie</translation>
    </message>
    <message>
        <source>Zoom in, and out</source>
        <translation>Zoom avant et arrière</translation>
    </message>
    <message>
        <source>Show all of the time</source>
        <translation>Montrer toute la durée</translation>
    </message>
    <message>
        <source>Back to what was in sight before</source>
        <translation>Revenir à ce qui était visible avant</translation>
    </message>
</context>
<context>
    <name>HintText</name>
    <message>
        <source>Compare the database with the target again and make a new plan. If this plan was run here before and its journal was removed, press &quot;%1&quot; and say at which step it stands.</source>
        <translation>Comparez de nouveau la base avec la cible et faites un nouveau plan. Si ce plan a déjà été exécuté ici et que son journal a été supprimé, cliquez sur « %1 » et dites à quelle étape il en est.</translation>
    </message>
    <message>
        <source>Nothing of this step was changed. End what holds the lock, or let the run do it (&quot;%1&quot;); then press &quot;%2&quot;.</source>
        <translation>Rien de cette étape n’a été modifié. Mettez fin à ce qui tient le verrou, ou laissez l’exécution le faire (« %1 ») ; cliquez ensuite sur « %2 ».</translation>
    </message>
    <message>
        <source>Make sure that this is the server to go on with and that the old one is off. Then tick &quot;%1&quot; and press &quot;%2&quot;.</source>
        <translation>Assurez-vous que c’est bien avec ce serveur qu’il faut continuer et que l’ancien est arrêté. Cochez ensuite « %1 » et cliquez sur « %2 ».</translation>
    </message>
    <message>
        <source>Name its database on the Run page again: there you can press &quot;%1&quot; or &quot;%2&quot;.</source>
        <translation>Indiquez à nouveau la base sur la page d’exécution : vous pouvez y cliquer sur « %1 » ou « %2 ».</translation>
    </message>
    <message>
        <source>Name the database on the Run page again, and start the plan there.</source>
        <translation>Indiquez à nouveau la base sur la page d’exécution et lancez-y le plan.</translation>
    </message>
    <message>
        <source>Press &quot;%1&quot; first.</source>
        <translation>Cliquez d’abord sur « %1 ».</translation>
    </message>
    <message>
        <source>Press &quot;%1&quot; or &quot;%2&quot;.</source>
        <translation>Cliquez sur « %1 » ou « %2 ».</translation>
    </message>
    <message>
        <source>Name the database on the Run page again to see what the other one does.</source>
        <translation>Indiquez à nouveau la base sur la page d’exécution pour voir ce que fait l’autre.</translation>
    </message>
    <message>
        <source>Look into the server&apos;s log for what ends it. What is done is kept: press &quot;%1&quot; or &quot;%2&quot;.</source>
        <translation>Cherchez dans le journal du serveur ce qui y met fin. Ce qui est fait est conservé : cliquez sur « %1 » ou « %2 ».</translation>
    </message>
    <message>
        <source>Prove it on the Plan page first.</source>
        <translation>Prouvez-le d’abord à la page «&#xa0;Plan&#xa0;».</translation>
    </message>
    <message>
        <source>Correct the row or the expression, then press &quot;%1&quot;; or press &quot;%2&quot;. Everything before it is done and stays.</source>
        <translation>Corrigez la ligne ou l’expression, puis cliquez sur «&#xa0;%1&#xa0;»&#xa0;; ou cliquez sur «&#xa0;%2&#xa0;». Tout ce qui précède est fait et reste.</translation>
    </message>
    <message>
        <source>Take that change back and press &quot;%1&quot;, go on with it as it is by &quot;%2&quot;, or press &quot;%3&quot; and plan anew.</source>
        <translation>Annulez ce changement et cliquez sur «&#xa0;%1&#xa0;», continuez tel quel avec «&#xa0;%2&#xa0;», ou cliquez sur «&#xa0;%3&#xa0;» et refaites le plan.</translation>
    </message>
    <message>
        <source>Tick each under &quot;%1&quot; on the Run page, or park what may still be needed.</source>
        <translation>Cochez chacune sous «&#xa0;%1&#xa0;» à la page «&#xa0;Exécuter&#xa0;», ou mettez de côté ce qui peut encore servir.</translation>
    </message>
    <message>
        <source>Name the server itself on the Run page, without the pooler in between.</source>
        <translation>Indiquez à la page «&#xa0;Exécuter&#xa0;» le serveur lui-même, sans le pooler intermédiaire.</translation>
    </message>
</context>
<context>
    <name>RatesText</name>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>il y a %n minute</numerusform>
            <numerusform>il y a %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>il y a %n heure</numerusform>
            <numerusform>il y a %n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>il y a %n jour</numerusform>
            <numerusform>il y a %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>default rates</source>
        <translation>débits par défaut</translation>
    </message>
    <message>
        <source>measured %1</source>
        <translation>mesuré %1</translation>
    </message>
    <message>
        <source>Estimates use the default rates of a common server; nothing was measured.</source>
        <translation>Les estimations utilisent les débits par défaut d’un serveur courant&#xa0;; rien n’a été mesuré.</translation>
    </message>
    <message>
        <source>Estimates use what a calibration measured on %1, %2 (%3).</source>
        <translation>Les estimations utilisent ce qu’un calibrage a mesuré sur %1, %2 (%3).</translation>
    </message>
    <message>
        <source>Estimates use what a rehearsal measured on %1, %2 (%3).</source>
        <translation>Les estimations utilisent ce qu’une répétition a mesuré sur %1, %2 (%3).</translation>
    </message>
    <message>
        <source>Of rows of %1 bytes it reads about %2, indexes %3 by text and fills %4 a second.</source>
        <translation>Pour des lignes de %1 octets, il en lit environ %2, en indexe %3 par texte et en remplit %4 par seconde.</translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>application “%1”</source>
        <translation>application «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>its transaction is %1 old</source>
        <translation>sa transaction date de %1</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>PID %1</translation>
    </message>
    <message>
        <source>a prepared transaction</source>
        <translation>une transaction préparée</translation>
    </message>
    <message>
        <source>size unchanged</source>
        <translation>taille inchangée</translation>
    </message>
    <message>
        <source>size +%1 (+%2)</source>
        <translation>taille +%1 (+%2)</translation>
    </message>
    <message>
        <source>size −%1</source>
        <translation>taille −%1</translation>
    </message>
    <message>
        <source>phase %1 of %2, %3 · step %4 of %5</source>
        <translation>phase %1 sur %2, %3 · étape %4 sur %5</translation>
    </message>
    <message>
        <source>%1 of about %2 rows</source>
        <translation>%1 sur environ %2 lignes</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 lignes</translation>
    </message>
    <message>
        <source>speed: not known yet</source>
        <translation>vitesse&#xa0;: pas encore connue</translation>
    </message>
    <message>
        <source>time left: not known yet</source>
        <translation>temps restant&#xa0;: pas encore connu</translation>
    </message>
    <message>
        <source>left about %1 (%2)</source>
        <translation>reste environ %1 (%2)</translation>
    </message>
    <message>
        <source>batches of %1 rows, the last took %2</source>
        <translation>lots de %1 lignes, le dernier a pris %2</translation>
    </message>
    <message>
        <source>%1 stripes</source>
        <translation>%1 bandes</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>%1 workers</translation>
    </message>
    <message>
        <source>%1 of WAL, %2 a row</source>
        <translation>%1 de WAL, %2 par ligne</translation>
    </message>
    <message>
        <source>%1 of WAL</source>
        <translation>%1 de WAL</translation>
    </message>
    <message>
        <source>%1 HOT</source>
        <translation>%1 HOT</translation>
    </message>
    <message>
        <source>%1 dead rows</source>
        <translation>%1 lignes mortes</translation>
    </message>
    <message>
        <source>replica %1 behind</source>
        <translation>réplica en retard de %1</translation>
    </message>
    <message>
        <source>%1 rows put aside</source>
        <translation>%1 lignes écartées</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>Retenu&#xa0;: %1</translation>
    </message>
    <message>
        <source>Slowed to %1 of the time: %2</source>
        <translation>Ralenti à %1 du temps&#xa0;: %2</translation>
    </message>
    <message>
        <source>Slowed: %1</source>
        <translation>Ralenti&#xa0;: %1</translation>
    </message>
    <message>
        <source>working</source>
        <translation>au travail</translation>
    </message>
    <message>
        <source>waits for the transaction of pid %1</source>
        <translation>attend la transaction du PID %1</translation>
    </message>
    <message>
        <source>Waiting for a lock.</source>
        <translation>Attente d’un verrou.</translation>
    </message>
    <message>
        <source>Waiting for a lock held by %1</source>
        <translation>Attente d’un verrou tenu par %1</translation>
    </message>
    <message>
        <source>The time for this lock is used up, nothing is tried any more.</source>
        <translation>Le temps prévu pour ce verrou est épuisé, plus rien n’est tenté.</translation>
    </message>
    <message>
        <source>About %1 in all, and nobody waits for longer than about %2.</source>
        <translation>Environ %1 en tout, et personne n’attend plus de %2 environ.</translation>
    </message>
</context>
<context>
    <name>SearchWords</name>
    <message>
        <source>theme colour color scheme dark mode night black look settings preferences</source>
        <extracomment>Each of these: other words that find a command in the command palette, with blanks between them. Not shown.</extracomment>
        <translation>thème couleur couleurs mode sombre nuit noir aspect réglages préférences</translation>
    </message>
    <message>
        <source>theme colour color scheme light mode day white look settings preferences</source>
        <translation>thème couleur couleurs mode clair jour blanc aspect réglages préférences</translation>
    </message>
    <message>
        <source>theme colour color scheme mode accessibility a11y look settings preferences</source>
        <translation>thème couleur couleurs mode accessibilité contraste aspect réglages préférences</translation>
    </message>
    <message>
        <source>theme colour color scheme mode automatic desktop look settings preferences</source>
        <translation>thème couleur couleurs mode automatique bureau aspect réglages préférences</translation>
    </message>
    <message>
        <source>language translation locale settings preferences</source>
        <translation>langue traduction language réglages préférences</translation>
    </message>
    <message>
        <source>create comparison connect database</source>
        <translation>créer comparaison connecter base</translation>
    </message>
    <message>
        <source>lint check analyse migration SQL file</source>
        <translation>lint vérifier analyser migration SQL fichier</translation>
    </message>
    <message>
        <source>export generate script SQL write</source>
        <translation>exporter générer script SQL écrire</translation>
    </message>
    <message>
        <source>export print PDF HTML</source>
        <translation>exporter imprimer PDF HTML</translation>
    </message>
    <message>
        <source>export image SVG PNG chart</source>
        <translation>exporter image SVG PNG diagramme</translation>
    </message>
    <message>
        <source>exit close leave</source>
        <translation>sortir fermer</translation>
    </message>
    <message>
        <source>refresh reload update</source>
        <translation>actualiser recharger rafraîchir</translation>
    </message>
    <message>
        <source>reverse exchange direction</source>
        <translation>inverser échanger sens</translation>
    </message>
    <message>
        <source>policy strategy online offline</source>
        <translation>politique stratégie online offline</translation>
    </message>
    <message>
        <source>verify test validate dry</source>
        <translation>vérifier tester valider</translation>
    </message>
    <message>
        <source>speed benchmark measure time</source>
        <translation>vitesse mesurer benchmark temps</translation>
    </message>
    <message>
        <source>revert undo rollback</source>
        <translation>annuler défaire rollback</translation>
    </message>
    <message>
        <source>execute deploy apply start</source>
        <translation>exécuter déployer appliquer démarrer</translation>
    </message>
    <message>
        <source>journal audit past</source>
        <translation>journal audit passé</translation>
    </message>
    <message>
        <source>hotkeys keys cheat sheet help</source>
        <translation>raccourcis touches aide</translation>
    </message>
    <message>
        <source>messages output errors</source>
        <translation>messages sortie erreurs</translation>
    </message>
    <message>
        <source>version license</source>
        <translation>version licence</translation>
    </message>
</context>
<context>
    <name>lockstep::app::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation>&amp;Nouveau projet</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Re&amp;view a script…</source>
        <translation>Re&amp;lire un script…</translation>
    </message>
    <message>
        <source>What a migration that somebody else wrote would do, statement by statement.</source>
        <translation>Ce que ferait une migration écrite par quelqu’un d’autre, instruction par instruction.</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Ouvrir un &amp;récent</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>&amp;Enregistrer le projet</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>Enregistrer le projet &amp;sous…</translation>
    </message>
    <message>
        <source>Save &amp;plan…</source>
        <translation>Enregistrer le &amp;plan…</translation>
    </message>
    <message>
        <source>As a plan file for lockstep-cli, or as SQL for psql.</source>
        <translation>En fichier de plan pour lockstep-cli, ou en SQL pour psql.</translation>
    </message>
    <message>
        <source>Save the review repor&amp;t…</source>
        <translation>Enregistrer le rappor&amp;t de relecture…</translation>
    </message>
    <message>
        <source>Timeline, steps, SQL, locks, estimates, proof and lines to sign, as HTML or PDF.</source>
        <translation>Chronologie, étapes, SQL, verrous, estimations, preuve et lignes de signature, en HTML ou PDF.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Complete words while typing</source>
        <translation>Compléter les mots à la &amp;frappe</translation>
    </message>
    <message>
        <source>&amp;Mark findings in the SQL</source>
        <translation>&amp;Marquer les constats dans le SQL</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>Ho&amp;me</source>
        <translation>&amp;Accueil</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparer</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>C&amp;hecklist</source>
        <translation>Liste de c&amp;ontrôle</translation>
    </message>
    <message>
        <source>Re&amp;hearsal</source>
        <translation>&amp;Répétition</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>E&amp;xécuter</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>Re&amp;lecture</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Apparence</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Comme le &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>S&amp;ombre</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Lan&amp;gue</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Traces</translation>
    </message>
    <message>
        <source>&amp;Read both sides again</source>
        <translation>&amp;Recharger les deux côtés</translation>
    </message>
    <message>
        <source>&amp;Swap current and target</source>
        <translation>&amp;Intervertir actuel et cible</translation>
    </message>
    <message>
        <source>&amp;Zero downtime</source>
        <translation>&amp;Sans interruption</translation>
    </message>
    <message>
        <source>&amp;Maintenance window</source>
        <translation>&amp;Fenêtre de maintenance</translation>
    </message>
    <message>
        <source>&amp;Prove</source>
        <translation>&amp;Prouver</translation>
    </message>
    <message>
        <source>Calibrate the &amp;estimates…</source>
        <translation>&amp;Calibrer les estimations…</translation>
    </message>
    <message>
        <source>Measures how fast a server is, so that the times of the plan are its own.</source>
        <translation>Mesure la vitesse d’un serveur, pour que les durées du plan soient les siennes.</translation>
    </message>
    <message>
        <source>&amp;Cancel what is going on</source>
        <translation>I&amp;nterrompre le travail en cours</translation>
    </message>
    <message>
        <source>&amp;Run on a database…</source>
        <translation>Exécuter sur une &amp;base…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>&amp;Stop…</source>
        <translation>&amp;Arrêter…</translation>
    </message>
    <message>
        <source>Roll &amp;back…</source>
        <translation>Re&amp;tour arrière…</translation>
    </message>
    <message>
        <source>&amp;History of runs…</source>
        <translation>&amp;Historique des exécutions…</translation>
    </message>
    <message>
        <source>What the journal of the Run page&apos;s database remembers.</source>
        <translation>Ce que retient le journal de la base de la page «&#xa0;Exécuter&#xa0;».</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>Palette &amp;de commandes…</translation>
    </message>
    <message>
        <source>Every command and every step, found by a few letters.</source>
        <translation>Toutes les commandes et toutes les étapes, en quelques lettres.</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Raccourcis &amp;clavier</translation>
    </message>
    <message>
        <source>&amp;About Lockstep</source>
        <translation>À &amp;propos de Lockstep</translation>
    </message>
    <message>
        <source>Save a &amp;picture of the timeline…</source>
        <translation>Enregistrer une &amp;image de la chronologie…</translation>
    </message>
    <message>
        <source>All of the plan, as SVG or PNG.</source>
        <translation>Tout le plan, en SVG ou en PNG.</translation>
    </message>
    <message>
        <source>&amp;High contrast, light</source>
        <translation>Contraste &amp;élevé, clair</translation>
    </message>
    <message>
        <source>High &amp;contrast, dark</source>
        <translation>Contraste é&amp;levé, sombre</translation>
    </message>
    <message>
        <source>&amp;Rules for findings…</source>
        <translation>&amp;Règles des constats…</translation>
    </message>
    <message>
        <source>Which rules speak in this project, and how severe they are.</source>
        <translation>Quelles règles parlent dans ce projet, et leur gravité.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::CalibrationController</name>
    <message>
        <source>The server of the plan</source>
        <translation>Le serveur du plan</translation>
    </message>
    <message>
        <source>In the database %1. The estimates become those of this server, and are kept for it. What runs there feels a short load; measure when it is as busy as when the plan will run.</source>
        <translation>Dans la base %1. Les estimations deviennent celles de ce serveur et sont conservées pour lui. Ce qui y tourne subit une courte charge&#xa0;; mesurez quand il est aussi occupé qu’il le sera lors de l’exécution du plan.</translation>
    </message>
    <message>
        <source>The server of the Run page</source>
        <translation>Le serveur de la page «&#xa0;Exécuter&#xa0;»</translation>
    </message>
    <message>
        <source>In the database %1, where the plan will run, but not where its sizes come from. Kept for that server.</source>
        <translation>Dans la base %1, où le plan sera exécuté, mais d’où ne viennent pas ses tailles. Conservé pour ce serveur.</translation>
    </message>
    <message>
        <source>A scratch server on this computer</source>
        <translation>Un serveur jetable sur cet ordinateur</translation>
    </message>
    <message>
        <source>Nobody&apos;s data is near it, but its disk, memory and settings are not those of your server: the proportions of the steps come out right, their times perhaps not. Used for this plan until the window closes.</source>
        <translation>Aucune donnée n’est à proximité, mais son disque, sa mémoire et ses réglages ne sont pas ceux de votre serveur&#xa0;: les proportions entre étapes sont justes, leurs durées peut-être pas. Utilisé pour ce plan jusqu’à la fermeture de la fenêtre.</translation>
    </message>
    <message>
        <source>The current side is another one by now, so estimates stay as they are.</source>
        <translation>Le côté actuel a changé entre-temps, les estimations restent donc telles quelles.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Palette de commandes</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>Ce qu’il faut chercher</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>Commandes correspondantes</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>A few letters of a command, a step or an object that was compared</source>
        <translation>Quelques lettres d’une commande, d’une étape ou d’un objet comparé</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ConnectionsController</name>
    <message>
        <source>%1 (logged in as %2)</source>
        <translation>%1 (connecté en tant que %2)</translation>
    </message>
    <message>
        <source>It answers: PostgreSQL %1, database %2, as %3.</source>
        <translation>Réponse reçue&#xa0;: PostgreSQL %1, base de données %2, en tant que %3.</translation>
    </message>
    <message>
        <source>A standby: nothing can be changed there.</source>
        <translation>Un serveur secondaire&#xa0;: rien ne peut y être modifié.</translation>
    </message>
    <message>
        <source>Read-only: the server refuses every write.</source>
        <translation>Lecture seule&#xa0;: le serveur refuse toute écriture.</translation>
    </message>
    <message>
        <source>Kept as %1.</source>
        <translation>Gardée sous le nom %1.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::Document</name>
    <message>
        <source>New project</source>
        <translation>Nouveau projet</translation>
    </message>
    <message>
        <source>Changes towards %1</source>
        <translation>Changements vers %1</translation>
    </message>
    <message>
        <source>%1 was not opened again, because what was changed in it cannot be saved.</source>
        <translation>%1 n’a pas été rouvert, car ses modifications ne peuvent pas être enregistrées.</translation>
    </message>
    <message>
        <source>Save it under another name first.</source>
        <translation>Enregistrez-le d’abord sous un autre nom.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::DropController</name>
    <message>
        <source>Drop a project, a plan, SQL scripts or a folder of them, a pg_dump archive, a snapshot or a postgresql:// address.</source>
        <translation>Déposez un projet, un plan, des scripts SQL ou un dossier de scripts, une archive pg_dump, un instantané ou une adresse postgresql://.</translation>
    </message>
    <message>
        <source>%1 is not on this computer.</source>
        <translation>%1 n’est pas sur cet ordinateur.</translation>
    </message>
    <message>
        <source>%1 cannot be opened here.</source>
        <translation>%1 ne peut pas être ouvert ici.</translation>
    </message>
    <message numerus="yes">
        <source>These %n files cannot be opened together.</source>
        <translation>
            <numerusform>Ce %n fichier ne peut pas être ouvert avec d’autres.</numerusform>
            <numerusform>Ces %n fichiers ne peuvent pas être ouverts ensemble.</numerusform>
        </translation>
    </message>
    <message>
        <source>Two schemas become the two sides of a comparison; scripts are reviewed together.</source>
        <translation>Deux schémas deviennent les deux côtés d’une comparaison&#xa0;; les scripts sont relus ensemble.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::FileConflict</name>
    <message>
        <source>Nothing is saved into it until you choose. Until then your work is kept where the next start finds it.</source>
        <translation>Rien n’y est enregistré avant votre choix. D’ici là, votre travail est gardé là où le prochain démarrage le trouvera.</translation>
    </message>
    <message>
        <source>Somebody else has changed the project file %1.</source>
        <translation>Quelqu’un d’autre a modifié le fichier de projet %1.</translation>
    </message>
    <message>
        <source>It is not what was last read or saved here: %1</source>
        <translation>Il n’est plus ce qui a été lu ou enregistré ici en dernier&#xa0;: %1</translation>
    </message>
    <message>
        <source>Reload, without my changes</source>
        <translation>Recharger, sans mes modifications</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Recharger</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder la mienne</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>The project file %1 is not there any more.</source>
        <translation>Le fichier de projet %1 n’est plus là.</translation>
    </message>
    <message>
        <source>It was removed, moved or renamed: %1</source>
        <translation>Il a été supprimé, déplacé ou renommé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation>L’écrire de nouveau</translation>
    </message>
</context>
<context>
    <name>lockstep::app::FileController</name>
    <message>
        <source>The plan cannot be opened: %1.</source>
        <translation>Impossible d’ouvrir le plan&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Check that the file exists and that you may read it.</source>
        <translation>Vérifiez que le fichier existe et que vous pouvez le lire.</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Enregistrer le projet</translation>
    </message>
    <message>
        <source>Lockstep projects (*.lockstep)</source>
        <translation>Projets Lockstep (*.lockstep)</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Enregistrer le plan</translation>
    </message>
    <message>
        <source>Plan for lockstep-cli (*.lockplan)</source>
        <translation>Plan pour lockstep-cli (*.lockplan)</translation>
    </message>
    <message>
        <source>SQL for psql (*.sql)</source>
        <translation>SQL pour psql (*.sql)</translation>
    </message>
    <message>
        <source>Rollback as SQL (*.rollback.sql)</source>
        <translation>Retour arrière en SQL (*.rollback.sql)</translation>
    </message>
    <message>
        <source>Verification as SQL (*.verify.sql)</source>
        <translation>Vérification en SQL (*.verify.sql)</translation>
    </message>
    <message>
        <source>Text for reading (*.txt)</source>
        <translation>Texte à lire (*.txt)</translation>
    </message>
    <message>
        <source>The plan cannot be saved: %1.</source>
        <translation>Impossible d’enregistrer le plan&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Save it under another name.</source>
        <translation>Enregistrez-le sous un autre nom.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Projects, plans and schemas (*.lockstep *.lockplan *.sql *.dump *.json)</source>
        <translation>Projets, plans et schémas (*.lockstep *.lockplan *.sql *.dump *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message numerus="yes">
        <source>The project decides about %n rule(s) that Lockstep does not know here: %1.</source>
        <translation>
            <numerusform>Le projet décide de %n règle que Lockstep ne connaît pas ici&#xa0;: %1.</numerusform>
            <numerusform>Le projet décide de %n règles que Lockstep ne connaît pas ici&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>What it says of them stays in the file. A newer Lockstep may know them, or they are misspelled.</source>
        <translation>Ce qu’il en dit reste dans le fichier. Un Lockstep plus récent les connaît peut-être, ou bien elles sont mal écrites.</translation>
    </message>
    <message>
        <source>Save it under another name, or do this again to go on without it.</source>
        <translation>Enregistrez-le sous un autre nom, ou recommencez pour continuer sans ces modifications.</translation>
    </message>
    <message>
        <source>%1 is not saved: the last try has failed.</source>
        <translation>%1 n’est pas enregistré : la dernière tentative a échoué.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::HistoryController</name>
    <message>
        <source>Save the events of run %1</source>
        <translation>Enregistrer les événements de l’exécution %1</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>Lignes JSON (*.jsonl)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::HomeController</name>
    <message>
        <source>nothing yet</source>
        <translation>encore rien</translation>
    </message>
    <message>
        <source>Preparing the demo</source>
        <translation>Préparation de la démo</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>Ouvrir un plan</translation>
    </message>
    <message>
        <source>Plans (*.lockplan)</source>
        <translation>Plans (*.lockplan)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::MainWindow</name>
    <message>
        <source>Log</source>
        <translation>Traces</translation>
    </message>
    <message>
        <source>Log of Lockstep</source>
        <translation>Traces de Lockstep</translation>
    </message>
    <message>
        <source>The report is saved as %1.</source>
        <translation>Le rapport est enregistré sous %1.</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Annuler&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>La langue changera au prochain démarrage.</translation>
    </message>
    <message>
        <source>Close Lockstep and open it again; nothing is lost by that.</source>
        <translation>Fermez Lockstep et rouvrez-le&#xa0;; rien n’est perdu.</translation>
    </message>
    <message>
        <source>It answers: PostgreSQL %1, database %2, as %3.</source>
        <translation>Il répond&#xa0;: PostgreSQL %1, base %2, en tant que %3.</translation>
    </message>
    <message>
        <source>%1[*] – Lockstep</source>
        <translation>%1[*] – Lockstep</translation>
    </message>
    <message>
        <source>The window closes when the batch that is on its way is done.</source>
        <translation>La fenêtre se fermera quand le lot en cours sera terminé.</translation>
    </message>
    <message>
        <source>The run can be resumed later from any computer.</source>
        <translation>L’exécution peut être reprise plus tard depuis n’importe quel ordinateur.</translation>
    </message>
    <message>
        <source>The timeline is saved as %1.</source>
        <translation>La chronologie est enregistrée sous %1.</translation>
    </message>
    <message>
        <source>Save it under another name, or close the window again to leave without saving.</source>
        <translation>Enregistrez-le sous un autre nom, ou fermez encore une fois la fenêtre pour quitter sans enregistrer.</translation>
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
        <translation>%1 objets</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>lu %1</translation>
    </message>
    <message>
        <source>loaded %1</source>
        <translation>chargé %1</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n avertissement</numerusform>
            <numerusform>%n avertissements</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the current side</source>
        <translation>Lecture du côté actuel</translation>
    </message>
    <message>
        <source>Reading the target side</source>
        <translation>Lecture du côté cible</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planification</translation>
    </message>
    <message>
        <source>Working out locks and times</source>
        <translation>Calcul des verrous et des durées</translation>
    </message>
    <message>
        <source>Proving</source>
        <translation>Preuve en cours</translation>
    </message>
    <message>
        <source>Choose both sides on the Compare page; the plan follows by itself.</source>
        <translation>Choisissez les deux côtés à la page «&#xa0;Comparer&#xa0;»&#xa0;; le plan suit tout seul.</translation>
    </message>
    <message>
        <source>the plan comes from a file</source>
        <translation>le plan vient d’un fichier</translation>
    </message>
    <message>
        <source>reading and comparing</source>
        <translation>lecture et comparaison</translation>
    </message>
    <message>
        <source>no plan yet</source>
        <translation>pas encore de plan</translation>
    </message>
    <message>
        <source>planning</source>
        <translation>planification</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n étape</numerusform>
            <numerusform>%n étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s)</source>
        <translation>
            <numerusform>%n approbation</numerusform>
            <numerusform>%n approbations</numerusform>
        </translation>
    </message>
    <message>
        <source>, incomplete</source>
        <translation>, incomplet</translation>
    </message>
    <message>
        <source>, being proved</source>
        <translation>, preuve en cours</translation>
    </message>
    <message>
        <source>, the proof failed</source>
        <translation>, preuve échouée</translation>
    </message>
    <message>
        <source>, not proved</source>
        <translation>, non prouvé</translation>
    </message>
    <message>
        <source>The proof failed.</source>
        <translation>La preuve a échoué.</translation>
    </message>
    <message>
        <source>Take back what was edited (step %1), or change the target so that it says the same.</source>
        <translation>Annulez ce qui a été modifié (étape %1), ou modifiez la cible pour qu’elle dise la même chose.</translation>
    </message>
    <message>
        <source>Take back what was edited (steps %1), or change the target so that it says the same.</source>
        <translation>Annulez ce qui a été modifié (étapes %1), ou modifiez la cible pour qu’elle dise la même chose.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::PaletteController</name>
    <message>
        <source>%1: %2</source>
        <comment>menu and command</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Étape %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Compare: %1 %2</source>
        <comment>kind and name of an object</comment>
        <translation>Comparaison&#xa0;: %1 %2</translation>
    </message>
</context>
<context>
    <name>lockstep::app::PasswordController</name>
    <message>
        <source>%1 on %2</source>
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>lockstep::app::PictureController</name>
    <message>
        <source>The picture cannot be saved: %1.</source>
        <translation>L’image ne peut pas être enregistrée : %1.</translation>
    </message>
    <message>
        <source>Save it under another name.</source>
        <translation>Enregistrez-la sous un autre nom.</translation>
    </message>
    <message>
        <source>Save the timeline</source>
        <translation>Enregistrer la chronologie</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Dessin (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Image (*.png)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::RehearsalController</name>
    <message>
        <source>The plan was made from %1 itself: it may be production.</source>
        <translation>Le plan a été fait à partir de %1 même&#xa0;: c’est peut-être la production.</translation>
    </message>
    <message>
        <source>PostgreSQL %1. The rehearsal changes this database and takes it back.</source>
        <translation>PostgreSQL %1. La répétition modifie cette base puis annule ses changements.</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Choisir une sauvegarde</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Page web (*.html)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReportController</name>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Page web (*.html)</translation>
    </message>
    <message>
        <source>PDF for printing and signing (*.pdf)</source>
        <translation>PDF à imprimer et à signer (*.pdf)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReportFile</name>
    <message>
        <source>Plan of a schema change</source>
        <translation>Plan d’un changement de schéma</translation>
    </message>
    <message>
        <source>The report cannot be saved: %1.</source>
        <translation>Impossible d’enregistrer le rapport&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Save it under another name.</source>
        <translation>Enregistrez-le sous un autre nom.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReviewController</name>
    <message>
        <source>Review scripts</source>
        <translation>Relire des scripts</translation>
    </message>
    <message>
        <source>SQL scripts (*.sql *.psql *.ddl)</source>
        <translation>Scripts SQL (*.sql *.psql *.ddl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Review a folder of migrations</source>
        <translation>Relire un dossier de migrations</translation>
    </message>
    <message>
        <source>Working out what the script makes of the schema</source>
        <translation>Calcul de ce que le script fait du schéma</translation>
    </message>
    <message>
        <source>Save the script</source>
        <translation>Enregistrer le script</translation>
    </message>
    <message>
        <source>SQL scripts (*.sql)</source>
        <translation>Scripts SQL (*.sql)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReviewKeeper</name>
    <message>
        <source>These scripts were not saved when Lockstep ended; here they are again.</source>
        <translation>Ces scripts n’étaient pas enregistrés quand Lockstep s’est arrêté&#xa0;; les revoici.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReviewSaver</name>
    <message>
        <source>The script cannot be saved: %1.</source>
        <translation>Impossible d’enregistrer le script&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Save it under another name; what was there before is unchanged.</source>
        <translation>Enregistrez-le sous un autre nom&#xa0;; ce qui existait avant est inchangé.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::RunController</name>
    <message>
        <source>local socket</source>
        <translation>socket local</translation>
    </message>
    <message>
        <source>PostgreSQL %1 · database %2 · %3 · as %4</source>
        <translation>PostgreSQL %1 · base %2 · %3 · en tant que %4</translation>
    </message>
    <message>
        <source>%1 is a standby and cannot be changed.</source>
        <translation>%1 est un serveur secondaire et ne peut pas être modifié.</translation>
    </message>
    <message>
        <source>Name the primary server instead.</source>
        <translation>Indiquez plutôt le serveur primaire.</translation>
    </message>
    <message>
        <source>The connection to %1 is marked read-only: nothing can be run there.</source>
        <translation>La connexion à %1 est marquée en lecture seule&#xa0;: rien ne peut y être exécuté.</translation>
    </message>
    <message>
        <source>Choose another connection, or take the mark away from this one on the Home page.</source>
        <translation>Choisissez une autre connexion, ou retirez la marque de celle-ci sur la page d’accueil.</translation>
    </message>
    <message>
        <source>%1 is read-only for %2.</source>
        <translation>%1 est en lecture seule pour %2.</translation>
    </message>
    <message>
        <source>Use a role that may write (default_transaction_read_only is on).</source>
        <translation>Utilisez un rôle autorisé à écrire (default_transaction_read_only est activé).</translation>
    </message>
    <message>
        <source>The run did not begin, because the checklist says stop.</source>
        <translation>L’exécution n’a pas commencé, car la liste de contrôle dit stop.</translation>
    </message>
    <message>
        <source>The Check page says what to do about each item, and lets you run in spite of it. Nothing was changed.</source>
        <translation>La page «&#xa0;Contrôler&#xa0;» dit quoi faire pour chaque point et permet d’exécuter malgré tout. Rien n’a été modifié.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::StatusLine</name>
    <message>
        <source>no server</source>
        <translation>aucun serveur</translation>
    </message>
    <message>
        <source>%1 (logged in as %2)</source>
        <translation>%1 (connecté en tant que %2)</translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>standby, read-only</source>
        <translation>serveur secondaire, lecture seule</translation>
    </message>
    <message>
        <source>read-only by the server</source>
        <translation>lecture seule imposée par le serveur</translation>
    </message>
    <message>
        <source>read-only until Run</source>
        <translation>lecture seule jusqu’à l’exécution</translation>
    </message>
    <message>
        <source>no transaction open</source>
        <translation>aucune transaction ouverte</translation>
    </message>
    <message>
        <source>between two transactions</source>
        <translation>entre deux transactions</translation>
    </message>
    <message>
        <source>in a transaction that waits for a lock</source>
        <translation>dans une transaction qui attend un verrou</translation>
    </message>
    <message>
        <source>in a transaction</source>
        <translation>dans une transaction</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>en écriture</translation>
    </message>
    <message>
        <source>catalog read %1</source>
        <translation>catalogue lu %1</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>pas encore enregistré</translation>
    </message>
    <message>
        <source>saved just now</source>
        <translation>enregistré à l’instant</translation>
    </message>
    <message>
        <source>saved %1 ago</source>
        <translation>enregistré il y a %1</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>enregistré %1</translation>
    </message>
    <message>
        <source>not saved since %1</source>
        <translation>non enregistré depuis %1</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>non enregistré</translation>
    </message>
</context>
<context>
    <name>lockstep::items::BlockersModel</name>
    <message>
        <source>%1 for %2</source>
        <translation>%1 depuis %2</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>PID %1</translation>
    </message>
    <message>
        <source>prepared transaction</source>
        <translation>transaction préparée</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaction</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Instruction</translation>
    </message>
</context>
<context>
    <name>lockstep::items::ChangesModel</name>
    <message>
        <source>outside schemas</source>
        <translation>hors des schémas</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>group and how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>gardé</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>laissé de côté</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>left out: why</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>mis de côté</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>supprimé</translation>
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
        <translation>Objet</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changement</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>%1 more: narrow the filter, or press Enter</source>
        <translation>%1 de plus&#xa0;: restreindre le filtre ou appuyer sur Entrée</translation>
    </message>
    <message>
        <source>%1 more are not listed yet. Narrow the filter, or press Enter on this line to list the next ones.</source>
        <translation>%1 de plus ne sont pas encore affichés. Restreignez le filtre, ou appuyez sur Entrée sur cette ligne pour afficher les suivants.</translation>
    </message>
</context>
<context>
    <name>lockstep::items::ChecklistModel</name>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1&#xa0;: %2. %3</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
</context>
<context>
    <name>lockstep::items::ConnectionsModel</name>
    <message>
        <source>service file</source>
        <translation>fichier de services</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>lecture seule</translation>
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
        <translation>Heure</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Étape %1&#xa0;: %2</translation>
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
        <translation>%1 à la ligne %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Endroit</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
</context>
<context>
    <name>lockstep::items::Format</name>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
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
        <translation>%1 j %2 h</translation>
    </message>
    <message>
        <source>%1 %3 %2</source>
        <comment>range from to dash</comment>
        <translation>%1 %3 %2</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 o</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 ko</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 Mo</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 Go</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 To</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 lignes/s</translation>
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
        <translation>schéma</translation>
    </message>
    <message>
        <source>extension</source>
        <translation>extension</translation>
    </message>
    <message>
        <source>collation</source>
        <translation>collation</translation>
    </message>
    <message>
        <source>enum</source>
        <translation>énumération</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>domaine</translation>
    </message>
    <message>
        <source>composite type</source>
        <translation>type composite</translation>
    </message>
    <message>
        <source>range type</source>
        <translation>type intervalle</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>séquence</translation>
    </message>
    <message>
        <source>table</source>
        <translation>table</translation>
    </message>
    <message>
        <source>column</source>
        <translation>colonne</translation>
    </message>
    <message>
        <source>default</source>
        <translation>valeur par défaut</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>contrainte</translation>
    </message>
    <message>
        <source>domain constraint</source>
        <translation>contrainte de domaine</translation>
    </message>
    <message>
        <source>index</source>
        <translation>index</translation>
    </message>
    <message>
        <source>view</source>
        <translation>vue</translation>
    </message>
    <message>
        <source>materialized view</source>
        <translation>vue matérialisée</translation>
    </message>
    <message>
        <source>function</source>
        <translation>fonction</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>procédure</translation>
    </message>
    <message>
        <source>aggregate</source>
        <translation>agrégat</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>trigger</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>règle</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>politique</translation>
    </message>
    <message>
        <source>event trigger</source>
        <translation>trigger sur événement</translation>
    </message>
    <message>
        <source>statistics object</source>
        <translation>objet statistique</translation>
    </message>
    <message>
        <source>publication</source>
        <translation>publication</translation>
    </message>
    <message>
        <source>language</source>
        <translation>langage</translation>
    </message>
    <message>
        <source>access method</source>
        <translation>méthode d&apos;accès</translation>
    </message>
    <message>
        <source>base type</source>
        <translation>type de base</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>opérateur</translation>
    </message>
    <message>
        <source>operator family</source>
        <translation>famille d&apos;opérateurs</translation>
    </message>
    <message>
        <source>operator class</source>
        <translation>classe d&apos;opérateurs</translation>
    </message>
    <message>
        <source>cast</source>
        <translation>conversion de type</translation>
    </message>
    <message>
        <source>conversion</source>
        <translation>conversion d&apos;encodage</translation>
    </message>
    <message>
        <source>transform</source>
        <translation>transformation</translation>
    </message>
    <message>
        <source>text search parser</source>
        <translation>analyseur de recherche plein texte</translation>
    </message>
    <message>
        <source>text search template</source>
        <translation>modèle de recherche plein texte</translation>
    </message>
    <message>
        <source>text search dictionary</source>
        <translation>dictionnaire de recherche plein texte</translation>
    </message>
    <message>
        <source>text search configuration</source>
        <translation>configuration de recherche plein texte</translation>
    </message>
    <message>
        <source>foreign-data wrapper</source>
        <translation>wrapper de données distantes</translation>
    </message>
    <message>
        <source>foreign server</source>
        <translation>serveur distant</translation>
    </message>
    <message>
        <source>user mapping</source>
        <translation>correspondance d&apos;utilisateur</translation>
    </message>
    <message>
        <source>subscription</source>
        <translation>souscription</translation>
    </message>
    <message>
        <source>publication member</source>
        <translation>membre d&apos;une publication</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>commentaire</translation>
    </message>
    <message>
        <source>security label</source>
        <translation>label de sécurité</translation>
    </message>
    <message>
        <source>grant</source>
        <translation>droit</translation>
    </message>
    <message>
        <source>default privilege</source>
        <translation>droit par défaut</translation>
    </message>
    <message>
        <source>enum label</source>
        <translation>valeur d&apos;énumération</translation>
    </message>
    <message>
        <source>unmodelled object</source>
        <translation>objet non comparé</translation>
    </message>
</context>
<context>
    <name>lockstep::items::LintRulesModel</name>
    <message>
        <source>as usual: off</source>
        <translation>comme d’habitude : désactivée</translation>
    </message>
    <message>
        <source>as usual: on</source>
        <translation>comme d’habitude : activée</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivée</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activée</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>In this project</source>
        <translation>Dans ce projet</translation>
    </message>
</context>
<context>
    <name>lockstep::items::LogModel</name>
    <message>
        <source>debug</source>
        <translation>débogage</translation>
    </message>
    <message>
        <source>info</source>
        <translation>info</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>error</source>
        <translation>erreur</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
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
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>Ce qu’il faut regarder</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
</context>
<context>
    <name>lockstep::items::PlanModel</name>
    <message>
        <source>Gate: %1</source>
        <translation>Approbation&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n constat</numerusform>
            <numerusform>%n constats</numerusform>
        </translation>
    </message>
    <message>
        <source>Place in the order of the plan</source>
        <translation>Place dans l’ordre du plan</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>What the step does</source>
        <translation>Ce que fait l’étape</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Tables the step is about</source>
        <translation>Tables concernées par l’étape</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Expand, backfill, validate, switch or contract</source>
        <translation>Extension, backfill, validation, bascule ou contraction</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>The strongest lock the step takes on any table</source>
        <translation>Le verrou le plus fort que l’étape prend sur une table</translation>
    </message>
    <message>
        <source>Strongest lock</source>
        <translation>Verrou max.</translation>
    </message>
    <message>
        <source>What other sessions cannot do meanwhile</source>
        <translation>Ce que les autres sessions ne peuvent pas faire pendant ce temps</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Bloque</translation>
    </message>
    <message>
        <source>What the server does to the table</source>
        <translation>Ce que le serveur fait à la table</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effet</translation>
    </message>
    <message>
        <source>How long the step will likely take</source>
        <translation>Durée probable de l’étape</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimation</translation>
    </message>
    <message>
        <source>The shortest and longest time to expect</source>
        <translation>La durée la plus courte et la plus longue à prévoir</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Fourchette</translation>
    </message>
    <message>
        <source>What to look at before running the step</source>
        <translation>Ce qu’il faut regarder avant d’exécuter l’étape</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <comment>a table&apos;s copy</comment>
        <translation>%1 (nouvelle)</translation>
    </message>
    <message>
        <source>%1 (old)</source>
        <comment>a table&apos;s copy</comment>
        <translation>%1 (ancienne)</translation>
    </message>
    <message>
        <source>a copy</source>
        <comment>of a table that is not named</comment>
        <translation>une copie</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>désactivée</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RecentProjectsModel</name>
    <message>
        <source>today %1</source>
        <translation>aujourd’hui à %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>encore rien</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>n’existe plus</translation>
    </message>
    <message>
        <source>%1, not there any more</source>
        <translation>%1, n’existe plus</translation>
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
        <translation>Étape</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Essais</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RehearsalModel</name>
    <message>
        <source>over 30 s</source>
        <translation>plus de 30 s</translation>
    </message>
    <message>
        <source>long lock</source>
        <translation>verrou long</translation>
    </message>
    <message>
        <source>long lock on the way back</source>
        <translation>verrou long au retour</translation>
    </message>
    <message>
        <source>rewrites a table</source>
        <translation>réécrit une table</translation>
    </message>
    <message>
        <source>rows not taken</source>
        <translation>lignes non prises</translation>
    </message>
    <message>
        <source>not as estimated</source>
        <translation>pas comme estimé</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Step %1, %2: %3 %4</source>
        <translation>Étape %1, %2&#xa0;: %3 %4</translation>
    </message>
    <message>
        <source>The longest time in one piece of a lock that keeps others from reading or writing.</source>
        <translation>La plus longue durée d’un seul tenant d’un verrou qui empêche les autres de lire ou d’écrire.</translation>
    </message>
    <message>
        <source>An estimate for the sizes of production, by what was measured here.</source>
        <translation>Une estimation pour les tailles de la production, d’après ce qui a été mesuré ici.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Expected here</source>
        <translation>Attendu ici</translation>
    </message>
    <message>
        <source>Lock held</source>
        <translation>Verrou tenu</translation>
    </message>
    <message>
        <source>WAL</source>
        <translation>WAL</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>In production</source>
        <translation>En production</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RunHistoryModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation>Étapes faites</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécution</translation>
    </message>
    <message>
        <source>Run %1 began.</source>
        <translation>L’exécution %1 a commencé.</translation>
    </message>
    <message>
        <source>Step %1, %2: %3 in %4.</source>
        <translation>Étape %1, %2&#xa0;: %3 en %4.</translation>
    </message>
    <message>
        <source>Step %1, %2: %3.</source>
        <translation>Étape %1, %2&#xa0;: %3.</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RunStepsModel</name>
    <message>
        <source>will wait for you</source>
        <translation>vous attendra</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Gate: %1</source>
        <translation>Approbation&#xa0;: %1</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Took / estimate</source>
        <translation>Durée / estimation</translation>
    </message>
</context>
<context>
    <name>lockstep::items::Words</name>
    <message>
        <source>expand</source>
        <translation>extension</translation>
    </message>
    <message>
        <source>backfill</source>
        <translation>backfill</translation>
    </message>
    <message>
        <source>validate</source>
        <translation>validation</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>bascule</translation>
    </message>
    <message>
        <source>contract</source>
        <translation>contraction</translation>
    </message>
    <message>
        <source>change</source>
        <translation>changement</translation>
    </message>
    <message>
        <source>verification</source>
        <translation>vérification</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>approbation</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>other schema changes and vacuum</source>
        <translation>autres changements de schéma et vacuum</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>écritures</translation>
    </message>
    <message>
        <source>reads and writes</source>
        <translation>lectures et écritures</translation>
    </message>
    <message>
        <source>blocks nothing</source>
        <translation>ne bloque rien</translation>
    </message>
    <message>
        <source>blocks other schema changes and vacuum</source>
        <translation>bloque les autres changements de schéma et vacuum</translation>
    </message>
    <message>
        <source>blocks writes</source>
        <translation>bloque les écritures</translation>
    </message>
    <message>
        <source>blocks reads and writes</source>
        <translation>bloque lectures et écritures</translation>
    </message>
    <message>
        <source>instant</source>
        <translation>instantané</translation>
    </message>
    <message>
        <source>reads the table</source>
        <translation>lit la table</translation>
    </message>
    <message>
        <source>builds an index</source>
        <translation>construit un index</translation>
    </message>
    <message>
        <source>rewrites the table</source>
        <translation>réécrit la table</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>attend</translation>
    </message>
    <message>
        <source>in batches</source>
        <translation>par lots</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>error</source>
        <translation>erreur</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>demande attention</translation>
    </message>
    <message>
        <source>stops the run</source>
        <translation>arrête l’exécution</translation>
    </message>
    <message>
        <source>Zero downtime</source>
        <translation>Sans interruption</translation>
    </message>
    <message>
        <source>Maintenance window</source>
        <translation>Fenêtre de maintenance</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>about to start</source>
        <translation>sur le point de démarrer</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>waiting for a lock</source>
        <translation>attend un verrou</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>vous attend</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échouée</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>annulée</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omise</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>non démarrée</translation>
    </message>
    <message>
        <source>checking the database</source>
        <translation>contrôle de la base</translation>
    </message>
    <message>
        <source>slowed</source>
        <translation>ralentie</translation>
    </message>
    <message>
        <source>waits for you at a gate</source>
        <translation>attend votre approbation</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>arrêt en cours</translation>
    </message>
    <message>
        <source>stopped, can be resumed</source>
        <translation>arrêtée, peut être reprise</translation>
    </message>
    <message>
        <source>rolling back</source>
        <translation>retour arrière en cours</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>retour arrière fait</translation>
    </message>
    <message>
        <source>info</source>
        <translation>info</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>nouvel essai</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>supprimé</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>renommé</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>identique</translation>
    </message>
    <message>
        <source>cannot be compared</source>
        <translation>ne peut être comparé</translation>
    </message>
    <message>
        <source>Proved, forward and back</source>
        <translation>Prouvé, aller et retour</translation>
    </message>
    <message>
        <source>Not proved yet</source>
        <translation>Pas encore prouvé</translation>
    </message>
    <message>
        <source>Proof skipped</source>
        <translation>Preuve omise</translation>
    </message>
    <message>
        <source>Proof failed</source>
        <translation>Preuve échouée</translation>
    </message>
    <message>
        <source>Changed since the proof</source>
        <translation>Modifié depuis la preuve</translation>
    </message>
    <message>
        <source>a person confirms</source>
        <translation>une personne confirme</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>%1, %2 a batch</source>
        <translation>%1, %2 par lot</translation>
    </message>
    <message>
        <source>%1 %3 %2</source>
        <comment>lock mode times how many</comment>
        <translation>%1 %3 %2</translation>
    </message>
    <message>
        <source>Step %1, gate: %2, a person confirms</source>
        <translation>Étape %1, approbation&#xa0;: %2, une personne confirme</translation>
    </message>
    <message>
        <source>Step %1, %2, %3, about %4</source>
        <translation>Étape %1, %2, %3, environ %4</translation>
    </message>
    <message>
        <source>%1, switched off</source>
        <translation>%1, désactivée</translation>
    </message>
    <message>
        <source>It must come after step %1, which it needs: %2.</source>
        <translation>Elle doit venir après l’étape %1, dont elle a besoin : %2.</translation>
    </message>
    <message>
        <source>It must come before step %1, which needs it: %2.</source>
        <translation>Elle doit venir avant l’étape %1, qui en a besoin : %2.</translation>
    </message>
    <message>
        <source>It must come before the gate that is step %1: what is confirmed there needs it.</source>
        <translation>Elle doit venir avant l’approbation de l’étape %1 : ce qui y est confirmé en a besoin.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>step number and title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>“%1” is switched off, so the plan does not reach its target any more.</source>
        <translation>« %1 » est désactivée : le plan n’atteint donc plus sa cible.</translation>
    </message>
    <message>
        <source>%1 Steps that need it: %2.</source>
        <translation>%1 Étapes qui en ont besoin : %2.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::BackfillChoice</name>
    <message>
        <source>Workers of a backfill</source>
        <translation>Workers d’un backfill</translation>
    </message>
    <message>
        <source>Batches that are written at a time, each on a connection of its own. There are fewer while the server feels it.</source>
        <translation>Lots écrits en même temps, chacun sur sa propre connexion. Il y en a moins tant que le serveur s’en ressent.</translation>
    </message>
    <message>
        <source>Share of the time that batches take while others are at work</source>
        <translation>Part du temps que prennent les lots pendant que d’autres travaillent</translation>
    </message>
    <message>
        <source> %</source>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>Between batches the server has time for everybody else. With nobody else at work batches follow each other without a pause.</source>
        <translation>Entre les lots, le serveur a du temps pour tous les autres. Si personne d’autre ne travaille, les lots se suivent sans pause.</translation>
    </message>
    <message>
        <source>&amp;Workers</source>
        <translation>&amp;Workers</translation>
    </message>
    <message>
        <source>Ti&amp;me while others are at work</source>
        <translation>Te&amp;mps pendant que d’autres travaillent</translation>
    </message>
    <message>
        <source>Rows that may be put aside</source>
        <translation>Lignes qui peuvent être mises de côté</translation>
    </message>
    <message>
        <source>So many rows that cannot be written stay as they are, and the journal names them; the next one stops the backfill. With 0 the first one does.</source>
        <translation>Autant de lignes qui ne peuvent être écrites restent telles quelles, et le journal les nomme&#xa0;; la suivante arrête le backfill. Avec 0, c’est la première.</translation>
    </message>
    <message>
        <source>Rows put &amp;aside at most</source>
        <translation>Lignes &amp;mises de côté au plus</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Badge</name>
    <message>
        <source>DEVELOPMENT</source>
        <translation>DÉVELOPPEMENT</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>TEST</translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation>PRÉPRODUCTION</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUCTION</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>Environnement&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::BandLegend</name>
    <message>
        <source>What the colours beside the statements mean</source>
        <translation>Signification des couleurs à côté des instructions</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Banner</name>
    <message>
        <source>Copy the whole message</source>
        <translation>Copier tout le message</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Copier le message</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Fermer le message</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, ligne %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Statement: %1</source>
        <translation>Instruction&#xa0;: %1</translation>
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
        <translation>Annuler l’&amp;instruction…</translation>
    </message>
    <message>
        <source>&amp;Disconnect it…</source>
        <translation>&amp;Déconnecter…</translation>
    </message>
    <message>
        <source>&amp;Wait longer</source>
        <translation>&amp;Attendre encore</translation>
    </message>
    <message>
        <source>Tries for this lock again, for as long as before.</source>
        <translation>Tente à nouveau d’obtenir ce verrou, aussi longtemps qu’avant.</translation>
    </message>
    <message>
        <source>Sessions that the run waits for</source>
        <translation>Sessions que l’exécution attend</translation>
    </message>
    <message>
        <source>It runs no statement: its transaction is open, and idle.</source>
        <translation>Elle n’exécute aucune instruction&#xa0;: sa transaction est ouverte, et inactive.</translation>
    </message>
    <message>
        <source>Cancel the autovacuum of %1? The server begins it again later.</source>
        <translation>Annuler l’autovacuum de %1&#xa0;? Le serveur le recommencera plus tard.</translation>
    </message>
    <message>
        <source>Cancel the statement of %1? Its application gets an error.</source>
        <translation>Annuler l’instruction de %1&#xa0;? Son application recevra une erreur.</translation>
    </message>
    <message>
        <source>Disconnect %1? Its transaction, %2 old, is rolled back and its application gets an error.</source>
        <translation>Déconnecter %1&#xa0;? Sa transaction, qui date de %2, sera annulée et son application recevra une erreur.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::BusyBar</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stop the work in the background (Esc)</source>
        <translation>Interrompre le travail en arrière-plan (Esc)</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 sur %3)</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::CalibrationDialog</name>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Mesurer</translation>
    </message>
    <message>
        <source>Use the &amp;default rates</source>
        <translation>Utiliser les débits par &amp;défaut</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Calibrate the estimates</source>
        <translation>Calibrer les estimations</translation>
    </message>
    <message>
        <source>How fast is the server?</source>
        <translation>À quelle vitesse va le serveur&#xa0;?</translation>
    </message>
    <message>
        <source>A calibration takes under a minute. It makes a schema lockstep_calibration with up to 500 MB of tables, measures reading, writing and indexing in it (up to 4 GB of WAL, which standbys receive too), and removes it again, also when it fails or is canceled. Tables of others are neither read nor locked.</source>
        <translation>Un étalonnage prend moins d’une minute. Il crée un schéma lockstep_calibration contenant jusqu’à 500&#xa0;Mo de tables, y mesure la lecture, l’écriture et l’indexation (jusqu’à 4&#xa0;Go de WAL, que les serveurs secondaires reçoivent aussi), puis le retire, même en cas d’échec ou d’annulation. Les tables des autres ne sont ni lues ni verrouillées.</translation>
    </message>
    <message>
        <source>Forgets what was measured on this server.</source>
        <translation>Oublie ce qui a été mesuré sur ce serveur.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Measured on %1.</source>
        <translation>Mesuré sur %1.</translation>
    </message>
    <message>
        <source>The calibration was canceled and its tables are removed. Estimates stay as they were.</source>
        <translation>Le calibrage a été interrompu et ses tables sont supprimées. Les estimations restent telles quelles.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ChangeDetail</name>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>In the plan</source>
        <translation>Dans le plan</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Actuel</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Properties that differ</source>
        <translation>Propriétés qui diffèrent</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Stays as it is, though the target does not have it</source>
        <translation>Reste tel quel, bien que la cible ne l’ait pas</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Mettre de côté</translation>
    </message>
    <message>
        <source>Moves to a schema of its own with its rows, to be dropped for good later</source>
        <translation>Le déplace avec ses lignes dans un schéma à part, pour une suppression définitive plus tard</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Drops it behind a gate; the run still asks before it loses anything</source>
        <translation>Le supprime derrière une approbation&#xa0;; l’exécution demande encore avant de perdre quoi que ce soit</translation>
    </message>
    <message>
        <source>Previous difference (Alt+Up)</source>
        <translation>Différence précédente (Alt+Haut)</translation>
    </message>
    <message>
        <source>Next difference (Alt+Down)</source>
        <translation>Différence suivante (Alt+Bas)</translation>
    </message>
    <message>
        <source>No change selected</source>
        <translation>Aucun changement sélectionné</translation>
    </message>
    <message>
        <source>Only white space differs.</source>
        <translation>Seuls les espaces diffèrent.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) differ</source>
        <translation>
            <numerusform>%n endroit diffère</numerusform>
            <numerusform>%n endroits diffèrent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ChangesView</name>
    <message>
        <source>New %1</source>
        <translation>Nouveaux %1</translation>
    </message>
    <message>
        <source>Dropped %1</source>
        <translation>Supprimés %1</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>Modifiés %1</translation>
    </message>
    <message>
        <source>Renamed %1</source>
        <translation>Renommés %1</translation>
    </message>
    <message>
        <source>Identical %1</source>
        <translation>Identiques %1</translation>
    </message>
    <message>
        <source>Cannot be compared %1</source>
        <translation>Non comparables %1</translation>
    </message>
    <message>
        <source>No difference passes the filter.</source>
        <translation>Aucune différence ne passe le filtre.</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Grouper par</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>Par état</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Par type</translation>
    </message>
    <message>
        <source>By schema</source>
        <translation>Par schéma</translation>
    </message>
    <message>
        <source>Kind of object</source>
        <translation>Type d’objet</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Filtrer par nom</translation>
    </message>
    <message>
        <source>Name, or schema.table*</source>
        <translation>Nom, ou schema.table*</translation>
    </message>
    <message>
        <source>Ignore rules</source>
        <translation>Règles d’exclusion</translation>
    </message>
    <message>
        <source>What the comparison leaves aside: owners, privileges, comments and more</source>
        <translation>Ce que la comparaison ignore&#xa0;: propriétaires, privilèges, commentaires, etc.</translation>
    </message>
    <message>
        <source>Shows or hides these</source>
        <translation>Affiche ou masque ceux-ci</translation>
    </message>
    <message>
        <source>Tick all shown</source>
        <translation>Cocher tout ce qui est affiché</translation>
    </message>
    <message>
        <source>Untick all shown</source>
        <translation>Décocher tout ce qui est affiché</translation>
    </message>
    <message>
        <source>Takes what the list shows into the plan, drops too</source>
        <translation>Prend dans le plan ce que montre la liste, suppressions comprises</translation>
    </message>
    <message>
        <source>Leaves what the list shows out of the plan</source>
        <translation>Laisse de côté, hors du plan, ce que montre la liste</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tous les types</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>non comparé</translation>
    </message>
    <message>
        <source>%1 of %2 changes are in the plan.</source>
        <translation>%1 changements sur %2 sont dans le plan.</translation>
    </message>
    <message numerus="yes">
        <source>%n drop(s) not selected: the plan keeps them.</source>
        <translation>
            <numerusform>%n suppression non sélectionnée&#xa0;: le plan garde l’objet.</numerusform>
            <numerusform>%n suppressions non sélectionnées&#xa0;: le plan garde ces objets.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::CheckDetail</name>
    <message>
        <source>Run although this item says stop</source>
        <translation>Exécuter bien que ce point dise stop</translation>
    </message>
    <message>
        <source>Copy the query</source>
        <translation>Copier la requête</translation>
    </message>
    <message>
        <source>The query of this item</source>
        <translation>La requête de ce point</translation>
    </message>
    <message>
        <source>The rows that the query gave</source>
        <translation>Les lignes rendues par la requête</translation>
    </message>
    <message>
        <source>Select a question to see its answer, the query and its rows.</source>
        <translation>Sélectionnez une question pour voir sa réponse, la requête et ses lignes.</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>À faire&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::CheckPage</name>
    <message>
        <source>Check again</source>
        <translation>Recontrôler</translation>
    </message>
    <message>
        <source>Questions to the database before the plan runs on it</source>
        <translation>Questions à la base avant que le plan y soit exécuté</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>Interrogation de %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) stop the run</source>
        <translation>
            <numerusform>%n point arrête l’exécution</numerusform>
            <numerusform>%n points arrêtent l’exécution</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n demande attention</numerusform>
            <numerusform>%n demandent attention</numerusform>
        </translation>
    </message>
    <message>
        <source>all clear</source>
        <translation>tout est bon</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>interrogation</translation>
    </message>
    <message>
        <source>could not ask</source>
        <translation>interrogation impossible</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>pas encore interrogé</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Contrôler</translation>
    </message>
    <message>
        <source>Make a plan and name the database on the Run page first.</source>
        <translation>Faites d’abord un plan et indiquez la base à la page «&#xa0;Exécuter&#xa0;».</translation>
    </message>
    <message>
        <source>Asks %1; reads only.</source>
        <translation>Interroge %1&#xa0;; lecture seule.</translation>
    </message>
    <message>
        <source>%1, PostgreSQL %2, asked at %3</source>
        <translation>%1, PostgreSQL %2, interrogé à %3</translation>
    </message>
    <message>
        <source>Before the plan runs</source>
        <translation>Avant l’exécution du plan</translation>
    </message>
    <message>
        <source>%1 was not asked yet.</source>
        <translation>%1 n’a pas encore été interrogé.</translation>
    </message>
    <message>
        <source>clear to begin</source>
        <translation>prêt à commencer</translation>
    </message>
    <message>
        <source>%1, PostgreSQL %2, asked at %3 by the run: not about rows and traffic</source>
        <translation>%1, PostgreSQL %2, interrogé à %3 par l’exécution : ni sur les lignes ni sur le trafic</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ComparePage</name>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Mettre de côté</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Take into the plan</source>
        <translation>Prendre dans le plan</translation>
    </message>
    <message>
        <source>Leave out of the plan</source>
        <translation>Laisser hors du plan</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>Copier le nom</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n de plus</numerusform>
            <numerusform>%n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Also left out, because it goes along:</source>
        <translation>Également laissé de côté, car cela va avec&#xa0;:</translation>
    </message>
    <message>
        <source>Also selected, because it is needed:</source>
        <translation>Également sélectionné, car nécessaire&#xa0;:</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Actuel</translation>
    </message>
    <message>
        <source>What there is: a database, a .sql file, an archive, a snapshot</source>
        <translation>Ce qui existe&#xa0;: une base, un fichier .sql, une archive, un instantané</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>What is wanted: a .sql file, a database, an archive, a snapshot</source>
        <translation>Ce qui est voulu&#xa0;: un fichier .sql, une base, une archive, un instantané</translation>
    </message>
    <message>
        <source>will be changed
to match</source>
        <translation>sera aligné
sur</translation>
    </message>
    <message>
        <source>Swaps the two sides.</source>
        <translation>Intervertit les deux côtés.</translation>
    </message>
    <message>
        <source>The two schemas are identical</source>
        <translation>Les deux schémas sont identiques</translation>
    </message>
    <message>
        <source>%1 objects were compared; there is nothing to change.</source>
        <translation>%1 objets ont été comparés&#xa0;; il n’y a rien à changer.</translation>
    </message>
    <message>
        <source>Choose what there is and what is wanted</source>
        <translation>Choisir ce qui existe et ce qui est voulu</translation>
    </message>
    <message>
        <source>Drop a .sql file on Current and another on Target, or connect to a server. Nothing is changed until you run a plan and type the name of the database.</source>
        <translation>Déposez un fichier .sql sur «&#xa0;Actuel&#xa0;» et un autre sur «&#xa0;Cible&#xa0;», ou connectez-vous à un serveur. Rien n’est modifié tant que vous n’exécutez pas un plan en saisissant le nom de la base.</translation>
    </message>
    <message>
        <source>nothing compared yet</source>
        <translation>rien n’est encore comparé</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>identique</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n changement</numerusform>
            <numerusform>%n changements</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n laissé de côté</numerusform>
            <numerusform>%n laissés de côté</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) open</source>
        <translation>
            <numerusform>%n décision en suspens</numerusform>
            <numerusform>%n décisions en suspens</numerusform>
        </translation>
    </message>
    <message>
        <source>The run %1 on %2 is not finished.</source>
        <translation>L’exécution %1 sur %2 n’est pas terminée.</translation>
    </message>
    <message>
        <source>The comparison shows the database between two steps. What the run has put there for itself is left out, and a plan made now cannot be proved.</source>
        <translation>La comparaison montre la base entre deux étapes. Ce que l’exécution y a placé pour elle-même est laissé de côté, et un plan fait maintenant ne peut pas être prouvé.</translation>
    </message>
    <message>
        <source>Finish the run first, then compare again.</source>
        <translation>Terminez d’abord l’exécution, puis comparez à nouveau.</translation>
    </message>
    <message>
        <source>The two sides are not compared yet</source>
        <translation>Les deux côtés ne sont pas encore comparés</translation>
    </message>
    <message>
        <source>The differences are listed here as soon as both sides are read.</source>
        <translation>Les différences s’affichent ici dès que les deux côtés sont lus.</translation>
    </message>
    <message>
        <source>Now choose what is wanted</source>
        <translation>Choisir maintenant ce qui est voulu</translation>
    </message>
    <message>
        <source>Now choose what there is</source>
        <translation>Choisir maintenant ce qui existe</translation>
    </message>
    <message>
        <source>Finish the run…</source>
        <translation>Terminer l’exécution…</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ConflictBar</name>
    <message>
        <source>Keep &amp;mine</source>
        <translation>Garder la &amp;mienne</translation>
    </message>
    <message>
        <source>Take what is &amp;generated</source>
        <translation>Prendre ce qui est &amp;généré</translation>
    </message>
    <message>
        <source>Edits that no longer fit</source>
        <translation>Modifications qui ne conviennent plus</translation>
    </message>
    <message>
        <source>Generated when you edited it</source>
        <translation>Généré lors de votre modification</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Le vôtre</translation>
    </message>
    <message>
        <source>Generated now</source>
        <translation>Généré maintenant</translation>
    </message>
    <message>
        <source>Your change of “%1” needs a decision.</source>
        <translation>Votre modification de « %1 » demande une décision.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>title, how many more</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more follow(s).</source>
        <translation>
            <numerusform>%n autre suit.</numerusform>
            <numerusform>%n autres suivent.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep &amp;mine at the end</source>
        <translation>Garder la &amp;mienne à la fin</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Abandonner</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ConnectionForm</name>
    <message>
        <source>Read-only: the server refuses every write</source>
        <translation>Lecture seule&#xa0;: le serveur refuse toute écriture</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>Utiliser ce serveur</translation>
    </message>
    <message>
        <source>Connection text</source>
        <translation>Texte de connexion</translation>
    </message>
    <message>
        <source>Paste postgresql://… or host=… dbname=… here, or fill in the fields</source>
        <translation>Collez ici postgresql://… ou host=… dbname=…, ou remplissez les champs</translation>
    </message>
    <message>
        <source>TLS, SSH server, role, read-only</source>
        <translation>TLS, serveur SSH, rôle, lecture seule</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>to keep it under</source>
        <translation>sous lequel la garder</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>local socket</source>
        <translation>socket local</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>same as the user</source>
        <translation>comme l’utilisateur</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Développement</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Préproduction</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Production</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>from ~/.pgpass, or asked for; never stored here</source>
        <translation>lu dans ~/.pgpass, ou demandé&#xa0;; jamais stocké ici</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>from ~/.pg_service.conf</source>
        <translation>depuis ~/.pg_service.conf</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>prefer, as libpq does</source>
        <translation>prefer, comme libpq</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>Autorités</translation>
    </message>
    <message>
        <source>~/.postgresql/root.crt, or “system”</source>
        <translation>~/.postgresql/root.crt, ou «&#xa0;system&#xa0;»</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>~/.postgresql/postgresql.crt</source>
        <translation>~/.postgresql/postgresql.crt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>~/.postgresql/postgresql.key</source>
        <translation>~/.postgresql/postgresql.key</translation>
    </message>
    <message>
        <source>Channel binding</source>
        <translation>Liaison de canal</translation>
    </message>
    <message>
        <source>SSH server</source>
        <translation>Serveur SSH</translation>
    </message>
    <message>
        <source>user@host:port, or a Host of ~/.ssh/config</source>
        <translation>user@host:port, ou un Host de ~/.ssh/config</translation>
    </message>
    <message>
        <source>Passfile</source>
        <translation>Fichier de mots de passe</translation>
    </message>
    <message>
        <source>~/.pgpass</source>
        <translation>~/.pgpass</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>SET ROLE after connecting</source>
        <translation>SET ROLE après la connexion</translation>
    </message>
    <message>
        <source>default_transaction_read_only=on from the first moment; plans cannot be run there.</source>
        <translation>default_transaction_read_only=on dès le premier instant&#xa0;; aucun plan ne peut y être exécuté.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Give it a name to keep it under.</source>
        <translation>Donnez-lui un nom sous lequel la garder.</translation>
    </message>
    <message>
        <source>asked for when needed</source>
        <translation>demandé au besoin</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ConnectionsPanel</name>
    <message>
        <source>None yet. A connection keeps how to reach a database, what it is for and whether it may be written to; never its password.</source>
        <translation>Aucune pour l’instant. Une connexion garde la façon de joindre une base de données, son usage et si l’on peut y écrire&#xa0;; jamais son mot de passe.</translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation>Nouvelle connexion…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Dupliquer…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Starts a comparison with this database as the current side.</source>
        <translation>Démarre une comparaison avec cette base de données comme côté actuel.</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Connexion à %1…</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copie)</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 est supprimée.</translation>
    </message>
    <message>
        <source>It is a section of your service file; change it there, or duplicate it.</source>
        <translation>C’est une section de votre fichier de services&#xa0;; modifiez-la dans ce fichier, ou dupliquez-la.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Curve</name>
    <message>
        <source>last %1</source>
        <translation>dernières %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::DiffView</name>
    <message>
        <source>Current</source>
        <translation>Actuel</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::DifferencesModel</name>
    <message>
        <source>(none)</source>
        <translation>(aucun)</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Propriété</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Actuel</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
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
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>W</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Mots entiers seulement</translation>
    </message>
    <message>
        <source>.*</source>
        <translation>.*</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expression régulière</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>Replace &amp;all</source>
        <translation>&amp;Tout remplacer</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Find in the SQL</source>
        <translation>Rechercher dans le SQL</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Remplacer par</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Fermer la barre de recherche</translation>
    </message>
    <message>
        <source>not an expression yet</source>
        <translation>expression incomplète</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n résultat</numerusform>
            <numerusform>%n résultats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation>Co&amp;nstats</translation>
    </message>
    <message>
        <source>Findings from which severity on</source>
        <translation>Constats à partir de quelle gravité</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>warnings and errors</source>
        <translation>avertissements et erreurs</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>erreurs</translation>
    </message>
    <message>
        <source>Findings that hold this text</source>
        <translation>Constats contenant ce texte</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n au total</numerusform>
            <numerusform>%n au total</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 affichés sur %2</translation>
    </message>
    <message>
        <source>&amp;Rule in this project…</source>
        <translation>&amp;Règle dans ce projet…</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::FoundRun</name>
    <message>
        <source>Go on although a standby was promoted or a backup restored since</source>
        <translation>Continuer bien qu’un serveur secondaire ait été promu ou une sauvegarde restaurée depuis</translation>
    </message>
    <message>
        <source>What was committed last may be missing there; the run notices and refuses to go on unless this is ticked.</source>
        <translation>Ce qui a été validé en dernier peut y manquer&#xa0;; l’exécution le remarque et refuse de continuer si cette case n’est pas cochée.</translation>
    </message>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>%1 étapes faites sur %2</translation>
    </message>
    <message>
        <source>This database has run %1 of this plan: %2, %3.</source>
        <translation>Cette base a l’exécution %1 de ce plan&#xa0;: %2, %3.</translation>
    </message>
    <message>
        <source>This database has an unfinished run %1: %2, %3.</source>
        <translation>Cette base a une exécution %1 inachevée&#xa0;: %2, %3.</translation>
    </message>
    <message>
        <source>It belongs to another plan; open that plan to resume it or to roll it back.</source>
        <translation>Elle appartient à un autre plan&#xa0;; ouvrez ce plan pour la reprendre ou pour faire le retour arrière.</translation>
    </message>
    <message>
        <source>It is of another plan.</source>
        <translation>Elle appartient à un autre plan.</translation>
    </message>
    <message>
        <source>Open that plan</source>
        <translation>Ouvrir ce plan</translation>
    </message>
    <message>
        <source>Another Lockstep is at work on this run %1: %2.</source>
        <translation>Un autre Lockstep travaille sur cette exécution %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Stop it there</source>
        <translation>L’arrêter là</translation>
    </message>
    <message>
        <source>Take it over…</source>
        <translation>En prendre le contrôle…</translation>
    </message>
    <message>
        <source>Roll it back…</source>
        <translation>Retour arrière…</translation>
    </message>
    <message>
        <source>Go on rolling back…</source>
        <translation>Poursuivre le retour arrière…</translation>
    </message>
    <message>
        <source>Resume it</source>
        <translation>La reprendre</translation>
    </message>
    <message>
        <source>Take run %1 over? The other Lockstep is disconnected from the database, what it has not committed is rolled back, and the run goes on here.</source>
        <translation>Prendre le contrôle de l’exécution %1&#xa0;? L’autre Lockstep est déconnecté de la base, ce qu’il n’a pas validé est annulé, et l’exécution continue ici.</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>En prendre le contrôle</translation>
    </message>
    <message>
        <source>Leave it there</source>
        <translation>La laisser là</translation>
    </message>
    <message>
        <source>Roll back run %1? Every step that was done is taken back, last one first. What has no way back is said before anything is changed.</source>
        <translation>Faire le retour arrière de l’exécution %1&#xa0;? Chaque étape faite est annulée, la dernière d’abord. Ce qui n’a pas de retour est annoncé avant toute modification.</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Retour arrière</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>La laisser telle quelle</translation>
    </message>
    <message numerus="yes">
        <source>The rollback of run %1 on this database is not finished: %n step(s) are still to be taken back.</source>
        <translation>
            <numerusform>Le retour arrière de l’exécution %1 sur cette base n’est pas terminé&#xa0;: il reste %n étape à annuler.</numerusform>
            <numerusform>Le retour arrière de l’exécution %1 sur cette base n’est pas terminé&#xa0;: il reste %n étapes à annuler.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another Lockstep is rolling this run %1 back.</source>
        <translation>Un autre Lockstep fait le retour arrière de cette exécution %1.</translation>
    </message>
    <message>
        <source>Take the rollback of run %1 over? The other Lockstep is disconnected from the database, what it has not committed is undone, and the rollback goes on here.</source>
        <translation>Prendre le contrôle du retour arrière de l’exécution %1&#xa0;? L’autre Lockstep est déconnecté de la base, ce qu’il n’a pas validé est annulé, et le retour arrière continue ici.</translation>
    </message>
    <message>
        <source>Go on rolling run %1 back? What is left of it is taken back, last step first.</source>
        <translation>Poursuivre le retour arrière de l’exécution %1&#xa0;? Ce qui en reste est annulé, la dernière étape d’abord.</translation>
    </message>
    <message>
        <source>Go on rolling back</source>
        <translation>Poursuivre le retour arrière</translation>
    </message>
    <message>
        <source>nobody is working on it</source>
        <translation>personne n’y travaille</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::GoToBar</name>
    <message>
        <source>Line to go to</source>
        <translation>Ligne où aller</translation>
    </message>
    <message>
        <source>&amp;Go to line</source>
        <translation>A&amp;ller à la ligne</translation>
    </message>
    <message>
        <source>1 to %1</source>
        <translation>1 à %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::HistoryView</name>
    <message>
        <source>Read a&amp;gain</source>
        <translation>Re&amp;charger</translation>
    </message>
    <message>
        <source>Save even&amp;ts…</source>
        <translation>&amp;Enregistrer les événements…</translation>
    </message>
    <message>
        <source>&amp;Open its plan</source>
        <translation>&amp;Ouvrir son plan</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>The plan that the chosen run was begun with, instead of what is open.</source>
        <translation>Le plan avec lequel l’exécution choisie a commencé, au lieu de celui qui est ouvert.</translation>
    </message>
    <message>
        <source>The events of the chosen run as JSON lines or CSV.</source>
        <translation>Les événements de l’exécution choisie, en lignes JSON ou CSV.</translation>
    </message>
    <message>
        <source>Runs, newest first</source>
        <translation>Exécutions, les plus récentes d’abord</translation>
    </message>
    <message>
        <source>Steps of the chosen run</source>
        <translation>Étapes de l’exécution choisie</translation>
    </message>
    <message>
        <source>Events of the chosen run, newest first</source>
        <translation>Événements de l’exécution choisie, les plus récents d’abord</translation>
    </message>
    <message>
        <source>Runs of %1</source>
        <translation>Exécutions sur %1</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>Lecture du journal…</translation>
    </message>
    <message>
        <source>The journal of this database holds no run.</source>
        <translation>Le journal de cette base ne contient aucune exécution.</translation>
    </message>
    <message>
        <source>Reading run %1…</source>
        <translation>Lecture de l’exécution %1…</translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation>Exécution %1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>The oldest %n event(s) stay in the journal and are not shown.</source>
        <translation>
            <numerusform>L’événement le plus ancien (%n) reste dans le journal et n’est pas affiché.</numerusform>
            <numerusform>Les %n événements les plus anciens restent dans le journal et ne sont pas affichés.</numerusform>
        </translation>
    </message>
    <message>
        <source>The events are saved in %1.</source>
        <translation>Les événements sont enregistrés dans %1.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::HomePage</name>
    <message>
        <source>New comparison</source>
        <translation>Nouvelle comparaison</translation>
    </message>
    <message>
        <source>What there is and what you want; the plan follows by itself.</source>
        <translation>Ce qui existe et ce que vous voulez&#xa0;; le plan en découle de lui-même.</translation>
    </message>
    <message>
        <source>Open a plan…</source>
        <translation>Ouvrir un plan…</translation>
    </message>
    <message>
        <source>A .lockplan that somebody made, to look at or run.</source>
        <translation>Un fichier .lockplan que quelqu’un a créé, à consulter ou à exécuter.</translation>
    </message>
    <message>
        <source>Review a script</source>
        <translation>Examiner un script</translation>
    </message>
    <message>
        <source>What a migration locks and how long, statement by statement.</source>
        <translation>Ce qu’une migration verrouille et combien de temps, instruction par instruction.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Essayer la démo</translation>
    </message>
    <message>
        <source>A small shop on a throw-away server, ready to be changed.</source>
        <translation>Une petite boutique sur un serveur jetable, prête à être modifiée.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Projects you save are listed here. A project is a .lockstep file: both sides, your decisions and your edits.</source>
        <translation>Les projets que vous enregistrez figurent ici. Un projet est un fichier .lockstep&#xa0;: les deux côtés, vos décisions et vos modifications.</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Lockstep</source>
        <translation>Lockstep</translation>
    </message>
    <message>
        <source>Change a PostgreSQL schema while it is in use: compare, plan, prove, run.</source>
        <translation>Modifier un schéma PostgreSQL pendant qu’il est utilisé&#xa0;: comparer, planifier, prouver, exécuter.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Projets récents</translation>
    </message>
    <message>
        <source>The file itself stays where it is.</source>
        <translation>Le fichier lui-même reste où il est.</translation>
    </message>
    <message>
        <source>Or drop a project, a plan, a schema or a migration script anywhere here.</source>
        <translation>Ou déposez un projet, un plan, un schéma ou un script de migration n’importe où ici.</translation>
    </message>
    <message>
        <source>Work that was never saved under a name was kept %1: %2.</source>
        <translation>Un travail jamais enregistré sous un nom a été gardé %1&#xa0;: %2.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Inspector</name>
    <message>
        <source>About the selected step</source>
        <translation>À propos de l’étape sélectionnée</translation>
    </message>
    <message>
        <source>Select a step to see what it locks, how long it takes and why.</source>
        <translation>Sélectionnez une étape pour voir ce qu’elle verrouille, combien de temps elle prend et pourquoi.</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Verrous</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Trafic</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimation</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Exécution</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>Perd</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Voie</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>in batches, each committed by itself; it can stop and go on anywhere</source>
        <translation>par lots, chacun validé séparément&#xa0;; peut s’arrêter et reprendre n’importe où</translation>
    </message>
    <message>
        <source>in a transaction of its own</source>
        <translation>dans sa propre transaction</translation>
    </message>
    <message>
        <source>outside of a transaction, each statement by itself</source>
        <translation>hors transaction, chaque instruction séparément</translation>
    </message>
    <message>
        <source>none: the run stops here until a person confirms</source>
        <translation>aucune&#xa0;: l’exécution s’arrête ici jusqu’à ce qu’une personne confirme</translation>
    </message>
    <message>
        <source>not known: this SQL could not be analysed</source>
        <translation>inconnu&#xa0;: ce SQL n’a pas pu être analysé</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>%1; held about %2 a batch</source>
        <translation>%1&#xa0;; tenu environ %2 par lot</translation>
    </message>
    <message>
        <source>%1; held about %2</source>
        <translation>%1&#xa0;; tenu environ %2</translation>
    </message>
    <message>
        <source>%1/s, %2 each: %3</source>
        <translation>%1/s, %2 chacune&#xa0;: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more transaction(s) stand before it.</source>
        <translation>
            <numerusform>%n autre transaction est devant elle.</numerusform>
            <numerusform>%n autres transactions sont devant elle.</numerusform>
        </translation>
    </message>
    <message>
        <source>as %1 was seen at %2</source>
        <translation>tel que vu sur %1 à %2</translation>
    </message>
    <message>
        <source>as long as it takes</source>
        <translation>aussi longtemps qu’il faut</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (%2), %3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; (%2), %3</translation>
    </message>
    <message>
        <source>%1 in the proof, on an empty copy</source>
        <translation>%1 dans la preuve, sur une copie vide</translation>
    </message>
    <message>
        <source>%1; gives up and tries again after waiting %2 for a lock</source>
        <translation>%1&#xa0;; renonce et réessaie après %2 d’attente d’un verrou</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>step number and title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2 rows, %3</source>
        <translation>%1&#xa0;: %2 lignes, %3</translation>
    </message>
    <message>
        <source>%1: %2 rows</source>
        <translation>%1&#xa0;: %2 lignes</translation>
    </message>
    <message>
        <source>Costs: %1</source>
        <translation>Coûte&#xa0;: %1</translation>
    </message>
    <message>
        <source>No way back: %1</source>
        <translation>Pas de retour&#xa0;: %1</translation>
    </message>
    <message>
        <source>nothing to take back</source>
        <translation>rien à annuler</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n de plus</numerusform>
            <numerusform>et %n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivée</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::LintRulesDialog</name>
    <message>
        <source>&amp;All as usual</source>
        <translation>&amp;Toutes comme d’habitude</translation>
    </message>
    <message>
        <source>Rules of this project</source>
        <translation>Règles de ce projet</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Rules that hold this text</source>
        <translation>Règles qui contiennent ce texte</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>What the rule is about</source>
        <translation>Ce que dit la règle</translation>
    </message>
    <message>
        <source>&amp;In this project:</source>
        <translation>&amp;Dans ce projet :</translation>
    </message>
    <message>
        <source>What this project does with the rule</source>
        <translation>Ce que ce projet fait de la règle</translation>
    </message>
    <message>
        <source>What is chosen here holds for the findings of plans and of reviewed scripts, and is kept in the project file. lockstep-cli lint --settings reads that file.</source>
        <translation>Ce qui est choisi ici vaut pour les constats des plans et des scripts relus, et est gardé dans le fichier de projet. lockstep-cli lint --settings lit ce fichier.</translation>
    </message>
    <message>
        <source>Forgets everything that this project decides about rules.</source>
        <translation>Oublie tout ce que ce projet décide des règles.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>All rules are as usual.</source>
        <translation>Toutes les règles sont comme d’habitude.</translation>
    </message>
    <message numerus="yes">
        <source>%n rules are not as usual.</source>
        <translation>
            <numerusform>%n règle n’est pas comme d’habitude.</numerusform>
            <numerusform>%n règles ne sont pas comme d’habitude.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PasswordStrip</name>
    <message>
        <source>Keep in the keychain</source>
        <translation>Garder dans le trousseau</translation>
    </message>
    <message>
        <source>No keychain answers here: kept in memory until the window closes.</source>
        <translation>Aucun trousseau ne répond ici&#xa0;: gardé en mémoire jusqu’à la fermeture de la fenêtre.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>That password was not right. Password of %1:</source>
        <translation>Ce mot de passe n’était pas le bon. Mot de passe de %1&#xa0;:</translation>
    </message>
    <message>
        <source>Password of %1:</source>
        <translation>Mot de passe de %1&#xa0;:</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanFindings</name>
    <message>
        <source>Findings of the plan</source>
        <translation>Constats du plan</translation>
    </message>
    <message>
        <source>Nothing in this plan needs a look.</source>
        <translation>Rien dans ce plan ne demande attention.</translation>
    </message>
    <message>
        <source>&amp;Rule in this project…</source>
        <translation>&amp;Règle dans ce projet…</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) are switched off in this project, and were not asked.</source>
        <translation>
            <numerusform>%n règle est désactivée dans ce projet et n’a pas été consultée.</numerusform>
            <numerusform>%n règles sont désactivées dans ce projet et n’ont pas été consultées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanHeader</name>
    <message>
        <source>%1 will be changed to match %1</source>
        <comment>arrows around</comment>
        <translation>%1 sera aligné sur %1</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Actuel</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Stratégie</translation>
    </message>
    <message>
        <source>Zero downtime: nothing blocks for long. Maintenance window: the shortest way, the application may stand.</source>
        <translation>Sans interruption&#xa0;: rien ne bloque longtemps. Fenêtre de maintenance&#xa0;: le chemin le plus court, l’application peut être arrêtée.</translation>
    </message>
    <message>
        <source>Scale of the timeline</source>
        <translation>Échelle de la chronologie</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>compressée</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linéaire</translation>
    </message>
    <message>
        <source>Compressed shows 6 ms and 6 h side by side; linear shows the truth of proportions.</source>
        <translation>Compressée, elle montre 6 ms et 6 h côte à côte&#xa0;; linéaire, elle montre les vraies proportions.</translation>
    </message>
    <message>
        <source>&amp;Policy</source>
        <translation>&amp;Stratégie</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>É&amp;chelle</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>non choisi</translation>
    </message>
    <message>
        <source>Calibrate…</source>
        <translation>Calibrer…</translation>
    </message>
    <message>
        <source>Click to measure a server, which takes under a minute.</source>
        <translation>Cliquez pour mesurer un serveur, ce qui prend moins d’une minute.</translation>
    </message>
    <message>
        <source>Calibrate the estimates: %1</source>
        <translation>Calibrer les estimations&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanPage</name>
    <message>
        <source>Run…</source>
        <translation>Exécuter…</translation>
    </message>
    <message>
        <source>There is no plan yet. Choose what there is (Current) and what is wanted (Target) under Compare; the plan follows by itself.</source>
        <translation>Il n’y a pas encore de plan. Choisissez ce qui existe (Actuel) et ce qui est voulu (Cible) à la page «&#xa0;Comparer&#xa0;»&#xa0;; le plan suit tout seul.</translation>
    </message>
    <message>
        <source>Choose a database and run the plan on it</source>
        <translation>Choisir une base et y exécuter le plan</translation>
    </message>
    <message numerus="yes">
        <source>%n more stand(s) in the saved plan.</source>
        <translation>
            <numerusform>Encore %n dans le plan enregistré.</numerusform>
            <numerusform>Encore %n dans le plan enregistré.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) beside the plan need a look.</source>
        <translation>
            <numerusform>%n point à côté du plan est à regarder.</numerusform>
            <numerusform>%n points à côté du plan sont à regarder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Proving…</source>
        <translation>Preuve en cours…</translation>
    </message>
    <message>
        <source>Prove</source>
        <translation>Prouver</translation>
    </message>
    <message>
        <source>Runs plan and rollback on a scratch copy and compares the result</source>
        <translation>Exécute le plan et le retour arrière sur une copie jetable et compare le résultat</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>tick and words</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Runs plan and rollback on a scratch copy and compares the result. Click to prove the plan as it stands now.</source>
        <translation>Exécute le plan et le retour arrière sur une copie jetable et compare le résultat. Cliquez pour prouver le plan tel qu’il est maintenant.</translation>
    </message>
    <message>
        <source>With rows: %1.</source>
        <translation>Avec des lignes&#xa0;: %1.</translation>
    </message>
    <message>
        <source>about %1 · longest block %2</source>
        <translation>environ %1 · blocage max. %2</translation>
    </message>
    <message>
        <source>All steps together: %1. Reads or writes are held up for about %2 at a time, no longer.</source>
        <translation>Toutes les étapes ensemble&#xa0;: %1. Lectures ou écritures sont retenues environ %2 à la fois, pas plus.</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>É&amp;tape</translation>
    </message>
    <message>
        <source>The plan is made anew.</source>
        <translation>Le plan est refait.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>About the step or all findings</source>
        <translation>À propos de l’étape ou tous les constats</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>Cette étape</translation>
    </message>
    <message>
        <source>All findings</source>
        <translation>Tous les constats</translation>
    </message>
    <message>
        <source>All findings (%1)</source>
        <translation>Tous les constats (%1)</translation>
    </message>
    <message>
        <source>The plan is being made anew.</source>
        <translation>Le plan est en cours de reconstruction.</translation>
    </message>
    <message>
        <source>What you change meanwhile is applied as soon as it is there.</source>
        <translation>Ce que vous modifiez entre-temps sera appliqué dès qu’il sera prêt.</translation>
    </message>
    <message>
        <source>What you undid cannot be done again.</source>
        <translation>Ce que vous avez annulé ne peut pas être rétabli.</translation>
    </message>
    <message>
        <source>The steps that it changed are generated differently now. What you did not undo is still there.</source>
        <translation>Les étapes concernées sont maintenant générées autrement. Ce que vous n’avez pas annulé est toujours là.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanTable</name>
    <message>
        <source>Steps of the plan</source>
        <translation>Étapes du plan</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RehearsalDetail</name>
    <message>
        <source>%1 rows written</source>
        <translation>%1 lignes écrites</translation>
    </message>
    <message>
        <source>, %1 of the updates of the table HOT, %2 dead rows left</source>
        <translation>, %1 des mises à jour de la table HOT, reste %2 lignes mortes</translation>
    </message>
    <message>
        <source>%1 on %2 for %3</source>
        <translation>%1 sur %2 pendant %3</translation>
    </message>
    <message>
        <source>The database grew by %1.</source>
        <translation>La base a grossi de %1.</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>Attendu&#xa0;: %1</translation>
    </message>
    <message>
        <source>To the end and back</source>
        <translation>Jusqu’à la fin et retour</translation>
    </message>
    <message>
        <source>To the gate “%1” and back</source>
        <translation>Jusqu’à l’approbation «&#xa0;%1&#xa0;» et retour</translation>
    </message>
    <message>
        <source>%1: schema and rows are as before. %2 there, %3 back.</source>
        <translation>%1&#xa0;: schéma et lignes sont comme avant. Aller %2, retour %3.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>not as it should be.</source>
        <translation>pas comme il faudrait.</translation>
    </message>
    <message>
        <source>What the rehearsal found</source>
        <translation>Ce que la répétition a trouvé</translation>
    </message>
    <message>
        <source>A rehearsal runs the plan with rows and a clock, then its way back from the end and from each gate. It says how long each step takes, how long its locks keep others waiting, and whether schema and rows come back.</source>
        <translation>Une répétition exécute le plan avec des lignes et un chronomètre, puis son retour depuis la fin et depuis chaque approbation. Elle dit combien de temps prend chaque étape, combien de temps ses verrous font attendre les autres, et si le schéma et les lignes sont restitués.</translation>
    </message>
    <message>
        <source>The ways</source>
        <translation>Les parcours</translation>
    </message>
    <message>
        <source>Rows that a step does not pass; they were left out</source>
        <translation>Lignes qu’une étape ne laisse pas passer&#xa0;; elles ont été laissées de côté</translation>
    </message>
    <message>
        <source>Not rehearsed</source>
        <translation>Non répété</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RehearsalPage</name>
    <message>
        <source>Save the report…</source>
        <translation>Enregistrer le rapport…</translation>
    </message>
    <message>
        <source>Use its rates for the estimates</source>
        <translation>Utiliser ses débits pour les estimations</translation>
    </message>
    <message>
        <source>Stopping, and taking back what was done</source>
        <translation>Arrêt et annulation de ce qui a été fait</translation>
    </message>
    <message>
        <source>Steps of the plan with what the rehearsal measured</source>
        <translation>Étapes du plan avec ce que la répétition a mesuré</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>The rehearsal was stopped.</source>
        <translation>La répétition a été arrêtée.</translation>
    </message>
    <message>
        <source>What it made is gone.</source>
        <translation>Ce qu’elle a créé a disparu.</translation>
    </message>
    <message>
        <source>The report was saved.</source>
        <translation>Le rapport a été enregistré.</translation>
    </message>
    <message>
        <source>The estimates of the plan are made with these rates now.</source>
        <translation>Les estimations du plan utilisent maintenant ces débits.</translation>
    </message>
    <message>
        <source>Of this plan, until the window closes or another side is chosen.</source>
        <translation>Pour ce plan, jusqu’à la fermeture de la fenêtre ou au choix d’un autre côté.</translation>
    </message>
    <message>
        <source>rehearsing</source>
        <translation>répétition en cours</translation>
    </message>
    <message>
        <source>could not rehearse</source>
        <translation>répétition impossible</translation>
    </message>
    <message>
        <source>not rehearsed yet</source>
        <translation>pas encore répété</translation>
    </message>
    <message>
        <source>went well, %1</source>
        <translation>tout s’est bien passé, %1</translation>
    </message>
    <message>
        <source>a step failed</source>
        <translation>une étape a échoué</translation>
    </message>
    <message>
        <source>not as it should be</source>
        <translation>pas comme il faudrait</translation>
    </message>
    <message>
        <source>No step had enough work to learn rates from; more rows tell more.</source>
        <translation>Aucune étape n’avait assez de travail pour en tirer des débits&#xa0;; plus de lignes en disent plus.</translation>
    </message>
    <message>
        <source>Estimates go by what was measured here.</source>
        <translation>Les estimations suivent ce qui a été mesuré ici.</translation>
    </message>
    <message>
        <source>%1, on %2, at %3</source>
        <translation>%1, sur %2, à %3</translation>
    </message>
    <message>
        <source>Rehearsing</source>
        <translation>Répétition en cours</translation>
    </message>
    <message>
        <source>Rehearse the plan</source>
        <translation>Répéter le plan</translation>
    </message>
    <message>
        <source>With rows and a clock, there and back, before it runs where it matters.</source>
        <translation>Avec des lignes et un chronomètre, aller et retour, avant l’exécution là où ça compte.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RehearsalSetup</name>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Start the rehearsal</source>
        <translation>Démarrer la répétition</translation>
    </message>
    <message>
        <source>Make up rows</source>
        <translation>Générer des lignes</translation>
    </message>
    <message>
        <source>Rows in a table that refers to no other</source>
        <translation>Lignes dans une table qui ne référence aucune autre</translation>
    </message>
    <message>
        <source>in each table that refers to no other, five times as many in the others</source>
        <translation>dans chaque table qui n’en référence aucune autre, cinq fois plus dans les autres</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurer une sauvegarde</translation>
    </message>
    <message>
        <source>Backup by pg_dump</source>
        <translation>Sauvegarde par pg_dump</translation>
    </message>
    <message>
        <source>A pg_dump archive, a directory of one, or SQL text with its rows</source>
        <translation>Une archive pg_dump, un répertoire d’archive, ou du texte SQL avec ses lignes</translation>
    </message>
    <message>
        <source>Use a database</source>
        <translation>Utiliser une base</translation>
    </message>
    <message>
        <source>Database that may be changed</source>
        <translation>Base qui peut être modifiée</translation>
    </message>
    <message>
        <source>A copy that may be changed: postgresql://user@host/database or service=name</source>
        <translation>Une copie qui peut être modifiée&#xa0;: postgresql://user@host/database ou service=name</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Interrogation du serveur…</translation>
    </message>
    <message>
        <source>%1 The plan loses for good there: %2.</source>
        <translation>%1 Le plan y perd définitivement&#xa0;: %2.</translation>
    </message>
    <message>
        <source>There is no plan to rehearse yet.</source>
        <translation>Il n’y a pas encore de plan à répéter.</translation>
    </message>
    <message>
        <source>A rehearsal is going on.</source>
        <translation>Une répétition est en cours.</translation>
    </message>
    <message>
        <source>Name the backup.</source>
        <translation>Indiquez la sauvegarde.</translation>
    </message>
    <message>
        <source>Name a database that can be reached.</source>
        <translation>Indiquez une base joignable.</translation>
    </message>
    <message>
        <source>The name of the database is not typed yet.</source>
        <translation>Le nom de la base n’est pas encore saisi.</translation>
    </message>
    <message>
        <source>To confirm, type its name</source>
        <translation>Pour confirmer, saisissez son nom</translation>
    </message>
    <message>
        <source>To confirm, type: %1</source>
        <translation>Pour confirmer, saisissez&#xa0;: %1</translation>
    </message>
    <message>
        <source>It runs on a scratch server of this computer; no database of yours is touched.</source>
        <translation>Elle a lieu sur un serveur jetable de cet ordinateur&#xa0;; aucune de vos bases n’est touchée.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RenamesList</name>
    <message>
        <source>Renamed, or dropped and new?</source>
        <translation>Renommé, ou supprimé et nouveau&#xa0;?</translation>
    </message>
    <message>
        <source>Until you decide, the old one is kept and the new one is made beside it.</source>
        <translation>Tant que vous n’avez pas décidé, l’ancien est gardé et le nouveau est créé à côté.</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1 alike: %2</source>
        <translation>%1 de ressemblance&#xa0;: %2</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Non décidé</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Renommé</translation>
    </message>
    <message>
        <source>Dropped and new</source>
        <translation>Supprimé et nouveau</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ReviewHeader</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Opens scripts, or a folder of migrations in the order they run in.</source>
        <translation>Ouvre des scripts, ou un dossier de migrations dans leur ordre d’exécution.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Looks at what is on the clipboard instead.</source>
        <translation>Examine plutôt ce qui est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Saves the script.</source>
        <translation>Enregistre le script.</translation>
    </message>
    <message>
        <source>each file runs in one &amp;transaction</source>
        <translation>chaque fichier dans une &amp;transaction</translation>
    </message>
    <message>
        <source>Rewrite safely as a plan</source>
        <translation>Réécrire sans risque en plan</translation>
    </message>
    <message>
        <source>&amp;Files…</source>
        <translation>&amp;Fichiers…</translation>
    </message>
    <message>
        <source>F&amp;older of migrations…</source>
        <translation>&amp;Dossier de migrations…</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>Script that is shown</source>
        <translation>Script affiché</translation>
    </message>
    <message>
        <source>Schema that the script meets</source>
        <translation>Schéma auquel le script s’applique</translation>
    </message>
    <message>
        <source>With a schema it is known what is locked and how big it is; a live database tells sizes too. Without one tables are taken as the script writes them.</source>
        <translation>Avec un schéma, on sait ce qui est verrouillé et sa taille&#xa0;; une base en service donne aussi les tailles. Sans schéma, les tables sont prises telles que le script les écrit.</translation>
    </message>
    <message>
        <source>Version of PostgreSQL that the script runs on</source>
        <translation>Version de PostgreSQL sur laquelle le script s’exécute</translation>
    </message>
    <message>
        <source>as the schema</source>
        <translation>comme le schéma</translation>
    </message>
    <message>
        <source>Many migration tools put each file into a transaction of its own.</source>
        <translation>Beaucoup d’outils de migration mettent chaque fichier dans sa propre transaction.</translation>
    </message>
    <message>
        <source>&amp;Meets</source>
        <translation>S’applique &amp;à</translation>
    </message>
    <message>
        <source>on Postgre&amp;SQL</source>
        <translation>sur Postgre&amp;SQL</translation>
    </message>
    <message>
        <source>no schema: as written</source>
        <translation>sans schéma&#xa0;: tel qu’écrit</translation>
    </message>
    <message>
        <source>Choose the current schema…</source>
        <translation>Choisir le schéma actuel…</translation>
    </message>
    <message>
        <source>Works out the schema that the script makes and plans the way there that keeps the application running.</source>
        <translation>Détermine le schéma que produit le script et planifie le chemin qui y mène en laissant l’application tourner.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ReviewPage</name>
    <message>
        <source>pasted script</source>
        <translation>script collé</translation>
    </message>
    <message>
        <source>Review of scripts</source>
        <translation>Relecture de scripts</translation>
    </message>
    <message>
        <source>Paste a migration script, drop .sql files here, or open them.
Nothing of it is run: it is read and judged.</source>
        <translation>Collez un script de migration, déposez ici des fichiers .sql, ou ouvrez-les.
Rien n’en est exécuté&#xa0;: il est lu et jugé.</translation>
    </message>
    <message>
        <source>Put the caret into a statement to see what it locks, how long it takes and what to write instead.</source>
        <translation>Placez le curseur dans une instruction pour voir ce qu’elle verrouille, combien de temps elle prend et quoi écrire à la place.</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1, non enregistré</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>lecture…</translation>
    </message>
    <message>
        <source>Choose what there is (Current) on the Compare page first: a plan leads from there to what the script makes of it.</source>
        <translation>Choisissez d’abord ce qui existe (Actuel) à la page «&#xa0;Comparer&#xa0;»&#xa0;: un plan mène de là à ce que le script en fait.</translation>
    </message>
    <message numerus="yes">
        <source>%n script(s) are not saved: %1.</source>
        <translation>
            <numerusform>%n script n’est pas enregistré&#xa0;: %1.</numerusform>
            <numerusform>%n scripts ne sont pas enregistrés&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>What was written is lost without that.</source>
        <translation>Sinon, ce qui a été écrit est perdu.</translation>
    </message>
    <message>
        <source>Save them first, or go on without them.</source>
        <translation>Enregistrez-les d’abord, ou continuez sans eux.</translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation>Continuer sans eux</translation>
    </message>
    <message>
        <source>The clipboard holds no text.</source>
        <translation>Le presse-papiers ne contient pas de texte.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ReviewSummary</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n erreur</numerusform>
            <numerusform>%n erreurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n avertissement</numerusform>
            <numerusform>%n avertissements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>rien trouvé</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>what was found, and in how many statements</comment>
        <translation>%1 dans %2</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n instruction</numerusform>
            <numerusform>%n instructions</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · longest block %2</source>
        <translation>%1 · blocage max. %2</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RulesPanel</name>
    <message>
        <source>Owners</source>
        <translation>Propriétaires</translation>
    </message>
    <message>
        <source>Privileges, default ones too</source>
        <translation>Privilèges, y compris par défaut</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Tablespaces</source>
        <translation>Tablespaces</translation>
    </message>
    <message>
        <source>Storage parameters</source>
        <translation>Paramètres de stockage</translation>
    </message>
    <message>
        <source>White space in functions</source>
        <translation>Espaces dans les fonctions</translation>
    </message>
    <message>
        <source>Security labels</source>
        <translation>Étiquettes de sécurité</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>Publications</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Left aside when comparing</source>
        <translation>Ignoré lors de la comparaison</translation>
    </message>
    <message>
        <source>Objects like these</source>
        <translation>Objets correspondant à</translation>
    </message>
    <message>
        <source>Everything not like these</source>
        <translation>Tout ce qui ne correspond pas à</translation>
    </message>
    <message>
        <source>Nothing is left aside by a rule.</source>
        <translation>Aucune règle n’ignore quoi que ce soit.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) left aside by rules.</source>
        <translation>
            <numerusform>%n différence ignorée par des règles.</numerusform>
            <numerusform>%n différences ignorées par des règles.</numerusform>
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
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Arrêter…</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Retour arrière…</translation>
    </message>
    <message>
        <source>Finishes the batch and waits. Nothing is lost.</source>
        <translation>Termine le lot et attend. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>Goes on where the run paused.</source>
        <translation>Reprend là où l’exécution s’est mise en pause.</translation>
    </message>
    <message>
        <source>Ends the run after its batch. It can be resumed later from any computer.</source>
        <translation>Termine l’exécution après son lot. Elle peut être reprise plus tard depuis n’importe quel ordinateur.</translation>
    </message>
    <message>
        <source>Takes every step that was done back, last one first.</source>
        <translation>Annule chaque étape faite, la dernière d’abord.</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>Arrêter maintenant</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunPage</name>
    <message>
        <source>finishing what is under way, then pausing</source>
        <translation>termine ce qui est en cours, puis pause</translation>
    </message>
    <message>
        <source>finishing what is under way, then stopping</source>
        <translation>termine ce qui est en cours, puis arrêt</translation>
    </message>
    <message>
        <source>Stop the run? The batch that is on its way is finished; what is done stays done, and the run can be resumed later from any computer.</source>
        <translation>Arrêter l’exécution&#xa0;? Le lot en cours est terminé&#xa0;; ce qui est fait reste fait, et l’exécution peut être reprise plus tard depuis n’importe quel ordinateur.</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>Arrêter l’exécution</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>Laisser continuer</translation>
    </message>
    <message>
        <source>Roll back? Every step that was done is taken back, last one first. A run that is going on is stopped before.</source>
        <translation>Faire le retour arrière&#xa0;? Chaque étape faite est annulée, la dernière d’abord. Une exécution en cours est d’abord arrêtée.</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Retour arrière</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Laisser tel quel</translation>
    </message>
    <message>
        <source>Cancel its statement</source>
        <translation>Annuler son instruction</translation>
    </message>
    <message>
        <source>Disconnect it</source>
        <translation>La déconnecter</translation>
    </message>
    <message>
        <source>Leave it alone</source>
        <translation>La laisser tranquille</translation>
    </message>
    <message>
        <source>The events are saved in %1.</source>
        <translation>Les événements sont enregistrés dans %1.</translation>
    </message>
    <message>
        <source>Done: the database now has the target schema.</source>
        <translation>Terminé&#xa0;: la base a maintenant le schéma cible.</translation>
    </message>
    <message>
        <source>Rolled back: the database has the schema it had before.</source>
        <translation>Retour arrière fait&#xa0;: la base a le schéma qu’elle avait avant.</translation>
    </message>
    <message>
        <source>The run ended early: %1.</source>
        <translation>L’exécution s’est terminée prématurément&#xa0;: %1.</translation>
    </message>
    <message>
        <source>What is done stays done; the journal knows where to go on.</source>
        <translation>Ce qui est fait reste fait&#xa0;; le journal sait où reprendre.</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Revenir au début</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>non démarrée</translation>
    </message>
    <message>
        <source>step %1 of %2, %3</source>
        <translation>étape %1 sur %2, %3</translation>
    </message>
    <message>
        <source>Put such rows aside…</source>
        <translation>Mettre ces lignes de côté…</translation>
    </message>
    <message>
        <source>Accept the change…</source>
        <translation>Accepter le changement…</translation>
    </message>
    <message numerus="yes">
        <source>Done, but %n row(s) were put aside and are as they were before.</source>
        <translation>
            <numerusform>Terminé, mais %n ligne a été mise de côté et reste telle qu’avant.</numerusform>
            <numerusform>Terminé, mais %n lignes ont été mises de côté et restent telles qu’avant.</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct them by hand; the history of runs keeps what is said here.</source>
        <translation>Corrigez-les à la main&#xa0;; l’historique des exécutions garde ce qui est dit ici.</translation>
    </message>
    <message>
        <source>Resume, and put up to %1 rows aside that cannot be written? They stay as they are, the plan goes on without them, and the journal names each of them. Steps that check every row may fail because of them.</source>
        <translation>Reprendre et mettre de côté jusqu’à %1 lignes qui ne peuvent être écrites&#xa0;? Elles restent telles quelles, le plan continue sans elles et le journal nomme chacune. Les étapes qui vérifient chaque ligne peuvent échouer à cause d’elles.</translation>
    </message>
    <message>
        <source>Put them aside and resume</source>
        <translation>Les mettre de côté et reprendre</translation>
    </message>
    <message>
        <source>Resume with the tables as they are now? %1 The plan was not proved with that change; what it does from here on is your responsibility.</source>
        <translation>Reprendre avec les tables telles qu’elles sont&#xa0;? %1 Le plan n’a pas été prouvé avec ce changement&#xa0;; vous répondez de ce qu’il fait à partir d’ici.</translation>
    </message>
    <message>
        <source>Accept the change and resume</source>
        <translation>Accepter le changement et reprendre</translation>
    </message>
    <message>
        <source>Go on from a step…</source>
        <translation>Reprendre à partir d’une étape…</translation>
    </message>
    <message>
        <source>What was committed is kept, and nothing more is changed. Press &quot;%1&quot; and say at which step it stands: the run begins if the database looks as it should then.</source>
        <translation>Ce qui est validé est conservé, et rien d’autre n’est modifié. Cliquez sur «&#xa0;%1&#xa0;» et indiquez à quelle étape on en est&#xa0;: l’exécution commence si la base est bien telle qu’elle doit être alors.</translation>
    </message>
    <message>
        <source>The rollback ended early: %1.</source>
        <translation>Le retour arrière s’est terminé prématurément&#xa0;: %1.</translation>
    </message>
    <message>
        <source>What is taken back stays so; the journal knows where to go on.</source>
        <translation>Ce qui est annulé reste annulé&#xa0;; le journal sait où reprendre.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunProgress</name>
    <message>
        <source>WAL is what the whole server wrote meanwhile. HOT updates need no new index entries. Dead rows are those that vacuum has not removed yet.</source>
        <translation>WAL&#xa0;: ce que tout le serveur a écrit pendant ce temps. Les mises à jour HOT n’exigent pas de nouvelles entrées d’index. Les lignes mortes sont celles que vacuum n’a pas encore supprimées.</translation>
    </message>
    <message>
        <source>Progress of the step</source>
        <translation>Progression de l’étape</translation>
    </message>
    <message>
        <source>No step is running</source>
        <translation>Aucune étape en cours</translation>
    </message>
    <message>
        <source>Estimated %1 (%2)</source>
        <translation>Estimé %1 (%2)</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>%1 – since %2 (%3)</source>
        <translation>%1 – depuis %2 (%3)</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunSetup</name>
    <message>
        <source>%1 rows</source>
        <translation>%1 lignes</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécuter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>His&amp;tory…</source>
        <translation>His&amp;torique…</translation>
    </message>
    <message>
        <source>Run the plan on a database</source>
        <translation>Exécuter le plan sur une base</translation>
    </message>
    <message>
        <source>postgresql://user@host/database, service=name, or host=… dbname=…</source>
        <translation>postgresql://user@host/database, service=name ou host=… dbname=…</translation>
    </message>
    <message>
        <source>Database to run on</source>
        <translation>Base où exécuter</translation>
    </message>
    <message>
        <source>The runs that the journal of this database remembers.</source>
        <translation>Les exécutions que retient le journal de cette base.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Interrogation du serveur…</translation>
    </message>
    <message>
        <source>Who may be ended when the run waits for a lock</source>
        <translation>Qui peut être interrompu quand l’exécution attend un verrou</translation>
    </message>
    <message>
        <source>Nobody, unless I say so then</source>
        <translation>Personne, sauf si je le dis alors</translation>
    </message>
    <message>
        <source>Autovacuum is canceled, which begins again later</source>
        <translation>L’autovacuum est annulé&#xa0;; il recommencera plus tard</translation>
    </message>
    <message>
        <source>Also who is idle in a transaction for %1 is disconnected</source>
        <translation>Aussi, qui est inactif en transaction depuis %1 est déconnecté</translation>
    </message>
    <message>
        <source>Also statements of %1 and more are canceled</source>
        <translation>Aussi, les instructions de %1 et plus sont annulées</translation>
    </message>
    <message>
        <source>Also every session whose transaction is %1 old is disconnected</source>
        <translation>Aussi, toute session dont la transaction date de %1 est déconnectée</translation>
    </message>
    <message>
        <source>Only who keeps the run from a lock at that moment; never replication, superusers, other runs, or a vacuum against wraparound.</source>
        <translation>Seulement qui empêche alors l’exécution d’obtenir un verrou&#xa0;; jamais la réplication, les superutilisateurs, les autres exécutions ni un vacuum contre le wraparound.</translation>
    </message>
    <message>
        <source>Who may be en&amp;ded when the run waits for a lock</source>
        <translation>Qui peut être interrom&amp;pu quand l’exécution attend un verrou</translation>
    </message>
    <message>
        <source>Backfills</source>
        <translation>Backfills</translation>
    </message>
    <message>
        <source>Step %1, %2</source>
        <translation>Étape %1, %2</translation>
    </message>
    <message>
        <source>What may be lost for good</source>
        <translation>Ce qui peut être perdu définitivement</translation>
    </message>
    <message>
        <source>The run stops before a step that is not ticked and asks.</source>
        <translation>L’exécution s’arrête avant une étape non cochée et demande.</translation>
    </message>
    <message>
        <source>There is no plan to run yet.</source>
        <translation>Il n’y a pas encore de plan à exécuter.</translation>
    </message>
    <message>
        <source>The plan is not proved as it stands. Prove it on the Plan page first.</source>
        <translation>Le plan n’est pas prouvé tel qu’il est. Prouvez-le d’abord à la page «&#xa0;Plan&#xa0;».</translation>
    </message>
    <message>
        <source>Name a database that can be reached.</source>
        <translation>Indiquez une base joignable.</translation>
    </message>
    <message>
        <source>Another Lockstep is running a plan on this database now.</source>
        <translation>Un autre Lockstep exécute en ce moment un plan sur cette base.</translation>
    </message>
    <message>
        <source>The unfinished run has to be resumed or rolled back first.</source>
        <translation>L’exécution inachevée doit d’abord être reprise ou annulée par un retour arrière.</translation>
    </message>
    <message>
        <source>The name of the database is not typed yet.</source>
        <translation>Le nom de la base n’est pas encore saisi.</translation>
    </message>
    <message>
        <source>To confirm, type the name of the database</source>
        <translation>Pour confirmer, saisissez le nom de la base</translation>
    </message>
    <message>
        <source>To confirm, type the name of the database: %1</source>
        <translation>Pour confirmer, saisissez le nom de la base&#xa0;: %1</translation>
    </message>
    <message>
        <source>Run on %1</source>
        <translation>Exécuter sur %1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s). %1.</source>
        <translation>
            <numerusform>%n étape. %1.</numerusform>
            <numerusform>%n étapes. %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rollback that was begun has to be finished first.</source>
        <translation>Le retour arrière commencé doit d’abord être terminé.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunView</name>
    <message>
        <source>Confirm: %1</source>
        <translation>Confirmer&#xa0;: %1</translation>
    </message>
    <message>
        <source>Confirm all of this</source>
        <translation>Tout confirmer</translation>
    </message>
    <message>
        <source>Rows per second</source>
        <translation>Lignes par seconde</translation>
    </message>
    <message>
        <source>Transaction time, ms</source>
        <translation>Temps de transaction, ms</translation>
    </message>
    <message>
        <source>Sessions waiting on us</source>
        <translation>Sessions qui nous attendent</translation>
    </message>
    <message>
        <source>Replica behind, s</source>
        <translation>Retard du réplica, s</translation>
    </message>
    <message>
        <source>aim %1 ms</source>
        <translation>objectif %1 ms</translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation>Étapes de l’exécution</translation>
    </message>
    <message>
        <source>Events of the run, newest first</source>
        <translation>Événements de l’exécution, les plus récents d’abord</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Save even&amp;ts…</source>
        <translation>&amp;Enregistrer les événements…</translation>
    </message>
    <message>
        <source>What is listed here, as JSON lines or CSV.</source>
        <translation>Ce qui est listé ici, en lignes JSON ou CSV.</translation>
    </message>
    <message>
        <source>as %1 · pid %2 · run %3</source>
        <translation>en tant que %1 · PID %2 · exécution %3</translation>
    </message>
    <message>
        <source>Run %1 resumed by %2.</source>
        <translation>Exécution %1 reprise par %2.</translation>
    </message>
    <message>
        <source>Run %1 started by %2.</source>
        <translation>Exécution %1 démarrée par %2.</translation>
    </message>
    <message>
        <source>Step %1, %2: %3 in %4.</source>
        <translation>Étape %1, %2&#xa0;: %3 en %4.</translation>
    </message>
    <message>
        <source>now %1, best %2</source>
        <translation>actuel %1, meilleur %2</translation>
    </message>
    <message>
        <source>most %1</source>
        <translation>max. %1</translation>
    </message>
    <message>
        <source>now %1, most %2</source>
        <translation>actuel %1, max. %2</translation>
    </message>
    <message>
        <source>The run waits for you: %1</source>
        <translation>L’exécution vous attend&#xa0;: %1</translation>
    </message>
    <message>
        <source>The next step loses data for good: %1</source>
        <translation>L’étape suivante perd définitivement des données&#xa0;: %1</translation>
    </message>
    <message>
        <source>Allow it</source>
        <translation>Autoriser</translation>
    </message>
    <message>
        <source>Running on %1</source>
        <translation>En cours sur %1</translation>
    </message>
    <message>
        <source>Ran on %1</source>
        <translation>Exécuté sur %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>everything left: %1</source>
        <translation>reste au total&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::SourcePicker</name>
    <message>
        <source>File…</source>
        <translation>Fichier…</translation>
    </message>
    <message>
        <source>Opens a .sql file, an archive or a snapshot.</source>
        <translation>Ouvre un fichier .sql, une archive ou un instantané.</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>Serveur…</translation>
    </message>
    <message>
        <source>Connects to a live database.</source>
        <translation>Se connecte à une base en service.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Recharger</translation>
    </message>
    <message>
        <source>Reads it again.</source>
        <translation>Le relit.</translation>
    </message>
    <message>
        <source>Nothing chosen yet.</source>
        <translation>Rien n’est encore choisi.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Ligne %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Choose a schema</source>
        <translation>Choisir un schéma</translation>
    </message>
    <message>
        <source>Schemas (*.sql *.dump *.backup *.json *.prisma)</source>
        <translation>Schémas (*.sql *.dump *.backup *.json *.prisma)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Known connections</source>
        <translation>Connexions connues</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Un autre serveur</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::SqlEditor</name>
    <message>
        <source>SQL of the step</source>
        <translation>SQL de l’étape</translation>
    </message>
    <message>
        <source>&amp;Undo typing</source>
        <translation>&amp;Annuler la frappe</translation>
    </message>
    <message>
        <source>&amp;Redo typing</source>
        <translation>Réta&amp;blir la frappe</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Co&amp;uper</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Tout sélect&amp;ionner</translation>
    </message>
    <message>
        <source>Co&amp;mplete the word</source>
        <translation>Compléter le mo&amp;t</translation>
    </message>
    <message>
        <source>Comment &amp;in or out</source>
        <translation>Commenter ou &amp;décommenter</translation>
    </message>
    <message>
        <source>&amp;Lay out for reading</source>
        <translation>&amp;Mettre en forme</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Rechercher…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>&amp;Précédent</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>R&amp;emplacer…</translation>
    </message>
    <message>
        <source>&amp;Go to line…</source>
        <translation>A&amp;ller à la ligne…</translation>
    </message>
    <message>
        <source>SQL of the script</source>
        <translation>SQL du script</translation>
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
        <translation>Phases du travail</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Contrôler</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Répéter</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécuter</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>non démarré</translation>
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
        <translation>Environnement&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StaleList</name>
    <message>
        <source>Rename of %1</source>
        <translation>Renommage de %1</translation>
    </message>
    <message>
        <source>Drop of %1</source>
        <translation>Suppression de %1</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Laissé de côté&#xa0;: %1</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>Gardé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Parked: %1</source>
        <translation>Mis de côté&#xa0;: %1</translation>
    </message>
    <message>
        <source>Decision about %1</source>
        <translation>Décision sur %1</translation>
    </message>
    <message>
        <source>Not there any more</source>
        <translation>N’existe plus</translation>
    </message>
    <message>
        <source>Forget these decisions</source>
        <translation>Oublier ces décisions</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StatementPanel</name>
    <message>
        <source>Write this instead</source>
        <translation>Écrire plutôt ceci</translation>
    </message>
    <message>
        <source>Ignore here</source>
        <translation>Ignorer ici</translation>
    </message>
    <message>
        <source>Puts a comment over the statement that takes this finding back.</source>
        <translation>Place au-dessus de l’instruction un commentaire qui lève ce constat.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copies the statements.</source>
        <translation>Copie les instructions.</translation>
    </message>
    <message>
        <source>Replace in script</source>
        <translation>Remplacer dans le script</translation>
    </message>
    <message>
        <source>Puts them in place of the statement; Undo takes that back.</source>
        <translation>Les met à la place de l’instruction&#xa0;; «&#xa0;Annuler&#xa0;» revient en arrière.</translation>
    </message>
    <message>
        <source>About the selected statement</source>
        <translation>À propos de l’instruction sélectionnée</translation>
    </message>
    <message>
        <source>Ignore %1 here</source>
        <translation>Ignorer %1 ici</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Verrous</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Exécution</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoré</translation>
    </message>
    <message>
        <source>Line %1, %2</source>
        <translation>Ligne %1, %2</translation>
    </message>
    <message>
        <source>not known: this statement could not be read</source>
        <translation>inconnu&#xa0;: cette instruction n’a pas pu être lue</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Nobody waits: what is locked strongly is new, others do not know it.</source>
        <translation>Personne n’attend&#xa0;: ce qui est fortement verrouillé est nouveau, les autres ne le connaissent pas.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (%2), %3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; (%2), %3</translation>
    </message>
    <message>
        <source>in a transaction of its own</source>
        <translation>dans sa propre transaction</translation>
    </message>
    <message>
        <source>outside of a transaction</source>
        <translation>hors transaction</translation>
    </message>
    <message>
        <source>in the transaction that is open; its locks stay until that ends</source>
        <translation>dans la transaction ouverte&#xa0;; ses verrous restent jusqu’à la fin de celle-ci</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>rule and the reason to ignore it</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Write this instead, outside the transaction</source>
        <translation>À écrire plutôt, hors de la transaction</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepActions</name>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>&amp;Switch off</source>
        <translation>Dé&amp;sactiver</translation>
    </message>
    <message>
        <source>Switch off with &amp;all that need it</source>
        <translation>Désactiver avec &amp;toutes celles qui en ont besoin</translation>
    </message>
    <message>
        <source>&amp;Join with the next step</source>
        <translation>&amp;Joindre à l’étape suivante</translation>
    </message>
    <message>
        <source>Insert own S&amp;QL after it</source>
        <translation>Insérer son propre S&amp;QL après</translation>
    </message>
    <message>
        <source>Insert a &amp;gate after it</source>
        <translation>Insérer une a&amp;pprobation après</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>S&amp;plit before</source>
        <translation>&amp;Couper avant</translation>
    </message>
    <message>
        <source>&amp;Switch on</source>
        <translation>&amp;Activer</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number and text of a statement</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>“%1” cannot be moved there.</source>
        <translation>« %1 » ne peut pas être déplacée là.</translation>
    </message>
    <message>
        <source>Look at the database, and go on when it is well.</source>
        <translation>Regardez la base de données et continuez si tout va bien.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepEditor</name>
    <message>
        <source>Revert</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Part of the step</source>
        <translation>Partie de l’étape</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Aller</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>Retour arrière</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Go back to the SQL that was generated for this step</source>
        <translation>Revenir au SQL généré pour cette étape</translation>
    </message>
    <message>
        <source>no step selected</source>
        <translation>aucune étape sélectionnée</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>étape %1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>generated · not edited</source>
        <translation>généré · non modifié</translation>
    </message>
    <message>
        <source>edited · cannot be taken as it is</source>
        <translation>modifié · inutilisable en l’état</translation>
    </message>
    <message>
        <source>edited · not analysed</source>
        <translation>modifié · non analysé</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>step number and its state</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>switched off: it does not run</source>
        <translation>désactivée : elle n’est pas exécutée</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>la vôtre</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepIntents</name>
    <message>
        <source>%1 is renamed to %2</source>
        <translation>%1 est renommé en %2</translation>
    </message>
    <message>
        <source>Fill %1 with…</source>
        <translation>Remplir %1 avec…</translation>
    </message>
    <message>
        <source>Change %1 in a window: it may block</source>
        <translation>Modifier %1 dans une fenêtre : peut bloquer</translation>
    </message>
    <message>
        <source>Change %1 without downtime again</source>
        <translation>Modifier de nouveau %1 sans interruption</translation>
    </message>
    <message>
        <source>Park %1 instead of dropping it</source>
        <translation>Mettre %1 de côté au lieu de le supprimer</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>Garder %1</translation>
    </message>
    <message>
        <source>%1 becomes %2 from now on.</source>
        <translation>%1 devient désormais %2.</translation>
    </message>
    <message>
        <source>%1 is filled with another value.</source>
        <translation>%1 est rempli avec une autre valeur.</translation>
    </message>
    <message>
        <source>%1 is changed in a window.</source>
        <translation>%1 est modifié dans une fenêtre de maintenance.</translation>
    </message>
    <message>
        <source>%1 is changed without downtime.</source>
        <translation>%1 est modifié sans interruption.</translation>
    </message>
    <message>
        <source>%1 is parked instead of being dropped.</source>
        <translation>%1 est mis de côté au lieu d’être supprimé.</translation>
    </message>
    <message>
        <source>%1 is kept.</source>
        <translation>%1 est gardé.</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expression</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Utiliser</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Fill %1 with</source>
        <translation>Remplir %1 avec</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepText</name>
    <message>
        <source>There is no way back: %1</source>
        <translation>Il n’y a pas de retour&#xa0;: %1</translation>
    </message>
    <message>
        <source>-- expects %1</source>
        <translation>-- attend %1</translation>
    </message>
    <message>
        <source>a gate runs no SQL</source>
        <translation>une approbation n’exécute aucun SQL</translation>
    </message>
    <message>
        <source>a verification runs only what is under Verify</source>
        <translation>une vérification n’exécute que ce qui est sous «&#xa0;Vérifier&#xa0;»</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineCanvas</name>
    <message>
        <source>Timeline of the plan</source>
        <translation>Chronologie du plan</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineColumns</name>
    <message>
        <source>Phase: %1</source>
        <translation>Phase&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineLegend</name>
    <message>
        <source>Legend: green blocks nothing; blue with dots blocks other schema changes and vacuum; amber with stripes blocks writes; red with crossed stripes blocks reads and writes. The band at the left edge is the phase.</source>
        <translation>Légende&#xa0;: vert ne bloque rien&#xa0;; bleu à points bloque les autres changements de schéma et vacuum&#xa0;; ambre à rayures bloque les écritures&#xa0;; rouge à rayures croisées bloque lectures et écritures. La bande au bord gauche est la phase.</translation>
    </message>
    <message>
        <source>likely range</source>
        <translation>fourchette probable</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>approbation</translation>
    </message>
    <message>
        <source>must come after</source>
        <translation>doit venir après</translation>
    </message>
    <message>
        <source>Ctrl+wheel zooms · F fits · Esc clears</source>
        <translation>Ctrl+molette zoome · F ajuste · Esc désélectionne</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineMinimap</name>
    <message>
        <source>The whole plan</source>
        <translation>Le plan entier</translation>
    </message>
    <message>
        <source>Drag the window to what you want to see; drag its sides to see more or less.</source>
        <translation>Faites glisser la fenêtre vers ce que vous voulez voir ; tirez ses côtés pour voir plus ou moins.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelinePicture</name>
    <message>
        <source>The plan is too long for a PNG picture.</source>
        <translation>Le plan est trop long pour une image PNG.</translation>
    </message>
    <message>
        <source>Save it as SVG, which has no limit.</source>
        <translation>Enregistrez-le en SVG, qui n’a pas de limite.</translation>
    </message>
    <message>
        <source>Timeline of the plan</source>
        <translation>Chronologie du plan</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineRuler</name>
    <message>
        <source>Time since the start of the plan, estimated</source>
        <translation>Temps depuis le début du plan, estimé</translation>
    </message>
    <message>
        <source>The estimated time of everything up to that point</source>
        <translation>La durée estimée de tout ce qui précède ce point</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineView</name>
    <message>
        <source>&amp;Timeline</source>
        <translation>Chrono&amp;logie</translation>
    </message>
    <message>
        <source>By table</source>
        <translation>Par table</translation>
    </message>
    <message>
        <source>Puts the steps of a table together; the time of each stays what it is.</source>
        <translation>Regroupe les étapes d’une table ; le moment de chacune reste le même.</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Shows all of the time (F).</source>
        <translation>Montre toute la durée (F).</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>To what was in sight before (Backspace or Alt+Left).</source>
        <translation>Vers ce qui était visible avant (Retour arrière ou Alt+Gauche).</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Shows less of the time (+).</source>
        <translation>Montre une durée plus courte (+).</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>Shows more of the time (-).</source>
        <translation>Montre une durée plus longue (-).</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::UnusualStart</name>
    <message>
        <source>Direct connection, without the pooler</source>
        <translation>Connexion directe, sans le pooler</translation>
    </message>
    <message>
        <source>postgresql://user@host:5432/database of the server itself</source>
        <translation>postgresql://user@host:5432/base du serveur lui-même</translation>
    </message>
    <message>
        <source>The whole run goes there. It has to be the same database, not another one.</source>
        <translation>Toute l’exécution passe par là. Ce doit être la même base, pas une autre.</translation>
    </message>
    <message>
        <source>The step to go on from</source>
        <translation>L’étape à partir de laquelle reprendre</translation>
    </message>
    <message>
        <source>The run begins only if the tables, columns, indexes and constraints of the database agree with that.</source>
        <translation>L’exécution ne commence que si les tables, colonnes, index et contraintes de la base concordent.</translation>
    </message>
    <message>
        <source>&amp;Direct connection, without the pooler: a run needs it, unless the pool is in session mode</source>
        <translation>Connexion &amp;directe, sans le pooler&#xa0;: une exécution en a besoin, sauf si le pool est en mode session</translation>
    </message>
    <message>
        <source>The journal is gone. &amp;Go on from this step; what comes before it is done</source>
        <translation>Le journal a disparu. Reprendre à partir de cette é&amp;tape&#xa0;; ce qui précède est fait</translation>
    </message>
    <message>
        <source>None: it has not begun</source>
        <translation>Aucune&#xa0;: rien n’a commencé</translation>
    </message>
    <message>
        <source>Step %1, %2</source>
        <translation>Étape %1, %2</translation>
    </message>
</context>
</TS>
