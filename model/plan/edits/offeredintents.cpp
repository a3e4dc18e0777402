#include "offeredintents.h"

#include <model/plan/selecting.h>

#include <QRegularExpression>

#include <algorithm>

namespace lockstep::plan {

namespace {

using Offer = OfferedIntent::Kind;
using schema::Kind;

/// "public.users.old" of "column public.users.old"; empty where it is not a table or a column.
QString lostName(const Loss &loss)
{
    const QString kind = loss.what.section(QLatin1Char(' '), 0, 0);
    const bool isNamed = kind == QLatin1String("column") || kind == QLatin1String("table");
    return isNamed && loss.part.isEmpty() ? loss.what.section(QLatin1Char(' '), 1) : QString();
}

Kind lostKind(const Loss &loss)
{
    return loss.what.startsWith(QLatin1String("table ")) ? Kind::Table : Kind::Column;
}

/// The one column that a backfill sets, and what to; both empty where it sets several.
QPair<QString, QString> filledColumn(const Step &step)
{
    if (!step.backfill || !step.backfill->into.name.isEmpty())
        return {};
    const QString set = step.backfill->set;
    const qsizetype equals = set.indexOf(QStringLiteral(" = "));
    if (equals < 0 || set.contains(QStringLiteral(", ")) || set.startsWith(QLatin1Char('(')))
        return {};
    return { schema::dottedName(step.backfill->table) + QLatin1Char('.') + set.left(equals).trimmed(),
             set.mid(equals + 3).trimmed() };
}

/// The columns that the step adds and the target wants, not those that only help on the way.
QStringList addedColumns(const Step &step, const diff::ChangeSet &changes)
{
    static const QRegularExpression added(
        QStringLiteral("^ALTER TABLE (.+?) ADD COLUMN (\"(?:[^\"]|\"\")+\"|[^\\s\"]+)\\s"));
    QStringList columns;
    for (const QString &statement : step.sql) {
        const auto match = added.match(statement);
        const QString name = match.captured(1) + QLatin1Char('.') + match.captured(2);
        const QString known = schema::kindName(Kind::Column) + QLatin1Char(' ') + name;
        if (match.hasMatch() && changes.offer && changes.offer->numbers.contains(known))
            columns += name;
    }
    return columns;
}

QString givenValue(const Plan &plan, const QString &column)
{
    for (const BackfillIntent &one : plan.intents.backfills) {
        if (one.column == column)
            return one.expression;
    }
    return {};
}

/// What may be meant by a new column: one that is there by another name, or one to be filled.
void offerForAdded(const Plan &plan, const Step &step, const diff::ChangeSet &changes,
                   QVector<OfferedIntent> *offers)
{
    for (const QString &column : addedColumns(step, changes)) {
        for (const diff::RenameCandidate &candidate : changes.renameCandidates) {
            if (candidate.to.kind == Kind::Column && schema::dottedName(candidate.to) == column)
                *offers += OfferedIntent{ Offer::Rename, schema::dottedName(candidate.from), column };
        }
        *offers += OfferedIntent{ Offer::Backfill, column, givenValue(plan, column) };
    }
}

void offerRenames(const Step &step, const diff::ChangeSet &changes, QVector<OfferedIntent> *offers)
{
    for (const diff::RenameCandidate &candidate : changes.renameCandidates) {
        const QString from = schema::dottedName(candidate.from);
        const bool isDroppedHere = std::any_of(step.loses.begin(), step.loses.end(),
                                               [&](const Loss &loss) { return lostName(loss) == from; });
        if (isDroppedHere)
            *offers +=
                OfferedIntent{ Offer::Rename, from, schema::dottedName(candidate.to), candidate.from.kind };
    }
}

template <typename List, typename Same>
void replaceWhere(List *list, const Same &isSame, const typename List::value_type &value)
{
    list->erase(std::remove_if(list->begin(), list->end(), isSame), list->end());
    list->append(value);
}

/// The drop of the subject in the list of changes; -1: it is not in it.
int numberOf(const OfferedIntent &offer, const diff::ChangeSetPtr &changes)
{
    if (!changes || !changes->offer)
        return -1;
    return changes->offer->numbers.value(
        schema::kindName(offer.objectKind) + QLatin1Char(' ') + offer.subject, -1);
}

Intents withParkedSubject(Intents intents, const OfferedIntent &offer, const diff::ChangeSetPtr &changes)
{
    intents.keep.removeAll(offer.subject);
    if (const int number = numberOf(offer, changes); number >= 0)
        return withParked(std::move(intents), *changes->offer, number);
    if (!intents.park.contains(offer.subject))
        intents.park += offer.subject;
    return intents;
}

Intents withKeptSubject(Intents intents, const OfferedIntent &offer, const diff::ChangeSetPtr &changes)
{
    if (const int number = numberOf(offer, changes); number >= 0)
        return withLeftOut(std::move(intents), *changes->offer, { number });
    intents.park.removeAll(offer.subject);
    if (!intents.keep.contains(offer.subject))
        intents.keep += offer.subject;
    return intents;
}

} // namespace

QVector<OfferedIntent> offeredIntents(const Plan &plan, const Step &step, const diff::ChangeSetPtr &changes)
{
    QVector<OfferedIntent> offers;
    if (changes) {
        offerRenames(step, *changes, &offers);
        offerForAdded(plan, step, *changes, &offers);
    }
    if (const auto [column, value] = filledColumn(step); !column.isEmpty())
        offers += OfferedIntent{ Offer::Backfill, column, value };
    for (const Loss &loss : step.loses) {
        const QString name = lostName(loss);
        if (name.isEmpty())
            continue;
        offers += OfferedIntent{ Offer::Park, name, {}, lostKind(loss) };
        offers += OfferedIntent{ Offer::Keep, name, {}, lostKind(loss) };
    }
    if (plan.policy == Policy::ZeroDowntime && step.kind != StepKind::Gate) {
        for (const QString &table : step.relations) {
            const bool isInWindow = plan.intents.tolerance.value(table, plan.policy) == Policy::Window;
            offers += OfferedIntent{ isInWindow ? Offer::ZeroDowntime : Offer::Window, table, {} };
        }
    }
    return offers;
}

Intents withOffer(Intents intents, const OfferedIntent &offer, const diff::ChangeSetPtr &changes,
                  const QString &expression)
{
    switch (offer.kind) {
    case Offer::Rename:
        replaceWhere(
            &intents.renames, [&](const RenameIntent &one) { return one.from == offer.subject; },
            RenameIntent{ offer.objectKind, offer.subject, offer.other });
        break;
    case Offer::Backfill:
        replaceWhere(
            &intents.backfills, [&](const BackfillIntent &one) { return one.column == offer.subject; },
            BackfillIntent{ offer.subject, expression });
        break;
    case Offer::Window: intents.tolerance.insert(offer.subject, Policy::Window); break;
    case Offer::ZeroDowntime: intents.tolerance.remove(offer.subject); break;
    case Offer::Park: return withParkedSubject(std::move(intents), offer, changes);
    case Offer::Keep: return withKeptSubject(std::move(intents), offer, changes);
    }
    return intents;
}

} // namespace lockstep::plan
