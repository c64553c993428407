"""The tests mirror `assistant/`; `browser/` uses a real browser, `bench/` measures, `servers/` answers like a model."""
