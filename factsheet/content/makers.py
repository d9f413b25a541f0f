"""From the fields of a record as read to the record: what of them goes together, and what does not."""

from decimal import Decimal
from typing import Any

from factsheet.content.choosing import shown
from factsheet.content.nodes import Text
from factsheet.content.records import Derived, Event, Figure, Observation, Settings, Written
from factsheet.content.shape import Unfit
from factsheet.problem import Problem
from factsheet.reading import dates, quantities, units

REPLACED_HINTS = {
    "kind": "Write `kind: update` (a newer moment), `revision` (better data for the same one), `correction` (it was a mistake) or `retraction` (withdrawn).",
    "replaced": "Write the day on which it was replaced: `replaced: 2026-01-31`.",
}

UNKNOWN = quantities.Quantity("", Decimal(0), None, 0, "")  # in the place of a value that is still to be computed


def observation(written: Written, value: quantities.Quantity, **rest: Any) -> Observation:
    """An observation; one that was replaced says when and how, and why, unless a newer moment is all there is to say."""
    told = {key for key in ("replaced", "kind", "why", "scope") if key in written.fields}
    if "why" in told and not any(map(str.isalnum, rest.get("why", ""))):
        raise Unfit(Problem(written.of("why"), "bad-value", "A sentence for readers is wanted here: why the value changed.", "Write `why: We had misread a digit.`"))
    if told == {"why"} and rest.get("preferred"):
        return Observation(written, value, **rest)
    if told and not {"replaced", "kind"} <= told:
        missing = "kind" if "kind" not in told else "replaced"
        raise Unfit(Problem(written.of(min(told)), "missing-key", f"A value that was replaced says when and how: `replaced` and `kind`; `{missing}` is not there.", REPLACED_HINTS[missing]))
    if rest.get("kind") not in (None, "update") and "why" not in told:
        message = f"A {rest['kind']} tells readers why: `why` is not there."
        raise Unfit(Problem(written.of("kind"), "missing-key", message, "Write `why: …` in a sentence."))
    if rest.get("unit") and not told:
        raise Unfit(Problem(written.of("unit"), "bad-value", "All values of a figure that stand have its unit.", "Move `unit` up to the figure; or, if this value was replaced, say when and how: `replaced`, `kind`."))
    if told and rest.get("preferred"):
        raise Unfit(Problem(written.of("preferred"), "bad-value", "A value that was replaced cannot be the preferred one.", "Remove `preferred`, or what says that it was replaced."))
    return Observation(written, value, **rest)


def figure(written: Written, id: str, label: str, unit: units.Unit, note: Any = None, review_by: dates.Date | None = None, formula: Text | None = None,
            observations: tuple[Observation, ...] = (), **own: Any) -> Figure | Derived:
    """A figure with the observations in its list, and that of its own fields, where it has one."""
    if formula is not None:
        standing = next((seen for seen in observations if not seen.kind), None)
        if standing:
            raise Unfit(Problem(standing.written.place, "bad-value", "A figure with a `formula` is computed: under `observations` it keeps only what it was before.",
                                "Say when and how this value was replaced: `replaced: 2026-01-31`, `kind: revision`, `why: …`; or remove it."))
        seen = Observation(written, UNKNOWN)
        return Derived(Figure(id, written, label, unit, seen, observations, note, review_by, formula.value.strip()), formula, 0)
    if own:
        observations = (_own(written, own), *observations)
    if not observations:
        raise Unfit
    if all(seen.kind for seen in observations) and all(seen.kind != "retraction" for seen in observations):
        last = observations[0]
        message = f"An {last.kind} puts another value in the place of this one" if last.kind == "update" else f"A {last.kind} puts another value in the place of this one"
        raise Unfit(Problem(last.written.of("kind"), "bad-value", f"{message}; the figure has none that stands.", "Add the value that stands now; or, if nothing takes its place, write `kind: retraction`."))
    return Figure(id, written, label, unit, observations[0], observations, note, review_by)


def _own(written: Written, values: dict[str, Any]) -> Observation:
    """The observation in a figure's own fields."""
    for key in ("value", "as_of"):
        if key not in written.fields:
            field = min((name for name in values), key=list(written.fields).index)
            raise Unfit(Problem(written.of(field), "missing-key", f"Beside `{field}` a `{key}` is wanted: they are one observation of this figure.",
                                f"Write `{key}: …` here, or put `{field}` into the list under `observations`."))
    return observation(written, **values)


def event(written: Written, id: str = "", **rest: Any) -> Event:
    return Event(id=id, written=written, **rest)


def sheet(written: Written, figures: tuple[Figure | Derived, ...] = (), **values: Any) -> dict[str, Any]:
    """The sheet's fields, each figure with the observation that is shown; those to be computed are kept apart, with their place among the others."""
    published = {source.id: source.published for source in values.get("sources", ())}
    derived = tuple(each._replace(place=place) for place, each in enumerate(figures) if isinstance(each, Derived))
    stated = tuple(each._replace(observation=shown(each.observations, published)) for each in figures if isinstance(each, Figure))
    return {**values, "written": written, "figures": stated, "derived": derived}


def settings(written: Written, **values: Any) -> Settings:
    return Settings(**values)
