#include "seedhints.h"

#include <algorithm>

namespace lockstep::proof {

namespace {

/// Writes a text while it reads the pattern, one alternative of each group.
class PatternSampler
{
public:
    PatternSampler(const QString &pattern, int variant)
        : m_pattern(pattern)
        , m_variant(variant)
    { }

    QString sample()
    {
        const QString text = alternatives();
        return m_failed || m_at < m_pattern.size() ? QString() : text;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_pattern.size(); }
    [[nodiscard]] QChar peek() const { return atEnd() ? QChar() : m_pattern[m_at]; }
    QString alternatives();
    QString sequence();
    QString atom();
    QString group();
    QString characterClass();
    QString escaped();
    [[nodiscard]] QString pickFrom(const QString &characters) const
    {
        return characters.isEmpty() ? QString()
                                    : QString(characters[(m_variant * 3 + m_picks++) % characters.size()]);
    }
    int repetitions();

    const QString m_pattern;
    const int m_variant;
    qsizetype m_at = 0;
    mutable int m_picks = 0;
    bool m_failed = false;
};

const QString letters = QStringLiteral("abcdefgh");
const QString digits = QStringLiteral("1234567890");

QString PatternSampler::alternatives()
{
    QStringList all{ sequence() };
    while (peek() == QLatin1Char('|')) {
        ++m_at;
        all.append(sequence());
    }
    return all[m_variant % all.size()];
}

QString PatternSampler::sequence()
{
    QString text;
    while (!atEnd() && !m_failed && peek() != QLatin1Char('|') && peek() != QLatin1Char(')')) {
        const qsizetype begin = m_at;
        QString piece = atom();
        const qsizetype end = m_at;
        const int count = repetitions();
        const qsizetype next = m_at;
        text += count > 0 ? piece : QString();
        for (int i = 1; i < count; ++i) {
            m_at = begin; // Read again, so that a repeated class gives other characters.
            text += atom();
        }
        m_at = std::max(next, end);
    }
    return text;
}

QString PatternSampler::atom()
{
    const QChar c = peek();
    ++m_at;
    if (c == QLatin1Char('^') || c == QLatin1Char('$'))
        return {};
    if (c == QLatin1Char('.'))
        return pickFrom(letters);
    if (c == QLatin1Char('('))
        return group();
    if (c == QLatin1Char('['))
        return characterClass();
    if (c == QLatin1Char('\\'))
        return escaped();
    return QString(c);
}

QString PatternSampler::group()
{
    if (m_pattern.mid(m_at, 2) == QLatin1String("?:"))
        m_at += 2;
    else if (peek() == QLatin1Char('?'))
        m_failed = true; // Look-around.
    const QString text = alternatives();
    if (peek() == QLatin1Char(')'))
        ++m_at;
    else
        m_failed = true;
    return text;
}

QString PatternSampler::escaped()
{
    const QChar c = peek();
    ++m_at;
    switch (c.unicode()) {
    case 'd': return pickFrom(digits);
    case 'w': return pickFrom(letters);
    case 's': return QStringLiteral(" ");
    case 'S':
    case 'D': return pickFrom(letters);
    case 'W': return QStringLiteral("-");
    case 'm':
    case 'M':
    case 'y':
    case 'A':
    case 'Z':
    case 'b': return {}; // Places, not characters.
    default: return QString(c);
    }
}

QString PatternSampler::characterClass()
{
    static const QString anything = QStringLiteral("abcd1234EFGH_-xyz");
    const bool negated = peek() == QLatin1Char('^');
    m_at += negated ? 1 : 0;
    QString members;
    bool isFirst = true;
    while (!atEnd() && (peek() != QLatin1Char(']') || isFirst)) {
        isFirst = false;
        if (m_pattern.mid(m_at, 2) == QLatin1String("[:")) {
            const qsizetype end = m_pattern.indexOf(QLatin1String(":]"), m_at);
            const QString name = end < 0 ? QString() : m_pattern.mid(m_at + 2, end - m_at - 2);
            m_failed = m_failed || end < 0;
            members += name == QLatin1String("digit")   ? digits
                       : name == QLatin1String("space") ? QStringLiteral(" ")
                       : name == QLatin1String("upper") ? letters.toUpper()
                                                        : letters;
            m_at = end < 0 ? m_pattern.size() : end + 2;
            continue;
        }
        if (peek() == QLatin1Char('\\')) {
            ++m_at;
            members += escaped();
            continue;
        }
        const QChar from = m_pattern[m_at++];
        if (m_pattern.mid(m_at, 1) == QLatin1String("-") && m_at + 1 < m_pattern.size()
            && m_pattern[m_at + 1] != QLatin1Char(']')) {
            const QChar to = m_pattern[m_at + 1];
            m_at += 2;
            for (ushort c = from.unicode(); c <= to.unicode() && c < from.unicode() + 12; ++c)
                members += QChar(c);
        } else {
            members += from;
        }
    }
    ++m_at;
    if (!negated)
        return pickFrom(members);
    QString others;
    for (const QChar c : anything) {
        if (!members.contains(c))
            others += c;
    }
    return pickFrom(others);
}

int PatternSampler::repetitions()
{
    const QChar c = peek();
    if (c == QLatin1Char('*') || c == QLatin1Char('+') || c == QLatin1Char('?')) {
        ++m_at;
        if (peek() == QLatin1Char('?'))
            ++m_at;
        return c == QLatin1Char('?') ? m_variant % 2 : 1 + m_variant % 3;
    }
    if (c != QLatin1Char('{'))
        return 1;
    const qsizetype end = m_pattern.indexOf(QLatin1Char('}'), m_at);
    if (end < 0) {
        m_failed = true;
        return 1;
    }
    const QStringList bounds = m_pattern.mid(m_at + 1, end - m_at - 1).split(QLatin1Char(','));
    m_at = end + 1;
    const int least = bounds.first().toInt();
    const int most = bounds.size() == 1 ? least : bounds[1].isEmpty() ? least + 3 : bounds[1].toInt();
    return std::clamp(least + m_variant, least, std::max(least, std::min(most, 200)));
}

} // namespace

QString patternSample(const QString &pattern, int variant)
{
    return PatternSampler(pattern, variant).sample();
}

} // namespace lockstep::proof
