"""Where things are in the repository."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
BMWE = ROOT / "scenarios" / "bmwe-2015.toml"
CORPUS = ROOT / "tests" / "corpus"
EXAMPLE = ROOT / "bindings" / "python" / "examples" / "bmwe.py"
