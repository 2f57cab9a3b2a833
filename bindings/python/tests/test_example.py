"""The example prints the table that the C example prints."""

import os
import subprocess
import sys
from pathlib import Path

import taakgericht
from places import BMWE, EXAMPLE

# The package that is tested, wherever it is.
PATHS = {**os.environ, "PYTHONPATH": str(Path(taakgericht.__file__).parents[1])}


def test_the_example_prints_the_table() -> None:
    found = subprocess.run([sys.executable, EXAMPLE, BMWE], env=PATHS, capture_output=True, check=True, text=True).stdout
    lines = found.splitlines()
    assert lines[0].split() == ["2016,", "in", "cents", "Bedum", "Winsum", "Eemsmond", "De", "Marne", "total"]
    assert lines[-1].split() == ["total", "235481200", "341500300", "484028500", "326883300", "1387893300"]
