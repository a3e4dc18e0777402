#include "keywords.h"

#include "sciwidget.h"

namespace lockstep::widgets {

void setKeywords(QWidget *root, const QStringList &words)
{
    for (SciWidget *each : root->findChildren<SciWidget *>())
        each->setKeywords(words);
}

} // namespace lockstep::widgets
