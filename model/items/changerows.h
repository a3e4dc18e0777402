#pragma once

#include "words.h"

#include <model/schema/statistics.h>

#include <array>
#include <optional>

/// What the list of differences says, a line for each.
namespace lockstep::items {

/// One line of the list. `number`: of the change, of the fact in target that is identical, or of what is
/// not compared.
struct ChangeRow
{
    ChangeStatus status = ChangeStatus::Created;
    schema::Kind kind = schema::Kind::Table;
    int number = -1;
    int schema = 0; ///< Rank of its schema among the names.
    QStringView key; ///< Dotted name in lower case; its text belongs to who lists the rows.
};

/// What is shown. Together: every condition holds.
struct ChangeFilter
{
    /// Found anywhere in the dotted name; with * or ? it is a pattern of the name's beginning, so that
    /// "shop.order*" also finds what is in such tables.
    QString name;
    std::array<bool, changeStatusCount> statuses{ true, true, true, true, false, true };
    std::optional<schema::Kind> kind;

    [[nodiscard]] bool shows(ChangeStatus status) const { return statuses.at(size_t(status)); }
    friend bool operator==(const ChangeFilter &, const ChangeFilter &) = default;
};

/// A pattern in lower case against the beginning of a text in lower case: * is any text, ? any letter.
[[nodiscard]] bool matchesGlob(QStringView pattern, QStringView text);

/// The rows that pass, as indexes. `among`: no others are looked at; null: all are.
[[nodiscard]] std::vector<int> filtered(const std::vector<ChangeRow> &rows, const ChangeFilter &filter,
                                        const std::vector<int> *among = nullptr);
/// Whatever passes the one passes the other, too.
[[nodiscard]] bool isNarrower(const ChangeFilter &filter, const ChangeFilter &other);

[[nodiscard]] const schema::Fact *factBefore(const diff::Change &change); ///< Null: new.
[[nodiscard]] const schema::Fact *factAfter(const diff::Change &change); ///< Null: dropped.
/// Old and new value of each property that differs, or what is new, or what would be lost with rows and
/// bytes. Never empty. `statistics` of current; null where nothing is known.
[[nodiscard]] QString differsText(const diff::Change &change, const diff::ChangeSet &changes,
                                  const schema::Statistics *statistics);
/// "about 2 300 000 rows, 91 MB"; empty for what holds no data.
[[nodiscard]] QString lossText(const schema::Fact &fact, const schema::Statistics *statistics);
/// Why an object could not be compared, a whole sentence.
[[nodiscard]] QString notComparedText(const schema::Unmodelled &object);
/// Why a change is left out: "needs column public.t.a, which is left out"; empty where it is by itself.
[[nodiscard]] QString tieText(const diff::Tied &tied, const diff::Offer &offer);
/// The same of what has to be in the plan: "column public.t.a is needed by view public.v".
[[nodiscard]] QString takenText(const diff::Tied &tied, const diff::Offer &offer);
/// Dotted name, or what a person reads where there is none.
[[nodiscard]] QString objectText(const schema::ObjectId &id);

} // namespace lockstep::items
