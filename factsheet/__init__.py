"""Factsheet: a static fact sheet site from YAML and Markdown, every fact held to its evidence.

The rooms, in the order of the way through them:

    __main__, fresh                 the door, what needs no work
    options, arguments, cli, report what may be asked, the words of a call, the commands, problems in print
    build                           the story: load, derive, prove, check, assemble, render, follow links
    problem, record                 what an author is told, and where; named tuples, quickly made
    content/                        files -> records: nodes, simple, source, syntax, prose, shape, kinds, makers, fields, schema, words, choosing, articles, lockfile, load
      splice, splicing/             an author's YAML added to in its place
    reading/                        text -> quantities, units, dates (and what was meant by unreadable ones): what an author types
      running, phrases              running text -> tokens and phrases
      mentions/, datings/           quantities and dates in running text; languages/ has the words round numbers, one table a language
    truth/                          what must hold: facts, derive, proof, history/, locking, updating, check
      quotes/                       is it there: folding, cuts, passages; nearest where it is not
      agreement, nouns, labels, measures, dating   does it say that; cropping: is it whole; visible: what of a text a reader sees
      formulas/                     figures from figures, bounds carried through; rules/: one rule, one generator, one sentence
    page/                           records -> files: wording, references, timeline, views, desk, past, series, site, templates, render, links
      charts/, citing/, exports/    values to scale; one figure taken away; the same facts for machines
    out/                            files -> folder or browser: write, guard, exchange, replace, serve, answers, watch, new
"""

__version__ = "0.1.0"
