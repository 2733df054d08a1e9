"""Turn the name of a test into the words by which Odoo selects it."""

import ast
import difflib

from databases import addon_folders
from system import Stop


def tags_for(names):
    """Return the tags that select the named files, classes or methods."""
    known = dict(_known_names())
    return [tag for name in names for tag in _tags_for(name, known)]


def _tags_for(name, known):
    """Return the tags for one name, or say which names are like it."""
    wanted = name.removesuffix(".py").rsplit("/", 1)[-1]
    if wanted in known:
        return known[wanted]
    like = difflib.get_close_matches(wanted, known, 4)
    hint = f"; did you mean {', '.join(like)}?" if like else "."
    raise Stop(f"no test file, class or method is called '{name}'{hint}")


def _known_names():
    """Yield each name a test goes by, with its tags."""
    found = {}
    for folder in addon_folders():
        for file in sorted(folder.glob("tests/test_*.py")):
            path = f"/{folder.name}/tests/{file.name}"
            found.setdefault(file.stem, []).append(f"*{path}")
            for class_name, method in _tests_in(file):
                test = f"*/{folder.name}:{class_name}.{method}"
                found.setdefault(f"{class_name}.{method}", []).append(test)
                found.setdefault(method, []).append(test)
                whole = f"*/{folder.name}:{class_name}"
                if whole not in found.setdefault(class_name, []):
                    found[class_name].append(whole)
    return found.items()


def _tests_in(file):
    """Yield the class and name of each test method in a file."""
    for node in ast.parse(file.read_text()).body:
        if isinstance(node, ast.ClassDef):
            for part in node.body:
                if getattr(part, "name", "").startswith("test_"):
                    yield node.name, part.name
