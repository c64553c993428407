"""What the news checks know of Spanish."""

from typing import Final

from assistant.lang.news import NewsWords
from assistant.lang.pack import word_list, word_set

NEWS: Final = NewsWords(
    actors=word_set(
        """
        alcalde alcaldesa ayuntamiento gobierno ministro ministra ministerio presidente presidenta senador senadora
        diputado diputada diputados policia policias bomberos fiscal fiscalia juez jueza tribunal abogado abogada
        ejercito soldado soldados militares tropas fuerzas vecino vecinos vecina habitantes ciudadanos votantes
        manifestantes huelguistas trabajador trabajadores empleados sindicato sindicatos empresa compania grupo
        asociacion federacion club equipo jugador jugadora jugadores entrenador aficionados estudiantes alumnos
        profesor profesora investigadores cientificos medico medica medicos enfermera pacientes agricultores
        pescadores comerciantes marineros usuarios viajeros turistas hombre hombres mujer mujeres nino ninos joven
        jovenes adolescente personas persona victima victimas conductor conductora sospechoso candidato candidata
        jefe jefa dirigente diplomatico agencia banco parlamento senado comision autoridades familia familias hermano
        hermana padre madre artista cantante autor autora escritor escritora barco avion tren junta consejo
        """
    ),
    places=word_set(
        """
        puerto estacion plaza calle avenida muelle puente mercado ciudad pueblo barrio municipio comarca provincia
        region pais valle montana bosque playa isla costa mar rio lago aeropuerto hospital escuela colegio universidad
        tribunal palacio estadio sala teatro cine museo iglesia catedral mezquita carcel cuartel fabrica obra zona
        frontera capital carretera autopista edificio casa piso domicilio parque jardin centro norte sur este oeste
        """
    ),
    place_prepositions=word_set("en a al ante sobre hacia hasta desde junto cerca frente de del"),
    bare_place_prepositions=word_set("en hacia hasta desde"),
    place_links=word_set("de del entre"),
    times=(
        r"a las? (?:\d{1,2}|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)\b",
        r"(?:a|al) (?:mediodia|medianoche)\b",
        r"(?:desde|durante|tras|despues de|antes de|dentro de|hace) (?:\w+ ){0,2}(?:minutos?|horas?|dias?|semanas?)\b",
        r"(?:desde|durante|tras|despues de|antes de|dentro de|hace) (?:\w+ ){0,2}(?:mes|meses|anos?)\b",
        r"(?:en|desde|a (?:finales|principios) de) (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto)\b",
        r"(?:en|desde|a (?:finales|principios) de) (?:septiembre|octubre|noviembre|diciembre|19\d\d|20\d\d)\b",
        r"est[ea] (?:primavera|verano|otono|invierno)\b",
    ),
    relative_dates=(
        r"anteayer|ayer|pasado manana|manana|hoy|anoche",
        r"est[ea] (?:manana|tarde|noche|semana|mes|ano|fin de semana)\b",
        r"la (?:semana|noche) (?:pasada|proxima|que viene)",
        r"el (?:mes|ano|fin de semana) (?:pasado|proximo|que viene)",
        r"hace (?:un|una|dos|tres|cuatro|cinco|seis|diez|\d{1,3}|unos|unas) (?:dias?|semanas?|mes|meses|horas?)\b",
    ),
    habits=("los", "cada", "todos los", "un", "de"),
    speech=word_list(
        """
        declar afirm asegur explic anad indic senal anunci precis subray confirm record insist advirt admit reconoc
        critic lament denunci respond repli manifest destac sostien sostuv apunt puntualiz matiz coment prometi
        """
    ),
    speech_forms=word_set(
        """
        dice dijo dicen dijeron cuenta conto cuentan explica explico anadio agrego indico pregunta pregunto escribio
        advirtio advierte sostiene sostuvo reconoce reconocio concluye concluyo opina opino apunta
        """
    ),
    according=(
        "segun",
        "de acuerdo con",
        "en palabras de",
        "en un comunicado",
        "en una entrevista",
        "en redes sociales",
    ),
    works=word_set(
        """
        pelicula novela libro disco album cancion titulo titulado titulada llamado llamada exposicion espectaculo obra
        serie documental informe articulo poema cuadro programa plan proyecto lema eslogan revista periodico juego opera
        festival concurso operacion
        """
    ),
    hedges=(
        r"habri(?:a|an)\b|seri(?:a|an)\b|podri(?:a|an)\b|deberi(?:a|an)\b|\w{3,16}ri(?:a|an)\b",
        r"presunt\w*|supuest\w*|sospechos\w*|acusad\w*|al parecer|parece|posible\w*|probable\w*|quiza|tal vez",
    ),
    leftovers=(
        r"(?:lea|leer|lee|ver|vea) (?:tambien|mas|ademas)\b|mas informacion|noticias? relacionadas?|te puede interesar",
        r"suscrib(?:ete|ase|irse)|inicia sesion|solo para suscriptores|ya eres suscriptor",
        r"newsletters?\b|boletin(?:es)? (?:de noticias|informativo)|recibe (?:cada|las|nuestras)",
        r"todos los derechos reservados|prohibida (?:la|su) reproduccion|copyright|©",
        r"(?:foto|fotos|imagen|credito)(?:grafia)? ?: |foto de archivo|imagen de archivo",
        r"compart(?:e|ir|a) (?:en|este|esta)|siguenos|descarga (?:la|nuestra) app|haz clic|pincha aqui",
        r"acept(?:ar|a) (?:todas )?las cookies|este sitio (?:web )?(?:usa|utiliza) cookies|politica de privacidad",
        r"\d+ min de lectura\b|publicado el \d|actualizado el \d|deja un comentario|\d+ comentarios?\b$|publicidad$",
    ),
    instructions=(
        r"aqui (?:esta|tienes) (?:el|la|tu|un|una) (?:articulo|texto|seccion|version|resumen|borrador)\b",
        r"como (?:modelo de lenguaje|ia|asistente|inteligencia artificial)\b|soy una ia\b",
        r"(?:redacta|escribe|reescribe|resume) (?:un|una|este|esta|el|la) (?:articulo|texto|seccion)\b",
        r"(?:por supuesto|claro que si) ?! |espero que (?:esto|te)|no dudes en\b|quieres que\b",
        r"\[(?:completar|nombre|fecha|lugar|titulo|fuente|insertar[^\]]{0,60}|tu [^\]]{0,40}|todo)\]|lorem ipsum",
        r"palabras? clave ?: |meta ?descripcion ?: |\d{3,4} palabras (?:minimo|maximo)",
        r"ignora (?:todas )?las instrucciones",
    ),
    fillers=(
        "es importante senalar que",
        "es importante destacar que",
        "cabe destacar que",
        "cabe senalar que",
        "cabe mencionar que",
        "vale la pena mencionar que",
        "no hace falta decir que",
        "como todos sabemos",
        "hoy en dia",
        "en el mundo actual",
        "en la era digital",
        "hoy mas que nunca",
        "juega un papel crucial",
        "juega un papel clave",
        "el tiempo lo dira",
        "solo el tiempo lo dira",
        "en conclusion",
        "en resumen",
        "en este articulo",
        "a fin de cuentas",
        "al fin y al cabo",
        "no deja a nadie indiferente",
    ),
    typography=(
        ("quote-marks", '"'),
        ("mark-space", r"[ \t](?=[;:!?](?:\s|$))(?<=[^\W_].)"),
        ("comma-space", r"[ \u00a0](?<=[^\W_].)(?=[,.](?:\s|$))"),
        ("comma-space", r",(?<=[^\W\d_].)(?=[^\W\d_])"),
        ("double-space", r"  +(?=\S)"),
        ("ellipsis", r"\.{3,}"),
        ("opening-mark", r"[A-ZÁÉÍÓÚÑ](?:(?<=^.)|(?<=[.!?…] .))[^¿?¡!.…]{1,300}[?!]"),
    ),
    person_titles=word_set(
        """
        senor senora don dona doctor doctora profesor profesora presidente presidenta ministro ministra alcalde
        alcaldesa general coronel rey reina principe princesa papa san santa juez jueza
        """
    ),
)
