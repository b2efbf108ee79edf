"""Pages: what Markdown asks for, checked and turned into what is shown."""
