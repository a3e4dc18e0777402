#include "probe.h"

namespace lockstep::analysis {

int depthOf(Probe probe)
{
    switch (probe) {
    case Probe::BuildOrdered:
    case Probe::BuildBrin: return 1; // id
    case Probe::ForeignKey:
    case Probe::Query:
    case Probe::BuildMore: return 3; // k
    case Probe::BuildText:
    case Probe::BuildHash: return 4; // t
    case Probe::BuildShort: return 5; // u
    case Probe::BuildRepeated: return 6; // s
    case Probe::ForeignKeyFar:
    case Probe::ForeignKeySpilled:
    case Probe::Sample:
    case Probe::ScanDeep: return 7; // f
    case Probe::BuildGin: return 3; // j of wide
    case Probe::BuildGist: return 4; // r
    default: return 2; // n
    }
}

} // namespace lockstep::analysis
