"""Looking up phrases among tokens: the longest that a table knows, from a place on or up to a place."""

from collections.abc import Container

from factsheet.reading.quantities import Token
from factsheet.reading.running import key

LONGEST = 6


class Phrases:
    """A text's tokens with their words as tables have them; `joiner` stands between two words of a phrase."""

    def __init__(self, tokens: list[Token], joiner: str, longest: int = LONGEST, folds: dict[str, str] | None = None):
        self.tokens, self.joiner, self.longest = tokens, joiner, longest
        self.place = -1                                 # the last place that was looked up, and all phrases that begin there
        self.phrases: list[str] = []
        self.keys = [folds.get(token.text) or key(token) for token in tokens] if folds else [key(token) for token in tokens]

    def at(self, place: int, table: Container[str]) -> tuple[str, int]:
        """The longest phrase of the table that begins at a place, and the place after it; empty if there is none."""
        if place != self.place:
            keys, join = self.keys, self.joiner.join
            self.place, self.phrases = place, [join(keys[place:end]) for end in range(min(place + self.longest, len(keys)), place, -1)]
        for shorter, phrase in enumerate(self.phrases):
            if phrase in table:
                return phrase, place + len(self.phrases) - shorter
        return "", place

    def before(self, place: int, table: Container[str]) -> tuple[str, int]:
        """The longest phrase of the table that ends right before a place, and where it begins; empty if there is none."""
        for start in range(max(place - self.longest, 0), place):
            phrase = self.joiner.join(self.keys[start:place])
            if phrase in table:
                return phrase, start
        return "", place

    def ending(self, place: int, table: Container[str]) -> int:
        """How many tokens right before a place are a word of the table: one at most, where words stand apart."""
        return int(self.has(place - 1, table)) if self.joiner else place - self.before(place, table)[1]

    def starting(self, place: int, table: Container[str]) -> int:
        """How many tokens from a place on are a word of the table."""
        return int(self.has(place, table)) if self.joiner else self.at(place, table)[1] - place

    def has(self, place: int, table: Container[str]) -> bool:
        """Whether the one token at a place is in the table."""
        return 0 <= place < len(self.keys) and self.keys[place] in table
