"""Effects: the outer engine, the lab, the recordings on disk."""
