#include "check.h"

#include "../amounts.h"
#include "../schemastate.h"

#include <model/sql/parser.h>
#include <model/sql/tokens.h>

#include <QSet>

#include <algorithm>

namespace lockstep::analysis {

namespace {

bool sharesRelation(const plan::Step &a, const plan::Step &b)
{
    return std::any_of(a.relations.cbegin(), a.relations.cend(),
                       [&b](const QString &relation) { return b.relations.contains(relation); });
}

/// The columns of its table that a backfill writes, raw names; nothing where that cannot be told.
std::optional<QStringList> writtenColumns(const plan::BackfillSpec &fill)
{
    if (!fill.into.name.isEmpty())
        return std::nullopt;
    const auto statement = sql::parse(QStringLiteral("UPDATE t SET ") + fill.set);
    const auto *update = statement.has_value() ? statement->as<sql::Update>() : nullptr;
    if (!update || update->columns.isEmpty())
        return std::nullopt;
    return update->columns;
}

/// As far as names tell: a column of the same name elsewhere counts, too.
bool namesOneOf(const QString &query, const QStringList &columns)
{
    const QVector<sql::Token> tokens = sql::tokenize(query);
    return std::any_of(tokens.cbegin(), tokens.cend(), [&](const sql::Token &token) {
        if (token.kind == sql::TokenKind::Word)
            return columns.contains(token.word);
        return token.kind == sql::TokenKind::QuotedName
               && columns.contains(query.mid(token.begin + 1, token.end - token.begin - 2)
                                       .replace(QLatin1String("\"\""), QLatin1String("\"")));
    });
}

/// A backfill before it may be what makes the rows as the query wants them, where it writes what the query
/// looks at.
bool isFilledBefore(const plan::Plan &plan, qsizetype index, const QString &query)
{
    const plan::Step &step = plan.steps.at(index);
    return std::any_of(plan.steps.cbegin(), plan.steps.cbegin() + index, [&](const plan::Step &before) {
        if (before.kind != plan::StepKind::Backfill || !sharesRelation(before, step))
            return false;
        const auto columns = before.backfill ? writtenColumns(*before.backfill) : std::nullopt;
        return !columns || namesOneOf(query, *columns);
    });
}

} // namespace

QVector<DataQuestion> dataQuestions(const plan::Plan &plan)
{
    QVector<DataQuestion> questions;
    for (qsizetype i = 0; i < plan.steps.size(); ++i) {
        const plan::Step &step = plan.steps.at(i);
        int number = 0;
        for (const plan::Verification &verification : step.verify) {
            if (step.kind != plan::StepKind::Verify && verification.sample.isEmpty())
                continue;
            const QString suffix = ++number > 1 ? QStringLiteral("-%1").arg(number) : QString();
            questions.append({ QStringLiteral("data-") + step.id + suffix, step.id, step.title,
                               verification.sql, verification.expect, verification.sample,
                               isFilledBefore(plan, i, verification.sql) });
        }
    }
    return questions;
}

namespace checks {

namespace {

/// The query looks at what the plan only makes.
bool isForLater(const schema::CheckReading &reading)
{
    static const QStringList states{ QStringLiteral("42P01"), QStringLiteral("42703"),
                                     QStringLiteral("42883"), QStringLiteral("42704") };
    return states.contains(reading.sqlstate);
}

CheckItem dataItem(const DataQuestion &question, const schema::CheckReading &reading,
                   const schema::CheckReading &sample)
{
    CheckItem item;
    item.id = question.id;
    item.title = question.title;
    item.query = reading.sql;
    item.columns = reading.columns;
    item.rows = reading.rows;
    if (!reading.isKnown()) {
        item.verdict = CheckVerdict::NotKnown;
        item.consequence = reading.unknown;
        item.advice = QStringLiteral("Step %1 asks again during the run.").arg(question.step);
        return item;
    }
    const QString found = reading.rows.value(0).value(0);
    if (found == question.expect) {
        item.consequence = QStringLiteral("The rows are as step %1 wants them.").arg(question.step);
        return item;
    }
    if (sample.isKnown() && !sample.rows.isEmpty()) {
        item.query += QStringLiteral(";\n") + sample.sql;
        item.columns = sample.columns;
        item.rows = sample.rows;
    }
    if (question.isFilledBefore) {
        item.consequence =
            QStringLiteral("The query gives %1 now and must give %2 at step %3; a backfill before it "
                           "works on these rows.")
                .arg(found, question.expect, question.step);
        return item;
    }
    item.verdict = CheckVerdict::Stop;
    item.consequence = QStringLiteral("The query gives %1 and must give %2: step %3 would stop the run.")
                           .arg(found, question.expect, question.step);
    item.advice = QStringLiteral("Mend the rows that the query finds before the plan runs.");
    return item;
}

CheckItem laterItem(const QStringList &steps)
{
    CheckItem item;
    item.id = QStringLiteral("data-later");
    item.title = QStringLiteral("Questions about rows that only the run can ask");
    item.consequence =
        QStringLiteral("%1 look at what the plan itself makes; the run asks them when they are due.")
            .arg(steps.size() == 1 ? QStringLiteral("The queries of step %1").arg(steps.first())
                                   : QStringLiteral("The queries of steps %1").arg(someOf(steps)));
    return item;
}

} // namespace

QVector<CheckItem> dataItems(const CheckInput &input)
{
    QVector<CheckItem> items;
    QStringList later;
    for (const DataQuestion &question : dataQuestions(input.plan)) {
        const auto reading = input.readings.constFind(question.id);
        if (reading == input.readings.cend())
            continue;
        if (isForLater(*reading)) {
            if (!later.contains(question.step))
                later.append(question.step);
            continue;
        }
        items.append(
            dataItem(question, *reading, input.readings.value(question.id + QStringLiteral("-sample"))));
    }
    if (!later.isEmpty())
        items.append(laterItem(later));
    return items;
}

namespace {

/// "pid 4711 (user web), active, for 12 s": sessions that wait for relations which the plan locks.
QStringList waitingFor(const BlastRadius &blast, const schema::Activity &activity)
{
    QSet<QString> relations;
    for (const Pressure &one : blast.pressures)
        relations.unite({ one.relation, one.table });
    QStringList result;
    for (const schema::SessionActivity &session : activity.sessions) {
        const bool waits =
            std::any_of(session.locks.begin(), session.locks.end(), [&](const schema::HeldLock &lock) {
                return !lock.granted && relations.contains(display(lock.relation));
            });
        if (waits)
            result.append(sessionWords(session));
    }
    return result;
}

} // namespace

CheckItem traffic(const CheckInput &input, const BlastRadius &blast)
{
    CheckItem item;
    item.id = QStringLiteral("traffic");
    item.title = QStringLiteral("Traffic that would wait");
    if (!input.activity) {
        item.verdict = CheckVerdict::NotKnown;
        item.consequence = input.whyNoActivity;
        return item;
    }
    item.columns = { QStringLiteral("step"),    QStringLiteral("relation"),  QStringLiteral("lock"),
                     QStringLiteral("reads/s"), QStringLiteral("writes/s"),  QStringLiteral("held_ms"),
                     QStringLiteral("held_up"), QStringLiteral("statements") };
    for (const Pressure &one : blast.pressures)
        item.rows.append({ one.step, one.relation, plan::name(one.mode), countWords(one.readsPerSecond),
                           countWords(one.writesPerSecond), QString::number(one.holdMs),
                           countWords(one.heldUp), QString::number(one.statements.size()) });
    constexpr qint64 feltMs = 1000;
    const QStringList waiting = waitingFor(blast, *input.activity);
    const int worst = blast.worst();
    if (!waiting.isEmpty()) {
        item.verdict = CheckVerdict::Attention;
        item.consequence =
            QStringLiteral("Who wants to use what the plan locks waits for somebody already, so what was "
                           "seen is less than usual: %1.")
                .arg(waiting.join(QStringLiteral("; ")));
        item.advice = QStringLiteral("Find out who holds them up, and check again when they go on.");
    } else if (worst < 0) {
        item.consequence =
            blast.pressures.isEmpty()
                ? QStringLiteral("No step keeps reads or writes of an existing relation waiting.")
                : QStringLiteral("Nobody used the relations that the plan locks while it was watched.");
    } else {
        const Pressure &one = blast.pressures.at(worst);
        item.consequence = QStringLiteral("The most is at step %1. %2").arg(one.step, one.text);
        const bool isWindow = input.plan.policy == plan::Policy::Window;
        if (one.connectionsGoneMs >= 0 && one.connectionsGoneMs < double(one.holdMs) && !isWindow)
            item.verdict = CheckVerdict::Stop;
        else if (one.holdMs >= feltMs)
            item.verdict = CheckVerdict::Attention;
        if (item.verdict != CheckVerdict::Ok)
            item.advice = QStringLiteral(
                "Choose the zero-downtime way for this step, or run it when there is less traffic.");
    }
    for (const QString &note : blast.notes)
        item.consequence += QLatin1Char(' ') + note;
    return item;
}

} // namespace checks

} // namespace lockstep::analysis
