#include "stepnumbers.h"

#include <QRegularExpression>

namespace lockstep::items {

namespace {

/// "s07", "s07b" and "own1" as words of their own.
const QString stepIdShape = QStringLiteral("(?<![\\w.\"'$:/-])[a-z]+[0-9]+[a-z]*(?![\\w\"(/-]|\\.\\w)");

bool joinsSteps(QStringView between)
{
    return between == QLatin1String(", ") || between == QLatin1String(" and ");
}

bool endsWithTheWord(const QString &text)
{
    return text.endsWith(QLatin1String("step "), Qt::CaseInsensitive)
           || text.endsWith(QLatin1String("steps "), Qt::CaseInsensitive);
}

bool beginsSentence(const QString &before)
{
    return before.trimmed().isEmpty() || before.endsWith(QLatin1Char('\n'))
           || before.endsWith(QLatin1String(". "));
}

QString stepWord(bool isFirst, bool isOneOfMany)
{
    if (isOneOfMany)
        return isFirst ? QStringLiteral("Steps ") : QStringLiteral("steps ");
    return isFirst ? QStringLiteral("Step ") : QStringLiteral("step ");
}

} // namespace

StepNumbers::StepNumbers(const QStringList &ids)
{
    for (const QString &id : ids)
        m_numbers.insert(id, int(m_numbers.size()) + 1);
}

StepNumbers::StepNumbers(const plan::PlanPtr &plan)
{
    for (const plan::Step &step : plan ? plan->steps : QVector<plan::Step>())
        m_numbers.insert(step.id, int(m_numbers.size()) + 1);
}

QVector<StepNumbers::Place> StepNumbers::placesIn(const QString &sentence) const
{
    static const QRegularExpression shape(stepIdShape);
    QVector<Place> places;
    for (auto it = shape.globalMatch(sentence); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const int number = m_numbers.value(match.captured());
        if (number > 0)
            places.append({ match.capturedStart(), match.capturedEnd(), number });
    }
    return places;
}

QString StepNumbers::in(const QString &sentence) const
{
    if (m_numbers.isEmpty())
        return sentence;
    const QVector<Place> places = placesIn(sentence);
    const auto isJoined = [&](qsizetype later) {
        return later > 0 && later < places.size()
               && joinsSteps(QStringView(sentence).mid(places[later - 1].end,
                                                       places[later].begin - places[later - 1].end));
    };
    QString told;
    qsizetype at = 0;
    for (qsizetype i = 0; i < places.size(); ++i) {
        told += QStringView(sentence).mid(at, places[i].begin - at);
        if (!isJoined(i) && !endsWithTheWord(told))
            told += stepWord(beginsSentence(told), isJoined(i + 1));
        told += QString::number(places[i].number);
        at = places[i].end;
    }
    return told + sentence.mid(at);
}

QStringList StepNumbers::in(const QStringList &sentences) const
{
    QStringList told;
    for (const QString &sentence : sentences)
        told.append(in(sentence));
    return told;
}

base::Error StepNumbers::in(const base::Error &error) const
{
    base::Error told = error;
    for (QString *part : { &told.message, &told.hint, &told.detail })
        *part = in(*part);
    return told;
}

analysis::ChecklistPtr StepNumbers::in(const analysis::ChecklistPtr &list) const
{
    if (!list)
        return nullptr;
    auto told = std::make_shared<analysis::Checklist>(*list);
    for (analysis::CheckItem &item : told->items) {
        for (QString *part : { &item.title, &item.consequence, &item.advice })
            *part = in(*part);
        const qsizetype column = item.columns.indexOf(QStringLiteral("step"));
        for (QStringList &row : item.rows) {
            if (column >= 0 && column < row.size() && m_numbers.contains(row[column]))
                row[column] = QString::number(m_numbers.value(row[column]));
        }
    }
    for (analysis::Pressure &pressure : told->blast.pressures)
        pressure.text = in(pressure.text);
    for (analysis::QueueAhead &queue : told->blast.queues)
        queue.text = in(queue.text);
    told->blast.notes = in(told->blast.notes);
    return told;
}

proof::RehearsalPtr StepNumbers::in(const proof::RehearsalPtr &rehearsal) const
{
    if (!rehearsal)
        return nullptr;
    auto told = std::make_shared<proof::Rehearsal>(*rehearsal);
    for (proof::RehearsedStep &step : told->steps)
        step.error = in(step.error);
    for (proof::RehearsedWay &way : told->ways) {
        for (QStringList *sentences : { &way.differences, &way.lost, &way.notes })
            *sentences = in(*sentences);
        if (way.error)
            way.error = in(*way.error);
    }
    for (QStringList *sentences : { &told->prepare, &told->notes, &told->notRehearsed })
        *sentences = in(*sentences);
    return told;
}

} // namespace lockstep::items
