"""Intertitre: a writing desk for journalists. The floors of this package are drawn in the README."""

__version__ = "0.1.0"
