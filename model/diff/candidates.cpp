#include "candidates.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace lockstep::diff {

using namespace schema;

namespace {

constexpr double kWorthShowing = 0.5;

/// "userName", "user_name" and "USER NAME" are the same words.
QStringList words(const QString &name)
{
    QString spaced;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool hump = i > 0 && name[i].isUpper() && name[i - 1].isLower();
        if (hump)
            spaced += QLatin1Char(' ');
        spaced += name[i].isLetterOrNumber() ? name[i].toLower() : QChar(QLatin1Char(' '));
    }
    return spaced.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

int editDistance(const QString &a, const QString &b)
{
    std::vector<int> row(size_t(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int above = row[size_t(j)];
            const int cost = a[i - 1] == b[j - 1] ? 0 : 1;
            row[size_t(j)] = std::min({ above + 1, row[size_t(j) - 1] + 1, diagonal + cost });
            diagonal = above;
        }
    }
    return row[size_t(b.size())];
}

/// 0 to 1: the better of common words and common letters.
double nameLikeness(const QString &a, const QString &b)
{
    const QStringList wordsA = words(a);
    const QStringList wordsB = words(b);
    const QString lettersA = wordsA.join(QString());
    const QString lettersB = wordsB.join(QString());
    const QSet<QString> setA(wordsA.begin(), wordsA.end());
    const QSet<QString> setB(wordsB.begin(), wordsB.end());
    const auto common = double((setA & setB).size());
    const auto all = double(std::max<qsizetype>(1, (setA | setB).size()));
    const auto longest = double(std::max<qsizetype>(1, std::max(lettersA.size(), lettersB.size())));
    return std::max(common / all, 1.0 - editDistance(lettersA, lettersB) / longest);
}

QString nameReason(double likeness)
{
    return QStringLiteral("names %1 % alike").arg(qRound(likeness * 100));
}

QString commentOn(const Catalog &catalog, const ObjectId &id)
{
    const auto *comment = catalog.attributes<CommentAttributes>(commentId(id));
    return comment ? comment->text : QString();
}

/// Constraints and indexes a column takes part in, by what they are and not by what they are called.
QStringList memberships(const Catalog &catalog, const ObjectId &column)
{
    QStringList found;
    const int index = catalog.indexOf(column);
    if (index < 0)
        return found;
    for (int dependant : catalog.neededBy(index)) {
        const Fact &fact = catalog.facts()[size_t(dependant)];
        if (const auto *constraint = fact.as<ConstraintAttributes>())
            found << QStringLiteral("constraint %1 %2")
                         .arg(int(constraint->type))
                         .arg(constraint->columns.size());
        else if (const auto *key = fact.as<IndexAttributes>())
            found << QStringLiteral("index %1 %2").arg(key->method).arg(key->columns.size());
    }
    return found;
}

int commonCount(QStringList a, const QStringList &b)
{
    int common = 0;
    for (const QString &text : b)
        common += a.removeOne(text) ? 1 : 0;
    return common;
}

RenameCandidate columnCandidate(const Fact &from, const Fact &to, const Catalog &current,
                                const Catalog &target)
{
    const auto &a = *from.as<ColumnAttributes>();
    const auto &b = *to.as<ColumnAttributes>();
    QStringList reasons;
    double likeness = 0;
    const bool sameType = a.type == b.type;
    const bool samePosition = a.position == b.position;
    if (sameType)
        likeness += 0.3;
    if (samePosition)
        likeness += 0.2;
    if (sameType || samePosition) {
        reasons << (sameType && samePosition ? QStringLiteral("same type and position")
                    : sameType               ? QStringLiteral("same type")
                                             : QStringLiteral("same position"));
    }
    if (a.notNull == b.notNull && a.identity == b.identity)
        likeness += 0.05;
    const QString comment = commentOn(current, from.id);
    if (!comment.isEmpty() && comment == commentOn(target, to.id)) {
        likeness += 0.1;
        reasons << QStringLiteral("same comment");
    }
    const QStringList members = memberships(current, from.id);
    if (const int common = commonCount(members, memberships(target, to.id)); common > 0) {
        likeness += 0.1;
        reasons << QStringLiteral("%1 indexes and constraints in common").arg(common);
    }
    const double names = nameLikeness(from.id.sub, to.id.sub);
    likeness += 0.4 * names;
    reasons << nameReason(names);
    return { from.id, to.id, std::min(likeness, 1.0), reasons.join(QStringLiteral(", ")) };
}

QStringList columnShapes(const Catalog &catalog, const ObjectId &table)
{
    QStringList shapes;
    for (const Fact *column : catalog.columnsOf(table))
        shapes << column->id.sub + QLatin1Char(' ') + column->as<ColumnAttributes>()->type;
    return shapes;
}

RenameCandidate tableCandidate(const Fact &from, const Fact &to, const Catalog &current,
                               const Catalog &target)
{
    const QStringList before = columnShapes(current, from.id);
    const QStringList after = columnShapes(target, to.id);
    const int common = commonCount(before, after);
    const auto most = double(std::max<qsizetype>(1, std::max(before.size(), after.size())));
    const double names = nameLikeness(from.id.name, to.id.name);
    const double likeness = 0.65 * common / most + 0.3 * names + (from.id.schema == to.id.schema ? 0.05 : 0);
    const QString reason =
        QStringLiteral("%1 of %2 columns in common, %3").arg(common).arg(int(most)).arg(nameReason(names));
    return { from.id, to.id, likeness, reason };
}

bool isSameRelation(const ObjectId &a, const ObjectId &b)
{
    return a.schema == b.schema && a.name == b.name;
}

} // namespace

std::vector<RenameCandidate> renameCandidates(const std::vector<Change> &changes, const Renaming &renaming,
                                              const Catalog &target)
{
    const Catalog &current = *renaming.catalog();
    std::vector<const Fact *> dropped;
    std::vector<const Fact *> created;
    for (const Change &change : changes) {
        if (const auto *drop = std::get_if<Dropped>(&change))
            dropped.push_back(&drop->fact);
        else if (const auto *create = std::get_if<Created>(&change))
            created.push_back(&create->fact);
    }
    std::vector<RenameCandidate> found;
    const auto offer = [&](RenameCandidate candidate) {
        if (candidate.likeness >= kWorthShowing)
            found.push_back(std::move(candidate));
    };
    for (const Fact *from : dropped) {
        for (const Fact *to : created) {
            if (from->id.kind == Kind::Column && to->id.kind == Kind::Column
                && isSameRelation(from->id, to->id))
                offer(columnCandidate(*from, *to, current, target));
            else if (from->id.kind == Kind::Table && to->id.kind == Kind::Table)
                offer(tableCandidate(*from, *to, current, target));
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.likeness > b.likeness; });
    return found;
}

} // namespace lockstep::diff
