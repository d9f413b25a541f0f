"""JSON Schema (draft-07) for editors, made from the same tables that read the YAML.

`python -m factsheet.content.schema` prints the schema of facts.yaml; with the word `site`, that of site.yaml.
"""

import json

from factsheet.content.fields import SETTINGS, SHAPES, SHEET
from factsheet.content.shape import Field, Shape


def schema(shape: Shape, title: str) -> dict[str, object]:
    """The schema of a file of the given shape."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        **_object(shape),
        "definitions": {used.name: _object(used) for used in SHAPES} if shape is SHEET else {},
    }


def facts_schema() -> bytes:
    """`facts.schema.json`, as it lies beside facts.yaml."""
    return _bytes(schema(SHEET, "A fact sheet"))


def site_schema() -> bytes:
    """`site.schema.json`, as it lies beside site.yaml."""
    return _bytes(schema(SETTINGS, "A fact sheet site"))


def _object(shape: Shape) -> dict[str, object]:
    needed = [field for field in shape.fields if field.required]
    replaced = [field for field in needed if field.unless or field.beside]
    others = sorted({other for field in replaced for other in (field.unless, field.beside) if other})
    ways = {"anyOf": [{"required": names} for names in ([field.name for field in replaced], *([other] for other in others))]} if replaced else {}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in needed if field not in replaced],
        **ways,
        "properties": {field.name: _property(field) for field in shape.fields},
    }


def _property(field: Field) -> dict[str, object]:
    about = {"description": field.about + (f" Example: {field.example}" if field.example else "")}
    if "$ref" in field.reader.schema:
        return {**about, "allOf": [dict(field.reader.schema)]}
    return {**about, **field.reader.schema}


def _bytes(value: dict[str, object]) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


if __name__ == "__main__":
    import sys

    sys.stdout.buffer.write(site_schema() if sys.argv[1:] == ["site"] else facts_schema())
