"""Spanish: the third language, by data only."""

from typing import Final

from assistant.lang.pack import LanguagePack, word_set

PACK: Final = LanguagePack(
    code="es",
    function_words=word_set(
        """
        el la los las lo un una unos unas de del a al en y e o u ni que qué quien quién quienes cuyo cuya cual cuál
        con sin por para sobre bajo entre hacia hasta desde durante mediante según contra ante tras
        como cómo si cuando cuándo donde dónde aunque porque pues mientras sino pero
        yo tú él ella ello nosotros nosotras vosotros ellos ellas usted ustedes me te se nos os le les
        mi mis tu tus su sus nuestro nuestra nuestros nuestras este esta estos estas ese esa esos esas aquel aquella
        esto eso aquello es son era eran fue fueron será serán sería serían ser sido siendo está están estaba
        estaban estar
        ha han había habían haber hay he hemos hubo habrá habrán habría
        no sí ya más menos muy tan también tampoco todo toda todos todas otro otra otros otras mismo misma cada
        algún alguna algunos algunas ningún ninguna poco mucho muchos muchas así
        """
    ),
    linking_words=word_set(
        """
        el la los las lo un una unos unas de del a al en con sin por para sobre bajo entre hacia hasta desde durante
        mediante según contra ante tras
        """
    ),
    elisions=frozenset(),
    abbreviations=word_set(
        """
        sr sra srta sres d dª dña dr dra dres prof profa lic ing arq gral cnel cap sto sta san mons ilmo excmo
        art núm n.º nº pág págs vol fig cap ed ej etc p.ej tel tfno av avda c ctra km apdo dpto aprox máx mín
        ene feb abr jun jul ago sept set oct nov dic lun mar mié jue vie sáb dom ee.uu s.a s.l a.c d.c
        """
    ),
    abbreviations_before_names=word_set("sr sra srta sres d dª dña dr dra prof profa lic ing gral cnel sto sta mons"),
    abbreviations_before_numbers=word_set("art núm nº pág págs vol fig tel tfno km aprox máx mín ed"),
    name_particles=word_set("de del la las los y van von el al ben"),
    speech_verbs=word_set(
        "dijo dice afirmó declaró explicó añadió aseguró señaló preguntó respondió exclamó gritó contó"
    ),
    plural_endings=(
        ("ces", "z"),
        ("iones", "ion"),
        ("dades", "dad"),
        ("tades", "tad"),
        ("ores", "or"),
        ("ales", "al"),
        ("eles", "el"),
        ("iles", "il"),
        ("oles", "ol"),
        ("ules", "ul"),
        ("ares", "ar"),
        ("eres", "er"),
        ("enes", "en"),
        ("anes", "an"),
        ("ines", "in"),
        ("ones", "on"),
        ("eses", "es"),
        ("eyes", "ey"),
        ("sis", "sis"),
        ("s", ""),
    ),
    feminine_endings=(
        ("triz", "tor", 6),
        ("ora", "or", 5),
        ("esa", "es", 7),
        ("ana", "ano", 6),
        ("ina", "ino", 7),
        ("ada", "ado", 6),
        ("ida", "ido", 6),
        ("ica", "ico", 6),
        ("iva", "ivo", 6),
        ("osa", "oso", 6),
        ("era", "ero", 6),
        ("aria", "ario", 7),
        ("orea", "oreo", 6),
        ("eva", "evo", 5),
        ("ola", "ol", 8),
    ),
    irregular_forms={
        "blanca": "blanco",
        "negra": "negro",
        "roja": "rojo",
        "alta": "alto",
        "larga": "largo",
        "nueva": "nuevo",
        "vieja": "viejo",
        "alcaldesa": "alcalde",
        "actriz": "actor",
        "emperatriz": "emperador",
        "jueza": "juez",
        "jefa": "jefe",
        "presidenta": "presidente",
        "ministra": "ministro",
        "diputada": "diputado",
        "gran": "grande",
        "buen": "bueno",
        "buena": "bueno",
        "mal": "malo",
        "mala": "malo",
        "primer": "primero",
        "meses": "mes",
        "paises": "pais",
        "leyes": "ley",
        "reyes": "rey",
        "voces": "voz",
        "luces": "luz",
    },
    unchanging_words=word_set(
        """
        lunes martes miercoles jueves viernes crisis tesis dosis paris pais mes mas menos tras dios virus caos gas
        jornada llegada salida comida medida vida caida semana manana ventana campana madera frontera manera
        bandera carrera primavera espera esquina oficina cocina piscina medicina cosa rosa ola escuela politica
        musica fabrica republica america africa mexico mirada entrada retirada
        """
    ),
    compound_starts=word_set("no anti pro ex semi pre post sub norte sur"),
    months=(
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    transitions=(
        # Order
        "en primer lugar",
        "en segundo lugar",
        "en tercer lugar",
        "en último lugar",
        "ante todo",
        "para empezar",
        "para terminar",
        "por último",
        "finalmente",
        "a continuación",
        "después",
        "luego",
        "más tarde",
        "posteriormente",
        "mientras tanto",
        "entretanto",
        "al mismo tiempo",
        "acto seguido",
        "desde entonces",
        "hasta entonces",
        "primeramente",
        "simultáneamente",
        # Addition
        "además",
        "asimismo",
        "también",
        "por otra parte",
        "por otro lado",
        "es más",
        "del mismo modo",
        "de igual modo",
        "de igual manera",
        "de la misma manera",
        "igualmente",
        "encima",
        "incluso",
        "por añadidura",
        "a ello se suma",
        "a este respecto",
        # Opposition and concession
        "sin embargo",
        "no obstante",
        "en cambio",
        "por el contrario",
        "al contrario",
        "con todo",
        "aun así",
        "a pesar de ello",
        "a pesar de todo",
        "pese a ello",
        "pese a todo",
        "aunque",
        "si bien",
        "mientras que",
        "ahora bien",
        "de todos modos",
        "de todas formas",
        "en todo caso",
        "en cualquier caso",
        "a la inversa",
        "eso sí",
        "más bien",
        # Cause and explanation
        "en efecto",
        "es decir",
        "o sea",
        "esto es",
        "a saber",
        "en otras palabras",
        "dicho de otro modo",
        "de hecho",
        "porque",
        "puesto que",
        "ya que",
        "dado que",
        "debido a que",
        "visto que",
        # Consequence and aim
        "por lo tanto",
        "por tanto",
        "por consiguiente",
        "en consecuencia",
        "por eso",
        "por ello",
        "por esta razón",
        "por este motivo",
        "de ahí que",
        "así pues",
        "de modo que",
        "de manera que",
        "de forma que",
        "así que",
        "entonces",
        "para que",
        "a fin de que",
        "con el fin de",
        "de lo contrario",
        # Example and summary
        "por ejemplo",
        "en particular",
        "en concreto",
        "concretamente",
        "sobre todo",
        "en especial",
        "entre otros",
        "en resumen",
        "en suma",
        "en definitiva",
        "en conclusión",
        "para concluir",
        "en síntesis",
        "al fin y al cabo",
        "a fin de cuentas",
        # Pairs
        "por una parte … por otra",
        "por un lado … por otro",
        "no solo … sino",
        "no sólo … sino",
        "o bien … o bien",
        "ya sea … o",
    ),
    generic_headings=frozenset(
        (
            "introducción",
            "conclusión",
            "desarrollo",
            "resumen",
            "sumario",
            "parte 1",
            "primera parte",
            "segunda parte",
            "tercera parte",
            "sección 1",
            "título",
            "subtítulo",
            "intertítulo",
        )
    ),
    # Fernández Huerta, 1959: syllables for a hundred words weigh 0.60.
    reading_ease=(206.84, 1.02, 60.0),
    quotation_marks=("«", "»"),
)
