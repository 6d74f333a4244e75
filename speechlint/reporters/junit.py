"""JUnit's XML: each draft is a suite, each place a test that failed; a clean draft is one that passed."""

from __future__ import annotations

from speechlint.document.outcome import reason
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.reporters.diagnostics import message, of_draft, shown
from speechlint.reporters.xml import HEAD, escaped, tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.reporters.diagnostics import Diagnostic
    from speechlint.result import LeftOut, Run, Trouble, View


def lines(run: Run, view: View) -> Iterator[str]:
    """What could not be read is an error, what was not checked is skipped."""
    suites = [(result, list(of_draft(result, view, least=shown(view)))) for result in run.results]
    failures = sum(len(found) for _, found in suites)
    tests = sum(max(1, len(found)) for _, found in suites) + len(run.errors) + len(run.left_out)
    yield HEAD
    yield f"<{tag('testsuites', name='speechlint', tests=tests, failures=failures, errors=len(run.errors))}>"
    for trouble in run.errors:
        yield from _unread(trouble)
    for result, found in suites:
        yield from _suite(result.doc.path, found)
    for one in run.left_out:
        yield from _skipped(one, view.lang)
    yield "</testsuites>"


def _suite(path: str, found: Sequence[Diagnostic]) -> Iterator[str]:
    yield _opened(path, tests=max(1, len(found)), failures=len(found))
    for told in found:
        line, column = told.start
        name = f"{told.finding.code} {line}:{column}"
        yield f"    <{tag('testcase', name=name, classname=path, file=path, line=line, time='0')}>"
        failure = tag("failure", type=told.finding.severity.label, message=told.message)
        yield f"      <{failure}>{escaped(f'{told.path}:{line}:{column}: {message(told)}')}</failure>"
        yield "    </testcase>"
    if not found:
        yield f"    <{tag('testcase', name='speechlint', classname=path, file=path, time='0')}/>"
    yield "  </testsuite>"


def _unread(trouble: Trouble) -> Iterator[str]:
    yield _opened(trouble.path, tests=1, errors=1)
    yield f"    <{tag('testcase', name='speechlint', classname=trouble.path, file=trouble.path, time='0')}>"
    yield f"      <{tag('error', type='unread', message=trouble.message)}/>"
    yield "    </testcase>"
    yield "  </testsuite>"


def _skipped(one: LeftOut, lang: str) -> Iterator[str]:
    yield _opened(one.path, tests=1, skipped=1)
    yield f"    <{tag('testcase', name='speechlint', classname=one.path, file=one.path, time='0')}>"
    yield f"      <{tag('skipped', message=reason(one.outcome, lang))}/>"
    yield "    </testcase>"
    yield "  </testsuite>"


def _opened(path: str, *, tests: int, failures: int = 0, errors: int = 0, skipped: int = 0) -> str:
    counts = {"tests": tests, "failures": failures, "errors": errors, "skipped": skipped}
    return f"  <{tag('testsuite', name=path, **counts, time='0')}>"
