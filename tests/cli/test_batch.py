"""Many articles: every item answered in its order, what is finished is kept, and one bad item costs no other."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pyarrow as arrow
import pyarrow.parquet as parquet
import pytest

from assistant.cli import main
from assistant.cli.batch import run_batch
from assistant.errors import IntertitreError
from tests.cli.test_commands import ARTICLE, SOURCE


def lines_of(folder: Path) -> list[dict[str, object]]:
    return [
        json.loads(line)
        for part in sorted(folder.glob("part-*.jsonl"))
        for line in part.read_text(encoding="utf-8").splitlines()
    ]


def rows_of(folder: Path) -> list[dict[str, str]]:
    with (folder / "summary.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def test_a_folder_of_articles_is_scored_on_every_core(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    (folder / "été").mkdir(parents=True)
    for number in range(7):
        (folder / "été" / f"{number}.md").write_text(ARTICLE, encoding="utf-8")
    (folder / ".caché.md").write_text("# Rien", encoding="utf-8")
    assert main(["batch", "score", str(folder), str(out), "--shard", "6"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["items"], told["failed"], told["shards"], told["skipped"]) == (7, 0, 2, 0)
    answers = lines_of(out)
    assert [answer["id"] for answer in answers] == [f"été/{number}.md" for number in range(7)]
    rows = rows_of(out)
    assert [row["id"] for row in rows] == [answer["id"] for answer in answers]
    assert {row["total"] for row in rows} == {str(answers[0]["total"])}
    assert {row["words"] for row in rows} == {"24"}


def test_a_line_that_fails_is_a_row_that_says_why(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "text": SOURCE}),
        "pas du JSON",
        json.dumps({"text": 3}),
        json.dumps({"id": "=2+2", "html": "<article><h1>Titre</h1><p>Une phrase entière.</p></article>"}),
    ]
    place = tmp_path / "in.jsonl"
    place.write_text("\n".join(lines), encoding="utf-8")
    told = run_batch("intake", place, tmp_path / "out", language="fr", shard=2)
    assert (told["items"], told["failed"]) == (4, 2)
    answers = lines_of(tmp_path / "out")
    assert [answer["id"] for answer in answers] == ["a", None, 3, "=2+2"]
    assert [answer.get("error") is not None for answer in answers] == [False, True, True, False]
    rows = rows_of(tmp_path / "out")
    assert [row["error"] for row in rows] == ["", "bad-json", "field-missing", ""]
    assert rows[3]["id"] == "'=2+2"
    assert rows[0]["has_brief"] == "1"


def test_articles_are_written_from_the_rows_of_a_table(tmp_path: Path) -> None:
    place = tmp_path / "in.parquet"
    table = arrow.table({"id": ["a", "b"], "text": [SOURCE, SOURCE], "keyphrase": ["piscine de Vernay", None]})
    parquet.write_table(table, place)
    told = run_batch("draft", place, tmp_path / "out", language="fr", shard=5)
    assert (told["items"], told["failed"]) == (2, 0)
    answers = lines_of(tmp_path / "out")
    assert answers[0]["keyphrase"] == "piscine de Vernay"
    assert str(answers[1]["markdown"]).startswith('---\ntitle: "')
    assert rows_of(tmp_path / "out")[0]["unsupported"] == "0"


def test_a_folder_in_the_folder_is_one_story_of_several_sources(tmp_path: Path) -> None:
    (tmp_path / "in" / "piscine").mkdir(parents=True)
    for number, text in enumerate((SOURCE, SOURCE.replace("lundi 12 mai", "mardi 13 mai"))):
        (tmp_path / "in" / "piscine" / f"{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "in" / "seul.txt").write_text(SOURCE, encoding="utf-8")
    run_batch("draft", tmp_path / "in", tmp_path / "out", language="fr", shard=5)
    assert [answer["id"] for answer in lines_of(tmp_path / "out")] == ["piscine", "seul.txt"]


def test_what_is_finished_is_not_done_again(tmp_path: Path) -> None:
    place, out = tmp_path / "in.jsonl", tmp_path / "out"
    place.write_text("\n".join(json.dumps({"id": number, "text": SOURCE}) for number in range(5)), encoding="utf-8")
    run_batch("intake", place, out, language="fr", shard=2)
    whole = (out / "summary.csv").read_bytes()
    (out / "part-00001.jsonl").unlink()
    (out / "summary.csv").unlink()
    kept = (out / "part-00000.jsonl").stat().st_mtime_ns
    told = run_batch("intake", place, out, language="fr", shard=2, resume=True)
    assert (told["items"], told["skipped"], told["shards"]) == (5, 3, 3)
    assert (out / "summary.csv").read_bytes() == whole
    assert (out / "part-00000.jsonl").stat().st_mtime_ns == kept


def test_two_batches_never_mix(tmp_path: Path) -> None:
    place, out = tmp_path / "in.jsonl", tmp_path / "out"
    place.write_text(json.dumps({"id": 1, "text": SOURCE}), encoding="utf-8")
    run_batch("intake", place, out, language="fr", shard=2)
    with pytest.raises(IntertitreError, match="batch-exists"):
        run_batch("intake", place, out, language="fr", shard=2)
    with pytest.raises(IntertitreError, match="batch-other"):
        run_batch("intake", place, out, language="fr", shard=3, resume=True)
    with pytest.raises(IntertitreError, match="batch-other"):
        run_batch("score", place, out, language="fr", shard=2, resume=True)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("in.txt", "x", "batch-unknown-input"),
        ("in.parquet", "ce n’est pas une table", "batch-unknown-input"),
        ("in.jsonl", "\n\n", "batch-empty"),
        ("absent.jsonl", None, "file-not-found"),
    ],
)
def test_an_input_that_cannot_be_read_is_a_sentence(tmp_path: Path, name: str, content: str | None, code: str) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(IntertitreError, match=code):
        run_batch("intake", tmp_path / name, tmp_path / "out", language="fr")
    assert not (tmp_path / "out").exists()


def test_the_output_is_never_part_of_the_input(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE, encoding="utf-8")
    with pytest.raises(IntertitreError, match="batch-inside"):
        run_batch("score", tmp_path, tmp_path / "out", language="fr")


def test_a_cluster_that_is_not_there_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.md").write_text(ARTICLE, encoding="utf-8")
    arguments = ["batch", "score", str(tmp_path / "in"), str(tmp_path / "out"), "--scheduler", "tcp://127.0.0.1:1"]
    assert main(arguments) == 1
    told = capsys.readouterr().err
    assert "Dask" in told
    assert len(told.splitlines()) == 1
