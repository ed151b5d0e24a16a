"""House rules that no linter knows: each a pattern, where it holds, and what to do instead."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOP_LEVEL = {
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
    "hvacdesk",
    "resources",
    "installers",
    "tests",
}
MADE_BY_TOOLS = {"build", "dist", "demo-out", "htmlcov"}
TEXT = {
    ".py",
    ".sh",
    ".toml",
    ".lock",
    ".md",
    ".ts",
    ".cfg",
    ".ini",
    ".json",
    ".yaml",
    ".txt",
    ".svg",
    ".html",
    "",
}
LONGEST_MODULE = 500
MOST_MODULES_IN_A_ROOM = 25
ROOMS = {
    *("customers", "jobs", "calendar", "papers", "billing", "calls", "partners", "requests", "retention"),
    *("disposal", "incidents", "report_box", "staff", "oversight", "backups", "entry", "office", "exchange"),
    "seats",
}
"""What the office does, under the same name on every floor that has something of it."""
OWN_ROOMS = {
    "domain": {"text", "bank"},
    "store": {"models", "migrations"},
    "services": set[str](),
    "documents": {"kit"},
}
"""What a floor has besides."""
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "misc", "common", "tools", "stuff"}


@dataclass(frozen=True)
class Rule:
    """One pattern that must not occur.

    Attributes:
        files: patterns of the paths, from the top of the checkout, that the rule is for.
        instead: what to write.
        bad: a line that the rule must find.
        good: a line like it that it must let pass.
        but: patterns of the paths where the thing has its one proper place.
    """

    name: str
    pattern: str
    files: tuple[str, ...]
    instead: str
    bad: str
    good: str
    but: tuple[str, ...] = ()

    def holds_for(self, path: str) -> bool:
        return any(fnmatch(path, p) for p in self.files) and not any(fnmatch(path, p) for p in self.but)

    def breaches(self, line: str) -> bool:
        return re.search(self.pattern, line) is not None


PROGRAM = ("hvacdesk/*.py",)
BELOW_THE_WINDOWS = tuple(
    f"hvacdesk/{part}/*.py" for part in ("domain", "store", "documents", "vault", "services", "seats")
)
REAL_PARTS = ("tests/integration/*.py", "tests/journeys/*.py", "tests/ui/*.py")
EVERYTHING = ("*",)

RULES = (
    Rule(
        "no print",
        r"(?<![\w.])print\(",
        PROGRAM,
        "return the text to the caller, or use logging for developers",
        "    print(count)",
        "    self.print(copy)",
        but=("hvacdesk/cli.py", "hvacdesk/commands/*", "hvacdesk/demo/*"),
    ),
    Rule(
        "keys and lock codes are never printed, exported or shown but by reveal",
        r"lock_codes",
        PROGRAM,
        "leave them where they are; whoever needs them asks Jobs.reveal_site, which is logged",
        "    text = site.lock_codes",
        "    text = site.access",
        but=(
            "hvacdesk/domain/jobs/jobs.py",
            "hvacdesk/domain/jobs/site_fields.py",  # their description
            "hvacdesk/domain/papers/work_orders.py",  # the profiles, all of which say no
            "hvacdesk/store/models/jobs.py",
            "hvacdesk/store/migrations/versions/v0001_first_schema.py",
            "hvacdesk/demo/history.py",
            "hvacdesk/ui/oversight/logged_fields.py",  # what the log calls them, not what they are
        ),
    ),
    Rule(
        "Qt's signal of an object's end keeps its name",
        r"def destroyed\(",
        ("hvacdesk/ui/*.py",),
        "call it otherwise: it hides the signal, and what waits for the end never lets go",
        "    def destroyed(self) -> int:",
        "    def destroyed_by(self) -> int:",
    ),
    Rule(
        "the clock is passed in",
        r"\b(datetime\.(now|utcnow|today)|date\.today|time\.time|time\.monotonic)\(",
        BELOW_THE_WINDOWS,
        "take the clock as an argument (hvacdesk.domain.clock)",
        "    started = datetime.now(UTC)",
        "    started = clock.now()",
    ),
    Rule(
        "no registry addresses",
        r"(?i)pypi\.org|pythonhosted|registry\.npmjs|deb\.debian\.org|archive\.ubuntu\.com|--(extra-)?index-url",
        EVERYTHING,
        "leave it to the machine's own pip and apt settings",
        "pip install --index-url=https://example.org/simple x",
        "pip install --require-hashes -r installers/requirements.lock",
    ),
    Rule(
        "no machine's paths",
        r"(?<![\w.$}/-])/(root|work|home/\w+)/",
        EVERYTHING,
        "a path from the top of the checkout, or one that the caller gives",
        'DATA = "/root/data"',
        'DATA = ROOT / "work/data"',
    ),
    Rule(
        "no hidden imports",
        r"\bimport_module\(|__import__\(",
        PROGRAM,
        "a plain import, inside the function if it must be late: the walls see only those",
        'store = importlib.import_module("hvacdesk.store")',
        "import hvacdesk.store",
        but=(
            "hvacdesk/vault/device/keyring_store.py",  # loads the allowed backends by name, nothing of ours
            "hvacdesk/services/office/installed_libraries.py",  # whether others' libraries load, none of ours
        ),
    ),
    Rule(
        "translatable text is literal",
        r"""(\.tr|\bphrase)\(\s*(f["']|["'][^"']*["']\s*,\s*f["'])""",
        PROGRAM,
        "placeholders: self.tr('… %n …', None, n) or phrase('Context', '… {name} …') with format()",
        'self.tr(f"{n} jobs")',
        'self.tr("%n job(s)", None, n)',
    ),
    Rule(
        "sentences follow each other as their language sets them",
        r"""f"\{(what|safe|todo)\} \{|" "\.join\(.*\.sentences\(""",
        PROGRAM,
        "UserFacingError.in_short and in_full, or wording.in_a_row: no space follows a Japanese 。",
        '        self.say(f"{what} {todo}")',
        "        self.say(error.in_short(words))",
    ),
    Rule(
        "one way to the clipboard",
        r"\bclipboard\(\)",
        ("hvacdesk/ui/*.py",),
        "hvacdesk.ui.clipboard marks what is copied and clears it after a minute",
        "QGuiApplication.clipboard().setText(text)",
        "clipboard.copy(text)",
        but=("hvacdesk/ui/clipboard.py",),
    ),
    Rule(
        "nothing temporary on the disk",
        r"\btempfile\b|\bQTemporary(File|Dir)\b",
        tuple(
            f"hvacdesk/{part}/*.py" for part in ("ui", "domain", "store", "documents", "services", "seats")
        ),
        "bytes in memory: a temporary file outlives a crash with personal data in it",
        "with tempfile.NamedTemporaryFile() as copy:",
        "with io.BytesIO() as copy:",
    ),
    Rule(
        "no fixture outlives the tests it is for",
        r"""scope=["']package["']""",
        ("tests/*.py",),
        "module: the test folders are no packages, so pytest would keep its key store to the run's end",
        '@pytest.fixture(scope="package")',
        '@pytest.fixture(scope="module")',
        but=("tests/unit/test_house_rules.py",),
    ),
    Rule(
        "no predictable chance",
        r"^\s*(import random|from random)\b",
        PROGRAM,
        "the secrets module",
        "import random",
        "import secrets",
        but=("hvacdesk/demo/*",),  # the sample office is the same for the same seed
    ),
    Rule(
        "never rekey a file",
        r"(?i)execute\w*\(.*\brekey\b",
        PROGRAM,
        "rotation: export into a new file; rekey in place destroyed files on a full disk",
        'connection.execute("PRAGMA rekey = …")',
        '"""Rotation does not use PRAGMA rekey."""',
    ),
    Rule(
        "names in a sentence are listed as its language lists them",
        r"""[=(]", "\.join\(|"、"\.join\(""",
        ("hvacdesk/ui/*.py",),
        "hvacdesk.ui.language.listed: Japanese has 、 between them",
        'text.format(numbers=", ".join(numbers))',
        "text.format(numbers=listed(numbers))",
    ),
    Rule(
        "no sleeping",
        r"\btime\.sleep\(|\bQThread\.(m|u)?sleep\(",
        PROGRAM,
        "a timer or a wait for the event itself",
        "time.sleep(0.5)",
        "QTimer.singleShot(500, self.close)",
        but=("hvacdesk/demo/*",),
    ),
    Rule(
        "nothing unfinished",
        r"NotImplementedError|\b(TODO|FIXME|XXX)\b",
        ("hvacdesk/*.py", "tests/*.py", "installers/*"),
        "finish it, or leave it out and say so in an issue",
        "raise NotImplementedError",
        "raise NotPermitted",
    ),
    Rule(
        "real parts",
        r"\bunittest\.mock\b|\bMagicMock\b|\bmocker\b",
        REAL_PARTS,
        "the fixtures of tests/conftest.py: secret_service, cups_printer, virtual_screen",
        "from unittest.mock import patch",
        "def test_print(cups_printer):",
    ),
    Rule(
        "no timed asserts",
        r"\bassert\b.*(\belapsed\b|perf_counter|monotonic\(|time\.time\()",
        ("tests/*.py",),
        "a line in tests/benchmarks: a busy machine must not fail a test",
        "assert elapsed < 0.5",
        "assert entry.at == clock.now()",
    ),
)


def files() -> Iterator[tuple[str, Path]]:
    """The checkout's own files as paths from its top; this file quotes what it forbids and is left out."""
    tops = [path for path in ROOT.iterdir() if path.name in TOP_LEVEL | {".ci", ".pre-commit-config.yaml"}]
    for top in tops:
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            if path.is_file() and path != Path(__file__) and "__pycache__" not in path.parts:
                yield path.relative_to(ROOT).as_posix(), path


def text_lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.suffix in TEXT else []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_rule_is_kept(rule: Rule) -> None:
    breaches = [
        f"{name}:{number}: {line.strip()}\n    instead: {rule.instead}"
        for name, path in files()
        if rule.holds_for(name)
        for number, line in enumerate(text_lines(path), 1)
        if rule.breaches(line)
    ]
    assert not breaches, "\n".join(breaches)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_rule_finds_what_it_is_for(rule: Rule) -> None:
    assert rule.breaches(rule.bad)
    assert not rule.breaches(rule.good)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_rule_is_for_files_that_there_are(rule: Rule) -> None:
    folders = {pattern.rsplit("/", 1)[0] for pattern in rule.files if "/" in pattern}
    assert not folders or any((ROOT / folder).is_dir() for folder in folders)


def test_the_top_level_holds_the_allowed_entries_only() -> None:
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert found - MADE_BY_TOOLS <= TOP_LEVEL, "put it into one of the folders that there are"


def modules() -> Iterator[tuple[str, Path]]:
    return ((name, path) for name, path in files() if fnmatch(name, "hvacdesk/*.py"))


def test_modules_are_short() -> None:
    lengths = {name: len(text_lines(path)) for name, path in modules()}
    assert lengths
    too_long = {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE}
    assert not too_long, "split it by concept"


def made_in(tree: ast.Module) -> Iterator[str]:
    """The names that a module's own lines make."""
    for line in tree.body:
        if isinstance(line, ast.Assign):
            yield from (target.id for target in line.targets if isinstance(target, ast.Name))
        elif isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
            yield line.target.id
        elif isinstance(line, (ast.FunctionDef, ast.ClassDef)) and not line.decorator_list:
            yield line.name


def test_a_module_makes_each_name_once() -> None:
    """The later of two would be meant wherever the first one was."""
    twice = {
        name: again
        for name, path in files()
        if path.suffix == ".py"
        for made in [list(made_in(ast.parse(path.read_text(encoding="utf-8"))))]
        if (again := {one for one in made if made.count(one) > 1})
    }
    assert not twice


def test_what_a_module_makes_for_itself_it_uses() -> None:
    idle = {}
    for name, path in modules():
        text = path.read_text(encoding="utf-8")
        own = {made for made in made_in(ast.parse(text)) if made[0] == "_" and made[:2] != "__"}
        if unused := {made for made in own if len(re.findall(rf"\b{made}\b", text)) == 1}:
            idle[name] = unused
    assert not idle, "take it out"


def test_modules_are_named_for_a_concept() -> None:
    unnamed = [
        name for name, path in modules() if path.stem in EMPTY_NAMES or path.parent.name in EMPTY_NAMES
    ]
    assert not unnamed, "name the module for what it knows"


def folders_of(top: str) -> set[str]:
    """The folders below, as paths from there."""
    found = (path for path in (ROOT / top).rglob("*") if path.is_dir() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT / top).as_posix() for path in found}


def test_unit_tests_mirror_the_program() -> None:
    folders = folders_of("tests/unit") - {"helpers"}
    assert folders <= folders_of("hvacdesk"), "tests/unit has the floors of hvacdesk, and their rooms"


def test_every_floor_has_the_same_rooms() -> None:
    """Who looks for what the program does about papers opens ``papers`` on each floor, and nothing else."""
    for floor, own in OWN_ROOMS.items():
        rooms = {name.partition("/")[0] for name in folders_of(f"hvacdesk/{floor}")}
        assert rooms - own <= ROOMS, floor


def test_rooms_can_be_looked_over() -> None:
    crowded = {}
    for floor in OWN_ROOMS:
        for room in folders_of(f"hvacdesk/{floor}"):
            count = len(list((ROOT / "hvacdesk" / floor / room).glob("*.py"))) - 1
            if count > MOST_MODULES_IN_A_ROOM:
                crowded[f"{floor}/{room}"] = count
    assert crowded == {}, "the room holds two things; give each its own"


def test_every_icon_is_shown_somewhere() -> None:
    program = "\n".join(path.read_text(encoding="utf-8") for _, path in modules())
    icons = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}
    assert icons
    assert sorted(icon for icon in icons if f'"{icon}"' not in program) == []


def test_no_class_name_stands_for_two_things() -> None:
    """Who reads a name anywhere in the program knows what it is; a module's own classes too."""
    modules = defaultdict(list)
    for path in sorted((ROOT / "hvacdesk").rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                modules[node.name].append(path.relative_to(ROOT).as_posix())
    assert {name: where for name, where in modules.items() if len(where) > 1} == {}


def unbegun(call: ast.expr) -> bool:
    """Whether a statement asks for work on a worker thread and never begins it."""
    match call:
        case ast.Call(func=ast.Attribute(value=asked, attr="with_busy")):
            return unbegun(asked)
        case ast.Call(func=ast.Attribute(value=ast.Name(id="background"), attr="ask" | "ask_with_progress")):
            return True
        case ast.Call(func=ast.Attribute(value=ast.Name(), attr="ask" | "ask_with_progress"), args=[_, _]):
            return True
        case ast.Call(func=ast.Attribute(value=ast.Attribute(attr="_reader"), attr="read")):
            return True
    return False


def forgotten(text: str) -> list[str]:
    statements = (node for node in ast.walk(ast.parse(text)) if isinstance(node, (ast.Expr, ast.Assign)))
    return [ast.unparse(one) for one in statements if unbegun(one.value)]


def test_what_is_asked_for_begins() -> None:
    """``background.ask(…)`` does nothing before its ``then(…)``."""
    assert {name: found for name, path in modules() if (found := forgotten(path.read_text("utf-8")))} == {}


def test_what_is_asked_for_and_never_begins_is_found() -> None:
    for bad in (
        "background.ask(self, work)",
        "background.ask_with_progress(self, work).with_busy(self.busy)",
        "asked = background.ask(self, work)",
        "self._reader.read(work)",
        "self.ask(self.tr('Saving'), work)",
    ):
        assert forgotten(bad) == [bad]
    assert forgotten("background.ask(self, work).with_busy(busy).then(done).otherwise(failed)") == []


CHANGE_THEIR_OWN = {
    "backups/disks/windows.py",
    "customers/customer_search.py",
    "customers/customer_views.py",
    "customers/exact_tries.py",
    "oversight/audit_log.py",
}
"""Services that write into objects which are none of the file's rows."""


def _written_from_outside(tree: ast.AST) -> Iterator[int]:
    """Lines that write into another object's attribute, or add and delete rows."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
            owner: ast.AST = node.value
            while isinstance(owner, ast.Attribute):
                owner = owner.value
            if not (isinstance(owner, ast.Name) and owner.id in {"self", "cls"}):
                yield node.lineno
        elif isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called in {"setattr", "delattr"} or re.fullmatch(
                r"(session|later)\.(add|add_all|delete|merge)", called
            ):
                yield node.lineno


def test_services_change_no_rows() -> None:
    services = ROOT / "hvacdesk" / "services"
    found = {
        path.relative_to(services).as_posix(): list(_written_from_outside(ast.parse(path.read_text("utf-8"))))
        for path in services.rglob("*.py")
    }
    writing = {name for name, lines in found.items() if lines}
    assert writing == CHANGE_THEIR_OWN, "what is written into a row is written by a function of the store"


@pytest.mark.parametrize(
    "line",
    [
        "row.state = 1",
        "row.version += 1",
        "a, row.state = 1, 2",
        "del row.state",
        "setattr(row, name, 1)",
        "session.add(row)",
        "row.on: str = 1",
    ],
)
def test_a_service_that_changes_a_row_is_found(line: str) -> None:
    assert list(_written_from_outside(ast.parse(line))) == [1]


def test_services_read_rows_and_know_their_types_for_the_checker_alone() -> None:
    for path in (ROOT / "hvacdesk" / "services").rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        for node in tree.body:  # what is below ``if TYPE_CHECKING`` is no statement of the module itself
            assert not (
                isinstance(node, ast.ImportFrom) and (node.module or "").startswith("hvacdesk.store.models")
            ), path
