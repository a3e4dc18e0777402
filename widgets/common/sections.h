#pragma once

class QHeaderView;

namespace lockstep::widgets {

/// A column of that width, or wider where its title needs it in the language of the window.
void setSectionWidth(QHeaderView *header, int section, int width);
/// The column that has the width `wanted` and gives of it, down to `least`, what the others need to be seen
/// up to the last title. What the user drags it to stays.
void setSectionGivingWay(QHeaderView *header, int section, int wanted, int least);

} // namespace lockstep::widgets
