#pragma once

#include <QWidget>

namespace lockstep::widgets {

class SciWidget;

/// SQL to read and copy.
class SqlView final : public QWidget
{
    Q_OBJECT
public:
    explicit SqlView(QWidget *parent = nullptr);
    [[nodiscard]] QString sqlText() const;

public slots:
    void setSqlText(const QString &sql);

private:
    SciWidget *m_view;
};

} // namespace lockstep::widgets
