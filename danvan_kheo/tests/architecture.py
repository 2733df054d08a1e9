"""Reads the module's own files: which room uses what of which other room."""

import ast
import re
from pathlib import Path

from lxml import etree

MODULE = "danvan_kheo"
ROOT = Path(__file__).parent.parent
ROOMS = (
    "base",
    "organisation",
    "workflow",
    "document",
    "campaign",
    "registration",
    "intake",
    "followup",
    "appraisal",
    "award",
    "statistics",
)
MODEL = re.compile(r"\bdanvan(?:\.[a-z_]+)+")
# Access rights and rules name a model by the id that Odoo gives it.
MODEL_ID = re.compile(r"\bmodel_(danvan[a-z_]+)")
REFERENCE = re.compile(r"(?:ref\(|%\()['\"]?([\w.]+)")
REFERRING = ("ref", "parent", "action", "inherit_id", "groups", "t-call")
DEFINING = ("record", "menuitem", "template")


def read_module():
    """Return `{path: text}` of the module's code, tests left out."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(ROOT.rglob("*"))
        if path.suffix in (".py", ".xml", ".csv") and _is_read(path.relative_to(ROOT))
    }


def _is_read(path):
    data = path.suffix == ".csv" and path.parts[0] != "security"
    return path.parts[0] != "tests" and not data


class Rooms:
    """The rooms' use of each other, found by reading.

    A file outside the rooms' folders (a dialog, a controller) belongs to the latest
    room whose things it uses.

    :param files: `{path: text}`
    """

    def __init__(self, files):
        self.files = files
        self.definitions = {path: set(_defined(path, files[path])) for path in files}
        self.uses = {path: set(_used(path, files[path])) for path in files}
        self.room_of_name = {}
        for path in sorted(files, key=lambda path: room_of(path) is None):
            room = room_of(path) or self._latest_used(path)
            for name in self.definitions[path]:
                self.room_of_name.setdefault(name, room)

    def _latest_used(self, path):
        used = {self.room_of_name.get(name) for name in self.uses[path]} - {None}
        return max(used, key=ROOMS.index, default=ROOMS[0])

    def wrong_directions(self):
        """Return `[(path, what it uses, its room)]` of what points to a later room."""
        return [
            (path, name, room)
            for path in self.files
            if room_of(path)
            for name in sorted(self.uses[path])
            for room in [self._room_of_use(name)]
            if room and ROOMS.index(room) > ROOMS.index(room_of(path))
        ]

    def _room_of_use(self, name):
        return (
            name.removeprefix("import ")
            if name[:7] == "import "
            else self.room_of_name.get(name)
        )


def room_of(path):
    """Return the room whose folder or file `path` is, None outside the rooms."""
    parts = Path(path).with_suffix("").parts
    return next((part for part in parts if part in ROOMS), None)


def _defined(path, text):
    """Yield the models and the XML ids that a file defines."""
    if path.endswith(".py"):
        yield from _defined_models(text)
    elif path.endswith(".xml"):
        for node in etree.fromstring(text.encode()).iter(*DEFINING):
            if node.get("id"):
                yield node.get("id")


def _defined_models(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef):
            given = {
                target.id: statement.value
                for statement in node.body
                if isinstance(statement, ast.Assign)
                for target in statement.targets
                if isinstance(target, ast.Name)
            }
            name = given.get("_name")
            # A model that inherits from itself is extended, not defined.
            extended = (
                name is not None
                and "_inherit" in given
                and any(
                    isinstance(node, ast.Constant) and node.value == name.value
                    for node in ast.walk(given["_inherit"])
                )
            )
            if isinstance(name, ast.Constant) and not extended:
                yield name.value
                yield "model_" + name.value.replace(".", "_")


def _used(path, text):
    """Yield what a file uses: models, XML ids and, as `import <room>`, other rooms."""
    if path.endswith(".py"):
        yield from _used_by_code(text)
    elif path.endswith(".xml"):
        for node in etree.fromstring(text.encode()).iter(etree.Element):
            yield from _used_by_node(node)
    else:
        yield from MODEL.findall(text)
        yield from ("model_" + name for name in MODEL_ID.findall(text))


def _used_by_code(text):
    tree = ast.parse(text)
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from _imported_rooms(node)
        elif isinstance(node, ast.Constant) and id(node) not in docstrings:
            yield from _used_by_text(node.value)


def _imported_rooms(node):
    named = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
    if node.level or MODULE in named:
        yield from (f"import {part}" for part in named if part in ROOMS)


def _used_by_text(value):
    if isinstance(value, str):
        yield from MODEL.findall(value)
        yield value.removeprefix(f"{MODULE}.")


def _used_by_node(node):
    said = [node.text or "", *node.attrib.values()]
    for text in said:
        yield from MODEL.findall(text)
        yield from ("model_" + name for name in MODEL_ID.findall(text))
        yield from (name.split(".")[-1] for name in REFERENCE.findall(text))
    for attribute in REFERRING:
        for name in (node.get(attribute) or "").split(","):
            yield name.strip().split(".")[-1]


def undocumented_methods(files):
    """Return `path: Class.method` of the public methods of models without docstring."""
    return [
        name for name, method in _public_methods(files) if not ast.get_docstring(method)
    ]


def silent_acts(files):
    """Return `path: Class.method` of the acts that return no value: XML-RPC cannot
    carry None, and the client would read of a crash after what succeeded."""
    return [
        name
        for name, method in _public_methods(files)
        if method.name.startswith("action_")
        and not any(
            isinstance(node, ast.Return) and node.value for node in ast.walk(method)
        )
    ]


def unextracted_words(files):
    """Return `path: words` of what is translated inside an f-string: what gathers the
    terms does not look into these, so that the words would stay English."""
    return [
        f"{path}: {call.args[0].value}"
        for path, text in files.items()
        if path.endswith(".py") and not path.startswith("tests/")
        for string in ast.walk(ast.parse(text))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", getattr(call.func, "id", "")) in ("_", "_lt")
        and isinstance(call.args[0], ast.Constant)
    ]


def _public_methods(files):
    for path, text in files.items():
        if not path.startswith(("models/", "wizards/")):
            continue
        for class_ in ast.walk(ast.parse(text)):
            if isinstance(class_, ast.ClassDef):
                for method in class_.body:
                    is_method = isinstance(method, ast.FunctionDef)
                    if is_method and not method.name.startswith("_"):
                        yield f"{path}: {class_.name}.{method.name}", method
