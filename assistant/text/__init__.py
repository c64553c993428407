"""Words, sentences, Markdown, matching, readability: what every floor above measures with."""
