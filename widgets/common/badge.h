#pragma once

#include <QLabel>

namespace lockstep::widgets {

enum class Environment { Unknown, Development, Test, Staging, Production };

/// "production" and the like, as the project file writes it; anything else is Unknown.
[[nodiscard]] Environment environmentFromName(const QString &name);
[[nodiscard]] QString environmentName(Environment environment); ///< "production"; "" for Unknown.

/// The environment in words and colour. Hidden while unknown.
class Badge final : public QLabel
{
    Q_OBJECT
public:
    explicit Badge(QWidget *parent = nullptr);
    [[nodiscard]] Environment environment() const { return m_environment; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

public slots:
    void setEnvironment(lockstep::widgets::Environment environment);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Environment m_environment = Environment::Unknown;
};

/// The colour of an environment's badge and, for production, of the window's top edge.
[[nodiscard]] QColor environmentColor(Environment environment, const QPalette &palette);

} // namespace lockstep::widgets
