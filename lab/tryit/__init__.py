"""The lab at a reader's own terminal: `docker run … IMAGE at bridge/default no-names`."""
