"""The command line: same order, same ids, plain sentences, and never a traceback."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from assistant.cli import main

ARTICLE = """---
title: "La piscine de Vernay rouvre lundi"
keyphrase: "piscine de Vernay"
---
# La piscine de Vernay rouvre lundi

La piscine de Vernay rouvre lundi après deux ans de travaux.

## Un chantier de deux ans

Le bassin a été refait par l’entreprise Dumarais. Les tarifs ne changent pas.
"""

SOURCE = """Fais un article SEO en français avec des intertitres, 60 mots minimum.

La piscine de Vernay rouvre lundi

La piscine de Vernay rouvrira ses portes lundi 12 mai après deux ans de travaux, a annoncé la mairie jeudi.

Le chantier a coûté 3,2 millions d’euros, dont la moitié payée par le département. Le bassin de 25 mètres a été refait
et les vestiaires agrandis.

« Nous avons tenu les délais malgré la hausse des prix », a déclaré la maire, Claire Aubin. Elle a remercié les
entreprises locales.

L’association des nageurs demande des créneaux plus tardifs. Une réunion est prévue en juin avec la direction.
"""


def run(
    arguments: list[str], lines: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> list[dict[str, object]]:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(line + "\n" for line in lines)))
    assert main(arguments) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_answers_come_in_the_order_of_the_questions(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [json.dumps({"id": number, "text": f"Phrase {number}. Une autre."}) for number in range(3)]
    answers = run(["sentences", "--jsonl"], lines, monkeypatch, capsys)
    assert [answer["id"] for answer in answers] == [0, 1, 2]
    assert answers[0]["spans"] == [[0, 9], [10, 20]]


def test_a_bad_line_answers_an_error_and_the_rest_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ["{oops", json.dumps({"id": "b"}), json.dumps({"id": "c", "text": "Un."}), "[1, 2]"]
    answers = run(["sentences", "--jsonl"], lines, monkeypatch, capsys)
    assert [answer["id"] for answer in answers] == [None, "b", "c", None]
    codes = [error.get("code") if isinstance(error := answer.get("error"), dict) else None for answer in answers]
    assert codes == ["bad-json", "field-missing", None, "bad-json"]


def test_a_brief_is_read_and_an_ordinary_sentence_is_not(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        json.dumps({"id": 1, "text": "Write it in French, at least 650 words, with subheadings"}),
        json.dumps({"id": 2, "text": "La mairie a reçu 650 mots de soutien après l’incendie."}),
    ]
    found, none = run(["brief", "--jsonl"], lines, monkeypatch, capsys)
    assert isinstance(found["brief"], dict)
    assert (found["brief"]["min_words"], found["brief"]["language"]) == (650, "fr")
    assert none["brief"] is None


def test_scoring_a_file_takes_its_front_matter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "article.md"
    path.write_text(ARTICLE, encoding="utf-8")
    assert main(["score", str(path)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["measures"]["title_keyphrase_position"] == 0
    assert answer["measures"]["headings"] == 1
    assert {check["id"] for check in answer["checks"]} >= {"heading-order", "keyphrase-density", "word-count"}


def test_findings_point_into_the_file_as_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "article.md"
    path.write_text(ARTICLE.replace("## Un chantier", "#### Un chantier"), encoding="utf-8")
    assert main(["score", str(path)]) == 0
    checks = {check["id"]: check for check in json.loads(capsys.readouterr().out)["checks"]}
    text = path.read_text(encoding="utf-8")
    finding = checks["heading-order"]["findings"][0]
    assert "Un chantier de deux ans" in text[finding["start"] : finding["end"]]


def test_a_draft_is_written_exported_and_exported_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, article, project = tmp_path / "source.txt", tmp_path / "article.md", tmp_path / "project.json"
    source.write_text(SOURCE, encoding="utf-8")
    assert main(["draft", str(source), "-o", str(article), "--project", str(project)]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["writer"] == "extractive"
    assert report["verdicts"]["unsupported"] == report["verdicts"]["altered"] == 0
    text = article.read_text(encoding="utf-8")
    assert "Fais un article" not in text
    assert "« Nous avons tenu les délais malgré la hausse des prix »" in text.replace("\u00a0", " ")
    assert main(["export", str(project), "--format", "html"]) == 0
    html = capsys.readouterr().out
    assert html.count("<h1") == 1
    assert '<html lang="fr"' in html


def test_an_outline_binds_each_heading_to_passages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "source.txt"
    source.write_text(SOURCE, encoding="utf-8")
    assert main(["outline", str(source)]) == 0
    outline = json.loads(capsys.readouterr().out)
    assert outline["sections"]
    assert all(section["passages"] for section in outline["sections"])


@pytest.mark.parametrize(
    "arguments",
    [
        ["draft", "/no/such/file.txt"],
        ["score", "/no/such/article.md"],
        ["export", "/no/such/project.json"],
        ["export", __file__],
        ["batch", "score", "a", "b"],
        ["intake"],
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_failure_is_one_sentence_on_stderr(
    arguments: list[str], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--lang", language]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert len(output.err.splitlines()) == 1


def test_wrong_usage_leaves_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["draft"])
    assert stopped.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_the_formats_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--list"]) == 0
    assert json.loads(capsys.readouterr().out)["formats"][:2] == ["md", "html"]


def test_score_judges_by_the_rules_of_a_house_and_beside_the_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text('[banned]\n"au final" = "finalement"\n', encoding="utf-8")
    line = json.dumps(
        {"id": "a", "markdown": "Au final, le pont a fermé le 4 mars.", "sources": ["Le pont a fermé le 3 mars."]}
    )
    answer = run(["score", "--jsonl", "--rules", str(rules)], [line], monkeypatch, capsys)[0]
    checks = answer["checks"]
    assert isinstance(checks, list)
    states = {check["id"]: check["state"] for check in checks}
    assert states["banned-words"] == "improve"
    assert states["altered-facts"] == "bad"


def test_faulty_rules_are_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules, article = tmp_path / "rules.toml", tmp_path / "article.md"
    rules.write_text("profile = ", encoding="utf-8")
    article.write_text(ARTICLE, encoding="utf-8")
    assert main(["score", str(article), "--rules", str(rules)]) == 1
    assert "Traceback" not in capsys.readouterr().err
