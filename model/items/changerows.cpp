#include "changerows.h"

#include "definitiontext.h"
#include "format.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringMatcher>

#include <algorithm>

namespace lockstep::items {

namespace {

using schema::Kind;

struct ChangeRowsTr
{
    Q_DECLARE_TR_FUNCTIONS(ChangeRows)
};

constexpr int longestDefinition = 160;

QString oneLine(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= longestDefinition ? line : line.left(longestDefinition) + QChar(0x2026);
}

QString newText(const schema::Fact &fact, const schema::Catalog *target)
{
    if (fact.id.kind == Kind::Table && target) {
        const auto columns = target->columnsOf(fact.id);
        QStringList names;
        for (const schema::Fact *column : columns)
            names << column->id.sub;
        return oneLine(ChangeRowsTr::tr("%n column(s): %1", nullptr, int(columns.size()))
                           .arg(names.join(QStringLiteral(", "))));
    }
    return oneLine(definitionText(fact, nullptr));
}

QString lostText(const schema::Fact &fact, const schema::Statistics *statistics)
{
    const QString loss = lossText(fact, statistics);
    if (!loss.isEmpty())
        return ChangeRowsTr::tr("would lose %1").arg(loss);
    return ChangeRowsTr::tr("was: %1").arg(oneLine(definitionText(fact, nullptr)));
}

QString valuesText(const QVector<diff::Difference> &differences)
{
    QStringList parts;
    for (const diff::Difference &difference : differences) {
        const auto [before, after] = diff::excerpts(difference, 60);
        if (before == after && difference.before != difference.after) {
            parts.append(ChangeRowsTr::tr("%1: only white space differs").arg(difference.property));
            continue;
        }
        parts.append(ChangeRowsTr::tr("%1: %2 %4 %3", "property: before arrow after")
                         .arg(difference.property, before.isEmpty() ? ChangeRowsTr::tr("none") : before,
                              after.isEmpty() ? ChangeRowsTr::tr("none") : after, QChar(0x2192)));
    }
    return parts.join(QStringLiteral("; "));
}

QString plainName(const ChangeFilter &filter)
{
    return filter.name.trimmed().toLower();
}

bool isGlob(const QString &name)
{
    return name.contains(QLatin1Char('*')) || name.contains(QLatin1Char('?'));
}

bool isLetterAt(QStringView text, qsizetype at, QChar wanted)
{
    return at < text.size() && (wanted == QLatin1Char('?') || text[at] == wanted);
}

QString nameIn(const diff::Offer &offer, int change)
{
    return schema::displayName(diff::idOf(offer.changes[size_t(change)]));
}

} // namespace

bool matchesGlob(QStringView pattern, QStringView text)
{
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (p < pattern.size()) {
        if (pattern[p] == QLatin1Char('*')) {
            star = ++p;
            resume = t;
        } else if (isLetterAt(text, t, pattern[p])) {
            ++p;
            ++t;
        } else if (star >= 0 && resume < text.size()) {
            p = star;
            t = ++resume;
        } else {
            return false;
        }
    }
    return true;
}

std::vector<int> filtered(const std::vector<ChangeRow> &rows, const ChangeFilter &filter,
                          const std::vector<int> *among)
{
    const QString name = plainName(filter);
    const bool isPattern = isGlob(name);
    const QStringMatcher matcher(name);
    std::vector<int> result;
    const int count = among ? int(among->size()) : int(rows.size());
    result.reserve(size_t(count));
    for (int each = 0; each < count; ++each) {
        const int i = among ? (*among)[size_t(each)] : each;
        const ChangeRow &row = rows[size_t(i)];
        if (!filter.shows(row.status) || (filter.kind && *filter.kind != row.kind))
            continue;
        if (name.isEmpty() || (isPattern ? matchesGlob(name, row.key) : matcher.indexIn(row.key) >= 0))
            result.push_back(i);
    }
    return result;
}

bool isNarrower(const ChangeFilter &filter, const ChangeFilter &other)
{
    const QString name = plainName(filter);
    const QString otherName = plainName(other);
    if (filter.statuses != other.statuses || filter.kind != other.kind || isGlob(otherName))
        return false;
    // What matches a pattern has each of the texts between its wild cards.
    static const QRegularExpression wild(QStringLiteral("[*?]"));
    const QStringList texts = name.split(wild);
    return std::any_of(texts.begin(), texts.end(),
                       [&otherName](const QString &text) { return text.contains(otherName); });
}

const schema::Fact *factBefore(const diff::Change &change)
{
    return std::visit(base::Overloaded{
                          [](const diff::Created &) -> const schema::Fact * { return nullptr; },
                          [](const diff::Dropped &c) -> const schema::Fact * { return &c.fact; },
                          [](const diff::Altered &c) -> const schema::Fact * { return &c.before; },
                          [](const diff::Renamed &c) -> const schema::Fact * { return &c.before; },
                      },
                      change);
}

const schema::Fact *factAfter(const diff::Change &change)
{
    return std::visit(base::Overloaded{
                          [](const diff::Created &c) -> const schema::Fact * { return &c.fact; },
                          [](const diff::Dropped &) -> const schema::Fact * { return nullptr; },
                          [](const diff::Altered &c) -> const schema::Fact * { return &c.after; },
                          [](const diff::Renamed &c) -> const schema::Fact * { return &c.after; },
                      },
                      change);
}

QString differsText(const diff::Change &change, const diff::ChangeSet &changes,
                    const schema::Statistics *statistics)
{
    return std::visit(base::Overloaded{
                          [&](const diff::Created &c) { return newText(c.fact, changes.target.get()); },
                          [&](const diff::Dropped &c) { return lostText(c.fact, statistics); },
                          [&](const diff::Altered &c) { return valuesText(c.differences); },
                          [&](const diff::Renamed &c) {
                              return ChangeRowsTr::tr("was %1").arg(schema::dottedName(c.before.id));
                          },
                      },
                      change);
}

QString lossText(const schema::Fact &fact, const schema::Statistics *statistics)
{
    const schema::ObjectId &id = fact.id;
    if (id.kind == Kind::Sequence)
        return ChangeRowsTr::tr("its counter");
    if (id.kind != Kind::Table && id.kind != Kind::Column && id.kind != Kind::MaterializedView)
        return {};
    const schema::ObjectId relation = id.kind == Kind::Column ? id.parent() : id;
    const schema::RelationStatistics *known = statistics ? statistics->find(relation) : nullptr;
    if (!known || known->rows < 0) {
        return id.kind == Kind::Column ? ChangeRowsTr::tr("its values, in rows that nobody has counted")
                                       : ChangeRowsTr::tr("its rows, which nobody has counted");
    }
    if (id.kind != Kind::Column)
        return ChangeRowsTr::tr("about %1 rows, %2")
            .arg(numberText(known->rows), bytesText(double(known->heapBytes + known->indexBytes)));
    const auto column = known->columns.constFind(id.sub);
    if (column == known->columns.constEnd())
        return ChangeRowsTr::tr("its values in about %1 rows").arg(numberText(known->rows));
    const double filled = double(known->rows) * (1 - column->nullFraction);
    return ChangeRowsTr::tr("its values in about %1 rows, %2")
        .arg(numberText(qint64(filled)), bytesText(filled * column->averageWidth));
}

QString notComparedText(const schema::Unmodelled &object)
{
    if (object.kind.contains(QLatin1String("may not read")))
        return ChangeRowsTr::tr(
            "The role that read the catalog may not see all of it: connect as one that may.");
    return ChangeRowsTr::tr("Lockstep does not compare this: the plan neither makes, changes nor drops it.");
}

QString tieText(const diff::Tied &tied, const diff::Offer &offer)
{
    if (tied.because < 0)
        return {};
    const bool stays = std::holds_alternative<diff::Dropped>(offer.changes[size_t(tied.change)]);
    const QString other = nameIn(offer, tied.because);
    switch (tied.tie) {
    case diff::Tie::Needs:
        return stays ? ChangeRowsTr::tr("%1 stays and needs it").arg(other)
                     : ChangeRowsTr::tr("it needs %1, which is left out").arg(other);
    case diff::Tie::PartOf:
        return stays ? ChangeRowsTr::tr("it is part of %1, which stays").arg(other)
                     : ChangeRowsTr::tr("it is part of %1, which is left out").arg(other);
    case diff::Tie::SameName: return ChangeRowsTr::tr("%1 stays and has its name").arg(other);
    case diff::Tie::OnePrimaryKey:
        return ChangeRowsTr::tr("a table has one primary key, and %1 stays").arg(other);
    case diff::Tie::Together: return ChangeRowsTr::tr("it goes together with %1").arg(other);
    }
    return {};
}

QString takenText(const diff::Tied &tied, const diff::Offer &offer)
{
    const QString name = nameIn(offer, tied.change);
    return tied.because < 0 ? name
                            : ChangeRowsTr::tr("%1, because of %2").arg(name, nameIn(offer, tied.because));
}

QString objectText(const schema::ObjectId &id)
{
    const QString name = schema::dottedName(id);
    return name.isEmpty() ? schema::displayName(id) : name;
}

} // namespace lockstep::items
