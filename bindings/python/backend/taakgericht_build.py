"""Builds the wheel: maturin does it, and is given the C header in the form that cffi reads.

    python taakgericht_build.py HEADER LIBRARY FOLDER

makes FOLDER/_native from a library that was built before, as the wheel has it: for tests, and to try a change.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

# The header, which is the manual of the library.
ROOT = Path(__file__).resolve().parents[3]
HEADER = ROOT / "include" / "taakgericht.h"

LOADER = '''"""Made from the C header; see backend/taakgericht_build.py."""
__all__ = ["ffi", "lib"]
import os
from .ffi import ffi
lib = ffi.dlopen(os.path.join(os.path.dirname(__file__), {name!r}), {flags})
'''


def declarations(header: str) -> str:
    """The header without comments, without what only a C compiler reads, and with every number written out."""
    text = re.sub(r"/\*.*?\*/", "", header, flags=re.DOTALL)
    text = re.sub(r"//.*", "", text)
    text = re.sub(r"\bTKG_(API|CALL)\b *", "", text)
    text = re.sub(r"\b(_Static_assert|static_assert)\(.*?\);", "", text, flags=re.DOTALL)
    lines = [kept for line in text.splitlines() if (kept := _declaration(line.rstrip()))]
    return "".join(line + "\n" for line in lines if line not in ('extern "C" {', "}"))


def _declaration(line: str) -> str:
    if not line.startswith("#"):
        return line
    number = re.fullmatch(r"#define (TKG_\w+) \(?(-?\d+|INT64_MIN)\)?", line)
    return f"#define {number[1]} {number[2].replace('INT64_MIN', str(-(2**63)))}" if number else ""


def native(header: Path, library: Path, folder: Path) -> None:
    """Makes the package `_native` as maturin makes it."""
    from cffi import FFI

    package = folder / "_native"
    package.mkdir(parents=True, exist_ok=True)
    ffi = FFI()
    ffi.set_source("ffi", None)
    ffi.cdef(declarations(header.read_text(encoding="utf-8")))
    ffi.emit_python_code(str(package / "ffi.py"))
    (package / library.name).unlink(missing_ok=True)
    (package / library.name).symlink_to(library.resolve())
    (package / "__init__.py").write_text(LOADER.format(name=library.name, flags=0), encoding="utf-8")


def _hand_over() -> None:
    """Puts the declarations where maturin looks for them."""
    metadata = subprocess.run(
        [os.environ.get("CARGO", "cargo"), "metadata", "--no-deps", "--format-version", "1"],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    target = Path(json.loads(metadata.stdout)["target_directory"])
    target.mkdir(parents=True, exist_ok=True)
    (target / "header.h").write_text(declarations(HEADER.read_text(encoding="utf-8")), encoding="utf-8")


def build_wheel(*arguments: Any, **settings: Any) -> str:
    """What pip calls."""
    import maturin  # type: ignore[import-untyped]

    _hand_over()
    name: str = maturin.build_wheel(*arguments, **settings)
    return name


def get_requires_for_build_wheel(settings: Any = None) -> list[str]:
    """What is needed beside pyproject.toml: nothing."""
    return []


def build_sdist(*_: Any, **__: Any) -> str:
    """The library is built from the whole repository, which does not fit into a package of this folder."""
    raise NotImplementedError("build a wheel in the repository: pip wheel bindings/python")


if __name__ == "__main__":
    native(*map(Path, sys.argv[1:]))
