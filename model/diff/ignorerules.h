#pragma once

#include <model/base/result.h>
#include <model/schema/catalog.h>

#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <QVector>

#include <optional>
#include <vector>

namespace lockstep::diff {

/// What a comparison can leave aside, each by itself.
enum class Ignorable {
    Owners,
    Privileges, ///< Grants and default privileges.
    Comments,
    Tablespaces,
    StorageParameters, ///< Of tables, indexes and materialized views; the options of views are none.
    Whitespace, ///< In the bodies of routines.
    SecurityLabels,
    Publications,
    Subscriptions,
};
inline constexpr int kIgnorableCount = int(Ignorable::Subscriptions) + 1;

/// As the command line and the intents file spell it: "storage-parameters".
[[nodiscard]] QString ignorableName(Ignorable ignorable);
[[nodiscard]] std::optional<Ignorable> parseIgnorable(const QString &text);

/// What is left aside. Patterns are globs on dotted names ("public.tmp_*"; * and ? also cover dots),
/// with a kind before a colon where only that is meant ("table:public.tmp_*", "schema:audit"). What is
/// in or on a matching object goes with it.
struct IgnoreRules
{
    QVector<Ignorable> what; ///< Sorted, each once.
    QStringList objects;
    QStringList only; ///< Where not empty, everything that matches none of these is left aside.
    /// Exactly these stay as they are though the target lacks them, and what is in or on them. From the
    /// intents, not written by hand.
    QVector<schema::ObjectId> kept;
    /// Exactly these are as they are in current, without what is in or on them. From a selection.
    QSet<schema::ObjectId> leftOut;

    [[nodiscard]] bool isEmpty() const
    {
        return what.isEmpty() && objects.isEmpty() && only.isEmpty() && kept.isEmpty() && leftOut.isEmpty();
    }
    [[nodiscard]] bool ignores(Ignorable ignorable) const { return what.contains(ignorable); }
    void add(Ignorable ignorable);
    friend bool operator==(const IgnoreRules &, const IgnoreRules &) = default;
};

/// The rules as one sentence for reports; empty for none.
[[nodiscard]] QString describe(const IgnoreRules &rules);
/// The same of what is kept.
[[nodiscard]] QString describeKept(const IgnoreRules &rules);
/// The same of what a selection leaves out; many are counted.
[[nodiscard]] QString describeLeftOut(const IgnoreRules &rules);
/// "1 difference left aside", "3 differences left aside".
[[nodiscard]] QString describeLeftAside(int differences);
/// Errors (Usage): a pattern that names no kind or nothing.
[[nodiscard]] base::Result<void> checkRules(const IgnoreRules &rules);

/// The rules, ready to be asked about the facts of one catalog.
class IgnoreMatcher
{
public:
    IgnoreMatcher(const IgnoreRules &rules, const schema::Catalog &catalog);

    /// As a whole: neither created, changed nor dropped. True of what is parked, whatever the rules.
    [[nodiscard]] bool ignores(const schema::Fact &fact) const;
    /// By a pattern or because it is kept, not by its kind.
    [[nodiscard]] bool ignoresByPattern(const schema::Fact &fact) const;
    [[nodiscard]] bool keeps(const schema::Fact &fact) const;

private:
    struct Pattern
    {
        std::optional<schema::Kind> kind;
        QRegularExpression glob;
    };
    [[nodiscard]] static std::vector<Pattern> compiled(const QStringList &texts);
    [[nodiscard]] static bool matches(const std::vector<Pattern> &patterns,
                                      const QVector<schema::ObjectId> &names);
    [[nodiscard]] QVector<schema::ObjectId> namesOf(const schema::Fact &fact) const;

    const IgnoreRules &m_rules;
    const schema::Catalog &m_catalog;
    std::vector<Pattern> m_objects;
    std::vector<Pattern> m_only;
};

/// Blanks, line breaks and blank lines out, where the language does not mind: strings, quoted names and
/// comments stay.
[[nodiscard]] QString withoutWhitespace(const QString &code, const QString &language);
/// Equal but for whitespace in the body.
[[nodiscard]] bool differsInWhitespaceOnly(const schema::RoutineAttributes &a,
                                           const schema::RoutineAttributes &b);

} // namespace lockstep::diff
