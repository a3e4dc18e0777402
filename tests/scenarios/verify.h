#pragma once

#include <QTest>

/// Fails the test with the error's whole text; for functions that return nothing, as QVERIFY2.
#define VERIFY_OK(result)                                                                                    \
    do {                                                                                                     \
        const auto &checked_ = (result);                                                                     \
        QVERIFY2(checked_.has_value(),                                                                       \
                 qPrintable(checked_.has_value() ? QString() : checked_.error().toText()));                  \
    } while (false)
