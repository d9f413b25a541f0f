"""What must hold before a sheet is published: one rule, one generator, one sentence. The table of rules is at the foot."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from factsheet.content.records import Content
from factsheet.problem import Problem
from factsheet.truth.proof import Proof
from factsheet.truth.rules import changes, charts, evidence, links, names, numbers, sources, times
from factsheet.truth.rules.case import Case

Rule: TypeAlias = Callable[[Case], Iterator[Problem]]


def check(content: Content, proofs: Sequence[Proof], today: int) -> list[Problem]:
    """Every problem of every sheet, of which `proofs` say what could be verified; `today` is a proleptic day number."""
    cases = [Case(sheet, proof, today) for sheet, proof in zip(content.sheets, proofs, strict=True)]
    return [problem for case in cases for rule in RULES for problem in rule(case)]


RULES: tuple[Rule, ...] = (
    names.id_is_given_once,
    names.reference_is_known,
    sources.source_is_declared,
    sources.fact_has_a_source,
    sources.fact_has_evidence,
    evidence.quote_stands_in_its_source,
    evidence.quote_is_whole,
    evidence.value_is_what_the_evidence_says,
    evidence.date_is_what_the_evidence_says,
    evidence.evidence_is_vouched_for,
    evidence.source_is_as_it_was_locked,
    changes.change_is_explained,
    changes.update_is_of_a_later_moment,
    changes.one_value_is_preferred,
    changes.withdrawn_figure_is_not_repeated,
    charts.chart_compares_like_with_like,
    numbers.number_in_prose_is_a_reference,
    times.date_has_come,
    times.review_has_not_passed,
    links.link_leads_somewhere,
    links.link_stays_inside,
)
