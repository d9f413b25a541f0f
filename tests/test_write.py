"""A folder becomes equal to the site: wholly or not at all, and nothing that is not ours is touched."""

import errno
import os
import random
import resource
import signal
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from factsheet.out import exchange, guard
from factsheet.out.guard import HEADER, MANIFEST
from factsheet.out.write import Written, write
from factsheet.problem import Unreadable

Tree = dict[str, bytes | str]
Disk = Callable[[pytest.MonkeyPatch], None]

OLD = {"index.html": b"old", "same.html": b"same", "assets/site.css": b"old css", "gone.html": b"g",
       "gone/deep/x.html": b"x"}
NEW = {"index.html": b"new!", "same.html": b"same", "assets/site.css": b"new css", "more/deep/page.html": b"page"}
SHEETS_OLD = {"index.html": b"old", "a/index.html": b"a1", "a/x.html": b"a1", "t/b/index.html": b"b1",
              "t/b/y.html": b"b1", "c/index.html": b"c1", "c/z.html": b"c1", "d/index.html": b"d", "d/x.html": b"d",
              "odd.html": b"odd", "g/h/index.html": b"g"}
SHEETS_NEW = {"index.html": b"new", "a/index.html": b"a2", "a/x.html": b"a2", "t/b/index.html": b"b2",
              "t/b/w.html": b"b2", "e/index.html": b"e2", "e/z.html": b"e2", "d/index.html": b"d", "d/x.html": b"d",
              "site.css": b"css"}
SHEETS = ("a", "t/b", "c", "d", "e", "g/h")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Where the site goes; it is not there yet."""
    return tmp_path / "_site"


def tree(folder: Path) -> Tree:
    """Everything in a folder but our manifest: a file's bytes, where a link leads, folders that hold nothing."""
    found: Tree = {}
    for above, folders, files in os.walk(folder):
        paths = [os.path.join(above, name) for name in folders + files]
        found |= {path: f"-> {os.readlink(path)}" for path in paths if os.path.islink(path)}
        found |= {path: Path(path).read_bytes() for path in paths if os.path.isfile(path) and not os.path.islink(path)}
        found |= {above: "empty"} if not paths else {}
    for nothing in (folder, folder / MANIFEST):
        found.pop(str(nothing), None)
    return {os.path.relpath(path, folder): content for path, content in found.items()}


def identities(folder: Path) -> dict[str, tuple[int, int, int]]:
    """What changes as soon as anything is written: inode and times of everything, and of the folder around it."""
    return {str(path): (found.st_ino, found.st_mtime_ns, found.st_ctime_ns)
            for path in [folder.parent, folder, *folder.rglob("*")] for found in [path.lstat()]}


def manifest(folder: Path) -> list[str]:
    """The paths that the manifest lists."""
    return (folder / MANIFEST).read_text().splitlines()[1:]


def put(folder: Path, files: dict[str, bytes]) -> None:
    """Files made by somebody else."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def make_foreign(site: Path) -> Tree:
    """Put into the site what people put there, at the top and between our pages; gives what `tree` shows of it."""
    put(site, {"CNAME": b"facts.example\n", ".git/HEAD": b"ref: refs/heads/main\n", ".git/objects/ab/cdef": b"\0blob",
               "assets/by-hand.css": b"mine", "gone/mine.txt": b"mine too", "a/mine.txt": b"in a sheet"})
    (site / "empty").mkdir(exist_ok=True)
    (site / "assets/hollow").mkdir(exist_ok=True)
    (site / "out").symlink_to("../elsewhere")
    return {"CNAME": b"facts.example\n", ".git/HEAD": b"ref: refs/heads/main\n", ".git/objects/ab/cdef": b"\0blob",
            "assets/by-hand.css": b"mine", "gone/mine.txt": b"mine too", "a/mine.txt": b"in a sheet", "empty": "empty",
            "assets/hollow": "empty", "out": "-> ../elsewhere"}


# -- what a build leaves -----------------------------------------------------------------------------------------------


def test_a_first_build_makes_the_folder_and_those_above_it(tmp_path: Path) -> None:
    """The output may lie deeper than anything that is there yet."""
    assert write(OLD, str(tmp_path / "public/site")) == Written(changed=5, removed=0, total=5)
    assert tree(tmp_path / "public/site") == OLD
    assert os.listdir(tmp_path / "public") == ["site"]


def test_a_later_build_changes_removes_and_adds(site: Path) -> None:
    """Stale pages go, and the folders that they leave empty."""
    write(OLD, str(site))
    assert write(NEW, str(site)) == Written(changed=3, removed=2, total=4)
    assert tree(site) == NEW
    assert os.listdir(site.parent) == ["_site"]


def test_the_manifest_lists_what_is_ours_sorted_and_says_what_it_is(site: Path) -> None:
    """It holds no times, so the same files give the same bytes."""
    write(dict(reversed(OLD.items())), str(site))
    assert (site / MANIFEST).read_text() == HEADER + "".join(f"{path}\n" for path in sorted(OLD))


@pytest.mark.parametrize("sheets", [(), SHEETS])
def test_a_second_build_writes_nothing_at_all(site: Path, sheets: tuple[str, ...]) -> None:
    """Not a file, not a time, not the manifest, and nothing beside the folder."""
    write(SHEETS_OLD, str(site), sheets)
    make_foreign(site)
    before = identities(site)
    assert write(SHEETS_OLD, str(site), sheets) == Written(0, 0, len(SHEETS_OLD))
    assert identities(site) == before


def test_a_file_that_did_not_change_stays_the_same_file(site: Path) -> None:
    """It gets a second name, so its inode and time stay; one that changed is a new file, never written into."""
    write(OLD, str(site))
    os.link(site / "index.html", site.parent / "kept.html")
    before = (site / "same.html").stat()
    write(NEW, str(site))
    after = (site / "same.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert (site.parent / "kept.html").read_bytes() == OLD["index.html"]


def test_a_page_that_was_changed_or_removed_by_hand_is_made_again(site: Path) -> None:
    """What the manifest lists is ours to write."""
    write(OLD, str(site))
    (site / "index.html").write_bytes(b"OLD")
    (site / "same.html").unlink()
    assert write(OLD, str(site)).changed == 2
    assert tree(site) == OLD


@pytest.mark.parametrize("sheets", [(), SHEETS])
def test_modes_are_those_of_a_site_less_what_the_umask_takes(site: Path, sheets: tuple[str, ...]) -> None:
    """Not those of temporary files."""
    before = os.umask(0o027)
    try:
        write({"a/index.html": b""}, str(site))
        write({"a/index.html": b"1", "e/index.html": b"2"}, str(site), sheets)
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [site, *site.rglob("*")]}
    assert modes == {"_site": 0o750, "a": 0o750, "e": 0o750, "index.html": 0o640, MANIFEST: 0o640}


@pytest.mark.parametrize("sheets", [(), SHEETS])
@pytest.mark.parametrize("files", [{"a/index.html": b"1"}, {"A": b"1"}, {"a": b"", "A/x": b""}, {}])
def test_a_file_gives_way_to_a_folder_and_a_folder_to_a_file(
    site: Path, files: dict[str, bytes], sheets: tuple[str, ...]
) -> None:
    """Also where only the case of a name changes, and where nothing is left."""
    for step in [{"a": b"0"}, files, {"a": b"2"}, files]:
        write(step, str(site), sheets)
        assert tree(site) == step


# -- what is not ours --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sheets", [(), SHEETS])
@pytest.mark.parametrize("first, then", [(OLD, NEW), (SHEETS_OLD, SHEETS_NEW), (OLD, {"index.html": b"alone"})])
def test_foreign_files_stay(
    site: Path, first: dict[str, bytes], then: dict[str, bytes], sheets: tuple[str, ...]
) -> None:
    """CNAME, a .git folder, links and empty folders, at the top and between our pages, also where ours go away."""
    put(site.parent / "elsewhere", {"victim": b"untouched"})
    write(first, str(site), sheets)
    foreign = make_foreign(site)
    write(then, str(site), sheets)
    assert tree(site) == then | foreign
    assert tree(site.parent / "elsewhere") == {"victim": b"untouched"}


@pytest.mark.parametrize("linked", [True, False])
def test_foreign_files_and_folders_keep_their_modes_and_times(
    site: Path, monkeypatch: pytest.MonkeyPatch, linked: bool
) -> None:
    """A private file stays private, a folder that may not be written in stays so, and git sees nothing to do."""
    write(OLD, str(site))
    put(site, {"mine/inner/secret": b"s"})
    (site / "mine/inner/secret").chmod(0o600)
    os.symlink("nowhere", site / "mine/link")
    os.utime(site / "mine/link", (5, 6), follow_symlinks=False)
    for folder, mode in {"mine/inner": 0o555, "mine": 0o711}.items():
        (site / folder).chmod(mode)
        os.utime(site / folder, (1_000_000_000, 1_000_000_001))
    mine = [site / "mine", *site.glob("mine/**/*")]
    before = [(path.lstat().st_mode, path.lstat().st_mtime_ns) for path in mine]
    monkeypatch.setattr(os, "link", [fails(errno.EPERM), os.link][linked])
    write(NEW, str(site))
    after = [(path.lstat().st_mode, path.lstat().st_mtime_ns) for path in mine]
    (site / "mine/inner").chmod(0o755)
    assert (len(mine), after) == (4, before)
    assert os.listdir(site.parent) == ["_site"]


def test_our_own_folders_keep_the_modes_they_were_given(site: Path) -> None:
    """Whoever opened the site to a group meant it to stay open."""
    write(OLD, str(site))
    site.chmod(0o2775)
    (site / "assets").chmod(0o775)
    write(NEW, str(site))
    assert [stat.S_IMODE(path.stat().st_mode) for path in (site, site / "assets")] == [0o2775, 0o775]


@pytest.mark.parametrize("sheets", [(), SHEETS])
@pytest.mark.parametrize("mine, way", [
    ({"index.html": b"by hand"}, "index.html"),
    ({"index.html/page.txt": b"by hand"}, "index.html"),
    ({"a": b"a file where a folder must come"}, "a"),
    ({"t/b/w.html": b"by hand"}, "t/b/w.html"),
    ({MANIFEST: b"something of my own\n"}, MANIFEST),
])
def test_what_was_made_by_hand_is_not_overwritten(
    site: Path, mine: dict[str, bytes], way: str, sheets: tuple[str, ...]
) -> None:
    """The file is named, and nothing is written."""
    put(site, {**mine, "notes.txt": b"n"})
    before = identities(site)
    with pytest.raises(Unreadable, match=rf"the place of {way} in ") as told:
        write(SHEETS_NEW, str(site), sheets)
    assert "-o" in told.value.hint
    assert {**identities(site), str(site.parent): 0} == {**before, str(site.parent): 0}
    assert os.listdir(site.parent) == ["_site"]


def test_an_empty_folder_made_by_hand_is_no_place_for_a_file(site: Path) -> None:
    """It would have to be removed."""
    (site / "index.html").mkdir(parents=True)
    with pytest.raises(Unreadable, match=r"index\.html"):
        write(NEW, str(site))


@pytest.mark.parametrize("sheets", [(), SHEETS])
def test_a_folder_of_someone_elses_is_shared_where_nothing_collides(site: Path, sheets: tuple[str, ...]) -> None:
    """A page there with the same bytes as ours becomes ours."""
    put(site, {"CNAME": b"mine", "same.html": NEW["same.html"]})
    assert write(NEW, str(site), sheets) == Written(changed=3, removed=0, total=4)
    assert tree(site) == {**NEW, "CNAME": b"mine"}
    assert manifest(site) == sorted(NEW)
    write({}, str(site), sheets)
    assert tree(site) == {"CNAME": b"mine"}


@pytest.mark.parametrize("sheets", [(), SHEETS])
@pytest.mark.parametrize("link", ["a", "t", "t/b", "index.html"])
def test_nothing_is_written_through_a_link_inside_the_output(site: Path, link: str, sheets: tuple[str, ...]) -> None:
    """What it leads to stays as it is, even where it looks like a page of ours."""
    write(SHEETS_OLD, str(site), sheets)
    (site / link).rename(site.parent / "elsewhere")
    (site / link).symlink_to(site.parent / "elsewhere")
    before, around = identities(site), identities(site.parent / "elsewhere")
    with pytest.raises(Unreadable, match=r"symbolic link|not write what lies there"):
        write(SHEETS_NEW, str(site), sheets)
    parent = {str(site.parent): 0}
    assert {**identities(site), **parent} == {**before, **parent}
    assert {**identities(site.parent / "elsewhere"), **parent} == {**around, **parent}


@pytest.mark.parametrize("sheets", [(), SHEETS])
def test_a_link_in_the_place_of_a_page_is_not_the_page(site: Path, sheets: tuple[str, ...]) -> None:
    """Even one that leads to the same bytes; where the page is stale the link stays, since we did not make it."""
    put(site.parent, {"same": NEW["same.html"]})
    write(OLD, str(site))
    for name in ("gone.html", "gone/deep/x.html"):
        (site / name).unlink()
        (site / name).symlink_to("../same")
    write(NEW, str(site), sheets)
    assert tree(site) == {**NEW, "gone.html": "-> ../same", "gone/deep/x.html": "-> ../same"}
    put(site, {"same": NEW["same.html"]})
    (site / "same.html").unlink()
    (site / "same.html").symlink_to("same")
    with pytest.raises(Unreadable, match=r"the place of same\.html"):
        write(NEW, str(site), sheets)


@pytest.mark.parametrize("made, said", [("link", "symbolic link"), ("dangling", "symbolic"), ("file", "is a file")])
def test_an_output_that_is_no_folder_is_refused_by_the_writer_too(tmp_path: Path, made: str, said: str) -> None:
    """The guard says so earlier; a link can be put there in between."""
    (tmp_path / "target").mkdir()
    (tmp_path / "link").symlink_to("target")
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "file").write_text("mine")
    with pytest.raises(Unreadable, match=said):
        write(NEW, f"{tmp_path / made}/")
    assert sorted(os.listdir(tmp_path)) == ["dangling", "file", "link", "target"]
    assert tree(tmp_path / "target") == {}


@pytest.mark.parametrize("sheets", [(), SHEETS])
def test_a_forged_manifest_removes_nothing_outside(site: Path, sheets: tuple[str, ...]) -> None:
    """Entries that lead up, out, or through a link are ignored, as are lines that are no paths."""
    write(OLD, str(site), sheets)
    put(site.parent, {"victim": b"1", "elsewhere/victim": b"2"})
    put(site, {"mine/x": b"3"})
    (site / "link").symlink_to("../elsewhere")
    lines = ["../victim", str(site.parent / "victim"), "link/victim", "assets/../../victim", ".", "..", "", "/", "mine",
             "\0", "mine//x", "./mine/x", "link"]
    (site / MANIFEST).write_text(HEADER + "\n".join([*OLD, *lines]))
    assert guard.known(str(site)) == {*OLD, "mine", "link"}
    write(NEW, str(site), sheets)
    assert tree(site.parent) == {
        "victim": b"1", "elsewhere/victim": b"2", "_site/link": "-> ../elsewhere", "_site/mine/x": b"3",
        f"_site/{MANIFEST}": (site / MANIFEST).read_bytes(), **{f"_site/{path}": NEW[path] for path in NEW}}
    assert manifest(site) == sorted(NEW)


def test_a_manifest_with_the_line_ends_of_windows_is_ours_all_the_same(site: Path) -> None:
    """Git may have rewritten it."""
    write(OLD, str(site))
    (site / MANIFEST).write_bytes((site / MANIFEST).read_bytes().replace(b"\n", b"\r\n"))
    write(NEW, str(site))
    assert tree(site) == NEW


@pytest.mark.parametrize(
    "path", ["../x", "/x", "a/../x", "a//b", "a/./b", "", "a\nb", "a\0b", MANIFEST, f"{MANIFEST}.part"])
def test_a_site_with_an_improper_path_is_refused(site: Path, path: str) -> None:
    """Before anything is written."""
    with pytest.raises(Unreadable, match=r"images/map\.png"):
        write({path: b""}, str(site))
    assert not site.exists()


def test_a_path_that_is_both_a_file_and_a_folder_is_refused(site: Path) -> None:
    """No disk can hold it."""
    with pytest.raises(Unreadable, match="t/b cannot be both"):
        write({"t/b": b"", "t/b/c": b""}, str(site))


NAMES = some.lists(some.sampled_from(["a", "b", "c"]), min_size=1, max_size=3).map("/".join)
SITES = some.dictionaries(NAMES, some.sampled_from([b"1", b"2", b"33"]), max_size=5).map(
    lambda files: {path: files[path] for path in files if path not in guard.folders(files)})


@settings(max_examples=80, deadline=None)
@given(old=SITES, mine=SITES, new=SITES, sheets=some.sets(NAMES, max_size=3), plain=some.booleans())
def test_any_site_follows_any_other_around_any_foreign_files(
    old: dict[str, bytes], mine: dict[str, bytes], new: dict[str, bytes], sheets: set[str], plain: bool
) -> None:
    """The result is the new site and the foreign files; or, where they collide, a refusal and all as before."""
    mine = {path: content for path, content in mine.items() if _apart({path}, set(old))}
    apart = _apart({path for path in mine if mine[path] != new.get(path)}, set(new))
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent, "_site")
        write(old, str(folder), sorted(sheets))
        put(folder, mine)
        told = _told(lambda: write(new, str(folder), sorted(sheets)))
        assert tree(folder) == [old | mine, new | mine][apart]
        assert bool(told) is not apart
        assert os.listdir(parent) == ["_site"]
        assert manifest(folder) == sorted([old, new][apart])


def _apart(some_paths: set[str], others: set[str]) -> bool:
    """Whether the files of the one and of the other can lie in one folder, none in the other's place."""
    mixed = some_paths | others
    return not some_paths & others and not mixed & guard.folders(mixed)


def _told(act: Callable[[], object]) -> str:
    """What the user is told, or nothing."""
    try:
        act()
    except Unreadable as told:
        return told.message
    return ""


# -- dangerous outputs -------------------------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in a home folder, with the working directory in it."""
    project = tmp_path / "home" / "project"
    put(project, {"content/images/a.png": b"", "templates/base.html": b"", "README.md": b"", ".git/HEAD": b"",
                  "mine/notes.txt": b"", "content.txt": b""})
    for name, target in {"link": "mine", "dangling": "nowhere", "inward": "content", "round": "round"}.items():
        (project / name).symlink_to(target)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(project)
    return project


def protected(project: Path) -> list[str]:
    """What the command line protects; `static` is not there yet."""
    return [str(project), *(str(project / name) for name in ("content", "templates", "static"))]


@pytest.mark.parametrize("folder, said", [
    ("", "needs a name"),
    ("a\0b", "needs a name"),
    (".", "is the folder project"),
    ("./", "is the folder project"),
    ("../project/", "is the folder project"),
    ("..", "is your home folder|holds the folder project"),
    ("../..", "holds"),
    ("~", "is your home folder|holds the folder project"),
    ("/", "is the whole disk"),
    ("//", "is the whole disk"),
    ("/usr", "belongs to the system|symbolic link"),
    ("content", "is the folder content"),
    ("content/", "is the folder content"),
    ("mine/../content", "is the folder content"),
    ("content/_site", "lies inside the folder content"),
    ("content/images", "lies inside the folder content"),
    ("templates/out", "lies inside the folder templates"),
    ("static", "is the folder static"),
    ("Static/", "is the folder static"),
    ("static/deep/out", "lies inside the folder static"),
    (".git/site", "lies inside a .git folder"),
    (".git", "belongs|\\.git"),
    ("README.md", "is a file"),
    ("README.md/site", "README.md is not a folder"),
    ("link", "is a symbolic link to mine"),
    ("link/", "is a symbolic link to mine"),
    ("dangling", "is a symbolic link to nowhere"),
    ("round", "is a symbolic link to round"),
    ("inward/out", "lies inside the folder content"),
    ("inward/../out/../content", "is the folder content"),
])
def test_a_dangerous_output_is_refused_before_the_first_write(project: Path, folder: str, said: str) -> None:
    """Each is told what is wanted and what was found."""
    with pytest.raises(Unreadable, match=said) as told:
        guard.guard(folder.replace("~", str(project.parent)), protected(project))
    assert "_site" in told.value.hint


@pytest.mark.parametrize("folder", ["_site", "_site/", "./_site", "public/deep/site", "../other", "mine", "mine/out",
                                    "link/out", "contents", "content.d", "inward/../_site"])
def test_a_folder_of_its_own_is_allowed(project: Path, folder: str) -> None:
    """The usual output lies inside the project."""
    guard.guard(folder, protected(project))
    guard.guard(str(project / folder), protected(project))


def test_a_folder_of_a_site_is_allowed_at_the_top_of_the_disk(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Containers build into /site; what tells it from /usr is our manifest."""
    monkeypatch.setattr(guard, "listed", lambda folder: frozenset())
    guard.guard("/usr", protected(project))


@pytest.mark.parametrize("folder", ["_site", "deep/er/_site", "mine"])
def test_an_output_that_cannot_be_made_is_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    """The new site is made beside the old one, so the folder around it counts."""
    monkeypatch.setattr(os, "access", lambda path, mode: str(path) != str(project))
    with pytest.raises(Unreadable, match="you may not write in"):
        guard.guard(folder, protected(project))


@pytest.mark.parametrize("folder, said", [("{}/own", "is your home folder"), ("{}/here", "is the folder you are in"),
                                          ("{}/own/..", "holds your home"), ("{}/here/..", "holds the folder you are")])
def test_home_and_the_working_directory_are_refused_wherever_they_are(
    tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch, folder: str, said: str
) -> None:
    """Also where the project lies elsewhere."""
    put(tmp_path / "apart", {"home/own/x": b"", "inner/here/x": b""})
    monkeypatch.setenv("HOME", str(tmp_path / "apart/home/own"))
    monkeypatch.chdir(tmp_path / "apart/inner/here")
    above = [path.parent for path in tmp_path.glob(folder.removesuffix("/..").format("apart/*"))]
    with pytest.raises(Unreadable, match=said):
        guard.guard(folder.format(above[0]), protected(project))


def test_a_disk_that_ignores_case_is_asked_not_guessed(project: Path) -> None:
    """Two names of one folder are one folder: here a second name made by a link above it."""
    (project.parent / "again").symlink_to(project)
    with pytest.raises(Unreadable, match="is the folder content"):
        guard.guard(str(project.parent / "again" / "content"), protected(project))


# -- cut short ---------------------------------------------------------------------------------------------------------


STEPS = ("mkdir", "open", "write", "link", "symlink", "rename", "replace", "unlink", "rmdir", "chmod", "utime")


@contextmanager
def cut_short(at: int, act: Callable[[], object]) -> Iterator[list[int]]:
    """Do something in the place of the n-th step that touches the disk; the count of steps is given back."""
    count = [0]

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def step(*given: object, **named: object) -> object:
            count[0] += 1
            return act() if count[0] == at else real(*given, **named)
        return step

    with pytest.MonkeyPatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, counted(getattr(os, name)))
        patch.setattr(exchange, "swap", counted(exchange.swap))
        yield count


def fails(number: int) -> Callable[[], object]:
    """A step that the system refuses."""
    def act(*_: object, **__: object) -> object:
        raise OSError(number, os.strerror(number))
    return act


def interrupted() -> object:
    """Ctrl-C."""
    raise KeyboardInterrupt


def killed() -> object:
    """Gone, with no chance to clean up."""
    os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(60)
    return None


def in_a_child(act: Callable[[], object]) -> int:
    """Do something in a child process; its exit code, 0 if all went well, below 0 for a signal."""
    child = os.fork()
    return _wait(child) if child else _act_and_exit(act)


def _act_and_exit(act: Callable[[], object]) -> int:
    try:
        act()
        os._exit(0)
    except Unreadable:
        os._exit(3)
    finally:
        os._exit(4)


def _wait(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def no_exchange(patch: pytest.MonkeyPatch) -> None:
    """A disk on which two names cannot be exchanged in one step."""
    patch.setattr(exchange, "swap", fails(errno.EINVAL))


def no_links(patch: pytest.MonkeyPatch) -> None:
    """A disk on which a file has one name."""
    patch.setattr(os, "link", fails(errno.EPERM))


def neither(patch: pytest.MonkeyPatch) -> None:
    """A disk that knows neither."""
    no_exchange(patch)
    no_links(patch)


def usual(patch: pytest.MonkeyPatch) -> None:
    """This disk, as it is."""


@pytest.mark.parametrize("disk, missing", [(usual, False), (no_links, False), (neither, True)])
def test_a_build_killed_at_any_step_leaves_the_site_wholly_old_or_wholly_new(
    site: Path, disk: Disk, missing: bool
) -> None:
    """Every step there is, one after the other; the next build leaves nothing of it. Without exchange it may miss."""
    write(OLD, str(site))
    foreign = make_foreign(site)
    states: list[Tree] = [{**OLD, **foreign}, {**NEW, **foreign}, *[{}] * missing]
    seen, code, at = [], -int(signal.SIGKILL), 0
    while code == -signal.SIGKILL:
        at += 1
        code = killed_at(at, disk, lambda: write(NEW, str(site)))
        seen.append(states.index(tree(site)))
        write(OLD, str(site))
        assert tree(site) == OLD | foreign
        assert os.listdir(site.parent) == ["_site"]
    assert (code, at > 40) == (0, True)
    assert set(seen) == set(range(len(states)))


@pytest.mark.parametrize("disk", [usual, no_exchange])
def test_a_build_killed_at_any_step_leaves_every_sheet_wholly_old_or_wholly_new(
    site: Path, disk: Disk
) -> None:
    """With many sheets each changes place by itself; what is ours is always listed; the next build mends the rest."""
    write(SHEETS_OLD, str(site), SHEETS)
    foreign = make_foreign(site)
    code, at, seen = -int(signal.SIGKILL), 0, []
    while code == -signal.SIGKILL:
        at += 1
        code = killed_at(at, disk, lambda: write(SHEETS_NEW, str(site), SHEETS))
        exchange.clean_up(str(site))
        found = tree(site)
        seen.append(versions(found))
        assert found.keys() - foreign.keys() <= set(manifest(site))
        assert found | foreign == found
        write(SHEETS_OLD, str(site), SHEETS)
        assert tree(site) == SHEETS_OLD | foreign
        assert os.listdir(site.parent) == ["_site"]
    assert (code, at > 40) == (0, True)
    assert (seen[0], seen[-1]) == (["old"] * 4, ["new"] * 4)
    assert not [found for found in seen if "mixed" in found]
    assert ["new", "new", "old", "new"] in seen


def killed_at(at: int, disk: Disk, act: Callable[[], object]) -> int:
    """The end of a child process that was killed at a step of what it did on such a disk."""
    with pytest.MonkeyPatch.context() as patch:
        disk(patch)
        with cut_short(at, killed):
            return in_a_child(act)


def versions(found: Tree) -> list[str]:
    """Which version lies there of each sheet that changes."""
    def of(files: Tree | dict[str, bytes], sheet: str) -> list[tuple[str, bytes | str]]:
        return sorted((path, files[path]) for path in files if path.startswith(f"{sheet}/") and "mine" not in path)

    return ["old" if of(found, sheet) == of(SHEETS_OLD, sheet) else "new" if of(found, sheet) == of(SHEETS_NEW, sheet)
            else "mixed" for sheet in ("a", "t/b", "c", "e")]


def test_a_hundred_builds_killed_at_random_leave_the_site_wholly_old_or_wholly_new(site: Path) -> None:
    """Kill -9 from outside, at moments that nobody chose."""
    chance, cut = random.Random(1), 0
    old = {f"{name}.html": b"old " * 500 for name in range(20)} | OLD
    new = {f"{name}.html": b"newer " * 500 for name in range(20)} | NEW
    write(old, str(site))
    foreign = make_foreign(site)

    def act() -> None:
        while True:
            write(new, str(site))
            write(old, str(site))

    for _ in range(100):
        child = os.fork() or _act_and_exit(act)
        time.sleep(chance.uniform(0, 0.012))
        os.kill(child, signal.SIGKILL)
        assert _wait(child) == -signal.SIGKILL
        cut += len(os.listdir(site.parent)) > 1
        assert tree(site) in (old | foreign, new | foreign)
    write(new, str(site))
    assert tree(site) == new | foreign
    assert os.listdir(site.parent) == ["_site"]
    assert cut > 10


@pytest.mark.parametrize("act", [fails(errno.ENOSPC), interrupted])
def test_a_build_of_one_sheet_that_breaks_off_changes_nothing_or_all(site: Path, act: Callable[[], object]) -> None:
    """A full disk, and Ctrl-C, at every step; whoever is told of a failure finds the old site."""
    write(OLD, str(site))
    foreign = make_foreign(site)
    old: Tree = {**OLD, **foreign}
    new: Tree = {**NEW, **foreign}
    at, count = 0, [0]
    while count[0] >= at:
        at += 1
        with cut_short(at, act) as count:
            outcome = _outcome(lambda: write(NEW, str(site)))
        assert tree(site) in {"told": [old], "done": [new], "interrupted": [old, new]}[outcome]
        write(OLD, str(site))
        assert os.listdir(site.parent) == ["_site"]
    assert at > 40


def test_a_build_of_many_sheets_that_fails_at_any_step_leaves_each_whole(site: Path) -> None:
    """Sheets that are in place stay; the others follow with the next build."""
    write(SHEETS_OLD, str(site), SHEETS)
    foreign = make_foreign(site)
    at, count = 0, [0]
    while count[0] >= at:
        at += 1
        with cut_short(at, fails(errno.ENOSPC)) as count:
            told = _told(lambda: write(SHEETS_NEW, str(site), SHEETS))
        found = tree(site)
        assert found | foreign == found
        assert "mixed" not in versions(found)
        assert "disk is full" in told or found == SHEETS_NEW | foreign
        write(SHEETS_OLD, str(site), SHEETS)
        assert os.listdir(site.parent) == ["_site"]
    assert at > 40


def _outcome(act: Callable[[], object]) -> str:
    try:
        act()
    except Unreadable:
        return "told"
    except KeyboardInterrupt:
        return "interrupted"
    return "done"


@pytest.mark.parametrize("number, said", [
    (errno.ENOSPC, "the disk is full"), (errno.EFBIG, "larger than is allowed"), (errno.EACCES, "not allowed"),
    (errno.EROFS, "only be read"), (errno.ENOENT, "vanished"), (errno.EIO, "the system says: "),
])
def test_a_failure_is_a_sentence_with_something_to_do(
    site: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    """And the stage and the lock are gone."""
    write(OLD, str(site))
    monkeypatch.setattr(os, "write", fails(number))
    with pytest.raises(Unreadable, match=said) as told:
        write(NEW, str(site))
    assert told.value.hint.endswith(".")
    assert tree(site) == OLD
    assert os.listdir(site.parent) == ["_site"]


def test_a_limit_on_the_size_of_files_leaves_the_old_site(site: Path) -> None:
    """The real thing: the system itself cuts the writing short."""
    write(OLD, str(site))

    def act() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
        write({**NEW, "big.html": b"x" * 10_000}, str(site))

    assert in_a_child(act) == 3
    assert tree(site) == OLD
    assert os.listdir(site.parent) == ["_site"]


def test_a_folder_that_vanishes_meanwhile_is_a_sentence(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody removed the site while the new one was made."""
    write(OLD, str(site))
    real = exchange.swap
    monkeypatch.setattr(exchange, "swap", lambda one, other: (site.rename(site.parent / "moved"), real(one, other)))
    with pytest.raises(Unreadable, match="vanished"):
        write(NEW, str(site))
    assert os.listdir(site.parent) == ["moved"]
    assert tree(site.parent / "moved") == OLD


# -- other disks -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("disk", [no_exchange, no_links, neither])
@pytest.mark.parametrize("first, then, sheets", [(OLD, NEW, ()), (SHEETS_OLD, SHEETS_NEW, SHEETS)])
def test_a_disk_without_exchange_or_second_names_gives_the_same_site(
    site: Path, disk: Disk, first: dict[str, bytes], then: dict[str, bytes], sheets: tuple[str, ...]
) -> None:
    """Only more slowly."""
    write(first, str(site), sheets)
    foreign = make_foreign(site)
    with pytest.MonkeyPatch.context() as patch:
        disk(patch)
        write(then, str(site), sheets)
    assert tree(site) == then | foreign
    assert os.listdir(site.parent) == ["_site"]


def test_a_system_that_knows_no_exchange_is_recognised(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A C library without a name for it, and a Python without ctypes."""
    write(OLD, str(site))
    monkeypatch.setitem(sys.modules, "ctypes", None)
    with pytest.raises(OSError, match="not implemented") as told:
        exchange.swap(str(site), str(site))
    assert told.value.errno in exchange.NO_EXCHANGE
    write(NEW, str(site))
    assert tree(site) == NEW


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV])
@pytest.mark.parametrize("first, then", [
    (OLD, NEW), (NEW, OLD), ({"page": b"1"}, {"page/x": b"2"}), ({"page/x": b"1"}, {"page": b"2"})])
def test_a_mounted_output_is_changed_file_by_file(
    site: Path, monkeypatch: pytest.MonkeyPatch, number: int, first: dict[str, bytes], then: dict[str, bytes]
) -> None:
    """A container's volume cannot be renamed: each file is still wholly old or new, and nothing foreign is touched."""
    write(first, str(site))
    foreign = make_foreign(site)
    on_each: dict[str, Callable[..., object]] = {str(site): fails(number)}
    real = exchange.swap
    monkeypatch.setattr(exchange, "swap", lambda one, other: on_each.get(other, real)(one, other))
    write(then, str(site))
    assert tree(site) == then | foreign
    assert manifest(site) == sorted(then)
    assert os.listdir(site.parent) == ["_site"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")
@pytest.mark.parametrize("mine", ["CNAME", "theirs"])
def test_what_another_user_put_there_is_not_copied_under_our_name(site: Path, mine: str) -> None:
    """A system may forbid a second name for it; then the folder is left where it is and its files are replaced."""
    write(OLD, str(site))
    put(site, {"CNAME": b"1", "theirs/x": b"2"})
    os.chown(site / mine, 65534, 65534)
    before = (site / mine).stat().st_ino
    with pytest.MonkeyPatch.context() as patch:
        no_links(patch)
        patch.setattr(os, "access", lambda path, mode: not str(path).endswith("theirs"))
        write(NEW, str(site))
    found = (site / mine).stat()
    assert (found.st_uid, found.st_ino) == (65534, before)
    assert tree(site) == {**NEW, "CNAME": b"1", "theirs/x": b"2"}
    assert os.listdir(site.parent) == ["_site"]


@pytest.mark.skipif(sys.platform != "linux", reason="the system call has a number on Linux only")
def test_a_c_library_that_has_no_name_for_the_exchange_is_asked_by_number(site: Path) -> None:
    """So it is with the smaller ones, in containers."""
    import ctypes

    put(site, {"a": b"1"})
    put(site.with_name("other"), {"b": b"2"})
    library = type("Library", (), {"syscall": ctypes.CDLL(None, use_errno=True).syscall})
    assert exchange._ask_system(library, os.fsencode(site), os.fsencode(site.with_name("other"))) == 0
    assert tree(site.parent) == {"_site/b": b"2", "other/a": b"1"}


# -- others at work ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("disk", [usual, no_links])
def test_what_others_put_there_during_the_build_is_kept(site: Path, disk: Disk) -> None:
    """A file or folder that came, or was saved anew, after the foreign files were carried along."""
    write(OLD, str(site))
    make_foreign(site)
    real = exchange.swap

    def swap(one: str, other: str) -> None:
        put(site, {"CNAME.save": b"saved anew", "late.txt": b"late", "late/folder/x": b"late too"})
        (site / "CNAME.save").rename(site / "CNAME")
        (site / "late/nothing").mkdir()
        real(one, other)

    with pytest.MonkeyPatch.context() as patch:
        disk(patch)
        patch.setattr(exchange, "swap", swap)
        write(NEW, str(site))
    late = {"late.txt": b"late", "late/folder/x": b"late too", "late/nothing": "empty", "CNAME": b"saved anew"}
    assert {path: tree(site).get(path) for path in late} == late
    assert os.listdir(site.parent) == ["_site"]


def dead() -> int:
    """The number of a process that is no more."""
    child = os.fork() or _act_and_exit(lambda: None)
    _wait(child)
    return child


@pytest.mark.parametrize("files", [OLD, NEW])
def test_what_dead_builds_left_is_cleaned_away(site: Path, files: dict[str, bytes]) -> None:
    """Even by a build that finds nothing to change; what is not ours in it goes back to the site."""
    write(OLD, str(site))
    put(site, {"CNAME": b"mine"})
    spare = site.with_name(f"_site.new-{dead()}")
    write(NEW, str(spare))
    put(spare, {"CNAME": b"carried", "late.txt": b"late"})
    site.with_name(f"_site.new-{dead()}").mkdir()
    put(site.parent, {"._site.lock": b""})
    write(files, str(site))
    assert tree(site) == {**files, "CNAME": b"mine", "late.txt": b"late"}
    assert os.listdir(site.parent) == ["_site"]


@pytest.mark.parametrize("name, content", [
    ("_site.new-{parent}", {MANIFEST: HEADER.encode(), "index.html": b""}),
    ("_site.new-{dead}", {"index.html": b"no manifest: not ours"}),
    ("_site.new-{dead}", {MANIFEST: b"not ours", "index.html": b""}),
    ("_site.new-look", {MANIFEST: HEADER.encode(), "index.html": b""}),
    ("_site.new-99999999999999999999999", {MANIFEST: HEADER.encode(), "index.html": b""}),
    ("_site.new", {MANIFEST: HEADER.encode()}),
    ("my_site.new-{dead}", {MANIFEST: HEADER.encode()}),
])
def test_a_folder_of_a_living_build_or_of_somebody_else_is_left_alone(
    site: Path, name: str, content: dict[str, bytes]
) -> None:
    """A name that looks like ours is not enough."""
    other = site.with_name(name.format(parent=os.getppid(), dead=dead()))
    put(other, content)
    before = identities(other)
    write(OLD, str(site))
    write(NEW, str(site))
    parent = {str(site.parent): 0}
    assert {**identities(other), **parent} == {**before, **parent}


def test_no_link_is_followed_while_cleaning_away(site: Path) -> None:
    """Neither a link in what a dead build left, nor one with the name of such a folder."""
    put(site.parent / "elsewhere", {MANIFEST: HEADER.encode() + b"index.html\n", "index.html": b"untouched"})
    before = identities(site.parent / "elsewhere")
    spare = site.with_name(f"_site.new-{dead()}")
    put(spare, {MANIFEST: HEADER.encode() + b"link/index.html\n"})
    (spare / "link").symlink_to("../elsewhere")
    named = site.with_name(f"_site.new-{dead()}")
    named.symlink_to("elsewhere")
    write(OLD, str(site))
    parent = {str(site.parent): 0}
    assert {**identities(site.parent / "elsewhere"), **parent} == {**before, **parent}
    assert named.is_symlink()


def test_of_two_builds_at_once_each_wins_whole(site: Path) -> None:
    """One waits for the other; nothing is mixed and nothing left."""
    for _ in range(15):
        children = [os.fork() or _act_and_exit(partial(write, files, str(site))) for files in (OLD, NEW, OLD)]
        assert [_wait(child) for child in children] == [0, 0, 0]
        assert tree(site) in (OLD, NEW)
        assert os.listdir(site.parent) == ["_site"]


def test_a_build_that_waited_in_vain_says_so(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And goes on as soon as the other one is done."""
    write(OLD, str(site))
    monkeypatch.setattr(guard, "PATIENCE", 0.05)
    lock = guard.hold(str(site))
    with pytest.raises(Unreadable, match="One build at a time"):
        write(NEW, str(site))
    assert tree(site) == OLD
    guard.release(lock, str(site))
    write(NEW, str(site))
    assert tree(site) == NEW
    assert os.listdir(site.parent) == ["_site"]


def test_a_lock_whose_name_was_removed_by_its_holder_is_not_taken_for_the_lock(site: Path) -> None:
    """Else two builds could each hold one of two files."""
    first = guard.hold(str(site))
    name = site.with_name("._site.lock")
    late = os.open(name, os.O_RDWR)
    guard.release(first, str(site))
    assert not guard._still_named(late, str(name))
    second = guard.hold(str(site))
    assert not guard._still_named(late, str(name))
    assert guard._still_named(second, str(name))
    guard.release(second, str(site))
    os.close(late)


def test_a_lock_that_was_given_back_while_it_was_opened_is_taken_anew(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its file has no name any more, so whoever comes next would not see it."""
    held, real = [guard.hold(str(site))], guard._locked

    def locked(lock: int) -> bool:
        while held:
            guard.release(held.pop(), str(site))
        return real(lock)

    monkeypatch.setattr(guard, "_locked", locked)
    lock = guard.hold(str(site))
    assert guard._still_named(lock, str(site.with_name("._site.lock")))
    guard.release(lock, str(site))


def test_nothing_slow_is_imported_before_it_is_needed() -> None:
    """Start-up time is a feature."""
    slow = {"ctypes", "fcntl", "shutil", "pathlib", "tempfile", "hashlib", "subprocess", "dataclasses"}
    code = (f"import sys; sys.path[:0] = {sys.path}; import factsheet.out.write\n"
            f"sys.exit(not {slow}.isdisjoint(sys.modules))")
    assert os.spawnl(os.P_WAIT, sys.executable, sys.executable, "-S", "-c", code) == 0
