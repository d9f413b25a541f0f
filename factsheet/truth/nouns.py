"""Is that what is counted? A counted noun must be named in the evidence, as what its number counts."""

from factsheet.reading.mentions import Mention
from factsheet.reading.units import Unit


def counted(unit: Unit, mention: Mention, found: tuple[Mention, ...], evidence: str, language: str) -> str:
    """Whether a number counts the unit's noun: empty if so; `other`, `missing`, or `unknown` where only a person can tell."""
    if mention.kind in ("money", "percent", "points"):
        return "other"
    if language.split("-", maxsplit=1)[0].casefold() != "en":
        return "unknown"
    words = [word for word in unit.other.casefold().replace("-", " ").split() if word not in SMALL]
    heads = {stem(_head(unit.one)), stem(_head(unit.other))}
    if {stem(word) for word in words} - heads - {stem(word) for word in _words(evidence)}:
        return "missing"
    if mention.kind == "measure" or mention.joined:
        strong = mention.joined and mention.nouns[:1] == ("strong",)    # a 40,000-strong union: of whom, the words do not say
        return "" if mention.nouns and stem(mention.nouns[0]) in heads else "unknown" if strong else "other"
    return _named(heads, mention, found, evidence)


def _named(heads: set[str], mention: Mention, found: tuple[Mention, ...], evidence: str) -> str:
    """Whether a noun is named behind the number, in what it is a part of, or before it."""
    if _stands_in(heads, mention.nouns, mention.amount == 1):
        return ""
    if not any(map(_plural, mention.nouns)):
        if _stands_in(heads, _of(mention, evidence), False) or heads & {stem(word) for word in mention.told}:
            return ""
        elsewhere = any(heads & {stem(word) for word in (*other.nouns, *_of(other, evidence))} for other in found if other is not mention)
        if not mention.nouns and not elsewhere:
            return "unknown" if heads & {stem(word) for word in _words(evidence)} else "missing"
    return "other" if mention.nouns else "missing"


def _head(noun: str) -> str:
    """The word that a phrase turns on: firms in `foreign-invested firms`, tonnes in `tonnes of steel`."""
    words = noun.casefold().replace("-", " ").split()
    small = next((at for at, word in enumerate(words) if word in SMALL and at), len(words))
    return words[small - 1] if words else ""


def _stands_in(heads: set[str], nouns: tuple[str, ...], single: bool) -> bool:
    """Whether the noun stands among the words behind the number: no other plural before it, nor, if it is singular, behind it."""
    for at, word in enumerate(nouns):
        if stem(word) in heads:
            return single or _plural(word) or not any(map(_plural, nouns[at + 1 :]))
        if _plural(word) and word not in ADJECTIVES:
            return False
    return False


def _of(mention: Mention, evidence: str) -> tuple[str, ...]:
    """The words of `40 of the 100 firms` behind the of."""
    words = _words(evidence[mention.end : mention.end + 100])
    if words[:1] != ["of"]:
        return ()
    after = [word for word in words[1:9] if word not in ("the", "its", "their", "them", "our") and not word[0].isdigit()]
    end = next((at for at, word in enumerate(after) if word in SMALL), len(after))
    return tuple(after[:end])


def _words(text: str) -> list[str]:
    return "".join(mark if mark.isalnum() else " " for mark in text.casefold().replace("’s", "").replace("'s", "")).split()


def _plural(word: str) -> bool:
    return word in PLURALS or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")))


def stem(word: str) -> str:
    """A word without its plural ending; people and person are one."""
    word = word.casefold().replace("’s", "").replace("'s", "").replace("'", "")
    if word in PLURALS:
        return PLURALS[word]
    for ending, kept in (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("zes", "z")):
        if len(word) > len(ending) + 1 and word.endswith(ending):
            return word[: -len(ending)] + kept
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


SMALL = frozenset("of in the a an at on for with from to by and per".split())
ADJECTIVES = frozenset("sports goods arms services sales systems communications operations savings news economics electronics logistics securities women's men's".split())
PLURALS = {"people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "mice": "mouse", "teeth": "tooth",
           "wives": "wife", "lives": "life", "businessmen": "businessman", "fishermen": "fisherman", "policemen": "policeman", "data": "datum", "staff": "staff",
           "police": "police", "buses": "bus", "gases": "gas", "storeys": "storey", "stories": "story", "leaves": "leaf", "wolves": "wolf", "halves": "half",
           "companies": "company", "series": "series", "species": "species", "aircraft": "aircraft", "cattle": "cattle", "sheep": "sheep", "fish": "fish"}
