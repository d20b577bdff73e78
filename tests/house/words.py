"""Words on screen: read out of the code, kept in the catalog, and no display text beside it.

`python -m tests.house.words` (make words) brings resources/languages up to date: what the code says now stands in the .ts file, with
the translation that it had; what is new stands there unfinished; the .qm is made from it by Qt's own lrelease.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import PySide6

from widgets.tongue import NOTE

LANGUAGES = ("zh_CN",)
CONTEXT = "Quarterdeck"
CALLS = ("tr", "told", "mark")
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def catalog(root: Path, language: str) -> Path:
    return root / "resources" / "languages" / f"quarterdeck_{language}.ts"


def sources(root: Path) -> dict[str, str]:
    """Every text that may be asked for, and the first file that has it."""
    found: dict[str, str] = {}
    for folder in ("app", "widgets"):
        for path in sorted((root / folder).rglob("*.py")):
            for text in texts(ast.parse(path.read_text(encoding="utf-8"))):
                found.setdefault(text, path.relative_to(root).as_posix())
    return found


def texts(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name, first = called(node), node.args[0]
        if name in CALLS and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value
        elif name == "Table" and isinstance(first, ast.Dict):
            yield from (
                value.value for value in first.values if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value
            )
        elif name == "Setting" and isinstance(first, ast.Constant):
            # A setting's title is its name, written as words.
            yield str(first.value).replace("_", " ").capitalize()


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""


def translations(path: Path) -> dict[str, str]:
    """Finished ones only."""
    if not path.exists():
        return {}
    found = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        said = message.find("translation")
        if said is not None and said.get("type") is None:
            source, note = message.findtext("source", ""), message.findtext("comment", "")
            found[f"{source}{NOTE}{note}" if note else source] = said.text or ""
    return found


def write(path: Path, language: str, wanted: dict[str, str], known: dict[str, str]) -> None:
    root = ElementTree.Element("TS", {"version": "2.1", "language": language, "sourcelanguage": "en"})
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for source, file in sorted(wanted.items(), key=lambda item: (item[1], item[0])):
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "location", {"filename": f"../../{file}"})
        ElementTree.SubElement(message, "source").text = source.partition(NOTE)[0]
        if NOTE in source:
            ElementTree.SubElement(message, "comment").text = source.partition(NOTE)[2]
        said = ElementTree.SubElement(message, "translation")
        if source in known:
            said.text = known[source]
        else:
            said.set("type", "unfinished")
    ElementTree.indent(root, "    ")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + ElementTree.tostring(root, encoding="unicode") + "\n", encoding="utf-8")


def release(path: Path, out: Path) -> None:
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([tool, "-silent", path, "-qm", out], check=True)


def main() -> None:
    root = Path(__file__).parents[2]
    wanted = sources(root)
    for language in LANGUAGES:
        path = catalog(root, language)
        known = translations(path)
        write(path, language, wanted, known)
        release(path, path.with_suffix(".qm"))
        print(f"{path.name}: {len(wanted)} texts, {len(set(wanted) - set(known))} unfinished, {len(set(known) - set(wanted))} gone")


if __name__ == "__main__":
    main()
