"""The commands: parse options, call, print. Heavy libraries wait until a command needs them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=True, pretty_exceptions_enable=False)


@app.callback()
def _root() -> None:
    """Read the reports that Vietnamese offices write and turn them into records."""


@app.command()
def run(
    inputs: Annotated[list[Path], typer.Argument(help="Files and folders to read")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder to write to")] = Path("outputs"),
) -> None:
    """Read reports and write their records."""
    from trichluc.run import extract_file

    files = [p for i in inputs for p in (sorted(i.rglob("*")) if i.is_dir() else [i]) if p.is_file()]
    out.mkdir(parents=True, exist_ok=True)
    with (out / "records.jsonl").open("w", encoding="utf-8") as lines:
        for path in files:
            result = extract_file(path)
            lines.write(result.records().model_dump_json(by_alias=True) + "\n")
            for problem in result.problems:
                typer.echo(f"{problem.severity}: {problem.message}", err=True)


def main() -> None:
    """Run the command line."""
    app()
