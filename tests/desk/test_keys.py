"""The key of a model: in the request and nowhere else, whatever is written, logged, exported or goes wrong."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

import pytest

from assistant.desk.errands import Errands
from assistant.desk.jobs import Jobs
from assistant.desk.publishing import publication_of
from assistant.export import EXPORTERS
from assistant.i18n import INTERFACE_LANGUAGES, describe
from assistant.model import Draft
from assistant.storage.drafts import DraftStore, sqlite_url
from assistant.writing.answer import Limits
from assistant.writing.chat import ChatWriter
from assistant.writing.connection import check_endpoint
from assistant.writing.endpoints import Endpoint
from assistant.writing.planning import propose_angles
from tests.servers import scripted
from tests.servers.fixtures import draft, server

KEY = "sk-newsroom-7f3a91"
LIMITS = Limits(connect_s=2, first_s=2, between_s=2, total_s=20, retry_s=0.02, longest_wait_s=0.2)
# A refused key comes back in the error's text, as some providers send it.
SCENARIOS = ("writer-good;delay=0", "refused-key", "broken-json", "cut", "quota", "error-502-html", "page")

__all__ = ["draft", "server"]

pytestmark = pytest.mark.timeout(90)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_key_is_in_no_draft_log_export_or_message(
    scenario: str, draft: Draft, server: scripted.ScriptedServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    endpoint = Endpoint(server.url(f"{scenario};name=key"), "played", KEY)
    told = [repr(endpoint), str(endpoint)]
    with DraftStore(sqlite_url(tmp_path / "drafts.db")) as store:
        store.create(draft)
        jobs = Jobs(store)
        jobs.start(draft.id, [section.id for section in draft.sections[:2]], lambda: ChatWriter(endpoint, LIMITS))
        assert jobs.wait(draft.id, 60)
        errors = [view.error for view in jobs.snapshot(draft.id)]
        errands = Errands()
        errands.start(draft.id, "outline", endpoint, lambda asked: propose_angles(draft, asked), LIMITS)
        errand = errands.wait(draft.id, "outline", 60)
        assert errand is not None
        report = check_endpoint(endpoint, LIMITS)
        errors += [errand.error, report.fault]
        told += [repr(errand), repr(report)]
        publication = publication_of(store.load(draft.id).draft)
        told += [exporter.render(publication).decode("utf-8", "replace") for exporter in EXPORTERS.values()]
    for error in filter(None, errors):
        told += [repr(error), *traceback.format_exception(error)]
        told += [describe(error, language) for language in INTERFACE_LANGUAGES]
    assert KEY not in "\n".join([*told, caplog.text])
    for path in tmp_path.rglob("*"):
        assert KEY.encode() not in path.read_bytes()


def test_the_key_reaches_the_server(server: scripted.ScriptedServer, draft: Draft) -> None:
    report = check_endpoint(Endpoint(server.url("refused-key;name=sent"), "played", KEY), LIMITS)
    assert report.fault is not None
    assert report.fault.code == "model-refused-key"
