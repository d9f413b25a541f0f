"""Which of a figure's observations is shown: the preferred one, else the newest."""

from collections.abc import Iterable, Mapping, Sequence

from factsheet.content.records import Observation
from factsheet.reading.dates import Date

NEVER = -(1 << 40)
Moment = tuple[int, int]


def shown(observations: Sequence[Observation], published: Mapping[str, Date | None]) -> Observation:
    """The standing observation that is preferred, else the newest by `as_of`, else by the day its source appeared (`published`, by source).

    Of several alike the first as written; where none stands, the last that was withdrawn.
    """
    standing = [seen for seen in observations if not seen.kind]
    wanted = [seen for seen in standing if seen.preferred] or standing
    if wanted:
        return max(wanted, key=lambda seen: moment(seen, published))
    return max(observations, key=lambda seen: _last(seen.replaced))


def moment(seen: Observation, published: Mapping[str, Date | None]) -> Moment:
    """When an observation was true, as far as is known, and when it was reported; for putting values in order."""
    reported = _last(published.get(seen.source))
    return (_last(seen.as_of) if seen.as_of else reported, reported)


def newest_first(observations: Iterable[Observation], published: Mapping[str, Date | None]) -> list[Observation]:
    """Observations by their moment, the latest first; those alike as written."""
    return sorted(observations, key=lambda seen: moment(seen, published), reverse=True)


def same_moment(one: Observation, other: Observation) -> bool:
    """Whether two observations are said to be true at one time; what is not stated is one time, too."""
    if one.as_of is None or other.as_of is None:
        return one.as_of is other.as_of
    return (one.as_of.earliest, one.as_of.latest) == (other.as_of.earliest, other.as_of.latest)


def _last(date: Date | None) -> int:
    """The last day that a date may mean; of one that goes on, the first."""
    if date is None:
        return NEVER
    return date.latest if date.latest is not None else date.earliest if date.earliest is not None else NEVER
