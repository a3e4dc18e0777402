#include "sections.h"

#include <QHeaderView>

#include <algorithm>

namespace lockstep::widgets {

void setSectionWidth(QHeaderView *header, int section, int width)
{
    header->resizeSection(section, std::max(width, header->sectionSizeHint(section)));
}

} // namespace lockstep::widgets
