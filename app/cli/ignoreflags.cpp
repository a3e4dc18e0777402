#include "planning.h"

namespace lockstep::cli {

namespace {

/// Between commas; those in parentheses (argument lists) and in quotes belong to the name.
QStringList listItems(const QString &text)
{
    QStringList items;
    QString item;
    int depth = 0;
    bool isQuoted = false;
    for (const QChar c : text) {
        if (c == QLatin1Char('"'))
            isQuoted = !isQuoted;
        else if (!isQuoted && c == QLatin1Char('('))
            ++depth;
        else if (!isQuoted && c == QLatin1Char(')'))
            --depth;
        if (c == QLatin1Char(',') && !isQuoted && depth == 0) {
            items.append(item.trimmed());
            item.clear();
        } else {
            item += c;
        }
    }
    items.append(item.trimmed());
    items.removeAll(QString());
    return items;
}

QStringList ignorableNames()
{
    QStringList names;
    for (int i = 0; i < diff::kIgnorableCount; ++i)
        names << diff::ignorableName(diff::Ignorable(i));
    return names;
}

} // namespace

const std::vector<Flag> &ignoreFlags()
{
    static const std::vector<Flag> flags{
        { QStringLiteral("--ignore"), QStringLiteral("WHAT,..."),
          QStringLiteral("Leave aside: ") + ignorableNames().join(QStringLiteral(", ")) + QLatin1Char('.') },
        { QStringLiteral("--ignore-objects"), QStringLiteral("PATTERN,..."),
          QStringLiteral("Leave these objects as they are: public.tmp_*, schema:audit, table:*.log.") },
        { QStringLiteral("--only"), QStringLiteral("PATTERN,..."),
          QStringLiteral("Leave everything else as it is.") },
    };
    return flags;
}

base::Result<void> addIgnoreFlags(const Arguments &arguments, diff::IgnoreRules *rules)
{
    for (const QString &word : listItems(arguments.value("--ignore"))) {
        const auto ignorable = diff::parseIgnorable(word);
        if (!ignorable)
            return usageError(QStringLiteral("--ignore cannot be \"%1\".").arg(word),
                              QStringLiteral("It takes %1, several with commas between them.")
                                  .arg(ignorableNames().join(QStringLiteral(", "))));
        rules->add(*ignorable);
    }
    rules->objects += listItems(arguments.value("--ignore-objects"));
    rules->only += listItems(arguments.value("--only"));
    rules->objects.removeDuplicates();
    rules->only.removeDuplicates();
    return diff::checkRules(*rules);
}

} // namespace lockstep::cli
