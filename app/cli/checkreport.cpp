#include "checkreport.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lockstep::cli {

namespace {

using namespace analysis;

constexpr int shownRows = 10;
constexpr int shownStatements = 5;

QString shortened(const QString &text, int length)
{
    const QString flat = text.simplified();
    return flat.size() > length ? flat.left(length - 1) + QChar(0x2026) : flat;
}

QString rowsText(const CheckItem &item)
{
    QString text;
    for (const QStringList &row : item.rows.mid(0, shownRows)) {
        QStringList cells;
        for (int i = 0; i < row.size(); ++i) {
            if (!row.at(i).isEmpty())
                cells.append(item.columns.value(i) + QLatin1Char('=') + shortened(row.at(i), 60));
        }
        text += QStringLiteral("      ") + cells.join(QStringLiteral("  ")) + QLatin1Char('\n');
    }
    if (item.rows.size() > shownRows)
        text += QStringLiteral("      and %1 more\n").arg(item.rows.size() - shownRows);
    return text;
}

/// Several steps wait for the same session alike; the first tells of all.
QString queuesText(const QVector<QueueAhead> &queues)
{
    QStringList texts;
    QHash<QString, QStringList> steps;
    for (const QueueAhead &queue : queues) {
        const QString who = QString::number(queue.session.pid) + queue.session.preparedName + QLatin1Char('/')
                            + queue.relation;
        if (!steps.contains(who))
            texts.append(who + QLatin1Char('\n') + queue.text);
        steps[who].append(queue.step);
    }
    QString result;
    for (const QString &text : std::as_const(texts))
        result += QStringLiteral("  %1: %2\n")
                      .arg(steps.value(text.section(QLatin1Char('\n'), 0, 0)).join(QStringLiteral(", ")),
                           text.section(QLatin1Char('\n'), 1));
    return result;
}

QString blastText(const BlastRadius &blast)
{
    QString text;
    int quiet = 0;
    for (const Pressure &pressure : blast.pressures) {
        constexpr double worthALine = 0.5;
        if (pressure.heldUpHigh < worthALine && pressure.statements.isEmpty()) {
            ++quiet;
            continue;
        }
        text += QStringLiteral("  %1: %2\n").arg(pressure.step, pressure.text);
        for (const ConcernedStatement &statement : pressure.statements.mid(0, shownStatements))
            text += QStringLiteral("      %1/s, %2 ms: %3\n")
                        .arg(statement.callsPerSecond, 0, 'f', 1)
                        .arg(statement.meanMs, 0, 'f', 1)
                        .arg(shortened(statement.text, 90));
    }
    if (quiet > 0)
        text += QStringLiteral("  %1 more locks that nobody was seen to wait for.\n").arg(quiet);
    return text + queuesText(blast.queues);
}

QJsonObject itemJson(const CheckItem &item)
{
    QJsonArray rows;
    for (const QStringList &row : item.rows) {
        QJsonObject object;
        for (int i = 0; i < row.size(); ++i)
            object.insert(item.columns.value(i), row.at(i));
        rows.append(object);
    }
    return { { QStringLiteral("id"), item.id },
             { QStringLiteral("title"), item.title },
             { QStringLiteral("verdict"), name(item.verdict) },
             { QStringLiteral("consequence"), item.consequence },
             { QStringLiteral("advice"), item.advice },
             { QStringLiteral("query"), item.query },
             { QStringLiteral("rows"), rows } };
}

QJsonObject pressureJson(const Pressure &pressure)
{
    QJsonArray statements;
    for (const ConcernedStatement &one : pressure.statements)
        statements.append(QJsonObject{ { QStringLiteral("sql"), one.text },
                                       { QStringLiteral("user"), one.user },
                                       { QStringLiteral("per_second"), one.callsPerSecond },
                                       { QStringLiteral("mean_ms"), one.meanMs },
                                       { QStringLiteral("writes"), one.writes } });
    return { { QStringLiteral("step"), pressure.step },
             { QStringLiteral("relation"), pressure.relation },
             { QStringLiteral("table"), pressure.table },
             { QStringLiteral("mode"), plan::name(pressure.mode) },
             { QStringLiteral("reads_wait"), pressure.readsWait },
             { QStringLiteral("writes_wait"), pressure.writesWait },
             { QStringLiteral("reads_per_second"), pressure.readsPerSecond },
             { QStringLiteral("writes_per_second"), pressure.writesPerSecond },
             { QStringLiteral("statements_per_second"), pressure.statementsPerSecond },
             { QStringLiteral("hold_ms"), pressure.holdMs },
             { QStringLiteral("hold_high_ms"), pressure.holdHighMs },
             { QStringLiteral("held_up"), pressure.heldUp },
             { QStringLiteral("held_up_high"), pressure.heldUpHigh },
             { QStringLiteral("connections_gone_ms"), pressure.connectionsGoneMs },
             { QStringLiteral("text"), pressure.text },
             { QStringLiteral("statements"), statements } };
}

QJsonObject queueJson(const QueueAhead &queue)
{
    return { { QStringLiteral("step"), queue.step },
             { QStringLiteral("relation"), queue.relation },
             { QStringLiteral("pid"), queue.session.pid },
             { QStringLiteral("user"), queue.session.user },
             { QStringLiteral("application"), queue.session.application },
             { QStringLiteral("state"), queue.session.state },
             { QStringLiteral("prepared"), queue.session.preparedName },
             { QStringLiteral("seconds"), queue.session.transactionSeconds },
             { QStringLiteral("wait_ms"), queue.waitMs },
             { QStringLiteral("text"), queue.text } };
}

} // namespace

QString itemText(const CheckItem &item)
{
    QString text =
        QStringLiteral("%1  %2: %3\n").arg(name(item.verdict).leftJustified(9), item.title, item.consequence);
    if (!item.advice.isEmpty())
        text += QStringLiteral("      What to do: %1\n").arg(item.advice);
    return text;
}

QString checklistText(const Checklist &list)
{
    QString text = QStringLiteral("%1, PostgreSQL %2, %3\n\n")
                       .arg(list.database, list.serverVersion, list.takenAt.toString(Qt::ISODate));
    for (const CheckVerdict verdict :
         { CheckVerdict::Stop, CheckVerdict::Attention, CheckVerdict::NotKnown, CheckVerdict::Ok }) {
        for (const CheckItem *item : list.at(verdict)) {
            text += itemText(*item);
            if (verdict != CheckVerdict::Ok)
                text += rowsText(*item);
        }
    }
    const QString blast = blastText(list.blast);
    if (!blast.isEmpty())
        text += QStringLiteral("\nWho would wait:\n") + blast;
    return text;
}

QByteArray checklistJson(const Checklist &list)
{
    QJsonArray items;
    for (const CheckItem &item : list.items)
        items.append(itemJson(item));
    QJsonArray pressures;
    for (const Pressure &pressure : list.blast.pressures)
        pressures.append(pressureJson(pressure));
    QJsonArray queues;
    for (const QueueAhead &queue : list.blast.queues)
        queues.append(queueJson(queue));
    return QJsonDocument(
               QJsonObject{ { QStringLiteral("database"), list.database },
                            { QStringLiteral("server_version"), list.serverVersion },
                            { QStringLiteral("taken_at"), list.takenAt.toString(Qt::ISODate) },
                            { QStringLiteral("worst"), name(list.worst()) },
                            { QStringLiteral("items"), items },
                            { QStringLiteral("blast_radius"), pressures },
                            { QStringLiteral("queues"), queues },
                            { QStringLiteral("notes"), QJsonArray::fromStringList(list.blast.notes) } })
        .toJson();
}

} // namespace lockstep::cli
