"""Labs: throw-away containers in which scenarios are run, on whatever engine there is."""
