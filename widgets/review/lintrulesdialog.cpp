#include "lintrulesdialog.h"

#include "statementtext.h"

#include <model/items/findingsmodel.h>
#include <widgets/common/rowdelegate.h>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTextBrowser>
#include <QTreeView>
#include <QVBoxLayout>

namespace lockstep::widgets {

using items::LintRulesModel;
using items::RuleChoice;

namespace {

constexpr QSize usualSize(1200, 680);

} // namespace

LintRulesDialog::LintRulesDialog(QWidget *parent)
    : QDialog(parent)
    , m_model(new LintRulesModel(this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit)
    , m_view(new QTreeView)
    , m_count(new QLabel)
    , m_documentation(new QTextBrowser)
    , m_choice(new QComboBox)
    , m_usual(new QPushButton(tr("&All as usual")))
{
    setObjectName(QStringLiteral("lintRulesDialog"));
    setWindowTitle(tr("Rules of this project"));
    setModal(false);
    resize(usualSize);
    buildTable();
    buildLayout();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setFilterFixedString(text);
        if (!m_view->currentIndex().isValid())
            m_view->setCurrentIndex(m_filter->index(0, 0));
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &LintRulesDialog::showSelected);
    connect(m_choice, &QComboBox::activated, this, &LintRulesDialog::choose);
    connect(m_usual, &QPushButton::clicked, this, [this] { emit settingsChanged({}); });
    m_view->setCurrentIndex(m_filter->index(0, 0));
    showCount();
}

void LintRulesDialog::buildTable()
{
    m_filter->setSourceModel(m_model);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setObjectName(QStringLiteral("lintRules"));
    m_view->setAccessibleName(tr("Rules"));
    m_view->setModel(m_filter);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setItemDelegate(new RowDelegate(m_view));
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(LintRulesModel::Rule, Qt::AscendingOrder);
    const int character = fontMetrics().averageCharWidth();
    m_view->header()->resizeSection(LintRulesModel::Rule, 28 * character);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(LintRulesModel::Title, QHeaderView::Stretch);
    m_view->header()->resizeSection(LintRulesModel::Choice, 15 * character);
    m_search->setObjectName(QStringLiteral("lintRulesSearch"));
    m_search->setAccessibleName(tr("Rules that hold this text"));
    m_search->setPlaceholderText(tr("Filter"));
    m_search->setClearButtonEnabled(true);
    m_count->setObjectName(QStringLiteral("lintRulesCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
}

QWidget *LintRulesDialog::buildDetails()
{
    m_documentation->setObjectName(QStringLiteral("lintRuleText"));
    m_documentation->setAccessibleName(tr("What the rule is about"));
    m_documentation->setFrameShape(QFrame::NoFrame);
    m_choice->setObjectName(QStringLiteral("lintRuleChoice"));
    auto *label = new QLabel(tr("&In this project:"));
    label->setBuddy(m_choice);
    m_choice->setAccessibleName(tr("What this project does with the rule"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 8, 0);
    row->addWidget(label);
    row->addWidget(m_choice, 1);
    auto *details = new QWidget;
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_documentation, 1);
    column->addLayout(row);
    return details;
}

void LintRulesDialog::buildLayout()
{
    auto *about =
        new QLabel(tr("What is chosen here holds for the findings of plans and of reviewed scripts, "
                      "and is kept in the project file. lockstep-cli lint --settings reads that file."));
    about->setWordWrap(true);
    about->setForegroundRole(QPalette::PlaceholderText);
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_view);
    splitter->addWidget(buildDetails());
    splitter->setSizes({ usualSize.width() * 11 / 20, usualSize.width() * 9 / 20 });
    m_usual->setObjectName(QStringLiteral("lintRulesUsual"));
    m_usual->setToolTip(tr("Forgets everything that this project decides about rules."));
    m_usual->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_usual, QDialogButtonBox::ResetRole);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("lintRulesClose"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 12);
    column->setSpacing(10);
    column->addWidget(about);
    column->addLayout(top);
    column->addWidget(splitter, 1);
    column->addWidget(buttons);
}

void LintRulesDialog::setSettings(const analysis::lint::LintSettings &settings)
{
    m_model->setSettings(settings);
    showSelected();
    showCount();
}

void LintRulesDialog::select(const QString &rule)
{
    const int row = m_model->rowOf(rule);
    if (row < 0)
        return;
    if (!m_filter->mapFromSource(m_model->index(row, 0)).isValid())
        m_search->clear();
    m_view->setCurrentIndex(m_filter->mapFromSource(m_model->index(row, 0)));
    m_view->scrollTo(m_view->currentIndex(), QAbstractItemView::PositionAtCenter);
}

QString LintRulesDialog::selected() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? m_model->ruleAt(m_filter->mapToSource(index).row()) : QString();
}

void LintRulesDialog::showSelected()
{
    const QString rule = selected();
    m_documentation->setHtml(documentationHtml(items::ruleDocumentation(rule), colorsFor(palette())));
    m_choice->clear();
    m_choice->setEnabled(!rule.isEmpty());
    if (rule.isEmpty())
        return;
    for (const RuleChoice choice : items::choicesFor(rule))
        m_choice->addItem(items::ruleChoiceText(choice, rule), int(choice));
    m_choice->setCurrentIndex(m_choice->findData(int(items::choiceOf(m_model->settings(), rule))));
}

void LintRulesDialog::showCount()
{
    const analysis::lint::LintSettings &settings = m_model->settings();
    int decided = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        decided += items::choiceOf(settings, m_model->ruleAt(row)) != RuleChoice::Usual ? 1 : 0;
    m_count->setText(decided == 0 ? tr("All rules are as usual.")
                                  : tr("%n rules are not as usual.", nullptr, decided));
    m_usual->setEnabled(settings != analysis::lint::LintSettings());
}

void LintRulesDialog::choose()
{
    const auto choice = RuleChoice(m_choice->currentData().toInt());
    const auto settings = items::withChoice(m_model->settings(), selected(), choice);
    if (settings != m_model->settings())
        emit settingsChanged(settings);
}

void LintRulesDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showSelected();
}

} // namespace lockstep::widgets
