"""News agencies and state media, folded: they report a story and are never what a heading is about."""

from typing import Final

_NAMES: Final = """
    afp reuters ap tass itar ria novosti interfax kcna kns yonhap kyodo xinhua efe dpa ansa belga ats
    keystone lusa apa bloomberg anadolu irna isna upi pti ani bbc cnn sputnik telegram twitter
    facebook instagram tiktok youtube getty sipa epa maxppp
"""
NEWS_AGENCIES: Final = frozenset(_NAMES.split())
