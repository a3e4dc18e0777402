#include "partitionbounds.h"

#include <QRegularExpression>
#include <QSet>

#include <optional>

namespace lockstep::plan::plain {

namespace {

/// One end of a range: an integer, or text that sorts as the value does.
struct End
{
    qint64 number = 0;
    QString text;

    [[nodiscard]] bool isComparableTo(const End &other) const
    {
        return text.isEmpty() == other.text.isEmpty() && text.size() == other.text.size();
    }
    friend bool operator<=(const End &a, const End &b)
    {
        return a.text.isEmpty() ? a.number <= b.number : a.text <= b.text;
    }
};

struct Range
{
    std::optional<End> from; ///< None: MINVALUE.
    std::optional<End> to;
};

/// False if the end is of a form whose order is not known from the text.
bool readEnd(const QString &text, const QString &unbounded, std::optional<End> &end)
{
    static const QRegularExpression iso(
        QStringLiteral(R"(^'(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}:\d{2}(?:[+-]\d{2})?)?)'$)"));
    if (text == unbounded)
        return true;
    if (const QRegularExpressionMatch match = iso.match(text); match.hasMatch()) {
        end = End{ 0, match.captured(1) };
        return true;
    }
    QString digits = text;
    if (digits.size() > 2 && digits.startsWith(QLatin1Char('\'')) && digits.endsWith(QLatin1Char('\'')))
        digits = digits.mid(1, digits.size() - 2);
    bool isNumber = false;
    end = End{ digits.toLongLong(&isNumber), {} };
    return isNumber;
}

std::optional<Range> rangeOf(const QString &bound)
{
    static const QRegularExpression shape(
        QStringLiteral(R"(^FOR VALUES FROM \(([^,()]*)\) TO \(([^,()]*)\)$)"));
    const QRegularExpressionMatch match = shape.match(bound);
    Range range;
    if (!match.hasMatch() || !readEnd(match.captured(1), QStringLiteral("MINVALUE"), range.from)
        || !readEnd(match.captured(2), QStringLiteral("MAXVALUE"), range.to))
        return std::nullopt;
    return range;
}

/// True if one range certainly ends before the other begins.
bool isBefore(const Range &first, const Range &second)
{
    return first.to && second.from && first.to->isComparableTo(*second.from) && *first.to <= *second.from;
}

/// The literals of FOR VALUES IN, as far as equal ones look alike: whole numbers and texts, whose case a
/// type may not tell. Empty for anything else.
QSet<QString> listOf(const QString &bound)
{
    static const QRegularExpression shape(QStringLiteral(R"(^FOR VALUES IN \((.*)\)$)"));
    static const QRegularExpression literal(QStringLiteral(R"(^(?:'[^',.]*'|-?\d+)$)"));
    const QRegularExpressionMatch match = shape.match(bound);
    QSet<QString> values;
    for (const QString &value :
         match.hasMatch() ? match.captured(1).split(QStringLiteral(", ")) : QStringList()) {
        if (!literal.match(value).hasMatch())
            return {};
        values.insert(value.toCaseFolded().remove(QLatin1Char(' ')));
    }
    return values;
}

/// "modulus 4, remainder 1"
std::optional<std::pair<QString, QString>> hashOf(const QString &bound)
{
    static const QRegularExpression shape(
        QStringLiteral(R"(^FOR VALUES WITH \(modulus (\d+), remainder (\d+)\)$)"));
    const QRegularExpressionMatch match = shape.match(bound);
    return match.hasMatch() ? std::optional(std::pair(match.captured(1), match.captured(2))) : std::nullopt;
}

} // namespace

bool mayOverlap(const QString &bound, const QString &other)
{
    const auto range = rangeOf(bound);
    const auto otherRange = rangeOf(other);
    if (range && otherRange)
        return !isBefore(*range, *otherRange) && !isBefore(*otherRange, *range);
    const QSet<QString> list = listOf(bound);
    const QSet<QString> otherList = listOf(other);
    if (!list.isEmpty() && !otherList.isEmpty())
        return list.intersects(otherList);
    const auto hash = hashOf(bound);
    const auto otherHash = hashOf(other);
    return !hash || !otherHash || hash->first != otherHash->first || hash->second == otherHash->second;
}

} // namespace lockstep::plan::plain
