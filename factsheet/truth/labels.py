"""What a figure's label says of its number: that it is a rise, a fall, a loss, or of what is not so."""


def names_a_change(label: str) -> str:
    """`up` or `down`, by the first word of a label that says so: a decline in exports, the rise in losses."""
    for word in _words(label):
        if word.startswith(FALLS):
            return "down"
        if word.startswith(RISES):
            return "up"
    return ""


def names_a_negation(label: str) -> bool:
    """Whether a label says itself that something is not so: firms that did not open."""
    return any(word in NEGATIONS or word.startswith("un") for word in _words(label))


def names_a_loss(label: str) -> bool:
    """Whether a label names what is lost, so that the number is the amount of a fall without a minus: losses, layoffs."""
    return any(word.startswith(LOSSES) for word in _words(label))


def _words(label: str) -> list[str]:
    return "".join(mark if mark.isalpha() else " " for mark in label.casefold()).split()


NEGATIONS = frozenset("not no never without none lacking missing failed refused absent non".split())
FALLS = ("declin", "drop", "fall", "fell", "decreas", "cut", "reduc", "shrink", "shrank", "contraction", "slump", "plunge", "less", "fewer", "lower",
         "down", "dip", "slide", "slip", "weaken", "retreat", "sank", "sink")
RISES = ("rise", "rising", "rose", "grow", "grew", "increas", "gain", "climb", "jump", "surge", "higher", "more", "up", "expan", "improve", "widen")
LOSSES = ("loss", "lost", "lose", "layoff", "redundanc", "shed", "closure", "closed", "saving", "saved", "write", "shortfall", "deficit")
