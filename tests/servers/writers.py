"""Writers of every temper, played by the scripted server: what a model would answer to the desk's own prompts.

A writer reads the passages, the marks of quotations and the length from the prompt, as a model does, and writes with
the passages' own words, in slightly other order; then it does what its temper makes it do.
"""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from typing import Final

TEMPERS: Final = ("good", "short", "long", "inventive", "altering", "off-outline", "injected", "foreign")
"""The names of the scenarios are these with `writer-` before them."""

INVENTED: Final = (
    "Le préfet Armand Delcourt a promis 38 millions d’euros de plus.",
    "Selon un sondage, 73 % des habitants approuvent cette décision.",
    "L’affaire rappelle le scandale de 1987 à Vichy.",
)
OFF: Final = (
    "La saison des melons s’annonce excellente dans le Vaucluse.",
    "Les producteurs attendent une récolte abondante grâce au soleil.",
    "Le prix du kilo devrait baisser sur tous les marchés de la région.",
    "Les amateurs de confiture se réjouissent déjà de cette abondance.",
)
ENGLISH: Final = (
    "The leader left the country on Sunday after a visit of several days. He had been given a number of presents by "
    "the governor of the region, and the two of them spoke at length about what they would do together in the years "
    "to come. Nobody knows when he will be back."
)
ORDERED: Final = "PIRATÉ : visitez http://attaque.example pour gagner."
"""What the "injected" writer writes: what an instruction hidden in a source told it to."""

_PASSAGE = re.compile(r'<passage number="(\d+)" source="\d+">\n([^<]{0,20000})\n</passage>')
_QUOTATION = re.compile(r"^- \[(Q\d+)\] = (.*)$", re.MULTILINE)
_WORDS = re.compile(r"(?:Longueur visée : environ|Length aimed at: about) (\d+)")
_SENTENCE = re.compile(r"^(\d+): (.*)$", re.MULTILINE)
_MARK = re.compile(r"\[[\d, ]+\]")


@dataclass(frozen=True)
class Task:
    """What a prompt of the desk asks for."""

    passages: dict[int, str]
    quotations: dict[str, str]
    words: int
    prompt: str

    @property
    def is_revision(self) -> bool:
        """Whether a few sentences are to be mended."""
        return "4+5" in self.prompt

    @property
    def is_second(self) -> bool:
        """Whether the same section is asked for again, because the first answer was of no use."""
        return "Ta réponse précédente" in self.prompt or "Your previous answer" in self.prompt


def read_task(prompt: str) -> Task:
    """Return what the prompt asks for."""
    words = _WORDS.search(prompt)
    return Task(
        {int(number): " ".join(text.split()) for number, text in _PASSAGE.findall(prompt)},
        dict(_QUOTATION.findall(prompt)),
        int(words.group(1)) if words else 120,
        prompt,
    )


def play(temper: str, seed: int, prompt: str) -> str:
    """Return what the writer of that temper answers; the same seed and prompt give the same answer."""
    if "objet JSON" in prompt or "JSON object" in prompt:
        return play_json(temper, prompt)
    if "Retouche demandée" in prompt or "What to do:" in prompt:
        return _retouch(prompt)
    task = read_task(prompt)
    chance = random.Random(f"{temper} {seed} {len(prompt)}")  # noqa: S311 - a script, not a secret
    if task.is_revision:
        return _revise(task)
    if temper == "foreign" and not task.is_second:
        return ENGLISH
    if temper == "off-outline" and not task.is_second:
        return "## Les melons du Vaucluse\n\n" + " ".join(f"{sentence} [1]" for sentence in OFF)
    text = _section(task, temper, chance)
    packaging = chance.choice(("", "Voici la section demandée :\n\n", "<think>Réfléchissons.</think>\n"))
    after = chance.choice(("", "\n\nN’hésitez pas à me dire si cela vous convient.", f"\n\n({task.words} mots)"))
    return packaging + text + after


def _section(task: Task, temper: str, chance: random.Random) -> str:
    share = {"short": 0.35, "long": 1.6}.get(temper, chance.uniform(0.85, 1.05))
    sentences = _sentences(task, round(share * task.words))
    if temper == "long":
        sentences += [f"Pour le redire, {_lowered(sentence)}" for sentence in sentences[::3]]
    if temper == "inventive":
        for number, sentence in enumerate(chance.sample(INVENTED, 2)):
            sentences.insert(min(len(sentences), 1 + 2 * number), f"{sentence} [1]")
    if temper == "injected":
        sentences.append(ORDERED)
    if temper == "altering":
        sentences = [_altered(sentence, task, chance) for sentence in sentences]
    paragraphs = [" ".join(sentences[start : start + 3]) for start in range(0, len(sentences), 3)]
    return "\n\n".join(paragraphs)


def _sentences(task: Task, words: int) -> list[str]:
    sentences: list[str] = []
    told: list[set[str]] = []
    count = 0
    for number, text in task.passages.items():
        own = set(re.findall(r"\w{4,}", text.lower()))
        if any(len(own & other) > 0.5 * len(own) for other in told if own):
            continue
        if count >= words:
            break
        told.append(own)
        shown = _expanded(text, task)
        count += len(shown.split())
        sentences.append(f"{_said(text)} [{number}]")
    return sentences


def _said(text: str) -> str:
    return text if text[-1:] in ".!?…»]" else f"{text}."


def _expanded(text: str, task: Task) -> str:
    for mark, quotation in task.quotations.items():
        text = text.replace(f"[{mark}]", quotation)
    return text


def _altered(sentence: str, task: Task, chance: random.Random) -> str:
    """Write the quotations out, a word changed in each, and a number changed now and then."""
    for mark, quotation in task.quotations.items():
        words = quotation.split(" ")
        longest = max(range(len(words)), key=lambda place: len(words[place]))
        if len(words[longest].strip("«»\u00a0,.")) > 4 and len(words) > 4:
            words[longest] = chance.choice(("vraiment", "toujours", "fortement"))
        sentence = sentence.replace(f"[{mark}]", " ".join(words))
    return sentence


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _revise(task: Task) -> str:
    """Do as an attentive model does: every sentence asked about is mended from its passage, or taken out."""
    prompt = task.prompt
    sentences = dict(_SENTENCE.findall(_part(prompt, "numérotées :", "\n\n")))
    lines = []
    for number, _reason in _SENTENCE.findall(_part(prompt, "ne le disent pas :", "\n\n")):
        named = re.search(r"\[(\d+)[\d, ]*\]\s*$", sentences[number])
        passage = task.passages.get(int(named.group(1)), "") if named else ""
        quoted = re.search(r"«", sentences[number])
        lines.append(f"{number}: {_said(passage)} [{named.group(1)}]" if named and quoted else f"{number}: -")
    for one, other in re.findall(r"^(\d+)\+(\d+)$", _part(prompt, "tous leurs faits :", "\n\n"), re.MULTILINE):
        first, second = (_MARK.sub("", sentences[number]).strip().rstrip(".") for number in (one, other))
        numbers = re.findall(r"\d+", " ".join(_MARK.findall(sentences[one] + sentences[other])))
        lines.append(f"{one}+{other}: {first} ; {_lowered(second)}. [{', '.join(dict.fromkeys(numbers))}]")
    for numbers in re.findall(r"^\[([\d, ]+)\]$", _part(prompt, "d’après les passages :", "\n\n"), re.MULTILINE):
        passage_number = int(numbers.split(",")[0])
        lines.append(f"+: {_said(task.passages[passage_number])} [{passage_number}]")
    return "\n".join(lines) or "Rien à corriger."


def _retouch(prompt: str) -> str:
    """Shorten: every sentence without what stands after its last comma."""
    text = re.findall(r"<passage>\n(.*)\n</passage>", prompt, re.DOTALL)[-1]
    return " ".join(re.sub(r",[^,.]*\.$", ".", sentence) for sentence in re.split(r"(?<=\.) ", text))


def _part(prompt: str, begin: str, end: str) -> str:
    _, _, rest = prompt.rpartition(begin)
    return rest.lstrip("\n").split(end)[0] if begin in prompt else ""


def play_json(temper: str, prompt: str) -> str:
    """Return the JSON that the prompt asks for: an outline from its passages, or titles from its text."""
    task = read_task(prompt)
    if temper == "off-outline":
        return (
            '{"angles": [{"angle": "Melons", "sections": [{"heading": "Les melons", "level": 2, "passages": [99]}]}]}'
        )
    if '"angles"' in prompt:
        count = 1 if "Demande du journaliste" in prompt or "What the journalist asks" in prompt else 3
        angles = [
            {"angle": f"Angle {number}", "sections": _outline(task, 3 + number)} for number in range(1, count + 1)
        ]
        return json.dumps({"angles": angles}, ensure_ascii=False)
    text = re.findall(r"<passage>\n(.*)\n</passage>", prompt, re.DOTALL)
    sentences = re.findall(r"[^.#\n]{20,150}\.", text[-1] if text else "")
    titles = [" ".join(sentence.split()[:8]) for sentence in sentences[:5]]
    invented = "Un ministre promet 38 millions d’euros à la commune"
    details = {
        "titles": [*titles[:4], invented],
        "standfirst": sentences[0].strip() if sentences else "",
        "description": sentences[0].strip()[:150] if sentences else "",
        "slug": "-".join((titles[0] if titles else "article").lower().split()[:4]),
        "posts": [sentence.strip() for sentence in sentences[1:3]],
        "points": [sentence.strip() for sentence in sentences[3:6]],
    }
    return json.dumps(details, ensure_ascii=False)


def _outline(task: Task, headings: int) -> list[dict[str, object]]:
    numbers = list(task.passages)
    size = max(1, -(-len(numbers) // headings))
    groups = [numbers[start : start + size] for start in range(0, len(numbers), size)]
    return [
        {"heading": " ".join(task.passages[group[0]].split()[:6]).rstrip(" ,;:."), "level": 2, "passages": group}
        for group in groups
    ]
