"""The commands: parse options, call, print. Heavy libraries wait until a command needs them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Annotated, ParamSpec

import typer

from trichluc._version import __version__
from trichluc.errors import TrichlucError, UsageError
from trichluc.options import OcrMode, ReadOptions
from trichluc.store import DATABASE

P = ParamSpec("P")
INTERRUPTED = 130

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: it is on the screen before rich would be loaded
    pretty_exceptions_enable=False,
    help="Read the reports that Vietnamese offices write and turn them into records.",
)


rules_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look after the rule packs.")
app.add_typer(rules_app, name="rules")


def _command(name: str, group: typer.Typer = app) -> Callable[[Callable[P, int | None]], Callable[P, None]]:
    """Make a function a command: what it returns is the exit status, and an error of ours is a message and status 2."""

    def decorate(function: Callable[P, int | None]) -> Callable[P, None]:
        @wraps(function)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
            try:
                status = function(*args, **kwargs)
            except TrichlucError as error:
                print(f"trichluc: {error}", file=sys.stderr)
                status = 2
            except KeyboardInterrupt:
                print("\ntrichluc: interrupted; what was done is kept, the same command goes on", file=sys.stderr)
                status = INTERRUPTED
            except BrokenPipeError:
                sys.stderr.close()  # the reader of our output has seen enough
                status = 0
            except OSError as error:
                print(f"trichluc: {error}; nothing that was done is lost, mend that and run again", file=sys.stderr)
                status = 2
            raise typer.Exit(status or 0)

        return group.command(name)(guarded)

    return decorate


def _version(value: bool) -> None:
    if value:
        print(f"trichluc {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    del version


Folder = Annotated[Path, typer.Argument(help="Folder that `trichluc run` wrote to.", metavar="OUT")]
Ocr = Annotated[
    OcrMode,
    typer.Option("--ocr", help="Pages to read by OCR: those without usable text, every page, or none."),
]
Defuse = Annotated[
    bool, typer.Option("--defuse-formulas", help="In the CSV files, put ' before texts that begin with = + - @.")
]
Cache = Annotated[
    Path | None,
    typer.Option(
        "--cache",
        help="Folder to keep what LibreOffice made of old documents; by default among the caches of the user.",
        metavar="DIR",
    ),
]
Pages = Annotated[
    bool, typer.Option("--pages", help="Lay Word documents out with LibreOffice, to know the page of each record.")
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Keep nothing of what LibreOffice made.")]
Rules = Annotated[list[Path] | None, typer.Option("--rules", help="Folder of rules to lay over the built-in ones.")]


def _conversions(cache: Path | None, *, no_cache: bool) -> Path | None:
    """Return the folder for what LibreOffice makes, null for none."""
    from trichluc.parsers.office.shelf import user_shelf

    if no_cache:
        return None
    return cache.absolute() if cache is not None else user_shelf()


@_command("run")
def run(
    inputs: Annotated[list[Path], typer.Argument(help="Files and folders to read.", metavar="INPUT…")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder to write to.")] = Path("outputs"),
    workers: Annotated[int, typer.Option(min=0, help="Worker processes; 0 is one a core.")] = 0,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that one document may take.")] = 120.0,
    memory: Annotated[int, typer.Option(min=0, help="MiB that one worker may hold; 0 is no limit.")] = 4096,
    rules: Rules = None,
    ocr: Ocr = OcrMode.AUTO,
    ocr_cache: Annotated[
        Path | None,
        typer.Option("--ocr-cache", help="Folder to keep what OCR read, so that no page is read twice.", metavar="DIR"),
    ] = None,
    cache: Cache = None,
    no_cache: NoCache = False,
    pages: Pages = False,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="Write records.xlsx as well.")] = False,
    parquet: Annotated[bool, typer.Option("--parquet", help="Write parquet/ as well.")] = False,
    defuse_formulas: Defuse = False,
    prune: Annotated[bool, typer.Option("--prune", help="Take out documents whose file is gone.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Read all anew, changed or not.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> int:
    """Read reports and write their records.

    Run again, it reads what is new or has changed. Exit status: 0 every document was read, 1 some were not, 2 the call
    was wrong, 130 interrupted.
    """
    from trichluc.batch.start import start_early

    if fresh or not (out / DATABASE).exists():  # else there may be nothing to read
        start_early()
    from trichluc.batch.progress import progress_for
    from trichluc.batch.run import BatchOptions, run_batch
    from trichluc.batch.worker import Settings
    from trichluc.export.files import ExportOptions
    from trichluc.terminal import print_table

    options = BatchOptions(
        settings=Settings(
            tuple(rules or ()),
            timeout,
            memory,
            ReadOptions(
                ocr,
                ocr_cache=ocr_cache.absolute() if ocr_cache is not None else None,
                conversions=_conversions(cache, no_cache=no_cache),
                pages=pages,
            ),
        ),
        workers=workers,
        export=ExportOptions(defuse=defuse_formulas, xlsx=xlsx, parquet=parquet),
        prune=prune,
        fresh=fresh,
    )
    summary = run_batch(inputs, out, options, progress_for(quiet=quiet))
    if not quiet:
        print_table(("", "", ""), summary.lines())
        print(f"{summary.seconds:.1f} s; results are in {out}")
    return summary.exit_status


@contextmanager
def _member_at_hand(file: Path) -> Iterator[tuple[Path, str]]:
    """Give the file that ``archive.zip/member.docx`` stands for, and what it is called."""
    from trichluc.parsers.archive import find_member, is_archive, unpacked

    archive = next((parent for parent in file.parents if parent.is_file()), None)
    if archive is None or not is_archive(archive):
        raise UsageError(f"{file}: no such file; check the path")
    member = find_member(archive, file.relative_to(archive).as_posix())
    if member is None:
        raise UsageError(f"{file}: {archive} holds no such file that can be read; `trichluc run` tells what it holds")
    with unpacked(archive, member.number) as path:
        yield path, f"{archive.name}/{member.name}"


@_command("show")
def show(
    file: Annotated[Path, typer.Argument(help="The file to read.", metavar="FILE")],
    rules: Rules = None,
    ocr: Ocr = OcrMode.AUTO,
    cache: Cache = None,
    no_cache: NoCache = False,
    pages: Pages = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the records as JSON.")] = False,
) -> int:
    """Read one file and show its records with their words in context.

    Exit status: 0 it was read, 1 it was not or in part.
    """
    from trichluc.packs import load_packs
    from trichluc.records import Status
    from trichluc.run import extract_file

    options = ReadOptions(ocr, conversions=_conversions(cache, no_cache=no_cache), pages=pages)
    packs = load_packs(*(rules or ()))
    if file.is_file():
        result = extract_file(file, packs, options=options)
    else:
        with _member_at_hand(file) as (path, name):
            result = extract_file(path, packs, source_path=name, options=options)
    if as_json:
        print(result.records().model_dump_json(by_alias=True, indent=2))
    else:
        from rich.console import Console

        from trichluc.show import show as show_result

        show_result(result, Console(soft_wrap=not sys.stdout.isatty(), highlight=False))
    return 0 if result.status is Status.OK else 1


@_command("audit")
def audit(
    out: Folder,
    require: Annotated[
        list[str] | None,
        typer.Option(
            "--require", help="List the units that do not cite this symbol; may be repeated.", metavar="SYMBOL"
        ),
    ] = None,
    csv: Annotated[Path | None, typer.Option("--csv", help="Write the table to this CSV file.", metavar="FILE")] = None,
    defuse_formulas: Defuse = False,
) -> int:
    """Tell who cites what: unit by directive, how often, in which years; or who does not cite a document."""
    from trichluc.audit.tables import print_audit

    print_audit(out, require or [], csv, defuse=defuse_formulas)
    return 0


@_command("verify")
def verify(out: Folder) -> int:
    """Check every promise of an output folder: texts and offsets, keys and links, enumerations, files.

    Exit status: 0 nothing is wrong, 1 something is.
    """
    from trichluc.terminal import printable
    from trichluc.verify.folder import Verification

    verification, wrong = Verification(out), 0
    for finding in verification.findings():
        wrong += 1
        print(printable(f"{finding.where}: {finding.what}"))
    for note in verification.notes:
        print(f"note: {note}", file=sys.stderr)
    counted = ", ".join(f"{count} {name}" for name, count in verification.counted.items())
    print(f"{counted}: {wrong or 'nothing'} wrong")
    return 1 if wrong else 0


@_command("evaluate")
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder with one JSON answer a document.", metavar="GOLD")],
    out: Annotated[
        Path, typer.Argument(help="Folder that `trichluc run` wrote to, or a records.jsonl.", metavar="OUT")
    ],
    misses: Annotated[bool, typer.Option("--misses", help="Print every miss and every extra.")] = False,
    by_rule: Annotated[bool, typer.Option("--rules", help="Print what each rule is worth instead.")] = False,
    rule: Annotated[
        str | None, typer.Option("--rule", help="Print the records of this rule instead.", metavar="NAME")
    ] = None,
    confidence: Annotated[
        bool, typer.Option("--confidence", help="Print what the stated confidence is worth instead.")
    ] = False,
    calibration: Annotated[
        bool, typer.Option("--calibrate", help="Print as CSV what confidence each rule deserves instead.")
    ] = False,
    lint: Annotated[bool, typer.Option("--lint", help="Check the gold answers themselves instead.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> int:
    """Score records against gold answers: over all, by document, by kind of document.

    Exit status: 0, or with --lint 1 where a gold answer is wrong.
    """
    from trichluc.evaluate import tables
    from trichluc.evaluate.lint import lint_gold
    from trichluc.evaluate.report import evaluate as score
    from trichluc.terminal import printable

    if lint:
        complaints = [printable(complaint) for complaint in lint_gold(gold, out)]
        print("\n".join([*complaints, f"{len(complaints) or 'nothing'} wrong"]))
        return 1 if complaints else 0
    evaluation = score(gold, out)
    if by_rule or rule is not None:
        tables.print_rules(evaluation, rule)
    elif confidence:
        tables.print_reliability(evaluation)
    elif calibration:
        tables.print_calibration(evaluation)
    else:
        tables.print_evaluation(evaluation, misses=misses, as_json=as_json)
    return 0


@_command("diff")
def diff(
    before: Annotated[Path, typer.Argument(help="Folder of the earlier run.", metavar="OUT_A")],
    after: Annotated[Path, typer.Argument(help="Folder of the later run.", metavar="OUT_B")],
    short: Annotated[bool, typer.Option("--summary", help="Only the figures by rule.")] = False,
) -> int:
    """Tell what differs between two runs: records gained, lost and changed, by document and rule."""
    from trichluc.evaluate.diff import difference
    from trichluc.evaluate.tables import print_differences

    print_differences(list(difference(before, after)), details=not short)
    return 0


@_command("schema")
def schema() -> int:
    """Print the JSON Schema of a line of records.jsonl."""
    import json

    from trichluc.export.json_lines import json_schema

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0


@_command("check", rules_app)
def rules_check(rules: Rules = None) -> int:
    """Run every example of every rule. Exit status: 0 all hold, 1 some do not."""
    from trichluc.packs import load_packs
    from trichluc.rules_check import check_rules

    checked = check_rules(load_packs(*(rules or ())))
    for complaint in checked.complaints:
        print(complaint)
    wrong = len(checked.complaints) or "nothing"
    print(f"{checked.examples} examples of {checked.rules} rules in {checked.files} files: {wrong} wrong")
    return 1 if checked.complaints else 0


def main() -> None:
    """Run the command line."""
    app()
