#include "log.h"

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <map>
#include <mutex>

namespace lockstep::base::log {

namespace {

struct State
{
    std::mutex mutex;
    std::vector<spdlog::sink_ptr> sinks{ std::make_shared<spdlog::sinks::stderr_sink_mt>() };
    std::map<std::string, std::shared_ptr<spdlog::logger>> loggers;
    spdlog::level::level_enum lowest = spdlog::level::warn;
    Sink sink;
};

State &state()
{
    static State instance;
    return instance;
}

spdlog::level::level_enum toSpdlog(Level level)
{
    switch (level) {
    case Level::Debug: return spdlog::level::debug;
    case Level::Info: return spdlog::level::info;
    case Level::Warning: return spdlog::level::warn;
    case Level::Error: return spdlog::level::err;
    }
    return spdlog::level::info;
}

void write(Level level, const char *channel, const QString &message)
{
    std::shared_ptr<spdlog::logger> logger;
    Sink sink;
    {
        State &s = state();
        const std::scoped_lock lock(s.mutex);
        auto &entry = s.loggers[channel];
        if (!entry) {
            entry = std::make_shared<spdlog::logger>(std::string("lockstep.") + channel, s.sinks.begin(),
                                                     s.sinks.end());
            entry->set_level(s.lowest);
            entry->flush_on(spdlog::level::warn);
        }
        logger = entry;
        sink = s.sink;
    }
    logger->log(toSpdlog(level), "{}", message.toStdString());
    if (sink)
        sink(level, QString::fromLatin1(channel), message);
}

} // namespace

void debug(const char *channel, const QString &message)
{
    write(Level::Debug, channel, message);
}
void info(const char *channel, const QString &message)
{
    write(Level::Info, channel, message);
}
void warning(const char *channel, const QString &message)
{
    write(Level::Warning, channel, message);
}
void error(const char *channel, const QString &message)
{
    write(Level::Error, channel, message);
}

void setSink(Sink sink)
{
    State &s = state();
    const std::scoped_lock lock(s.mutex);
    s.sink = std::move(sink);
}

bool configure(Level lowest, const QString &file)
{
    State &s = state();
    const std::scoped_lock lock(s.mutex);
    s.lowest = toSpdlog(lowest);
    s.loggers.clear();
    s.sinks = { std::make_shared<spdlog::sinks::stderr_sink_mt>() };
    if (file.isEmpty())
        return true;
    try {
        s.sinks.push_back(std::make_shared<spdlog::sinks::basic_file_sink_mt>(file.toStdString()));
    } catch (const spdlog::spdlog_ex &) {
        return false;
    }
    return true;
}

bool parseLevel(const QString &text, Level *level)
{
    if (text == QLatin1String("debug"))
        *level = Level::Debug;
    else if (text == QLatin1String("info"))
        *level = Level::Info;
    else if (text == QLatin1String("warning"))
        *level = Level::Warning;
    else if (text == QLatin1String("error"))
        *level = Level::Error;
    else
        return false;
    return true;
}

} // namespace lockstep::base::log
