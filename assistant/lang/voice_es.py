"""The words that make a Spanish verb passive: a form of *ser* with a participle."""

from __future__ import annotations

from typing import Final

from assistant.lang.pack import word_set
from assistant.lang.voice import PassiveWords


def _inflected(text: str) -> frozenset[str]:
    """Return participles in -o with their feminine and plural."""
    return frozenset(form for word in text.split() for form in (word, word + "s", word[:-1] + "a", word[:-1] + "as"))


SPANISH: Final = PassiveWords(
    be=word_set("""
        soy eres es somos sois son era eras éramos eran fui fuiste fue fuimos fueron seré será seremos serán sería
        serían sea seas seamos sean fuera fueran fuese fuesen ser siendo
        """),
    been=word_set("sido"),
    have=word_set("""
        he has ha hemos habéis han había habías habíamos habían hube hubo hubieron habré habrá habrán habría habrían
        haya hayan hubiera hubieran hubiese hubiesen haber habiendo
        """),
    reflexives=frozenset(),
    doubled_reflexives=frozenset(),
    before_nouns=frozenset(),
    subjects=frozenset(),
    between=word_set("""
        no ya nunca jamás aún todavía también siempre casi bien mal después luego entonces ahora ayer hoy mañana pronto
        tarde recientemente además incluso solo sólo apenas antes además todos todas ambos ambas
        """),
    between_endings=("mente",),
    intensifiers=word_set("muy tan demasiado más menos bastante poco"),
    locutions=tuple(
        tuple(phrase.split())
        for phrase in (
            "de nuevo",
            "por fin",
            "sin embargo",
            "en parte",
            "en efecto",
            "a su vez",
            "por primera vez",
            "al menos",
            "de inmediato",
            "por ejemplo",
            "en cambio",
            "a la vez",
            "hasta ahora",
            "por ahora",
            "una vez más",
        )
    ),
    participle_endings=("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "ído", "ída", "ídos", "ídas"),
    participles=_inflected("""
        abierto cubierto descubierto dicho hecho deshecho escrito descrito inscrito impreso muerto puesto propuesto
        expuesto impuesto repuesto dispuesto compuesto resuelto disuelto roto visto previsto vuelto devuelto envuelto
        frito satisfecho provisto electo
        """),
    adjectives=_inflected("""
        estado pasado cuñado soldado abogado mercado cuidado ganado grado lado delegado jurado empleado diputado
        partido sentido sonido marido apellido pedido vestido contenido ruido latido aburrido divertido conocido querido
        complicado delicado adecuado cansado casado privado ilimitado atrevido parecido debido
        """)
    | word_set("jornada llegada mirada entrada salida comida medida vida caída ida cada nada"),
    states=_inflected("basado situado ubicado relacionado dedicado preocupado interesado obligado"),
    intransitives=_inflected("ido llegado venido nacido muerto"),
    set_phrases=frozenset({("es", "decir")}),
    agents=word_set("por"),
)
