#include "rulespanel.h"

#include <widgets/common/theme.h>

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace lockstep::widgets {

namespace {

QString ruleText(diff::Ignorable what)
{
    switch (what) {
    case diff::Ignorable::Owners: return RulesPanel::tr("Owners");
    case diff::Ignorable::Privileges: return RulesPanel::tr("Privileges, default ones too");
    case diff::Ignorable::Comments: return RulesPanel::tr("Comments");
    case diff::Ignorable::Tablespaces: return RulesPanel::tr("Tablespaces");
    case diff::Ignorable::StorageParameters: return RulesPanel::tr("Storage parameters");
    case diff::Ignorable::Whitespace: return RulesPanel::tr("White space in functions");
    case diff::Ignorable::SecurityLabels: return RulesPanel::tr("Security labels");
    case diff::Ignorable::Publications: return RulesPanel::tr("Publications");
    case diff::Ignorable::Subscriptions: return RulesPanel::tr("Subscriptions");
    }
    return {};
}

QStringList patternsOf(const QString &text)
{
    static const QRegularExpression separator(QStringLiteral("[,\\s]+"));
    return text.split(separator, Qt::SkipEmptyParts);
}

} // namespace

RulesPanel::RulesPanel(QWidget *parent)
    : QWidget(parent)
    , m_objects(new QLineEdit)
    , m_only(new QLineEdit)
    , m_problem(new QLabel)
    , m_count(new QLabel)
{
    auto *title = new QLabel(tr("Left aside when comparing"));
    title->setFont(scaledFont(font(), 1.0, true));
    m_count->setObjectName(QStringLiteral("ignoredCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_problem->setObjectName(QStringLiteral("rulesProblem"));
    m_problem->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(title);
    column->addWidget(m_count);
    for (int i = 0; i < diff::kIgnorableCount; ++i) {
        auto *box = new QCheckBox(ruleText(diff::Ignorable(i)));
        box->setObjectName(QStringLiteral("ignore_") + diff::ignorableName(diff::Ignorable(i)));
        connect(box, &QCheckBox::clicked, this, &RulesPanel::changed);
        column->addWidget(box);
        m_what.at(size_t(i)) = box;
    }
    const auto addPatterns = [&](QLineEdit *line, const QString &label, const QString &name,
                                 const QString &placeholder) {
        auto *text = new QLabel(label);
        text->setBuddy(line);
        line->setObjectName(name);
        line->setAccessibleName(label);
        line->setPlaceholderText(placeholder);
        line->setClearButtonEnabled(true);
        connect(line, &QLineEdit::editingFinished, this, &RulesPanel::changed);
        column->addWidget(text);
        column->addWidget(line);
    };
    addPatterns(m_objects, tr("Objects like these"), QStringLiteral("ignoreObjects"),
                QStringLiteral("public.tmp_*, table:audit.*"));
    addPatterns(m_only, tr("Everything not like these"), QStringLiteral("ignoreOnly"),
                QStringLiteral("shop.*"));
    column->addWidget(m_problem);
    m_problem->hide();
}

void RulesPanel::setRules(const diff::IgnoreRules &rules)
{
    m_rules = rules;
    for (int i = 0; i < diff::kIgnorableCount; ++i)
        m_what.at(size_t(i))->setChecked(rules.ignores(diff::Ignorable(i)));
    if (patternsOf(m_objects->text()) != rules.objects)
        m_objects->setText(rules.objects.join(QStringLiteral(", ")));
    if (patternsOf(m_only->text()) != rules.only)
        m_only->setText(rules.only.join(QStringLiteral(", ")));
    m_problem->hide();
}

void RulesPanel::setIgnoredCount(int differences)
{
    m_count->setText(differences == 0 ? tr("Nothing is left aside by a rule.")
                                      : tr("%n difference(s) left aside by rules.", nullptr, differences));
}

void RulesPanel::changed()
{
    diff::IgnoreRules rules;
    for (int i = 0; i < diff::kIgnorableCount; ++i) {
        if (m_what.at(size_t(i))->isChecked())
            rules.add(diff::Ignorable(i));
    }
    rules.objects = patternsOf(m_objects->text());
    rules.only = patternsOf(m_only->text());
    const auto checked = diff::checkRules(rules);
    m_problem->setVisible(!checked.has_value());
    if (!checked.has_value()) {
        m_problem->setText(checked.error().message + QLatin1Char(' ') + checked.error().hint);
        return;
    }
    if (rules == m_rules)
        return;
    m_rules = rules;
    emit rulesChanged(rules);
}

} // namespace lockstep::widgets
