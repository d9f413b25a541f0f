"""The command line: what may be asked, what is printed, which exit code comes back (0 done, 1 problems, 2 wrong call)."""

import gc
import os
import sys
import time
from collections.abc import Callable

from factsheet import fresh
from factsheet.build import Built, Order, build, check, inputs, lock, statics, templates, update
from factsheet.options import Options
from factsheet.problem import Unreadable, errors, nearest
from factsheet.record import Record
from factsheet.report import in_order, report, visible


class Call(Record):
    """A call of the program: the words typed, the folder it works in, the options read."""

    words: list[str]
    root: str
    options: Options
    began: int
    today: int

    def order(self) -> Order:
        content = self.options.content or os.path.join(self.root, "content")
        root = os.path.dirname(os.path.abspath(content)) if self.options.content else self.root
        output = self.options.output or os.path.join(self.root, "_site")
        return Order(root, content.rstrip("/") or "/", output, self.today, self.options.url or "")


def run(words: list[str], root: str) -> int:
    """Reads the call, runs the command, and gives its exit code."""
    began = time.time_ns()
    options = _read(words)
    wrong = _wrong(options)
    if wrong:
        print(f"factsheet: {wrong}", file=sys.stderr)
        return 2
    return _guarded(Call(words, root, options, began, _today() if options.today is None else options.today))


def _read(words: list[str]) -> Options:
    if not words:
        return Options()
    from factsheet.arguments import read

    return read(words)


def _today() -> int:
    from factsheet.reading.dates import ordinal

    return ordinal(*time.localtime()[:3])


def _wrong(options: Options) -> str:
    """What is wrong with the words of a call, or nothing."""
    if options.command not in COMMANDS:
        meant = nearest(options.command, tuple(COMMANDS))
        hint = f"Did you mean {meant}?" if meant else f"There are: {', '.join(COMMANDS)}."
        return f"there is no command `{visible(options.command)}`. {hint}"
    extra = options.folder if options.command not in ("new", "update") else options.value if options.command == "new" else ""
    if extra:
        return f"`{visible(extra)}` is one word too many after {options.command}."
    return ""


def _guarded(call: Call) -> int:
    """The exit code of the command; whatever goes wrong in it becomes a sentence, unless --debug wants to see it."""
    try:
        return COMMANDS[call.options.command](call)
    except Unreadable as error:
        print(f"factsheet: {visible(error.message)}" + (f"\n   = {visible(error.hint)}" if error.hint else ""), file=sys.stderr)
    except KeyboardInterrupt:
        print("factsheet: interrupted; nothing was left half done.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        if call.options.debug:
            raise
        print(f"factsheet: {_in_words(error)}", file=sys.stderr)
    return 1


def _in_words(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{visible(str(error.filename or 'a file'))}: {error.strerror}."
    if isinstance(error, ModuleNotFoundError) and not (error.name or "factsheet").startswith("factsheet"):
        return f"the package `{error.name}` is not installed for {sys.executable}.\n   = Run `make site` once, then `.venv/bin/python build.py`."
    told = f"{type(error).__name__}: {visible(str(error))[:200]}"
    return f"the program itself has failed ({told}). Run it again with --debug and report what it shows."


def _tell(call: Call, built: Built) -> tuple[str, int]:
    """Prints the problems; what was printed, and the exit code."""
    options = call.options
    form = options.format or ("github" if os.environ.get("GITHUB_ACTIONS") else "text")
    colour = options.color == "always" or (options.color == "auto" and not os.environ.get("NO_COLOR") and sys.stderr.isatty())
    problems = in_order(built.problems)
    printed = report(problems, built.texts, form, colour)
    sys.stderr.write(printed)
    return printed, 1 if errors(problems) or (options.strict and problems) else 0


def _check(call: Call) -> int:
    built = check(call.order())
    _, code = _tell(call, built)
    if not call.options.quiet and call.options.format != "json":
        no = "" if built.problems else f"No problems in {_several(len(built.tallies), 'sheet')}. "
        print(no + _vouched(call, built))
    return code


def _vouched(call: Call, built: Built) -> str:
    """What could be verified, and how."""
    facts, text, locked, unlocked, unpublished = (sum(column) for column in zip(*built.tallies, strict=True)) if built.tallies else (0, 0, 0, 0, 0)
    ways = [f"{number} against {what}" for number, what in ((text, "the source's own text"), (locked, "facts.lock")) if number]
    rest = facts - text - locked
    ways += [f"{rest} not checked"] if rest else []
    new = f" {_several(unpublished, 'value')} {'is' if unpublished == 1 else 'are'} not in facts.lock yet, so a later change would go unseen: run `lock`." if unpublished and call.options.command != "lock" else ""
    told = f" Of these, {unlocked} are not in facts.lock yet, so the pages do not say so: run `lock`." if unlocked and call.options.command != "lock" else ""
    return f"{text + locked} of {_several(facts, 'fact')} checked" + (f": {', '.join(ways)}." if ways else ".") + told + new


def _lock(call: Call) -> int:
    from factsheet.out.replace import replace

    built = lock(call.order())
    _, code = _tell(call, built)
    if code:
        if not call.options.quiet and call.options.format != "json":
            print("Not locked: mend this first.", file=sys.stderr)
        return code
    changed = [path for path, content in built.files.items() if replace(path, content)]
    if not call.options.quiet:
        print(f"{_vouched(call, built)} {'Written' if changed else 'Nothing new for'}: {', '.join(changed or built.files)}")
    return 0


def _update(call: Call) -> int:
    from factsheet.out.replace import replace
    from factsheet.truth.updating import Wish

    options = call.options
    if not options.folder:
        print('factsheet: name the figure and its new value: update firms "over 12,000" --as-of 2026 --source … --evidence "…"', file=sys.stderr)
        return 2
    wish = Wish(options.folder, **{key: getattr(options, key) for key in Wish._fields[1:]})
    built, told = update(call.order(), wish)
    _, code = _tell(call, built)
    if code:
        what = f"{visible(told)}; mend this first. Lines are those of the file as it would be." if told else "mend this first."
        print(f"Not written: {what}", file=sys.stderr)
        return code
    for path, content in built.files.items():
        replace(path, content)
    if not options.quiet and options.format != "json":
        print(f"Written to {', '.join(built.files)}. {visible(told)}. {_vouched(call, built)}")
    return 0


def _build(call: Call) -> int:
    from factsheet.out.guard import guard
    from factsheet.out.write import write

    order = call.order()
    guard(order.output, (order.root or ".", order.content, *templates(order), *statics(order)))
    built = build(order)
    printed, code = _tell(call, built)
    if code:
        _failed(call, order, built)
        return code
    folders = tuple(folder for folder in built.folders if folder)
    written = write(built.files, order.output, folders)
    where = os.path.join(order.output, "index.html")
    if not call.options.quiet:
        pages = _several(sum(path.endswith(".html") for path in built.files), "page")
        spent = (time.time_ns() - call.began) / 1e9
        new = f"{written.changed} of {written.total} files new"
        if any(tally.unlocked or tally.unpublished for tally in built.tallies):
            print(_vouched(call, built))
        print(f"Built {pages} of {_several(len(built.folders), 'sheet')}, {new}, in {spent:.2f} s: {where}")
    if call.options.verbose:
        print("\n".join(f"  {path} ({len(content):,} bytes)" for path, content in sorted(built.files.items())))
    outputs = [os.path.join(order.output, path) for path in built.files]
    fresh.remember(call.words, call.root, call.began, inputs(order), outputs, printed, "" if call.options.quiet else where)
    return 0


def _failed(call: Call, order: Order, built: Built) -> None:
    if not call.options.quiet and call.options.format != "json":
        kept = "the last good site stays as it was" if os.path.isdir(order.output) else "nothing was written"
        strict = "" if errors(built.problems) else " (--strict)"
        print(f"Not built{strict}: {kept}.", file=sys.stderr)


def _serve(call: Call) -> int:
    from factsheet.out.serve import Outcome, serve
    from factsheet.page.render import failure_page

    gc.enable()
    order = call.order()
    last: dict[str, bytes] = {}

    def outcome() -> Outcome:
        built = build(order)
        _tell(call, built)
        if built.files:
            last.clear()
            last.update(built.files)
            return Outcome(last, "")
        return Outcome(last, failure_page(in_order(built.problems), built.texts))

    return serve(
        outcome, lambda: [order.content, *templates(order), *statics(order)], call.options.host, call.options.port, call.options.open
    )


def _new(call: Call) -> int:
    from factsheet.out.new import new

    if not call.options.folder:
        print("factsheet: name the folder to make: factsheet new my-site", file=sys.stderr)
        return 2
    made = new(call.options.folder)
    if not call.options.quiet:
        print(f"Made {_several(len(made), 'file')} in {call.options.folder}. Next: cd {call.options.folder} && factsheet")
    return 0


def _several(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


COMMANDS: dict[str, Callable[[Call], int]] = {"build": _build, "serve": _serve, "check": _check, "lock": _lock, "update": _update, "new": _new}
