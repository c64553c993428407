"""Office documents, PDF files and mails to sources: what is kept as structure, what is set aside, what is mended."""

from __future__ import annotations

import pytest

from assistant.intake import Intake, read_file
from assistant.intake.print_layout import join_lines
from tests.intake.office_files import open_document, paragraph, portable_file, word_file

TITLE = "Le marché couvert de Saint-Avel rouvre ses portes"
DEK = "Fermée depuis deux ans, la halle accueille de nouveau une trentaine de commerçants"
FIRST = (
    "La halle a rouvert samedi matin, après deux ans de travaux, en présence de la maire et de centaines d’habitants."
)
SECOND = "« Nous avons tenu nos délais », a déclaré la maire, qui rappelle que le chantier a coûté 3,5 M€ à la commune."
THIRD = (
    "Les commerçants attendent maintenant leurs clients, avec des animations tous les samedis jusqu’à la fin du mois."
)


def kinds(intake: Intake) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in intake.source.blocks]


def removed(intake: Intake) -> list[tuple[str, str]]:
    return [(each.category, each.text) for each in intake.source.removed]


def test_a_word_document_keeps_its_title_standfirst_headings_lists_and_quotations() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'
    body = (
        paragraph(TITLE, "Titre") + paragraph(DEK, "Chapeau") + paragraph(FIRST) + paragraph("Deux ans", "Titre2")
        + paragraph(SECOND) + paragraph("des maraîchers", properties=numbered)
        + paragraph("un fromager", properties=numbered) + paragraph("Et après", "Maison")
        + paragraph("Tout recommence ici.", "Citation") + paragraph(THIRD)
    )  # fmt: skip
    intake = read_file("halle.docx", word_file(body))
    assert (intake.source.title, intake.source.dek) == (TITLE, DEK)
    assert kinds(intake) == [
        ("paragraph", FIRST),
        ("subheading", "Deux ans"),
        ("paragraph", SECOND),
        ("list", "des maraîchers"),
        ("list", "un fromager"),
        ("subheading", "Et après"),
        ("quote", "Tout recommence ici."),
        ("paragraph", THIRD),
    ]
    assert all(block.start is None for block in intake.source.blocks)


def test_the_brief_at_the_head_of_a_word_document_is_found() -> None:
    brief = "Écris un article de 700 mots minimum en français avec des intertitres H2"
    intake = read_file("halle.docx", word_file(paragraph(brief) + paragraph(FIRST) + paragraph(SECOND)))
    assert intake.brief is not None
    assert intake.brief.min_words == 700
    assert brief not in intake.source.body


def test_the_rows_of_a_table_are_told_side_by_side() -> None:
    rows = "".join(
        f"<w:tr><w:tc>{paragraph(left)}</w:tc><w:tc>{paragraph(right)}</w:tc></w:tr>"
        for left, right in (("Année", "Visiteurs"), ("2024", "12 000"))
    )
    intake = read_file("halle.docx", word_file(f"{paragraph(FIRST)}<w:tbl>{rows}</w:tbl>{paragraph(SECOND)}"))
    assert kinds(intake)[1:3] == [("list", "Année | Visiteurs"), ("list", "2024 | 12 000")]


def test_footnotes_headers_comments_and_hidden_text_are_set_aside_and_deletions_are_gone() -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Ligne cachée</w:t></w:r></w:p>"
    deleted = f"<w:p><w:r><w:t>{SECOND}</w:t></w:r><w:del><w:r><w:delText>supprimé</w:delText></w:r></w:del></w:p>"
    aside = '<?xml version="1.0"?><w:x xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:x>'
    extra = {
        "word/footnotes.xml": aside.format(paragraph("1. Chiffres de la mairie.")),
        "word/header1.xml": aside.format(paragraph("Le Courrier de Saint-Avel")),
        "word/comments.xml": aside.format(paragraph("Vérifier le montant")),
    }
    intake = read_file("halle.docx", word_file(paragraph(FIRST) + hidden + deleted, extra))
    assert [block.text for block in intake.source.blocks] == [FIRST, SECOND]
    assert removed(intake) == [
        ("boilerplate", "Ligne cachée"),
        ("boilerplate", "1. Chiffres de la mairie."),
        ("boilerplate", "Le Courrier de Saint-Avel"),
        ("comments", "Vérifier le montant"),
    ]
    assert "supprimé" not in intake.source.raw


def test_short_paragraphs_of_a_document_are_no_menu() -> None:
    intake = read_file("note.docx", word_file(paragraph(FIRST) + paragraph("Un mot") + paragraph(SECOND)))
    assert "Un mot" in intake.source.body
    assert intake.source.removed == ()


def test_an_open_document_keeps_its_structure() -> None:
    body = (
        f'<text:h text:outline-level="1">{TITLE}</text:h><text:p>{FIRST}</text:p>'
        '<text:h text:outline-level="2">Deux<text:s text:c="1"/>ans</text:h>'
        f"<text:p>{SECOND}<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Chiffres de la mairie.</text:p></text:note-body></text:note></text:p>"
        "<text:list><text:list-item><text:p>des maraîchers</text:p></text:list-item>"
        "<text:list-item><text:p>un fromager</text:p></text:list-item></text:list>"
        f"<text:p>{THIRD}<text:line-break/>À <text:date>samedi</text:date> prochain.</text:p>"
    )
    intake = read_file("halle.odt", open_document(body))
    assert intake.source.title == TITLE
    assert kinds(intake) == [
        ("paragraph", FIRST),
        ("subheading", "Deux ans"),
        ("paragraph", SECOND),
        ("list", "des maraîchers"),
        ("list", "un fromager"),
        ("paragraph", THIRD),
        ("paragraph", "À samedi prochain."),
    ]
    assert removed(intake) == [("boilerplate", "Chiffres de la mairie.")]


def test_a_rich_text_file_is_read_with_its_code_pages_styles_and_notes() -> None:
    rich = (
        r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}}"
        r"{\stylesheet{\s0 Normal;}{\s2 heading 2;}}{\*\generator Essai;}{\header Le Courrier}"
        r"\pard\s0\f0 La halle a rouvert samedi matin, apr\'e8s deux ans de travaux \'ab dans les d\'e9lais \'bb, "
        r"a annonc\'e9 la maire, Mme \f1 Nov\'e1kov\'e1 Dvo\'f8\'e1k\f0 .\par"
        r"\pard\s2 Deux ans\par\pard\s0 Le chantier a co\u251?t\'e9 3,5\~M\u8364? \emdash  un record."
        r"{\footnote Chiffres de la mairie.}\par {\v cach\'e9}{\pict\bin4 }}{\}\par"
        r" Les commer\'e7ants attendent leurs clients tous les samedis de ce mois.\par}}"
    )
    intake = read_file("halle.rtf", rich.encode("latin-1"))
    assert kinds(intake) == [
        (
            "paragraph",
            "La halle a rouvert samedi matin, après deux ans de travaux « dans les délais », a annoncé la maire, "
            "Mme Nováková Dvořák.",
        ),
        ("subheading", "Deux ans"),
        ("paragraph", "Le chantier a coûté 3,5\u00a0M€ — un record."),
        ("paragraph", "Les commerçants attendent leurs clients tous les samedis de ce mois."),
    ]
    assert removed(intake) == [
        ("boilerplate", "Le Courrier"),
        ("boilerplate", "Chiffres de la mairie."),
        ("boilerplate", "caché"),
    ]


def test_the_pages_of_a_pdf_become_running_text() -> None:
    pages = [
        [
            "Le Courrier de Saint-Avel",
            "Le marché couvert rouvre",
            "La halle de Saint-Avel a rouvert samedi matin, après deux ans de tra-",
            "vaux, en présence de la maire et de plusieurs centaines d’habitants de",
            "la commune.",
            "« Nous avons tenu nos délais », a déclaré la maire, qui a rappelé que ce",
            "chantier a coûté cher : peut-",
            "Page 1 sur 2",
        ],
        [
            "Le Courrier de Saint-Avel",
            "être trop, disent quelques commerçants qui attendent maintenant leurs",
            "premiers clients.",
            "Page 2 sur 2",
        ],
    ]
    intake = read_file("halle.pdf", portable_file(pages))
    assert intake.source.title == "Le marché couvert rouvre"
    assert [block.text for block in intake.source.blocks] == [
        "La halle de Saint-Avel a rouvert samedi matin, après deux ans de travaux, en présence de la maire et de "
        "plusieurs centaines d’habitants de la commune.",
        "« Nous avons tenu nos délais », a déclaré la maire, qui a rappelé que ce chantier a coûté cher : peut-être "
        "trop, disent quelques commerçants qui attendent maintenant leurs premiers clients.",
    ]
    assert [text for _, text in removed(intake)] == [
        "Le Courrier de Saint-Avel", "Page 1 sur 2", "Le Courrier de Saint-Avel", "Page 2 sur 2",
    ]  # fmt: skip
    assert [(each.before, each.after) for each in intake.source.repairs] == [("tra-\nvaux", "travaux")]
    assert "tra-\nvaux" in intake.source.raw


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["un voyage de plusieurs jours en Ita-", "lie du Nord"], "un voyage de plusieurs jours en Italie du Nord"),
        (["le discours du ministre Jean-", "Pierre Dupont"], "le discours du ministre Jean-Pierre Dupont"),
        (["les habitants du village, eux-", "mêmes surpris"], "les habitants du village, eux-mêmes surpris"),
        (["un porte-avions près du port ; le porte-", "avions"], "un porte-avions près du port ; le porte-avions"),
        (["une hausse de 12 % entre 2020-", "2024 dans la ville"], "une hausse de 12 % entre 2020-2024 dans la ville"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_or_stays(lines: list[str], text: str) -> None:
    assert join_lines(lines).lines == (text,)


def test_a_mail_gives_its_text_and_lists_the_rest() -> None:
    mail = (
        "From: Mairie <presse@saint-avel.example>\r\nSubject: =?utf-8?q?TR_=3A_La_halle_rouvre?=\r\n"
        'Date: Mon, 3 Mar 2025 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n'
        '\r\n--b\r\nContent-Type: text/plain; charset="iso-8859-1"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
        "La halle de Saint-Avel rouvrira samedi matin, après deux ans de\r\n"
        "travaux, en présence de la maire et de plusieurs centaines de ses\r\nhabitants.\r\n\r\n"
        "Les commerçants attendent leurs clients tous les samedis.\r\n\r\n"
        "-- \r\nService de presse\r\n"
        "--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=plan.pdf\r\n\r\nx\r\n"
        "--b--\r\n"
    )
    intake = read_file("halle.eml", mail.encode("latin-1"))
    assert intake.source.title == "La halle rouvre"
    assert [block.text for block in intake.source.blocks] == [
        "La halle de Saint-Avel rouvrira samedi matin, après deux ans de travaux, en présence de la maire et de "
        "plusieurs centaines de ses habitants.",
        "Les commerçants attendent leurs clients tous les samedis.",
    ]
    assert removed(intake) == [
        ("stamp", "From: Mairie <presse@saint-avel.example>"),
        ("stamp", "Date: Mon, 03 Mar 2025 10:00:00 +0100"),
        ("boilerplate", "Subject: TR : La halle rouvre"),
        ("boilerplate", "plan.pdf"),
        ("boilerplate", "-- \nService de presse"),
    ]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("iso8859-15", "Un cœur neuf pour la sœur aînée : 12 € de plus, selon l'enquête publiée à la rentrée."),
        ("mac-roman", "L’été dernier, la maire a annoncé « un plan » : les élèves et les écoles étaient fermés."),
        ("cp1252", "L’été dernier, la maire a annoncé « un plan » : les élèves et les écoles étaient fermés – enfin."),
        ("utf-16-le", "L’été dernier, la maire a annoncé « un plan » : les élèves étaient revenus."),
    ],
)
def test_an_encoding_that_nobody_names_is_guessed(encoding: str, text: str) -> None:
    assert read_file("note.txt", text.encode(encoding)).source.body == text


def test_a_doubtful_encoding_is_shown() -> None:
    repairs = read_file("note.txt", "Мэр сообщил во вторник о новом плане для города.".encode("cp1251")).source.repairs
    assert [repair.kind for repair in repairs][:1] == ["encoding"]
    assert repairs[0].before != repairs[0].after


def test_a_page_may_name_its_encoding() -> None:
    page = f'<html><head><meta charset="iso-8859-2"></head><body><p>Dvořák, {TITLE}</p></body></html>'
    assert "Dvořák" in read_file("page.html", page.encode("iso-8859-2")).source.raw
