#include "hinttext.h"

#include <QCoreApplication>

namespace lockstep::widgets {

namespace {

struct HintText
{
    Q_DECLARE_TR_FUNCTIONS(HintText)
};

/// As it stands on the button or beside the field, in whatever language.
QString control(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text).remove(QLatin1Char('&'));
}

QString pageButton(const char *text)
{
    return control("lockstep::widgets::RunPage", text);
}

/// Where the run stopped, the way to the other button is a button too.
QString resumeButton()
{
    return control("lockstep::widgets::RunPage",
                   QT_TRANSLATE_NOOP("lockstep::widgets::RunPage", "Back to the start"))
           + QStringLiteral(" \u2192 ")
           + control("lockstep::widgets::FoundRun",
                     QT_TRANSLATE_NOOP("lockstep::widgets::FoundRun", "Resume it"));
}

QString rollBackButton()
{
    return control("lockstep::widgets::FoundRun",
                   QT_TRANSLATE_NOOP("lockstep::widgets::FoundRun", "Roll it back\u2026"));
}

QString lockHint()
{
    const QString field = control(
        "lockstep::widgets::RunSetup",
        QT_TRANSLATE_NOOP("lockstep::widgets::RunSetup", "Who may be en&ded when the run waits for a lock"));
    return HintText::
        tr("Nothing of this step was changed. End what holds the lock, or let the run do it (\"%1\"); then "
           "press \"%2\".")
            .arg(field, resumeButton());
}

QString failoverHint()
{
    const QString tick =
        control("lockstep::widgets::FoundRun",
                QT_TRANSLATE_NOOP("lockstep::widgets::FoundRun",
                                  "Go on although a standby was promoted or a backup restored since"));
    return HintText::tr("Make sure that this is the server to go on with and that the old one is off. Then "
                        "tick \"%1\" and "
                        "press \"%2\".")
        .arg(tick, resumeButton());
}

QString planAnewHint()
{
    return HintText::tr(
               "Compare the database with the target again and make a new plan. If this plan was run here "
               "before and its journal was removed, press \"%1\" and say at which step it stands.")
        .arg(pageButton(QT_TRANSLATE_NOOP("lockstep::widgets::RunPage", "Go on from a step\u2026")));
}

QString takeOverHint()
{
    return HintText::tr("Name its database on the Run page again: there you can press \"%1\" or \"%2\".")
        .arg(control("lockstep::widgets::FoundRun",
                     QT_TRANSLATE_NOOP("lockstep::widgets::FoundRun", "Stop it there")),
             control("lockstep::widgets::FoundRun",
                     QT_TRANSLATE_NOOP("lockstep::widgets::FoundRun", "Take it over\u2026")));
}

} // namespace

QString hintText(const base::Error &error)
{
    using base::Remedy;
    switch (error.remedy) {
    case Remedy::None: return error.hint;
    case Remedy::EndBlockers: return lockHint();
    case Remedy::CorrectRow:
        return HintText::tr(
                   "Correct the row or the expression, then press \"%1\"; or press \"%2\". Everything before "
                   "it is done and stays.")
            .arg(resumeButton(),
                 pageButton(QT_TRANSLATE_NOOP("lockstep::widgets::RunPage", "Put such rows aside\u2026")));
    case Remedy::AcceptDrift:
        return HintText::tr("Take that change back and press \"%1\", go on with it as it is by \"%2\", or "
                            "press \"%3\" and plan anew.")
            .arg(resumeButton(),
                 pageButton(QT_TRANSLATE_NOOP("lockstep::widgets::RunPage", "Accept the change\u2026")),
                 rollBackButton());
    case Remedy::AcceptFailover: return failoverHint();
    case Remedy::TakeOver: return takeOverHint();
    case Remedy::StartAnew:
        return HintText::tr("Name the database on the Run page again, and start the plan there.");
    case Remedy::FinishRollback:
        return HintText::tr("Press \"%1\" first.")
            .arg(control("lockstep::widgets::FoundRun",
                         QT_TRANSLATE_NOOP("lockstep::widgets::FoundRun", "Go on rolling back\u2026")));
    case Remedy::ResumeOrRollBack:
        return HintText::tr("Press \"%1\" or \"%2\".").arg(resumeButton(), rollBackButton());
    case Remedy::WatchOther:
        return HintText::tr("Name the database on the Run page again to see what the other one does.");
    case Remedy::FindWhatEndsIt:
        return HintText::
            tr("Look into the server's log for what ends it. What is done is kept: press \"%1\" or \"%2\".")
                .arg(resumeButton(), rollBackButton());
    case Remedy::PlanAnew: return planAnewHint();
    case Remedy::Prove: return HintText::tr("Prove it on the Plan page first.");
    }
    return error.hint;
}

QString adviceText(const analysis::CheckItem &item)
{
    if (item.advice.isEmpty())
        return {};
    if (item.id == QLatin1String("proof"))
        return HintText::tr("Prove it on the Plan page first.");
    if (item.id == QLatin1String("losses")) {
        return HintText::tr("Tick each under \"%1\" on the Run page, or park what may still be needed.")
            .arg(control("lockstep::widgets::RunSetup",
                         QT_TRANSLATE_NOOP("lockstep::widgets::RunSetup", "What may be lost for good")));
    }
    if (item.id == QLatin1String("pooler"))
        return HintText::tr("Name the server itself on the Run page, without the pooler in between.");
    return item.advice;
}

} // namespace lockstep::widgets
