#pragma once

#include <model/analysis/rates.h>

namespace lockstep::project {

/// Where rates that were measured are kept between starts: a file for each server, in a directory of the
/// user's. Holds no secrets. May be used by several threads; touches the disk, so not by the GUI's.
class RatesStore
{
public:
    /// An empty directory keeps nothing.
    explicit RatesStore(QString directory = {});

    /// Whole or not at all. Errors: Refused for a server that does not say which one it is, Environment.
    [[nodiscard]] base::Result<void> save(const analysis::Rates &rates) const;
    /// Null: nothing is kept for this server. Errors (Input) of a file that is damaged.
    [[nodiscard]] base::Result<analysis::RatesPtr> find(const analysis::ServerKey &key) const;
    /// No error where there is nothing.
    [[nodiscard]] base::Result<void> forget(const analysis::ServerKey &key) const;

private:
    [[nodiscard]] QString pathOf(const analysis::ServerKey &key) const;

    QString m_directory;
};

} // namespace lockstep::project
