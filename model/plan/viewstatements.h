#pragma once

#include "action.h"
#include "viewdetail.h"

/// The statements that make views in schemas of their own and exchange them with those in use.
namespace lockstep::plan {

/// `views`: those of both sides that are made anew, kinds and names alike. Errors as makePlainPlan().
[[nodiscard]] base::Result<std::shared_ptr<ViewsBeside>> viewStatements(const QSet<schema::ObjectId> &views,
                                                                        const diff::ChangeSet &changes,
                                                                        const PlanOptions &options,
                                                                        std::stop_token stop);

} // namespace lockstep::plan
