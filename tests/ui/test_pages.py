"""Every page draws, in both languages, with and without a draft; bad input becomes a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
WITHIN_S = 30


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("INTERTITRE_DATABASE", f"sqlite:///{tmp_path / 'drafts.db'}")
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "INTERTITRE_MODEL"):
        monkeypatch.delenv(name, raising=False)
    yield
    from assistant.ui import resources

    resources.jobs().close()
    resources.store().close()
    resources.forget_shared()


def open_page(path: str = "app.py", *, language: str = "fr", **parameters: str) -> AppTest:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=WITHIN_S)
    for name, value in {"lang": language, **parameters}.items():
        page.query_params[name] = value
    return page.run() if path == "app.py" else page.switch_page(path).run()


def sentences(page: AppTest) -> str:
    return "\n".join(element.value for element in (*page.error, *page.warning, *page.info, *page.success))


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("path", ["app.py", "pages/library.py", "pages/settings.py", "pages/help.py"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_draws_in_both_languages(path: str, language: str) -> None:
    page = open_page(path, language=language)
    assert not page.exception
    assert not page.error


@pytest.mark.usefixtures("database")
def test_the_example_becomes_a_draft_with_an_outline() -> None:
    page = open_page()
    page.button(key="example").click().run()
    assert not page.exception
    assert not page.error
    assert page.query_params["draft"]
    assert page.button(key="write_all").label.startswith("Rédiger")


@pytest.mark.usefixtures("database")
def test_a_draft_that_was_closed_is_opened_again_by_its_link() -> None:
    page = open_page()
    page.button(key="example").click().run()
    draft_id = page.query_params["draft"]
    page.run()
    page.button(key="new_article").click().run()
    assert "draft" not in page.query_params
    page.query_params["draft"] = draft_id
    page.run()
    assert page.query_params["draft"] == draft_id
    assert page.button(key="write_all").label


@pytest.mark.usefixtures("database")
def test_writing_all_fills_every_section_and_the_score_follows() -> None:
    from assistant.ui import resources

    page = open_page()
    page.button(key="example").click().run()
    draft_id = page.query_params["draft"]
    page.button(key="write_all").click().run()
    assert resources.jobs().wait(draft_id, WITHIN_S)
    page.run()
    draft = resources.store().load(draft_id).draft
    assert draft.sections
    assert all(section.text.strip() for section in draft.sections)
    assert page.button(key="write_all").disabled


@pytest.mark.usefixtures("database")
def test_an_empty_paste_is_a_message_not_a_trace() -> None:
    page = open_page()
    page.button(key="read").click().run()
    assert not page.exception
    assert len(page.error) == 1
    assert "draft" not in page.query_params


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 40),
        ("article.pdf", b"%PDF-1.7 whatever"),
        ("empty.txt", b""),
        ("words.txt", b"12 34 56"),
        ("big.txt", b"Une phrase. " * 1_500_000),
    ],
)
def test_a_bad_upload_is_a_message_not_a_trace(name: str, content: bytes) -> None:
    page = open_page()
    page.file_uploader(key="upload_0").upload(name, content).run()
    assert not page.exception
    assert len(page.error) == 1
    assert "draft" not in page.query_params


@pytest.mark.usefixtures("database")
def test_a_draft_that_does_not_exist_says_so() -> None:
    page = open_page(draft="0000000000000000")
    assert not page.exception
    assert len(page.warning) == 1


@pytest.mark.usefixtures("database")
def test_a_model_that_is_not_connected_is_a_message() -> None:
    from assistant.ui import resources

    page = open_page()
    page.button(key="example").click().run()
    page.segmented_control(key="writer_choice").select("model").run()
    page.button(key="write_all").click().run()
    assert not page.exception
    assert "Aucun modèle" in sentences(page)
    assert not resources.jobs().snapshot(page.query_params["draft"])


@pytest.mark.usefixtures("database")
def test_the_keyphrase_chosen_is_kept_with_the_draft() -> None:
    from assistant.ui import resources

    page = open_page()
    page.button(key="example").click().run()
    draft_id = page.query_params["draft"]
    choice = page.selectbox(key=f"keyphrase_{draft_id}")
    other = next(option for option in choice.options if option != choice.value)
    choice.select(other).run()
    assert resources.store().load(draft_id).draft.keyphrase == other
    assert open_page(draft=draft_id).selectbox(key=f"keyphrase_{draft_id}").value == other


@pytest.mark.usefixtures("database")
def test_lowering_the_target_settles_the_shortfall() -> None:
    page = open_page()
    page.button(key="example").click().run()
    draft_id = page.query_params["draft"]
    page.button(key=f"lower_{draft_id}").click().run()
    assert not page.exception
    assert not [button for button in page.button if button.key == f"lower_{draft_id}"]
