<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ChangeRows</name>
    <message numerus="yes">
        <source>%n column(s): %1</source>
        <translation>
            <numerusform>%n columna: %1</numerusform>
            <numerusform>%n columnas: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>would lose %1</source>
        <translation>perdería %1</translation>
    </message>
    <message>
        <source>was: %1</source>
        <translation>era: %1</translation>
    </message>
    <message>
        <source>%1: only white space differs</source>
        <translation>%1: solo difieren los espacios en blanco</translation>
    </message>
    <message>
        <source>%1: %2 %4 %3</source>
        <comment>property: before arrow after</comment>
        <translation>%1: %2 %4 %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>era %1</translation>
    </message>
    <message>
        <source>its counter</source>
        <translation>su contador</translation>
    </message>
    <message>
        <source>its values, in rows that nobody has counted</source>
        <translation>sus valores, en filas que nadie ha contado</translation>
    </message>
    <message>
        <source>its rows, which nobody has counted</source>
        <translation>sus filas, que nadie ha contado</translation>
    </message>
    <message>
        <source>about %1 rows, %2</source>
        <translation>unas %1 filas, %2</translation>
    </message>
    <message>
        <source>its values in about %1 rows</source>
        <translation>sus valores en unas %1 filas</translation>
    </message>
    <message>
        <source>its values in about %1 rows, %2</source>
        <translation>sus valores en unas %1 filas, %2</translation>
    </message>
    <message>
        <source>The role that read the catalog may not see all of it: connect as one that may.</source>
        <translation>Es posible que el rol que leyó el catálogo no lo vea todo: conéctese con uno que pueda.</translation>
    </message>
    <message>
        <source>Lockstep does not compare this: the plan neither makes, changes nor drops it.</source>
        <translation>Lockstep no compara esto: el plan no lo crea, ni lo modifica, ni lo elimina.</translation>
    </message>
    <message>
        <source>%1 stays and needs it</source>
        <translation>%1 se queda y lo necesita</translation>
    </message>
    <message>
        <source>it needs %1, which is left out</source>
        <translation>necesita %1, que se ha omitido</translation>
    </message>
    <message>
        <source>it is part of %1, which stays</source>
        <translation>forma parte de %1, que se queda</translation>
    </message>
    <message>
        <source>it is part of %1, which is left out</source>
        <translation>forma parte de %1, que se ha omitido</translation>
    </message>
    <message>
        <source>%1 stays and has its name</source>
        <translation>%1 se queda y tiene su nombre</translation>
    </message>
    <message>
        <source>a table has one primary key, and %1 stays</source>
        <translation>una tabla tiene una sola clave primaria, y %1 se queda</translation>
    </message>
    <message>
        <source>it goes together with %1</source>
        <translation>va junto con %1</translation>
    </message>
    <message>
        <source>%1, because of %2</source>
        <translation>%1, a causa de %2</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>PostgreSQL schema changes, proved before they run.</source>
        <translation>Cambios de esquema de PostgreSQL, probados antes de ejecutarse.</translation>
    </message>
    <message>
        <source>A project (.lockstep), a plan (.lockplan) or a schema (.sql).</source>
        <translation>Un proyecto (.lockstep), un plan (.lockplan) o un esquema (.sql).</translation>
    </message>
    <message>
        <source>What there is: file, archive, snapshot or connection.</source>
        <translation>Actual: archivo, archivo de respaldo, instantánea o conexión.</translation>
    </message>
    <message>
        <source>What is wanted.</source>
        <translation>Destino: lo que se quiere.</translation>
    </message>
    <message>
        <source>Where proofs are made: auto, or a connection.</source>
        <translation>Dónde se hacen las pruebas: auto o una conexión.</translation>
    </message>
    <message>
        <source>debug, info, warning or error.</source>
        <translation>debug, info, warning o error.</translation>
    </message>
    <message>
        <source>Appends the log to a file.</source>
        <translation>Añade el registro al final de un archivo.</translation>
    </message>
    <message>
        <source>Waits until the plan is proved, writes the window as a PNG file and ends.</source>
        <translation>Espera a que el plan esté probado, escribe la ventana como archivo PNG y termina.</translation>
    </message>
    <message>
        <source>A migration script, or a folder of them, to review.</source>
        <translation>Un script de migración, o una carpeta de ellos, para revisar.</translation>
    </message>
    <message>
        <source>Page of the screenshot: compare, plan, check, rehearse, run, review or home.</source>
        <translation>Página de la captura de pantalla: compare, plan, check, rehearse, run, review o home.</translation>
    </message>
    <message>
        <source>Step that is selected, counted from 1.</source>
        <translation>Paso seleccionado, contado desde 1.</translation>
    </message>
    <message>
        <source>en, de, es, fr, ja or zh_CN; otherwise as set in the View menu.</source>
        <translation>en, de, es, fr, ja o zh_CN; si no, lo fijado en el menú «Ver».</translation>
    </message>
    <message>
        <source>Size of the window, such as 1600x1000.</source>
        <translation>Tamaño de la ventana, por ejemplo 1600x1000.</translation>
    </message>
    <message>
        <source>light, dark, contrast-light or contrast-dark; otherwise as the system.</source>
        <translation>light, dark, contrast-light o contrast-dark; si no, como el sistema.</translation>
    </message>
</context>
<context>
    <name>ConnectionMenu</name>
    <message>
        <source>Your connections</source>
        <translation>Sus conexiones</translation>
    </message>
    <message>
        <source>Your connections (Alt+Down)</source>
        <translation>Sus conexiones (Alt+Abajo)</translation>
    </message>
    <message>
        <source>None are kept yet: the Home page keeps them.</source>
        <translation>Todavía no se guarda ninguna: se guardan en la página Inicio.</translation>
    </message>
    <message>
        <source>read-only: nothing can be run there</source>
        <translation>solo lectura: allí no se puede ejecutar nada</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>%1 to %2</source>
        <comment>keys</comment>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Lockstep %1&lt;/h2&gt;&lt;p&gt;PostgreSQL schema changes, proved before they run.&lt;/p&gt;&lt;p&gt;Qt %2 · free software under the GNU General Public License, version 3.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;Lockstep %1&lt;/h2&gt;&lt;p&gt;Cambios de esquema de PostgreSQL, probados antes de ejecutarse.&lt;/p&gt;&lt;p&gt;Qt %2 · software libre bajo la Licencia Pública General de GNU (GPL), versión 3.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Lockstep</source>
        <translation>Acerca de Lockstep</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>A page of the work, by its number</source>
        <translation>Una página del trabajo, por su número</translation>
    </message>
    <message>
        <source>Next or previous part of the page</source>
        <translation>Parte siguiente o anterior de la página</translation>
    </message>
    <message>
        <source>Close what came up</source>
        <translation>Cerrar lo que se haya abierto</translation>
    </message>
    <message>
        <source>In the SQL editor</source>
        <translation>En el editor SQL</translation>
    </message>
    <message>
        <source>Find, and find again</source>
        <translation>Buscar, y buscar otra vez</translation>
    </message>
    <message>
        <source>Complete the name</source>
        <translation>Completar el nombre</translation>
    </message>
    <message>
        <source>Comment lines in or out</source>
        <translation>Comentar o descomentar líneas</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>In the timeline</source>
        <translation>En la cronología</translation>
    </message>
    <message>
        <source>Zoom in, and out</source>
        <translation>Acercar y alejar</translation>
    </message>
    <message>
        <source>Show all of the time</source>
        <translation>Mostrar todo el tiempo</translation>
    </message>
    <message>
        <source>Back to what was in sight before</source>
        <translation>Volver a lo que se veía antes</translation>
    </message>
</context>
<context>
    <name>HintText</name>
    <message>
        <source>Compare the database with the target again and make a new plan. If this plan was run here before and its journal was removed, press &quot;%1&quot; and say at which step it stands.</source>
        <translation>Compare de nuevo la base de datos con el destino y haga un plan nuevo. Si este plan ya se ejecutó aquí y se quitó su diario, pulse «%1» y diga en qué paso está.</translation>
    </message>
    <message>
        <source>Nothing of this step was changed. End what holds the lock, or let the run do it (&quot;%1&quot;); then press &quot;%2&quot;.</source>
        <translation>No se cambió nada de este paso. Termine lo que retiene el bloqueo o deje que lo haga la ejecución («%1»); después pulse «%2».</translation>
    </message>
    <message>
        <source>Make sure that this is the server to go on with and that the old one is off. Then tick &quot;%1&quot; and press &quot;%2&quot;.</source>
        <translation>Asegúrese de que hay que seguir con este servidor y de que el antiguo está apagado. Después marque «%1» y pulse «%2».</translation>
    </message>
    <message>
        <source>Name its database on the Run page again: there you can press &quot;%1&quot; or &quot;%2&quot;.</source>
        <translation>Indique otra vez la base de datos en la página de ejecución: allí puede pulsar «%1» o «%2».</translation>
    </message>
    <message>
        <source>Name the database on the Run page again, and start the plan there.</source>
        <translation>Indique otra vez la base de datos en la página de ejecución e inicie allí el plan.</translation>
    </message>
    <message>
        <source>Press &quot;%1&quot; first.</source>
        <translation>Pulse primero «%1».</translation>
    </message>
    <message>
        <source>Press &quot;%1&quot; or &quot;%2&quot;.</source>
        <translation>Pulse «%1» o «%2».</translation>
    </message>
    <message>
        <source>Name the database on the Run page again to see what the other one does.</source>
        <translation>Indique otra vez la base de datos en la página de ejecución para ver qué hace el otro.</translation>
    </message>
    <message>
        <source>Look into the server&apos;s log for what ends it. What is done is kept: press &quot;%1&quot; or &quot;%2&quot;.</source>
        <translation>Busque en el registro del servidor qué la termina. Lo hecho se conserva: pulse «%1» o «%2».</translation>
    </message>
    <message>
        <source>Prove it on the Plan page first.</source>
        <translation>Pruébelo primero en la página «Plan».</translation>
    </message>
    <message>
        <source>Correct the row or the expression, then press &quot;%1&quot;; or press &quot;%2&quot;. Everything before it is done and stays.</source>
        <translation>Corrija la fila o la expresión y pulse «%1»; o pulse «%2». Todo lo anterior está hecho y se queda.</translation>
    </message>
    <message>
        <source>Take that change back and press &quot;%1&quot;, go on with it as it is by &quot;%2&quot;, or press &quot;%3&quot; and plan anew.</source>
        <translation>Deshaga ese cambio y pulse «%1», siga tal como está con «%2», o pulse «%3» y planifique de nuevo.</translation>
    </message>
    <message>
        <source>Tick each under &quot;%1&quot; on the Run page, or park what may still be needed.</source>
        <translation>Marque cada uno en «%1» en la página «Ejecutar», o aparque lo que aún pueda hacer falta.</translation>
    </message>
    <message>
        <source>Name the server itself on the Run page, without the pooler in between.</source>
        <translation>Indique en la página «Ejecutar» el propio servidor, sin el pooler intermedio.</translation>
    </message>
</context>
<context>
    <name>RatesText</name>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>hace %n minuto</numerusform>
            <numerusform>hace %n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>hace %n hora</numerusform>
            <numerusform>hace %n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>hace %n día</numerusform>
            <numerusform>hace %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>default rates</source>
        <translation>tasas predeterminadas</translation>
    </message>
    <message>
        <source>measured %1</source>
        <translation>medido %1</translation>
    </message>
    <message>
        <source>Estimates use the default rates of a common server; nothing was measured.</source>
        <translation>Las estimaciones usan las tasas predeterminadas de un servidor común; no se ha medido nada.</translation>
    </message>
    <message>
        <source>Estimates use what a calibration measured on %1, %2 (%3).</source>
        <translation>Las estimaciones usan lo que una calibración midió en %1, %2 (%3).</translation>
    </message>
    <message>
        <source>Estimates use what a rehearsal measured on %1, %2 (%3).</source>
        <translation>Las estimaciones usan lo que un ensayo midió en %1, %2 (%3).</translation>
    </message>
    <message>
        <source>Of rows of %1 bytes it reads about %2, indexes %3 by text and fills %4 a second.</source>
        <translation>De filas de %1 bytes lee unas %2, indexa %3 por texto y rellena %4 por segundo.</translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>application “%1”</source>
        <translation>aplicación «%1»</translation>
    </message>
    <message>
        <source>its transaction is %1 old</source>
        <translation>su transacción tiene %1</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>PID %1</translation>
    </message>
    <message>
        <source>a prepared transaction</source>
        <translation>una transacción preparada</translation>
    </message>
    <message>
        <source>size unchanged</source>
        <translation>tamaño sin cambios</translation>
    </message>
    <message>
        <source>size +%1 (+%2)</source>
        <translation>tamaño +%1 (+%2)</translation>
    </message>
    <message>
        <source>size −%1</source>
        <translation>tamaño −%1</translation>
    </message>
    <message>
        <source>phase %1 of %2, %3 · step %4 of %5</source>
        <translation>fase %1 de %2, %3 · paso %4 de %5</translation>
    </message>
    <message>
        <source>%1 of about %2 rows</source>
        <translation>%1 de unas %2 filas</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 filas</translation>
    </message>
    <message>
        <source>speed: not known yet</source>
        <translation>velocidad: aún desconocida</translation>
    </message>
    <message>
        <source>time left: not known yet</source>
        <translation>tiempo restante: aún desconocido</translation>
    </message>
    <message>
        <source>left about %1 (%2)</source>
        <translation>quedan unos %1 (%2)</translation>
    </message>
    <message>
        <source>batches of %1 rows, the last took %2</source>
        <translation>lotes de %1 filas, el último tardó %2</translation>
    </message>
    <message>
        <source>%1 stripes</source>
        <translation>%1 franjas</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>%1 procesos</translation>
    </message>
    <message>
        <source>%1 of WAL, %2 a row</source>
        <translation>%1 de WAL, %2 por fila</translation>
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
        <translation>%1 filas muertas</translation>
    </message>
    <message>
        <source>replica %1 behind</source>
        <translation>réplica con %1 de retraso</translation>
    </message>
    <message>
        <source>%1 rows put aside</source>
        <translation>%1 filas apartadas</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>Retenido: %1</translation>
    </message>
    <message>
        <source>Slowed to %1 of the time: %2</source>
        <translation>Ralentizado al %1 del tiempo: %2</translation>
    </message>
    <message>
        <source>Slowed: %1</source>
        <translation>Ralentizado: %1</translation>
    </message>
    <message>
        <source>working</source>
        <translation>trabajando</translation>
    </message>
    <message>
        <source>waits for the transaction of pid %1</source>
        <translation>espera la transacción del PID %1</translation>
    </message>
    <message>
        <source>Waiting for a lock.</source>
        <translation>Esperando un bloqueo.</translation>
    </message>
    <message>
        <source>Waiting for a lock held by %1</source>
        <translation>Esperando un bloqueo que tiene %1</translation>
    </message>
    <message>
        <source>The time for this lock is used up, nothing is tried any more.</source>
        <translation>El tiempo para este bloqueo se ha agotado; ya no se intenta nada más.</translation>
    </message>
    <message>
        <source>About %1 in all, and nobody waits for longer than about %2.</source>
        <translation>En total unos %1, y nadie espera más de unos %2.</translation>
    </message>
</context>
<context>
    <name>SearchWords</name>
    <message>
        <source>theme colour color scheme dark mode night black look settings preferences</source>
        <extracomment>Each of these: other words that find a command in the command palette, with blanks between them. Not shown.</extracomment>
        <translation>tema color colores esquema modo oscuro noche negro aspecto ajustes preferencias</translation>
    </message>
    <message>
        <source>theme colour color scheme light mode day white look settings preferences</source>
        <translation>tema color colores esquema modo claro día blanco aspecto ajustes preferencias</translation>
    </message>
    <message>
        <source>theme colour color scheme mode accessibility a11y look settings preferences</source>
        <translation>tema color colores esquema modo accesibilidad contraste aspecto ajustes preferencias</translation>
    </message>
    <message>
        <source>theme colour color scheme mode automatic desktop look settings preferences</source>
        <translation>tema color colores esquema modo automático escritorio aspecto ajustes preferencias</translation>
    </message>
    <message>
        <source>language translation locale settings preferences</source>
        <translation>idioma lengua traducción language ajustes preferencias</translation>
    </message>
    <message>
        <source>create comparison connect database</source>
        <translation>crear comparación conectar base</translation>
    </message>
    <message>
        <source>lint check analyse migration SQL file</source>
        <translation>lint comprobar analizar migración SQL archivo</translation>
    </message>
    <message>
        <source>export generate script SQL write</source>
        <translation>exportar generar script SQL escribir</translation>
    </message>
    <message>
        <source>export print PDF HTML</source>
        <translation>exportar imprimir PDF HTML</translation>
    </message>
    <message>
        <source>export image SVG PNG chart</source>
        <translation>exportar imagen SVG PNG diagrama</translation>
    </message>
    <message>
        <source>exit close leave</source>
        <translation>cerrar terminar</translation>
    </message>
    <message>
        <source>refresh reload update</source>
        <translation>actualizar recargar refrescar</translation>
    </message>
    <message>
        <source>reverse exchange direction</source>
        <translation>invertir intercambiar dirección</translation>
    </message>
    <message>
        <source>policy strategy online offline</source>
        <translation>política estrategia online offline</translation>
    </message>
    <message>
        <source>verify test validate dry</source>
        <translation>verificar probar validar</translation>
    </message>
    <message>
        <source>speed benchmark measure time</source>
        <translation>velocidad medir benchmark tiempo</translation>
    </message>
    <message>
        <source>revert undo rollback</source>
        <translation>revertir deshacer rollback</translation>
    </message>
    <message>
        <source>execute deploy apply start</source>
        <translation>ejecutar desplegar aplicar iniciar</translation>
    </message>
    <message>
        <source>journal audit past</source>
        <translation>diario auditoría pasado</translation>
    </message>
    <message>
        <source>hotkeys keys cheat sheet help</source>
        <translation>atajos teclas ayuda</translation>
    </message>
    <message>
        <source>messages output errors</source>
        <translation>mensajes salida errores</translation>
    </message>
    <message>
        <source>version license</source>
        <translation>versión licencia</translation>
    </message>
</context>
<context>
    <name>lockstep::app::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation>&amp;Nuevo proyecto</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>Re&amp;view a script…</source>
        <translation>Re&amp;visar un script…</translation>
    </message>
    <message>
        <source>What a migration that somebody else wrote would do, statement by statement.</source>
        <translation>Lo que haría una migración escrita por otra persona, sentencia por sentencia.</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>&amp;Guardar proyecto</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>Guardar proyecto &amp;como…</translation>
    </message>
    <message>
        <source>Save &amp;plan…</source>
        <translation>Guardar &amp;plan…</translation>
    </message>
    <message>
        <source>As a plan file for lockstep-cli, or as SQL for psql.</source>
        <translation>Como archivo de plan para lockstep-cli, o como SQL para psql.</translation>
    </message>
    <message>
        <source>Save the review repor&amp;t…</source>
        <translation>Guardar infor&amp;me de revisión…</translation>
    </message>
    <message>
        <source>Timeline, steps, SQL, locks, estimates, proof and lines to sign, as HTML or PDF.</source>
        <translation>Cronología, pasos, SQL, bloqueos, estimaciones, prueba y líneas para firmar, en HTML o PDF.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Complete words while typing</source>
        <translation>Completar pala&amp;bras al escribir</translation>
    </message>
    <message>
        <source>&amp;Mark findings in the SQL</source>
        <translation>&amp;Marcar hallazgos en el SQL</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>Ho&amp;me</source>
        <translation>&amp;Inicio</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparar</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>C&amp;hecklist</source>
        <translation>Lista de c&amp;omprobación</translation>
    </message>
    <message>
        <source>Re&amp;hearsal</source>
        <translation>E&amp;nsayo</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>E&amp;jecutar</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>Re&amp;visión</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Apariencia</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clara</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscura</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Registro</translation>
    </message>
    <message>
        <source>&amp;Read both sides again</source>
        <translation>&amp;Volver a leer ambos lados</translation>
    </message>
    <message>
        <source>&amp;Swap current and target</source>
        <translation>&amp;Intercambiar actual y destino</translation>
    </message>
    <message>
        <source>&amp;Zero downtime</source>
        <translation>&amp;Sin interrupción</translation>
    </message>
    <message>
        <source>&amp;Maintenance window</source>
        <translation>Ventana de &amp;mantenimiento</translation>
    </message>
    <message>
        <source>&amp;Prove</source>
        <translation>&amp;Probar</translation>
    </message>
    <message>
        <source>Calibrate the &amp;estimates…</source>
        <translation>Calibrar las &amp;estimaciones…</translation>
    </message>
    <message>
        <source>Measures how fast a server is, so that the times of the plan are its own.</source>
        <translation>Mide la rapidez de un servidor, para que los tiempos del plan sean los suyos.</translation>
    </message>
    <message>
        <source>&amp;Cancel what is going on</source>
        <translation>&amp;Cancelar lo que está en curso</translation>
    </message>
    <message>
        <source>&amp;Run on a database…</source>
        <translation>Ejecutar en una &amp;base de datos…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Continuar</translation>
    </message>
    <message>
        <source>&amp;Stop…</source>
        <translation>&amp;Detener…</translation>
    </message>
    <message>
        <source>Roll &amp;back…</source>
        <translation>&amp;Revertir…</translation>
    </message>
    <message>
        <source>&amp;History of runs…</source>
        <translation>&amp;Historial de ejecuciones…</translation>
    </message>
    <message>
        <source>What the journal of the Run page&apos;s database remembers.</source>
        <translation>Lo que recuerda el diario de la base de datos de la página «Ejecutar».</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>Pale&amp;ta de comandos…</translation>
    </message>
    <message>
        <source>Every command and every step, found by a few letters.</source>
        <translation>Todos los comandos y todos los pasos, con unas pocas letras.</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Atajos de &amp;teclado</translation>
    </message>
    <message>
        <source>&amp;About Lockstep</source>
        <translation>A&amp;cerca de Lockstep</translation>
    </message>
    <message>
        <source>Save a &amp;picture of the timeline…</source>
        <translation>Guardar una &amp;imagen de la cronología…</translation>
    </message>
    <message>
        <source>All of the plan, as SVG or PNG.</source>
        <translation>Todo el plan, como SVG o PNG.</translation>
    </message>
    <message>
        <source>&amp;High contrast, light</source>
        <translation>Alto &amp;contraste, claro</translation>
    </message>
    <message>
        <source>High &amp;contrast, dark</source>
        <translation>Alto con&amp;traste, oscuro</translation>
    </message>
    <message>
        <source>&amp;Rules for findings…</source>
        <translation>&amp;Reglas de los hallazgos…</translation>
    </message>
    <message>
        <source>Which rules speak in this project, and how severe they are.</source>
        <translation>Qué reglas hablan en este proyecto y con qué gravedad.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::CalibrationController</name>
    <message>
        <source>The server of the plan</source>
        <translation>El servidor del plan</translation>
    </message>
    <message>
        <source>In the database %1. The estimates become those of this server, and are kept for it. What runs there feels a short load; measure when it is as busy as when the plan will run.</source>
        <translation>En la base de datos %1. Las estimaciones pasan a ser las de este servidor y se conservan para él. Lo que se ejecuta allí nota una breve carga; mida cuando esté tan ocupado como cuando se ejecute el plan.</translation>
    </message>
    <message>
        <source>The server of the Run page</source>
        <translation>El servidor de la página «Ejecutar»</translation>
    </message>
    <message>
        <source>In the database %1, where the plan will run, but not where its sizes come from. Kept for that server.</source>
        <translation>En la base de datos %1, donde se ejecutará el plan, pero de donde no proceden sus tamaños. Se conserva para ese servidor.</translation>
    </message>
    <message>
        <source>A scratch server on this computer</source>
        <translation>Un servidor desechable en este equipo</translation>
    </message>
    <message>
        <source>Nobody&apos;s data is near it, but its disk, memory and settings are not those of your server: the proportions of the steps come out right, their times perhaps not. Used for this plan until the window closes.</source>
        <translation>No hay datos de nadie cerca, pero su disco, memoria y configuración no son los de su servidor: las proporciones entre los pasos resultan correctas, sus tiempos quizá no. Se usa para este plan hasta que se cierre la ventana.</translation>
    </message>
    <message>
        <source>The current side is another one by now, so estimates stay as they are.</source>
        <translation>El lado actual ya es otro, así que las estimaciones quedan como están.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>Qué buscar</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>Comandos que coinciden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>A few letters of a command, a step or an object that was compared</source>
        <translation>Unas letras de un comando, un paso o un objeto comparado</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ConnectionsController</name>
    <message>
        <source>%1 (logged in as %2)</source>
        <translation>%1 (sesión iniciada como %2)</translation>
    </message>
    <message>
        <source>It answers: PostgreSQL %1, database %2, as %3.</source>
        <translation>Responde: PostgreSQL %1, base de datos %2, como %3.</translation>
    </message>
    <message>
        <source>A standby: nothing can be changed there.</source>
        <translation>Un servidor en espera: allí no se puede modificar nada.</translation>
    </message>
    <message>
        <source>Read-only: the server refuses every write.</source>
        <translation>Solo lectura: el servidor rechaza toda escritura.</translation>
    </message>
    <message>
        <source>Kept as %1.</source>
        <translation>Guardada como %1.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::Document</name>
    <message>
        <source>New project</source>
        <translation>Nuevo proyecto</translation>
    </message>
    <message>
        <source>Changes towards %1</source>
        <translation>Cambios hacia %1</translation>
    </message>
    <message>
        <source>%1 was not opened again, because what was changed in it cannot be saved.</source>
        <translation>%1 no se volvió a abrir porque sus cambios no se pueden guardar.</translation>
    </message>
    <message>
        <source>Save it under another name first.</source>
        <translation>Guárdelo primero con otro nombre.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::DropController</name>
    <message>
        <source>Drop a project, a plan, SQL scripts or a folder of them, a pg_dump archive, a snapshot or a postgresql:// address.</source>
        <translation>Suelte un proyecto, un plan, scripts SQL o una carpeta de ellos, un archivo de pg_dump, una instantánea o una dirección postgresql://.</translation>
    </message>
    <message>
        <source>%1 is not on this computer.</source>
        <translation>%1 no está en este equipo.</translation>
    </message>
    <message>
        <source>%1 cannot be opened here.</source>
        <translation>%1 no se puede abrir aquí.</translation>
    </message>
    <message numerus="yes">
        <source>These %n files cannot be opened together.</source>
        <translation>
            <numerusform>Este %n archivo no se puede abrir junto con otros.</numerusform>
            <numerusform>Estos %n archivos no se pueden abrir juntos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Two schemas become the two sides of a comparison; scripts are reviewed together.</source>
        <translation>Dos esquemas se convierten en los dos lados de una comparación; los scripts se revisan juntos.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::FileConflict</name>
    <message>
        <source>Nothing is saved into it until you choose. Until then your work is kept where the next start finds it.</source>
        <translation>No se guarda nada en él hasta que usted elija. Hasta entonces, su trabajo se conserva donde el próximo inicio lo encuentre.</translation>
    </message>
    <message>
        <source>Somebody else has changed the project file %1.</source>
        <translation>Otra persona ha cambiado el archivo de proyecto %1.</translation>
    </message>
    <message>
        <source>It is not what was last read or saved here: %1</source>
        <translation>Ya no es lo que se leyó o guardó aquí por última vez: %1</translation>
    </message>
    <message>
        <source>Reload, without my changes</source>
        <translation>Recargar, sin mis cambios</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Recargar</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Conservar lo mío</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>The project file %1 is not there any more.</source>
        <translation>El archivo de proyecto %1 ya no está.</translation>
    </message>
    <message>
        <source>It was removed, moved or renamed: %1</source>
        <translation>Se eliminó, movió o renombró: %1</translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation>Escribirlo de nuevo</translation>
    </message>
</context>
<context>
    <name>lockstep::app::FileController</name>
    <message>
        <source>The plan cannot be opened: %1.</source>
        <translation>No se puede abrir el plan: %1.</translation>
    </message>
    <message>
        <source>Check that the file exists and that you may read it.</source>
        <translation>Compruebe que el archivo existe y que puede leerlo.</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Guardar el proyecto</translation>
    </message>
    <message>
        <source>Lockstep projects (*.lockstep)</source>
        <translation>Proyectos de Lockstep (*.lockstep)</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Guardar el plan</translation>
    </message>
    <message>
        <source>Plan for lockstep-cli (*.lockplan)</source>
        <translation>Plan para lockstep-cli (*.lockplan)</translation>
    </message>
    <message>
        <source>SQL for psql (*.sql)</source>
        <translation>SQL para psql (*.sql)</translation>
    </message>
    <message>
        <source>Rollback as SQL (*.rollback.sql)</source>
        <translation>Reversión como SQL (*.rollback.sql)</translation>
    </message>
    <message>
        <source>Verification as SQL (*.verify.sql)</source>
        <translation>Verificación como SQL (*.verify.sql)</translation>
    </message>
    <message>
        <source>Text for reading (*.txt)</source>
        <translation>Texto para leer (*.txt)</translation>
    </message>
    <message>
        <source>The plan cannot be saved: %1.</source>
        <translation>No se puede guardar el plan: %1.</translation>
    </message>
    <message>
        <source>Save it under another name.</source>
        <translation>Guárdelo con otro nombre.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Projects, plans and schemas (*.lockstep *.lockplan *.sql *.dump *.json)</source>
        <translation>Proyectos, planes y esquemas (*.lockstep *.lockplan *.sql *.dump *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message numerus="yes">
        <source>The project decides about %n rule(s) that Lockstep does not know here: %1.</source>
        <translation>
            <numerusform>El proyecto decide sobre %n regla que Lockstep no conoce aquí: %1.</numerusform>
            <numerusform>El proyecto decide sobre %n reglas que Lockstep no conoce aquí: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>What it says of them stays in the file. A newer Lockstep may know them, or they are misspelled.</source>
        <translation>Lo que dice de ellas se queda en el archivo. Quizá las conozca un Lockstep más nuevo, o están mal escritas.</translation>
    </message>
    <message>
        <source>Save it under another name, or do this again to go on without it.</source>
        <translation>Guárdelo con otro nombre o repita la acción para continuar sin esos cambios.</translation>
    </message>
    <message>
        <source>%1 is not saved: the last try has failed.</source>
        <translation>%1 no está guardado: el último intento ha fallado.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::HistoryController</name>
    <message>
        <source>Save the events of run %1</source>
        <translation>Guardar los eventos de la ejecución %1</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>Líneas JSON (*.jsonl)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::HomeController</name>
    <message>
        <source>nothing yet</source>
        <translation>nada todavía</translation>
    </message>
    <message>
        <source>Preparing the demo</source>
        <translation>Preparando la demostración</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>Abrir un plan</translation>
    </message>
    <message>
        <source>Plans (*.lockplan)</source>
        <translation>Planes (*.lockplan)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::MainWindow</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Log of Lockstep</source>
        <translation>Registro de Lockstep</translation>
    </message>
    <message>
        <source>The report is saved as %1.</source>
        <translation>El informe se ha guardado como %1.</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Deshacer %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>El idioma cambiará en el próximo inicio.</translation>
    </message>
    <message>
        <source>Close Lockstep and open it again; nothing is lost by that.</source>
        <translation>Cierre Lockstep y vuelva a abrirlo; con ello no se pierde nada.</translation>
    </message>
    <message>
        <source>It answers: PostgreSQL %1, database %2, as %3.</source>
        <translation>Responde: PostgreSQL %1, base de datos %2, como %3.</translation>
    </message>
    <message>
        <source>%1[*] – Lockstep</source>
        <translation>%1[*] – Lockstep</translation>
    </message>
    <message>
        <source>The window closes when the batch that is on its way is done.</source>
        <translation>La ventana se cerrará cuando termine el lote en curso.</translation>
    </message>
    <message>
        <source>The run can be resumed later from any computer.</source>
        <translation>La ejecución se puede reanudar más tarde desde cualquier equipo.</translation>
    </message>
    <message>
        <source>The timeline is saved as %1.</source>
        <translation>La cronología se ha guardado como %1.</translation>
    </message>
    <message>
        <source>Save it under another name, or close the window again to leave without saving.</source>
        <translation>Guárdelo con otro nombre, o cierre la ventana otra vez para salir sin guardar.</translation>
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
        <translation>%1 objetos</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>leído %1</translation>
    </message>
    <message>
        <source>loaded %1</source>
        <translation>cargado %1</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n advertencia</numerusform>
            <numerusform>%n advertencias</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the current side</source>
        <translation>Leyendo el lado actual</translation>
    </message>
    <message>
        <source>Reading the target side</source>
        <translation>Leyendo el lado de destino</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparando</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planificando</translation>
    </message>
    <message>
        <source>Working out locks and times</source>
        <translation>Calculando bloqueos y tiempos</translation>
    </message>
    <message>
        <source>Proving</source>
        <translation>Probando</translation>
    </message>
    <message>
        <source>Choose both sides on the Compare page; the plan follows by itself.</source>
        <translation>Elija ambos lados en la página «Comparar»; el plan sale por sí solo.</translation>
    </message>
    <message>
        <source>the plan comes from a file</source>
        <translation>el plan procede de un archivo</translation>
    </message>
    <message>
        <source>reading and comparing</source>
        <translation>leyendo y comparando</translation>
    </message>
    <message>
        <source>no plan yet</source>
        <translation>aún no hay plan</translation>
    </message>
    <message>
        <source>planning</source>
        <translation>planificando</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n paso</numerusform>
            <numerusform>%n pasos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s)</source>
        <translation>
            <numerusform>%n aprobación</numerusform>
            <numerusform>%n aprobaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>, incomplete</source>
        <translation>, incompleto</translation>
    </message>
    <message>
        <source>, being proved</source>
        <translation>, probándose</translation>
    </message>
    <message>
        <source>, the proof failed</source>
        <translation>, la prueba falló</translation>
    </message>
    <message>
        <source>, not proved</source>
        <translation>, no probado</translation>
    </message>
    <message>
        <source>The proof failed.</source>
        <translation>La prueba ha fallado.</translation>
    </message>
    <message>
        <source>Take back what was edited (step %1), or change the target so that it says the same.</source>
        <translation>Deshaga lo que se editó (paso %1), o cambie el destino para que diga lo mismo.</translation>
    </message>
    <message>
        <source>Take back what was edited (steps %1), or change the target so that it says the same.</source>
        <translation>Deshaga lo que se editó (pasos %1), o cambie el destino para que diga lo mismo.</translation>
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
        <translation>Paso %1: %2</translation>
    </message>
    <message>
        <source>Compare: %1 %2</source>
        <comment>kind and name of an object</comment>
        <translation>Comparación: %1 %2</translation>
    </message>
</context>
<context>
    <name>lockstep::app::PasswordController</name>
    <message>
        <source>%1 on %2</source>
        <translation>%1 en %2</translation>
    </message>
</context>
<context>
    <name>lockstep::app::PictureController</name>
    <message>
        <source>The picture cannot be saved: %1.</source>
        <translation>No se puede guardar la imagen: %1.</translation>
    </message>
    <message>
        <source>Save it under another name.</source>
        <translation>Guárdela con otro nombre.</translation>
    </message>
    <message>
        <source>Save the timeline</source>
        <translation>Guardar la cronología</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Dibujo (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Imagen (*.png)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::RehearsalController</name>
    <message>
        <source>The plan was made from %1 itself: it may be production.</source>
        <translation>El plan se hizo a partir de la propia %1: puede ser producción.</translation>
    </message>
    <message>
        <source>PostgreSQL %1. The rehearsal changes this database and takes it back.</source>
        <translation>PostgreSQL %1. El ensayo cambia esta base de datos y revierte los cambios.</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Elegir una copia de seguridad</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Página web (*.html)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReportController</name>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Página web (*.html)</translation>
    </message>
    <message>
        <source>PDF for printing and signing (*.pdf)</source>
        <translation>PDF para imprimir y firmar (*.pdf)</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReportFile</name>
    <message>
        <source>Plan of a schema change</source>
        <translation>Plan de un cambio de esquema</translation>
    </message>
    <message>
        <source>The report cannot be saved: %1.</source>
        <translation>No se puede guardar el informe: %1.</translation>
    </message>
    <message>
        <source>Save it under another name.</source>
        <translation>Guárdelo con otro nombre.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReviewController</name>
    <message>
        <source>Review scripts</source>
        <translation>Revisar scripts</translation>
    </message>
    <message>
        <source>SQL scripts (*.sql *.psql *.ddl)</source>
        <translation>Scripts SQL (*.sql *.psql *.ddl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Review a folder of migrations</source>
        <translation>Revisar una carpeta de migraciones</translation>
    </message>
    <message>
        <source>Working out what the script makes of the schema</source>
        <translation>Calculando qué hace el script con el esquema</translation>
    </message>
    <message>
        <source>Save the script</source>
        <translation>Guardar el script</translation>
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
        <translation>Estos scripts no estaban guardados cuando Lockstep terminó; aquí están de nuevo.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::ReviewSaver</name>
    <message>
        <source>The script cannot be saved: %1.</source>
        <translation>No se puede guardar el script: %1.</translation>
    </message>
    <message>
        <source>Save it under another name; what was there before is unchanged.</source>
        <translation>Guárdelo con otro nombre; lo que había antes no ha cambiado.</translation>
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
        <translation>PostgreSQL %1 · base de datos %2 · %3 · como %4</translation>
    </message>
    <message>
        <source>%1 is a standby and cannot be changed.</source>
        <translation>%1 es un servidor en espera (standby) y no se puede cambiar.</translation>
    </message>
    <message>
        <source>Name the primary server instead.</source>
        <translation>Indique en su lugar el servidor primario.</translation>
    </message>
    <message>
        <source>The connection to %1 is marked read-only: nothing can be run there.</source>
        <translation>La conexión a %1 está marcada como de solo lectura: allí no se puede ejecutar nada.</translation>
    </message>
    <message>
        <source>Choose another connection, or take the mark away from this one on the Home page.</source>
        <translation>Elija otra conexión o quite la marca de esta en la página Inicio.</translation>
    </message>
    <message>
        <source>%1 is read-only for %2.</source>
        <translation>%1 es de solo lectura para %2.</translation>
    </message>
    <message>
        <source>Use a role that may write (default_transaction_read_only is on).</source>
        <translation>Use un rol que pueda escribir (default_transaction_read_only está activado).</translation>
    </message>
    <message>
        <source>The run did not begin, because the checklist says stop.</source>
        <translation>La ejecución no empezó porque la lista de comprobación dice «parar».</translation>
    </message>
    <message>
        <source>The Check page says what to do about each item, and lets you run in spite of it. Nothing was changed.</source>
        <translation>La página «Comprobar» dice qué hacer con cada punto y permite ejecutar a pesar de ello. No se ha cambiado nada.</translation>
    </message>
</context>
<context>
    <name>lockstep::app::StatusLine</name>
    <message>
        <source>no server</source>
        <translation>sin servidor</translation>
    </message>
    <message>
        <source>%1 (logged in as %2)</source>
        <translation>%1 (sesión iniciada como %2)</translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>standby, read-only</source>
        <translation>en espera, solo lectura</translation>
    </message>
    <message>
        <source>read-only by the server</source>
        <translation>solo lectura por el servidor</translation>
    </message>
    <message>
        <source>read-only until Run</source>
        <translation>solo lectura hasta ejecutar</translation>
    </message>
    <message>
        <source>no transaction open</source>
        <translation>ninguna transacción abierta</translation>
    </message>
    <message>
        <source>between two transactions</source>
        <translation>entre dos transacciones</translation>
    </message>
    <message>
        <source>in a transaction that waits for a lock</source>
        <translation>en una transacción que espera un bloqueo</translation>
    </message>
    <message>
        <source>in a transaction</source>
        <translation>en una transacción</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>escribiendo</translation>
    </message>
    <message>
        <source>catalog read %1</source>
        <translation>catálogo leído %1</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>aún sin guardar</translation>
    </message>
    <message>
        <source>saved just now</source>
        <translation>guardado ahora mismo</translation>
    </message>
    <message>
        <source>saved %1 ago</source>
        <translation>guardado hace %1</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>guardado %1</translation>
    </message>
    <message>
        <source>not saved since %1</source>
        <translation>sin guardar desde %1</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>sin guardar</translation>
    </message>
</context>
<context>
    <name>lockstep::items::BlockersModel</name>
    <message>
        <source>%1 for %2</source>
        <translation>%1 desde hace %2</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>PID %1</translation>
    </message>
    <message>
        <source>prepared transaction</source>
        <translation>transacción preparada</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transacción</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Sentencia</translation>
    </message>
</context>
<context>
    <name>lockstep::items::ChangesModel</name>
    <message>
        <source>outside schemas</source>
        <translation>fuera de los esquemas</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>group and how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>conservado</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>omitido</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>left out: why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>aparcado</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>eliminado</translation>
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
        <translation>Objeto</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>%1 more: narrow the filter, or press Enter</source>
        <translation>%1 más: acote el filtro o pulse Intro</translation>
    </message>
    <message>
        <source>%1 more are not listed yet. Narrow the filter, or press Enter on this line to list the next ones.</source>
        <translation>Aún no se muestran %1 más. Acote el filtro o pulse Intro en esta línea para mostrar los siguientes.</translation>
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
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
</context>
<context>
    <name>lockstep::items::ConnectionsModel</name>
    <message>
        <source>service file</source>
        <translation>archivo de servicio</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>solo lectura</translation>
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
        <translation>Hora</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Paso %1: %2</translation>
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
        <translation>%1 en la línea %2: %3</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravedad</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
</context>
<context>
    <name>lockstep::items::Format</name>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
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
        <translation>%1 filas/s</translation>
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
        <translation>esquema</translation>
    </message>
    <message>
        <source>extension</source>
        <translation>extensión</translation>
    </message>
    <message>
        <source>collation</source>
        <translation>ordenamiento</translation>
    </message>
    <message>
        <source>enum</source>
        <translation>enumeración</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>dominio</translation>
    </message>
    <message>
        <source>composite type</source>
        <translation>tipo compuesto</translation>
    </message>
    <message>
        <source>range type</source>
        <translation>tipo de rango</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>secuencia</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tabla</translation>
    </message>
    <message>
        <source>column</source>
        <translation>columna</translation>
    </message>
    <message>
        <source>default</source>
        <translation>valor por omisión</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>restricción</translation>
    </message>
    <message>
        <source>domain constraint</source>
        <translation>restricción de dominio</translation>
    </message>
    <message>
        <source>index</source>
        <translation>índice</translation>
    </message>
    <message>
        <source>view</source>
        <translation>vista</translation>
    </message>
    <message>
        <source>materialized view</source>
        <translation>vista materializada</translation>
    </message>
    <message>
        <source>function</source>
        <translation>función</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>procedimiento</translation>
    </message>
    <message>
        <source>aggregate</source>
        <translation>función de agregación</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>disparador</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>regla</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>política</translation>
    </message>
    <message>
        <source>event trigger</source>
        <translation>disparador por eventos</translation>
    </message>
    <message>
        <source>statistics object</source>
        <translation>objeto de estadísticas</translation>
    </message>
    <message>
        <source>publication</source>
        <translation>publicación</translation>
    </message>
    <message>
        <source>language</source>
        <translation>lenguaje</translation>
    </message>
    <message>
        <source>access method</source>
        <translation>método de acceso</translation>
    </message>
    <message>
        <source>base type</source>
        <translation>tipo base</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>operador</translation>
    </message>
    <message>
        <source>operator family</source>
        <translation>familia de operadores</translation>
    </message>
    <message>
        <source>operator class</source>
        <translation>clase de operadores</translation>
    </message>
    <message>
        <source>cast</source>
        <translation>conversión de tipo</translation>
    </message>
    <message>
        <source>conversion</source>
        <translation>conversión de codificación</translation>
    </message>
    <message>
        <source>transform</source>
        <translation>transformación</translation>
    </message>
    <message>
        <source>text search parser</source>
        <translation>analizador de búsqueda en texto</translation>
    </message>
    <message>
        <source>text search template</source>
        <translation>plantilla de búsqueda en texto</translation>
    </message>
    <message>
        <source>text search dictionary</source>
        <translation>diccionario de búsqueda en texto</translation>
    </message>
    <message>
        <source>text search configuration</source>
        <translation>configuración de búsqueda en texto</translation>
    </message>
    <message>
        <source>foreign-data wrapper</source>
        <translation>conector de datos externos</translation>
    </message>
    <message>
        <source>foreign server</source>
        <translation>servidor foráneo</translation>
    </message>
    <message>
        <source>user mapping</source>
        <translation>mapeo de usuario</translation>
    </message>
    <message>
        <source>subscription</source>
        <translation>suscripción</translation>
    </message>
    <message>
        <source>publication member</source>
        <translation>miembro de una publicación</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>comentario</translation>
    </message>
    <message>
        <source>security label</source>
        <translation>etiqueta de seguridad</translation>
    </message>
    <message>
        <source>grant</source>
        <translation>privilegio</translation>
    </message>
    <message>
        <source>default privilege</source>
        <translation>privilegio por omisión</translation>
    </message>
    <message>
        <source>enum label</source>
        <translation>valor de enumeración</translation>
    </message>
    <message>
        <source>unmodelled object</source>
        <translation>objeto no comparado</translation>
    </message>
</context>
<context>
    <name>lockstep::items::LintRulesModel</name>
    <message>
        <source>as usual: off</source>
        <translation>como de costumbre: no</translation>
    </message>
    <message>
        <source>as usual: on</source>
        <translation>como de costumbre: sí</translation>
    </message>
    <message>
        <source>off</source>
        <translation>no</translation>
    </message>
    <message>
        <source>on</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>In this project</source>
        <translation>En este proyecto</translation>
    </message>
</context>
<context>
    <name>lockstep::items::LogModel</name>
    <message>
        <source>debug</source>
        <translation>depuración</translation>
    </message>
    <message>
        <source>info</source>
        <translation>info</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>advertencia</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Módulo</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
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
        <translation>Gravedad</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>Qué mirar</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
</context>
<context>
    <name>lockstep::items::PlanModel</name>
    <message>
        <source>Gate: %1</source>
        <translation>Aprobación: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n hallazgo</numerusform>
            <numerusform>%n hallazgos</numerusform>
        </translation>
    </message>
    <message>
        <source>Place in the order of the plan</source>
        <translation>Lugar en el orden del plan</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>What the step does</source>
        <translation>Lo que hace el paso</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Tables the step is about</source>
        <translation>Tablas a las que afecta el paso</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Expand, backfill, validate, switch or contract</source>
        <translation>Expandir, backfill, validar, conmutar o contraer</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>The strongest lock the step takes on any table</source>
        <translation>El bloqueo más fuerte que el paso toma sobre alguna tabla</translation>
    </message>
    <message>
        <source>Strongest lock</source>
        <translation>Bloqueo máx.</translation>
    </message>
    <message>
        <source>What other sessions cannot do meanwhile</source>
        <translation>Lo que otras sesiones no pueden hacer mientras tanto</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Bloquea</translation>
    </message>
    <message>
        <source>What the server does to the table</source>
        <translation>Lo que el servidor hace con la tabla</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Efecto</translation>
    </message>
    <message>
        <source>How long the step will likely take</source>
        <translation>Cuánto tardará probablemente el paso</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimación</translation>
    </message>
    <message>
        <source>The shortest and longest time to expect</source>
        <translation>El tiempo más corto y el más largo que cabe esperar</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Rango</translation>
    </message>
    <message>
        <source>What to look at before running the step</source>
        <translation>Lo que hay que mirar antes de ejecutar el paso</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <comment>a table&apos;s copy</comment>
        <translation>%1 (nueva)</translation>
    </message>
    <message>
        <source>%1 (old)</source>
        <comment>a table&apos;s copy</comment>
        <translation>%1 (antigua)</translation>
    </message>
    <message>
        <source>a copy</source>
        <comment>of a table that is not named</comment>
        <translation>una copia</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>desactivado</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RecentProjectsModel</name>
    <message>
        <source>today %1</source>
        <translation>hoy a las %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>nada todavía</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>ya no está</translation>
    </message>
    <message>
        <source>%1, not there any more</source>
        <translation>%1, ya no está</translation>
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
        <translation>Paso</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RehearsalModel</name>
    <message>
        <source>over 30 s</source>
        <translation>más de 30 s</translation>
    </message>
    <message>
        <source>long lock</source>
        <translation>bloqueo largo</translation>
    </message>
    <message>
        <source>long lock on the way back</source>
        <translation>bloqueo largo en la vuelta atrás</translation>
    </message>
    <message>
        <source>rewrites a table</source>
        <translation>reescribe una tabla</translation>
    </message>
    <message>
        <source>rows not taken</source>
        <translation>filas no aceptadas</translation>
    </message>
    <message>
        <source>not as estimated</source>
        <translation>no como se estimó</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Step %1, %2: %3 %4</source>
        <translation>Paso %1, %2: %3 %4</translation>
    </message>
    <message>
        <source>The longest time in one piece of a lock that keeps others from reading or writing.</source>
        <translation>El mayor tiempo seguido de un bloqueo que impide a otros leer o escribir.</translation>
    </message>
    <message>
        <source>An estimate for the sizes of production, by what was measured here.</source>
        <translation>Una estimación para los tamaños de producción, según lo medido aquí.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Expected here</source>
        <translation>Previsto aquí</translation>
    </message>
    <message>
        <source>Lock held</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>WAL</source>
        <translation>WAL</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Vuelta atrás</translation>
    </message>
    <message>
        <source>In production</source>
        <translation>En producción</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Notas</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RunHistoryModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation>Pasos hechos</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>Run %1 began.</source>
        <translation>Empezó la ejecución %1.</translation>
    </message>
    <message>
        <source>Step %1, %2: %3 in %4.</source>
        <translation>Paso %1, %2: %3 en %4.</translation>
    </message>
    <message>
        <source>Step %1, %2: %3.</source>
        <translation>Paso %1, %2: %3.</translation>
    </message>
</context>
<context>
    <name>lockstep::items::RunStepsModel</name>
    <message>
        <source>will wait for you</source>
        <translation>le esperará</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Gate: %1</source>
        <translation>Aprobación: %1</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Took / estimate</source>
        <translation>Duración / estim.</translation>
    </message>
</context>
<context>
    <name>lockstep::items::Words</name>
    <message>
        <source>expand</source>
        <translation>expandir</translation>
    </message>
    <message>
        <source>backfill</source>
        <translation>backfill</translation>
    </message>
    <message>
        <source>validate</source>
        <translation>validar</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>conmutar</translation>
    </message>
    <message>
        <source>contract</source>
        <translation>contraer</translation>
    </message>
    <message>
        <source>change</source>
        <translation>cambio</translation>
    </message>
    <message>
        <source>verification</source>
        <translation>verificación</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>aprobación</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>other schema changes and vacuum</source>
        <translation>otros cambios de esquema y vacuum</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>escrituras</translation>
    </message>
    <message>
        <source>reads and writes</source>
        <translation>lecturas y escrituras</translation>
    </message>
    <message>
        <source>blocks nothing</source>
        <translation>no bloquea nada</translation>
    </message>
    <message>
        <source>blocks other schema changes and vacuum</source>
        <translation>bloquea otros cambios de esquema y vacuum</translation>
    </message>
    <message>
        <source>blocks writes</source>
        <translation>bloquea escrituras</translation>
    </message>
    <message>
        <source>blocks reads and writes</source>
        <translation>bloquea lecturas y escrituras</translation>
    </message>
    <message>
        <source>instant</source>
        <translation>instantáneo</translation>
    </message>
    <message>
        <source>reads the table</source>
        <translation>lee la tabla</translation>
    </message>
    <message>
        <source>builds an index</source>
        <translation>construye un índice</translation>
    </message>
    <message>
        <source>rewrites the table</source>
        <translation>reescribe la tabla</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>in batches</source>
        <translation>por lotes</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>advertencia</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>requiere atención</translation>
    </message>
    <message>
        <source>stops the run</source>
        <translation>detiene la ejecución</translation>
    </message>
    <message>
        <source>Zero downtime</source>
        <translation>Sin interrupción</translation>
    </message>
    <message>
        <source>Maintenance window</source>
        <translation>Ventana de mantenimiento</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>esperando</translation>
    </message>
    <message>
        <source>about to start</source>
        <translation>a punto de empezar</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>waiting for a lock</source>
        <translation>esperando un bloqueo</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>le espera</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>revertido</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitido</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>sin empezar</translation>
    </message>
    <message>
        <source>checking the database</source>
        <translation>comprobando la base de datos</translation>
    </message>
    <message>
        <source>slowed</source>
        <translation>ralentizado</translation>
    </message>
    <message>
        <source>waits for you at a gate</source>
        <translation>espera su aprobación</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>deteniendo</translation>
    </message>
    <message>
        <source>stopped, can be resumed</source>
        <translation>detenida, se puede reanudar</translation>
    </message>
    <message>
        <source>rolling back</source>
        <translation>revirtiendo</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>revertida</translation>
    </message>
    <message>
        <source>info</source>
        <translation>info</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>reintento</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>eliminado</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>renombrado</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>idéntico</translation>
    </message>
    <message>
        <source>cannot be compared</source>
        <translation>no se puede comparar</translation>
    </message>
    <message>
        <source>Proved, forward and back</source>
        <translation>Probado, ida y vuelta</translation>
    </message>
    <message>
        <source>Not proved yet</source>
        <translation>Aún no probado</translation>
    </message>
    <message>
        <source>Proof skipped</source>
        <translation>Prueba omitida</translation>
    </message>
    <message>
        <source>Proof failed</source>
        <translation>Prueba fallida</translation>
    </message>
    <message>
        <source>Changed since the proof</source>
        <translation>Cambiado desde la prueba</translation>
    </message>
    <message>
        <source>a person confirms</source>
        <translation>confirma una persona</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>%1, %2 a batch</source>
        <translation>%1, %2 por lote</translation>
    </message>
    <message>
        <source>%1 %3 %2</source>
        <comment>lock mode times how many</comment>
        <translation>%1 %3 %2</translation>
    </message>
    <message>
        <source>Step %1, gate: %2, a person confirms</source>
        <translation>Paso %1, aprobación: %2, confirma una persona</translation>
    </message>
    <message>
        <source>Step %1, %2, %3, about %4</source>
        <translation>Paso %1, %2, %3, unos %4</translation>
    </message>
    <message>
        <source>%1, switched off</source>
        <translation>%1, desactivado</translation>
    </message>
    <message>
        <source>It must come after step %1, which it needs: %2.</source>
        <translation>Debe ir después del paso %1, que necesita: %2.</translation>
    </message>
    <message>
        <source>It must come before step %1, which needs it: %2.</source>
        <translation>Debe ir antes del paso %1, que lo necesita: %2.</translation>
    </message>
    <message>
        <source>It must come before the gate that is step %1: what is confirmed there needs it.</source>
        <translation>Debe ir antes de la aprobación del paso %1: lo que se confirma allí lo necesita.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>step number and title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>“%1” is switched off, so the plan does not reach its target any more.</source>
        <translation>«%1» está desactivado, así que el plan ya no alcanza su destino.</translation>
    </message>
    <message>
        <source>%1 Steps that need it: %2.</source>
        <translation>%1 Pasos que lo necesitan: %2.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::BackfillChoice</name>
    <message>
        <source>Workers of a backfill</source>
        <translation>Procesos de un backfill</translation>
    </message>
    <message>
        <source>Batches that are written at a time, each on a connection of its own. There are fewer while the server feels it.</source>
        <translation>Lotes que se escriben a la vez, cada uno en su propia conexión. Son menos mientras el servidor lo acusa.</translation>
    </message>
    <message>
        <source>Share of the time that batches take while others are at work</source>
        <translation>Parte del tiempo que ocupan los lotes mientras otros trabajan</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Between batches the server has time for everybody else. With nobody else at work batches follow each other without a pause.</source>
        <translation>Entre lotes, el servidor tiene tiempo para todos los demás. Si nadie más está trabajando, los lotes se suceden sin pausa.</translation>
    </message>
    <message>
        <source>&amp;Workers</source>
        <translation>&amp;Procesos</translation>
    </message>
    <message>
        <source>Ti&amp;me while others are at work</source>
        <translation>Tie&amp;mpo mientras otros trabajan</translation>
    </message>
    <message>
        <source>Rows that may be put aside</source>
        <translation>Filas que se pueden apartar</translation>
    </message>
    <message>
        <source>So many rows that cannot be written stay as they are, and the journal names them; the next one stops the backfill. With 0 the first one does.</source>
        <translation>Tantas filas que no se pueden escribir quedan como están y el diario las nombra; la siguiente detiene el backfill. Con 0 lo hace la primera.</translation>
    </message>
    <message>
        <source>Rows put &amp;aside at most</source>
        <translation>Filas &amp;apartadas como máximo</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Badge</name>
    <message>
        <source>DEVELOPMENT</source>
        <translation>DESARROLLO</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>PRUEBAS</translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation>PREPRODUCCIÓN</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUCCIÓN</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>Entorno: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::BandLegend</name>
    <message>
        <source>What the colours beside the statements mean</source>
        <translation>Qué significan los colores junto a las sentencias</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Banner</name>
    <message>
        <source>Copy the whole message</source>
        <translation>Copiar todo el mensaje</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Copiar el mensaje</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Cerrar el mensaje</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, línea %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Statement: %1</source>
        <translation>Sentencia: %1</translation>
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
        <translation>Cancelar su &amp;sentencia…</translation>
    </message>
    <message>
        <source>&amp;Disconnect it…</source>
        <translation>&amp;Desconectar…</translation>
    </message>
    <message>
        <source>&amp;Wait longer</source>
        <translation>&amp;Esperar más</translation>
    </message>
    <message>
        <source>Tries for this lock again, for as long as before.</source>
        <translation>Vuelve a intentar este bloqueo, tanto tiempo como antes.</translation>
    </message>
    <message>
        <source>Sessions that the run waits for</source>
        <translation>Sesiones a las que espera la ejecución</translation>
    </message>
    <message>
        <source>It runs no statement: its transaction is open, and idle.</source>
        <translation>No ejecuta ninguna sentencia: su transacción está abierta, e inactiva.</translation>
    </message>
    <message>
        <source>Cancel the autovacuum of %1? The server begins it again later.</source>
        <translation>¿Cancelar el autovacuum de %1? El servidor lo vuelve a empezar más tarde.</translation>
    </message>
    <message>
        <source>Cancel the statement of %1? Its application gets an error.</source>
        <translation>¿Cancelar la sentencia de %1? Su aplicación recibirá un error.</translation>
    </message>
    <message>
        <source>Disconnect %1? Its transaction, %2 old, is rolled back and its application gets an error.</source>
        <translation>¿Desconectar %1? Su transacción, abierta hace %2, se revierte y su aplicación recibirá un error.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::BusyBar</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stop the work in the background (Esc)</source>
        <translation>Detener el trabajo en segundo plano (Esc)</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 de %3)</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::CalibrationDialog</name>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Medir</translation>
    </message>
    <message>
        <source>Use the &amp;default rates</source>
        <translation>Usar las tasas pre&amp;determinadas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Calibrate the estimates</source>
        <translation>Calibrar las estimaciones</translation>
    </message>
    <message>
        <source>How fast is the server?</source>
        <translation>¿Qué rapidez tiene el servidor?</translation>
    </message>
    <message>
        <source>A calibration takes under a minute. It makes a schema lockstep_calibration with up to 500 MB of tables, measures reading, writing and indexing in it (up to 4 GB of WAL, which standbys receive too), and removes it again, also when it fails or is canceled. Tables of others are neither read nor locked.</source>
        <translation>Una calibración tarda menos de un minuto. Crea un esquema lockstep_calibration con hasta 500 MB de tablas, mide en él la lectura, la escritura y la indexación (hasta 4 GB de WAL, que también reciben los servidores en espera) y lo vuelve a quitar, también si falla o se cancela. Las tablas de otros ni se leen ni se bloquean.</translation>
    </message>
    <message>
        <source>Forgets what was measured on this server.</source>
        <translation>Olvida lo que se midió en este servidor.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Measured on %1.</source>
        <translation>Medido en %1.</translation>
    </message>
    <message>
        <source>The calibration was canceled and its tables are removed. Estimates stay as they were.</source>
        <translation>La calibración se canceló y sus tablas se han eliminado. Las estimaciones quedan como estaban.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ChangeDetail</name>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>In the plan</source>
        <translation>En el plan</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>Properties that differ</source>
        <translation>Propiedades que difieren</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Stays as it is, though the target does not have it</source>
        <translation>Se queda como está, aunque el destino no lo tenga</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Aparcar</translation>
    </message>
    <message>
        <source>Moves to a schema of its own with its rows, to be dropped for good later</source>
        <translation>Se traslada con sus filas a un esquema propio, para eliminarlo definitivamente más adelante</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Drops it behind a gate; the run still asks before it loses anything</source>
        <translation>Lo elimina tras una aprobación; la ejecución pregunta de todos modos antes de perder nada</translation>
    </message>
    <message>
        <source>Previous difference (Alt+Up)</source>
        <translation>Diferencia anterior (Alt+Arriba)</translation>
    </message>
    <message>
        <source>Next difference (Alt+Down)</source>
        <translation>Diferencia siguiente (Alt+Abajo)</translation>
    </message>
    <message>
        <source>No change selected</source>
        <translation>Ningún cambio seleccionado</translation>
    </message>
    <message>
        <source>Only white space differs.</source>
        <translation>Solo difieren los espacios en blanco.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) differ</source>
        <translation>
            <numerusform>%n lugar difiere</numerusform>
            <numerusform>%n lugares difieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ChangesView</name>
    <message>
        <source>New %1</source>
        <translation>Nuevos %1</translation>
    </message>
    <message>
        <source>Dropped %1</source>
        <translation>Eliminados %1</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>Modificados %1</translation>
    </message>
    <message>
        <source>Renamed %1</source>
        <translation>Renombrados %1</translation>
    </message>
    <message>
        <source>Identical %1</source>
        <translation>Idénticos %1</translation>
    </message>
    <message>
        <source>Cannot be compared %1</source>
        <translation>No comparables %1</translation>
    </message>
    <message>
        <source>No difference passes the filter.</source>
        <translation>Ninguna diferencia pasa el filtro.</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Agrupar por</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>Por estado</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Por tipo</translation>
    </message>
    <message>
        <source>By schema</source>
        <translation>Por esquema</translation>
    </message>
    <message>
        <source>Kind of object</source>
        <translation>Tipo de objeto</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Filtrar por nombre</translation>
    </message>
    <message>
        <source>Name, or schema.table*</source>
        <translation>Nombre, o esquema.tabla*</translation>
    </message>
    <message>
        <source>Ignore rules</source>
        <translation>Reglas de exclusión</translation>
    </message>
    <message>
        <source>What the comparison leaves aside: owners, privileges, comments and more</source>
        <translation>Lo que la comparación deja de lado: propietarios, privilegios, comentarios y más</translation>
    </message>
    <message>
        <source>Shows or hides these</source>
        <translation>Muestra u oculta estos</translation>
    </message>
    <message>
        <source>Tick all shown</source>
        <translation>Marcar todo lo mostrado</translation>
    </message>
    <message>
        <source>Untick all shown</source>
        <translation>Desmarcar todo lo mostrado</translation>
    </message>
    <message>
        <source>Takes what the list shows into the plan, drops too</source>
        <translation>Incluye en el plan lo que muestra la lista, también las eliminaciones</translation>
    </message>
    <message>
        <source>Leaves what the list shows out of the plan</source>
        <translation>Omite del plan lo que muestra la lista</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>no comparado</translation>
    </message>
    <message>
        <source>%1 of %2 changes are in the plan.</source>
        <translation>%1 de %2 cambios están en el plan.</translation>
    </message>
    <message numerus="yes">
        <source>%n drop(s) not selected: the plan keeps them.</source>
        <translation>
            <numerusform>%n eliminación no seleccionada: el plan conserva el objeto.</numerusform>
            <numerusform>%n eliminaciones no seleccionadas: el plan conserva los objetos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::CheckDetail</name>
    <message>
        <source>Run although this item says stop</source>
        <translation>Ejecutar aunque este punto diga «parar»</translation>
    </message>
    <message>
        <source>Copy the query</source>
        <translation>Copiar la consulta</translation>
    </message>
    <message>
        <source>The query of this item</source>
        <translation>La consulta de este punto</translation>
    </message>
    <message>
        <source>The rows that the query gave</source>
        <translation>Las filas que dio la consulta</translation>
    </message>
    <message>
        <source>Select a question to see its answer, the query and its rows.</source>
        <translation>Seleccione una pregunta para ver su respuesta, la consulta y sus filas.</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Qué hacer: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n fila</numerusform>
            <numerusform>%n filas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::CheckPage</name>
    <message>
        <source>Check again</source>
        <translation>Volver a comprobar</translation>
    </message>
    <message>
        <source>Questions to the database before the plan runs on it</source>
        <translation>Preguntas a la base de datos antes de ejecutar el plan en ella</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>Consultando %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) stop the run</source>
        <translation>
            <numerusform>%n punto detiene la ejecución</numerusform>
            <numerusform>%n puntos detienen la ejecución</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n requiere atención</numerusform>
            <numerusform>%n requieren atención</numerusform>
        </translation>
    </message>
    <message>
        <source>all clear</source>
        <translation>todo en orden</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>consultando</translation>
    </message>
    <message>
        <source>could not ask</source>
        <translation>no se pudo consultar</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>aún sin consultar</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Make a plan and name the database on the Run page first.</source>
        <translation>Haga primero un plan e indique la base de datos en la página «Ejecutar».</translation>
    </message>
    <message>
        <source>Asks %1; reads only.</source>
        <translation>Consulta %1; solo lee.</translation>
    </message>
    <message>
        <source>%1, PostgreSQL %2, asked at %3</source>
        <translation>%1, PostgreSQL %2, consultado a las %3</translation>
    </message>
    <message>
        <source>Before the plan runs</source>
        <translation>Antes de ejecutar el plan</translation>
    </message>
    <message>
        <source>%1 was not asked yet.</source>
        <translation>Aún no se ha consultado %1.</translation>
    </message>
    <message>
        <source>clear to begin</source>
        <translation>puede empezar</translation>
    </message>
    <message>
        <source>%1, PostgreSQL %2, asked at %3 by the run: not about rows and traffic</source>
        <translation>%1, PostgreSQL %2, consultado a las %3 por la ejecución: no sobre filas ni tráfico</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ComparePage</name>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Aparcar</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Take into the plan</source>
        <translation>Incluir en el plan</translation>
    </message>
    <message>
        <source>Leave out of the plan</source>
        <translation>Omitir del plan</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>Copiar el nombre</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Also left out, because it goes along:</source>
        <translation>También omitido, porque va junto:</translation>
    </message>
    <message>
        <source>Also selected, because it is needed:</source>
        <translation>También seleccionado, porque se necesita:</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>What there is: a database, a .sql file, an archive, a snapshot</source>
        <translation>Lo que hay: una base de datos, un archivo .sql, un archivo de respaldo, una instantánea</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>What is wanted: a .sql file, a database, an archive, a snapshot</source>
        <translation>Lo que se quiere: un archivo .sql, una base de datos, un archivo de respaldo, una instantánea</translation>
    </message>
    <message>
        <source>will be changed
to match</source>
        <translation>se ajustará
a</translation>
    </message>
    <message>
        <source>Swaps the two sides.</source>
        <translation>Intercambia los dos lados.</translation>
    </message>
    <message>
        <source>The two schemas are identical</source>
        <translation>Los dos esquemas son idénticos</translation>
    </message>
    <message>
        <source>%1 objects were compared; there is nothing to change.</source>
        <translation>Se compararon %1 objetos; no hay nada que cambiar.</translation>
    </message>
    <message>
        <source>Choose what there is and what is wanted</source>
        <translation>Elija lo que hay y lo que se quiere</translation>
    </message>
    <message>
        <source>Drop a .sql file on Current and another on Target, or connect to a server. Nothing is changed until you run a plan and type the name of the database.</source>
        <translation>Suelte un archivo .sql en «Actual» y otro en «Destino», o conéctese a un servidor. No se cambia nada hasta que ejecute un plan y escriba el nombre de la base de datos.</translation>
    </message>
    <message>
        <source>nothing compared yet</source>
        <translation>aún no se ha comparado nada</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>idéntico</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n cambio</numerusform>
            <numerusform>%n cambios</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n omitido</numerusform>
            <numerusform>%n omitidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) open</source>
        <translation>
            <numerusform>%n decisión pendiente</numerusform>
            <numerusform>%n decisiones pendientes</numerusform>
        </translation>
    </message>
    <message>
        <source>The run %1 on %2 is not finished.</source>
        <translation>La ejecución %1 en %2 no ha terminado.</translation>
    </message>
    <message>
        <source>The comparison shows the database between two steps. What the run has put there for itself is left out, and a plan made now cannot be proved.</source>
        <translation>La comparación muestra la base de datos entre dos pasos. Lo que la ejecución ha puesto allí para sí misma se omite, y un plan hecho ahora no se puede probar.</translation>
    </message>
    <message>
        <source>Finish the run first, then compare again.</source>
        <translation>Termine primero la ejecución y luego compare de nuevo.</translation>
    </message>
    <message>
        <source>The two sides are not compared yet</source>
        <translation>Los dos lados aún no se han comparado</translation>
    </message>
    <message>
        <source>The differences are listed here as soon as both sides are read.</source>
        <translation>Las diferencias aparecen aquí en cuanto se hayan leído ambos lados.</translation>
    </message>
    <message>
        <source>Now choose what is wanted</source>
        <translation>Ahora elija lo que se desea</translation>
    </message>
    <message>
        <source>Now choose what there is</source>
        <translation>Ahora elija lo que hay</translation>
    </message>
    <message>
        <source>Finish the run…</source>
        <translation>Terminar la ejecución…</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ConflictBar</name>
    <message>
        <source>Keep &amp;mine</source>
        <translation>Conservar la &amp;mía</translation>
    </message>
    <message>
        <source>Take what is &amp;generated</source>
        <translation>Tomar lo &amp;generado</translation>
    </message>
    <message>
        <source>Edits that no longer fit</source>
        <translation>Cambios que ya no encajan</translation>
    </message>
    <message>
        <source>Generated when you edited it</source>
        <translation>Generado cuando lo editó</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Lo suyo</translation>
    </message>
    <message>
        <source>Generated now</source>
        <translation>Generado ahora</translation>
    </message>
    <message>
        <source>Your change of “%1” needs a decision.</source>
        <translation>Su cambio de «%1» requiere una decisión.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>title, how many more</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more follow(s).</source>
        <translation>
            <numerusform>Sigue %n más.</numerusform>
            <numerusform>Siguen %n más.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep &amp;mine at the end</source>
        <translation>Conservar la &amp;mía al final</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Descartar</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ConnectionForm</name>
    <message>
        <source>Read-only: the server refuses every write</source>
        <translation>Solo lectura: el servidor rechaza toda escritura</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>Usar este servidor</translation>
    </message>
    <message>
        <source>Connection text</source>
        <translation>Texto de conexión</translation>
    </message>
    <message>
        <source>Paste postgresql://… or host=… dbname=… here, or fill in the fields</source>
        <translation>Pegue aquí postgresql://… o host=… dbname=…, o rellene los campos</translation>
    </message>
    <message>
        <source>TLS, SSH server, role, read-only</source>
        <translation>TLS, servidor SSH, rol, solo lectura</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>to keep it under</source>
        <translation>con el que guardarla</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>local socket</source>
        <translation>socket local</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>same as the user</source>
        <translation>igual que el usuario</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>sin indicar</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Desarrollo</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Preproducción</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Producción</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>from ~/.pgpass, or asked for; never stored here</source>
        <translation>de ~/.pgpass, o se pide; nunca se guarda aquí</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>from ~/.pg_service.conf</source>
        <translation>de ~/.pg_service.conf</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>prefer, as libpq does</source>
        <translation>prefer, como hace libpq</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>Autoridades</translation>
    </message>
    <message>
        <source>~/.postgresql/root.crt, or “system”</source>
        <translation>~/.postgresql/root.crt, o «system»</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>~/.postgresql/postgresql.crt</source>
        <translation>~/.postgresql/postgresql.crt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>~/.postgresql/postgresql.key</source>
        <translation>~/.postgresql/postgresql.key</translation>
    </message>
    <message>
        <source>Channel binding</source>
        <translation>Vinculación de canal</translation>
    </message>
    <message>
        <source>SSH server</source>
        <translation>Servidor SSH</translation>
    </message>
    <message>
        <source>user@host:port, or a Host of ~/.ssh/config</source>
        <translation>usuario@host:puerto, o un Host de ~/.ssh/config</translation>
    </message>
    <message>
        <source>Passfile</source>
        <translation>Archivo de contraseñas</translation>
    </message>
    <message>
        <source>~/.pgpass</source>
        <translation>~/.pgpass</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>SET ROLE after connecting</source>
        <translation>SET ROLE tras conectar</translation>
    </message>
    <message>
        <source>default_transaction_read_only=on from the first moment; plans cannot be run there.</source>
        <translation>default_transaction_read_only=on desde el primer momento; allí no se pueden ejecutar planes.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Give it a name to keep it under.</source>
        <translation>Dele un nombre con el que guardarla.</translation>
    </message>
    <message>
        <source>asked for when needed</source>
        <translation>se pide si hace falta</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ConnectionsPanel</name>
    <message>
        <source>None yet. A connection keeps how to reach a database, what it is for and whether it may be written to; never its password.</source>
        <translation>Ninguna todavía. Una conexión guarda cómo llegar a una base de datos, para qué sirve y si se puede escribir en ella; nunca su contraseña.</translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation>Nueva conexión…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplicar…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Starts a comparison with this database as the current side.</source>
        <translation>Inicia una comparación con esta base de datos como lado actual.</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Conectando a %1…</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copia)</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 se ha borrado.</translation>
    </message>
    <message>
        <source>It is a section of your service file; change it there, or duplicate it.</source>
        <translation>Es una sección de su archivo de servicio; modifíquela allí o duplíquela.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Curve</name>
    <message>
        <source>last %1</source>
        <translation>últimos %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::DiffView</name>
    <message>
        <source>Current</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Destino</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::DifferencesModel</name>
    <message>
        <source>(none)</source>
        <translation>(ninguno)</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Propiedad</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Destino</translation>
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
        <translation>Distinguir mayúsculas de minúsculas</translation>
    </message>
    <message>
        <source>W</source>
        <translation>P</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Solo palabras completas</translation>
    </message>
    <message>
        <source>.*</source>
        <translation>.*</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expresión regular</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Reemplazar</translation>
    </message>
    <message>
        <source>Replace &amp;all</source>
        <translation>Reemplazar &amp;todo</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find in the SQL</source>
        <translation>Buscar en el SQL</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Reemplazar con</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Cerrar la barra de búsqueda</translation>
    </message>
    <message>
        <source>not an expression yet</source>
        <translation>aún no es una expresión</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n resultado</numerusform>
            <numerusform>%n resultados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation>&amp;Hallazgos</translation>
    </message>
    <message>
        <source>Findings from which severity on</source>
        <translation>Hallazgos a partir de qué gravedad</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>warnings and errors</source>
        <translation>advertencias y errores</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>errores</translation>
    </message>
    <message>
        <source>Findings that hold this text</source>
        <translation>Hallazgos que contienen este texto</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n en total</numerusform>
            <numerusform>%n en total</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 de %2 mostrados</translation>
    </message>
    <message>
        <source>&amp;Rule in this project…</source>
        <translation>&amp;Regla en este proyecto…</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::FoundRun</name>
    <message>
        <source>Go on although a standby was promoted or a backup restored since</source>
        <translation>Continuar aunque desde entonces se haya promovido un standby o restaurado una copia de seguridad</translation>
    </message>
    <message>
        <source>What was committed last may be missing there; the run notices and refuses to go on unless this is ticked.</source>
        <translation>Puede faltar allí lo último que se confirmó; la ejecución lo nota y se niega a continuar si esto no está marcado.</translation>
    </message>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>%1 de %2 pasos hechos</translation>
    </message>
    <message>
        <source>This database has run %1 of this plan: %2, %3.</source>
        <translation>Esta base de datos tiene la ejecución %1 de este plan: %2, %3.</translation>
    </message>
    <message>
        <source>This database has an unfinished run %1: %2, %3.</source>
        <translation>Esta base de datos tiene una ejecución %1 sin terminar: %2, %3.</translation>
    </message>
    <message>
        <source>It belongs to another plan; open that plan to resume it or to roll it back.</source>
        <translation>Pertenece a otro plan; abra ese plan para reanudarla o revertirla.</translation>
    </message>
    <message>
        <source>It is of another plan.</source>
        <translation>Es de otro plan.</translation>
    </message>
    <message>
        <source>Open that plan</source>
        <translation>Abrir ese plan</translation>
    </message>
    <message>
        <source>Another Lockstep is at work on this run %1: %2.</source>
        <translation>Otro Lockstep está trabajando en esta ejecución %1: %2.</translation>
    </message>
    <message>
        <source>Stop it there</source>
        <translation>Detenerla ahí</translation>
    </message>
    <message>
        <source>Take it over…</source>
        <translation>Tomar el control…</translation>
    </message>
    <message>
        <source>Roll it back…</source>
        <translation>Revertirla…</translation>
    </message>
    <message>
        <source>Go on rolling back…</source>
        <translation>Seguir revirtiendo…</translation>
    </message>
    <message>
        <source>Resume it</source>
        <translation>Reanudarla</translation>
    </message>
    <message>
        <source>Take run %1 over? The other Lockstep is disconnected from the database, what it has not committed is rolled back, and the run goes on here.</source>
        <translation>¿Tomar el control de la ejecución %1? El otro Lockstep se desconecta de la base de datos, lo que no haya confirmado se revierte y la ejecución continúa aquí.</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Tomar el control</translation>
    </message>
    <message>
        <source>Leave it there</source>
        <translation>Dejarla ahí</translation>
    </message>
    <message>
        <source>Roll back run %1? Every step that was done is taken back, last one first. What has no way back is said before anything is changed.</source>
        <translation>¿Revertir la ejecución %1? Se revierte cada paso hecho, el último primero. Lo que no tiene vuelta atrás se dice antes de cambiar nada.</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Dejarla como está</translation>
    </message>
    <message numerus="yes">
        <source>The rollback of run %1 on this database is not finished: %n step(s) are still to be taken back.</source>
        <translation>
            <numerusform>La reversión de la ejecución %1 en esta base de datos no ha terminado: queda %n paso por revertir.</numerusform>
            <numerusform>La reversión de la ejecución %1 en esta base de datos no ha terminado: quedan %n pasos por revertir.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another Lockstep is rolling this run %1 back.</source>
        <translation>Otro Lockstep está revirtiendo esta ejecución %1.</translation>
    </message>
    <message>
        <source>Take the rollback of run %1 over? The other Lockstep is disconnected from the database, what it has not committed is undone, and the rollback goes on here.</source>
        <translation>¿Tomar el control de la reversión de la ejecución %1? El otro Lockstep se desconecta de la base de datos, lo que no haya confirmado se deshace y la reversión continúa aquí.</translation>
    </message>
    <message>
        <source>Go on rolling run %1 back? What is left of it is taken back, last step first.</source>
        <translation>¿Seguir revirtiendo la ejecución %1? Se revierte lo que queda de ella, el último paso primero.</translation>
    </message>
    <message>
        <source>Go on rolling back</source>
        <translation>Seguir revirtiendo</translation>
    </message>
    <message>
        <source>nobody is working on it</source>
        <translation>nadie está trabajando en ella</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::GoToBar</name>
    <message>
        <source>Line to go to</source>
        <translation>Línea a la que ir</translation>
    </message>
    <message>
        <source>&amp;Go to line</source>
        <translation>&amp;Ir a la línea</translation>
    </message>
    <message>
        <source>1 to %1</source>
        <translation>1 a %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::HistoryView</name>
    <message>
        <source>Read a&amp;gain</source>
        <translation>Volver a &amp;leer</translation>
    </message>
    <message>
        <source>Save even&amp;ts…</source>
        <translation>&amp;Guardar eventos…</translation>
    </message>
    <message>
        <source>&amp;Open its plan</source>
        <translation>A&amp;brir su plan</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>The plan that the chosen run was begun with, instead of what is open.</source>
        <translation>El plan con el que empezó la ejecución elegida, en lugar del que está abierto.</translation>
    </message>
    <message>
        <source>The events of the chosen run as JSON lines or CSV.</source>
        <translation>Los eventos de la ejecución elegida, como líneas JSON o CSV.</translation>
    </message>
    <message>
        <source>Runs, newest first</source>
        <translation>Ejecuciones, las más recientes primero</translation>
    </message>
    <message>
        <source>Steps of the chosen run</source>
        <translation>Pasos de la ejecución elegida</translation>
    </message>
    <message>
        <source>Events of the chosen run, newest first</source>
        <translation>Eventos de la ejecución elegida, los más recientes primero</translation>
    </message>
    <message>
        <source>Runs of %1</source>
        <translation>Ejecuciones en %1</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>Leyendo el diario…</translation>
    </message>
    <message>
        <source>The journal of this database holds no run.</source>
        <translation>El diario de esta base de datos no contiene ninguna ejecución.</translation>
    </message>
    <message>
        <source>Reading run %1…</source>
        <translation>Leyendo la ejecución %1…</translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation>Ejecución %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>The oldest %n event(s) stay in the journal and are not shown.</source>
        <translation>
            <numerusform>El evento más antiguo (%n) queda en el diario y no se muestra.</numerusform>
            <numerusform>Los %n eventos más antiguos quedan en el diario y no se muestran.</numerusform>
        </translation>
    </message>
    <message>
        <source>The events are saved in %1.</source>
        <translation>Los eventos se han guardado en %1.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::HomePage</name>
    <message>
        <source>New comparison</source>
        <translation>Nueva comparación</translation>
    </message>
    <message>
        <source>What there is and what you want; the plan follows by itself.</source>
        <translation>Lo que hay y lo que quiere; el plan sale por sí solo.</translation>
    </message>
    <message>
        <source>Open a plan…</source>
        <translation>Abrir un plan…</translation>
    </message>
    <message>
        <source>A .lockplan that somebody made, to look at or run.</source>
        <translation>Un .lockplan que alguien creó, para verlo o ejecutarlo.</translation>
    </message>
    <message>
        <source>Review a script</source>
        <translation>Revisar un script</translation>
    </message>
    <message>
        <source>What a migration locks and how long, statement by statement.</source>
        <translation>Qué bloquea una migración y cuánto tiempo, sentencia por sentencia.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Probar la demostración</translation>
    </message>
    <message>
        <source>A small shop on a throw-away server, ready to be changed.</source>
        <translation>Una pequeña tienda en un servidor desechable, lista para modificarse.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Projects you save are listed here. A project is a .lockstep file: both sides, your decisions and your edits.</source>
        <translation>Aquí se listan los proyectos que guarde. Un proyecto es un archivo .lockstep: ambos lados, sus decisiones y sus ediciones.</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Lockstep</source>
        <translation>Lockstep</translation>
    </message>
    <message>
        <source>Change a PostgreSQL schema while it is in use: compare, plan, prove, run.</source>
        <translation>Modifique un esquema de PostgreSQL mientras está en uso: comparar, planificar, probar, ejecutar.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Proyectos recientes</translation>
    </message>
    <message>
        <source>The file itself stays where it is.</source>
        <translation>El archivo en sí se queda donde está.</translation>
    </message>
    <message>
        <source>Or drop a project, a plan, a schema or a migration script anywhere here.</source>
        <translation>O suelte un proyecto, un plan, un esquema o un script de migración en cualquier lugar de esta página.</translation>
    </message>
    <message>
        <source>Work that was never saved under a name was kept %1: %2.</source>
        <translation>Se conservó trabajo que nunca se guardó con un nombre, %1: %2.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::Inspector</name>
    <message>
        <source>About the selected step</source>
        <translation>Sobre el paso seleccionado</translation>
    </message>
    <message>
        <source>Select a step to see what it locks, how long it takes and why.</source>
        <translation>Seleccione un paso para ver qué bloquea, cuánto tarda y por qué.</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Bloqueos</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Tráfico</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimación</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Tras</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>Pierde</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Vía</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Vuelta</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>in batches, each committed by itself; it can stop and go on anywhere</source>
        <translation>por lotes, cada uno confirmado por separado; puede parar y seguir en cualquier punto</translation>
    </message>
    <message>
        <source>in a transaction of its own</source>
        <translation>en una transacción propia</translation>
    </message>
    <message>
        <source>outside of a transaction, each statement by itself</source>
        <translation>fuera de una transacción, cada sentencia por separado</translation>
    </message>
    <message>
        <source>none: the run stops here until a person confirms</source>
        <translation>ninguno: la ejecución se detiene aquí hasta que una persona confirme</translation>
    </message>
    <message>
        <source>not known: this SQL could not be analysed</source>
        <translation>desconocido: este SQL no se pudo analizar</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>%1; held about %2 a batch</source>
        <translation>%1; se mantiene unos %2 por lote</translation>
    </message>
    <message>
        <source>%1; held about %2</source>
        <translation>%1; se mantiene unos %2</translation>
    </message>
    <message>
        <source>%1/s, %2 each: %3</source>
        <translation>%1/s, %2 cada una: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more transaction(s) stand before it.</source>
        <translation>
            <numerusform>%n transacción más está delante.</numerusform>
            <numerusform>%n transacciones más están delante.</numerusform>
        </translation>
    </message>
    <message>
        <source>as %1 was seen at %2</source>
        <translation>según lo visto en %1 a las %2</translation>
    </message>
    <message>
        <source>as long as it takes</source>
        <translation>lo que haga falta</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (%2), %3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; (%2), %3</translation>
    </message>
    <message>
        <source>%1 in the proof, on an empty copy</source>
        <translation>%1 en la prueba, en una copia vacía</translation>
    </message>
    <message>
        <source>%1; gives up and tries again after waiting %2 for a lock</source>
        <translation>%1; desiste y reintenta tras esperar %2 un bloqueo</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>step number and title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2 rows, %3</source>
        <translation>%1: %2 filas, %3</translation>
    </message>
    <message>
        <source>%1: %2 rows</source>
        <translation>%1: %2 filas</translation>
    </message>
    <message>
        <source>Costs: %1</source>
        <translation>Cuesta: %1</translation>
    </message>
    <message>
        <source>No way back: %1</source>
        <translation>Sin vuelta atrás: %1</translation>
    </message>
    <message>
        <source>nothing to take back</source>
        <translation>nada que revertir</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivado</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::LintRulesDialog</name>
    <message>
        <source>&amp;All as usual</source>
        <translation>&amp;Todas como de costumbre</translation>
    </message>
    <message>
        <source>Rules of this project</source>
        <translation>Reglas de este proyecto</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <source>Rules that hold this text</source>
        <translation>Reglas que contienen este texto</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>What the rule is about</source>
        <translation>De qué trata la regla</translation>
    </message>
    <message>
        <source>&amp;In this project:</source>
        <translation>&amp;En este proyecto:</translation>
    </message>
    <message>
        <source>What this project does with the rule</source>
        <translation>Lo que este proyecto hace con la regla</translation>
    </message>
    <message>
        <source>What is chosen here holds for the findings of plans and of reviewed scripts, and is kept in the project file. lockstep-cli lint --settings reads that file.</source>
        <translation>Lo que se elige aquí vale para los hallazgos de planes y de scripts revisados, y se guarda en el archivo del proyecto. lockstep-cli lint --settings lee ese archivo.</translation>
    </message>
    <message>
        <source>Forgets everything that this project decides about rules.</source>
        <translation>Olvida todo lo que este proyecto decide sobre las reglas.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>All rules are as usual.</source>
        <translation>Todas las reglas están como de costumbre.</translation>
    </message>
    <message numerus="yes">
        <source>%n rules are not as usual.</source>
        <translation>
            <numerusform>%n regla no está como de costumbre.</numerusform>
            <numerusform>%n reglas no están como de costumbre.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PasswordStrip</name>
    <message>
        <source>Keep in the keychain</source>
        <translation>Guardar en el llavero</translation>
    </message>
    <message>
        <source>No keychain answers here: kept in memory until the window closes.</source>
        <translation>Aquí no responde ningún llavero: se conserva en memoria hasta que se cierre la ventana.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>That password was not right. Password of %1:</source>
        <translation>Esa contraseña no era correcta. Contraseña de %1:</translation>
    </message>
    <message>
        <source>Password of %1:</source>
        <translation>Contraseña de %1:</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanFindings</name>
    <message>
        <source>Findings of the plan</source>
        <translation>Hallazgos del plan</translation>
    </message>
    <message>
        <source>Nothing in this plan needs a look.</source>
        <translation>Nada en este plan requiere atención.</translation>
    </message>
    <message>
        <source>&amp;Rule in this project…</source>
        <translation>&amp;Regla en este proyecto…</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) are switched off in this project, and were not asked.</source>
        <translation>
            <numerusform>%n regla está desactivada en este proyecto y no se ha consultado.</numerusform>
            <numerusform>%n reglas están desactivadas en este proyecto y no se han consultado.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanHeader</name>
    <message>
        <source>%1 will be changed to match %1</source>
        <comment>arrows around</comment>
        <translation>%1 se ajustará a %1</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Estrategia</translation>
    </message>
    <message>
        <source>Zero downtime: nothing blocks for long. Maintenance window: the shortest way, the application may stand.</source>
        <translation>Sin interrupción: nada bloquea mucho tiempo. Ventana de mantenimiento: la vía más corta, la aplicación puede estar parada.</translation>
    </message>
    <message>
        <source>Scale of the timeline</source>
        <translation>Escala de la cronología</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>comprimida</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>lineal</translation>
    </message>
    <message>
        <source>Compressed shows 6 ms and 6 h side by side; linear shows the truth of proportions.</source>
        <translation>Comprimida muestra 6 ms y 6 h lado a lado; lineal muestra las proporciones reales.</translation>
    </message>
    <message>
        <source>&amp;Policy</source>
        <translation>E&amp;strategia</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>&amp;Escala</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>sin elegir</translation>
    </message>
    <message>
        <source>Calibrate…</source>
        <translation>Calibrar…</translation>
    </message>
    <message>
        <source>Click to measure a server, which takes under a minute.</source>
        <translation>Haga clic para medir un servidor, lo que dura menos de un minuto.</translation>
    </message>
    <message>
        <source>Calibrate the estimates: %1</source>
        <translation>Calibrar las estimaciones: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanPage</name>
    <message>
        <source>Run…</source>
        <translation>Ejecutar…</translation>
    </message>
    <message>
        <source>There is no plan yet. Choose what there is (Current) and what is wanted (Target) under Compare; the plan follows by itself.</source>
        <translation>Aún no hay plan. Elija lo que hay (Actual) y lo que se quiere (Destino) en «Comparar»; el plan sale por sí solo.</translation>
    </message>
    <message>
        <source>Choose a database and run the plan on it</source>
        <translation>Elegir una base de datos y ejecutar el plan en ella</translation>
    </message>
    <message numerus="yes">
        <source>%n more stand(s) in the saved plan.</source>
        <translation>
            <numerusform>%n más en el plan guardado.</numerusform>
            <numerusform>%n más en el plan guardado.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) beside the plan need a look.</source>
        <translation>
            <numerusform>Hay %n punto junto al plan que conviene mirar.</numerusform>
            <numerusform>Hay %n puntos junto al plan que conviene mirar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Proving…</source>
        <translation>Probando…</translation>
    </message>
    <message>
        <source>Prove</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Runs plan and rollback on a scratch copy and compares the result</source>
        <translation>Ejecuta el plan y la reversión en una copia desechable y compara el resultado</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>tick and words</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Runs plan and rollback on a scratch copy and compares the result. Click to prove the plan as it stands now.</source>
        <translation>Ejecuta el plan y la reversión en una copia desechable y compara el resultado. Haga clic para probar el plan tal como está ahora.</translation>
    </message>
    <message>
        <source>With rows: %1.</source>
        <translation>Con filas: %1.</translation>
    </message>
    <message>
        <source>about %1 · longest block %2</source>
        <translation>unos %1 · bloqueo más largo %2</translation>
    </message>
    <message>
        <source>All steps together: %1. Reads or writes are held up for about %2 at a time, no longer.</source>
        <translation>Todos los pasos juntos: %1. Las lecturas o escrituras se retienen unos %2 cada vez, no más.</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>&amp;Paso</translation>
    </message>
    <message>
        <source>The plan is made anew.</source>
        <translation>El plan se hace de nuevo.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>About the step or all findings</source>
        <translation>Sobre el paso o todos los hallazgos</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>Este paso</translation>
    </message>
    <message>
        <source>All findings</source>
        <translation>Todos los hallazgos</translation>
    </message>
    <message>
        <source>All findings (%1)</source>
        <translation>Todos los hallazgos (%1)</translation>
    </message>
    <message>
        <source>The plan is being made anew.</source>
        <translation>El plan se está rehaciendo.</translation>
    </message>
    <message>
        <source>What you change meanwhile is applied as soon as it is there.</source>
        <translation>Lo que cambie mientras tanto se aplicará en cuanto esté listo.</translation>
    </message>
    <message>
        <source>What you undid cannot be done again.</source>
        <translation>Lo que deshizo no se puede rehacer.</translation>
    </message>
    <message>
        <source>The steps that it changed are generated differently now. What you did not undo is still there.</source>
        <translation>Los pasos afectados ahora se generan de otra manera. Lo que no deshizo sigue ahí.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::PlanTable</name>
    <message>
        <source>Steps of the plan</source>
        <translation>Pasos del plan</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RehearsalDetail</name>
    <message>
        <source>%1 rows written</source>
        <translation>%1 filas escritas</translation>
    </message>
    <message>
        <source>, %1 of the updates of the table HOT, %2 dead rows left</source>
        <translation>, %1 de las actualizaciones de la tabla HOT, quedan %2 filas muertas</translation>
    </message>
    <message>
        <source>%1 on %2 for %3</source>
        <translation>%1 en %2 durante %3</translation>
    </message>
    <message>
        <source>The database grew by %1.</source>
        <translation>La base de datos creció %1.</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>Previsto: %1</translation>
    </message>
    <message>
        <source>To the end and back</source>
        <translation>Hasta el final y vuelta</translation>
    </message>
    <message>
        <source>To the gate “%1” and back</source>
        <translation>Hasta la aprobación «%1» y vuelta</translation>
    </message>
    <message>
        <source>%1: schema and rows are as before. %2 there, %3 back.</source>
        <translation>%1: esquema y filas están como antes. Ida %2, vuelta %3.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not as it should be.</source>
        <translation>no como debería.</translation>
    </message>
    <message>
        <source>What the rehearsal found</source>
        <translation>Lo que encontró el ensayo</translation>
    </message>
    <message>
        <source>A rehearsal runs the plan with rows and a clock, then its way back from the end and from each gate. It says how long each step takes, how long its locks keep others waiting, and whether schema and rows come back.</source>
        <translation>Un ensayo ejecuta el plan con filas y cronómetro, y después su vuelta atrás desde el final y desde cada aprobación. Dice cuánto tarda cada paso, cuánto tiempo hacen esperar a otros sus bloqueos, y si el esquema y las filas se recuperan.</translation>
    </message>
    <message>
        <source>The ways</source>
        <translation>Los recorridos</translation>
    </message>
    <message>
        <source>Rows that a step does not pass; they were left out</source>
        <translation>Filas que un paso no deja pasar; se omitieron</translation>
    </message>
    <message>
        <source>Not rehearsed</source>
        <translation>Sin ensayar</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RehearsalPage</name>
    <message>
        <source>Save the report…</source>
        <translation>Guardar informe…</translation>
    </message>
    <message>
        <source>Use its rates for the estimates</source>
        <translation>Usar sus tasas en las estimaciones</translation>
    </message>
    <message>
        <source>Stopping, and taking back what was done</source>
        <translation>Deteniendo y revirtiendo lo hecho</translation>
    </message>
    <message>
        <source>Steps of the plan with what the rehearsal measured</source>
        <translation>Pasos del plan con lo que midió el ensayo</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Empezando</translation>
    </message>
    <message>
        <source>The rehearsal was stopped.</source>
        <translation>El ensayo se detuvo.</translation>
    </message>
    <message>
        <source>What it made is gone.</source>
        <translation>Lo que creó ha desaparecido.</translation>
    </message>
    <message>
        <source>The report was saved.</source>
        <translation>El informe se guardó.</translation>
    </message>
    <message>
        <source>The estimates of the plan are made with these rates now.</source>
        <translation>Las estimaciones del plan se hacen ahora con estas tasas.</translation>
    </message>
    <message>
        <source>Of this plan, until the window closes or another side is chosen.</source>
        <translation>Para este plan, hasta que se cierre la ventana o se elija otro lado.</translation>
    </message>
    <message>
        <source>rehearsing</source>
        <translation>ensayando</translation>
    </message>
    <message>
        <source>could not rehearse</source>
        <translation>no se pudo ensayar</translation>
    </message>
    <message>
        <source>not rehearsed yet</source>
        <translation>aún sin ensayar</translation>
    </message>
    <message>
        <source>went well, %1</source>
        <translation>todo fue bien, %1</translation>
    </message>
    <message>
        <source>a step failed</source>
        <translation>un paso falló</translation>
    </message>
    <message>
        <source>not as it should be</source>
        <translation>no como debería</translation>
    </message>
    <message>
        <source>No step had enough work to learn rates from; more rows tell more.</source>
        <translation>Ningún paso tuvo trabajo suficiente para extraer tasas; más filas dicen más.</translation>
    </message>
    <message>
        <source>Estimates go by what was measured here.</source>
        <translation>Las estimaciones siguen lo medido aquí.</translation>
    </message>
    <message>
        <source>%1, on %2, at %3</source>
        <translation>%1, en %2, a las %3</translation>
    </message>
    <message>
        <source>Rehearsing</source>
        <translation>Ensayando</translation>
    </message>
    <message>
        <source>Rehearse the plan</source>
        <translation>Ensayar el plan</translation>
    </message>
    <message>
        <source>With rows and a clock, there and back, before it runs where it matters.</source>
        <translation>Con filas y cronómetro, ida y vuelta, antes de ejecutarlo donde importa.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RehearsalSetup</name>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>Start the rehearsal</source>
        <translation>Iniciar el ensayo</translation>
    </message>
    <message>
        <source>Make up rows</source>
        <translation>Generar filas</translation>
    </message>
    <message>
        <source>Rows in a table that refers to no other</source>
        <translation>Filas en una tabla que no referencia a otra</translation>
    </message>
    <message>
        <source>in each table that refers to no other, five times as many in the others</source>
        <translation>en cada tabla que no referencia a otra, cinco veces más en las demás</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia</translation>
    </message>
    <message>
        <source>Backup by pg_dump</source>
        <translation>Copia hecha con pg_dump</translation>
    </message>
    <message>
        <source>A pg_dump archive, a directory of one, or SQL text with its rows</source>
        <translation>Un archivo de pg_dump, un directorio de pg_dump, o texto SQL con sus filas</translation>
    </message>
    <message>
        <source>Use a database</source>
        <translation>Usar una base de datos</translation>
    </message>
    <message>
        <source>Database that may be changed</source>
        <translation>Base de datos que se puede cambiar</translation>
    </message>
    <message>
        <source>A copy that may be changed: postgresql://user@host/database or service=name</source>
        <translation>Una copia que se pueda cambiar: postgresql://user@host/database o service=name</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Consultando el servidor…</translation>
    </message>
    <message>
        <source>%1 The plan loses for good there: %2.</source>
        <translation>%1 El plan pierde allí definitivamente: %2.</translation>
    </message>
    <message>
        <source>There is no plan to rehearse yet.</source>
        <translation>Aún no hay plan que ensayar.</translation>
    </message>
    <message>
        <source>A rehearsal is going on.</source>
        <translation>Hay un ensayo en curso.</translation>
    </message>
    <message>
        <source>Name the backup.</source>
        <translation>Indique la copia de seguridad.</translation>
    </message>
    <message>
        <source>Name a database that can be reached.</source>
        <translation>Indique una base de datos accesible.</translation>
    </message>
    <message>
        <source>The name of the database is not typed yet.</source>
        <translation>Aún no se ha escrito el nombre de la base de datos.</translation>
    </message>
    <message>
        <source>To confirm, type its name</source>
        <translation>Para confirmar, escriba su nombre</translation>
    </message>
    <message>
        <source>To confirm, type: %1</source>
        <translation>Para confirmar, escriba: %1</translation>
    </message>
    <message>
        <source>It runs on a scratch server of this computer; no database of yours is touched.</source>
        <translation>Se ejecuta en un servidor desechable de este equipo; no se toca ninguna base de datos suya.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RenamesList</name>
    <message>
        <source>Renamed, or dropped and new?</source>
        <translation>¿Renombrado, o eliminado y nuevo?</translation>
    </message>
    <message>
        <source>Until you decide, the old one is kept and the new one is made beside it.</source>
        <translation>Hasta que usted decida, se conserva el antiguo y el nuevo se crea a su lado.</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1 alike: %2</source>
        <translation>%1 de similitud: %2</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Sin decidir</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Renombrado</translation>
    </message>
    <message>
        <source>Dropped and new</source>
        <translation>Eliminado y nuevo</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ReviewHeader</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Opens scripts, or a folder of migrations in the order they run in.</source>
        <translation>Abre scripts, o una carpeta de migraciones en el orden en que se ejecutan.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Looks at what is on the clipboard instead.</source>
        <translation>Examina en su lugar lo que hay en el portapapeles.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Saves the script.</source>
        <translation>Guarda el script.</translation>
    </message>
    <message>
        <source>each file runs in one &amp;transaction</source>
        <translation>cada archivo en una &amp;transacción</translation>
    </message>
    <message>
        <source>Rewrite safely as a plan</source>
        <translation>Reescribir sin riesgo como plan</translation>
    </message>
    <message>
        <source>&amp;Files…</source>
        <translation>&amp;Archivos…</translation>
    </message>
    <message>
        <source>F&amp;older of migrations…</source>
        <translation>&amp;Carpeta de migraciones…</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>&amp;Guardar como…</translation>
    </message>
    <message>
        <source>Script that is shown</source>
        <translation>Script que se muestra</translation>
    </message>
    <message>
        <source>Schema that the script meets</source>
        <translation>Esquema al que se aplica el script</translation>
    </message>
    <message>
        <source>With a schema it is known what is locked and how big it is; a live database tells sizes too. Without one tables are taken as the script writes them.</source>
        <translation>Con un esquema se sabe qué se bloquea y qué tamaño tiene; una base de datos en servicio da también los tamaños. Sin él, las tablas se toman tal como las escribe el script.</translation>
    </message>
    <message>
        <source>Version of PostgreSQL that the script runs on</source>
        <translation>Versión de PostgreSQL en la que se ejecuta el script</translation>
    </message>
    <message>
        <source>as the schema</source>
        <translation>como el esquema</translation>
    </message>
    <message>
        <source>Many migration tools put each file into a transaction of its own.</source>
        <translation>Muchas herramientas de migración ponen cada archivo en una transacción propia.</translation>
    </message>
    <message>
        <source>&amp;Meets</source>
        <translation>S&amp;e aplica a</translation>
    </message>
    <message>
        <source>on Postgre&amp;SQL</source>
        <translation>en Postgre&amp;SQL</translation>
    </message>
    <message>
        <source>no schema: as written</source>
        <translation>sin esquema: como está escrito</translation>
    </message>
    <message>
        <source>Choose the current schema…</source>
        <translation>Elegir el esquema actual…</translation>
    </message>
    <message>
        <source>Works out the schema that the script makes and plans the way there that keeps the application running.</source>
        <translation>Calcula el esquema que resulta del script y planifica el camino hasta él sin que la aplicación deje de funcionar.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ReviewPage</name>
    <message>
        <source>pasted script</source>
        <translation>script pegado</translation>
    </message>
    <message>
        <source>Review of scripts</source>
        <translation>Revisión de scripts</translation>
    </message>
    <message>
        <source>Paste a migration script, drop .sql files here, or open them.
Nothing of it is run: it is read and judged.</source>
        <translation>Pegue un script de migración, suelte aquí archivos .sql, o ábralos.
Nada de ello se ejecuta: se lee y se juzga.</translation>
    </message>
    <message>
        <source>Put the caret into a statement to see what it locks, how long it takes and what to write instead.</source>
        <translation>Ponga el cursor en una sentencia para ver qué bloquea, cuánto tarda y qué escribir en su lugar.</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1, sin guardar</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>leyendo…</translation>
    </message>
    <message>
        <source>Choose what there is (Current) on the Compare page first: a plan leads from there to what the script makes of it.</source>
        <translation>Elija primero lo que hay (Actual) en la página «Comparar»: un plan lleva de ahí a lo que el script hace de ello.</translation>
    </message>
    <message numerus="yes">
        <source>%n script(s) are not saved: %1.</source>
        <translation>
            <numerusform>%n script sin guardar: %1.</numerusform>
            <numerusform>%n scripts sin guardar: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>What was written is lost without that.</source>
        <translation>De lo contrario se pierde lo escrito.</translation>
    </message>
    <message>
        <source>Save them first, or go on without them.</source>
        <translation>Guárdelos primero, o continúe sin ellos.</translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation>Continuar sin ellos</translation>
    </message>
    <message>
        <source>The clipboard holds no text.</source>
        <translation>El portapapeles no contiene texto.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::ReviewSummary</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n advertencia</numerusform>
            <numerusform>%n advertencias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n notas</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>no se encontró nada</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>what was found, and in how many statements</comment>
        <translation>%1 en %2</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n sentencia</numerusform>
            <numerusform>%n sentencias</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · longest block %2</source>
        <translation>%1 · bloqueo más largo %2</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RulesPanel</name>
    <message>
        <source>Owners</source>
        <translation>Propietarios</translation>
    </message>
    <message>
        <source>Privileges, default ones too</source>
        <translation>Privilegios, también los predeterminados</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Comentarios</translation>
    </message>
    <message>
        <source>Tablespaces</source>
        <translation>Tablespaces</translation>
    </message>
    <message>
        <source>Storage parameters</source>
        <translation>Parámetros de almacenamiento</translation>
    </message>
    <message>
        <source>White space in functions</source>
        <translation>Espacios en blanco en funciones</translation>
    </message>
    <message>
        <source>Security labels</source>
        <translation>Etiquetas de seguridad</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>Publicaciones</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Suscripciones</translation>
    </message>
    <message>
        <source>Left aside when comparing</source>
        <translation>Se deja de lado al comparar</translation>
    </message>
    <message>
        <source>Objects like these</source>
        <translation>Objetos como estos</translation>
    </message>
    <message>
        <source>Everything not like these</source>
        <translation>Todo lo que no sea como estos</translation>
    </message>
    <message>
        <source>Nothing is left aside by a rule.</source>
        <translation>Ninguna regla deja nada de lado.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) left aside by rules.</source>
        <translation>
            <numerusform>%n diferencia dejada de lado por reglas.</numerusform>
            <numerusform>%n diferencias dejadas de lado por reglas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunButtons</name>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Detener…</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Revertir…</translation>
    </message>
    <message>
        <source>Finishes the batch and waits. Nothing is lost.</source>
        <translation>Termina el lote y espera. No se pierde nada.</translation>
    </message>
    <message>
        <source>Goes on where the run paused.</source>
        <translation>Continúa donde la ejecución quedó en pausa.</translation>
    </message>
    <message>
        <source>Ends the run after its batch. It can be resumed later from any computer.</source>
        <translation>Termina la ejecución tras su lote. Se puede reanudar más tarde desde cualquier equipo.</translation>
    </message>
    <message>
        <source>Takes every step that was done back, last one first.</source>
        <translation>Revierte cada paso hecho, el último primero.</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>Detener ya</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunPage</name>
    <message>
        <source>finishing what is under way, then pausing</source>
        <translation>terminando lo que está en curso, después pausa</translation>
    </message>
    <message>
        <source>finishing what is under way, then stopping</source>
        <translation>terminando lo que está en curso, después parada</translation>
    </message>
    <message>
        <source>Stop the run? The batch that is on its way is finished; what is done stays done, and the run can be resumed later from any computer.</source>
        <translation>¿Detener la ejecución? El lote en curso se termina; lo hecho, hecho queda, y la ejecución se puede reanudar más tarde desde cualquier equipo.</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>Detener la ejecución</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>Dejar que siga</translation>
    </message>
    <message>
        <source>Roll back? Every step that was done is taken back, last one first. A run that is going on is stopped before.</source>
        <translation>¿Revertir? Se revierte cada paso hecho, el último primero. Una ejecución en curso se detiene antes.</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Dejarlo como está</translation>
    </message>
    <message>
        <source>Cancel its statement</source>
        <translation>Cancelar su sentencia</translation>
    </message>
    <message>
        <source>Disconnect it</source>
        <translation>Desconectarla</translation>
    </message>
    <message>
        <source>Leave it alone</source>
        <translation>No tocarla</translation>
    </message>
    <message>
        <source>The events are saved in %1.</source>
        <translation>Los eventos se han guardado en %1.</translation>
    </message>
    <message>
        <source>Done: the database now has the target schema.</source>
        <translation>Hecho: la base de datos tiene ahora el esquema de destino.</translation>
    </message>
    <message>
        <source>Rolled back: the database has the schema it had before.</source>
        <translation>Revertida: la base de datos tiene el esquema que tenía antes.</translation>
    </message>
    <message>
        <source>The run ended early: %1.</source>
        <translation>La ejecución terminó antes de tiempo: %1.</translation>
    </message>
    <message>
        <source>What is done stays done; the journal knows where to go on.</source>
        <translation>Lo hecho, hecho queda; el diario sabe por dónde seguir.</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Volver al inicio</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>sin empezar</translation>
    </message>
    <message>
        <source>step %1 of %2, %3</source>
        <translation>paso %1 de %2, %3</translation>
    </message>
    <message>
        <source>Put such rows aside…</source>
        <translation>Apartar esas filas…</translation>
    </message>
    <message>
        <source>Accept the change…</source>
        <translation>Aceptar el cambio…</translation>
    </message>
    <message numerus="yes">
        <source>Done, but %n row(s) were put aside and are as they were before.</source>
        <translation>
            <numerusform>Hecho, pero se apartó %n fila, que queda como estaba.</numerusform>
            <numerusform>Hecho, pero se apartaron %n filas, que quedan como estaban.</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct them by hand; the history of runs keeps what is said here.</source>
        <translation>Corríjalas a mano; el historial de ejecuciones guarda lo que se dice aquí.</translation>
    </message>
    <message>
        <source>Resume, and put up to %1 rows aside that cannot be written? They stay as they are, the plan goes on without them, and the journal names each of them. Steps that check every row may fail because of them.</source>
        <translation>¿Reanudar y apartar hasta %1 filas que no se pueden escribir? Quedan como están, el plan sigue sin ellas y el diario nombra cada una. Los pasos que comprueban todas las filas pueden fallar por ellas.</translation>
    </message>
    <message>
        <source>Put them aside and resume</source>
        <translation>Apartarlas y reanudar</translation>
    </message>
    <message>
        <source>Resume with the tables as they are now? %1 The plan was not proved with that change; what it does from here on is your responsibility.</source>
        <translation>¿Reanudar con las tablas como están ahora? %1 El plan no se probó con ese cambio; lo que haga a partir de aquí es responsabilidad suya.</translation>
    </message>
    <message>
        <source>Accept the change and resume</source>
        <translation>Aceptar el cambio y reanudar</translation>
    </message>
    <message>
        <source>Go on from a step…</source>
        <translation>Continuar desde un paso…</translation>
    </message>
    <message>
        <source>What was committed is kept, and nothing more is changed. Press &quot;%1&quot; and say at which step it stands: the run begins if the database looks as it should then.</source>
        <translation>Lo confirmado se conserva y no se cambia nada más. Pulse «%1» e indique en qué paso está: la ejecución comienza si la base de datos está como debe estar entonces.</translation>
    </message>
    <message>
        <source>The rollback ended early: %1.</source>
        <translation>La reversión terminó antes de tiempo: %1.</translation>
    </message>
    <message>
        <source>What is taken back stays so; the journal knows where to go on.</source>
        <translation>Lo revertido, revertido queda; el diario sabe por dónde seguir.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunProgress</name>
    <message>
        <source>WAL is what the whole server wrote meanwhile. HOT updates need no new index entries. Dead rows are those that vacuum has not removed yet.</source>
        <translation>WAL es lo que escribió mientras tanto todo el servidor. Las actualizaciones HOT no necesitan nuevas entradas de índice. Las filas muertas son las que vacuum aún no ha eliminado.</translation>
    </message>
    <message>
        <source>Progress of the step</source>
        <translation>Progreso del paso</translation>
    </message>
    <message>
        <source>No step is running</source>
        <translation>Ningún paso en curso</translation>
    </message>
    <message>
        <source>Estimated %1 (%2)</source>
        <translation>Estimado %1 (%2)</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>desde hace %1</translation>
    </message>
    <message>
        <source>%1 – since %2 (%3)</source>
        <translation>%1 – desde las %2 (%3)</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunSetup</name>
    <message>
        <source>%1 rows</source>
        <translation>%1 filas</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>His&amp;tory…</source>
        <translation>His&amp;torial…</translation>
    </message>
    <message>
        <source>Run the plan on a database</source>
        <translation>Ejecutar el plan en una base de datos</translation>
    </message>
    <message>
        <source>postgresql://user@host/database, service=name, or host=… dbname=…</source>
        <translation>postgresql://user@host/database, service=name, o host=… dbname=…</translation>
    </message>
    <message>
        <source>Database to run on</source>
        <translation>Base de datos en la que ejecutar</translation>
    </message>
    <message>
        <source>The runs that the journal of this database remembers.</source>
        <translation>Las ejecuciones que recuerda el diario de esta base de datos.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Consultando el servidor…</translation>
    </message>
    <message>
        <source>Who may be ended when the run waits for a lock</source>
        <translation>A quién se puede interrumpir cuando la ejecución espera un bloqueo</translation>
    </message>
    <message>
        <source>Nobody, unless I say so then</source>
        <translation>Nadie, salvo que yo lo diga entonces</translation>
    </message>
    <message>
        <source>Autovacuum is canceled, which begins again later</source>
        <translation>Se cancela el autovacuum, que vuelve a empezar más tarde</translation>
    </message>
    <message>
        <source>Also who is idle in a transaction for %1 is disconnected</source>
        <translation>También se desconecta a quien lleve %1 inactivo en una transacción</translation>
    </message>
    <message>
        <source>Also statements of %1 and more are canceled</source>
        <translation>También se cancelan sentencias de %1 o más</translation>
    </message>
    <message>
        <source>Also every session whose transaction is %1 old is disconnected</source>
        <translation>También se desconecta toda sesión cuya transacción tenga %1</translation>
    </message>
    <message>
        <source>Only who keeps the run from a lock at that moment; never replication, superusers, other runs, or a vacuum against wraparound.</source>
        <translation>Solo quien impida en ese momento que la ejecución obtenga un bloqueo; nunca la replicación, superusuarios, otras ejecuciones ni un vacuum contra el wraparound.</translation>
    </message>
    <message>
        <source>Who may be en&amp;ded when the run waits for a lock</source>
        <translation>A quién se pue&amp;de interrumpir cuando la ejecución espera un bloqueo</translation>
    </message>
    <message>
        <source>Backfills</source>
        <translation>Backfills</translation>
    </message>
    <message>
        <source>Step %1, %2</source>
        <translation>Paso %1, %2</translation>
    </message>
    <message>
        <source>What may be lost for good</source>
        <translation>Lo que puede perderse definitivamente</translation>
    </message>
    <message>
        <source>The run stops before a step that is not ticked and asks.</source>
        <translation>La ejecución se detiene antes de un paso no marcado y pregunta.</translation>
    </message>
    <message>
        <source>There is no plan to run yet.</source>
        <translation>Aún no hay plan que ejecutar.</translation>
    </message>
    <message>
        <source>The plan is not proved as it stands. Prove it on the Plan page first.</source>
        <translation>El plan no está probado tal como está. Pruébelo primero en la página «Plan».</translation>
    </message>
    <message>
        <source>Name a database that can be reached.</source>
        <translation>Indique una base de datos accesible.</translation>
    </message>
    <message>
        <source>Another Lockstep is running a plan on this database now.</source>
        <translation>Otro Lockstep está ejecutando ahora un plan en esta base de datos.</translation>
    </message>
    <message>
        <source>The unfinished run has to be resumed or rolled back first.</source>
        <translation>Primero hay que reanudar o revertir la ejecución sin terminar.</translation>
    </message>
    <message>
        <source>The name of the database is not typed yet.</source>
        <translation>Aún no se ha escrito el nombre de la base de datos.</translation>
    </message>
    <message>
        <source>To confirm, type the name of the database</source>
        <translation>Para confirmar, escriba el nombre de la base de datos</translation>
    </message>
    <message>
        <source>To confirm, type the name of the database: %1</source>
        <translation>Para confirmar, escriba el nombre de la base de datos: %1</translation>
    </message>
    <message>
        <source>Run on %1</source>
        <translation>Ejecutar en %1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s). %1.</source>
        <translation>
            <numerusform>%n paso. %1.</numerusform>
            <numerusform>%n pasos. %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rollback that was begun has to be finished first.</source>
        <translation>Primero hay que terminar la reversión que se empezó.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::RunView</name>
    <message>
        <source>Confirm: %1</source>
        <translation>Confirmar: %1</translation>
    </message>
    <message>
        <source>Confirm all of this</source>
        <translation>Confirmar todo esto</translation>
    </message>
    <message>
        <source>Rows per second</source>
        <translation>Filas por segundo</translation>
    </message>
    <message>
        <source>Transaction time, ms</source>
        <translation>Tiempo de transacción, ms</translation>
    </message>
    <message>
        <source>Sessions waiting on us</source>
        <translation>Sesiones que nos esperan</translation>
    </message>
    <message>
        <source>Replica behind, s</source>
        <translation>Retraso de réplica, s</translation>
    </message>
    <message>
        <source>aim %1 ms</source>
        <translation>objetivo %1 ms</translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation>Pasos de la ejecución</translation>
    </message>
    <message>
        <source>Events of the run, newest first</source>
        <translation>Eventos de la ejecución, los más recientes primero</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Save even&amp;ts…</source>
        <translation>&amp;Guardar eventos…</translation>
    </message>
    <message>
        <source>What is listed here, as JSON lines or CSV.</source>
        <translation>Lo que aparece aquí, como líneas JSON o CSV.</translation>
    </message>
    <message>
        <source>as %1 · pid %2 · run %3</source>
        <translation>como %1 · PID %2 · ejecución %3</translation>
    </message>
    <message>
        <source>Run %1 resumed by %2.</source>
        <translation>Ejecución %1 reanudada por %2.</translation>
    </message>
    <message>
        <source>Run %1 started by %2.</source>
        <translation>Ejecución %1 iniciada por %2.</translation>
    </message>
    <message>
        <source>Step %1, %2: %3 in %4.</source>
        <translation>Paso %1, %2: %3 en %4.</translation>
    </message>
    <message>
        <source>now %1, best %2</source>
        <translation>ahora %1, mejor %2</translation>
    </message>
    <message>
        <source>most %1</source>
        <translation>máx. %1</translation>
    </message>
    <message>
        <source>now %1, most %2</source>
        <translation>ahora %1, máx. %2</translation>
    </message>
    <message>
        <source>The run waits for you: %1</source>
        <translation>La ejecución le espera: %1</translation>
    </message>
    <message>
        <source>The next step loses data for good: %1</source>
        <translation>El siguiente paso pierde datos definitivamente: %1</translation>
    </message>
    <message>
        <source>Allow it</source>
        <translation>Permitirlo</translation>
    </message>
    <message>
        <source>Running on %1</source>
        <translation>Ejecutando en %1</translation>
    </message>
    <message>
        <source>Ran on %1</source>
        <translation>Ejecutado en %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>everything left: %1</source>
        <translation>queda en total: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::SourcePicker</name>
    <message>
        <source>File…</source>
        <translation>Archivo…</translation>
    </message>
    <message>
        <source>Opens a .sql file, an archive or a snapshot.</source>
        <translation>Abre un archivo .sql, un archivo de respaldo o una instantánea.</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>Servidor…</translation>
    </message>
    <message>
        <source>Connects to a live database.</source>
        <translation>Se conecta a una base de datos en servicio.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Recargar</translation>
    </message>
    <message>
        <source>Reads it again.</source>
        <translation>Lo vuelve a leer.</translation>
    </message>
    <message>
        <source>Nothing chosen yet.</source>
        <translation>Aún no se ha elegido nada.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Línea %1: %2</translation>
    </message>
    <message>
        <source>Choose a schema</source>
        <translation>Elegir un esquema</translation>
    </message>
    <message>
        <source>Schemas (*.sql *.dump *.backup *.json *.prisma)</source>
        <translation>Esquemas (*.sql *.dump *.backup *.json *.prisma)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Known connections</source>
        <translation>Conexiones conocidas</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Otro servidor</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::SqlEditor</name>
    <message>
        <source>SQL of the step</source>
        <translation>SQL del paso</translation>
    </message>
    <message>
        <source>&amp;Undo typing</source>
        <translation>&amp;Deshacer escritura</translation>
    </message>
    <message>
        <source>&amp;Redo typing</source>
        <translation>&amp;Rehacer escritura</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Cor&amp;tar</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Se&amp;leccionar todo</translation>
    </message>
    <message>
        <source>Co&amp;mplete the word</source>
        <translation>Co&amp;mpletar la palabra</translation>
    </message>
    <message>
        <source>Comment &amp;in or out</source>
        <translation>C&amp;omentar o descomentar</translation>
    </message>
    <message>
        <source>&amp;Lay out for reading</source>
        <translation>Dar &amp;formato</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Buscar…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Buscar &amp;siguiente</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Buscar a&amp;nterior</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>R&amp;eemplazar…</translation>
    </message>
    <message>
        <source>&amp;Go to line…</source>
        <translation>&amp;Ir a la línea…</translation>
    </message>
    <message>
        <source>SQL of the script</source>
        <translation>SQL del script</translation>
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
        <translation>Etapas del trabajo</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Ensayar</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>sin empezar</translation>
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
        <translation>Entorno: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StaleList</name>
    <message>
        <source>Rename of %1</source>
        <translation>Cambio de nombre de %1</translation>
    </message>
    <message>
        <source>Drop of %1</source>
        <translation>Eliminación de %1</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Omitido: %1</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>Conservado: %1</translation>
    </message>
    <message>
        <source>Parked: %1</source>
        <translation>Aparcado: %1</translation>
    </message>
    <message>
        <source>Decision about %1</source>
        <translation>Decisión sobre %1</translation>
    </message>
    <message>
        <source>Not there any more</source>
        <translation>Ya no está</translation>
    </message>
    <message>
        <source>Forget these decisions</source>
        <translation>Olvidar estas decisiones</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StatementPanel</name>
    <message>
        <source>Write this instead</source>
        <translation>Escribir esto en su lugar</translation>
    </message>
    <message>
        <source>Ignore here</source>
        <translation>Ignorar aquí</translation>
    </message>
    <message>
        <source>Puts a comment over the statement that takes this finding back.</source>
        <translation>Pone sobre la sentencia un comentario que anula este hallazgo.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copies the statements.</source>
        <translation>Copia las sentencias.</translation>
    </message>
    <message>
        <source>Replace in script</source>
        <translation>Reemplazar en el script</translation>
    </message>
    <message>
        <source>Puts them in place of the statement; Undo takes that back.</source>
        <translation>Las pone en lugar de la sentencia; «Deshacer» lo revierte.</translation>
    </message>
    <message>
        <source>About the selected statement</source>
        <translation>Sobre la sentencia seleccionada</translation>
    </message>
    <message>
        <source>Ignore %1 here</source>
        <translation>Ignorar %1 aquí</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Bloqueos</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignorado</translation>
    </message>
    <message>
        <source>Line %1, %2</source>
        <translation>Línea %1, %2</translation>
    </message>
    <message>
        <source>not known: this statement could not be read</source>
        <translation>desconocido: esta sentencia no se pudo leer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Nobody waits: what is locked strongly is new, others do not know it.</source>
        <translation>Nadie espera: lo que se bloquea con fuerza es nuevo y otros no lo conocen.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (%2), %3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; (%2), %3</translation>
    </message>
    <message>
        <source>in a transaction of its own</source>
        <translation>en una transacción propia</translation>
    </message>
    <message>
        <source>outside of a transaction</source>
        <translation>fuera de una transacción</translation>
    </message>
    <message>
        <source>in the transaction that is open; its locks stay until that ends</source>
        <translation>en la transacción abierta; sus bloqueos duran hasta que esta termine</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>rule and the reason to ignore it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Write this instead, outside the transaction</source>
        <translation>Escribir esto en su lugar, fuera de la transacción</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepActions</name>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Subir</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Bajar</translation>
    </message>
    <message>
        <source>&amp;Switch off</source>
        <translation>&amp;Desactivar</translation>
    </message>
    <message>
        <source>Switch off with &amp;all that need it</source>
        <translation>Desactivar con &amp;todos los que lo necesitan</translation>
    </message>
    <message>
        <source>&amp;Join with the next step</source>
        <translation>&amp;Unir con el paso siguiente</translation>
    </message>
    <message>
        <source>Insert own S&amp;QL after it</source>
        <translation>Insertar S&amp;QL propio después</translation>
    </message>
    <message>
        <source>Insert a &amp;gate after it</source>
        <translation>Insertar una a&amp;probación después</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>S&amp;plit before</source>
        <translation>Di&amp;vidir antes de</translation>
    </message>
    <message>
        <source>&amp;Switch on</source>
        <translation>&amp;Activar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number and text of a statement</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>“%1” cannot be moved there.</source>
        <translation>«%1» no se puede mover ahí.</translation>
    </message>
    <message>
        <source>Look at the database, and go on when it is well.</source>
        <translation>Mire la base de datos y continúe si todo va bien.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepEditor</name>
    <message>
        <source>Revert</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Part of the step</source>
        <translation>Parte del paso</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>Reversión</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Go back to the SQL that was generated for this step</source>
        <translation>Volver al SQL generado para este paso</translation>
    </message>
    <message>
        <source>no step selected</source>
        <translation>ningún paso seleccionado</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>paso %1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editado</translation>
    </message>
    <message>
        <source>generated · not edited</source>
        <translation>generado · sin editar</translation>
    </message>
    <message>
        <source>edited · cannot be taken as it is</source>
        <translation>editado · no se puede usar así</translation>
    </message>
    <message>
        <source>edited · not analysed</source>
        <translation>editado · sin analizar</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>step number and its state</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>switched off: it does not run</source>
        <translation>desactivado: no se ejecuta</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>suyo</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepIntents</name>
    <message>
        <source>%1 is renamed to %2</source>
        <translation>%1 pasa a llamarse %2</translation>
    </message>
    <message>
        <source>Fill %1 with…</source>
        <translation>Rellenar %1 con…</translation>
    </message>
    <message>
        <source>Change %1 in a window: it may block</source>
        <translation>Cambiar %1 en una ventana: puede bloquear</translation>
    </message>
    <message>
        <source>Change %1 without downtime again</source>
        <translation>Volver a cambiar %1 sin interrupción</translation>
    </message>
    <message>
        <source>Park %1 instead of dropping it</source>
        <translation>Aparcar %1 en lugar de eliminarlo</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>Conservar %1</translation>
    </message>
    <message>
        <source>%1 becomes %2 from now on.</source>
        <translation>%1 pasa a ser %2 a partir de ahora.</translation>
    </message>
    <message>
        <source>%1 is filled with another value.</source>
        <translation>%1 se rellena con otro valor.</translation>
    </message>
    <message>
        <source>%1 is changed in a window.</source>
        <translation>%1 se cambia en una ventana de mantenimiento.</translation>
    </message>
    <message>
        <source>%1 is changed without downtime.</source>
        <translation>%1 se cambia sin interrupción.</translation>
    </message>
    <message>
        <source>%1 is parked instead of being dropped.</source>
        <translation>%1 se aparca en lugar de eliminarse.</translation>
    </message>
    <message>
        <source>%1 is kept.</source>
        <translation>%1 se conserva.</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expresión</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Usar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Fill %1 with</source>
        <translation>Rellenar %1 con</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::StepText</name>
    <message>
        <source>There is no way back: %1</source>
        <translation>No hay vuelta atrás: %1</translation>
    </message>
    <message>
        <source>-- expects %1</source>
        <translation>-- espera %1</translation>
    </message>
    <message>
        <source>a gate runs no SQL</source>
        <translation>una aprobación no ejecuta SQL</translation>
    </message>
    <message>
        <source>a verification runs only what is under Verify</source>
        <translation>una verificación ejecuta solo lo que hay en «Verificar»</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineCanvas</name>
    <message>
        <source>Timeline of the plan</source>
        <translation>Cronología del plan</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineColumns</name>
    <message>
        <source>Phase: %1</source>
        <translation>Fase: %1</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineLegend</name>
    <message>
        <source>Legend: green blocks nothing; blue with dots blocks other schema changes and vacuum; amber with stripes blocks writes; red with crossed stripes blocks reads and writes. The band at the left edge is the phase.</source>
        <translation>Leyenda: verde no bloquea nada; azul con puntos bloquea otros cambios de esquema y vacuum; ámbar con franjas bloquea escrituras; rojo con franjas cruzadas bloquea lecturas y escrituras. La banda del borde izquierdo es la fase.</translation>
    </message>
    <message>
        <source>likely range</source>
        <translation>rango probable</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>aprobación</translation>
    </message>
    <message>
        <source>must come after</source>
        <translation>debe ir después</translation>
    </message>
    <message>
        <source>Ctrl+wheel zooms · F fits · Esc clears</source>
        <translation>Ctrl+rueda amplía · F ajusta · Esc deselecciona</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineMinimap</name>
    <message>
        <source>The whole plan</source>
        <translation>Todo el plan</translation>
    </message>
    <message>
        <source>Drag the window to what you want to see; drag its sides to see more or less.</source>
        <translation>Arrastre la ventana hasta lo que quiera ver; arrastre sus lados para ver más o menos.</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelinePicture</name>
    <message>
        <source>The plan is too long for a PNG picture.</source>
        <translation>El plan es demasiado largo para una imagen PNG.</translation>
    </message>
    <message>
        <source>Save it as SVG, which has no limit.</source>
        <translation>Guárdelo como SVG, que no tiene límite.</translation>
    </message>
    <message>
        <source>Timeline of the plan</source>
        <translation>Cronología del plan</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineRuler</name>
    <message>
        <source>Time since the start of the plan, estimated</source>
        <translation>Tiempo desde el inicio del plan, estimado</translation>
    </message>
    <message>
        <source>The estimated time of everything up to that point</source>
        <translation>El tiempo estimado de todo hasta ese punto</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::TimelineView</name>
    <message>
        <source>&amp;Timeline</source>
        <translation>Cronolo&amp;gía</translation>
    </message>
    <message>
        <source>By table</source>
        <translation>Por tabla</translation>
    </message>
    <message>
        <source>Puts the steps of a table together; the time of each stays what it is.</source>
        <translation>Agrupa los pasos de una tabla; el tiempo de cada uno no cambia.</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Shows all of the time (F).</source>
        <translation>Muestra todo el tiempo (F).</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>To what was in sight before (Backspace or Alt+Left).</source>
        <translation>A lo que se veía antes (Retroceso o Alt+Izquierda).</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Shows less of the time (+).</source>
        <translation>Muestra menos tiempo (+).</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Shows more of the time (-).</source>
        <translation>Muestra más tiempo (-).</translation>
    </message>
</context>
<context>
    <name>lockstep::widgets::UnusualStart</name>
    <message>
        <source>Direct connection, without the pooler</source>
        <translation>Conexión directa, sin el pooler</translation>
    </message>
    <message>
        <source>postgresql://user@host:5432/database of the server itself</source>
        <translation>postgresql://user@host:5432/base del propio servidor</translation>
    </message>
    <message>
        <source>The whole run goes there. It has to be the same database, not another one.</source>
        <translation>Toda la ejecución va por ahí. Tiene que ser la misma base de datos, no otra.</translation>
    </message>
    <message>
        <source>The step to go on from</source>
        <translation>El paso desde el que continuar</translation>
    </message>
    <message>
        <source>The run begins only if the tables, columns, indexes and constraints of the database agree with that.</source>
        <translation>La ejecución solo comienza si las tablas, columnas, índices y restricciones de la base de datos concuerdan con ello.</translation>
    </message>
    <message>
        <source>&amp;Direct connection, without the pooler: a run needs it, unless the pool is in session mode</source>
        <translation>Conexión &amp;directa, sin el pooler: la ejecución la necesita, salvo que el pool esté en modo de sesión</translation>
    </message>
    <message>
        <source>The journal is gone. &amp;Go on from this step; what comes before it is done</source>
        <translation>El diario ya no está. &amp;Continuar desde este paso; lo anterior está hecho</translation>
    </message>
    <message>
        <source>None: it has not begun</source>
        <translation>Ninguno: no ha comenzado</translation>
    </message>
    <message>
        <source>Step %1, %2</source>
        <translation>Paso %1, %2</translation>
    </message>
</context>
</TS>
