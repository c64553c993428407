"""Outline, metadata and the two writers: the sources' own sentences, or a language model."""
