#include "seedhints.h"

#include <QDate>
#include <QRegularExpression>

namespace lockstep::proof {

namespace {

constexpr int maximumLength = 1000;
constexpr int variants = 6;

/// The texts between quotes; E'' ones without their backslashes.
QStringList quotedTexts(const QString &expression)
{
    static const QRegularExpression literal(QStringLiteral("(E?)'((?:[^']|'')*)'"));
    QStringList texts;
    auto matches = literal.globalMatch(expression);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        QString text = match.captured(2).replace(QLatin1String("''"), QLatin1String("'"));
        if (!match.captured(1).isEmpty())
            text.replace(QLatin1String("\\\\"), QLatin1String("\\"));
        texts.append(text);
    }
    return texts;
}

QStringList bareNumbers(const QString &expression)
{
    static const QRegularExpression number(QStringLiteral("(?<![\\w\".'])-?\\d+(?:\\.\\d+)?(?![\\w'])"));
    QStringList texts;
    auto matches = number.globalMatch(expression);
    while (matches.hasNext())
        texts.append(matches.next().captured(0));
    return texts;
}

QStringList aroundNumber(const QString &text)
{
    bool isWhole = false;
    const qint64 whole = text.toLongLong(&isWhole);
    if (!isWhole) {
        bool isReal = false;
        const double real = text.toDouble(&isReal);
        return isReal ? QStringList{ text, QString::number(real + 1), QString::number(real - 1),
                                     QString::number(real / 2) }
                      : QStringList();
    }
    QStringList found{ text, QString::number(whole + 1), QString::number(whole - 1),
                       QString::number(whole + 2), QString::number(whole / 2) };
    if (whole > 0 && whole <= maximumLength) {
        // What length() may ask for.
        for (const char16_t letter : { u'a', u'b', u'1' })
            found.append(QString(int(whole), QChar(letter)));
        found.append(QString(int(whole) - 1, QLatin1Char('c')));
        found.append(QString(int(whole) + 1, QLatin1Char('d')));
    }
    return found;
}

QStringList aroundDate(const QString &text)
{
    const QDate date = QDate::fromString(text.left(10), Qt::ISODate);
    if (!date.isValid())
        return {};
    QStringList found;
    for (const int days : { 1, 2, 3, 10, -1 })
        found.append(date.addDays(days).toString(Qt::ISODate) + text.mid(10));
    return found;
}

QStringList fromPattern(const QString &text)
{
    static const QRegularExpression special(QStringLiteral("[\\[\\](){}^$*+?|\\\\.]"));
    QStringList found;
    if (text.contains(QLatin1Char('%')) || text.contains(QLatin1Char('_'))) {
        for (const char *filling : { "a", "bc", "1", "" }) {
            QString sample = text;
            sample.replace(QLatin1Char('%'), QLatin1String(filling))
                .replace(QLatin1Char('_'), QLatin1Char('x'));
            found.append(sample);
        }
    }
    if (text.contains(special)) {
        for (int variant = 0; variant < variants; ++variant) {
            const QString sample = patternSample(text, variant);
            if (!sample.isEmpty())
                found.append(sample);
        }
    }
    return found;
}

/// An object with the keys a condition asks for.
QString jsonObject(const QStringList &keys, const QString &value)
{
    QStringList members;
    for (const QString &key : keys) {
        QString quoted = key;
        quoted.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
            .replace(QLatin1Char('"'), QLatin1String("\\\""));
        members.append(QStringLiteral("\"%1\": %2").arg(quoted, value));
    }
    return QLatin1Char('{') + members.join(QStringLiteral(", ")) + QLatin1Char('}');
}

} // namespace

QStringList valueHints(const QString &expression)
{
    QStringList hints;
    const QStringList texts = quotedTexts(expression);
    for (const QString &text : texts) {
        hints += text;
        hints += aroundNumber(text);
        hints += aroundDate(text);
        hints += fromPattern(text);
    }
    for (const QString &number : bareNumbers(expression))
        hints += aroundNumber(number);
    if (!texts.isEmpty() && texts.size() <= 10) {
        for (const char *value : { "1", "\"a\"", "[]", "{}" })
            hints += jsonObject(texts, QLatin1String(value));
    }
    if (expression.contains(QLatin1Char('@')))
        hints += { QStringLiteral("a@example.com"), QStringLiteral("b@example.org") };
    hints.removeDuplicates();
    return hints;
}

} // namespace lockstep::proof
