#pragma once

#include <QStringList>

class QWidget;

namespace lockstep::widgets {

/// Colours these words as keywords wherever SQL is shown in `root`, in place of the ones known without a
/// server. Empty: those again.
void setKeywords(QWidget *root, const QStringList &words);

} // namespace lockstep::widgets
