"""The site: pages together, and the files that go with them."""
