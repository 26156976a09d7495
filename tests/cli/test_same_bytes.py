"""An export is the same bytes, manifest and all, whatever the language, time zone or number of processes."""

from __future__ import annotations

import os
import subprocess
import sys

PLACES = (
    ("1", {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC", "PYTHONUTF8": "0", "LANGUAGE": "en"}),
    ("8", {"PYTHONHASHSEED": "4711", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Apia", "COLUMNS": "40"}),
)


def test_an_export_depends_on_nothing_but_the_chapter(script, tmp_path):
    running = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "infograficos",
                "export",
                "--from",
                script(),
                "--jobs",
                jobs,
                "--out",
                jobs,
            ],
            cwd=tmp_path,
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for jobs, environment in PLACES
    ]
    for process in running:
        process.communicate()
    assert [process.returncode for process in running] == [0, 0]
    here, there = (
        {
            path.relative_to(tmp_path / jobs): path.read_bytes()
            for path in (tmp_path / jobs).rglob("*")
            if path.is_file()
        }
        for jobs, _ in PLACES
    )
    assert {path.suffix for path in here} == {".json", ".png", ".svg"}
    assert here == there
