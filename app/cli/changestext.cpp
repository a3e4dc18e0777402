#include "changestext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lockstep::cli {

namespace {

QString changeLines(const diff::Change &change)
{
    return std::visit(
        base::Overloaded{
            [](const diff::Created &created) -> QString {
                return QStringLiteral("+ ") + schema::displayName(created.fact.id) + QLatin1Char('\n');
            },
            [](const diff::Dropped &dropped) -> QString {
                return QStringLiteral("- ") + schema::displayName(dropped.fact.id) + QLatin1Char('\n');
            },
            [](const diff::Renamed &renamed) -> QString {
                return QStringLiteral("> ") + schema::displayName(renamed.before.id)
                       + QStringLiteral(" is renamed to ") + schema::dottedName(renamed.after.id)
                       + QLatin1Char('\n');
            },
            [](const diff::Altered &altered) -> QString {
                QString text =
                    QStringLiteral("~ ") + schema::displayName(altered.after.id) + QLatin1Char('\n');
                for (const diff::Difference &difference : altered.differences) {
                    const auto [before, after] = diff::excerpts(difference, 100);
                    text += QStringLiteral("    %1: %2 -> %3\n").arg(difference.property, before, after);
                }
                return text;
            },
        },
        change);
}

QJsonObject idJson(const char *change, const schema::ObjectId &id)
{
    return { { QStringLiteral("change"), QString::fromLatin1(change) },
             { QStringLiteral("kind"), schema::kindName(id.kind) },
             { QStringLiteral("name"), schema::dottedName(id) } };
}

QJsonObject changeJson(const diff::Change &change)
{
    return std::visit(base::Overloaded{
                          [](const diff::Created &created) { return idJson("created", created.fact.id); },
                          [](const diff::Dropped &dropped) { return idJson("dropped", dropped.fact.id); },
                          [](const diff::Renamed &renamed) {
                              QJsonObject object = idJson("renamed", renamed.after.id);
                              object.insert(QStringLiteral("from"), schema::dottedName(renamed.before.id));
                              return object;
                          },
                          [](const diff::Altered &altered) {
                              QJsonObject object = idJson("altered", altered.after.id);
                              QJsonArray differences;
                              for (const diff::Difference &difference : altered.differences)
                                  differences.append(
                                      QJsonObject{ { QStringLiteral("property"), difference.property },
                                                   { QStringLiteral("before"), difference.before },
                                                   { QStringLiteral("after"), difference.after } });
                              object.insert(QStringLiteral("differences"), differences);
                              return object;
                          },
                      },
                      change);
}

/// "left out: column public.t.a", and because of what.
QString leftOutLines(const diff::ChangeSet &changes)
{
    if (!changes.offer)
        return {};
    const auto nameOf = [&](int change) {
        return schema::displayName(diff::idOf(changes.offer->changes[size_t(change)]));
    };
    QString text;
    for (const diff::Tied &out : changes.offer->leftOut) {
        const bool isDrop = std::holds_alternative<diff::Dropped>(changes.offer->changes[size_t(out.change)]);
        text += (isDrop ? QStringLiteral("= kept: ") : QStringLiteral("= left out: ")) + nameOf(out.change);
        if (out.because >= 0)
            text += QStringLiteral(", because of ") + nameOf(out.because);
        text += QLatin1Char('\n');
    }
    return text;
}

QJsonArray leftOutJson(const diff::Offer &offer)
{
    QJsonArray list;
    for (const diff::Tied &out : offer.leftOut) {
        QJsonObject object{ { QStringLiteral("object"),
                              schema::displayName(diff::idOf(offer.changes[size_t(out.change)])) } };
        if (out.because >= 0)
            object.insert(QStringLiteral("because"),
                          schema::displayName(diff::idOf(offer.changes[size_t(out.because)])));
        list.append(object);
    }
    return list;
}

} // namespace

QString changesText(const diff::ChangeSet &changes)
{
    QString text;
    for (const diff::Change &change : changes.changes)
        text += changeLines(change);
    text += leftOutLines(changes);
    for (const diff::RenameCandidate &candidate : changes.renameCandidates)
        text += QStringLiteral("? %1 may be %2 under a new name (%3 % alike: %4)%5\n")
                    .arg(schema::displayName(candidate.to), schema::dottedName(candidate.from),
                         QString::number(qRound(candidate.likeness * 100)), candidate.reason,
                         candidate.isBest ? QString() : QStringLiteral(" Another fits better."));
    for (const schema::Unmodelled &unmodelled : changes.unmodelled)
        text += QStringLiteral("! not compared: %1 %2\n").arg(unmodelled.kind, unmodelled.name);
    for (const diff::IgnoreConflict &conflict : changes.ignoreConflicts)
        text += QStringLiteral("! %1\n").arg(conflict.message);
    diff::IgnoreRules rules = changes.ignore;
    rules.leftOut.clear(); // Listed above.
    if (!rules.isEmpty())
        text += QStringLiteral("%1 %2.\n")
                    .arg(QStringList{ diff::describe(changes.ignore), diff::describeKept(changes.ignore) }
                             .join(QLatin1Char(' '))
                             .trimmed(),
                         diff::describeLeftAside(changes.ignored));
    if (!changes.parked.isEmpty())
        text += QStringLiteral("Parked by earlier plans and left aside: %1.\n")
                    .arg(changes.parked.join(QStringLiteral(", ")));
    if (changes.changes.empty())
        text += QStringLiteral("No differences; %1 objects are equal.\n").arg(changes.identical);
    return text;
}

QByteArray changesJson(const diff::ChangeSet &changes)
{
    QJsonArray list;
    for (const diff::Change &change : changes.changes)
        list.append(changeJson(change));
    QJsonArray candidates;
    for (const diff::RenameCandidate &candidate : changes.renameCandidates)
        candidates.append(QJsonObject{ { QStringLiteral("kind"), schema::kindName(candidate.to.kind) },
                                       { QStringLiteral("from"), schema::dottedName(candidate.from) },
                                       { QStringLiteral("to"), schema::dottedName(candidate.to) },
                                       { QStringLiteral("likeness"), candidate.likeness },
                                       { QStringLiteral("best"), candidate.isBest },
                                       { QStringLiteral("reason"), candidate.reason } });
    QJsonArray unmodelled;
    for (const schema::Unmodelled &one : changes.unmodelled)
        unmodelled.append(
            QJsonObject{ { QStringLiteral("kind"), one.kind }, { QStringLiteral("name"), one.name } });
    QJsonObject document{ { QStringLiteral("identical"), changes.changes.empty() },
                          { QStringLiteral("equal_objects"), changes.identical },
                          { QStringLiteral("changes"), list },
                          { QStringLiteral("rename_candidates"), candidates },
                          { QStringLiteral("unmodelled"), unmodelled } };
    if (changes.offer && !changes.offer->leftOut.empty())
        document.insert(QStringLiteral("left_out"), leftOutJson(*changes.offer));
    if (!changes.parked.isEmpty())
        document.insert(QStringLiteral("parked"), QJsonArray::fromStringList(changes.parked));
    if (!changes.ignore.isEmpty()) {
        QJsonArray conflicts;
        for (const diff::IgnoreConflict &conflict : changes.ignoreConflicts)
            conflicts.append(
                QJsonObject{ { QStringLiteral("object"), schema::displayName(conflict.object) },
                             { QStringLiteral("ignored"), schema::displayName(conflict.ignored) },
                             { QStringLiteral("blocks"), conflict.isBlocking },
                             { QStringLiteral("message"), conflict.message } });
        document.insert(QStringLiteral("ignored_differences"), changes.ignored);
        document.insert(QStringLiteral("ignore_conflicts"), conflicts);
    }
    return QJsonDocument(document).toJson();
}

} // namespace lockstep::cli
