"""Two invented articles on one invented story, written for these tests, and what makes drafts of them."""

from __future__ import annotations

from assistant.model import Block, Brief, Draft, Source

FIRST_PARAGRAPHS = (
    "La passerelle des Tanneurs, à Montreval, restera fermée jusqu’au 15 mars, a annoncé mardi la mairie après la "
    "découverte de fissures sur deux de ses piles. Cette décision prive 3 200 piétons et cyclistes de leur trajet "
    "quotidien entre la gare et le centre.",
    "Les fissures ont été repérées vendredi par une équipe du bureau d’études Ponteo, venue contrôler l’ouvrage. "
    "« Nous ne pouvions pas attendre, le risque était réel », a déclaré Claire Vasseur, adjointe aux travaux. Elle a "
    "précisé que les réparations coûteraient 480 000 euros.",
    "Les travaux commenceront le 12 janvier et dureront neuf semaines. Ils seront confiés à l’entreprise Salmon, qui "
    "emploiera douze ouvriers sur le chantier.",
)
FIRST_SECOND_PART = (
    "Les commerçants de la rue basse s’inquiètent d’une baisse de la fréquentation avant les fêtes. « Un client sur "
    "trois arrive par la passerelle », affirme Marc Delorme, président de leur association. Il demande une navette "
    "gratuite dès la semaine prochaine.",
    "La passerelle a été construite en 1968 par la ville pour relier les deux rives de l’Orve. Elle avait déjà été "
    "fermée pendant trois mois en 2009, après une crue.",
)
SECOND_PARAGRAPHS = (
    "À Montreval, la fermeture de la passerelle des Tanneurs jusqu’au 15 mars oblige les cyclistes à un détour de deux "
    "kilomètres par le pont Neuf.",
    "Les travaux, qui commenceront le 12 janvier, dureront neuf semaines, selon la mairie. L’entreprise Salmon "
    "emploiera quinze ouvriers sur le chantier, indique le syndicat du bâtiment.",
    "L’association Rives à vélo regrette que la ville n’ait pas écouté ses alertes. « Nous avions signalé ces fissures "
    "dès l’automne », rappelle sa coordinatrice, Inès Karoui.",
    "Par ailleurs, le conseil municipal doit voter lundi un budget de 60 000 euros pour une navette entre la gare et "
    "le centre. Elle circulera toutes les quinze minutes.",
)


def first_source() -> Source:
    """The first article: a title, three paragraphs, a subheading, two paragraphs."""
    blocks = (
        *(Block("paragraph", text) for text in FIRST_PARAGRAPHS),
        Block("subheading", "Des commerçants inquiets"),
        *(Block("paragraph", text) for text in FIRST_SECOND_PART),
    )
    return Source("one", "one.txt", "", "fr", "La passerelle des Tanneurs fermée jusqu’au 15 mars", None, blocks)


def second_source() -> Source:
    """The second article on the same story: no title, one fact told again, one number that disagrees."""
    blocks = tuple(Block("paragraph", text) for text in SECOND_PARAGRAPHS)
    return Source("two", "two.txt", "", "fr", None, None, blocks)


def draft(*sources: Source, brief: Brief | None = None, keyphrase: str = "passerelle des Tanneurs") -> Draft:
    """A French draft of these sources."""
    return Draft("draft", "fr", sources, brief or Brief(), keyphrase=keyphrase)


def both(brief: Brief | None = None) -> Draft:
    """A draft of the two articles together."""
    return draft(first_source(), second_source(), brief=brief)
