#pragma once

class QWidget;

namespace lockstep::app {

class Actions;

/// Not modal; closed by Esc.
void openAbout(QWidget *parent);
void openShortcuts(QWidget *parent, const Actions &actions);

} // namespace lockstep::app
