#include "arguments.h"

#include <QFileInfo>

#include <algorithm>
#include <numeric>

namespace lockstep::cli {

namespace {

int editDistance(const QString &a, const QString &b)
{
    std::vector<int> row(size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const int above = row[size_t(j) + 1];
            const int replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            row[size_t(j) + 1] = std::min({ replaced, above + 1, row[size_t(j)] + 1 });
            diagonal = above;
        }
    }
    return row.back();
}

const Flag *findFlag(const CommandSpec &spec, const QString &name)
{
    for (const std::vector<Flag> *flags : { &spec.flags, &commonFlags() }) {
        const auto it =
            std::find_if(flags->begin(), flags->end(), [&](const Flag &flag) { return flag.name == name; });
        if (it != flags->end())
            return &*it;
    }
    return nullptr;
}

base::Error unknownFlag(const CommandSpec &spec, const QString &name)
{
    QStringList known;
    for (const std::vector<Flag> *flags : { &spec.flags, &commonFlags() }) {
        for (const Flag &flag : *flags)
            known.append(flag.name);
    }
    const QString near = nearest(name, known);
    return usageError(QStringLiteral("%1 has no flag %2.").arg(spec.name, name),
                      near.isEmpty() ? QStringLiteral("lockstep-cli %1 --help lists them.").arg(spec.name)
                                     : QStringLiteral("Did you mean %1?").arg(near));
}

QString flagLine(const Flag &flag)
{
    const QString head = flag.value.isEmpty() ? flag.name : flag.name + QLatin1Char(' ') + flag.value;
    constexpr int column = 30;
    return QStringLiteral("  ") + head.leftJustified(column) + QLatin1Char(' ') + flag.help
           + QLatin1Char('\n');
}

} // namespace

const std::vector<Flag> &commonFlags()
{
    static const std::vector<Flag> flags{
        { QStringLiteral("--scratch"), QStringLiteral("auto|URI"),
          QStringLiteral("Scratch server: a private one (auto), or databases on the one named.") },
        { QStringLiteral("--log-level"), QStringLiteral("LEVEL"),
          QStringLiteral("debug, info, warning or error; warning if not given.") },
        { QStringLiteral("--log-file"), QStringLiteral("FILE"),
          QStringLiteral("Append the log to a file too.") },
        { QStringLiteral("--help"), QString(), QStringLiteral("This text.") },
        { QStringLiteral("--version"), QString(), QStringLiteral("The version.") },
    };
    return flags;
}

base::Error usageError(const QString &message, const QString &hint)
{
    base::Error error;
    error.kind = base::ErrorKind::Usage;
    error.message = message;
    error.hint = hint;
    return error;
}

QString nearest(const QString &word, const QStringList &candidates)
{
    const qsizetype most = std::max<qsizetype>(2, word.size() / 2);
    QString best;
    int bestDistance = int(most) + 1;
    for (const QString &candidate : candidates) {
        const int distance = editDistance(word, candidate);
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

base::Result<Arguments> Arguments::parse(const CommandSpec &spec, const QStringList &words)
{
    Arguments arguments;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (!word.startsWith(QLatin1Char('-')) || word == QLatin1String("-")) {
            const bool takesMore =
                arguments.m_positional.isEmpty() || spec.positional.endsWith(QLatin1String("..."));
            if (spec.positional.isEmpty() || !takesMore)
                return usageError(
                    QStringLiteral("%1 does not take the argument \"%2\".").arg(spec.name, word),
                    QStringLiteral("lockstep-cli %1 --help shows how it is called.").arg(spec.name));
            arguments.m_positional.append(word);
            continue;
        }
        const bool hasInline = word.startsWith(QLatin1String("--")) && word.contains(QLatin1Char('='));
        const QString name = hasInline ? word.section(QLatin1Char('='), 0, 0) : word;
        const Flag *flag = findFlag(spec, name);
        if (!flag)
            return unknownFlag(spec, name);
        if (arguments.m_values.contains(name))
            return usageError(QStringLiteral("%1 is given twice.").arg(name));
        if (flag->value.isEmpty() && hasInline)
            return usageError(QStringLiteral("%1 takes no value.").arg(name));
        if (!flag->value.isEmpty() && !hasInline && i + 1 >= words.size())
            return usageError(QStringLiteral("%1 needs a value (%2).").arg(name, flag->value));
        QString value;
        if (!flag->value.isEmpty())
            value = hasInline ? word.section(QLatin1Char('='), 1) : words[++i];
        arguments.m_values.insert(name, value);
    }
    if (const auto kept = arguments.keepsWhatItReads(spec); !kept.has_value())
        return kept.error();
    return arguments;
}

base::Result<void> Arguments::keepsWhatItReads(const CommandSpec &spec) const
{
    const QString output = QFileInfo(value("-o")).canonicalFilePath();
    if (output.isEmpty() || !QFileInfo(output).isFile())
        return {};
    QStringList read = spec.updatesInput ? QStringList() : m_positional;
    for (auto it = m_values.cbegin(); it != m_values.cend(); ++it) {
        if (it.key() != QLatin1String("-o"))
            read.append(*it);
    }
    for (const QString &path : std::as_const(read)) {
        if (QFileInfo(path).canonicalFilePath() == output)
            return usageError(QStringLiteral("-o would write over %1, which is read.").arg(path),
                              QStringLiteral("Name another file."));
    }
    return {};
}

base::Result<QString> choice(const Arguments &arguments, const char *flag, const char *otherwise,
                             const QStringList &allowed)
{
    const QString value = arguments.value(flag, otherwise);
    if (allowed.contains(value))
        return value;
    return usageError(QStringLiteral("%1 cannot be \"%2\".").arg(QLatin1String(flag), value),
                      QStringLiteral("It is one of %1.").arg(allowed.join(QStringLiteral(", "))));
}

QString helpText(const CommandSpec &spec)
{
    QString text = QStringLiteral("lockstep-cli %1").arg(spec.name);
    if (!spec.positional.isEmpty())
        text += QLatin1Char(' ') + spec.positional;
    text += QStringLiteral(" [flags]\n\n") + spec.summary + QStringLiteral("\n\nFlags:\n");
    for (const Flag &flag : spec.flags)
        text += flagLine(flag);
    text += QStringLiteral("Common flags:\n");
    for (const Flag &flag : commonFlags())
        text += flagLine(flag);
    text += QStringLiteral("\nExamples:\n");
    for (const QString &example : spec.examples)
        text += QStringLiteral("  ") + example + QLatin1Char('\n');
    return text;
}

} // namespace lockstep::cli
