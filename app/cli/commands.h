#pragma once

#include "context.h"

#include <QStringList>

#include <stop_token>

namespace lockstep::cli {

struct Command
{
    CommandSpec spec;
    int (*run)(const Arguments &arguments, Context &context);
};

[[nodiscard]] Command calibrateCommand();
[[nodiscard]] Command checkCommand();
[[nodiscard]] Command compareCommand();
[[nodiscard]] Command lintCommand();
[[nodiscard]] Command planCommand();
[[nodiscard]] Command proveCommand();
[[nodiscard]] Command rehearseCommand();
[[nodiscard]] Command runCommand();
[[nodiscard]] Command snapshotCommand();

/// The whole program: finds the command, checks the flags, runs it. `words` without the program's
/// own name. Returns the exit code.
[[nodiscard]] int runCli(const QStringList &words, std::stop_token stop);

} // namespace lockstep::cli
