"""The README's commands, options and links exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from compare.cli.run import run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = re.findall(r"^ {4}(?:.*\| )?(compare run .*?)(?:\s{2,}#.*| \|.*)?$", README, re.MULTILINE)
TARGETS = re.findall(r"^ {4}make (\w+)$", README, re.MULTILINE)
LINKS = re.findall(r"\]\(([^)#]+)\)", README)


def test_it_opens_with_a_picture_and_two_commands() -> None:
    assert README.index("docs/report.png") < README.index("make run") < README.index("make test")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_parses(command: str) -> None:
    arguments = shlex.split(command)[2:]
    context = run.make_context("run", list(arguments))
    assert context.params["articles"]


@pytest.mark.parametrize("target", TARGETS)
def test_each_target_exists(target: str) -> None:
    assert re.search(rf"^{target}:.* ## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("link", LINKS)
def test_each_link_leads_somewhere(link: str) -> None:
    assert link.startswith("https://") or (ROOT / link).exists()


def test_there_was_something_to_check() -> None:
    assert len(COMMANDS) >= 4
    assert set(TARGETS) == {"run", "test"}
