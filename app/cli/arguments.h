#pragma once

#include <model/base/result.h>

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace lockstep::cli {

/// One flag of a command: "--current" with the name of its value, or a switch where that is empty.
struct Flag
{
    QString name;
    QString value;
    QString help;
};

struct CommandSpec
{
    QString name;
    QString positional; ///< "SRC", "[PLAN]", "FILE..." for one or more; empty: takes none.
    QString summary;
    std::vector<Flag> flags;
    QStringList examples;
    bool updatesInput = false; ///< What it reads first it may write again, with more in it: -o names the same.
};

/// What was given on the command line, checked against a CommandSpec.
class Arguments
{
public:
    [[nodiscard]] bool has(const char *flag) const { return m_values.contains(QLatin1String(flag)); }
    [[nodiscard]] QString value(const char *flag, const char *otherwise = "") const
    {
        return m_values.value(QLatin1String(flag), QLatin1String(otherwise));
    }
    [[nodiscard]] const QStringList &positional() const { return m_positional; }

    /// Errors (Usage): an unknown flag with the nearest known one, a missing value, a flag twice,
    /// too many positional arguments, -o with a file that is read.
    [[nodiscard]] static base::Result<Arguments> parse(const CommandSpec &spec, const QStringList &words);

private:
    /// An error where -o names a file that another argument names too.
    [[nodiscard]] base::Result<void> keepsWhatItReads(const CommandSpec &spec) const;

    QHash<QString, QString> m_values;
    QStringList m_positional;
};

/// Flags that every command takes.
[[nodiscard]] const std::vector<Flag> &commonFlags();
[[nodiscard]] QString helpText(const CommandSpec &spec);
/// The candidate with the smallest edit distance, empty if none is near.
[[nodiscard]] QString nearest(const QString &word, const QStringList &candidates);
[[nodiscard]] base::Error usageError(const QString &message, const QString &hint = {});
/// One of `allowed`, or a usage error that lists them.
[[nodiscard]] base::Result<QString> choice(const Arguments &arguments, const char *flag,
                                           const char *otherwise, const QStringList &allowed);

} // namespace lockstep::cli
