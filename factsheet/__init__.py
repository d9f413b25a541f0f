"""Factsheet: a static fact sheet site from YAML and Markdown, every fact held to its evidence.

The rooms, in the order of the way through them:

    __main__, fresh                 the door, what needs no work
    options, arguments, cli, report what may be asked, the words of a call, the commands, problems in print
    build                           the story: load, check, assemble, render, follow links
    problem, record                 what an author is told, and where; named tuples, quickly made
    reading/                        text -> quantities, units, dates (and what was meant by unreadable ones)
    content/                        files -> records: nodes, simple, source, syntax, prose, shape, fields, schema, words, load
    truth/                          what must hold: check
    page/                           records -> files: wording, references, timeline, views, site, templates, render, exports, links
    out/                            files -> folder or browser: write, guard, exchange, serve, answers, watch, new
"""

__version__ = "0.1.0"
