"""Who denies or refuses something, in French and in English."""

from __future__ import annotations

import pytest

from assistant.facts.denials import denying_party


@pytest.mark.parametrize(
    ("sentence", "language", "party"),
    [
        ("La préfecture a déclaré qu’aucune convention n’avait été conclue.", "fr", "la prefecture a"),
        ("La mairie dément toute fermeture.", "fr", "la mairie"),
        ("Le maire, Paul Noir, a nié avoir reçu une lettre.", "fr", "le maire paul noir"),
        ("L’entreprise a exclu tout licenciement.", "fr", "l entreprise"),
        ("Le directeur affirme que l’usine ne fermera jamais.", "fr", "le directeur"),
        ("La demande a été refusée par le préfet.", "fr", None),
        ("Le pont n’est pas ouvert.", "fr", None),
        ("Le débat oppose ceux qui rejettent le pont à ceux qui le soutiennent.", "fr", None),
        ("La maire, qui a refusé de signer, a quitté la salle.", "fr", "la maire qui"),
        ("La mairie a déclaré que le pont rouvrira en mai.", "fr", None),
        ("The mayor denied the claim.", "en", "the mayor"),
        ("Officials said no deal had been signed.", "en", "officials"),
        ("The plan was rejected by voters.", "en", None),
    ],
)
def test_a_denial_has_a_party(sentence: str, language: str, party: str | None) -> None:
    assert denying_party(sentence, language) == party
