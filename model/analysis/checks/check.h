#pragma once

#include "../checklist.h"

#include <span>

/// One small judgement a question; listed in one registry. A question's name is its SQL file's.
namespace lockstep::analysis::checks {

/// What a judgement says of a reading that is there.
struct Finding
{
    CheckVerdict verdict = CheckVerdict::Ok;
    QString consequence;
    QString advice;
};
using Judge = Finding (*)(const CheckInput &input, const schema::CheckReading &reading);

struct Check
{
    const char *id;
    const char *title;
    Judge judge;
};
/// In the order in which they are shown.
[[nodiscard]] std::span<const Check> registry();

Finding server(const CheckInput &input, const schema::CheckReading &reading);
Finding runner(const CheckInput &input, const schema::CheckReading &reading);
Finding longTransactions(const CheckInput &input, const schema::CheckReading &reading);
Finding preparedTransactions(const CheckInput &input, const schema::CheckReading &reading);
Finding visibility(const CheckInput &input, const schema::CheckReading &reading);
Finding standbys(const CheckInput &input, const schema::CheckReading &reading);
Finding replicationSlots(const CheckInput &input, const schema::CheckReading &reading);
Finding archiving(const CheckInput &input, const schema::CheckReading &reading);
Finding diskSpace(const CheckInput &input, const schema::CheckReading &reading);
Finding privileges(const CheckInput &input, const schema::CheckReading &reading);
Finding timeouts(const CheckInput &input, const schema::CheckReading &reading);
Finding invalidIndexes(const CheckInput &input, const schema::CheckReading &reading);
Finding notValidConstraints(const CheckInput &input, const schema::CheckReading &reading);
Finding vacuum(const CheckInput &input, const schema::CheckReading &reading);
Finding sequences(const CheckInput &input, const schema::CheckReading &reading);
Finding publications(const CheckInput &input, const schema::CheckReading &reading);
Finding connections(const CheckInput &input, const schema::CheckReading &reading);
Finding eventTriggers(const CheckInput &input, const schema::CheckReading &reading);
Finding pooler(const CheckInput &input, const schema::CheckReading &reading);

/// Items that no single query answers.
[[nodiscard]] CheckItem concurrentIndexes(const CheckInput &input);
[[nodiscard]] CheckItem drift(const CheckInput &input);
[[nodiscard]] CheckItem proof(const CheckInput &input);
[[nodiscard]] CheckItem losses(const CheckInput &input);
/// What the plan names and the server lacks: roles, and letters of its encoding.
[[nodiscard]] CheckItem names(const CheckInput &input);
[[nodiscard]] CheckItem traffic(const CheckInput &input, const BlastRadius &blast);
[[nodiscard]] QVector<CheckItem> dataItems(const CheckInput &input);

/// Whether the plan has statements that work CONCURRENTLY, and the first step with one.
[[nodiscard]] const plan::Step *firstConcurrent(const plan::Plan &plan);
/// "a, b and 3 more".
[[nodiscard]] QString someOf(const QStringList &names);

} // namespace lockstep::analysis::checks
