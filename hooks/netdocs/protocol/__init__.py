"""What host and lab say to each other: a job goes in, events come out. Standard library only, shared with labs."""
