"""One key for a country, its capital and its people: news names one for the other."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

# Folded: country in French and English, capital or seat of power, people; the first word of a line is the key.
_NAMES: Final = """
allemagne germany berlin allemand allemande allemands allemandes german germans
angleterre england londres london anglais anglaise anglaises english britannique britanniques british
arabie riyad riyadh saoudien saoudienne saoudiens saudi
argentine argentina argentin argentins argentinien
australie australia canberra australien australienne australiens australian
autriche austria vienne vienna autrichien autrichienne autrichiens austrian
belgique belgium bruxelles brussels belge belges belgian
bresil brazil brasilia bresilien bresilienne bresiliens brazilian
canada ottawa canadien canadienne canadiens canadian
chine china pekin beijing chinois chinoise chinoises chinese
danemark denmark copenhague copenhagen danois danoise danish
egypte egypt caire cairo egyptien egyptienne egyptiens egyptian
espagne spain madrid espagnol espagnole espagnols spanish
etatsunis washington americain americaine americains americaines american americans
finlande finland helsinki finlandais finlandaise finnish
france paris francais francaise francaises french
grece greece athenes athens grec grecque grecs greek
hongrie hungary budapest hongrois hongroise hungarian
inde india delhi indien indienne indiens indian
iran teheran tehran iranien iranienne iraniens iranian
irlande ireland dublin irlandais irlandaise irish
israel jerusalem israelien israelienne israeliens israeli
italie italy rome italien italienne italiens italian
japon japan tokyo japonais japonaise japanese
maroc morocco rabat marocain marocaine marocains moroccan
mexique mexico mexicain mexicaine mexicains mexican
norvege norway oslo norvegien norvegienne norwegian
pologne poland varsovie warsaw polonais polonaise polish
portugal lisbonne lisbon portugais portugaise portuguese
roumanie romania bucarest bucharest roumain roumaine romanian
russie russia moscou moscow kremlin russe russes russian russians
senegal dakar senegalais senegalaise senegalese
suede sweden stockholm suedois suedoise swedish
suisse switzerland berne bern suisses swiss
tchequie prague tcheque tcheques czech
tunisie tunisia tunis tunisien tunisienne tunisian
turquie turkey ankara turc turque turcs turkish
ukraine kiev kyiv ukrainien ukrainienne ukrainiens ukrainian
venezuela caracas venezuelien venezuelienne venezuelan
algerie algeria alger algiers algerien algerienne algeriens algerian
"""
_KOREAN: Final = ("pyongyang", "seoul", "rpdc", "dprk", "coree", "korea", "coreen", "coreens", "coreenne", "korean")


@lru_cache(maxsize=1)
def country_keys() -> dict[str, str]:
    """Return for each folded name of the list the key of its country; other words are not in it."""
    keys = {name: f"@{line.split()[0]}" for line in _NAMES.strip().splitlines() for name in line.split()}
    return keys | dict.fromkeys(_KOREAN, "@coree")
