#pragma once

#include "../unit/diff/handmadecatalog.h"

#include <widgets/compare/comparepage.h>

#include <QTreeView>

namespace lockstep::testing {

/// A page with a comparison on it, followed as the window follows it: of what is decided a comparison is
/// made again.
struct CompareDesk
{
    explicit CompareDesk(const plan::Intents &decided = {});
    void compare();

    template <typename T>
    [[nodiscard]] T *child(const char *name) const
    {
        return page.findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QTreeView *tree() const { return child<QTreeView>("changes"); }
    [[nodiscard]] QModelIndex line(const QString &name) const;
    void choose(const QString &name);
    [[nodiscard]] bool isTicked(const QString &name) const;
    [[nodiscard]] int lines() const;
    void press(const char *name);

    widgets::ComparePage page;
    plan::Intents intents;
    diff::ChangeSetPtr found;
    schema::CatalogPtr wanted;
};

inline const QString kAge = QStringLiteral("public.users.age");
inline const QString kOldName = QStringLiteral("public.users.user_name");
inline const QString kNewName = QStringLiteral("public.users.username");
inline const QString kOld = QStringLiteral("public.old");
inline const QString kView = QStringLiteral("public.v");

} // namespace lockstep::testing
