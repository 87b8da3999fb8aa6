"""What all tests share: where the real documents are, and when a skip is a failure."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from places import SHARED

# deterministic and without deadlines: a slow machine must not turn a property into a timing test
settings.register_profile(
    "project", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60
)
settings.load_profile("project")


@pytest.fixture(scope="session", autouse=True)
def _cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what the tests convert out of the caches of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip tests on the real documents where those are not beside the checkout: the project must pass without them."""
    if (SHARED / "corpus").is_dir():
        return
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(pytest.mark.skip(reason="the real documents are not beside this checkout"))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):
    """In CI, turn a skip for want of something that CI installs into a failure."""
    outcome = yield
    report = outcome.get_result()
    allowed = item.get_closest_marker("shared") is not None or item.get_closest_marker("may_skip") is not None
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("TRICHLUC_NO_SKIPS") and not allowed:
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where everything that tests need must be installed: {report.longrepr}"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents and their gold answers."""
    return SHARED
