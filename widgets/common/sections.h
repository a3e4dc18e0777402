#pragma once

class QHeaderView;

namespace lockstep::widgets {

/// A column of that width, or wider where its title needs it in the language of the window.
void setSectionWidth(QHeaderView *header, int section, int width);

} // namespace lockstep::widgets
