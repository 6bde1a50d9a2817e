"""The command line: argv, exit codes, standard output. No arithmetic, and one small file a command.

Exit codes: 0 done, 1 a gate asked for with --fail-on or a check that failed, 2 bad input or usage, 3 nothing to check,
130 stopped with Ctrl-C.
"""

from __future__ import annotations

import importlib
import os
import sys

import click

from compare.errors import CompareError

COMMANDS: dict[str, str] = {
    "calibrate": "compare.cli.calibrate:calibrate",
    "check": "compare.cli.check:check",
    "review": "compare.cli.review:review",
    "run": "compare.cli.run:run",
    "tune": "compare.cli.tune:tune",
}
"""Name -> "module:command", loaded when it is used, so that --help loads no engine."""

USAGE_ERROR, STOPPED = 2, 130


class _Lazy(click.Group):
    """A group that knows its commands by name and imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="compare-sources", prog_name="compare")
def app() -> None:
    """Put the claims of several news articles on one event side by side.

    Shows what they agree on, where they conflict, what they tell differently, and what each leaves
    out, with the words it judged by. It never says who is right.
    """


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(_run())


def _run() -> int:
    try:
        code = app(standalone_mode=False)
        sys.stdout.flush()
    except CompareError as error:
        click.echo(f"compare: error: {_one_line(str(error))}", err=True)
        return USAGE_ERROR
    except click.ClickException as error:
        click.echo(f"compare: error: {_one_line(error.format_message())}; see compare --help", err=True)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("compare: stopped", err=True)
        return STOPPED
    except BrokenPipeError:
        # The reader has what it wanted (`| head`): no message, and none at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code if isinstance(code, int) else 0


def _one_line(message: str) -> str:
    """No line break and no control code of a file's name reaches the terminal."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in message)
