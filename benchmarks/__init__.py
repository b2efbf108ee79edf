"""How fast the site is made, against how else one could make it: `make bench`."""
